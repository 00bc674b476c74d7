/** Tells the words of a text with all that the dictionary knows of them, as kuromoji's own analyser does. */
import { bestPath, type Dictionary, type Entries } from './lattice.ts';

/** A word in the form in which kuromoji tells it; of one that the dictionary does not hold the reading is absent. */
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
  /** Of its first letter, counted from 1. */
  readonly word_position: number;
}

/** Clauses that are remembered: several rules read one text, each cuts it otherwise, the clauses are the same. */
const MEMORY = 5_000;

/** An analyser that remembers; `cut` gives the clauses of a text, which together are all of it. */
export function tokenizer(dictionary: Dictionary, cut: (text: string) => string[]): (text: string) => Token[] {
  const remembered = new Map<string, Token[]>();
  const tokensOf = (clause: string): Token[] => {
    const tokens = remembered.get(clause) ?? tokensOfClause(clause, dictionary);
    if (remembered.size > MEMORY) remembered.clear();
    remembered.set(clause, tokens);
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
  lookUp(clause, dictionary).map(({ surface, start, features, reading }) => {
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
interface Looked {
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
export function lookUp(clause: string, dictionary: Dictionary): Looked[] {
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
