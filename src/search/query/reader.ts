/** Reads the files of the index, each when it is needed, once. */

import type { Passage } from '../index/passages.ts';
import { type Placed, reader, readPlaced } from '../shared/bytes.ts';
import { hash } from '../shared/fold.ts';
import {
  blocksOf,
  type Chunk,
  type Field,
  FORMAT,
  keyOf,
  type LexiconEntry,
  type Manifest,
  type NamedPage,
  PATHS,
  readChunk,
} from '../shared/format.ts';
import type { ReadFile } from '../shared/result.ts';
import { type KnownPostings, NOWHERE } from './posting-lists.ts';

/** Where a gram stands. */
export interface StoredPostings {
  /** In how many passages. */
  readonly length: number;
  /** Bytes of the files that hold the list, in order; none where it came with the entry. */
  readonly blocks: readonly number[];
  /** Reads that many of its files. */
  readonly read: (blocks: number) => Promise<KnownPostings>;
}

export interface Index {
  readonly manifest: Manifest;
  readonly posting: (field: Field, gram: string) => Promise<StoredPostings | undefined>;
  readonly passage: (number: number) => Promise<Passage>;
  /** Entries with this key. */
  readonly lexicon: (key: string) => Promise<readonly LexiconEntry[]>;
  readonly names: () => Promise<readonly NamedPage[]>;
}

/** A book whose texts come to no more is read as far as needed to prove every count: bytes, compressed. */
const SMALL_BOOK = 400_000;
export const isSmall = ({ manifest }: Index): boolean => manifest.chunkBytes <= SMALL_BOOK;

/** Files that are remembered: some MB. */
const MEMORY = 3000;

/** @throws Error when the index is not there, or was replaced while it was read */
export async function openIndex(read: ReadFile): Promise<Index> {
  const manifest = JSON.parse(new TextDecoder().decode(await need(read, PATHS.manifest))) as Manifest;
  if (manifest.format !== FORMAT) throw new Error(`the index has format ${manifest.format}, not ${FORMAT}`);
  const { version, shards, lexicons, passagesPerChunk } = manifest;
  const files = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, parse: (content: Uint8Array<ArrayBuffer>) => T | Promise<T>): Promise<T> => {
    const known = files.get(path);
    if (known) return known as Promise<T>;
    if (files.size >= MEMORY) files.clear();
    const coming = need(read, path).then(parse);
    files.set(path, coming);
    coming.catch(() => files.delete(path)); // the next query asks again
    return coming;
  };
  return {
    manifest,
    async posting(field, gram) {
      const entry = (await once(PATHS.shard(version, hash(gram) % shards), readShard)).get(keyOf(field, gram));
      if (!entry) return undefined;
      const { length, short, file, blocks } = entry;
      const block = (number: number): Promise<Placed> => {
        const [from, to] = blocksOf(length)[number] ?? [0, 0];
        return once(PATHS.list(version, file + number), async content => readPlaced(await inflate(content), to - from));
      };
      const readBlocks = async (count: number): Promise<KnownPostings> =>
        joined(await Promise.all(blocks.slice(0, count).map((_, number) => block(number))), length);
      return { length, blocks, read: short ? async () => joined([readPlaced(short, length)], length) : readBlocks };
    },
    async passage(number) {
      const chunk = await once(PATHS.chunk(version, Math.floor(number / passagesPerChunk)), async content =>
        readChunk(await readJson<Chunk>(content)),
      );
      return chunk[number % passagesPerChunk] as Passage;
    },
    async lexicon(key) {
      const path = PATHS.lexicon(version, hash(key) % lexicons);
      const entries = await once(path, content => readJson<LexiconEntry[]>(content));
      return entries.filter(entry => entry.key === key);
    },
    names: () => once(PATHS.names(version), content => readJson<NamedPage[]>(content)),
  };
}

async function need(read: ReadFile, path: string): Promise<Uint8Array<ArrayBuffer>> {
  const content = await read(path);
  if (content) return content;
  throw new Error(`the search has no file ${path}`);
}

async function inflate(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const readJson = async <T>(content: Uint8Array<ArrayBuffer>): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await inflate(content))) as T;

/** The beginning of a list, or all of it. */
function joined(blocks: readonly Placed[], length: number): KnownPostings {
  const known = blocks.reduce((sum, { passages }) => sum + passages.length, 0);
  const [passages, places] = [new Uint32Array(known), new Uint8Array(known)];
  let at = 0;
  for (const block of blocks) {
    passages.set(block.passages, at);
    places.set(block.places, at);
    at += block.passages.length;
  }
  return {
    passages,
    places,
    beyond: length - known,
    reach: known === length ? NOWHERE.reach : (passages.at(-1) ?? -1) + 1,
  };
}

interface Entry {
  readonly length: number;
  readonly short?: Uint8Array<ArrayBuffer>;
  /** Number of the first file of a long list, sizes of all. */
  readonly file: number;
  readonly blocks: readonly number[];
}

function readShard(content: Uint8Array<ArrayBuffer>): ReadonlyMap<string, Entry> {
  const { number, bytes, isAtEnd } = reader(content);
  const entries = new Map<string, Entry>();
  while (!isAtEnd()) {
    const key = String.fromCharCode(...Array.from({ length: number() }, number));
    const length = number();
    const size = number();
    if (size > 0) entries.set(key, { length, short: bytes(size), file: -1, blocks: [] });
    else {
      const [blocks, file] = [number(), number()];
      entries.set(key, { length, file, blocks: Array.from({ length: blocks }, number) });
    }
  }
  return entries;
}
