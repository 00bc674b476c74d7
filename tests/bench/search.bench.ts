/** Measures the search: what it finds, beside MiniSearch and Pagefind, and what it costs on large books. */
// npm run bench -- search           five minutes, then 5,000 invented pages; needs build/site of `tsuzuri build`
// npm run bench -- search 100000    so many short pages, ours alone
// TSUZURI_CORPUS=FOLDER             pages out of the .txt files there, not out of the five minutes
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../site/browser.ts';
import { installPeers } from './peers/home.ts';
import { compareAsked } from './search/asked.ts';
import { type Engine, locator } from './search/engine.ts';
import { type BuildCost, buildInvented, type Order } from './search/invented-index.ts';
import { judge, printFaults, printScores, spread, type Verdict } from './search/judge.ts';
import { openMiniSearch } from './search/minisearch.ts';
import { openOurs } from './search/ours.ts';
import { indexPages, openPagefind, PAGEFIND } from './search/pagefind.ts';
import { measureQueries, printBuild, printQueries } from './search/scale.ts';
import { measureMiniSearch, measurePagefind } from './search/scale-peers.ts';
import { htmlOfMinutes, namesOfMinutes, readSections, type Section } from './search/sections.ts';
import { measureWorker } from './search/worker.ts';

const SITE = resolve(process.env.TSUZURI_SITE ?? 'build/site');
const [, , job, word] = process.argv;

async function compareQuality(home: string, browser: Browser, sections: readonly Section[]): Promise<void> {
  const locate = locator(sections);
  const names = namesOfMinutes(SITE);
  const site = indexPages(
    home,
    names.map(name => [name, htmlOfMinutes(SITE, name)] as const),
  );
  const engines: Engine[] = [
    openOurs(SITE, locate),
    await openMiniSearch(join(SITE, '../pages'), names, locate),
    await openPagefind({ site, browser }, locate),
  ];
  const verdicts = new Map<string, Verdict[]>();
  for (const engine of engines) verdicts.set(engine.name, await judge(engine, sections));
  console.log(`\nthe five minutes, cut at their headings into ${sections.length} sections`);
  printScores(verdicts);
  const [ours] = [...verdicts.values()] as [Verdict[]];
  if (ours.some(({ missed, wrong }) => missed.length + wrong.length > 0)) console.log('\nwhere ours is wrong');
  printFaults(ours);
  printCosts(verdicts);
  await compareAsked(engines, sections);
  for (const engine of engines) await engine.close?.();
}

function printCosts(engines: ReadonlyMap<string, readonly Verdict[]>): void {
  console.log('\nbytes of index for a cold query, and ms of a warm one: median, p95, max');
  const [ours] = [...engines.values()].map(verdicts => spread(verdicts.map(({ bytes }) => bytes)).median);
  for (const [name, verdicts] of engines) {
    const bytes = spread(verdicts.map(one => one.bytes));
    const times = spread(verdicts.map(one => one.milliseconds));
    const sizes = Object.values(bytes).map(value => String(value).padStart(9));
    const milliseconds = Object.values(times).map(value => value.toFixed(1).padStart(8));
    const ratio = (bytes.median / (ours ?? 1)).toFixed(1);
    console.log(`${name.padEnd(32)}${sizes.join('')}   ${milliseconds.join('')}   ${ratio} times ours`);
  }
}

/** Texts out of which books are invented. */
function textsOf(sections: readonly Section[]): string[] {
  const folder = process.env.TSUZURI_CORPUS;
  if (!folder) return sections.map(({ text }) => text);
  const names = readdirSync(folder).filter(name => name.endsWith('.txt'));
  return names.sort().map(name => readFileSync(join(folder, name), 'utf8'));
}

/** The process that builds has only that to do, so its memory is what building costs. */
function build(order: Order): BuildCost {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), 'index', JSON.stringify(order)],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  if (status !== 0) throw new Error(`the index of ${order.pages} pages failed: ${stderr.trim().slice(-2000)}`);
  return JSON.parse(stdout) as BuildCost;
}

async function measureBook(pages: number, home: string, sections: readonly Section[]) {
  const texts = join(home, 'texts.json');
  writeFileSync(texts, JSON.stringify(textsOf(sections)));
  const order: Order = { pages, length: pages > 20_000 ? 'short' : 'long', texts, folder: join(home, 'index') };
  console.log('');
  printBuild(order, build(order));
  const asked = await measureQueries(order);
  printQueries(asked);
  return { order, queries: asked.map(({ query }) => query) };
}

async function main(): Promise<void> {
  if (!existsSync(join(SITE, 'search/index.json'))) throw new Error('build/site/search is missing: tsuzuri build');
  const pages = Number(word ?? 5000);
  const isWithPeers = word === undefined;
  const home = isWithPeers ? installPeers(PAGEFIND, {}) : mkdtempSync(join(tmpdir(), 'tsuzuri-search-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  const browser = await launchBrowser();
  try {
    const sections = await readSections(SITE, browser);
    if (isWithPeers) {
      await compareQuality(home, browser, sections);
      await measureWorker(SITE, browser);
    }
    const { order, queries } = await measureBook(pages, home, sections);
    if (!isWithPeers) return;
    measureMiniSearch(order);
    await measurePagefind(order, { home, browser, queries });
  } finally {
    await browser.close();
  }
}

if (job === 'index') await buildInvented(JSON.parse(word as string) as Order);
else
  try {
    await main();
  } catch (error) {
    console.error(`search: ${(error as Error).message}`);
    process.exitCode = 1;
  }
