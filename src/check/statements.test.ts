/** Holds that every paragraph says what it rests on, and that what is old or contradicts its dates is found. */
import { readTerm, type Term } from '@tsuzuri/core/card';
import { describe, expect, test } from 'vitest';
import { contradictedDays, staleness, unsourcedIn } from './statements.ts';

const WEB = '{id: town, url: "https://town.example/bus", title: バス, publisher: みどり町, accessed: 2025-06-01}';
const QUOTE = '{page: 2023-06-12-gikai-2, quote: バス}';

const term = (matter: string, body: string): Term =>
  readTerm('t.md', `---\nterm: バス\n${matter}\n---\n# バス\n\n${body}\n`);
const found = (problems: readonly { rule: string; line?: number }[]) => problems.map(({ rule, line }) => [rule, line]);

describe('what a paragraph rests on', () => {
  test.each([
    ['a note', `sources: [${WEB}]`, 'バスは乗り物です。[^town]\n\n町が走らせます。[^town]', []],
    ['a link to the minutes', '', 'バスは、[会議](/minutes/a)で始まった乗り物です。\n\n- 一\n- 二', []],
    ['a list of its own', `sources: [${QUOTE}]`, 'バスは乗り物です。\n\n## 便\n\n- 朝[^x]\n', []],
    [
      'quotes, of the first paragraph alone',
      `sources: [${QUOTE}]`,
      'バスは乗り物です。\n\n町が走らせます。',
      [['no-source', 5]],
    ],
    ['nothing', '', 'バスは乗り物です。', [['no-source', 3]]],
    ['what is looked for', '', 'バスは乗り物です。（出典未確認）', [['unverified', 3]]],
    ['footnotes of its own', '', 'バスは乗り物です。[^1]\n\n[^1]: 町史', []],
    [
      'general knowledge without a page',
      `known: general\nsources: [${QUOTE}]`,
      'バスは乗り物です。',
      [['no-source', undefined]],
    ],
  ])('%s', (_, matter, body, expected) => expect(found(unsourcedIn(term(matter, body)))).toEqual(expected));
});

describe('staleness', () => {
  const names = (until: string) => `names: [{name: バス, from: 2001-04-01, until: ${until}}]\nsources: [${WEB}]`;
  test.each([
    ['read within the year', `sources: [${WEB}]`, '2026-05-31', []],
    ['read longer ago', `sources: [${WEB}]`, '2026-06-03', ['stale']],
    ['the newest of two', `sources: [${WEB}, ${WEB.replace('town,', 'b,').replace('2025', '2026')}]`, '2026-12-01', []],
    ['over, and said so', names('2020-03-31'), '2026-12-01', []],
    ['without a page of the web', `sources: [${QUOTE}]`, '2030-01-01', []],
  ])('%s', (_, matter, day, expected) =>
    expect(staleness(term(matter, 'バスは、町が走らせた乗り物でした。'), day).map(({ rule }) => rule)).toEqual(
      expected,
    ),
  );

  test('over, but spoken of as of today', () => {
    const past = term(names('2020-03-31'), 'バスは、町が走らせる乗り物です。');
    expect(staleness(past, '2026-12-01').map(({ rule }) => rule)).toEqual(['ended']);
    expect(staleness(past, '2019-01-01')).toEqual([]);
  });
});

describe('days that contradict', () => {
  const NAMES = 'names: [{name: バス, from: 2001-04-01, until: 2020-03-31}]';
  test.each([
    ['the same days', 'バスは、2001年4月1日に始まり、2020年3月31日に終わった乗り物です。', []],
    ['another year', 'バスは乗り物です。\n\n2011年4月1日に走り始めました。', [['date-mismatch', 5]]],
    ['another year of founding', 'バスは、2003年に町が設置した乗り物です。', [['date-mismatch', 3]]],
    ['the year of founding', 'バスは、2001年に設けられた乗り物です。', []],
    ['other events', 'バスは、町の乗り物です。\n\n2003年に会社が設立されました。2005年5月5日に事故がありました。', []],
  ])('%s', (_, body, expected) => expect(found(contradictedDays(term(NAMES, body)))).toEqual(expected));
});
