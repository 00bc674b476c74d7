/** Answers a question by its parts, where no passage has all that was typed: the more of the rarer words, the better. */
import { isHiragana, toHiragana } from 'wanakana';
import type { Passage } from '../index/passages.ts';
import { foldText } from '../shared/fold.ts';
import { isKana, READING_PREFIX } from '../shared/format.ts';
import { soundKey } from '../shared/spelling.ts';
import { type ExpandedWord, expandQuery } from './expand.ts';
import { foldedPassage, passes, placesOf } from './match.ts';
import type { Filter } from './parse.ts';
import type { Index } from './reader.ts';
import { retrieve } from './retrieve.ts';
import { type Content, isEmpty, type Understood } from './understand.ts';

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
  /** Those of the words that were typed, and say something. */
  readonly shown: readonly ExpandedWord[];
}

/** A word with the passages that may have it. */
interface Located extends Pick<Content, 'role' | 'weight'> {
  readonly word: ExpandedWord;
  readonly passages: Uint32Array;
}

/** What a word counts: the more passages have it, the less. */
const rarity = ({ passages, weight }: Located): number => weight / Math.log2(2 + passages.length);

/** Bytes that may be read of the lists of one word. */
const BUDGET = { bytes: 8_000, isThorough: false };
/** Passages that are read to be ranked. */
const READ = 80;
/** A passage with less than this part of the best score is no answer. */
const LEAST = 0.15;

// Weights, measured on two thirds of tests/search/questions.
const W = {
  IN_HEADING: 1.4,
  IN_WHO: 1,
  IN_TITLE: 0.5,
  BY_NAME: 0.9,
  NEAR: 0.2,
  NEAR_WITHIN: 60,
  IS_THE_THING: 3,
  IN_YEAR: 0.5,
  ON_DAY: 0.3,
  SPEAKS: 1.2,
  SPOKEN_OF: 0.5,
  /** An entry tells of what minutes say; asked what a thing is, it comes first. */
  OF_ENTRY: 0.4,
  OF_OTHER: 0.2,
  COVER: 0.5,
  BEFORE: 0.18,
  ANSWERS: 0.5,
  SPEECH: 0.1,
};

export async function findParts(asked: Understood, filters: readonly Filter[], index: Index): Promise<PartAnswer> {
  const all = [...asked.words, ...joinedRomaji(asked.words)];
  const located = (await Promise.all(all.map(word => locateWord(word, index)))).flat();
  const known = unique(located.filter(({ passages }) => passages.length > 0));
  const words = known.map(({ word }) => word);
  const inYears = new Set(await passagesOfYears(asked.years, index));
  const scores = new Map<number, number>();
  for (const one of known)
    for (const number of one.passages) scores.set(number, (scores.get(number) ?? 0) + rarity(one));
  for (const number of inYears) scores.set(number, (scores.get(number) ?? 0) + W.IN_YEAR);
  const allowed = filters.length > 0 ? new Set(await listOf({ filters }, index)) : undefined;
  for (const number of scores.keys()) if (allowed && !allowed.has(number)) scores.delete(number);
  const best = [...scores].toSorted(([, a], [, b]) => b - a).slice(0, READ);
  const own = new Map<number, PartMatch>();
  await Promise.all(
    best.map(async ([number]) => {
      const passage = await index.passage(number);
      const isAllowed = filters.every(filter => passes(passage, filter));
      if (isAllowed) own.set(number, { number, passage, score: scoreOf(passage, known, asked) });
    }),
  );
  const matches = [...own.values()].map(match => ({ ...match, score: match.score + W.BEFORE * before(match, own) }));
  const ranked = matches.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score || a.number - b.number);
  const least = (ranked[0]?.score ?? 0) * LEAST;
  const shown = known.filter(isShown).map(({ word }) => word);
  return { matches: ranked.filter(({ score }) => score >= least), words, shown };
}

const isShown = ({ word: { typed }, role }: Located): boolean =>
  role !== 'hint' && role !== 'chain' && typed.length > 1 && !isEmpty(typed);

/** What the passage before has: an answer follows its question. */
function before({ number, passage }: PartMatch, all: ReadonlyMap<number, PartMatch>): number {
  const previous = all.get(number - 1);
  return previous?.passage.head.path === passage.head.path && !passage.isFirst ? previous.score : 0;
}

