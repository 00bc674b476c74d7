/** Checks that every label says the same in both languages, and that each language is its own. */
import { describe, expect, it, test } from 'vitest';
import { dateLabel, day, period } from './front-matter.ts';
import { LABELS, labelsIn } from './labels.ts';

const [ja, en] = [labelsIn('ja'), labelsIn('en')];

describe('every label', () => {
  const namesIn = (words: string): string[] => [...words.matchAll(/\{(\w+)\}/g)].map(([name]) => name).toSorted();

  it.each(Object.entries(LABELS))('%s names the same values in both languages', (_, label) => {
    expect(new Set(namesIn(label.en))).toEqual(new Set(namesIn(label.ja)));
  });

  it('has no Japanese in its English words but in backticks', () => {
    const japanese = Object.entries(LABELS).filter(([, label]) =>
      /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}\u3000-\u303f\uff00-\uffef]/u.test(label.en.replace(/`[^`]*`/g, '')),
    );
    expect(japanese.map(([key]) => key)).toEqual([]);
  });
});

test('kinds of headings differ from each other: the style of the PDF knows them by what they are called', () => {
  for (const language of ['ja', 'en'] as const) {
    const kinds = Object.entries(LABELS).flatMap(([key, words]) =>
      key.startsWith('print.kind.') ? [words[language]] : [],
    );
    expect(new Set(kinds).size).toBe(5);
  }
});

describe('dates', () => {
  it.each([
    ['2012-11-01', '2012年11月1日', '1 November 2012'],
    ['2024-02-29', '2024年2月29日', '29 February 2024'],
    ['2012-11', '2012-11', '2012-11'],
    ['', '', ''],
  ])('%s', (iso, japanese, english) => expect([day(iso, ja), day(iso, en)]).toEqual([japanese, english]));

  it.each([
    [{ date: '2012-11-01', fiscal: 2012 }, '1 November 2012'],
    [{ fiscal: 2015 }, 'fiscal year 2015'],
    [{}, 'Date not stated'],
  ])('of a document: %j', (matter, words) => expect(dateLabel({ matter }, en)).toBe(words));

  it.each([
    [{ from: '2000-02-29', until: '2005-04-25' }, '2000年2月29日〜2005年4月25日', '29 February 2000 – 25 April 2005'],
    [{ until: '2005-04-25' }, '〜2005年4月25日', '– 25 April 2005'],
    [{ from: '2015-01-09' }, '2015年1月9日〜', '9 January 2015 –'],
  ])('of a name: %j', (dates, japanese, english) =>
    expect([period(dates, ja), period(dates, en)]).toEqual([japanese, english]),
  );
});

test('a value is put in as it stands, a name without a value stays', () => {
  expect(en('pages.mentions', { count: 12 })).toBe('Where this term is mentioned (12)');
  expect(en('quoted', { words: '$& {words}' })).toBe('“$& {words}”');
  expect(ja('pages.proxyFor', { person: '{person}' })).toBe('{person}の代理出席');
});
