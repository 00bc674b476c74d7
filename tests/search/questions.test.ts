/** Holds that the search finds all that stands in the five minutes and nothing else, and counts as it finds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelsIn } from '@tsuzuri/core/labels';
import { parsePage } from '@tsuzuri/core/markdown';
import { searchedPassages } from '@tsuzuri/search/index';
import type { Passage } from '@tsuzuri/search/index/passages';
import { openSearch } from '@tsuzuri/search/query';
import type { Note, Search } from '@tsuzuri/search/shared/result';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Locate, locator, sectionsAt } from '../bench/search/engine.ts';
import { ALL, addressesOf } from '../bench/search/ours.ts';
import { QUERIES } from '../bench/search/queries.ts';
import { countingReader } from '../bench/search/reader.ts';
import { namesOfMinutes, readSections, type Section } from '../bench/search/sections.ts';
import { truthOf } from '../bench/search/truth.ts';
import { launchBrowser } from '../site/browser.ts';
import { siteUnderTest } from '../site/site-under-test.ts';

let sections: readonly Section[];
/** What the engine calls a record, as the truth reads sections. */
let records: readonly Section[];
let locate: Locate;
let search: Search;

beforeAll(async () => {
  const site = await siteUnderTest();
  const browser = await launchBrowser();
  sections = await readSections(site, browser);
  await browser.close();
  const pages = namesOfMinutes(site).map(name => {
    const path = `minutes/${name}`;
    return parsePage(path, readFileSync(join(site, `${path}.md`), 'utf8'));
  });
  records = searchedPassages(pages, labelsIn('ja')).map(asSection);
  locate = locator(sections);
  search = openSearch(countingReader(join(site, 'search')).readIndex);
});

function asSection({ head, isFirst, isOpening, anchor, heading, speaker = '', who = '', text }: Passage): Section {
  const above = [isFirst ? head.title : undefined, isOpening ? heading : undefined];
  return {
    page: head.path.replace('minutes/', ''),
    anchors: anchor ? [anchor] : [],
    heading: speaker,
    who: isOpening ? who : '',
    text: [...above.filter(line => line !== undefined), text].join('\n'),
  };
}

const addressOf = ({ page, anchors: [anchor] }: Section): string =>
  anchor ? `minutes/${page}#${anchor}` : `minutes/${page}`;

const isOfParts = (notes: readonly Note[]): boolean => notes.some(({ kind }) => kind === 'parts');

describe.each(QUERIES)('$kind: $query', query => {
  test('finds every section that a reader would, and no other', async () => {
    const { documents, notes } = await search.ask(query.query, ALL);
    // What has parts of the query alone is said to be so.
    const found = isOfParts(notes) ? new Set<Section>() : sectionsAt(addressesOf(documents), locate);
    const truth = truthOf(query, sections);
    expect([...found].map(addressOf).sort()).toEqual([...truth].map(addressOf).sort());
  });

  test('finds every record, each once, and counts them', async () => {
    const { documents, count, isExact, hasMore, notes } = await search.ask(query.query, ALL);
    const found = addressesOf(documents);
    const inMinutes = isOfParts(notes)
      ? []
      : found.filter(address => address.startsWith('minutes/') && address !== 'minutes/index');
    expect(inMinutes.sort()).toEqual([...truthOf(query, records)].map(addressOf).sort());
    expect({ count, isExact, hasMore }).toEqual({ count: found.length, isExact: true, hasMore: false });
  });
});
