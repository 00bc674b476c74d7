/** Makes what stands in the head of a page for machines: its other forms, its address, what it is about. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HeadConfig } from 'vitepress';
import { BUILD, type Entry } from './book.ts';
import { describe } from './describe.ts';
import { hasFeed } from './feed.ts';
import { linkedData } from './linked-data.ts';
import { addressOf, SITE, type Site } from './site.ts';

/** @param file `glossary/nisc.md`; the page that says 404 has nothing to tell */
export function headOf(file: string, site: Site): HeadConfig[] {
  const page = site.contents.pages.find(({ path }) => `${path}.md` === file);
  if (!page) return [];
  const about = linkedData(page, site);
  return [
    ...links(page, site),
    ...openGraph(page, addressOf(page.path, site)),
    ...(about === undefined ? [] : [['script', { type: 'application/ld+json' }, about] satisfies HeadConfig]),
  ];
}

/** Where the page stands, the same as Markdown if it is offered, what is new. */
function links({ path }: Entry, site: Site): HeadConfig[] {
  const link = (rel: string, href: string, more = {}): HeadConfig => ['link', { rel, href, ...more }];
  const here = (name: string): string => encodeURI(site.place.base + name);
  const address = addressOf(path, site);
  const markdown = resolve(BUILD, 'public', `${path}.md`);
  return [
    ...(address === undefined ? [] : [link('canonical', address)]),
    ...(existsSync(markdown) ? [link('alternate', here(`${path}.md`), { type: 'text/markdown' })] : []),
    ...(hasFeed(site)
      ? [link('alternate', here('feed.xml'), { type: 'application/atom+xml', title: '新しい会議録' })]
      : []),
  ];
}

/** @see https://ogp.me/ */
function openGraph(page: Entry, url: string | undefined): HeadConfig[] {
  const isIndex = /(^|\/)index$/.test(page.path);
  const properties = {
    'og:title': page.title,
    'og:description': describe(page),
    'og:type': isIndex ? 'website' : 'article',
    'og:locale': 'ja_JP',
    'og:site_name': SITE.title,
    ...(url && { 'og:url': url }),
  };
  return Object.entries(properties).map(([property, content]) => ['meta', { property, content }]);
}
