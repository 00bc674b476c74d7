/** Opens minutes in a real browser: what was corrected, the scan beside them, the menus of the parts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { undo } from '@tsuzuri/core/trace';
import type { Proof } from '@tsuzuri/print/data/corrections';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, siteUnderTest } from './site-under-test.ts';
import { PHONE, type Visitor, visitorOf } from './visitor.ts';

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
      for (const extra of copy.querySelectorAll('.header-anchor')) extra.remove();
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
        mark.doubt ? mark.scan : mark.clean.replace(/\n+$/, ''), // a heading that was put in ends its line
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
    await page.locator('.own-link[aria-haspopup]').first().waitFor({ state: 'attached' }); // the tools are there
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

  test('are checked against the scan by touch alone', async () => {
    const page = await site.visit('/', { viewport: PHONE, hasTouch: true, isMobile: true });
    await page.getByRole('link', { name: '情報セキュリティ政策会議 第31回' }).first().tap();
    await page.getByRole('button', { name: '校正を表示' }).tap();
    await page.getByRole('button', { name: '原文を並べる' }).tap();
    await page.locator('.scan-line').first().waitFor();
    await page.locator('.mark-note', { hasText: /^1$/ }).tap();
    await page.waitForURL('**#mark1');
    expect(await page.locator('#mark1').textContent()).toContain('「る」が落ちている');
    await page.locator('.scan-line', { hasText: '最大の課題であると考え。' }).first().waitFor();
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

test('a place whose address asks for the corrections and the scan is where a link leads, though all above it grows', async () => {
  const page = await site.visit('/minutes/fy2015-sgst-4/?show=edits,scan#u3', { reducedMotion: 'reduce' });
  await page.locator('.scan-line').first().waitFor();
  const top = () => page.locator('#u3').evaluate(part => part.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(140);
  expect(await top()).toBeGreaterThan(64); // below the bar
  await page.context().close();
});

test('what is shown of the corrections is printed, the switches are not', async () => {
  const page = await site.visit('/minutes/fy2015-sgst-4/?show=edits,scan');
  await page.locator('.scan-line').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const isSeen = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
  for (const printed of ['del.taken', '.mark-note', '.scan-line', '.proof-list li'])
    expect(await isSeen(printed)).toBe(true);
  for (const left of ['.proof-switch', '.own-link', '.VPNav', '.VPSidebar']) expect(await isSeen(left)).toBe(false);
  await page.context().close();
});

describe('the menu of a part', () => {
  const copied = async (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const PERMISSIONS = { permissions: ['clipboard-read', 'clipboard-write'] };
  const FINGER = { viewport: PHONE, hasTouch: true, isMobile: true };
  const FIRST = '/minutes/2012-11-01-isc-31/';
  const LAST = '/minutes/2021-09-27-cs-hq-31/';
  const OPINION_7 =
    '「NISCや関係する省庁の報道発表が国内向けに偏りすぎていて、国際的なインパクトを考慮した広報活動が重要である。また、JPCERT/CC等の個々の活動についても、しっかりと広報していく必要がある。」';
  const quoted = () =>
    `${OPINION_7}（高度情報通信ネットワーク社会推進戦略本部 情報セキュリティ政策会議 第31回会合 議事要旨、2012年11月1日、発言7、${site.origin}${FIRST}#u7）`;
  const button = (page: Page, name: string) => page.getByRole('button', { name: `${name}のメニュー`, exact: true });
  const item = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label'));

  test('quotes opinion 7 of the first document by keyboard alone', async () => {
    const page = await site.visit('/', PERMISSIONS);
    const tabTo = async (words: string): Promise<void> => {
      for (let step = 0; step < 300 && (await focused(page)) !== words; step++) await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(words);
    };
    await tabTo('情報セキュリティ政策会議 第31回');
    await page.keyboard.press('Enter');
    await button(page, '発言7').waitFor();
    await tabTo('発言7のメニュー');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('出典を付けて本文をコピー');
    await page.keyboard.press('Enter');
    await page.getByText('コピーしました').waitFor();
    expect(await copied(page)).toBe(quoted());
    expect(await focused(page)).toBe('発言7のメニュー');
    await page.context().close();
  });

  test('quotes it by touch alone', async () => {
    const page = await site.visit('/', { ...FINGER, ...PERMISSIONS });
    await page.getByRole('link', { name: '情報セキュリティ政策会議 第31回' }).first().tap();
    await button(page, '発言7').tap();
    await item(page, '出典を付けて本文をコピー').tap();
    await page.getByText('コピーしました').waitFor();
    expect(await copied(page)).toBe(quoted());
    await page.context().close();
  });

  const FOUND = '.search-document li a[href*="#u"]';
  const RANSOM =
    /^中谷本部員「[\s\S]*ランサムウェア[\s\S]*」（サイバーセキュリティ戦略本部 第31回会合 議事概要、2021年9月27日、発言5、/;

  test('cites who spoke of something in 2021, found by keyboard alone', async () => {
    const page = await site.visit('/', PERMISSIONS);
    await page.locator('.search-button[aria-keyshortcuts]').waitFor(); // the programs have begun
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.type('ランサムウェア 年:2021');
    await page.locator(FOUND, { hasText: '中谷本部員' }).first().waitFor();
    for (let step = 0; step < 20 && !(await focused(page))?.includes('中谷本部員'); step++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#u5:focus').waitFor();
    await button(page, '発言5').waitFor();
    const isThere = () => button(page, '発言5').evaluate(menu => menu === document.activeElement);
    for (let step = 0; step < 5 && !(await isThere()); step++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('出典を付けて本文をコピー');
    await page.keyboard.press('Enter');
    await page.getByText('コピーしました').waitFor();
    expect(await copied(page)).toMatch(RANSOM);
    await page.context().close();
  });

  test('cites it by touch alone', async () => {
    const page = await site.visit('/', { ...FINGER, ...PERMISSIONS });
    await page.getByRole('searchbox').tap();
    await page.keyboard.type('ランサムウェア 年:2021');
    await page.locator(FOUND, { hasText: '中谷本部員' }).first().tap();
    await page.waitForURL(`**${LAST}#u5`);
    await button(page, '発言5').tap();
    await item(page, '出典を付けて本文をコピー').tap();
    await page.getByText('コピーしました').waitFor();
    expect(await copied(page)).toMatch(RANSOM);
    await page.context().close();
  });

  test('moves nothing, follows the arrows, closes with Escape, Tab, a click beside it or a second one on ¶', async () => {
    const page = await site.visit(FIRST);
    const places = () =>
      page.locator('[data-b]').evaluateAll(all => all.map(one => JSON.stringify(one.getBoundingClientRect())));
    await page.locator('#u7').hover();
    const before = await places();
    const isOpen = () => page.locator('.part-menu').isVisible();
    await button(page, '発言7').press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('出典を付けて本文をコピー');
    expect(await places()).toEqual(before);
    for (const [key, words] of [
      ['ArrowDown', 'アドレスをコピー'],
      ['ArrowUp', '出典を付けて本文をコピー'],
      ['End', 'Wikipedia'],
      ['ArrowDown', '出典を付けて本文をコピー'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused(page)).toBe(words);
    }
    await page.keyboard.press('Escape');
    expect([await isOpen(), await focused(page)]).toEqual([false, '発言7のメニュー']);
    await page.keyboard.press(' ');
    await expect.poll(isOpen).toBe(true);
    await page.keyboard.press('Tab');
    expect([await isOpen(), await focused(page)]).toEqual([false, '防衛省']);
    for (const close of [button(page, '発言7'), page.locator('h1')]) {
      await button(page, '発言7').click();
      await expect.poll(isOpen).toBe(true);
      await close.click({ position: { x: 2, y: 2 } });
      await expect.poll(isOpen).toBe(false);
    }
    expect(new URL(page.url()).hash).toBe('');
    await page.context().close();
  });

  test('quotes a whole speech with its speaker, with corrections shown; a paragraph, a selection with its address', async () => {
    const page = await site.visit(`${LAST}?show=edits`, PERMISSIONS);
    const meeting = '（サイバーセキュリティ戦略本部 第31回会合 議事概要、2021年9月27日、発言6、';
    const copyBy = async (part: string, name: string): Promise<string> => {
      await page.locator(part).hover();
      await page.locator(`${part} > :is(.own-link, .header-anchor)`).click();
      await item(page, name).click();
      await page.locator('.part-menu').waitFor({ state: 'detached' });
      return copied(page);
    };
    const speech = await copyBy('#u6', '出典を付けて本文をコピー');
    expect(speech).toMatch(/^野原本部員「これまでの関係者の.*\n1点目は.*\n2点目は.*\n3点目は、[^\n]*考えている。」/);
    expect(speech.endsWith(`」${meeting}${site.origin}${LAST}#u6）`)).toBe(true);
    const paragraph = await copyBy('#p31', '出典を付けて本文をコピー');
    expect(paragraph).toMatch(/^野原本部員「1点目は、[^「」\n]*いただきたい。」/);
    expect(paragraph.endsWith(`」${meeting}段落31、${site.origin}${LAST}#p31）`)).toBe(true);

    await page.locator('#p31').evaluate(part => {
      const text = [...part.childNodes].find(node => node.textContent?.includes('異例づくめ')) as Text;
      const at = text.data.indexOf('例づくめ');
      getSelection()?.setBaseAndExtent(text, at, text, at + 8);
    });
    const chosen = await copyBy('#u6', '出典を付けて選択した文をコピー');
    expect(chosen).toBe(`野原本部員「例づくめの大会だ」${meeting}段落31、${site.origin}${LAST}#p31）`);
    await page.evaluate(() => {
      const textOf = (id: string) => document.querySelector(`${id} ~ p`)?.firstChild as Text;
      getSelection()?.setBaseAndExtent(textOf('#u6'), 0, textOf('#u8'), 4);
    });
    for (const touched of ['#u7', '#u8']) {
      const both = await copyBy(touched, '出典を付けて選択した文をコピー');
      expect(both).toMatch(/^野原本部員「これまでの[\s\S]*」／前田本部員「[\s\S]*」／宮澤本部員「.{4}」（/);
    }
    await page.locator('#p31').evaluate(part => {
      const text = [...part.childNodes].find(node => node.textContent?.includes('異例づくめ')) as Text;
      const at = text.data.indexOf('例づくめ');
      getSelection()?.setBaseAndExtent(text, at, text, at + 8);
    });
    const address = await copyBy('#p31', '選択した文を示すアドレスをコピー');
    expect(decodeURIComponent(address)).toBe(`${site.origin}${LAST}#p31:~:text=異例づくめの大会だ`);
    const beginning = await copyBy('#p32', '書き出しの文を示すアドレスをコピー');
    expect(decodeURIComponent(beginning)).toBe(
      `${site.origin}${LAST}#p32:~:text=2点目は、DXとサイバーセキュリティの同時推進についてである。`,
    );
    expect(JSON.parse(await copyBy('#u7', 'CSL-JSON'))).toMatchObject([
      { id: '2021-09-27-cs-hq-31-u7', note: '前田本部員、発言7', URL: `${site.origin}${LAST}#u7` },
    ]);
    await page.context().close();
  });

  test('quotes a section of a slide without the slide below, whose title the scan lost', async () => {
    const page = await site.visit('/minutes/2014-01-15-policy-slides/', PERMISSIONS);
    const section = page.locator('h2', { hasText: '少額減価償却資産' });
    await section.hover();
    await section.locator(':is(.own-link, .header-anchor)').click();
    await item(page, '出典を付けて本文をコピー').click();
    await page.locator('.part-menu').waitFor({ state: 'detached' });
    const words = await copied(page);
    expect(words).toContain('WindowsXPのサポート期限');
    expect(words).not.toMatch(/サイバー攻撃への対応能力向上|ACTIVEは、/);
    await page.context().close();
  });

  test('shows the text where the clipboard is blocked', async () => {
    const page = await site.visit(FIRST);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await button(page, '発言7').press('Enter');
    await item(page, '出典を付けて本文をコピー').press('Enter');
    await page.getByText('ブラウザーがコピーを許していません').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toBe(quoted());
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('発言7のメニュー');
    await page.context().close();
  });

  test('is a link to the part where the menu cannot be loaded, and without scripts', async () => {
    const page = await site.visit(FIRST);
    await page.route('**/part-menu*.js', route => route.abort());
    await button(page, '発言7').press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#u7');
    await page.context().close();
    const still = await site.visit(FIRST, { javaScriptEnabled: false });
    expect(await still.getByRole('link', { name: '発言7への固定リンク' }).getAttribute('href')).toBe('#u7');
    await still.context().close();
  });
});

