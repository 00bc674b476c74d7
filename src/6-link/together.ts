/** Counts which entries stand in the same sentences. */
import type { Mention, Together } from '../book.ts';

/** Less often may be chance; more entries than these nobody reads. */
const LEAST = 2;
const MOST = 6;

/** For each entry, the others that its sentences name: the most frequent first, equal ones by their ids. */
export function namedTogether(mentions: Iterable<readonly Mention[]>): Map<string, Together[]> {
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

function ranked(counts: ReadonlyMap<string, number>): Together[] {
  return [...counts]
    .filter(([, times]) => times >= LEAST)
    .map(([entry, times]) => ({ entry, times }))
    .toSorted((a, b) => b.times - a.times || (a.entry < b.entry ? -1 : 1))
    .slice(0, MOST);
}
