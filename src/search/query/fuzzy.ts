/** Finds what differs in one character from a word that stands nowhere: サイバーセキュリテイ → サイバーセキュリティ. */

import type { Passage } from '../index/passages.ts';
import { gramsOf, isIndexed } from '../shared/fold.ts';
import type { NamedPage } from '../shared/format.ts';
import type { ExpandedWord, Pattern } from './expand.ts';
import { cutsWord, foldedPassage, placesOf } from './match.ts';
import type { Index } from './reader.ts';
import { type Budget, retrieve } from './retrieve.ts';

/** In a shorter word one other character makes another word. */
const SHORTEST = 4;
/** A longer one is a text that was pasted. */
const LONGEST = 500;
/** For one half. */
const BUDGET: Budget = { bytes: 6_000, isThorough: false };
/** The most words that are tried for one. */
const MOST_FORMS = 3;

/** A string of the text that is nearly the word. */
interface FuzzyForm {
  readonly pattern: string;
  /** As the text has it. */
  readonly form: string;
  /** 1 one character is another one or two have changed places, 2 one is missing or too many, 3 the same at the edge. */
  readonly cost: number;
}

/** The word as the text has it, or nothing. `read` gives the passages that may hold half of it. */
export async function findFuzzy(
  { typed, patterns: [own] }: ExpandedWord,
  index: Index,
  read: (list: Uint32Array) => Promise<readonly Passage[]>,
): Promise<ExpandedWord | undefined> {
  const word = own?.text ?? '';
  if (word.length < SHORTEST || word.length > LONGEST) return undefined;
  const middle = Math.floor(word.length / 2);
  const found = new Map<string, FuzzyForm & { times: number }>();
  // One edit leaves one of the halves whole.
  for (const part of [word.slice(0, middle), word.slice(middle)]) {
    const half: ExpandedWord = { typed: part, patterns: [{ text: part, origin: 'own' }], notes: [] };
    const { passages: list } = await retrieve({ words: [half], filters: [] }, index, BUDGET);
    for (const passage of await read(list))
      for (const fuzzy of fuzzyFormsIn(passage, word, part)) {
        const known = found.get(fuzzy.pattern);
        found.set(fuzzy.pattern, { ...fuzzy, form: known?.form ?? fuzzy.form, times: (known?.times ?? 0) + 1 });
      }
  }
  const sorted = [...found.values()].toSorted((a, b) => a.cost - b.cost || b.times - a.times);
  const best = sorted.filter(({ cost }) => cost === sorted[0]?.cost).slice(0, MOST_FORMS);
  if (best.length === 0) return undefined;
  return {
    typed,
    patterns: best.map(({ pattern }) => ({ text: pattern, origin: 'fuzzy' })),
    notes: [{ kind: 'near', word: typed, as: best.map(({ form }) => form) }],
  };
}

function fuzzyFormsIn(passage: Passage, word: string, half: string): FuzzyForm[] {
  const { text, places } = foldedPassage(passage).text;
  const isLeft = word.startsWith(half);
  const found: FuzzyForm[] = [];
  for (const at of placesOf(text, half))
    for (const length of [word.length - 1, word.length, word.length + 1]) {
      const from = isLeft ? at : at + half.length - length;
      const pattern = text.slice(Math.max(0, from), from + length);
      const isThere = from >= 0 && pattern.length === length && !cutsWord(text, from, from + length);
      const cost = isThere ? costOf(word, pattern) : 0;
      if (cost > 0) found.push({ pattern, form: passage.text.slice(places[from], places[from + length]).trim(), cost });
    }
  return found;
}

/** What the one edit costs between two strings; 0 where it is none, or more than one, or not of indexed characters. */
function costOf(word: string, other: string): number {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(word.length, other.length) - start && word.at(-1 - end) === other.at(-1 - end)) end++;
  const [ours, theirs] = [word.slice(start, word.length - end), other.slice(start, other.length - end)];
  if (ours + theirs === '' || ![...(ours + theirs)].every(isMendable)) return 0;
  if (ours.length === 1 && theirs.length === 1) return 1;
  if (ours.length === 2 && ours === [...theirs].reverse().join('')) return 1;
  if (ours.length + theirs.length !== 1) return 0;
  if (start > 0 && end > 0) return 2;
  // 次回開催 is no slip for 回開催: a kanji more at the edge is another word.
  return /\p{sc=Han}/u.test(ours + theirs) ? 0 : 3;
}

/** Another digit is another number, never a slip. */
const isMendable = (character: string): boolean => isIndexed(character.charCodeAt(0)) && !/\p{N}/u.test(character);

/** The part of the character pairs that must agree. */
const LIKE = 0.34;
const MOST = 3;

/** Suggests entries of the glossary with names like what was not found. */
export function suggest(patterns: readonly Pattern[], pages: readonly NamedPage[]): { path: string; title: string }[] {
  const looked = patterns.map(({ text }) => pairsOf(text));
  const likeness = ({ names }: NamedPage): number =>
    Math.max(0, ...names.flatMap(name => looked.map(pairs => dice(pairs, pairsOf(name)))));
  return pages
    .map(page => ({ page, like: likeness(page) }))
    .filter(({ like }) => like >= LIKE)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ page: { path, title } }) => ({ path, title }));
}

const pairsOf = (text: string): string[] => [...new Set(gramsOf(text).map(({ gram }) => gram))];

/** Dice's coefficient: twice what two sets share, of all that they have. @see https://doi.org/10.2307/1932409 */
function dice(a: readonly string[], b: readonly string[]): number {
  const both = a.filter(gram => b.includes(gram)).length;
  return a.length + b.length === 0 ? 0 : (2 * both) / (a.length + b.length);
}
