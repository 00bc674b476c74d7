/** Writes the index of the search: static files, of which a query needs a few. */

import { createHash } from 'node:crypto';
import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib';
import type { Book } from '@tsuzuri/book/build-book';
import { readerLabels } from '@tsuzuri/book/project';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import type { Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { byEdition, dateLabel, withEdition } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { allNames } from '@tsuzuri/core/term-names';
import { termPath } from '@tsuzuri/core/urls';
import { readPlaced, type Writer, writeList, writer } from '../shared/bytes.ts';
import { hash } from '../shared/fold.ts';
import {
  blocksOf,
  compareDays,
  type Field,
  FORMAT,
  keyOf,
  type LexiconEntry,
  type Manifest,
  type NamedPage,
  PATHS,
  writeChunk,
} from '../shared/format.ts';
import { lexiconOf, type Named, namedPages } from './lexicon.ts';
import { type Passage, passagesOf } from './passages.ts';
import { gatherPostings, type PostingList } from './postings.ts';

/** What is searched. */
export interface Searched {
  readonly passages: readonly Passage[];
  readonly lexicon: readonly LexiconEntry[];
  readonly names: readonly NamedPage[];
}

/** Bytes of a chunk of text and of a part of the lexicon, before they are compressed: a query reads some ten, and one. */
const CHUNK_BYTES = 2_400;
const LEXICON_BYTES = 1_300;

/** @returns path under the folder of the search → content */
export function indexFiles({ passages: given, lexicon, names }: Searched): Map<string, Uint8Array> {
  const passages = ranked(given);
  const { shards, lists } = writePostings(gatherPostings(passages));
  const { chunks, passagesPerChunk } = chunksOf(passages);
  const lexicons = lexiconsOf(lexicon);
  const files: readonly (readonly [path: (version: string, number: number) => string, contents: Uint8Array[]])[] = [
    [PATHS.shard, shards],
    [PATHS.list, lists],
    [PATHS.chunk, chunks],
    [PATHS.lexicon, lexicons],
    [PATHS.names, [compressJson(names)]],
  ];
  const version = versionOf(files.flatMap(([, contents]) => contents));
  const manifest: Manifest = {
    format: FORMAT,
    version,
    passagesPerChunk,
    chunkBytes: chunks.reduce((sum, { length }) => sum + length, 0),
    shards: shards.length,
    lexicons: lexicons.length,
  };
  return new Map([
    [PATHS.manifest, Buffer.from(`${JSON.stringify(manifest)}\n`)],
    ...files.flatMap(([path, contents]) =>
      contents.map((content, number) => [path(version, number), content] as const),
    ),
  ]);
}

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
  return passages.toSorted((a, b) => rankOf(a) - rankOf(b) || compareDays(a.head, b.head));
}

function rankOf({ head: { kind }, isFirst }: Passage): number {
  if (kind === 'minutes') return isFirst ? 0 : 3;
  if (kind === 'term') return 1;
  return isFirst ? 2 : 4;
}

function chunksOf(passages: readonly Passage[]): { chunks: Uint8Array[]; passagesPerChunk: number } {
  const characters = passages.reduce((sum, { text }) => sum + text.length + 60, 0);
  const passagesPerChunk = Math.max(1, Math.round(CHUNK_BYTES / 3 / (characters / Math.max(1, passages.length))));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < passages.length; at += passagesPerChunk)
    chunks.push(compressJson(writeChunk(passages.slice(at, at + passagesPerChunk))));
  return { chunks, passagesPerChunk };
}

function lexiconsOf(entries: readonly LexiconEntry[]): Uint8Array[] {
  const bytes = entries.reduce((sum, { key, forms }) => sum + 12 + key.length * 2 + forms.join().length * 3, 0);
  const files = Array.from({ length: Math.max(1, Math.ceil(bytes / LEXICON_BYTES)) }, (): LexiconEntry[] => []);
  for (const entry of entries) files[hash(entry.key) % files.length]?.push(entry);
  return files.map(compressJson);
}

/** Writes the index of a book. Path under the root of the site → content: `search/index.json`. */
export function searchFiles(
  { pages, terms, project }: Pick<Book, 'pages' | 'terms' | 'project'>,
  analyzer: Analyzer,
): Map<string, Uint8Array> {
  const passages = searchedPassages(pages, readerLabels(project));
  const named = terms.map(namesOf);
  const names = passages.flatMap(({ head, who = '' }) => [head.title, who.replace(/\s/g, '')]);
  const texts = [...passages.map(({ text }) => text), ...new Set(names)];
  const lexicon = lexiconOf(texts, { named, read: run => analyzer.tokenize(run) });
  const files = indexFiles({ passages, lexicon, names: namedPages(named) });
  return new Map([...files].map(([path, content]) => [`search/${path}`, content]));
}

