/** Compares the matcher with a slow one that tries every name at every place. */

import type { Term } from '@tsuzuri/core/card';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { card } from '../../tests/link/terms.ts';
import { kindOf, refusalAt } from './boundaries.ts';
import { isSpelledOut, restsOf } from './kanji-borders.ts';
import { type Cutter, createCutter } from './lexicon.ts';
import { createMatcher, formsOf, namesOf } from './matcher.ts';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

interface Name {
  readonly term: Term;
  readonly form: string;
}

/** Leftmost-longest, the plain way. Names and texts of this test have one width, one case and no spaces. */
function slowly(terms: readonly Term[], text: string): Found[] {
  const names = terms.flatMap(term => formsOf(term).map(form => ({ term, form })));
  const mayCut = createCutter(namesOf(terms));
  const found: Found[] = [];
  let spent = 0;
  for (let start = 0; start < text.length; start++) {
    const refused = new Set<Term>();
    for (let end = text.length; end > Math.max(start, spent); end--) {
      const here = names.filter(({ form }) => form === text.slice(start, end));
      const verdicts = here.map(name => ({ name, verdict: verdictOn(name, text, { start, end, mayCut }) }));
      const isPartOfAnother = verdicts.some(({ name, verdict }) => verdict === 'name' && !refused.has(name.term));
      const best = verdicts.find(({ name, verdict }) => verdict === undefined && !refused.has(name.term));
      if (isPartOfAnother) spent = Math.max(spent, end);
      if (best) {
        found.push({ start, end, id: best.name.term.id });
        start = end - 1;
        break;
      }
      for (const { term } of here) refused.add(term);
    }
  }
  return found;
}

/** Whether a name may stand; every guard of its entry is looked for all over the text. */
function verdictOn({ term, form }: Name, text: string, span: { start: number; end: number; mayCut: Cutter }) {
  if (isSpelledOut(text, span.end, restsOf(form, formsOf(term)))) return 'word';
  const isGuarded = term.not.some(guard => {
    for (let at = text.indexOf(guard); at >= 0 && at <= span.start; at = text.indexOf(guard, at + 1))
      if (at + guard.length >= span.end) return true;
    return false;
  });
  return isGuarded ? 'name' : refusalAt(kindOf(term.category, form), text, span, span.mayCut);
}

/** Few letters, so that names overlap, hold one another and meet every boundary: scripts, titles, bodies, a dot. */
const letters = fc.constantFrom('A', 'B', 'ア', 'イ', 'ー', '・', '内', '閣', '長', '官', '本部', '1', 'の', '-');
const string = (maxLength: number) => fc.array(letters, { minLength: 1, maxLength }).map(parts => parts.join(''));
const categories = fc.constantFrom('organisation', 'document', 'programme', 'concept');

const glossaries = fc.array(
  fc.record({
    names: fc.array(string(4), { minLength: 1, maxLength: 3 }),
    not: fc.array(string(5), { maxLength: 2 }),
    category: categories,
  }),
  { minLength: 1, maxLength: 8 },
);

/** A text: letters, and names and guards of the glossary by number. */
const pieces = fc.array(fc.oneof(letters, fc.nat()), { maxLength: 15 });

test('the fast matcher finds what the slow one finds', () => {
  let mentions = 0;
  fc.assert(
    fc.property(glossaries, pieces, (glossary, picked) => {
      const known = glossary.flatMap(({ names, not }) => [...names, ...not]);
      const text = picked.map(piece => (typeof piece === 'number' ? known[piece % known.length] : piece)).join('');
      const terms = glossary.map(({ names: [term, ...aliases], not, category }, index) =>
        card(`t${index}`, JSON.stringify({ term, aliases, not, category, case: 'exact' })),
      );
      const fast = createMatcher(terms)(text).map(({ start, end, term }) => ({ start, end, id: term.id }));
      mentions += fast.length;
      expect(fast).toEqual(slowly(terms, text));
    }),
    { numRuns: 2000 },
  );
  // A law about nothing would hold as well.
  expect(mentions).toBeGreaterThan(2000);
});
