/** Measures the search as a reader has it: in a browser, in the worker of the site. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve } from '../../site/serve.ts';
import { spread } from './judge.ts';
import { SHOWN } from './ours.ts';
import { QUERIES } from './queries.ts';

/** Prints nothing but that fact where the site has no worker. */
export async function measureWorker(site: string, browser: Browser): Promise<void> {
  const worker = readdirSync(join(site, 'assets'), { recursive: true, encoding: 'utf8' }).find(file =>
    WORKER.test(basename(file)),
  );
  if (!worker) return console.log('\nthe site has no worker that searches: not measured in a browser');
  const host = await serve(site);
  const page = await browser.newPage();
  await page.goto(host.origin);
  const queries = QUERIES.map(({ query }) => query);
  const rounds = await page.evaluate(askWorker, { address: `/assets/${worker}`, queries, limit: SHOWN });
  await page.close();
  host.close();
  console.log(
    `\nin the worker, in Chromium: ms from question to answer for ${queries.length} queries: median, p95, max`,
  );
  for (const [name, times] of Object.entries(rounds)) {
    const cells = Object.values(spread(times)).map(value => value.toFixed(1).padStart(8));
    console.log(`${name.padEnd(32)}${cells.join('')}`);
  }
}

/** `worker-DvJty87C.js` */
const WORKER = /^worker[-.][\w-]+\.js$/;

/** Runs in the browser. */
async function askWorker({ address, queries, limit }: { address: string; queries: string[]; limit: number }) {
  const worker = new Worker(address, { type: 'module' });
  let id = 0;
  const ask = async (query: string): Promise<number> => {
    const from = performance.now();
    await new Promise<void>((resolve, reject) => {
      worker.onmessage = ({ data }) => ('answer' in data ? resolve() : reject(new Error(`no answer to ${query}`)));
      worker.onerror = () => reject(new Error('the worker does not start'));
      worker.postMessage({ id: ++id, query, limit, root: '/search/' });
    });
    return performance.now() - from;
  };
  const round = async (): Promise<number[]> => {
    const times: number[] = [];
    for (const query of queries) times.push(await ask(query));
    return times;
  };
  const [first, ...others] = await round();
  return { 'the very first': [first as number], 'each for the first time': others, 'each once more': await round() };
}
