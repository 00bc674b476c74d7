/** Measures what the peers cost on the same invented book. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { InventedPage } from './corpus.ts';
import { inventedPages, type Order } from './invented-index.ts';
import { spread } from './judge.ts';
import { indexParts } from './minisearch.ts';
import { indexPages, openPagefind } from './pagefind.ts';
import type { ScaleQuery } from './scale-queries.ts';

/** Of each query one browser is opened anew; this many tell enough. */
const ASKED_OF_PAGEFIND = 40;
/** Pages whose places are fetched: ours shows some so many documents at first. */
const PAGES_SHOWN = 10;

export function measureMiniSearch(order: Order): void {
  const started = performance.now();
  const { bytes } = indexParts(partsOf(order));
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `MiniSearch in VitePress: index ${seconds.toFixed(1)} s, 1 file, ${kilobytes(bytes)} compressed: the cost of every cold query`,
  );
}

function* partsOf(order: Order) {
  for (const { path, title, speeches } of inventedPages(order))
    for (const [at, { label, text }] of speeches.entries())
      yield { id: `${path}#u${at + 1}`, title: label, titles: [title], text };
}

export async function measurePagefind(
  order: Order,
  { home, browser, queries }: { home: string; browser: Browser; queries: readonly ScaleQuery[] },
): Promise<void> {
  const started = performance.now();
  const site = indexPages(home, htmlOf(order));
  const seconds = (performance.now() - started) / 1000;
  const engine = await openPagefind({ site, browser }, () => undefined, PAGES_SHOWN);
  const step = Math.ceil(queries.length / ASKED_OF_PAGEFIND);
  const found = [];
  for (const { words } of queries.filter((_, index) => index % step === 0))
    found.push(await engine.ask(words.join(' ')));
  await engine.close?.();
  const sizes = sizesBelow(join(site, 'pagefind'));
  const [bytes, times] = [spread(found.map(one => one.bytes)), spread(found.map(one => one.milliseconds))];
  console.log(
    `Pagefind: pages written and index ${seconds.toFixed(1)} s, ${sizes.length} files, ${kilobytes(sizes.reduce((sum, size) => sum + size, 0))}; ${found.length} cold queries: ${kilobytes(bytes.median)} median, ${kilobytes(bytes.p95)} p95, ${kilobytes(bytes.most)} max; warm ${times.median.toFixed(0)} ms median`,
  );
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

const sizesBelow = (folder: string): number[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => statSync(join(entry.parentPath, entry.name)).size);

function* htmlOf(order: Order): Generator<readonly [string, string]> {
  for (const page of inventedPages(order)) yield [page.path.replace('minutes/', ''), asHtml(page)];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const asHtml = ({ title, speeches }: InventedPage): string =>
  `<!doctype html><html lang="ja"><title>${title}</title><body><div class="vp-doc"><h1 id="top">${title}</h1>${speeches
    .map(
      ({ label, text }, at) => `<h2 id="u${at + 1}">${label}</h2><p>${escaped(text).replaceAll('\n', '</p><p>')}</p>`,
    )
    .join('')}</div></body></html>`;
