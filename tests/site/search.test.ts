/** Searches the site as readers do: by keyboard, by pointer, by finger, by an address that somebody sent. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteUnderTest } from './site-under-test.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

let site: Visitor;
beforeAll(async () => {
  site = await visitorOf(await siteUnderTest());
});
afterAll(() => site?.leave());

const MINUTES = '/minutes/2012-11-01-isc-31/';
const field = (page: Page) => page.getByRole('searchbox', { name: '検索する言葉' });
const results = (page: Page) => page.locator('.search-results[aria-busy="false"]');
const places = (page: Page) => results(page).locator('.search-document li a');
const status = (page: Page) => results(page).getByRole('status');
const isOpen = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLDialogElement>('.search-dialog')?.open ?? false);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.className || document.activeElement?.tagName);
/** Words that the browser shows as found, in the order of the page. */
const highlighted = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(range => (range as Range).toString()));

async function openAt(path: string, options?: Parameters<Visitor['visit']>[1]): Promise<Page> {
  const page = await site.visit(path, options);
  await page.locator('.search-button[aria-keyshortcuts]').waitFor(); // the programs have begun
  await page.keyboard.press('Control+k');
  await field(page).waitFor();
  return page;
}

describe('chips', () => {
  const chips = (page: Page) => page.locator('.search-facet button');
  const countOf = async (page: Page): Promise<number> =>
    Number(/^\d+/.exec((await status(page).textContent()) ?? '')?.[0]);
  const press = async (page: Page, text: string): Promise<void> => {
    await chips(page).filter({ hasText: text }).first().focus();
    await page.keyboard.press('Enter');
  };

  test('narrow what is found, one by another, stand in the address, can be taken away', async () => {
    const page = await site.visit(`/search/?q=${encodeURIComponent('サイバー攻撃')}`, { viewport: PHONE });
    await places(page).first().waitFor();
    expect(await chips(page).first().isVisible()).toBe(false);
    await page.locator('.search-facets summary').focus();
    await page.keyboard.press('Enter');
    const all = await countOf(page);
    const chip = await chips(page)
      .filter({ hasText: /^2021 / })
      .textContent();
    const year = Number(/\d+$/.exec(chip?.trim() ?? '')?.[0]);
    await press(page, '2021 ');
    await expect.poll(() => countOf(page)).toBe(year);
    expect(new URL(page.url()).searchParams.get('q')).toBe('サイバー攻撃 年:2021');
    expect(await page.locator('.search-about').allTextContents()).toEqual(['会議録　2021年9月27日']);
    await press(page, '田中 孝司');
    await expect.poll(() => countOf(page)).toBe(1);
    await page.reload();
    await places(page).first().waitFor();
    expect(await page.locator('.search-facet [aria-pressed="true"]').allTextContents()).toEqual([
      expect.stringContaining('2021'),
      expect.stringContaining('田中 孝司'),
    ]);
    await press(page, '2021');
    await press(page, '田中 孝司');
    await expect.poll(() => countOf(page)).toBe(all);
    expect(new URL(page.url()).searchParams.get('q')).toBe('サイバー攻撃');
  });

  test('narrow a question that is answered by its parts; the rest of a document opens in place', async () => {
    const page = await site.visit(`/search/?q=${encodeURIComponent('東京大会で何が 年:2021')}`);
    await places(page).first().waitFor();
    expect(await page.locator('.search-about').allTextContents()).toEqual(['会議録　2021年9月27日']);
    await page.goto(`${site.origin}/search/?q=${encodeURIComponent('重要インフラ')}`);
    const more = page.getByRole('button', { name: /^この文書にほか\d+件/ }).first();
    await more.waitFor();
    const before = await places(page).count();
    const rest = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
    await more.press('Enter');
    await expect.poll(() => places(page).count()).toBe(before + rest);
    expect(await focused(page)).toBe('search-link');
  });
});

