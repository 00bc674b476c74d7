/** Leads from minutes of another project to their original, and from a correction to its page there. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newProject, tsuzuri } from '../project.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-original-'));
const URL_OF_ORIGINAL = 'https://example.jp/giji/12.pdf';
const MINUTES = '/minutes/kaigi-12/';
/** In quotation marks of YAML. */
const HOSTILE = `'</script><img src=x onerror=globalThis.hacked=1>{{ 7 * 191 }}'`;
/** One pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SCAN = `見本町防災会議 第12回 議事録

日時：令和6年5月10日（金）午前10時
場所：見本町役場 3階会議室

○会長　これより会議を開きます。資料の説明をお願いします。
\f○事務局　町の対処能カの向上を図ります。備蓄の場所も見直します。
\f○会長　ほかになければ、これで終わります。
`;
/** Its numbers stand at the feet of the pages; a sentence runs over from one to the next. */
const SCAN_WITH_NUMBERS = `見本町防災会議 第15回 議事録

日時：令和6年11月8日（金）午前10時
場所：見本町役場 3階会議室

○会長　これより会議を開きます。
○事務局　備蓄の場所を見直し、各地区の集会所にも水と食料を
- 8 -
置くことにいたします。
　訓練は春に行います。
- 9 -
○会長　終わります。
- 10 -
`;
let site: Visitor;

beforeAll(async () => {
  const root = newProject(folder);
  writeFileSync(join(root, 'seeds/kaigi-12.txt'), SCAN);
  writeFileSync(
    join(root, 'seeds/kaigi-12.yml'),
    `original:\n  url: ${URL_OF_ORIGINAL}\n  title: 防災会議の記録\n  publisher: 見本町\n  pages: 3-5\n  retrieved: 2026-04-01\n`,
  );
  writeFileSync(join(root, 'seeds/kaigi-13.txt'), SCAN.replace('第12回', '第13回').replaceAll('\f', ''));
  writeFileSync(join(root, 'seeds/kaigi-13.yml'), `original: {pages: 12, publisher: ${HOSTILE}}\n`);
  writeFileSync(join(root, 'seeds/kaigi-14.txt'), SCAN.replace('第12回', '第14回'));
  writeFileSync(join(root, 'seeds/kaigi-15.txt'), SCAN_WITH_NUMBERS);
  writeFileSync(join(root, 'seeds/kaigi-15.yml'), 'original: {title: 防災会議の記録, publisher: 見本町}\n');
  mkdirSync(join(root, 'images/kaigi-12'), { recursive: true });
  mkdirSync(join(root, 'images/nobody'), { recursive: true });
  writeFileSync(join(root, 'images/kaigi-12/004.png'), PNG);
  writeFileSync(join(root, 'images/kaigi-12/005.png'), PNG);
  writeFileSync(join(root, 'images/nobody/001.png'), PNG);
  const { status, stdout, stderr } = tsuzuri(['build', '--epub'], root);
  expect(stdout + stderr).toContain('images/nobody/001.png'); // belongs to no scan
  expect(status, stderr).toBe(0);
  site = await visitorOf(join(root, 'build/site'));
});
afterAll(async () => {
  await site?.leave();
  rmSync(folder, { recursive: true, force: true });
});

const bottomOf = async (page: Page, words: string): Promise<number> => {
  const box = await page.getByText(words).first().boundingBox();
  return box ? box.y + box.height : Number.POSITIVE_INFINITY;
};

test('the first screen of a phone leads to the original and has the first words', async () => {
  const page = await site.visit(MINUTES, { ...PHONE, viewport: { width: 375, height: 667 } });
  const link = page.getByRole('link', { name: '『防災会議の記録』' });
  expect(await link.getAttribute('href')).toBe(URL_OF_ORIGINAL);
  expect(await page.locator('.minutes-head').textContent()).toContain('（見本町、3-5ページ、2026年4月1日取得）');
  expect(await bottomOf(page, '防災会議の記録')).toBeLessThan(667);
  expect(await bottomOf(page, 'これより会議を開きます')).toBeLessThan(667);
});

