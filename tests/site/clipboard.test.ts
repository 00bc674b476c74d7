/** Copies from the site in a real browser: whatever is selected and shown, the clean text of the page is in the clipboard. */
import type { Converted } from '@tsuzuri/convert/pipeline';
import type { Nodes } from 'mdast';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertSeeds, SEEDS } from '../seeds.ts';
import { siteUnderTest } from './site-under-test.ts';
import { type Visitor, visitorOf } from './visitor.ts';

let site: Visitor;
let converted: ReadonlyMap<string, Converted>;
beforeAll(async () => {
  site = await visitorOf(await siteUnderTest());
  converted = await convertSeeds();
});
afterAll(() => site?.leave());

const open = (path: string, options?: BrowserContextOptions): Promise<Page> =>
  site.visit(path, { ...options, permissions: ['clipboard-read', 'clipboard-write'] });

/** The words of a block, as the ledger has them; a cell may have two lines. */
function wordsOf(block: Nodes, { ledger }: Converted): string {
  let words = '';
  visit(block, node => {
    if (node.type === 'break' || node.type === 'html') words += '\n';
    if (node.type !== 'text') return;
    const { start } = node.data ?? {};
    if (start !== undefined) expect(ledger.clean.slice(start, start + node.value.length)).toBe(node.value);
    words += node.value;
  });
  return words.replace(/ *\n */g, '\n').trim();
}

/** What the converter made of a scan: each block with words, and each line of the page. */
function truthOf(id: string): { blocks: string[]; lines: string[] } {
  const found = converted.get(id);
  if (!found) throw new Error(id);
  const [blocks, lines]: [string[], string[]] = [[], []];
  visit(found.tree, node => {
    if (!['heading', 'paragraph', 'tableCell', 'tableRow'].includes(node.type)) return;
    const cells = node.type === 'tableRow' ? node.children : [node];
    const words = cells.map(cell => wordsOf(cell, found));
    if (node.type !== 'tableRow') blocks.push(...words.filter(Boolean));
    if (node.type !== 'tableCell' && words.some(Boolean)) lines.push(words.join('\t').replaceAll('\n', ' '));
  });
  return { blocks, lines };
}

type Copied = readonly [text: string, html: string];

/** Selects and copies each block of the page, one after the other. */
/** What reads a selection is loaded with the first one: no reader is as quick as this test. */
const readyToCopy = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => {
        let words = '';
        const note = ({ clipboardData }: ClipboardEvent): void => {
          words = clipboardData?.getData('text/plain') ?? '';
        };
        addEventListener('copy', note, { once: true });
        getSelection()?.selectAllChildren(document.body);
        document.execCommand('copy');
        removeEventListener('copy', note);
        return words;
      }),
    )
    .not.toBe('');

const copyBlocks = async (page: Page): Promise<Copied[]> => {
  await readyToCopy(page);
  return page.evaluate(async () => {
    const copied: [string, string][] = [];
    const note = ({ clipboardData }: ClipboardEvent): void => {
      copied.push(['', clipboardData?.getData('text/html') ?? '']);
    };
    addEventListener('copy', note);
    for (const list of document.querySelectorAll('details')) list.open = true;
    for (const block of document.querySelectorAll('.vp-doc [data-b]')) {
      getSelection()?.selectAllChildren(block);
      if (!document.execCommand('copy')) copied.push(['', '']);
      const last = copied.at(-1);
      if (last) last[0] = await navigator.clipboard.readText();
    }
    removeEventListener('copy', note);
    return copied;
  });
};

const readClipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const showEdits = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '校正を表示' }).click();
  await page.locator('.mark-note').first().waitFor();
};

describe.each(Object.entries(SEEDS))('of %s, %s', (id, name) => {
  test('each block is copied as the ledger has it, and the page line by line, whatever is shown', async () => {
    const page = await open(`/minutes/${name}`);
    const { blocks, lines } = truthOf(id);
    const plain = await copyBlocks(page);
    expect(plain.map(([text]) => text)).toEqual(blocks);
    const ofThePage = /class|data-b|<(?:ins|del|mark|button)|"\/|¶|\u200B/;
    expect(plain.filter(([, html]) => html === '' || ofThePage.test(html))).toEqual([]);
    await showEdits(page);
    expect(await copyBlocks(page)).toEqual(plain);

    await page.getByRole('button', { name: '原文を並べる' }).click();
    await page.locator('.vp-doc a[href*="/glossary/"]').first().hover();
    await page.locator('.entry-popover').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    const copied = (await readClipboard(page)).replaceAll('\r', '').split('\n');
    expect(copied[0]).toBe(lines[0]);
    expect(copied.slice(1 - lines.length)).toEqual(lines.slice(1));
    expect(copied.filter(line => line.trim() === '' || /校正を表示|コピー|\u200B/.test(line))).toEqual([]);
    await page.context().close();
  });
});

