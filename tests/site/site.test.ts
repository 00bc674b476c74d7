/** Opens the real site in a real browser. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesIn, lostBookmarks, redirectedOrDead } from './hosts.ts';
import { deadLinks } from './links.ts';
import { ROOT, siteUnderTest } from './site-under-test.ts';
import { sameTitles } from './titles.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';

const MINUTES = '/minutes/2021-09-27-cs-hq-31/';
const DOCUMENTS = [
  '/minutes/2012-11-01-isc-31/',
  '/minutes/2013-06-20-ci-committee-32/',
  '/minutes/2014-01-15-policy-slides/',
  '/minutes/fy2015-sgst-4/',
  MINUTES,
];
const PAGES = ['/', '/minutes/', '/glossary/', '/glossary/nisc/', '/rules/', '/about/', '/contributing/', ...DOCUMENTS];

let folder: string;
let site: Visitor;
const open: Visitor['visit'] = (path, options) => site.visit(path, options);

beforeAll(async () => {
  folder = await siteUnderTest();
  site = await visitorOf(folder);
});
afterAll(() => site?.leave());

/** What git says, nothing where there is no repository. */
function git(...words: string[]): string {
  return spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
}

describe('reading', () => {
  test('a click on NISC in minutes lands on its entry, at the name of the time', async () => {
    const page = await open(MINUTES);
    await page.locator('.vp-doc a[href^="/glossary/nisc/#"]', { hasText: 'NISC' }).first().click();
    await page.locator('h1', { hasText: /^NISC/ }).waitFor();
    expect(page.url()).toBe(`${site.origin}/glossary/nisc/#n2`);
    expect(await page.locator('[data-landed]').textContent()).toContain('内閣サイバーセキュリティセンター');
    await page.goBack();
    await page.locator('h1', { hasText: '第31回会合' }).waitFor();
  });

  test('a permanent address opens on any static host, at the speech it names', async () => {
    const page = await open(`${MINUTES}#u2`);
    await expect.poll(() => page.url()).toBe(`${site.origin}${MINUTES}#u2`);
    const top = () => page.locator('#u2').evaluate(element => element.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThan(0);
    expect(await top()).toBeLessThan(DESK.height / 2);
  });

  test('the head of minutes says what the document is', async () => {
    const page = await open('/minutes/2013-06-20-ci-committee-32/');
    const head = ((await page.locator('.minutes-head').textContent()) ?? '').replace(/\s+/g, '');
    for (const words of ['2013年6月20日14:00〜15:40', '重要インフラ専門委員会', '第32回', '議事要旨案', 'か所を訂正'])
      expect(head).toContain(words);
  });

  test('an entry was last updated when its source was, not when the page was made', async () => {
    const source = ['log', '-1', '--format=%ct', '--', 'docs/glossary/nisc.md'];
    const [shallow, time] = [['rev-parse', '--is-shallow-repository'], source].map(words => git(...words));
    const page = await open('/glossary/nisc/');
    const shown = await page
      .locator('.VPDocFooter time')
      .evaluateAll(all => all.map(time => time.getAttribute('datetime')));
    expect(shown).toEqual(shallow === 'false' && time ? [new Date(Number(time) * 1000).toISOString()] : []);
  });

  test('a document without a date shows none', async () => {
    const page = await open('/minutes/fy2015-sgst-4/');
    expect(await page.locator('.minutes-head time').count()).toBe(0);
    expect(await page.locator('.minutes-head').textContent()).toContain('2015年度');
  });

  test('everything can be read without JavaScript', async () => {
    const page = await open(MINUTES, { javaScriptEnabled: false });
    await page.locator('.vp-doc a[href^="/glossary/nisc/#"]').first().click();
    expect(await page.locator('h1').textContent()).toMatch(/^NISC/);
  });

  test.each([PHONE, { width: 800, height: 900 }])(
    'without JavaScript all pages are in reach: $width',
    async viewport => {
      const page = await open('/rules/space-wrap/', { javaScriptEnabled: false, viewport });
      const isOver = async (above: Locator, below: Locator): Promise<boolean> => {
        const [upper, lower] = [await above.boundingBox(), await below.boundingBox()];
        return upper !== null && lower !== null && upper.y + upper.height <= lower.y;
      };
      const menu = page.locator('.VPNavBarMenu');
      expect(await isOver(menu, page.locator('h1'))).toBe(true);
      expect(await isOver(page.locator('main'), page.locator('#VPSidebarNav'))).toBe(true);
      expect(await page.locator('#VPSidebarNav a:visible').count()).toBeGreaterThan(10);
      await menu.getByRole('link', { name: '用語集' }).click();
      await page.getByRole('link', { name: 'NISC', exact: true }).first().click();
      expect(await page.locator('h1').textContent()).toMatch(/^NISC/);
      await menu.getByRole('link', { name: '会議録' }).click();
      expect(await page.locator('main a[href^="/minutes/2"]:visible').count()).toBeGreaterThan(3);
      await page.context().close();
    },
  );

  test('an unknown address gets a Japanese answer', async () => {
    const page = await open('/');
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '/nowhere', textContent: 'x' });
      document.querySelector('h1')?.append(link);
    });
    await page.locator('h1 a[href="/nowhere"]').click();
    expect(await page.locator('.NotFound').textContent()).toContain('ページが見つかりません');
    expect((await fetch(`${site.origin}/nowhere`)).status).toBe(404);
  });
});

