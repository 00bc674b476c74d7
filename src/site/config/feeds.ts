/** Gathers the files that VitePress writes for no reader but for machines. */

import { createHash } from 'node:crypto';
import { urlOf } from '@tsuzuri/core/urls';
import type { UserConfig } from 'vitepress';
import { describe } from './description.ts';
import { escapeHtml } from './escape.ts';
import { lastChange } from './git.ts';
import { seal } from './hardening.ts';
import { type Entry, minutesOf } from './navigation.ts';
import { addressOf, type Site } from './site.ts';

/** Path in the site, content. */
export function filesForMachines(site: Site): [path: string, content: string][] {
  return [
    ['llms.txt', llmsText(site)],
    ...(hasFeed(site) ? [['feed.xml', atomFeed(site)] as [string, string]] : []),
    ...robots(site),
    ...redirectPages(site),
  ];
}

/** Robots ask for it at the root of a host only. */
function robots({ place: { base, address } }: Site): [path: string, content: string][] {
  return address && base === '/' ? [['robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${address}sitemap.xml\n`]] : [];
}

/** The setting of VitePress that makes `sitemap.xml`, with our own dates: to git, a page that is made is not known. */
export function sitemap({ contents, place, dates }: Site): Pick<UserConfig, 'sitemap'> {
  if (place.address === undefined) return {};
  const changed = new Map(contents.pages.map(({ path, source }) => [urlOf(path).slice(1), lastChange(source, dates)]));
  return {
    sitemap: {
      hostname: place.address,
      transformItems: items => items.map(({ url }) => ({ url, lastmod: changed.get(url) })) as typeof items,
    },
  };
}

// Writes `llms.txt` (https://llmstxt.org): what stands where, for programs that read Markdown.

const LEAD = `どのページも、番地の終わりに「.md」を付けると Markdown で読めます。`;

function llmsText(site: Site): string {
  const { pages } = site.contents;
  const { place } = site;
  const prefix = place.address ?? place.base;
  const row = (page: Entry): string =>
    `- [${inLink(page.title)}](${encodeURI(`${prefix}${page.path}.md`)}): ${oneLine(describe(page, site))}`;
  const sections: readonly (readonly [title: string, pages: readonly Entry[]])[] = [
    ['会議録', minutesOf(pages).reverse()],
    ['用語集', pages.filter(({ kind }) => kind === 'term')],
    ['このサイト', pages.filter(({ kind }) => kind === 'text')],
  ];
  return [
    `# ${site.title}`,
    `> ${site.description}`,
    LEAD,
    ...sections.map(([title, listed]) => `## ${title}\n\n${listed.map(row).join('\n')}`),
  ]
    .join('\n\n')
    .concat('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
/** Brackets of a title do not end the link: `[案] 議事` → `\[案\] 議事`. */
const inLink = (text: string): string => oneLine(text).replace(/[\\[\]]/g, '\\$&');

// Makes a page for each earlier address, which leads to the page that has taken its place.

/** Nobody sets up a server for a static site: the page itself leads on, or offers a link. */
function redirectPages(site: Site): [path: string, html: string][] {
  const { contents, place } = site;
  return (contents.redirects ?? []).map(({ file, page, hash }) => {
    const title = contents.pages.find(({ path }) => path === page)?.title ?? site.title;
    const target = new URL(place.base + urlOf(page).slice(1) + hash, 'https://host');
    return [file, seal(pageOf({ title, site: site.title }, target.pathname + target.hash, addressOf(page, site)))];
  });
}

function pageOf(said: { title: string; site: string }, target: string, canonical: string | undefined): string {
  const [name, url] = [said.title, target].map(escapeHtml);
  return `<!DOCTYPE html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta http-equiv="refresh" content="0; url=${url}">${
      canonical ? `\n    <link rel="canonical" href="${escapeHtml(canonical)}">` : ''
    }
    <title>${name} | ${escapeHtml(said.site)}</title>
    <style>body { font: 1.125rem/1.8 sans-serif; margin: 2rem auto; max-width: 40em; padding: 0 1rem }</style>
  </head>
  <body>
    <main><p>このページは「<a href="${url}">${name}</a>」に移りました。</p></main>
  </body>
</html>
`;
}

// Writes the documents as an Atom feed (RFC 4287), so that a reader learns of new ones.

/** Older ones stand on the page with all of them. */
const MOST_ENTRIES = 50;

/** A document without any date has no place in an order of time; a feed of none is no feed. */
export const hasFeed = (site: Site): boolean =>
  site.contents.pages.some(page => page.kind === 'minutes' && dated(page, site).length > 0);

/** The last to change first, of those that changed together the last to meet. */
function atomFeed(site: Site): string {
  const entries = minutesOf(site.contents.pages)
    .reverse()
    .flatMap(page => dated(page, site))
    .sort((a, b) => b.updated - a.updated)
    .slice(0, MOST_ENTRIES);
  const address = addressOf('index', site);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    element('id', address ?? uuid(site.title)),
    element('title', site.title),
    element('subtitle', site.description),
    `<author>${element('name', site.title)}</author>`,
    element('updated', timestamp(entries[0]?.updated ?? 0)),
    ...(address ? [link('self', 'application/atom+xml', `${address}feed.xml`)] : []),
    link('alternate', 'text/html', address ?? './'),
    ...entries.map(({ page, updated }) => entryOf(page, updated, site)),
    '</feed>\n',
  ].join('\n');
}

/** Without an address of the site, links are relative to the feed, which RFC 4287 allows. */
function entryOf(page: Entry, updated: number, site: Site): string {
  const address = addressOf(page.path, site) ?? encodeURI(page.path);
  const { scan } = page.matter as { scan?: { sha256: string } };
  return [
    '<entry>',
    element('id', uuid(scan?.sha256 ?? page.path)),
    element('title', page.title),
    link('alternate', 'text/html', address),
    element('updated', timestamp(updated)),
    element('summary', describe(page, site)),
    '</entry>',
  ].join('\n');
}

/** When the source was last committed; where nobody knows, the day of the document. */
function dated(page: Entry, { dates }: Site): { page: Entry; updated: number }[] {
  const day = dayOf(page);
  const updated = lastChange(page.source, dates) ?? (day && Date.parse(`${day}T00:00:00+09:00`));
  return updated ? [{ page, updated }] : [];
}

/** `2012-11-01`; the last day of the fiscal year where no more is known. */
function dayOf({ matter: { date, fiscal } }: Entry): string | undefined {
  if (date) return String(date);
  return fiscal ? `${Number(fiscal) + 1}-03-31` : undefined;
}

const timestamp = (time: number): string => new Date(time).toISOString().replace('.000', '');

/** A scan is never edited: its hash names the document for ever, wherever the site stands (RFC 9562, version 8). */
function uuid(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `urn:uuid:${hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')}`;
}

/** Control characters, which XML 1.0 has no way to write. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

const escapeXml = (text: string): string => escapeHtml(text.replace(NOT_IN_XML, ''));
const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
