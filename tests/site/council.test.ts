/** Quotes, copies, finds and keeps what a council of few documents says, where each speaker answers in few words. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newProject, tsuzuri } from '../project.ts';
import { sameTitles } from './titles.ts';
import { DESK, PHONE, type Visitor, visitorOf } from './visitor.ts';

const BASE = '/minutes/';
const SITTING = `${BASE}minutes/2024-06-12-teirei-2/`;

const SITTING_SCAN = `青葉町議会 令和６年第２回定例会 会議録（第１号）

１ 日時
令和６年６月１２日（水） １０：００～１２：１５

２ 出席者（敬称略）
髙橋 一郎 議長
𠮷田 はな 副議長
﨑山 二郎 議員
渡邉 三郎 町長

３ 一般質問

○髙橋議長　これより会議を開きます。﨑山議員。

○﨑山議員　町の情報化、いわゆるDX（Digital Transformation）について伺います。マイナンバーカードの普及率は72.5%であります。

町長の考えを伺います。

○渡邉町長　お答えいたします。DXについては、令和５年度に約42百万円を見込んでおります。

視察は続けております。

（拍手）

避難所の案内も多言語で行います。

○﨑山議員　町長の考えを伺います。

○渡邉町長　ご指摘のとおりであります。

○𠮷田副議長　ご指摘のとおりであります。

○髙橋議長　以上で、本日の会議を閉じます。
午後０時１５分 散会

会議の経過を記載してその相違ないことを証するため、ここに署名する。
議　　長　　髙橋　一郎
`;

const BUDGET = (year: string, more: string): string => `青葉町公共施設等総合管理委員会
第１回会合 議事要旨

１．日時：令和${year}年７月３日（水）１４：００～１５：３０
２．場所：青葉町中央公民館　大会議室

３．議事概要

○　更新費用を平準化すべきである。PPP（Public Private Partnership）の活用も検討してほしい。
○　町営プールは、廃止も含めて検討すべきではないか。${more}

以上
`;

const DX = `---
term: DX
reading: でぃーえっくす
category: concept
expansion: Digital Transformation
sources:
  - {page: 2024-06-12-teirei-2, quote: DX（Digital Transformation）}
---
# DX

DXは、情報技術によって仕事を変えることである。
`;

const PPP = DX.replaceAll('DX', 'PPP')
  .replace('でぃーえっくす', 'ぴーぴーぴー')
  .replaceAll('2024-06-12-teirei-2', '2024/kouzu-1')
  .replaceAll('Digital Transformation', 'Public Private Partnership')
  .replace('情報技術によって仕事を変える', '官民で事業を行う');

const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-council-'));
let site: Visitor;
let folderOfSite: string;

beforeAll(async () => {
  const root = newProject(folder);
  for (const sample of ['seeds', 'docs/glossary']) rmSync(join(root, sample), { recursive: true });
  for (const [path, text] of [
    ['seeds/2024-06-12-teirei-2.txt', SITTING_SCAN],
    [
      'seeds/2024-06-12-teirei-2-draft.txt',
      SITTING_SCAN.replace('72.5%', '73.5%').replace('定例会 会議録', '定例会 会議録案'),
    ],
    ['seeds/2024/kouzu-1.txt', BUDGET('６', '')],
    ['seeds/2025/kouzu-1.txt', BUDGET('７', '跡地は広場とする。')],
    ['docs/glossary/dx.md', DX],
    ['docs/glossary/ppp.md', PPP],
  ] as const) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(
    join(root, 'tsuzuri.config.ts'),
    `import { defineConfig } from 'tsuzuri';\nexport default defineConfig({ title: '青葉町 会議録', publisher: '青葉町', language: 'ja', url: 'https://aoba.example${BASE}' });\n`,
  );
  const { status, stderr } = tsuzuri(['build'], root);
  expect(status, stderr).toBe(0);
  folderOfSite = join(root, 'build/site');
  site = await visitorOf(folderOfSite, BASE);
});
afterAll(async () => {
  await site?.leave();
  rmSync(folder, { recursive: true, force: true });
});

const open = (path: string): Promise<Page> => site.visit(path, { permissions: ['clipboard-read', 'clipboard-write'] });
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The paragraph, or the heading, with some words. */
const partWith = (page: Page, words: string) => page.locator('.vp-doc [data-b]', { hasText: words }).first();

/** What the menu of a part copies. */
async function copyBy(page: Page, part: ReturnType<typeof partWith>, name: string): Promise<string> {
  await part.locator(':scope > [role="button"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.part-menu').waitFor();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await page.locator('.part-menu').waitFor({ state: 'detached' });
  return clipboard(page);
}

