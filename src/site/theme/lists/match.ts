/** Decides whether a term of the glossary, or a name, matches what a reader looks for. Loaded as they begin to look. */
import { allNames } from '@tsuzuri/core/term-names';
import { foldText } from '@tsuzuri/search/shared/fold';
import { isKana, toKana, toRomaji } from 'wanakana';

/** What is needed of an entry of `glossary.json`. */
export interface Findable {
  readonly id: string;
  readonly term: string;
  readonly reading?: string;
  readonly category?: string;
  readonly expansion?: string;
  readonly aliases: readonly string[];
  readonly names: readonly { readonly name: string; readonly expansion?: string }[];
  readonly definition?: string;
}

/** What a reader looks for; an empty string leaves all. */
export interface Criteria {
  readonly words: string;
  readonly category: string;
}

/**
 * Every word must stand in one of the names, as the search folds them: ｻｲﾊﾞｰ is さいばー, 高橋 is 髙橋. In Latin letters it may
 * be the reading: `joho`, `jouhou`, `zyouhou` are じょうほう.
 */
export function matches(entry: Findable, { words, category }: Criteria): boolean {
  if (category !== '' && category !== (entry.category ?? OTHER)) return false;
  const readings = [entry.reading ?? '', entry.term].filter(isKana).map(romaji);
  const names = [...allNames(entry), entry.reading ?? ''].map(name => foldText(name));
  return words
    .trim()
    .split(/\s+/u)
    .every(
      word =>
        names.some(name => name.includes(foldText(word))) ||
        (ROMAJI.test(word) && readings.some(reading => reading.includes(romaji(toKana(word))))),
    );
}

/** Two letters alone would stand in too many readings. */
const ROMAJI = /^[a-z'-]{3,}$/iu;

/** Hepburn without long vowels, which people write in several ways. */
const romaji = (kana: string): string =>
  toRomaji(kana)
    .toLowerCase()
    .replace(/[-'\s]/gu, '')
    .replace(/(?<=o)[ou]|(?<=u)u|(?<=a)a|(?<=i)i|(?<=e)e/gu, '');

/** Entries whose card names no category. */
export const OTHER = 'other';
