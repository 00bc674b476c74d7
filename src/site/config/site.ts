/** Holds what the site is: its name, its address, its pages as `build/book.json` lists them. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Nav } from '@tsuzuri/book/pages/page';
import { type Project, readerLabels } from '@tsuzuri/book/project';
import type { Redirect } from '@tsuzuri/book/redirects';
import type { BookFile } from '@tsuzuri/core/book';
import { groupBy, once } from '@tsuzuri/core/collections';
import { byEdition, compare, day, isReplaced } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { minutesPath, pageFile, urlOf } from '@tsuzuri/core/urls';
import { say } from '@tsuzuri/core/wording';
import { readBookList } from '@tsuzuri/print/book-list';
import type { Appearance } from '@tsuzuri/print/data/appearances';
import type { OriginalPages } from '@tsuzuri/print/data/corrections';
import type { SiteAddress } from '@tsuzuri/print/site';
import type { Forge } from './git.ts';

/** What the site is called, and the sentence that says what it is; a project need not say either. */
export const nameOf = ({ config }: Project): Pick<Site, 'title' | 'description'> => {
  const label = readerLabels({ config });
  return {
    title: config.title ?? label('pages.untitled'),
    description: config.description ?? label('site.description'),
  };
};

/** What the configuration, the pages and the files for machines are made from. */
export interface Site {
  /** What the site says around the documents. */
  readonly label: Labels;
  readonly title: string;
  readonly description: string;
  /** Who publishes the site, where the project says it. */
  readonly publisher?: string;
  /** How `<title>` is made, where the project says it. */
  readonly titleTemplate?: string | boolean;
  readonly contents: Contents;
  readonly place: SiteAddress;
  /** When each source was last committed, in milliseconds. */
  readonly dates: ReadonlyMap<string, number>;
  /** Whether a browser keeps pages for reading without a connection. */
  readonly isKept: boolean;
  /** Whether pages of a kind have a picture of their own. */
  readonly isPictured: (kind: string) => boolean;
  /** Levels of the headings that the outline of a page shows. */
  readonly outline: readonly number[];
  /** What the search shows before anything is asked, where the project says it. */
  readonly examples?: readonly (readonly [query: string, meaning: string])[];
  /** Queries of which readers get feeds. */
  readonly followedQueries?: readonly string[];
  /** Where pages are edited and errors reported, if the repository has an address. */
  readonly forge?: Forge;
}

/** `https://host/below/glossary/nisc`; nothing where the address of the site is not known. */
export function addressOf(path: string, { place }: Site): string | undefined {
  return place.address && new URL(`.${urlOf(path)}`, place.address).href;
}

/** The address of a page; its path on the host where the address of the site is not known. */
export const linkTo = (path: string, site: Site): string =>
  addressOf(path, site) ?? encodeURI(site.place.base + urlOf(path).slice(1));

/** Root of the project: VitePress is always started in it. */
export const ROOT = process.cwd();
/** Folder with `pages/` and `book.json`. */
export const BUILD = resolve(ROOT, process.env.TSUZURI_BUILD ?? 'build');

/** One page, as the pipeline lists it; `path` is `minutes/2012-11-01-isc-31`. */
export interface Entry {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly source: string;
  /** Front matter of the page. */
  readonly matter: Readonly<Record<string, unknown>>;
  /** How many characters the page has; of minutes only. */
  readonly letters?: number;
  /** How many speeches and opinions; of minutes only. */
  readonly spoken?: number;
  /** Where blocks stand in the original; of minutes whose scan tells it. */
  readonly originalPages?: OriginalPages;
  /** The latest documents of an entry or a person, those of a body, in order of date. */
  readonly documents?: readonly Appearance[];
}

/** All pages, and the offline books that are offered beside them. */
export interface Contents {
  readonly pages: readonly Entry[];
  readonly books: readonly BookFile[];
  readonly redirects?: readonly Redirect[];
  /** Links that kinds of the project bring. */
  readonly nav?: readonly Nav[];
}