describe('by keyboard', () => {
  test('Ctrl+K and / open it, Esc closes it, the focus returns; a slash in a field is a slash', async () => {
    const page = await site.visit('/glossary/');
    for (const key of ['Control+k', '/']) {
      await page.getByRole('button', { name: '検索', exact: true }).focus();
      await page.keyboard.press(key);
      await expect.poll(() => isOpen(page)).toBe(true);
      expect(await focused(page)).toBe('INPUT');
      await page.keyboard.press('Escape');
      await expect.poll(() => isOpen(page)).toBe(false);
      expect(await focused(page)).toBe('search-button');
    }
    const filter = page.locator('.list-filter input');
    await filter.fill('');
    await filter.press('/');
    expect(await filter.inputValue()).toBe('/');
    expect(await isOpen(page)).toBe(false);
  });

  test('the slash can be turned off, for good', async () => {
    const page = await site.visit('/search/');
    await page.getByRole('checkbox', { name: '「/」のキーで検索を開く' }).uncheck();
    await page.goto(site.origin + MINUTES, { waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    expect(await isOpen(page)).toBe(false);
    await page.keyboard.press('Control+k');
    await expect.poll(() => isOpen(page)).toBe(true);
  });

  test('finds from the first letter on, remembers the words, forgets them where they are cleared', async () => {
    const page = await openAt(MINUTES);
    await page.keyboard.type('情');
    await expect.poll(() => places(page).count()).toBeGreaterThan(5);
    expect(await status(page).textContent()).toMatch(/^(?:最大)?\d+件/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await field(page).inputValue()).toBe('情');
    expect(await places(page).count()).toBeGreaterThan(5);
    await page.keyboard.press('Delete'); // it was selected
    await page.locator('.search-example').first().waitFor();
    expect(await results(page).count()).toBe(0);
  });

  test('the arrows lead through what was found, a letter back to the field, Enter to the first place', async () => {
    const page = await openAt(MINUTES);
    await field(page).fill('シンプル');
    await places(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('search-link');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    expect(await field(page).inputValue()).toBe('シンプルx');
    await field(page).fill('シンプルに4点');
    await page.keyboard.press('Enter'); // before the answer has come
    await page.waitForURL('**/minutes/2021-09-27-cs-hq-31/#u9');
    expect(await isOpen(page)).toBe(false);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('u9');
  });

  test('follows what an input method writes; its Esc and Enter are its own', async () => {
    const page = await openAt(MINUTES);
    const keys = await page.context().newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: 'じょうほう', selectionStart: 5, selectionEnd: 5 });
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain('「じょうほう」を「情報」');
    expect(await places(page).count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await isOpen(page)).toBe(true);
    expect(new URL(page.url()).pathname).toBe(MINUTES);
    await keys.send('Input.insertText', { text: '情報' });
    expect(await field(page).inputValue()).toBe('情報');
    await page.keyboard.press('Escape');
    await expect.poll(() => isOpen(page)).toBe(false);
  });
});

describe('where a result leads', () => {
  test('to the speech, with the words marked until the reader goes on', async () => {
    const page = await openAt(MINUTES);
    await field(page).fill('シンプルに4点');
    await places(page).first().click();
    await page.waitForURL('**/minutes/2021-09-27-cs-hq-31/#u9');
    await expect.poll(() => highlighted(page)).toEqual(['シンプルに4点']);
    expect(await page.locator('[data-landed]').getAttribute('id')).toBe('u9');
    await page.keyboard.press('Escape');
    expect(await highlighted(page)).toEqual([]);
  });

  test('within the page, to words in links; the marks go with the page', async () => {
    const page = await openAt(MINUTES);
    await field(page).fill('ブダペスト 小野寺 年:2012');
    await places(page).filter({ hasText: '感想' }).click();
    await expect.poll(() => highlighted(page)).toContain('ブダペスト');
    expect(new URL(page.url()).pathname).toBe(MINUTES);
    await page.getByRole('link', { name: '用語集' }).first().click();
    await page.locator('h1', { hasText: '用語集' }).waitFor();
    expect(await highlighted(page)).toEqual([]);
  });

  // Far below the heading of the speech; in a list that is folded.
  test.each(['サイバーセキュリティ通信簿', '篠田 補佐官'])('scrolled to the words: %s', async query => {
    const page = await openAt('/', { viewport: { width: 1280, height: 300 } });
    await field(page).fill(query);
    await places(page).first().click();
    const isInSight = () =>
      page.evaluate(() => {
        const [range] = [...(CSS.highlights.get('search') ?? [])] as Range[];
        const { top = 0, bottom = 0 } = range?.getBoundingClientRect() ?? {};
        return top > 64 && bottom < innerHeight;
      });
    await expect.poll(isInSight).toBe(true);
  });

  test('with a finger, from a dialog as large as the phone', async () => {
    const page = await site.visit(MINUTES, { viewport: PHONE, hasTouch: true, isMobile: true });
    await page.getByRole('button', { name: '検索', exact: true }).tap();
    await page.locator('.search-dialog').waitFor();
    const box = await page.locator('.search-dialog').boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: PHONE.width, height: PHONE.height });
    await field(page).fill('話者:村井 シンプル');
    await places(page).first().tap();
    await page.waitForURL('**/minutes/2021-09-27-cs-hq-31/#u9');
    await expect.poll(() => highlighted(page)).toContain('シンプル');
  });
});

