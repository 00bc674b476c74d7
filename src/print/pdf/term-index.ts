/** Tells which entries the minutes name, in which years: the marks by which a printed index finds their pages. */

import { yearOf } from '@tsuzuri/book/cooccurrence';
import { targetOf } from '@tsuzuri/core/anchors';
import type { Page } from '@tsuzuri/core/book';
import { compare } from '@tsuzuri/core/front-matter';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/** Years, in order, by path of the entry: `glossary/nisc` → 2012, 2014, 2021. */
export type CitedYears = ReadonlyMap<string, readonly string[]>;

/** `2012`; what a scan without any date is told apart by. */
export const yearLabel = ({ matter }: Page): string => yearOf(matter) ?? '年の記載なし';

/** Label of every place where minutes of that year name the entry. */
export const markOf = (entry: string, year: string): string => `@${entry}@${year}`;

/** @param entries paths of the entries of the book */
export function citedYears(minutes: readonly Page[], entries: ReadonlySet<string>): CitedYears {
  const years = new Map<string, Set<string>>();
  for (const page of minutes)
    for (const entry of citedIn(page, entries)) {
      const known = years.get(entry) ?? new Set();
      years.set(entry, known.add(yearLabel(page)));
    }
  return new Map([...years].map(([entry, known]) => [entry, [...known].sort(compare)]));
}

/** Paths of the entries that the page has links to. */
export function citedIn({ path, tree }: Page, entries: ReadonlySet<string>): ReadonlySet<string> {
  const cited = new Set<string>();
  visit(tree as Nodes, 'link', ({ url }) => {
    const { label } = targetOf(url, path, entries);
    if (label !== undefined) cited.add(label);
  });
  return cited;
}