/** Two words that are looked for as the same count once: the heavier. */
function unique(located: readonly Located[]): Located[] {
  const keys = new Map<string, Located>();
  for (const one of located) {
    const key = one.word.patterns
      .map(({ text }) => text)
      .toSorted()
      .join(' ');
    const known = keys.get(key);
    if (!known || known.weight < one.weight) keys.set(key, one);
  }
  return [...keys.values()];
}

/** The passages with a word; where it stands nowhere, those with what sounds like it, or with its pieces, each for less. */
async function locateWord({ typed, forms, weight, role }: Content, index: Index): Promise<Located[]> {
  const own = await locateForms(typed, role === 'spelt' ? [] : forms, index);
  if (own.passages.length > 0) return [{ ...own, weight, ...(role && { role }) }];
  if (['hint', 'chain', 'date', 'thing'].includes(role ?? '')) return [];
  const kana = kanaOf(typed);
  const last = foldText(forms.at(-1) ?? typed).trim();
  for (const sound of [kana, last].filter(one => one !== undefined && isKana(one))) {
    const sounding = await soundingLike(sound as string, index);
    if (sounding.length > 0) return [{ ...(await locateForms(typed, sounding, index, 'reading')), weight }];
  }
  if (kana !== undefined) return locateWord({ typed: kana, forms: [kana], weight, role: 'kana' }, index);
  const pieces = /\p{sc=Hiragana}/u.test(typed)
    ? await readPieces(foldText(typed), index)
    : await piecesOf(last, index);
  const found = await Promise.all(
    pieces.map(async piece => ({
      ...(await locateForms(piece.typed, piece.forms, index)),
      weight: weight / Math.sqrt(pieces.length),
    })),
  );
  return found.filter(({ passages }) => passages.length > 0);
}

async function locateForms(
  typed: string,
  forms: readonly string[],
  index: Index,
  note?: 'reading',
): Promise<Omit<Located, 'weight'>> {
  const patterns = forms.map(form => ({ typed: form, pattern: foldText(form).trim(), isPhrase: false }));
  const expanded = await expandQuery(patterns, index);
  const word: ExpandedWord = {
    typed,
    patterns: expanded.flatMap(one => one.patterns),
    notes: note ? [{ kind: note, word: typed, as: forms }] : expanded.flatMap(({ notes }) => notes),
  };
  const passages = word.patterns.length > 0 ? await listOf({ words: [word] }, index) : new Uint32Array(0);
  return { word, passages: passages.length > FEW_PASSAGES ? passages : await verified(passages, word, index) };
}

/** The index says where a word may stand: so few are sooner read than taken on trust. */
const FEW_PASSAGES = 4;
async function verified(numbers: Uint32Array, { patterns }: ExpandedWord, index: Index): Promise<Uint32Array> {
  const passages = await Promise.all(Array.from(numbers, index.passage));
  return numbers.filter((_, at) => {
    const { title, heading, text } = foldedPassage(passages[at] as Passage);
    return patterns.some(pattern => [title, heading, text.text].some(part => part.includes(pattern.text)));
  });
}

/** Words that sound so: ウィルス → ウイルス, tsushin → 通信. */
async function soundingLike(kana: string, index: Index): Promise<string[]> {
  const entries = await index.lexicon(soundKey(kana));
  return entries.flatMap(({ kind, forms }) => (kind === 'reading' ? forms : [])).slice(0, MOST_SOUNDS);
}
const MOST_SOUNDS = 4;

interface Piece {
  readonly typed: string;
  readonly forms: readonly string[];
}

/** Cuts kana at words that the minutes have: めいわくめーるたいさく → 迷惑メール, 対策. */
async function readPieces(kana: string, index: Index): Promise<Piece[]> {
  const starts = Array.from({ length: Math.min(MOST_STARTS, kana.length - READING_PREFIX + 1) }, (_, at) => at);
  const begun = await Promise.all(
    starts.map(async at => {
      const entries = await index.lexicon(kana.slice(at, at + READING_PREFIX));
      const pairs = entries.flatMap(({ kind, forms }) => (kind === 'begun' ? forms.map(pair => pair.split(' ')) : []));
      return pairs.filter(([reading = '']) => kana.startsWith(reading, at));
    }),
  );
  const pieces: Piece[] = [];
  for (let at = 0; at < begun.length; ) {
    const [longest] = (begun[at] ?? []).toSorted(([a = ''], [b = '']) => b.length - a.length);
    const [reading = '', form = ''] = longest ?? [];
    if (reading !== '' && !isEmpty(form) && !isEmpty(reading)) pieces.push({ typed: reading, forms: [form] });
    at += Math.max(1, reading.length);
  }
  return pieces;
}
/** Places of a word in kana at which another may begin. */
const MOST_STARTS = 16;

