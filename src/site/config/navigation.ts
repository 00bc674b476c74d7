/** Makes the navigation and the sidebars from the list of pages. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { yearOf } from '@tsuzuri/book/cooccurrence';
import type { Nav } from '@tsuzuri/book/pages/page';
import { PAGE_KINDS } from '@tsuzuri/book/pages/page-kinds';
import type { Redirect } from '@tsuzuri/book/redirects';
import type { BookFile } from '@tsuzuri/core/book';
import { CATEGORIES, type Category } from '@tsuzuri/core/card';
import { FOLDERS, indexPath, urlOf } from '@tsuzuri/core/urls';
import { readBookList } from '@tsuzuri/print/printers';
import type { DefaultTheme } from 'vitepress';
import { OTHER } from '../theme/glossary/match.ts';
import { escapeHtml } from './escape.ts';
import { japaneseDate } from './locale-ja.ts';

/** What the pages know of the site as a whole. */
export interface ThemeConfig extends DefaultTheme.Config {
  readonly documents: readonly Document[];
  /** The newest first. */
  readonly changes: readonly Change[];
  /** Those that the glossary has. */
  readonly categories: readonly (readonly [id: string, name: string])[];
  /** The offline books of everything. */
  readonly books: readonly BookFile[];
  /** Whether the search has a page of its own. */
  readonly searchPage: boolean;
  /** Address of the form for a report, with what `theme/report.ts` fills in. */
  readonly reportError?: string;
}

/** What the home page shows of one of the documents. */
export interface Document {
  readonly link: string;
  readonly text: string;
  /** 2012年11月1日, or 2015年度 where the scan says no more. */
  readonly when: string;
  /** Nothing where the scan does not say. */
  readonly year: string;
  readonly kind: string;
}

/** Links of the navigation besides those of the kinds of pages. */
const OWN_LINKS: readonly Nav[] = [
  { text: 'オフライン版', link: '/offline', activeMatch: '^/offline$', order: 90 },
  { text: 'このサイトについて', link: '/about', activeMatch: '^/(about|contributing)$', order: 100 },
];

/** The navigation leads only to what is there. */
export function navigation({ pages, books, nav = [] }: Contents): DefaultTheme.NavItem[] {
  const links = new Set(pages.map(({ path }) => urlOf(path)));
  return [...PAGE_KINDS.flatMap(kind => kind.nav ?? []), ...nav, ...OWN_LINKS]
    .filter(({ link }) => links.has(link) && (link !== '/offline' || books.length > 0))
    .toSorted((a, b) => (a.order ?? 40) - (b.order ?? 40))
    .map(({ text, link, activeMatch = `^${link}` }) => ({ text: escapeHtml(text), activeMatch, link }));
}

/**
 * Each section of the site has its own sidebar, so that none grows with the others. VitePress writes its words as HTML,
 * so they are escaped here.
 */
export function sidebars({ pages, books, nav = [] }: Contents): DefaultTheme.SidebarMulti {
  const texts = pages.filter(
    ({ kind, path }) => kind === 'text' && !path.endsWith('index') && (path !== 'offline' || books.length > 0),
  );
  const minutes = { text: '会議録', link: urlOf(indexPath('minutes')) };
  const lists = LISTS.filter(list => pages.some(({ path }) => path === list.path)).map(({ path, text }) => ({
    text,
    link: urlOf(path),
  }));
  const others = lists.length > 0 ? [{ text: '人と会議体', items: lists }] : [];
  const own = nav.map(({ text, link }): [string, DefaultTheme.SidebarItem[]] => [
    link,
    [
      {
        text: escapeHtml(text),
        link,
        items: pages.filter(({ path }) => `/${path}`.startsWith(link) && urlOf(path) !== link).map(item),
      },
    ],
  ]);
  return {
    ...Object.fromEntries(own),
    [`/${FOLDERS.minutes}`]: [{ ...minutes, items: minutesOf(pages).map(minutesItem) }, ...others],
    [`/${FOLDERS.people}`]: [{ ...minutes, items: lists }],
    [`/${FOLDERS.bodies}`]: [{ ...minutes, items: lists }],
    [`/${FOLDERS.terms}`]: [{ text: '用語集', link: `/${FOLDERS.terms}`, items: categories(pages) }],
    [`/${FOLDERS.rules}`]: [
      { text: '校正の規則', link: `/${FOLDERS.rules}`, items: pages.filter(kindOf('rule')).map(item) },
    ],
    '/': [{ text: 'このサイト', items: texts.map(item) }],
  };
}

/** Lists of bodies and people, where there are any. Each has too many to stand in a sidebar on every page. */
const LISTS: readonly { path: string; text: string }[] = [
  { path: indexPath('bodies'), text: '会議体' },
  { path: indexPath('people'), text: '出席者と発言者' },
];

/** The documents by date, newest first. */
export function documents({ pages }: Contents): Document[] {
  return minutesOf(pages)
    .map(page => ({
      link: urlOf(page.path),
      text: shortTitle(page),
      when: when(page),
      year: yearOf(page.matter) ?? '',
      kind: text(page.matter.document),
    }))
    .reverse();
}

/**
 * The meetings of the same body before and after one, for the foot of its page; nothing where the body has no other
 * meeting: the page then leads to its neighbours in time, as the sidebar has them.
 */
