/** Prints the offline books into `build/`, tells which of them stand there. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '@tsuzuri/book/build-book';
import { ownNav } from '@tsuzuri/book/pages/page-kinds';
import { type Ledger, writeLedger } from '@tsuzuri/convert/ledger';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import type { BookFile, Page } from '@tsuzuri/core/book';
import { errorAt } from '@tsuzuri/core/messages';
import { nameOfMinutes } from '@tsuzuri/core/urls';
import { searchFiles } from '@tsuzuri/search/index';
import { toString as textOf } from 'mdast-util-to-string';
import { offeredFiles } from './data/index.ts';
import { addFiles, addSlowly, type Files, replaceFolder } from './files.ts';
import { type Edition, pdfPath, type Volume, volumesOf, wholeOf } from './volume.ts';

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
  const { missingGlyphs } = await import('./pdf/pdf.ts');
  return missingGlyphs(whole);
}

type Printed = readonly [file: Omit<BookFile, 'bytes' | 'date'>, content: string | Uint8Array];

async function* printed(
  whole: Volume,
  volumes: readonly Volume[],
  { formats, edition, progress }: Printing,
): AsyncGenerator<Printed> {
  if (formats.has('pdf')) {
    const { printPdfs } = await import('./pdf/pdf.ts');
    const said = (volume: Volume): void =>
      progress(`PDFを組んでいます（${volumes.indexOf(volume) + 1}/${volumes.length}）: ${volume.title}`);
    for await (const { volume, bytes } of printPdfs(volumes, edition, said))
      yield [{ path: pdfPath(volume), title: volume.title }, bytes];
  }
  if (formats.has('epub')) {
    progress('EPUBを作っています');
    const { printEpub } = await import('./epub/index.ts');
    yield [{ path: `${whole.name}.epub`, title: whole.title }, printEpub(whole, edition)];
  }
  if (formats.has('html')) {
    progress('一枚のHTMLを作っています');
    const { printHtml } = await import('./html/html.ts');
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

// Writes a bound book to `build/`, tells what was written.

/**
 * Writes a draft card, `docs/glossary/ID.md`.
 * @returns its path from the root
 * @throws VFileMessage when the id is no file name, or there is such an entry
 */
export function writeDraft(root: string, id: string, draft: string): string {
  const file = `docs/glossary/${id}.md`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw errorAt(file, undefined, `ID「${id}」は使えません`, '半角の英小文字、数字、「-」だけで書いてください');
  if (existsSync(join(root, file))) throw errorAt(file, undefined, 'この項目はもうあります', '別のIDにしてください');
  addFiles(join(root, 'docs/glossary'), new Map([[`${id}.md`, draft]]));
  return file;
}

/** Path below the folder, content. */
export type BuildFiles = ReadonlyMap<string, string | Uint8Array>;

/** `build/pages` */
export const pageFiles = ({ pages }: Book): BuildFiles =>
  new Map(pages.map(({ path, markdown }) => [`${path}.md`, markdown]));

/** `build/public`: all that the site serves besides. */
export const publicFiles = (book: Book, words: Analyzer): BuildFiles =>
  new Map([...offeredFiles(book), ...searchFiles(book, words)]);

/**
 * Writes `build/pages`, `build/ledger`, `build/public` and `build/book.json`.
 * @returns what now stands in `build/public`
 */
export function writeBook(root: string, book: Book, words: Analyzer): BuildFiles {
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
  const nav = ownNav(book.project);
  return `${JSON.stringify({ pages, redirects: book.redirects, ...(nav.length > 0 && { nav }) }, null, 1)}\n`;
}

const lettersOf = ({ path }: Page, { converted }: Book): number =>
  textOf(converted.get(nameOfMinutes(path))?.tree).length;

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

// Tells of which day an edition is, so that the same state of the texts makes the same books.

/**
 * `2026-11-22` in UTC: of `SOURCE_DATE_EPOCH` (reproducible-builds.org, seconds), else of the last commit, else of the
 * newest file that people write.
 */
export function editionDate(root: string, environment: NodeJS.ProcessEnv = process.env): string {
  const seconds = secondsFrom(environment.SOURCE_DATE_EPOCH) ?? lastCommit(root) ?? newestFile(root);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

const secondsFrom = (said = ''): number | undefined => (/^\d{1,11}$/.test(said.trim()) ? Number(said) : undefined);

/** Nothing where there is no git, or no commit yet. */
function lastCommit(root: string): number | undefined {
  try {
    return secondsFrom(
      execFileSync('git', ['log', '-1', '--format=%ct'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return undefined;
  }
}

function newestFile(root: string): number {
  const times = ['seeds', 'docs'].flatMap(folder => {
    const path = join(root, folder);
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map(name => statSync(join(path, name)).mtimeMs);
  });
  return Math.floor(Math.max(0, ...times) / 1000);
}
