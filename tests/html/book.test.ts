/** The book in one HTML file: opened from the disk in a real browser, every link lands, nothing is asked of a network. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toString as textOf } from 'mdast-util-to-string';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printHtml } from '../../src/7-print/html.ts';
import type { Volume } from '../../src/7-print/volume.ts';
import type { Book } from '../../src/build.ts';
import { bindBook } from '../../src/build.ts';
import { volumesOf } from '../../src/volumes.ts';
import { loadWords } from '../../src/words.ts';
import { EDITION } from '../pdf/sample.ts';
import { ROOT } from '../seeds.ts';
import { launchBrowser } from '../site/browser.ts';

let book: Book;
let html: string;
let path: string;
const browser = launchBrowser();

beforeAll(async () => {
  book = await bindBook(ROOT, await loadWords());
  html = printHtml(volumesOf(book)[0] as Volume, EDITION);
  path = join(mkdtempSync(join(tmpdir(), 'tsuzuri-html-')), 'book.html');
  writeFileSync(path, html);
});
afterAll(async () => (await browser).close());

test('every link of it lands in it', () => {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(match => match[1]));
  const targets = [...html.matchAll(/<a href="#([^"]+)"/g)].map(match => decodeURIComponent(match[1] as string));
  expect(targets.length).toBeGreaterThan(500);
  expect(targets.filter(target => !ids.has(target))).toEqual([]);
});

test('has no script, and says every sentence of the minutes', async () => {
  expect(html).not.toMatch(/<script|javascript:| on[a-z]+="/i);
  const page = await (await browser).newPage();
  await page.goto(pathToFileURL(path).href);
  const shown = (await page.evaluate(() => document.body.textContent ?? '')).replace(/\s/g, '');
  for (const { tree } of book.pages.filter(candidate => candidate.kind === 'minutes'))
    for (const node of tree.children.filter(child => child.type === 'paragraph')) {
      const words = textOf(node)
        .replace(/\{#[us]\d+\}$/, '')
        .replace(/\s/g, '');
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
  await page.goto(pathToFileURL(path).href);
  await page
    .locator('[id="minutes.2021-09-27-cs-hq-31"] a', { hasText: /^NISC$/ })
    .first()
    .click();
  // The name that held on that day: the second of three.
  expect(new URL(page.url()).hash).toBe('#glossary.nisc.n2');
  expect(await page.locator('[id="glossary.nisc"] h1').textContent()).toBe('NISC');
  expect(errors).toEqual([]);
  expect(requests.filter(url => !url.startsWith('file:'))).toEqual([]);
  await page.close();
});
