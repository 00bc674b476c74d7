/** Tells what a text would cost if a letter of it were another, without weighing all of it anew. */
import {
  addPath,
  addWords,
  BEGINNING,
  carryOn,
  type Dictionary,
  type Encoded,
  encode,
  leastTo,
  noPaths,
  type Paths,
} from './lattice.ts';

/** A text whose lattice is known in full: from the left and from the right. */
export interface Weighed {
  readonly encoded: Encoded;
  readonly cost: number;
  readonly paths: Paths;
  readonly owed: Owed;
  /** For each place, the furthest letter that the words beginning there depend on. */
  readonly reach: Int32Array;
}

/**
 * What is left to pay from a place on, by the left id of the word that begins there. Filled from the end of the text, so
 * what belongs to a place stands from `first[place]` to `first[place - 1]`.
 */
interface Owed {
  readonly first: Int32Array;
  readonly left: number[];
  readonly cost: number[];
}

/** Viterbi from both ends: any path through a place costs what it took to get there and what is owed behind it. */
export function weigh(text: string, dictionary: Dictionary): Weighed {
  const encoded = encode(text);
  const paths = noPaths(text.length + 1);
  addPath(paths, 0, BEGINNING);
  const reach = new Int32Array(text.length);
  const owed: Owed = { first: new Int32Array(text.length + 2), left: [0], cost: [0] };
  const words: number[] = [];
  const first = new Int32Array(text.length);
  for (let start = 0; start < text.length; start++) {
    first[start] = words.length;
    reach[start] = start + addWords(encoded, start, words, dictionary);
    carryOn(paths, start, words, dictionary, first[start]);
  }
  for (let start = text.length - 1; start >= 0; start--) {
    owe(owed, start, words, { from: first[start] as number, dictionary });
    words.length = first[start] as number;
  }
  return { encoded, cost: leastTo(paths, text.length, 0, dictionary), paths, owed, reach };
}

/** Owes the words that begin at `start`: all of `words` from `from` on. */
function owe(
  owed: Owed,
  start: number,
  words: readonly number[],
  { from, dictionary }: { from: number; dictionary: Dictionary },
): void {
  const { first, left: lefts, cost: costs } = owed;
  const begin = lefts.length;
  first[start] = begin;
  for (let index = from; index < words.length; index += 2) {
    const row = words[index + 1] as number;
    const table = row < 0 ? dictionary.unknown.table : dictionary.known.table;
    const at = row < 0 ? ~row : row;
    const left = table[at] as number;
    const end = start + (words[index] as number);
    const cost = (table[at + 2] as number) + leastOwed(owed, end, table[at + 1] as number, dictionary);
    let place = begin;
    while (place < lefts.length && lefts[place] !== left) place++;
    if (place === lefts.length) {
      lefts.push(left);
      costs.push(cost);
    } else if (cost < (costs[place] as number)) costs[place] = cost;
  }
}

const endOf = ({ first, left }: Owed, place: number): number =>
  place === 0 ? left.length : (first[place - 1] as number);

function leastOwed(owed: Owed, place: number, right: number, { connections }: Dictionary): number {
  const row = right * (connections[1] as number) + 2;
  const end = endOf(owed, place);
  let least = Number.MAX_VALUE;
  for (let index = owed.first[place] as number; index < end; index++) {
    const cost = (connections[row + (owed.left[index] as number)] as number) + (owed.cost[index] as number);
    if (cost < least) least = cost;
  }
  return least;
}

/**
 * What the letters from `start` to `end`, and one on either side, cost the best path at most: the whole, less the
 * cheapest way there, less the cheapest way on. Where it is little, no other letter can be much likelier.
 */
export function strain({ cost, encoded, paths, owed }: Weighed, start: number, end: number): number {
  let there = Number.MAX_VALUE;
  for (let place = Math.max(0, start - 1); place <= start; place++)
    for (let path = paths.last[place] as number; path !== -1; path = paths.next[path] as number)
      there = Math.min(there, paths.total[path] as number);
  let on = Number.MAX_VALUE;
  for (let place = end; place <= Math.min(end + 1, encoded.text.length); place++)
    for (let index = owed.first[place] as number; index < endOf(owed, place); index++)
      on = Math.min(on, owed.cost[index] as number);
  return cost - there - on;
}

/** Longest stretch of letters beside a change that may belong to a word with it. */
const LONGEST_WORD = 40;

interface Change {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
}

/**
 * Cost of the best path if `ins` stood from `start` to `end`: what lies left of the change is known already, and so is
 * what is owed to the right; only words that the change touches are looked up. The same as weighing the changed text
 * (morphology.test.ts).
 */
export function costIf(weighed: Weighed, { start, end, ins }: Change, dictionary: Dictionary): number {
  const { encoded, paths, owed } = weighed;
  const first = firstTouched(weighed, start);
  const behind = encoded.text.slice(end, end + LONGEST_WORD);
  const changed = encode(encoded.text.slice(first, start) + ins + behind);
  const seam = start - first + ins.length;
  // Places in it count from `first`.
  const local = noPaths(changed.text.length + 1);
  for (let place = first; place <= start; place++) keepPaths(paths, place, local, first);
  const words: number[] = [];
  for (let at = 0; at < seam; at++) {
    if (local.last[at] === -1) continue;
    words.length = 0;
    addWords(changed, at, words, dictionary);
    carryOn(local, at, words, dictionary);
  }
  let least = Number.MAX_VALUE;
  for (let at = seam; at <= changed.text.length; at++)
    for (let path = local.last[at] as number; path !== -1; path = local.next[path] as number) {
      const rest = leastOwed(owed, at - seam + end, local.right[path] as number, dictionary);
      least = Math.min(least, (local.total[path] as number) + rest);
    }
  return least;
}

/** The first place whose words depend on the letter at `start`. */
function firstTouched({ reach }: Weighed, start: number): number {
  for (let at = Math.max(0, start - LONGEST_WORD); at < start; at++) if ((reach[at] as number) >= start) return at;
  return start;
}

/** Paths to a place whose last word begins before the first place that is touched stay as they are. */
function keepPaths(paths: Paths, place: number, local: Paths, first: number): void {
  for (let path = paths.last[place] as number; path !== -1; path = paths.next[path] as number) {
    const [start, row, right, total] = [paths.start[path], paths.row[path], paths.right[path], paths.total[path]];
    if ((start as number) < first)
      addPath(local, place - first, { start, row, right, total } as Parameters<typeof addPath>[2]);
  }
}
