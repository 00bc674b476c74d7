/** Folds what a reader takes for the same: widths, cases, kinds of kana, old kanji, hyphens, spaces between letters. */
import { doubled } from './doubled.ts';
import { NEW_FORM } from './variants.ts';

/** A text in one spelling. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, where it stands in the unfolded text. */
  readonly places: readonly number[];
}

/** A sentence, a line or a cell ends here: nothing that is looked for reaches across. */
export const SEPARATOR = '\n';
const END = SEPARATOR.charCodeAt(0);
/** `。`, `！`, the end of a line, of a cell of a table. */
const ENDS = '。!?\n\t\r';

/** Katakana and hiragana stand in the same order in Unicode, so far apart. */
const TO_HIRAGANA = 'ぁ'.charCodeAt(0) - 'ァ'.charCodeAt(0);
/** Small letters that stand for large ones in names of places: 霞ヶ関, 霞ケ関. */
const SMALL: ReadonlyMap<string, string> = new Map([
  ['ゖ', 'け'],
  ['ゕ', 'か'],
]);
/** Everything that is written for a hyphen or the mark of a long vowel: `ー`, `－`, `―`, `-`. */
const DASH = /[\p{Pd}−ー]/u;
/** What takes no room: zero-width spaces, soft hyphens. */
const WEIGHTLESS = /^\p{Cf}$/u;
/** A mark that belongs to the letter before it: か + ゙. */
const MARK = /^\p{M}$/u;
/** From here on letters need no space between words: kana, kanji, full-width forms. */
const FIRST_JAPANESE = 0x2e80;

/** What one unit folds to, if that is one letter and no mark; 0 where it is not, or was never asked. */
const DIRECT = new Uint16Array(65_536);
/** What other letters fold to. */
const KNOWN = new Map<string, string>();

/** What stands for a letter, ` ` for white space, nothing for what takes no room. */
function foldLetter(letter: string): string {
  const known = KNOWN.get(letter);
  if (known !== undefined) return known;
  const folded = look(letter);
  // Half a letter, once known by itself, would hide the whole one.
  const isPlain = letter.length === 1 && folded.length === 1 && !/[\s\p{M}\p{Cs}]/u.test(folded);
  if (isPlain) DIRECT[letter.charCodeAt(0)] = folded.charCodeAt(0);
  else KNOWN.set(letter, folded);
  return folded;
}

function look(letter: string): string {
  if (WEIGHTLESS.test(letter)) return '';
  // `゛` alone would be a space and a mark.
  const wide = letter.normalize('NFKC').replace(/^ (?=\p{M})/u, '');
  return [...wide.toLowerCase()].map(plain).join('');
}

function plain(letter: string): string {
  if (ENDS.includes(letter)) return SEPARATOR;
  if (/\s/.test(letter)) return ' ';
  if (DASH.test(letter)) return 'ー';
  const kana = /[ァ-ヶヽヾ]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + TO_HIRAGANA) : letter;
  return SMALL.get(kana) ?? NEW_FORM.get(kana) ?? kana;
}

/** Folds a text; NFKC is asked letter by letter, so that the places stay known. */
export function fold(text: string): Folded {
  const places: number[] = [];
  const folded = foldText(text, places);
  places.push(text.length);
  return { text: folded, places };
}

/** Units of the text that is being folded; each text uses it anew. */
let units = new Uint16Array(4096);

/** The folded text alone: `ＮＩＳＣ の サイバー` → `niscのさいばー`. */
export const foldText = (text: string, places?: number[]): string => textOf(foldUnits(text, places));

/** The UTF-16 units of the folded text; they hold until the next text is folded. */
export function foldUnits(text: string, places?: number[]): Uint16Array {
  let length = 0;
  let space = -1;
  const put = (unit: number, at: number): void => {
    units[length++] = unit;
    places?.push(at);
  };
  const last = (): number => (length > 0 ? (units[length - 1] as number) : END);
  /** The space before what comes next, if there was one. */
  const putSpace = (next: number): void => {
    if (space >= 0 && needsSpace(last(), next)) put(SPACE, space);
    space = -1;
  };
  for (let at = 0; at < text.length; ) {
    if (length + LONGEST_FOLD > units.length) units = doubled(units);
    const direct = DIRECT[text.charCodeAt(at)] as number;
    if (direct > 0) {
      putSpace(direct);
      put(direct, at++);
      continue;
    }
    const letter = letterAt(text, at);
    const folded = foldLetter(letter);
    const before = last();
    if (folded === ' ') space = space < 0 ? at : space;
    else if (folded !== '' && (folded !== SEPARATOR || before !== END)) {
      putSpace(folded.charCodeAt(0));
      if (MARK.test(folded)) units[length - 1] = joinMark(before, folded);
      else for (let unit = 0; unit < folded.length; unit++) put(folded.charCodeAt(unit), at);
    }
    at += letter.length;
  }
  return units.subarray(0, length);
}

/** ﷺ, the longest of all, becomes 18 units. */
const LONGEST_FOLD = 20;
const SPACE = 32;

/** So many units can be given to one call. */
const MOST_AT_ONCE = 8192;

function textOf(folded: Uint16Array): string {
  let text = '';
  for (let at = 0; at < folded.length; at += MOST_AT_ONCE)
    text += String.fromCharCode(...folded.subarray(at, at + MOST_AT_ONCE));
  return text;
}

/** A whole letter, which is two units where it is rare; half of one stays half. */
function letterAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return text.charAt(at);
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(at, at + 2) : text.charAt(at);
}

/** Between Latin words only: 村井 純 is 村井純, NISC の is NISCの. */
const needsSpace = (before: number, behind: number): boolean =>
  before < FIRST_JAPANESE && behind < FIRST_JAPANESE && before !== END && behind !== END;

/** `か` + `゙` → `が`; a mark that joins nothing is left out. */
function joinMark(before: number, mark: string): number {
  const joined = (String.fromCharCode(before) + mark).normalize('NFC');
  return joined.length === 1 ? plain(joined).charCodeAt(0) : before;
}
