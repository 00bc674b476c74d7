/** Prints what `tsuzuri check` costs, beside Node that does nothing and textlint that reads the same cards. */
// npm run bench -- check              five rounds; needs dist (npm run prepare)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFile } from '@tsuzuri/check/prose';

const ROUNDS = 5;
const CARDS = 'docs/glossary';
const CLI = resolve('src/cli/bin/tsuzuri.js');
const [, , job] = process.argv;

interface Contestant {
  readonly name: string;
  readonly words: readonly string[];
  /** Before each run. */
  readonly prepare?: () => void;
}

const forget = (): void => rmSync(cacheFile(process.cwd()) ?? '', { force: true });

/** In the order of a round: what the first check remembers, the second finds. */
const CONTESTANTS: readonly Contestant[] = [
  { name: 'node, nothing', words: ['--eval', '0'] },
  { name: 'tsuzuri --help', words: [CLI, '--help'] },
  { name: 'tsuzuri check, no card read before', words: [CLI, 'check'], prepare: forget },
  { name: 'tsuzuri check, no card changed', words: [CLI, 'check'] },
  { name: 'textlint alone, its preset for Japanese', words: [fileURLToPath(import.meta.url), 'textlint'] },
];

interface Cost {
  readonly milliseconds: number;
  /** Of the processor, all threads together. */
  readonly cpu: number;
  /** Most that the process ever held. */
  readonly megabytes: number;
}

function run({ name, words, prepare }: Contestant, home: string): Cost {
  const report = join(home, 'cost.json');
  prepare?.();
  const from = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', resolve('tests/bench/peers/meter.cjs'), ...words],
    { encoding: 'utf8', env: { ...process.env, TSUZURI_METER: report } },
  );
  const milliseconds = performance.now() - from;
  if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
  const { seconds, megabytes } = JSON.parse(readFileSync(report, 'utf8')) as { seconds: number; megabytes: number };
  return { milliseconds, cpu: seconds * 1000, megabytes };
}

/** As somebody would who has only textlint: every rule of the preset as it comes, with the analyser that it brings. */
async function lint(): Promise<void> {
  const [{ TextlintKernel }, { default: markdown }, { default: preset }] = await Promise.all([
    import('@textlint/kernel'),
    import('@textlint/textlint-plugin-markdown'),
    // @ts-expect-error: it has no types
    import('textlint-rule-preset-japanese'),
  ]);
  const plugin = 'default' in markdown ? markdown.default : markdown;
  const rules = Object.entries(preset.rules).map(([ruleId, rule]) => ({
    ruleId,
    rule,
    options: preset.rulesConfig[ruleId],
  }));
  const options = { ext: '.md', plugins: [{ pluginId: 'markdown', plugin }], rules };
  const kernel = new TextlintKernel();
  for (const name of readdirSync(CARDS))
    await kernel.lintText(readFileSync(join(CARDS, name), 'utf8'), options as Parameters<typeof kernel.lintText>[1]);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function printCosts(costs: ReadonlyMap<string, readonly Cost[]>): void {
  const times = new Map([...costs].map(([name, all]) => [name, median(all.map(({ milliseconds }) => milliseconds))]));
  const [floor = Number.NaN] = times.values();
  console.log('median ms   worst  CPU ms  peak MB  times node');
  for (const [name, all] of costs) {
    const worst = Math.max(...all.map(({ milliseconds }) => milliseconds));
    const most = Math.max(...all.map(({ megabytes }) => megabytes));
    const time = times.get(name) ?? Number.NaN;
    const figures = [
      String(Math.round(time)).padStart(9),
      String(Math.round(worst)).padStart(8),
      String(Math.round(median(all.map(({ cpu }) => cpu)))).padStart(8),
      String(most).padStart(9),
      (time / floor).toFixed(1).padStart(12),
    ];
    console.log(`${figures.join('')}  ${name}`);
  }
}

function main(): void {
  const home = mkdtempSync(join(tmpdir(), 'tsuzuri-check-'));
  const costs = new Map<string, Cost[]>(CONTESTANTS.map(({ name }) => [name, []]));
  // Round by round: what else goes on in the machine meets all of them alike.
  for (let round = 0; round < ROUNDS; round++)
    for (const contestant of CONTESTANTS) costs.get(contestant.name)?.push(run(contestant, home));
  rmSync(home, { recursive: true });
  console.log(`${readdirSync(CARDS).length} entries, ${ROUNDS} rounds`);
  printCosts(costs);
}

if (job === 'textlint') await lint();
else main();