describe('an odd selection', () => {
  /** Selects from a place in the first text of an element to one in that of another. */
  async function copy(page: Page, from: readonly [string, number], to: readonly [string, number]): Promise<string> {
    await page.evaluate(
      async ends => {
        const [from, to] = ends.map(([selector, at]) => {
          const element = document.querySelector(selector) as Node;
          return [document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Node, at] as const;
        });
        if (from && to) getSelection()?.setBaseAndExtent(...from, ...to);
        await navigator.clipboard.writeText('nothing');
      },
      [from, to],
    );
    await page.keyboard.press('Control+C');
    return readClipboard(page);
  }

  test('within a correction and out of it, from a struck letter on, of a struck letter alone', async () => {
    const page = await open('/minutes/2013-06-20-ci-committee-32?show=edits');
    const added = page.locator('[data-b] .taken:not(.space) + ins.added').first();
    const words = await added.evaluate(one => {
      for (const list of document.querySelectorAll('details')) list.open = true; // nobody selects what is not shown
      one.closest('[data-b]')?.setAttribute('data-test', '');
      return one.textContent;
    });
    const [struck, mark, note] = ['[data-test] .taken', '[data-test] ins.added', '[data-test] .mark-note'] as const;
    expect(words.length).toBeGreaterThan(1);
    expect(await copy(page, [mark, 1], [note, 1])).toBe(words.slice(1));
    expect(await copy(page, [struck, 0], [note, 0])).toBe(words);
    expect(await copy(page, [struck, 0], [struck, 1])).not.toMatch(/\S/);
    for (const beside of [
      '.own-link',
      '.header-anchor',
      '.mark-note',
      '.taken',
      '.proof-switch button',
      '.proof-switch [role=status]',
    ])
      expect(
        await page
          .locator(`.vp-doc ${beside}`)
          .first()
          .evaluate(one => getComputedStyle(one).userSelect),
      ).toBe('none');
    await page.context().close();
  });

  test('of cells, of a link, of the scan', async () => {
    const page = await open('/minutes/2012-11-01-isc-31?show=scan');
    await page.locator('.scan-line').first().waitFor();
    expect(await copy(page, ['tbody tr td', 1], ['tbody tr:nth-child(2) td + td', 3])).toBe(
      '村 修\t内閣官房長官\n前原 誠司\t内閣府',
    );
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('text/html'))?.text();
    });
    expect(html).toContain(`<a href="${site.origin}/people/${encodeURIComponent('前原誠司')}/">前原 誠司</a>`);
    expect(html).toMatch(/<table>.*<tr><td>.*<\/table>/s);
    const scan = await page.locator('.scan-line').first().textContent();
    expect(await copy(page, ['.scan-line', 0], ['.scan-line', 5])).toBe(scan?.slice(0, 5));
    await page.context().close();
  });
});

test('a third click selects the whole paragraph, where corrections are shown, too', async () => {
  const page = await open('/minutes/2021-09-27-cs-hq-31?show=edits');
  await page.locator('.mark-note').first().waitFor();
  const blocks = page.locator('.vp-doc p[data-b]:has(.mark-note)');
  for (const index of [3, 4, 5]) {
    const block = blocks.nth(index);
    const id = await block.getAttribute('id');
    await block.scrollIntoViewIfNeeded();
    await block.click({ clickCount: 3, position: { x: 14, y: 8 } });
    await page.keyboard.press('Control+C');
    const shown = await block.evaluate(one => {
      const copy = one.cloneNode(true) as Element;
      for (const beside of copy.querySelectorAll('.taken, .mark-note, .own-link')) beside.remove();
      return copy.textContent?.trim();
    });
    expect(await readClipboard(page), id ?? '').toBe(shown);
  }
  await page.context().close();
});

test('other pages are copied without controls, code with its lines; fields keep their own words', async () => {
  const page = await open('/glossary/nisc/');
  const copyAll = async (path: string): Promise<string[]> => {
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    return (await readClipboard(page)).replaceAll('\r', '').split('\n');
  };
  const guide = await copyAll('/contributing-corrections');
  expect(guide[0]).toBe('訂正を加えるには');
  expect(guide).toContain('    after: "極めて重要であると考えているので"');
  expect(guide).toContain(
    '直してよい\tそのままでは言葉が続かず、直し方が一つに決まる。「いただくとことは」は「いただくことは」',
  );
  for (const path of ['/glossary/nisc/', '/glossary/']) {
    const lines = await copyAll(path);
    expect(lines.length, path).toBeGreaterThan(5);
    expect(
      lines.filter(line => line.trim() === '' || /\u200B|このページを編集|用語を絞り込む/.test(line)),
      path,
    ).toEqual([]);
  }
  await page.locator('.list-filter input').fill('にすく');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  expect(await readClipboard(page)).toBe('にすく');
  await page.context().close();
});

test('nothing was wrong in any page', () => {
  expect(site.troubles).toEqual([]);
});
