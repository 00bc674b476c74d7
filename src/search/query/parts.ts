/** Answers a question by its parts, where no passage has all that was typed: the more of the rarer words, the better. */
import type { Passage } from '../index/passages.ts';
import type { ExpandedWord } from './expand.ts';
import { type Located, listOf, locateWords } from './locate.ts';
import { passes } from './match.ts';
import type { Filter } from './parse.ts';
import { type Index, isSmall } from './reader.ts';
import { inHeadings } from './retrieve.ts';
import { BEFORE, IN_YEAR, OF_ENTRY, rarity, type Score, type Sought, scoreOf } from './score.ts';
import { isEmpty, type Understood } from './understand.ts';

/** A passage with some of the words of a question. */
interface PartMatch extends Score {
  readonly number: number;
  readonly passage: Passage;
}

/** What was looked for, and where it stands. */
export interface PartAnswer {
  /** The best first. */
  readonly matches: readonly PartMatch[];
  /** What is marked of them: a kanji alone would be marked in other words. */
  readonly words: readonly ExpandedWord[];
  /** Those of the words that were typed, and say something. */
  readonly shown: readonly ExpandedWord[];
}

/** What is read: passages to be ranked, and words in all their forms. In a large book each passage is a file. */
const SMALL = { read: 24, forms: 60 };
const LARGE = { read: 6, forms: 8 };
/** Behind the first of them, passages with less than this part of what the best promises are not read. */
const [SURELY_READ, PROMISING] = [8, 0.2];
/** Passages that may be a question, whose answer is the next one. */
const FOLLOWED = 3;
/** A passage with less than this part of the best score is no answer. With .15 the precision at five of forty judged questions is .61. */
const LEAST = 0.25;
/** The entry of the thing that is asked for is read, whatever else promises more. */
const SURELY = 100;

export async function findParts(asked: Understood, filters: readonly Filter[], index: Index): Promise<PartAnswer> {
  const most = isSmall(index) ? SMALL : LARGE;
  const known = await locateWords(asked, most.forms, index);
  const things = known.filter(({ role }) => role === 'thing' || (!role && known.filter(isOwn).length === 1));
  const promises = await promisesOf({ words: known, things }, asked, index);
  const allowed = filters.length > 0 ? new Set(await listOf({ filters }, index)) : undefined;
  const numbers = bestOf(
    [...promises].filter(([number]) => !allowed || allowed.has(number)),
    most.read,
  );
  const own = new Map<number, PartMatch>();
  await Promise.all(
    numbers.map(async number => {
      const passage = await index.passage(number);
      const score = scoreOf(passage, { words: known, things }, asked);
      if (filters.every(filter => passes(passage, filter))) own.set(number, { number, passage, ...score });
    }),
  );
  const matches = [...own.values()].map(match => ({ ...match, value: match.value + BEFORE * valueBefore(match, own) }));
  const least = Math.max(0, ...matches.map(({ value }) => value)) * LEAST;
  return {
    matches: matches
      .filter(({ value, isThing }) => value > 0 && (isThing || value >= least))
      .toSorted((a, b) => Number(b.isThing) - Number(a.isThing) || b.value - a.value || a.number - b.number),
    words: known
      .map(({ word }) => ({ ...word, patterns: word.patterns.filter(({ text }) => text.length > 1) }))
      .filter(({ patterns }) => patterns.length > 0),
    shown: known.filter(isShown).map(({ word }) => word),
  };
}

/** What the index says of the passages before any is read: how much they may have. */
async function promisesOf(
  { words, things }: Sought,
  { years }: Understood,
  index: Index,
): Promise<Map<number, number>> {
  const promises = new Map<number, number>();
  const add = (numbers: Iterable<number>, value: number): void => {
    for (const number of numbers) promises.set(number, (promises.get(number) ?? 0) + value);
  };
  for (const word of words) add(word.passages, rarity(word));
  if (years.length > 0) add(await listOf({ filters: [{ field: 'year', values: years }] }, index), IN_YEAR);
  // In a large book the list of all minutes is long, and nearly all passages are theirs.
  if (isSmall(index)) {
    const ofMinutes = new Set(await listOf({ filters: [{ field: 'kind', values: ['minutes'] }] }, index));
    for (const [number, value] of promises) if (!ofMinutes.has(number)) promises.set(number, value * OF_ENTRY);
  }
  for (const { passages, word } of things) add(await inHeadings(passages, [word], index), SURELY);
  return promises;
}

/** Those that promise most, and those that follow the first of them. */
function bestOf(promises: readonly (readonly [number: number, value: number])[], most: number): number[] {
  const sorted = promises.toSorted(([, a], [, b]) => b - a);
  const highest = sorted.find(([, value]) => value < SURELY)?.[1] ?? 0;
  const first = sorted
    .slice(0, most)
    .filter(([, value], at) => at < SURELY_READ || value >= PROMISING * highest)
    .map(([number]) => number);
  const all = new Set(promises.map(([number]) => number));
  const next = first.slice(0, FOLLOWED).map(number => number + 1);
  return [...new Set([...first, ...next.filter(number => all.has(number))])];
}

const isOwn = ({ role }: Located): boolean => !role || role === 'person' || role === 'kana' || role === 'date';
const isShown = (one: Located): boolean =>
  (isOwn(one) || one.role === 'thing' || one.role === 'spelt') && one.word.typed.length > 1 && !isEmpty(one.word.typed);

/** What the passage before has: an answer follows its question. */
function valueBefore({ number, passage }: PartMatch, all: ReadonlyMap<number, PartMatch>): number {
  const previous = all.get(number - 1);
  return previous?.passage.head.path === passage.head.path && !passage.isFirst ? previous.value : 0;
}
