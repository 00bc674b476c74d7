/** Proves where a headword stands in a list by kana and letter. */

import { readTerm } from '@tsuzuri/core/card';
import { labelsIn } from '@tsuzuri/core/labels';
import { describe, expect, test } from 'vitest';
import { alphabetical, cutGroup } from './alphabetical.ts';

const card = (term: string, reading?: string) =>
  readTerm(`${term}.md`, `---\nterm: "${term}"\n${reading ? `reading: ${reading}\n` : ''}---\n`);

const groupOf = (term: string, reading?: string): string | undefined => {
  const { kana, latin } = alphabetical([card(term, reading)]);
  return [...kana, ...latin][0]?.id;
};

test.each([
  ['重要インフラ', 'じゅうようインフラ', 'row-sa'], // voiced: じ counts as し
  ['パブリックコメント', 'パブリックコメント', 'row-ha'],
  ['ヴァーチャル', undefined, 'row-a'],
  ['ｻｲﾊﾞｰ', undefined, 'row-sa'],
  ['ゃ', undefined, 'row-ya'],
  ['ヶ所', undefined, 'row-ka'],
  ['日・ASEAN特別首脳会議', 'にちアセアンとくべつしゅのうかいぎ', 'row-na'],
  ['NISC', 'ニスク', 'latin-n'], // its letters are what a reader has seen
  ['ＮＩＳＣ', undefined, 'latin-n'],
  ['nicter', 'ニクター', 'latin-n'],
  ['IT障害', 'アイティーしょうがい', 'latin-i'],
  ['5G', 'ファイブジー', 'digits'],
  ['情報', undefined, 'no-reading'],
])('%s (%s) stands under %s', (term, reading, group) => {
  expect(groupOf(term, reading)).toBe(group);
});

test('the groups follow the syllabary, those without a reading come last; readings are in order', () => {
  const terms = [
    card('情報'),
    card('ワ'),
    card('カサ'),
    card('ガク'),
    card('かき'),
    card('あ'),
    card('Z'),
    card('6G'),
    card('A'),
  ];
  const { kana, latin } = alphabetical(terms);
  expect(kana.map(({ name }) => name(labelsIn('ja')))).toEqual(['あ行', 'か行', 'わ行', '読みの分からないもの']);
  expect(kana[1]?.members.map(({ term }) => term)).toEqual(['かき', 'ガク', 'カサ']);
  expect(latin.map(({ name }) => name(labelsIn('ja')))).toEqual(['A', 'Z', '数字']);
});

describe('a row that is too long for one page', () => {
  const cut = (terms: readonly ReturnType<typeof card>[]) => {
    const { kana, latin } = alphabetical(terms);
    return [...kana, ...latin]
      .flatMap(group => cutGroup(group, 2))
      .map(({ id, name, members }) => [id, name(labelsIn('ja')), ...members.map(({ term }) => term)]);
  };

  test('is cut by kana, voiced and small ones with the plain one, in katakana as in hiragana', () => {
    expect(cut([card('きょく'), card('ガイド'), card('かい'), card('ヶ所'), card('ギア')])).toEqual([
      ['row-ka', 'か', 'かい', 'ガイド'],
      ['row-ka-2', 'き', 'ギア', 'きょく'],
      ['row-ka-3', 'け', 'ヶ所'],
    ]);
  });

  test('is cut into parts of equal length where one kana, one letter, or what has no reading is too long', () => {
    expect(
      cut(['かい', 'かき', 'かく', 'き', 'NA', 'NB', 'NC', '情報', '通信', '技術'].map(term => card(term))),
    ).toEqual([
      ['row-ka', 'か（1）', 'かい', 'かき'],
      ['row-ka-2', 'か（2）', 'かく'],
      ['row-ka-3', 'き', 'き'],
      ['no-reading', '読みの分からないもの（1）', expect.any(String), expect.any(String)],
      ['no-reading-2', '読みの分からないもの（2）', expect.any(String)],
      ['latin-n', 'N（1）', 'NA', 'NB'],
      ['latin-n-2', 'N（2）', 'NC'],
    ]);
  });

  test('stays as it is where it is short', () => {
    expect(cut([card('かい'), card('き')])).toEqual([['row-ka', 'か行', 'かい', 'き']]);
  });
});
