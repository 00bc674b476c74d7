/** Finds links of hand-written pages that lead nowhere or to what no page may lead to, and pages without a link to them. */

import type { Redirect } from '@tsuzuri/book/redirects';
import type { Page } from '@tsuzuri/core/book';
import { blockId, parseUntrustedMarkdown } from '@tsuzuri/core/markdown';
import { errorAt, warningAt } from '@tsuzuri/core/messages';
import { headingId, resolveLink } from '@tsuzuri/core/urls';
import { type Saying, say } from '@tsuzuri/core/wording';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { Check, Finding } from './check.ts';
import type { TextBody } from './prose.ts';

export const linkCheck: Check = {
  id: 'links',
  level: 'warning',
  run: async ({ review, book }) => brokenLinks((await review).links, siteOf(book)),
};

/** The site itself leads to these from every page. */
const FRONT_DOORS: readonly string[] = ['index', 'search'];

/** Pages written by hand that no other page leads to. */
export const orphanCheck: Check = {
  id: 'orphan',
  level: 'warning',
  run: async ({ review, book }) => {
    const linked = new Set(FRONT_DOORS);
    for (const { file, url } of (await review).links) {
      const place = resolve(url, pathOf(file));
      if (typeof place !== 'object') continue;
      for (const path of place.paths) if (path !== pathOf(file)) linked.add(path);
    }
    return book.pages
      .filter(({ path, kind, source }) => kind === 'text' && source === `docs/${path}.md` && !linked.has(path))
      .map(({ source }): Finding => {
        const [reason, remedy] = say('check.orphan');
        return { file: source, line: 1, reason, remedy };
      });
  },
};

/** A link that a person wrote. */
export interface Link {
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** As it is written; of an undefined one what stands in the text. */
  readonly url: string;
  /** `undefined`: `[記事][名前]` and `[^注]` whose names are not defined anywhere stay in the text. */
  readonly kind: 'link' | 'image' | 'undefined';
}

/** `[記事][名前]`, `[^注]` */
const REFERENCE = /\]\[[^\]\n]+\]|\[\^[^\]\n]+\]/gu;

export function linksOf({ file, body, bodyLine }: TextBody): Link[] {
  const links: Link[] = [];
  visit(parseUntrustedMarkdown(body), node => {
    const line = bodyLine + (node.position?.start.line ?? 1) - 1;
    if (node.type === 'link' || node.type === 'definition') links.push({ file, line, url: node.url, kind: 'link' });
    if (node.type === 'image') links.push({ file, line, url: node.url, kind: 'image' });
    if (node.type === 'text')
      for (const [url] of node.value.matchAll(REFERENCE)) links.push({ file, line, url, kind: 'undefined' });
  });
  return links;
}

/** Where links may lead. */
interface Site {
  readonly pages: ReadonlyMap<string, Page>;
  /** Earlier paths of pages with the present ones. */
  readonly moved: ReadonlyMap<string, string>;
}

interface Pages {
  readonly pages: readonly Page[];
  readonly redirects: readonly Redirect[];
}

const siteOf = ({ pages, redirects }: Pages): Site => ({
  pages: new Map(pages.map(page => [page.path, page])),
  moved: new Map(redirects.map(({ file, page }) => [file.replace(/\/index\.html$|\.html$/, ''), page])),
});

type Problem = readonly [rule: string, ...Saying];

/** With these the site cannot be built. */
const FATAL: readonly string[] = ['dead-link', 'moved-link'];

const brokenLinks = (links: readonly Link[], site: Site): VFileMessage[] =>
  links.flatMap(link => {
    const problem = problemOf(link, site);
    if (!problem) return [];
    const [rule, reason, remedy] = problem;
    const { file, line } = link;
    return FATAL.includes(rule)
      ? Object.assign(errorAt(file, line, reason, remedy), { ruleId: rule })
      : warningAt({ file, line, rule }, reason, remedy);
  });

