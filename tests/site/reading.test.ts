/** Reads minutes of another project as people do: on a phone, with a finger, by the keyboard, on paper. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newProject, tsuzuri } from '../project.ts';
import { ROOT } from '../seeds.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-reading-'));
const GENRES = ['neighbourhood-notes', 'town-plenary', 'disaster-council-proxies', 'seats-tortoise-shell'];
const SLIDES = `見本町防災会議 第12回 議事録

日時：令和6年5月10日（金）午前10時
場所：見本町役場 3階会議室

○会長　これより会議を開きます。（拍手）本日の議題は二つです。
○事務局　備蓄の場所を見直します。
・備蓄の場所
　・公民館
　・小学校
　　・体育館
・避難の訓練
○会長　採決します。〔異議なし〕全員賛成です。
`;
let site: Visitor;

beforeAll(async () => {
  const root = newProject(folder);
  for (const name of GENRES) cpSync(join(ROOT, `tests/genres/${name}.txt`), join(root, `seeds/${name}.txt`));
  writeFileSync(join(root, 'seeds/bosai-12.txt'), SLIDES);
  writeFileSync(
    join(root, 'tsuzuri.config.ts'),
    `import { defineConfig } from 'tsuzuri';
export default defineConfig({ title: '会議録集', vitepress: { themeConfig: { outline: 2 } } });`,
  );
  const { status, stderr } = tsuzuri(['build'], root);
  expect(status, stderr).toBe(0);
  site = await visitorOf(join(root, 'build/site'));
});
afterAll(async () => {
  await site?.leave();
  rmSync(folder, { recursive: true, force: true });
});

const TOUCH = { viewport: PHONE, hasTouch: true, isMobile: true };
const boxOf = async (part: Locator) => {
  const box = await part.boundingBox();
  if (!box) throw new Error('not to be seen');
  return box;
};

describe('a document whose title was not read', () => {
  test('has a head with its day, its scan and its corrections', async () => {
    const page = await site.visit('/minutes/neighbourhood-notes/');
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['neighbourhood-notes']);
    expect(await page.locator('.minutes-head').textContent()).toContain('neighbourhood-notes.txt');
    await page.getByRole('button', { name: '原文を並べる' }).click();
    await page.locator('.scan-line').first().waitFor();
  });

  test('is copied without that name, which is no word of it', async () => {
    const page = await site.visit('/minutes/neighbourhood-notes/');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.vp-doc').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('会長あいさつ');
    expect(copied.split('\n')).not.toContain('neighbourhood-notes');
  });
});

describe('minutes', () => {
  test('set directions apart, where they stand in a speech as well', async () => {
    const page = await site.visit('/minutes/bosai-12/');
    expect(await page.locator('.vp-doc p > em').allTextContents()).toEqual(['（拍手）', '〔異議なし〕']);
    const colours = await page
      .locator('.vp-doc p:has(> em)')
      .first()
      .evaluate(speech => {
        const direction = speech.querySelector('em') as Element;
        return [speech, direction].map(element => getComputedStyle(element).color);
      });
    expect(colours[0]).not.toBe(colours[1]);
  });

  test('show by their indents which item stands below which', async () => {
    const page = await site.visit('/minutes/bosai-12/', TOUCH);
    const indents = await page
      .locator('.vp-doc li > p')
      .evaluateAll(items => items.map(item => Math.round(item.getBoundingClientRect().left)));
    const [first = 0, second = 0, , third = 0] = indents;
    expect(indents).toEqual([first, second, second, third, first]);
    expect(second - first).toBeGreaterThan(12);
    expect(third - second).toBeGreaterThan(12);
  });

  test('have the ¶ of a heading beside its first line, however many it has', async () => {
    const page = await site.visit('/minutes/town-plenary/', { ...TOUCH, viewport: { width: 320, height: 640 } });
    const headings = page.locator('.vp-doc :is(h2, h3, h4)[data-b]');
    let several = 0;
    for (const heading of await headings.all()) {
      const [box, sign, { padding, line }] = [
        await boxOf(heading),
        await boxOf(heading.locator('.header-anchor')),
        await heading.evaluate(element => ({
          padding: Number.parseFloat(getComputedStyle(element).paddingTop),
          line: Number.parseFloat(getComputedStyle(element).lineHeight),
        })),
      ];
      if (box.height - padding > 1.5 * line) several++;
      expect(Math.abs(sign.y + sign.height - (box.y + padding + line))).toBeLessThan(3);
    }
    expect(several).toBeGreaterThan(0);
  });

  test('do not break names in a table', async () => {
    const page = await site.visit('/minutes/disaster-council-proxies/', TOUCH);
    await page.locator('details.opening > summary').tap();
    const names = page.locator('.vp-doc td a[href*="/people/"]');
    expect(await names.count()).toBeGreaterThan(4);
    for (const name of await names.all()) expect(await name.evaluate(link => link.getClientRects().length)).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

  test('have an outline of the levels that the project wants', async () => {
    const page = await site.visit('/minutes/town-plenary/', { viewport: { width: 1440, height: 900 } });
    const outlined = await page.locator('.VPDocAsideOutline .outline-link').allTextContents();
    const sections = await page
      .locator('.vp-doc h2[data-b]')
      .evaluateAll(headings => headings.map(heading => heading.textContent.replace('\u200B', '').trim()));
    expect(sections.length).toBeGreaterThan(3);
    expect(outlined.map(words => words.trim())).toEqual(sections);
    expect(await page.locator('.outline-title').textContent()).toBe('このページの内容');
  });

  test('say in the bar which speech a link has led to', async () => {
    const page = await site.visit('/minutes/seats-tortoise-shell/#u9', TOUCH);
    await expect.poll(() => page.locator('.reading-bar').textContent()).toContain('発言9/');
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '#u12';
      link.textContent = 'lead';
      document.querySelector('.vp-doc')?.append(link);
      link.click();
    });
    await expect.poll(() => page.locator('.reading-bar').textContent()).toContain('発言12/');
  });
});

describe('a finger', () => {
  const tapAbove = async (page: Page, part: Locator, pixels: number) => {
    const { x, y, width } = await boxOf(part);
    await page.touchscreen.tap(x + width / 2, y - pixels);
  };

  test('meets what is small beyond its edges', async () => {
    const page = await site.visit('/minutes/bosai-12/', TOUCH);
    const edits = page.getByRole('button', { name: '校正を表示' });
    await tapAbove(page, edits, 7);
    await expect.poll(() => edits.getAttribute('aria-pressed')).toBe('true');
    const sign = page.getByRole('button', { name: '発言2のメニュー' });
    await sign.scrollIntoViewIfNeeded();
    await tapAbove(page, page.getByRole('button', { name: 'このページの内容' }), 10);
    await expect.poll(() => page.locator('.VPLocalNavOutlineDropdown .items').isVisible()).toBe(true);
  });
});

describe('paper', () => {
  test('is printed in dark ink, however dark the screen is', async () => {
    const page = await site.visit('/minutes/bosai-12/', { colorScheme: 'dark' });
    const lightest = () =>
      page
        .locator('.vp-doc :is(p, em, dt, dd, h2, h3, li, th, td)')
        .evaluateAll(parts =>
          Math.max(
            ...parts.map(part =>
              Math.max(...(getComputedStyle(part).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)),
            ),
          ),
        );
    expect(await lightest()).toBeGreaterThan(180);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await lightest()).toBeLessThan(110);
  });
});

test('nothing went wrong in any of these pages', () => {
  expect(site.troubles).toEqual([]);
});
