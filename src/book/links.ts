/** Links the documents and cards of a project, and says what their links depend on. */

import { type Converted, type Tools, toMarkdown } from '@tsuzuri/convert/pipeline';
import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { parsePage } from '@tsuzuri/core/markdown';
import { entryAddress, minutesPath } from '@tsuzuri/core/urls';
import { createMatcher, type Matcher } from '@tsuzuri/link/matcher';
import { findMentions } from '@tsuzuri/link/mentions';
import { type GlossaryLinkOptions, linkTree } from '@tsuzuri/link/remark-glossary';
import { linkSource } from '@tsuzuri/link/source-links';
import type { Root } from 'mdast';
import type { Cache } from './cache.ts';
import type { Project } from './project.ts';

/** How the pages of a project are linked. */
export interface LinkOptions {
  readonly cache: Cache;
  readonly glossaryLinks: (date?: string) => GlossaryLinkOptions;
  /** All that links depend on, by entry and in one; what an entry says of its term is not part of it. */
  readonly keys: ReadonlyMap<string, string>;
  readonly allKeys: string;
}

export function linkOptions({ config }: Project, terms: readonly Term[], cache: Cache): LinkOptions {
  const policy = config.links ?? 'first';
  const keys = new Map(terms.map(term => [term.id, keyOf(term)]));
  const allKeys = [policy, ...keys.values()].join('\n');
  const matcher = cache(
    'matcher',
    () => [allKeys],
    () => createMatcher(terms),
  );
  return { cache, allKeys, keys, glossaryLinks: linkingWith(matcher, policy) };
}

const keyOf = ({ id, term, aliases, not, names, expansion, first, category, card: { data } }: Term): string =>
  JSON.stringify([
    id,
    term,
    aliases,
    not,
    names,
    expansion,
    first,
    category,
    data.case,
    data.inflect,
    data.near,
    data['not-near'],
  ]);

/** How the pages of a site are linked: every mention alike, or the first in each section before the others (default). */
type LinkPolicy = 'every' | 'first';

/** In headings too; on a page with a date, to the name that held then: NISC of 2012 opens another body than NISC of 2021. */
export function linkingWith(match: Matcher, policy: LinkPolicy = 'first'): (date?: string) => GlossaryLinkOptions {
  const every = policy === 'every' ? true : 'quiet';
  return date => ({ match, url: entryAddress, every, headings: true, ...optional('date', date) });
}

/** A document, linked. */
export interface LinkedDocument {
  readonly page: Page;
  /** The same words with the links that it had at first: what needs only the words need not parse the page again. */
  readonly reading: Page;
  readonly mentions: readonly Mention[];
}

export function linkDocument(
  [name, converted]: readonly [string, Converted],
  tools: Tools,
  { cache, allKeys, keys, glossaryLinks }: LinkOptions,
): LinkedDocument {
  const path = minutesPath(name);
  const link = () => parsePage(path, toMarkdown(converted, { ...tools, glossary: glossaryLinks }));
  const first = cache(
    `${path} at first`,
    () => [converted],
    () => ({ reading: link(), allKeys }),
  );
  const { date } = first.reading.matter;
  const mentions = cache(
    `mentions in ${path}`,
    () => [first, allKeys],
    () => findMentions(first.reading, glossaryLinks(date === undefined ? undefined : String(date))),
  );
  const page = cache(
    path,
    () => [first, keyOfMentions(mentions, keys)],
    () => (first.allKeys === allKeys ? first.reading : link()),
  );
  return { page, reading: first.reading, mentions };
}

function keyOfMentions(mentions: readonly Mention[], keys: LinkOptions['keys']): string {
  return JSON.stringify([mentions, ...new Set(mentions.map(({ entry }) => keys.get(entry)))]);
}

/** All that the links of a hand-written text depend on. */
export const linkKey = (path: string, body: () => Root, { cache, allKeys, keys, glossaryLinks }: LinkOptions): string =>
  cache(
    `named in ${path}`,
    () => [body, allKeys],
    () => keyOfMentions(findMentions({ path, tree: body() }, glossaryLinks()), keys),
  );

/** @param self id of the entry that the text belongs to, which is not linked there */
export const linkBody = (tree: Root, { glossaryLinks }: LinkOptions, self?: string): Root =>
  linkTree(tree, { ...glossaryLinks(), ...optional('self', self) });

/** The same in Markdown that stays as it was written. */
export const linkMarkdown = (markdown: string, { glossaryLinks }: LinkOptions): string =>
  linkSource(markdown, glossaryLinks());
