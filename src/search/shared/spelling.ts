/** Makes one key of spellings of a word that sound alike: ヴァイオリン and バイオリン, つうしん and `tsushin`. */

/** What is heard for the same, in folded text (hiragana). */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[ー・]/g, ''],
  [/っ/g, ''],
  [/でぃ/g, 'で'], // ディジタル, デジタル
  [/てぃ/g, 'ち'], // ティーム, チーム
  [/ぁ/g, 'あ'],
  [/ぃ/g, 'い'],
  [/ぅ/g, 'う'],
  [/ぇ/g, 'え'],
  [/ぉ/g, 'お'],
  [/ゔあ/g, 'ば'], // ヴァイオリン
  [/ゔい/g, 'び'],
  [/ゔえ/g, 'べ'],
  [/ゔお/g, 'ぼ'],
  [/ゔ/g, 'ぶ'],
  [/づ/g, 'ず'],
  [/ぢ/g, 'じ'],
  [/ゅあ/g, 'ゃ'], // アーキテクチュア, アーキテクチャ
  [/(?<=[いきしちにひみりぎじびぴえけせてねへめれ])や/g, 'あ'], // ダイヤ, ダイア
  // Romaji leave out long vowels, or double them: `joyaku`, `saibaa`
  [/(?<=[あかさたなはまやらわがざだばぱゃ])あ+/g, ''],
  [/(?<=[いきしちにひみりぎじびぴ])い+/g, ''],
  [/(?<=[うくすつぬふむゆるぐずぶぷゅ])う+/g, ''],
  [/(?<=[えけせてねへめれげぜでべぺ])[えい]+/g, ''], // テイク, テーク
  [/(?<=[おこそとのほもよろをごぞどぼぽょ])[おう]+/g, ''],
];

/** @param folded hiragana, as `foldText` gives katakana, too */
export const soundOf = (folded: string): string => ALIKE.reduce((text, [from, to]) => text.replace(from, to), folded);

/** Keys of sounds stand beside those of words in the lexicon. */
export const soundKey = (folded: string): string => `~${soundOf(folded)}`;
