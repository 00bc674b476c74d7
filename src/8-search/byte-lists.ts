/** Keeps very many lists of bytes that all grow at the same time. */

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
const FIRST_ROOM = 2 ** 16;

/**
 * Lists grow in slices of one large buffer, as Lucene's `ByteBlockPool` lets them: the postings of 100,000 pages, as
 * numbers in arrays, would not fit into the memory of a small machine.
 */
export function createByteLists(): ByteLists {
  let lists = new Int32Array(FIRST_ROOM);
  let count = 0;
  let pool = new Uint8Array(FIRST_ROOM);
  let used = 0;

  const allocate = (level: number): number => {
    const start = used;
    used += SLICES[level] as number;
    if (used > pool.length) pool = grown(pool);
    return start;
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
      if (at + STRIDE > lists.length) lists = grown(lists);
      lists[at + HEAD] = lists[at + TAIL] = begin(at, 0);
      return count++;
    },
    push(list, byte) {
      const at = list * STRIDE;
      let tail = lists[at + TAIL] as number;
      if (tail === lists[at + END]) {
        const next = begin(at, Math.min((lists[at + LEVEL] as number) + 1, SLICES.length - 1));
        new DataView(pool.buffer).setUint32(tail, next);
        tail = next;
      }
      pool[tail] = byte;
      lists[at + TAIL] = tail + 1;
    },
    bytesOf(list) {
      const at = list * STRIDE;
      const view = new DataView(pool.buffer);
      const slices: Uint8Array[] = [];
      let start = lists[at + HEAD] as number;
      for (let level = 0; ; level = Math.min(level + 1, SLICES.length - 1)) {
        const end = start + (SLICES[level] as number) - POINTER;
        if (end === lists[at + END]) break;
        slices.push(pool.subarray(start, end));
        start = view.getUint32(end);
      }
      const last = pool.subarray(start, lists[at + TAIL]);
      return slices.length === 0 ? last : Buffer.concat([...slices, last]);
    },
  };
}

function grown<T extends Int32Array | Uint8Array>(numbers: T): T {
  const larger = new (numbers.constructor as new (length: number) => T)(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
