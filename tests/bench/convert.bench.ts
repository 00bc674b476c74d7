/** Prints how fast scans are converted, with and without the lattice, and how much of injected damage is mended. */
import { readdirSync, readFileSync } from 'node:fs';
import { readScan } from '../../src/1-read/index.ts';
import { findNormalisations } from '../../src/2-normalise/index.ts';
import { mendLines, parseMinutes } from '../../src/3-structure/index.ts';
import { findCorrections } from '../../src/4-correct/index.ts';
import { convertSeed, readRules } from '../../src/build.ts';
import { convert } from '../../src/pipeline.ts';
import { apply, startTrace } from '../../src/trace.ts';
import { loadWords, type Words } from '../../src/words.ts';

const seeds = readdirSync('seeds').filter(name => name.endsWith('.txt'));
const started = performance.now();
const words = await loadWords();
console.log(`dictionary: ${Math.round(performance.now() - started)} ms`);
const rules = readRules('docs/rules', words);
const tools = { words, rules };

/** A lattice that finds everything equally likely: what the rest of the work costs. */
const NO_WORDS: Words = { cost: () => 0, words: () => [] };

function megabytesPerSecond(work: (text: string) => void): string {
  const texts = seeds.map(name => readFileSync(`seeds/${name}`, 'utf8'));
  for (const text of texts) work(text);
  const from = performance.now();
  let bytes = 0;
  for (let round = 0; performance.now() - from < 2000; round++)
    for (const text of texts) {
      // Another figure each round, so that no clause is remembered from the last one.
      const fresh = text.replaceAll('、', `、${round}`);
      work(fresh);
      bytes += Buffer.byteLength(fresh);
    }
  return (bytes / 1000 / (performance.now() - from)).toFixed(2);
}

const structure = (lattice: Words) => (text: string) => {
  const start = startTrace(text);
  return parseMinutes(mendLines(apply(start, findNormalisations(text)), lattice));
};
console.log(
  `lines and structure, MB/s: ${megabytesPerSecond(structure(words))} with the lattice, ${megabytesPerSecond(structure(NO_WORDS))} without`,
);
const plain = readRules('docs/rules', words).filter(rule => rule.card.data.margin === undefined);
const corrections = (chosen: typeof rules) => (text: string) => findCorrections(parseMinutes(startTrace(text)), chosen);
console.log(
  `corrections, MB/s: ${megabytesPerSecond(corrections(rules))} with the lattice, ${megabytesPerSecond(corrections(plain))} without`,
);

/** The same figures in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Damage {
  readonly name: string;
  readonly automatic: boolean;
  readonly pattern: RegExp;
  readonly replace: string | ((found: string) => string);
  /** Share of the places that are struck; 0.05 unless told. */
  readonly rate?: number;
}

const MAP: Readonly<Record<string, string>> = {
  歩: '步',
  実: '实',
  際: '际',
  関: '关',
  開: '开',
  間: '间',
  問: '问',
  時: '时',
  論: '论',
  議: '议',
};

/** Errors as the scans have them; the classes that no rule may mend by itself are there too. */
const DAMAGES: readonly Damage[] = [
  {
    name: '字体（実→实）',
    automatic: true,
    pattern: /[歩実際関開間問時論議]/gu,
    replace: found => MAP[found] ?? found,
  },
  { name: '促音（って→つて）', automatic: true, pattern: /(?<=\p{sc=Han}|あ|な|よ|と)っ(?=[てた])/gu, replace: 'つ' },
  { name: 'う→ふ', automatic: true, pattern: /(?<=\p{sc=Han})う(?=[、。\p{sc=Han}])/gu, replace: 'ふ' },
  { name: '文末の「る」の脱落', automatic: true, pattern: /(?<=と考え)る(?=。)/gu, replace: '' },
  { name: 'カタカナ語の一', automatic: true, pattern: /(?<=[ァ-ヶ])ー(?=[ァ-ヶ])/gu, replace: '一' },
  { name: '力→カ', automatic: true, pattern: /(?<=[\p{sc=Han}])力(?=[のをがにと])/gu, replace: 'カ' },
  {
    name: '折り返しの空白',
    rate: 0.01,
    automatic: true,
    pattern: /(?<=\p{sc=Hiragana})(?=\p{sc=Hiragana}{2})/gu,
    replace: ' ',
  },
  {
    name: 'ページの切れ目',
    rate: 0.002,
    automatic: true,
    pattern: /(?<=[^\n。、「」（）()・]{4})(?=[^\n。、「」（）()・]{4}[^\n]*。)/gu,
    replace: '\n\n',
  },
  { name: '濁点の脱落（が→か）', automatic: false, pattern: /(?<=\p{sc=Han})が(?=\p{sc=Han})/gu, replace: 'か' },
  { name: '仮名の脱落', automatic: false, pattern: /(?<=\p{sc=Han})を(?=\p{sc=Han})/gu, replace: '' },
];

/** Injects an error in some of the places where its class can strike. */
function damage(
  text: string,
  { pattern, replace, rate = 0.05 }: Damage,
  random: () => number,
): { text: string; errors: number } {
  let errors = 0;
  const damaged = text.replace(pattern, found => {
    if (random() > rate) return found;
    errors++;
    return typeof replace === 'string' ? replace : replace(found);
  });
  return { text: damaged, errors };
}

/** Lines of the second text that the first has not. */
function differing(a: string, b: string): number {
  const lines = (text: string) => new Map(text.split(/\n+/).map(line => [line, true]));
  const left = lines(a);
  return [...lines(b).keys()].filter(line => !left.has(line)).length;
}

console.log('\ndamage: class, errors, lines mended of lines damaged');
for (const kind of DAMAGES) {
  const random = generator(7);
  let errors = 0;
  let damagedLines = 0;
  let left = 0;
  for (const name of seeds.filter(seed => !seed.includes('slides'))) {
    const { ledger } = await convertSeed(`seeds/${name}`, tools);
    const injured = damage(ledger.clean, kind, random);
    const scan = { ...readScan(`seeds/${name}`), text: injured.text };
    const mended = await convert(scan, [], tools);
    errors += injured.errors;
    damagedLines += differing(injured.text, ledger.clean);
    left += differing(mended.ledger.clean, ledger.clean);
  }
  const share = damagedLines === 0 ? 0 : Math.round(((damagedLines - left) / damagedLines) * 1000) / 10;
  console.log(
    `${kind.automatic ? 'automatic' : 'doubt    '} ${kind.name}: ${errors} errors, ${damagedLines - left}/${damagedLines} lines mended (${share} %)`,
  );
}