describe('finding the way', () => {
  test('the sidebar lists the documents by date, marks the open one', async () => {
    const page = await open(MINUTES);
    const links = page.locator('.VPSidebar a[href^="/minutes/"]:not([href="/minutes/"])');
    expect(await links.evaluateAll(all => all.map(link => link.getAttribute('href')))).toEqual(DOCUMENTS);
    expect(await page.locator('.VPSidebar [aria-current="page"]').getAttribute('href')).toBe(MINUTES);
  });

  test('the sidebar of the glossary shows the open entry among its neighbours, the other groups as links', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open('/glossary/nisc/', { javaScriptEnabled });
      const current = page.locator('.VPSidebar [aria-current="page"]');
      expect(await current.getAttribute('href')).toBe('/glossary/nisc/');
      const { y = 0, height = 0 } = (await current.boundingBox()) ?? {};
      expect(y).toBeGreaterThan(0);
      expect(y + height).toBeLessThan(DESK.height);
      expect(await page.locator('.VPSidebar li a').count()).toBeLessThanOrEqual(17);
      expect(await page.locator('.VPSidebar a[href="/glossary/?category=law"]').isVisible()).toBe(true);
      expect(await page.locator('.VPDocAsideOutline a[href="#mentions"]').isVisible()).toBe(true);
    }
  });

  test('a heading has a link to itself, named in Japanese', async () => {
    const page = await open(MINUTES, { javaScriptEnabled: false }); // with scripts it is the button of a menu
    const link = page.locator('.vp-doc h2 .header-anchor').first();
    expect(await link.getAttribute('aria-label')).toBe('この見出しへのリンク');
    expect(await link.getAttribute('href')).toBe('#s1');
  });

  test('the outline leads to a section', async () => {
    const page = await open(MINUTES);
    const link = page.locator('.VPDocAsideOutline .outline-link').last();
    await link.click();
    const id = decodeURIComponent((await link.getAttribute('href')) ?? '').slice(1);
    const inView = () =>
      page.evaluate(name => (document.getElementById(name)?.getBoundingClientRect().top ?? 1e9) < innerHeight, id);
    await expect.poll(inView).toBe(true);
  });

  test('a phone has the list of documents behind a button', async () => {
    const page = await open(MINUTES, { viewport: PHONE });
    await page.locator('.VPLocalNav button.menu').click();
    await page.locator(`.VPSidebar.open a[href="${DOCUMENTS[0]}"]`).click();
    await page.waitForURL(site.origin + DOCUMENTS[0]);
  });
});

