/** Makes the pages of the entries of the glossary: the card, its names, and everywhere it is named. */

import type { Mention, Page } from '@tsuzuri/core/book';
import { byStart, type DatedName, isWebSource, type Term, type TermSource } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { byDate, compare, dateLabel, period, withEdition } from '@tsuzuri/core/front-matter';
import { type Labels, labelsIn } from '@tsuzuri/core/labels';
import {
  entryAddress,
  FOLDERS,
  indexPath,
  mentionsId,
  minutesPath,
  nameId,
  placeAddress,
  termPath,
  urlOf,
} from '@tsuzuri/core/urls';
import type { ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Citation } from '../citations.ts';
import { type Cooccurrence, yearsOf } from '../cooccurrence.ts';
import { type LinkOptions, linkBody, linkKey } from '../links.ts';
import type { ParsedCard } from '../load.ts';
import { current } from '../people.ts';
import { heading, item, line, link, list, paragraph, sentence, table, text } from './mdast-builders.ts';
import { noteDefinitions, webWords } from './notes.ts';
import { leadOf, type PageKind, type Relations, treePage } from './page.ts';

export const TERM: PageKind = {
  kind: 'term',
  path: FOLDERS.terms,
  make: relations => {
    const terms = new Map(relations.terms.map(term => [term.id, term]));
    const rowOf = ({ series }: Term) =>
      relations.terms
        .filter(other => series !== undefined && other.series === series)
        .map(({ id, term, names }) => [id, term, names]);
    const heads = relations.minutes.map(({ path, title, matter }) => [path, title, matter.date, matter.fiscal]);
    return relations.cards.terms.map(card => {
      const { made: term, body } = card;
      const known = knownOf(term, relations);
      const named = [...term.see, ...known.cooccurrence.map(({ entry }) => entry)].map(id => terms.get(id)?.term);
      const path = termPath(term.id);
      return relations.cache(
        path,
        () => [
          term,
          JSON.stringify([known, heads, named, rowOf(term), relations.label.language]),
          linkKey(path, body, relations.links),
        ],
        () => termPage(card, { ...known, minutes: relations.minutes, terms, label: relations.label }, relations.links),
      );
    });
  },
  nav: label => ({ text: label('pages.glossary'), link: urlOf(indexPath('terms')), order: 20 }),
};

/** What the documents say of an entry. */
interface Known {
  readonly mentions: readonly Mention[];
  /** Entries that are named in the same sentences, the most frequent first. */
  readonly cooccurrence: readonly Cooccurrence[];
  /** Where the quotes of the card stand. */
  readonly citations: readonly Citation[];
}

/** A place is one place, though an earlier edition has it, too. */
const knownOf = ({ id }: Term, { mentions, minutes, cooccurrence, citations }: Relations): Known => ({
  mentions: current(mentions.get(id) ?? [], mention => minutes.find(({ path }) => path === mention.page)),
  cooccurrence: cooccurrence.get(id) ?? [],
  citations: citations.get(id)?.citations ?? [],
});

interface EntryContext extends Known {
  readonly minutes: readonly Page[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly label: Labels;
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
    tree: { type: 'root', children: entryParts(term, linkBody(body(), links, id), context) },
  }));
}

function entryParts(term: Term, body: Root, context: EntryContext): RootContent[] {
  const [title, ...rest] = body.children;
  return [
    title?.type === 'heading' ? title : heading(1, undefined, text(term.term)),
    ...factsOf(term, context.label),
    ...(title?.type === 'heading' ? rest : body.children),
    ...namesOf(term, context.label),
    ...seriesOf(term, context),
    ...relatedOf(term, context),
    ...mentionsOf(context),
    ...cooccurrenceOf(context),
    ...sourcesOf(term, body, context),
  ];
}

/** Above what is said of an entry or a body: 項目 | 内容. */
export const factsHead = (label: Labels): PhrasingContent[][] =>
  [label('pages.item'), label('pages.content')].map(name => [text(name)]);

const FACTS_HEADS = (['ja', 'en'] as const).map(language => {
  const label = labelsIn(language);
  return label('pages.item') + label('pages.content');
});

