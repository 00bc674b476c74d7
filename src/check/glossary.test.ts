/** Holds that each fault of a glossary is found, at the line of its card, and that the glossary of the project has none. */

import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Term } from '@tsuzuri/core/card';
import { beforeAll, describe, expect, it } from 'vitest';
import { card } from '../../tests/link/terms.ts';
import { PROJECT } from '../../tests/seeds.ts';
import { checkGlossary } from './glossary.ts';

const NISC = 'term: NISC\nreading: ニスク\nexpansion: National Information Security Center';

/** Every entry is mentioned once, so that only what is asked for is found. */
function check(...terms: Term[]): string[] {
  const mention = (entry: string) => ({ entry, page: 'minutes/x', text: entry, sentence: entry });
  const mentions = new Map(terms.map(({ id }) => [id, [mention(id)]]));
  return checkGlossary({ terms, mentions }).map(({ file, line, ruleId }) => `${file}:${line} ${ruleId}`);
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
  ];
  it.each(faults)('%s', (_, terms, found) => expect(check(...terms)).toEqual(found));

  it('an entry that no page names', () =>
    expect(checkGlossary({ terms: [card('a', NISC)], mentions: new Map() }).map(({ ruleId }) => ruleId)).toEqual([
      'unmentioned',
    ]));
});

describe('the glossary of the project', () => {
  let book: Book;
  beforeAll(async () => {
    book = await buildBook(PROJECT, await loadAnalyzer());
  });

  it('has no fault', () => {
    expect(book.errors.map(String)).toEqual([]);
    expect(checkGlossary(book).map(message => `${message.file}:${message.line} ${message.reason}`)).toEqual([]);
  });

  it('links NISC to the name of the day', () => {
    const linkOn = (path: string) =>
      /\[NISC\]\((\S+) "([^"]+)"\)/.exec(book.pages.find(page => page.path === path)?.markdown ?? '')?.slice(1);
    expect(linkOn('minutes/2012-11-01-isc-31')).toEqual([
      '/glossary/nisc#n1',
      '内閣官房情報セキュリティセンター（National Information Security Center）',
    ]);
    expect(linkOn('minutes/2021-09-27-cs-hq-31')?.[0]).toBe('/glossary/nisc#n2');
  });

  it('says of each entry where it stands first, and what stands beside it', () => {
    const nisc = book.pages.find(({ path }) => path === 'glossary/nisc')?.markdown ?? '';
    expect(nisc).toContain('最初に出てくるのは、2012年11月1日の');
    expect(nisc).toContain('## 同じ文によく出てくる用語');
    expect(nisc).toMatch(/2005年4月25日〜2015年1月8日 \*\*内閣官房情報セキュリティセンター\*\*.* \{#n1\}/);
  });
});
