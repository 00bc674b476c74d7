/** Cuts the sentence around a mention out of the text of a block. */
import { LINE, OBJECT, type Span } from './run.ts';

/**
 * One sentence: quotations and parentheses are kept whole, however many 。 they hold, unless they are not closed.
 * `「終わり。次も。」と述べた。` is one, `終わった。次。` two.
 */
const SENTENCE = new RegExp(
  `(?:「[^「」${LINE}]{0,400}」|『[^『』${LINE}]{0,400}』|（[^（）${LINE}]{0,400}）|\\([^()${LINE}]{0,400}\\)|[^。！？${LINE}])*(?:[。！？]+[」』）)]*|${LINE}|$)`,
  'gu',
);

/** Ids and template marks at the end of a block: ` {#u7}`. */
const ID = /\s*\{[#.][^{}]*\}/gu;

/** A line end inside a block, with its spaces. */
const LINE_END = /[ \t]*\r?\n[ \t]*/gu;

/** A letter of a script that is written without spaces, or a mark that goes with it. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー、。「」『』（）・]/u;

/** The plain sentence that holds `mention`, a span of `text`. */
export function sentenceAround(text: string, mention: Span): string {
  const hits = [...text.matchAll(SENTENCE)].filter(
    ({ index, 0: sentence }) => index < mention.end && mention.start < index + sentence.length,
  );
  return plain(hits.map(([sentence]) => sentence).join(''));
}

/** The plain sentences, at most so many, with which a text begins. */
export function firstSentences(text: string, most: number): string {
  return plain(
    Array.from(text.matchAll(SENTENCE), ([sentence]) => sentence)
      .slice(0, most)
      .join(''),
  );
}

/** Text of a block as a reader sees it: in one line, without ids. */
export function plain(text: string): string {
  return text
    .replaceAll(OBJECT, '')
    .replace(ID, '')
    .replaceAll(LINE, '\n')
    .trim()
    .replace(LINE_END, (gap, at: number, whole: string) =>
      SPACELESS.test(whole.charAt(at - 1)) && SPACELESS.test(whole.charAt(at + gap.length)) ? '' : ' ',
    );
}
