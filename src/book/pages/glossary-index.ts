/** Makes the index of the glossary: by kana, by Latin letter, by category. */

import { CATEGORIES, type Term } from '@tsuzuri/core/card';
import { groupBy } from '@tsuzuri/core/collections';
import { compare } from '@tsuzuri/core/front-matter';
import { entryAddress, indexPath } from '@tsuzuri/core/urls';
import type { PhrasingContent, RootContent } from 'mdast';
import { heading, item, line, link, list, paragraph, text } from './mdast-builders.ts';
import { type PageKind, plainPage, type Relations } from './page.ts';
import { KANA_ROWS, kanaRow, LATIN_ROWS, latinRow, type Row } from './syllabary.ts';

export const GLOSSARY_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('terms'),
  make: ({ terms, mentions }) => {
    const head = { path: indexPath('terms'), kind: 'text', title: '用語集', source: 'docs/glossary' };
    return [plainPage(head, () => glossaryIndex(terms, mentions))];
  },
};

/** Entries that stand together under a heading. */
interface Group extends Row {
  readonly terms: readonly Term[];
}

function glossaryIndex(terms: readonly Term[], mentions: Relations['mentions']): RootContent[] {
  const { kana, latin } = alphabetical(terms);
  const categories = byCategory(terms);
  const entry = (term: Term) =>
    item(line(entryLink(term), text(`${fullName(term)} `), note(term, mentions.get(term.id)?.length ?? 0)));
  return [
    heading(1, undefined, text('用語集')),
    ...jumpRow(kana),
    ...jumpRow(latin),
    ...jumpRow(categories.length > 0 ? [BY_CATEGORY] : []),
    ...part(KANA_PART, kana, entry),
    ...part(LATIN_PART, latin, entry),
    ...part(BY_CATEGORY, categories, term => item(line(entryLink(term)))),
  ];
}

const KANA_PART: Row = { id: 'by-kana', name: '五十音順' };
const LATIN_PART: Row = { id: 'by-letter', name: '英字・数字' };
const BY_CATEGORY: Row = { id: 'by-category', name: '分類から探す' };

/** Links to the headings: [あ](#row-a) [か](#row-ka). */
function jumpRow(rows: readonly Row[]): RootContent[] {
  const links = rows.flatMap(({ id, name }, index): PhrasingContent[] => [
    ...(index > 0 ? [text(' ')] : []),
    link(`#${id}`, name.replace(/行$/, '')),
  ]);
  return links.length > 0 ? [paragraph(...links)] : [];
}

function part({ id, name }: Row, groups: readonly Group[], entry: (term: Term) => ReturnType<typeof item>) {
  const lists = groups.flatMap(group => [heading(3, group.id, text(group.name)), list(group.terms.map(entry))]);
  return lists.length > 0 ? [heading(2, id, text(name)), ...lists] : [];
}

const UNREAD: Row = { id: 'no-reading', name: '読みの記載なし' };

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
  const groups = [...Object.entries(CATEGORIES), ['other', 'その他'] as const];
  return groups
    .map(([id, name]) => ({
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
function fullName(term: Term): string {
  const longer = term.aliases.find(alias => /\p{sc=Han}/u.test(alias) && alias.length > term.term.length);
  const foreign = /\p{sc=Han}|\p{sc=Katakana}/u.test(term.term) ? undefined : term.expansion;
  const full = longer ?? term.names.at(-1)?.name ?? foreign;
  return full && full !== term.term ? `（${full}）` : '';
}

/** 技術、3か所 */
function note({ category }: Term, count: number): PhrasingContent {
  const words = [...(category ? [CATEGORIES[category]] : []), `${count}か所`];
  return { type: 'emphasis', children: [text(words.join('、'))] };
}
