/** Decides by the text whether a passage that the index retrieved is a match, and ranks the matches. */

import type { Passage } from '../index/passages.ts';
import { type Folded, fold, foldText } from '../shared/fold.ts';
import { compareDays, wordsOf } from '../shared/format.ts';
import type { ExpandedWord, Pattern } from './expand.ts';
import type { Filter } from './parse.ts';

/** What a passage must have and must not have. */
export interface Criteria {
  readonly words: readonly ExpandedWord[];
  readonly filters: readonly Filter[];
  readonly withoutWords: readonly string[];
  readonly withoutFilters: readonly Filter[];
}

/** A passage that meets the criteria, with what decides its rank: the lower, the better. */
export interface Match {
  readonly number: number;
  readonly passage: Passage;
  /** 1 where a word stands only under another name. */
  readonly byName: number;
  /** 1 where a Latin word stands only within a longer one: IT in `Initiative`. */
  readonly isPartial: number;
  /** Place in `FIELDS` of where all words stand. */
  readonly field: number;
  /** How many characters the words reach over: 0 near, 1 some way off, 2 far. */
  readonly spread: number;
}

interface FoldedPassage {
  readonly title: string;
  readonly heading: string;
  readonly text: Folded;
}

const FOLDED = new WeakMap<Passage, FoldedPassage>();

/** What of a passage is searched, folded once. */
export function foldedPassage(passage: Passage): FoldedPassage {
  const known = FOLDED.get(passage);
  if (known) return known;
  const { title, heading, text } = wordsOf(passage);
  const folded = { title: foldText(title), heading: foldText(heading), text: fold(text) };
  FOLDED.set(passage, folded);
  return folded;
}

export function matchPassage(number: number, passage: Passage, criteria: Criteria): Match | undefined {
  const { title, heading, text } = foldedPassage(passage);
  const has = (pattern: string): boolean => [title, heading, text.text].some(part => part.includes(pattern));
  const found = criteria.words.map(({ patterns }) => patterns.filter(pattern => has(pattern.text)));
  if (found.some(patterns => patterns.length === 0) || criteria.withoutWords.some(has)) return undefined;
  if (!criteria.filters.every(filter => passes(passage, filter))) return undefined;
  if (criteria.withoutFilters.some(filter => passes(passage, filter))) return undefined;
  const isWhole = ({ text: pattern }: Pattern): boolean =>
    !LATIN.test(pattern) || [title, heading, text.text].some(part => hasWhole(part, pattern));
  const inAll = (part: string): boolean =>
    found.every(patterns => patterns.some(pattern => part.includes(pattern.text)));
  const isMinutes = passage.head.kind === 'minutes';
  const field: Field =
    found.length === 1 && found[0]?.[0]?.text === title
      ? 'is title'
      : inAll(title)
        ? 'title'
        : inAll(heading) && passage.speaker === undefined
          ? 'heading'
          : isMinutes && inAll(text.text)
            ? 'said'
            : isMinutes
              ? 'label'
              : 'other';
  return {
    number,
    passage,
    byName: found.some(patterns => patterns.every(({ origin }) => origin === 'names')) ? 1 : 0,
    isPartial: found.every(patterns => patterns.some(isWhole)) ? 0 : 1,
    field: FIELDS.indexOf(criteria.words.length === 0 ? 'said' : field),
    spread: found.length > 1 ? spreadOf(text.text, found) : 0,
  };
}

/** Who asks for a word wants what was said of it: before the labels of those who bear it, before entries that tell of it. */
const FIELDS = ['is title', 'title', 'heading', 'said', 'label', 'other'] as const;
type Field = (typeof FIELDS)[number];

/** A folded Latin word or number: `it`, `5g`. */
const LATIN = /^[a-z0-9]+$/;

export const hasWhole = (text: string, pattern: string): boolean =>
  placesOf(text, pattern).some(at => !cutsWord(text, at, at + pattern.length));

/** Whether a part of a text begins or ends within a Latin word: `nica` in `communication`. */
export const cutsWord = (text: string, from: number, to: number): boolean =>
  INSIDE_WORD.test(text.slice(Math.max(0, from - 1), from + 1)) || INSIDE_WORD.test(text.slice(to - 1, to + 1));
const INSIDE_WORD = /^[\p{sc=Latin}\p{N}]{2}$/u;

export function passes({ head, speaker = '', who = '' }: Passage, filter: Filter): boolean {
  switch (filter.field) {
    case 'speaker':
      return foldText(`${speaker}\n${who}`).includes(filter.pattern);
    case 'body':
      return foldText(head.body ?? '').includes(filter.pattern);
    case 'year':
      return filter.values.includes((head.day ?? '').slice(0, 4));
    case 'kind':
      return filter.values.includes(head.kind);
  }
}

/** Distances between words: within a sentence or so, within a paragraph. */
const NEAR = 40;
const FAR = 160;

/** How far apart the words stand where they stand nearest to each other. */
function spreadOf(text: string, found: readonly (readonly Pattern[])[]): number {
  const places = found
    .flatMap((patterns, word) => patterns.flatMap(pattern => placesOf(text, pattern.text).map(at => ({ at, word }))))
    .toSorted((a, b) => a.at - b.at);
  const last = new Map<number, number>();
  let least = Number.POSITIVE_INFINITY;
  for (const { at, word } of places) {
    last.set(word, at);
    if (last.size === found.length) least = Math.min(least, at - Math.min(...last.values()));
  }
  return least <= NEAR ? 0 : least <= FAR ? 1 : 2;
}

/** Where a pattern stands in a text. */
export function placesOf(text: string, pattern: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(pattern); at >= 0 && pattern !== ''; at = text.indexOf(pattern, at + pattern.length))
    places.push(at);
  return places;
}

/** The best first: as typed before other names, whole words before parts of them, by field; words together; the newest; as numbered. */
export function compareMatches(a: Match, b: Match): number {
  return (
    a.byName - b.byName ||
    a.isPartial - b.isPartial ||
    a.field - b.field ||
    a.spread - b.spread ||
    compareDays(a.passage.head, b.passage.head) ||
    a.number - b.number
  );
}