describe('the page', () => {
  test('has the words in its address, comes back as it was left', async () => {
    const page = await site.visit(`/search/?q=${encodeURIComponent('人材 年:2012')}`);
    expect(await field(page).inputValue()).toBe('人材 年:2012');
    await places(page).first().waitFor();
    await field(page).fill('情');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('情');
    await expect.poll(() => places(page).count()).toBeGreaterThan(10);
    const last = places(page).last();
    await last.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    await last.click();
    await page.locator('.search-page').waitFor({ state: 'detached' });
    await page.goBack();
    await expect.poll(() => field(page).inputValue()).toBe('情');
    expect(await places(page).count()).toBeGreaterThan(10);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(scrolled, -2);
  });

  test('is reached from the dialog with the same words; there the keys lead to its own field', async () => {
    const page = await openAt(MINUTES);
    await field(page).fill('"国際連携" & <b>');
    await page.getByRole('link', { name: '検索ページで開く' }).click();
    await page.locator('.search-page').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('"国際連携" & <b>');
    expect(await field(page).inputValue()).toBe('"国際連携" & <b>');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('INPUT');
    expect(await isOpen(page)).toBe(false);
  });

  test('every example that it gives finds something', async () => {
    const page = await site.visit('/search/');
    const examples = await page
      .locator('.vp-doc a[href*="/search/?q="]')
      .evaluateAll(all => all.map(one => one.textContent));
    expect(examples.length).toBeGreaterThan(7);
    for (const example of examples) {
      await page
        .locator('.vp-doc a', { hasText: example ?? '' })
        .first()
        .click();
      await expect.poll(() => status(page).textContent()).toMatch(/^\d+件/);
      expect(await field(page).inputValue()).toBe(example);
      await page.goBack();
      await page.locator('h2', { hasText: '探し方' }).waitFor();
    }
  });

  test('says so where there is no JavaScript, and offers nothing that would not work', async () => {
    const page = await site.visit('/search/', { javaScriptEnabled: false });
    expect(await page.getByText('ここでは検索を使えません').isVisible()).toBe(true);
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(await page.getByRole('button', { name: '検索', exact: true }).count()).toBe(0);
  });
});

describe('the answer', () => {
  test('says how the words were taken, and looks for them alone on demand', async () => {
    const page = await openAt(MINUTES);
    await field(page).fill('NISC 種類:会議録');
    await expect.poll(() => status(page).textContent()).toContain('「NISC」をほかの名前（');
    await page.getByRole('button', { name: '「NISC」だけを探す' }).click();
    expect(await field(page).inputValue()).toBe('"NISC" 種類:会議録');
    await expect.poll(() => status(page).textContent()).not.toContain('ほかの名前');
    const marked = await places(page).locator('mark').allTextContents();
    expect(new Set(marked)).toEqual(new Set(['NISC']));
    await field(page).fill('サイバーセキュリテイ');
    await expect
      .poll(() => status(page).textContent())
      .toContain('「サイバーセキュリテイ」は見つかりません。「サイバーセキュリティ」で探した結果です。');
  });

  test('shows more on demand; who asked by keyboard goes on at what is new', async () => {
    const page = await openAt(MINUTES);
    await field(page).fill('情');
    await expect.poll(() => places(page).count()).toBeGreaterThan(10);
    const before = await places(page).count();
    await page.getByRole('button', { name: '続きを表示' }).press('Enter');
    await expect.poll(() => places(page).count()).toBeGreaterThan(before);
    await expect.poll(() => focused(page)).toBe('search-link');
  });

  const ODD = [
    'あ'.repeat(10_000),
    '検索 '.repeat(2000),
    '😀👨‍👩‍👧',
    '\ud800\udc00\ud800 情報',
    '.*+?^$()|[]\\{1}/ (?<a',
    '"',
    '-',
    '年:９９９９９９９９９ 話者:',
    '種類:ない',
    '<img src=x onerror="document.title=1"><script>alert(1)</script>',
    '{{ 7 * 7 }}',
    '\u0000\u202e\ufeff',
    '__proto__ constructor toString',
  ];
  test('takes anything that is typed for words', async () => {
    const page = await openAt(MINUTES);
    for (const odd of ODD) {
      await field(page).evaluate((input: HTMLInputElement, value) => {
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }, odd);
      if ((await page.locator('.search-guide').count()) === 0)
        await expect
          .poll(() => status(page).textContent(), { message: odd.slice(0, 40) })
          .toMatch(/\d件|見つかりません|探す語がありません/);
      expect(await page.locator('.search-results :is(img, script)').count()).toBe(0);
    }
    expect(await page.title()).toContain('第31回');
    await site.visit('/search/?q=%ED%A0%80%E3%81&q=%');
  });
});

test('says so when the index does not come, and asks again at the next letter', async () => {
  const visitor = await visitorOf(await siteUnderTest()); // whose console may complain
  const page = await visitor.visit(MINUTES);
  const button = page.getByRole('button', { name: '検索', exact: true });
  await page.context().setOffline(true);
  await button.click();
  await page.getByRole('alert').filter({ hasText: '読み込めませんでした' }).waitFor();
  await page.context().setOffline(false);
  await page.reload({ waitUntil: 'networkidle' });
  await button.click();
  await field(page).waitFor();
  await page.context().setOffline(true);
  await field(page).fill('情');
  await expect.poll(() => status(page).textContent()).toContain('読み込めませんでした');
  await page.context().setOffline(false);
  await field(page).fill('情報');
  await expect.poll(() => places(page).count()).toBeGreaterThan(5);
  await visitor.leave();
});

test('nothing was wrong in any page, nothing asked of another host', () => {
  expect(site.troubles).toEqual([]);
});
