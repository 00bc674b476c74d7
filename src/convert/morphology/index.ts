/** Analyzes Japanese text with kuromoji's dictionary: cost of a text, words of it, what a substitution gains. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
// @ts-expect-error: made by src/packing/bundle.mjs, without types
import CharacterDefinition from '#vendor/character-definition.js';
import {
  bestCost,
  type CharacterClass,
  type Dictionary,
  type Entries,
  entriesOf,
  type Token,
  tokenize,
  tokenizer,
} from './lattice.ts';
import { type ForwardBackward, forwardBackward, substitutionCost, surprisal } from './substitution.ts';

/** A word of the best path. */
export interface Word {
  readonly surface: string;
  /** Part of speech and its details, joined by `,`: `名詞,固有名詞,人名,姓`. */
  readonly kind: string;
  readonly known: boolean;
  /** In katakana, as far as the dictionary knows it. */
  readonly reading?: string;
}

export interface Analyzer {
  /** Cost of the best path through the text, in the unit of MeCab-IPADIC; lower is likelier. */
  cost(text: string): number;
  /** What the characters at a place cost the clause around them; little where they are expected. */
  surprisal(text: string, start: number, end: number): number;
  /** By how much the clause around a place would cost less if `ins` stood there. */
  costGain(text: string, change: { readonly start: number; readonly end: number; readonly ins: string }): number;
  /** The words of the best path. */
  tokenize(text: string): Word[];
  /** What the dictionary has a word as: `名詞,固有名詞,人名,姓`; nothing where it does not know it. */
  kinds(word: string): readonly string[];
}

/** The time of the lattice is linear, but a clause is kept whole in the cache, so a monstrous one is cut. */
const LONGEST_CLAUSE = 400;
/** kuromoji cuts its input after these (`、`). */
const CLAUSE = /[^、。]*[、。]?/g;
/** Characters that the dictionary cannot hold. */
const UNSAFE = /[\0\uD800-\uDFFF]/g;
/** Clauses in the cache; text repeats itself, and a rule asks for the cost of the same clause again and again. */
const CACHE_SIZE = 20_000;
/** Whole lattices take more room. */
const LATTICES = 50;
/** A clause ends before these; what stands behind them says little of a character. */
const MARK = /[、。「」『』（）()\s]/;
/** A clause without marks is analyzed in pieces. */
const LONGEST_PIECE = 120;

let loading: Promise<Analyzer> | undefined;

/** Loads the dictionary, once in a process. */
export function loadAnalyzer(): Promise<Analyzer> {
  loading ??= load();
  return loading;
}

/** Gives the words of a text as kuromoji's own tokenizer does (morphology.test.ts). */
interface Tokenizer {
  readonly tokenizeForSentence: (text: string) => Token[];
}

/** Loads what textlint's rules ask for, from the same dictionary. */
export async function loadTokenizer(): Promise<Tokenizer> {
  return { tokenizeForSentence: tokenizer(await loadDictionary(), clauses) };
}

let reading: Promise<Dictionary> | undefined;

/** Once in a process. */
function loadDictionary(): Promise<Dictionary> {
  reading ??= readDictionary();
  return reading;
}

async function load(): Promise<Analyzer> {
  const dictionary = await loadDictionary();
  const cache = new Map<string, number>();
  const clauseCost = (clause: string): number => {
    const known = cache.get(clause);
    if (known !== undefined) return known;
    const cost = bestCost(clause, dictionary);
    if (cache.size > CACHE_SIZE) cache.clear();
    cache.set(clause, cost);
    return cost;
  };
  const lattices = new Map<string, ForwardBackward>();
  let last: Clause | undefined;
  const clauseAt = (text: string, start: number, end: number): Clause => {
    // Rules ask of one place after another in the same clause.
    if (last?.text === text && last.from <= start && start < last.to && end <= last.to) return last;
    const [from, to] = clauseAround(text, start, end);
    const clause = text.slice(from, to);
    const costs = lattices.get(clause) ?? forwardBackward(clause.replace(UNSAFE, '〓'), dictionary);
    if (lattices.size > LATTICES) lattices.clear();
    lattices.set(clause, costs);
    last = { text, from, to, costs };
    return last;
  };
  return {
    costGain: (text, { start, end, ins }) => {
      const { from, costs } = clauseAt(text, start, end);
      return costs.cost - substitutionCost(costs, { start: start - from, end: end - from, ins }, dictionary);
    },
    surprisal: (text, start, end) => {
      const { from, costs } = clauseAt(text, start, end);
      return surprisal(costs, start - from, end - from);
    },
    cost: text => clauses(text).reduce((sum, clause) => sum + clauseCost(clause), 0),
    tokenize: text => clauses(text).flatMap(clause => wordsOf(clause, dictionary)),
    kinds: word => entriesOf(word.replace(UNSAFE, '〓'), dictionary).map(kindIn),
  };
}

