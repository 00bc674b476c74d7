/** Prints a book with the chosen printers; earlier output stays whole until all of them are done. */
import { statSync } from 'node:fs';
import { isAbsolute, join, normalize } from 'node:path';
import type { Book } from '@tsuzuri/book/build-book';
import type { Project } from '@tsuzuri/book/project';
import type { Ledger } from '@tsuzuri/convert/ledger';
import type { BookFile } from '@tsuzuri/core/book';
import { type File, fillFolder } from '@tsuzuri/core/files';
import { errorAt } from '@tsuzuri/core/messages';
import { type Saying, say } from '@tsuzuri/core/wording';
import { keepBooks, writeBookList } from './book-list.ts';
import { editionOf } from './edition.ts';
import type { PrintedFiles, Printer, Printing } from './printer.ts';
import { PRINTERS } from './printers.ts';
import { siteAddress } from './site/index.ts';

interface PrintOptions extends Pick<Printing, 'analyzer'>, Partial<Pick<Printing, 'base' | 'progress'>> {
  /** Names of printers, of tsuzuri or of the project. */
  readonly printers: readonly string[];
}

/**
 * Writes into `build/` of the project.
 * @returns the summary: what the book holds, where each output stands and how to open it
 * @throws VFileMessage where a printer cannot print, or an output cannot be written
 */
export async function printBook(book: Book, options: PrintOptions): Promise<string[]> {
  const { project } = book;
  const own = ownPrinters(project);
  const chosen = [...PRINTERS, ...own].filter(({ name }) => options.printers.includes(name));
  const build = join(project.root, 'build');
  const place = siteAddress(project);
  const { base = place.base, progress = () => {}, analyzer } = options;
  const edition = editionOf(project.root, place.address);
  await fillFolder(build, async (folder, write) => {
    const printing: Printing = { analyzer, base, progress, folder, edition };
    const work = chosen.map(printer => ({ printer, offered: printer.books?.(book) ?? [] }));
    const kept = keepBooks(
      build,
      folder,
      work.flatMap(({ offered }) => offered),
    );
    const books: BookFile[] = [];
    for (const { printer, offered } of work) {
      await write(own.includes(printer) ? ownFiles(printer, book, printing) : await printer.print(book, printing));
      for (const { path, title } of offered)
        books.push({ path, title, bytes: statSync(join(folder, path)).size, date: edition.date });
      writeBookList(folder, [...books, ...kept]);
    }
  });
  return [contentsLine(book), ...chosen.flatMap(({ label }) => label.split('\n'))];
}

/** Names of all printers that a project adds. */
export const ownNames = ({ config }: Project): string[] => (config.printers ?? []).map(({ name }) => name);

function ownPrinters({ config, file }: Project): readonly Printer[] {
  const own = config.printers ?? [];
  const known = new Set(PRINTERS.map(({ name }) => name));
  for (const printer of own) {
    const { name, label, print } = printer;
    const isSound = [name, label].every(text => typeof text === 'string' && text !== '') && typeof print === 'function';
    if (!isSound || known.has(name))
      throw errorAt(file, undefined, ...say('print.notAPrinter', { name: String(name) }));
    known.add(name);
  }
  return own;
}

/** The files of a project's own printer, each of them inside `build/`. */
async function* ownFiles(printer: Printer, book: Book, printing: Printing): AsyncGenerator<File> {
  const { name } = printer;
  const fail = (saying: Saying) => errorAt(book.project.file, undefined, ...saying);
  let files: PrintedFiles;
  try {
    files = await printer.print(book, printing);
  } catch (error) {
    throw fail(say('print.stopped', { name, error: (error as Error).message }));
  }
  for await (const [path, content] of files) {
    if (path === '' || isAbsolute(path) || /^\.\.(?:[\\/]|$)/.test(normalize(path)))
      throw fail(say('print.outside', { name, path }));
    yield [path, content];
  }
}

/** `会議録 5件、用語 109件、…` */
function contentsLine({ pages, converted }: Book): string {
  const count = (kind: string) => pages.filter(page => page.kind === kind).length;
  const ledgers = [...converted.values()].map(({ ledger }) => ledger);
  const sum = (of: (ledger: Ledger) => number) => ledgers.reduce((total, ledger) => total + of(ledger), 0);
  return say('print.contents', {
    minutes: count('minutes'),
    terms: count('term'),
    edits: sum(({ edits }) => edits.length),
    doubts: sum(({ doubts }) => doubts.length),
  });
}
