/** Reads the site without a connection, in a browser that kept what was visited. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WholeSite } from '@tsuzuri/site/config/offline';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { siteUnderTest } from './site-under-test.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const MINUTES = '/minutes/2012-11-01-isc-31/';
const ABOUT = '/about/';
/** Hundreds of files. */
const NIGHTLY = process.env.TSUZURI_NIGHTLY !== undefined;

/** A copy, which the tests change. */
const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-keep-'));
let site: Visitor;
let context: BrowserContext;

beforeAll(async () => {
  cpSync(await siteUnderTest(), folder, { recursive: true });
  site = await visitorOf(folder);
});
afterEach(() => context?.close());
afterAll(async () => {
  await site?.leave();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(path: string): Promise<Page> {
  const page = await site.visit(path, { serviceWorkers: 'allow' });
  context = page.context();
  return page;
}

/** Paths that the browser has kept. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const caches = await Promise.all((await self.caches.keys()).map(name => self.caches.open(name)));
    const requests = await Promise.all(caches.map(cache => cache.keys()));
    return requests.flat().map(({ url }) => decodeURIComponent(new URL(url).pathname));
  });
/** A browser takes its time to look for another worker. */
const SOON = { timeout: 20_000 };
const title = (page: Page): Promise<string | null> => page.locator('h1').textContent();

test('what was visited opens, by its address and by a link; what was not says so; online again the page is new', async () => {
  const page = await visit(MINUTES);
  await expect.poll(() => kept(page)).toContain(MINUTES);
  await page.locator('.VPNavBarMenu a', { hasText: 'このサイトについて' }).click(); // without loading the page anew
  await page.waitForURL(`**${ABOUT}`);
  await expect.poll(() => kept(page)).toContain(ABOUT);

  await context.setOffline(true);
  await page.goto(site.origin + MINUTES);
  expect(await title(page)).toContain('情報セキュリティ政策会議');
  await page.locator('.VPNavBarMenu a', { hasText: 'このサイトについて' }).click();
  await expect.poll(() => title(page)).toContain('このサイトについて');
  await page.goto(`${site.origin}/glossary/nisc/`);
  expect(await title(page)).toBe('このページは保存されていません');

  const file = join(folder, ABOUT, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/<title>/, '<title>新しい'));
  await context.setOffline(false);
  const response = await page.goto(site.origin + ABOUT);
  expect((await response?.text())?.includes('<title>新しい')).toBe(true);
});

test.runIf(NIGHTLY)('a document is kept with the entries that it names', async () => {
  const page = await visit(MINUTES);
  await page.getByRole('button', { name: /^この文書と用語の説明を/ }).click();
  await page.getByText('保存しました。').waitFor();
  await context.setOffline(true);
  await page.goto(`${site.origin}/glossary/nisc/`);
  expect(await title(page)).toContain('NISC');
});

test.runIf(NIGHTLY)('the whole site is kept with its search, once its size was said', async () => {
  const page = await visit('/offline/');
  await page.getByRole('button', { name: 'サイト全体を保存する' }).click();
  const { bytes, paths } = JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8')) as WholeSite;
  await page.getByText(`${paths.length}ファイルで約${(bytes / 1e6).toFixed(1)} MB`).waitFor();
  await page.getByRole('button', { name: '保存を始める' }).click();
  // 1900 files took 64 s on two cores with 16 other programs to run.
  await page.getByText('保存しました。').waitFor({ timeout: 110_000 });
  await context.setOffline(true);
  await page.goto(`${site.origin}/people/`);
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent('情報共有')}`);
  await page.locator('.search-document').first().waitFor();
});

test('another edition takes over, and what was kept is fetched anew', async () => {
  const page = await visit(ABOUT);
  await expect.poll(() => kept(page)).toContain(ABOUT);
  const caches = (): Promise<string[]> => page.evaluate(() => self.caches.keys());
  const earlier = await caches();
  const file = join(folder, 'service-worker.js');
  const worker = readFileSync(file, 'utf8');
  writeFileSync(file, worker.replace(/"version":"\w+"/, '"version":"another"'));
  await page.goto(site.origin + MINUTES);
  await expect.poll(caches, SOON).toEqual(earlier.map(name => name.replace(/\w+$/, 'another')));
  expect(await kept(page)).toEqual(expect.arrayContaining([ABOUT, MINUTES]));

  writeFileSync(file, worker.replace('"isOn":true', '"isOn":false'));
  await page.goto(site.origin + MINUTES);
  await expect.poll(caches, SOON).toEqual([]);
  const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(workers, SOON).toBe(0);
  writeFileSync(file, worker);
});

test('a browser that keeps nothing shows the site, and says so where one asks', async () => {
  const before = site.troubles.length;
  const page = await site.visit(MINUTES, { serviceWorkers: 'block' });
  context = page.context();
  await page.getByRole('button', { name: /^この文書と用語の説明を/ }).click();
  await page.getByText('このブラウザーでは保存できません。').waitFor();
  expect(site.troubles.slice(before)).toEqual([]);
});
