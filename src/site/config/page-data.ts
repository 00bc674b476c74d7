/** Gives VitePress the data of a page: title, description, front matter, the file to edit, the last change. */
import { optional } from '@tsuzuri/core/collections';
import type { Labels } from '@tsuzuri/core/labels';
import { bodyPath, compareAddress, nameOfMinutes, pdfFile, urlOf } from '@tsuzuri/core/urls';
import { say } from '@tsuzuri/core/wording';
import type { PageData } from 'vitepress';
import { describe } from './description.ts';
import { followed } from './feed.ts';
import { fileToEdit, lastChange } from './git.ts';
import { escapeHtml } from './hardening.ts';
import { homeOf } from './home.ts';
import { neighbours, sidebarOf } from './navigation.ts';
import {
  dateOf,
  documentBooks,
  type Entry,
  meetingsOf,
  minutesOf,
  pageAt,
  pageOfFile,
  readContents,
  type Site,
  shortTitle,
} from './site.ts';
import { overviewFor } from './theme-config.ts';

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
    description: escapeHtml(describe(page, site)), // VitePress writes it into an attribute as it is
    filePath: edited ?? source,
    frontmatter: {
      kind,
      path: page.path,
      ...(kind === 'minutes' && withoutLists(site, page)),
      ...neighbours(site, page),
      ...optional('contents', sidebarOf(site, page)),
      ...(kind === 'term' && { years: page.matter.years, mentions: page.matter.mentions }),
      ...optional('follow', followLine(page, site)),
      ...optional('compare', comparison(page, site)),
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

/** What `theme/shell/follow-line.vue` links, and its words, of which a page needs no others. */
interface LinkLine {
  readonly link: string;
  readonly says: string;
}

const FOLLOWED = ['term', 'person', 'body'] as const;

/** The path of the feed that a reader of the page may follow. */
function followLine(page: Entry, site: Site): LinkLine | undefined {
  const other = followed(page, site);
  const own = page.kind === 'minutes' ? (other === page ? 'document' : 'meeting') : undefined;
  const kind = own ?? FOLLOWED.find(name => name === page.kind) ?? 'all';
  return other && { link: other.path, says: site.label(`site.follow.${kind}`) };
}

/** Where a document is set beside another: the one before it of its body, else the one that a reader chooses. */
function comparison(page: Entry, { contents, label }: Site): LinkLine | undefined {
  if (page.kind !== 'minutes' || !pageAt('compare', contents)) return undefined;
  const meetings = meetingsOf(page, contents);
  const at = meetings.indexOf(page);
  const link = compareAddress({ ...optional('a', (meetings[at - 1] ?? meetings[at + 1])?.path), b: page.path });
  return { link, says: label('site.compareThis') };
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
const headingsOf = (headers: PageData['headers'] = [], deepest = 0): Heading[] =>
  headers.map(({ title, link, children, level }) => ({
    title,
    link,
    children: level < deepest ? headingsOf(children, deepest) : [],
  }));

/** How fast Japanese prose is read, by common estimates. */
const CHARACTERS_A_MINUTE = 500;

const lengthOf = (characters: number, label: Labels): string =>
  label('site.lengthOf', {
    characters: (Math.ceil(characters / 100) * 100).toLocaleString(label.language),
    minutes: Math.ceil(characters / CHARACTERS_A_MINUTE),
  });

/** Front matter without the long lists, which the text of the page holds as well; where the body has its page, its PDF. */
function withoutLists({ contents, label }: Site, { path, matter, letters, originalPages }: Entry): Entry['matter'] {
  const { attendees, speeches, source, ...head } = matter;
  const { file } = (head.scan ?? {}) as { file?: string };
  const body = bodyPath(String(head.body ?? ''));
  const book = documentBooks(contents).find(file => file.path === pdfFile(nameOfMinutes(path)));
  return {
    ...head,
    ...(file !== undefined && { scan: { file } }),
    ...optional('length', letters && lengthOf(letters, label)),
    ...optional('originalPages', originalPages),
    ...(book && { book }),
    ...(body !== undefined && pageAt(body, contents) && { bodyLink: urlOf(body) }),
  };
}