/** In the order of the pages, but that earlier editions of others stand behind them. */
export const searchedPassages = (pages: readonly Page[], label: Labels): Passage[] =>
  pages
    .toSorted((a, b) => byEdition(b, a))
    .flatMap(page => passagesOf(page, dated => dateInList(dated, label) || undefined));

const dateInList = (page: Page, label: Labels): string =>
  withEdition(hasDate(page) ? dateLabel(page, label) : undefined, page, label);

const hasDate = ({ matter }: Page): boolean => matter.date !== undefined || matter.fiscal !== undefined;

function namesOf(entry: Term): Named {
  const { id, term, reading } = entry;
  const names = [...new Set(allNames(entry))];
  return { path: termPath(id), title: term, names, readings: reading ? [reading] : [] };
}

/** A list of more bytes has files of its own, which are only read where shorter lists leave too many passages. */
const LONG_LIST = 700;
/** Bytes of a file of short lists: a query reads some five. */
const SHARD_BYTES = 950;
/** Bytes around a list: its key, how many passages, how many bytes. */
const ENTRY = 7;
/** Blocks with places; further on they would take more room than they are worth. */
const PLACED_BLOCKS = 2;
/** What is said of whole pages: passages that follow one another. */
const RUNS: readonly Field[] = ['body', 'year', 'kind'];

export function writePostings(each: (visit: (list: PostingList) => void) => void): {
  shards: Uint8Array[];
  lists: Uint8Array[];
} {
  let bytes = 0;
  each(({ gram, content }) => {
    bytes += ENTRY + gram.length + (content.length > LONG_LIST ? 0 : content.length);
  });
  const shards = Array.from({ length: Math.max(1, Math.ceil(bytes / SHARD_BYTES)) }, () => writer(SHARD_BYTES));
  const lists: Uint8Array[] = [];
  each(list => {
    const shard = shards[hash(list.gram) % shards.length] as Writer;
    const key = keyOf(list.field, list.gram);
    shard.number(key.length);
    for (let at = 0; at < key.length; at++) shard.number(key.charCodeAt(at));
    shard.number(list.length);
    if (list.content.length <= LONG_LIST) {
      shard.number(list.content.length);
      shard.bytes(list.content);
    } else {
      const blocks = writeBlocks(list);
      // In place of the list: how many files it has, the number of the first, the size of each.
      for (const number of [0, blocks.length, lists.length, ...blocks.map(block => block.length)]) shard.number(number);
      lists.push(...blocks);
    }
  });
  return { shards: shards.map(shard => shard.done()), lists };
}

/** A long list in blocks, the first of which is soon read. */
function writeBlocks({ field, length, content }: PostingList): Uint8Array[] {
  const { passages, places } = readPlaced(new Uint8Array(content), length);
  const compress = RUNS.includes(field) ? compressRuns : compressNumbers;
  return blocksOf(length).map(([from, to], number) => {
    const distances = writeList(passages.subarray(from, to));
    const isPlaced = number < PLACED_BLOCKS && !RUNS.includes(field);
    return compress(isPlaced ? Buffer.concat([distances, places.subarray(from, to)]) : distances);
  });
}

/** The files are tens of thousands of some kB: a smaller window loses nothing, and is sooner made. */
const SMALL: ZlibOptions = { windowBits: 12, memLevel: 6, chunkSize: 4096 };

/** Distances repeat nothing but themselves: without a search for repetitions they become smaller, and sooner. */
const NUMBERS: ZlibOptions = { strategy: constants.Z_HUFFMAN_ONLY, windowBits: 9, memLevel: 5, chunkSize: 4096 };

export const compressJson = (value: unknown): Uint8Array => compress(Buffer.from(JSON.stringify(value)), SMALL);
const compressRuns = (content: Uint8Array): Uint8Array => compress(content, SMALL);
const compressNumbers = (content: Uint8Array): Uint8Array => compress(content, NUMBERS);

/** What zlib gives is the beginning of a larger buffer, which would be kept as long as the file. */
const compress = (content: Uint8Array, options: ZlibOptions): Uint8Array =>
  new Uint8Array(deflateRawSync(content, options));
