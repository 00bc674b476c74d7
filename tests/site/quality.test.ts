/** Holds the site to WCAG 2.2 AA, to valid HTML, to its weight, in a real browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { groupBy } from '@tsuzuri/core/collections';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathsIn } from './hosts.ts';
import { siteUnderTest } from './site-under-test.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';
import { MOST_KB, weightOf } from './weight.ts';

let folder: string;
let site: Visitor;
beforeAll(async () => {
  folder = await siteUnderTest();
  site = await visitorOf(folder);
});
afterAll(() => site?.leave());

const LONGEST = '/minutes/2021-09-27-cs-hq-31/';

/** No such page; it looks for the words of its address. */
const LOST = '/minutes/cymat/';

/** A view of the site: an address, and what a reader does there. */
const VIEWS: readonly {
  readonly name: string;
  readonly path: string;
  readonly act?: (page: Page) => Promise<unknown>;
}[] = [
  { name: 'home', path: '/' },
  { name: 'minutes', path: '/minutes/2012-11-01-isc-31/' },
  {
    name: 'minutes with corrections',
    path: '/minutes/fy2015-sgst-4/?show=edits,scan',
    act: page => page.locator('.scan-line').first().waitFor(),
  },
  {
    name: 'minutes with a popover',
    path: LONGEST,
    act: async page => {
      await page.locator('.vp-doc p a[href*="/glossary/"]').first().focus();
      await page.locator('.entry-popover').first().waitFor();
    },
  },
  { name: 'slides', path: '/minutes/2014-01-15-policy-slides/' },
  { name: 'entry', path: '/glossary/nisc/' },
  { name: 'glossary', path: '/glossary/' },
  { name: 'person', path: `/people/${encodeURIComponent('村井純')}` },
  { name: 'body', path: `/bodies/${encodeURIComponent('サイバーセキュリティ戦略本部')}` },
  { name: 'rule', path: '/rules/space-wrap/' },
  { name: 'rules', path: '/rules/' },
  {
    name: 'search dialog',
    path: '/minutes/2012-11-01-isc-31/',
    act: async page => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').fill('NISC');
      await page.locator('.search-dialog .search-document').first().waitFor();
    },
  },
  { name: 'search page', path: '/search/', act: page => page.locator('.search-page[data-ready]').waitFor() },
  {
    name: 'search page with results',
    path: `/search/?q=${encodeURIComponent('じょうほう')}`,
    act: page => page.locator('.search-document').first().waitFor(),
  },
  {
    name: 'lost page with results',
    path: LOST,
    act: page => page.locator('.search-document').first().waitFor(),
  },
  {
    name: 'outline of a phone',
    path: LONGEST,
    act: async page => {
      const outline = page.locator('.VPLocalNavOutlineDropdown button').first();
      if (await outline.isVisible()) await outline.click();
    },
  },
  {
    name: 'search with nothing found',
    path: `/search/?q=${encodeURIComponent('"情報" "ぬぬぬぬ"')}`,
    act: page => page.locator('.search-nearest').waitFor(),
  },
];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Axe {
  readonly run: (
    options: object,
  ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** What axe finds wrong, a line each. */
async function violations(page: Page): Promise<string[]> {
  // Through the debugger: the policy of the site lets no script in.
  await page.evaluate(AXE);
  return page.evaluate(async tags => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  }, STANDARD);
}

type Look = 'light' | 'dark';
const NIGHTLY = process.env.TSUZURI_NIGHTLY !== undefined;
/** For a change one look on a phone, where the most goes wrong; at night both looks on both screens. */
const LOOKS: readonly (readonly [name: string, viewport: typeof DESK, looks: readonly Look[]])[] = NIGHTLY
  ? [
      ['phone', PHONE, ['light', 'dark']],
      ['desk', DESK, ['light', 'dark']],
    ]
  : [['phone', PHONE, ['light']]];

describe.each(VIEWS)('$name', ({ path, act }) => {
  test.each(LOOKS)('has nothing that axe objects to: %s', async (_, viewport, looks) => {
    const page = await site.visit(path, { viewport, colorScheme: looks[0] ?? 'light', reducedMotion: 'reduce' });
    await act?.(page);
    for (const look of looks) {
      await page.emulateMedia({ colorScheme: look });
      await page.locator(look === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor();
      expect(await violations(page)).toEqual([]);
    }
    const isWider = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWider).toBe(false);
    await page.context().close();
  });

  // What somebody asked for may move the page.
  test.skipIf(path.includes('?show'))('stands still while it loads', async () => {
    const page = await site.visit('/about/');
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
    await page.context().close();
  });
});

/** What VitePress itself writes, and would only be said once for each page. */
const THEIRS = {
  'attribute-misuse': 'off', // <link rel="preload stylesheet" as="style">
  'no-trailing-whitespace': 'off',
  'text-content': 'off', // buttons named by aria-labelledby
  'no-implicit-button-type': 'off',
  'no-inline-style': 'off',
  'prefer-native-element': 'off',
  'no-dup-class': 'off',
  'valid-id': ['error', { relaxed: true }], // an id may begin with any letter, as HTML has it
} as const;

/** For a change the first and the last page of each folder, at night all. */
function pagesToJudge(): string[] {
  const all = pathsIn(folder).filter(file => file.endsWith('.html'));
  expect(all.length).toBeGreaterThan(150);
  if (NIGHTLY) return all;
  const folders = groupBy(all, file => file.split('/').slice(0, -2).join('/'));
  return [...folders.values()].flatMap(files => [...new Set([files[0], files.at(-1)])].map(String));
}

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: THEIRS as never });
  const found: string[] = [];
  for (const file of pagesToJudge()) {
    const { results } = await validator.validateString(readFileSync(join(folder, file), 'utf8'), file);
    for (const { messages } of results)
      found.push(...messages.map(({ ruleId, message, selector }) => `${file}: ${ruleId}: ${message} ${selector}`));
  }
  expect(found).toEqual([]);
});

