/** Writes a bound book to `build/`, tells what was written. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import { addFiles, replaceFolder } from './7-print/files.ts';
import type { Book } from './bind.ts';
import type { Page } from './book.ts';
import { complaint } from './complaint.ts';
import { type Ledger, writeLedger } from './ledger.ts';
import { offeredFiles } from './offered.ts';
import type { Format } from './offline-books.ts';
import { searchFiles } from './searchable.ts';
import type { Words } from './words.ts';

/**
 * Writes a draft card, `docs/glossary/ID.md`.
 * @returns its path from the root
 * @throws VFileMessage when the id is no file name, or there is such an entry
 */
export function writeDraft(root: string, id: string, draft: string): string {
  const file = `docs/glossary/${id}.md`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw complaint(file, undefined, `ID「${id}」は使えません`, '半角の英小文字、数字、「-」だけで書いてください');
  if (existsSync(join(root, file))) throw complaint(file, undefined, 'この項目はもうあります', '別のIDにしてください');
  addFiles(join(root, 'docs/glossary'), new Map([[`${id}.md`, draft]]));
  return file;
}

/** Path below the folder, content. */
export type BuildFiles = ReadonlyMap<string, string | Uint8Array>;

/** `build/pages` */
export const pageFiles = ({ pages }: Book): BuildFiles =>
  new Map(pages.map(({ path, markdown }) => [`${path}.md`, markdown]));

/** `build/public`: all that the site serves besides. */
export const publicFiles = (book: Book, words: Words): BuildFiles =>
  new Map([...offeredFiles(book), ...searchFiles(book, words)]);

/**
 * Writes `build/pages`, `build/ledger`, `build/public` and `build/book.json`.
 * @returns what now stands in `build/public`
 */
export function writeBook(root: string, book: Book, words: Words): BuildFiles {
  const build = join(root, 'build');
  const ledgers = [...book.converted].map(
    ([name, { ledger }]) => [`${name}.ledger.json`, writeLedger(ledger)] as const,
  );
  replaceFolder(join(build, 'pages'), pageFiles(book));
  replaceFolder(join(build, 'ledger'), new Map(ledgers));
  const served = publicFiles(book, words);
  replaceFolder(join(build, 'public'), served);
  addFiles(build, [['book.json', bookList(book)], ...[...served].filter(([path]) => path.startsWith('glossary.json'))]);
  return served;
}

/** Titles and front matter of all pages, as the site reads them: `book.json`. */
export function bookList(book: Book): string {
  const pages = book.pages.map(page => {
    const { path, kind, title, source, matter } = page;
    return { path, kind, title, source, matter, ...(kind === 'minutes' && { letters: lettersOf(page, book) }) };
  });
  return `${JSON.stringify({ pages, redirects: book.redirects }, null, 1)}\n`;
}

const lettersOf = ({ path }: Page, { converted }: Book): number =>
  textOf(converted.get(path.replace('minutes/', ''))?.lifted).length;

const SITE_COPY = '  build/offline/      サイトの写し  index.html をブラウザーで開いてください（サーバーは要りません）';
const BOOKS: Readonly<Record<Format, string>> = {
  pdf: '  build/tsuzuri.pdf   PDF         PDFを読むソフトで開いてください（文書ごとのPDFは build/pdf/ にあります）',
  epub: '  build/tsuzuri.epub  EPUB        電子書籍を読むソフトで開いてください',
  html: '  build/tsuzuri.html  一枚のHTML  ブラウザーで開いてください（ほかのファイルも通信も要りません）',
};

/** How to open each of the offline books. */
export const bookLines = (formats: ReadonlySet<Format>): string[] => [...formats].map(format => BOOKS[format]);

/** What was built and how to open it, for the person who ran the command. */
export function summary(book: Book, formats: ReadonlySet<Format>, offline = false): string[] {
  const count = (kind: string) => book.pages.filter(page => page.kind === kind).length;
  const ledgers = [...book.converted.values()].map(({ ledger }) => ledger);
  const sum = (of: (ledger: Ledger) => number) => ledgers.reduce((total, ledger) => total + of(ledger), 0);
  return [
    `会議録 ${count('minutes')}件、用語 ${count('term')}件、訂正 ${sum(ledger => ledger.edits.length)}か所、疑い ${sum(ledger => ledger.doubts.length)}か所`,
    '  build/site/         サイト      見るには: npx vitepress preview',
    ...(offline ? [SITE_COPY] : []),
    ...bookLines(formats),
    '  build/pages/        リンク付きMarkdown',
    '  build/glossary.json 用語集のデータ（glossary.jsonld は SKOS）',
    '  build/ledger/       帳簿        確かめるには: npx tsuzuri verify build/ledger',
  ];
}