/** Selects from the beginning of some words to the end of others. */
const select = (page: Page, from: string, to: string): Promise<void> =>
  page.evaluate(
    ends => {
      const find = (words: string, after?: Node): readonly [Node, number] => {
        const walker = document.createTreeWalker(document.querySelector('.vp-doc') as Node, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { currentNode: node } = walker;
          const at = (node.textContent ?? '').indexOf(words);
          const isBehind = !after || (after.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
          if (at >= 0 && (isBehind || after === node)) return [node, at];
        }
        throw new Error(words);
      };
      const [start, at] = find(ends[0] ?? '');
      const [end, until] = find(ends[1] ?? '', start);
      getSelection()?.setBaseAndExtent(start, at, end, until + (ends[1] ?? '').length);
    },
    [from, to],
  );

describe('a quotation', () => {
  const CHOSEN = '出典を付けて選択した文をコピー';
  const WHOLE = '出典を付けて本文をコピー';

  test('gives each speaker their own words, and says from where to where they stand', async () => {
    const page = await open(SITTING);
    await select(page, '町長の考え', 'お答えいたします。');
    const quoted = await copyBy(page, partWith(page, '町長の考え'), CHOSEN);
    expect(quoted).toMatch(/^﨑山議員「町長の考えを伺います。」／渡邉町長「お答えいたします。」（青葉町議会 /);
    expect(quoted).toMatch(/、発言2、段落\d+–発言3、段落\d+、http/);
    await select(page, '町長の考え', 'お答えいたします。');
    const [source] = JSON.parse(await copyBy(page, partWith(page, '町長の考え'), 'CSL-JSON'));
    expect(source.note).toMatch(/^﨑山議員／渡邉町長、発言2、段落\d+–発言3、段落\d+$/);
    await page.context().close();
  });

  test('gives nobody what only happened, nor what stands behind the last word', async () => {
    const page = await open(SITTING);
    expect(
      await copyBy(
        page,
        partWith(page, '以上で、本日の会議を閉じます').locator('xpath=preceding::h3[1] | preceding::h4[1]').last(),
        WHOLE,
      ),
    ).toMatch(/^髙橋議長「以上で、本日の会議を閉じます。」（/);
    expect(await copyBy(page, partWith(page, '会議の経過を記載'), WHOLE)).toMatch(/^「会議の経過を記載/);
    expect(await copyBy(page, partWith(page, '午後0時15分'), WHOLE)).toMatch(/^「午後0時15分 散会」/);
    await select(page, '視察は', '多言語で行います。');
    expect(await copyBy(page, partWith(page, '視察は'), CHOSEN)).toMatch(
      /^渡邉町長「視察は続けております。\n避難所の案内も多言語で行います。」（/,
    );
    await select(page, 'ご指摘の', '署名する。');
    expect(await copyBy(page, partWith(page, 'ご指摘の'), CHOSEN)).toMatch(
      /^渡邉町長「[^「」]*」／𠮷田副議長「[^「」]*」／髙橋議長「以上で、本日の会議を閉じます。」／「会議の経過を記載[^「」]*署名する。」（/,
    );
    await page.context().close();
  });

  test('of a document as a whole names it and its page in each format', async () => {
    const address = `${BASE}minutes/2024/kouzu-1/`;
    const page = await open(`${address}#u1`);
    const title = page.locator('h1');
    // What is copied outlives the preview in which it is copied.
    const cited = `https://aoba.example${address}`;
    const named = await copyBy(page, title, '文書の出典をコピー');
    expect(named).toMatch(/^青葉町公共施設等総合管理委員会 第1回会合 議事要旨、2024年7月3日、http/);
    expect(named.endsWith(`、${cited}`)).toBe(true);
    expect(await copyBy(page, title, 'アドレスをコピー')).toBe(cited);
    const [source] = JSON.parse(await copyBy(page, title, 'CSL-JSON'));
    expect(source).toMatchObject({ id: '2024:kouzu-1', URL: cited });
    expect(source).not.toHaveProperty('note');
    expect(await copyBy(page, title, 'RIS')).toContain(`UR  - ${cited}\r\n`);
    expect(await copyBy(page, title, 'BibTeX')).toMatch(/^@techreport\{2024:kouzu-1,\n(?![\s\S]*note)/);
    expect(await copyBy(page, title, 'Wikipedia')).toContain(`|url=${cited} `);
    await page.context().close();
  });

  test('has a key that no other document has', async () => {
    const keys: unknown[] = [];
    for (const year of [2024, 2025]) {
      const page = await open(`${BASE}minutes/${year}/kouzu-1/`);
      const part = partWith(page, '更新費用を平準化');
      keys.push(JSON.parse(await copyBy(page, part, 'CSL-JSON'))[0].id);
      keys.push(/^@techreport\{([^,]*)/.exec(await copyBy(page, part, 'BibTeX'))?.[1]);
      await page.context().close();
    }
    expect(keys).toEqual(['2024:kouzu-1-u1', '2024:kouzu-1-u1', '2025:kouzu-1-u1', '2025:kouzu-1-u1']);
  });

  test('has an address that leads to these words and no others', async () => {
    const page = await open(SITTING);
    const answers = page.locator('.vp-doc [data-b]', { hasText: 'ご指摘のとおり' });
    const addresses: string[] = [];
    for (const index of [0, 1])
      addresses.push(await copyBy(page, answers.nth(index), '書き出しの文を示すアドレスをコピー'));
    expect(addresses[0]).toMatch(/^https:\/\/aoba\.example\/\S+#\w+:~/);
    expect(decodeURIComponent(addresses[0] ?? '')).toMatch(/:~:text=渡邉町長-,ご指摘のとおりであります。,-𠮷田副議長$/);
    expect(decodeURIComponent(addresses[1] ?? '')).toMatch(/:~:text=𠮷田副議長-,ご指摘のとおりであります。,-髙橋議長$/);
    await page.context().close();
  });
});

describe('what is copied', () => {
  const COMPARED = `${BASE}compare/?a=minutes%2F2024-06-12-teirei-2-draft&b=minutes%2F2024-06-12-teirei-2`;
  const copyAll = async (page: Page): Promise<string[]> => {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    return (await clipboard(page)).replaceAll('\r', '').split('\n');
  };

  test('of two documents side by side is what is selected and shown', async () => {
    const page = await open(COMPARED);
    const changed = page.locator('.compare-text p:has(ins)', { hasText: '72.5%' });
    await changed.click({ clickCount: 3, position: { x: 40, y: 12 } });
    await page.keyboard.press('Control+C');
    expect((await clipboard(page)).replaceAll('\r', '')).toBe(
      '町の情報化、いわゆるDX（Digital Transformation）について伺います。マイナンバーカードの普及率は72.5%であります。',
    );
    const lines = await copyAll(page);
    expect(lines.filter(line => /72\.5%/.test(line))).toHaveLength(1);
    expect(lines.filter(line => /JavaScript|前後を読む|視察は/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('of what a search has found has a line for each', async () => {
    const page = await open(`${BASE}search/?q=DX`);
    await page.locator('.search-document').first().waitFor();
    const lines = await copyAll(page);
    expect(lines).toContain('﨑山議員 﨑山 二郎');
    expect(lines.filter(line => /ここでは検索/.test(line))).toEqual([]);
    await page.context().close();
  });

  test('of home has nothing that is hidden', async () => {
    const page = await open(BASE);
    const shown = (await page.locator('main').allInnerTexts()).join('').replace(/\s+/g, '');
    const hidden = (await copyAll(page)).filter(line => !shown.includes(line.replace(/\s+/g, '')));
    expect(hidden).toEqual([]);
    await page.context().close();
  });
});

test('people are found by other forms of their kanji', async () => {
  const page = await site.visit(`${BASE}people/`);
  await page.locator('.list-filter[data-ready]').waitFor();
  for (const [typed, found] of [
    ['高橋', '髙橋 一郎'],
    ['渡辺', '渡邉 三郎'],
    ['吉田', '𠮷田 はな'],
    ['崎山', '﨑山 二郎'],
  ] as const) {
    await page.locator('.list-filter input').fill(typed);
    const shown = page.locator('.list-filter + div li:visible');
    await expect.poll(() => shown.count(), { message: typed }).toBe(1);
    expect(await shown.textContent()).toContain(found);
  }
  await page.context().close();
});

test.each([
  ['高橋一郎', '髙橋 一郎'],
  ['渡辺三郎', '渡邉 三郎'],
  ['吉田はな', '𠮷田 はな'],
  ['崎山二郎', '﨑山 二郎'],
])('the address of %s, in common forms, leads to %s', async (common, name) => {
  const page = await site.visit(`${BASE}people/${common}/`);
  await page.locator('h1', { hasText: name }).waitFor();
  await page.context().close();
});

test.each([[true], [false]])(
  'a page that is not there is called so, with scripts or without: %s',
  async javaScriptEnabled => {
    const page = await site.visit(`${BASE}404.html`, { javaScriptEnabled });
    const heading = page.locator('h1').last();
    await heading.waitFor();
    expect(await page.title()).toBe(`${(await heading.textContent())?.trim()} | 青葉町 会議録`);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(/\p{sc=Hiragana}/u);
    await page.context().close();
  },
);

test('the author of the feeds is who publishes the site', () => {
  expect(readFileSync(join(folderOfSite, 'feed.xml'), 'utf8')).toContain('<author><name>青葉町</name></author>');
  for (const name of ['feed.json', 'people/髙橋一郎/feed.json'])
    expect(JSON.parse(readFileSync(join(folderOfSite, name), 'utf8')).authors).toEqual([{ name: '青葉町' }]);
});

test.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])('without scripts %s shows nothing that cannot act, and what can', async (_, viewport) => {
  const context = (await site.visit(BASE, { viewport, javaScriptEnabled: false })).context();
  const [page] = context.pages() as [Page];
  for (const path of ['', 'minutes/', SITTING.slice(BASE.length), 'people/', 'glossary/dx/', 'compare/', 'search/']) {
    await page.goto(`${site.origin}${BASE}${path}`);
    expect(await page.locator(':is(button, input, select, [role="button"]):visible').count(), path).toBe(0);
  }
  await page.goto(site.origin + SITTING);
  await page.getByText('この文書について').click();
  expect(await page.getByRole('link', { name: '原文' }).first().isVisible()).toBe(true);
  expect(await page.locator('h1 .header-anchor').getAttribute('href')).toMatch(/^#./);
  await context.close();
});

test('no two pages have one title', () => {
  expect(sameTitles(folderOfSite)).toEqual([]);
});

test('the examples of the search find something', async () => {
  const page = await site.visit(BASE);
  const placeholder = await page.locator('main input').first().getAttribute('placeholder');
  const questions = await page.locator('.home-questions button').allTextContents();
  expect(questions.length).toBeGreaterThan(0);
  for (const query of [placeholder?.replace(/^例：/, '') ?? '', ...questions]) {
    await page.goto(`${site.origin}${BASE}search/?q=${encodeURIComponent(query)}`, { waitUntil: 'networkidle' });
    await page.locator('.search-document').first().waitFor();
  }
  await page.context().close();
});

describe('without a connection', () => {
  const visit = async (path: string): Promise<Page> => {
    const page = await site.visit(path, { serviceWorkers: 'allow' });
    page.on('pageerror', error => errors.push(error.message));
    return page;
  };
  const errors: string[] = [];
  /** As soon as it is known that there is none, the console tells of each request. */
  let before = 0;
  beforeEach(() => {
    before = site.troubles.length;
  });
  afterEach(() => void (site.troubles as string[]).splice(before));
  const title = (page: Page): Promise<string | null> => page.locator('h1').first().textContent();

  test('a document that was kept has its entries and its tools', async () => {
    const page = await visit(SITTING);
    await page.getByRole('button', { name: /^この文書と用語の説明を/ }).click();
    await page.getByText('保存しました。').waitFor();
    await page.context().setOffline(true);
    await page.goto(`${site.origin}${BASE}glossary/dx/`);
    expect(await title(page)).toContain('DX');
    await page.goto(site.origin + SITTING);
    await page.getByRole('button', { name: '校正を表示' }).click();
    await page.locator('.proof-list').first().waitFor();
    await page.locator('.vp-doc a[href*="/glossary/dx"]').first().hover();
    await page.locator('.entry-popover').waitFor();
    await partWith(page, 'お答え').locator(':scope > [role="button"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.part-menu').waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('a document that was only visited says what is missing, and a page that is not there is asked for once', async () => {
    const page = await visit(SITTING);
    const kept = () => page.evaluate(path => caches.match(path).then(Boolean), SITTING);
    await expect.poll(kept).toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: '校正を表示' }).click();
    await page.getByText('校正の記録を読み込めませんでした').waitFor();
    expect(errors).toEqual([]);
    // The program of a page is gone, its HTML is there.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) if (request.url.includes('.lean.js')) await cache.delete(request);
      }
    });
    let loads = 0;
    page.on('domcontentloaded', () => loads++);
    await page.reload();
    await page.waitForTimeout(3000);
    expect(loads).toBe(1);
    await page.context().close();
  });
});

test('a browser that keeps nothing shows every page, and turns dark', async () => {
  const page = await site.visit(`${BASE}`);
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  for (const path of ['', 'minutes/2024-06-12-teirei-2/', 'search/?q=DX', 'people/', 'compare/', 'offline/'])
    await page.goto(site.origin + BASE + path, { waitUntil: 'networkidle' });
  await page.goto(site.origin + SITTING, { waitUntil: 'networkidle' });
  await page.locator('.VPSwitchAppearance').first().click();
  await page.locator('html.dark').waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

test('nothing was wrong in any page', () => {
  expect(site.troubles).toEqual([]);
});
