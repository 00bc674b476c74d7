/** Prints what linking costs a file of 23 KB with 15, 150 and 1,500 terms, beside what reading and writing it costs. */
// npx esbuild tests/bench/link.bench.ts --bundle --platform=node --format=esm --packages=external \
//   | node --input-type=module - [files] [rounds]
import { readdirSync, readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { createMatcher, type Matcher } from '../../src/6-link/matcher.ts';
import { linkTree } from '../../src/6-link/plugin.ts';
import { spliceLinks } from '../../src/6-link/splice.ts';
import type { Term } from '../../src/card.ts';
import { card, TERMS } from '../link/terms.ts';

const BYTES = 23_000;
const SIZES = [15, 150, 1500];
const [files = 50, rounds = 15] = process.argv
  .slice(2)
  .filter(text => /^\d+$/u.test(text))
  .map(Number);

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkStringify).freeze();

/** Files of 23 KB out of the scans, no two alike. */
function pages(count: number): string[] {
  const lines = readdirSync('seeds')
    .filter(file => file.endsWith('.txt'))
    .flatMap(file => readFileSync(`seeds/${file}`, 'utf8').split(/\r?\n/))
    .filter(line => line.trim() !== '');
  return Array.from({ length: count }, (_, index) => {
    const page: string[] = [];
    for (let size = 0, at = index * 37; size < BYTES; at++) {
      const line = lines[at % lines.length] ?? '';
      page.push(line);
      size += Buffer.byteLength(line) + 2;
    }
    return page.join('\n\n');
  });
}

/**
 * The terms of the scans that are named most, so that every size finds the same mentions, and names that begin as
 * theirs do but stand nowhere: サイバーセキュリティ第12号計画.
 */
function glossary(size: number): Term[] {
  const named = [
    'malware',
    'practice',
    'ci',
    'asean',
    'nisc',
    'digital-agency',
    'proactive',
    'npa',
    'tokyo2020',
    'sgst',
    'daedalus',
    'it-failure',
    'isc',
    'jasper',
    'dx',
  ];
  const heads = [
    'サイバーセキュリティ',
    '情報セキュリティ',
    '重要インフラ',
    'サイバー攻撃',
    '日・ASEAN',
    'NIS',
    'マルウェ',
    '行動',
    'セキュリティ',
  ];
  const invented = Array.from({ length: size - named.length }, (_, index) =>
    card(`x${index}`, `term: ${heads[index % heads.length]}第${index}号計画\ncategory: document`),
  );
  return [...TERMS.filter(({ id }) => named.includes(id)), ...invented];
}

/** CPU milliseconds of one call, the least of all rounds: what is above is other people's work on this machine. */
function least(jobs: Readonly<Record<string, () => void>>): Record<string, number> {
  const best: Record<string, number> = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, job] of Object.entries(jobs)) {
      const before = process.cpuUsage();
      job();
      const { user, system } = process.cpuUsage(before);
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, (user + system) / 1000);
    }
  return best;
}

const texts = pages(files);
const trees = texts.map(text => processor.parse(text));
const matchers = new Map(SIZES.map((size): [number, Matcher] => [size, createMatcher(glossary(size))]));
const all = createMatcher(TERMS);

const forEachTree = (job: (tree: Root) => unknown) => () => {
  for (const tree of trees) job(tree);
};
const whole =
  (match?: Matcher, every = true) =>
  () => {
    for (const text of texts) {
      const tree = processor.parse(text);
      processor.stringify(match ? linkTree(tree, { match, every }) : tree);
    }
  };

const costs = least({
  ...Object.fromEntries(
    [...matchers].map(([size, match]) => [`link ${size} terms`, forEachTree(tree => linkTree(tree, { match }))]),
  ),
  [`link the ${TERMS.length} terms of the scans`]: forEachTree(tree => linkTree(tree, { match: all })),
  'match 1500 terms in plain text': () => {
    for (const text of texts) matchers.get(1500)?.(text);
  },
  'read, write': whole(),
  'read, link 1500 terms, write': whole(matchers.get(1500)),
  'read, link the first of 1500 terms in each section, write': whole(matchers.get(1500), false),
  'read, splice links of 1500 terms in': () => {
    const match = matchers.get(1500);
    for (const text of texts) if (match) spliceLinks(text, { match });
  },
});

for (const [name, cost] of Object.entries(costs)) console.log(`${(cost / files).toFixed(3)} ms a file  ${name}`);
const cost = (name: string) => costs[name] ?? Number.NaN;
console.log(`${(cost('link 1500 terms') / cost('link 15 terms')).toFixed(2)}  1500 terms : 15 terms`);
console.log(`${(cost('read, link 1500 terms, write') / cost('read, write')).toFixed(2)}  with : without linking`);
console.log(
  `${(cost('read, splice links of 1500 terms in') / cost('read, write')).toFixed(2)}  spliced : without linking`,
);
console.log(`${Math.round(process.memoryUsage.rss() / 1e6)} MB resident`);
