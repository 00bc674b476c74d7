/** Finds links of hand-written pages that lead nowhere, or to what no page may lead to. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { Page } from '../book.ts';
import { finding } from '../complaint.ts';
import type { Redirect } from '../redirects.ts';
import { anchorsOf } from './anchors.ts';

/** What somebody wrote by hand. */
export interface HandWritten {
  readonly file: string;
  /** `Page.path` of the page that it becomes: `glossary/nisc`. */
  readonly path: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly body: Nodes;
}

/** Where links may lead. */
interface Site {
  readonly pages: ReadonlyMap<string, Page>;
  /** Earlier paths of pages with the present ones. */
  readonly moved: ReadonlyMap<string, string>;
}

interface Link {
  readonly from: HandWritten;
  readonly url: string;
  readonly line: number;
  readonly isImage: boolean;
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
  written: readonly HandWritten[],
  { pages, redirects }: { readonly pages: readonly Page[]; readonly redirects: readonly Redirect[] },
): VFileMessage[] {
  const site: Site = {
    pages: new Map(pages.map(page => [page.path, page])),
    moved: new Map(redirects.map(({ file, page }) => [file.replace(/\/index\.html$|\.html$/, ''), page])),
  };
  const links = written.flatMap(linksOf);
  const wrong = links.flatMap(link => {
    const said = judge(link, site);
    return said ? [say(link.from.file, link.line, said)] : [];
  });
  return [...wrong, ...written.flatMap(undefinedNames), ...orphans(written, links, site)];
}

function linksOf(from: HandWritten): Link[] {
  const links: Link[] = [];
  visit(from.body, node => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const line = from.bodyLine + (node.position?.start.line ?? 1) - 1;
    links.push({ from, url: node.url, line, isImage: node.type === 'image' });
  });
  return links;
}

/** Nobody knows the address of the site here; a page of it is told by this one. */
const HOME = 'https://site.invalid/';
/** Where a reader may be led outside of the site; `javascript:`, `data:`, `file:` are none. */
const OUTSIDE = /^(?:https?|mailto):$/;
/** What stands on the site beside its pages: `scans/2012-11-01-isc-31.txt`, `tsuzuri.pdf`, `feed.xml`. */
const OFFERED =
  /^(?:(?:scans|ledgers|pdf)\/[^/]+|tsuzuri(?:-\d+)?\.(?:pdf|epub|html)|feed\.xml|llms\.txt|sitemap\.xml|glossary\.json(?:ld)?)$/;

/** What is wrong with a link, if anything. */
function judge({ from, url, isImage }: Link, { pages, moved }: Site): Said | undefined {
  const place = resolve(url, from.path);
  if (place === undefined)
    return [
      'unsafe-link',
      `リンク「${shown(url)}」は使えません`,
      'https: で始まる番地か、「/glossary/nisc」のようなページの番地にしてください',
    ];
  if (place === 'outside') return undefined;
  if (isImage)
    return [
      'dead-link',
      `画像「${shown(url)}」はありません`,
      '画像は載せられません。文章で説明するか、外の番地へのリンクにしてください',
    ];
  const page = pages.get(place.path);
  if (page) {
    if (place.id === '' || anchorsOf(page).has(place.id)) return undefined;
    return [
      'dead-link',
      `リンク「${shown(url)}」の行き先のページに「#${shown(place.id)}」という場所がありません`,
      'ページを開いて、場所の番地を写すか、「#」から後を消してください',
    ];
  }
  if (OFFERED.test(place.path)) return undefined;
  const now = moved.get(place.path);
  if (now !== undefined)
    return ['moved-link', `リンク「${shown(url)}」のページは移りました`, `「/${now}」に書き換えてください`];
  return ['dead-link', `リンク「${shown(url)}」に行き先がありません`, 'ページの番地を確かめてください'];
}

/** As a browser would: `/glossary/nisc`, `nisc.md`, `#s1`; nothing for what no page may lead to. */
function resolve(url: string, from: string): Place | 'outside' | undefined {
  if (!URL.canParse(url, HOME + from)) return undefined;
  const { href, protocol, pathname, hash } = new URL(url, HOME + from);
  if (!href.startsWith(HOME)) return OUTSIDE.test(protocol) ? 'outside' : undefined;
  const path = decode(pathname).replace(/^\/|\.(?:md|html)$/g, '');
  return { path: path.replace(/(^|\/)$/, '$1index'), id: decode(hash).slice(1) };
}

/** A stray `%` is no letter: `100%` stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `[記事][名前]` and `[^注]` whose names are nowhere defined stay in the text as they were written. */
const UNDEFINED = /\]\[([^\]\n]+)\]|\[\^([^\]\n]+)\]/gu;

function undefinedNames({ file, bodyLine, body }: HandWritten): VFileMessage[] {
  const found: VFileMessage[] = [];
  visit(body, 'text', ({ value, position }) => {
    const line = bodyLine + (position?.start.line ?? 1) - 1;
    for (const [whole, name = '', note = ''] of value.matchAll(UNDEFINED))
      found.push(
        say(file, line, [
          'dead-link',
          `「${shown(whole)}」の「${shown(name + note)}」がどこにも書かれていません`,
          '「[名前]: 番地」の行を足すか、普通のリンクに書き直してください',
        ]),
      );
  });
  return found;
}

/** Pages written by hand that no other page leads to. */
function orphans(written: readonly HandWritten[], links: readonly Link[], { pages }: Site): VFileMessage[] {
  const led = new Set(FRONT_DOORS);
  for (const { from, url } of links) {
    const place = resolve(url, from.path);
    if (typeof place === 'object' && place.path !== from.path) led.add(place.path);
  }
  return written
    .filter(({ path }) => pages.get(path)?.kind === 'text' && !led.has(path))
    .map(({ file }) =>
      say(file, 1, [
        'orphan',
        'このページへのリンクが、ほかのどのページにもありません',
        '関係のあるページからリンクするか、要らないページなら除いてください',
      ]),
    );
}

const LONGEST_SHOWN = 80;
const shown = (url: string): string => (url.length > LONGEST_SHOWN ? `${url.slice(0, LONGEST_SHOWN)}…` : url);

const say = (file: string, line: number, [rule, reason, remedy]: Said): VFileMessage =>
  finding({ file, line, rule }, reason, remedy);
