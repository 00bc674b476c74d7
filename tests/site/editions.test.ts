/** Leads from an early edition of minutes of another project to the one that replaces it, and shows what has changed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newProject, tsuzuri } from '../project.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-editions-'));
const SMALL = { viewport: { width: 375, height: 667 } };
const [EARLY, LATE] = ['minutes/gikai-1-sokuho', 'minutes/gikai-1'];
const COMPARED = `/compare/?${new URLSearchParams({ a: EARLY, b: LATE })}`;

const EARLY_SCAN = `見本町議会 第1回 会議録（速報版）

日時：令和8年3月5日（木）午前10時
場所：見本町役場 議場

出席者
議長　　山田 太郎
町長　　佐藤 花子

○議長　これより会議を開きます。町営バスの便数について、答弁を求めます。
○町長　町営バスの利用は、昨年度に比べて五％増えました。朝の便は、五月から一便を増やします。
○議長　ほかになければ、これで終わります。
`;
const LATE_SCAN = EARLY_SCAN.replace('（速報版）', '')
  .replace('五％', '七・五％')
  .replace('五月', '四月')
  .replace('○議長　ほかに', '○議長　運転手は足りていますか。\n○町長　二人が足りません。\n○議長　ほかに');
const BEFORE_SCAN = EARLY_SCAN.replace('第1回 会議録（速報版）', '第8回 会議録').replace(
  '令和8年3月5日（木）',
  '令和7年12月4日（木）',
);
let site: Visitor;
let root: string;

beforeAll(async () => {
  root = newProject(folder);
  writeFileSync(join(root, 'seeds/gikai-1-sokuho.txt'), EARLY_SCAN);
  writeFileSync(join(root, 'seeds/gikai-1.txt'), LATE_SCAN);
  writeFileSync(join(root, 'seeds/gikai-1.yml'), 'replaces: gikai-1-sokuho\n');
  writeFileSync(join(root, 'seeds/gikai-8.txt'), BEFORE_SCAN);
  const { status, stderr } = tsuzuri(['build', '--epub'], root);
  expect(status, stderr).toBe(0);
  site = await visitorOf(join(root, 'build/site'));
});
afterAll(async () => {
  await site?.leave();
  rmSync(folder, { recursive: true, force: true });
});

const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll(all => all.map(one => one.textContent?.trim() ?? ''));
const bottomOf = async (page: Page, words: string): Promise<number> => {
  const box = await page.getByText(words).first().boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
};
const addressesIn = (page: Page, selector: string): Promise<string[]> =>
  page.locator(`${selector} a`).evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));

describe('the earlier edition', () => {
  test('says so on the first screen of a phone, without scripts, and leads to the newer one and to what changed', async () => {
    const page = await site.visit(`/${EARLY}/`, { ...SMALL, javaScriptEnabled: false });
    expect(await textsOf(page, '.edition-note')).toEqual([
      'これは旧版です。引用や確認には新しい版をご利用ください。 違いを見る',
    ]);
    expect(await addressesIn(page, '.edition-note')).toEqual([`/${LATE}/`, COMPARED]);
    expect(await bottomOf(page, '違いを見る')).toBeLessThan(400);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/^旧版です。/);
  });

  test('is marked where it is listed, behind the newer one where the newest comes first', async () => {
    const home = await site.visit('/');
    expect(await textsOf(home, '.time-line section:first-child .kind')).toEqual(['会議録', '会議録、旧版']);
    const list = await site.visit('/minutes/');
    expect((await textsOf(list, '.vp-doc td:first-child')).slice(-2)).toEqual(['2026年3月5日、旧版', '2026年3月5日']);
    for (const path of ['/bodies/見本町議会/', '/people/山田太郎/'])
      expect(await (await site.visit(path)).locator('.vp-doc').textContent()).toMatch(
        /2026年3月5日、旧版 見本町議会[\s\S]*2026年3月5日 見本町議会/u,
      );
    const found = await site.visit('/search/?q=便数');
    await expect
      .poll(() => textsOf(found, '.search-document'))
      .toEqual([
        expect.not.stringContaining('旧版'),
        expect.stringContaining('2026年3月5日、旧版'),
        expect.stringContaining('2025年12月4日'),
      ]);
  });

  test('is cited as what it is', async () => {
    const page = await site.visit(`/${EARLY}/`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async (item: string): Promise<string> => {
      await page.getByRole('button', { name: '発言2のメニュー', exact: true }).press('Enter');
      await page.getByRole('menuitem', { name: item }).press('Enter');
      return page.evaluate(() => navigator.clipboard.readText());
    };
    await expect.poll(() => copied('出典を付けて本文をコピー')).toContain('会議録（速報版）、旧版、2026年3月5日');
    await expect.poll(() => copied('RIS')).toMatch(/^N1 {2}- .*; 旧版\r?$/m);
  });

  test('is told to programs', async () => {
    const thingsIn = async (path: string) =>
      (await (await site.visit(path)).locator('script[type="application/ld+json"]').allTextContents())
        .map(text => JSON.parse(text))
        .find(thing => thing.recordedIn).recordedIn;
    const [early, late] = [await thingsIn(`/${EARLY}/`), await thingsIn(`/${LATE}/`)];
    expect(early['http://purl.org/dc/terms/isReplacedBy']).toEqual({ '@id': late['@id'] });
    expect(late['http://purl.org/dc/terms/replaces']).toEqual({ '@id': early['@id'] });
    const matterOf = (path: string) => readFileSync(join(root, `build/site/${path}.md`), 'utf8').split('---\n')[1];
    expect(matterOf(EARLY)).toContain('\nreplacedBy: gikai-1\n');
    expect(matterOf(LATE)).toContain('\nreplaces: gikai-1-sokuho\n');
    expect(readFileSync(join(root, 'build/site/llms.txt'), 'utf8')).toMatch(/gikai-1-sokuho\.md\): 旧版です。/);
  });

  test('says so in books', () => {
    const html = readFileSync(join(root, 'build/tsuzuri.html'), 'utf8');
    expect(html.match(/<p class="origin">.*?<\/p>/g)).toEqual([
      '<p class="origin">これは旧版です。新しい版があります。</p>',
    ]);
  });
});

test('the newer edition offers the earlier one where it tells of itself, and is the one that others lead to', async () => {
  const page = await site.visit(`/${LATE}/`);
  expect(await page.locator('.edition-note').count()).toBe(0);
  const row = page.locator('.minutes-head details dl > div', { hasText: '旧版' });
  expect(await row.isVisible()).toBe(false);
  await page.getByText('この文書について').click();
  await row.getByRole('link', { name: '違いを見る' }).click();
  await page.waitForURL(site.origin + COMPARED);
  const compared = await addressesIn(await site.visit(`/${LATE}/`), '.follow-line:last-of-type');
  expect(compared.at(-2)).toBe(COMPARED);
  expect(compared.at(-1)).toBe(`/compare/?${new URLSearchParams({ a: 'minutes/gikai-8', b: LATE })}`);
  const before = await site.visit('/minutes/gikai-8/');
  expect(await before.locator('.VPDocFooter .next, .pager-link.next').getAttribute('href')).toBe(`/${LATE}/`);
});

test('is counted once: documents, speeches, meetings of a person and of a body', async () => {
  const home = await site.visit('/');
  expect(await textsOf(home, '.home-numbers > div')).toEqual(expect.arrayContaining(['文書3', '発言23']));
  const people = await site.visit('/people/');
  expect(await people.locator('.vp-doc li', { hasText: '山田 太郎' }).textContent()).toContain('2会議');
  const person = await site.visit('/people/山田太郎/');
  expect(await person.locator('.vp-doc li', { hasText: '議長（' }).first().locator('a').count()).toBe(2);
});

describe('what has changed', () => {
  test.each([
    ['on a desk', {}],
    ['on a phone', { viewport: PHONE }],
    ['in forced colours', { forcedColors: 'active' as const }],
  ])('%s is marked within its paragraph, equal paragraphs fold', async (_, options) => {
    const page = await site.visit(COMPARED, options);
    await page.locator('.compare-text').first().waitFor();
    expect(await textsOf(page, '.compare-text del')).toEqual(['（速報版）', '五％', '五月']);
    expect(await textsOf(page, '.compare-text ins')).toEqual([
      '七・五％',
      '四月',
      '議長',
      '運転手は足りていますか。',
      '町長',
      '二人が足りません。',
    ]);
    for (const mark of await page.locator('.compare-text :is(del, ins)').all())
      expect(await mark.evaluate(element => Number.parseFloat(getComputedStyle(element).borderBottomWidth))).toBe(2);
    expect((await textsOf(page, '.compare-text summary')).length).toBeGreaterThan(1);
    expect(await page.locator('.compare-text details[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.getByRole('heading', { name: '一つ目だけ（0）' }).count()).toBe(0);
    expect((await textsOf(page, '.compare h2')).slice(0, 2)).toEqual(['見出し', '本文']); // then what is the same
  });

  test('can be read by the keyboard, and in its place', async () => {
    const page = await site.visit(COMPARED);
    const fold = page.locator('.compare-text summary').first();
    await fold.press('Enter');
    expect(await page.locator('.compare-text details').first().getAttribute('open')).not.toBeNull();
    await page.getByRole('link', { name: '二つ目で読む' }).nth(1).press('Enter');
    await page.waitForURL(`${site.origin}/${LATE}/#u2`);
  });
});

test('what cannot be an edition is reported with its line, and nothing is published', () => {
  writeFileSync(join(root, 'seeds/gikai-8.yml'), 'original: {publisher: 見本町}\nreplaces: gikai-1-sokuho\n');
  writeFileSync(join(root, 'seeds/gikai-1-sokuho.yml'), 'replaces: gikai-0\n');
  const { status, said } = tsuzuri(['build'], root);
  expect(status).not.toBe(0);
  expect(said.join('\n')).toContain('seeds/gikai-1-sokuho.yml:1: replaces の「gikai-0」という原文はありません。');
  expect(said.join('\n')).toContain('seeds/gikai-8.yml:2: 「gikai-1-sokuho」は「gikai-1」の前の版でもあります。');
});
