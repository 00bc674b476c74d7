/** Weighs Japanese text by the lattice of kuromoji: the only file that knows the morphological analyser. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji from 'kuromoji';

/** A word of the best path. */
export interface Word {
  readonly surface: string;
  /** Part of speech and its details, joined by `,`: `名詞,固有名詞,人名,姓`. */
  readonly kind: string;
  readonly known: boolean;
  /** Dictionary form, `*` where the word is unknown. */
  readonly base: string;
}

export interface Words {
  /** Cost of the best path through the text, in MeCab-IPADIC's unit (log probability × -700 or so); lower is likelier. */
  cost(text: string): number;
  words(text: string): Word[];
}

interface Lattice {
  nodes_end_at: { shortest_cost: number }[][];
}

/** What kuromoji 0.1.2 has inside; its type definitions show only `tokenize`. */
interface Inside {
  getLattice(text: string): Lattice;
  viterbi_searcher: { forward(lattice: Lattice): Lattice };
  tokenize(text: string): kuromoji.IpadicFeatures[];
}

/** kuromoji's time grows with the square of the length of a clause, so a longer one is cut. */
const LONGEST_CLAUSE = 400;
/** kuromoji cuts its input after these (`、`). */
const CLAUSE = /[^、。]*[、。]?/g;
/** kuromoji breaks on NUL, loses count after a surrogate. */
const UNSAFE = /[\0\uD800-\uDFFF]/g;

let loading: Promise<Words> | undefined;

/** Loads the dictionary once a process (about 0.4 s). */
export function loadWords(): Promise<Words> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Words> {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  const inside = await new Promise<Inside>((resolve, reject) => {
    kuromoji
      .builder({ dicPath })
      .build((error, built) => (error ? reject(error) : resolve(built as unknown as Inside)));
  });
  const remembered = new Map<string, number>();
  const clauseCost = (clause: string): number => {
    const known = remembered.get(clause);
    if (known !== undefined) return known;
    const lattice = inside.viterbi_searcher.forward(inside.getLattice(clause));
    const cost = lattice.nodes_end_at.at(-1)?.[0]?.shortest_cost ?? 0;
    if (remembered.size > 20_000) remembered.clear();
    remembered.set(clause, cost);
    return cost;
  };
  return {
    cost: text => clauses(text).reduce((sum, clause) => sum + clauseCost(clause), 0),
    words: text =>
      clauses(text).flatMap(clause =>
        inside.tokenize(clause).map(token => ({
          surface: token.surface_form,
          kind: [token.pos, token.pos_detail_1, token.pos_detail_2, token.pos_detail_3]
            .filter(part => part !== '*')
            .join(','),
          known: token.word_type === 'KNOWN',
          base: token.basic_form,
        })),
      ),
  };
}

function clauses(text: string): string[] {
  const safe = text.replace(UNSAFE, '〓');
  return (safe.match(CLAUSE) ?? []).flatMap(clause => clause.match(new RegExp(`[^]{1,${LONGEST_CLAUSE}}`, 'g')) ?? []);
}
