/** Gives VitePress the data of a page: title, description, front matter, the file to edit, the last change. */
import { optional } from '@tsuzuri/core/collections';
import { withEdition } from '@tsuzuri/core/front-matter';
import { say } from '@tsuzuri/core/wording';
import type { PageData } from 'vitepress';
import { describe } from './description.ts';
import { fileToEdit, lastChange } from './git.ts';
import { escapeHtml } from './hardening.ts';
import { homeOf } from './home.ts';
import { neighbours, sidebarHtml } from './navigation.ts';
import {
  dateOf,
  documentBooks,
  type Entry,
  minutesOf,
  pageOfFile,
  readContents,
  type Site,
  shortTitle,
} from './site.ts';
import { overviewFor } from './theme-config.ts';
import { titleTemplate } from './titles.ts';

const NO_NEIGHBOURS = { prev: false, next: false };
const HOME = {
  sidebar: false,
  aside: false,
  editLink: false,
  ...NO_NEIGHBOURS,
  headings: [],
  pageClass: 'page-home',
};
/** The front matter comes from the list of pages: what a page itself says there (`head`, `layout`) has no effect. */
export async function pageData({ relativePath, headers }: PageData, started: Site): Promise<Partial<PageData>> {
  const contents = readContents();
  const site = { ...started, contents };
  const page = pageOfFile(relativePath, contents);
  if (!page) throw new Error(say('site.noPage', { page: relativePath }));
  const { title, kind, source } = page;
  const isHome = page.path === 'index';
  const isIndex = /(^|\/)index$/.test(page.path);
  const edited = fileToEdit(source);
  const lastUpdated = isHome ? undefined : lastChange(source, site.dates);
  return {
    title,
    ...titleTemplate(page, site),
    description: escapeHtml(describe(page, site)), // VitePress writes it into an attribute as it is
    filePath: edited ?? source,
    frontmatter: {
      kind,
      path: page.path,
      ...(kind === 'minutes' && citedMatter(page)),
      ...neighbours(site, page),
      ...optional('contents', sidebarHtml(site, page)),
      ...(kind === 'term' && { mentions: page.matter.mentions }),
      ...(page.path === 'compare' && { choices: choices(site) }),
      ...(page.path === 'offline' && { books: documentBooks(contents) }),
      pageClass: `page-${kind}${isIndex ? ' page-index' : ''}`,
      ...(edited === undefined && { editLink: false }),
      headings: headingsOf(headers, site.outline.at(isIndex ? 0 : -1)), // the parts of an index are many, and short
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
    .map(page => ({
      path: page.path,
      text: [withEdition(dateOf(page, label), page, label), shortTitle(page)].join(label('gap')),
    }))
    .reverse();

/** A line of the outline, as VitePress has it. */
interface Heading {
  readonly title: string;
  readonly link: string;
  readonly children: readonly Heading[];
}

/** The outline that comes with the page; its program makes the same of what it finds there. */
const headingsOf = (headers: PageData['headers'] = [], deepest = 0): Heading[] =>
  headers.map(({ title, link, children, level }) => ({
    title,
    link,
    children: level < deepest ? headingsOf(children, deepest) : [],
  }));

/** What a reader's citation says of the document, with the page of the original; the text of the page holds the rest. */
function citedMatter({ matter, originalPages }: Entry): Entry['matter'] {
  const cited = CITED.filter(key => matter[key] !== undefined).map(key => [key, matter[key]]);
  return { ...Object.fromEntries(cited), ...optional('originalPages', originalPages) };
}
const CITED = ['body', 'document', 'issuer', 'date', 'era', 'fiscal', 'original', 'replacedBy'] as const;
