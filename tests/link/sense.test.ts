/** Checks that a mention is linked where it means the thing of the card, and left where it means another. */
import { createMatcher } from '@tsuzuri/link/matcher';
import { SENSE_EXAMPLES } from '@tsuzuri/link/sense';
import { linkPage } from '@tsuzuri/link/source-links';
import { describe, expect, test } from 'vitest';
import { SENSE_TABLE } from './sense-table.ts';
import { card } from './terms.ts';

const linksIn = (matter: string, text: string): number =>
  linkPage(text, { match: createMatcher([card('x', matter)]) }).links;

describe('the battery', () => {
  test.each(SENSE_TABLE)('$text ($why)', ({ card: matter, text, isLinked }) => {
    expect(linksIn(matter, text) > 0).toBe(isLinked);
  });

  test('has as many lines that link as lines that abstain, more or less', () => {
    const linked = SENSE_TABLE.filter(({ isLinked }) => isLinked).length;
    expect(SENSE_TABLE.length).toBeGreaterThanOrEqual(60);
    expect(Math.abs(2 * linked - SENSE_TABLE.length)).toBeLessThanOrEqual(6);
  });

  test('a word of the heading is near, too', () => {
    const matter = 'term: とき\ncategory: system\nnear: [新幹線]';
    expect(linksIn(matter, '# 新幹線\n\nときは速い。')).toBe(1);
    expect(linksIn(matter, '# 時間\n\nときは速い。')).toBe(0);
  });
});

test.each(SENSE_EXAMPLES)('left alone: %s', example => {
  const [, name = ''] = /`([^`]+)`/u.exec(example) ?? [];
  const text = example.replaceAll('`', '');
  expect(linksIn(`term: ${name}\ncategory: organisation\ncase: any`, text)).toBe(0);
  expect(linksIn(`term: ${name}\ncategory: organisation\ncase: any`, `${name}の会員、${name}について`)).toBe(2);
});
