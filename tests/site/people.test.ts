/** Opens the pages of people and bodies in a real browser: their addresses are Japanese. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { attendanceOf } from '@tsuzuri/book/bodies';
import { noCache } from '@tsuzuri/book/cache';
import { BODIES_INDEX, BODY } from '@tsuzuri/book/pages/body';
import type { Relations } from '@tsuzuri/book/pages/page';
import { PEOPLE_INDEX, PERSON } from '@tsuzuri/book/pages/person';
import type { Page } from '@tsuzuri/core/book';
import { labelsIn } from '@tsuzuri/core/labels';
import { parsePage } from '@tsuzuri/core/markdown';
import { printSite } from '@tsuzuri/print/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../seeds.ts';
import { deadLinks } from './links.ts';
import { siteUnderTest } from './site-under-test.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

const MINUTES = '/minutes/2021-09-27-cs-hq-31/';

describe('the site', () => {
  let folder: string;
  let site: Visitor;
  beforeAll(async () => {
    folder = await siteUnderTest();
    site = await visitorOf(folder);
  });
  afterAll(() => site?.leave());
  const titleOf = (name: string) => ({ hasText: new RegExp(`^${name}`) });

  test('a person has an address of their own, percent-encoded or not', async () => {
    for (const path of ['/people/村井純/', encodeURI('/people/村井純/')]) {
      const page = await site.visit(path);
      expect(await page.locator('h1').textContent()).toContain('村井 純');
    }
  });

  test('from the list of those who attended to the person, to what they said, and back by the speaker’s label', async () => {
    const page = await site.visit(MINUTES);
    await page.locator('.opening summary').click();
    await page.locator('td a', { hasText: '村井 純' }).click();
    await page.locator('h1', titleOf('村井 純')).waitFor();
    expect(decodeURI(page.url())).toBe(`${site.origin}/people/村井純/`);
    await page.locator(`.vp-doc a[href="${MINUTES}#u9"]`).click();
    await page.waitForURL(`${site.origin}${MINUTES}#u9`);
    const speaker = page.locator('#u9 a[href="/people/村井純/"]');
    expect(await speaker.textContent()).toBe('村井本部員');
    expect(await speaker.getAttribute('title')).toBe('村井 純');
    await speaker.click();
    await page.locator('h1', titleOf('村井 純')).waitFor();
  });

  test('from the head of minutes to the body, to the one above it', async () => {
    const page = await site.visit('/minutes/2013-06-20-ci-committee-32/');
    await page.getByText('この文書について').click();
    await page.locator('.minutes-head a', { hasText: '重要インフラ専門委員会' }).click();
    await page.locator('h1', titleOf('重要インフラ専門委員会')).waitFor();
    await page.locator('.vp-doc :is(td, dd) a', { hasText: '情報セキュリティ政策会議' }).click();
    await page.locator('h1', titleOf('情報セキュリティ政策会議')).waitFor();
    expect(await page.locator('.vp-doc').textContent()).toContain('樽床 伸二');
  });

  test('the list of minutes leads to both lists, without JavaScript as well', async () => {
    for (const [words, title] of [
      ['会議体から探す', '会議体'],
      ['人から探す', '出席者と発言者'],
    ]) {
      const page = await site.visit('/minutes/', { javaScriptEnabled: false });
      await page.locator('.vp-doc a', { hasText: words ?? '' }).click();
      expect(await page.locator('h1').textContent()).toContain(title);
    }
  });

  test('the table of those who attended says what it said, each name leads somewhere', async () => {
    const page = await site.visit('/minutes/2012-11-01-isc-31/');
    expect(await page.locator('td a[href^="/people/"]').count()).toBe(22);
    expect(await page.locator('tr', { hasText: '樽床 伸二' }).textContent()).toMatch(
      /樽床 伸二\s*総務大臣\s*\(藤末 健三 総務副大臣代理出席\)/,
    );
  });

  test.each(['/people/', '/people/丸川珠代/', '/bodies/', '/bodies/情報セキュリティ政策会議/'])(
    '%s fits a phone',
    async path => {
      const page = await site.visit(path, { viewport: PHONE });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
    },
  );

  test('every link lands, nothing went wrong', () => {
    expect(deadLinks(folder)).toEqual([]);
    expect(site.troubles).toEqual([]);
  });
});

const BASE = '/below/';
const ATTENDEES = `
| 氏名 | 役職 |
| - | - |
| 林　真 | 委員 |
| 小林 真 | 委員 |
| J. Smith | 顧問 |
| 事務局 | 3名 |

- 委員長 赤羽一嘉君
`;

describe('a site below a path, with names of all kinds', () => {
  const build = mkdtempSync(join(tmpdir(), 'tsuzuri-people-'));
  const folder = join(build, 'site');
  let site: Visitor;
  const minutes = ['a', 'b'].map(name => {
    const matter = {
      kind: 'minutes',
      title: name,
      body: name === 'a' ? 'IoT/5G 推進会議(仮称)#1 100%?' : '推進<b>{{ 1+1 }}</b>部会',
      parent: '..本部',
      attendees: ['林 真', '小林 真', 'J. Smith', '事務局', '赤羽一嘉'].map(name => ({ name, role: '{{ 1+1 }}' })),
      speeches: [{ id: 'u1', label: '林委員', name: '林 真' }],
    };
    const body = `# ${name}\n${ATTENDEES}\n## 林委員 {#u1}\n\nはい。`;
    return parsePage(`minutes/${name}`, `---\n${JSON.stringify(matter)}\n---\n${body}`);
  });

  beforeAll(async () => {
    const texts = ['index', 'minutes/index'].map(path => parsePage(path, '---\nkind: text\n---\n# 表紙'));
    const relations = {
      attendance: attendanceOf(minutes),
      terms: [],
      readings: new Map(),
      kana: new Map([['people/林真', 'はやし しん']]),
      cache: noCache,
      label: labelsIn('ja'),
    } as Partial<Relations>;
    const people = [PERSON, BODY, PEOPLE_INDEX, BODIES_INDEX].flatMap(({ make }) => make(relations as Relations, []));
    const pages: Page[] = [...texts, ...minutes, ...(people as Page[])];
    for (const { path, markdown } of pages) {
      mkdirSync(dirname(join(build, 'pages', path)), { recursive: true });
      writeFileSync(join(build, 'pages', `${path}.md`), markdown);
    }
    writeFileSync(join(build, 'book.json'), JSON.stringify({ pages }));
    await printSite(PROJECT, { build, base: BASE });
    site = await visitorOf(folder, BASE);
  });
  afterAll(async () => {
    await site?.leave();
    rmSync(build, { recursive: true, force: true });
  });

  test('each name leads to its own person, an office to nobody', async () => {
    const page = await site.visit(`${BASE}minutes/a`);
    const links = page.locator('.vp-doc a[href*="/people/"]');
    expect(await links.evaluateAll(all => all.map(link => [link.textContent, link.getAttribute('href')]))).toEqual([
      ['林　真', '/below/people/林真/'],
      ['小林 真', '/below/people/小林真/'],
      ['J. Smith', '/below/people/j．smith/'],
      ['赤羽一嘉', '/below/people/赤羽一嘉/'],
      ['林委員', '/below/people/林真/'],
    ]);
    await links.nth(2).click();
    await page.locator('h1', { hasText: 'J. Smith' }).waitFor();
  });

  test('a body with marks in its name opens by a click and by its address, and runs nothing', async () => {
    const page = await site.visit(`${BASE}minutes/a`);
    await page.getByText('この文書について').click();
    await page.locator('.minutes-head a', { hasText: 'IoT/5G' }).click();
    await page.locator('h1', { hasText: 'IoT/5G 推進会議(仮称)#1 100%?' }).waitFor();
    await page.reload();
    await page.locator('.vp-doc :is(td, dd) a', { hasText: '..本部' }).click();
    await page.locator('h1', { hasText: '..本部' }).waitFor();
    expect(await page.locator('.vp-doc').textContent()).toContain('推進<b>{{ 1+1 }}</b>部会');
  });

  test('every link lands, nothing went wrong', () => {
    expect(deadLinks(folder, BASE)).toEqual([]);
    expect(site.troubles).toEqual([]);
  });
});
