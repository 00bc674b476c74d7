/** Patterns that could run for hours are told from those that only look like it. */

import { expect, test } from 'vitest';
import { cardsOf, patternsOf } from '../../../tests/review/cards.ts';
import { isSuspect, slowPatterns } from './redos.ts';

const check = (pattern: string) => slowPatterns([{ file: 'a.md', line: () => 7, key: 'after', pattern }]);

test.each([
  ['a repetition in a repetition', '(あ+)+い', '「あ」'],
  ['choices that overlap', '^(?:あ|あ)*い', '「あ」'],
  ['three repetitions of one letter', '.*.*.*い', '4乗'],
  ['two classes that overlap', '[ぁ-ん]+[ぁ-んァ-ヶ]+。', '3乗'],
  ['counted repetitions, which end somewhere', '(?:あ{1,9}){1,9}い', '「あ」'],
  ['many letters that may be absent', `${'あ?'.repeat(25)}い`, '「あ」'],
  ['a look behind', '(?<=い(?:あ+)+い)う', '「あ」'],
  ['what cannot be told', '((((あ{1,20}){1,20}){1,20}){1,20})い', '確かめられませんでした'],
])('finds %s', (_, pattern, told) => {
  const [found, ...others] = check(pattern);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ file: 'a.md', line: 7, fatal: true });
  expect(found?.reason).toContain('after の正規表現');
  expect(found?.reason).toContain(told);
});

test('shows the text that it fears so that it can be read', () => {
  expect(check('(?:a+)+$')[0]?.reason).toMatch(/「aaaa…\[U\+0000\]a?」のような文章/);
});

test.each([
  '\\s+$',
  '第[0-9]+回',
  '(?:第[0-9]+回)?会議[ぁ-ん]+',
  '第(?:[一二三]{1,3}){1,4}回',
  '\\+\\*\\{2\\}\\+',
  '[+*]{2}[+*?]',
  '(?<=(?<clause>[^、。]{8,40})、)\\k<clause>',
  '(',
])('leaves %s alone', pattern => expect(check(pattern)).toEqual([]));

// Tried out with texts made by chance, from one seed; far from the limit of time, which another machine may reach.
test('says the same twice', () => {
  const once = check('(?<=い(?:あ+)+い)う').map(String);
  expect(once).toHaveLength(1);
  expect(check('(?<=い(?:あ+)+い)う').map(String)).toEqual(once);
});

test('our own rules are clean', () => {
  const patterns = patternsOf(cardsOf('docs/rules'));
  expect(patterns.length).toBeGreaterThan(30);
  expect(slowPatterns(patterns)).toEqual([]);
});

test('of no shipped rule a pattern has to be tried out, which takes half a second and more at each start', () => {
  expect(patternsOf(cardsOf('docs/rules')).filter(({ pattern }) => isSuspect(pattern))).toEqual([]);
});
