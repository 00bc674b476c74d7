/** Reads `build/book.json`, the list of pages that the pipeline has written. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BookFile, PageKind } from '../src/book.ts';
import { readBookList } from '../src/offline-books.ts';
import type { Redirect } from '../src/redirects.ts';

/** Root of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Folder with `pages/` and `book.json`. */
export const BUILD = resolve(ROOT, process.env.TSUZURI_BUILD ?? 'build');

/** One page, as the pipeline lists it; `path` is `minutes/2012-11-01-isc-31`. */
export interface Entry {
  readonly path: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly source: string;
  /** Front matter of the page. */
  readonly matter: Readonly<Record<string, unknown>>;
  /** How many letters the page has; of minutes only. */
  readonly letters?: number;
}

/** All pages, and the offline books that are offered beside them. */
export interface Contents {
  readonly pages: readonly Entry[];
  readonly books: readonly BookFile[];
  readonly redirects?: readonly Redirect[];
}

let read: { readonly at: number; readonly contents: Contents } | undefined;

/**
 * Read again once the file is another: `tsuzuri dev` writes it while the site is open.
 * @throws Error with one line when the pipeline has not run yet.
 */
export function readContents(): Contents {
  const file = resolve(BUILD, 'book.json');
  if (!existsSync(file))
    throw new Error(`${file} がありません。先に tsuzuri build を実行して build/pages を作ってください`);
  const at = statSync(file).mtimeMs;
  if (read?.at === at) return read.contents;
  const list = JSON.parse(readFileSync(file, 'utf8')) as Omit<Contents, 'books'>;
  read = { at, contents: { ...list, books: readBookList(BUILD) } };
  return read.contents;
}
