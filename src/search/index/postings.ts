/** Collects the posting lists of a book: in which passages each n-gram stands, and where. */
import { grow, writeList } from '../shared/bytes.ts';
import { foldUnits, isIndexed } from '../shared/fold.ts';
import { type Field, keyOf, wordsOf } from '../shared/format.ts';
import type { Passage } from './passages.ts';

/** A posting list with what it is found by. */
export interface PostingList {
  readonly field: Field;
  readonly gram: string;
  /** How many passages. */
  readonly length: number;
  /** As `readPlaced` reads it. */
  readonly content: Uint8Array;
}

/** @returns visits each list, as often as it is called: all of them at once would take much memory */
export function gatherPostings(passages: readonly Passage[]): (visit: (list: PostingList) => void) => void {
  const byGram = {
    text: createPostings(),
    heading: createPostings(),
    speaker: createPostings(),
    body: createPostings(),
  };
  const byWhole = new Map<string, { field: Field; gram: string; passages: number[] }>();
  const noteWhole = (field: Field, gram: string, passage: number): void => {
    const known = byWhole.get(keyOf(field, gram));
    if (known) known.passages.push(passage);
    else byWhole.set(keyOf(field, gram), { field, gram, passages: [passage] });
  };
  for (const [number, passage] of passages.entries()) {
    const { head, speaker = '', who = '' } = passage;
    const words = wordsOf(passage);
    const top = foldUnits(`${words.title}\n${words.heading}`);
    byGram.text.add(number, top);
    byGram.heading.add(number, top);
    byGram.text.add(number, foldUnits(words.text));
    byGram.speaker.add(number, foldUnits(`${speaker}\n${who}`));
    byGram.body.add(number, foldUnits(head.body ?? ''));
    noteWhole('kind', head.kind, number);
    if (head.day) noteWhole('year', head.day.slice(0, 4), number);
  }
  return visit => {
    for (const [field, postings] of Object.entries(byGram))
      postings.each((gram, length, content) => visit({ field: field as Field, gram, length, content }));
    for (const { field, gram, passages } of byWhole.values())
      visit({ field, gram, length: passages.length, content: writeList(passages) });
  };
}

/** Posting lists under construction. */
interface Postings {
  /** Notes every character and every pair of characters of a folded text (its UTF-16 units); passages come in ascending order. */
  readonly add: (passage: number, units: Uint16Array) => void;
  /**
   * Visits each gram: in how many passages it stands; then these, as `writeList` writes them, with its places in each
   * behind, modulo 8, a bit each. Nothing can be added afterwards.
   */
  readonly each: (visit: (gram: string, passages: number, placed: Uint8Array) => void) => void;
}

const FIRST_GRAMS = 2 ** 14;
/**
 * Of a gram: its two UTF-16 units in one number (the second is 0 of a lone character), how many passages it has, the last
 * one, and its places there modulo 8, a bit each.
 */
const [KEY, COUNT, LAST, PLACES, WIDTH] = [0, 1, 2, 3, 4];

function createPostings(): Postings {
  const lists = createByteLists();
  let grams = new Int32Array(FIRST_GRAMS * WIDTH);
  let size = 0;
  /** A hash table with open addresses: number of a gram plus 1, or 0. */
  let slots = new Int32Array(FIRST_GRAMS);

  const slotOf = (key: number): number => {
    const mask = slots.length - 1;
    for (let slot = (Math.imul(key, 0x9e3779b1) >>> 9) & mask; ; slot = (slot + 1) & mask) {
      const gram = slots[slot] as number;
      if (gram === 0 || grams[(gram - 1) * WIDTH + KEY] === key) return slot;
    }
  };
  const enlarge = (): void => {
    grams = grow(grams);
    slots = new Int32Array(slots.length * 2);
    for (let gram = 0; gram < size; gram++) slots[slotOf(grams[gram * WIDTH + KEY] as number)] = gram + 1;
  };
  const create = (key: number): number => {
    if (size * 2 >= slots.length) enlarge();
    const gram = lists.create();
    grams[gram * WIDTH + KEY] = key;
    grams[gram * WIDTH + LAST] = -1;
    slots[slotOf(key)] = ++size;
    return gram;
  };
  const pairOf = (key: number): number => {
    const known = slots[slotOf(key)] as number;
    return known > 0 ? known - 1 : create(key);
  };
  /** Lone characters, by their code: number of the gram plus 1, or 0. */
  const singles = new Int32Array(65_536);
  const singleOf = (code: number): number => {
    singles[code] ||= create(code << 16) + 1;
    return (singles[code] as number) - 1;
  };
  const note = (gram: number, passage: number, place: number): void => {
    const at = gram * WIDTH;
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
        if (!isIndexed(code)) {
          before = 0;
          continue;
        }
        note(singleOf(code), passage, at);
        if (before > 0) note(pairOf((before << 16) | code), passage, at - 1);
        before = code;
      }
    },
    each(visit) {
      for (let gram = 0; gram < size; gram++) {
        const at = gram * WIDTH;
        const key = grams[at + KEY] as number;
        const units = (key & 0xffff) === 0 ? [key >>> 16] : [key >>> 16, key & 0xffff];
        if ((grams[at + PLACES] as number) > 0) lists.push(gram, grams[at + PLACES] as number);
        grams[at + PLACES] = 0;
        const count = grams[at + COUNT] as number;
        visit(String.fromCharCode(...units), count, separate(lists.bytesOf(gram), count));
      }
    },
  };
}

