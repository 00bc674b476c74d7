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

/** A word beside a name that says which edition of a document is meant. */
export interface Edition {
  /** `draft`: 戦略（案）; `next`: 次期戦略; `new`: 新戦略; `last`: 旧戦略. */
  readonly edition?: 'draft' | 'next' | 'new' | 'last';
  /** Length of the word where it stands before the name. */
  readonly before?: number;
}

const EDITIONS = [
  { edition: 'next', side: 'start', pattern: /(?<=(次期))./uy },
  { edition: 'new', side: 'start', pattern: /(?<=(?<!\p{sc=Han})(新))./uy },
  { edition: 'last', side: 'start', pattern: /(?<=(?<!\p{sc=Han})([旧前]))./uy },
  { edition: 'draft', side: 'end', pattern: /\s?\((?:素|原|最終)?案\)|(?:素|原|最終)?案(?![件内出の外])/uy },
] as const;

/** Which edition is meant by the words before and behind a name that spans `start` … `end` of the folded text. */
export function editionAt(text: string, range: { start: number; end: number }): Edition {
  for (const { edition, side, pattern } of EDITIONS) {
    pattern.lastIndex = range[side];
    const found = pattern.exec(text);
    if (found) return { edition, before: side === 'start' ? (found[1]?.length ?? 0) : 0 };
  }
  return {};
}

/** A name of an entry. */
interface Named {
  readonly term: Term;
  readonly form: string;
  readonly kind: string;
}

/** Days before the beginning of a document in which a draft is one of it, and behind it in which it is new. */
const CLOSE = 400;
/** A meeting speaks of the document that the government decides a few days later. */
const EVE = 7;
/** Days between two editions that follow one another. */
const SEAM = 31;

/**
 * The entry that a spelling means on a date, out of all that have it: the one that had it then or has it always, or the
 * edition that is asked for. Without a date the one of today is meant, as `distance` says.
 * @returns nothing where no entry had the name on the date, or no edition is sure
 */
export function entryAt<T extends Named>(
  names: readonly T[],
  { date, edition }: { date: string | undefined; edition: Edition['edition'] },
): T | undefined {
  const byDistance = names.toSorted((a, b) => distance(a.term, a.form, date) - distance(b.term, b.form, date));
  const [best] = byDistance;
  if (best === undefined || date === undefined) return best;
  const editions = names.flatMap(name => periodsOf(name).map(period => ({ name, ...period })));
  if (editions.length === 0) return best;
  if (edition !== undefined) return EDITION_READERS[edition](editions, date)?.name;
  if (distance(best.term, best.form, date) < 1 || (names.length === 1 && isOfAnotherTime(best, date))) return best;
  return editions.find(({ from }) => date < from && daysBetween(date, from) <= EVE)?.name;
}

/** The times at which an entry had a name; none where it has it always. */
function periodsOf({ term, form }: Named): { from: string; until: string }[] {
  const dated = term.names.filter(({ name }) => name === form);
  return dated.map(({ from = FIRST_DAY, until = LAST_DAY }) => ({ from, until }));
}

/** A body that was there on the date is known by what it is called at another time; a document of that name may be another one. */
const isOfAnotherTime = ({ term, kind }: Named, date: string): boolean =>
  kind !== 'work' && nameAt(term, date) !== undefined;

interface Period<T> {
  readonly name: T;
  readonly from: string;
  readonly until: string;
}

const heldAt = <T>(all: readonly Period<T>[], date: string) =>
  all.find(({ from, until }) => from <= date && date <= until);

/** The edition that begins next, where it follows the one of the date, or begins soon. */
function nextOf<T>(all: readonly Period<T>[], date: string): Period<T> | undefined {
  const [next] = all.filter(({ from }) => from > date).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const held = heldAt(all, date);
  const follows = next && held && daysBetween(held.until, next.from) <= SEAM;
  return next && (follows || daysBetween(date, next.from) <= CLOSE) ? next : undefined;
}

/** The edition before the one of the date. */
function lastOf<T>(all: readonly Period<T>[], date: string): Period<T> | undefined {
  const held = heldAt(all, date);
  return held && all.find(({ until }) => until < held.from && daysBetween(until, held.from) <= SEAM);
}

/** The edition that has just begun or is about to, if only one of them is there. */
function newOf<T>(all: readonly Period<T>[], date: string): Period<T> | undefined {
  const held = heldAt(all, date);
  const isFresh = held && daysBetween(held.from, date) <= CLOSE;
  const next = nextOf(all, date);
  if (isFresh && next) return undefined;
  return isFresh ? held : next;
}

/** On the day on which a document is decided its draft is one of it. */
const draftOf = <T>(all: readonly Period<T>[], date: string): Period<T> | undefined =>
  all.find(({ from }) => from === date) ?? nextOf(all, date);

const EDITION_READERS = { draft: draftOf, next: nextOf, new: newOf, last: lastOf } as const;

/** How a title is put together; links have it in the language of their page, whoever makes them. */
const TITLES = {
  ja: {
    ofTimes: (names: readonly string[]) => `時期により ${names.join('、')}`,
    reading: (name: string, time: string) => `${name}（${time}）`,
  },
  en: {
    ofTimes: (names: readonly string[]) => `At different times ${names.join(', ')}`,
    reading: (name: string, time: string) => `${name} (${time})`,
  },
} as const;

/** ISO day of the page, or with it the language of what is said. */
interface Said {
  readonly date?: string | undefined;
  readonly language: keyof typeof TITLES;
}

/** What a link says beyond its words: the name of the time with its expansion, all names on a page without date. */
export function titleOf(term: Term, words: string, said: string | Said | undefined): string | undefined {
  const { date, language } = typeof said === 'object' ? said : { date: said, language: 'ja' as const };
  const { ofTimes, reading } = TITLES[language];
  if (date === undefined && term.names.length > 0) return ofTimes(term.names.map(name => periodOf(name, reading)));
  const name = nameAt(term, date);
  const known = skeleton(words);
  const expansion = term.first === 'short' ? undefined : (name?.expansion ?? term.expansion);
  const [first, second] = [name?.name ?? term.term, expansion].filter(
    part => part !== undefined && skeleton(part) !== known,
  );
  return second === undefined || second === first ? first : first && reading(first, second);
}

/** `内閣サイバーセキュリティセンター（2015-01-09〜2025-06-30）`. */
function periodOf({ name, from = '', until = '' }: DatedName, reading: (name: string, time: string) => string): string {
  return from || until ? reading(name, `${from}〜${until}`) : name;
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

/** The ISO day so many days after another one. */
export function dayBeside(day: string, days: number): string {
  return new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
