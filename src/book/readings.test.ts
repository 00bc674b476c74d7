/** Holds by what reading names are put in order. */
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { expect, test } from 'vitest';
import { kanaOf } from './readings.ts';

const analyzer = await loadAnalyzer();

test.each([
  ['永瀬 裕伸', 'ながせ ひろししん'], // of the given name only the beginning counts
  ['﨑山 二郎', 'さきやま じろう'],
  ['𠮷田 はな', 'よしだ はな'],
  ['山本太郎', 'やまもとたろう'],
  ['齋藤 勁', 'さいとう'],
  ['ジャン＝ピエール', 'じゃんぴえーる'],
  ['情報セキュリティ政策会議', 'じょうほうせきゅりてぃせいさくかいぎ'],
  ['〓〓 太郎', undefined],
  ['J. Smith', undefined],
])('%s is sorted as %s', (name, kana) => {
  expect(kanaOf(name, analyzer)).toBe(kana);
});
