/** Looks for entries in the index of the glossary, with a real browser. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteUnderTest } from './site-under-test.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';

let site: Visitor;

beforeAll(async () => {
  site = await visitorOf(await siteUnderTest());
});
afterAll(() => site?.leave());

const open = (query = '', options = {}): Promise<Page> => site.visit(`/glossary/${query}`, options);
const words = (page: Page) => page.getByLabel('用語を絞り込む');
const category = (page: Page) => page.getByRole('combobox', { name: '分類', exact: true });
const status = (page: Page) => page.locator('.list-filter [role="status"]').textContent();
/** Headwords that a reader sees, in the order of the page. */
const shown = (page: Page) => page.locator('.vp-doc li > a:visible').allTextContents();

test.each([
  ['a reading in hiragana', 'さいばーこうげきかい', 'サイバー攻撃解析協議会'],
  ['a reading in half-width katakana', 'ﾆｽｸ', 'NISC'],
  ['an alias', '情報セキュリティ緊急支援チーム', 'CYMAT'],
  ['a name of another time', '国家サイバー統括室', 'NISC'],
  ['an expansion, no matter the case', 'incident mobile ASSISTANT', 'CYMAT'],
  ['romaji', 'zeijakusei', '脆弱性'],
  ['romaji of another school, without long vowels', 'zyohokyoyu', '情報共有'],
])('%s finds the entry', async (_, typed, found) => {
  const page = await open();
  await words(page).fill(typed);
  await expect.poll(() => shown(page)).toContain(found);
  const left = await shown(page);
  expect(left.length).toBeLessThan(10);
  expect(await status(page)).toBe(`${left.length}件`);
});

test('only headings with something below them are left, Escape brings all back', async () => {
  const page = await open();
  const all = await shown(page);
  await words(page).fill('ニスク');
  await expect
    .poll(() => page.locator('.vp-doc :is(h2, h3):visible').evaluateAll(all => all.map(({ id }) => id)))
    .toEqual(['latin-n']);
  await words(page).press('Escape');
  await expect.poll(() => shown(page)).toEqual(all);
  expect(await words(page).inputValue()).toBe('');
  expect(page.url()).toBe(`${site.origin}/glossary/`);
});

test('what is looked for stands in the address, and an address looks for it', async () => {
  const page = await open();
  await words(page).fill('条約');
  await category(page).selectOption('法令・条約');
  await expect.poll(() => shown(page)).toContain('サイバー犯罪条約');
  const found = await shown(page);
  const { searchParams } = new URL(page.url());
  expect([...searchParams]).toEqual([
    ['q', '条約'],
    ['category', 'law'],
  ]);
  await page.locator('.vp-doc li > a:visible').first().click();
  await page.locator('.page-term').waitFor();
  await page.goBack();
  await expect.poll(() => shown(page)).toEqual(found);
  expect(await words(page).inputValue()).toBe('条約');
  expect(await category(page).inputValue()).toBe('law');
});

test('where nothing matches, that is said', async () => {
  const page = await open('?q=存在しない語');
  await expect.poll(() => status(page)).toContain('あてはまる用語はありません');
  expect(await shown(page)).toEqual([]);
});

test('the keyboard goes from the field over the category to the first entry', async () => {
  const page = await open();
  await words(page).focus();
  await page.keyboard.type('ふぃんてっく');
  await expect.poll(() => shown(page)).toEqual(['フィンテック']);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  for (const _ of ['the category', 'the heading’s link to itself', 'the entry']) await page.keyboard.press('Tab');
  expect(await focused()).toBe('フィンテック');
});

test('nothing moves when the filter appears; its data come when it is wanted', async () => {
  const page = await open('', { viewport: PHONE });
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  const shift = await page.evaluate(
    () =>
      new Promise<number>(done => {
        new PerformanceObserver(list =>
          done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(0), 500);
      }),
  );
  expect(shift).toBeLessThan(0.01);
  expect(asked).not.toContain('/glossary.json');
  await words(page).focus();
  await expect.poll(() => asked).toContain('/glossary.json');
});

test('without JavaScript there is no filter, every entry stands once with what it is', async () => {
  const page = await open('', { javaScriptEnabled: false, viewport: DESK });
  expect(await page.locator('.list-filter').isVisible()).toBe(false);
  const links = await shown(page);
  expect(links.length).toBe(new Set(links).size);
  await page.getByRole('link', { name: 'さ', exact: true }).click();
  const attack = page.locator('#row-sa + ul > li', {
    has: page.getByRole('link', { name: 'サイバー攻撃', exact: true }),
  });
  expect(await attack.textContent()).toMatch(/サイバー攻撃は、.+です。/);
});

test('nothing was wrong in any page', () => {
  expect(site.troubles).toEqual([]);
});
