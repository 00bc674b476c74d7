/** Finds the passages that may have a word of a question: as typed, by its sound, or by its pieces. */
import { later } from '@tsuzuri/core/collections';
import { isHiragana, toHiragana } from 'wanakana';
import type { Passage } from '../index/passages.ts';
import { foldText } from '../shared/fold.ts';
import { isKana, READING_PREFIX } from '../shared/format.ts';
import type { Note } from '../shared/result.ts';
import { soundKey } from '../shared/spelling.ts';
import { SAME } from './everyday.ts';
import { type ExpandedWord, expandQuery } from './expand.ts';
import { foldedPassage } from './match.ts';
import type { Filter } from './parse.ts';
import type { Index } from './reader.ts';
import { type Budget, retrieve } from './retrieve.ts';
import { type Content, isEmpty, type Understood } from './understand.ts';

/** A word with the passages that may have it. */
export interface Located extends Pick<Content, 'role' | 'weight'> {
  readonly word: ExpandedWord;
  readonly passages: Uint32Array<ArrayBuffer>;
}

/** Bytes that may be read of the lists of one word. */
const BUDGET: Budget = { bytes: 3_000, isThorough: false, grams: 3 };

/** @param most how many forms in all: each costs some files of the index */
export async function locateWords(asked: Understood, most: number, index: Index): Promise<Located[]> {
  const words = heaviest([...asked.words, ...joinedRomaji(asked.words)], most);
  const located = (await Promise.all(words.map(word => locateWord(word, index)))).flat();
  return unique(located.filter(({ passages }) => passages.length > 0));
}

/** The passages that may have words, or what filters ask for. */
export async function listOf(
  { words = [], filters = [] }: { readonly words?: readonly ExpandedWord[]; readonly filters?: readonly Filter[] },
  index: Index,
): Promise<Uint32Array<ArrayBuffer>> {
  const { passages } = await retrieve({ words, filters }, index, BUDGET);
  return passages;
}

/** The words that weigh most, in the order of the question; of each no more forms than a third of what all may have. */
function heaviest(words: readonly Content[], most: number): Content[] {
  let left = most;
  const kept = new Map<Content, Content>();
  for (const word of words.toSorted((a, b) => b.weight - a.weight)) {
    const forms = word.forms.slice(0, Math.min(left, most / 3));
    left -= forms.length;
    if (forms.length > 0) kept.set(word, { ...word, forms });
  }
  return words.flatMap(word => kept.get(word) ?? []);
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
  const own = await locateForms({ typed, forms: role === 'spelt' ? [] : forms, ...(role && { role }) }, index);
  if (own.passages.length > 0) return [{ ...own, weight, ...(role && { role }) }];
  if (role !== undefined && AS_IT_IS.includes(role)) return [];
  const kana = kanaOf(typed);
  const last = foldText(forms.at(-1) ?? typed).trim();
  for (const sound of [kana, last].filter(one => one !== undefined && isKana(one))) {
    const sounding = await soundingLike(sound as string, index);
    if (sounding.length > 0) return [{ ...(await locateForms({ typed, forms: sounding }, index, 'reading')), weight }];
  }
  if (kana !== undefined) return locateWord({ typed: kana, forms: [kana], weight, role: 'kana' }, index);
  const pieces = /\p{sc=Hiragana}/u.test(typed)
    ? await readPieces(foldText(typed), index)
    : await piecesOf(last, index);
  const found = await Promise.all(
    pieces.map(async piece => ({
      ...(await locateForms(piece, index)),
      weight: weight / Math.sqrt(pieces.length),
    })),
  );
  return found.filter(({ passages }) => passages.length > 0);
}

/** They are no words of their own, or dates: what sounds like them, or pieces of them, would be something else. */
const AS_IT_IS: readonly Content['role'][] = ['hint', 'chain', 'date', 'part', 'thing'];
/** Whose readings and other names are looked for, too; each costs a file. */
const EXPANDED: readonly Content['role'][] = [undefined, 'thing', 'chain', 'kana'];

const folded = later(() => SAME.map(([said, ...names]) => [foldText(said), ...names] as const));

