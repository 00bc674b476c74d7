/** Expands each query word with readings, aliases and fuzzy matches. */

import { foldText } from '../shared/fold.ts';
import { isKana, type LexiconEntry, READING_PREFIX } from '../shared/format.ts';
import type { Note } from '../shared/result.ts';
import type { Word } from './parse.ts';
import type { Index } from './reader.ts';

/** A folded string to find in a passage. */
export interface Pattern {
  readonly text: string;
  /** As typed; a word that the typed kana are read as; another name of the same thing; a word that differs in one character. */
  readonly origin: 'own' | 'reading' | 'names' | 'fuzzy';
}

/** A word of a query with all that counts as it: one of the patterns must stand in a passage. */
export interface ExpandedWord {
  readonly typed: string;
  readonly patterns: readonly Pattern[];
  readonly notes: readonly Note[];
}

/** サーバー is サーバ, too: the last mark of a long vowel is a matter of taste. @see JIS Z 8301 */
const LAST_LONG_VOWEL = /(?<=[\p{sc=Hiragana}ー]{3})ー$/u;
/** Each form costs some files of the index. */
const MOST_READINGS = 6;
const MOST_NAMES = 8;

export const expandQuery = (words: readonly Word[], index: Index): Promise<ExpandedWord[]> =>
  Promise.all(words.map(word => expandWord(word, index)));

async function expandWord(word: Word, index: Index): Promise<ExpandedWord> {
  const own: Pattern = { text: word.pattern, origin: 'own' };
  if (word.isPhrase || word.pattern.length < 2) return { typed: word.typed, patterns: [own], notes: [] };
  const entries = await index.lexicon(word.pattern);
  const formsOf = (kind: LexiconEntry['kind']): string[] =>
    entries.flatMap(entry => (entry.kind === kind ? entry.forms : []));
  const readings = formsOf('reading');
  const notes: Note[] = [];
  const stem = word.pattern.replace(LAST_LONG_VOWEL, '');
  const patterns = stem === word.pattern ? [own] : [own, { text: stem, origin: 'own' } satisfies Pattern];
  const add = (kind: 'reading' | 'names', forms: readonly string[]): void => {
    const fresh = forms.filter(form => !patterns.some(({ text }) => foldText(form).includes(text)));
    for (const form of fresh) patterns.push({ text: foldText(form), origin: kind });
    if (fresh.length > 0) notes.push({ kind, word: word.typed, as: fresh });
  };
  add(
    'reading',
    shortestFirst(readings.length > 0 ? readings : await begun(word.pattern, index)).slice(0, MOST_READINGS),
  );
  add('names', shortestFirst(formsOf('names')).slice(0, MOST_NAMES));
  return { typed: word.typed, patterns, notes };
}

/** Words whose reading begins so; of 情報 and 情報共有 the first finds both. */
async function begun(pattern: string, index: Index): Promise<string[]> {
  if (!isKana(pattern) || pattern.length < READING_PREFIX) return [];
  const entries = await index.lexicon(pattern.slice(0, READING_PREFIX));
  const pairs = entries.flatMap(({ kind, forms }) => (kind === 'begun' ? forms.map(pair => pair.split(' ')) : []));
  return pairs.flatMap(([reading = '', form = '']) => (reading.startsWith(pattern) ? [form] : []));
}

const shortestFirst = (forms: readonly string[]): string[] =>
  withoutLonger(forms.toSorted((a, b) => a.length - b.length));

/** A form that holds an earlier one is found with it. */
const withoutLonger = (forms: readonly string[]): string[] =>
  forms.filter((form, at) => !forms.slice(0, at).some(earlier => form.includes(earlier)));
