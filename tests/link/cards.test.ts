/** Holds the glossary of the project against the traps and the mentions of the five scans. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readTerm } from '@tsuzuri/core/card';
import { createMatcher } from '@tsuzuri/link/matcher';
import { describe, expect, it } from 'vitest';
import { mark, unmark } from './mark.ts';
import { MENTIONS } from './mention-table.ts';
import { TRAPS } from './trap-table.ts';

const DIRECTORY = 'docs/glossary';
const FILES = existsSync(DIRECTORY)
  ? readdirSync(DIRECTORY).filter(file => /^[a-z0-9-]+\.md$/u.test(file) && file !== 'index.md')
  : [];
const TERMS = FILES.map(file => readTerm(`${DIRECTORY}/${file}`, readFileSync(`${DIRECTORY}/${file}`, 'utf8')));
const match = createMatcher(TERMS);

/** The spans of the brackets in the text without brackets. */
function spansOf(marked: string): [start: number, end: number][] {
  return [...marked.matchAll(/\[([^\]]*)\]/gu)].map(({ index, 1: words = '' }, count) => [
    index - 2 * count,
    index - 2 * count + words.length,
  ]);
}

describe.runIf(TERMS.length > 0)('the cards', () => {
  it.each(Object.values(TRAPS).flat())('have no mention outside of the brackets: %s', marked => {
    const spans = spansOf(marked);
    const outside = match(unmark(marked), '2014-01-15').filter(
      ({ start, end }) => !spans.some(([from, to]) => from <= start && end <= to),
    );
    expect(outside.map(({ term, form }) => `${term.id}: ${form}`)).toEqual([]);
  });

  /** What a card wants near it stands in the text, too. */
  const BY_NAME = TERMS.map(({ id, term, near: [word = ''] = [] }) => [id, `${term}。${word}`] as const);
  it.each(BY_NAME)('%s is found by its own name', (id, text) =>
    expect(match(text).map(({ term }) => term.id)).toContain(id),
  );

  it('find most of the mentions of the table', () => {
    const rows = Object.values(MENTIONS).flat();
    const found = rows.filter(marked => mark(unmark(marked), match, '2014-01-15') === marked);
    expect(found.length / rows.length).toBeGreaterThan(0.7);
  });
});
