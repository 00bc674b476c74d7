/** Finds the row of the Japanese syllabary, or the Latin letter, under which a word stands. */

import type { Labels } from '@tsuzuri/core/labels';

export interface Row {
  /** ASCII, as an address wants it: `row-ka`. */
  readonly id: string;
  readonly name: (label: Labels) => string;
  /** Where there is little room: か for か行. */
  readonly short?: string;
}

/** Rows by the first character of a reading without its voicing: ガ counts as カ, ヴ as ウ. */
const KANA: readonly (readonly [id: string, kana: string, first: RegExp])[] = [
  ['row-a', 'あ', /^[ぁ-おァ-オ]/],
  ['row-ka', 'か', /^[か-こカ-コゕゖヵヶ]/],
  ['row-sa', 'さ', /^[さ-そサ-ソ]/],
  ['row-ta', 'た', /^[た-とタ-ト]/],
  ['row-na', 'な', /^[な-のナ-ノ]/],
  ['row-ha', 'は', /^[は-ほハ-ホ]/],
  ['row-ma', 'ま', /^[ま-もマ-モ]/],
  ['row-ya', 'や', /^[ゃ-よャ-ヨ]/],
  ['row-ra', 'ら', /^[ら-ろラ-ロ]/],
  ['row-wa', 'わ', /^[ゎ-んヮ-ン]/],
];
export const KANA_ROWS: readonly Row[] = KANA.map(([id, kana]) => ({
  id,
  name: label => label('pages.kanaRow', { kana }),
  short: kana,
}));

/** The row of a reading, or of a headword in kana: ばなな → は行; nothing for 情報 or NISC. */
export function kanaRow(reading: string): Row | undefined {
  const bare = reading.normalize('NFKD');
  const found = KANA.findIndex(([, , first]) => first.test(bare));
  return KANA_ROWS[found];
}

/** The first kana of a reading, large and without its voicing: ガイド → か, ッ → つ; nothing for 情報. */
export function firstKana(reading: string): string | undefined {
  const [first = ''] = reading.normalize('NFKD');
  const hiragana = first.replace(/[ァ-ヶ]/, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  return LARGE[SMALL.indexOf(hiragana)] ?? /[ぁ-ん]/.exec(hiragana)?.[0];
}
const SMALL = [...'ぁぃぅぇぉっゃゅょゎゕゖ'];
const LARGE = [...'あいうえおつやゆよわかけ'];

const DIGITS: Row = { id: 'digits', name: label => label('pages.digits') };
export const LATIN_ROWS: readonly Row[] = [
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => ({
    id: `latin-${letter.toLowerCase()}`,
    name: () => letter,
    short: letter,
  })),
  DIGITS,
];

/** The group of a headword that begins with a letter of the alphabet or a digit: NISC → N, ５Ｇ → 数字. */
export function latinRow(headword: string): Row | undefined {
  const [first = ''] = headword.normalize('NFKD').toUpperCase();
  return /\d/.test(first) ? DIGITS : LATIN_ROWS.find(({ short }) => short === first);
}
