/** Reads a scan from disk, decodes it, makes sure that it can be given back byte for byte. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { errorAt } from '@tsuzuri/core/messages';
import Encoding from 'encoding-japanese';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp';

/** A decoded scan. */
export interface Scan {
  /** File name without its folder. */
  readonly file: string;
  readonly text: string;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  readonly encoding: EncodingName;
  readonly bom: boolean;
  /** Bytes, in hex, of the half letter at the end of a file that was cut; absent where it is whole. */
  readonly tail?: string;
}

const BOMS: readonly { encoding: EncodingName; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Tried in this order where no mark tells: UTF-8 is the strictest. */
const UNMARKED: readonly EncodingName[] = ['utf-8', 'shift_jis', 'euc-jp'];

/** Tells from the bytes how they are written, where neither mark nor strict UTF-8 does. */
const GUESSES: Readonly<Record<string, EncodingName>> = {
  SJIS: 'shift_jis',
  EUCJP: 'euc-jp',
  UTF16LE: 'utf-16le',
  UTF16BE: 'utf-16be',
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads one scan.
 * @param file what it is called in messages
 * @throws VFileMessage when the file is missing, empty, no text, or cannot be given back byte for byte
 */
export function readScan(path: string, file = path): Scan {
  const bytes = readBytes(path, file);
  if (bytes.length === 0)
    throw errorAt(file, undefined, 'ファイルが空です', 'OCRの文字データが入ったファイルを渡してください');
  const marked = BOMS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  const body = bytes.subarray(marked?.bytes.length ?? 0);
  for (const encoding of marked ? [marked.encoding] : candidates(body)) {
    const read = decodeWhole(body, encoding);
    if (read === undefined || isBinary(read.text) || !isPlausible(read.text, encoding)) continue;
    if (read.text.trim() === '')
      throw errorAt(
        file,
        undefined,
        'ファイルに文字がありません（空白だけです）',
        'OCRの文字データが入ったファイルを渡してください',
      );
    return { file: basename(path), ...read, sha256: sha256(bytes), encoding, bom: marked !== undefined };
  }
  throw errorAt(
    file,
    firstBadLine(body),
    '文字コードを判別できないか、文字のファイルではありません',
    'UTF-8・UTF-16・Shift_JIS・EUC-JP のどれかで保存し直してください',
  );
}

function readBytes(path: string, file: string): Buffer {
  try {
    if (statSync(path).isDirectory()) throw errorAt(file, undefined, 'フォルダーです', 'ファイルを指定してください');
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw errorAt(file, undefined, 'ファイルが見つかりません', 'パスを確かめてください');
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw errorAt(file, undefined, 'ファイルを読む権限がありません', '権限を確かめてください');
    throw error;
  }
}

function candidates(body: Buffer): EncodingName[] {
  const guess = GUESSES[String(Encoding.detect(body))];
  return guess ? ['utf-8', guess, ...UNMARKED.filter(name => name !== 'utf-8' && name !== guess)] : [...UNMARKED];
}

/** Longest letter less one byte: so much of it can be left where a file was cut. */
const LONGEST_HALF: Readonly<Record<EncodingName, number>> = {
  'utf-8': 3,
  'utf-16le': 1,
  'utf-16be': 1,
  shift_jis: 1,
  'euc-jp': 2,
};

/** The text, and what is left of a last letter that was cut; nothing where the bytes would not come back the same. */
function decodeWhole(body: Buffer, encoding: EncodingName): { text: string; tail?: string } | undefined {
  for (let cut = 0; cut <= Math.min(LONGEST_HALF[encoding], body.length - 1); cut++) {
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
    return undefined; // not written in this encoding: the next candidate is tried
  }
}

/** Encodes a text as the scan was, half letter at the end included: the way back. */
export function encode({ text, encoding, bom, tail }: Pick<Scan, 'text' | 'encoding' | 'bom' | 'tail'>): Buffer {
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
