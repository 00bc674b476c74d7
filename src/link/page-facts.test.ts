/** Checks that dates of pages are read in the forms of front matter that people write. */
import { describe, expect, it, test } from 'vitest';
import { isoDay, pageFacts } from './page-facts.ts';

test.each([
  ['YAML', '---\ndate: 2012-05-01\n---\n', '2012-05-01'],
  ['quoted', '---\ntitle: x\ndate: "2012-05-01"\n---\n', '2012-05-01'],
  ['lines of Windows', '---\r\ndate: 2012-05-01\r\n---\r\n', '2012-05-01'],
  ['a byte order mark', '\uFEFF---\ndate: 2012-05-01\n---\n', '2012-05-01'],
  ['time and zone', '---\ndate: 2012-05-01T23:30:00+09:00\n---\n', '2012-05-01'],
  ['Jekyll', '---\ndate: 2012-05-01 23:30:00 +0900\n---\n', '2012-05-01'],
  ['Astro', '---\npubDate: 2012-05-01\nupdatedDate: 2020-01-01\n---\n', '2012-05-01'],
  ['Hugo', '+++\ntitle = "x"\ndate = 2012-05-01T10:00:00+09:00\n+++\n', '2012-05-01'],
  ['a local date of TOML', '+++\npublishDate = 2012-05-01\n+++\n', '2012-05-01'],
  ['JSON', '{\n"date": "2012-05-01"\n}\n', '2012-05-01'],
  ['era', '---\ndate: 令和3年9月27日\n---\n', '2021-09-27'],
  ['short era', '---\ndate: R3.9.27\n---\n', '2021-09-27'],
  ['strokes', '---\ndate: 2021/9/7\n---\n', '2021-09-07'],
  ['the template of Astro', "---\npubDate: 'Jul 08 2022'\n---\n", '2022-07-08'],
  ['English', '---\ndate: September 27, 2021\n---\n', '2021-09-27'],
  ['the date of mails', '---\ndate: Mon, 27 Sep 2021 23:00:00 -0500\n---\n', '2021-09-27'],
  ['lines of old Macs', '---\rdate: 2012-05-01\r---\r', '2012-05-01'],
  ['TOML between hyphens', '---toml\ndate = 2012-05-01\n---\n', '2012-05-01'],
  ['JSON between semicolons', ';;;\n{"date": "2012-05-01"}\n;;;\n', '2012-05-01'],
  ['a part of it', '---\nmeeting:\n  date: 2012-05-01\n---\n', '2012-05-01'],
  [
    'not what changed where it says when it came out',
    '---\nlastmod: 2020-02-02\npublished_at: 2012-05-01\n---\n',
    '2012-05-01',
  ],
  ['whether it is published says no date', '---\npublished: true\ncreated: 2012-05-01\n---\n', '2012-05-01'],
  ['wide digits and a weekday', '---\ndate: 令和３年９月２７日（月）\n---\n', '2021-09-27'],
  ['the first year of an era', '---\ndate: 平成元年1月8日\n---\n', '1989-01-08'],
  ['only when it was changed', '---\nupdated: 2020-02-02\n---\n', '2020-02-02'],
])('%s', (_, source, date) => expect(pageFacts(source).date).toBe(date));

test('the name of a file, where nothing else says it', () => {
  expect(pageFacts('x', '_posts/2012-05-01-title.md').date).toBe('2012-05-01');
  expect(pageFacts('---\ndate: 2013-01-01\n---\n', '2012-05-01-title.md').date).toBe('2013-01-01');
});

test.each([
  ['2012-05-01.md', '2012-05-01'],
  ['blog/2012-05-01-title/index.md', '2012-05-01'],
  ['blog/2012/05/01/title.mdx', '2012-05-01'],
  ['blog/2012/05/01-title.md', '2012-05-01'],
  ['blog/2012-13-01-title.md', undefined],
  ['2012-05-01/a/b.md', undefined],
])('%s', (path, date) => expect(pageFacts('x', path).date).toBe(date));

test('the name of a file says more than when it was changed', () => {
  expect(pageFacts('---\nlast_modified_at: 2020-01-01\n---\n', '_posts/2012-05-01-title.md').date).toBe('2012-05-01');
});

test('two parts with a date say none', () => {
  expect(pageFacts('---\na: {date: 2012-05-01}\nb: {date: 2013-05-01}\n---\n').date).toBeUndefined();
});

test('title and language', () => {
  expect(pageFacts('+++\ntitle = "x"\nlanguage = "ja"\n+++\n')).toMatchObject({ title: 'x', lang: 'ja' });
});

describe('front matter that is broken is named with its line', () => {
  it.each([
    ['YAML', '---\ntitle: x\ndate: [2012\n---\n', 3],
    ['a tab', '---\na:\n\t- 1\n---\n', 3],
    ['TOML', '+++\ntitle = "x"\ndate = =\n+++\n', 3],
    ['JSON', '---json\n{"a": }\n---\n', undefined],
  ])('%s', (_, source, line) => {
    expect(pageFacts(source).fault).toMatchObject({ reason: expect.stringMatching(/\p{L}/u) });
    expect(pageFacts(source).fault?.line).toBe(line);
  });
  it.each([
    ['none', 'words\n'],
    ['a rule and words', '---\nwords\n---\n'],
    ['a key twice', '---\na: 1\na: 2\n---\n'],
    ['a page that begins with a brace', '{\nwords\n}\n'],
  ])('not %s', (_, source) => expect(pageFacts(source).fault).toBeUndefined());
});

describe('a date under the names that people give it', () => {
  it.each([
    'Date',
    'DATE',
    'day',
    '日付',
    '開催日',
    '開催日時',
    '公開日',
    '発行日',
    'event_date',
    'eventDate',
    'Meeting Date',
    'held_on',
    'start-date',
    'publication_date',
    'dcterms.date',
    'issued',
    '更新日',
    'last modified',
  ])('%s', key => expect(pageFacts(`---\ntitle: x\n${key}: 2012-05-01\n---\n`).date).toBe('2012-05-01'));
  it('the day of the meeting, not of the page', () =>
    expect(pageFacts('---\n公開日: 2020-01-01\n開催日: 2012-05-01\n更新日: 2021-01-01\n---\n').date).toBe(
      '2012-05-01',
    ));
});

test.each([
  '2021-02-30',
  '2021-13-01',
  'soon',
  '',
  undefined,
  null,
  20_210_230,
  '昭和65年1月1日',
  '令和0年1月1日',
  'May 32 2021',
  '2021-09-271',
  true,
])('%s is no day', value => {
  expect(isoDay(value)).toBeUndefined();
});

test('what cannot be read says nothing', () => {
  expect(pageFacts('---\na: [\n---\n').data).toEqual({});
  expect(pageFacts('text\n\n---\ndate: 2012-05-01\n---\n')).toEqual({ data: {} });
});
