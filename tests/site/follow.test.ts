/** Follows, compares and looks up what the site has: feeds, terms in context, two documents, home, the page that says 404. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteUnderTest } from './site-under-test.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

let folder: string;
let site: Visitor;
beforeAll(async () => {
  folder = await siteUnderTest();
  site = await visitorOf(folder);
});
afterAll(() => site?.leave());

const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll(all => all.map(node => (node.textContent ?? '').trim()));

describe('feeds', () => {
  interface Item {
    readonly id: string;
    readonly url: string;
    readonly title: string;
    readonly content_text: string;
    readonly date_modified: string;
  }
  const NAME = /(?:^|\/)feed\.json$/;
  const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

  test('each says the same as Atom and as JSON, by the rules of both', async () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => NAME.test(name));
    for (const kind of ['glossary', 'people', 'bodies'])
      expect(names.filter(name => name.startsWith(kind)).length, kind).toBeGreaterThan(3);
    const page = await site.visit('/about/', { javaScriptEnabled: true });
    for (const name of names) {
      const feed = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const items: Item[] = feed.items;
      expect(feed, name).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        title: expect.stringMatching(/./),
      });
      expect(items.length, name).toBeGreaterThan(0);
      expect(items.length, name).toBeLessThanOrEqual(50);
      for (const { id, url, title, content_text, date_modified } of items) {
        expect([id, title, content_text].every(Boolean), name).toBe(true);
        expect(date_modified).toMatch(DATE);
        expect(existsSync(join(folder, decodeURI(new URL(url, 'http://host').pathname), 'index.html')), url).toBe(true);
      }
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      const xml = readFileSync(join(folder, name.replace(/json$/, 'xml')), 'utf8');
      expect(await atomIn(page, xml), name).toEqual(
        items.map(({ id, url, title, content_text, date_modified }) => [id, title, url, date_modified, content_text]),
      );
    }
  });

  /** What RFC 4287 wants of each entry, in the order in which we write it. */
  const atomIn = (page: Page, xml: string): Promise<string[][]> =>
    page.evaluate(xml => {
      const { documentElement: feed } = new DOMParser().parseFromString(xml, 'application/xml');
      const parts = (node: Element, names: string[]): string[] =>
        names.map(name => {
          const found = [...node.children].filter(({ localName }) => localName === name);
          if (found.length !== 1) throw new Error(`${name}: ${found.length}`);
          return found[0]?.getAttribute('href') ?? found[0]?.textContent ?? '';
        });
      if (feed.namespaceURI !== 'http://www.w3.org/2005/Atom') throw new Error(feed.namespaceURI ?? '');
      if (parts(feed, ['id', 'title', 'updated', 'author']).some(part => part === '')) throw new Error('empty');
      const entries = [...feed.children].filter(({ localName }) => localName === 'entry');
      return entries.map(entry => parts(entry, ['id', 'title', 'link', 'updated', 'summary']));
    }, xml);

  test.each([
    ['/glossary/nisc/', '/glossary/nisc/feed', 3],
    ['/people/村井純/', '/people/%E6%9D%91%E4%BA%95%E7%B4%94/feed', 2],
    ['/bodies/情報セキュリティ政策会議/', undefined, 1],
    ['/minutes/2012-11-01-isc-31/', `/bodies/${encodeURIComponent('情報セキュリティ政策会議')}/feed`, 1],
    ['/minutes/2014-01-15-policy-slides/', '/minutes/2014-01-15-policy-slides/feed', 1],
    ['/minutes/', '/feed', 5],
    ['/', '/feed', 5],
  ])('%s links its feeds where readers and programs see them', async (path, feed, documents) => {
    const page = await site.visit(path, { javaScriptEnabled: false });
    const links = page.locator('.follow-line a');
    expect((await textsOf(page, '.follow-line a')).slice(0, 2)).toEqual(['Atom', 'JSON']);
    const hrefs = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''));
    const addresses = hrefs.slice(0, 2);
    if (feed) expect(addresses).toEqual([`${feed}.xml`, `${feed}.json`]);
    const head = await page
      .locator('head link[rel="alternate"]')
      .evaluateAll(all => all.map(link => link.getAttribute('href')));
    expect(head).toEqual(expect.arrayContaining([...addresses, '/feed.xml', '/feed.json']));
    const { items } = await (await fetch(site.origin + addresses[1])).json();
    expect(items).toHaveLength(documents);
  });
});