function clauses(text: string): string[] {
  const safe = text.replace(UNSAFE, '〓');
  return (safe.match(CLAUSE) ?? []).flatMap(clause => clause.match(new RegExp(`[^]{1,${LONGEST_CLAUSE}}`, 'g')) ?? []);
}

/** A clause of a text with its costs. */
interface Clause {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly costs: ForwardBackward;
}

/** Where the clause around a place begins and ends, the mark behind it included. */
function clauseAround(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && !MARK.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - from < LONGEST_PIECE && !MARK.test(text.charAt(to))) to++;
  // The same pieces whatever place is asked for, so that they are analyzed once.
  from += Math.floor((start - from) / LONGEST_PIECE) * LONGEST_PIECE;
  while (to < text.length && to - from < LONGEST_PIECE && !MARK.test(text.charAt(to))) to++;
  return [from, /[、。]/.test(text.charAt(to)) ? to + 1 : to];
}

/** The files that hold numbers. */
const TABLES = ['base', 'check', 'cc', 'tid', 'tid_map', 'unk', 'unk_map', 'unk_char', 'unk_compat', 'unk_invoke'];

async function readDictionary(): Promise<Dictionary> {
  const require = createRequire(import.meta.url);
  const packed = (name: string): Buffer => readFileSync(require.resolve(`#vendor/dictionary/${name}.dat.gz`));
  // In one piece, not in pieces of 16 kB that are copied together: a gzip file ends with the length of what it holds.
  const unpack = (name: string): Promise<Buffer> => {
    const file = packed(name);
    return promisify(gunzip)(file, { chunkSize: file.readUInt32LE(file.length - 4) + 1 });
  };
  const [features, unknownFeatures, ...tables] = await Promise.all(['tid_pos', 'unk_pos', ...TABLES].map(unpack));
  const [base, check, cc, tid, tidMap, unk, unkMap, char, compatible, invoke] = tables.map(whole);
  const definition = CharacterDefinition.load(
    new Uint8Array(char as ArrayBuffer),
    new Uint32Array(compatible as ArrayBuffer),
    new Uint8Array(invoke as ArrayBuffer),
  ) as { lookup(character: string): CharacterClass };
  return {
    base: new Int32Array(base as ArrayBuffer),
    check: new Int32Array(check as ArrayBuffer),
    known: {
      isKnown: true,
      ...entries(tid as ArrayBuffer, tidMap as ArrayBuffer, features as Buffer),
    },
    unknown: {
      isKnown: false,
      ...entries(unk as ArrayBuffer, unkMap as ArrayBuffer, unknownFeatures as Buffer),
    },
    connections: new Int16Array(cc as ArrayBuffer),
    classes: Array.from({ length: 0x10000 }, (_, unit) => definition.lookup(String.fromCharCode(unit))),
  };
}

/** A buffer of its own, so that it can be read as numbers. */
function whole(buffer: Buffer): ArrayBuffer {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
}

function entries(table: ArrayBuffer, map: ArrayBuffer, features: Buffer): Omit<Entries, 'isKnown'> {
  const lists = new Int32Array(map);
  const first = new Int32Array(lists.length).fill(-1);
  // A count of keys, then for each: key, number of words, the words; zeros fill the rest.
  for (let at = 1; at + 1 < lists.length; at += 2 + (lists[at + 1] as number))
    if ((lists[at + 1] as number) > 0) first[lists[at] as number] = at + 1;
  return { table: new Int16Array(table), first, lists, features };
}

const wordsOf = (clause: string, dictionary: Dictionary): Word[] =>
  tokenize(clause, dictionary).map(({ surface, known, features, reading }) => ({
    surface,
    kind: kindIn(features),
    known,
    ...(reading !== undefined && { reading }),
  }));

/** Part of speech and its details. */
const kindIn = (features: readonly string[]): string =>
  features
    .slice(1, 5)
    .filter(part => part !== '*')
    .join(',');
