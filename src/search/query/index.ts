/** Answers a query from the files of the index; runs in a worker of the browser. */
import { groupBy } from '@tsuzuri/core/collections';
import type { Passage } from '../index/passages.ts';
import { shownIn } from '../shared/messages.ts';
import type { Answer, FoundDocument, Hit, Note, ReadFile, Search } from '../shared/result.ts';
import { type ExpandedWord, expandQuery } from './expand.ts';
import { facetsOf } from './facets.ts';
import { findFuzzy, suggest } from './fuzzy.ts';
import { type Criteria, compareMatches, type Match, matchPassage } from './match.ts';
import { parseQuery, type Query } from './parse.ts';
import { findParts } from './parts.ts';
import type { KnownPostings } from './posting-lists.ts';
import { type Index, isSmall, openIndex } from './reader.ts';
import { type Budget, type Candidates, FEW, inHeadings, retrieve } from './retrieve.ts';
import { foundIn, marksOf, snippetOf } from './snippet.ts';
import { isQuestion, type Understood, understand } from './understand.ts';

/** How many more passages than are shown compete for their rank, and are counted by what they have in common. */
const RERANK_DEPTH = 80;

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

async function answer(query: Query, most: number, index: Index): Promise<Answer> {
  const limit = shownOf(most, index);
  const long: Note[] = query.used === undefined ? [] : [{ kind: 'long', used: query.used }];
  if (query.words.length + query.filters.length === 0) return { ...NOTHING, notes: [...long, { kind: 'nothing' }] };
  const asked = understood(query);
  const ofParts = asked && partsAsker(asked, { limit, index, long, filters: query.filters });
  const defined = asked?.thing ? await ofParts?.() : undefined;
  if (defined) return defined;
  const expanded = await expandQuery(query.words, index);
  const tried = await find(query, expanded, { limit, index });
  const asParts = asked && wantsParts(asked, query, tried.matches) ? await ofParts?.(tried.matches) : undefined;
  if (asParts) return asParts;
  const { words, areThere } = tried.count > 0 ? { words: expanded, areThere: false } : await correct(expanded, index);
  const found = words === expanded ? tried : await find(query, words, { limit, index });
  if (found.count === 0) {
    const parts = await ofParts?.();
    if (parts) return parts;
    const apart: Note[] = areThere ? [{ kind: 'apart', words: expanded.map(({ typed }) => typed) }] : [];
    const suggestions = suggest(
      expanded.flatMap(({ patterns }) => patterns),
      await index.names(),
    );
    return { ...NOTHING, notes: [...long, ...apart], nearest: suggestions };
  }
  const notes = [...long, ...words.flatMap(word => word.notes)];
  const { count, isExact, matches } = found;
  const documents = documentsOf(matches, words, {
    limit,
    share: matches.length <= limit ? limit : Math.ceil(limit * SHARE),
  });
  const hasMore = found.isCut || shownIn(documents) < matches.length;
  const facets = facetsOf(matches);
  const least = isExact ? count : matches.length;
  return { count, least, isExact, documents, hasMore, facets, counted: matches.length, notes, nearest: [] };
}

const typedOf = (query: Query): string => query.words.map(({ typed }) => typed).join(' ');

/** A longer one is a text that was pasted. */
const LONGEST_QUESTION = 500;

/** What a question means, unless something of it was to stand as it is, or not to stand there. */
function understood(query: Query): Understood | undefined {
  const isStrict = query.words.length === 0 || query.words.some(({ isPhrase }) => isPhrase);
  const hasWithout = query.withoutWords.length + query.withoutFilters.length > 0;
  const typed = typedOf(query);
  return isStrict || hasWithout || typed.length > LONGEST_QUESTION ? undefined : understand(typed);
}

/** Of a question, or of several words, the parts are looked for where no minutes have all of it: entries only tell of them. */
function wantsParts(asked: Understood, query: Query, matches: readonly Match[]): boolean {
  if (matches.some(({ passage }) => passage.head.kind === 'minutes')) return false;
  const asks = isQuestion(typedOf(query));
  return matches.length === 0 ? asks : asked.words.length > 1 && (asks || query.words.length > 1);
}

