/** Pagefind, asked in a real browser through its own script. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page, Response } from 'playwright-core';
import { serve } from '../../site/serve.ts';
import { type Engine, type Found, type Locate, sectionsAt } from './engine.ts';

export const PAGEFIND = { pagefind: '1.6.0' };

/** Its setting for a site made by VitePress: only the text of the page counts, and that as Japanese. */
const SETTING = [
  ...['--root-selector', '.vp-doc', '--exclude-selectors', '.minutes-head, summary, .header-anchor'],
  ...['--force-language', 'ja', '--quiet'],
];

interface Pagefind {
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{ results: { data: () => Promise<PageFound> }[] }>;
}

interface PageFound {
  readonly url: string;
  readonly sub_results: readonly { readonly url: string }[];
}

/**
 * Makes a site of these pages with an index of them.
 * @param home folder where Pagefind is installed
 * @param pages HTML by name, each to be `minutes/NAME/index.html`
 * @returns the folder of the site
 */
export function indexPages(home: string, pages: Iterable<readonly [name: string, html: string]>): string {
  const site = join(home, 'pagefind-site');
  rmSync(site, { recursive: true, force: true });
  for (const [name, html] of pages) {
    mkdirSync(join(site, 'minutes', name), { recursive: true });
    writeFileSync(join(site, 'minutes', name, 'index.html'), html);
  }
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>pagefind</title>');
  const program = join(home, 'node_modules/pagefind/lib/runner/bin.cjs');
  execFileSync(process.execPath, [program, '--site', site, ...SETTING], { stdio: ['ignore', 'ignore', 'inherit'] });
  return site;
}

/** @param limit pages of which the places are asked: each is a file of its own */
export async function openPagefind(
  { site, browser }: { site: string; browser: Browser },
  locate: Locate,
  limit = Number.POSITIVE_INFINITY,
): Promise<Engine> {
  const host = await serve(site);
  return {
    name: `Pagefind ${PAGEFIND.pagefind}`,
    ask: async query => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(host.origin);
      const bytes = fetchedBytes(page);
      const { urls, milliseconds } = await page.evaluate(askPagefind, { query, limit });
      const found: Found = { sections: sectionsAt(urls, locate), bytes: await bytes(), milliseconds };
      await context.close();
      return found;
    },
    close: () => host.close(),
  };
}

/** Counts what comes of the index, as it is sent; not the program, which all pages share. */
function fetchedBytes(page: Page): () => Promise<number> {
  const responses: Response[] = [];
  page.on('response', response => {
    if (INDEX.test(response.url())) responses.push(response);
  });
  return async () => {
    const sizes = await Promise.all(responses.map(response => response.request().sizes()));
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  };
}

/** `pagefind-entry.json`, `pagefind.ja_1a2b.pf_meta`, `index/ja_3c4d.pf_index`, `fragment/ja_5e6f.pf_fragment`. */
const INDEX = /pagefind-entry\.json|\.pf_\w+(?:\?|$)/;

/** Runs in the browser. */
async function askPagefind({ query, limit }: { query: string; limit: number }) {
  const address = '/pagefind/pagefind.js';
  const pagefind: Pagefind = await import(address);
  await pagefind.init();
  const ask = async (): Promise<PageFound[]> => {
    const { results } = await pagefind.search(query);
    return Promise.all(results.slice(0, limit).map(result => result.data()));
  };
  const pages = await ask();
  const from = performance.now();
  await ask();
  const milliseconds = performance.now() - from;
  return { urls: pages.flatMap(page => page.sub_results.map(({ url }) => url)), milliseconds };
}
