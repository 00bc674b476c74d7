/** Proves that every use of a rule leads to where it stands in the document. */

import type { Page } from '@tsuzuri/core/book';
import { labelsIn } from '@tsuzuri/core/labels';
import { parsePage } from '@tsuzuri/core/markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { beforeAll, expect, test } from 'vitest';
import { convertSeeds, SEEDS } from '../../tests/seeds.ts';
import { ruleTree } from './pages/rule.ts';
import { type Use, usesOf } from './rule-usage.ts';

let uses: readonly Use[];
let pages: readonly Page[];

beforeAll(async () => {
  const converted = new Map([...(await convertSeeds())].map(([id, seed]) => [SEEDS[id] as string, seed]));
  pages = [...converted].map(([name, { file }]) => parsePage(`minutes/${name}`, String(file)));
  uses = [...usesOf(pages, converted).values()].flat();
});

/** The block that bears the anchor: a heading, or the paragraph of an opinion. */
function placeOf({ page, anchor }: Use): string {
  return page.markdown.split('\n').find(line => line.endsWith(`{#${anchor}}`)) ?? '';
}

test.each([
  ['a speaker’s office', '○前田本部', '長', '前田本部員 {#u7}'],
  ['a character within an opinion without a name', '吸い上げがセ', 'ブ', '○P4の民間における情報共有'],
  ['a character of the attendance list', '総務省 情報流', '行政', '(政府) {#s5}'],
])('%s', (_, before, del, place) => {
  const [found, ...others] = uses.filter(use => use.before.endsWith(before) && use.del === del);
  expect(others).toEqual([]);
  expect(placeOf(found as Use)).toContain(place);
});

test('every use after the first heading leads to an anchor that the page has', () => {
  expect(uses.length).toBeGreaterThan(100);
  const anchored = uses.filter(({ anchor }) => anchor !== undefined);
  expect(anchored.length).toBeGreaterThan(100);
  expect(anchored.filter(use => placeOf(use) === '')).toEqual([]);
});

test('a rule that was used very often lists 200 uses, says how many more there are', () => {
  const [use] = uses as readonly [Use];
  const words = (count: number) =>
    textOf(ruleTree([], { uses: Array.from({ length: count }, () => use), asks: false, label: labelsIn('ja') }));
  expect(words(203)).toContain('ほか3か所は帳簿にあります。');
  expect(words(200)).not.toContain('ほか');
});