interface PartsCircumstances extends Circumstances {
  readonly long: readonly Note[];
  readonly filters: Query['filters'];
}
type PartsAsker = (first?: readonly Match[]) => Promise<Answer | undefined>;

/** Answers by the passages that have most of a question, then by others that have all of it: entries that tell of it. */
const partsAsker =
  (asked: Understood, { limit, index, long, filters }: PartsCircumstances): PartsAsker =>
  async (first = []) => {
    const { matches, words, shown } = await findParts(asked, filters, index);
    const known = new Set(matches.map(({ number }) => number));
    const all = [...matches, ...first.filter(({ number }) => !known.has(number))];
    if (all.length === 0) return undefined;
    const looked = [...shown.map(({ typed }) => typed), ...asked.years.map(year => `${year}年`)];
    const notes: Note[] = [...long, { kind: 'parts', words: [...new Set(looked)] }, ...notesOf(shown)];
    const documents = documentsOf(all, words, { limit, share: 5 });
    const count = all.length;
    const facets = facetsOf(all);
    const hasMore = shownIn(documents) < count;
    return { count, least: count, isExact: true, documents, hasMore, facets, counted: count, notes, nearest: [] };
  };

/** Each once, however many words led to it. */
const notesOf = (words: readonly ExpandedWord[]): Note[] => {
  const notes = words.flatMap(word => word.notes);
  const keys = notes.map(note => JSON.stringify(note));
  return notes.filter((_, at) => keys.indexOf(keys[at] as string) === at);
};

const NO_QUERY: Query = { words: [], filters: [], withoutWords: [], withoutFilters: [] };
const NOTHING: Answer = {
  count: 0,
  least: 0,
  isExact: true,
  documents: [],
  hasMore: false,
  facets: [],
  counted: 0,
  notes: [],
  nearest: [],
};

interface Circumstances {
  readonly limit: number;
  readonly index: Index;
}

/** Reads little at first; more where that has not shown enough of what may be there. */
async function find(query: Query, words: readonly ExpandedWord[], { limit, index }: Circumstances): Promise<Found> {
  const criteria: Criteria = {
    words,
    filters: query.filters,
    withoutWords: query.withoutWords.map(({ pattern }) => pattern),
    withoutFilters: query.withoutFilters,
  };
  const attempt = async (effort: Effort): Promise<Found> => {
    const candidates = await retrieve(criteria, index, effort);
    const isProven = candidates.isProven && criteria.withoutWords.length + criteria.withoutFilters.length === 0;
    return verify({ ...candidates, isProven }, criteria, { limit, index, effort });
  };
  // A reader who asks for more is shown more; to show the first place alone is better than to read on.
  const enough = limit > FIRST_SHOWN ? limit : 1;
  for (let effort = isSmall(index) ? ALL : LITTLE; ; effort = greater(effort, enough)) {
    const found = await attempt(effort);
    if (!found.isCut || found.matches.length >= enough || effort === ALL) return found;
  }
}

/** What may be read for one answer. */
interface Effort extends Budget {
  /** Passages beyond those that are shown. */
  readonly passages: number;
  /** How many matches are enough, where not all that are shown. */
  readonly enough?: number;
}
const LITTLE: Effort = { bytes: 8_000, isThorough: false, passages: 4 };
const ALL: Effort = { bytes: Number.POSITIVE_INFINITY, isThorough: true, passages: Number.POSITIVE_INFINITY };
const greater = ({ bytes, passages }: Effort, enough: number): Effort => ({
  bytes: bytes * 3,
  isThorough: true,
  passages: passages * 4,
  enough,
});

/** How many places the interface asks for first. */
const FIRST_SHOWN = 10;

/** Of a large book less is shown at a time: each place costs a file. */
const shownOf = (limit: number, index: Index): number => (isSmall(index) ? limit : Math.ceil(limit * 0.35));

