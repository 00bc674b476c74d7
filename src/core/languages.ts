/** Tells Japanese words from English ones, so that a page that has both can say which is which (WCAG 2.2, 3.1.2). */
import type { Language } from './wording.ts';

/** Words, not names such as NISC, which stand in Japanese texts as well. */
const ENGLISH = /[a-z]{2}/;

// Inside of the functions, as those below: on a page that asks nothing of the kind the browser need not prepare them.
export const isJapanese = (text: string): boolean => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
export const isEnglish = (text: string): boolean => !isJapanese(text) && ENGLISH.test(text);

/** Of a name in full: what its card says, else English where nothing speaks against it: `Société` is none. */
export function languageOfName(name: string, said?: string): string | undefined {
  if (isJapanese(name)) return undefined;
  return said ?? (isEnglish(name) && !/(?!\p{ASCII})\p{L}/u.test(name) ? 'en' : undefined);
}

/** What the documents are written in, where that is another language than that of the page around them. */
export const languageOfTexts = ({ language }: { readonly language: Language }): 'ja' | undefined =>
  language === 'ja' ? undefined : 'ja';

/** The Japanese words of a text alone. */
export const japaneseOf = (text: string): string[] => runsOf(text).flatMap(run => (run.isJapanese ? [run.words] : []));

/** Whether something that consists of these texts is Japanese as a whole, or has Japanese words among English ones. */
export function japaneseIn(texts: readonly string[]): 'all' | 'some' | 'none' {
  if (!texts.some(isJapanese)) return 'none';
  return texts.some(text => runsOf(text).some(({ words }) => isEnglish(words))) ? 'some' : 'all';
}

interface Run {
  readonly words: string;
  readonly isJapanese: boolean;
}

/** From the first Japanese character to the last before an English word: `Search for “重要インフラ” only` has one. */
const run = (): RegExp =>
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}](?:(?:(?![a-z]{2})[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])*/gu;

/** A text cut where its language changes. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const { index, 0: words } of text.matchAll(run())) {
    if (index > end) runs.push({ words: text.slice(end, index), isJapanese: false });
    runs.push({ words, isJapanese: true });
    end = index + words.length;
  }
  if (end < text.length) runs.push({ words: text.slice(end), isJapanese: false });
  return runs;
}
