/** Gives VitePress the data of a page: title, description, front matter, the file to edit, the last change. */
import { optional } from '@tsuzuri/core/collections';
import { bodyPath, nameOfMinutes, pageFile, pdfFile, urlOf } from '@tsuzuri/core/urls';
import { say } from '@tsuzuri/core/wording';
import type { PageData } from 'vitepress';
import { describe } from './description.ts';
import { followed } from './feed.ts';
import { fileToEdit, lastChange } from './git.ts';
import { escapeHtml } from './hardening.ts';
import { homeOf } from './home.ts';
import { neighbours, sidebarOf } from './navigation.ts';
import {
  type Contents,
  dateOf,
  documentBooks,
  type Entry,
  minutesOf,
  pageAt,
  readContents,
  type Site,
  shortTitle,
} from './site.ts';
import { overviewFor } from './theme-config.ts';

const NO_NEIGHBOURS = { prev: false, next: false };
const HOME = {
  sidebar: false,
  aside: false,
  outline: false,
  editLink: false,
  ...NO_NEIGHBOURS,
  headings: [],
  pageClass: 'page-home',
};
/** The front matter comes from the list of pages: what a page itself says there (`head`, `layout`) has no effect. */
export async function pageData({ relativePath, headers }: PageData, started: Site): Promise<Partial<PageData>> {
  const contents = readContents();
  const site = { ...started, contents };
  const page = contents.pages.find(({ path }) => pageFile(path) === relativePath);
  if (!page) throw new Error(say('site.noPage', { page: relativePath }));
  const { title, kind, source } = page;
  const isHome = page.path === 'index';
  const isIndex = /(^|\/)index$/.test(page.path);
  const edited = fileToEdit(source);
  const lastUpdated = isHome ? undefined : lastChange(source, site.dates);
  return {
    title,
    description: escapeHtml(describe(page, site)), // VitePress writes it into an attribute as it is
    filePath: edited ?? source,
    frontmatter: {
      kind,
      path: page.path,
      ...(kind === 'minutes' && withoutLists(contents, page)),
      ...neighbours(site, page),
      ...optional('contents', sidebarOf(site, page)),
      ...(kind === 'term' && { years: page.matter.years, mentions: page.matter.mentions }),
      ...optional('feed', followed(page, site)?.path),
      ...(page.path === 'compare' && { choices: choices(site) }),
      ...(page.path === 'offline' && { books: documentBooks(contents) }),
      pageClass: `page-${kind}${isIndex ? ' page-index' : ''}`,
      ...(edited === undefined && { editLink: false }),
      ...(isIndex && { outline: 2 }), // its parts are many, and short
      headings: headingsOf(headers, isIndex ? 2 : 4),
      ...overviewFor(page.path, site),
      ...(isHome && { ...HOME, ...(await homeOf(site)) }),
    },
    headers: [],
    ...(lastUpdated !== undefined && { lastUpdated }),
  };
}

/** The documents that can be compared, the newest first. */
const choices = ({ contents, label }: Site): { path: string; text: string }[] =>
  minutesOf(contents.pages)
    .map(page => ({ path: page.path, text: [dateOf(page, label), shortTitle(page)].join(label('gap')) }))
    .reverse();

/** A line of the outline, as VitePress has it. */
interface Heading {
  readonly title: string;
  readonly link: string;
  readonly children: readonly Heading[];
}

/** The outline that comes with the page; its program makes the same of what it finds there. */
const headingsOf = (headers: PageData['headers'] = [], deepest: number): Heading[] =>
  headers.map(({ title, link, children, level }) => ({
    title,
    link,
    children: level < deepest ? headingsOf(children, deepest) : [],
  }));

/** Front matter without the long lists, which the text of the page holds as well; where the body has its page, its PDF. */
function withoutLists(contents: Contents, { path, matter, letters }: Entry): Entry['matter'] {
  const { attendees, speeches, source, ...head } = matter;
  const { file } = (head.scan ?? {}) as { file?: string };
  const body = bodyPath(String(head.body ?? ''));
  const book = documentBooks(contents).find(file => file.path === pdfFile(nameOfMinutes(path)));
  return {
    ...head,
    ...(file !== undefined && { scan: { file } }),
    letters,
    ...(book && { book }),
    ...(body !== undefined && pageAt(body, contents) && { bodyLink: urlOf(body) }),
  };
}
