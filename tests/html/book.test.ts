/** The book in one HTML file: opened from the disk in a real browser, every link lands, nothing is asked of a network. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printHtml } from '@tsuzuri/print/html/html';
import { partsOf, type Volume } from '@tsuzuri/print/volume';
import { HtmlValidate } from 'html-validate';
import { toString as textOf } from 'mdast-util-to-string';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printedVolumes } from '../pdf/printed.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { EDITION, SAMPLE, volumeOf } from '../pdf/sample.ts';
import { launchBrowser } from '../site/browser.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'tsuzuri-html-'));
const PATH = join(FOLDER, 'book.html');
let volumes: readonly Volume[];
let html: string;
const browser = launchBrowser();

beforeAll(async () => {
  volumes = await printedVolumes();
  html = printHtml(volumes[0] as Volume, EDITION);
  writeFileSync(PATH, html);
});
afterAll(async () => (await browser).close());

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser).newPage(options);
  await page.goto(pathToFileURL(PATH).href);
  return page;
}

test('people and bodies stay out of the offline books', () => {
  const { preface, minutes, terms } = partsOf(volumes[0] as Volume);
  expect(new Set([...preface, ...minutes, ...terms].map(({ kind }) => kind))).toEqual(
    new Set(['text', 'minutes', 'term']),
  );
});

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'valid-id': ['error', { relaxed: true }], // an id may begin with any letter, as HTML has it
    'long-title': 'off', // the title of a document is what it is
    'no-trailing-whitespace': 'off', // code of a scan keeps its own
  },
});

async function objections(text: string): Promise<string[]> {
  const { results } = await validator.validateString(text);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
}

const lostLinks = (text: string): string[] => {
  const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(match => match[1]));
  return [...text.matchAll(/ href="#([^"]+)"/g)].map(match => match[1] as string).filter(id => !ids.has(id));
};

test('every link of it lands in it, of the whole and of each document', () => {
  expect([...html.matchAll(/ href="#/g)].length).toBeGreaterThan(1500);
  for (const volume of volumes) expect(lostLinks(printHtml(volume, EDITION)), volume.name).toEqual([]);
});

test('is valid HTML and no wider than a phone, whatever is in it', async () => {
  expect(await objections(html)).toEqual([]);
  const title = '題</title></style><script>alert(1)</script>"\u0001';
  const hostile = printHtml(volumeOf([...HOSTILE_PAGES, ...SAMPLE], { title }), EDITION);
  expect(await objections(hostile)).toEqual([]);
  expect(lostLinks(hostile)).toEqual([]);
  expect(hostile).not.toMatch(/<script|<\/style>[^<]*alert|href="(?!#|https?:|mailto:)/i);
  writeFileSync(join(FOLDER, 'hostile.html'), hostile);
  const page = await (await browser).newPage({ viewport: { width: 375, height: 812 } });
  await page.goto(pathToFileURL(join(FOLDER, 'hostile.html')).href);
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(inner).toBeLessThanOrEqual(outer as number);
  await page.close();
});

test('has no script, and says every sentence of the minutes', async () => {
  expect(html).not.toMatch(/<script|javascript:| on[a-z]+="/i);
  const page = await open();
  const shown = (await page.evaluate(() => document.body.textContent ?? '')).replace(/\s/g, '');
  for (const { tree } of (volumes[0] as Volume).pages.filter(candidate => candidate.kind === 'minutes'))
    for (const node of tree.children.filter(child => child.type === 'paragraph')) {
      const words = textOf(node).replace(/\s/g, '');
      expect(shown.includes(words), words.slice(0, 40)).toBe(true);
    }
  await page.close();
});

test('a click on NISC lands on its entry; no request, no error', async () => {
  const page = await (await browser).newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', error => errors.push(String(error)));
  page.on('request', request => requests.push(request.url()));
  await page.goto(pathToFileURL(PATH).href);
  await page
    .locator('[id="minutes.2021-09-27-cs-hq-31"] a', { hasText: /^NISC$/ })
    .first()
    .click();
  // The name that held on that day: the second of three.
  expect(new URL(page.url()).hash).toBe('#glossary.nisc.n2');
  expect(await page.locator('[id="glossary.nisc"] h4').textContent()).toBe('NISC');
  expect(errors).toEqual([]);
  expect(requests.filter(url => !url.startsWith('file:'))).toEqual([]);
  await page.close();
});

test('its headings are one outline: one title, no level left out', async () => {
  const page = await open();
  const levels = await page.$$eval('h1,h2,h3,h4,h5,h6', headings =>
    headings.map(heading => Number(heading.ariaLevel ?? heading.tagName.slice(1))),
  );
  expect(levels.filter(level => level === 1)).toEqual([1]);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  expect(levels.length).toBeGreaterThan(500);
  await page.close();
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Axe {
  readonly run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

describe.each([
  ['phone', { width: 375, height: 812 }],
  ['desk', { width: 1280, height: 900 }],
] as const)('%s', (_, viewport) => {
  test.each(['light', 'dark'] as const)(
    'axe objects to nothing, nothing is wider than the screen: %s',
    async scheme => {
      // A book of one document has every kind of part; the whole takes axe minutes.
      writeFileSync(join(FOLDER, 'one.html'), printHtml(volumes.at(-1) as Volume, EDITION));
      const page = await (await browser).newPage({ viewport, colorScheme: scheme });
      await page.goto(pathToFileURL(join(FOLDER, 'one.html')).href);
      await page.evaluate(AXE);
      const found = await page.evaluate(async tags => {
        const { axe } = window as unknown as { axe: Axe };
        const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      }, STANDARD);
      expect(found).toEqual([]);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1] as number);
      await page.close();
    },
  );
});

test('the first stop of the keyboard leads to the contents', async () => {
  const page = await open({ viewport: { width: 375, height: 812 } });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#contents');
  expect(await page.locator('#contents').evaluate(node => Math.abs(node.getBoundingClientRect().top))).toBeLessThan(40);
  await page.close();
});

test('printed on paper: a cover, the title at the head of each other sheet, each part on a new one, no dark page', async () => {
  const one = volumes[1] as Volume;
  writeFileSync(join(FOLDER, 'print.html'), printHtml(one, EDITION));
  const page = await (await browser).newPage({ colorScheme: 'dark' });
  await page.goto(pathToFileURL(join(FOLDER, 'print.html')).href);
  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const printed = await readPdf(Uint8Array.from(paper));
  // Chromium tells a glyph by its radical (⾼) where the font has one glyph for both.
  const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');
  const [cover, ...sheets] = printed.pages.map(({ text }) => bare(text));
  const title = bare(one.title);
  expect(cover).toBe(`${title}2012年11月1日用語の説明つき第0.1.0版2026年11月22日`);
  for (const [index, text] of sheets.entries()) {
    expect(text.split(title).length, text).toBeGreaterThan(1);
    expect(text).toContain(String(index + 2));
    expect(text).not.toContain('目次へ');
  }
  const heads = sheets.map(text => text.replace(title, '').replace(/^\d+/, '').slice(0, 20));
  for (const begins of ['目次', '高度情報通信ネットワーク', '用語集', '訂正と疑いの一覧', '奥付'])
    expect(heads.filter(head => head.startsWith(begins)).length, `${begins}: ${heads}`).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  await page.close();
});

test('the same text for pages in any order', () => {
  const whole = volumes[0] as Volume;
  expect(printHtml({ ...whole, pages: whole.pages.toReversed() }, EDITION)).toBe(html);
});
