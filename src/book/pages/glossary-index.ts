/** Makes the index of the glossary: each entry once with its definition, by kana, then by Latin letter. */

import type { Term } from '@tsuzuri/core/card';
import type { Labels } from '@tsuzuri/core/labels';
import { entryAddress, indexPath } from '@tsuzuri/core/urls';
import type { PhrasingContent, RootContent } from 'mdast';
import { alphabetical, jumpRow, KANA_PART, LATIN_PART, partOf } from './alphabetical.ts';
import { heading, item, line, link, text } from './mdast-builders.ts';
import { leadOf, type PageKind, plainPage, type Relations } from './page.ts';

export const GLOSSARY_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('terms'),
  make: ({ cards, mentions, label }) => {
    const head = { path: indexPath('terms'), kind: 'text', title: label('pages.glossary'), source: 'docs/glossary' };
    return [plainPage(head, () => glossaryIndex({ cards, mentions, label }))];
  },
};

function glossaryIndex({ cards, mentions, label }: Pick<Relations, 'cards' | 'mentions' | 'label'>): RootContent[] {
  const bodies = new Map(cards.terms.map(({ made, body }) => [made, body]));
  const { kana, latin } = alphabetical([...bodies.keys()]);
  const entry = (term: Term) => {
    const count = mentions.get(term.id)?.length ?? 0;
    const { description } = leadOf(bodies.get(term)?.() ?? { type: 'root', children: [] });
    const definition: PhrasingContent[] = description === undefined ? [] : [{ type: 'break' }, text(description)];
    return item(line(entryLink(term), text(`${fullName(term, label)} `), note(term, count, label), ...definition));
  };
  return [
    heading(1, undefined, text(label('pages.glossary'))),
    ...[kana, latin].flatMap(rows => jumpRow(rows, label)),
    ...partOf(KANA_PART, kana, { label, entry }),
    ...partOf(LATIN_PART, latin, { label, entry }),
  ];
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
