/** The book as a reader opens it: found by search, linked, in order, the same bytes each time. */

import type { Use } from '@tsuzuri/book/rule-usage';
import type { Page } from '@tsuzuri/core/book';
import { labelsIn } from '@tsuzuri/core/labels';
import { printPdf } from '@tsuzuri/print/pdf/pdf';
import { printEntry } from '@tsuzuri/print/pdf/print-entry';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Entry, type ReadPdf, readPdf } from './read-pdf.ts';
import { EDITION, SAMPLE, volumeOf } from './sample.ts';

const use = (change: Partial<Use>): Use => ({
  page: SAMPLE.find(({ path }) => path === 'minutes/2012-11-01-isc-31') as Page,
  anchor: 'u2',
  at: 1,
  del: '步',
  ins: '歩',
  rule: 'variant-kanji',
  why: '日本の字体にない漢字を直す',
  doubt: false,
  before: '施策を一',
  behind: '前に',
  ...change,
});
const USES = [
  use({}),
  use({ at: 2, del: ' ', ins: '' }),
  use({ at: 3, del: 'ニ', ins: '二', why: '漢数字か', doubt: true }),
];
const VOLUME = volumeOf(SAMPLE, { subtitle: '見本', uses: USES });
let bytes: Uint8Array;
let book: ReadPdf;

beforeAll(async () => {
  bytes = await printPdf(VOLUME, EDITION);
  book = await readPdf(bytes);
});

const bare = (text: string): string => text.replace(/\s+/g, '');
const titles = (entries: readonly Entry[]): string[] => entries.map(entry => entry.title);

/** Text of the pages' bodies: no running header, no folio. */
const bodyText = (): string =>
  book.pages
    .flatMap(page => page.items.filter(item => item.bottom > 75 && item.bottom < 760))
    .map(item => item.text)
    .join('');

const body = (): string => book.pages.map(page => page.text).join('');

describe('words', () => {
  test.each([
    '平成24年11月1日',
    'NISCから',
    '第3次行動計画',
    'NICT等',
    'P6(1)',
    '8月17日',
    '<報告1>',
    '文字通りの<b>タグ</b>',
  ])('search finds %s in one piece', words => expect(body().replaceAll('\n', '')).toContain(words));

  test('every block of every printed page is there, of an entry what paper keeps', () => {
    const printed = bare(bodyText());
    const missing: string[] = [];
    for (const page of SAMPLE.filter(({ kind }) => kind !== 'rule').map(page =>
      page.kind === 'term' ? printEntry(page, labelsIn('ja')) : page,
    ))
      visit(page.tree as Nodes, node => {
        if (node.type !== 'tableCell' && node.type !== 'heading' && node.type !== 'text') return;
        const words = bare(textOf(node));
        if (!printed.includes(words)) missing.push(words);
      });
    expect(missing).toEqual([]);
  });

  test('a page that is no part of the book is left out, its link is plain text', () => {
    expect(body()).not.toContain('規則は本に載らない');
    expect(body()).toContain('載らないページへの言及');
  });
});

describe('order', () => {
  test('preface, minutes by date with the fiscal year in its place, glossary by reading', () => {
    expect(titles(book.outline)).toEqual([
      '目次',
      'この本について',
      '高度情報通信ネットワーク社会推進戦略本部 情報セキュリティ政策会議 第31回会合 議事要旨',
      '重要インフラ専門委員会 第32回会合議事要旨（案）',
      '平成27年度総合セキュリティ対策会議(第4回) 発言要旨',
      'サイバーセキュリティ戦略本部 第31回会合 議事概要',
      '用語集',
      '用語索引',
      '発言者索引',
      '訂正と疑いの一覧',
      '奥付',
    ]);
    const rows = book.outline[6]?.items ?? [];
    expect(rows.map(row => [row.title, ...titles(row.items)])).toEqual([
      ['あ行', 'IPA', 'NICT'],
      ['な行', 'NISC'],
    ]);
  });

  test('the outline reaches sections and speeches, every entry a page', () => {
    const flat = (entries: readonly Entry[]): Entry[] => entries.flatMap(entry => [entry, ...flat(entry.items)]);
    const all = flat(book.outline);
    expect(titles(all)).toContain('(2) 構成員意見交換');
    expect(titles(all)).toContain('後藤本部員');
    expect(all.filter(entry => entry.page === undefined)).toEqual([]);
  });
});

