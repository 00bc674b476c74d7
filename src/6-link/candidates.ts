/** Says what was found without an entry, and chooses what a draft card is written of. */
import type { Candidate } from './discover.ts';

/** `CYMAT  4か所  情報セキュリティ緊急支援チーム（2012-11-01-isc-31）` */
export function candidateLine({ term, count, expansions }: Candidate): string {
  const said = expansions.map(({ text, page }) => `${text}（${page.replace('minutes/', '')}）`);
  return [term, `${count}か所`, ...said].join('  ');
}

/**
 * The candidate that a draft is asked for: by its name, or by the id that its name would have; one of which nothing was
 * found has no places.
 */
export function candidateFor(found: readonly Candidate[], id: string, name: string): Candidate {
  const wanted = found.find(({ term }) => (name === '' ? idOf(term) === id : term === name));
  return wanted ?? { term: name || id.toUpperCase(), count: 0, expansions: [], places: [] };
}

/** `JPCERT/CC` → `jpcert-cc` */
const idOf = (term: string): string =>
  term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
