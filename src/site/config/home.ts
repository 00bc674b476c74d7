/** Gathers what the home page says before its documents: questions to the search, and what stands here in numbers. */
import { yearOf } from '@tsuzuri/book/cooccurrence';
import { isReplaced } from '@tsuzuri/core/front-matter';
import type { LabelKey } from '@tsuzuri/core/labels';
import { answeredExamples, type Example } from './examples.ts';
import { type Entry, kindOf, minutesOf, type Site } from './site.ts';

export interface Home {
  readonly questions: readonly Example[];
  /** What is counted, how many. */
  readonly numbers: readonly (readonly [what: string, count: string])[];
}

/** As many as its first screen has room for. */
const QUESTIONS = 3;

export const homeOf = async (site: Site): Promise<Home> => ({
  questions: (await answeredExamples(site)).slice(0, QUESTIONS),
  numbers: numbersOf(site),
});

const COUNTS = [
  ['site.documents', pages => currentOf(pages).length],
  ['site.allSpeeches', pages => currentOf(pages).reduce((sum, { spoken = 0 }) => sum + spoken, 0)],
  ['site.people', pages => pages.filter(kindOf('person')).length],
  ['site.terms', pages => pages.filter(kindOf('term')).length],
] as const satisfies readonly (readonly [what: LabelKey, count: (pages: readonly Entry[]) => number])[];
const currentOf = (pages: readonly Entry[]): Entry[] => minutesOf(pages).filter(page => !isReplaced(page));

/** What there is none of is left out. */
function numbersOf({ contents: { pages }, label }: Site): Home['numbers'] {
  const years = minutesOf(pages).flatMap(({ matter }) => yearOf(matter) ?? []);
  const [from, until] = [years[0], years.at(-1)].map(year => year && label('year', { year }));
  const span = from && until && (from === until ? from : label('span', { from, until }));
  return [
    ...COUNTS.map(([what, count]) => [label(what), count(pages)] as const)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => [what, count.toLocaleString(label.language)] as const),
    ...(span ? [[label('site.years'), span] as const] : []),
  ];
}
