/** Proves that no text of a card runs as code in a popover, on a small site below a path of its host. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Book } from '@tsuzuri/book/build-book';
import { readTerm } from '@tsuzuri/core/card';
import { addFiles } from '@tsuzuri/core/files';
import { parsePage } from '@tsuzuri/core/markdown';
import { entryAddress } from '@tsuzuri/core/urls';
import { siteData } from '@tsuzuri/print/data';
import { printSite } from '@tsuzuri/print/site';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT } from '../seeds.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const BASE = '/below/';
const IMAGE = '<img src=x onerror="hacked=1">';

const CARD = `---
term: ${IMAGE}
reading: "{{ hacked=2 }}"
names:
  - {name: 前の名, until: 2014-12-31}
  - {name: '${IMAGE}', expansion: '</span><script>hacked=3</script>', from: 2015-01-01}
---
# 題

一つ目の[文](/minutes/a)は**強い**${IMAGE}です。「二つ。つ目」の
文{{ 1+1 }}。三つ目の文。

次の段落。
`;

const term = readTerm('docs/glossary/constructor.md', CARD);
/** As the page of the entry says it (`leadOf`). */
const SAID = `一つ目の文は強い${IMAGE}です。「二つ。つ目」の文{{ 1+1 }}。`;
const pages = [
  ['index', '# 表紙'],
  ['minutes/index', '# 一覧'],
  ['glossary/index', '# 一覧'],
  ['minutes/a', `# 会議\n\nこれは[用語](${entryAddress(term, term.names[1])})と[一覧](/glossary/)です。`],
  ['glossary/constructor', '# 題\n\n## 箇所 {#mentions}\n\n## 名 {#n2}'],
].map(([path = '', body]) => {
  const matter = `title: 題\nkind: text\nsource: docs/x.md\ndescription: ${JSON.stringify(SAID)}`;
  return parsePage(path, `---\n${matter}\n---\n${body}\n`);
});
const mentions = new Map([['constructor', [{ entry: 'constructor', page: 'minutes/a', text: '用語', sentence: '' }]]]);
const book: Book = {
  pages,
  terms: [term],
  mentions,
  kana: new Map(),
  converted: new Map(),
  images: new Map(),
  project: PROJECT,
  redirects: [],
  warnings: [],
  errors: [],
  cards: [],
  rules: [],
};

const build = mkdtempSync(join(tmpdir(), 'tsuzuri-popover-'));
let site: Visitor;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(build, path)), { recursive: true });
  writeFileSync(join(build, path), content);
}

beforeAll(async () => {
  for (const { path, markdown } of pages) write(`pages/${path}.md`, markdown);
  await addFiles(join(build, 'public'), siteData(book));
  write('book.json', JSON.stringify({ pages: pages.map(({ tree, markdown, ...page }) => page) }));
  await printSite(PROJECT, { build, base: BASE });
  site = await visitorOf(join(build, 'site'), BASE);
});
afterAll(async () => {
  await site?.leave();
  rmSync(build, { recursive: true, force: true });
});

test('a popover shows what a card says, leads to the entry below the path', async () => {
  const page = await site.visit(`${BASE}minutes/a`);
  await page.locator('.vp-doc a', { hasText: '用語' }).hover();
  const said = page.locator('.entry-said');
  expect(await said.locator('.entry-head').textContent()).toBe(`${IMAGE}{{ hacked=2 }}`);
  expect(await said.locator('.entry-names').textContent()).toBe(
    `当時の名称${IMAGE}</span><script>hacked=3</script>2015年1月1日〜`,
  );
  expect(await said.locator('> :last-child').textContent()).toBe(SAID);
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  await page.getByRole('link', { name: 'すべての箇所（1）' }).click();
  await page.waitForURL(`${site.origin}${BASE}glossary/constructor/#mentions`);
});

test('the index of the glossary is no entry, nothing was wrong in any page', async () => {
  const page = await site.visit(`${BASE}minutes/a`);
  await page.locator('.vp-doc a', { hasText: '一覧' }).hover();
  await page.waitForTimeout(600);
  expect(await page.locator('.entry-popover').count()).toBe(0);
  expect(site.troubles).toEqual([]);
});
