/** What is bound: everything, each document with the entries that it cites, parts where everything is too large. */

import type { Book } from '@tsuzuri/book/build-book';
import type { Page } from '@tsuzuri/core/book';
import type { Original } from '@tsuzuri/core/minutes';
import { toString as textOf } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { SAMPLE } from '../../tests/pdf/sample.ts';
import { PROJECT } from '../../tests/seeds.ts';
import { partsOf, pdfPath, type Volume, volumesOf } from './volume.ts';

const bookOf = (pages: readonly Page[]): Book => ({
  project: PROJECT,
  pages,
  terms: [],
  converted: new Map(),
  images: new Map(),
  mentions: new Map(),
  kana: new Map(),
  redirects: [],
  errors: [],
  warnings: [],
  cards: [],
  rules: [],
});
const pathsOf = ({ pages }: Volume, kind: Page['kind']): string[] =>
  pages.filter(page => page.kind === kind).map(({ path }) => path);

test('a document takes along the entries that it has links to, and no others', () => {
  const [whole, ...documents] = volumesOf(bookOf(SAMPLE));
  expect(whole && pathsOf(whole, 'minutes')).toHaveLength(4);
  expect(documents.map(volume => [pdfPath(volume), ...pathsOf(volume, 'term')])).toEqual([
    ['pdf/2012-11-01-isc-31.pdf', 'glossary/nisc'],
    ['pdf/2013-06-20-ci-committee-32.pdf'],
    ['pdf/fy2015-sgst-4.pdf'],
    ['pdf/2021-09-27-cs-hq-31.pdf', 'glossary/nict', 'glossary/nisc'],
  ]);
});

test('what is too large for one PDF is bound in parts, in order of date, each document once', () => {
  const long = SAMPLE.map(page =>
    page.kind === 'minutes' ? { ...page, tree: page.tree, markdown: page.markdown.padEnd(600_000, '。') } : page,
  );
  const parts = volumesOf(bookOf(long)).filter(({ single }) => !single);
  expect(parts.map(part => [pdfPath(part), part.title, part.subtitle])).toEqual([
    ['tsuzuri-1.pdf', 'サイバーセキュリティ政策 会議録集 第1分冊', '2012年11月1日から2013年6月20日まで、用語集つき'],
    ['tsuzuri-2.pdf', 'サイバーセキュリティ政策 会議録集 第2分冊', '2021年9月27日から2021年9月27日まで、用語集つき'],
  ]);
  expect(parts.flatMap(part => pathsOf(part, 'minutes'))).toEqual([
    'minutes/2012-11-01-isc-31',
    'minutes/2013-06-20-ci-committee-32',
    'minutes/fy2015-sgst-4',
    'minutes/2021-09-27-cs-hq-31',
  ]);
  expect(parts.map(part => pathsOf(part, 'text'))).toEqual([['about'], ['about']]);
});

test('a document whose original is known says so below its title', () => {
  const [document] = SAMPLE.filter(({ kind }) => kind === 'minutes');
  if (!document) throw new Error('the sample has minutes');
  const lineOf = (original: Original, language: 'ja' | 'en' = 'ja') => {
    const page = { ...document, matter: { ...document.matter, original } };
    const [printed] = partsOf({ pages: [page], language }).minutes;
    expect(printed?.tree.children.slice(1)).toEqual(document.tree.children);
    return printed?.tree.children[0];
  };
  const whole: Original = { url: 'https://example.jp/31.pdf', title: '会議録', publisher: '見本町', pages: '12' };
  const line = lineOf({ ...whole, retrieved: '2026-04-01' });
  expect(line && textOf(line)).toBe('原本：『会議録』（見本町、全12ページ、2026年4月1日取得）');
  expect(line).toMatchObject({ children: [{}, { type: 'link', url: 'https://example.jp/31.pdf' }, {}] });
  const said = (original: Original, language?: 'en') => textOf(lineOf(original, language) ?? {});
  expect(said({ url: 'https://example.jp/31.pdf' })).toBe('原本：example.jp');
  expect(said({ publisher: '見本町', pages: '3-14' })).toBe('原本：見本町（3-14ページ）');
  expect(said({ pages: '12' })).toBe('原本：全12ページ');
  expect(said({ ...whole, retrieved: '2026-04-01' }, 'en')).toBe(
    'Original: “会議録” (見本町, 12 pages, retrieved 1 April 2026)',
  );
  expect(partsOf({ pages: [document] }).minutes).toEqual([document]);
});
