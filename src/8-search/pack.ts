/** Compresses the files of the index, tens of thousands of some kB. */
import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib';

/** Texts are short: a smaller window loses nothing, and is sooner made. */
const SMALL: ZlibOptions = { windowBits: 12, memLevel: 6, chunkSize: 4096 };

/** Distances repeat nothing but themselves: without a search for repetitions they become smaller, and sooner. */
const NUMBERS: ZlibOptions = { strategy: constants.Z_HUFFMAN_ONLY, windowBits: 9, memLevel: 5, chunkSize: 4096 };

export const packJson = (value: unknown): Uint8Array => pack(Buffer.from(JSON.stringify(value)), SMALL);
export const packRuns = (content: Uint8Array): Uint8Array => pack(content, SMALL);
export const packNumbers = (content: Uint8Array): Uint8Array => pack(content, NUMBERS);

/** What zlib gives is the beginning of a larger buffer, which would be kept as long as the file. */
const pack = (content: Uint8Array, options: ZlibOptions): Uint8Array =>
  new Uint8Array(deflateRawSync(content, options));
