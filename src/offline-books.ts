/** Prints the offline books into `build/`, tells which of them stand there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFiles, addSlowly, type Files } from './7-print/files.ts';
import { type Edition, pdfPath, type Volume } from './7-print/volume.ts';
import type { Book } from './bind.ts';
import type { BookFile } from './book.ts';
import { volumesOf, wholeOf } from './volumes.ts';

export type Format = 'pdf' | 'epub' | 'html';

export interface Printing {
  readonly edition: Edition;
  readonly formats: ReadonlySet<Format>;
  readonly progress: (step: string) => void;
}

/** List of the books, in `build/`. */
const LIST = 'books.json';

/**
 * Writes `tsuzuri.pdf`, `pdf/NAME.pdf` for each document, `tsuzuri.epub`, `tsuzuri.html`; what stood there stays whole
 * until all are printed.
 * @returns letters that no font has: they stand in the PDF as boxes with their code
 */
export async function writeBooks(root: string, book: Book, printing: Printing): Promise<string[]> {
  const whole = wholeOf(book);
  const volumes = volumesOf(book, whole);
  const build = join(root, 'build');
  const written = new Map<string, BookFile>();
  const remember = (file: BookFile): void => void written.set(file.path, file);
  await addSlowly(build, remembered(printed(whole, volumes, printing), remember, printing.edition));
  // The PDFs come as they are printed; the list has them in the order of the volumes.
  const listed = [...volumes.map(pdfPath), ...written.keys()].flatMap(path => written.get(path) ?? []);
  const kept = readBookList(build).filter(({ path }) => !printing.formats.has(formatOf(path)));
  addFiles(build, [[LIST, `${JSON.stringify([...new Set([...listed, ...kept])], null, 1)}\n`]]);
  if (!printing.formats.has('pdf')) return [];
  const { missingGlyphs } = await import('./7-print/pdf/pdf.ts');
  return missingGlyphs(whole);
}

type Printed = readonly [file: Omit<BookFile, 'bytes' | 'date'>, content: string | Uint8Array];

async function* printed(
  whole: Volume,
  volumes: readonly Volume[],
  { formats, edition, progress }: Printing,
): AsyncGenerator<Printed> {
  if (formats.has('pdf')) {
    const { printPdfs } = await import('./7-print/pdf/pdf.ts');
    const said = (volume: Volume): void =>
      progress(`PDFを組んでいます（${volumes.indexOf(volume) + 1}/${volumes.length}）: ${volume.title}`);
    for await (const { volume, bytes } of printPdfs(volumes, edition, said))
      yield [{ path: pdfPath(volume), title: volume.title }, bytes];
  }
  if (formats.has('epub')) {
    progress('EPUBを作っています');
    const { printEpub } = await import('./7-print/ebook/epub.ts');
    yield [{ path: `${whole.name}.epub`, title: whole.title }, printEpub(whole, edition)];
  }
  if (formats.has('html')) {
    progress('一枚のHTMLを作っています');
    const { printHtml } = await import('./7-print/ebook/html.ts');
    yield [{ path: `${whole.name}.html`, title: whole.title }, printHtml(whole, edition)];
  }
}

async function* remembered(
  books: AsyncIterable<Printed>,
  remember: (file: BookFile) => void,
  { date }: Edition,
): AsyncGenerator<readonly [string, string | Uint8Array]> {
  for await (const [{ path, title }, content] of books) {
    const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    remember({ path, title, bytes, date });
    yield [path, content];
  }
}

const formatOf = (path: string): Format => path.replace(/^.*\./, '') as Format;

/** The books that stand in a folder `build/`. */
export function readBookList(build: string): BookFile[] {
  const file = join(build, LIST);
  if (!existsSync(file)) return [];
  const list = JSON.parse(readFileSync(file, 'utf8')) as BookFile[];
  return list.filter(({ path }) => existsSync(join(build, path)));
}

/** The books as files, one by one: hundreds of them are too many to hold. */
export function* bookFiles(build: string): Files {
  for (const { path } of readBookList(build)) yield [path, readFileSync(join(build, path))];
}
