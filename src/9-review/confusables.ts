/** Tells which letters look like others, and what a text looks like. */

/**
 * Place by place the same to the eye. Latin: those letters of living alphabets that Unicode (UTS #39, confusables.txt) has as
 * Latin ones and that nobody can tell from them. Japanese: the pairs of `docs/rules/kanji-in-katakana.md`, and the kana that
 * are written alike.
 */
const TABLE = [
  { caption: 'キリル文字', from: 'АВЕЅІЈКМНОРСТУХԚԜҮаеѕіјорсухԁԛԝһ', to: 'ABESIJKMHOPCTYXQWYaesijopcyxdqwh' },
  { caption: 'ギリシア文字', from: 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοιρυ', to: 'ABEZHIKMNOPTYXavoipu' },
  { caption: '漢字', from: '力口二一工夕八卜千', to: 'カロニーエタハトチ' },
  { caption: '平仮名', from: 'へべぺ', to: 'ヘベペ' },
  { caption: '横棒', from: '―—–‐‑−', to: 'ーーーーーー' },
] as const;

const LOOKS: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(({ from, to }) => Array.from(from, (letter, at) => [letter, to.charAt(at)] as const)),
);

/** `І` (U+0406) → `I` */
export const looksLike = (letter: string): string => LOOKS.get(letter) ?? letter;

/** What is in a text, but not to be seen. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Texts that look the same have the same one: `NІSC` and `ＮＩＳＣ` have that of `NISC`. */
export const appearance = (text: string): string =>
  Array.from(text.normalize('NFKC').replace(UNSEEN, ''), looksLike).join('');

const SCRIPTS = [
  { name: '英字', letter: /\p{sc=Latin}/u },
  { name: 'キリル文字', letter: /\p{sc=Cyrillic}/u },
  { name: 'ギリシア文字', letter: /\p{sc=Greek}/u },
  { name: '漢字', letter: /\p{sc=Han}/u },
  { name: '長音記号', letter: /ー/u },
  { name: '片仮名', letter: /\p{sc=Katakana}/u },
  { name: '平仮名', letter: /\p{sc=Hiragana}/u },
  { name: '数字', letter: /\p{N}/u },
  { name: '記号', letter: /./su },
] as const;

/** `キリル文字` */
export const scriptOf = (letter: string): string => SCRIPTS.find(script => script.letter.test(letter))?.name ?? '';
