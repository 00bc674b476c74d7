/** Defines the answer of a search: plain data, so that a worker can post it. */

/** From one UTF-16 unit of a text to another. */
export type Span = readonly [from: number, to: number];

export interface Answer {
  /** How many passages (speeches, groups of paragraphs, entries) match. */
  readonly count: number;
  /** Whether `count` is proven by the text; if not, it is an upper bound. */
  readonly isExact: boolean;
  /** How many are proven. */
  readonly least: number;
  /** Where the shown ones stand, the best document first. */
  readonly documents: readonly FoundDocument[];
  /** There are more than those shown. */
  readonly hasMore: boolean;
  /** By what the query can be narrowed, of each field the most frequent first. */
  readonly facets: readonly Facet[];
  /** How many of the passages the facets count. */
  readonly counted: number;
  readonly notes: readonly Note[];
  /** Pages of the glossary whose names look or sound alike; only where nothing was found. */
  readonly nearest: readonly { readonly path: string; readonly title: string }[];
}

/** What some of the found passages have in common: `year` `2012`. As a filter of the query it leaves these. */
export interface Facet {
  readonly field: 'kind' | 'body' | 'year' | 'speaker';
  readonly value: string;
  readonly count: number;
}

export interface FoundDocument {
  /** `Page.path`: `minutes/2012-11-01-isc-31`. */
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  readonly titleMarks: readonly Span[];
  /** For people: 2012年11月1日, 2015年度; absent where the page has none. */
  readonly date?: string;
  /** The best first. */
  readonly hits: readonly Hit[];
  /** Further ones, to be opened in place. */
  readonly folded: readonly Hit[];
  /** How many more of this document match, beyond all these, as far as is known. */
  readonly more: number;
}

export interface Hit {
  /** `u12`, `s3`, `p7`; absent at the head of a page. */
  readonly anchor?: string;
  /** Speaker, or words of the heading above. */
  readonly heading?: string;
  readonly headingMarks: readonly Span[];
  /** The headings above, the outermost first: 議事概要 › 討議. */
  readonly under?: string;
  /** Full name of the speaker, where the page has it and the heading has not. */
  readonly who?: string;
  readonly whoMarks: readonly Span[];
  /** The sentence, or two, or as much around the words as one reads at a glance; `…` where it was cut. */
  readonly sentence: string;
  readonly marks: readonly Span[];
  /** The different strings that were found in the passage, as it has them. */
  readonly found: readonly string[];
}

/** What a reader must know of how the query was taken. */
export type Note =
  /** A word in kana was read as other words too: じょうほう → 情報. */
  | { readonly kind: 'reading'; readonly word: string; readonly as: readonly string[] }
  /** A name of the glossary was looked for under its other names too. */
  | { readonly kind: 'names'; readonly word: string; readonly as: readonly string[] }
  /** The word stands nowhere; what was looked for differs in one character. */
  | { readonly kind: 'near'; readonly word: string; readonly as: readonly string[] }
  /** Nothing was found, but each of these words stands somewhere: not together, or not where the filters look. */
  | { readonly kind: 'apart'; readonly words: readonly string[] }
  /** No passage has all that was typed: these words of it were looked for, and a year that it names. */
  | { readonly kind: 'parts'; readonly words: readonly string[] }
  /** Only the first words of a very long query were used. */
  | { readonly kind: 'long'; readonly used: number }
  /** Nothing to look for: only marks such as 「・」, or only words to leave out. */
  | { readonly kind: 'nothing' };

/** Asks the index; `limit` is how many passages to show at most. */
export interface Search {
  readonly ask: (query: string, limit: number) => Promise<Answer>;
}

/** Reads a file of the index, `index.json`; nothing where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
