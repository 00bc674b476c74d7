/** Writes the documents as an Atom feed (RFC 4287), so that a reader learns of new ones. */
import { createHash } from 'node:crypto';
import { languageOfTexts } from '@tsuzuri/core/languages';
import { urlOf } from '@tsuzuri/core/urls';
import { describe } from './description.ts';
import { lastChange } from './git.ts';
import { escapeHtml } from './hardening.ts';
import { addressOf, type Entry, minutesOf, type Site } from './site.ts';

/** Older ones stand on the page with all of them. */
const MOST_ENTRIES = 50;

/** A document without any date has no place in an order of time; a feed of none is no feed. */
export const hasFeed = (site: Site): boolean =>
  site.contents.pages.some(page => page.kind === 'minutes' && dated(page, site).length > 0);

/** The latest change first; of those that changed together, the latest meeting. */
export function atomFeed(site: Site): string {
  const entries = minutesOf(site.contents.pages)
    .reverse()
    .flatMap(page => dated(page, site))
    .sort((a, b) => b.updated - a.updated)
    .slice(0, MOST_ENTRIES);
  const address = addressOf('index', site);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.label.language}">`,
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
  const address = addressOf(page.path, site) ?? encodeURI(urlOf(page.path).slice(1));
  const { scan } = page.matter as { scan?: { sha256: string } };
  return [
    '<entry>',
    element('id', uuid(scan?.sha256 ?? page.path)),
    element('title', page.title, languageOfTexts(site.label)),
    link('alternate', 'text/html', address),
    element('updated', timestamp(updated)),
    element('summary', describe(page, site)),
    '</entry>',
  ].join('\n');
}

/** When the source was last committed; where git does not know, the day of the document. */
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
const element = (name: string, text: string, language?: string): string =>
  `<${name}${language ? ` xml:lang="${language}"` : ''}>${escapeXml(text)}</${name}>`;
const link = (rel: string, type: string, href: string): string =>
  `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;
