/**
 * Writes feeds, so that a reader learns what is new: of all documents, and of those in which an entry, a person or a
 * body appears. A meeting is over: new are only later ones of its body, and corrections of what was written, and the feed
 * of the body has both. Their author is the publisher of the site. Each is written twice, as Atom (RFC 4287) and as JSON
 * Feed 1.1.
 */
import { createHash } from 'node:crypto';
import { once } from '@tsuzuri/core/collections';
import type { LabelKey } from '@tsuzuri/core/labels';
import { languageOfTexts } from '@tsuzuri/core/languages';
import { bodyPath, feedFile, indexPath } from '@tsuzuri/core/urls';
import { describe } from './description.ts';
import { lastChange } from './git.ts';
import { escapeHtml } from './hardening.ts';
import { addressOf, type Contents, type Entry, kindOf, linkTo, minutesOf, pageAt, type Site, textOf } from './site.ts';

/** Older ones stand on the page with all of them. */
const MOST_ITEMS = 50;

/** The page whose feed has all documents. */
const HOME = 'index';

/** What is new for whoever follows a page. */
const TITLES = {
  term: 'site.newMentions',
  person: 'site.newSpeeches',
  body: 'site.newMeetings',
  minutes: 'site.newEdits',
} as const satisfies Readonly<Record<string, LabelKey>>;

export interface Feed {
  /** `Page.path` of the page that it follows; of a query a folder of its own. */
  readonly path: string;
  /** The address of what it follows, where that is no page of its own. */
  readonly home?: string;
  readonly title: string;
  /** The latest change first; of those that changed together, the latest meeting. */
  readonly items: readonly Item[];
}

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly summary: string;
  /** In milliseconds. */
  readonly updated: number;
}

/** A feed as a file of the site. */
interface Format {
  readonly name: string;
  readonly ending: 'xml' | 'json';
  readonly type: string;
  readonly write: (feed: Feed, site: Site) => string;
}

const FORMATS: readonly Format[] = [
  { name: 'Atom', ending: 'xml', type: 'application/atom+xml', write: atom },
  { name: 'JSON Feed', ending: 'json', type: 'application/feed+json', write: jsonFeed },
];

/** Path in the site, content. */
export const feedFiles = (site: Site): [path: string, content: string][] =>
  site.contents.pages
    .filter(page => followed(page, site) === page)
    .flatMap(page => writeFeed(feedOf(page, site), site));

export const writeFeed = (feed: Feed, site: Site): [path: string, content: string][] =>
  FORMATS.map(({ ending, write }) => [feedFile(feed.path, ending), write(feed, site)]);

/** The feeds that the head of a page names: its own, then that of all documents. */
export function feedsFor(page: Entry, site: Site): { href: string; type: string; title: string }[] {
  const home = pageAt(HOME, site.contents);
  const pages = [page, home].flatMap(other => (other && followed(other, site)) ?? []);
  return [...new Set(pages)].flatMap(other => linksOf({ path: other.path, title: titleOf(other, site) }, site));
}

/** What the head of a page says of a feed. */
export const linksOf = (
  { path, title }: Pick<Feed, 'path' | 'title'>,
  { place }: Site,
): { href: string; type: string; title: string }[] =>
  FORMATS.map(({ name, ending, type }) => ({
    href: encodeURI(place.base + feedFile(path, ending)),
    type,
    title: `${title} (${name})`,
  }));

/** The page whose feed a reader of this one may follow; nothing where that would be empty. */
export function followed(page: Entry, site: Site): Entry | undefined {
  const path = page.path === indexPath('minutes') ? HOME : bodyPath(textOf(page.matter.body));
  const other = (path === undefined ? undefined : pageAt(path, site.contents)) ?? page;
  return other && documentsOf(other, site).some(({ page }) => timeOf(page, site) !== undefined) ? other : undefined;
}

const titleOf = ({ kind, title }: Entry, { label }: Site): string =>
  isFollowed(kind) ? label(TITLES[kind], { title }) : label('site.newMinutes');
const isFollowed = (kind: string): kind is keyof typeof TITLES => kind in TITLES;