test('a correction says its line and page, and shows the picture of that page where one asks', async () => {
  const page = await site.visit(MINUTES);
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: /校正/ }).first().click();
  const entry = page.locator('.proof-list li', { hasText: '原本4ページ' }).first();
  await entry.waitFor();
  expect(await entry.textContent()).toContain('原文7行、原本4ページ');
  const pictures = () => asked.filter(path => path.startsWith('/images/'));
  expect(pictures()).toEqual([]);
  await entry.locator('summary').click();
  await expect.poll(() => entry.locator('img').evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(1);
  expect(pictures()).toEqual(['/images/kaigi-12/4.png']);
  expect(await entry.locator('img').getAttribute('alt')).toBe('原本4ページの画像');
});

test('by the keyboard a correction leads to its page of the original, and back', async () => {
  const page = await site.visit(MINUTES);
  const edits = page.getByRole('button', { name: '校正を表示', disabled: false });
  await edits.press('Space'); // once the page is alive
  const note = page.getByRole('link', { name: '訂正1の理由' });
  await note.press('Enter');
  const focused = page.locator(':focus');
  await expect.poll(() => focused.getAttribute('id')).toBe('mark1');
  await expect.poll(() => focused.evaluate(entry => entry.getBoundingClientRect().top >= 0)).toBe(true);
  for (const words of ['訂正1', 'は、形の似た漢字', '原本4ページの画像']) {
    await page.keyboard.press('Tab');
    expect(await focused.textContent()).toContain(words);
  }
  await page.keyboard.press('Enter');
  await page.locator('.proof-list img').first().waitFor();
  for (const _ of ['規則', '訂正1']) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused.getAttribute('aria-label')).toBe('訂正1の理由');
  expect(site.troubles).toEqual([]);
});

test('a document whose original nobody has named leads to its scan', async () => {
  const page = await site.visit('/minutes/kaigi-14/', { ...PHONE, viewport: { width: 375, height: 667 } });
  const link = page.getByRole('link', { name: 'この文書の原文' });
  expect(await link.getAttribute('href')).toBe('/scans/kaigi-14.txt');
  expect(await page.locator('.minutes-head').textContent()).toMatch(/原本\s*記載なし、\s*この文書の原文/u);
  expect(await bottomOf(page, 'この文書の原文')).toBeLessThan(667);
  // Its feeds still tell the pages, from the first one on; it has no pictures.
  await page.getByRole('button', { name: /校正/ }).first().click();
  const entry = page.locator('.proof-list li', { hasText: '原文7行、原本2ページ' }).first();
  await entry.waitFor();
  expect(await entry.locator('details').count()).toBe(0);
});

const thingsIn = async (page: Page) =>
  (await page.locator('script[type="application/ld+json"]').allTextContents()).map(text => JSON.parse(text));

test('programs learn what the document is based on', async () => {
  const event = (await thingsIn(await site.visit(MINUTES))).find(thing => thing['@type'] === 'Event');
  expect(event.recordedIn.isBasedOn).toEqual({
    '@type': 'CreativeWork',
    name: '防災会議の記録',
    url: URL_OF_ORIGINAL,
    publisher: { '@type': 'Organization', name: '見本町' },
    pagination: '3-5',
  });
});

test('what is said of an original is text, wherever it stands', async () => {
  const page = await site.visit('/minutes/kaigi-13/');
  const said = HOSTILE.slice(1, -1);
  expect(await page.locator('.minutes-head').textContent()).toContain(`原本${said}（全12ページ）`);
  const event = (await thingsIn(page)).find(thing => thing['@type'] === 'Event');
  expect(event.recordedIn.isBasedOn).toMatchObject({ publisher: { name: said }, numberOfPages: 12 });
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  expect(await page.locator('.minutes-head img').count()).toBe(0);
  expect(site.troubles).toEqual([]);
});

