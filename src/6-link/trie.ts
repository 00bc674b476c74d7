/** Finds all names that begin at a place, in one walk however many there are. */

export interface Trie<T> {
  readonly root: Knot<T>;
  /** 1 for each UTF-16 unit that a key begins with: most characters of a text are asked no more than this. */
  readonly heads: Uint8Array;
}

/** A knot of the trie: `entries` end here, `next` goes on by one UTF-16 unit. */
interface Knot<T> {
  readonly next: Map<number, Knot<T>>;
  readonly entries: T[];
}

/** A knot with entries that a walk passed; `end` is the offset behind its last unit. */
export interface Reach<T> {
  readonly entries: readonly T[];
  readonly end: number;
}

/** What a walk finds from most characters; it is one, so that those cost no memory. */
const NOTHING: readonly never[] = [];

const SPACE = ' '.charCodeAt(0);
const NEWLINE = '\n'.charCodeAt(0);

export function createTrie<T>(): Trie<T> {
  return { root: createKnot(), heads: new Uint8Array(65_536) };
}

/** Files an entry under a key without spaces. */
export function addToTrie<T>({ root, heads }: Trie<T>, key: string, entry: T): void {
  heads[key.charCodeAt(0)] = 1;
  let knot = root;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    const next = knot.next.get(unit) ?? createKnot<T>();
    knot.next.set(unit, next);
    knot = next;
  }
  knot.entries.push(entry);
}

/** All entries whose key stands at `from`, the shortest first. One space or line end may stand between two units. */
export function walkTrie<T>({ root, heads }: Trie<T>, text: string, from: number): readonly Reach<T>[] {
  const head = text.charCodeAt(from);
  if (heads[head] !== 1) return NOTHING;
  let knot = root.next.get(head);
  const reached: Reach<T>[] = [];
  let at = from + 1;
  while (knot) {
    if (knot.entries.length > 0) reached.push({ entries: knot.entries, end: at });
    if (knot.next.size === 0) break;
    at = behindGap(text, at);
    knot = knot.next.get(text.charCodeAt(at));
    at++;
  }
  return reached;
}

function createKnot<T>(): Knot<T> {
  return { next: new Map(), entries: [] };
}

/** Steps over a gap inside a word: one space, or a line end with its indent. Two spaces part two columns. */
function behindGap(text: string, at: number): number {
  let end = at;
  let lines = 0;
  for (let unit = text.charCodeAt(end); unit === SPACE || unit === NEWLINE; unit = text.charCodeAt(end)) {
    if (unit === NEWLINE) lines++;
    end++;
  }
  const isGap = lines === 1 || end - at === 1;
  return isGap ? end : at;
}
