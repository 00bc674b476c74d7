/** Intersects and unites ascending lists of passages. */
import type { Placed } from './bytes.ts';

export type List = Uint32Array<ArrayBuffer>;

export const EMPTY: List = new Uint32Array(0);

export function intersect(a: List, b: List): List {
  const both = new Uint32Array(Math.min(a.length, b.length));
  let length = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) both[length++] = a[i] as number;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return both.slice(0, length);
}

export function unite(lists: readonly List[]): List {
  if (lists.length <= 1) return lists[0] ?? EMPTY;
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const list of lists) {
    all.set(list, length);
    length += list.length;
  }
  return all.sort().filter((passage, index) => passage !== all[index - 1]);
}

/**
 * Passages where two grams of a pattern can stand as they stand in it. Places are known modulo 8 only, which leaves few
 * passages to be read in vain. @see https://github.blog/engineering/architecture-optimization/the-technology-behind-githubs-new-code-search/
 */
export function meet(a: Placed, b: Placed): Placed {
  const passages = new Uint32Array(Math.min(a.passages.length, b.passages.length));
  const places = new Uint8Array(passages.length);
  let length = 0;
  for (let i = 0, j = 0; i < a.passages.length && j < b.passages.length; ) {
    const difference = (a.passages[i] as number) - (b.passages[j] as number);
    const both = difference === 0 ? (a.places[i] as number) & (b.places[j] as number) : 0;
    if (both > 0) {
      passages[length] = a.passages[i] as number;
      places[length++] = both;
    }
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return { passages: passages.slice(0, length), places: places.slice(0, length) };
}

/** The places of a gram that stands at the letter `at` of a pattern, told of the beginning of the pattern. */
export function fromBeginning({ passages, places }: Placed, at: number): Placed {
  const turn = at & 7;
  return { passages, places: turn === 0 ? places : places.map(bits => (bits >>> turn) | (bits << (8 - turn))) };
}

/** Passages of which nothing is known but that they are meant. */
export const anywhere = (passages: List): Placed => ({ passages, places: new Uint8Array(passages.length).fill(255) });
