/** Puts what two documents say side by side. */
import { termPath, urlOf } from '@tsuzuri/core/urls';
import type { Comparable, TextBlock } from '@tsuzuri/print/data/comparison';
import { diff } from './diff.ts';

/** Something that a document names. */
export interface Named {
  readonly words: string;
  /** `/glossary/nisc` */
  readonly link?: string;
}

/** Things that only one has, or both. */
export interface Sides<T> {
  readonly first: readonly T[];
  readonly both: readonly T[];
  readonly second: readonly T[];
}

/** What documents are compared by, beside their text: how it is named, what it is, what makes two of it one. */
const PARTS = [
  {
    title: 'theme.attendees',
    of: ({ attendees }: Comparable): Named[] => attendees.map(words => ({ words })),
    // Who has another post is the same person: 村井 純、慶應義塾大学教授
    key: ({ words }: Named) => (words.split('、')[0] ?? '').replace(/\s/gu, ''),
  },
  {
    title: 'theme.speakers',
    of: ({ blocks }: Comparable): Named[] => blocks.filter(isSpeaker),
    key: ({ words }: Named) => words,
  },
  {
    title: 'theme.headings',
    of: ({ blocks }: Comparable): Named[] => blocks.filter(block => block.isHeading && !isSpeaker(block)),
    key: ({ words }: Named) => words.replace(/^[\d\s().（）．]+/u, ''),
  },
  {
    title: 'theme.terms',
    of: ({ terms }: Comparable): Named[] =>
      Object.entries(terms).map(([id, words]) => ({ words, link: urlOf(termPath(id)) })),
    key: ({ link = '' }: Named) => link,
  },
] as const;

const isSpeaker = ({ isHeading, anchor = '' }: TextBlock): boolean => isHeading === true && anchor.startsWith('u');

export const partsOf = (first: Comparable, second: Comparable) =>
  PARTS.map(({ title, of, key }) => ({ title, sides: sidesOf(of(first), of(second), key) })).filter(
    ({ sides }) => sides.first.length + sides.both.length + sides.second.length > 0,
  );

function sidesOf<T>(first: readonly T[], second: readonly T[], key: (thing: T) => string): Sides<T> {
  const [firsts, seconds] = [first, second].map(things => new Map(things.map(thing => [key(thing), thing])));
  const of = (things = new Map<string, T>(), others = new Map<string, T>(), isBoth = false): T[] =>
    [...things].flatMap(([name, thing]) => (others.has(name) === isBoth ? [thing] : []));
  return { first: of(firsts, seconds), both: of(firsts, seconds, true), second: of(seconds, firsts) };
}

/** Blocks that are the same in both documents, or rows of what differs: one of the two is empty. */
export interface Stretch {
  readonly same: readonly TextBlock[];
  readonly rows: readonly Row[];
}

/** A block of each document; one may have none. */
export interface Row {
  readonly first?: Marked | undefined;
  readonly second?: Marked | undefined;
}

/** A block, cut where it differs from the one beside it. */
export interface Marked {
  readonly block: TextBlock;
  readonly pieces: readonly [start: string, changed: string, end: string];
}

export const stretchesOf = (first: readonly TextBlock[], second: readonly TextBlock[]): Stretch[] =>
  diff(first.map(wordsOf), second.map(wordsOf)).map(run =>
    run.isSame
      ? { same: first.slice(...run.first), rows: [] }
      : { same: [], rows: rowsOf(first.slice(...run.first), second.slice(...run.second)) },
  );

const wordsOf = ({ words }: TextBlock): string => words;

function rowsOf(first: readonly TextBlock[], second: readonly TextBlock[]): Row[] {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, index) => rowOf(first[index], second[index]));
}

/** Two blocks of which less than this share is the same are no two forms of one. */
const LEAST_SHARE = 0.5;

function rowOf(first: TextBlock | undefined, second: TextBlock | undefined): Row {
  const [a, b] = [first?.words ?? '', second?.words ?? ''];
  const start = commonStart(a, b);
  const end = commonStart(reversed(a.slice(start)), reversed(b.slice(start)));
  const isOne = start + end >= LEAST_SHARE * Math.max(a.length, b.length);
  const marked = (block: TextBlock | undefined): Marked | undefined =>
    block && { block, pieces: isOne ? cut(block.words, start, end) : ['', block.words, ''] };
  return { first: marked(first), second: marked(second) };
}

/** In UTF-16 units; a character of two stays whole. */
function commonStart(a: string, b: string): number {
  let length = 0;
  for (const character of a) {
    if (!b.startsWith(character, length)) break;
    length += character.length;
  }
  return length;
}

const reversed = (text: string): string => [...text].reverse().join('');
const cut = (text: string, start: number, end: number): Marked['pieces'] => [
  text.slice(0, start),
  text.slice(start, text.length - end),
  text.slice(text.length - end),
];
