/** What a scan or a contributor could throw at the EPUB: it is valid, its links land, every word is a text. */

import { printEpub } from '@tsuzuri/print/epub/epub';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { HOSTILE, HOSTILE_PAGES, minutesPage } from '../html/hostile-pages.ts';
import { EDITION, SAMPLE, volumeOf } from '../pdf/sample.ts';
import { brokenPlaces, complaints, readEpub } from './read-epub.ts';

const textOf = (bytes: Uint8Array): string => {
  const book = readEpub(bytes);
  return book.spine.map(name => book.text(name)).join('');
};

test.each(Object.entries(HOSTILE))('%s', async (_, { body, seen }) => {
  const pages = [minutesPage('minutes/x', body), minutesPage('minutes/other', '# 他\n\n## 節 {#s1}')];
  const bytes = printEpub(volumeOf(pages), EDITION);
  expect(await complaints(bytes)).toEqual([]);
  expect(brokenPlaces(readEpub(bytes))).toEqual([]);
  const text = textOf(bytes);
  for (const words of seen) expect(text).toContain(words.replace(/\s/g, ''));
});

test('all of it in one book, with such titles as well', async () => {
  const title = '題<b>"\u0001&amp;]]>';
  const bytes = printEpub(volumeOf([...HOSTILE_PAGES, ...SAMPLE], { title, subtitle: title }), EDITION);
  expect(await complaints(bytes)).toEqual([]);
  expect(brokenPlaces(readEpub(bytes))).toEqual([]);
  expect(readEpub(bytes).find('package.opf', '//dc:title')[0]?.content).toBe(
    '題<b>"U+0001&amp;]]>　題<b>"U+0001&amp;]]>',
  );
});

test('a book without any page', async () => {
  const bytes = printEpub(volumeOf([]), EDITION);
  expect(await complaints(bytes)).toEqual([]);
  expect(textOf(bytes)).toContain('奥付');
});

test('a document of 800 speeches and no section is cut before one of them', async () => {
  const speech = (index: number) => `### 委員${index} {#u${index}}\n\n${'発言の文。'.repeat(40)}\n\n`;
  const long = minutesPage(
    'minutes/long',
    `# 長い頁\n\n${Array.from({ length: 800 }, (_, index) => speech(index + 1)).join('')}`,
  );
  const bytes = printEpub(volumeOf([long]), EDITION);
  const book = readEpub(bytes);
  expect(
    Math.max(...book.spine.filter(name => name.startsWith('part')).map(name => book.text(name).length)),
  ).toBeLessThan(30_000);
  expect(brokenPlaces(book)).toEqual([]);
});

test('a node of an unknown type gives its text, or is an error', async () => {
  const strange = (node: object) =>
    volumeOf([{ ...minutesPage('minutes/x', ''), tree: { type: 'root', children: [node] } as unknown as Root }]);
  const words = { type: 'text', value: '振り仮名' };
  for (const node of [
    { type: 'ruby', children: [words] },
    { type: 'note', children: [{ type: 'paragraph', children: [words] }] },
    { type: 'paragraph', children: [{ type: 'ruby', children: [{ type: 'paragraph', children: [words] }] }] },
    { type: 'math', value: '振り仮名' },
  ]) {
    const bytes = printEpub(strange(node), EDITION);
    expect(textOf(bytes)).toContain('振り仮名');
    expect(await complaints(bytes)).toEqual([]);
  }
  expect(() => printEpub(strange({ type: 'void' }), EDITION)).toThrow('void');
});
