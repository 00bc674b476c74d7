/** Checks what is a mention and what is not, against tables made by hand. */

import { describe, expect, it, test } from 'vitest';
import { mark, unmark } from '../../tests/link/mark.ts';
import { MENTIONS } from '../../tests/link/mention-table.ts';
import { card, TERMS } from '../../tests/link/terms.ts';
import { TRAPS } from '../../tests/link/trap-table.ts';
import { createMatcher } from './matcher.ts';

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

describe('cards that say no more than their term', () => {
  const bare = [
    '内閣官房',
    '情報セキュリティ政策会議',
    'サイバーセキュリティ戦略',
    '個人情報保護法',
    '重要インフラ',
    '消費者庁',
  ];
  const matchBare = createMatcher(bare.map((term, index) => card(`t${index}`, `term: ${term}`)));

  it.each([
    '[内閣官房]と内閣官房長官',
    '[情報セキュリティ政策会議]と情報セキュリティ政策会議議長',
    '[サイバーセキュリティ戦略]とサイバーセキュリティ戦略本部',
    '[個人情報保護法]と個人情報保護法施行令',
    '[重要インフラ]防護と重要インフラ専門委員会',
    '[消費者庁]と消費者庁長官と消費者庁設置法',
  ])('%s', marked => expect(mark(unmark(marked), matchBare)).toBe(marked));
});

describe('the card chooses how capitals count', () => {
  it.each([
    ['term: ACTIVE', '[ACTIVE] Active active'],
    ['term: ACTIVE\ncase: any', '[ACTIVE] [Active] [active]'],
    ['term: nicter', '[nicter] [NICTER] [Nicter]'],
    ['term: nicter\ncase: exact', '[nicter] NICTER Nicter'],
    ['term: ACTIVE\naliases: [Active Program]', '[ACTIVE] active [active program]'],
  ])('%s', (matter, marked) => expect(mark(unmark(marked), createMatcher([card('x', matter)]))).toBe(marked));
});

describe('odd glossaries', () => {
  it.each([
    ['none', []],
    ['a name that folds to nothing', [card('x', 'term: "\\u200b"')]],
  ])('%s', (_, terms) => expect(createMatcher(terms)('NISC\u200b')).toEqual([]));

  it('the same name twice in one entry is one', () =>
    expect(createMatcher([card('x', 'term: NISC\naliases: [NISC, ＮＩＳＣ]')])('NISC')).toHaveLength(1));
});
