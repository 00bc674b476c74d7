/** Finds by the index in which passages a pattern may stand. */
import type { Field } from './format.ts';
import { gramsOf } from './grams.ts';
import type { Index, Posting } from './index-reader.ts';
import { EMPTY, intersect, type List, unite } from './lists.ts';
import type { Filter } from './query.ts';
import type { Wanted } from './wanted.ts';

export interface Candidates {
  readonly list: List;
  /** Every one of them is a match; otherwise the text decides. */
  readonly isProven: boolean;
}

/** Of a long pattern so many grams are looked up, spread over it: more would hardly leave fewer passages. */
const MOST_GRAMS = 8;
/** So few passages are read sooner than another long list. */
export const FEW = 12;

/** Where the grams of a pattern stand; nothing when one of them stands nowhere. */
interface Located {
  readonly postings: readonly Posting[];
  /** One gram is the whole pattern. */
  readonly isWhole: boolean;
}

async function locate(pattern: string, field: Field, index: Index): Promise<Located | undefined> {
  const grams = gramsOf(pattern);
  const step = Math.max(1, (grams.length - 1) / (MOST_GRAMS - 1));
  const some = Array.from(
    { length: Math.min(grams.length, MOST_GRAMS) },
    (_, at) => grams[Math.round(at * step)] ?? '',
  );
  const postings = await Promise.all(some.map(gram => index.posting(field, gram)));
  if (postings.some(posting => posting === undefined)) return undefined;
  return {
    postings: (postings as Posting[]).toSorted((a, b) => a.length - b.length),
    isWhole: some.length === 1 && some[0] === pattern,
  };
}

/** The passages among `within` that have all grams. */
async function narrow({ postings, isWhole }: Located, within: List | undefined): Promise<Candidates> {
  let list = within;
  let isComplete = true;
  for (const posting of postings) {
    if (list && posting.isLong && list.length <= FEW) isComplete = false;
    else list = list ? intersect(list, await posting.list()) : await posting.list();
  }
  return { list: list ?? EMPTY, isProven: isWhole && isComplete };
}

/** Passages that may have one of the patterns of each word, and what the filters ask for; rare words are asked first. */
export async function candidatesOf(
  wanted: readonly Wanted[],
  filters: readonly Filter[],
  index: Index,
): Promise<Candidates> {
  const filtered = await Promise.all(filters.map(filter => locateFilter(filter, index)));
  const words = await Promise.all(wanted.map(word => locateWord(word, index)));
  let found: Candidates | undefined;
  for (const alternatives of [...words, ...filtered].toSorted((a, b) => rarity(a) - rarity(b))) {
    const within = found?.list;
    const parts = await Promise.all(alternatives.map(located => narrow(located, within)));
    const isProven = (found?.isProven ?? true) && parts.every(part => part.isProven);
    found = { list: unite(parts.map(({ list }) => list)), isProven };
    if (found.list.length === 0) break;
  }
  return found ?? { list: EMPTY, isProven: true };
}

/** At most so many passages have it. */
const rarity = (alternatives: readonly Located[]): number =>
  alternatives.reduce((sum, { postings }) => sum + (postings[0]?.length ?? 0), 0);

async function locateWord({ patterns }: Wanted, index: Index): Promise<Located[]> {
  const located = await Promise.all(patterns.map(({ text }) => locate(text, 'text', index)));
  return located.filter(found => found !== undefined);
}

async function locateFilter(filter: Filter, index: Index): Promise<Located[]> {
  if ('pattern' in filter) {
    const located = await locate(filter.pattern, filter.field, index);
    return located ? [located] : [];
  }
  const postings = await Promise.all(filter.values.map(value => index.posting(filter.field, value)));
  return postings.flatMap(posting => (posting ? [{ postings: [posting], isWhole: true }] : []));
}

/** Of some passages, those that may have all words in a title or a heading. */
export async function headed(list: List, wanted: readonly Wanted[], index: Index): Promise<List> {
  let found = list;
  for (const { patterns } of wanted) {
    const own = await Promise.all(patterns.map(({ text }) => locate(text, 'heading', index)));
    const parts = await Promise.all(own.map(located => (located ? narrow(located, found) : { list: EMPTY })));
    found = unite(parts.map(({ list }) => list));
  }
  return found;
}