describe('a term in context', () => {
  test('stands by document without scripts, its name set off', async () => {
    const page = await site.visit('/glossary/nisc/', { javaScriptEnabled: false });
    expect(await page.locator('.mention-order').isVisible()).toBe(false);
    expect(await textsOf(page, 'h3[id^="in-"] + ul strong')).toHaveLength(8);
  });

  test('by what follows it, in one column; by speaker, by year', async () => {
    const page = await site.visit('/glossary/nisc/', { viewport: PHONE });
    const order = page.getByLabel('並べ方');
    await order.selectOption('後の言葉の順');
    const terms = page.locator('.mention-order li b');
    expect(await terms.count()).toBe(8);
    const lefts = await terms.evaluateAll(all => all.map(term => Math.round(term.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(1);
    const after = await textsOf(page, '.mention-order .after');
    expect(after).toEqual(after.toSorted((a, b) => rest(a).localeCompare(rest(b), 'ja')));
    expect(await page.locator('h3[id^="in-"]').first().isVisible()).toBe(false);
    await order.selectOption('発言者ごと');
    expect(await textsOf(page, '.mention-order h3')).toContain('村井本部員1件');
    await order.selectOption('年ごと');
    expect(await textsOf(page, '.mention-order h3')).toEqual(['2012年1件', '2014年3件', '2021年4件']);
    await page.locator('.mention-order li a').last().click();
    await page.locator('.page-minutes').waitFor();
  });
  const rest = (after: string): string => after.replace(/^(?:NISC|内閣官房情報セキュリティセンター)/, '');
});

test('people are found by name, with or without the space, and by post', async () => {
  const page = await site.visit('/people/');
  const field = page.getByLabel('名前や役職で絞り込む');
  const shown = () => textsOf(page, '.vp-doc li > a:visible');
  for (const [words, found] of [
    ['村井純', '村井 純'],
    ['デジタル大臣', '平井 卓也'],
    ['むらい', '村井 純'], // a reading that is nowhere shown
    ['takahashi', '高橋 憲一'],
  ] as const) {
    await field.fill(words);
    await expect.poll(shown).toContain(found);
    expect((await shown()).length).toBeLessThan(3);
  }
  await field.fill('存在しない');
  await page.getByText('あてはまる名前はありません。').waitFor();
});

test('people stand in the order of the syllabary, by readings that the page does not say', async () => {
  const page = await site.visit('/people/', { javaScriptEnabled: false });
  const heads = (await textsOf(page, '.vp-doc h3')).map(words => words.replace(/\u200b/g, ''));
  expect(heads).toEqual('あかさたなはまやわ'.split('').map(kana => `${kana}行`));
  const people = await textsOf(page, '.vp-doc li > a');
  expect(people.length).toBeGreaterThan(60);
  expect(people.slice(0, 4)).toEqual(['浅野 正一郎', '石倉 洋子', '和泉 洋人', '稲垣 隆一']);
  const at = people.indexOf('中尾 康二');
  expect(people.slice(at, at + 4)).toEqual(['中尾 康二', '長島 雅夫', '永瀬 裕伸', '中谷 和弘']);
  expect(await page.locator('.vp-doc').textContent()).not.toMatch(/むらい|ムライ/);
});

test('on a phone the bar names the speaker in full, above all the meeting', async () => {
  const page = await site.visit('/minutes/2021-09-27-cs-hq-31/#u11', { viewport: PHONE });
  const speaker = page.locator('.reading-place b');
  await expect.poll(() => speaker.textContent()).toBe('棚橋国家公安委員長');
  expect(await speaker.evaluate(element => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  const [meeting, own] = [await page.locator('.reading-meeting').boundingBox(), await speaker.boundingBox()];
  expect((meeting?.y ?? 0) + (meeting?.height ?? 0)).toBeLessThanOrEqual((own?.y ?? 0) + 1);
  expect((await page.locator('.reading-bar').boundingBox())?.height).toBe(45);
});

test.each([
  ['/search/?q=会合', '.search-document h3'],
  ['/', '.home-documents li a'],
  ['/offline/', '.offline-books'],
])('titles of %s keep numbers with what they count at 320 px', async (path, place) => {
  const page = await site.visit(path, { viewport: { width: 320, height: 640 } });
  const kept = page.locator(`${place} .keep-together`);
  await kept.first().waitFor();
  expect(await kept.allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/^第\d+回$/)]));
  expect(await kept.evaluateAll(all => all.filter(one => one.getClientRects().length > 1).length)).toBe(0);
});

test('counts of speeches agree: in the bar, the description, the page of the body, on home', async () => {
  const MINUTES = '/minutes/2021-09-27-cs-hq-31/';
  const page = await site.visit(`${MINUTES}#u9`);
  const spoken = await page.locator('.vp-doc [data-b][id^="u"]').count();
  await expect.poll(() => page.locator('.reading-number').textContent()).toBe(`発言9/${spoken}`);
  expect(await page.locator('meta[name=description]').getAttribute('content')).toContain(`発言${spoken}件`);
  const body = await site.visit('/bodies/サイバーセキュリティ戦略本部/');
  expect(await body.locator('.vp-doc li', { hasText: '第31回' }).textContent()).toContain(`発言${spoken}件`);
  const counts: number[] = [];
  for (const path of readdirSync(join(folder, 'minutes')).filter(name => !name.includes('.'))) {
    const html = readFileSync(join(folder, 'minutes', path, 'index.html'), 'utf8');
    counts.push(html.match(/ id="u\d+"/g)?.length ?? 0);
  }
  const home = await site.visit('/');
  const total = counts.reduce((sum, count) => sum + count, 0);
  expect(await textsOf(home, '.home-numbers > div')).toContainEqual(
    expect.stringMatching(new RegExp(`^発言\\s*${total}$`)),
  );
});

describe('two documents side by side', () => {
  const ADDRESS = '/compare/?a=minutes/2012-11-01-isc-31&b=minutes/2021-09-27-cs-hq-31';
  const partOf = (page: Page, name: string) =>
    page.locator('.compare section', { has: page.getByRole('heading', { name, exact: true }) });

  test('say who came, what was named in one of them; what both have is folded', async () => {
    const page = await site.visit(ADDRESS);
    const attendees = partOf(page, '出席者');
    await attendees.waitFor();
    expect(await attendees.locator('h3').allTextContents()).toEqual(['一つ目だけ（19）', '二つ目だけ（16）']);
    await attendees.locator('summary').click();
    expect(await attendees.locator('details li').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^村井 純/)]),
    );
    await partOf(page, '用語').getByRole('link', { name: '5G' }).waitFor();
    await page.getByRole('heading', { name: '本文', exact: true }).scrollIntoViewIfNeeded();
    await page.getByText('ほとんど重なりません').waitFor();
    await page.getByLabel('二つ目の文書').selectOption({ value: 'minutes/2012-11-01-isc-31' });
    await expect
      .poll(() => textsOf(page, '.compare-text summary'))
      .toEqual([expect.stringMatching(/^同じ段落（\d+）$/)]);
    expect(new URL(page.url()).searchParams.get('b')).toBe('minutes/2012-11-01-isc-31');
  });

  test('are a click away from each of them', async () => {
    const page = await site.visit('/minutes/2021-09-27-cs-hq-31/');
    await page.getByRole('link', { name: 'ほかの文書と並べて比べる' }).click();
    const [first, second] = ['一つ目の文書', '二つ目の文書'].map(name => page.getByLabel(name));
    await expect.poll(() => second?.inputValue()).toBe('minutes/2021-09-27-cs-hq-31');
    expect(await first?.inputValue()).toMatch(/^minutes\/(?!2021-09-27)/);
    await partOf(page, '出席者').waitFor();
  });

  test('need scripts, and say so', async () => {
    const page = await site.visit(ADDRESS, { javaScriptEnabled: false });
    expect(await page.locator('.compare').textContent()).toContain('JavaScript が必要です');
    expect(await page.locator('.compare-fields').isVisible()).toBe(false);
  });
});

