/** Counts what the matches have in common, for chips that narrow a query. */
import type { Passage } from '../index/passages.ts';
import type { Facet } from '../shared/result.ts';

/** What a passage counts for; nothing where it has none. */
const VALUES: Readonly<Record<Facet['field'], (passage: Passage) => string | undefined>> = {
  kind: ({ head }) => head.kind,
  // The body that met stands behind the one above it.
  body: ({ head }) => (head.kind === 'minutes' ? head.body?.split(' ').at(-1) : undefined),
  year: ({ head }) => head.day?.slice(0, 4),
  speaker: ({ speaker, who }) => who ?? speaker,
};

/** Chips of one field: more are found by typing. */
const MOST = 8;

/** Of each field the most frequent values; years from the newest. */
export function facetsOf(matches: readonly { readonly passage: Passage }[]): Facet[] {
  return Object.entries(VALUES).flatMap(([field, read]) => {
    const counts = new Map<string, number>();
    for (const { passage } of matches) {
      const value = read(passage);
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const best = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST);
    const ordered = field === 'year' ? best.toSorted(([a], [b]) => (a < b ? 1 : -1)) : best;
    return ordered.map(([value, count]): Facet => ({ field: field as Facet['field'], value, count }));
  });
}
