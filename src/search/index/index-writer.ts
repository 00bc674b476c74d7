/** Writes posting lists into files, of which a query reads few, and compresses all files of the index. */

import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib';
import { readPlaced, type Writer, writeList, writer } from '../shared/bytes.ts';
import { hash } from '../shared/fold.ts';
import { blocksOf, type Field, keyOf } from '../shared/format.ts';
import type { PostingList } from './postings.ts';

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
