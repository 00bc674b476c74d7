/** Finds links of hand-written pages that lead nowhere, or to what no page may lead to. */

import type { Redirect } from '@tsuzuri/book/redirects';
import type { Page } from '@tsuzuri/core/book';
import { parseUntrustedMarkdown, splitId } from '@tsuzuri/core/markdown';
import { errorAt, warningAt } from '@tsuzuri/core/messages';
import { headingId, resolveLink } from '@tsuzuri/core/urls';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';

/** Where links may lead. */
interface Site {
  readonly pages: ReadonlyMap<string, Page>;
  /** Earlier paths of pages with the present ones. */
  readonly moved: ReadonlyMap<string, string>;
}

/** A place of the site: `glossary/nisc`, `n2`. */
interface Place {
  readonly path: string;
  readonly id: string;
}

type Said = readonly [rule: string, reason: string, remedy: string];

/** The site itself leads to these from every page. */
const FRONT_DOORS: readonly string[] = ['index', 'search'];

/** Links that lead nowhere, and pages to which none leads. */
export function checkLinks(
  links: readonly Link[],
  { pages, redirects }: { readonly pages: readonly Page[]; readonly redirects: readonly Redirect[] },
): VFileMessage[] {
  const site: Site = {
    pages: new Map(pages.map(page => [page.path, page])),
    moved: new Map(redirects.map(({ file, page }) => [file.replace(/\/index\.html$|\.html$/, ''), page])),
  };
  const wrong = links.flatMap(link => {
    const said = judge(link, site);
    return said ? [sayOf(link, said)] : [];
  });
  return [...wrong, ...orphans(links, site)];
}

/** `docs/glossary/nisc.md` → `glossary/nisc` */
const pathOf = (file: string): string => file.replace(/^docs\/|\.md$/g, '');

/** What stands on the site beside its pages: `scans/2012-11-01-isc-31.txt`, `tsuzuri.pdf`, `feed.xml`. */
const OFFERED =
  /^(?:(?:scans|ledgers|pdf)\/[^/]+|tsuzuri(?:-\d+)?\.(?:pdf|epub|html)|feed\.xml|llms\.txt|sitemap\.xml|glossary\.json(?:ld)?)$/;

/** With these no site can be built. */
const FATAL: readonly string[] = ['dead-link', 'moved-link'];

function sayOf({ file, line }: Link, [rule, reason, remedy]: Said): VFileMessage {
  return FATAL.includes(rule)
    ? Object.assign(errorAt(file, line, reason, remedy), { ruleId: rule })
    : warningAt({ file, line, rule }, reason, remedy);
}

/** A tab within an address is left out by browsers, not by VitePress. */
const CONTROL = /\p{Cc}/u;

/** What is wrong with a link, if anything. */
function judge(link: Link, { pages, moved }: Site): Said | undefined {
  const { file, url, kind } = link;
  if (kind === 'undefined') return UNDEFINED(shown(url));
  const place = CONTROL.test(url) ? { path: url, id: '' } : resolve(url, pathOf(file));
  if (place === undefined) return UNSAFE(shown(url));
  if (place === 'outside') return undefined;
  if (kind === 'image') return NO_IMAGE(shown(url));
  const page = pages.get(place.path);
  if (page) return place.id === '' || anchorsOf(page).has(place.id) ? undefined : NO_PLACE(shown(url), shown(place.id));
  if (OFFERED.test(place.path)) return undefined;
  const now = moved.get(place.path);
  return now === undefined ? NOWHERE(shown(url)) : MOVED(shown(url), now);
}

const UNDEFINED = (url: string): Said => [
  'undefined-link',
  `「${url}」がどこにも書かれていません`,
  '「[名前]: 番地」の行を足すか、普通のリンクに書き直してください',
];
const UNSAFE = (url: string): Said => [
  'unsafe-link',
  `リンク「${url}」は使えません`,
  'https: で始まる番地か、「/glossary/nisc」のようなページの番地にしてください',
];
const NO_IMAGE = (url: string): Said => [
  'dead-image',
  `画像「${url}」はありません`,
  '画像は載せられません。文章で説明するか、外の番地へのリンクにしてください',
];
const NO_PLACE = (url: string, id: string): Said => [
  'dead-place',
  `リンク「${url}」の行き先のページに「#${id}」という場所がありません`,
  'ページを開いて、場所の番地を写すか、「#」から後を消してください',
];
const NOWHERE = (url: string): Said => [
  'dead-link',
  `リンク「${url}」に行き先がありません`,
  'ページの番地を確かめてください',
];
const MOVED = (url: string, now: string): Said => [
  'moved-link',
  `リンク「${url}」のページは移りました`,
  `「/${now}」に書き換えてください`,
];

function resolve(url: string, from: string): Place | 'outside' | undefined {
  const target = resolveLink(url, from);
  if (target === undefined || 'outside' in target) return target && 'outside';
  return { path: target.path.replace(/(^|\/)$/, '$1index'), id: target.hash.slice(1) };
}

/** Pages written by hand that no other page leads to. */
function orphans(links: readonly Link[], { pages }: Site): VFileMessage[] {
  const led = new Set(FRONT_DOORS);
  for (const { file, url } of links) {
    const place = resolve(url, pathOf(file));
    if (typeof place === 'object' && place.path !== pathOf(file)) led.add(place.path);
  }
  const lonely = [...pages.values()].filter(
    ({ path, kind, source }) => kind === 'text' && source === `docs/${path}.md` && !led.has(path),
  );
  return lonely.map(({ source }) =>
    warningAt(
      { file: source, line: 1, rule: 'orphan' },
      'このページへのリンクが、ほかのどのページにもありません',
      '関係のあるページからリンクするか、要らないページなら除いてください',
    ),
  );
}

const LONGEST_SHOWN = 80;
const shown = (url: string): string => (url.length > LONGEST_SHOWN ? `${url.slice(0, LONGEST_SHOWN)}…` : url);

// Lists the places of a page that a link can name, as the site gives them.

const known = new WeakMap<Page, ReadonlySet<string>>();

/**
 * Ids of a page: those that are written (`{#u7}`), those of headings without one (`続き`, the second time `続き-1`), the
 * numbers of the paragraphs of minutes (`p12`).
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
    const { id, node: bare } = splitId(node);
    if (node.type === 'paragraph') paragraphs++;
    if (id !== undefined) ids.push(id);
    else if (node.type === 'heading') {
      const slug = headingId(textOf(bare));
      const before = times.get(slug) ?? 0;
      times.set(slug, before + 1);
      ids.push(before === 0 ? slug : `${slug}-${before}`);
    } else if (kind === 'minutes') ids.push(`p${paragraphs}`);
  });
  return ids;
}

// Lists the links that somebody wrote by hand.

export interface Link {
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** As it is written; of an undefined one what stands in the text. */
  readonly url: string;
  /** `undefined`: `[記事][名前]` and `[^注]` whose names are nowhere defined stay in the text. */
  readonly kind: 'link' | 'image' | 'undefined';
}

/** The Markdown of a card without its front matter. */
interface HandWritten {
  readonly file: string;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

const REFERENCE = /\]\[[^\]\n]+\]|\[\^[^\]\n]+\]/gu;

export function linksOf({ file, body, bodyLine }: HandWritten): Link[] {
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
