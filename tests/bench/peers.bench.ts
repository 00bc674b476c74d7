/** Runs other glossary linkers beside ours: CPU time, memory, mentions linked, traps fallen into. */
// npm run prepare && npm run bench -- peers          50 files; glossarify-md takes its time with more
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTerms } from '@tsuzuri/book/load';
import { createMatcher } from '@tsuzuri/link/matcher';
import { glossaryLink } from '@tsuzuri/link/remark-plugin';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { card } from '../link/terms.ts';
import { glossaryOf, pageMaker, TERM_COUNTS } from './link-corpus.ts';
import { CONTESTANTS, type Contestant, OPEN, type Pages, renderPages } from './peers/contestants.ts';
import { installPeers, measure, type Run, readFolder } from './peers/home.ts';
import { judge } from './peers/quality.ts';

const [, , job, ...words] = process.argv;

/** Reads, links and writes the files of a folder one by one, as a user of remark does; without a glossary links none. */
function remark(folder: string, out: string, glossary?: string): void {
  const reader = unified().use(remarkParse).use(remarkGfm).use(remarkStringify);
  const processor = glossary ? reader.use(glossaryLink, { match: createMatcher(readTerms(glossary)) }) : reader;
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(folder))
    writeFileSync(join(out, name), String(processor.processSync(readFileSync(join(folder, name), 'utf8'))));
}

const remarkRun = (home: string, ...glossary: string[]): Run =>
  measure(home, [fileURLToPath(import.meta.url), 'remark', join(home, 'pages'), join(home, 'out'), ...glossary]);

function row(name: string, cost: Run, bases: { own: Run; remark: Run }, links?: number): void {
  const ratio = (base: Run): string => (cost.seconds / base.seconds).toFixed(2);
  const cells = [cost.seconds.toFixed(2), ratio(bases.own), ratio(bases.remark), cost.megabytes, links ?? ''];
  // What a program has spent before it failed is no price of its work.
  const told = cost.failure ? `  failed, ${cost.failure}` : cells.map(cell => String(cell).padStart(10)).join('');
  console.log(name.padEnd(40) + told);
}

function timeAll(home: string, files: number): void {
  const page = pageMaker();
  const pages: Pages = new Map(Array.from({ length: files }, (_, index) => [`page${index}`, page(index)] as const));
  const [ours] = CONTESTANTS as [Contestant, ...Contestant[]];
  console.log(`\n${files} files of 23 KB, each program in a process of its own, from start to end`);
  console.log(`${' '.repeat(40)}     CPU s  : itself  : remark        MB     links`);
  console.log(`${' '.repeat(40)}            without linking`);
  // A glossary without cards is an error.
  const unlinked = ours.run(home, pages, [card('nowhere', 'term: 〓〓')]).cost;
  const remark = remarkRun(home);
  const rendered = renderPages(home, pages).cost;
  row('remark: read, write, no linking', remark, { own: remark, remark });
  row('tsuzuri link, a term that no page has', unlinked, { own: unlinked, remark });
  row('markdown-it, no linking', rendered, { own: rendered, remark });
  for (const terms of TERM_COUNTS) {
    for (const { name, run, mark } of CONTESTANTS) {
      const { cost, output } = run(home, pages, glossaryOf(terms));
      const own = name === ours.name ? unlinked : name.startsWith('vitepress') ? rendered : remark;
      row(`${name}, ${terms} terms`, cost, { own, remark }, countLinks(output, mark));
      if (name !== ours.name) continue;
      const plugin = remarkRun(home, join(home, 'cards'));
      row(
        `remark + ours, ${terms} terms`,
        plugin,
        { own: remark, remark },
        countLinks(readFolder(join(home, 'out')), mark),
      );
    }
  }
}

function countLinks(output: Pages, mark: (text: string) => string): number {
  let links = 0;
  for (const text of output.values()) links += mark(text).split(OPEN).length - 1;
  return links;
}

function compareQuality(home: string): void {
  console.log('\nmentions and traps made by hand (tests/link)');
  for (const contestant of CONTESTANTS) {
    const { mentions, found, wrong, traps, fallen, crashes, garbled } = judge(home, contestant);
    console.log(
      `${contestant.name.padEnd(28)}${found} of ${mentions} mentions linked, ${wrong} wrong links beside them; fell into ${fallen} of ${traps} traps; crashed on ${crashes.length} rows; changed the words of ${garbled.length}`,
    );
    for (const { row, failure } of crashes.slice(0, 5)) console.log(`    crash: ${JSON.stringify(row)}: ${failure}`);
    for (const row of garbled.slice(0, 5)) console.log(`    changed: ${JSON.stringify(row)}`);
  }
}

/** What `npm run prepare` compiles must be what stands in `src`. */
function checkBuild(): void {
  const built = 'src/link/dist/index.js';
  if (!existsSync(built)) throw new Error(`${built} is missing: npm run prepare`);
  const newer = readdirSync('src/link')
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter(name => statSync(join('src/link', name)).mtimeMs > statSync('src/link/vendor/index.js').mtimeMs);
  if (newer.length > 0) console.log(`what is built is older than ${newer.join(' ')}: npm run prepare makes it new`);
}

function main(): void {
  checkBuild();
  const home = installPeers();
  timeAll(home, Number(words.find(word => /^\d+$/u.test(word)) ?? 50));
  compareQuality(home);
}

if (job === 'remark') remark(...(words as [string, string, string?]));
else
  try {
    main();
  } catch (error) {
    console.error(`peers: ${(error as Error).message}`);
    process.exitCode = 1;
  }