/** Bytes of one kind side by side become smaller when they are compressed. */
function separate(mixed: Uint8Array, length: number): Uint8Array {
  const parts = Buffer.allocUnsafe(mixed.length);
  for (let at = 0, byte = 0, passage = mixed.length - length; at < mixed.length; at++) {
    parts[byte++] = mixed[at] as number;
    if ((mixed[at] as number) < 128) parts[passage++] = mixed[++at] as number;
  }
  return parts;
}

/** Very many lists of bytes that all grow at the same time. */
interface ByteLists {
  /** @returns the number of a new, empty list */
  readonly create: () => number;
  readonly push: (list: number, byte: number) => void;
  /** Holds until a list grows. */
  readonly bytesOf: (list: number) => Uint8Array;
}

/** What is kept of a list, side by side, so that one access to memory brings all of it. */
const [HEAD, TAIL, END, LEVEL, STRIDE] = [0, 1, 2, 3, 4];
/** Bytes of the slices that a list grows by; the last four of each say where the next one begins. */
const SLICES = [9, 16, 28, 52, 100, 196, 388, 772, 1540];
const POINTER = 4;
/** Bytes of a segment, as a power of 2: a slice is where its segment is, and where it begins in it. */
const BITS = 20;
const MASK = 2 ** BITS - 1;
const FIRST_ROOM = 2 ** 16;

/**
 * Lists grow in slices of large segments, as Lucene's `ByteBlockPool` lets them: the postings of 100,000 pages, as
 * numbers in arrays, would not fit into the memory of a small machine.
 */
function createByteLists(): ByteLists {
  let lists = new Int32Array(FIRST_ROOM);
  let count = 0;
  const segments: Uint8Array<ArrayBuffer>[] = [];
  let used = 0;

  const segmentAt = (at: number): Uint8Array<ArrayBuffer> => segments[at >>> BITS] as Uint8Array<ArrayBuffer>;
  const allocate = (level: number): number => {
    const size = SLICES[level] as number;
    if (segments.length === 0 || (used & MASK) + size > MASK) {
      used = segments.length << BITS;
      segments.push(new Uint8Array(MASK + 1));
    }
    used += size;
    return used - size;
  };
  const begin = (at: number, level: number): number => {
    const start = allocate(level);
    lists[at + LEVEL] = level;
    lists[at + END] = start + (SLICES[level] as number) - POINTER;
    return start;
  };
  return {
    create() {
      const at = count * STRIDE;
      if (at + STRIDE > lists.length) lists = grow(lists);
      lists[at + HEAD] = lists[at + TAIL] = begin(at, 0);
      return count++;
    },
    push(list, byte) {
      const at = list * STRIDE;
      let tail = lists[at + TAIL] as number;
      if (tail === lists[at + END]) {
        const next = begin(at, Math.min((lists[at + LEVEL] as number) + 1, SLICES.length - 1));
        new DataView(segmentAt(tail).buffer).setUint32(tail & MASK, next);
        tail = next;
      }
      segmentAt(tail)[tail & MASK] = byte;
      lists[at + TAIL] = tail + 1;
    },
    bytesOf(list) {
      const at = list * STRIDE;
      const slices: Uint8Array[] = [];
      let start = lists[at + HEAD] as number;
      for (let level = 0; ; level = Math.min(level + 1, SLICES.length - 1)) {
        const end = start + (SLICES[level] as number) - POINTER;
        if (end === lists[at + END]) break;
        const segment = segmentAt(start);
        slices.push(segment.subarray(start & MASK, end & MASK));
        start = new DataView(segment.buffer).getUint32(end & MASK);
      }
      const last = segmentAt(start).subarray(start & MASK, (lists[at + TAIL] as number) & MASK);
      return slices.length === 0 ? last : Buffer.concat([...slices, last]);
    },
  };
}
