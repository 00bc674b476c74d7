/** Collects in which passages each gram stands. */
import { isLetter } from './grams.ts';

/** Two UTF-16 units in one number; the second is 0 of a lone letter. */
type Key = number;

export interface Postings {
  /** Notes every letter and every pair of letters of a folded text; passages come in ascending order. */
  readonly add: (passage: number, text: string) => void;
  /** Each gram with the passages where it stands, ascending. */
  readonly each: (tell: (gram: string, passages: Uint32Array) => void) => void;
}

const FIRST_ROOM = 2 ** 14;

/**
 * One pass notes for each passage the numbers of its grams, a second one sorts them by gram (a counting sort): typed
 * arrays all through, for a book of 100,000 pages has some hundred million letters.
 */
export function createPostings(): Postings {
  const grams = createNumbers();
  /** Numbers of grams, in the order of the passages that have them. */
  let stream = new Uint32Array(FIRST_ROOM);
  let length = 0;
  const passages: number[] = [];
  const ends: number[] = [];
  const note = (key: Key, passage: number): void => {
    const gram = grams.numberOf(key);
    if (grams.isSeen(gram, passage)) return;
    if (length === stream.length) stream = grown(stream);
    stream[length++] = gram;
  };
  return {
    add(passage, text) {
      let before = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (!isLetter(code)) {
          before = 0;
          continue;
        }
        note(code * 65_536, passage);
        if (before > 0) note(before * 65_536 + code, passage);
        before = code;
      }
      passages.push(passage);
      ends.push(length);
    },
    each(tell) {
      const counts = grams.counts();
      const next = new Uint32Array(counts.length + 1);
      for (let gram = 0; gram < counts.length; gram++) next[gram + 1] = (next[gram] ?? 0) + (counts[gram] ?? 0);
      const starts = next.slice();
      const sorted = new Uint32Array(length);
      for (let index = 0, at = 0; index < passages.length; index++)
        for (const end = ends[index] as number; at < end; at++) {
          const gram = stream[at] as number;
          sorted[next[gram] as number] = passages[index] as number;
          next[gram] = (next[gram] as number) + 1;
        }
      for (let gram = 0; gram < counts.length; gram++)
        tell(spell(grams.keyOf(gram)), sorted.subarray(starts[gram], starts[gram + 1]));
    },
  };
}

function spell(key: Key): string {
  const second = key % 65_536;
  const first = String.fromCharCode(Math.floor(key / 65_536));
  return second === 0 ? first : first + String.fromCharCode(second);
}

/** A hash table with open addresses: gram → its number, in the order of first appearance. */
function createNumbers() {
  let slots = new Int32Array(FIRST_ROOM).fill(-1);
  let keys = new Float64Array(FIRST_ROOM / 2);
  let counts = new Uint32Array(FIRST_ROOM / 2);
  let last = new Int32Array(FIRST_ROOM / 2).fill(-1);
  let size = 0;
  const slotOf = (key: Key): number => {
    const mask = slots.length - 1;
    // Both units take part in every bit: neighbouring letters are neighbours in Unicode, too.
    let slot = (Math.imul(Math.floor(key / 65_536), 0x9e3779b1) ^ Math.imul(key % 65_536, 0x85ebca6b)) >>> 7;
    for (slot &= mask; (slots[slot] as number) >= 0 && keys[slots[slot] as number] !== key; slot = (slot + 1) & mask);
    return slot;
  };
  const grow = (): void => {
    [keys, counts] = [grown(keys), grown(counts)];
    const seen = new Int32Array(last.length * 2).fill(-1);
    seen.set(last);
    last = seen;
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let number = 0; number < size; number++) slots[slotOf(keys[number] as number)] = number;
  };
  return {
    numberOf(key: Key): number {
      const slot = slotOf(key);
      const known = slots[slot] as number;
      if (known >= 0) return known;
      if (size * 2 >= slots.length) {
        grow();
        return this.numberOf(key);
      }
      slots[slot] = size;
      keys[size] = key;
      return size++;
    },
    /** Whether the gram was noted of the passage before; otherwise it is now. */
    isSeen(gram: number, passage: number): boolean {
      if (last[gram] === passage) return true;
      last[gram] = passage;
      counts[gram] = (counts[gram] as number) + 1;
      return false;
    },
    counts: () => counts.subarray(0, size),
    keyOf: (gram: number): Key => keys[gram] as number,
  };
}

function grown<T extends Uint32Array | Float64Array>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
