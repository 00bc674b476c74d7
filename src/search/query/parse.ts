/** Parses a query: words, "phrases", -without, filters. */
import { foldText, gramsOf, SEPARATOR } from '../shared/fold.ts';

/** A word or a phrase to find in a passage. */
export interface Word {
  readonly typed: string;
  /** Folded. */
  readonly pattern: string;
  /** It was put in quotation marks: nothing but itself is looked for. */
  readonly isPhrase: boolean;
}

/** What else a passage must be. */
export type Filter =
  | { readonly field: 'speaker' | 'body'; readonly pattern: string }
  | { readonly field: 'year' | 'kind'; readonly values: readonly string[] };

export interface Query {
  readonly words: readonly Word[];
  readonly filters: readonly Filter[];
  readonly withoutWords: readonly Word[];
  readonly withoutFilters: readonly Filter[];
  /** How many words were used, if not all. */
  readonly used?: number;
}

/** `-speaker:"村井 純"`, `会議：政策会議`, `"重要インフラ"`, `サイバー`: minus, name of a filter, phrase or word. */
const PART = /([-－−‐–—ー]?)(?:(\p{L}+)[:：])?(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂]+))/gu;

const FILTERS: Readonly<Record<string, Filter['field']>> = {
  speaker: 'speaker',
  話者: 'speaker',
  発言者: 'speaker',
  会議: 'body',
  会議体: 'body',
  body: 'body',
  年: 'year',
  year: 'year',
  kind: 'kind',
  種類: 'kind',
};

const KINDS: Readonly<Record<string, string>> = {
  会議録: 'minutes',
  minutes: 'minutes',
  用語: 'term',
  term: 'term',
  規則: 'rule',
  rule: 'rule',
  文書: 'text',
  text: 'text',
  page: 'text',
  人物: 'person',
  人: 'person',
  person: 'person',
  会議体: 'body',
  会議: 'body',
  body: 'body',
};

/** More are typed by mistake; each costs some files of the index. */
const MOST_WORDS = 32;

export function parseQuery(typed: string): Query {
  const words: Word[] = [];
  const withoutWords: Word[] = [];
  const filters: Filter[] = [];
  const withoutFilters: Filter[] = [];
  for (const [whole, minus = '', name = '', phrase, word = ''] of typed.matchAll(PART)) {
    const field = FILTERS[foldText(name)];
    const value = phrase ?? word;
    const [ofWords, ofFilters] = minus ? [withoutWords, withoutFilters] : [words, filters];
    if (field) ofFilters.push(...filterOf(field, value));
    else if (phrase !== undefined) ofWords.push(...wordsOf(name), phraseOf(phrase));
    // What stands before the colon belongs to the word: `NISC:概要`, `https://…`.
    else if (!isUnfinished(word)) ofWords.push(...wordsOf(whole.slice(minus.length)));
  }
  const findable = unique(words.filter(isFindable));
  return {
    words: findable.slice(0, MOST_WORDS),
    filters,
    withoutWords: unique(withoutWords.filter(isFindable)).slice(0, MOST_WORDS),
    withoutFilters,
    ...(findable.length > MOST_WORDS && { used: MOST_WORDS }),
  };
}

/** `speaker:`, before its name is typed. */
const isUnfinished = (word: string): boolean => /[:：]$/.test(word) && foldText(word.slice(0, -1)) in FILTERS;

/** What was copied with a word: 「重要インフラ」、 */
const BRACKETS = /^[\p{Ps}\p{Pi}\p{Pf}、，,]+|[\p{Pe}\p{Pi}\p{Pf}、，,]+$/gu;

/** The end of a sentence parts words, as a space does. */
const wordsOf = (typed: string): Word[] =>
  typed.split(/[。！？!?]/).map(part => {
    const bare = part.replace(BRACKETS, '');
    return { typed: bare, pattern: foldText(bare).trim(), isPhrase: false };
  });

const phraseOf = (typed: string): Word => ({ typed, pattern: foldText(typed).trim(), isPhrase: true });

/** Marks alone, such as 「・」 or a dash, are nothing to look for. */
const isFindable = ({ pattern }: Word): boolean => gramsOf(pattern.replaceAll('ー', ' ')).length > 0;

const unique = (words: readonly Word[]): Word[] =>
  words.filter(({ pattern }, index) => words.findIndex(word => word.pattern === pattern) === index);

/** A filter that nothing stands behind yet asks for nothing. */
function filterOf(field: Filter['field'], value: string): Filter[] {
  if (field === 'speaker' || field === 'body') {
    const pattern = foldText(value).split(SEPARATOR).join('');
    return gramsOf(pattern).length > 0 ? [{ field, pattern }] : [];
  }
  if (field === 'kind') return [{ field, values: [kindOf(value)] }];
  return [{ field, values: yearsOf(value.normalize('NFKC')) }];
}

/** A kind that a project adds has no other name. */
const kindOf = (value: string): string => {
  const name = value.normalize('NFKC').toLowerCase();
  return KINDS[name] ?? name;
};

/** The year before the first of each era. */
export const ERAS: Readonly<Record<string, number>> = {
  '': 0,
  昭和: 1925,
  s: 1925,
  平成: 1988,
  h: 1988,
  令和: 2018,
  r: 2018,
};
/** `2012`, `平成24年`, `H24`, `令和元年` */
const YEAR = /^(\p{L}*?)(\d+|元)年?$/u;
/** More years than any book has. */
const MOST_YEARS = 200;

/** `2012`, `2012-2014`, `平成24〜26` */
function yearsOf(value: string): string[] {
  const [first, last = first] = value.split(/[\p{Pd}~〜−]/u).map(yearOf);
  if (first === undefined || last === undefined) return [];
  const count = Math.min(MOST_YEARS, Math.max(0, last - first + 1));
  return Array.from({ length: count }, (_, index) => String(first + index));
}

function yearOf(value: string): number | undefined {
  const [, era = '', number = ''] = YEAR.exec(value.trim()) ?? [];
  const before = ERAS[era.toLowerCase()];
  const year = number === '元' ? 1 : Number.parseInt(number, 10);
  return before === undefined || Number.isNaN(year) ? undefined : before + year;
}
