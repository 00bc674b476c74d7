/** Writes the index of the search: static files, of which a query needs a few. */
import { createHash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';
import { type Writer, writeList, writer } from './bytes.ts';
import { foldUnits } from './fold.ts';
import {
  type Field,
  keyOf,
  type LexiconEntry,
  type Manifest,
  type NamedPage,
  PATHS,
  wordsOf,
  writeChunk,
} from './format.ts';
import { hash } from './grams.ts';
import type { Passage } from './passages.ts';
import { createPostings, type GramList } from './postings.ts';

/** What is searched. */
export interface Searched {
  readonly passages: readonly Passage[];
  readonly lexicon: readonly LexiconEntry[];
  readonly names: readonly NamedPage[];
}

/** A list of more bytes has a file of its own, which is only read where shorter lists leave too many passages. */
const LONG_LIST = 700;
/** A list whose distances take more bytes goes without places, which would take more room than they are worth. */
const MOST_PLACED = 1_500;
/** Bytes of a file of short lists, and of a chunk of text, before they are compressed: a query reads some five of each. */
const SHARD_BYTES = 1_100;
const CHUNK_BYTES = 2_400;
const LEXICON_BYTES = 2_000;

/** @returns path under the folder of the search → content */
export function indexFiles({ passages: given, lexicon, names }: Searched): Map<string, Uint8Array> {
  const passages = ranked(given);
  const files: (readonly [path: (version: string) => string, content: Uint8Array])[] = [];
  const { shards, lists } = shardsOf(passages);
  for (const [number, shard] of shards.entries()) files.push([version => PATHS.shard(version, number), shard]);
  for (const [number, list] of lists.entries()) files.push([version => PATHS.list(version, number), list]);
  const { chunks, passagesPerChunk } = chunksOf(passages);
  for (const [number, chunk] of chunks.entries()) files.push([version => PATHS.chunk(version, number), chunk]);
  const lexicons = lexiconsOf(lexicon);
  for (const [number, words] of lexicons.entries()) files.push([version => PATHS.lexicon(version, number), words]);
  files.push([PATHS.names, pack(names)]);
  const version = versionOf(files.map(([, content]) => content));
  const manifest: Manifest = {
    version,
    passages: passages.length,
    passagesPerChunk,
    chunkBytes: chunks.reduce((sum, { length }) => sum + length, 0),
    shards: shards.length,
    lexicons: lexicons.length,
  };
  return new Map([
    [PATHS.manifest, Buffer.from(`${JSON.stringify(manifest)}\n`)],
    ...files.map(([path, content]) => [path(version), content] as const),
  ]);
}

/** Texts are short: a smaller window loses nothing, and takes half the time. */
const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value), { windowBits: 13, memLevel: 6 });

/** Distances repeat nothing but themselves: without a search for repetitions they become smaller, and sooner. */
const packNumbers = (content: Uint8Array): Uint8Array =>
  deflateRawSync(content, { strategy: constants.Z_HUFFMAN_ONLY, windowBits: 9, memLevel: 5 });

function versionOf(contents: readonly Uint8Array[]): string {
  const sum = createHash('sha256');
  for (const content of contents) sum.update(content);
  return sum.digest('hex').slice(0, 12);
}

/**
 * Titles, then entries, then speeches, the newest first: the first numbers of any list are the best, so that a common
 * word needs no more than the beginning.
 */
function ranked(passages: readonly Passage[]): Passage[] {
  return passages.toSorted((a, b) => rankOf(a) - rankOf(b) || newest(a.head.day ?? '', b.head.day ?? ''));
}

function rankOf({ head: { kind }, isFirst }: Passage): number {
  if (kind === 'minutes') return isFirst ? 0 : 3;
  if (kind === 'term') return 1;
  return isFirst ? 2 : 4;
}

const newest = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** A list under the key by which it is found. */
interface KeyedList extends Pick<GramList, 'length'> {
  readonly key: string;
  readonly gram: string;
  readonly content: Uint8Array;
}

