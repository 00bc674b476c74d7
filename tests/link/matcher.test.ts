/** Checks what is a mention and what is not, against tables made by hand. */
import { describe, expect, it, test } from 'vitest';
import { createMatcher } from '../../src/6-link/matcher.ts';
import { mark, unmark } from './mark.ts';
import { MENTIONS } from './mention-table.ts';
import { TERMS } from './terms.ts';
import { TRAPS } from './trap-table.ts';

const match = createMatcher(TERMS);

/** Texts whose reading does not hang on the time are read as of this day. */
const DATE = '2014-01-15';

describe.each(Object.entries(MENTIONS))('mentions: %s', (_, rows) => {
  it.each(rows)('%s', marked => expect(mark(unmark(marked), match, DATE)).toBe(marked));
});

describe.each(Object.entries(TRAPS))('traps: %s', (_, rows) => {
  it.each(rows)('%s', marked => expect(mark(unmark(marked), match, DATE)).toBe(marked));
});

test('the tables are as long as they promise', () => {
  const mentions = Object.values(MENTIONS).flat().join('').split('[').length - 1;
  const traps = Object.values(TRAPS).flat().length;
  expect(mentions).toBeGreaterThanOrEqual(120);
  expect(traps).toBeGreaterThanOrEqual(60);
  expect(new Set([...Object.values(MENTIONS), ...Object.values(TRAPS)].flat()).size).toBeGreaterThan(180);
});
