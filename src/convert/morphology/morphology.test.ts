/** Our lattice is kuromoji's own: the same words, the same cost, on every clause of the five scans and on random ones. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import kuromoji from 'kuromoji';
import { beforeAll, expect, test } from 'vitest';
import { readText, SEEDS } from '../../../tests/seeds.ts';
import { type Analyzer, loadAnalyzer } from './index.ts';

interface Oracle {
  getLattice(text: string): { nodes_end_at: { shortest_cost: number }[][] };
  viterbi_searcher: { forward(lattice: unknown): { nodes_end_at: { shortest_cost: number }[][] } };
  tokenize(text: string): { surface_form: string; pos: string }[];
}

let oracle: Oracle;
let analyzer: Analyzer;

beforeAll(async () => {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  oracle = await new Promise((done, fail) =>
    kuromoji.builder({ dicPath }).build((error, built) => (error ? fail(error) : done(built as unknown as Oracle))),
  );
  analyzer = await loadAnalyzer();
});

function check(clause: string): void {
  const nodes = oracle.viterbi_searcher.forward(oracle.getLattice(clause)).nodes_end_at;
  expect(analyzer.cost(clause), clause).toBe(nodes.at(-1)?.[0]?.shortest_cost);
  const mine = analyzer.tokenize(clause);
  const theirs = oracle.tokenize(clause);
  expect(mine.map(({ surface, kind }) => `${surface}/${kind.split(',')[0]}`)).toEqual(
    theirs.map(({ surface_form, pos }) => `${surface_form}/${pos}`),
  );
}

test.each(Object.values(SEEDS))('every clause of %s', name => {
  for (const clause of readText('seeds', `${name}.txt`).match(/[^、。\n\r]{1,300}/g) ?? []) check(clause);
});

test('random clauses', () => {
  const letters = fc.constantFrom(
    ...'あいうかがっつにのはをるアカキクンーッ一二力口会議攻撃情報ABcd019 　「」・-/%①㈱',
  );
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 30 }), list => check(list.join(''))),
    { numRuns: 1000 },
  );
});

test('what a clause would cost if a letter were another is what the changed clause costs', () => {
  const letters = fc.constantFrom(...'あいうかがっつにのはをるアカキクンーッ一二力口会議攻撃情報ABcd019・-/%①㈱');
  const text = (most: number) => fc.array(letters, { minLength: 0, maxLength: most }).map(list => list.join(''));
  fc.assert(
    fc.property(text(25), text(2), text(2), text(25), (before, found, ins, behind) => {
      fc.pre(before + ins + behind !== '' && before + found + behind !== '');
      const change = { start: before.length, end: before.length + found.length, ins };
      const difference = analyzer.cost(before + found + behind) - analyzer.cost(before + ins + behind);
      expect(analyzer.costGain(before + found + behind, change)).toBe(difference);
    }),
    { numRuns: 2000 },
  );
});
