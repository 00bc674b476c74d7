/** Finds the meetings of a body before and after one. */

import { labelsIn } from '@tsuzuri/core/labels';
import { expect, test } from 'vitest';
import { neighbours } from './navigation.ts';
import type { Site } from './site.ts';

test('a meeting leads to the meetings of the same body, not to whatever came next', () => {
  const meeting = (path: string, body: string, session: number, date: string) =>
    ({ path: `minutes/${path}`, kind: 'minutes', title: path, source: '', matter: { body, session, date } }) as const;
  const pages = [
    meeting('a1', '甲会議', 1, '2012-01-01'),
    meeting('b1', '乙会議', 1, '2012-02-01'),
    meeting('a2', '甲会議', 2, '2012-03-01'),
  ];
  const site = { contents: { pages, books: [] }, label: labelsIn('ja') } as unknown as Site;
  expect(neighbours(site, pages[0] as (typeof pages)[0])).toEqual({
    prev: false,
    next: { text: '甲会議 第2回', link: '/minutes/a2/' },
  });
  expect(neighbours(site, pages[1] as (typeof pages)[0])).toEqual({});
});
