/** Turns Japanese dates and times into ISO ones. */
import { ENGLISH_MONTHS } from '@tsuzuri/core/front-matter';
import { newForms } from '@tsuzuri/core/old-kanji';

/** First and last day of each era; Meiji counts from 1873, when Japan took the Gregorian calendar. */
const ERAS = [
  { name: '令和', year: 2018, from: '2019-05-01', until: '9999-12-31' },
  { name: '平成', year: 1988, from: '1989-01-08', until: '2019-04-30' },
  { name: '昭和', year: 1925, from: '1926-12-25', until: '1989-01-07' },
  { name: '大正', year: 1911, from: '1912-07-30', until: '1926-12-24' },
  { name: '明治', year: 1867, from: '1873-01-01', until: '1912-07-29' },
] as const;

const KANJI = '〇一二三四五六七八九';
/** Digits in any script, spaces between them allowed: `24`, `２４`, `二十四`, `2 4`, `元` */
const DIGITS = '[0-9０-９〇一二三四五六七八九十廿卅百千元][0-9０-９〇一二三四五六七八九十廿卅百千 　]*';
/** `平成24年11月1日(木)`, `令和元年 ５月 一日（水曜日）`, `2012年11月1日` */
const DATE = new RegExp(
  `(?<era>令和|平成|昭和|大正|明治)?\\s*(?<year>${DIGITS})(?:[（(][0-9０-９]{4}[）)])?年\\s*(?:[（(][0-9０-９]{4}年[）)]\\s*)?(?<month>${DIGITS})月\\s*(?<day>${DIGITS})日\\s*(?:[（(]\\s*(?<weekday>[日月火水木金土])(?:曜日?)?(?:[・、]\\s*(?:祝|休|祝日|休日))?\\s*[）)])?`,
  'u',
);
/** `R6.5.10(金)`, `令和6.5.10`, `2024/5/10`, `2024.05.10`, `2024-05-10` */
const SHORT_DATE =
  /(?<![0-9０-９A-Za-zＡ-Ｚａ-ｚ./／．-])(?:(?<letter>[RHSTMＲＨＳＴＭ])|(?<era>令和|平成|昭和|大正|明治))?\s?(?<year>[0-9０-９元]{1,4})\s?[./．／-]\s?(?<month>[0-9０-９]{1,2})\s?[./．／-]\s?(?<day>[0-9０-９]{1,2})(?![0-9０-９./．／-])(?:\s?[（(]\s*(?<weekday>[日月火水木金土])(?:曜日?)?\s*[）)])?/u;
const LETTERS: Readonly<Record<string, string>> = { R: '令和', H: '平成', S: '昭和', T: '大正', M: '明治' };
/** No year of four digits is earlier. */
const FIRST_YEAR = 1000;
const WEEKDAYS = '日月火水木金土';

const MONTH = `(?:${ENGLISH_MONTHS.map(month => month.slice(0, 3)).join('|')})[a-z]{0,6}\\.?`;
/** `14 March 2023 (Tue)`, `March 14, 2023` */
const ENGLISH_DATE = new RegExp(
  `\\b(?:(?<day>[0-9]{1,2}) (?<month>${MONTH})|(?<name>${MONTH}) (?<number>[0-9]{1,2}),) (?<year>[0-9]{4})\\b`,
  'u',
);

/** 大字 of kanji numerals, in the forms of today. */
const LEGAL: Readonly<Record<string, string>> = { 壱: '一', 弐: '二', 参: '三', 拾: '十' };

/** A number in Arabic, full-width or kanji digits; 元 is 1. `NaN` where it is none. */
export function readNumber(digits: string): number {
  const plain = newForms(digits)
    .replace(/[\s　]/g, '')
    .normalize('NFKC')
    .replace(/[壱弐参拾]/gu, digit => LEGAL[digit] ?? digit)
    .replace('廿', '二十')
    .replace('卅', '三十');
  if (plain === '元') return 1;
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^[〇一二三四五六七八九]+$/.test(plain)) return Number([...plain].map(digit => KANJI.indexOf(digit)).join(''));
  if (!/^[一二三四五六七八九十百千]+$/.test(plain)) return Number.NaN;
  let total = 0;
  let digit = 0;
  for (const character of plain) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character];
    if (unit === undefined) digit = KANJI.indexOf(character);
    else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}

