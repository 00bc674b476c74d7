/** Folds what a reader takes for the same: widths, cases, kinds of kana, old kanji, hyphens, spaces between letters. */
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

/** One unit at a time, remembered: asked of every letter of every page. */
const KNOWN: (string | undefined)[] = new Array(65_536);

/** What stands for a letter, ` ` for white space, nothing for what takes no room. */
function foldLetter(letter: string): string {
  if (letter.length > 1) return look(letter);
  const code = letter.charCodeAt(0);
  let folded = KNOWN[code];
  if (folded === undefined) {
    folded = look(letter);
    KNOWN[code] = folded;
  }
  return folded;
}

function look(letter: string): string {
  if (ENDS.includes(letter)) return SEPARATOR;
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

/** The folded text alone: `ＮＩＳＣ の サイバー` → `niscのさいばー`. */
export function foldText(text: string, places?: number[]): string {
  let out = '';
  let last = END;
  let space = -1;
  for (let at = 0; at < text.length; ) {
    const letter = letterAt(text, at);
    const folded = foldLetter(letter);
    if (folded === ' ') {
      if (space < 0) space = at;
    } else if (folded !== '' && (folded !== SEPARATOR || last !== END)) {
      const first = folded.charCodeAt(0);
      if (space >= 0 && needsSpace(last, first)) {
        out += ' ';
        places?.push(space);
      }
      space = -1;
      const joined = MARK.test(folded) ? joinMark(out, folded) : undefined;
      if (joined === undefined) {
        out += folded;
        if (places) for (let unit = 0; unit < folded.length; unit++) places.push(at);
      } else out = joined;
      last = out.charCodeAt(out.length - 1);
    }
    at += letter.length;
  }
  return out;
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
function joinMark(before: string, mark: string): string {
  const joined = (before.slice(-1) + mark).normalize('NFC');
  return joined.length === 1 ? before.slice(0, -1) + plain(joined) : before;
}
