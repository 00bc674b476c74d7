/** Proves that no text of a page runs as code, on a small site below a path of its host. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printSite } from '@tsuzuri/print/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../seeds.ts';
import { deadLinks } from './links.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const BASE = '/below/';

/** What a page says, what a reader must see of it. */
const TEXTS: readonly (readonly [says: string, shows: string])[] = [
  ['&#123;&#123; 1+1 &#125;&#125; 実体', '{{ 1+1 }} 実体'],
  ['{{ 1+1 }} そのまま', '{{ 1+1 }} そのまま'],
  ['\\{{ 1+1 }} 逆斜線', '{{ 1+1 }} 逆斜線'],
  ['`{{ 1+1 }}` 符号', '{{ 1+1 }} 符号'],
  ['&lt;報告1&gt; AT&amp;T', '<報告1> AT&T'],
  ['<報告2> A & B', '<報告2> A & B'],
  ['<img src="x" onerror="hacked=1"> 画像', '<img src="x" onerror="hacked=1"> 画像'],
  ['<script>hacked=2</script> 命令', '<script>hacked=2</script> 命令'],
  ['<MinutesHead v-html="x" /> 部品', '<MinutesHead v-html="x" /> 部品'],
  ['[番地](javascript:hacked=3)', '[番地](javascript:hacked=3)'],
  ['![外の絵](https://example.org/x.png)', '外の絵'],
  ['属性 {onclick="hacked=4" .x v-if="false"}', '属性'],
  ['<<< @/../package.json', '<<< @/../package.json'],
  ['前<!--@include: ../secret.md-->後', '前後'],
  ['参照(8)', '参照(8)'],
  ['参照 :tada: (8)', '参照 :tada: (8)'],
  ['http\\://www.nisc.go.jp/ に', 'http://www.nisc.go.jp/ に'],
  ['**「引用」**の強調', '「引用」の強調'],
  ['行の終わり。\n「次」の\nLatin\nwords', '行の終わり。「次」の Latin words'],
];

const TITLE = '</title><b>危険 & 題{{ 1+1 }}';
const BODY = '<b>会議</b>{{ 1+1 }}';
const FRONT_MATTER = 'title: 題\nkind: minutes\nhead: [[script, {}, hacked=5]]\nlayout: false';
const TABLE = '| 欄 |\n| --- |\n| 上<br>下 |';
const TABLE_WITHOUT_HEAD = '| | |\n| --- | --- |\n| 23年度 | 6億円 |';

const build = mkdtempSync(join(tmpdir(), 'tsuzuri-hostile-'));
const folder = join(build, 'site');
const pages: object[] = [];
let site: Visitor;

/** Writes a page, which the list of pages then knows. */
function writePage(path: string, frontMatter: string, body: string, entry: object = {}): void {
  mkdirSync(join(build, 'pages', path, '..'), { recursive: true });
  writeFileSync(join(build, 'pages', `${path}.md`), `---\n${frontMatter}\n---\n${body}\n`);
  pages.push({ path, kind: 'text', title: '題', source: 'docs/x.md', matter: {}, ...entry });
  writeFileSync(join(build, 'book.json'), JSON.stringify({ pages }));
}

beforeAll(async () => {
  writeFileSync(join(build, 'secret.md'), '秘密');
  writePage('index', 'kind: text', '# 表紙\n\n[会議録](/minutes/hostile#u1)\n\n## 続き');
  for (const list of ['minutes', 'glossary']) writePage(`${list}/index`, 'kind: text', '# 一覧');
  writePage('rules/index', 'kind: text', '# 規則\n\n## 限界 {#limits}'); // to which minutes lead
  const body = ['# 題', '## 発言者 {#u1}', ...TEXTS.map(([says]) => says), TABLE, TABLE_WITHOUT_HEAD].join('\n\n');
  const matter = { body: BODY, session: 1, date: '2012-11-01', edits: 1 };
  writePage('minutes/hostile', FRONT_MATTER, body, { kind: 'minutes', title: TITLE, matter });
  await printSite(PROJECT, { build, base: BASE });
  site = await visitorOf(folder, BASE);
});
afterAll(async () => {
  await site?.leave();
  rmSync(build, { recursive: true, force: true });
});

describe('a hostile page', () => {
  test('shows what it says', async () => {
    const page = await site.visit(`${BASE}minutes/hostile/`);
    expect(await page.locator('.vp-doc p[data-b]').allInnerTexts()).toEqual(TEXTS.map(([, shows]) => shows));
    expect(await page.locator('.minutes-head').textContent()).toContain(BODY);
    expect(await page.locator('.VPSidebar').textContent()).toContain(`${BODY} 第1回`);
    expect(await page.title()).toContain(TITLE);
  });

  test('runs nothing, asks nothing', async () => {
    const page = await site.visit(`${BASE}minutes/hostile/`);
    await page.getByText('属性').click();
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    expect(site.troubles).toEqual([]);
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    expect(await policy.getAttribute('content')).toContain("default-src 'self'");
  });

  test('can still break a line in a cell, has no heads without words', async () => {
    const page = await site.visit(`${BASE}minutes/hostile/`);
    expect(await page.locator('.vp-doc thead').count()).toBe(1);
    expect(await page.locator('.vp-doc td').first().innerHTML()).toMatch(/^上<br>\s下$/);
  });
});

test('a site below a path finds its own pages', async () => {
  const page = await site.visit(BASE);
  await page.locator('.vp-doc a', { hasText: '会議録' }).first().click();
  await page.waitForURL(`${site.origin}${BASE}minutes/hostile/#u1`);
  expect(deadLinks(folder, BASE)).toEqual([]);
});

test('a site that cannot be built leaves the earlier one as it was', async () => {
  const before = readFileSync(join(folder, 'index.html'), 'utf8');
  writePage('broken', 'kind: text', '# x\n\n[y](/nowhere)');
  const reason = /broken\.md のリンク \/nowhere に行き先がない/;
  await expect(printSite(PROJECT, { build, base: BASE })).rejects.toThrow(reason);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe(before);
});
