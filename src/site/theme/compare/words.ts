/** Cuts a text into its words, so that no change is marked within one. */
import { UNITS } from '../../config/keep-together.ts';

const DIGIT = '[\\d０-９〇一二三四五六七八九十百千万億兆]';
/** What the segmenter cuts and a reader does not: 7.5%, 2,400億円, 第3回; サイバーセキュリティ; Wi-Fi. */
const WHOLE = new RegExp(
  [
    `第?${DIGIT}+(?:[,.，．・]${DIGIT}+)*(?:${UNITS})?`,
    '[\\p{sc=Katakana}ー]+',
    "\\p{sc=Latin}[\\p{sc=Latin}\\d]*(?:[-.&'’][\\p{sc=Latin}\\d]+)*",
  ].join('|'),
  'gu',
);

/** Joined, they are the text. */
export function wordsIn(text: string): string[] {
  const segments = [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)];
  const starts = new Set(segments.map(({ index }) => index));
  for (const { index, 0: whole } of text.matchAll(WHOLE))
    for (let at = index + 1; at < index + whole.length; at++) starts.delete(at);
  const sorted = [...starts];
  return sorted.map((start, at) => text.slice(start, sorted[at + 1]));
}
