/** Converts invented minutes of many kinds: who speaks in which order, headings, facts, no invented person, no wrong edit. */
import type { Tools } from '@tsuzuri/convert/pipeline';
import { beforeAll, expect, test } from 'vitest';
import { differencesOf, expectedOf, GENRES, scoreGenre } from './genres/score.ts';
import { loadTools } from './seeds.ts';

let tools: Tools;
beforeAll(async () => {
  tools = await loadTools();
});

test.each(GENRES)('%s is what a person says of it, but for what its expectation says fails', async name => {
  expect(differencesOf(await scoreGenre(name, tools)).toSorted()).toEqual((expectedOf(name).fails ?? []).toSorted());
});