test('a person has their posts, each with the dates of the documents and a link to them', async () => {
  const page = await site.visit('/people/前田雅英/', { javaScriptEnabled: false });
  const posts = page.locator('.vp-doc p:has-text("文書にある役職・所属") + ul > li');
  expect(await posts.allTextContents()).toEqual([
    '首都大学東京法科大学院教授（2012年11月1日の文書）：情報セキュリティ政策会議 第31回 議事要旨',
    '東京都立大学法学部客員教授（2021年9月27日の文書）：サイバーセキュリティ戦略本部 第31回 議事概要',
  ]);
  await posts.first().getByRole('link').click();
  await page.waitForURL(`${site.origin}/minutes/2012-11-01-isc-31/`);
});

describe('on paper', () => {
  const ADDRESS = '/people/村井純/';
  test('a page ends with its address and the day; nobody sees that on the screen or copies it', async () => {
    const page = await site.visit(`${ADDRESS}#m2`);
    const line = page.locator('.printed-from');
    expect(await line.isVisible()).toBe(false);
    await page.pdf(); // says to the page that it is about to be printed
    const today = await page.evaluate(() => new Date().toLocaleDateString('ja-JP', { dateStyle: 'long' }));
    expect(await line.textContent()).toBe(`${site.origin}${ADDRESS}#m2（${today}閲覧）`);
    await page.emulateMedia({ media: 'print' });
    expect(await line.isVisible()).toBe(true);
    const last = await page.locator('.vp-doc').boundingBox();
    expect((await line.boundingBox())?.y).toBeGreaterThanOrEqual((last?.y ?? 0) + (last?.height ?? 0));
    for (const hidden of ['.VPNav', '.VPSidebar', '.follow-line', '.VPDocFooter'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    const selected = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      return String(getSelection());
    });
    expect(selected).toContain('村井 純');
    expect(selected).not.toContain('閲覧）');
  });

  test('without scripts no day is made up', async () => {
    const page = await site.visit(ADDRESS, { javaScriptEnabled: false });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed-from').textContent()).toBe('');
  });
});

