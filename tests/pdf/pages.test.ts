/** The book of the five scans as it lies on the desk: no line breaks the rules, every number is that of the page. */

import { printPdf } from '@tsuzuri/print/pdf/pdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PrintedBook, printedBooks, readBook } from './printed.ts';
import { type Line, linksOf, type ReadPage, type ReadPdf, readPdf } from './read-pdf.ts';
import { EDITION, SAMPLE, volumeOf } from './sample.ts';

let bytes: Uint8Array;
let book: ReadPdf;

beforeAll(async () => {
  const whole = (await printedBooks()).find(({ name }) => name === 'tsuzuri') as PrintedBook;
  bytes = whole.bytes;
  book = await readBook(whole);
}, 120_000);

/** JIS X 4051, 4.1 and 4.2: what may not begin a line, what may not end it. */
const NEVER_FIRST =
  /^[、。，．・：；？！）〕］｝〉》」』】ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ,.!?:;)\]}%]/u;
const NEVER_LAST = /[（〔［｛〈《「『【([{]$/u;

/** The items of a page as lines; another column, or another cell of a table, is a line of its own. */
function linesOf({ items }: ReadPage): string[] {
  const lines: { text: string; last: Line }[] = [];
  for (const item of items.filter(({ text }) => text !== '')) {
    const line = lines.at(-1);
    if (line && Math.abs(line.last.bottom - item.bottom) < 2.5 && item.left - line.last.right < 14) {
      line.text += item.text;
      line.last = item;
    } else lines.push({ text: item.text, last: item });
  }
  return lines.map(({ text }) => text.trim()).filter(Boolean);
}

const offending = (pages: readonly ReadPage[]): string[] =>
  pages.flatMap(linesOf).filter(line => NEVER_FIRST.test(line) || NEVER_LAST.test(line));

describe('kinsoku', () => {
  test('no line begins or ends with what may not stand there', () => {
    expect(book.pages.flatMap(linesOf).length).toBeGreaterThan(3000);
    expect(offending(book.pages)).toEqual([]);
  });

  test('the check sees a line that is broken by force', async () => {
    const [page] = SAMPLE;
    const tree = {
      type: 'root' as const,
      children: ['前の行（', '、次の行'].map(value => ({
        type: 'paragraph' as const,
        children: [{ type: 'text' as const, value }],
      })),
    };
    const forced = volumeOf([{ ...(page as (typeof SAMPLE)[number]), tree }]);
    expect(offending((await readPdf(await printPdf(forced, EDITION))).pages)).toEqual(['前の行（', '、次の行']);
  });
});

describe('numbers of pages', () => {
  const chapter = (title: string): ReadPage[] => {
    const start = book.pages.findIndex(({ text }) => text.startsWith(title));
    const length = book.pages.slice(start + 1).findIndex(({ text }) => !text.startsWith(title));
    return book.pages.slice(start, start + 1 + length);
  };

  test('every page bears its own', () => {
    for (const [index, { text }] of book.pages.entries())
      if (index > 0) expect(text.trim()).toMatch(new RegExp(`(^|\\D)${index + 1}$`));
  });

  test('every number that is a link, in contents, entries and indexes, leads to the page that bears it', () => {
    const numbers = linksOf(bytes).flatMap(({ text, page }) => {
      const number = /^[、–\s」]*(\d+)[、–\s頁]*$/.exec(text)?.[1] ?? / \. (\d+)$/.exec(text)?.[1];
      return number === undefined ? [] : [{ number: Number(number), page }];
    });
    expect(numbers.length).toBeGreaterThan(600);
    expect(numbers.filter(({ number, page }) => number !== page)).toEqual([]);
  });

  test('the index finds every page on which a term stands as a word of its own, and no other', () => {
    const pagesOf = (term: string): number[] =>
      book.pages.flatMap(({ text }, index) => (text.replaceAll('\n', '').includes(term) ? [index + 1] : []));
    const glossary = book.pages.findIndex(({ text }) => text.startsWith('用語集')) + 1;
    const contents = chapter('目次').length + 1;
    const line =
      chapter('用語索引')
        .flatMap(linesOf)
        .find(words => words.startsWith('PRACTICE ')) ?? '';
    const [, , ...numbers] = line.split(/[ 、]/);
    const listed = numbers.flatMap(number => {
      const [from = 0, to = from] = number.split('–').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
    const minutes = pagesOf('PRACTICE').filter(page => page > contents && page < glossary);
    expect(listed).toEqual(minutes);
  });
});
