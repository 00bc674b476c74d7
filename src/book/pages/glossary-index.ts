/** Makes the index of the glossary: each entry once with its definition, by kana, then by Latin letter; of a long one a page for each row, of a long row for each kana. */

import type { Term } from '@tsuzuri/core/card';
import type { Labels } from '@tsuzuri/core/labels';
import { entryAddress, indexPath, rowPath, urlOf } from '@tsuzuri/core/urls';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { alphabetical, cutGroup, type Group, jumpRow, KANA_PART, LATIN_PART, partOf } from './alphabetical.ts';
import { heading, item, line, link, list, text } from './mdast-builders.ts';
import { leadOf, type PageKind, plainPage, type Relations } from './page.ts';
import type { Row } from './syllabary.ts';

/** Entries of one page: with what else comes with it 90 kB, compressed. */
const MOST = 200;
/** And of a page of a row, which leads to all the others, however many. */
const MOST_OF_ROW = 150;

export const GLOSSARY_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('terms'),
  make: relations => {
    const { cards, label } = relations;
    const rows = alphabetical(cards.terms.map(({ made }) => made));
    const page = (path: string, title: string, make: () => RootContent[]) =>
      plainPage({ path, kind: 'text', title, source: 'docs/glossary' }, () => [
        heading(1, undefined, text(title)),
        ...make(),
      ]);
    const title = label('pages.glossary');
    if (cards.terms.length <= MOST) return [page(indexPath('terms'), title, () => wholeList(rows, relations))];
    const cut = (all: Rows['kana']): Rows['kana'] => all.flatMap(row => cutGroup(row, MOST_OF_ROW));
    const [kana, latin] = [cut(rows.kana), cut(rows.latin)];
    return [
      page(indexPath('terms'), title, () => listOfRows({ kana, latin }, label)),
      ...[...kana, ...latin].map(row =>
        page(rowPath(row.id), label('pages.glossaryRow', { row: row.name(label) }), () => [
          ...[kana, latin].flatMap(all => jumpRow(all, label, addressOf)),
          list(row.members.map(entryOf(relations))),
        ]),
      ),
    ];
  },
};

interface Rows {
  readonly kana: readonly Group<Term>[];
  readonly latin: readonly Group<Term>[];
}

function wholeList({ kana, latin }: Rows, relations: Relations): RootContent[] {
  const shown = { label: relations.label, entry: entryOf(relations) };
  return [
    ...[kana, latin].flatMap(rows => jumpRow(rows, shown.label)),
    ...partOf(KANA_PART, kana, shown),
    ...partOf(LATIN_PART, latin, shown),
  ];
}

/** Rows with how many entries they have, the first and the last. */
function listOfRows({ kana, latin }: Rows, label: Labels): RootContent[] {
  const row = (group: Group<Term>): ListItem => {
    const [from = '', until = ''] = [group.members[0]?.term, group.members.at(-1)?.term];
    const count: PhrasingContent = {
      type: 'emphasis',
      children: [text(label('count', { count: group.members.length }))],
    };
    const ends = text(from === until ? from : label('span', { from, until }));
    return item(line(link(addressOf(group), group.name(label)), text(' '), count, { type: 'break' }, ends));
  };
  const part = ({ id, name }: Row, rows: readonly Group<Term>[]): RootContent[] =>
    rows.length > 0 ? [heading(2, id, text(name(label))), list(rows.map(row))] : [];
  return [...part(KANA_PART, kana), ...part(LATIN_PART, latin)];
}

const addressOf = ({ id }: Row): string => urlOf(rowPath(id));

/** Makes the lines of an entry. */
function entryOf({ cards, mentions, label }: Relations): (term: Term) => ListItem {
  const bodies = new Map(cards.terms.map(({ made, body }) => [made, body]));
  return term => {
    const count = mentions.get(term.id)?.length ?? 0;
    const { description } = leadOf(bodies.get(term)?.() ?? { type: 'root', children: [] });
    const definition: PhrasingContent[] = description === undefined ? [] : [{ type: 'break' }, text(description)];
    return item(line(entryLink(term), text(`${fullName(term, label)} `), note(term, count, label), ...definition));
  };
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
