/** Checks that the date of a page chooses the name, the entry, the words of the title. */

import type { Link, Paragraph, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { card, TERMS } from '../../tests/link/terms.ts';
import { distance, nameAt, titleOf } from './dated-names.ts';
import { createMatcher } from './matcher.ts';
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
    // It is decided on the day after.
    ['2021-09-27', 'cs-strategy-2021'],
    ['2022-01-01', 'cs-strategy-2021'],
    [undefined, 'cs-strategy-2021'],
  ])('サイバーセキュリティ戦略 on %s is %s', (date, id) =>
    expect(match('サイバーセキュリティ戦略に沿って', date).map(({ term }) => term.id)).toEqual([id]),
  );

  it('neither, where none held and none is about to', () => {
    expect(match('サイバーセキュリティ戦略に沿って', '2015-12-01')).toEqual([]);
    expect(match('新たなサイバーセキュリティ戦略（案）に沿って', '2015-12-01').map(({ term }) => term.id)).toEqual([
      'cs-strategy-2021',
    ]);
  });

  it('one that was called otherwise then, where nothing else bears the name', () => {
    expect(match('国家サイバー統括室に改組', '2012-11-01').map(({ term }) => term.id)).toEqual(['nisc']);
  });

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
