/** Converts invented minutes of many kinds: who speaks in which order, headings, facts, no invented person, no wrong edit. */
import type { Tools } from '@tsuzuri/convert/pipeline';
import { beforeAll, expect, test } from 'vitest';
import { GENRES, QUESTIONS, scoreGenre } from './genres/score.ts';
import { loadTools } from './seeds.ts';

let tools: Tools;
beforeAll(async () => {
  tools = await loadTools();
});

test.each(GENRES)('%s is what a person says of it', async name => {
  const scores = await scoreGenre(name, tools);
  const differing = QUESTIONS.flatMap(question => [
    ...scores[question].missing.map(it => `${question}: missing ${it}`),
    ...scores[question].wrong.map(it => `${question}: wrong ${it}`),
  ]);
  expect(differing).toEqual([]);
});
