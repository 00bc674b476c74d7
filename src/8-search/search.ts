/** Answers a query from the files of the index: what the interface asks, in a worker. */
import type { Answer, FoundDocument, Hit, Note, ReadFile, Search } from './answer.ts';
import { type Candidates, candidatesOf, FEW, headed } from './candidates.ts';
import { type Index, openIndex } from './index-reader.ts';
import type { List } from './lists.ts';
import { compareMatches, type Match, matchPassage, type Wish } from './match.ts';
import { nearest } from './near.ts';
import { nearestNames } from './nearest-names.ts';
import type { Passage } from './passages.ts';
import { parseQuery, type Query } from './query.ts';
import { marksOf, snippetOf } from './snippet.ts';
import { type Wanted, wantedOf } from './wanted.ts';

/** A book whose texts come to no more is read as far as needed to prove every count: bytes, compressed. */
const SMALL_BOOK = 400_000;
/** Of a larger one so many passages are read for an answer, at most. */
const MOST_READ = 6;
/** So many more than are shown compete for their rank. */
const RIVALS = 24;

/** What was found, and how far that is proven. */
interface Found {
  /** The best first. */
  readonly matches: readonly Match[];
  readonly count: number;
  readonly isExact: boolean;
  /** Some passages that may match were not read. */
  readonly isCut: boolean;
}

/** @param read gives the files below the folder of the search */
export function openSearch(read: ReadFile): Search {
  let opening: Promise<Index> | undefined;
  const attempt = async (typed: string, limit: number): Promise<Answer> => {
    opening ??= openIndex(read);
    return answer(parseQuery(typed), limit, await opening);
  };
  return {
    ask: (typed, limit) =>
      attempt(typed, limit).catch(() => {
        opening = undefined; // the site was replaced meanwhile
        return attempt(typed, limit);
      }),
  };
}

async function answer(query: Query, limit: number, index: Index): Promise<Answer> {
  const long: Note[] = query.used === undefined ? [] : [{ kind: 'long', used: query.used }];
  if (query.words.length + query.filters.length === 0) return { ...NOTHING, notes: [...long, { kind: 'nothing' }] };
  const wanted = await Promise.all(query.words.map(word => wantedOf(word, index)));
  const tried = await find(query, wanted, { limit, index });
  const words = tried.count > 0 ? wanted : await mended(wanted, index);
  const found = words === wanted ? tried : await find(query, words, { limit, index });
  if (found.count === 0)
    return {
      ...NOTHING,
      notes: long,
      nearest: nearestNames(
        wanted.map(({ patterns }) => patterns),
        await index.names(),
      ),
    };
  const documents = documentsOf(found.matches, words, limit);
  const shown = documents.reduce((sum, { hits }) => sum + hits.length, 0);
  const notes = [...long, ...words.flatMap(word => word.notes)];
  const hasMore = found.isCut || documents.some(({ more }) => more > 0) || shown < found.matches.length;
  return { count: found.count, isExact: found.isExact, documents, hasMore, notes, nearest: [] };
}

const NOTHING: Answer = { count: 0, isExact: true, documents: [], hasMore: false, notes: [], nearest: [] };

interface Circumstances {
  readonly limit: number;
  readonly index: Index;
}

async function find(query: Query, words: readonly Wanted[], { limit, index }: Circumstances): Promise<Found> {
  const wish: Wish = {
    words,
    filters: query.filters,
    withoutWords: query.withoutWords.map(({ pattern }) => pattern),
    withoutFilters: query.withoutFilters,
  };
  const candidates = await candidatesOf(words, query.filters, index);
  const isProven = candidates.isProven && wish.withoutWords.length + wish.withoutFilters.length === 0;
  return verify({ ...candidates, isProven }, wish, { limit, index });
}

/** Reads passages, the most promising first, until there are enough; of a small book all, unless the index is proof. */
async function verify({ list, isProven }: Candidates, wish: Wish, { limit, index }: Circumstances): Promise<Found> {
  const isSmall = index.manifest.chunkBytes <= SMALL_BOOK;
  const most = isSmall ? (isProven ? limit + RIVALS : list.length) : MOST_READ + limit;
  const numbers = list.length > FEW && list.length > most ? await promising(list, wish, index) : list;
  const matches: Match[] = [];
  let read = 0;
  while (read < Math.min(numbers.length, most) && (isSmall || matches.length < limit)) {
    const next = numbers.subarray(read, Math.min(most, read + (isSmall ? most : limit - matches.length)));
    const passages = await Promise.all(Array.from(next, index.passage));
    for (const [at, passage] of passages.entries()) {
      const match = matchPassage(next[at] as number, passage, wish);
      if (match) matches.push(match);
    }
    read += next.length;
  }
  const isCut = read < numbers.length;
  const count = isProven ? list.length : list.length - read + matches.length;
  return { matches: matches.toSorted(compareMatches), count, isExact: isProven || !isCut, isCut };
}

/** What may have the words in a title or a heading goes first. */
async function promising(list: List, { words }: Wish, index: Index): Promise<List> {
  if (words.length === 0) return list;
  const first = await headed(list, words, index);
  const isFirst = new Set(first);
  return Uint32Array.from([...first, ...list.filter(number => !isFirst.has(number))]);
}

/** Words that stand nowhere, each with what differs from it in one letter; as they were where no such word is known. */
async function mended(wanted: readonly Wanted[], index: Index): Promise<readonly Wanted[]> {
  const isSmall = index.manifest.chunkBytes <= SMALL_BOOK;
  const read = (list: Uint32Array): Promise<Passage[]> =>
    Promise.all(Array.from(isSmall ? list : list.subarray(0, MOST_READ / 2), index.passage));
  const words = await Promise.all(
    wanted.map(async word => {
      const alone = { words: [word], filters: [], withoutWords: [], withoutFilters: [] };
      const { matches } = await verify(await candidatesOf([word], [], index), alone, { limit: 1, index });
      return matches.length > 0 ? word : await nearest(word, index, read);
    }),
  );
  return words.every(word => word !== undefined) && words.some((word, at) => word !== wanted[at]) ? words : wanted;
}

/** Of one document no more than this part of all that is shown, so that others are seen too. */
const SHARE = 0.4;

function documentsOf(matches: readonly Match[], words: readonly Wanted[], limit: number): FoundDocument[] {
  const share = Math.ceil(limit * SHARE);
  const documents = new Map<string, FoundDocument & { hits: Hit[]; more: number }>();
  let left = limit;
  for (const { passage } of matches) {
    const { path, kind, title, date } = passage.head;
    let document = documents.get(path);
    if (!document) {
      if (left === 0) continue;
      document = { path, kind, title, titleMarks: marksOf(title, words), ...(date && { date }), hits: [], more: 0 };
      documents.set(path, document);
    }
    if (left === 0 || document.hits.length >= share) document.more++;
    else {
      document.hits.push(hitOf(passage, words));
      left--;
    }
  }
  return [...documents.values()];
}

function hitOf({ anchor, heading = '', who = '', text }: Passage, words: readonly Wanted[]): Hit {
  return {
    ...(anchor && { anchor }),
    ...(heading && { heading }),
    headingMarks: marksOf(heading, words),
    ...(who && { who }),
    whoMarks: marksOf(who, words),
    ...snippetOf(text, words),
  };
}
