/** What is bound: everything, each document with the entries that it cites, parts where everything is too large. */

import type { Book } from '@tsuzuri/book/build-book';
import type { Page } from '@tsuzuri/core/book';
import { expect, test } from 'vitest';
import { SAMPLE } from '../../tests/pdf/sample.ts';
import { PROJECT } from '../../tests/seeds.ts';
import { pdfPath, type Volume, volumesOf } from './volume.ts';

const bookOf = (pages: readonly Page[]): Book => ({
  project: PROJECT,
  pages,
  terms: [],
  converted: new Map(),
  images: new Map(),
  mentions: new Map(),
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
