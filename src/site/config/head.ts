/** Builds the metadata in the head of a page: links to its other formats, Open Graph, JSON-LD. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from '@tsuzuri/core/front-matter';
import { indexPath, pageFile } from '@tsuzuri/core/urls';
import type { HeadConfig } from 'vitepress';
import { describe } from './description.ts';
import { feedsFor } from './feed.ts';
import { addressOf, BUILD, type Entry, type Site } from './site.ts';
import { LOCALES } from './words.ts';

/** @param file `glossary/nisc/index.md`; the 404 page has none */
export function headOf(file: string, site: Site): HeadConfig[] {
  const page = site.contents.pages.find(({ path }) => pageFile(path) === file);
  if (!page) return [['script', {}, LEAD_ON]];
  const about = linkedData(page, site);
  return [
    ...links(page, site),
    ...openGraph(page, site),
    ...(about === undefined ? [] : [['script', { type: 'application/ld+json' }, about] satisfies HeadConfig]),
  ];
}

/** An earlier address, `/glossary/nisc.html`, comes to the page that says 404 where its host knows no `_redirects`. */
const LEAD_ON = `const [, path] = /^(.*?)(?:\\/(?:index)?)?\\.html$/.exec(location.pathname) ?? [];
if (path !== undefined && !path.endsWith('/404')) location.replace(path + '/' + location.search + location.hash);`;

/** The canonical address, the page as Markdown if there is one, the feeds. */
function links(page: Entry, site: Site): HeadConfig[] {
  const { path } = page;
  const link = (rel: string, href: string, more = {}): HeadConfig => ['link', { rel, href, ...more }];
  const here = (name: string): string => encodeURI(site.place.base + name);
  const address = addressOf(path, site);
  const markdown = resolve(BUILD, 'public', `${path}.md`);
  return [
    ...(address === undefined ? [] : [link('canonical', address)]),
    ...(existsSync(markdown) ? [link('alternate', here(`${path}.md`), { type: 'text/markdown' })] : []),
    ...feedsFor(page, site).map(({ href, ...more }) => link('alternate', href, more)),
  ];
}

/** @see https://ogp.me/ */
function openGraph(page: Entry, site: Site): HeadConfig[] {
  const url = addressOf(page.path, site);
  const isIndex = /(^|\/)index$/.test(page.path);
  const properties = {
    'og:title': page.title,
    'og:description': describe(page, site),
    'og:type': isIndex ? 'website' : 'article',
    'og:locale': LOCALES[site.label.language].replace('-', '_'),
    'og:site_name': site.title,
    ...(url && { 'og:url': url }),
  };
  return Object.entries(properties).map(([property, content]) => ['meta', { property, content }]);
}

/** A thing of schema.org; what is not known of it is undefined, which JSON leaves out. */
type Thing = { readonly '@type': string } & Readonly<Record<string, unknown>>;

const ABOUT: Readonly<Partial<Record<Entry['kind'], (page: Entry, site: Site) => Thing | undefined>>> = {
  minutes: meetingOf,
  term: termOf,
};

/** JSON-LD for a `<script>`, which no word of a page can end; nothing for pages that are about no such thing. */
function linkedData(page: Entry, site: Site): string | undefined {
  const thing = ABOUT[page.kind]?.(page, site);
  return thing && JSON.stringify({ '@context': 'https://schema.org', ...thing }).replace(/</g, '\\u003c');
}

/** Only where the scan names a body and a day: slides are no meeting. */
function meetingOf(page: Entry, site: Site): Thing | undefined {
  const [body, parent, date, start, end, venue] = ['body', 'parent', 'date', 'start', 'end', 'venue'].map(key =>
    text(page.matter, key),
  );
  if (body === undefined || date === undefined) return undefined;
  return {
    '@type': 'Event',
    name: page.title,
    description: describe(page, site),
    startDate: moment(date, start),
    endDate: end && moment(date, end),
    location: venue, // in the words of the scan: 「Web 会議形式での開催」 is no Place
    organizer: { ...organisation(body), parentOrganization: parent && organisation(parent) },
    url: addressOf(page.path, site),
  };
}

const organisation = (name: string): Thing => ({ '@type': 'Organization', name });

/** `2012-11-01T17:30:00+09:00`; the day alone where the hour is not known. */
function moment(date: string, time: string | undefined): string {
  return time && /^\d\d:\d\d$/.test(time) ? `${date}T${time}:00+09:00` : date;
}

function termOf(page: Entry, site: Site): Thing {
  return {
    '@type': 'DefinedTerm',
    name: page.title,
    alternateName: otherNames(page.matter).filter(name => name !== page.title),
    description: describe(page, site),
    inDefinedTermSet: {
      '@type': 'DefinedTermSet',
      name: site.label('pages.glossary'),
      url: addressOf(indexPath('terms'), site),
    },
    url: addressOf(page.path, site),
  };
}

/** Other spellings, names of other times, what the short name stands for; each once. The cards were checked before. */
function otherNames(matter: Entry['matter']): string[] {
  const {
    aliases = [],
    names = [],
    expansion,
  } = matter as {
    aliases?: string[];
    names?: { name: string }[];
    expansion?: string;
  };
  return [...new Set([...aliases, ...names.map(({ name }) => name), ...(expansion === undefined ? [] : [expansion])])];
}
