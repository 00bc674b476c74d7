/** Makes the pages of the entries of the glossary: the card, its names, and everywhere it is named. */

import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { byDate, dateLabel, period, withEdition } from '@tsuzuri/core/front-matter';
import { type Labels, labelsIn } from '@tsuzuri/core/labels';
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
import type { ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Citation } from '../citations.ts';
import { type Cooccurrence, yearsOf } from '../cooccurrence.ts';
import { type LinkOptions, linkBody, linkKey } from '../links.ts';
import type { ParsedCard } from '../load.ts';
import { heading, item, line, link, list, paragraph, sentence, table, text } from './mdast-builders.ts';
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
        () => [
          term,
          JSON.stringify([known, heads, named, relations.label.language]),
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

const knownOf = ({ id }: Term, { mentions, cooccurrence, citations }: Relations): Known => ({
  mentions: mentions.get(id) ?? [],
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
    tree: { type: 'root', children: entryParts(term, linkBody(body(), links, id).children, context) },
  }));
}

function entryParts(term: Term, body: readonly RootContent[], context: EntryContext): RootContent[] {
  const [title, ...rest] = body;
  return [
    title?.type === 'heading' ? title : heading(1, undefined, text(term.term)),
    ...factsOf(term, context.label),
    ...(title?.type === 'heading' ? rest : body),
    ...namesOf(term, context.label),
    ...relatedOf(term, context),
    ...mentionsOf(context),
    ...cooccurrenceOf(context),
    ...sourcesOf(context),
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
    [label('pages.category'), term.category && label(`category.${term.category}`)],
    [label('pages.expansion'), term.expansion],
    [label('pages.aliases'), term.aliases.join(label('comma')) || undefined],
  ];
  const rows = facts.flatMap(([name, value]) => (value === undefined ? [] : [[[text(name)], [text(value)]]]));
  const note = term.known === 'general' ? [paragraph(text(label('pages.general')))] : [];
  return rows.length > 0 ? [table([factsHead(label), ...rows]), ...note] : [];
}

/** On a line of time; each name is where a link of its time leads (`{#n2}`). */
function namesOf(term: Term, label: Labels): RootContent[] {
  if (term.names.length === 0) return [];
  const items = term.names.map(dated => {
    const { name, expansion } = dated;
    return item({
      ...line(
        text(`${period(dated, label)} `),
        { type: 'strong', children: [text(name)] },
        text(expansion === undefined ? '' : label('bracketed', { words: expansion })),
      ),
      data: { id: nameId(term, dated) },
    });
  });
  return [heading(2, 'names', text(label('pages.names'))), list(items)];
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
  const first = mentions.find(mention => mention.page === ordered[0]?.path);
  const lead = first
    ? sentence(label('pages.firstMention', { date: dateLabel(ordered[0] as Page, label), place: '{place}' }), {
        place: [placeOf(first)],
      })
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

function sourcesOf({ citations, minutes, label }: EntryContext): RootContent[] {
  const items = citations.flatMap(({ quote, ...place }) => {
    const page = minutes.find(candidate => candidate.path === place.page);
    return page ? [item(line(text(`「${quote}」 `), link(placeAddress(place), page.title)))] : [];
  });
  return items.length > 0 ? [heading(2, 'sources', text(label('pages.sources'))), list(items)] : [];
}
