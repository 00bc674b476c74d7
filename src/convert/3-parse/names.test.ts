/** Proves where a name ends by the names and words of the dictionary, and that posts of places name nobody. */
import { expect, test } from 'vitest';
import { loadAnalyzer } from '../morphology/index.ts';
import { partedByWords, readNames, withPartedNames } from './names.ts';

const analyzer = await loadAnalyzer();

test.each([
  ['近松美苗義務教育課長', '近松美苗', '義務教育課長'],
  ['椙元恒也教育次長', '椙元恒也', '教育次長'],
  ['相楽生徒指導課長', '相楽', '生徒指導課長'],
  ['坊津消費者行政班長', '坊津', '消費者行政班長'],
  ['加世田県民生活課長', '加世田', '県民生活課長'],
])('%s is %s', (text, name, role) => {
  expect(partedByWords(text, analyzer)).toMatchObject({ name, role });
});

test.each(['総務課長', '長野支所長', '水上警察署長', '大和市消防長', '岩手大学教授', '会計管理者'])(
  'of %s nobody is called',
  text => expect(partedByWords(text, analyzer)).toBeUndefined(),
);

test('a family name before a post counts where most of its group have one', () => {
  const parted = (...roles: string[]): (string | undefined)[] =>
    withPartedNames(
      roles.map(role => ({ role })),
      analyzer,
      () => false,
    ).map(({ name }) => name);
  expect(parted('相楽生徒指導課長', '四方田教育次長')).toEqual(['相楽', '四方田']);
  expect(parted('総務課長', '会計管理者', '相楽生徒指導課長')).toEqual([undefined, undefined, undefined]);
});

test('a name whose characters stand apart ends where a given name begins, if that is one place', () => {
  const parted = (name: string, isSpread: boolean): string | undefined =>
    withPartedNames([{ name }], analyzer, () => isSpread)[0]?.name;
  expect(parted('蓮見千秋', true)).toBe('蓮見 千秋');
  expect(parted('蓮見千秋', false)).toBe('蓮見千秋');
});

test.each([
  ['出川田　芳昭', ['出川田 芳昭']],
  ['揖保川　隆　　部会長　　　　　加古　登美子　委員', ['揖保川 隆 部会長', '加古 登美子 委員']],
  ['漆原田稔　社会支援局長、樋渡田直樹　総務課長、', ['漆原田稔 社会支援局長', '樋渡田直樹 総務課長']],
  ['東雲大学　人間工学科', []],
  ['×	伊部岡　千晶', []],
  ['戸数　減', []],
])('%s names %j', (line, names) => {
  const found = readNames(line, analyzer).map(({ name, role }) => [name, role].filter(Boolean).join(' '));
  expect(found).toEqual(names);
});
