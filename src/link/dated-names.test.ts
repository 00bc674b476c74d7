/** Checks that the date of a page chooses the name, the entry, the words of the title. */

import type { Link, Paragraph, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { card, TERMS } from '../../tests/link/terms.ts';
import { distance, nameAt, titleOf } from './dated-names.ts';
import { createMatcher, type Gap } from './matcher.ts';
import { type GlossaryLinkOptions, linkTree } from './remark-glossary.ts';

const match = createMatcher(TERMS);
const nisc = TERMS.find(({ id }) => id === 'nisc') ?? card('nisc', 'term: NISC');

describe('nameAt', () => {
  it.each([
    ['2005-04-24', undefined],
    ['2005-04-25', '内閣官房情報セキュリティセンター'],
    ['2015-01-08', '内閣官房情報セキュリティセンター'],
    ['2015-01-09', '内閣サイバーセキュリティセンター'],
    ['2025-06-30', '内閣サイバーセキュリティセンター'],
    ['2025-07-01', '国家サイバー統括室'],
    ['2099-01-01', '国家サイバー統括室'],
  ])('on %s NISC is %s', (date, name) => expect(nameAt(nisc, date)?.name).toBe(name));

  it('without a date there is no name of the time', () => expect(nameAt(nisc)).toBeUndefined());
  it('a term without dated names has none', () =>
    expect(nameAt(card('ci', 'term: 重要インフラ'), '2014-01-15')).toBeUndefined());
});

describe('the title of a link', () => {
  const dhs = card('dhs', 'term: 国土安全保障省\nexpansion: Department of Homeland Security\naliases: [DHS]');
  it.each([
    ['NISC', '2012-11-01', '内閣官房情報セキュリティセンター（National Information Security Center）'],
    [
      'NISC',
      '2021-09-27',
      '内閣サイバーセキュリティセンター（National center of Incident readiness and Strategy for Cybersecurity）',
    ],
    ['ＮＩＳＣ', '2026-01-01', '国家サイバー統括室（National Cybersecurity Office）'],
    ['内閣官房情報セキュリティセンター', '2014-01-15', 'National Information Security Center'],
    ['内閣官房\n情報セキュリティセンター', '2014-01-15', 'National Information Security Center'],
    [
      'NISC',
      undefined,
      '時期により 内閣官房情報セキュリティセンター（2005-04-25〜2015-01-08）、内閣サイバーセキュリティセンター（2015-01-09〜2025-06-30）、国家サイバー統括室（2025-07-01〜）',
    ],
  ])('of %s on %s', (words, date, title) => expect(titleOf(nisc, words, date)).toBe(title));

  it.each([
    ['国土安全保障省', 'Department of Homeland Security'],
    ['DHS', '国土安全保障省（Department of Homeland Security）'],
  ])('of %s, a term without dated names', (words, title) => expect(titleOf(dhs, words, '2014-01-15')).toBe(title));

  it('is absent where it would say no more than the words', () =>
    expect(titleOf(card('ci', 'term: 重要インフラ'), '重要 インフラ', '2014-01-15')).toBeUndefined());
});

describe('entries that share a name', () => {
  it.each([
    ['2013-06-20', 'cs-strategy-2013'],
    ['2014-01-15', 'cs-strategy-2013'],
    // Neither strategy holds on this day: it may be one that has no card.
    ['2015-12-01', undefined],
    ['2021-09-20', undefined],
    // The day before the government decides it.
    ['2021-09-27', 'cs-strategy-2021'],
    ['2022-01-01', 'cs-strategy-2021'],
    [undefined, 'cs-strategy-2021'],
  ])('サイバーセキュリティ戦略 on %s is %s', (date, id) =>
    expect(match('サイバーセキュリティ戦略に沿って', date).map(({ term }) => term.id)).toEqual(id ? [id] : []),
  );

  it('a name that holds goes before one without dates, that before one of another time', () => {
    const held = card('a', 'term: 甲\nnames: [{name: 計画, from: 2013-01-01, until: 2013-12-31}]');
    const undated = card('b', 'term: 計画');
    expect(distance(held, '計画', '2013-06-01')).toBeLessThan(distance(undated, '計画', '2013-06-01'));
    expect(distance(held, '計画', '2014-01-01')).toBeGreaterThan(distance(undated, '計画', '2014-01-01'));
  });

  it('without any date the order of the glossary decides', () => {
    const both = createMatcher([card('a', 'term: 計画'), card('b', 'term: 計画')]);
    expect(both('計画').map(({ term }) => term.id)).toEqual(['a']);
  });
});

it('the plugin hands date and name to title and address', () => {
  const options: GlossaryLinkOptions = {
    match,
    date: '2012-11-01',
    url: ({ id }, name) => `/${id}#${name?.from ?? ''}`,
  };
  const page: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'NISC' }] }] };
  const [paragraph] = linkTree(page, options).children as [Paragraph];
  const [link] = paragraph.children as [Link];
  expect(link.url).toBe('/nisc#2005-04-25');
  expect(link.title).toBe('内閣官房情報セキュリティセンター（National Information Security Center）');
});

