/** Escapes text as Typst strings: nothing in a scan is ever code, a character without a glyph is shown by its number. */
import type { Labels } from '@tsuzuri/core/labels';
import { isEnglish } from '@tsuzuri/core/languages';
import type { Coverage } from './fonts.ts';

export interface Wording {
  readonly covers: Coverage;
  /** Characters after which a run without a break may be broken: a URL, a row of dashes. */
  readonly patience: number;
  /** A thin space between Japanese and Latin letters: 平成 24 年. */
  readonly thin: boolean;
}

/** A Typst string: only `\` and `"` mean something in it. */
export const literal = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Words of the book itself in another language than the documents, which sets hyphens and tells who reads aloud. */
export function inOwnLanguage(text: string, code: string, { language }: Pick<Labels, 'language'>): string {
  return language === 'ja' || !isEnglish(text) ? code : `text(lang: "en", region: "gb", {\n${code}\n})`;
}

const WIDE = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]`;
/** A line of the source that ends between two Japanese characters: no space is meant. */
const JAPANESE_SEAM = new RegExp(`(?<=${WIDE})[ \\t]*\\r?\\n[ \\t]*(?=${WIDE})`, 'gu');
const BLANKS = /[ \t\n\v\f\r\u0085\u2028\u2029]+/g;

/** A character with its combining marks, か+゛; half a surrogate pair is a cluster of its own. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** Code that prints the text; a character that no font has is shown as a box with its number: 😀 → `U+1F600`. */
export function words(text: string, { thin, ...wording }: Wording): string {
  const clean = text.replace(JAPANESE_SEAM, '').replace(BLANKS, ' ');
  if (!thin) return unspaced(clean, wording);
  return clean
    .split(SCRIPT_SEAM)
    .map(run => unspaced(run, wording))
    .join('\nthin\n');
}

const KANA_OR_KANJI = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]`;
/** What may not begin a line: one may break at the space before it. */
const NO_START = '[々〻ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶゝゞヽヾ]';
/** Letters and digits, not the full-width ones. */
const LATIN = String.raw`[A-Za-z0-9\u00C0-\u024F]`;
/** NISC|から, 平成|24|年 */
const SCRIPT_SEAM = new RegExp(
  `(?<=${LATIN})(?!${NO_START})(?=${KANA_OR_KANJI})|(?<=${KANA_OR_KANJI})(?=${LATIN})`,
  'u',
);

export const needsThinSpace = (before: string, behind: string): boolean => SCRIPT_SEAM.test(before + behind);

function unspaced(clean: string, { covers, patience }: Omit<Wording, 'thin'>): string {
  if (clean.length <= patience && covers(clean)) return clean && literal(clean);
  return runs(clean, patience)
    .map(run => (covers(run) ? literal(run) : clusters(run, covers).join('\n')))
    .join('\ngap\n');
}

const clusters = (text: string, covers: Coverage): string[] =>
  (text.match(CLUSTER) ?? []).map(cluster =>
    covers(cluster) ? literal(cluster) : `tofu(${literal(codePoints(cluster))})`,
  );

/** `U+1F468 U+200D U+1F4BB` */
export const codePoints = (text: string): string =>
  [...text]
    .map(character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');

/** Typst breaks a line before or after these; a repeated one may still be glued: ーーーー. */
const BREAKS = /[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Cuts the text where more than `patience` characters stand without a break, so that no line leaves the page. */
function runs(text: string, patience: number): string[] {
  const found = [''];
  let glued = 0;
  let before = '';
  for (const cluster of text.match(CLUSTER) ?? []) {
    glued = BREAKS.test(cluster) && cluster !== before ? 0 : glued + 1;
    if (glued > patience) {
      found.push('');
      glued = 1;
    }
    found[found.length - 1] += cluster;
    before = cluster;
  }
  return found;
}

/** The characters of the text that no font of the book has, each once. */
export const uncovered = (text: string, covers: Coverage): string[] => [
  ...new Set((text.replace(BLANKS, ' ').match(CLUSTER) ?? []).filter(cluster => !covers(cluster))),
];
