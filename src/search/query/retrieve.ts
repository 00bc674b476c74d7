/** Retrieves by the index the passages in which patterns may stand. */

import { gramsOf } from '../shared/fold.ts';
import type { Field } from '../shared/format.ts';
import type { ExpandedWord } from './expand.ts';
import type { Filter } from './parse.ts';
import { anywhere, fromBeginning, intersect, isComplete, type KnownPostings, NOWHERE, union } from './posting-lists.ts';
import type { Index, StoredPostings } from './reader.ts';

export interface Candidates extends KnownPostings {
  /** Every one of them is a match, and `beyond` counts the others; otherwise the text decides. */
  readonly isProven: boolean;
}

/** How many grams are looked up for one query, each some kB; and for each of its patterns at least, at most. */
const MOST_GRAMS = 10;
const [LEAST_OF_ONE, MOST_OF_ONE] = [2, 5];
const shareOf = (patterns: number): number =>
  Math.min(MOST_OF_ONE, Math.max(LEAST_OF_ONE, Math.floor(MOST_GRAMS / patterns)));

/** As few passages as these are sooner read than another list. */
export const FEW = 10;
type List = KnownPostings['passages'];

/** What a query may still read of lists which have files of their own. */
interface ByteBudget {
  /** Bytes, beyond the first block that is read at all. */
  left: number;
  /** The rarest lists are read whole, as far as it goes; otherwise the beginnings of all, where the best passages are. */
  readonly isForRarest: boolean;
}

/** Where the grams of a pattern stand. */
interface Located {
  /** With the place of the gram in the pattern, the rarest first. */
  readonly postings: readonly (StoredPostings & { readonly at: number })[];
  /** One gram is the whole pattern. */
  readonly isWhole: boolean;
}

interface Where {
  readonly index: Index;
  /** How many grams of a pattern are looked up, spread over it: with their places they leave few passages. */
  readonly share: number;
}

/** Nothing when a gram of the pattern stands nowhere. */
async function locate(pattern: string, field: Field, { index, share }: Where): Promise<Located | undefined> {
  const grams = gramsOf(pattern);
  const step = Math.max(1, (grams.length - 1) / (share - 1));
  const spread = Array.from({ length: Math.min(share, grams.length) }, (_, number) => Math.round(number * step));
  const some = grams.filter((_, number) => spread.includes(number));
  const found = await Promise.all(
    some.map(async ({ gram, at }) => {
      const posting = await index.posting(field, gram);
      return posting && { ...posting, at };
    }),
  );
  const postings = found.filter(posting => posting !== undefined).toSorted((a, b) => a.length - b.length);
  if (postings.length < some.length) return undefined;
  return { postings, isWhole: some.length === 1 && some[0]?.gram === pattern };
}

/** The passages among `within` where the grams can stand as in the pattern. */
async function narrow(
  { postings, isWhole }: Located,
  within: KnownPostings | undefined,
  budget: ByteBudget,
): Promise<Candidates> {
  let found: KnownPostings | undefined;
  let isProven = isWhole;
  for (const [number, posting] of postings.entries()) {
    const soFar = found ?? within;
    const [first = 0] = posting.blocks;
    if (soFar && first > 0 && (soFar.passages.length <= FEW || first > budget.left)) continue;
    const isLast = number === postings.length - 1;
    const known = await read(posting, budget, isLast || budget.isForRarest ? budget.left : budget.left / 2);
    found = found ? intersect(found, fromBeginning(known, posting.at)) : fromBeginning(known, posting.at);
    if (within) found = intersect(found, within);
    isProven &&= isComplete(known) || !within;
  }
  return { ...(found ?? within ?? NOWHERE), isProven: isProven && found !== undefined };
}

/** Reads the first block of a list, and others as far as that share of the budget reaches. */
async function read({ blocks, read }: StoredPostings, budget: ByteBudget, share: number): Promise<KnownPostings> {
  let [count, bytes] = [Math.min(1, blocks.length), blocks[0] ?? 0];
  while (count < blocks.length && bytes + (blocks[count] as number) <= share) bytes += blocks[count++] as number;
  budget.left -= bytes;
  return read(count);
}