async function locateForms(
  { typed, forms, role }: Pick<Content, 'typed' | 'forms' | 'role'>,
  index: Index,
  note?: 'reading',
): Promise<Omit<Located, 'weight'>> {
  const patterns = forms.map(form => ({ typed: form, pattern: foldText(form).trim(), isPhrase: false }));
  const typedForms = EXPANDED.includes(role) ? 1 : 0;
  const expanded = await expandQuery(patterns.slice(0, typedForms), index);
  const plain = patterns.slice(typedForms);
  const own = [
    ...expanded.flatMap(one => one.patterns),
    ...plain.map(({ pattern }) => ({ text: pattern, origin: 'own' as const })),
  ];
  const read = own.filter(({ origin }) => origin === 'reading' || note);
  const same = read.flatMap(({ text }) => folded().flatMap(([said, ...names]) => (said === text ? names : [])));
  const word: ExpandedWord = {
    typed,
    patterns: [...own, ...same.map(name => ({ text: foldText(name), origin: 'names' as const }))],
    notes: note
      ? [{ kind: note, word: typed, as: forms }]
      : [...otherNames({ typed, forms, role }), ...expanded.flatMap(({ notes }) => notes)],
  };
  const passages = word.patterns.length > 0 ? await listOf({ words: [word] }, index) : new Uint32Array(0);
  return { word, passages: passages.length > FEW_PASSAGES ? passages : await verified(passages, word, index) };
}

/** What minutes write for what was said: 経産相 is looked for as 経済産業大臣. */
function otherNames({
  typed,
  forms,
  role,
}: {
  typed: string;
  forms: readonly string[];
  role: Content['role'];
}): Note[] {
  const said = foldText(typed);
  const others = forms.filter(form => !said.includes(foldText(form)) && !foldText(form).includes(said.slice(0, -1)));
  return role === undefined && others.length > 0 ? [{ kind: 'names', word: typed, as: others }] : [];
}

/** The index says where a word may stand: so few are sooner read than taken on trust. */
const FEW_PASSAGES = 4;
async function verified(
  numbers: Uint32Array<ArrayBuffer>,
  { patterns }: ExpandedWord,
  index: Index,
): Promise<Uint32Array<ArrayBuffer>> {
  const passages = await Promise.all(Array.from(numbers, index.passage));
  return numbers.filter((_, at) => {
    const { title, heading, text } = foldedPassage(passages[at] as Passage);
    return patterns.some(pattern => [title, heading, text.text].some(part => part.includes(pattern.text)));
  });
}

/** Words that sound so: ウィルス → ウイルス, tsushin → 通信. */
async function soundingLike(kana: string, index: Index): Promise<string[]> {
  const entries = await index.lexicon(soundKey(kana));
  return [...new Set(entries.flatMap(({ forms }) => forms))].slice(0, MOST_SOUNDS);
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

/** What Latin letters say as romaji: `zeijakusei` → ぜいじゃくせい; nothing where they are no kana. */
function kanaOf(word: string): string | undefined {
  if (!/^[a-z'-]{3,}$/iu.test(word)) return undefined;
  const kana = toHiragana(word.toLowerCase().replace(/-/g, ''));
  return isHiragana(kana) ? kana : undefined;
}

/** 情報連携体制 → 情報連携, 体制; サプライチェーン・リスク → its words; NIST800-171 → NIST, 800-171. */
async function piecesOf(word: string, index: Index): Promise<Piece[]> {
  const pieces = async (): Promise<string[]> => {
    // `NIST800-171`, which minutes write `NIST SP 800-171`
    if (/^(?=.*[A-Za-z])(?=.*[0-9])/u.test(word)) return word.match(/[A-Za-z]{2,}|[0-9][0-9ー-]*[0-9]/gu) ?? [];
    if (word.includes('・')) return word.split('・').filter(piece => piece.length > 1);
    return /^[\p{sc=Han}\d]{3,24}$/u.test(word) ? longestPieces(word, index) : [];
  };
  return (await pieces()).map(piece => ({ typed: piece, forms: [piece] }));
}

/** Cuts a word into the longest that stand somewhere; a character alone is none. */
async function longestPieces(word: string, index: Index): Promise<string[]> {
  const pieces: string[] = [];
  const isThere = async (piece: string): Promise<boolean> => {
    const own: ExpandedWord = { typed: piece, patterns: [{ text: piece, origin: 'own' }], notes: [] };
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

/** `sousa kankei jikou` is one word of minutes, maybe. */
function joinedRomaji(words: Understood['words']): Content[] {
  const isRomaji = words.length > 1 && words.every(({ typed }) => /^[a-z'-]+$/iu.test(typed));
  const typed = words.map(word => word.typed).join('');
  return isRomaji ? [{ typed, forms: [typed], weight: words.length }] : [];
}
