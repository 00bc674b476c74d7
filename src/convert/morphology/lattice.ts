/** Finds the best path through the lattice of the words that a text may consist of, and its tokens. */

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
  /** By UTF-16 unit. */
  readonly classes: readonly CharacterClass[];
}

/** Words of the dictionary: five 16-bit numbers each (left id, right id, cost, where its features stand). */
export interface Entries {
  readonly isKnown: boolean;
  readonly table: Int16Array;
  /** For a key of the trie (or a class of characters): where its words are listed in `lists`. */
  readonly first: Int32Array;
  readonly lists: Int32Array;
  readonly features: Buffer;
}

/** A text with the offset of each character in its UTF-8. It has no surrogates, so no character takes four bytes. */
export interface Encoded {
  readonly text: string;
  readonly bytes: Buffer;
  readonly byteAt: readonly number[];
}

export function encode(text: string): Encoded {
  const byteAt = [0];
  for (let at = 0, byte = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    byte += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    byteAt.push(byte);
  }
  return { text, bytes: Buffer.from(text), byteAt };
}

/**
 * Adds the words that may begin at a place, as kuromoji's lattice has them: those of the dictionary, and an unknown one
 * where there is none or the class of the character asks for one.
 * @param words two numbers each: the length of a word, its row in the table of the dictionary (of an unknown word, the
 * complement of its row)
 * @returns how many characters were looked at; those behind them make no difference
 */
export function addWords({ text, bytes, byteAt }: Encoded, start: number, words: number[], from: Dictionary): number {
  const { base, check, known, unknown, classes } = from;
  const before = words.length;
  let parent = 0;
  let length = 0;
  for (let at = byteAt[start] as number; at < bytes.length; at++) {
    const child = (base[parent] as number) + (bytes[at] as number);
    if (check[child] !== parent) break;
    parent = child;
    // A character ends where the next byte begins another.
    if (((bytes[at + 1] ?? 0) & 0xc0) === 0x80) continue;
    length++;
    const leaf = base[child] as number;
    if (check[leaf] === child) addEntries(words, known, -(base[leaf] as number) - 1, length);
  }
  const head = classes[text.charCodeAt(start)] as CharacterClass;
  if (words.length > before && head.is_always_invoke !== 1) return length;
  let grouped = start + 1;
  if (head.is_grouping === 1)
    while (grouped < text.length && classes[text.charCodeAt(grouped)]?.class_id === head.class_id) grouped++;
  addEntries(words, unknown, head.class_id, grouped - start);
  return Math.max(length, grouped - start);
}

function addEntries(words: number[], entries: Entries, key: number, length: number): void {
  const list = entries.first[key] ?? -1;
  if (list < 0) return;
  const count = entries.lists[list] as number;
  for (let index = 1; index <= count; index++) {
    const row = (entries.lists[list + index] as number) / 2;
    words.push(length, entries.isKnown ? row : ~row);
  }
}

/**
 * Paths through a text. Columns of numbers, not objects: a page has a million of them. `last[place]` is a path that ends
 * at the place (-1: none), `next[path]` another one that ends there.
 */
export interface Paths {
  readonly last: Int32Array;
  readonly next: number[];
  /** Of the last word of the path: where it starts, its row, its right id. */
  readonly start: number[];
  readonly row: number[];
  readonly right: number[];
  /** What the path costs up to here. */
  readonly total: number[];
}

export function emptyPaths(places: number): Paths {
  return { last: new Int32Array(places).fill(-1), next: [], start: [], row: [], right: [], total: [] };
}

/** The path of no words, with which every text begins. */
export const TEXT_START = { start: -1, row: 0, right: 0, total: 0 };

export function addPath(paths: Paths, end: number, { start, row, right, total }: typeof TEXT_START): void {
  paths.next.push(paths.last[end] as number);
  paths.last[end] = paths.next.length - 1;
  paths.start.push(start);
  paths.row.push(row);
  paths.right.push(right);
  paths.total.push(total);
}

/** Extends the paths that end at `start` by the words that begin there: `words`, or from `from` on (Viterbi 1967). */
export function extendPaths(
  paths: Paths,
  start: number,
  words: readonly number[],
  dictionary: Dictionary,
  from = 0,
): void {
  if (paths.last[start] === -1) return;
  const { known, unknown } = dictionary;
  let lastLeft = -1;
  let least = 0;
  for (let index = from; index < words.length; index += 2) {
    const row = words[index + 1] as number;
    const table = row < 0 ? unknown.table : known.table;
    const at = row < 0 ? ~row : row;
    const left = table[at] as number;
    if (left !== lastLeft) least = forwardCost(paths, start, left, dictionary);
    lastLeft = left;
    const end = start + (words[index] as number);
    const right = table[at + 1] as number;
    addPath(paths, end, { start, row, right, total: least + (table[at + 2] as number) });
  }
}

/** The cost of the cheapest path to a place that goes on with this left id. */
export function forwardCost(
  { last, next, right, total }: Paths,
  place: number,
  left: number,
  from: Dictionary,
): number {
  const { connections } = from;
  const width = connections[1] as number;
  let least = Number.MAX_VALUE;
  for (let path = last[place] as number; path !== -1; path = next[path] as number) {
    const cost = (total[path] as number) + (connections[(right[path] as number) * width + left + 2] as number);
    if (cost < least) least = cost;
  }
  return least;
}

