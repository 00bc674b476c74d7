/** Finds which entries the minutes name in which years, and the labels by which a printed index finds their pages. */

import { yearOf } from '@tsuzuri/book/cooccurrence';
import type { Page } from '@tsuzuri/core/book';
import { compare } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { citedIn } from '../volume.ts';

/** Years, in order, by path of the entry: `glossary/nisc` → 2012, 2014, 2021. */
export type CitedYears = ReadonlyMap<string, readonly string[]>;

/** `2012`; or what stands for it where a scan has no date. */
export const yearLabel = ({ matter }: Page, label: Labels): string => yearOf(matter) ?? label('noYear');

/** Label of every place where minutes of that year name the entry. */
export const markOf = (entry: string, year: string): string => `@${entry}@${year}`;

/** @param entries paths of the entries of the book */
export function citedYears(minutes: readonly Page[], entries: ReadonlySet<string>, label: Labels): CitedYears {
  const years = new Map<string, Set<string>>();
  for (const page of minutes)
    for (const entry of citedIn(page, entries)) {
      const known = years.get(entry) ?? new Set();
      years.set(entry, known.add(yearLabel(page, label)));
    }
  return new Map([...years].map(([entry, known]) => [entry, [...known].sort(compare)]));
}
