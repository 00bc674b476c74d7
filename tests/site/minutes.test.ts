/** Opens minutes in a real browser: what was corrected, the scan beside them, citations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { undo } from '@tsuzuri/core/trace';
import type { Proof } from '@tsuzuri/print/data/corrections';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, siteUnderTest } from './site-under-test.ts';
import { type Visitor, visitorOf } from './visitor.ts';

let site: Visitor;
let folder: string;
beforeAll(async () => {
  folder = await siteUnderTest();
  site = await visitorOf(folder);
});
afterAll(() => site?.leave());

const NAMES = readdirSync(join(ROOT, 'seeds'))
  .filter(name => name.endsWith('.txt'))
  .map(name => name.replace('.txt', ''));
const proofOf = (name: string): Proof =>
  JSON.parse(readFileSync(join(folder, `data/minutes/${name}.proof.json`), 'utf8')) as Proof;

/** The words of each numbered block, as the page shows them. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.locator('[data-b]').evaluateAll(blocks =>
    blocks.map(block => {
      const copy = block.cloneNode(true) as Element;
      for (const extra of copy.querySelectorAll('.tool, .header-anchor')) extra.remove();
      return copy.textContent;
    }),
  );

describe.each(NAMES)('%s', name => {
  test('each correction and each doubt stands where the page says so', async () => {
    const page = await site.visit(`/minutes/${name}/`);
    const words = await wordsOf(page);
    const { blocks, marks } = proofOf(name);
    expect(words).toHaveLength(blocks.length);
    // What is only layout in the scan (a line end put in, ○ before a speaker) is no word of the page.
    const isLayout = ({ clean, doubt }: Proof['marks'][number]) => !doubt && (/^\n+$/.test(clean) || /^○/.test(clean));
    for (const mark of marks.filter(mark => !isLayout(mark)))
      expect(words[mark.block]?.slice(mark.from, mark.to), JSON.stringify(mark)).toBe(
        mark.doubt ? mark.scan : mark.clean,
      );
    await page.context().close();
  });

  test('every line of the scan stands beside the page, once, in order', async () => {
    const page = await site.visit(`/minutes/${name}/?show=scan`);
    await page.locator('.scan-line').first().waitFor();
    const lines = await page.locator('.scan-line').evaluateAll(all => all.map(line => line.textContent));
    const { scan } = proofOf(name);
    expect(lines).toEqual(scan.filter(line => line.trim() !== ''));
    const ledger = JSON.parse(readFileSync(join(ROOT, `build/ledger/${name}.ledger.json`), 'utf8'));
    expect(scan.join('\n')).toBe(undo(ledger.clean, ledger.edits).replaceAll('\r\n', '\n'));
    await page.context().close();
  });
});

describe('corrections', () => {
  test('are shown and hidden without a reload, the address says so, nothing is left behind', async () => {
    const page = await site.visit('/minutes/2012-11-01-isc-31/');
    const before = await page.locator('.vp-doc').innerHTML();
    const button = page.getByRole('button', { name: '校正を表示' });
    await button.click();
    await page.locator('ins.added', { hasText: '歩' }).first().waitFor();
    expect(page.url()).toContain('?show=edits');
    expect(await page.locator('del.taken', { hasText: '步' }).count()).toBeGreaterThan(0);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '原文を並べる' }).click();
    expect(page.url()).toContain('?show=edits,scan');
    await button.click();
    await page.getByRole('button', { name: '原文を並べる' }).click();
    await page.locator('.scan-line').first().waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('show');
    const after = await page.locator('.vp-doc').innerHTML();
    expect(after.replaceAll(' open=""', '').replaceAll(' class=""', '')).toBe(before);
    await page.context().close();
  });

  test('can be reached from the home page with the keyboard alone, down to the reason', async () => {
    const page = await site.visit('/');
    const focused = () =>
      page.evaluate(() =>
        document.activeElement?.matches('a, button') ? document.activeElement.textContent?.trim() : '',
      );
    const tabTo = async (words: RegExp, most = 400): Promise<void> => {
      for (let step = 0; step < most && !words.test(await focused()); step++) await page.keyboard.press('Tab');
      expect(await focused()).toMatch(words);
    };
    await tabTo(/情報セキュリティ政策会議 第31回/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/minutes/2012-11-01-isc-31/');
    await page.locator('h1', { hasText: '第31回会合' }).waitFor();
    await tabTo(/^校正を表示$/);
    await page.keyboard.press('Enter');
    await page.locator('.mark-note').first().waitFor();
    await tabTo(/^1$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**#mark1');
    const entry = page.locator('#mark1');
    expect(await entry.textContent()).toContain('「る」が落ちている');
    // The reason is a page of its own.
    await tabTo(/^文末の「考え。」「である。」は「る」が落ちている$/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/rules/dropped-ru/');
    await page.context().close();
  });

  test('of a page that cannot be fetched are missed in words', async () => {
    const page = await site.visit('/minutes/2012-11-01-isc-31/');
    await page.route('**/*.proof.json', route => route.fulfill({ status: 200, body: 'not json' }));
    await page.getByRole('button', { name: '校正を表示' }).click();
    await page.getByText('校正の記録を読み込めませんでした').waitFor();
    await page.context().close();
  });
});

