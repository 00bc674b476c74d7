/** Puts what two documents say side by side. */
import { termPath, urlOf } from '@tsuzuri/core/urls';
import type { Comparable, TextBlock } from '@tsuzuri/print/data/comparison';
import { diff, type Run } from './diff.ts';
import { wordsIn } from './words.ts';

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
    of: ({ speakers }: Comparable): Named[] => speakers.map(words => ({ words })),
    key: ({ words }: Named) => words,
  },
  {
    title: 'theme.headings',
    of: ({ headings }: Comparable): Named[] => headings.map(words => ({ words })),
    key: ({ words }: Named) => words.replace(/^[\d\s().（）．]+/u, ''),
  },
  {
    title: 'theme.terms',
    of: ({ terms }: Comparable): Named[] =>
      Object.entries(terms).map(([id, words]) => ({ words, link: urlOf(termPath(id)) })),
    key: ({ link = '' }: Named) => link,
  },
] as const;

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
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly words: string;
  readonly isChanged: boolean;
}

type Blocks = readonly TextBlock[];

export const stretchesOf = (first: Blocks, second: Blocks): Stretch[] =>
  runsOf(first, second).map(run =>
    run.isSame
      ? { same: first.slice(...run.first), rows: [] }
      : { same: [], rows: rowsOf(first.slice(...run.first), second.slice(...run.second)) },
  );

const wordsOf = ({ words }: TextBlock): string => words;

/** A speech between two others of a chair begins with its own 「議長」 and does not end with that of the next one. */
function runsOf(first: Blocks, second: Blocks): Run[] {
  const end: Run = { isSame: true, first: [first.length, first.length], second: [second.length, second.length] };
  const runs = [...diff(first.map(wordsOf), second.map(wordsOf)), end];
  const ups = runs.map((run, index) => toHeading(run, runs[index - 1], { first, second }));
  return runs
    .map(({ isSame, first: [from, to], second: [start, end] }, index): Run => {
      const [above = 0, below = 0] = isSame ? [ups[index - 1], ups[index + 1]] : [ups[index], ups[index]];
      return { isSame, first: [from - above, to - below], second: [start - above, end - below] };
    })
    .filter(({ first: [from, to], second: [start, end] }) => from < to || start < end);
}

/** How many blocks higher a run that only one document has can stand as well, and begin with a heading. */
function toHeading(
  run: Run,
  before: Run | undefined,
  sides: { readonly first: Blocks; readonly second: Blocks },
): number {
  const own = (['first', 'second'] as const).filter(side => run[side][0] < run[side][1]);
  const [side] = own;
  if (run.isSame || !before || !side || own.length > 1) return 0;
  const [blocks, [from, to]] = [sides[side], run[side]];
  for (let up = 0; from - up >= before[side][0]; up++) {
    if (blocks[from - up]?.isHeading) return up;
    if (blocks[from - up - 1]?.words !== blocks[to - up - 1]?.words) return 0;
  }
  return 0;
}

/** Two texts that share less than this are no two forms of one. */
const LEAST_SHARE = 0.5;
/** Blocks among which another form is looked for: of two long meetings, no block has one. */
const FARTHEST = 30;

/** Forms of one block stand beside each other, in the order of both documents; a block without another form stands alone. */
function rowsOf(first: Blocks, second: Blocks): Row[] {
  const rows: Row[] = [];
  const bigrams = second.map(({ words }) => bigramsIn(words));
  let next = 0;
  const addSecond = (end: number): void =>
    void rows.push(...second.slice(next, end).map(block => ({ second: whole(block) })));
  for (const block of first) {
    const own = bigramsIn(block.words);
    const found = bigrams.slice(next, next + FARTHEST).findIndex(others => shareOf(own, others) >= LEAST_SHARE);
    if (found >= 0) {
      const at = next + found;
      addSecond(at);
      rows.push(rowOf(block, second[at] as TextBlock));
      next = at + 1;
    } else rows.push({ first: whole(block) });
  }
  addSecond(second.length);
  return rows;
}

const whole = (block: TextBlock): Marked => ({ block, pieces: [{ words: block.words, isChanged: true }] });

type Bigrams = ReadonlySet<string>;

/** Two characters each, both ends included: a text of one character has two. */
function bigramsIn(words: string): Bigrams {
  const characters = ['', ...words, ''];
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}

/** From 0 to 1. L. R. Dice, Measures of the amount of ecologic association between species (1945). */
function shareOf(a: Bigrams, b: Bigrams): number {
  let shared = 0;
  for (const bigram of a) if (b.has(bigram)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** Of two texts together. Longer ones are compared by their sentences first: a phone would be busy for seconds. */
const MOST_CHARACTERS = 2000;
const SENTENCE = /[^。]*。|[^。]+$/gu;
/** A shorter stretch between two changes, such as 「の」, is the same by chance. */
const LEAST_SAME = 2;

function rowOf(first: TextBlock, second: TextBlock): Row {
  const pairs = pairsOf(first.words, second.words);
  const piecesOf = (side: 'first' | 'second'): Piece[] =>
    joined(pairs.map(({ isSame, [side]: words }) => ({ words, isChanged: !isSame })));
  return { first: { block: first, pieces: piecesOf('first') }, second: { block: second, pieces: piecesOf('second') } };
}

/** Pieces of two texts that stand beside each other. */
interface Pair {
  readonly isSame: boolean;
  readonly first: string;
  readonly second: string;
}

/** By words; of sentences that are no two forms of one, each is another as a whole. */
function pairsOf(first: string, second: string): Pair[] {
  const isLong = first.length + second.length > MOST_CHARACTERS;
  if (!isLong) return withoutChance(pairsBy(wordsIn, first, second));
  return pairsBy(sentencesIn, first, second).flatMap(pair => {
    const areForms = !pair.isSame && shareOf(bigramsIn(pair.first), bigramsIn(pair.second)) >= LEAST_SHARE;
    return areForms && pair.first.length + pair.second.length <= MOST_CHARACTERS
      ? pairsOf(pair.first, pair.second)
      : [pair];
  });
}

const sentencesIn = (text: string): string[] => text.match(SENTENCE) ?? [];

function pairsBy(unitsIn: (text: string) => string[], first: string, second: string): Pair[] {
  const [a, b] = [unitsIn(first), unitsIn(second)];
  return diff(a, b).map(run => ({
    isSame: run.isSame,
    first: a.slice(...run.first).join(''),
    second: b.slice(...run.second).join(''),
  }));
}

const withoutChance = (pairs: readonly Pair[]): Pair[] =>
  pairs.map((pair, index) => ({
    ...pair,
    isSame: pair.isSame && (index === 0 || index === pairs.length - 1 || pair.first.length >= LEAST_SAME),
  }));

/** Neighbours that are both changed as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const { words, isChanged } of pieces.filter(({ words }) => words !== '')) {
    const before = all.at(-1);
    if (before?.isChanged === isChanged) all[all.length - 1] = { words: before.words + words, isChanged };
    else all.push({ words, isChanged });
  }
  return all;
}
