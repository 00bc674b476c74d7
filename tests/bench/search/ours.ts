/** Our own engine on the index of the built site. */
import { join } from 'node:path';
import type { FoundDocument } from '../../../src/8-search/answer.ts';
import { openSearch } from '../../../src/8-search/search.ts';
import { type Engine, type Locate, sectionsAt } from './engine.ts';
import { countingReader } from './reader.ts';

/** More than the five minutes and their glossary have. */
export const ALL = 10_000;

/** @param site folder of the built site */
export function openOurs(site: string, locate: Locate): Engine {
  return {
    name: 'tsuzuri',
    ask: async query => {
      const { read, readIndex } = countingReader(join(site, 'search'));
      const search = openSearch(readIndex);
      const { documents } = await search.ask(query, ALL);
      const { bytes } = read;
      const from = performance.now();
      await search.ask(query, ALL);
      const milliseconds = performance.now() - from;
      return { sections: sectionsAt(addressesOf(documents), locate), bytes, milliseconds };
    },
  };
}

/** `minutes/2012-11-01-isc-31#u3` */
export const addressesOf = (documents: readonly FoundDocument[]): string[] =>
  documents.flatMap(({ path, hits }) => hits.map(({ anchor }) => (anchor ? `${path}#${anchor}` : path)));
