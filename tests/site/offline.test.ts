/** Opens the copy of the site that needs no server, from a folder, in a real browser. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyOffline } from '@tsuzuri/print/site/offline';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { deadLinks } from './links.ts';
import { siteUnderTest } from './site-under-test.ts';

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-offline-'));
const folder = join(home, '会議 録'); // people unpack where they like
let browser: Browser;
beforeAll(async () => {
  copyOffline(await siteUnderTest(), { folder, base: '/' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

test('reads with its styles, from the home page to minutes, to the entry at the name of the time', async () => {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('console', message => troubles.push(message.text()));
  page.on('request', request => {
    if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) troubles.push(request.url());
  });
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  expect(await page.evaluate(() => getComputedStyle(document.body).lineBreak)).toBe('strict');
  await page.getByRole('link', { name: '情報セキュリティ政策会議 第31回' }).first().click();
  await page.locator('h1', { hasText: '第31回会合' }).waitFor();
  expect(await page.getByRole('button', { name: '校正を表示' }).count()).toBe(0);
  await page.locator('.vp-doc a', { hasText: 'NISC' }).first().click();
  await page.locator('h1', { hasText: 'NISC' }).waitFor();
  expect(decodeURI(page.url())).toMatch(/glossary\/nisc\/index\.html#n1$/);
  expect(troubles).toEqual([]);
});

test('has no dead link, no address of a server, no script', () => {
  expect(deadLinks(folder)).toEqual([]);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    expect(file).not.toMatch(/\.js$/);
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join(folder, file), 'utf8');
    expect([file, /\s(?:href|src)="\/(?!\/)/.test(html)]).toEqual([file, false]);
    expect([file, /<script(?![^>]*ld\+json)/.test(html)]).toEqual([file, false]);
  }
});
