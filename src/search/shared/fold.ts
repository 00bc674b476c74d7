/** Folds what a reader takes for the same (widths, cases, kana, old kanji, hyphens, spaces), and cuts it into n-grams. */
import { NEW_FORM } from '@tsuzuri/core/old-kanji';
import { grow } from './bytes.ts';

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
/** Small kana that stand for large ones in names of places: 霞ヶ関, 霞ケ関. */
const SMALL: ReadonlyMap<string, string> = new Map([
  ['ゖ', 'け'],
  ['ゕ', 'か'],
]);
/** Everything that is written for a hyphen or the mark of a long vowel: `ー`, `－`, `―`, `-`. */
const DASH = /[\p{Pd}−ー]/u;
/** What takes no room: zero-width spaces, soft hyphens. */
const WEIGHTLESS = /^\p{Cf}$/u;
/** A mark that belongs to the character before it: か + ゙. */
const MARK = /^\p{M}$/u;
/** From here on characters need no space between words: kana, kanji, full-width forms. */
const FIRST_JAPANESE = 0x2e80;

/** What one unit folds to, if that is one character and no mark; 0 where it is not, or was never asked. */
const DIRECT = new Uint16Array(65_536);
/** What other characters fold to. */
const KNOWN = new Map<string, string>();

/** What stands for a character, ` ` for white space, nothing for what takes no room. */
function foldCharacter(character: string): string {
  const known = KNOWN.get(character);
  if (known !== undefined) return known;
  const folded = foldNew(character);
  // Half a character, once known by itself, would hide the whole one.
  const isSingle = character.length === 1 && folded.length === 1 && !/[\s\p{M}\p{Cs}]/u.test(folded);
  if (isSingle) DIRECT[character.charCodeAt(0)] = folded.charCodeAt(0);
  else KNOWN.set(character, folded);
  return folded;
}

function foldNew(character: string): string {
  if (WEIGHTLESS.test(character)) return '';
  // `゛` alone would be a space and a mark.
  const wide = character.normalize('NFKC').replace(/^ (?=\p{M})/u, '');
  return [...wide.toLowerCase()].map(simplify).join('');
}

function simplify(character: string): string {
  if (ENDS.includes(character)) return SEPARATOR;
  if (/\s/.test(character)) return ' ';
  if (DASH.test(character)) return 'ー';
  const kana = /[ァ-ヶヽヾ]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + TO_HIRAGANA) : character;
  return SMALL.get(kana) ?? NEW_FORM.get(kana) ?? kana;
}

/** Folds a text; NFKC is asked character by character, so that the places stay known. */
export function fold(text: string): Folded {
  const places: number[] = [];
  const folded = foldText(text, places);
  places.push(text.length);
  return { text: folded, places };
}

/** Units of the text that is being folded; each text uses it again. */
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
    if (length + LONGEST_FOLD > units.length) units = grow(units);
    const direct = DIRECT[text.charCodeAt(at)] as number;
    if (direct > 0) {
      putSpace(direct);
      put(direct, at++);
      continue;
    }
    const character = characterAt(text, at);
    const folded = foldCharacter(character);
    const before = last();
    if (folded === ' ') space = space < 0 ? at : space;
    else if (folded !== '' && (folded !== SEPARATOR || before !== END)) {
      putSpace(folded.charCodeAt(0));
      if (MARK.test(folded)) units[length - 1] = joinMark(before, folded);
      else for (let unit = 0; unit < folded.length; unit++) put(folded.charCodeAt(unit), at);
    }
    at += character.length;
  }
  return units.subarray(0, length);
}

/** ﷺ, the longest of all, becomes 18 units. */
const LONGEST_FOLD = 20;
const SPACE = 32;

/** How many units one call takes. */
const MOST_AT_ONCE = 8192;

function textOf(folded: Uint16Array): string {
  let text = '';
  for (let at = 0; at < folded.length; at += MOST_AT_ONCE)
    text += String.fromCharCode(...folded.subarray(at, at + MOST_AT_ONCE));
  return text;
}

/** A whole character, which is two units where it is rare; half of one stays half. */
function characterAt(text: string, at: number): string {
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
  return joined.length === 1 ? simplify(joined).charCodeAt(0) : before;
}

/** A letter or a digit; halves of rare characters too, so that 𠮷 and 😀 can be found. */
const INDEXED = /[\p{L}\p{N}\p{Cs}]/u;

/** The answer for each UTF-16 unit: asked of every character of every page. */
const IS_INDEXED = Uint8Array.from({ length: 65_536 }, (_, code) => (INDEXED.test(String.fromCharCode(code)) ? 1 : 0));

export const isIndexed = (code: number): boolean => IS_INDEXED[code] === 1;

export interface Gram {
  readonly gram: string;
  /** Where in the pattern it stands. */
  readonly at: number;
}

/**
 * Cuts folded text into n-grams: pairs of neighbouring characters whatever their scripts, for no segmenter cuts a query as it has cut the text (サイバー攻撃:
 * サイ イバ バー ー攻 攻撃); a lone character where there is no pair. Marks (、「・) part them.
 */
export function gramsOf(pattern: string): Gram[] {
  const isIndexedAt = (at: number): boolean => isIndexed(pattern.charCodeAt(at));
  const grams: Gram[] = [];
  for (let at = 0; at < pattern.length; at++) {
    if (isIndexedAt(at) && isIndexedAt(at + 1)) grams.push({ gram: pattern.slice(at, at + 2), at });
    else if (isIndexedAt(at) && !isIndexedAt(at - 1)) grams.push({ gram: pattern.charAt(at), at });
  }
  return grams;
}

/** FNV-1a, 32 bits: the same on both sides of the network. @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
