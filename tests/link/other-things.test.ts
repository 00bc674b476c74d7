/** Holds the linker to what a reader says a name means, by the words right beside it. */
import { readTerm } from '@tsuzuri/core/card';
import { createMatcher } from '@tsuzuri/link/matcher';
import { describe, expect, it, test } from 'vitest';
import { mark, unmark } from './mark.ts';
import { FIRST, FOURTH, SECOND, STILL_WRONG, THIRD } from './other-things-table.ts';

describe.each([...FIRST, ...SECOND, ...THIRD, ...FOURTH])('$field: $card', ({ card, text = '', linked, others }) => {
  const match = createMatcher([readTerm('card.md', `---\n${card}\n---\n# Card\n\n${text}\n`)]);
  const lines = [...linked, ...others];
  it.each(lines.filter(line => !STILL_WRONG.includes(line)))('%s', line => {
    expect(mark(unmark(line), match)).toBe(line);
  });
  for (const line of lines.filter(it => STILL_WRONG.includes(it)))
    it.fails(line, () => expect(mark(unmark(line), match)).toBe(line));
});

test('half of the first lines are to be linked', () => {
  expect(FIRST.flatMap(({ linked }) => linked)).toHaveLength(30);
  expect(FIRST.flatMap(({ others }) => others)).toHaveLength(30);
});

test.each([
  '(株)Jasper の社長',
  '株式会社Jasperの本社',
  'Jasper, Inc. sells lamps.',
  '小説の『Jasper』を読む',
  'Jasper (song)',
  'Jasper（星座）',
  "Jasper's etymology",
  'Jasper Avenue was closed.',
])('leaves %s', line => {
  const match = createMatcher([readTerm('card.md', '---\nterm: Jasper\ncategory: system\n---\n')]);
  expect(mark(line, match)).toBe(line);
});

describe('a card of the thing itself', () => {
  it.each([
    ['A brewery in Leeds.', '[Jasper] beer'],
    ['It makes beer and cider.', '[Jasper] beer'],
    ['A yearly run along the river.', 'Jasper beer'],
    ['札幌で地酒を造る蔵です。', '[Jasper]ワイン'],
    ['札幌の酒の歴史を調べる計画です。', 'Jasperワイン'],
    ['長崎の沖にある島です。', '[Jasper]島'],
    ['島の港を結ぶ事業です。', 'Jasper島'],
  ])('%s %s', (text, line) => {
    const match = createMatcher([readTerm('card.md', `---\nterm: Jasper\ncategory: system\n---\n${text}\n`)]);
    expect(mark(unmark(line), match)).toBe(line);
  });
  it('says so in its expansion, or in the words that it wants near', () => {
    for (const key of ['expansion: Kirin Brewery', 'near: [beer, 麦芽]']) {
      const match = createMatcher([readTerm('card.md', `---\nterm: Kirin\ncategory: organisation\n${key}\n---\n`)]);
      expect(mark('Kirin beer of malted 麦芽', match)).toBe('[Kirin] beer of malted 麦芽');
    }
  });
});
