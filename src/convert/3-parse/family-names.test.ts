/** Proves that a family name before an office of a department is known by the label of who speaks, and by nothing less. */
import { expect, test } from 'vitest';
import { loadAnalyzer } from '../morphology/index.ts';
import { withFamilyNames } from './family-names.ts';
import { readLines, shapesOf } from './lines.ts';

const analyzer = await loadAnalyzer();

const named = (text: string): string[] =>
  withFamilyNames([], shapesOf(readLines(text)), analyzer).map(({ name, role }) => `${name} ${role}`);

const SAID = `\n\n○北勢課長　御説明します。\n\n○総務課長　続けて御説明します。\n`;

test('北勢保育課長 is who speaks as 北勢課長', () => {
  expect(named(`事務局　大安子ども部長、北勢保育課長、総務企画課長${SAID}`)).toEqual([
    '大安 子ども部長',
    '北勢 保育課長',
  ]);
});

test('an office before a name is that of its bearer, and nobody came on the list of who did not', () => {
  expect(named(`事務局　北勢保育課長　藤原　田鶴${SAID}`)).toEqual(['藤原 田鶴 北勢保育課長']);
  expect(named(`欠席者　北勢保育課長${SAID}`)).toEqual([]);
});

test('an office of a department alone names its bearer only beside one who is known', () => {
  expect(named(`事務局　北勢課長${SAID}`)).toEqual([]);
  expect(named(`事務局　大安子ども部長、北勢課長\n\n○大安部長　お願いします。${SAID}`)).toEqual([
    '大安 子ども部長',
    '北勢 課長',
  ]);
});
