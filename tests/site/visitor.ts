/** Visits a site with a browser that notes whatever goes wrong. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { serve } from './serve.ts';

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 375, height: 812 };

export interface Visitor {
  readonly origin: string;
  /** Words on the console, requests that failed or went to another host, of all pages so far. */
  readonly troubles: readonly string[];
  readonly visit: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly leave: () => Promise<void>;
}

/** @param base path under which the site stands: `/` or `/below/` */
export async function visitorOf(folder: string, base = '/'): Promise<Visitor> {
  const host = await serve(folder, base);
  const browser = await launchBrowser();
  const troubles: string[] = [];
  return {
    origin: host.origin,
    troubles,
    visit: async (path, options) => {
      const context = await browser.newContext({ viewport: DESK, serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      watch(page, host.origin, trouble => troubles.push(`${path}: ${trouble}`));
      await page.goto(host.origin + path, { waitUntil: 'networkidle' });
      return page;
    },
    leave: async () => {
      await browser.close();
      host.close();
    },
  };
}

/** What a page that is left had fetched ahead; scripts where scripts are off (else the console tells of a refusal, too). */
const HARMLESS = ['net::ERR_ABORTED', 'csp'];
/** What a service worker asks for no test would see; the tests of it allow it. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

function watch(page: Page, origin: string, note: (trouble: string) => void): void {
  page.on('console', message => {
    if (message.text() === BLOCKED) return;
    if (['error', 'warning'].includes(message.type())) note(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', error => note(error.message));
  page.on('request', request => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) note(`asks ${request.url()}`);
  });
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? '';
    if (!HARMLESS.includes(reason)) note(`${request.url()} ${reason}`);
  });
}
