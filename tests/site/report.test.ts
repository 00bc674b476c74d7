/** Reports an error from a page in a real browser: what the form of the forge is filled in with. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printSite } from '@tsuzuri/print/site';
import { forge } from '@tsuzuri/site/config/git';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PROJECT } from '../seeds.ts';
import { siteUnderTest } from './site-under-test.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';

const REPOSITORY = 'https://github.com/office/minutes';
const BASE = '/below/';
const MINUTES = `${BASE}minutes/2021-09-27-cs-hq-31/`;
const TITLE = 'サイバーセキュリティ戦略本部 第31回会合 議事概要';

describe('a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-report-'));
  let site: Visitor;

  beforeAll(async () => {
    await siteUnderTest(); // makes build/pages
    vi.stubEnv('TSUZURI_REPOSITORY', REPOSITORY);
    await printSite(PROJECT, { outDir: join(folder, 'site'), base: BASE });
    vi.unstubAllEnvs();
    site = await visitorOf(join(folder, 'site'), BASE);
  }, 480_000); // two builds
  afterAll(async () => {
    await site?.leave();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the forge is asked for, when the reader does that. */
  async function asked(page: Page, act: () => Promise<unknown>): Promise<Record<string, string>> {
    await page.context().route(`${REPOSITORY}/**`, route => route.fulfill({ body: '' }));
    const [opened] = await Promise.all([page.context().waitForEvent('page'), act()]);
    await opened.waitForLoadState();
    const { template, title, ...fields } = Object.fromEntries(new URL(opened.url()).searchParams);
    expect(template).toBe('report.yml');
    await opened.close();
    return { ...fields, title: title ?? '' };
  }

  /** Draws the mouse over the first letters of a part; what was chosen by that. */
  async function choose(page: Page, part: Locator): Promise<string> {
    await part.scrollIntoViewIfNeeded();
    const box = await part.boundingBox();
    if (!box) throw new Error('nothing there');
    await page.mouse.move(box.x + 1, box.y + 14);
    await page.mouse.down();
    await page.mouse.move(box.x + 150, box.y + 14, { steps: 5 });
    await page.mouse.up();
    return page.evaluate(() => String(getSelection()).trim());
  }

  const visit = (options?: BrowserContextOptions): Promise<Page> => site.visit(MINUTES, options);
  const SPEECH = { title: `誤りの報告: ${TITLE}`, place: '野原本部員、発言6' };
  const FIRST = 'これまでの関係者の尽力のおかげで適切な次期戦略（案）がまとまったと考えられ、賛成する。';

  /** Opens the menu of a part as a person does who then reads the item. */
  const report = (page: Page): Locator => page.getByRole('menuitem', { name: '誤りを報告' });
  async function openMenu(page: Page, part: string): Promise<void> {
    await page.locator(part).hover();
    await page.locator(`${part} > [aria-haspopup=menu]`).click();
    await report(page).waitFor();
  }

  test('reports a speech by its first sentence, with the mouse and with a finger', async () => {
    const address = `${site.origin}${MINUTES}#u6`;
    const page = await visit();
    const wanted = { ...SPEECH, page: address, sentence: FIRST };
    await openMenu(page, '#u6');
    expect(await asked(page, () => report(page).click())).toEqual(wanted);
    await page.context().close();
    const phone = await visit({ viewport: PHONE, hasTouch: true, isMobile: true });
    await phone.locator('#u6 > [aria-haspopup=menu]').tap();
    expect(await asked(phone, () => report(phone).tap())).toEqual(wanted);
    await phone.context().close();
  });

  test('reports the words that were chosen in a speech, not those chosen elsewhere', async () => {
    const page = await visit();
    const words = await choose(page, page.locator('#u6 + p'));
    expect(FIRST).toContain(words);
    expect(words.length).toBeGreaterThan(4);
    await openMenu(page, '#u6');
    const fields = await asked(page, () => report(page).click());
    expect(fields).toMatchObject({ sentence: words, place: expect.stringMatching(/^野原本部員、発言6、段落\d+$/) });
    expect(fields.page).toMatch(/#p\d+$/);
    await choose(page, page.locator('#u6 + p'));
    await openMenu(page, '#u7');
    expect((await asked(page, () => report(page).click())).place).toMatch(/、発言7$/);
    await page.context().close();
  });

  test('reports by keyboard alone; what a person knows of the scan is edited beside it', async () => {
    const page = await visit();
    await page.locator('#u6 + p').evaluate(part => getSelection()?.selectAllChildren(part));
    await page.locator('#u6 > [aria-haspopup=menu]').press('Enter');
    await page.getByRole('menuitem', { name: '訂正のファイルを編集' }).focus();
    expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe(
      `${REPOSITORY}/edit/main/seeds/2021-09-27-cs-hq-31.yml`,
    );
    await page.keyboard.press('ArrowUp');
    const { sentence } = await asked(page, () => page.keyboard.press('Enter'));
    expect(sentence).toMatch(new RegExp(`^${FIRST}今後は.*3点申し上げる。$`));
    await page.context().close();
  });

  test('reports from its foot: itself, or the words that were chosen, below which heading', async () => {
    const path = `${BASE}glossary/nisc/`;
    const page = await site.visit(path);
    const foot = page.locator('.page-links').getByRole('link', { name: '誤りを報告' });
    const whole = { title: '誤りの報告: NISC', page: `${site.origin}${path}`, place: '', sentence: '' };
    expect(await asked(page, () => foot.click())).toEqual(whole);
    const words = await choose(page, page.locator('#解説 + p'));
    expect(words).not.toBe('');
    const { page: address, ...chosen } = await asked(page, () => foot.click());
    expect(chosen).toMatchObject({ sentence: words, place: '解説' });
    expect(address).toContain('#');
    await page.context().close();
  });

  test.each([
    ['phone', PHONE],
    ['desk', DESK],
  ])('has nothing to which axe objects while the menu of a speech is open: %s', async (_, viewport) => {
    const page = await visit({ viewport, reducedMotion: 'reduce' });
    await openMenu(page, '#u6');
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } };
        return (await axe.run()).violations.map(({ id }) => id);
      });
      expect(found).toEqual([]);
    }
    await page.context().close();
  });

  test('says nothing on the console, asks nothing of another host', () => {
    expect(site.troubles).toEqual([]);
  });
});

test('without a repository there is nothing to report to', async () => {
  const site = await visitorOf(await siteUnderTest());
  const page = await site.visit('/minutes/2021-09-27-cs-hq-31/');
  await page.locator('#u6 > [aria-haspopup=menu]').press('Enter');
  await page.getByRole('menuitem').first().waitFor();
  expect((await page.locator('a', { hasText: /誤りを報告|編集/ }).count()) > 0).toBe(forge(PROJECT) !== undefined);
  await site.leave();
});