test('what is shown of the corrections is printed, the switches are not', async () => {
  const page = await site.visit('/minutes/fy2015-sgst-4/?show=edits,scan');
  await page.locator('.scan-line').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const isSeen = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
  for (const printed of ['del.taken', '.mark-note', '.scan-line', '.proof-list li'])
    expect(await isSeen(printed)).toBe(true);
  for (const left of ['.proof-switch', '.tool', '.VPNav', '.VPSidebar']) expect(await isSeen(left)).toBe(false);
  await page.context().close();
});

describe('citations', () => {
  const copied = async (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const PERMISSIONS = { permissions: ['clipboard-read', 'clipboard-write'] };

  test('of a speech name the meeting, the day, the speaker, the number, the address', async () => {
    const page = await site.visit('/minutes/2021-09-27-cs-hq-31/?show=edits', PERMISSIONS);
    await page.locator('#u6').hover();
    await page.locator('#u6 .cite').click();
    await page.locator('#u6').getByText('コピーしました').waitFor();
    expect(await copied(page)).toBe(
      `サイバーセキュリティ戦略本部 第31回 議事概要（2021年9月27日）、野原本部員、発言6、${site.origin}/minutes/2021-09-27-cs-hq-31/#u6`,
    );
    await page.context().close();
  });

  test('of a paragraph that the address names say in which speech it stands', async () => {
    const page = await site.visit('/minutes/2021-09-27-cs-hq-31/', PERMISSIONS);
    const paragraph = page.locator('#u6 + p + p');
    await paragraph.hover();
    await paragraph.locator('.own-link').click();
    await paragraph.locator('.cite').click();
    const id = await paragraph.getAttribute('id');
    expect(id).toMatch(/^p\d+$/);
    expect(await copied(page)).toMatch(new RegExp(`、野原本部員、発言6、段落${id?.slice(1)}、http.*#${id}$`));
    await page.context().close();
  });

  test('of an opinion of nobody named name nobody', async () => {
    const page = await site.visit('/minutes/2012-11-01-isc-31/#u7', PERMISSIONS);
    await page.locator('#u7 .cite').click();
    expect(await copied(page)).toMatch(/議事要旨（2012年11月1日）、発言7、http/);
    await page.context().close();
  });
});

test('a long list of people folds, and is open on paper', async () => {
  const page = await site.visit('/minutes/2012-11-01-isc-31/');
  const person = page.getByRole('cell', { name: '藤村 修' });
  expect(await person.isVisible()).toBe(false);
  await page.getByText('名簿（13行）').click();
  expect(await person.isVisible()).toBe(true);
  await page.reload();
  await page.locator('.cite').first().waitFor({ state: 'attached' }); // what unfolds for paper comes with the tools
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await person.isVisible()).toBe(true);
  await page.context().close();
});
