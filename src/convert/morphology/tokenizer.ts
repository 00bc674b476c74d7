/** Tokenizes a text as kuromoji does, with all that the dictionary knows of each word. */
import { bestPath, type Dictionary, type Entries } from './lattice.ts';

/** A word as kuromoji describes it; one that the dictionary does not have is without a reading. */
export interface Token {
  readonly surface_form: string;
  readonly pos: string;
  readonly pos_detail_1: string;
  readonly pos_detail_2: string;
  readonly pos_detail_3: string;
  readonly conjugated_type: string;
  readonly conjugated_form: string;
  readonly basic_form: string;
  readonly reading?: string;
  /** Of its first character, counted from 1. */
  readonly word_position: number;
}

/** Clauses in the cache: several rules read one text, each cuts it otherwise, the clauses are the same. */
const CACHE_SIZE = 5_000;

/** A tokenizer with a cache; `cut` gives the clauses of a text, which together are all of it. */
export function tokenizer(dictionary: Dictionary, cut: (text: string) => string[]): (text: string) => Token[] {
  const cache = new Map<string, Token[]>();
  const tokensOf = (clause: string): Token[] => {
    const tokens = cache.get(clause) ?? tokensOfClause(clause, dictionary);
    if (cache.size > CACHE_SIZE) cache.clear();
    cache.set(clause, tokens);
    return tokens;
  };
  return text => {
    let before = 0;
    return cut(text).flatMap(clause => {
      const start = before;
      before += clause.length;
      return tokensOf(clause).map(token => ({ ...token, word_position: token.word_position + start }));
    });
  };
}

const tokensOfClause = (clause: string, dictionary: Dictionary): Token[] =>
  tokenize(clause, dictionary).map(({ surface, start, features, reading }) => {
    const [, pos = '*', detail = '*', finer = '*', finest = '*', type = '*', form = '*', basic = '*'] = features;
    return {
      surface_form: surface,
      pos,
      pos_detail_1: detail,
      pos_detail_2: finer,
      pos_detail_3: finest,
      conjugated_type: type,
      conjugated_form: form,
      basic_form: basic,
      ...(reading !== undefined && { reading }),
      word_position: start + 1,
    };
  });

/** A word of the best path with what the dictionary says of it. */
interface Morpheme {
  readonly surface: string;
  /** Offset in the clause. */
  readonly start: number;
  readonly known: boolean;
  /** The word itself, its part of speech with details, forms: `村井,名詞,固有名詞,人名,姓,*,*,村井,ムライ,ムライ`. */
  readonly features: readonly string[];
  readonly reading: string | undefined;
}

/** Where the reading stands among the features of a word. */
const READING = 8;

/** The words of a clause. */
export function tokenize(clause: string, dictionary: Dictionary): Morpheme[] {
  const steps = bestPath(clause, dictionary);
  return steps.map(({ start, row }, index) => {
    const known = row >= 0;
    const features = known ? featuresOf(dictionary.known, row) : featuresOf(dictionary.unknown, ~row);
    return {
      surface: clause.slice(start, steps[index + 1]?.start),
      start,
      known,
      features,
      reading: features[READING],
    };
  });
}

/** Features stand as text that ends in NUL. */
function featuresOf({ table, features }: Entries, row: number): string[] {
  const low = (table[row + 3] as number) & 0xffff;
  const from = low + ((table[row + 4] as number) << 16);
  return features.toString('utf8', from, features.indexOf(0, from)).split(',');
}
