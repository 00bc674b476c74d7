/** Finds the row of the Japanese syllabary, or the Latin letter, under which a word stands. */

export interface Row {
  /** ASCII, as an address wants it: `row-ka`. */
  readonly id: string;
  readonly name: string;
}

/** Rows by the first character of a reading without its voicing: ガ counts as カ, ヴ as ウ. */
const KANA: readonly (readonly [id: string, name: string, first: RegExp])[] = [
  ['row-a', 'あ行', /^[ぁ-おァ-オ]/],
  ['row-ka', 'か行', /^[か-こカ-コゕゖヵヶ]/],
  ['row-sa', 'さ行', /^[さ-そサ-ソ]/],
  ['row-ta', 'た行', /^[た-とタ-ト]/],
  ['row-na', 'な行', /^[な-のナ-ノ]/],
  ['row-ha', 'は行', /^[は-ほハ-ホ]/],
  ['row-ma', 'ま行', /^[ま-もマ-モ]/],
  ['row-ya', 'や行', /^[ゃ-よャ-ヨ]/],
  ['row-ra', 'ら行', /^[ら-ろラ-ロ]/],
  ['row-wa', 'わ行', /^[ゎ-んヮ-ン]/],
];
export const KANA_ROWS: readonly Row[] = KANA.map(([id, name]) => ({ id, name }));

/** The row of a reading, or of a headword in kana: ばなな → は行; nothing for 情報 or NISC. */
export function kanaRow(reading: string): Row | undefined {
  const bare = reading.normalize('NFKD');
  const found = KANA.findIndex(([, , first]) => first.test(bare));
  return KANA_ROWS[found];
}

const DIGITS: Row = { id: 'digits', name: '数字' };
export const LATIN_ROWS: readonly Row[] = [
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => ({ id: `latin-${letter.toLowerCase()}`, name: letter })),
  DIGITS,
];

/** The group of a headword that begins with a letter of the alphabet or a digit: NISC → N, ５Ｇ → 数字. */
export function latinRow(headword: string): Row | undefined {
  const [first = ''] = headword.normalize('NFKD').toUpperCase();
  return /\d/.test(first) ? DIGITS : LATIN_ROWS.find(({ name }) => name === first);
}
