/** Holds corrections, doubts and lines of the scan to their blocks, on scans of many forms. */
import { join } from 'node:path';
import { convertSeed } from '@tsuzuri/book/load';
import type { Converted, Tools } from '@tsuzuri/convert/pipeline';
import { makeProof, type Proof } from '@tsuzuri/print/data/corrections';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeAll, expect, test } from 'vitest';
import { casesIn, loadTools, ROOT, SEEDS } from './seeds.ts';

const CASES = join(ROOT, 'tests/cases');
let tools: Tools;
beforeAll(async () => {
  tools = await loadTools();
});

async function prove(path: string): Promise<{ converted: Converted; proof: Proof; words: string[] }> {
  const converted = await convertSeed(path, tools);
  const { tree, minutes, ledger } = converted;
  const words: string[] = [];
  visit(tree, ['heading', 'paragraph', 'tableCell'], node => {
    if (textOf(node) !== '') words.push(textOf(node));
  });
  return { converted, words, proof: makeProof({ tree, trace: minutes.trace, doubts: ledger.doubts }, new Map()) };
}

const SCANS = [
  ...casesIn(CASES).map(name => `tests/cases/${name}/input.txt`),
  ...Object.values(SEEDS).map(name => `seeds/${name}.txt`),
];

test.each(SCANS)('%s', async path => {
  const { converted, proof, words } = await prove(join(ROOT, path));
  expect(proof.blocks).toHaveLength(words.length);
  // Each line of the scan stands with one block, in order.
  const lines = proof.blocks.flatMap(range => (range ? [range] : []));
  expect(lines.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, more) => first + more))).toEqual(
    proof.scan.map((_, index) => index + 1),
  );
  expect(proof.marks).toHaveLength(converted.ledger.edits.length + converted.ledger.doubts.length);
  for (const { block, from, to, scan, doubt } of proof.marks) {
    expect(to).toBeLessThanOrEqual(words[block]?.length ?? 0);
    // What a doubt is about is what the page has there, but for the width of its letters.
    if (doubt && !scan.includes('\n'))
      expect(words[block]?.slice(from, to).normalize('NFKC')).toBe(scan.normalize('NFKC'));
  }
});

test('doubts were among them', async () => {
  const { proof } = await prove(join(CASES, 'misread-letters/input.txt'));
  expect(proof.marks.filter(({ doubt }) => doubt).length).toBeGreaterThan(2);
});