export interface ReadDate {
  /** ISO day; absent where there is no such day (平成35年, 2月30日). */
  readonly iso?: string;
  /** The words of the scan, weekday included. */
  readonly raw: string;
  readonly index: number;
  /** What is wrong with it, in Japanese. */
  readonly wrong?: string;
}

/** Reads the first date of a text. */
export function readDate(text: string): ReadDate | undefined {
  const match = DATE.exec(text) ?? shortDate(text);
  if (!match?.groups) return englishDate(text);
  const { letter = '', year = '', month = '', day = '', weekday } = match.groups;
  const era = match.groups.era ?? LETTERS[letter.normalize('NFKC')];
  const raw = match[0].trim();
  const found = { raw, index: match.index };
  const entry = ERAS.find(candidate => candidate.name === era);
  // `同三年四月一日`: of which era is not said
  if (!entry && readNumber(year) < FIRST_YEAR) return undefined;
  const iso = isoDay((entry?.year ?? 0) + readNumber(year), readNumber(month), readNumber(day));
  if (!iso) return { ...found, wrong: `「${raw}」という日はありません` };
  if (entry && (iso < entry.from || iso > entry.until))
    return { ...found, wrong: `「${raw}」は${era}の期間にありません` };
  const actual = WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()];
  if (weekday && weekday !== actual)
    return { ...found, iso, wrong: `${iso} は${actual}曜日ですが、原文は「${weekday}」です` };
  return { ...found, iso };
}

function englishDate(text: string): ReadDate | undefined {
  const match = ENGLISH_DATE.exec(text);
  const { day, number, month, name, year = '' } = match?.groups ?? {};
  const beginning = (month ?? name ?? '').slice(0, 3);
  const at = ENGLISH_MONTHS.findIndex(known => known.startsWith(beginning));
  const iso = isoDay(Number(year), at + 1, Number(day ?? number));
  return match && iso ? { iso, raw: match[0], index: match.index } : undefined;
}

/** Three numbers are a date only with an era or a year of four digits: 3.2.1 is a section. */
function shortDate(text: string): RegExpExecArray | undefined {
  const match = SHORT_DATE.exec(text);
  const { letter, era, year = '' } = match?.groups ?? {};
  return match && (letter || era || year.length === 4) ? match : undefined;
}

/** Nothing where there is no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** `17:30`, `9時00分`, `午後２時`, `１４：００`, `午前九時` */
const TIME =
  /(?<half>午前|午後|[AP]M)?\s*(?:(?<hour>[0-9０-９]{1,2})\s*[:：]\s*(?<colon>[0-9０-９]{2})|(?<clock>[0-9０-９]{1,2}|[〇零一二三四五六七八九十]{1,3})\s*時(?!間)\s*(?:(?<minute>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*分|(?<part>半))?)/gu;

/** Reads start and end, as `HH:MM`, of a line like `17:30~18:10` or `9時00分～9時40分`. */
export function readTimes(text: string): { start?: string; end?: string } {
  const times = [...text.replaceAll('正午', '12:00').matchAll(TIME)].map(({ groups = {} }) => groups).map(clock);
  const [start, end] = times;
  return { ...(start ? { start: start.text } : {}), ...(end && start ? { end: afterNoon(start, end) } : {}) };
}

interface Clock {
  readonly text: string;
  readonly half: boolean;
}

function clock(groups: Record<string, string | undefined>): Clock {
  const said = readNumber((groups.hour ?? groups.clock ?? '').replace('零', '〇'));
  const hour = said + (/^(?:午後|PM)$/u.test(groups.half ?? '') && said < 12 ? 12 : 0);
  const minute = groups.part ? 30 : readNumber(groups.colon ?? groups.minute ?? '0');
  return { text: twoDigits(hour, minute), half: groups.half !== undefined };
}

/** 「午後2時～4時」 ends at 16:00: the half of the day is said once. */
function afterNoon(start: Clock, end: Clock): string {
  const [hour = 0, minute = 0] = end.text.split(':').map(Number);
  return start.half && !end.half && end.text < start.text ? twoDigits(hour + 12, minute) : end.text;
}

const twoDigits = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** First calendar year of a fiscal year: 平成27年度 → 2015. */
export function readFiscalYear(text: string): number | undefined {
  const match = new RegExp(`(令和|平成|昭和)\\s*(${DIGITS})年度`, 'u').exec(text);
  const era = ERAS.find(candidate => candidate.name === match?.[1]);
  return match && era ? era.year + readNumber(match[2] ?? '') : undefined;
}
