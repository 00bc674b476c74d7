/** Sets a list by kana, then by Latin letter, under headings with a row of links to them. */

import { groupBy } from '@tsuzuri/core/collections';
import { compare } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { heading, link, list, paragraph, text } from './mdast-builders.ts';
import { firstKana, KANA_ROWS, kanaRow, LATIN_ROWS, latinRow, type Row } from './syllabary.ts';

/** What stands in such a list: an entry, a person, a body. */
interface Headed {
  readonly id: string;
  readonly term: string;
  readonly reading?: string;
  /** What it is sorted by, where that is not shown. */
  readonly kana?: string;
}

/** Those that stand together under a heading. */
export interface Group<T> extends Row {
  readonly members: readonly T[];
}

export const KANA_PART: Row = { id: 'by-kana', name: label => label('pages.byKana') };
export const LATIN_PART: Row = { id: 'by-letter', name: label => label('pages.byLetter') };
const UNREAD: Row = { id: 'no-reading', name: label => label('pages.noReading') };

/** A headword in Latin letters stands under its letter; any other under its reading, or itself where it is kana. */
export function alphabetical<T extends Headed>(things: readonly T[]): { kana: Group<T>[]; latin: Group<T>[] } {
  const rows = new Map(things.map(thing => [thing, latinRow(thing.term) ?? kanaRow(readingOf(thing)) ?? UNREAD]));
  const members = groupBy(things, thing => (rows.get(thing) as Row).id);
  const filled = (order: readonly Row[]): Group<T>[] =>
    order.flatMap(row => {
      const found = members.get(row.id)?.toSorted(KANA_ROWS.includes(row) ? byReading : byHeadword);
      return found ? [{ ...row, members: found }] : [];
    });
  return { kana: filled([...KANA_ROWS, UNREAD]), latin: filled(LATIN_ROWS) };
}

const readingOf = ({ reading, kana, term }: Headed): string => reading ?? kana ?? term;
const COLLATOR = new Intl.Collator('ja');
const byReading = (a: Headed, b: Headed): number => COLLATOR.compare(readingOf(a), readingOf(b)) || compare(a.id, b.id);
const byHeadword = (a: Headed, b: Headed): number => COLLATOR.compare(a.term, b.term) || compare(a.id, b.id);

/**
 * Cuts a group of more than `most` members: by the kana with which their readings begin (か and が as one), then into parts
 * of equal length. The first part keeps the id of the group, as those who have its address expect.
 */
export function cutGroup<T extends Headed>(group: Group<T>, most: number): Group<T>[] {
  if (group.members.length <= most) return [group];
  const isKana = KANA_ROWS.some(({ id }) => id === group.id);
  return (isKana ? byFirstKana(group) : [group])
    .flatMap(part => slicesOf(part, most))
    .map((part, at) => (at === 0 ? part : { ...part, id: `${group.id}-${at + 1}` }));
}

const byFirstKana = <T extends Headed>({ id, members }: Group<T>): Group<T>[] =>
  [...groupBy(members, thing => firstKana(readingOf(thing)) ?? '')].map(([kana, found]) => ({
    id,
    name: () => kana,
    short: kana,
    members: found,
  }));

/** か（1）, か（2） */
function slicesOf<T>(group: Group<T>, most: number): Group<T>[] {
  const { id, name, members } = group;
  const count = Math.ceil(members.length / most);
  if (count === 1) return [group];
  const size = Math.ceil(members.length / count);
  return Array.from({ length: count }, (_, at) => ({
    id,
    name: label => name(label) + label('bracketed', { words: `${at + 1}` }),
    members: members.slice(at * size, (at + 1) * size),
  }));
}

/** Links to the headings, or where else rows stand: [あ](#row-a) [か](#row-ka). */
export function jumpRow(
  rows: readonly Row[],
  label: Labels,
  addressOf = ({ id }: Row): string => `#${id}`,
): RootContent[] {
  const links = rows.flatMap((row, index): PhrasingContent[] => [
    ...(index > 0 ? [text(' ')] : []),
    link(addressOf(row), row.short ?? row.name(label)),
  ]);
  return links.length > 0 ? [paragraph(...links)] : [];
}

/** A part of such a list: its heading, and one above each group; nothing where there is no group. */
export function partOf<T>(
  { id, name }: Row,
  groups: readonly Group<T>[],
  { label, entry }: { label: Labels; entry: (thing: T) => ListItem },
): RootContent[] {
  const lists = groups.flatMap(group => [
    heading(3, group.id, text(group.name(label))),
    list(group.members.map(entry)),
  ]);
  return lists.length > 0 ? [heading(2, id, text(name(label))), ...lists] : [];
}

/** All of it: what a list of names is. Where all are in one group, that needs no name. */
export function alphabeticalParts<T extends Headed>(
  things: readonly T[],
  shown: { label: Labels; entry: (thing: T) => ListItem },
): RootContent[] {
  const { kana, latin } = alphabetical(things);
  const [first, ...others] = [...kana, ...latin];
  if (first && others.length === 0) return [list(first.members.map(shown.entry))];
  return [
    ...[kana, latin].flatMap(rows => jumpRow(rows, shown.label)),
    ...partOf(KANA_PART, kana, shown),
    ...partOf(LATIN_PART, latin, shown),
  ];
}
