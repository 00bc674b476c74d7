/** Gathers the files that VitePress writes for no reader but for machines. */
import type { UserConfig } from 'vitepress';
import { urlOf } from '../src/addresses.ts';
import { atomFeed, hasFeed } from './feed.ts';
import { llmsText } from './llms.ts';
import { redirectPages } from './redirects.ts';
import type { Site } from './site.ts';
import { lastChange } from './sources.ts';

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