describe('the first screen of home', () => {
  test.each([PHONE, { width: 375, height: 667 }, { width: 1280, height: 800 }])(
    'asks, counts, and shows what is newest: $width px',
    async viewport => {
      const page = await site.visit('/', { viewport });
      for (const place of ['.home-search input', '.home-numbers', '.home-documents li a'])
        expect((await page.locator(place).first().boundingBox())?.y, place).toBeLessThan(viewport.height - 30);
      expect(await textsOf(page, '.home-numbers > div')).toEqual(
        expect.arrayContaining([expect.stringMatching(/^文書\s*5$/), expect.stringMatching(/^期間\s*2012年〜2021年$/)]),
      );
    },
  );

  test('its questions are answered there', async () => {
    const page = await site.visit('/');
    const questions = await textsOf(page, '.home-questions button');
    expect(questions).toEqual([
      expect.stringMatching(/とは何ですか$/),
      expect.stringMatching(/について話したのは誰ですか$/),
      expect.stringMatching(/^\d{4}年に.+の何を話しましたか$/),
    ]);
    for (const question of questions) {
      await page.locator('.home-questions').getByRole('button', { name: question, exact: true }).click();
      await page.locator('.search-document li').first().waitFor();
      expect(await page.locator('.home-documents').isVisible()).toBe(false);
      await page.locator('.home-search input').fill('');
      await page.locator('.home-questions').waitFor();
    }
  });

  test('says without scripts what the search needs', async () => {
    const page = await site.visit('/', { javaScriptEnabled: false });
    expect(await page.locator('.home-search').textContent()).toContain('検索には JavaScript');
    expect(await page.locator('.home-numbers').isVisible()).toBe(true);
  });
});

describe('a lost address', () => {
  test('is looked for', async () => {
    const context = await (await site.visit('/about/')).context();
    const page = await context.newPage(); // not watched: a host answers by 404
    await page.goto(`${site.origin}/glossary/ニスク/`);
    await page.locator('.search-document h3', { hasText: 'NISC' }).waitFor();
    expect(await page.getByLabel('検索する言葉').inputValue()).toBe('ニスク');
    await context.close();
  });

  test('leads to the page of the search where there are no scripts', async () => {
    const context = await (await site.visit('/about/', { javaScriptEnabled: false })).context();
    const page = await context.newPage();
    await page.goto(`${site.origin}/nowhere/`);
    await page.getByRole('link', { name: '検索のページ' }).click();
    expect(await page.locator('h1').textContent()).toContain('検索');
    await context.close();
  });
});