describe('links', () => {
  test('all internal links land; the addresses of others are words, only our own site is a link', async () => {
    const internal = book.pages.flatMap(page => page.internal);
    expect(internal.length).toBeGreaterThan(20);
    expect(internal).not.toContain(undefined);
    // A link over two lines is two annotations.
    expect(book.pages.flatMap(page => page.external)).toEqual([]);
    expect(body()).toContain('https://www.nict.go.jp/index.html');
    const told = await printPdf(VOLUME, { ...EDITION, site: 'https://minutes.example/tsuzuri/' });
    const { pages } = await readPdf(told);
    expect([...new Set(pages.flatMap(page => page.external))]).toEqual(['https://minutes.example/tsuzuri/rules/dash/']);
  });

  test('from the text to the glossary, and back to the speech', () => {
    const pageWith = (words: string) => book.pages.findIndex((page, index) => index > 1 && page.text.includes(words));
    const glossary = pageWith('内閣サイバーセキュリティセンター。');
    const speech = pageWith('報道発表が国内向けに');
    expect(book.pages[speech]?.internal).toContain(glossary);
    expect(book.pages[glossary]?.internal).toContain(speech);
  });

  test('the contents give the number that the page bears', () => {
    const contents = book.pages[1];
    const numbers = contents?.text
      .split('\n')
      .flatMap(line => /(\d+)$/.exec(line.trim())?.[1] ?? [])
      .slice(0, -1);
    expect(numbers?.length).toBe(contents?.internal.length);
    expect(numbers).toEqual(contents?.internal.map(page => String((page ?? 0) + 1)));
    for (const [index, page] of book.pages.entries())
      if (index > 0) expect(page.text.trim()).toMatch(new RegExp(`${index + 1}$`));
  });
});

describe('at the end', () => {
  const lines = (title: string): string[] =>
    book.pages.find(({ text }) => text.startsWith(title))?.text.split('\n') ?? [];
  const folioOf = (words: string): string =>
    String(book.pages.findIndex(({ text }, index) => index > 1 && text.includes(words)) + 1);
  const isc = () => folioOf('報道発表が国内向けに');
  const headquarters = () => folioOf('さて、次期戦略（案）');
  const entry = () => folioOf('読み：ニスク');

  test('the index of terms gives the page of the entry, then those that name it', () => {
    expect(lines('用語索引')).toContain(`NISC ${entry()} ${isc()}、${headquarters()}`);
    expect(lines('用語索引')).toContain(`IPA ${entry()}`);
  });

  test('the index of speakers has the full name where the minutes tell it, else the body with the label', () => {
    expect(lines('発言者索引')).toContain(`後藤 厚宏 ${folioOf('最初に、この夏のオリパラ大会は')}`);
    expect(lines('発言者索引')).toContain(`片山委員（総合セキュリティ対策会議） ${folioOf('異論は\nございません')}`);
  });

  test('corrections of letters stand one by one, doubts as questions, spaces as a number', () => {
    expect(lines('訂正と疑いの一覧')).toEqual(
      expect.arrayContaining([
        `発言2 ${isc()}頁 …施策を一步歩前に… 日本の字体にない漢字を直す`,
        `発言2 ${isc()}頁 …施策を一ニ（「二」か）前に… 疑い：漢数字か`,
        'ほかに、空白と改行を1か所で整えました。',
      ]),
    );
  });

  test('an entry says by year on which pages it is named, and where its quotes stand', () => {
    const page = book.pages[Number(entry()) - 1]?.text;
    expect(page).toContain(`出てくる頁 2012年 ${isc()} 2021年 ${headquarters()}`);
    expect(page).toContain(`典拠 「報道発表が国内向けに偏りすぎていて」${isc()}頁`);
    expect(page).not.toContain('よく出てくる');
  });
});

describe('file', () => {
  test('a book of one document has no cover and no contents, only what belongs to it', async () => {
    const [one, nisc] = ['minutes/2012-11-01-isc-31', 'glossary/nisc'].map(
      path => SAMPLE.find(page => page.path === path) as Page,
    );
    const { pages, outline } = await readPdf(
      await printPdf(volumeOf([one, nisc] as Page[], { uses: USES, single: true }), EDITION),
    );
    expect(titles(outline)).toEqual([one?.title, '用語集', '用語索引', '訂正と疑いの一覧', '奥付']);
    expect(pages[0]?.text).toContain('1 日時');
    expect(pages.flatMap(({ internal }) => internal)).not.toContain(undefined);
  });

  test('same pages in any order give the same bytes, even elsewhere', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    const again = await printPdf({ ...VOLUME, pages: [...SAMPLE].reverse() }, EDITION);
    expect(Buffer.compare(again, bytes)).toBe(0);
  });

  test('says title, language, date and PDF/UA, and holds no font of the machine', () => {
    expect(book.info).toMatchObject({
      Title: VOLUME.title,
      Language: 'ja-JP',
      CreationDate: expect.stringContaining('20261122'),
    });
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(book.fonts.length).toBe(3);
    expect(book.fonts.filter(font => !/NotoS(erif|ans)JP/.test(font))).toEqual([]);
  });

  test('a running header names the meeting and its day, a chapter opens without', () => {
    const header = '情報セキュリティ政策会議 第31回 議事要旨';
    const pages = book.pages.filter(page => page.items.some(item => item.bottom > 770 && item.text.startsWith(header)));
    expect(pages.length).toBe(1);
    expect(pages[0]?.text).toContain('平成24年11月1日(木)');
  });
});
