/** Measures the offline books: time and memory for 5, 50, 500 documents, beside Chromium's print of the same. */
// npm run bench -- pdf          5, 50, 500 documents
// npm run bench -- pdf 50       so many
// npm run bench -- pdf long     one document of some 2,000 pages
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parsePage } from '@tsuzuri/core/markdown';
import { printHtml } from '@tsuzuri/print/html/html';
import { printPdfs } from '@tsuzuri/print/pdf/pdf';
import type { Volume } from '@tsuzuri/print/volume';
import { launchBrowser } from '../site/browser.ts';
import { keepVolumes, keptVolumes } from './pdf/corpus.ts';

const EDITION = { version: '0.0.0', date: '2026-11-22' };
const [, , job = '', ...words] = process.argv;

interface Cost {
  readonly seconds: number;
  /** Of the processor, so that a machine with other work can be compared. */
  readonly cpu: number;
  /** Most that all processes of the run ever held together. */
  readonly megabytes: number;
  readonly pages: number;
  readonly bytes: number;
  readonly files: number;
  /** Until the book of everything, or the last of its parts, was there. */
  readonly first: number;
}

const pagesIn = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

async function printOurs(volumes: readonly Volume[]): Promise<Cost> {
  const watch = watchMemory();
  const from = performance.now();
  const seconds = (): number => (performance.now() - from) / 1000;
  let [pages, bytes, files, first] = [0, 0, 0, 0];
  for await (const printed of printPdfs(volumes, EDITION)) {
    files += 1;
    bytes += printed.bytes.length;
    if (printed.volume.single) continue;
    first = seconds();
    pages += pagesIn(printed.bytes);
  }
  watch.end();
  return { seconds: seconds(), cpu: watch.cpu(), megabytes: watch.most(), pages, bytes, files, first };
}

/** The book in one HTML file, as a person would print it. */
async function printInChromium(file: string): Promise<Cost> {
  const watch = watchMemory();
  const from = performance.now();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(pathToFileURL(file).href);
    const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
    const seconds = (performance.now() - from) / 1000;
    return {
      seconds,
      cpu: watch.cpu(),
      megabytes: watch.most(),
      pages: pagesIn(pdf),
      bytes: pdf.length,
      files: 1,
      first: seconds,
    };
  } finally {
    watch.end();
    await browser.close();
  }
}

/** Shares of memory, ticks of the processor, of this process and all that it has started (Linux), ten times a second. */
function watchMemory(): { most: () => number; cpu: () => number; end: () => void } {
  let most = 0;
  const ticks = new Map<string, number>();
  const timer = setInterval(() => {
    const alive = family();
    most = Math.max(most, ...[alive.reduce((sum, pid) => sum + proportionalSet(pid), 0)]);
    for (const pid of alive) ticks.set(pid, Math.max(ticksOf(pid), ticks.get(pid) ?? 0));
  }, 100);
  return {
    most: () => Math.round((most * 1024) / 1e6),
    cpu: () => [...ticks.values()].reduce((sum, spent) => sum + spent, 0) / 100,
    end: () => clearInterval(timer),
  };
}

function family(): string[] {
  const parents = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => [pid, parentOf(pid)] as const);
  const found = [String(process.pid)];
  for (const ancestor of found) found.push(...parents.filter(([, parent]) => parent === ancestor).map(([pid]) => pid));
  return found;
}

/** A process may be gone before it is looked at. */
const orEmpty = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
const parentOf = (pid: string): string => /^PPid:\s+(\d+)/m.exec(orEmpty(`/proc/${pid}/status`))?.[1] ?? '';
/** utime and stime: fields 14 and 15, the 12th and 13th behind the name in brackets. */
const ticksOf = (pid: string): number => {
  const fields = orEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
};
const proportionalSet = (pid: string): number =>
  Number(/^Pss:\s+(\d+)/m.exec(orEmpty(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** One document of all minutes, 56 times over. */
function longVolume([whole]: readonly Volume[]): Volume {
  const body = (whole as Volume).pages
    .filter(({ kind }) => kind === 'minutes')
    .map(({ markdown }) =>
      markdown
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .replace(/ \{#\w+\}$/gm, '')
        .replace(/^#/gm, '##'),
    )
    .join('\n\n');
  const head = '---\ntitle: 長い文書\nkind: minutes\nsource: seeds/long.txt\n---\n\n# 長い文書\n';
  const page = parsePage('minutes/long', `${head}\n${`${body}\n\n`.repeat(56)}`);
  return { ...(whole as Volume), name: 'long', pages: [page], uses: [], attachments: [] };
}

/** Each in a process of its own, so that its memory is its own. */
const JOBS: Readonly<Record<string, (file: string, documents: string) => unknown>> = {
  keep: (file, documents) => keepVolumes(Number(documents), file),
  ours: file => printOurs(keptVolumes(file)),
  html: file => writeFileSync(`${file}.html`, printHtml(keptVolumes(file)[0] as Volume, EDITION)),
  chromium: file => printInChromium(`${file}.html`),
  lengthy: file => printOurs([longVolume(keptVolumes(file))]),
};

function start(name: string, file: string, documents = ''): Cost {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, file, documents], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (child.status === 0) return JSON.parse(child.stdout || '{}') as Cost;
  throw new Error(
    `${name}: ${child.signal ?? `exit ${child.status}`} ${/^.*Error.*$/m.exec(child.stderr)?.[0] ?? child.stderr.slice(-500)}`,
  );
}

function row(name: string, print: () => Cost): void {
  try {
    const { seconds, cpu, first, megabytes, pages, bytes, files } = print();
    const cells = [
      seconds.toFixed(1),
      cpu.toFixed(1),
      first.toFixed(1),
      megabytes,
      files,
      pages,
      (bytes / 1e6).toFixed(1),
    ];
    console.log(name.padEnd(40) + cells.map(cell => String(cell).padStart(10)).join(''));
  } catch (error) {
    console.log(`${name.padEnd(40)}  ${(error as Error).message.slice(0, 200)}`);
  }
}

function main(): void {
  const home = mkdtempSync(join(tmpdir(), 'tsuzuri-pdf-'));
  const file = join(home, 'volumes');
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  const isLong = words[0] === 'long';
  const sizes = isLong ? ['5'] : words.length > 0 ? words : ['5', '50', '500'];
  console.log(`${' '.repeat(40)}         s     CPU s   book, s        MB     files     pages MB of PDF`);
  for (const documents of sizes) {
    start('keep', file, documents);
    if (isLong) {
      row('one long document', () => start('lengthy', file));
      continue;
    }
    row(`${documents} documents, the book and one PDF each`, () => start('ours', file));
    start('html', file);
    row(`${documents} documents, the book in Chromium`, () => start('chromium', file));
  }
}

const work = JOBS[job];
if (work) process.stdout.write(JSON.stringify((await work(words[0] as string, words[1] as string)) ?? {}));
else main();
