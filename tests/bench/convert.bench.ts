/** Prints how fast scans are converted, with and without the lattice. */
import { readdirSync, readFileSync } from 'node:fs';
import { readRules } from '@tsuzuri/book/load';
import { findNormalisations } from '@tsuzuri/convert/2-normalise';
import { parseMinutes, repairLines } from '@tsuzuri/convert/3-parse';
import { findCorrections } from '@tsuzuri/convert/4-correct';
import { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
import { apply, startTrace } from '@tsuzuri/core/trace';

const seeds = readdirSync('seeds').filter(name => name.endsWith('.txt'));
const started = performance.now();
const analyzer = await loadAnalyzer();
console.log(`dictionary: ${Math.round(performance.now() - started)} ms`);
const rules = readRules('docs/rules', analyzer);

/** A lattice that finds everything equally likely: what the rest of the work costs. */
const NO_LATTICE: Analyzer = {
  cost: () => 0,
  costGain: () => 0,
  surprisal: () => 0,
  tokenize: () => [],
  kinds: () => [],
};

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

const structure = (lattice: Analyzer) => (text: string) => {
  const start = startTrace(text);
  return parseMinutes(repairLines(apply(start, findNormalisations(text)), lattice), lattice);
};
console.log(
  `lines and structure, MB/s: ${megabytesPerSecond(structure(analyzer))} with the lattice, ${megabytesPerSecond(structure(NO_LATTICE))} without`,
);
const plain = readRules('docs/rules', analyzer).filter(rule => rule.card.data.margin === undefined);
const acting = rules.filter(({ doubt }) => !doubt);
const corrections = (chosen: typeof rules) => (text: string) =>
  findCorrections(parseMinutes(startTrace(text), analyzer), chosen, text);
console.log(
  `corrections, MB/s: ${megabytesPerSecond(corrections(acting))} with the lattice, ${megabytesPerSecond(corrections(plain))} without; ${megabytesPerSecond(corrections(rules))} with all doubts`,
);