/** A phone of the smallest kind that many people have. */
const SMALL = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };

describe('the beginning', () => {
  test.each(NAMES)('of %s stands on the first screen of a phone', async name => {
    const page = await site.visit(`/minutes/${name}/`, SMALL);
    // The first words of the meeting: a speech, a paragraph, an item; not when, where, who.
    const first = page.locator('.vp-doc :is(p, li)[data-b]:not(.opening *)').first();
    const { y = 1e9, height = 0 } = (await first.boundingBox()) ?? {};
    expect(y + Math.min(height, 30)).toBeLessThanOrEqual(667);
    await page.context().close();
  });

  test('names and counts what it folds; it opens by hand, for a link, for paper, and nothing of it is lost', async () => {
    const address = '/minutes/2012-11-01-isc-31/';
    const page = await site.visit(address);
    const person = page.getByRole('cell', { name: '藤村 修' });
    expect(await page.locator('.opening summary').textContent()).toBe('日時、場所、出席者 22名');
    expect(await person.isVisible()).toBe(false);
    await page.getByText('日時、場所、出席者 22名').click();
    expect(await person.isVisible()).toBe(true);
    await page.reload();
    await page.locator('[aria-haspopup=menu]').first().waitFor({ state: 'attached' }); // what unfolds for paper comes with the menus
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await person.isVisible()).toBe(true);
    await page.goto(site.origin + address, { waitUntil: 'networkidle' });
    await page.locator('.VPDocAsideOutline a[href="#s3"]').click();
    const heading = page.locator('#s3');
    await expect.poll(() => heading.isVisible()).toBe(true);
    const top = () => heading.evaluate(element => element.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThan(60);
    expect(await top()).toBeLessThan(300);
    await page.context().close();
    const still = await site.visit(address, { javaScriptEnabled: false });
    await still.emulateMedia({ media: 'print' });
    expect(await still.getByRole('cell', { name: '藤村 修' }).isVisible()).toBe(true);
    await still.context().close();
  });
});

