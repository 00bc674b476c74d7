/** Reads a scan in the first format that recognises it. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import { FORMATS, type Format } from '../formats/index.ts';
import { type Encoded, TEXT } from '../formats/text.ts';

/** A decoded scan; `encoding`, `bom` and `tail` say how its text is written as bytes. */
export interface Scan extends Encoded {
  /** File name without its folder. */
  readonly file: string;
  /** Of the bytes of the file, in hex. */
  readonly sha256: string;
  /** Where the bytes of the file cannot be made of the text: name of the format, sha256 of the text as UTF-8. */
  readonly format?: string;
  readonly textSha256?: string;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads one scan from disk.
 * @param file what it is called in messages
 * @throws VFileMessage when the file is missing, empty, not text, or cannot be given back byte for byte
 */
export const readScan = (path: string, file = path, formats: readonly Format[] = FORMATS): Scan =>
  decodeScan(readBytes(path, file), file, formats);

/**
 * The scan of a file that was read already. A file that no format recognises is read as text, which says what is wrong.
 * @param formats asked in this order
 */
export function decodeScan(bytes: Uint8Array, file: string, formats: readonly Format[] = FORMATS): Scan {
  const format = formats.find(({ detect }) => detect(bytes, file)) ?? TEXT;
  const read = format.read(bytes, file);
  const found = { file: basename(file), sha256: sha256(bytes) };
  if (!('encoding' in read))
    return {
      ...found,
      text: read.text,
      encoding: 'utf-8',
      bom: false,
      format: format.name,
      textSha256: sha256(Buffer.from(read.text)),
    };
  const { encoding, bom, ...text } = read;
  return { file: found.file, ...text, sha256: found.sha256, encoding, bom };
}

function readBytes(path: string, file: string): Buffer {
  try {
    if (statSync(path).isDirectory()) throw errorAt(file, undefined, ...say('convert.folder'));
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw errorAt(file, undefined, ...say('core.noFile'));
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw errorAt(file, undefined, ...say('convert.noPermission'));
    throw error;
  }
}
