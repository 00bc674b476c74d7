/** Reads the files of the index, each when it is needed, once. */
import type { ReadFile } from './answer.ts';
import { reader, readList } from './bytes.ts';
import {
  type Chunk,
  type Field,
  keyOf,
  LEXICON_PREFIX,
  type LexiconEntry,
  type Manifest,
  type NamedPage,
  PATHS,
} from './format.ts';
import { hash } from './grams.ts';
import type { List } from './lists.ts';
import type { Passage } from './passages.ts';

/** Where a gram stands. */
export interface Posting {
  /** In how many passages. */
  readonly length: number;
  /** The list is a file of its own, which may not be worth reading. */
  readonly isLong: boolean;
  readonly list: () => Promise<List>;
}

export interface Index {
  readonly manifest: Manifest;
  readonly posting: (field: Field, gram: string) => Promise<Posting | undefined>;
  readonly passage: (number: number) => Promise<Passage>;
  /** Entries whose key begins with the first letters of a word. */
  readonly lexicon: (word: string) => Promise<readonly LexiconEntry[]>;
  readonly names: () => Promise<readonly NamedPage[]>;
}

/** Files that are remembered: some MB. */
const MEMORY = 3000;

/** @throws Error when the index is not there, or was replaced while it was read */
export async function openIndex(read: ReadFile): Promise<Index> {
  const manifest = JSON.parse(new TextDecoder().decode(await need(read, PATHS.manifest))) as Manifest;
  const { version, shards, lexicons, passagesPerChunk } = manifest;
  const files = new Map<string, Promise<unknown>>();
  const once = <T>(path: string, parse: (content: Uint8Array<ArrayBuffer>) => T): Promise<T> => {
    const known = files.get(path);
    if (known) return known as Promise<T>;
    if (files.size >= MEMORY) files.clear();
    const coming = need(read, path).then(inflate).then(parse);
    files.set(path, coming);
    coming.catch(() => files.delete(path)); // the next query asks again
    return coming;
  };
  const longList = (number: number, length: number): Promise<List> =>
    once(PATHS.list(version, number), content => readList(content, length));
  return {
    manifest,
    async posting(field, gram) {
      const shard = await once(PATHS.shard(version, hash(gram) % shards), readShard);
      const entry = shard.get(keyOf(field, gram));
      if (!entry) return undefined;
      const { length, short, long } = entry;
      return {
        length,
        isLong: short === undefined,
        list: async () => (short ? readList(short, length) : longList(long, length)),
      };
    },
    async passage(number) {
      const chunk = await once(PATHS.chunk(version, Math.floor(number / passagesPerChunk)), readChunk);
      return chunk[number % passagesPerChunk] as Passage;
    },
    lexicon: word =>
      once(PATHS.lexicon(version, hash(word.slice(0, LEXICON_PREFIX)) % lexicons), content =>
        readJson<LexiconEntry[]>(content),
      ),
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

const readJson = <T>(content: Uint8Array): T => JSON.parse(new TextDecoder().decode(content)) as T;

function readChunk(content: Uint8Array): Passage[] {
  const { heads, passages } = readJson<Chunk>(content);
  return passages.map(({ head, ...passage }) => ({ ...passage, head: heads[head] as Passage['head'] }));
}

interface Entry {
  readonly length: number;
  readonly short?: Uint8Array<ArrayBuffer>;
  /** Number of the file. */
  readonly long: number;
}

function readShard(content: Uint8Array<ArrayBuffer>): ReadonlyMap<string, Entry> {
  const { number, bytes, isAtEnd } = reader(content);
  const entries = new Map<string, Entry>();
  while (!isAtEnd()) {
    const key = String.fromCharCode(...Array.from({ length: number() }, number));
    const length = number();
    const size = number();
    entries.set(key, size > 0 ? { length, short: bytes(size), long: -1 } : { length, long: number() });
  }
  return entries;
}
