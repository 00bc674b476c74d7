/** A card whose example fails does not load: neither a rule's, nor one that explains what the program does. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apply, startTrace } from '@tsuzuri/core/trace';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../../tests/seeds.ts';
import { readRules, readTerms } from '../../book/load.ts';
import { findNormalisations } from '../2-normalise/index.ts';
import { repairLines } from '../3-parse/index.ts';
import { type Analyzer, loadAnalyzer } from '../morphology/index.ts';
import { examplesOf, readRule } from './rules.ts';

let words: Analyzer;
beforeAll(async () => {
  words = await loadAnalyzer();
});

const mend = (text: string): string => {
  const trace = startTrace(text.replaceAll('⏎', '\n'));
  return repairLines(apply(trace, findNormalisations(trace.text)), words).text.replaceAll('\n', '⏎');
};

describe('rule cards', () => {
  test('all load, each with an example that is left alone', () => {
    const rules = readRules(join(ROOT, 'docs/rules'), words);
    expect(rules.length).toBeGreaterThanOrEqual(10);
    for (const { card } of rules)
      expect(
        examplesOf(card).some(({ left, right }) => left === right),
        card.id,
      ).toBe(true);
  });

  test('what the program does is what its cards show', () => {
    for (const { card } of readRules(join(ROOT, 'docs/rules'), words).filter(
      ({ card }) => card.data['built-in'] === true,
    ))
      for (const { left, right, line } of examplesOf(card)) expect(mend(left), `${card.id}:${line}`).toBe(right);
  });

  const broken: [string, string, RegExp][] = [
    ['no front matter', '# 題\n', /^.*x\.md:1:1: .*前付け/],
    ['front matter not closed', '---\nfind: a\n', /閉じていません/],
    ['broken YAML', '---\nfind: [a\nreplace: b\n---\n', /x\.md:[23]:1: .*YAML/],
    ['no find', '---\nreplace: b\n---\n', /find と replace/],
    ['broken regular expression', '---\nfind: "(a"\nreplace: b\n---\n', /x\.md:2:1: .*正規表現/],
    ['unknown place', '---\nfind: a\nreplace: b\nwhere: [body]\n---\n', /x\.md:4:1: .*where/],
    [
      'no example that is left alone',
      '---\nfind: a\nreplace: b\n---\n| 原文 | 正 |\n| --- | --- |\n| a | b |\n',
      /触らない例/,
    ],
    [
      'an example with a third cell',
      '---\nfind: a\nreplace: b\n---\n| 原文 | 正 |\n| --- | --- |\n| c | c |\n| a | b | b |\n',
      /x\.md:8:1: .*例の行が二列ではありません/,
    ],
    [
      'an example of a single cell, in a card that only explains',
      '---\nbuilt-in: true\n---\n| 原文 | 正 |\n| --- | --- |\n| c |\n',
      /x\.md:6:1: .*例の行が二列ではありません/,
    ],
    [
      'an example that fails',
      '---\nfind: a\nreplace: b\n---\n| 原文 | 正 |\n| --- | --- |\n| c | c |\n| a | c |\n',
      /x\.md:8:1: .*「a」は「c」になるはずが「b」/,
    ],
  ];
  test.each(broken)('%s: says which line, what to do', (_, source, said) => {
    let message = '';
    try {
      readRule('x.md', source, words);
    } catch (error) {
      const { file, place, reason } = error as {
        file: string;
        place?: { line: number; column: number };
        reason: string;
      };
      message = `${file}:${place?.line}:${place?.column}: ${reason}`;
    }
    expect(message).toMatch(said);
  });
});

describe('glossary cards', () => {
  test('all load; every `see` exists, no two entries have a name in common at one time', () => {
    const terms = readTerms(join(ROOT, 'docs/glossary'));
    const ids = new Set(terms.map(term => term.id));
    expect(ids.size).toBeGreaterThanOrEqual(17);
    for (const term of terms) for (const see of term.see) expect(ids.has(see), `${term.id}: see ${see}`).toBe(true);
    const owners = new Map<string, string>();
    for (const term of terms)
      for (const name of new Set([term.term, ...term.aliases])) {
        expect(owners.get(name), `${name} in ${term.id}`).toBeUndefined();
        owners.set(name, term.id);
      }
  });

  test('a broken card stops with its file and line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-cards-'));
    writeFileSync(join(folder, 'good.md'), '---\nterm: 良い\n---\n# 良い\n');
    writeFileSync(join(folder, 'bad.md'), '---\nterm: 悪い\ncategory: thing\n---\n# 悪い\n');
    expect(readdirSync(folder)).toHaveLength(2);
    expect(() => readTerms(folder)).toThrow(/category「thing」/);
  });
});