/** The glossary as SKOS, as the site has it; nothing where the project has no entries. */
export const skosFile = (): string | undefined => (existsSync(resolve(BUILD, 'public', SKOS)) ? SKOS : undefined);
const SKOS = 'glossary.jsonld';

let read: { readonly at: number; readonly contents: Contents } | undefined;

/**
 * Read again once the file is another: `tsuzuri dev` writes it while the site is open.
 * @throws Error with one line when the pipeline has not run yet.
 */
export function readContents(): Contents {
  const file = resolve(BUILD, 'book.json');
  if (!existsSync(file)) throw new Error(say('site.noBook', { file }));
  const at = statSync(file).mtimeMs;
  if (read?.at === at) return read.contents;
  const list = JSON.parse(readFileSync(file, 'utf8')) as Omit<Contents, 'books'>;
  read = { at, contents: { ...list, books: readBookList(BUILD) } };
  return read.contents;
}

/** @param path `glossary/nisc` */
export const pageAt = (path: string, contents: Contents): Entry | undefined => byPath(contents).get(path);

/** @param file `glossary/nisc/index.md`, as VitePress calls the page */
export const pageOfFile = (file: string, contents: Contents): Entry | undefined => byFile(contents).get(file);

const byPath = once((contents: Contents) => new Map(contents.pages.map(page => [page.path, page])));
const byFile = once((contents: Contents) => new Map(contents.pages.map(page => [pageFile(page.path), page])));

/** The documents by date, oldest first; of one day, earlier editions first. */
export function minutesOf(pages: readonly Entry[]): Entry[] {
  return pages.filter(kindOf('minutes')).sort((a, b) => compare(sortKey(a), sortKey(b)) || byEdition(a, b));
}

/** The documents of the body of one, by date, without earlier editions of others; none where it has no body. */
export const meetingsOf = (page: Entry, contents: Contents): readonly Entry[] =>
  (byBody(contents).get(textOf(page.matter.body)) ?? []).filter(other => other === page || !isReplaced(other));

const byBody = once(({ pages }: Contents) =>
  groupBy(
    minutesOf(pages).filter(({ matter }) => matter.body),
    ({ matter }) => textOf(matter.body),
  ),
);

/** The last of the editions that have replaced a document, one after the other; nothing where none has. */
export function newestEdition({ matter }: Entry, contents: Contents): Entry | undefined {
  const newer = pageAt(minutesPath(textOf(matter.replacedBy)), contents);
  return newer && (newestEdition(newer, contents) ?? newer);
}

/** A document with nothing but a fiscal year stands after the dates of that year. */
function sortKey({ matter }: Entry): string {
  return textOf(matter.date) || `${textOf(matter.fiscal) || '9999'}-99`;
}

/** `情報セキュリティ政策会議 第31回`; other documents keep their title. */
export function shortTitle({ matter, title }: Entry): string {
  const body = textOf(matter.body);
  const session = textOf(matter.session);
  return body && session ? `${body} 第${session}回` : title;
}

/** `2012年11月1日`, `2015年度`, or as the scan writes it. */
export function dateOf({ matter }: Entry, label: Labels): string {
  const year = textOf(matter.fiscal);
  return day(textOf(matter.date), label) || (year ? label('fiscalYear', { year }) : textOf(matter.era));
}

/** Books of everything, and those of one document: `pdf/2012-11-01-isc-31.pdf`. */
export const wholeBooks = ({ books }: Contents): BookFile[] =>
  FORMATS.flatMap(format => books.filter(({ path }) => path.endsWith(format) && !path.includes('/')));
const FORMATS = ['.pdf', '.epub', '.html'];
export const documentBooks = ({ books }: Contents): BookFile[] => books.filter(({ path }) => path.includes('/'));

export function kindOf(kind: Entry['kind']): (page: Entry) => boolean {
  return page => page.kind === kind;
}

export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