/** What may be read of long lists. */
export interface Budget {
  readonly bytes: number;
  readonly isThorough: boolean;
  /** How many grams of a pattern are looked up at most: with few, more passages are read in vain. */
  readonly grams?: number;
}

/** Words, and what else a passage must be. */
interface Sought {
  readonly words: readonly ExpandedWord[];
  readonly filters: readonly Filter[];
}

/** Retrieves passages that may have one of the patterns of each word, and what the filters ask for; rare words first. */
export async function retrieve(
  { words, filters }: Sought,
  index: Index,
  { bytes, isThorough, grams = MOST_OF_ONE }: Budget,
): Promise<Candidates> {
  const where = { index, share: Math.min(grams, shareOf(words.flatMap(({ patterns }) => patterns).length)) };
  const located = await Promise.all(words.map(word => locateWord(word, where)));
  const budget = { left: bytes, isForRarest: isThorough };
  let found: Candidates | undefined;
  for (const filter of filters) found = both(found, await narrowFilter(filter, index));
  for (const [number, alternatives] of located.toSorted((a, b) => rarity(a) - rarity(b)).entries()) {
    const within = found;
    const own = { ...budget, left: budget.left / (words.length - number) };
    budget.left -= own.left;
    const parts = await Promise.all(alternatives.map(one => narrow(one, within, own)));
    budget.left += own.left;
    found = both(found, oneOf(parts));
    if (found.passages.length + found.beyond === 0) break;
  }
  return found ?? { ...NOWHERE, isProven: true };
}

/** Where two lists end, what they have in common beyond is not known. */
function both(a: Candidates | undefined, b: Candidates): Candidates {
  if (!a) return b;
  return { ...intersect(a, b), isProven: a.isProven && b.isProven && isComplete(a) && isComplete(b) };
}

/** Of several, what stands beyond is only known of all together when all were read. */
function oneOf(parts: readonly Candidates[]): Candidates {
  const isKnown = (part: Candidates): boolean => part.isProven && (parts.length === 1 || isComplete(part));
  return { ...union(parts), isProven: parts.every(isKnown) };
}

/** How many passages have it, at most. */
const rarity = (alternatives: readonly Located[]): number =>
  alternatives.reduce((sum, { postings }) => sum + (postings[0]?.length ?? 0), 0);

async function locateWord({ patterns }: ExpandedWord, where: Where): Promise<Located[]> {
  const located = await Promise.all(patterns.map(({ text }) => locate(text, 'text', where)));
  return located.filter(found => found !== undefined);
}

/** Filters are read whole: what they leave is often little. */
async function narrowFilter(filter: Filter, index: Index): Promise<Candidates> {
  if ('values' in filter) {
    const postings = await Promise.all(filter.values.map(value => index.posting(filter.field, value)));
    const known = await Promise.all(postings.map(posting => posting?.read(posting.blocks.length) ?? NOWHERE));
    return { ...union(known), isProven: true };
  }
  const located = await locate(filter.pattern, filter.field, { index, share: MOST_OF_ONE });
  const budget = { left: Number.POSITIVE_INFINITY, isForRarest: true };
  return located ? oneOf([await narrow(located, undefined, budget)]) : { ...NOWHERE, isProven: true };
}

/** Bytes that it is worth to know what stands in headings. */
const HEADINGS_BUDGET = 4_000;

/** Of some passages, those that may have all words in a title or a heading. */
export async function inHeadings(passages: List, words: readonly ExpandedWord[], index: Index): Promise<List> {
  const budget = { left: HEADINGS_BUDGET, isForRarest: false };
  let found = anywhere(passages);
  for (const { patterns } of words) {
    const own = await Promise.all(patterns.map(({ text }) => locate(text, 'heading', { index, share: LEAST_OF_ONE })));
    found = union(await Promise.all(own.map(located => (located ? narrow(located, found, budget) : NOWHERE))));
  }
  return found.passages;
}
