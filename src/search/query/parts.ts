/** Answers a question by its parts, where no passage has all that was typed: the more of the rarer words, the better. */
import { isHiragana, toHiragana } from 'wanakana';
import type { Passage } from '../index/passages.ts';
import { foldText } from '../shared/fold.ts';
import { type ExpandedWord, expandQuery } from './expand.ts';
import { foldedPassage, passes, placesOf } from './match.ts';
import type { Filter } from './parse.ts';
import type { Index } from './reader.ts';
import { retrieve } from './retrieve.ts';
import { kanaPieces, type Understood } from './understand.ts';

/** A passage with some of the words of a question. */
interface PartMatch {
  readonly number: number;
  readonly passage: Passage;
  readonly score: number;
}

/** What was looked for, and where it stands. */
export interface PartAnswer {
  /** The best first. */
  readonly matches: readonly PartMatch[];
  readonly words: readonly ExpandedWord[];
}

/** A word with the passages that may have it. */
interface Located {
  readonly word: ExpandedWord;
  readonly weight: number;
  readonly passages: Uint32Array;
}

/** What a word counts: the more passages have it, the less. */
const rarity = ({ passages, weight }: Located): number => weight / Math.log2(2 + passages.length);

/** Bytes that may be read of the lists of one word. */
const BUDGET = { bytes: 8_000, isThorough: false };
/** Passages that are read to be ranked. */
const READ = 80;
/** A passage with less than this part of the best score is no answer. */
const LEAST = 0.25;

// Weights, measured on two thirds of tests/search/questions.
const IN_HEADING = 0.8;
const IN_TITLE = 0.5;
const NEAR = 0.35;
const NEAR_WITHIN = 60;
const IS_THE_THING = 3;
const IN_YEAR = 0.5;
/** An entry tells of what minutes say; asked what a thing is, it comes first. */
const OF_ENTRY = 0.4;

export async function findParts(asked: Understood, filters: readonly Filter[], index: Index): Promise<PartAnswer> {
  const all = [...asked.words, ...joinedRomaji(asked.words)];
  const located = (await Promise.all(all.map(word => locateWord(word, index)))).flat();
  const known = located.filter(({ passages }) => passages.length > 0);
  const words = known.map(({ word }) => word);
  const inYears = new Set(await passagesOfYears(asked.years, index));
  const scores = new Map<number, number>();
  for (const one of known)
    for (const number of one.passages) scores.set(number, (scores.get(number) ?? 0) + rarity(one));
  if (known.length === 0) for (const number of inYears) scores.set(number, 0);
  for (const [number, score] of scores) if (inYears.has(number)) scores.set(number, score + IN_YEAR);
  const allowed = filters.length > 0 ? new Set(await listOf({ filters }, index)) : undefined;
  for (const number of scores.keys()) if (allowed && !allowed.has(number)) scores.delete(number);
  const best = [...scores].toSorted(([, a], [, b]) => b - a).slice(0, READ);
  const matches = await Promise.all(
    best.map(async ([number]): Promise<PartMatch> => {
      const passage = await index.passage(number);
      if (!filters.every(filter => passes(passage, filter))) return { number, passage, score: 0 };
      const own = scoreOf(passage, known, asked);
      return { number, passage, score: own + (inYears.has(number) ? IN_YEAR : 0) };
    }),
  );
  const ranked = matches.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score || a.number - b.number);
  const least = (ranked[0]?.score ?? 0) * LEAST;
  return { matches: ranked.filter(({ score }) => score >= least), words };
}

