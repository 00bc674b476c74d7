/** What a scan or a contributor could throw at the printer: it prints, as text, inside the page. */

import { parsePage } from '@tsuzuri/core/markdown';
import { missingGlyphs, printPdf } from '@tsuzuri/print/pdf/pdf';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { type ReadPdf, readPdf } from './read-pdf.ts';
import { EDITION, volumeOf } from './sample.ts';

const front = (title: string): string =>
  `---\ntitle: ${JSON.stringify(title)}\nkind: minutes\nsource: seeds/x.txt\ndate: 2020-01-01\n---\n`;
const page = (body: string, title = '悪い頁') =>
  parsePage('minutes/x', `${front(title)}\n# ${JSON.stringify(title)}\n\n${body}\n`);

const print = async (body: string): Promise<ReadPdf> => readPdf(await printPdf(volumeOf([page(body)]), EDITION));
const textOf = (book: ReadPdf): string => book.pages.map(({ text }) => text).join('');
const seen = async (body: string): Promise<string> => textOf(await print(body)).replace(/\s+/g, '');

/** Written as entities where Markdown would take them for its own. */
const CODE = [
  '#import "x"',
  '#panic("no")',
  '#{ 1 + 1 }',
  '"); panic("out',
  '\\u{41} \\" \\n \\',
  '$ x^2 $',
  '= 見出し',
  '<label> @ref',
  '{{ 1 + 1 }}',
  '*a* _b_ `c` [d] ]',
  '// 注 /* 注 */',
  '~ -- --- ...',
];
const entities = (text: string): string =>
  text.replace(/[^\p{L}\p{N}\s]/gu, character => `&#${character.codePointAt(0)};`);

describe('code', () => {
  test.each(CODE)('%s is text', async code => {
    expect(await seen(`前${entities(code)}後`)).toContain(`前${code.replace(/\s+/g, '')}後`);
  });

  test('in titles, headings, tables, notes and listings as well', async () => {
    const code = '#panic("x")\\';
    const safe = entities(code);
    const body = `## ${safe} {#s1}\n\n| ${safe} |\n| --- |\n| ${safe} |\n\n文[^1]\n\n\`\`\`\n${code}\n\`\`\`\n\n[^1]: ${safe}`;
    const book = await readPdf(
      await printPdf(
        volumeOf([page(body, code), { ...page(''), path: 'minutes/y' }], { title: code, subtitle: code }),
        EDITION,
      ),
    );
    expect(textOf(book).split(code).length - 1).toBeGreaterThanOrEqual(9);
    expect(book.info.Title).toBe(code);
  });
});

describe('characters', () => {
  test('one that no font has is shown by its number, and reported', async () => {
    const odd = page('絵文字😀、制御\u0001、半分\ud83d、結合ê、異体字葛\u{E0100}、飾り👨‍💻。');
    const text = textOf(await readPdf(await printPdf(volumeOf([odd]), EDITION))).replace(/\s+/g, '');
    for (const number of ['U+1F600', 'U+0001', 'U+D83D', 'U+1F468', 'U+1F4BB']) expect(text).toContain(number);
    expect(text).toContain('異体字葛\u{E0100}');
    expect(missingGlyphs(volumeOf([odd]))).toEqual([
      expect.stringMatching(/^seeds\/x\.txt: .*U\+1F600.*U\+0001.*U\+D83D.*U\+1F468.*U\+1F4BB/s),
    ]);
  });

  test('ordinary text has nothing to report', () => {
    expect(missingGlyphs(volumeOf([page('①◇✓※「」○●㈱ｶﾅ髙﨑𠮷 か\u3099 ê\n次の行')]))).toEqual([]);
  });
});

