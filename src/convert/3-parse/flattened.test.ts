/** Finds tables that were read cell by cell: only where nothing else can be meant. */
import { expect, test } from 'vitest';
import { flattenedTables } from './flattened.ts';
import { readLines, shapesOf } from './lines.ts';

const tablesIn = (lines: string) => flattenedTables(shapesOf(readLines(lines.split(' ').join('\n'))));

test('the width is proven by what the columns hold', () => {
  expect(tablesIn('議員 賛否 青木　進 ○ 井上　恵 × 上田　学 ○')).toEqual([{ from: 0, to: 8, width: 2 }]);
  expect(tablesIn('項目 配点 Ａ社 実績 20 16 体制 25 19 価格 15 10')).toEqual([{ from: 0, to: 12, width: 3 }]);
});

test('a heading above the names of the columns is none of them', () => {
  expect(tablesIn('出席者 氏名 役職 青木　進 委員 井上　恵 委員 上田　学 会長')).toEqual([
    { from: 1, to: 9, width: 2 },
  ]);
});

test.each([
  ['the head can begin in two places', '出席者 名前 役目 青木　進 委員 井上　恵 委員 上田　学 会長'],
  ['a cell was lost', '議員 賛否 青木　進 ○ 井上　恵 上田　学 ○ 江藤　実 ×'],
  ['two rows are too few', '議員 賛否 青木　進 ○ 井上　恵 ×'],
  ['all cells are alike', '春 夏 秋 冬 朝 昼 夕 夜'],
])('%s: no table', (_, lines) => {
  expect(tablesIn(lines)).toEqual([]);
});
