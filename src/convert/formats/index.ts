/** Lists the formats that a scan may have. */
import { type Encoded, TEXT } from './text.ts';

/**
 * A kind of file that scans come as. What the ledger counts in, and gives back, is the text that `read` returns.
 *
 * - Where that text is the file in some encoding, `read` also returns the encoding, and undoing the ledger gives back
 *   the bytes of the file.
 * - Where it is only a part of the file (the lines of a JSON answer of an OCR service), `read` returns the text alone.
 *   The ledger then has the sha256 of the file and that of the text, and `tsuzuri verify` compares the text and says so.
 *
 * @example
 * const json: Format = {
 *   name: 'ocr-json',
 *   endings: ['.json'],
 *   detect: (bytes, file) => file.endsWith('.json'),
 *   read: bytes => ({ text: JSON.parse(Buffer.from(bytes).toString()).lines.join('\n') }),
 * };
 */
export interface Format {
  /** Id, written into the ledger of a scan whose bytes cannot be given back: `ocr-json`. */
  readonly name: string;
  /** Endings of the names of such files, with the dot: a book takes the files of `seeds/` that have one of them. */
  readonly endings: readonly string[];
  /** Whether a file is of this format, by its content first. @param file path, for messages or for its ending */
  readonly detect: (bytes: Uint8Array, file: string) => boolean;
  /** @throws VFileMessage where the file cannot be read */
  readonly read: (bytes: Uint8Array, file: string) => Encoded | { readonly text: string };
}

export const FORMATS: readonly Format[] = [TEXT];
