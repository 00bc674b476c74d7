import { expect, test } from 'vitest';
import { pagesOf } from './pages.ts';

const pageAt = (scan: string, words: string, first?: number) => pagesOf(scan, first)(scan.indexOf(words));

test('form feeds part pages; a person says with which the scan begins', () => {
  const scan = '一枚目の文。\n\f二枚目の文。\n\f三枚目の文。\n';
  expect(pageAt(scan, '一枚目')).toBe(1);
  expect(pageAt(scan, '二枚目')).toBe(2);
  expect(pageAt(scan, '三枚目')).toBe(3);
  expect(pageAt(scan, '三枚目', 12)).toBe(14);
});

test('numbers at the foot or at the head of pages say where they are', () => {
  const feet = `会議録\n${'初めの文。'.repeat(20)}\n- 7 -\n次の文。\n- 8 -\n終わりの文。\n`;
  expect(pageAt(feet, '初めの文')).toBe(7);
  expect(pageAt(feet, '次の文')).toBe(8);
  expect(pageAt(feet, '終わりの文')).toBe(9);
  const heads = '1/3\n会議録\n初めの文。\n2/3\n次の文。\n3/3\n終わりの文。\n';
  expect(pageAt(heads, '初めの文')).toBe(1);
  expect(pageAt(heads, '次の文')).toBe(2);
  expect(pageAt(heads, '終わりの文')).toBe(3);
});

test('a scan that tells no pages has none', () => {
  expect(pageAt('会議録\n文。\n', '文')).toBeUndefined();
  expect(pageAt('会議録\n- 2 -\n文。\n', '文')).toBeUndefined(); // one number may be anything
  expect(pageAt('会議録\n- 2 -\n文。\n- 9 -\n', '文')).toBeUndefined();
  expect(pageAt('会議録\n文。\f\n', '文')).toBeUndefined(); // nothing stands behind it
  expect(pageAt('会議録\n-\n7\n-\n8\n-\n文。\n', '文')).toBeUndefined(); // marks and numbers of their own lines
});
