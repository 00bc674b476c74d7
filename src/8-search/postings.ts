/** Collects in which passages each gram stands. */
import { createByteLists } from './byte-lists.ts';
import { doubled } from './doubled.ts';
import { isLetter } from './grams.ts';

export interface Postings {
  /** Notes every letter and every pair of letters of a folded text (its UTF-16 units); passages come in ascending order. */
  readonly add: (passage: number, units: Uint16Array) => void;
  /**
   * Tells of each gram in how many passages it stands; then these, as `writeList` writes them, with its places in each
   * behind, modulo 8, a bit each. Nothing can be added afterwards.
   */
  readonly each: (tell: (gram: string, passages: number, placed: Uint8Array) => void) => void;
}

const FIRST_ROOM = 2 ** 14;
/**
 * Of a gram: its two UTF-16 units in one number (the second is 0 of a lone letter), how many passages it has, the last
 * one, and its places there modulo 8, a bit each.
 */
const [KEY, COUNT, LAST, PLACES, STRIDE] = [0, 1, 2, 3, 4];

export function createPostings(): Postings {
  const lists = createByteLists();
  let grams = new Int32Array(FIRST_ROOM * STRIDE);
  let size = 0;
  /** A hash table with open addresses: number of a gram plus 1, or 0. */
  let slots = new Int32Array(FIRST_ROOM);

  const slotOf = (key: number): number => {
    const mask = slots.length - 1;
    for (let slot = (Math.imul(key, 0x9e3779b1) >>> 9) & mask; ; slot = (slot + 1) & mask) {
      const gram = slots[slot] as number;
      if (gram === 0 || grams[(gram - 1) * STRIDE + KEY] === key) return slot;
    }
  };
  const grow = (): void => {
    grams = doubled(grams);
    slots = new Int32Array(slots.length * 2);
    for (let gram = 0; gram < size; gram++) slots[slotOf(grams[gram * STRIDE + KEY] as number)] = gram + 1;
  };
  const create = (key: number): number => {
    if (size * 2 >= slots.length) grow();
    const gram = lists.create();
    grams[gram * STRIDE + KEY] = key;
    grams[gram * STRIDE + LAST] = -1;
    slots[slotOf(key)] = ++size;
    return gram;
  };
  const pairOf = (key: number): number => {
    const known = slots[slotOf(key)] as number;
    return known > 0 ? known - 1 : create(key);
  };
  /** Lone letters, by their code: number of the gram plus 1, or 0. */
  const letters = new Int32Array(65_536);
  const letterOf = (code: number): number => {
    letters[code] ||= create(code << 16) + 1;
    return (letters[code] as number) - 1;
  };
  const note = (gram: number, passage: number, place: number): void => {
    const at = gram * STRIDE;
    const places = grams[at + PLACES] as number;
    let distance = passage - (grams[at + LAST] as number) - 1;
    if (distance < 0) {
      grams[at + PLACES] = places | (1 << (place & 7));
      return;
    }
    if (places > 0) lists.push(gram, places);
    for (; distance > 127; distance >>>= 7) lists.push(gram, (distance & 127) | 128);
    lists.push(gram, distance);
    grams[at + COUNT] = (grams[at + COUNT] as number) + 1;
    grams[at + LAST] = passage;
    grams[at + PLACES] = 1 << (place & 7);
  };
  return {
    add(passage, units) {
      let before = 0;
      for (let at = 0; at < units.length; at++) {
        const code = units[at] as number;
        if (!isLetter(code)) {
          before = 0;
          continue;
        }
        note(letterOf(code), passage, at);
        if (before > 0) note(pairOf((before << 16) | code), passage, at - 1);
        before = code;
      }
    },
    each(tell) {
      for (let gram = 0; gram < size; gram++) {
        const at = gram * STRIDE;
        const key = grams[at + KEY] as number;
        const units = (key & 0xffff) === 0 ? [key >>> 16] : [key >>> 16, key & 0xffff];
        if ((grams[at + PLACES] as number) > 0) lists.push(gram, grams[at + PLACES] as number);
        grams[at + PLACES] = 0;
        const count = grams[at + COUNT] as number;
        tell(String.fromCharCode(...units), count, parted(lists.bytesOf(gram), count));
      }
    },
  };
}

/** Bytes of one kind side by side become smaller when they are compressed. */
function parted(mixed: Uint8Array, length: number): Uint8Array {
  const parts = Buffer.allocUnsafe(mixed.length);
  for (let at = 0, byte = 0, passage = mixed.length - length; at < mixed.length; at++) {
    parts[byte++] = mixed[at] as number;
    if ((mixed[at] as number) < 128) parts[passage++] = mixed[++at] as number;
  }
  return parts;
}
