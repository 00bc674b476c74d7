/** Keeps the list of the offline books in `build/books.json`, from which the site offers them. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BookFile } from '@tsuzuri/core/book';

const LIST = 'books.json';

/** The books that stand in a folder `build/`. */
export function readBookList(build: string): BookFile[] {
  const file = join(build, LIST);
  if (!existsSync(file)) return [];
  const list = JSON.parse(readFileSync(file, 'utf8')) as BookFile[];
  return list.filter(({ path }) => existsSync(join(build, path)));
}

/** A project without books has no list of them. */
export function writeBookList(build: string, books: readonly BookFile[]): void {
  if (books.length > 0) writeFileSync(join(build, LIST), `${JSON.stringify(books, null, 1)}\n`);
}

/** Copies earlier books of kinds that are not printed now: PDFs stay while only the EPUB is printed. */
export function keepBooks(build: string, folder: string, printed: readonly Pick<BookFile, 'path'>[]): BookFile[] {
  const kinds = new Set(printed.map(({ path }) => extname(path)));
  const kept = readBookList(build).filter(({ path }) => !kinds.has(extname(path)));
  for (const { path } of kept) cpSync(join(build, path), join(folder, path));
  writeBookList(folder, kept);
  return kept;
}
