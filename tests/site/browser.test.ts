/** Proves that a machine without a browser has one after all. */
import { afterEach, expect, test, vi } from 'vitest';
import { launchBrowser, shipped, start } from './browser.ts';

afterEach(() => vi.unstubAllEnvs());

const browser = shipped();

test.runIf(browser)('the browser of the npm package starts with nothing of the machine but its C library', async () => {
  vi.stubEnv('PATH', '');
  const opened = await start(browser ?? { executablePath: '' });
  const page = await opened.newPage();
  await page.setContent('<h1>会議録</h1>');
  expect(await page.locator('h1').textContent()).toBe('会議録');
  await opened.close();
});

test('a browser that is named but not there is told in one line', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  await expect(launchBrowser()).rejects.toThrow(/^CHROMIUM_PATH の示す \/nowhere\/chromium がありません。.+$/);
});