describe('who needs other colours or larger letters', () => {
  /** Of an element: what makes it be seen where all backgrounds are one. */
  const looksOf = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(node => {
        const { textDecorationLine, outlineStyle, borderTopStyle, borderBottomStyle, borderTopWidth } =
          getComputedStyle(node);
        return { textDecorationLine, outlineStyle, borderTopStyle, borderBottomStyle, borderTopWidth };
      });

  test('sees corrections, doubts and the place that a link led to by more than a background', async () => {
    const page = await site.visit('/minutes/fy2015-sgst-4/?show=edits#u2', { forcedColors: 'active' });
    await page.locator('ins.added').first().waitFor();
    expect(await looksOf(page, 'del.taken:not(.space)')).toMatchObject({ textDecorationLine: 'line-through' });
    expect(await looksOf(page, 'ins.added')).toMatchObject({ textDecorationLine: 'underline' });
    expect(await looksOf(page, '[data-landed]')).toMatchObject({ outlineStyle: 'solid' });
    const [text, page_] = await page.evaluate(() =>
      ['.vp-doc p', 'body'].map(selector => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector(selector) as Element);
        return selector === 'body' ? backgroundColor : color;
      }),
    );
    expect(text).not.toBe(page_);
  });

  test('sees what is a button, a field, a switch', async () => {
    const page = await site.visit('/minutes/2012-11-01-isc-31/', { forcedColors: 'active' });
    for (const selector of ['.keep-offline button', '.proof-switch button'])
      expect(await looksOf(page, selector), selector).toMatchObject({ borderTopStyle: 'solid', borderTopWidth: '1px' });
    // And which of them is on, where in the site this is.
    const colourOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(node => getComputedStyle(node).backgroundColor);
    const off = await colourOf('.proof-switch button');
    await page.locator('.proof-switch button').first().click();
    await page.locator('.proof-switch [aria-pressed="true"]').waitFor();
    expect(await colourOf('.proof-switch button')).not.toBe(off);
    for (const [here, other] of [
      ['.VPNavBarMenuLink.active', '.VPNavBarMenuLink:not(.active)'],
      ['.VPSidebar [aria-current]', '.VPSidebar a:not([aria-current])'],
    ] as const) {
      expect(await looksOf(page, here)).toMatchObject({ textDecorationLine: 'underline' });
      expect(await looksOf(page, other)).toMatchObject({ textDecorationLine: 'none' });
    }
  });

  test('has lines of 35 to 45 characters at a desk', async () => {
    const page = await site.visit('/minutes/2021-09-27-cs-hq-31/', { viewport: { width: 1440, height: 900 } });
    const most = await page
      .locator('.vp-doc p[data-b]')
      .evaluateAll(all =>
        Math.max(...all.map(p => p.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(p).fontSize))),
      );
    expect(most).toBeGreaterThan(35);
    expect(most).toBeLessThanOrEqual(45);
  });

  test('ends no paragraph with one character on a line of its own', async () => {
    const page = await site.visit('/minutes/2021-09-27-cs-hq-31/', { viewport: PHONE });
    const short = await page.locator('.vp-doc p[data-b]').evaluateAll(all =>
      all.flatMap(p => {
        const range = document.createRange();
        range.selectNodeContents(p);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        const [top, bottom] = [Math.min(...boxes.map(box => box.bottom)), Math.max(...boxes.map(box => box.bottom))];
        const last = boxes.filter(box => bottom - box.bottom < 6).reduce((sum, { width }) => sum + width, 0);
        const size = Number.parseFloat(getComputedStyle(p).fontSize);
        return bottom - top > size && last < 2 * size ? [p.textContent] : [];
      }),
    );
    expect(short).toEqual([]);
  });
});

describe('the text', () => {
  test('breaks no number from what it counts, names a heading once', async () => {
    const page = await site.visit('/minutes/2014-01-15-policy-slides/', { viewport: { width: 320, height: 640 } });
    const kept = page.locator('.vp-doc .keep-together:visible');
    expect(await kept.count()).toBeGreaterThan(50);
    const broken = await kept.evaluateAll(all =>
      all.filter(span => span.getClientRects().length > 1).map(span => span.textContent),
    );
    expect(broken).toEqual([]);
    const tree = await page.locator('.vp-doc h2').first().ariaSnapshot();
    const name = ((await page.locator('.vp-doc h2').first().textContent()) ?? '').replace(/\u200b/g, '').trim();
    expect(tree.split(name)).toHaveLength(2 + (tree.includes(`text: ${name}`) ? 1 : 0));
  });

  test.each([
    '/',
    '/minutes/',
    '/minutes/2012-11-01-isc-31/',
    '/glossary/',
    '/glossary/nisc/',
    '/people/',
    '/people/野原佐和子/',
    '/bodies/サイバーセキュリティ戦略本部/',
    '/minutes/2014-01-15-policy-slides/',
    '/compare/?a=minutes/2012-11-01-isc-31&b=minutes/2021-09-27-cs-hq-31',
    '/search/?q=NISC',
    '/offline/',
    '/rules/dakuten/',
  ])('%s needs no scrolling sideways at 320 px', async path => {
    const page = await site.visit(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test('nothing was wrong in any page', () => {
  expect(site.troubles).toEqual([]);
});
