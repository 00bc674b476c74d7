/** Reads plain text in UTF-8, UTF-16, Shift_JIS or EUC-JP, so that it can be given back byte for byte. */
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import Encoding from 'encoding-japanese';
import type { Format } from './index.ts';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp';

/** How a text is written as bytes. */
export interface Encoded {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly bom: boolean;
  /** Bytes, in hex, of the incomplete character at the end of a truncated file; absent where it is whole. */
  readonly tail?: string;
}

const BOMS: readonly { encoding: EncodingName; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Tried in this order where there is no byte order mark: UTF-8 is the strictest. */
const UNMARKED: readonly EncodingName[] = ['utf-8', 'shift_jis', 'euc-jp'];

/** Encodings by the names that encoding-japanese gives to what it detects. */
const GUESSES: Readonly<Record<string, EncodingName>> = {
  SJIS: 'shift_jis',
  EUCJP: 'euc-jp',
  UTF16LE: 'utf-16le',
  UTF16BE: 'utf-16be',
};

/** Bytes at the beginning of a file that are looked at for NUL. */
const LOOKED_AT = 8_192;

/**
 * Plain text. `detect` refuses a file with NUL bytes unless it is UTF-16; `read` says what is wrong with one that it
 * cannot decode: it is empty, blank, binary, or in no encoding of the list.
 */
export const TEXT: Format = {
  name: 'text',
  endings: ['.txt'],
  detect: bytes => !bytes.subarray(0, LOOKED_AT).includes(0) || isUtf16(bytes),
  read: decodeText,
};

const isUtf16 = (bytes: Uint8Array): boolean =>
  markOf(bytes)?.encoding.startsWith('utf-16') === true || String(Encoding.detect(bytes)).startsWith('UTF16');

const markOf = (bytes: Uint8Array) =>
  BOMS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));

function decodeText(bytes: Uint8Array, file: string): Encoded {
  if (bytes.length === 0) throw errorAt(file, undefined, ...say('convert.emptyFile'));
  const marked = markOf(bytes);
  const body = Buffer.from(bytes.subarray(marked?.bytes.length ?? 0));
  for (const encoding of marked ? [marked.encoding] : candidates(body)) {
    const read = decodeWhole(body, encoding);
    if (read === undefined || isBinary(read.text) || !isPlausible(read.text, encoding)) continue;
    if (read.text.trim() === '') throw errorAt(file, undefined, ...say('convert.blankFile'));
    return { ...read, encoding, bom: marked !== undefined };
  }
  throw errorAt(file, firstBadLine(body), ...say('convert.noText'));
}

function candidates(body: Buffer): EncodingName[] {
  const guess = GUESSES[String(Encoding.detect(body))];
  return guess ? ['utf-8', guess, ...UNMARKED.filter(name => name !== 'utf-8' && name !== guess)] : [...UNMARKED];
}

/** Length in bytes of the longest character less one: so much of it can be left where a file was truncated. */
const LONGEST_TAIL: Readonly<Record<EncodingName, number>> = {
  'utf-8': 3,
  'utf-16le': 1,
  'utf-16be': 1,
  shift_jis: 1,
  'euc-jp': 2,
};

/** The text and the bytes of an incomplete last character; nothing where encoding it again gives other bytes. */
function decodeWhole(body: Buffer, encoding: EncodingName): { text: string; tail?: string } | undefined {
  for (let cut = 0; cut <= Math.min(LONGEST_TAIL[encoding], body.length - 1); cut++) {
    const whole = body.subarray(0, body.length - cut);
    const text = decode(whole, encoding);
    if (text === undefined || !encode({ text, encoding, bom: false }).equals(whole)) continue;
    return { text, ...(cut > 0 ? { tail: body.subarray(body.length - cut).toString('hex') } : {}) };
  }
  return undefined;
}

/** Bytes of one encoding read as another give rare kanji and half-width kana; Japanese text has hiragana. */
function isPlausible(text: string, encoding: EncodingName): boolean {
  if (encoding.startsWith('utf')) return true;
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return (text.match(/\p{sc=Hiragana}/gu)?.length ?? 0) * 20 >= foreign;
}

function decode(body: Buffer, encoding: EncodingName): string | undefined {
  // Node's own UTF-16 keeps lone surrogates, which the decoder of the web platform would replace.
  if (encoding === 'utf-16le') return body.length % 2 === 0 ? body.toString('utf16le') : undefined;
  if (encoding === 'utf-16be')
    return body.length % 2 === 0 ? Buffer.from(body).swap16().toString('utf16le') : undefined;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined; // not in this encoding: the next candidate is tried
  }
}

/** Encodes a text as the scan was, an incomplete character at the end included: the inverse of `read`. */
export function encode({ text, encoding, bom, tail }: Encoded): Buffer {
  const mark = bom ? Buffer.from(BOMS.find(entry => entry.encoding === encoding)?.bytes ?? []) : Buffer.alloc(0);
  return Buffer.concat([mark, encodeBody(text, encoding), Buffer.from(tail ?? '', 'hex')]);
}

function encodeBody(text: string, encoding: EncodingName): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const to = encoding === 'shift_jis' ? 'SJIS' : 'EUCJP';
  return Buffer.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to }));
}

/** More control characters than a text has: one in a hundred. */
const isBinary = (text: string): boolean => (text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0) > text.length / 100;

function firstBadLine(body: Buffer): number {
  let line = 1;
  for (let start = 0; start < body.length; line++) {
    const end = body.indexOf(0x0a, start);
    if (decode(body.subarray(start, end < 0 ? body.length : end), 'utf-8') === undefined) return line;
    if (end < 0) break;
    start = end + 1;
  }
  return 1;
}