describe('shape', () => {
  const inside = (book: ReadPdf): void => {
    const outside = book.pages.flatMap(({ items }) => items.filter(item => item.right > 595 || item.left < 0));
    expect(outside).toEqual([]);
  };

  test.each([
    ['letters', 'a'.repeat(5000)],
    ['kanji', '漢'.repeat(5000)],
    ['dashes', 'ー'.repeat(5000)],
    ['a URL', `https://example.org/${'x'.repeat(300)}`],
  ])('5,000 %s without a break stay on the page', async (_, run) => {
    const book = await print(run);
    inside(book);
    expect(textOf(book).replace(/\s+/g, '')).toContain(run.slice(0, 200));
  });

  test('a table with 40 columns stays on the page, every cell', async () => {
    const row = Array.from({ length: 40 }, (_, index) => `令和${index}年度abcdef`);
    const book = await print(`| ${row.join(' | ')} |\n|${' --- |'.repeat(40)}\n| ${row.join(' | ')} |`);
    inside(book);
    expect(textOf(book).replace(/\s+/g, '').match(/度/g)?.length).toBe(80);
  });

  test('the head of a table stands on each of its pages', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `| 委員${index}番 | 役職${index}番 |`);
    const book = await print(`| 氏名の欄 | 役職の欄 |\n| --- | --- |\n${rows.join('\n')}`);
    const pages = book.pages.filter(({ text }) => /委員\d+番/.test(text));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter(({ text }) => !text.includes('氏名の欄'))).toEqual([]);
  });

  test('a cell longer than a page is cut, not lost', async () => {
    const text = await seen(`| 一 | 二 |\n| --- | --- |\n| 甲 | ${'長い文。'.repeat(1500)}終 |`);
    expect(text.match(/長い文。/g)?.length).toBe(1500);
    expect(text).toContain('終');
  });

  test('nesting without end keeps the text and the anchors', async () => {
    const book = await print(`[先](#u9)\n\n${'> '.repeat(200)}深い {#u9}\n\n${'*あ **い '.repeat(200)}`);
    expect(textOf(book).replace(/\s+/g, '')).toContain('深い');
    expect(book.pages.flatMap(({ internal }) => internal)).not.toContain(undefined);
  });

  test('gaps in heading levels, double and unknown anchors, notes of notes', async () => {
    const body = [
      '##### 飛んだ段 {#s1}',
      '## 同じ名 {#s1}',
      '### {#s2}',
      '[一](#s1) [無](#nowhere) [無頁](/minutes/none#u1) [壊](http://[) [%](/%E0%A4) [脚](javascript:alert(1))',
      '| 表の注[^a] |\n| --- |\n| 甲[^a] |',
      '[^b] [^b] [未定義][zz]',
      '[^a]: 表だけの注\n\n[^b]: 自分を引く注[^b]\n\n[^c]: 引かれない注',
    ];
    const book = await print(body.join('\n\n'));
    const text = textOf(book);
    for (const words of ['飛んだ段', '同じ名', '無頁', '表だけの注', '自分を引く注', '引かれない注', '[未定義][zz]'])
      expect(text).toContain(words);
    expect(book.pages.flatMap(({ internal, external }) => [...internal, ...external])).not.toContain(undefined);
    expect(book.pages.flatMap(({ external }) => external)).toEqual([]);
  });

  test('a page without any text, and a book without any page', async () => {
    expect((await readPdf(await printPdf(volumeOf([page('')]), EDITION))).pages.length).toBe(4);
    expect((await readPdf(await printPdf(volumeOf([]), EDITION))).pages.length).toBe(3);
  });

  test('a node of an unknown type gives its text, or is an error', async () => {
    const strange = (node: object) => ({ ...page(''), tree: { type: 'root', children: [node] } as unknown as Root });
    const named = strange({ type: 'ruby', children: [{ type: 'text', value: '振り仮名' }] });
    expect(textOf(await readPdf(await printPdf(volumeOf([named]), EDITION)))).toContain('振り仮名');
    await expect(printPdf(volumeOf([strange({ type: 'void' })]), EDITION)).rejects.toThrow('void');
  });
});

describe('front matter', () => {
  test.each([
    ['文だけ', '前付け'],
    ['---\ntitle: [\n---\n', '前付け'],
    ['---\ntitle: a\nkind: ""\n---\n', 'kind「」'],
  ])('%j is refused in one line', (markdown, reason) => {
    expect(() => parsePage('minutes/x', markdown)).toThrow(reason);
  });
});
