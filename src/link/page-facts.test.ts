/** Checks that dates of pages are read in the forms of front matter that people write. */
import { expect, test } from 'vitest';
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
  ['only when it was changed', '---\nupdated: 2020-02-02\n---\n', '2020-02-02'],
])('%s', (_, source, date) => expect(pageFacts(source).date).toBe(date));

test('the name of a file, where nothing else says it', () => {
  expect(pageFacts('x', '_posts/2012-05-01-title.md').date).toBe('2012-05-01');
  expect(pageFacts('---\ndate: 2013-01-01\n---\n', '2012-05-01-title.md').date).toBe('2013-01-01');
});

test.each(['2021-02-30', '2021-13-01', 'soon', '', undefined, null, 20_210_230])('%s is no day', value => {
  expect(isoDay(value)).toBeUndefined();
});

test('what cannot be read says nothing', () => {
  expect(pageFacts('---\na: [\n---\n')).toEqual({ data: {} });
  expect(pageFacts('text\n\n---\ndate: 2012-05-01\n---\n')).toEqual({ data: {} });
});
