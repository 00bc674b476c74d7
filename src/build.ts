/** Binds the book of a project folder: every page, linked, with its ledger. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFileMessage } from 'vfile-message';
import { readScan } from './1-read/index.ts';
import { readKnown } from './1-read/known.ts';
import { type Rule, readRule } from './4-correct/rules.ts';
import { createMatcher, type Matcher } from './6-link/matcher.ts';
import { findMentions } from './6-link/mentions.ts';
import { type GlossaryLinkOptions, linkTree } from './6-link/plugin.ts';
import { spliceLinks } from './6-link/splice.ts';
import { addFiles, replaceFolder } from './7-print/files.ts';
import { parsePage } from './7-print/parse-page.ts';
import { entryAddress } from './addresses.ts';
import type { Mention, Page } from './book.ts';
import { optional, readTerm, type Term } from './card.ts';
import { complaint } from './complaint.ts';
import { groupBy } from './group.ts';
import { type Ledger, writeLedger } from './ledger.ts';
import { offeredFiles } from './offered.ts';
import type { Format } from './offline-books.ts';
import { indexPages, namesIn, rulePages, termPages, textPages, whoPages } from './pages.ts';
import { type Converted, convert, type Tools } from './pipeline.ts';
import { type Redirect, readRedirects } from './redirects.ts';
import { searchFiles } from './searchable.ts';
import { usesOf } from './uses.ts';
import type { Words } from './words.ts';

export interface Book {
  readonly pages: readonly Page[];
  readonly terms: readonly Term[];
  /** By name of the scan: `2012-11-01-isc-31`. */
  readonly converted: ReadonlyMap<string, Converted>;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Earlier addresses of pages. */
  readonly redirects: readonly Redirect[];
  /** What must be mended before the book can be published: quotes that stand nowhere, addresses that lead nowhere. */
  readonly faults: readonly VFileMessage[];
}

export async function bindBook(root: string, words: Words, progress: (said: string) => void = () => {}): Promise<Book> {
  const rules = readRules(join(root, 'docs/rules'), words);
  const terms = readTerms(join(root, 'docs/glossary'));
  const linking = linkingWith(createMatcher(terms), linkPolicy(root));
  const tools: Tools = { words, rules, folder: 'seeds', glossary: linking };
  const converted = new Map<string, Converted>();
  for (const name of namesIn(join(root, 'seeds'), '.txt')) {
    progress(name);
    converted.set(name, await convertSeed(join(root, 'seeds', `${name}.txt`), tools));
  }
  const minutes = [...converted].map(([name, { file }]) => parsePage(`minutes/${name}`, String(file)));
  const mentions = groupBy(
    minutes.flatMap(page =>
      findMentions(page, linking(page.matter.date === undefined ? undefined : String(page.matter.date))),
    ),
    mention => mention.entry,
  );
  const uses = usesOf(minutes, converted);
  const faults: VFileMessage[] = [];
  const onFault = (fault: VFileMessage): void => void faults.push(fault);
  const made = [
    ...textPages(root, markdown => spliceLinks(markdown, linking())),
    ...minutes,
    ...termPages(terms, { minutes, mentions, onFault, link: (tree, self) => linkTree(tree, { ...linking(), self }) }),
    ...rulePages(rules, uses),
    ...whoPages(minutes, terms),
  ];
  const pages = [...made, ...indexPages(made, { terms, mentions, converted, uses })];
  const { redirects, faults: astray } = redirectsOf(root, pages);
  return { pages, terms, converted, mentions, redirects, faults: [...faults, ...astray] };
}

/** `docs/redirects.yml`; a project whose pages never moved has none. */
function redirectsOf(root: string, pages: readonly Page[]): ReturnType<typeof readRedirects> {
  const file = join(root, 'docs/redirects.yml');
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return readRedirects(
    file,
    source,
    pages.map(({ path }) => path),
  );
}

/** How the pages of a site are linked: every mention alike, or the first in each section before the others (default). */
export type LinkPolicy = 'every' | 'first';

/** In headings too; on a page with a date, to the name that held then: NISC of 2012 opens another body than NISC of 2021. */
export function linkingWith(match: Matcher, policy: LinkPolicy = 'first'): (date?: string) => GlossaryLinkOptions {
  const every = policy === 'every' ? true : 'quiet';
  return date => ({ match, url: entryAddress, every, headings: true, ...optional('date', date) });
}

/** `"tsuzuri": {"links": "every"}` in the package.json of the project. */
function linkPolicy(root: string): LinkPolicy {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return 'first';
  const { tsuzuri } = JSON.parse(readFileSync(file, 'utf8')) as { tsuzuri?: { links?: string } };
  const links = tsuzuri?.links ?? 'first';
  if (links === 'every' || links === 'first') return links;
  throw complaint(file, undefined, `tsuzuri.links「${links}」は使えません`, 'every か first にしてください');
}

export function convertSeed(path: string, tools: Tools): Promise<Converted> {
  const scan = readScan(path);
  return convert(scan, readKnown(path, scan), tools);
}

/** Rule cards of a folder; those marked `built-in` only explain what the program does. */
export function readRules(folder: string, words: Words): Rule[] {
  return namesIn(folder, '.md').map(name => {
    const file = join(folder, `${name}.md`);
    return readRule(file, readFileSync(file, 'utf8'), words);
  });
}

export function readTerms(folder: string): Term[] {
  return namesIn(folder, '.md').map(name => {
    const file = join(folder, `${name}.md`);
    return readTerm(file, readFileSync(file, 'utf8'));
  });
}

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

/** Writes `build/pages`, `build/ledger`, `build/public` with all that the site serves besides, and `build/book.json`. */
export function writeBook(root: string, book: Book, words: Words): void {
  const build = join(root, 'build');
  const ledgers = [...book.converted].map(
    ([name, { ledger }]) => [`${name}.ledger.json`, writeLedger(ledger)] as const,
  );
  replaceFolder(join(build, 'pages'), new Map(book.pages.map(({ path, markdown }) => [`${path}.md`, markdown])));
  replaceFolder(join(build, 'ledger'), new Map(ledgers));
  const offered = offeredFiles(book);
  replaceFolder(join(build, 'public'), new Map([...offered, ...searchFiles(book, words)]));
  const pages = book.pages.map(page => {
    const { path, kind, title, source, matter } = page;
    return { path, kind, title, source, matter, ...(kind === 'minutes' && { letters: textOf(page.tree).length }) };
  });
  addFiles(build, [
    ['book.json', `${JSON.stringify({ pages, redirects: book.redirects }, null, 1)}\n`],
    ...[...offered].filter(([path]) => path.startsWith('glossary.json')),
  ]);
}

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
