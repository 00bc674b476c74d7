/** Checks where Japanese words begin and end among English ones. */
import { expect, it, test } from 'vitest';
import { isEnglish, japaneseIn, japaneseOf, languageOfName, runsOf } from './languages.ts';

/** Japanese in brackets. */
const marked = (text: string): string =>
  runsOf(text)
    .map(({ words, isJapanese }) => (isJapanese ? `[${words}]` : words))
    .join('');

it.each([
  ['Search for “重要インフラ” only', 'Search for “[重要インフラ]” only'],
  ['情報セキュリティ政策会議 第31回 議事要旨', '[情報セキュリティ政策会議 第31回 議事要旨]'],
  ['IT戦略本部は、NISCと', 'IT[戦略本部は、NISCと]'],
  ['“情報” and “サーバー”', '“[情報]” and “[サーバー]”'],
  ['NISC, 1 November 2012', 'NISC, 1 November 2012'],
  ['', ''],
])('%s', (text, expected) => expect(marked(text)).toBe(expected));

it.each([
  [['情報', ' ', 'NISC', '（2005年）'], 'all'],
  [['1 November 2012 ', '情報セキュリティ政策会議'], 'some'],
  [['Names over time', 'NISC'], 'none'],
  [['Cyber Storm の演習'], 'some'],
  [[], 'none'],
] as const)('%j: %s', (texts, found) => expect(japaneseIn(texts)).toBe(found));

test('the Japanese words of a text alone', () => {
  expect(japaneseOf('National center（内閣サイバーセキュリティセンター） and 情報')).toEqual([
    '内閣サイバーセキュリティセンター',
    '情報',
  ]);
});

test('a name in capital letters is of no language', () => {
  expect(['Mentions', 'NISC', '第1回 Meeting', '12'].map(isEnglish)).toEqual([true, false, false, false]);
});

test.each([
  ['National Security Council', undefined, 'en'],
  ['People’s Committee – Office', undefined, 'en'],
  ['Société nationale des chemins de fer', undefined, undefined],
  ['Agence nationale', 'fr', 'fr'],
  ['内閣官房', 'fr', undefined],
  ['NISC', undefined, undefined],
])('the language of the name %s, of which the card says %s: %s', (name, said, language) => {
  expect(languageOfName(name, said)).toBe(language);
});

// Whatever grows faster than the text does not come to an end.
test('long texts are read to their end', () => {
  for (const text of [
    'あ'.repeat(1e5),
    `あ${'x'.repeat(1e5)}`,
    'あ.'.repeat(1e5),
    `${'あ'.repeat(10)}${'.'.repeat(1e5)}bc`,
  ])
    expect(runsOf(text).length).toBeGreaterThan(0);
}, 30_000);
