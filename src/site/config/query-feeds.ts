/** Makes feeds of the queries that the project lists: new is each document in which a query finds something. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optional } from '@tsuzuri/core/collections';
import { openSearch } from '@tsuzuri/search/query';
import { type Feed, itemOf, linksOf, writeFeed } from './feed.ts';
import { BUILD, linkTo, pageAt, type Site } from './site.ts';

/** More places than a query of interest finds: the newest documents are among them. */
const MOST_PLACES = 500;
const MOST_ITEMS = 50;

/** What is known of a query before it is asked. */
export interface QueryFeed extends Pick<Feed, 'path' | 'title'> {
  readonly query: string;
  /** The address of the search with the query in it. */
  readonly home: string;
}

export const queryFeedsOf = (site: Site): QueryFeed[] =>
  (site.followedQueries ?? []).map(query => ({
    query,
    path: `queries/${createHash('sha256').update(query).digest('hex').slice(0, 12)}`,
    title: site.label('site.newFound', { query }),
    home: `${linkTo('search', site)}?${new URLSearchParams({ q: query })}`,
  }));

/** What the head of the page of the search names. */
export const queryFeedLinks = (site: Site): ReturnType<typeof linksOf> =>
  queryFeedsOf(site).flatMap(feed => linksOf(feed, site));

/** Path in the site, content; nothing where the site has no search. */
export async function queryFeedFiles(site: Site): Promise<[path: string, content: string][]> {
  const folder = join(BUILD, 'public/search');
  const feeds = queryFeedsOf(site);
  if (feeds.length === 0 || !existsSync(folder)) return [];
  const search = openSearch(async path => new Uint8Array(await readFile(join(folder, path))));
  const files: [path: string, content: string][] = [];
  for (const feed of feeds) {
    const { documents } = await search.ask(`${feed.query} kind:minutes`, MOST_PLACES);
    const items = documents.flatMap(({ path, hits: [hit] }) => {
      const page = pageAt(path, site.contents);
      const place = { ...optional('anchor', hit?.anchor), ...optional('words', hit?.sentence || hit?.heading) };
      return page ? itemOf({ page, ...place }, feed, site) : [];
    });
    const newest = items.toSorted((a, b) => b.updated - a.updated).slice(0, MOST_ITEMS);
    files.push(...writeFeed({ ...feed, items: newest }, site));
  }
  return files;
}
