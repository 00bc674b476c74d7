/** Says which sections a query must find, by looking for plain words in the text that a reader sees. */
import type { Query } from './queries.ts';
import type { Section } from './sections.ts';

/** ２０２１ and 2021, ﾃﾞｰﾀ and でーた, 後藤 厚宏 and 後藤厚宏 are the same to whoever searches. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, letter => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(DASHES, '-')
    .replace(SPACE_IN_JAPANESE, '');

/** Those that have a hiragana: `サ`, `ヴ`. */
const KATAKANA = /[ァ-ヶ]/g;
/** `ー`, `－`, `—`. */
const DASHES = /[ー‐‑‒–—―−]/g;
/** `後藤 厚宏`, `Web 会議`, not `success story`, nor the end of a line. */
const SPACE_IN_JAPANESE = / +(?=[\p{sc=Han}\p{sc=Hira}])|(?<=[\p{sc=Han}\p{sc=Hira}]) +/gu;

export function truthOf(query: Query, sections: readonly Section[]): Set<Section> {
  const { all = wordsOf(query.query), none = [], page, speaker } = query;
  const has = (section: Section, word: string): boolean => textOf(section).includes(plain(word));
  return new Set(
    sections.filter(
      section =>
        all.every(words => words.some(word => has(section, word))) &&
        !none.some(word => has(section, word)) &&
        (!page || section.page === page) &&
        (!speaker || plain(`${section.heading}\n${section.who}`).includes(plain(speaker))),
    ),
  );
}

/** 身代金 暗号資産: both must stand there, each as it is. */
const wordsOf = (query: string): string[][] => query.split(/\s+/).map(word => [word]);

const texts = new WeakMap<Section, string>();

/** The full name of a speaker counts as text: who asks for 後藤厚宏 wants what he said. */
function textOf(section: Section): string {
  const known = texts.get(section) ?? plain(`${section.text}\n${section.who}`);
  texts.set(section, known);
  return known;
}
