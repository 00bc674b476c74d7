/** Finds all names that begin at a place, in one walk however many there are. */

/** A knot of the trie: `entries` end here, `next` goes on by one UTF-16 unit. */
export interface Knot<T> {
  readonly next: Map<number, Knot<T>>;
  readonly entries: T[];
}

/** A knot with entries that a walk passed; `end` is the offset behind its last unit. */
export interface Reach<T> {
  readonly entries: readonly T[];
  readonly end: number;
}

const SPACE = ' '.charCodeAt(0);
const NEWLINE = '\n'.charCodeAt(0);

export function createTrie<T>(): Knot<T> {
  return { next: new Map(), entries: [] };
}

/** Files an entry under a key without spaces. */
export function addToTrie<T>(root: Knot<T>, key: string, entry: T): void {
  let knot = root;
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    const next = knot.next.get(unit) ?? createTrie<T>();
    knot.next.set(unit, next);
    knot = next;
  }
  knot.entries.push(entry);
}

/** All entries whose key stands at `from`, the shortest first. One space or line end may stand between two units. */
export function walkTrie<T>(root: Knot<T>, text: string, from: number): Reach<T>[] {
  const reached: Reach<T>[] = [];
  let knot = root.next.get(text.charCodeAt(from));
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
