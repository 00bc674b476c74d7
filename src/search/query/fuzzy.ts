/** Looks for what differs in one letter from a word that stands nowhere: サイバーセキュリテイ → サイバーセキュリティ. */

import type { Passage } from '../index/passages.ts';
import { gramsOf, isLetter } from '../shared/fold.ts';
import type { NamedPage } from '../shared/format.ts';
import type { Pattern, Wanted } from './expand.ts';
import { foldedPassage, isTorn, placesOf } from './match.ts';
import type { Index } from './reader.ts';
import { type Budget, candidatesOf } from './retrieve.ts';

/** In fewer letters one other letter makes another word. */
const SHORTEST = 4;
/** For one half. */
const BUDGET: Budget = { bytes: 6_000, isThorough: false };
/** At most so many words are offered for one. */
const MOST_FORMS = 3;

/** A string of the text that is nearly the word. */
interface Near {
  readonly pattern: string;
  /** As the text has it. */
  readonly form: string;
  /** 1 one letter is another one or two have changed places, 2 one is missing or too many, 3 so at the edge. */
  readonly cost: number;
}

/** The word as the text has it, or nothing. `read` gives the passages that may hold half of it. */
export async function nearest(
  { typed, patterns: [own] }: Wanted,
  index: Index,
  read: (list: Uint32Array) => Promise<readonly Passage[]>,
): Promise<Wanted | undefined> {
  const word = own?.text ?? '';
  if (word.length < SHORTEST) return undefined;
  const half = Math.floor(word.length / 2);
  const found = new Map<string, Near & { times: number }>();
  // One edit leaves one of the halves whole.
  for (const part of [word.slice(0, half), word.slice(half)]) {
    const wanted: Wanted = { typed: part, patterns: [{ text: part, origin: 'own' }], notes: [] };
    const { passages: list } = await candidatesOf({ words: [wanted], filters: [] }, index, BUDGET);
    for (const passage of await read(list))
      for (const near of nearIn(passage, word, part)) {
        const known = found.get(near.pattern);
        found.set(near.pattern, { ...near, form: known?.form ?? near.form, times: (known?.times ?? 0) + 1 });
      }
  }
  const sorted = [...found.values()].toSorted((a, b) => a.cost - b.cost || b.times - a.times);
  const best = sorted.filter(({ cost }) => cost === sorted[0]?.cost).slice(0, MOST_FORMS);
  if (best.length === 0) return undefined;
  return {
    typed,
    patterns: best.map(({ pattern }) => ({ text: pattern, origin: 'near' })),
    notes: [{ kind: 'near', word: typed, as: best.map(({ form }) => form) }],
  };
}

function nearIn(passage: Passage, word: string, half: string): Near[] {
  const { text, places } = foldedPassage(passage).text;
  const isLeft = word.startsWith(half);
  const found: Near[] = [];
  for (const at of placesOf(text, half))
    for (const length of [word.length - 1, word.length, word.length + 1]) {
      const from = isLeft ? at : at + half.length - length;
      const pattern = text.slice(Math.max(0, from), from + length);
      const isThere = from >= 0 && pattern.length === length && !isTorn(text, from, from + length);
      const cost = isThere ? costOf(word, pattern) : 0;
      if (cost > 0) found.push({ pattern, form: passage.text.slice(places[from], places[from + length]).trim(), cost });
    }
  return found;
}

/** What the one edit costs between two strings; 0 where it is none, or more than one, or not of letters. */
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
  return start === 0 || end === 0 ? 3 : 2;
}

/** Another figure is another number, never a slip. */
const isMendable = (letter: string): boolean => isLetter(letter.charCodeAt(0)) && !/\p{N}/u.test(letter);

// Offers entries of the glossary with names like what was looked for in vain.

/** So much of the pairs of letters must agree. */
const LIKE = 0.34;
const MOST = 3;

export function nearestNames(
  patterns: readonly Pattern[],
  pages: readonly NamedPage[],
): { path: string; title: string }[] {
  const wanted = patterns.map(({ text }) => pairsOf(text));
  const likeness = ({ names }: NamedPage): number =>
    Math.max(0, ...names.flatMap(name => wanted.map(pairs => dice(pairs, pairsOf(name)))));
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