describe('how it looks', () => {
  test('the dark colours are kept', async () => {
    const page = await open('/');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.locator('.VPNavBarAppearance button').click();
    await expect.poll(() => page.evaluate(() => document.documentElement.className)).toContain('dark');
    await page.reload();
    expect(await background()).not.toBe(light);
  });

  test.each(PAGES)('%s fits a phone', async path => {
    const page = await open(path, { viewport: PHONE });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess).toBeLessThanOrEqual(0);
  });

  test('a line has 40 characters at most', async () => {
    const page = await open(MINUTES);
    const longest = await page
      .locator('.vp-doc p')
      .evaluateAll(paragraphs =>
        Math.max(...paragraphs.map(p => p.clientWidth / Number.parseFloat(getComputedStyle(p).fontSize))),
      );
    expect(longest).toBeLessThanOrEqual(40);
  });

  test('no English word of VitePress is left', async () => {
    for (const path of ['/', '/nowhere', MINUTES, '/glossary/nisc/']) {
      const html = (await (await fetch(site.origin + path)).text()).replace(/<main[\s\S]*<\/main>/, '');
      const labels = [...html.matchAll(/(?:aria-label|title)="([^"]*)"|visually-hidden[^>]*>([^<]*)</g)];
      const words = labels
        .map(([, label, hidden]) => label ?? hidden ?? '')
        .filter(word => /^[\sA-Za-z"]+$/.test(word));
      expect(words.filter(word => word.trim())).toEqual([]);
    }
  });
});

test('every link inside the site lands', () => {
  expect(deadLinks(folder)).toEqual([]);
});

test('no two pages have one title', () => {
  expect(sameTitles(folder)).toEqual([]);
});

test('no host redirects an address of the site', async () => {
  const addresses = addressesIn(folder, { base: '/' });
  expect([...addresses.keys()].filter(path => path.endsWith('/')).length).toBeGreaterThan(230);
  const page = await open(`/search/?q=${encodeURIComponent('情報')}`);
  await page.locator('.search-document a').first().waitFor();
  for (const path of await page
    .locator('.search-document a')
    .evaluateAll(all => all.map(link => (link as HTMLAnchorElement).pathname)))
    addresses.set(path, 'the search');
  expect(redirectedOrDead(addresses, folder, { base: '/' })).toEqual([]);
});

test('earlier forms of an address land', async () => {
  for (const path of ['/glossary/nisc', '/glossary/nisc.html']) {
    const page = await open(`${path}#n2`);
    await page.locator('h1', { hasText: /^NISC/ }).waitFor();
    await expect.poll(() => page.url()).toBe(`${site.origin}/glossary/nisc/#n2`);
  }
  const rules = readFileSync(join(folder, '_redirects'), 'utf8').split('\n');
  expect(rules).toContain('/glossary/nisc.html /glossary/nisc/ 301');
  for (const [, to = ''] of rules.map(rule => rule.split(' ')))
    expect(existsSync(join(folder, decodeURI(to).replace(/#.*/, ''), 'index.html')), to).toBe(true);
});

test('on every host a bookmark of an address with .html leads to its page', () => {
  const pages = [...addressesIn(folder, { base: '/' }).keys()].map(path => decodeURI(path.slice(1)));
  const bookmarks = new Map(
    pages.filter(path => /^[^/]+\/[^/]+\/$/.test(path)).map(path => [path.replace(/\/$/, '.html'), path]),
  );
  expect(bookmarks.size).toBeGreaterThan(230);
  expect(lostBookmarks(bookmarks, folder)).toEqual([]);
});

test('nothing was wrong in any page, nothing asked of another host', () => {
  expect(site.troubles).toEqual([]);
});
