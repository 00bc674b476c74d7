/** Weighs Japanese text by kuromoji's lattice: the only file that knows the morphological analyser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { bestPath, type CharacterClass, type Dictionary, type Entries } from './lattice.ts';

/** A word of the best path. */
export interface Word {
  readonly surface: string;
  /** Part of speech and its details, joined by `,`: `名詞,固有名詞,人名,姓`. */
  readonly kind: string;
  readonly known: boolean;
}

export interface Words {
  /** Cost of the best path through the text, in the unit of MeCab-IPADIC; lower is likelier. */
  cost(text: string): number;
  words(text: string): Word[];
}

/** The time of the lattice is linear, but a clause is remembered whole, so a monstrous one is cut. */
const LONGEST_CLAUSE = 400;
/** kuromoji cuts its input after these (`、`). */
const CLAUSE = /[^、。]*[、。]?/g;
/** Letters that the dictionary cannot hold. */
const UNSAFE = /[\0\uD800-\uDFFF]/g;
/** Clauses that are remembered; text repeats itself, and a rule weighs the same clause again and again. */
const MEMORY = 20_000;

let loading: Promise<Words> | undefined;

/** Loads the dictionary once a process. */
export function loadWords(): Promise<Words> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Words> {
  const dictionary = await readDictionary();
  const remembered = new Map<string, number>();
  const clauseCost = (clause: string): number => {
    const known = remembered.get(clause);
    if (known !== undefined) return known;
    const { cost } = bestPath(clause, dictionary);
    if (remembered.size > MEMORY) remembered.clear();
    remembered.set(clause, cost);
    return cost;
  };
  return {
    cost: text => clauses(text).reduce((sum, clause) => sum + clauseCost(clause), 0),
    words: text => clauses(text).flatMap(clause => wordsOf(clause, dictionary)),
  };
}

function clauses(text: string): string[] {
  const safe = text.replace(UNSAFE, '〓');
  return (safe.match(CLAUSE) ?? []).flatMap(clause => clause.match(new RegExp(`[^]{1,${LONGEST_CLAUSE}}`, 'g')) ?? []);
}

async function readDictionary(): Promise<Dictionary> {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('kuromoji/package.json')), 'dict');
  const packed = (name: string): Buffer => readFileSync(join(folder, `${name}.dat.gz`));
  const files = ['base', 'check', 'cc', 'tid', 'tid_map', 'unk', 'unk_map', 'unk_char', 'unk_compat', 'unk_invoke'];
  const unpacked = await Promise.all(files.map(name => promisify(gunzip)(packed(name))));
  const [base, check, cc, tid, tidMap, unk, unkMap, char, compatible, invoke] = unpacked.map(whole);
  const definition = require('kuromoji/src/dict/CharacterDefinition.js').load(
    new Uint8Array(char as ArrayBuffer),
    new Uint32Array(compatible as ArrayBuffer),
    new Uint8Array(invoke as ArrayBuffer),
  ) as { lookup(character: string): CharacterClass };
  return {
    base: new Int32Array(base as ArrayBuffer),
    check: new Int32Array(check as ArrayBuffer),
    known: entries(tid as ArrayBuffer, tidMap as ArrayBuffer, () => gunzipSync(packed('tid_pos'))),
    unknown: entries(unk as ArrayBuffer, unkMap as ArrayBuffer, () => gunzipSync(packed('unk_pos'))),
    connections: new Int16Array(cc as ArrayBuffer),
    classOf: character => definition.lookup(character),
  };
}

/** A buffer of its own, so that it can be read as numbers. */
function whole(buffer: Buffer): ArrayBuffer {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
}

function entries(table: ArrayBuffer, map: ArrayBuffer, features: () => Buffer): Entries {
  const lists = new Int32Array(map);
  const first = new Int32Array(lists.length).fill(-1);
  // A count of keys, then for each: key, number of words, the words; zeros fill the rest.
  for (let at = 1; at + 1 < lists.length; at += 2 + (lists[at + 1] as number))
    if ((lists[at + 1] as number) > 0) first[lists[at] as number] = at + 1;
  let loaded: Buffer | undefined;
  return {
    table: new Int16Array(table),
    first,
    lists,
    features: () => {
      loaded ??= features();
      return loaded;
    },
  };
}

function wordsOf(clause: string, dictionary: Dictionary): Word[] {
  const words: Word[] = [];
  let end = clause.length;
  for (let node = bestPath(clause, dictionary).last; node?.entries; node = node.previous) {
    words.unshift({
      surface: clause.slice(node.start, end),
      kind: kindOf(node.entries, node.entry),
      known: node.entries === dictionary.known,
    });
    end = node.start;
  }
  return words;
}

/** Features stand as text that ends in NUL: `村井,名詞,固有名詞,人名,姓,*,*,村井,ムライ,ムライ`. */
function kindOf({ table, features }: Entries, entry: number): string {
  const low = (table[entry / 2 + 3] as number) & 0xffff;
  const from = low + ((table[entry / 2 + 4] as number) << 16);
  const text = features();
  const parts = text.toString('utf8', from, text.indexOf(0, from)).split(',');
  return parts
    .slice(1, 5)
    .filter(part => part !== '*')
    .join(',');
}
