/** Counts which entries are named in the same sentences, and in which years. */
import type { Mention, Page } from '@tsuzuri/core/book';

/** Another entry that is named in the same sentences as one. */
export interface Cooccurrence {
  readonly entry: string;
  /** In how many sentences. */
  readonly times: number;
}

/** Less often may be chance; more entries than these are too many to read. */
const LEAST = 2;
const MOST = 6;

/** For each entry, the others that its sentences name: the most frequent first, equal ones by their ids. */
export function cooccurrences(mentions: Iterable<readonly Mention[]>): Map<string, Cooccurrence[]> {
  const sentences = new Map<string, Set<string>>();
  for (const { page, anchor, sentence, entry } of [...mentions].flat()) {
    const key = `${page}#${anchor}\n${sentence}`;
    sentences.set(key, (sentences.get(key) ?? new Set()).add(entry));
  }
  const pairs = new Map<string, Map<string, number>>();
  for (const entries of sentences.values())
    for (const one of entries)
      for (const other of entries) {
        if (one === other) continue;
        const counts = pairs.get(one) ?? new Map<string, number>();
        pairs.set(one, counts.set(other, (counts.get(other) ?? 0) + 1));
      }
  return new Map([...pairs].map(([entry, counts]) => [entry, ranked(counts)]));
}

function ranked(counts: ReadonlyMap<string, number>): Cooccurrence[] {
  return [...counts]
    .filter(([, times]) => times >= LEAST)
    .map(([entry, times]) => ({ entry, times }))
    .toSorted((a, b) => b.times - a.times || (a.entry < b.entry ? -1 : 1))
    .slice(0, MOST);
}

/** The year of the date, or the fiscal year where the scan says no more: `2012`. */
export function yearOf({ date, fiscal }: Page['matter']): string | undefined {
  return /^\d{4}/.exec(String(date ?? fiscal ?? ''))?.[0];
}

/**
 * How often an entry is mentioned in each year of which there are documents: `{2012: 3, 2013: 0}`. Nothing where a
 * picture of it would say nothing: a single mention, documents of a single year.
 */
export function yearsOf(mentions: readonly Mention[], pages: readonly Page[]): Record<string, number> | undefined {
  const yearOfPage = new Map(pages.map(page => [page.path, yearOf(page.matter)]));
  const years = new Set([...yearOfPage.values()].filter(year => year !== undefined));
  if (mentions.length < 2 || years.size < 2) return undefined;
  const count = (year: string) => mentions.filter(({ page }) => yearOfPage.get(page) === year).length;
  return Object.fromEntries([...years].map(year => [year, count(year)]));
}