/** The passages with a word; where it stands nowhere, those with its pieces, each for less. */
async function locateWord({ typed, forms, weight }: Understood['words'][number], index: Index): Promise<Located[]> {
  const patterns = forms.map(form => ({ typed: form, pattern: foldText(form).trim(), isPhrase: false }));
  const expanded = await expandQuery(patterns, index);
  const word: ExpandedWord = {
    typed,
    patterns: expanded.flatMap(one => one.patterns),
    notes: expanded.flatMap(({ notes }) => notes),
  };
  const passages = await listOf({ words: [word] }, index);
  if (passages.length > 0) return [{ word, weight, passages }];
  const kana = kanaOf(typed);
  if (kana !== undefined) return locateWord({ typed: kana, forms: [kana], weight }, index);
  const pieces = piecesOf(forms.at(-1) ?? typed);
  const found = await Promise.all(
    pieces.map(async piece => {
      const [own] = await expandQuery([{ typed: piece, pattern: foldText(piece), isPhrase: false }], index);
      return own
        ? [{ word: own, weight: weight / pieces.length, passages: await listOf({ words: [own] }, index) }]
        : [];
    }),
  );
  return found.flat();
}

/** `sousa kankei jikou` is one word of minutes, maybe. */
function joinedRomaji(words: Understood['words']): Understood['words'] {
  const isRomaji = words.length > 1 && words.every(({ typed }) => /^[a-z'-]+$/iu.test(typed));
  const typed = words.map(word => word.typed).join('');
  return isRomaji ? [{ typed, forms: [typed], weight: words.length }] : [];
}

/** What Latin letters say as romaji: `zeijakusei` → ぜいじゃくせい; nothing where they are no kana. */
function kanaOf(word: string): string | undefined {
  if (!/^[a-z'-]{3,}$/iu.test(word)) return undefined;
  const kana = toHiragana(word.toLowerCase());
  return isHiragana(kana) ? kana : undefined;
}

/** 情報連携体制 → 情報, 連携, 体制; サプライチェーン・リスク → its words; NIST800-171 → NIST, 800-171. */
function piecesOf(word: string): string[] {
  const kana = kanaPieces(word);
  if (kana.length > 0) return kana;
  // `NIST800-171`, which minutes write `NIST SP 800-171`
  if (/^(?=.*[A-Za-z])(?=.*[0-9])/u.test(word)) return word.match(/[A-Za-z]{2,}|[0-9][0-9-]*[0-9]/gu) ?? [];
  if (word.includes('・')) return word.split('・').filter(piece => piece.length > 1);
  if (!/^\p{sc=Han}{3,}$/u.test(word)) return [];
  const pairs = word.match(/../gu) ?? [];
  return [...new Set(pairs)];
}

const passagesOfYears = async (years: readonly string[], index: Index): Promise<Iterable<number>> =>
  years.length === 0 ? [] : listOf({ filters: [{ field: 'year', values: years }] }, index);

/** The passages that may have words, or what filters ask for. */
async function listOf(
  { words = [], filters = [] }: { readonly words?: readonly ExpandedWord[]; readonly filters?: readonly Filter[] },
  index: Index,
): Promise<Uint32Array> {
  const { passages } = await retrieve({ words, filters }, index, BUDGET);
  return passages;
}

function scoreOf(passage: Passage, words: readonly Located[], { asksWhat }: Understood): number {
  const { title, heading, text } = foldedPassage(passage);
  const who = foldText(`${passage.speaker ?? ''} ${passage.who ?? ''}`);
  let score = 0;
  const places: number[] = [];
  for (const one of words) {
    const { word } = one;
    const has = (part: string): boolean => word.patterns.some(pattern => part.includes(pattern.text));
    const inText = has(text.text);
    if (inText) score += rarity(one);
    else if (has(heading) || has(who)) score += rarity(one) * IN_HEADING;
    else if (has(title)) score += rarity(one) * IN_TITLE;
    if (inText) places.push(...word.patterns.flatMap(pattern => placesOf(text.text, pattern.text).slice(0, 1)));
    const isThing = passage.head.kind === 'term' && word.patterns.some(pattern => pattern.text === title);
    if (isThing) score += asksWhat ? IS_THE_THING : NEAR;
  }
  if (passage.head.kind !== 'minutes' && !asksWhat) score *= OF_ENTRY;
  const spread = places.length > 1 ? Math.max(...places) - Math.min(...places) : Number.POSITIVE_INFINITY;
  return spread <= NEAR_WITHIN * places.length ? score * (1 + NEAR / 2) : score;
}
