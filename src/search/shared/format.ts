/** Defines the files of the index, which the build writes and the query reads. */
import type { Head, Passage } from '../index/passages.ts';

/** Changes with the layout of the files: a browser may still have the program of an earlier site. */
export const FORMAT = 1;

/** `index.json`: the only file whose name never changes. */
export interface Manifest {
  readonly format: number;
  /** Folder of all other files; another one whenever their contents change, so that no cache can mix two indexes. */
  readonly version: string;
  /** Passages are numbered in the order of their rank, all else being equal. */
  readonly passagesPerChunk: number;
  /** Bytes of all chunks: a small book is read whole, so that every count is proven. */
  readonly chunkBytes: number;
  /** How many files the lists of passages are spread over. */
  readonly shards: number;
  /** How many files the readings and names are spread over. */
  readonly lexicons: number;
}

/**
 * Where a gram stands: in the words of a passage (title, heading and speaker included), in its title or heading, in the
 * name of its speaker, of its body. Of a year and of a kind of pages the whole is one gram.
 */
export type Field = 'text' | 'heading' | 'speaker' | 'body' | 'year' | 'kind';
const PREFIXES: Readonly<Record<Field, string>> = {
  text: 't',
  heading: 'h',
  speaker: 's',
  body: 'b',
  year: 'y',
  kind: 'k',
};

/** Key of a list; lists of one gram stand in one file, whatever the field. */
export const keyOf = (field: Field, gram: string): string => PREFIXES[field] + gram;

/** Passages in the first block of a long list, and how many times more each further block has. */
const [FIRST_BLOCK, TIMES] = [1000, 4];

/** From which passage to which the blocks of a list of this length reach. */
export function blocksOf(length: number): [from: number, to: number][] {
  const blocks: [number, number][] = [];
  for (let from = 0, size = FIRST_BLOCK; from < length; from += size, size *= TIMES)
    blocks.push([from, Math.min(length, from + size)]);
  return blocks;
}

/** A chunk: some passages that follow one another, as values without their keys; 0 stands for what is absent. */
export interface Chunk {
  readonly heads: readonly Values<Head>[];
  /** The first of each is the number of its head. */
  readonly passages: readonly (readonly [head: number, ...values: Values<Passage>])[];
}

type Values<T> = readonly (T[keyof T] | 0)[];

const HEAD = ['path', 'kind', 'title', 'date', 'day', 'body'] as const satisfies readonly (keyof Head)[];
const PASSAGE = [
  'isFirst',
  'isOpening',
  'anchor',
  'heading',
  'speaker',
  'who',
  'text',
  'under',
] as const satisfies readonly (keyof Passage)[];

export function writeChunk(passages: readonly Passage[]): Chunk {
  const heads = [...new Set(passages.map(({ head }) => head))];
  return {
    heads: heads.map(head => HEAD.map(key => head[key] ?? 0)),
    passages: passages.map(passage => [heads.indexOf(passage.head), ...PASSAGE.map(key => passage[key] || 0)]),
  };
}

export function readChunk({ heads, passages }: Chunk): Passage[] {
  const whole = heads.map(values => withKeys<Head>(HEAD, values));
  return passages.map(([head, ...values]) => ({
    ...withKeys<Passage>(PASSAGE, values),
    head: whole[head] as Head,
    text: String(values[PASSAGE.indexOf('text')] || ''),
  }));
}

const withKeys = <T>(keys: readonly (keyof T)[], values: Values<T>): T =>
  Object.fromEntries(keys.map((key, at) => [key, values[at]]).filter(([, value]) => value !== 0)) as T;

/**
 * What a word is also looked for as. `reading`: the key is the kana of the forms. `begun`: it is how readings begin, each
 * form stands behind its reading (`じょうほう 情報`). `names`: it is one name of a thing, the forms are its others.
 */
export interface LexiconEntry {
  readonly key: string;
  readonly kind: 'reading' | 'begun' | 'names';
  readonly forms: readonly string[];
}

/** How many kana of the beginning of a reading are looked up. */
export const READING_PREFIX = 3;
const KANA = /^[\p{sc=Hiragana}ー]{2,}$/u;
/** What can be the reading of a word: hiragana, once folded. */
export const isKana = (folded: string): boolean => KANA.test(folded);

/** Names of the glossary, to show the nearest where nothing was found. */
export interface NamedPage {
  readonly path: string;
  readonly title: string;
  /** Folded. */
  readonly names: readonly string[];
}

export const PATHS = {
  manifest: 'index.json',
  shard: (version: string, number: number): string => `${version}/grams/${folderOf(number)}`,
  list: (version: string, number: number): string => `${version}/lists/${folderOf(number)}`,
  chunk: (version: string, number: number): string => `${version}/texts/${folderOf(number)}`,
  lexicon: (version: string, number: number): string => `${version}/words/${folderOf(number)}`,
  names: (version: string): string => `${version}/names.bin`,
};

/** No folder with ten thousand files: `12/345.bin`. */
const folderOf = (number: number): string => `${Math.floor(number / 1000)}/${number % 1000}.bin`;

/** The newest first, the undated last. */
export function compareDays({ day: a = '' }: Pick<Head, 'day'>, { day: b = '' }: Pick<Head, 'day'>): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** The words of a passage that are searched: its title and date, heading and speaker stand above its text. */
export function wordsOf({ head, isFirst, isOpening, heading, who, text }: Passage): {
  title: string;
  heading: string;
  text: string;
} {
  const above = [isOpening ? heading : undefined, isOpening ? who : undefined, isFirst ? head.date : undefined];
  return { title: isFirst ? head.title : '', heading: above.filter(words => words !== undefined).join('\n'), text };
}
