/** Decides whether a term of the glossary matches what a reader looks for. */
import { allNames } from '@tsuzuri/core/term-names';

/** What is needed of an entry of `glossary.json`. */
export interface Findable {
  readonly id: string;
  readonly term: string;
  readonly reading?: string;
  readonly category?: string;
  readonly expansion?: string;
  readonly aliases: readonly string[];
  readonly names: readonly { readonly name: string; readonly expansion?: string }[];
}

/** What a reader looks for; an empty string leaves all. */
export interface Criteria {
  readonly words: string;
  readonly category: string;
}

export const isEmpty = ({ words, category }: Criteria): boolean => words.trim() === '' && category === '';

/** Every word must stand in one of the names, no matter in which width, case or kana: ｻｲﾊﾞｰ is さいばー. */
export function matches(entry: Findable, { words, category }: Criteria): boolean {
  if (category !== '' && category !== (entry.category ?? OTHER)) return false;
  const names = [...allNames(entry), entry.reading ?? ''].map(foldKana);
  return foldKana(words)
    .split(/\s+/)
    .every(word => names.some(name => name.includes(word)));
}

/** Entries whose card names no category. */
export const OTHER = 'other';

/** Katakana and hiragana stand in the same order in Unicode, so far apart. */
const TO_HIRAGANA = 'ぁ'.charCodeAt(0) - 'ァ'.charCodeAt(0);

function foldKana(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().trim();
  return folded.replace(/[ァ-ヶ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + TO_HIRAGANA));
}
