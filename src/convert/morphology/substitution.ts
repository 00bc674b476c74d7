/** Scores substitutions of characters by forward–backward costs over the lattice. */
import {
  addPath,
  addWords,
  type Dictionary,
  type Encoded,
  emptyPaths,
  encode,
  extendPaths,
  forwardCost,
  type Paths,
  TEXT_START,
} from './lattice.ts';

/** A text with the costs of its lattice from both ends. */
export interface ForwardBackward {
  readonly encoded: Encoded;
  readonly cost: number;
  readonly paths: Paths;
  readonly backward: BackwardCosts;
  /** For each place, the furthest character that the words beginning there depend on. */
  readonly reach: Int32Array;
}

/**
 * Cost of the best path from a place to the end, by the left id of the word that begins there. Filled from the end of
 * the text, so what belongs to a place stands from `first[place]` to `first[place - 1]`.
 */
interface BackwardCosts {
  readonly first: Int32Array;
  readonly left: number[];
  readonly cost: number[];
}

/** Viterbi from both ends: a path through a place costs its forward and its backward cost there. */
export function forwardBackward(text: string, dictionary: Dictionary): ForwardBackward {
  const encoded = encode(text);
  const paths = emptyPaths(text.length + 1);
  addPath(paths, 0, TEXT_START);
  const reach = new Int32Array(text.length);
  const backward: BackwardCosts = { first: new Int32Array(text.length + 2), left: [0], cost: [0] };
  const words: number[] = [];
  const first = new Int32Array(text.length);
  for (let start = 0; start < text.length; start++) {
    first[start] = words.length;
    reach[start] = start + addWords(encoded, start, words, dictionary);
    extendPaths(paths, start, words, dictionary, first[start]);
  }
  for (let start = text.length - 1; start >= 0; start--) {
    addBackwardCosts(backward, start, words, { from: first[start] as number, dictionary });
    words.length = first[start] as number;
  }
  return { encoded, cost: forwardCost(paths, text.length, 0, dictionary), paths, backward, reach };
}

/** Adds the backward costs of the words that begin at `start`: all of `words` from `from` on. */
function addBackwardCosts(
  backward: BackwardCosts,
  start: number,
  words: readonly number[],
  { from, dictionary }: { from: number; dictionary: Dictionary },
): void {
  const { first, left: lefts, cost: costs } = backward;
  const begin = lefts.length;
  first[start] = begin;
  for (let index = from; index < words.length; index += 2) {
    const row = words[index + 1] as number;
    const table = row < 0 ? dictionary.unknown.table : dictionary.known.table;
    const at = row < 0 ? ~row : row;
    const left = table[at] as number;
    const end = start + (words[index] as number);
    const cost = (table[at + 2] as number) + backwardCost(backward, end, table[at + 1] as number, dictionary);
    let place = begin;
    while (place < lefts.length && lefts[place] !== left) place++;
    if (place === lefts.length) {
      lefts.push(left);
      costs.push(cost);
    } else if (cost < (costs[place] as number)) costs[place] = cost;
  }
}

const endOf = ({ first, left }: BackwardCosts, place: number): number =>
  place === 0 ? left.length : (first[place - 1] as number);

function backwardCost(backward: BackwardCosts, place: number, right: number, { connections }: Dictionary): number {
  const row = right * (connections[1] as number) + 2;
  const end = endOf(backward, place);
  let least = Number.MAX_VALUE;
  for (let index = backward.first[place] as number; index < end; index++) {
    const cost = (connections[row + (backward.left[index] as number)] as number) + (backward.cost[index] as number);
    if (cost < least) least = cost;
  }
  return least;
}

/**
 * Upper bound of what the characters from `start` to `end`, and one on either side, cost the best path: the whole, less
 * the cheapest way there, less the cheapest way on. Where it is little, no other character can be much likelier.
 */
export function surprisal({ cost, encoded, paths, backward }: ForwardBackward, start: number, end: number): number {
  let there = Number.MAX_VALUE;
  for (let place = Math.max(0, start - 1); place <= start; place++)
    for (let path = paths.last[place] as number; path !== -1; path = paths.next[path] as number)
      there = Math.min(there, paths.total[path] as number);
  let on = Number.MAX_VALUE;
  for (let place = end; place <= Math.min(end + 1, encoded.text.length); place++)
    for (let index = backward.first[place] as number; index < endOf(backward, place); index++)
      on = Math.min(on, backward.cost[index] as number);
  return cost - there - on;
}

/** Longest stretch of characters beside a change that may belong to a word with it. */
const LONGEST_WORD = 40;

interface Change {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
}

/**
 * Cost of the best path if `ins` stood from `start` to `end`. Forward costs left of the change and backward costs right
 * of it are known; only words that the change touches are looked up. The same as the cost of the changed text
 * (morphology.test.ts).
 */
export function substitutionCost(costs: ForwardBackward, { start, end, ins }: Change, dictionary: Dictionary): number {
  const { encoded, paths, backward } = costs;
  const first = firstTouched(costs, start);
  const behind = encoded.text.slice(end, end + LONGEST_WORD);
  const changed = encode(encoded.text.slice(first, start) + ins + behind);
  const seam = start - first + ins.length;
  // Places in it count from `first`.
  const local = emptyPaths(changed.text.length + 1);
  for (let place = first; place <= start; place++) keepPaths(paths, place, local, first);
  const words: number[] = [];
  for (let at = 0; at < seam; at++) {
    if (local.last[at] === -1) continue;
    words.length = 0;
    addWords(changed, at, words, dictionary);
    extendPaths(local, at, words, dictionary);
  }
  let least = Number.MAX_VALUE;
  for (let at = seam; at <= changed.text.length; at++)
    for (let path = local.last[at] as number; path !== -1; path = local.next[path] as number) {
      const rest = backwardCost(backward, at - seam + end, local.right[path] as number, dictionary);
      least = Math.min(least, (local.total[path] as number) + rest);
    }
  return least;
}

/** The first place whose words depend on the character at `start`. */
function firstTouched({ reach }: ForwardBackward, start: number): number {
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
