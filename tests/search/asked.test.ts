/** Holds that people who ask in their own words find the answer among the first places. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelsIn } from '@tsuzuri/core/labels';
import { parsePage } from '@tsuzuri/core/markdown';
import { searchedPassages } from '@tsuzuri/search/index';
import type { Passage } from '@tsuzuri/search/index/passages';
import { openSearch } from '@tsuzuri/search/query';
import type { Search } from '@tsuzuri/search/shared/result';
import { beforeAll, expect, test } from 'vitest';
import { countingReader } from '../bench/search/reader.ts';
import { siteUnderTest } from '../site/site-under-test.ts';
import { answersIn, figuresOf, placeOf, questionsOf } from './asked.ts';

let passages: readonly Passage[];
let search: Search;

beforeAll(async () => {
  const site = await siteUnderTest();
  const read = (path: string) => parsePage(path, readFileSync(join(site, '../pages', `${path}.md`), 'utf8'));
  const paths = ['minutes', 'glossary'].flatMap(folder =>
    readdirSync(join(site, '../pages', folder)).map(name => `${folder}/${name.replace(/\.md$/, '')}`),
  );
  passages = searchedPassages(paths.map(read), labelsIn('ja'));
  search = openSearch(countingReader(join(site, 'search')).readIndex);
});

const TUNED_ON = ['security', 'fresh', 'kinds', 'more'];

test.each([...TUNED_ON, 'unseen'])('each answer stands where the questions say: %s', name => {
  const lost = questionsOf(name).filter(question => answersIn(question, passages).size === 0);
  expect(lost.map(({ q }) => q)).toEqual([]);
});

test.each(TUNED_ON)('of twenty questions nineteen find their answer: %s', async name => {
  const places = await Promise.all(questionsOf(name).map(question => placeOf(question, passages, search)));
  const { ten, passage, page, nothing } = figuresOf(places);
  expect(ten).toBeGreaterThanOrEqual(0.95);
  expect(passage).toBeGreaterThanOrEqual(0.85);
  expect(page).toBeGreaterThanOrEqual(0.95);
  expect(nothing).toBeLessThanOrEqual(0.03);
});

test('of questions on which nothing was tuned as many do', async () => {
  const places = await Promise.all(questionsOf('unseen').map(question => placeOf(question, passages, search)));
  const { ten, passage, page, nothing } = figuresOf(places);
  expect(ten).toBeGreaterThanOrEqual(0.95);
  expect(passage).toBeGreaterThanOrEqual(0.8);
  expect(page).toBeGreaterThanOrEqual(0.9);
  expect(nothing).toBeLessThanOrEqual(0.03);
});
