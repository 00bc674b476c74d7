/** Our own engine on the index of the built site. */
import { join } from 'node:path';
import { openSearch } from '@tsuzuri/search/query';
import type { FoundDocument } from '@tsuzuri/search/shared/result';
import { type Engine, type Locate, sectionsAt } from './engine.ts';
import { countingReader } from './reader.ts';

/** More than the five minutes and their glossary have. */
export const ALL = 10_000;
/** As many records as the page of results shows at first: what is fetched and waited for. */
export const SHOWN = 20;

/** @param site folder of the built site */
export function openOurs(site: string, locate: Locate): Engine {
  return {
    name: 'tsuzuri',
    ask: async query => {
      const { read, readIndex } = countingReader(join(site, 'search'));
      const search = openSearch(readIndex);
      await search.ask(query, SHOWN);
      const { bytes } = read;
      const from = performance.now();
      await search.ask(query, SHOWN);
      const milliseconds = performance.now() - from;
      const { documents } = await search.ask(query, ALL);
      return { sections: sectionsAt(addressesOf(documents), locate), bytes, milliseconds };
    },
  };
}

/** `minutes/2012-11-01-isc-31#u3` */
export const addressesOf = (documents: readonly FoundDocument[]): string[] =>
  documents.flatMap(({ path, hits }) => hits.map(({ anchor }) => (anchor ? `${path}#${anchor}` : path)));