/** Whether something is the table of facts of an entry, in any language. */
export const isFacts = (node: RootContent): node is Table =>
  node.type === 'table' && FACTS_HEADS.includes(textOf(node.children[0]));

function factsOf(term: Term, label: Labels): RootContent[] {
  const facts: [string, string | undefined][] = [
    [label('pages.reading'), term.reading],
    ...latestName(term, label),
    [label('pages.period'), wholePeriod(term, label)],
    [label('pages.category'), term.category && label(`category.${term.category}`)],
    [label('pages.expansion'), term.expansion],
    [label('pages.aliases'), term.aliases.join(label('comma')) || undefined],
  ];
  const rows = facts.flatMap(([name, value]) => (value === undefined ? [] : [[[text(name)], [text(value)]]]));
  const note = term.known === 'general' ? [paragraph(text(label('pages.general')))] : [];
  return rows.length > 0 ? [table([factsHead(label), ...rows]), ...note] : [];
}

/** Its names without those by which it was spoken of before it was decided, by their first days. */
const ownNames = ({ names }: Term): DatedName[] => names.filter(({ name }) => !DRAFT.test(name)).toSorted(byStart);
/** `次期サイバーセキュリティ戦略`, `行動計画（案）` */
const DRAFT = /^次期|[（(](?:素|原|最終)?案[）)]$/u;

/** Of several names the one that holds today, or that was the last; of one the official one. */
function latestName(term: Term, label: Labels): [string, string | undefined][] {
  const names = ownNames(term);
  const latest = names.at(-1);
  if (!latest || (names.length === 1 && term.term.startsWith(latest.name))) return [];
  const kind = names.length === 1 ? 'officialName' : latest.until === undefined ? 'nameToday' : 'lastName';
  return [[label(`pages.${kind}`), latest.name]];
}

/** From the first day of the first name to the last day of the last; nothing where no day is known. */
function wholePeriod(term: Term, label: Labels): string | undefined {
  const names = ownNames(term);
  const [from, until] = [names[0]?.from, names.at(-1)?.until];
  if (from === undefined && until === undefined) return undefined;
  return period({ ...optional('from', from), ...optional('until', until) }, label);
}

/** On a line of time; each name is where a link of its time leads (`{#n2}`). */
function namesOf(term: Term, label: Labels): RootContent[] {
  const items = term.names.map(dated => {
    const { name, expansion } = dated;
    return item({
      ...line(
        text(hasPeriod(dated) ? `${period(dated, label)} ` : ''),
        { type: 'strong', children: [text(name)] },
        text(expansion === undefined ? '' : label('bracketed', { words: expansion })),
      ),
      data: { id: nameId(term, dated) },
    });
  });
  const title = items.length > 1 ? 'pages.names' : term.names.some(hasPeriod) ? 'pages.onlyName' : 'pages.officialName';
  return items.length > 0 ? [heading(2, 'names', text(label(title))), list(items)] : [];
}

const hasPeriod = ({ from, until }: DatedName): boolean => from !== undefined || until !== undefined;

/** The first day of its names; where none is known, the first year that its text speaks of. */
const startOf = (term: Term): string => ownNames(term)[0]?.from ?? /\d{4}(?=年)/u.exec(term.body)?.[0] ?? '';

/** The entries of its series by the beginning of their periods, itself not as a link. */
function seriesOf(term: Term, { terms, label }: EntryContext): RootContent[] {
  const { series } = term;
  const others = [...terms.values()].filter(other => series !== undefined && other.series === series);
  if (series === undefined || others.length < 2) return [];
  const items = others
    .toSorted((a, b) => compare(startOf(a), startOf(b)))
    .map(other => {
      const when = wholePeriod(other, label);
      const name: PhrasingContent =
        other.id === term.id ? { type: 'strong', children: [text(other.term)] } : entryLink(other);
      return item(line(...(when === undefined ? [] : [text(`${when} `)]), name));
    });
  return [heading(2, 'series', text(label('pages.series', { series }))), list(items)];
}

function relatedOf({ see }: Term, { terms, label }: EntryContext): RootContent[] {
  const items = see.flatMap(id => entryItem(terms.get(id)));
  return items.length > 0 ? [heading(2, 'see', text(label('pages.see'))), list(items)] : [];
}

