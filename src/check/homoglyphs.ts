/** Finds letters that deceive: those that nobody sees, and names that look like others. */

import { warningAt } from '@tsuzuri/core/messages';
import { codePoint, showInvisible } from '@tsuzuri/core/unicode';
import type { VFileMessage } from 'vfile-message';

// Tells which letters look like others, and what a text looks like.

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
const looksLike = (letter: string): string => LOOKS.get(letter) ?? letter;

/** What is in a text, but not to be seen. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Texts that look the same have the same one: `NІSC` and `ＮＩＳＣ` have that of `NISC`. */
const appearance = (text: string): string =>
  Array.from(text.normalize('NFKC').replace(IGNORABLE, ''), looksLike).join('');

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
const scriptOf = (letter: string): string => SCRIPTS.find(script => script.letter.test(letter))?.name ?? '';

/** A whole file. */
export interface LetteredText {
  readonly file: string;
  readonly text: string;
}

/** A name of an entry, and where it stands. */
export interface LetteredName {
  readonly file: string;
  readonly name: string;
  /** From 1; asked for only where something is wrong. */
  readonly line: () => number;
  /** Of the entry. */
  readonly id: string;
}

/** @param mend what the rules for scans would make of a name: `サイバ一攻撃` → `サイバー攻撃` */
export function checkLetters(
  texts: readonly LetteredText[],
  names: readonly LetteredName[],
  mend: (name: string) => string,
): VFileMessage[] {
  return [
    ...texts.flatMap(unseenLetters),
    ...names.flatMap(foreignLetters),
    ...names.flatMap(name => misread(name, mend(name.name))),
    ...twins(names),
  ];
}

/** In this order; what none of them names is another letter without width. */
const UNSEEN = [
  { rule: 'bidi', letter: /\p{Bidi_Control}/u, reason: '文字の並ぶ向きを変える、見えない文字があります' },
  { rule: 'invisible-letter', letter: /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u, reason: '制御文字があります' },
  { rule: 'invisible-letter', letter: /\u00ad/u, reason: '見えないハイフンがあります' },
  { rule: 'invisible-letter', letter: /./su, reason: '幅のない、見えない文字があります' },
] as const;

/** Any letter that nobody sees. */
const CANDIDATE = /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LAYOUT = /[\r\t]/;
/** Before a letter that says which form of it is meant: `❤️`, `葛󠄀` */
const HAS_FORMS = /[\p{Extended_Pictographic}\p{sc=Han}]$/u;
const FORM = /\p{Variation_Selector}/u;
/** `👩‍💻` is two pictures and U+200D. */
const JOINED = /[\p{Extended_Pictographic}\p{Variation_Selector}]$/u;

/** Letters shown on either side. */
const AROUND = 8;

function unseenLetters({ file, text }: LetteredText): VFileMessage[] {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  return lines.flatMap((line, index) => {
    const stray = [...line.matchAll(CANDIDATE)].filter(found => isStray(found[0], line.slice(0, found.index)));
    // Each letter once a line.
    const first = new Map(stray.toReversed().map(found => [found[0], found.index]));
    return [...first].toReversed().map(([letter, at]) => {
      const { rule, reason } = UNSEEN.find(kind => kind.letter.test(letter)) ?? UNSEEN[3];
      const place = showInvisible(around(line, at));
      return warningAt({ file, line: index + 1, rule }, `${reason}（${codePoint(letter)}）: 「${place}」`, ERASE);
    });
  });
}

/** The letters on either side of one; none is cut in half. */
function around(line: string, at: number): string {
  const before = Array.from(line.slice(Math.max(0, at - 2 * AROUND - 1), at)).slice(-AROUND);
  const [letter = '', ...after] = Array.from(line.slice(at, at + 2 * AROUND + 2).replace(/\r$/, ''));
  return [...before, letter, ...after.slice(0, AROUND)].join('');
}

const ERASE = '見えない文字を消してください。前後の字ごと消して打ち直すと、確かです';

function isStray(letter: string, before: string): boolean {
  if (LAYOUT.test(letter)) return false;
  if (FORM.test(letter)) return !HAS_FORMS.test(before.slice(-2));
  return !(letter === '\u200d' && JOINED.test(before.slice(-2)));
}

/** A word of letters that are, or look, Latin: `NІSC`; not `α版`, and not a word that is Greek. */
const WORD = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]{2,}/gu;
const LATIN = /\p{sc=Latin}/u;

/** Letters of another alphabet in a word that reads as a Latin one. */
function foreignLetters({ file, line, name }: LetteredName): VFileMessage[] {
  const words = (name.match(WORD) ?? []).filter(word =>
    Array.from(word).every(letter => LATIN.test(looksLike(letter))),
  );
  const foreign = new Set(words.flatMap(word => Array.from(word).filter(letter => !LATIN.test(letter))));
  return [...foreign].map(letter =>
    warningAt(
      { file, line: line(), rule: 'homoglyph' },
      `「${showInvisible(name)}」の ${told(letter)}は、英字の「${looksLike(letter)}」によく似た別の文字です`,
      '英字で打ち直してください',
    ),
  );
}

/** A name that would be mended if it stood in a scan. */
function misread({ file, line, name }: LetteredName, mended: string): VFileMessage[] {
  if (mended === name) return [];
  return [
    warningAt(
      { file, line: line(), rule: 'homoglyph' },
      `「${showInvisible(name)}」は、文字認識の誤りを直す規則が「${showInvisible(mended)}」に直す字の並びです${difference(name, mended)}`,
      `「${showInvisible(mended)}」でよければ、そう書き直してください`,
    ),
  ];
}

/** Names of two entries that differ, though they look the same. One that is the same is found elsewhere: `shared-name`. */
function twins(names: readonly LetteredName[]): VFileMessage[] {
  const first = new Map<string, LetteredName>();
  return names.flatMap(mine => {
    const look = appearance(mine.name);
    const other = first.get(look);
    if (other === undefined) first.set(look, mine);
    if (other === undefined || other.id === mine.id || other.name === mine.name) return [];
    return [
      warningAt(
        { file: mine.file, line: mine.line(), rule: 'homoglyph' },
        `「${showInvisible(mine.name)}」は、別の項目（${other.file}）の「${showInvisible(other.name)}」と見分けがつきません${difference(mine.name, other.name)}`,
        '同じものなら一つの項目にまとめ、別のものなら見分けのつく名前にしてください',
      ),
    ];
  });
}

/** Which letter differs first, and from which one: `（「一」（U+4E00、漢字）と「ー」（U+30FC、長音記号））` */
function difference(mine: string, other: string): string {
  const [letters, others] = [Array.from(mine), Array.from(other)];
  const at = letters.findIndex((letter, index) => letter !== others[index]);
  const [letter, instead] = [letters[at], others[at]];
  return letter === undefined || instead === undefined ? '' : `（${told(letter)}と${told(instead)}）`;
}

/** `「І」（U+0406、キリル文字）` */
const told = (letter: string): string => `「${showInvisible(letter)}」（${codePoint(letter)}、${scriptOf(letter)}）`;
