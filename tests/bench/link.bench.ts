/** Prints what linking costs a file of 23 KB with 15, 150, 1,500 and 15,000 terms, beside what reading and writing it costs. */
// npm run bench -- link               50 and 500 files
// npm run bench -- link 5000          or any other numbers of files
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createMatcher, type Matcher } from '@tsuzuri/link/matcher';
import { linkTree } from '@tsuzuri/link/remark-glossary';
import { linkSource } from '@tsuzuri/link/source-links';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { glossaryOf, pageMaker, TERM_COUNTS } from './link-corpus.ts';

const BATCH = 10;
const MOST_TERMS = TERM_COUNTS[2];
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkStringify).freeze();

/** What a child process tells of itself. */
interface Report {
  /** CPU milliseconds of the process, from its start. */
  readonly cpu: number;
  readonly megabytes: number;
  readonly links: number;
  /** CPU milliseconds of each way of work, by its name. */
  readonly spent: Readonly<Record<string, number>>;
}

const write = (text: string): string => processor.stringify(processor.parse(text));
const linkAndWrite = (match: Matcher) => (text: string) =>
  processor.stringify(linkTree(processor.parse(text), { match }));
const splice = (match: Matcher) => (text: string) => linkSource(text, { match });
const matcherOf = (terms: number): Matcher => createMatcher(glossaryOf(terms));

/** The jobs of a child process; each makes its files one by one and keeps none, so that its memory is that of one. */
const JOBS: Readonly<Record<string, (files: number) => Partial<Report>>> = {
  unlinked: files => whole(files, write),
  linked: files => whole(files, linkAndWrite(matcherOf(MOST_TERMS))),
  spliced: files => whole(files, splice(matcherOf(MOST_TERMS))),
  stage: files => inTurn(files, text => processor.parse(text), linkers()),
  turns: files => {
    const match = matcherOf(MOST_TERMS);
    const ways = { unlinked: write, linked: linkAndWrite(match), spliced: splice(match) };
    return inTurn(files, text => text, ways);
  },
};

/** The link stage alone, by number of terms. */
function linkers(): Record<string, (tree: Root) => unknown> {
  const matchers = TERM_COUNTS.map(terms => [terms, matcherOf(terms)] as const);
  return Object.fromEntries(matchers.map(([terms, match]) => [terms, (tree: Root) => linkTree(tree, { match })]));
}

function whole(files: number, work: (text: string) => string): Partial<Report> {
  const page = pageMaker();
  let links = 0;
  for (let index = 0; index < files; index++) links += work(page(index)).split('](/glossary/').length - 1;
  return { links };
}

/**
 * Each way in turn, `BATCH` files by `BATCH` files: what else goes on in the machine, which can double a CPU second of
 * one process and not of the next, meets all of them alike. The garbage of ten files read is not swept up at the cost of each one linked.
 */
function inTurn<T>(
  files: number,
  prepare: (text: string) => T,
  ways: Readonly<Record<string, (input: T) => unknown>>,
): Partial<Report> {
  const page = pageMaker();
  const all = Object.entries(ways);
  const spent: Record<string, number> = {};
  for (let index = 0; index < files; index += BATCH) {
    const inputs = Array.from({ length: Math.min(BATCH, files - index) }, (_, more) => prepare(page(index + more)));
    // The first finds the input out of the memory of the CPU: it is another one each time.
    for (let turn = 0; turn < all.length; turn++) {
      const [name, work] = all[(index / BATCH + turn) % all.length] as (typeof all)[0];
      const before = process.cpuUsage();
      for (const input of inputs) work(input);
      // The first batch warms up what all ways share, at the cost of the way that is first.
      if (index > 0 || files <= BATCH) spent[name] = (spent[name] ?? 0) + milliseconds(before);
    }
  }
  return { spent };
}

function milliseconds(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** A job in its own process, for memory that is once asked for is not given back. */
function run(job: string, files: number): Report {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), job, String(files)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${job} ${files}: ${stderr}`);
  return JSON.parse(stdout) as Report;
}

function printTable(files: number): void {
  const each = (cost: number): string => (cost / files).toFixed(2).padStart(6);
  const printAll = (spent: Report['spent'], keys: readonly string[], name: (key: string) => string): void => {
    for (const key of keys) {
      const [cost = Number.NaN, least = Number.NaN] = [spent[key], spent[keys[0] ?? '']];
      console.log(`${each(cost)}  ${(cost / least).toFixed(2)}  ${name(key)}`);
    }
  };
  console.log(`\n${files} files of 23 KB, CPU ms a file`);
  console.log('        : 15 terms');
  printAll(run('stage', files).spent, TERM_COUNTS.map(String), terms => `link stage alone, ${terms} terms`);
  console.log('        : no linking');
  printAll(run('turns', files).spent, Object.keys(WAYS), way => WAYS[way] ?? way);
  console.log('        each in a process of its own, with its start and the reading of the glossary');
  for (const [way, name] of Object.entries(WAYS)) {
    const { cpu, megabytes, links } = run(way, files);
    console.log(`${each(cpu)}        ${name}: peak ${megabytes} MB, ${(links / files).toFixed(1)} links a file`);
  }
}

const WAYS: Readonly<Record<string, string>> = {
  unlinked: 'read, write',
  linked: `read, link ${MOST_TERMS} terms, write`,
  spliced: `read, splice links of ${MOST_TERMS} terms into the source`,
};

const [, , job = '', ...numbers] = process.argv;
if (job in JOBS) {
  const told = JOBS[job]?.(Number(numbers[0]));
  const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  console.log(JSON.stringify({ cpu: milliseconds(), megabytes, links: 0, spent: {}, ...told }));
} else {
  console.log(
    'asked for: link stage ≤ 1.5 ms, 15000 terms ≤ 1.4, spliced ≤ 1.1; at 5000 files: whole process ≤ 1.25, ≤ 200 MB',
  );
  const asked = numbers.filter(text => /^\d+$/u.test(text)).map(Number);
  for (const files of asked.length > 0 ? asked : [50, 500]) printTable(files);
}
