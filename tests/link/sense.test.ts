/** Tells a name from other things that bear it, by the words beside it and by what its card says of its surroundings. */
import { createMatcher } from '@tsuzuri/link/matcher';
import { describe, expect, it, test } from 'vitest';
import { mark, unmark } from './mark.ts';
import { LINKED, OTHER_THINGS, SENSE_TERMS } from './sense-table.ts';
import { card } from './terms.ts';

const match = createMatcher(SENSE_TERMS);

describe('is linked', () => {
  it.each(LINKED)('%s: %s', marked => expect(mark(unmark(marked), match)).toBe(marked));
});

describe('is something else', () => {
  it.each(OTHER_THINGS)('%s: %s', line => expect(mark(line, match)).toBe(line));
});

test('two cards of one name: the surroundings choose', () => {
  const idIn = (text: string) => match(text).map(({ term }) => term.id);
  expect(idIn('The astronaut flew with Mercury.')).toEqual(['mercury-space']);
  expect(idIn('The thermometer holds Mercury.')).toEqual(['mercury-metal']);
});

test('the heading of a section is part of the surroundings', () => {
  expect(match('ひかりが走る', undefined, { heading: '新幹線' }).map(({ term }) => term.id)).toEqual(['hikari']);
  expect(match('テミスを使う', undefined, { heading: '女神たち' })).toEqual([]);
});

test('the mention itself is none of its surroundings', () => {
  const self = createMatcher([card('a', 'term: 量子計算\nnear: [計算]')]);
  expect(self('量子計算')).toEqual([]);
  expect(self('量子計算で計算する')).toHaveLength(1);
});