/** All paths through a text; the same lattice as kuromoji's own (morphology.test.ts). */
function pathsThrough(text: string, dictionary: Dictionary): Paths {
  const encoded = encode(text);
  const paths = emptyPaths(text.length + 1);
  addPath(paths, 0, TEXT_START);
  const words: number[] = [];
  for (let start = 0; start < text.length; start++) {
    if (paths.last[start] === -1) continue;
    words.length = 0;
    addWords(encoded, start, words, dictionary);
    extendPaths(paths, start, words, dictionary);
  }
  return paths;
}

/** Cost of the best path through a text. */
export const bestCost = (text: string, dictionary: Dictionary): number =>
  forwardCost(pathsThrough(text, dictionary), text.length, 0, dictionary);

/** A word of the best path: where it starts, its row in the dictionary (of an unknown word, the complement). */
interface Step {
  readonly start: number;
  readonly row: number;
}

/** The words of the cheapest path, first to last; of equal ones that which kuromoji finds first. */
function bestPath(text: string, dictionary: Dictionary): Step[] {
  const { connections, known, unknown } = dictionary;
  const paths = pathsThrough(text, dictionary);
  const steps: Step[] = [];
  let left = 0;
  for (let end = text.length; end > 0; ) {
    const least = forwardCost(paths, end, left, dictionary);
    let best = -1;
    for (let path = paths.last[end] as number; path !== -1; path = paths.next[path] as number) {
      const place = (paths.right[path] as number) * (connections[1] as number) + left + 2;
      if ((paths.total[path] as number) + (connections[place] as number) === least) best = path;
    }
    const [start, row] = [paths.start[best] as number, paths.row[best] as number];
    steps.unshift({ start, row });
    left = row < 0 ? (unknown.table[~row] as number) : (known.table[row] as number);
    end = start;
  }
  return steps;
}

// Tokens: the words of the best path with what the dictionary says of them.

/** A word as kuromoji describes it; one that the dictionary does not have is without a reading. */
export interface Token {
  readonly surface_form: string;
  readonly pos: string;
  readonly pos_detail_1: string;
  readonly pos_detail_2: string;
  readonly pos_detail_3: string;
  readonly conjugated_type: string;
  readonly conjugated_form: string;
  readonly basic_form: string;
  readonly reading?: string;
  /** Of its first character, counted from 1. */
  readonly word_position: number;
}

/** Clauses in the cache: several rules read one text, each cuts it otherwise, the clauses are the same. */
const CACHE_SIZE = 5_000;

/** A tokenizer with a cache; `cut` gives the clauses of a text, which together are all of it. */
export function tokenizer(dictionary: Dictionary, cut: (text: string) => string[]): (text: string) => Token[] {
  const cache = new Map<string, Token[]>();
  const tokensOf = (clause: string): Token[] => {
    const tokens = cache.get(clause) ?? tokensOfClause(clause, dictionary);
    if (cache.size > CACHE_SIZE) cache.clear();
    cache.set(clause, tokens);
    return tokens;
  };
  return text => {
    let before = 0;
    return cut(text).flatMap(clause => {
      const start = before;
      before += clause.length;
      return tokensOf(clause).map(token => ({ ...token, word_position: token.word_position + start }));
    });
  };
}

const tokensOfClause = (clause: string, dictionary: Dictionary): Token[] =>
  tokenize(clause, dictionary).map(({ surface, start, features, reading }) => {
    const [, pos = '*', detail = '*', finer = '*', finest = '*', type = '*', form = '*', basic = '*'] = features;
    return {
      surface_form: surface,
      pos,
      pos_detail_1: detail,
      pos_detail_2: finer,
      pos_detail_3: finest,
      conjugated_type: type,
      conjugated_form: form,
      basic_form: basic,
      ...(reading !== undefined && { reading }),
      word_position: start + 1,
    };
  });

/** A word of the best path with what the dictionary says of it. */
interface Morpheme {
  readonly surface: string;
  /** Offset in the clause. */
  readonly start: number;
  readonly known: boolean;
  /** The word itself, its part of speech with details, forms: `村井,名詞,固有名詞,人名,姓,*,*,村井,ムライ,ムライ`. */
  readonly features: readonly string[];
  readonly reading: string | undefined;
}

/** Where the reading stands among the features of a word. */
const READING = 8;

/** The words of a clause. */
export function tokenize(clause: string, dictionary: Dictionary): Morpheme[] {
  const steps = bestPath(clause, dictionary);
  return steps.map(({ start, row }, index) => {
    const known = row >= 0;
    const features = known ? featuresOf(dictionary.known, row) : featuresOf(dictionary.unknown, ~row);
    return {
      surface: clause.slice(start, steps[index + 1]?.start),
      start,
      known,
      features,
      reading: features[READING],
    };
  });
}

/** Features of all words of the dictionary that are written so. */
export function entriesOf(word: string, dictionary: Dictionary): string[][] {
  const words: number[] = [];
  if (word !== '') addWords(encode(word), 0, words, dictionary);
  const rows = words.filter((row, index) => index % 2 === 1 && row >= 0 && words[index - 1] === word.length);
  return rows.map(row => featuresOf(dictionary.known, row));
}

/** Features stand as text that ends in NUL. */
function featuresOf({ table, features }: Entries, row: number): string[] {
  const low = (table[row + 3] as number) & 0xffff;
  const from = low + ((table[row + 4] as number) << 16);
  return features.toString('utf8', from, features.indexOf(0, from)).split(',');
}
