/** Opens a site of a hundred documents of a project that has a forge, below a path of its host. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printSite } from '@tsuzuri/print/site';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PROJECT } from '../seeds.ts';
import { siteUnderTest } from './site-under-test.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

const BASE = '/below/';
const REPOSITORY = 'https://gitlab.example.jp/office/minutes';

const build = mkdtempSync(join(tmpdir(), 'tsuzuri-large-'));
const pages: object[] = [];
let site: Visitor;

function writePage(
  path: string,
  entry: { kind: string; title: string; source?: string; matter?: object },
  body = '',
): void {
  mkdirSync(join(build, 'pages', path, '..'), { recursive: true });
  writeFileSync(join(build, 'pages', `${path}.md`), `---\nkind: ${entry.kind}\n---\n# ${entry.title}\n\n${body}\n`);
  pages.push({ path, source: 'docs', matter: {}, ...entry });
}

const YEARS = Array.from({ length: 20 }, (_, index) => 2000 + index);

beforeAll(async () => {
  writePage('index', { kind: 'text', title: '表紙' }, '## 続き');
  for (const list of ['minutes', 'glossary']) writePage(`${list}/index`, { kind: 'text', title: '一覧' });
  for (const year of YEARS)
    for (const month of ['01', '03', '05', '07', '09']) {
      const matter = { date: `${year}-${month}-01` };
      writePage(`minutes/${year}-${month}`, { kind: 'minutes', title: `会合 ${year}`, matter });
    }
  const years = Object.fromEntries(YEARS.map(year => [year, year % 7]));
  const source = 'docs/glossary/a-and-b.md';
  writePage(
    'glossary/a-and-b',
    { kind: 'term', title: 'A&B 計画', source, matter: { years } },
    '## 箇所 {#mentions}\n\n本文',
  );
  writeFileSync(join(build, 'book.json'), JSON.stringify({ pages }));
  // A search needs an index; that of another book is as good as any.
  cpSync(join(await siteUnderTest(), 'search'), join(build, 'public/search'), {
    recursive: true,
    filter: file => !file.endsWith('.html'),
  });
  vi.stubEnv('TSUZURI_REPOSITORY', `${REPOSITORY}.git`);
  await printSite(PROJECT, { build, base: BASE });
  vi.unstubAllEnvs();
  site = await visitorOf(join(build, 'site'), BASE);
});
afterAll(async () => {
  await site?.leave();
  rmSync(build, { recursive: true, force: true });
});

test('the home page shows the newest documents, the years before open on demand', async () => {
  const page = await site.visit(BASE, { javaScriptEnabled: false });
  const links = page.locator('.time-line a');
  expect(await links.count()).toBe(100);
  expect(await page.locator('.time-line a:visible').count()).toBe(10);
  expect(await page.locator('.time-line h3').allTextContents()).toEqual(['2019年', '2018年']);
  await page.locator('summary', { hasText: '2001年' }).click();
  expect(await page.locator('.time-line a:visible').last().textContent()).toBe('会合 2001');
});

test('the years of an entry fit a phone, are told to who cannot see them', async () => {
  const page = await site.visit(`${BASE}glossary/a-and-b/`, { viewport: PHONE });
  const picture = page.getByRole('img', { name: '2005年 3か所' });
  expect(await picture.locator('.column').count()).toBe(20);
  const heights = await picture
    .locator('.column')
    .evaluateAll(all => all.map(bar => bar.getBoundingClientRect().height));
  expect(heights[5]).toBeGreaterThan((heights[4] ?? 0) + 5); // 3 and 2
  const named = await picture
    .locator('.year:visible')
    .evaluateAll(all => all.map(year => year.getBoundingClientRect()));
  expect(named.length).toBeGreaterThan(3);
  for (const [index, box] of named.slice(1).entries()) expect(box.left).toBeGreaterThan(named[index]?.left ?? 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('an entry leads to its editor, and to a report that names page and address', async () => {
  const page = await site.visit(`${BASE}glossary/a-and-b/`);
  const edit = page.getByRole('link', { name: 'この項目を編集' });
  expect(await edit.getAttribute('href')).toBe(`${REPOSITORY}/-/edit/main/docs/glossary/a-and-b.md`);
  const address = async () =>
    new URL((await page.getByRole('link', { name: '誤りを報告' }).getAttribute('href')) ?? '');
  await expect
    .poll(async () => (await address()).searchParams.get('issue[description]'))
    .toContain(`ページ: ${site.origin}${BASE}glossary/a-and-b/\n`);
  const report = await address();
  expect(report.origin + report.pathname).toBe(`${REPOSITORY}/-/issues/new`);
  expect(report.searchParams.get('issue[title]')).toBe('誤りの報告: A&B 計画');
});

test('the search finds its index and its program, leads below the path', async () => {
  const page = await site.visit(`${BASE}glossary/a-and-b/`);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('情報');
  const first = page.locator('.search-document li a').first();
  expect(await first.getAttribute('href')).toMatch(/^\/below\/(?:minutes|glossary)\//);
  // This project has no page for it.
  expect(await page.getByRole('link', { name: '検索ページで開く' }).count()).toBe(0);
});

test('nothing was wrong in any page, nothing asked of another host', () => {
  expect(site.troubles).toEqual([]);
});