test('so do those who cite it', async () => {
  const page = await site.visit(MINUTES);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '発言2のメニュー', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'RIS' }).press('Enter');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect
    .poll(copied)
    .toMatch(
      /^N1 {2}- .*発言2; 原本：『防災会議の記録』（見本町、3-5ページ、2026年4月1日取得） https:\/\/example\.jp\/giji\/12\.pdf\r?$/m,
    );
});

/** What a choice of a menu copies, and what the menu says above its choices. */
async function cited(path: string, part: string, item: string): Promise<{ copied: string; menu: string }> {
  const page = await site.visit(path);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: `${part}のメニュー`, exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: item }).waitFor();
  const menu = (await page.locator('.part-menu > .part-menu-name').allTextContents()).join();
  await page.getByRole('menuitem', { name: item }).press('Enter');
  let copied = '';
  await expect.poll(async () => (copied = await page.evaluate(() => navigator.clipboard.readText()))).not.toBe('');
  await page.context().close();
  return { copied, menu };
}

test.each([
  [MINUTES, '発言2', '原本4ページ', { SP: '4', EP: '4', bibtex: '4', csl: '4', wiki: '|page=4' }],
  [
    '/minutes/kaigi-15/',
    '発言2',
    '原本8-9ページ',
    { SP: '8', EP: '9', bibtex: '8--9', csl: '8-9', wiki: '|pages=8-9' },
  ],
  ['/minutes/kaigi-15/', '発言3', '原本10ページ', { SP: '10', EP: '10', bibtex: '10', csl: '10', wiki: '|page=10' }],
])('a citation of %s %s names the page of the original', async (path, part, said, { SP, EP, bibtex, csl, wiki }) => {
  const quoted = await cited(path, part, '出典を付けて本文をコピー');
  expect(quoted.menu).toBe(said);
  expect(quoted.copied).toContain(`、${part}、${said}、http`);
  expect((await cited(path, part, 'RIS')).copied).toContain(`\r\nSP  - ${SP}\r\nEP  - ${EP}\r\n`);
  expect((await cited(path, part, 'BibTeX')).copied).toContain(`  pages = {${bibtex}},`);
  expect(JSON.parse((await cited(path, part, 'CSL-JSON')).copied)).toMatchObject([{ page: csl }]);
  expect((await cited(path, part, 'Wikipedia')).copied).toMatch(new RegExp(`\\${wiki} .*\\}\\} .*${part}; 原本：`));
});

test('what is selected is cited by the pages on which it stands', async () => {
  const page = await site.visit('/minutes/kaigi-15/');
  const select = (from: string, to: string) =>
    page.evaluate(
      ([from, to]) => {
        const texts = document.createTreeWalker(document.querySelector('.vp-doc') as Element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
          if (node.data.includes(from)) range.setStart(node, node.data.indexOf(from));
          if (node.data.includes(to)) range.setEnd(node, node.data.indexOf(to) + to.length);
        }
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
      },
      [from, to] as const,
    );
  const pageOf = async (from: string, to: string): Promise<string | null> => {
    await select(from, to);
    await page.getByRole('button', { name: '発言2のメニュー', exact: true }).press('Enter');
    const name = await page.locator('.part-menu [role="menu"]').getAttribute('aria-label');
    await page.keyboard.press('Escape');
    return name;
  };
  expect(await pageOf('訓練は', '春に')).toBe('発言2、原本9ページ');
  expect(await pageOf('備蓄の', '春に')).toBe('発言2、原本8-9ページ');
});

test('of a document whose original nobody has named no page is cited', async () => {
  const { copied, menu } = await cited('/minutes/kaigi-14/', '発言2', 'RIS');
  expect(menu).toBe('');
  expect(copied).not.toMatch(/^SP/m);
});

test('each book names the original below the title', async () => {
  const html = readFileSync(join(folder, 'project/build/tsuzuri.html'), 'utf8');
  expect(html).toContain(
    `<p class="origin">原本：<a href="${URL_OF_ORIGINAL}">『防災会議の記録』</a>（見本町、3-5ページ、2026年4月1日取得）</p>`,
  );
  expect(html.match(/class="origin"/g)).toHaveLength(3);
});
