/** Proves that a link to the glossary shows its entry: to a pointer, to the keyboard, to a finger. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteUnderTest } from './site-under-test.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';

const OF_2012 = '/minutes/2012-11-01-isc-31/';
const OF_2021 = '/minutes/2021-09-27-cs-hq-31/';
const UNDATED = '/glossary/cymat/';
const FINGER = { viewport: PHONE, hasTouch: true, isMobile: true };

let folder: string;
let site: Visitor;

beforeAll(async () => {
  folder = await siteUnderTest();
  site = await visitorOf(folder);
});
afterAll(() => site?.leave());

const nisc = (page: Page): Locator => page.locator('.vp-doc a[href^="/glossary/nisc/"]').first();
const popover = (page: Page): Locator => page.locator('.entry-popover');

/** Comes to the link by the Tab key from a place just before it. */
async function tabTo(page: Page, link: Locator): Promise<void> {
  await link.evaluate(element => {
    const before = Object.assign(document.createElement('span'), { tabIndex: 0 });
    element.before(before);
    before.focus();
    before.addEventListener('blur', () => before.remove());
  });
  await page.keyboard.press('Tab');
}

describe('a pointer', () => {
  test.each([
    [
      OF_2012,
      '当時の名称',
      ['内閣官房情報セキュリティセンター', 'National Information Security Center', '2005年4月25日'],
    ],
    [OF_2021, '当時の名称', ['内閣サイバーセキュリティセンター', '2015年1月9日〜2025年6月30日']],
    [
      UNDATED,
      '時期により',
      ['内閣官房情報セキュリティセンター', '内閣サイバーセキュリティセンター', '国家サイバー統括室'],
    ],
  ])('on NISC in %s is told %s', async (path, label, names) => {
    const page = await site.visit(path);
    await nisc(page).hover();
    const said = (await popover(page).textContent()) ?? '';
    for (const words of ['NISC', 'ニスク', label, ...names, '内閣官房の組織の略称です。'])
      expect(said).toContain(words);
    const all = ['内閣官房情報セキュリティセンター', '内閣サイバーセキュリティセンター', '国家サイバー統括室'];
    expect(all.filter(name => said.includes(name))).toEqual(all.filter(name => names.includes(name)));
  });

  test('can move into the popover, follow it to all places; the popover is gone on the next page', async () => {
    const page = await site.visit(OF_2012);
    await nisc(page).hover();
    const places = popover(page).getByRole('link', { name: /^すべての箇所（\d+）$/ });
    await places.hover();
    await page.waitForTimeout(500);
    await places.click();
    await page.waitForURL(`${site.origin}/glossary/nisc/#mentions`);
    await expect.poll(() => popover(page).count()).toBe(0);
  });

  test('that goes away closes it, that only passes by opens nothing', async () => {
    const page = await site.visit(OF_2012);
    await nisc(page).hover();
    await popover(page).waitFor();
    await page.mouse.move(5, 5);
    await expect.poll(() => popover(page).count()).toBe(0);
    await nisc(page).hover();
    await page.mouse.move(5, 5);
    await page.waitForTimeout(600);
    expect(await popover(page).count()).toBe(0);
  });

  test('sees no second tooltip, no text that moves; a quiet mention stays quiet', async () => {
    const page = await site.visit(OF_2012);
    const look = () =>
      page.locator('.vp-doc').evaluate(text =>
        Array.from(text.querySelectorAll('a[href^="/glossary/"], p, li'), element => {
          if (element.closest('.entry-popover')) return [];
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y + scrollY, width, height].map(Math.round).join(' ');
        }).flat(),
      );
    const title = await nisc(page).getAttribute('title');
    const before = await look();
    await nisc(page).hover();
    await popover(page).waitFor();
    expect([await nisc(page).getAttribute('title'), await look()]).toEqual(['', before]);
    await page.keyboard.press('Escape');
    expect([await nisc(page).getAttribute('title'), await popover(page).count()]).toEqual([title, 0]);
    const quiet = page.locator('.vp-doc a[href="/glossary/asean/"]:not([title])').first();
    await quiet.hover();
    await popover(page).waitFor();
    await page.mouse.move(5, 5);
    await expect.poll(() => popover(page).count()).toBe(0);
    expect(await quiet.getAttribute('title')).toBeNull();
  });
});