describe('while one reads', () => {
  const DISCUSSION = '/minutes/fy2015-sgst-4/';
  const bar = (page: Page) => page.getByRole('navigation', { name: '読んでいる箇所' });
  const scrollTo = (page: Page, id: string) => page.evaluate(id => document.getElementById(id)?.scrollIntoView(), id);

  test('a bar says who speaks, and leads to the other speeches of the speaker; the outline follows', async () => {
    const page = await site.visit(DISCUSSION);
    expect(await bar(page).count()).toBe(0);
    await scrollTo(page, 'u6');
    await expect.poll(() => bar(page).textContent()).toContain('事務局発言6/28');
    const current = page.locator('.VPDocAsideOutline [aria-current="location"]');
    await expect.poll(() => current.evaluateAll(all => all.map(link => link.getAttribute('href')))).toEqual(['#u6']);
    await page.getByRole('button', { name: '事務局の次の発言' }).press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#u8');
    await expect.poll(() => bar(page).textContent()).toContain('事務局発言8/28');
    // It hides neither the place that it leads to nor what stands above.
    const place = await page.locator('#u8').boundingBox();
    expect(place?.y).toBeGreaterThan(64);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('事務局の次の発言');
    await scrollTo(page, 'u27');
    await expect.poll(() => current.getAttribute('href')).toBe('#u27');
    expect(
      await current.evaluate(link => {
        const box = link.closest('.aside-container')?.getBoundingClientRect();
        const { top, bottom } = link.getBoundingClientRect();
        return box !== undefined && top >= box.top && bottom <= Math.min(box.bottom, innerHeight);
      }),
    ).toBe(true);
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect.poll(() => bar(page).count()).toBe(0); // hidden: no role
    await page.context().close();
  });

  test('the menu of a speech leads there, too', async () => {
    const page = await site.visit(DISCUSSION);
    await page.getByRole('button', { name: '発言6のメニュー', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: '事務局の次の発言' }).press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#u8');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('発言8のメニュー');
    await page.context().close();
  });

  test('nothing moves as the bar comes', async () => {
    const page = await site.visit(DISCUSSION, SMALL);
    await page.evaluate(() => {
      Object.assign(window, { moved: 0 });
      new PerformanceObserver(list => {
        for (const entry of list.getEntries())
          (window as unknown as { moved: number }).moved += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.mouse.wheel(0, 3000);
    await bar(page).waitFor();
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.01);
    await page.context().close();
  });
});
