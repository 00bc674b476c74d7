/** The books of the five scans in other people's readers: nothing lost, everything found, every link lands. */

import type { Page } from '@tsuzuri/core/book';
import { blockId } from '@tsuzuri/core/markdown';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PrintedBook, printedBooks, readBook } from './printed.ts';
import type { Entry, ReadPdf } from './read-pdf.ts';
import { pdfiumText, popplerText } from './readers.ts';

let books: readonly PrintedBook[];
const read = new Map<string, ReadPdf>();

beforeAll(async () => {
  books = await printedBooks();
  for (const book of books) read.set(book.name, await readBook(book));
});

const bare = (text: string): string => text.replace(/\s+/g, '');

/** What stands behind these headings of an entry is not printed as the site has it: `## 典拠 {#sources}`. */
const INDEXES = ['mentions', 'together', 'see', 'sources'];
/** Headings, paragraphs (those of list items too), cells of the tables; of an entry, those before its indexes. */
function blocksOf(page: Page): string[] {
  const blocks: string[] = [];
  const end = page.tree.children.findIndex(node => node.type === 'heading' && INDEXES.includes(blockId(node) ?? ''));
  for (const child of page.tree.children.slice(0, page.kind === 'term' && end !== -1 ? end : undefined))
    visit(child as Nodes, node => {
      if (node.type !== 'heading' && node.type !== 'paragraph' && node.type !== 'tableCell') return;
      const text = textOf(node, { includeHtml: false });
      if (bare(text) !== '') blocks.push(text);
      return SKIP;
    });
  return blocks;
}

/** A block that goes on on the next page stands in two parts, notes of the page between them. */
function isIn(block: string, whole: string, pages: readonly string[]): boolean {
  if (whole.includes(block)) return true;
  for (let cut = 1; cut < block.length; cut += 1) {
    const at = pages.findIndex(page => page.includes(block.slice(0, cut)) && !page.includes(block.slice(0, cut + 1)));
    if (at !== -1 && pages[at + 1]?.startsWith(block.slice(cut))) return true;
  }
  return false;
}

describe('poppler', () => {
  test.each(['minutes', 'term'])('gives back every block of every page of kind %s', kind => {
    const missing: string[] = [];
    let count = 0;
    for (const book of books) {
      const pages = popplerText(book.file, '-raw').split('\f').map(bare);
      const whole = pages.join('');
      const blocks = book.pages.filter(page => page.kind === kind).flatMap(blocksOf);
      count += blocks.length;
      missing.push(...blocks.filter(block => !isIn(bare(block), whole, pages)).map(block => `${book.name}: ${block}`));
    }
    console.log(`${kind}: ${count - missing.length} of ${count} blocks found by pdftotext`);
    expect(count).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });
});

const JAPANESE = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]`;
const LATIN = String.raw`[\p{sc=Latin}\p{Nd}]`;
/** Where a word goes on in the other script, with at most three letters on either side: `平成24年`, `SCから`. */
const MIXED = new RegExp(
  `(?<=(?<before>\\S{0,2}${JAPANESE}))(?=(?<behind>${LATIN}\\S{0,2}))|(?<=(?<before2>\\S{0,2}${LATIN}))(?=(?<behind2>${JAPANESE}\\S{0,2}))`,
  'gu',
);

function mixedStrings(pages: readonly Page[]): Set<string> {
  const blocks = pages.filter(({ kind }) => kind === 'minutes').flatMap(blocksOf);
  return new Set(
    blocks
      .flatMap(block => [...block.matchAll(MIXED)])
      .map(({ groups = {} }) => `${groups.before ?? groups.before2}${groups.behind ?? groups.behind2}`),
  );
}

/** Found by a search for it, and nowhere on the pages does the same stand with a space that nobody wrote. */
function isFound(words: string, text: string, squeezed: { text: string; from: readonly number[] }): boolean {
  if (!text.includes(words)) return false;
  for (let at = squeezed.text.indexOf(words); at !== -1; at = squeezed.text.indexOf(words, at + 1)) {
    const length = (squeezed.from[at + words.length - 1] ?? 0) - (squeezed.from[at] ?? 0) + 1;
    if (length !== words.length) return false;
  }
  return true;
}

/** Text without white space, and where each of its letters stands in the text. */
function squeeze(text: string): { text: string; from: number[] } {
  const from = [...text.matchAll(/\S/g)].map(({ index }) => index);
  return { text: from.map(index => text[index]).join(''), from };
}

const READERS: Readonly<Record<string, (book: PrintedBook) => string | Promise<string>>> = {
  poppler: ({ file }) => popplerText(file),
  'pdf.js': ({ name }) => (read.get(name) as ReadPdf).pages.map(({ text }) => text).join('\f'),
  pdfium: ({ bytes }) => pdfiumText(bytes),
};

describe('平成24年, NISCから, 第3次', () => {
  test.each(Object.keys(READERS))('are one word each in %s', async reader => {
    let [all, found] = [0, 0];
    const torn: string[] = [];
    for (const book of books) {
      const text = (await (READERS[reader] as (typeof READERS)[string])(book)).replace(/[\r\n]/g, '');
      const squeezed = squeeze(text);
      for (const words of mixedStrings(book.pages)) {
        all += 1;
        if (isFound(words, text, squeezed)) found += 1;
        else torn.push(`${book.name}: ${words}`);
      }
    }
    console.log(
      `${reader}: ${found} of ${all} mixed strings found (${((100 * found) / all).toFixed(2)} %)`,
      torn.slice(0, 20),
    );
    expect(all).toBeGreaterThan(500);
    expect(found / all).toBeGreaterThanOrEqual(0.99);
  });
});

describe('every book', () => {
  test('has no link that leads nowhere', () => {
    for (const [name, { pages }] of read) {
      const internal = pages.flatMap(page => page.internal);
      expect(internal.length, name).toBeGreaterThan(50);
      expect(
        internal.filter(page => page === undefined),
        name,
      ).toEqual([]);
    }
  });

  test('has an outline of which every entry lands', () => {
    const flat = (entries: readonly Entry[]): Entry[] => entries.flatMap(entry => [entry, ...flat(entry.items)]);
    for (const [name, { outline }] of read) {
      const all = flat(outline);
      expect(all.length, name).toBeGreaterThan(10);
      expect(
        all.filter(({ page }) => page === undefined),
        name,
      ).toEqual([]);
    }
  });
});
