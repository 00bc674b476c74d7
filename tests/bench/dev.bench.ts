/** Prints how long after an edit of a card an open browser shows it, beside VitePress that is given the page itself. */
// npm run bench -- dev                needs dist (npm run prepare)
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDevServer } from '@tsuzuri/print/site/dev-server';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../site/browser.ts';

const ENTRY = 'glossary/jpcertcc';
const MINUTES = 'minutes/2012-11-01-isc-31';
/** Words of those minutes that no entry has: each in turn becomes a name of the entry. */
const NAMES = [
  '海外捜査機関',
  '注意喚起',
  '民間事業者',
  '国際連携',
  '報道発表',
  '不正プログラム',
  '関係省庁',
  '技術開発',
  '重要な課題',
  '事務局',
];
/** Milliseconds until what is written at rest, the search and the popovers, is written, too. */
const REST = 5000;

interface Edit {
  readonly write: () => void;
  /** Stands in the page once it shows the edit. */
  readonly selector: string;
  readonly words: string;
}

/** Milliseconds from the write to the frame in which the words stand in the page, by the clock of the machine. */
async function measure(page: Page, { write, selector, words }: Edit): Promise<number> {
  const shown = page.evaluate(
    ([selector, words]) =>
      new Promise<number>(done => {
        const look = (): void => {
          const found = [...document.querySelectorAll(selector)].some(({ textContent }) =>
            textContent?.includes(words),
          );
          if (found) done(Date.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    [selector, words] as const,
  );
  await pause(100);
  const from = Date.now();
  write();
  return (await shown) - from;
}

async function measureAll(page: Page, edits: readonly Edit[]): Promise<number[]> {
  const times: number[] = [];
  for (const edit of edits) {
    times.push(await measure(page, edit));
    await pause(REST);
  }
  return times;
}

const addWords = (file: string, round: number): Edit => {
  const words = `${round + 1}番目の蜃気楼です。`;
  return { write: () => appendFileSync(file, `\n${words}\n`), selector: '.vp-doc p', words };
};

const change = (file: string, from: string | RegExp, to: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

const addName = (card: string, name: string): Edit => ({
  write: () => change(card, /^aliases: \[/m, `aliases: [${name}, `),
  selector: `.vp-doc a[href*="/${ENTRY}"]`,
  words: name,
});

/** What `addName` comes to, without finding it out. */
const addLink = (file: string, name: string): Edit => ({
  write: () => appendFileSync(file, `\n[${name}](/${ENTRY})\n`),
  selector: `.vp-doc a[href*="/${ENTRY}"]`,
  words: name,
});

/** Of what is edited and what serves it; a bench stands elsewhere when it runs, so it tells files from where one runs it. */
function copyHere(root: string): void {
  for (const part of ['docs', 'seeds', 'src', '.vitepress', 'package.json'])
    cpSync(part, join(root, part), { recursive: true, filter: path => !path.endsWith('.vitepress/cache') });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
}

async function open(browser: Browser, address: string, path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(new URL(path, address).href);
  await page.locator('.vp-doc h1').waitFor({ timeout: 60_000 });
  await pause(REST);
  return page;
}

/** Address of `tsuzuri dev`, once it tells it; all that it says goes into `said`. */
function addressOf(command: ChildProcess, said: string[]): Promise<string> {
  return new Promise((done, fail) => {
    command.once('exit', () => fail(new Error(said.join('\n'))));
    command.stdout?.on('data', chunk => {
      said.push(...String(chunk).split('\n').filter(Boolean));
      const address = /^http\S+(?= で見られます)/m.exec(said.join('\n'))?.[0];
      if (address) done(address);
    });
  });
}

async function measureOurs(root: string, browser: Browser): Promise<void> {
  const said: string[] = [];
  const command = spawn(process.execPath, [resolve('src/cli/bin/tsuzuri.js'), 'dev', '--port', '5600'], { cwd: root });
  try {
    const address = await addressOf(command, said);
    const card = join(root, `docs/${ENTRY}.md`);
    const before = readFileSync(card, 'utf8');
    const entry = await open(browser, address, ENTRY);
    const start = said.length;
    const texts = await measureAll(
      entry,
      NAMES.map((_, round) => addWords(card, round)),
    );
    await entry.close();
    const minutes = await open(browser, address, MINUTES);
    const middle = said.length;
    const names = await measureAll(
      minutes,
      NAMES.map(name => addName(card, name)),
    );
    print('tsuzuri dev, text of an entry', texts, said.slice(start, middle));
    print('tsuzuri dev, a name of an entry, seen in minutes', names, said.slice(middle));
    writeFileSync(card, before);
    await pause(REST);
  } finally {
    command.kill();
    await new Promise(done => command.once('exit', done));
  }
}

async function measureVitePress(root: string, browser: Browser): Promise<void> {
  const fail = (error: Error): void => {
    throw error;
  };
  const server = await startDevServer({ root, build: join(root, 'build'), port: 5700, onEnd: fail });
  try {
    const fileOf = (path: string): string => join(root, `build/pages/${path}.md`);
    const entry = await open(browser, server.address, ENTRY);
    const texts = await measureAll(
      entry,
      NAMES.map((_, round) => addWords(fileOf(ENTRY), round + NAMES.length)),
    );
    await entry.close();
    const minutes = await open(browser, server.address, MINUTES);
    const links = await measureAll(
      minutes,
      NAMES.map(name => addLink(fileOf(MINUTES), name)),
    );
    print('vitepress dev alone, text of the page of an entry', texts);
    print('vitepress dev alone, a link in the page of minutes', links);
  } finally {
    await server.stop();
  }
}

/** `docs/glossary/nisc.md: 3ページを書き換えました（120ミリ秒）` */
const WRITTEN = /(?<pages>\d+)ページを書き換えました（(?<milliseconds>\d+)ミリ秒）/g;

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[values.length >> 1] ?? Number.NaN;

/** @param said lines of `tsuzuri dev`, which tell how many pages were written, and its own part of the time */
function print(name: string, times: readonly number[], said: readonly string[] = []): void {
  const written = said.flatMap(line => [...line.matchAll(WRITTEN)]);
  const pages = written.map(({ groups }) => Number(groups?.pages));
  const own = written.map(({ groups }) => Number(groups?.milliseconds));
  const figures = [median(times), Math.max(...times)].map(value => String(value).padStart(8)).join('');
  const more = `${median(pages)} pages written (at most ${Math.max(...pages)}), ${median(own)} ms of it to bind and write`;
  console.log(`${figures}  ${name}${pages.length > 0 ? `: ${more}` : ''}`);
}

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-bench-dev-'));
const browser = await launchBrowser();
try {
  const root = join(home, 'project');
  copyHere(root);
  console.log(`${NAMES.length} edits each\n  median   worst  ms from the write of the file to the words in the page`);
  await measureOurs(root, browser);
  await measureVitePress(root, browser);
} finally {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}