export function neighbours({ pages }: Contents, page: Entry): { prev?: Neighbour; next?: Neighbour } {
  const meetings = minutesOf(pages.filter(({ matter }) => page.matter.body && matter.body === page.matter.body));
  if (meetings.length < 2) return {};
  const at = meetings.findIndex(({ path }) => path === page.path);
  const neighbour = (other: Entry | undefined): Neighbour =>
    other ? { text: escapeHtml(shortTitle(other)), link: urlOf(other.path) } : false;
  return { prev: neighbour(meetings[at - 1]), next: neighbour(meetings[at + 1]) };
}

type Neighbour = { readonly text: string; readonly link: string } | false;

/** The documents by date, oldest first. */
export function minutesOf(pages: readonly Entry[]): Entry[] {
  return pages.filter(kindOf('minutes')).sort((a, b) => compare(sortKey(a), sortKey(b)));
}

/** A document of which only the fiscal year is known stands after the dates of that year. */
function sortKey({ matter }: Entry): string {
  return text(matter.date) || `${text(matter.fiscal) || '9999'}-99`;
}

function minutesItem(page: Entry): DefaultTheme.SidebarItem {
  const title = escapeHtml(shortTitle(page));
  return {
    link: urlOf(page.path),
    text: `<span class="sidebar-when">${escapeHtml(when(page))}</span>${keepTogether(title)}`,
    docFooterText: title,
  };
}

/** 第31回 is one word to a reader, two to a browser. */
function keepTogether(html: string): string {
  return html.replace(/第\d+回/, '<span class="keep-together">$&</span>');
}

/** For the filter of the glossary. */
export function categoryNames({ pages }: Contents): ThemeConfig['categories'] {
  const used = new Set(pages.filter(kindOf('term')).map(({ matter }) => text(matter.category) || OTHER));
  return [...Object.entries(CATEGORIES), [OTHER, 'その他'] as const].filter(([id]) => used.has(id));
}

function categories(pages: readonly Entry[]): DefaultTheme.SidebarItem[] {
  const terms = pages.filter(kindOf('term')).sort(byReading);
  const groups: [Category | undefined, string][] = [
    ...(Object.entries(CATEGORIES) as [Category, string][]),
    [undefined, 'その他'],
  ];
  return groups
    .map(([category, name]) => ({
      text: name,
      collapsed: true,
      items: terms.filter(term => term.matter.category === category).map(item),
    }))
    .filter(group => group.items.length > 0);
}

function item(page: Entry): DefaultTheme.SidebarItem {
  return { text: escapeHtml(page.title), link: urlOf(page.path) };
}

/** `情報セキュリティ政策会議 第31回`; a document that is no meeting's keeps its title. */
function shortTitle({ matter, title }: Entry): string {
  const body = text(matter.body);
  const session = text(matter.session);
  return body && session ? `${body} 第${session}回` : title;
}

function when({ matter }: Entry): string {
  return japaneseDate(text(matter.date)) || (matter.fiscal ? `${text(matter.fiscal)}年度` : text(matter.era));
}

const collator = new Intl.Collator('ja');
function byReading(a: Entry, b: Entry): number {
  const reading = ({ matter, title }: Entry) => text(matter.reading) || title;
  return collator.compare(reading(a), reading(b)) || compare(a.path, b.path);
}

function kindOf(kind: Entry['kind']): (page: Entry) => boolean {
  return page => page.kind === kind;
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Books of everything, and those of one document: `pdf/2012-11-01-isc-31.pdf`. */
export const wholeBooks = ({ books }: Contents): BookFile[] =>
  FORMATS.flatMap(format => books.filter(({ path }) => path.endsWith(format) && !path.includes('/')));
const FORMATS = ['.pdf', '.epub', '.html'];
export const documentBooks = ({ books }: Contents): BookFile[] => books.filter(({ path }) => path.includes('/'));

// Reads `build/book.json`, the list of pages that the pipeline has written.

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
  /** How many letters the page has; of minutes only. */
  readonly letters?: number;
}

/** All pages, and the offline books that are offered beside them. */
export interface Contents {
  readonly pages: readonly Entry[];
  readonly books: readonly BookFile[];
  readonly redirects?: readonly Redirect[];
  /** Links that kinds of the project bring. */
  readonly nav?: readonly Nav[];
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

// Tells which documents and entries changed of late.

/** One of them, as the home page shows it. */
export interface Change {
  readonly link: string;
  readonly text: string;
  /** 会議録 or 用語 */
  readonly kind: string;
  /** 2026年11月22日 */
  readonly when: string;
}

const SHOWN = 5;
const KINDS: Readonly<Partial<Record<Entry['kind'], string>>> = { minutes: '会議録', term: '用語' };
const DAY = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'Asia/Tokyo' });

/**
 * The newest first. What is as old as the oldest has not changed since the beginning: where all came on one day, nothing
 * is new.
 * @param changedAt in milliseconds, nothing where git does not know
 */
export function latestChanges({ pages }: Contents, changedAt: (page: Entry) => number | undefined): Change[] {
  const dated = pages.flatMap(page => {
    const [kind, time] = [KINDS[page.kind], changedAt(page)];
    return kind && time !== undefined ? [{ page, kind, time }] : [];
  });
  const oldest = Math.min(...dated.map(({ time }) => time));
  return dated
    .filter(({ time }) => time > oldest)
    .sort((a, b) => b.time - a.time)
    .slice(0, SHOWN)
    .map(({ page, kind, time }) => ({ link: urlOf(page.path), text: shortTitle(page), kind, when: DAY.format(time) }));
}
