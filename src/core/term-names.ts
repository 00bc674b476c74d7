/** Lists all names of an entry. */
import type { Term } from './card.ts';

/** The headword, its other spellings, the names of all times, and what they are short for. */
export function allNames({
  term,
  expansion,
  aliases,
  names,
}: Pick<Term, 'term' | 'expansion' | 'aliases' | 'names'>): string[] {
  const dated = names.flatMap(({ name, expansion }) => [name, expansion]);
  return [term, expansion, ...aliases, ...dated].filter(name => name !== undefined);
}