/** Reads passages, the most promising first, until there are enough; of a small book all, unless the index is proof. */
async function verify(
  { passages: list, beyond, isProven }: Candidates,
  criteria: Criteria,
  { limit, index, effort }: Circumstances & { readonly effort: Effort },
): Promise<Found> {
  const isWhole = isSmall(index);
  const most = isWhole ? (isProven ? limit + RERANK_DEPTH : list.length) : effort.passages + limit;
  const numbers = list.length > FEW && list.length > most ? await headingsFirst(list, criteria, index) : list;
  const matches: Match[] = [];
  let read = 0;
  while (read < Math.min(numbers.length, most) && (isWhole || matches.length < (effort.enough ?? limit))) {
    const next = numbers.subarray(read, Math.min(most, read + (isWhole ? most : limit - matches.length)));
    const passages = await Promise.all(Array.from(next, index.passage));
    for (const [at, passage] of passages.entries()) {
      const match = matchPassage(next[at] as number, passage, criteria);
      if (match) matches.push(match);
    }
    read += next.length;
  }
  const isCut = read < numbers.length || beyond > 0;
  const count = beyond + (isProven ? list.length : list.length - read + matches.length);
  return { matches: matches.toSorted(compareMatches), count, isExact: isProven || !isCut, isCut };
}

/** Puts first what may have the words in a title or a heading. */
async function headingsFirst(
  list: KnownPostings['passages'],
  { words }: Criteria,
  index: Index,
): Promise<KnownPostings['passages']> {
  if (words.length === 0) return list;
  const first = await inHeadings(list, words, index);
  const isFirst = new Set(first);
  return Uint32Array.from([...first, ...list.filter(number => !isFirst.has(number))]);
}

/** How many passages of a large book are searched for fuzzy matches of a word. */
const FUZZY_PASSAGES = 10;

/** Replaces a word that stands nowhere by what differs from it in one character; where there is none, all stay. */
async function correct(
  expanded: readonly ExpandedWord[],
  index: Index,
): Promise<{ words: readonly ExpandedWord[]; areThere: boolean }> {
  const read = (list: Uint32Array): Promise<Passage[]> =>
    Promise.all(Array.from(isSmall(index) ? list : list.subarray(0, FUZZY_PASSAGES), index.passage));
  const words = await Promise.all(
    expanded.map(async word => {
      const { matches } = await find(NO_QUERY, [word], { limit: 1, index });
      return matches.length > 0 ? word : await findFuzzy(word, index, read);
    }),
  );
  const areThere = words.length > 0 && words.every((word, at) => word === expanded[at]);
  const isCorrected = words.length > 0 && !areThere && words.every(word => word !== undefined);
  return { words: isCorrected ? words : expanded, areThere };
}

/** Where more is found than is shown: of one document no more than this part, so that others are seen too. */
const SHARE = 0.2;
/** So many more of a document are opened in place. */
const FOLDED = 20;

/** The document of the best match first; of each the best of its places. */
function documentsOf(
  matches: readonly Pick<Match, 'passage'>[],
  words: readonly ExpandedWord[],
  { limit, share }: { readonly limit: number; readonly share: number },
): FoundDocument[] {
  let left = limit;
  const documents: FoundDocument[] = [];
  for (const [path, own] of groupBy(matches, ({ passage }) => passage.head.path)) {
    const room = Math.min(share, left);
    const hits = own.slice(0, room).map(({ passage }) => hitOf(passage, words));
    const folded = own.slice(room, room + FOLDED).map(({ passage }) => hitOf(passage, words));
    left -= hits.length;
    const { kind, title, date } = (own[0] as Pick<Match, 'passage'>).passage.head;
    const head = { path, kind, title, titleMarks: marksOf(title, words), ...(date && { date }) };
    const more = own.length - hits.length - folded.length;
    if (hits.length > 0) documents.push({ ...head, hits, folded, more });
  }
  return documents;
}

function hitOf({ head, anchor, heading = '', under, who = '', text }: Passage, words: readonly ExpandedWord[]): Hit {
  return {
    ...(anchor && { anchor }),
    ...(heading && { heading }),
    headingMarks: marksOf(heading, words),
    ...(under !== undefined && { under }),
    ...(who && { who }),
    whoMarks: marksOf(who, words),
    ...snippetOf(text, words, head.kind === 'term'),
    found: foundIn([heading, who, text].join('\n'), words),
  };
}
