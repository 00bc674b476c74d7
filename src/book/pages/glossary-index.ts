/** Makes the index of the glossary: by kana, by Latin letter, by category. */

import { CATEGORIES, type Term } from '@tsuzuri/core/card';
import { groupBy } from '@tsuzuri/core/collections';
import { compare } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { entryAddress, indexPath } from '@tsuzuri/core/urls';
import type { PhrasingContent, RootContent } from 'mdast';
import { heading, item, line, link, list, paragraph, text } from './mdast-builders.ts';
import { type PageKind, plainPage, type Relations } from './page.ts';
import { KANA_ROWS, kanaRow, LATIN_ROWS, latinRow, type Row } from './syllabary.ts';

export const GLOSSARY_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('terms'),
  make: ({ terms, mentions, label }) => {
    const head = { path: indexPath('terms'), kind: 'text', title: label('pages.glossary'), source: 'docs/glossary' };
    return [plainPage(head, () => glossaryIndex({ terms, mentions, label }))];
  },
};

/** Entries that stand together under a heading. */
interface Group extends Row {
  readonly terms: readonly Term[];
}

function glossaryIndex({ terms, mentions, label }: Pick<Relations, 'terms' | 'mentions' | 'label'>): RootContent[] {
  const { kana, latin } = alphabetical(terms);
  const categories = byCategory(terms);
  const entry = (term: Term) => {
    const count = mentions.get(term.id)?.length ?? 0;
    return item(line(entryLink(term), text(`${fullName(term, label)} `), note(term, count, label)));
  };
  const part = partsIn(label);
  return [
    heading(1, undefined, text(label('pages.glossary'))),
    ...[kana, latin, categories.length > 0 ? [BY_CATEGORY] : []].flatMap(rows => jumpRow(rows, label)),
    ...part(KANA_PART, kana, entry),
    ...part(LATIN_PART, latin, entry),
    ...part(BY_CATEGORY, categories, term => item(line(entryLink(term)))),
  ];
}

const KANA_PART: Row = { id: 'by-kana', name: label => label('pages.byKana') };
const LATIN_PART: Row = { id: 'by-letter', name: label => label('pages.byLetter') };
const BY_CATEGORY: Row = { id: 'by-category', name: label => label('pages.byCategory') };

/** Links to the headings: [あ](#row-a) [か](#row-ka). */
function jumpRow(rows: readonly Row[], label: Labels): RootContent[] {
  const links = rows.flatMap(({ id, name, short }, index): PhrasingContent[] => [
    ...(index > 0 ? [text(' ')] : []),
    link(`#${id}`, short ?? name(label)),
  ]);
  return links.length > 0 ? [paragraph(...links)] : [];
}

function partsIn(label: Labels) {
  return (
    { id, name }: Row,
    groups: readonly Group[],
    entry: (term: Term) => ReturnType<typeof item>,
  ): RootContent[] => {
    const lists = groups.flatMap(({ id, name, terms }) => [heading(3, id, text(name(label))), list(terms.map(entry))]);
    return lists.length > 0 ? [heading(2, id, text(name(label))), ...lists] : [];
  };
}

const UNREAD: Row = { id: 'no-reading', name: label => label('pages.noReading') };

/** A headword in Latin letters stands under its letter; any other under its reading, or itself where it is kana. */
export function alphabetical(terms: readonly Term[]): { kana: Group[]; latin: Group[] } {
  const rows = new Map(terms.map(term => [term, latinRow(term.term) ?? kanaRow(readingOf(term)) ?? UNREAD]));
  const members = groupBy(terms, term => (rows.get(term) as Row).id);
  const filled = (order: readonly Row[]): Group[] =>
    order.flatMap(row => {
      const found = members.get(row.id)?.toSorted(KANA_ROWS.includes(row) ? byReading : byHeadword);
      return found ? [{ ...row, terms: found }] : [];
    });
  return { kana: filled([...KANA_ROWS, UNREAD]), latin: filled(LATIN_ROWS) };
}

function byCategory(terms: readonly Term[]): Group[] {
  const groups: Row[] = [
    ...CATEGORIES.map(id => ({ id, name: (label: Labels) => label(`category.${id}`) })),
    { id: 'other', name: label => label('pages.other') },
  ];
  return groups
    .map(({ id, name }) => ({
      id,
      name,
      terms: terms.filter(({ category = 'other' }) => category === id).toSorted(byReading),
    }))
    .filter(group => group.terms.length > 0);
}

const readingOf = ({ reading, term }: Term): string => reading ?? term;
const COLLATOR = new Intl.Collator('ja');
const byReading = (a: Term, b: Term): number => COLLATOR.compare(readingOf(a), readingOf(b)) || compare(a.id, b.id);
const byHeadword = (a: Term, b: Term): number => COLLATOR.compare(a.term, b.term) || compare(a.id, b.id);

const entryLink = (term: Term): PhrasingContent => link(entryAddress(term), term.term);

/** The full name of a short one: CYMAT（情報セキュリティ緊急支援チーム）. */
function fullName(term: Term, label: Labels): string {
  const longer = term.aliases.find(alias => /\p{sc=Han}/u.test(alias) && alias.length > term.term.length);
  const foreign = /\p{sc=Han}|\p{sc=Katakana}/u.test(term.term) ? undefined : term.expansion;
  const full = longer ?? term.names.at(-1)?.name ?? foreign;
  return full && full !== term.term ? label('bracketed', { words: full }) : '';
}

/** 技術、3か所 */
function note({ category }: Term, count: number, label: Labels): PhrasingContent {
  const words = [...(category ? [label(`category.${category}`)] : []), label('pages.places', { count })];
  return { type: 'emphasis', children: [text(words.join(label('comma')))] };
}
