/** Opens the site of a project with a thousand entries, half of them below one kana, as different from each other as the words of scans are. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATEGORIES } from '@tsuzuri/core/card';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newProject, tsuzuri } from '../project.ts';
import { ROOT } from '../seeds.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';
import { MOST_KB, weightOf } from './weight.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-thousand-'));
const COUNT = 1000;
const KANA = [...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ'];
let site: Visitor;

/** Numbers that look like chance and are the same each time. */
function dice(): (sides: number) => number {
  let state = 7;
  return sides => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}

beforeAll(async () => {
  const root = newProject(folder);
  const genres = join(ROOT, 'tests/genres');
  const scans = readdirSync(genres).filter(name => name.endsWith('.txt'));
  const text = scans.map(name => readFileSync(join(genres, name), 'utf8')).join('\n');
  const words = [...new Set(text.match(/\p{sc=Han}{2,4}/gu))];
  const sentences = [...new Set(text.match(/[^\P{L}\p{sc=Latin}][\p{L}、]{40,100}(?=。)/gu))];
  const roll = dice();
  const many = <T>(length: number, list: readonly T[]): T[] =>
    Array.from({ length }, () => list[roll(list.length)] as T);
  mkdirSync(join(root, 'docs/glossary'), { recursive: true });
  for (let at = 0; at < COUNT; at++) {
    // One of four by its letters, as in glossaries of such minutes.
    const id = many(3 + roll(9), [...'abcdefghijklmnopqrstuvwxyz']).join('') + at;
    const term = at % 4 === 0 ? id.toUpperCase() : many(2, words).join('') + KANA[at % KANA.length];
    const reading = at % 4 === 0 ? '' : `reading: ${at % 2 === 0 ? '' : 'こ'}${many(4 + roll(6), KANA).join('')}\n`;
    const card = `term: ${term}\n${reading}category: ${many(1, CATEGORIES)}\nknown: general`;
    const definition = `${term}は、${sentences[at % sentences.length]}ものです。`;
    writeFileSync(join(root, `docs/glossary/${id}.md`), `---\n${card}\n---\n# ${term}\n\n${definition}\n`);
  }
  const { status, stderr } = tsuzuri(['build'], root);
  expect(status, stderr).toBe(0);
  site = await visitorOf(join(root, 'build/site'));
}, 600_000);
afterAll(async () => {
  await site?.leave();
  rmSync(folder, { recursive: true, force: true });
});

test('every page of it is light', async () => {
  const page = await site.visit('/glossary/');
  const rows = await page
    .locator('main li > a')
    .evaluateAll(links => links.map(link => new URL((link as HTMLAnchorElement).href).pathname));
  await page.goto(site.origin + rows[0]);
  const entry = await page
    .locator('main li > a')
    .first()
    .evaluate(link => (link as HTMLAnchorElement).pathname);
  await page.context().close();
  expect(rows.slice(0, 10)).toContain('/glossary/rows/row-ka-8/');
  for (const path of ['/', '/glossary/', ...rows.slice(0, 12), entry, '/search/']) {
    const weight = await weightOf(site, path);
    console.log(`${path}: ${weight.toFixed(1)} kB, compressed`);
    expect(weight, path).toBeLessThanOrEqual(MOST_KB);
  }
});

test('without scripts every entry stands in its row, with what it is', async () => {
  const page = await site.visit('/glossary/', { javaScriptEnabled: false, viewport: PHONE });
  const rows = await page.locator('main li').allTextContents();
  const counts = rows.map(row => Number(/(\d+)件/.exec(row)?.[1]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(COUNT);
  await page.getByRole('link', { name: 'こ（2）' }).click();
  await page.locator('h1', { hasText: '用語集 こ（2）' }).waitFor();
  const entries = page.locator('main li');
  expect(await entries.count()).toBe(counts[rows.findIndex(row => row.startsWith('こ（2）'))]);
  expect(await entries.first().textContent()).toMatch(/は、.+ものです。$/);
  await page.getByRole('link', { name: 'さ', exact: true }).click();
  await page.locator('h1', { hasText: '用語集 さ行' }).waitFor();
  await page.context().close();
});

test.each(['/glossary/', '/glossary/rows/row-ka/'])('the filter of %s finds entries of all rows', async path => {
  const page = await site.visit(path);
  const shown = () => page.locator('main li > a:visible').allTextContents();
  const all = await shown();
  const field = page.getByLabel('用語を絞り込む');
  await field.fill('さ');
  const status = page.locator('.list-filter [role="status"]');
  await expect.poll(async () => (await shown()).some(term => !all.includes(term))).toBe(true);
  const found = await shown();
  expect(new Set(found).size).toBe(found.length);
  expect(await status.textContent()).toBe(`${found.length}件`);
  await field.press('Escape');
  await expect.poll(shown).toEqual(all);
  await page.context().close();
});

test('an address that names a category shows its entries', async () => {
  const page = await site.visit('/glossary/?category=law');
  await expect.poll(() => page.locator('main li > a:visible').count()).toBeGreaterThan(50);
  expect(await page.locator('main li:visible em').allTextContents()).toEqual(
    expect.not.arrayContaining([expect.not.stringMatching('法令・条約')]),
  );
  await page.context().close();
});

test('a row is no result of the search', async () => {
  const page = await site.visit('/search/?q=用語集');
  await page.locator('.search-results, [role="status"]').first().waitFor();
  expect(await page.locator('a[href*="/glossary/rows/"]').count()).toBe(0);
  await page.context().close();
});

test('nothing was wrong in any page', () => {
  expect(site.troubles).toEqual([]);
});