/** A document, and where in it somebody or something appears. */
interface Place {
  readonly page: Entry;
  readonly anchor?: string;
  readonly words?: string;
}

/** All of them for the home page; a document of no body has itself. */
function documentsOf(followed: Entry, { contents }: Site): Place[] {
  const { path, kind, documents = [] } = followed;
  if (path === HOME) return allDocuments(contents);
  if (kind === 'minutes') return [{ page: followed }];
  return documents.flatMap(place => {
    const page = pageAt(place.page, contents);
    return page ? { ...place, page } : [];
  });
}

const allDocuments = once(({ pages }: Contents): Place[] => pages.filter(kindOf('minutes')).map(page => ({ page })));

function feedOf(page: Entry, site: Site): Feed {
  const places = new Map(documentsOf(page, site).map(place => [place.page, place]));
  const items = minutesOf([...places.keys()])
    .reverse()
    .flatMap(document => itemOf(places.get(document) as Place, page, site))
    .sort((a, b) => b.updated - a.updated)
    .slice(0, MOST_ITEMS);
  return { path: page.path, title: titleOf(page, site), items };
}

/** A document without any date has no place in an order of time. */
export function itemOf({ page, anchor, words }: Place, follows: Pick<Entry, 'path'>, site: Site): Item[] {
  const updated = timeOf(page, site);
  if (updated === undefined) return [];
  const { scan } = page.matter as { scan?: { sha256: string } };
  const name = scan?.sha256 ?? page.path;
  return [
    {
      id: uuid(follows.path === HOME ? name : `${follows.path} ${name}`),
      title: page.title,
      link: linkTo(page.path, site) + (anchor === undefined ? '' : `#${anchor}`),
      summary: words ?? describe(page, site),
      updated,
    },
  ];
}

/** When the source was last committed; where git does not know, the day of the document. */
function timeOf(page: Entry, { dates }: Site): number | undefined {
  const day = dayOf(page);
  return lastChange(page.source, dates) ?? (day === undefined ? undefined : Date.parse(`${day}T00:00:00+09:00`));
}

/** `2012-11-01`; the last day of the fiscal year where no more is known. */
function dayOf({ matter: { date, fiscal } }: Entry): string | undefined {
  if (date) return String(date);
  return fiscal ? `${Number(fiscal) + 1}-03-31` : undefined;
}

function atom({ path, home, title, items }: Feed, site: Site): string {
  const address = home === undefined ? addressOf(path, site) : undefined;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.label.language}">`,
    element('id', address ?? uuid(`${site.title} ${path}`)),
    element('title', `${title} | ${site.title}`),
    element('subtitle', site.description),
    `<author>${element('name', authorOf(site))}</author>`,
    element('updated', timestamp(items[0]?.updated ?? 0)),
    ...(site.place.address ? [link('self', 'application/atom+xml', selfOf(path, 'xml', site.place.address))] : []),
    link('alternate', 'text/html', home ?? linkTo(path, site)),
    ...items.map(item => atomEntry(item, site)),
    '</feed>\n',
  ].join('\n');
}

const atomEntry = ({ id, title, link: href, summary, updated }: Item, { label }: Site): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title, languageOfTexts(label)),
    link('alternate', 'text/html', href),
    element('updated', timestamp(updated)),
    element('summary', summary),
    '</entry>',
  ].join('\n');

/** @see https://www.jsonfeed.org/version/1.1/ */
function jsonFeed({ path, home, title, items }: Feed, site: Site): string {
  const { address } = site.place;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title} | ${site.title}`,
    description: site.description,
    home_page_url: home ?? linkTo(path, site),
    feed_url: address && selfOf(path, 'json', address),
    language: site.label.language,
    authors: [{ name: authorOf(site) }],
    items: items.map(({ id, title, link: url, summary, updated }) => ({
      id,
      url,
      title,
      content_text: summary,
      date_modified: timestamp(updated),
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** Atom wants one. */
const authorOf = ({ publisher, title }: Site): string => publisher ?? title;

const selfOf = (path: string, ending: Format['ending'], address: string): string =>
  new URL(encodeURI(feedFile(path, ending)), address).href;

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
