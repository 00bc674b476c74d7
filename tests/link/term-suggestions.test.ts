/** Checks term suggestions on the five scans: how many of today's cards are among them, how many an editor would take. */
import { join } from 'node:path';
import { readTerms } from '@tsuzuri/book/load';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { type Quoted, readTerm } from '@tsuzuri/core/card';
import { parsePage } from '@tsuzuri/core/markdown';
import { createMatcher, formsOf } from '@tsuzuri/link/matcher';
import { type Candidate, discoverTerms, draftCard } from '@tsuzuri/link/term-extraction';
import { toString as textOf } from 'mdast-util-to-string';
import { beforeAll, expect, test } from 'vitest';
import { keyOf } from '../../src/link/compounds.ts';
import { convertSeeds, ROOT, readText, SEEDS } from '../seeds.ts';

/** The columns of a file of judgements; lines with # say what it is. */
function readJudgements(name: string): string[][] {
  const lines = readText('tests/link', name).split('\n');
  return lines.filter(line => line !== '' && !line.startsWith('#')).map(line => line.split('\t'));
}

const cards = readTerms(join(ROOT, 'docs/glossary'));
let pages: ReturnType<typeof parsePage>[];
let analyse: Awaited<ReturnType<typeof loadAnalyzer>>['tokenize'];
let found: readonly Candidate[];

beforeAll(async () => {
  const converted = await convertSeeds();
  pages = [...converted].map(([id, { file }]) => parsePage(`minutes/${SEEDS[id]}`, String(file)));
  analyse = (await loadAnalyzer()).tokenize;
  discoverTerms(pages, []);
  found = discoverTerms(pages, [], { analyse });
});

const namesOf = ({ term, aliases, expansions }: Candidate): string[] =>
  [term, ...aliases, ...expansions.map(({ text }) => text)].map(keyOf);

test('of the cards of things that the scans name, 85 in a hundred are suggested', () => {
  const suggested = new Set(found.flatMap(namesOf));
  const match = createMatcher(cards);
  const named = new Set(pages.flatMap(({ tree }) => match(textOf(tree)).map(({ term }) => term)));
  const covered = [...named].filter(card => formsOf(card).some(name => suggested.has(keyOf(name))));
  expect(covered.length / named.size).toBeGreaterThanOrEqual(0.85);
});

test('of the suggestions, an editor takes more than four in five; each one was read', () => {
  const judged = new Map(readJudgements('term-judgements.tsv').map(([term = '', verdict]) => [term, verdict]));
  expect(found.filter(({ term }) => !judged.has(term)).map(({ term }) => term)).toEqual([]);
  expect(found.filter(({ term }) => judged.get(term) === 'yes').length / found.length).toBeGreaterThanOrEqual(0.8);
});

test('of text of other fields, three in four', () => {
  const judged = readJudgements('term-judgements-unseen.tsv');
  const taken = judged.filter(([, , verdict]) => verdict === 'yes');
  expect(judged.length).toBeGreaterThanOrEqual(150);
  expect(taken.length / judged.length).toBeCloseTo(0.76, 2);
});

test('what ranks first is better than what ranks last', () => {
  const judged = new Map(readJudgements('term-judgements.tsv').map(([term = '', verdict]) => [term, verdict]));
  const taken = (some: readonly Candidate[]): number => some.filter(({ term }) => judged.get(term) === 'yes').length;
  const half = Math.floor(found.length / 2);
  expect(taken(found.slice(0, half))).toBeGreaterThan(taken(found.slice(-half)));
});

test('nothing that has a card is suggested, nor a compound in which its name would be linked', () => {
  const names = new Set(cards.flatMap(formsOf).map(keyOf));
  const match = createMatcher(cards);
  const left = discoverTerms(pages, cards, { analyse });
  expect(left.length).toBeLessThan(found.length / 2);
  expect(left.filter(({ term }) => names.has(keyOf(term)))).toEqual([]);
  const nameless = left.filter(({ evidence }) => evidence.length === 0);
  expect(nameless.filter(({ term }) => match(term).length > 0)).toEqual([]);
});

test('does not depend on the order of the pages', () =>
  expect(discoverTerms(pages.toReversed(), [], { analyse }).map(({ term }) => term)).toEqual(
    found.map(({ term }) => term),
  ));

test('each draft loads, and each of its quotes stands in its page', () => {
  const squeeze = (text: string): string => text.replace(/\s/gu, '');
  const blocks = new Map(pages.map(({ path, tree }) => [path, tree.children.map(child => squeeze(textOf(child)))]));
  for (const candidate of found) {
    const draft = readTerm('draft.md', draftCard(candidate));
    expect(draft.term).toBe(candidate.term);
    const lost = (draft.sources as readonly Quoted[]).filter(
      ({ page, quote }) => !blocks.get(`minutes/${page}`)?.some(block => block.includes(squeeze(quote))),
    );
    expect(lost, candidate.term).toEqual([]);
  }
});