/** `sousa kankei jikou` is one word of minutes, maybe. */
function joinedRomaji(words: Understood['words']): Content[] {
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

/** 情報連携体制 → 情報連携, 体制; サプライチェーン・リスク → its words; NIST800-171 → NIST, 800-171. */
async function piecesOf(word: string, index: Index): Promise<Piece[]> {
  const pieces = async (): Promise<string[]> => {
    // `NIST800-171`, which minutes write `NIST SP 800-171`
    if (/^(?=.*[A-Za-z])(?=.*[0-9])/u.test(word)) return word.match(/[A-Za-z]{2,}|[0-9][0-9ー-]*[0-9]/gu) ?? [];
    if (word.includes('・')) return word.split('・').filter(piece => piece.length > 1);
    return /^[\p{sc=Han}\d]{3,}$/u.test(word) ? longestPieces(word, index) : [];
  };
  return (await pieces()).map(piece => ({ typed: piece, forms: [piece] }));
}

/** Cuts a word into the longest that stand somewhere; a character alone is none. */
async function longestPieces(word: string, index: Index): Promise<string[]> {
  const pieces: string[] = [];
  const isThere = async (piece: string): Promise<boolean> => {
    const { word: own } = { word: { typed: piece, patterns: [{ text: piece, origin: 'own' as const }], notes: [] } };
    return (await listOf({ words: [own] }, index)).length > 0;
  };
  for (let from = 0; from < word.length - 1; ) {
    let to = from + 2;
    if (!(await isThere(word.slice(from, to)))) {
      from++;
      continue;
    }
    while (to < word.length && (await isThere(word.slice(from, to + 1)))) to++;
    pieces.push(word.slice(from, to));
    from = to;
  }
  return pieces;
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

function scoreOf(passage: Passage, words: readonly Located[], asked: Understood): number {
  const { title, text } = foldedPassage(passage);
  const heading = foldText(passage.heading ?? '');
  const who = foldText(`${passage.speaker ?? ''}\n${passage.who ?? ''}`);
  const ofPage = foldText(passage.head.title);
  const { kind, day = '' } = passage.head;
  const isOnDay = asked.days.some(one => one.length > 4 && day.startsWith(one));
  let [score, all] = [0, 0];
  let isThing = false;
  const places: number[] = [];
  for (const one of words) {
    const { word, role } = one;
    const has = (part: string): number =>
      Math.max(
        0,
        ...word.patterns.map(({ text, origin }) => (part.includes(text) ? (origin === 'names' ? W.BY_NAME : 1) : 0)),
      );
    const value = rarity(one);
    const inText = has(text.text);
    all += role === 'hint' ? 0 : value;
    if (role === 'person') score += value * (has(who) > 0 ? W.SPEAKS : inText * (asked.asksWho ? 1 : W.SPOKEN_OF));
    else if (role === 'date') score += inText || isOnDay ? value : 0;
    else
      score +=
        value *
        Math.max(
          inText,
          has(heading) * W.IN_HEADING,
          has(who) * W.IN_WHO,
          has(ofPage) * (passage.isFirst ? 1 : W.IN_TITLE),
        );
    if (inText) places.push(...word.patterns.flatMap(pattern => placesOf(text.text, pattern.text).slice(0, 1)));
    isThing ||= role === 'thing' && kind === 'term' && word.patterns.some(pattern => pattern.text === title);
  }
  if (score === 0 && asked.years.length === 0) return 0;
  score *= 1 + (W.COVER * score) / Math.max(all, 0.001);
  const spread = places.length > 1 ? Math.max(...places) - Math.min(...places) : Number.POSITIVE_INFINITY;
  if (spread <= W.NEAR_WITHIN * places.length) score *= 1 + W.NEAR;
  if (asked.answer?.test(passage.text)) score *= 1 + W.ANSWERS;
  if (asked.asksSpeech && /^u/.test(passage.anchor ?? '')) score *= 1 + W.SPEECH;
  if (kind !== 'minutes' && !isThing) score *= kind === 'term' ? W.OF_ENTRY : W.OF_OTHER;
  return (
    score +
    (isThing ? W.IS_THE_THING : 0) +
    (asked.years.includes(day.slice(0, 4)) ? W.IN_YEAR : 0) +
    (isOnDay ? W.ON_DAY : 0)
  );
}