test.each([
  '/',
  '/minutes/',
  '/minutes/2012-11-01-isc-31/',
  '/minutes/2013-06-20-ci-committee-32/',
  '/minutes/2014-01-15-policy-slides/',
  '/minutes/fy2015-sgst-4/',
  LONGEST,
  '/glossary/nisc/',
  '/glossary/',
  '/people/村井純/',
  '/people/',
  '/bodies/サイバーセキュリティ戦略本部/',
  '/search/',
  '/compare/',
  '/compare/?a=minutes/2012-11-01-isc-31&b=minutes/2021-09-27-cs-hq-31',
  '/offline/',
  '/rules/',
  '/rules/space-wrap/',
  '/contributing/',
])('%s is light', async path => {
  const weight = await weightOf(site, path);
  console.log(`${path}: ${weight.toFixed(1)} kB, compressed`);
  expect(weight).toBeLessThanOrEqual(MOST_KB);
});

const KINDS = ['/', '/minutes/2012-11-01-isc-31/', '/glossary/nisc/', '/glossary/', '/search/', '/people/', '/rules/'];

test.each(KINDS)('%s asks for no names of days and numbers, whose first use blocks a phone', async path => {
  const page = await site.visit('/about/');
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    for (const name of ['DateTimeFormat', 'NumberFormat', 'Collator', 'Segmenter', 'PluralRules'] as const)
      Object.assign(Intl, {
        [name]: new Proxy(Intl[name], {
          construct(target, given) {
            asked.push(name);
            return Reflect.construct(target, given);
          },
        }),
      });
    for (const [owner, name] of [
      [Number, 'toLocaleString'],
      [Date, 'toLocaleString'],
      [Date, 'toLocaleDateString'],
      [String, 'localeCompare'],
    ] as const) {
      const theirs: () => unknown = Reflect.get(owner.prototype, name);
      Object.assign(owner.prototype, {
        [name](...given: []) {
          asked.push(name);
          return theirs.apply(this, given);
        },
      });
    }
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  expect(await asked()).toEqual([]);
  await page.evaluate(() => `${new Intl.NumberFormat('ja').format(1)}${(1).toLocaleString()}`);
  expect(await asked()).toEqual(['NumberFormat', 'toLocaleString']);
  await page.context().close();
});

/** Opens a page whose parts do not come alive before `goOn`. */
async function heldBack(path: string) {
  const page = await site.visit('/about/', { viewport: PHONE });
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    Object.assign(window, { waiting, requestIdleCallback: (part: () => void) => waiting.push(part) });
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  const goOn = () =>
    page.evaluate(() => {
      const { waiting } = window as unknown as { waiting: (() => void)[] };
      const parts = waiting.splice(0);
      for (const part of parts) part();
      return parts.length;
    });
  return { page, goOn };
}

test('parts of a page come alive one after another', async () => {
  const { page, goOn } = await heldBack('/minutes/2012-11-01-isc-31/');
  const menu = page.locator('.VPNavBarHamburger');
  const edits = page.locator('.proof-switch button').first();
  await menu.click();
  expect(await menu.getAttribute('aria-expanded')).toBe('false');
  expect(await edits.isDisabled()).toBe(true);
  expect(await goOn()).toBeGreaterThanOrEqual(4);
  await menu.click();
  await page.locator('.VPNavScreen').waitFor();
  await menu.click();
  await edits.click();
  await page.locator('.proof-list').first().waitFor();
  await page.context().close();
});

test('who goes on before a page is alive gets the next one whole', async () => {
  const { page, goOn } = await heldBack('/minutes/2012-11-01-isc-31/');
  await page.locator('.vp-doc a[href="/glossary/caac/"]').first().click();
  await page.waitForURL('**/glossary/caac/');
  await page.locator('.page-term h1').waitFor();
  await goOn();
  await page.locator('.VPSidebar a[href="/glossary/caac/"][aria-current]').waitFor({ state: 'attached' });
  await page.goBack();
  await page.locator('.minutes-head').waitFor();
  await goOn();
  await page.locator('.proof-switch button').first().click();
  await page.locator('.proof-list').first().waitFor();
  expect(await page.locator('.vp-doc h1').count()).toBe(1);
  await page.context().close();
});

test('a page loads no program of another page, and does not grow with the site', async () => {
  const page = await site.visit('/about/');
  const scripts: string[] = [];
  page.on('response', response => {
    if (response.url().endsWith('.js')) scripts.push(decodeURI(new URL(response.url()).pathname));
  });
  await page.goto(`${site.origin}/glossary/nisc/`, { waitUntil: 'networkidle' });
  expect(scripts.filter(path => path.includes('.md.'))).toEqual([expect.stringContaining('/glossary_nisc_index.md.')]);
  const metadata = readFileSync(join(folder, String(scripts.find(path => path.includes('/metadata.')))), 'utf8');
  expect(metadata).not.toContain('glossary_');
  await page.locator('.VPSidebar a[href="/glossary/"]').click();
  await page.locator('h1', { hasText: '用語集' }).waitFor();
  await page.context().close();
});

test('nothing was said on the console, nothing asked of another host', () => {
  expect(site.troubles.filter(trouble => !trouble.endsWith(`(Not Found) ${site.origin}${LOST}`))).toEqual([]);
});