describe('the keyboard', () => {
  test('opens it by coming to the link, goes on into it, leaves it behind', async () => {
    const page = await site.visit(OF_2012);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await tabTo(page, nisc(page));
    await popover(page).waitFor();
    const described = (await nisc(page).getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${described}`).textContent()).toContain('内閣官房情報セキュリティセンター');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('項目を読む');
    await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^すべての箇所/);
    await page.waitForTimeout(500);
    expect(await popover(page).count()).toBe(1);
    await page.keyboard.press('Tab');
    await expect.poll(() => nisc(page).getAttribute('aria-describedby')).toBeNull();
  });

  test('closes it with Esc, from the link or from inside, and stays on the link', async () => {
    const page = await site.visit(OF_2012);
    for (const keys of [[], ['Tab']]) {
      await tabTo(page, nisc(page));
      await popover(page).waitFor();
      for (const key of [...keys, 'Escape']) await page.keyboard.press(key);
      await page.waitForTimeout(500);
      expect(await popover(page).count()).toBe(0);
      expect(await nisc(page).evaluate(link => link === document.activeElement)).toBe(true);
    }
  });
});

describe('a finger', () => {
  test('shows the entry by one tap, puts it away by a tap elsewhere, follows the link by a second one', async () => {
    const page = await site.visit(OF_2012, FINGER);
    await nisc(page).tap();
    await popover(page).waitFor();
    expect(page.url()).toBe(site.origin + OF_2012);
    await page.touchscreen.tap(3, 300);
    expect(await popover(page).count()).toBe(0);
    await nisc(page).tap();
    await popover(page).waitFor();
    await nisc(page).tap();
    await page.waitForURL(`${site.origin}/glossary/nisc/#n1`);
    await popover(page).waitFor({ state: 'detached' });
  });

  test('follows a link inside it', async () => {
    const page = await site.visit(OF_2012, FINGER);
    await nisc(page).tap();
    await popover(page).getByRole('link', { name: '項目を読む' }).tap();
    await page.waitForURL(`${site.origin}/glossary/nisc/#n1`);
  });

  test('follows the link at once where the site does not answer', async () => {
    const page = await site.visit(OF_2012, FINGER);
    await page.route('**/*.terms.json', route => route.fulfill({ status: 200, body: 'not JSON' }));
    await nisc(page).tap();
    await page.waitForURL(`${site.origin}/glossary/nisc/#n1`);
  });
});

describe.each([
  ['in the top layer', true],
  ['in a browser without one', false],
])('%s', (_, hasTopLayer) => {
  test.each([
    ['a phone', PHONE],
    ['a low window', { width: 667, height: 375 }],
    ['a desk', DESK],
  ])('it stays inside %s and beside its link', async (_, viewport) => {
    const page = await site.visit(OF_2021, { viewport });
    if (!hasTopLayer) await page.evaluate(() => Reflect.deleteProperty(HTMLElement.prototype, 'showPopover'));
    const links = page.locator('.vp-doc a[href^="/glossary/"]');
    for (const index of [0, 9, 20, 40, (await links.count()) - 1]) {
      const link = links.nth(index);
      await link.hover();
      await page.locator('a[aria-describedby] + .entry-popover').waitFor();
      const [box, lines] = await Promise.all([
        popover(page).evaluate(panel => panel.getBoundingClientRect().toJSON()),
        link.evaluate(element => Array.from(element.getClientRects(), rect => [rect.top, rect.bottom])),
      ]);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(viewport.width);
      expect(box.bottom).toBeLessThanOrEqual(viewport.height);
      const [top, bottom] = [lines.at(0)?.[0] ?? 0, lines.at(-1)?.[1] ?? 0];
      expect(Math.min(Math.abs(box.top - bottom), Math.abs(top - box.bottom))).toBeLessThan(8);
      await page.keyboard.press('Escape');
      await page.mouse.move(2, 2);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test('a page asks once, and only when somebody points at a term', async () => {
  const page = await site.visit(OF_2012);
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await page.mouse.move(5, 5);
  expect(asked.filter(path => path.startsWith('/data/'))).toEqual([]);
  for (const link of (await page.locator('.vp-doc a[href^="/glossary/"]').all()).slice(0, 2)) {
    await link.hover();
    await page.locator('a[aria-describedby] + .entry-popover').waitFor();
  }
  expect(asked.filter(path => path.startsWith('/data/'))).toEqual([`/data${OF_2012.slice(0, -1)}.terms.json`]);
});

test('each page offers exactly the entries that it links to', () => {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('index.html'));
  expect(pages.length).toBeGreaterThan(100);
  for (const file of pages) {
    if (file === 'index.html') continue; // it also lists what is new, which no text names
    const html = readFileSync(join(folder, file), 'utf8');
    if (html.includes('http-equiv="refresh"')) continue; // only leads to another page
    const [main = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
    const linked = new Set(Array.from(main.matchAll(/href="\/glossary\/([^"/#]+)\/?(?:#[^"]*)?"/g), ([, id]) => id));
    const isList = /^(?:index\.html|(?:minutes|glossary|rules|people|bodies).index\.html)$/.test(file);
    const path = isList ? file.replace(/\.html$/, '') : file.replace(/.index\.html$/, '');
    const offered = JSON.parse(readFileSync(join(folder, 'data', `${path}.terms.json`), 'utf8')) as object;
    expect([path, Object.keys(offered).sort()]).toEqual([path, [...linked].sort()]);
    expect(JSON.stringify(offered)).not.toMatch(/\]\(\/|\{#|<br/);
  }
});

test('nothing was wrong in any page, nothing asked of another host', () => {
  expect(site.troubles).toEqual([]);
});
