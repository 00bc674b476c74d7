/** Writes the lists of passages into files, so that a query reads few. */
import { type Writer, writer } from './bytes.ts';
import type { KeyedList } from './gather-lists.ts';
import { hash } from './grams.ts';
import { packNumbers } from './pack.ts';

/** A list of more bytes has a file of its own, which is only read where shorter lists leave too many passages. */
const LONG_LIST = 700;
/** Bytes of a file of short lists: a query reads some five. */
const SHARD_BYTES = 950;
/** Bytes around a list: its key, how many passages, how many bytes. */
const ENTRY = 7;

export function writeLists(each: (tell: (list: KeyedList) => void) => void): {
  shards: Uint8Array[];
  lists: Uint8Array[];
} {
  let bytes = 0;
  each(({ gram, content }) => {
    bytes += ENTRY + gram.length + (content.length > LONG_LIST ? 0 : content.length);
  });
  const shards = Array.from({ length: Math.max(1, Math.ceil(bytes / SHARD_BYTES)) }, () => writer(SHARD_BYTES));
  const lists: Uint8Array[] = [];
  each(({ key, gram, length, content }) => {
    const shard = shards[hash(gram) % shards.length] as Writer;
    shard.number(key.length);
    for (let at = 0; at < key.length; at++) shard.number(key.charCodeAt(at));
    shard.number(length);
    if (content.length <= LONG_LIST) {
      shard.number(content.length);
      shard.bytes(content);
    } else {
      const packed = packNumbers(content);
      // In place of the list itself: the number of its file, and how large that is.
      for (const number of [0, lists.push(packed) - 1, packed.length]) shard.number(number);
    }
  });
  return { shards: shards.map(shard => shard.done()), lists };
}
