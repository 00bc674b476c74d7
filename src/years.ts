/** Counts by year, as far as the documents say theirs. */
import type { Mention, Page } from './book.ts';

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
