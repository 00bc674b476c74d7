/** Says as what else each word of a query is looked for. */
import type { Note } from './answer.ts';
import { foldText } from './fold.ts';
import type { LexiconEntry } from './format.ts';
import type { Index } from './index-reader.ts';
import type { Word } from './query.ts';

/** A folded string that shall stand in a passage. */
export interface Pattern {
  readonly text: string;
  /** As typed; a word that the typed kana are read as; another name of the same thing; a word that differs in one letter. */
  readonly origin: 'own' | 'reading' | 'names' | 'near';
}

/** A word with all that counts as it: one of the patterns must stand in a passage. */
export interface Wanted {
  readonly typed: string;
  readonly patterns: readonly Pattern[];
  readonly notes: readonly Note[];
}

/** Kana, as the keys of readings have them. */
const KANA = /^[\p{sc=Hiragana}ー]{2,}$/u;
/** From here on the beginning of a reading is enough: じょうほ → 情報. */
const ENOUGH_KANA = 3;
/** Each form costs some files of the index. */
const MOST_READINGS = 6;
const MOST_NAMES = 8;

export async function wantedOf(word: Word, index: Index): Promise<Wanted> {
  const own: Pattern = { text: word.pattern, origin: 'own' };
  if (word.isPhrase || word.pattern.length < 2) return { typed: word.typed, patterns: [own], notes: [] };
  const entries = await index.lexicon(word.pattern);
  const readings = readingsOf(word.pattern, entries);
  const names = entries.filter(({ kind, key }) => kind === 'names' && key === word.pattern);
  const notes: Note[] = [];
  const patterns = [own];
  const add = (kind: 'reading' | 'names', forms: readonly string[]): void => {
    const fresh = forms.filter(form => !patterns.some(({ text }) => foldText(form).includes(text)));
    for (const form of fresh) patterns.push({ text: foldText(form), origin: kind });
    if (fresh.length > 0) notes.push({ kind, word: word.typed, as: fresh });
  };
  add('reading', readings);
  add('names', shortestFirst(names.flatMap(({ forms }) => forms)).slice(0, MOST_NAMES));
  return { typed: word.typed, patterns, notes };
}

/** What is read so; else what begins to be read so, the shortest first: of 情報 and 情報共有 the first finds both. */
function readingsOf(pattern: string, entries: readonly LexiconEntry[]): string[] {
  if (!KANA.test(pattern)) return [];
  const readings = entries.filter(({ kind }) => kind === 'reading');
  const exact = readings.filter(({ key }) => key === pattern).flatMap(({ forms }) => forms);
  if (exact.length > 0 || pattern.length < ENOUGH_KANA) return shortestFirst(exact).slice(0, MOST_READINGS);
  const begun = readings.filter(({ key }) => key.startsWith(pattern)).toSorted((a, b) => a.key.length - b.key.length);
  return withoutLonger(begun.flatMap(({ forms }) => forms)).slice(0, MOST_READINGS);
}

const shortestFirst = (forms: readonly string[]): string[] =>
  withoutLonger(forms.toSorted((a, b) => a.length - b.length));

/** A form that holds an earlier one is found with it. */
const withoutLonger = (forms: readonly string[]): string[] =>
  forms.filter((form, at) => !forms.slice(0, at).some(earlier => form.includes(earlier)));
