/** Holds that an edit of a card shows in the open browser, and that only pages that mention it are written again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { copyProject } from '../project.ts';
import { launchBrowser } from './browser.ts';
import { ROOT } from './site-under-test.ts';

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-edit-'));
const said: string[] = [];
let root: string;
let command: ChildProcess;
let browser: Browser;
let page: Page;

/** The server compiles what is asked of it first; a restart takes some seconds. */
const PATIENT = { timeout: 60_000 };

beforeAll(async () => {
  root = copyProject(home);
  command = spawn(process.execPath, [join(ROOT, 'src/cli/bin/tsuzuri.js'), 'dev', '--port', '5400'], { cwd: root });
  command.stdout?.on('data', chunk => said.push(...String(chunk).split('\n').filter(Boolean)));
  browser = await launchBrowser();
  await vi.waitFor(() => expect(said.join('\n')).toMatch(/^http\S+ で見られます/m), { timeout: 200_000 });
  page = await browser.newPage();
  await page.goto(`${/http\S+(?=\/ )/.exec(said.join('\n'))}/glossary/jpcertcc/`);
  await page.locator('h1').waitFor();
});
afterAll(async () => {
  await browser?.close();
  // What it still writes as it ends would come into the folder while that is taken away.
  if (command?.kill()) await once(command, 'exit');
  rmSync(home, { recursive: true, force: true });
});

/** Changes a file of the project as an editor does; tells which pages were written since. */
async function edit(file: string, change: (text: string) => string): Promise<string[]> {
  const before = times();
  const lines = said.length;
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
  await expect.poll(() => said.slice(lines).join('\n'), PATIENT).toMatch(/ページを書き換えました/);
  const now = times();
  return [...now.keys()].filter(name => now.get(name) !== before.get(name)).toSorted();
}

function times(): Map<string, number> {
  const pages = join(root, 'build/pages');
  const names = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
  return new Map(names.map(name => [name, statSync(join(pages, name)).ino]));
}

const CARD = 'docs/glossary/jpcertcc.md';
const words = () => page.locator('.vp-doc').first().textContent();

test('what an entry says is in the open page, nothing else is written', async () => {
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
  expect(await edit(CARD, text => `${text}\n蜃気楼についての一文です。\n`)).toEqual(['glossary/jpcertcc.md']);
  await expect.poll(words, PATIENT).toContain('蜃気楼についての一文です。');
  expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true); // nobody had to load the page again
});

test('a new name is linked in the pages that have it, and in no other', async () => {
  const written = await edit(CARD, text => text.replace(/^aliases: \[/m, 'aliases: [報道発表, '));
  const minutes = written.filter(name => name.startsWith('minutes/'));
  const having = readdirSync(join(root, 'seeds'))
    .filter(name => name.endsWith('.txt') && readFileSync(join(root, 'seeds', name), 'utf8').includes('報道発表'))
    .map(name => `minutes/${name.replace('.txt', '.md')}`);
  expect(having.length).toBeGreaterThan(0);
  expect(minutes).toEqual(having);
  expect(written).toContain('glossary/jpcertcc.md');
  expect(written.length).toBeLessThan(20);
});

test('a card that is broken is told with its line, the pages stay', async () => {
  const lines = said.length;
  const whole = readFileSync(join(root, CARD), 'utf8');
  writeFileSync(join(root, CARD), whole.replace(/^aliases: \[/m, 'aliases: [['));
  await expect.poll(() => said.slice(lines).join('\n'), PATIENT).toMatch(/^docs\/glossary\/jpcertcc\.md:\d+: /m);
  await expect.poll(words).toContain('蜃気楼についての一文です。');
  await edit(CARD, () => whole);
});

test('a new entry is counted in the menu of a page of another category, which leads to it', async () => {
  const concepts = page.locator('.VPSidebar section').filter({ has: page.getByRole('link', { name: '概念・用語' }) });
  const count = async () => Number(/(\d+)件/.exec((await concepts.textContent()) ?? '')?.[1]);
  const before = await count();
  expect(before).toBeGreaterThan(16); // more than a menu lists
  writeFileSync(
    join(root, 'docs/glossary/mirage.md'),
    '---\nterm: 蜃気楼\nreading: しんきろう\ncategory: concept\n---\n# 蜃気楼\n\n説明です。\n',
  );
  await expect.poll(count, PATIENT).toBe(before + 1);
  await concepts.getByRole('link').click();
  await page.locator('.vp-doc').getByRole('link', { name: '蜃気楼' }).click();
  const current = page.locator('.VPSidebar li [aria-current=page]');
  await expect.poll(() => current.allTextContents(), PATIENT).toEqual(['蜃気楼']);
});

test('what is written for programs is no page: no fault of it covers what is open', async () => {
  await expect.poll(() => existsSync(join(root, 'build/public/glossary/mirage.md')), PATIENT).toBe(true);
  await page.waitForTimeout(2000); // the server hears of it, and the browser of the server
  expect(await page.locator('vite-error-overlay').count()).toBe(0);
});
