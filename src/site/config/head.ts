/** Builds the metadata in the head of a page: links to its other formats, Open Graph, JSON-LD. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { indexPath, pictureFile } from '@tsuzuri/core/urls';
import { PICTURE } from '@tsuzuri/print/site/sign';
import type { HeadConfig } from 'vitepress';
import { describe } from './description.ts';
import { feedsFor } from './feed.ts';
import { linkedData } from './linked-data.ts';
import { queryFeedLinks } from './query-feeds.ts';
import { addressOf, BUILD, type Entry, pageOfFile, type Site, skosFile } from './site.ts';
import { LOCALES } from './words.ts';

/** @param file `glossary/nisc/index.md`; the 404 page has none */
export function headOf(file: string, site: Site): HeadConfig[] {
  const page = pageOfFile(file, site.contents);
  if (!page) return [];
  return [
    ...links(page, site),
    ...openGraph(page, site),
    ...linkedData(page, site).map((about): HeadConfig => ['script', { type: 'application/ld+json' }, about]),
  ];
}

/** The canonical address, the page as Markdown if there is one, the feeds. */
function links(page: Entry, site: Site): HeadConfig[] {
  const { path } = page;
  const link = (rel: string, href: string, more = {}): HeadConfig => ['link', { rel, href, ...more }];
  const here = (name: string): string => encodeURI(site.place.base + name);
  const address = addressOf(path, site);
  const markdown = resolve(BUILD, 'public', `${path}.md`);
  const skos = path === indexPath('terms') ? skosFile() : undefined;
  return [
    ...(address === undefined ? [] : [link('canonical', address)]),
    ...(existsSync(markdown) ? [link('alternate', here(`${path}.md`), { type: 'text/markdown' })] : []),
    ...(skos ? [link('alternate', here(skos), { type: 'application/ld+json' })] : []),
    ...[...feedsFor(page, site), ...(path === 'search' ? queryFeedLinks(site) : [])].map(({ href, ...more }) =>
      link('alternate', href, more),
    ),
  ];
}

/** @see https://ogp.me/ */
function openGraph(page: Entry, site: Site): HeadConfig[] {
  const url = addressOf(page.path, site);
  const { place } = site;
  const isIndex = /(^|\/)index$/.test(page.path);
  const isPictured = site.isPictured(page.kind);
  const properties = {
    'og:title': page.title,
    'og:description': describe(page, site),
    'og:type': isIndex ? 'website' : 'article',
    'og:locale': LOCALES[site.label.language].replace('-', '_'),
    'og:site_name': site.title,
    ...(url && { 'og:url': url }),
    ...(place.address && {
      'og:image': place.address + encodeURI(pictureFile(isPictured ? page.path : 'index')),
      'og:image:width': PICTURE.width,
      'og:image:height': PICTURE.height,
      'og:image:alt': isPictured ? page.title : site.title,
    }),
  };
  return Object.entries(properties).map(([property, content]) => ['meta', { property, content: String(content) }]);
}