/** A tab within an address is left out by browsers, not by VitePress. */
const CONTROL = /\p{Cc}/u;
/** What stands on the site beside its pages: `scans/2012-11-01-isc-31.txt`, `tsuzuri.pdf`, `feed.xml`. */
const OTHER_FILE =
  /^(?:(?:scans|ledgers|pdf)\/.+|tsuzuri(?:-\d+)?\.(?:pdf|epub|html)|feed\.xml|llms\.txt|sitemap\.xml|glossary\.json(?:ld)?)$/;

/** What is wrong with a link, if anything. */
function problemOf({ file, url, kind }: Link, { pages, moved }: Site): Problem | undefined {
  if (kind === 'undefined') return PROBLEMS.undefined(shorten(url));
  const place = CONTROL.test(url) ? { paths: [url], id: '' } : resolve(url, pathOf(file));
  if (place === undefined) return PROBLEMS.unsafe(shorten(url));
  if (place === 'outside') return undefined;
  if (kind === 'image') return PROBLEMS.image(shorten(url));
  const page = place.paths.map(path => pages.get(path)).find(Boolean);
  if (page) {
    const lands = place.id === '' || anchorsOf(page).has(place.id);
    return lands ? undefined : PROBLEMS.place(shorten(url), shorten(place.id));
  }
  if (place.paths.some(path => OTHER_FILE.test(path))) return undefined;
  const now = place.paths.map(path => moved.get(path)).find(Boolean);
  return now === undefined ? PROBLEMS.dead(shorten(url)) : PROBLEMS.moved(shorten(url), now);
}

const LONGEST_SHOWN = 80;
const shorten = (url: string): string => (url.length > LONGEST_SHOWN ? `${url.slice(0, LONGEST_SHOWN)}…` : url);

const PROBLEMS = {
  undefined: (url: string): Problem => ['undefined-link', ...say('check.undefinedLink', { url })],
  unsafe: (url: string): Problem => ['unsafe-link', ...say('check.unsafeLink', { url })],
  image: (url: string): Problem => ['dead-image', ...say('check.deadImage', { url })],
  place: (url: string, id: string): Problem => ['dead-place', ...say('check.deadPlace', { url, id })],
  dead: (url: string): Problem => ['dead-link', ...say('check.deadLink', { url })],
  moved: (url: string, now: string): Problem => ['moved-link', ...say('check.movedLink', { url, now })],
} as const;

/** `docs/glossary/nisc.md` → `glossary/nisc` */
const pathOf = (file: string): string => file.replace(/^docs\/|\.md$/g, '');

/** A place of the site: what its page can be called, `n2`. */
interface Place {
  readonly paths: readonly string[];
  readonly id: string;
}

function resolve(url: string, from: string): Place | 'outside' | undefined {
  const target = resolveLink(url, from);
  if (target === undefined || 'outside' in target) return target && 'outside';
  return { paths: target.paths, id: target.hash.slice(1) };
}

const known = new WeakMap<Page, ReadonlySet<string>>();

/**
 * Ids of a page, as the site gives them: those that are written (`{#u7}`), those of headings without one (`続き`, the second
 * time `続き-1`), the numbers of the paragraphs of minutes (`p12`).
 */
function anchorsOf(page: Page): ReadonlySet<string> {
  const ids = known.get(page) ?? new Set(idsOf(page));
  known.set(page, ids);
  return ids;
}

function idsOf({ tree, kind }: Page): string[] {
  const ids: string[] = [];
  const times = new Map<string, number>();
  let paragraphs = 0;
  visit(tree as Nodes, node => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return;
    const id = blockId(node);
    if (node.type === 'paragraph') paragraphs++;
    if (id !== undefined) ids.push(id);
    else if (node.type === 'heading') {
      const slug = headingId(textOf(node));
      const before = times.get(slug) ?? 0;
      times.set(slug, before + 1);
      ids.push(before === 0 ? slug : `${slug}-${before}`);
    } else if (kind === 'minutes') ids.push(`p${paragraphs}`);
  });
  return ids;
}
