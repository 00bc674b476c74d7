/** Writes the index of the search: static files, of which a query needs a few. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { type Writer, writeList, writer } from './bytes.ts';
import { foldText } from './fold.ts';
import {
  type Chunk,
  type Field,
  keyOf,
  LEXICON_PREFIX,
  type LexiconEntry,
  type Manifest,
  type NamedPage,
  PATHS,
  wordsOf,
} from './format.ts';
import { hash } from './grams.ts';
import type { Head, Passage } from './passages.ts';
import { createPostings } from './postings.ts';

/** What is searched. */
export interface Searched {
  readonly passages: readonly Passage[];
  readonly lexicon: readonly LexiconEntry[];
  readonly names: readonly NamedPage[];
}

/** A list of more bytes has a file of its own, which is only read where shorter lists leave too many passages. */
const LONG_LIST = 700;
/** Bytes of a file of short lists, and of a chunk of text, before they are compressed: a query reads some five of each. */
const SHARD_BYTES = 1_400;
const CHUNK_BYTES = 2_400;
const LEXICON_BYTES = 2_400;

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

const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value));

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

/** Tells every list of the book: key and passages. */
function eachList(passages: readonly Passage[], tell: (field: Field, gram: string, list: Uint32Array) => void): void {
  const text = createPostings();
  const [heading, speaker, body] = [createPostings(), createPostings(), createPostings()];
  const whole = new Map<string, number[]>();
  const noteWhole = (key: string, passage: number): void => {
    const list = whole.get(key);
    if (list) list.push(passage);
    else whole.set(key, [passage]);
  };
  for (const [number, passage] of passages.entries()) {
    const { head } = passage;
    const words = wordsOf(passage);
    const top = foldText(words.top.join('\n'));
    text.add(number, `${top}\n${foldText(words.text)}`);
    heading.add(number, top);
    speaker.add(number, foldText([passage.speaker, passage.who].filter(Boolean).join('\n')));
    body.add(number, foldText(head.body ?? ''));
    noteWhole(`kind ${head.kind}`, number);
    if (head.day) noteWhole(`year ${head.day.slice(0, 4)}`, number);
  }
  for (const [field, postings] of Object.entries({ text, heading, speaker, body }))
    postings.each((gram, list) => tell(field as Field, gram, list));
  for (const [key, list] of whole) {
    const [field, value = ''] = key.split(' ');
    tell(field as Field, value, Uint32Array.from(list));
  }
}

function shardsOf(passages: readonly Passage[]): { shards: Uint8Array[]; lists: Uint8Array[] } {
  const lists: Uint8Array[] = [];
  const entries: { key: string; gram: string; length: number; short?: Uint8Array; long?: number }[] = [];
  let bytes = 0;
  eachList(passages, (field, gram, list) => {
    const content = writeList(list);
    const key = keyOf(field, gram);
    const entry = { key, gram, length: list.length };
    if (content.length <= LONG_LIST) entries.push({ ...entry, short: content });
    else {
      entries.push({ ...entry, long: lists.length });
      lists.push(deflateRawSync(content));
    }
    bytes += Math.min(content.length, 4) + key.length + (content.length <= LONG_LIST ? content.length : 0);
  });
  const shards = Array.from({ length: Math.max(1, Math.ceil(bytes / SHARD_BYTES)) }, () => writer(SHARD_BYTES));
  for (const { key, gram, length, short, long } of entries) {
    const shard = shards[hash(gram) % shards.length] as Writer;
    shard.number(key.length);
    for (let at = 0; at < key.length; at++) shard.number(key.charCodeAt(at));
    shard.number(length);
    // A short list follows at once; of a long one, the number of its file.
    shard.number(short?.length ?? 0);
    if (short) shard.bytes(short);
    else shard.number(long ?? 0);
  }
  return { shards: shards.map(shard => deflateRawSync(shard.done())), lists };
}

function chunksOf(passages: readonly Passage[]): { chunks: Uint8Array[]; passagesPerChunk: number } {
  const letters = passages.reduce((sum, { text }) => sum + text.length + 60, 0);
  const passagesPerChunk = Math.max(1, Math.round(CHUNK_BYTES / 3 / (letters / Math.max(1, passages.length))));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < passages.length; at += passagesPerChunk)
    chunks.push(pack(chunkOf(passages.slice(at, at + passagesPerChunk))));
  return { chunks, passagesPerChunk };
}

function chunkOf(passages: readonly Passage[]): Chunk {
  const heads: Head[] = [...new Set(passages.map(({ head }) => head))];
  return { heads, passages: passages.map(({ head, ...passage }) => ({ ...passage, head: heads.indexOf(head) })) };
}

function lexiconsOf(entries: readonly LexiconEntry[]): Uint8Array[] {
  const bytes = entries.reduce((sum, { key, forms }) => sum + 12 + key.length * 2 + forms.join().length * 3, 0);
  const files = Array.from({ length: Math.max(1, Math.ceil(bytes / LEXICON_BYTES)) }, (): LexiconEntry[] => []);
  for (const entry of entries) files[hash(entry.key.slice(0, LEXICON_PREFIX)) % files.length]?.push(entry);
  return files.map(pack);
}
