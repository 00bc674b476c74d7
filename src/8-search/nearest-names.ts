/** Offers entries of the glossary with names like what was looked for in vain. */
import type { NamedPage } from './format.ts';
import { gramsOf } from './grams.ts';
import type { Pattern } from './wanted.ts';

/** So much of the pairs of letters must agree. */
const LIKE = 0.34;
const MOST = 3;

export function nearestNames(
  words: readonly (readonly Pattern[])[],
  pages: readonly NamedPage[],
): { path: string; title: string }[] {
  const wanted = words.flatMap(patterns => patterns.map(({ text }) => pairsOf(text)));
  const likeness = ({ names }: NamedPage): number =>
    Math.max(0, ...names.flatMap(name => wanted.map(pairs => dice(pairs, pairsOf(name)))));
  return pages
    .map(page => ({ page, like: likeness(page) }))
    .filter(({ like }) => like >= LIKE)
    .toSorted((a, b) => b.like - a.like)
    .slice(0, MOST)
    .map(({ page: { path, title } }) => ({ path, title }));
}

const pairsOf = (text: string): string[] => [...new Set(gramsOf(text).map(({ gram }) => gram))];

/** Dice's coefficient: twice what two sets share, of all that they have. @see https://doi.org/10.2307/1932409 */
function dice(a: readonly string[], b: readonly string[]): number {
  const both = a.filter(gram => b.includes(gram)).length;
  return a.length + b.length === 0 ? 0 : (2 * both) / (a.length + b.length);
}
