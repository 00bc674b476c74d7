/** Lists the documents in which a term, a person or a body appears, with the first place in each: feeds are made of it. */

import type { Book } from '@tsuzuri/book/build-book';
import type { Mention, Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { byDate } from '@tsuzuri/core/front-matter';
import { idOfTerm, resolveLink } from '@tsuzuri/core/urls';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A document, the first place in it that names somebody or something, and the words there. */
export interface Appearance extends Pick<Mention, 'page' | 'anchor'> {
  readonly words?: string;
}

/** Feeds are bounded: with a thousand entries, so is the sum of them. A document has one body, so that of a body has all. */
const MOST = 20;

/** The latest documents of a page of an entry, a person or a body, in order of date. */
export function appearancesIn({ pages, mentions }: Book): (page: Page) => Appearance[] | undefined {
  const order = pages
    .filter(({ kind }) => kind === 'minutes')
    .toSorted(byDate)
    .map(({ path }) => path);
  return page => {
    const places = PLACES[page.kind]?.(page, mentions);
    const first = new Map(places?.toReversed().map(place => [place.page, place]));
    const all = places && order.flatMap(path => first.get(path) ?? []);
    return page.kind === 'body' ? all : all?.slice(-MOST);
  };
}

type Places = (page: Page, mentions: Book['mentions']) => readonly Appearance[];

const PLACES: Readonly<Partial<Record<string, Places>>> = {
  term: ({ path }, mentions) =>
    (mentions.get(idOfTerm(path)) ?? []).map(({ page, anchor, sentence }) => ({
      page,
      ...optional('anchor', anchor),
      words: sentence,
    })),
  person: linksOf,
  body: linksOf,
};

/** What a page links to; a speech goes before the document in which it stands. */
function linksOf({ path, tree }: Page): Appearance[] {
  const places: Appearance[] = [];
  visit(tree, 'link', (node, _, parent) => {
    const target = resolveLink(node.url, path);
    if (target === undefined || 'outside' in target) return;
    const { paths, hash } = target;
    const page = paths[0] as string;
    places.push(hash === '' ? { page } : { page, anchor: hash.slice(1), words: textOf(parent) });
  });
  return [...places.filter(({ anchor }) => anchor), ...places];
}