/** Every list of the book. */
function listsOf(passages: readonly Passage[]): KeyedList[] {
  const byGram = {
    text: createPostings(),
    heading: createPostings(),
    speaker: createPostings(),
    body: createPostings(),
  };
  const whole = { kind: new Map<string, number[]>(), year: new Map<string, number[]>() };
  const noteWhole = (field: 'kind' | 'year', value: string, passage: number): void => {
    const list = whole[field].get(value) ?? [];
    whole[field].set(value, list);
    list.push(passage);
  };
  for (const [number, passage] of passages.entries()) {
    const { head, speaker = '', who = '' } = passage;
    const words = wordsOf(passage);
    const top = foldUnits(words.top.join('\n'));
    byGram.text.add(number, top);
    byGram.heading.add(number, top);
    byGram.text.add(number, foldUnits(words.text));
    byGram.speaker.add(number, foldUnits(`${speaker}\n${who}`));
    byGram.body.add(number, foldUnits(head.body ?? ''));
    noteWhole('kind', head.kind, number);
    if (head.day) noteWhole('year', head.day.slice(0, 4), number);
  }
  const lists: KeyedList[] = [];
  for (const [field, postings] of Object.entries(byGram))
    postings.each((gram, { length, distances, places }) => {
      const content = distances.length > MOST_PLACED ? distances : Buffer.concat([distances, places]);
      lists.push({ key: keyOf(field as Field, gram), gram, length, content });
    });
  for (const [field, values] of Object.entries(whole))
    for (const [gram, list] of values)
      lists.push({ key: keyOf(field as Field, gram), gram, length: list.length, content: writeList(list) });
  return lists;
}

function shardsOf(passages: readonly Passage[]): { shards: Uint8Array[]; lists: Uint8Array[] } {
  const all = listsOf(passages);
  const bytes = all.reduce((sum, { gram, content }) => sum + ENTRY + gram.length + shortOf(content).length, 0);
  const shards = Array.from({ length: Math.max(1, Math.ceil(bytes / SHARD_BYTES)) }, () => writer(SHARD_BYTES));
  const lists: Uint8Array[] = [];
  for (const { key, gram, length, content } of all) {
    const shard = shards[hash(gram) % shards.length] as Writer;
    shard.number(key.length);
    for (let at = 0; at < key.length; at++) shard.number(key.charCodeAt(at));
    shard.number(length);
    // A short list follows at once; of a long one, the number of its file and how large that is.
    shard.number(shortOf(content).length);
    shard.bytes(shortOf(content));
    if (content.length <= LONG_LIST) continue;
    const packed = packNumbers(content);
    shard.number(lists.push(packed) - 1);
    shard.number(packed.length);
  }
  return { shards: shards.map(shard => shard.done()), lists };
}

/** Bytes around a list: its key, how many passages, how many bytes. */
const ENTRY = 7;
const NONE = new Uint8Array(0);
const shortOf = (content: Uint8Array): Uint8Array => (content.length > LONG_LIST ? NONE : content);

function chunksOf(passages: readonly Passage[]): { chunks: Uint8Array[]; passagesPerChunk: number } {
  const letters = passages.reduce((sum, { text }) => sum + text.length + 60, 0);
  const passagesPerChunk = Math.max(1, Math.round(CHUNK_BYTES / 3 / (letters / Math.max(1, passages.length))));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < passages.length; at += passagesPerChunk)
    chunks.push(pack(writeChunk(passages.slice(at, at + passagesPerChunk))));
  return { chunks, passagesPerChunk };
}

function lexiconsOf(entries: readonly LexiconEntry[]): Uint8Array[] {
  const bytes = entries.reduce((sum, { key, forms }) => sum + 12 + key.length * 2 + forms.join().length * 3, 0);
  const files = Array.from({ length: Math.max(1, Math.ceil(bytes / LEXICON_BYTES)) }, (): LexiconEntry[] => []);
  for (const entry of entries) files[hash(entry.key) % files.length]?.push(entry);
  return files.map(pack);
}
