/** Holds that the search of the site under work is always that of the files as they are. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fillFolder } from '@tsuzuri/core/files';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexOf, passagesOf } from '../search/invented.ts';
import { launchBrowser } from './browser.ts';
import { ROOT, siteUnderTest } from './site-under-test.ts';

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-dev-'));
let origin: string;
let server: ChildProcess;
let browser: Browser;

beforeAll(async () => {
  await siteUnderTest();
  for (const name of ['pages', 'public', 'book.json'])
    cpSync(join(ROOT, 'build', name), join(home, name), { recursive: true });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = spawn(
    process.execPath,
    ['node_modules/@tsuzuri/site/bin/vitepress.js', 'dev', '--port', String(port), '--host', '127.0.0.1'],
    { cwd: ROOT, env: { ...process.env, TSUZURI_BUILD: home, NODE_ENV: 'development' }, stdio: 'ignore' },
  );
  browser = await launchBrowser();
  for (let tries = 0; tries < 120 && !(await fetch(origin).catch(() => undefined))?.ok; tries++) await pause(500);
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  rmSync(home, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise(done => probe.close(done));
  return port;
}

/** The server compiles what is asked of it first. */
const PATIENT = { timeout: 20_000 };

test('what was written since the server began is found, what is gone is not', async () => {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('pageerror', error => troubles.push(error.message));
  await page.goto(`${origin}/search/?q=${encodeURIComponent('重要インフラ専門委員会')}`);
  await page.locator('.search-document').first().waitFor();
  // As `tsuzuri build` does it: the folder is replaced, its files have new names.
  writeFileSync(join(home, 'pages/about.md'), `${readFileSync(join(home, 'pages/about.md'), 'utf8')}\n蜃気楼\n`);
  const index = indexOf(passagesOf(['新しい段落に蜃気楼という語がある。']));
  await fillFolder(join(home, 'public'), (_, write) =>
    write([...index].map(([path, content]) => [`search/${path}`, content])),
  );
  const found = () => page.locator('.search-sentence mark').allTextContents();
  // Until the server has noticed the new files, the page says that one should try again.
  const again = async (words: string): Promise<string | null> => {
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').fill(words);
    await pause(1000);
    return page.locator('.search-status').textContent();
  };
  await expect.poll(() => again('重要インフラ専門委員'), PATIENT).toContain('見つかりませんでした');
  await page.getByRole('searchbox').fill('蜃気楼');
  await expect.poll(found, PATIENT).toEqual(['蜃気楼']);
  await page.reload();
  await expect.poll(found, PATIENT).toEqual(['蜃気楼']);
  expect(troubles).toEqual([]);
});
