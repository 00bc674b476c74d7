/** Japanese dates are read right: every day since 1873 against the calendar of Intl, and what is no day is none. */

import { describe, expect, test } from 'vitest';
import { readDate, readFiscalYear, readNumber, readTimes } from './wareki.ts';

const DAY = 86_400_000;

test('every day from 1873 to 2040, as Intl writes it', () => {
  const japanese = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    era: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  for (let time = Date.UTC(1873, 0, 1); time < Date.UTC(2041, 0, 1); time += DAY) {
    const iso = new Date(time).toISOString().slice(0, 10);
    const written = japanese.format(time);
    // Intl (ICU) begins 明治 on 1868-10-23, 大正 and 昭和 on the days that the edicts name.
    expect(readDate(written)?.iso, written).toBe(iso);
  }
});

describe('as minutes write them', () => {
  test.each([
    ['平成24年11月1日(木) 17:30~18:10', '2012-11-01'],
    ['令和元年５月７日（火）', '2019-05-07'],
    ['令和 ３ 年 ９ 月 27 日（月曜日）', '2021-09-27'],
    ['平成二十四年十一月一日', '2012-11-01'],
    ['昭和六十四年一月七日', '1989-01-07'],
    ['2012年11月1日', '2012-11-01'],
    ['令和五年五月三日（水・祝）', '2023-05-03'],
  ])('%s', (text, iso) => {
    expect(readDate(text)).toMatchObject({ iso });
    expect(readDate(text)?.wrong).toBeUndefined();
  });

  test.each([
    ['平成35年4月1日', /期間にありません/],
    ['令和3年2月30日', /という日はありません/],
    ['昭和64年1月8日', /期間にありません/],
    ['平成24年11月1日(金)', /木曜日ですが、原文は「金」/],
    ['令和3年13月1日', /という日はありません/],
  ])('%s is doubted', (text, why) => {
    expect(readDate(text)?.wrong).toMatch(why);
  });

  test.each([
    ['17:30~18:10', '17:30', '18:10'],
    ['９時00分～9時40分', '09:00', '09:40'],
    ['午後2時～4時30分', '14:00', '16:30'],
    ['午前10時〜正午', '10:00', '12:00'],
    ['１４：００－１５：４０', '14:00', '15:40'],
    ['午前九時', '09:00', undefined],
    ['13時半から', '13:30', undefined],
  ])('%s', (text, start, end) => {
    expect(readTimes(text)).toEqual({ ...(start ? { start } : {}), ...(end ? { end } : {}) });
  });

  test('numbers, fiscal years', () => {
    expect(['元', '２４', '二十四', '二〇二一', '百五', '十', 'x'].map(readNumber)).toEqual([
      1,
      24,
      24,
      2021,
      105,
      10,
      Number.NaN,
    ]);
    expect(readFiscalYear('平成27年度総合セキュリティ対策会議')).toBe(2015);
    expect(readFiscalYear('令和元年度第１回')).toBe(2019);
    expect(readFiscalYear('第3回会合')).toBeUndefined();
  });
});