/** A link to an entry, if there is one. */
const entryItem = (term: Term | undefined, note = ''): ListItem[] =>
  term ? [item(line(entryLink(term), ...(note === '' ? [] : [text(note)])))] : [];
const entryLink = (term: Term): PhrasingContent => link(entryAddress(term), term.term);

/** By document in order of date, the newest last; a sentence that names the term twice stands once. */
function mentionsOf({ mentions, minutes, label }: EntryContext): RootContent[] {
  const placeOf = (mention: Mention): PhrasingContent =>
    link(placeAddress(mention), mention.section ?? label('pages.beginning'));
  const ordered = minutes.toSorted(byDate).filter(page => mentions.some(mention => mention.page === page.path));
  const blocks = ordered.flatMap(page => {
    const here = mentions.filter(mention => mention.page === page.path);
    const unique = [...new Map(here.map(mention => [`${mention.anchor}\n${mention.sentence}`, mention])).values()];
    const when = withEdition(dateLabel(page, label), page, label);
    return [
      heading(3, mentionsId(page.path), text(`${when} `), link(urlOf(page.path), page.title)),
      list(unique.map(mention => item(line(placeOf(mention), text(label('colon')), ...inContext(mention))))),
    ];
  });
  const [first, last] = [ordered[0], ordered.at(-1)].map(page => {
    const here = mentions.filter(mention => mention.page === page?.path);
    const mention = page === ordered[0] ? here[0] : here.at(-1);
    return page && mention ? { date: dateLabel(page, label), place: [placeOf(mention)] } : undefined;
  });
  const sayWhere = (key: 'firstMention' | 'lastMention', where: NonNullable<typeof first>): PhrasingContent[] =>
    sentence(label(`pages.${key}`, { date: where.date, place: '{place}' }), { place: where.place });
  const lead = first
    ? [...sayWhere('firstMention', first), ...(last && ordered.length > 1 ? sayWhere('lastMention', last) : [])]
    : [text(label('pages.noMentions'))];
  const title = text(label('pages.mentions', { count: mentions.length }));
  return [heading(2, 'mentions', title), paragraph(...lead), ...blocks];
}

/** The sentence, its term set off: readers look for it, and the site sorts the places by what stands before and after. */
function inContext({ text: term, sentence }: Mention): PhrasingContent[] {
  const [before = '', ...rest] = sentence.split(term);
  const marked: PhrasingContent[] = rest.length > 0 ? [{ type: 'strong', children: [text(term)] }] : [];
  return [text(before), ...marked, text(rest.join(term))].filter(node => node.type !== 'text' || node.value !== '');
}

function cooccurrenceOf({ cooccurrence, terms, label }: EntryContext): RootContent[] {
  const items = cooccurrence.flatMap(({ entry, times }) =>
    entryItem(terms.get(entry), ` ${label('pages.sentences', { count: times })}`),
  );
  return items.length > 0 ? [heading(2, 'together', text(label('pages.together'))), list(items)] : [];
}

/** Quotes with their places, pages of the web that no note names; the notes come last. */
function sourcesOf({ sources }: Term, body: Root, { citations, minutes, label }: EntryContext): RootContent[] {
  const wordsOf = (source: TermSource): PhrasingContent[] => {
    if (isWebSource(source)) return webWords(source, label);
    const place = citations.find(({ page, quote }) => page === minutesPath(source.page) && quote === source.quote);
    const page = minutes.find(({ path }) => path === place?.page);
    return place && page ? [text(`「${place.quote}」 `), link(placeAddress(place), page.title)] : [];
  };
  const notes = noteDefinitions(body, sources, wordsOf);
  const items = sources
    .filter(({ id }) => !notes.some(({ identifier }) => identifier === id))
    .map(wordsOf)
    .flatMap(words => (words.length > 0 ? [item(line(...words))] : []));
  if (items.length + notes.length === 0) return [];
  return [heading(2, 'sources', text(label('pages.sources'))), ...(items.length > 0 ? [list(items)] : []), ...notes];
}
