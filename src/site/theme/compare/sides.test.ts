/** Proves that two editions are set side by side block by block, and that only what differs in them is marked. */

import type { TextBlock } from '@tsuzuri/print/data/comparison';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Marked, stretchesOf } from './sides.ts';

/** One that ends with a colon is a heading. */
const blocks = (words: readonly string[]): TextBlock[] =>
  words.map(words => ({ words, ...(words.endsWith('：') && { isHeading: true }) }));
const shownOf = (marked: Marked | undefined): string =>
  marked?.pieces.map(({ words, isChanged }) => (isChanged ? `[${words}]` : words)).join('') ?? '';
/** Rows as `first | second`; how many blocks are the same. */
const compared = (first: readonly string[], second: readonly string[]) =>
  stretchesOf(blocks(first), blocks(second)).flatMap(({ same, rows }) => [
    ...(same.length > 0 ? [same.length] : []),
    ...rows.map(row => `${shownOf(row.first)} | ${shownOf(row.second)}`),
  ]);

test('each change in a paragraph is marked for itself, by words; a character between two changes is no equal', () => {
  const [early, late] = [
    '利用は昨年度に比べて五％増えました。朝の便は五月から増やします。',
    '利用は昨年度に比べて七・五％増えました。朝の便は四月から増やします。',
  ];
  expect(compared(['開会', early], ['開会', late])).toEqual([
    1,
    '利用は昨年度に比べて[五％]増えました。朝の便は[五月]から増やします。 | 利用は昨年度に比べて[七・五％]増えました。朝の便は[四月]から増やします。',
  ]);
  expect(compared(['町の予算の案を示します。'], ['村の計画の案を示します。'])).toEqual([
    '[町の予算]の案を示します。 | [村の計画]の案を示します。',
  ]);
});

test('no number, unit or katakana word is marked in part', () => {
  expect(
    compared(['普及率は73.5%で、サイバー対策が要る。'], ['普及率は72.5%で、サイバーセキュリティ対策が要る。']),
  ).toEqual(['普及率は[73.5%]で、[サイバー]対策が要る。 | 普及率は[72.5%]で、[サイバーセキュリティ]対策が要る。']);
});

test('a paragraph that was put in or left out stands alone; those behind it keep their other form', () => {
  const early = ['増便の考えはありますか。', '現在二名が不足しております。'];
  const late = ['町長、答弁をお願いします。', '増便の考えは、ありますか。', '現在三名が不足しております。'];
  expect(compared(early, late)).toEqual([
    ' | [町長、答弁をお願いします。]',
    '増便の考えはありますか。 | 増便の考えは[、]ありますか。',
    '現在[二名]が不足しております。 | 現在[三名]が不足しております。',
  ]);
  expect(compared([...early, '以上です。'], early)).toEqual([2, '[以上です。] | ']);
});

test('a speech that was put in begins with the name of its speaker', () => {
  const [asks, closes] = [
    ['議長：', '運転手は足りますか。'],
    ['議長：', 'これで終わります。'],
  ];
  const early = ['町長：', 'お答えします。', ...closes];
  expect(compared(early, [...early.slice(0, 2), ...asks, ...closes])).toEqual([
    2,
    ' | [議長：]',
    ' | [運転手は足りますか。]',
    2,
  ]);
  expect(compared([...asks, '異議なし'], ['議長：', '採決します。', ...asks, '異議なし'])).toEqual([
    ' | [議長：]',
    ' | [採決します。]',
    3,
  ]);
  expect(compared(closes, [...closes, ...asks])).toEqual([2, ' | [議長：]', ' | [運転手は足りますか。]']);
});

test('a long paragraph is compared by its sentences, two forms of one sentence by their words', () => {
  const long = Array.from({ length: 60 }, (_, at) => `これは${at}番目の、長い段落の中にある文です。`);
  const [row] = compared([long.join('')], [long.with(30, '差し替えられた文です。').join('')]);
  expect(row).toContain(`${long[29]}[${long[30]}]${long[31]}`);
  expect(row).toContain(`${long[29]}[差し替えられた文です。]${long[31]}`);
  const [other] = compared([long.join('')], [long.with(30, long[30]?.replace('長い', '短い') ?? '').join('')]);
  expect(other).toContain('これは30番目の、[短い]段落の中にある文です。');
});

test('any two documents: each block of both stands in one place, in order, with all its characters', () => {
  const words = fc.array(
    fc
      .array(fc.constantFrom('あ', 'い', '：', '𠮟'), { minLength: 1, maxLength: 6 })
      .map(characters => characters.join('')),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(words, words, (first, second) => {
      const stretches = stretchesOf(blocks(first), blocks(second));
      const read = (side: 'first' | 'second'): string[] =>
        stretches.flatMap(({ same, rows }) => [
          ...same.map(({ words }) => words),
          ...rows.flatMap(row => row[side]?.pieces.map(({ words }) => words).join('') ?? []),
        ]);
      expect(read('first')).toEqual(first);
      expect(read('second')).toEqual(second);
    }),
  );
});
