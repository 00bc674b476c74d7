/** Holds that each error of a glossary is found, at the line of its card. */

import { readTerm, type Term } from '@tsuzuri/core/card';
import { describe, expect, it } from 'vitest';
import { checkGlossary } from './glossary.ts';

const NISC = 'term: NISC\nreading: ニスク\nexpansion: National Information Security Center';

/** A card whose text is as it should be, unless another is given. */
function card(id: string, matter: string, body?: string): Term {
  const [, term] = /^term: (.+)$/mu.exec(matter) ?? [];
  return readTerm(`${id}.md`, `---\n${matter}\n---\n${body ?? `# ${term}\n\n${term}は、組織です。`}\n`);
}

/** Every entry is mentioned once, so that only what is asked for is found. */
function check(...terms: Term[]): string[] {
  const mention = (entry: string) => ({ entry, page: 'minutes/x', text: entry, sentence: entry });
  const mentions = new Map(terms.map(({ id }) => [id, [mention(id)]]));
  return checkGlossary({ terms, mentions, unread: new Set() }).map(
    ({ file, line, ruleId }) => `${file}:${line} ${ruleId}`,
  );
}

describe('a fault of the cards', () => {
  const faults: [string, Term[], string[]][] = [
    [
      'one name, two entries',
      [card('a', `${NISC}\naliases: [センター]`), card('b', 'term: 乙\nreading: おつ\naliases: [センター]')],
      ['a.md:5 shared-name'],
    ],
    [
      'one name, two entries, one time',
      [
        card('a', 'term: 甲\nreading: こう\nnames: [{name: 計画, from: 2013-01-01, until: 2014-12-31}]'),
        card('b', 'term: 乙\nreading: おつ\nnames: [{name: 計画, from: 2014-06-01}]'),
      ],
      ['a.md:4 shared-name'],
    ],
    [
      'one name, two entries, one after the other: no fault',
      [
        card('a', 'term: 甲\nreading: こう\nnames: [{name: 計画, from: 2013-01-01, until: 2014-12-31}]'),
        card('b', 'term: 乙\nreading: おつ\nnames: [{name: 計画, from: 2015-01-01}]'),
      ],
      [],
    ],
    [
      'an alias that is the headword of another entry',
      [card('a', NISC), card('b', 'term: 乙\nreading: おつ\naliases: [丙, NISC]')],
      ['a.md:2 shared-name', 'b.md:4 shadowed-entry'],
    ],
    [
      'periods that overlap',
      [
        card(
          'a',
          'term: 甲\nreading: こう\nnames:\n  - {name: 甲一, until: 2015-01-09}\n  - {name: 甲二, from: 2015-01-09}',
        ),
      ],
      ['a.md:6 overlapping-period'],
    ],
    [
      'a period that ends before it begins',
      [card('a', 'term: 甲\nreading: こう\nnames:\n  - {name: 甲一, from: 2015-01-09, until: 2014-01-09}')],
      ['a.md:5 overlapping-period'],
    ],
    ['a relation that leads nowhere', [card('a', `${NISC}\nsee: [a, zzz]`)], ['a.md:5 dead-see']],
    ['no reading', [card('a', 'term: 戦略')], ['a.md:2 missing-reading']],
    ['no expansion', [card('a', 'term: NISC\nreading: ニスク')], ['a.md:2 missing-expansion']],
    ['a katakana word needs neither', [card('a', 'term: マルウェア')], []],
    ['another heading', [card('a', NISC, '# ニスク\n\nNISCは、組織です。')], ['a.md:6 other-heading']],
    ['no definition', [card('a', NISC, '# NISC\n\n会議で名前が出ました。')], ['a.md:8 reports-mention']],
    [
      'another year in the text',
      [
        card(
          'a',
          `${NISC}\nnames: [{name: NISC, from: 2005-04-25}]`,
          '# NISC\n\nNISCは、組織です。\n2006年4月25日に置かれました。',
        ),
      ],
      ['a.md:10 date-mismatch'],
    ],
    [
      'days without a name',
      [
        card(
          'a',
          'term: 甲\nreading: こう\nnames:\n  - {name: 甲一, until: 2015-01-08}\n  - {name: 甲二, from: 2015-01-10}',
        ),
      ],
      ['a.md:5 gap-in-time'],
    ],
    [
      'days without a name in a series',
      [
        card('a', 'term: 甲\nreading: こう\nseries: 計画\nnames: [{name: 甲, until: 2015-01-08}]'),
        card('b', 'term: 乙\nreading: おつ\nseries: 計画\nnames: [{name: 乙, from: 2016-01-09}]'),
      ],
      ['a.md:5 gap-in-time'],
    ],
  ];
  it.each(faults)('%s', (_, terms, found) => expect(check(...terms)).toEqual(found));

  it('an entry that no page names', () =>
    expect(
      checkGlossary({ terms: [card('a', NISC)], mentions: new Map(), unread: new Set() }).map(({ ruleId }) => ruleId),
    ).toEqual(['unmentioned']));

  it('an entry that no page names, but one that is named leads to it', () => {
    const terms = [card('a', NISC), card('b', 'term: 乙\nreading: おつ\nsee: [a]')];
    const mentions = new Map([['b', [{ entry: 'b', page: 'minutes/x', text: '乙', sentence: '乙' }]]]);
    expect(checkGlossary({ terms, mentions, unread: new Set() })).toEqual([]);
  });
});
