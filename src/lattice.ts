/** Finds the likeliest way to read a text as words of a dictionary. */

/** A class of characters, as MeCab's `char.def` has it. */
export interface CharacterClass {
  readonly class_id: number;
  readonly is_always_invoke: number;
  readonly is_grouping: number;
}

/** A dictionary with connection costs, as MeCab's IPADIC has them. */
export interface Dictionary {
  /** Double array over UTF-8: Aoe 1989, as the package doublearray writes it. */
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly known: Entries;
  readonly unknown: Entries;
  /** Connection costs, a row for each right id; the first two numbers are the sizes. */
  readonly connections: Int16Array;
  readonly classOf: (character: string) => CharacterClass;
}

/** Words of the dictionary: five 16-bit numbers each (left id, right id, cost, where its features stand). */
export interface Entries {
  readonly table: Int16Array;
  /** For a key of the trie (or a class of characters): where its words are listed in `lists`. */
  readonly first: Int32Array;
  readonly lists: Int32Array;
  readonly features: () => Buffer;
}

/** A node of the lattice: a word from `start` on, reached by `previous` at the cost `total`. */
export interface Node {
  readonly start: number;
  readonly right: number;
  readonly total: number;
  readonly previous: Node | undefined;
  readonly entries: Entries | undefined;
  readonly entry: number;
}

/**
 * Viterbi 1967 over the words that begin at each place; the same lattice as kuromoji's own (tests/words.test.ts).
 * @returns cost of the best path, and its last word
 */
export function bestPath(text: string, dictionary: Dictionary): { cost: number; last: Node | undefined } {
  const ending: Node[][] = Array.from({ length: text.length + 1 }, () => []);
  ending[0]?.push({ start: 0, right: 0, total: 0, previous: undefined, entries: undefined, entry: 0 });
  const bytes = Buffer.from(text);
  let byte = 0;
  for (let start = 0; start < text.length; start++) {
    const before = ending[start] as Node[];
    if (before.length > 0) addWords(text, { start, byte, bytes, before, ending, dictionary });
    byte += byteLength(text.charCodeAt(start));
  }
  const end = cheapest(ending[text.length] as Node[], 0, dictionary);
  return { cost: end.total, last: end.node };
}

/** No surrogates come here, so no letter takes four. */
const byteLength = (unit: number): number => (unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);

interface Place {
  readonly start: number;
  readonly byte: number;
  readonly bytes: Buffer;
  readonly before: readonly Node[];
  readonly ending: Node[][];
  readonly dictionary: Dictionary;
}

function addWords(text: string, place: Place): void {
  const { base, check, known, unknown, classOf } = place.dictionary;
  let parent = 0;
  let found = false;
  let length = 0;
  for (let at = place.byte; at < place.bytes.length; at++) {
    const child = (base[parent] as number) + (place.bytes[at] as number);
    if (check[child] !== parent) break;
    parent = child;
    // Another letter ends where the next byte begins one.
    if (((place.bytes[at + 1] ?? 0) & 0xc0) !== 0x80) length++;
    const leaf = base[child] as number;
    if (check[leaf] !== child) continue;
    found = true;
    addEntries(known, -(base[leaf] as number) - 1, length, place);
  }
  const head = classOf(text.charAt(place.start));
  if (found && head.is_always_invoke !== 1) return;
  let end = place.start + 1;
  if (head.is_grouping === 1) while (end < text.length && classOf(text.charAt(end)).class_id === head.class_id) end++;
  addEntries(unknown, head.class_id, end - place.start, place);
}

function addEntries(entries: Entries, key: number, length: number, { start, before, ending, dictionary }: Place): void {
  const list = entries.first[key] ?? -1;
  if (list < 0) return;
  const count = entries.lists[list] as number;
  for (let index = 1; index <= count; index++) {
    const entry = entries.lists[list + index] as number;
    const row = entry / 2;
    const { total, node } = cheapest(before, entries.table[row] as number, dictionary);
    const right = entries.table[row + 1] as number;
    ending[start + length]?.push({
      start,
      right,
      total: total + (entries.table[row + 2] as number),
      previous: node,
      entries,
      entry,
    });
  }
}

/** The cheapest way to a word with this left id. */
function cheapest(
  before: readonly Node[],
  left: number,
  { connections }: Dictionary,
): { total: number; node: Node | undefined } {
  const width = connections[1] as number;
  let total = Number.MAX_VALUE;
  let node: Node | undefined;
  for (const candidate of before) {
    const cost = candidate.total + (connections[candidate.right * width + left + 2] as number);
    if (cost < total) {
      total = cost;
      node = candidate;
    }
  }
  return { total, node };
}
