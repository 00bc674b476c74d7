/** Selects the name that a term had on the date of a page. */
import type { DatedName, Term } from '@tsuzuri/core/card';
import { skeleton } from '@tsuzuri/core/unicode';

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';
const MILLISECONDS_A_DAY = 86_400_000;

/** The name that held on an ISO date; `undefined` without a date and where no name held. */
export function nameAt(term: Term, date?: string): DatedName | undefined {
  return date === undefined ? undefined : term.names.find(name => daysOff(name, date) === 0);
}

/**
 * How far an entry is from being the one that a spelling means on a date, in days; the nearest of all entries with
 * that spelling wins. A name that holds is at 0, one without dates behind it, one that held at another time behind
 * both. A page without a date means the name of today: サイバーセキュリティ戦略 of 2021 rather than of 2013.
 */
export function distance(term: Term, form: string, date: string = LAST_DAY): number {
  const dated = term.names.filter(({ name }) => name === form);
  if (dated.length === 0) return 0.5;
  return Math.min(...dated.map(name => daysOff(name, date)));
}

/** What a link says beyond its words: the name of the time with its expansion, all names on a page without date. */
export function titleOf(term: Term, words: string, date?: string): string | undefined {
  if (date === undefined && term.names.length > 0) return `時期により ${term.names.map(reading).join('、')}`;
  const name = nameAt(term, date);
  const said = skeleton(words);
  const expansion = term.first === 'short' ? undefined : (name?.expansion ?? term.expansion);
  const [first, second] = [name?.name ?? term.term, expansion].filter(
    part => part !== undefined && skeleton(part) !== said,
  );
  return second === undefined || second === first ? first : `${first}（${second}）`;
}

/** `内閣サイバーセキュリティセンター（2015-01-09〜2025-06-30）`. */
function reading({ name, from = '', until = '' }: DatedName): string {
  return from || until ? `${name}（${from}〜${until}）` : name;
}

/** Whether two names held on one day. */
export function overlapInTime(a: DatedName, b: DatedName): boolean {
  return (a.from ?? FIRST_DAY) <= (b.until ?? LAST_DAY) && (b.from ?? FIRST_DAY) <= (a.until ?? LAST_DAY);
}

function daysOff({ from = FIRST_DAY, until = LAST_DAY }: DatedName, date: string): number {
  if (date < from) return daysBetween(date, from);
  return date > until ? daysBetween(until, date) : 0;
}

function daysBetween(before: string, after: string): number {
  return Math.max(1, (Date.parse(after) - Date.parse(before)) / MILLISECONDS_A_DAY || 1);
}
