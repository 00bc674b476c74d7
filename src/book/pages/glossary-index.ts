/** Makes the index of the glossary: by kana, by Latin letter, by category. */

import { CATEGORIES, type Term } from '@tsuzuri/core/card';
import type { Labels } from '@tsuzuri/core/labels';
import { entryAddress, indexPath } from '@tsuzuri/core/urls';
import type { PhrasingContent, RootContent } from 'mdast';
import { alphabetical, byReading, type Group, jumpRow, KANA_PART, LATIN_PART, partOf } from './alphabetical.ts';
import { heading, item, line, link, text } from './mdast-builders.ts';
import { type PageKind, plainPage, type Relations } from './page.ts';
import type { Row } from './syllabary.ts';

export const GLOSSARY_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('terms'),
  make: ({ terms, mentions, label }) => {
    const head = { path: indexPath('terms'), kind: 'text', title: label('pages.glossary'), source: 'docs/glossary' };
    return [plainPage(head, () => glossaryIndex({ terms, mentions, label }))];
  },
};

function glossaryIndex({ terms, mentions, label }: Pick<Relations, 'terms' | 'mentions' | 'label'>): RootContent[] {
  const { kana, latin } = alphabetical(terms);
  const categories = byCategory(terms);
  const entry = (term: Term) => {
    const count = mentions.get(term.id)?.length ?? 0;
    return item(line(entryLink(term), text(`${fullName(term, label)} `), note(term, count, label)));
  };
  return [
    heading(1, undefined, text(label('pages.glossary'))),
    ...[kana, latin, categories.length > 0 ? [BY_CATEGORY] : []].flatMap(rows => jumpRow(rows, label)),
    ...partOf(KANA_PART, kana, { label, entry }),
    ...partOf(LATIN_PART, latin, { label, entry }),
    ...partOf(BY_CATEGORY, categories, { label, entry: term => item(line(entryLink(term))) }),
  ];
}

const BY_CATEGORY: Row = { id: 'by-category', name: label => label('pages.byCategory') };

function byCategory(terms: readonly Term[]): Group<Term>[] {
  const groups: Row[] = [
    ...CATEGORIES.map(id => ({ id, name: (label: Labels) => label(`category.${id}`) })),
    { id: 'other', name: label => label('pages.other') },
  ];
  return groups
    .map(({ id, name }) => ({
      id,
      name,
      members: terms.filter(({ category = 'other' }) => category === id).toSorted(byReading),
    }))
    .filter(({ members }) => members.length > 0);
}

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
