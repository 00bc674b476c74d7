/** Keeps very many lists of bytes that all grow at the same time. */
import { doubled } from './doubled.ts';

export interface ByteLists {
  /** @returns the number of a new, empty list */
  readonly create: () => number;
  readonly push: (list: number, byte: number) => void;
  /** Holds until a list grows. */
  readonly bytesOf: (list: number) => Uint8Array;
}

/** What is kept of a list, side by side, so that one look at the memory brings all of it. */
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
export function createByteLists(): ByteLists {
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
      if (at + STRIDE > lists.length) lists = doubled(lists);
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