describe('which edition of a document is meant', () => {
  const edition = (id: string, from: string, until?: string) =>
    card(
      id,
      `term: ${id}\ncategory: document\nnames: [{name: 水道計画, from: ${from}${until ? `, until: ${until}` : ''}}]`,
    );
  const editions = createMatcher([
    edition('first', '2010-04-01', '2015-03-31'),
    edition('second', '2015-04-01', '2020-03-31'),
    edition('fifth', '2030-04-01'),
  ]);
  it.each([
    ['2012-01-01', '水道計画に基づく', 'first', '水道計画'],
    ['2012-01-01', '次期水道計画を作る', 'second', '次期水道計画'],
    ['2015-03-01', '水道計画（案）を審議', 'second', '水道計画'],
    ['2015-04-01', '水道計画（案）を決定', 'second', '水道計画'],
    ['2009-12-01', '水道計画（素案）を示す', 'first', '水道計画'],
    ['2009-12-01', '水道計画案を示す', 'first', '水道計画'],
    ['2016-01-01', '旧水道計画の評価', 'first', '旧水道計画'],
    ['2015-06-01', '新水道計画が始まった', 'second', '新水道計画'],
    ['2029-06-01', '次期水道計画', 'fifth', '次期水道計画'],
    // What is meant may have no card.
    ['2009-12-01', '水道計画に基づく', undefined, undefined],
    ['2025-01-01', '水道計画に基づく', undefined, undefined],
    ['2018-01-01', '次期水道計画', undefined, undefined],
    ['2018-01-01', '新水道計画', undefined, undefined],
    ['2012-01-01', '旧水道計画', undefined, undefined],
    ['2031-01-01', '旧水道計画', undefined, undefined],
    ['2001-01-01', '水道計画（案）', undefined, undefined],
    // A plan of others.
    ['2012-01-01', '以前水道計画に', 'first', '水道計画'],
  ])('on %s %s is %s', (date, text, id, words) => {
    const found = editions(text, date).map(({ term, start, end }) => [term.id, text.slice(start, end)]);
    expect(found).toEqual(id ? [[id, words]] : []);
  });

  it('nothing within a name that no entry had is a mention', () => {
    const both = createMatcher([edition('first', '2010-04-01', '2015-03-31'), card('water', 'term: 水道')]);
    expect(both('水道計画と水道', '2018-01-01').map(({ start }) => start)).toEqual([5]);
  });

  it('a body that was there is known by its names of other times', () => {
    expect(match('内閣官房情報セキュリティセンター', '2021-01-01')).toHaveLength(1);
    expect(match('国家サイバー統括室', '2021-01-01')).toHaveLength(1);
    expect(match('内閣官房情報セキュリティセンター', '2001-01-01')).toHaveLength(0);
  });

  it('says which name no entry had', () => {
    const gaps: Gap[] = [];
    editions('この水道計画は', '2025-01-01', { onGap: gap => gaps.push(gap) });
    expect(gaps.map(({ start, end, form, terms }) => [start, end, form, terms.map(({ id }) => id)])).toEqual([
      [2, 6, '水道計画', ['first', 'second', 'fifth']],
    ]);
  });
});
