/** Makes the pages of the entries of the glossary: the card, its names, and everywhere it is named. */

import type { Mention, Page } from '@tsuzuri/core/book';
import { CATEGORIES, type Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { byDate, dateLabel, day } from '@tsuzuri/core/front-matter';
import {
  entryAddress,
  FOLDERS,
  indexPath,
  mentionsId,
  nameId,
  placeAddress,
  termPath,
  urlOf,
} from '@tsuzuri/core/urls';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Citation } from '../citations.ts';
import { type Cooccurrence, yearsOf } from '../cooccurrence.ts';
import { type LinkOptions, linkBody, linkKey } from '../links.ts';
import type { ParsedCard } from '../load.ts';
import { heading, item, line, link, list, paragraph, table, text } from './mdast-builders.ts';
import { leadOf, type PageKind, type Relations, treePage } from './page.ts';

export const TERM: PageKind = {
  kind: 'term',
  path: FOLDERS.terms,
  make: relations => {
    const terms = new Map(relations.terms.map(term => [term.id, term]));
    const heads = relations.minutes.map(({ path, title, matter }) => [path, title, matter.date, matter.fiscal]);
    return relations.cards.terms.map(card => {
      const { made: term, body } = card;
      const known = knownOf(term, relations);
      const named = [...term.see, ...known.cooccurrence.map(({ entry }) => entry)].map(id => terms.get(id)?.term);
      const path = termPath(term.id);
      return relations.cache(
        path,
        () => [term, JSON.stringify([known, heads, named]), linkKey(path, body, relations.links)],
        () => termPage(card, { ...known, minutes: relations.minutes, terms }, relations.links),
      );
    });
  },
  nav: { text: '用語集', link: urlOf(indexPath('terms')), order: 20 },
};

/** What the documents say of an entry. */
interface Known {
  readonly mentions: readonly Mention[];
  /** Entries that are named in the same sentences, the most frequent first. */
  readonly cooccurrence: readonly Cooccurrence[];
  /** Where the quotes of the card stand. */
  readonly citations: readonly Citation[];
}

const knownOf = ({ id }: Term, { mentions, cooccurrence, citations }: Relations): Known => ({
  mentions: mentions.get(id) ?? [],
  cooccurrence: cooccurrence.get(id) ?? [],
  citations: citations.get(id)?.citations ?? [],
});

interface EntryContext extends Known {
  readonly minutes: readonly Page[];
  readonly terms: ReadonlyMap<string, Term>;
}

function termPage({ made: term, card, body }: ParsedCard<Term>, context: EntryContext, links: LinkOptions): Page {
  const { id } = term;
  const head = { path: termPath(id), kind: 'term', title: term.term, source: `docs/${termPath(id)}.md` };
  return treePage(head, () => ({
    matter: {
      ...leadOf(body()),
      ...card.data,
      title: head.title,
      kind: head.kind,
      id,
      source: head.source,
      mentions: context.mentions.length,
      ...optional('years', yearsOf(context.mentions, context.minutes)),
    },
    tree: { type: 'root', children: entryParts(term, linkBody(body(), links, id).children, context) },
  }));
}

function entryParts(term: Term, body: readonly RootContent[], context: EntryContext): RootContent[] {
  const [title, ...rest] = body;
  return [
    title?.type === 'heading' ? title : heading(1, undefined, text(term.term)),
    ...factsOf(term),
    ...(title?.type === 'heading' ? rest : body),
    ...namesOf(term),
    ...relatedOf(term, context),
    ...mentionsOf(context),
    ...cooccurrenceOf(context),
    ...sourcesOf(context),
  ];
}

function factsOf(term: Term): RootContent[] {
  const facts: [string, string | undefined][] = [
    ['読み', term.reading],
    ['分類', term.category && CATEGORIES[term.category]],
    ['原語', term.expansion],
    ['別の表記', term.aliases.join('、') || undefined],
  ];
  const rows = facts.flatMap(([name, value]) => (value === undefined ? [] : [[[text(name)], [text(value)]]]));
  const note =
    term.known === 'general' ? [paragraph(text('上の事柄と名称の期間には、会議録にない一般的な知識を含みます。'))] : [];
  return rows.length > 0 ? [table([[[text('項目')], [text('内容')]], ...rows]), ...note] : [];
}

/** On a line of time; each name is where a link of its time leads (`{#n2}`). */
function namesOf(term: Term): RootContent[] {
  if (term.names.length === 0) return [];
  const items = term.names.map(dated => {
    const { name, expansion, from = '', until = '' } = dated;
    return item({
      ...line(
        text(`${day(from)}〜${day(until)} `),
        { type: 'strong', children: [text(name)] },
        text(expansion === undefined ? '' : `（${expansion}）`),
      ),
      data: { id: nameId(term, dated) },
    });
  });
  return [heading(2, 'names', text('名称の移り変わり')), list(items)];
}

function relatedOf({ see }: Term, { terms }: EntryContext): RootContent[] {
  const items = see.flatMap(id => entryItem(terms.get(id)));
  return items.length > 0 ? [heading(2, 'see', text('関連する用語')), list(items)] : [];
}

/** A link to an entry, if there is one. */
const entryItem = (term: Term | undefined, note = ''): ListItem[] =>
  term ? [item(line(entryLink(term), ...(note === '' ? [] : [text(note)])))] : [];
const entryLink = (term: Term): PhrasingContent => link(entryAddress(term), term.term);

/** By document in order of date, the newest last; a sentence that names the term twice stands once. */
function mentionsOf({ mentions, minutes }: EntryContext): RootContent[] {
  const ordered = minutes.toSorted(byDate).filter(page => mentions.some(mention => mention.page === page.path));
  const blocks = ordered.flatMap(page => {
    const here = mentions.filter(mention => mention.page === page.path);
    const unique = [...new Map(here.map(mention => [`${mention.anchor}\n${mention.sentence}`, mention])).values()];
    return [
      heading(3, mentionsId(page.path), text(`${dateLabel(page)} `), link(`/${page.path}`, page.title)),
      list(unique.map(mention => item(line(placeOf(mention), text(`：${mention.sentence}`))))),
    ];
  });
  const first = mentions.find(mention => mention.page === ordered[0]?.path);
  const lead = first
    ? paragraph(text(`最初に出てくるのは、${dateLabel(ordered[0] as Page)}の`), placeOf(first), text('です。'))
    : paragraph(text('収録した会議録には出てきません。'));
  return [heading(2, 'mentions', text(`この用語が出てくる箇所（${mentions.length}か所）`)), lead, ...blocks];
}

const placeOf = (mention: Mention): PhrasingContent => link(placeAddress(mention), mention.section ?? '冒頭');

function cooccurrenceOf({ cooccurrence, terms }: EntryContext): RootContent[] {
  const items = cooccurrence.flatMap(({ entry, times }) => entryItem(terms.get(entry), ` ${times}か所`));
  return items.length > 0 ? [heading(2, 'together', text('同じ文によく出てくる用語')), list(items)] : [];
}

function sourcesOf({ citations, minutes }: EntryContext): RootContent[] {
  const items = citations.flatMap(({ quote, ...place }) => {
    const page = minutes.find(candidate => candidate.path === place.page);
    return page ? [item(line(text(`「${quote}」 `), link(placeAddress(place), page.title)))] : [];
  });
  return items.length > 0 ? [heading(2, 'sources', text('典拠')), list(items)] : [];
}
