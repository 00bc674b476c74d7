/** Folds the variants of characters to one spelling, and makes characters visible that a reader does not see. */
import { later } from './collections.ts';

/** A text in one spelling: `ＮＩＳＣ`, `ﾈｯﾄ` and `内 閣 官 房` read `NISC`, `ネット` and `内閣官房`. */
export interface Folded {
  readonly text: string;
  /** `text` in lower case with each dash as a hyphen, UTF-16 unit for unit: what is compared. */
  readonly lower: string;
  /** Where each unit of `text` begins and ends in the unfolded text; absent where both count alike. */
  readonly places?: readonly Place[];
}

/** Offsets in UTF-16 units of the unfolded text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Runs of the character table that Unicode itself calls wide, narrow or compatible forms. */
const FORMS = [
  { caption: '全角の英数字・記号', first: '！', last: '～' },
  { caption: '半角の片仮名・句読点', first: '｡', last: 'ﾟ' },
  { caption: '部首の形をした漢字 (PDF から写した ⾦ など)', first: '⼀', last: '⿕' },
] as const;

/** Characters that a scan or an author writes for one another, though Unicode keeps them apart. */
const VARIANTS = [
  { caption: 'ハイフン・マイナス', to: '-', from: '‐‑‒−' },
  { caption: 'ダッシュ', to: '—', from: '–―' },
  { caption: '波線', to: '~', from: '〜∼' },
  { caption: '中黒', to: '・', from: '·•‧∙⋅' },
  { caption: '斜線', to: '/', from: '⁄∕' },
  { caption: '引用符', to: "'", from: '‘’' },
  { caption: '空白', to: ' ', from: '\t\r\u00a0\u2002\u2003\u2009\u202f\u3000' },
] as const;

/** What folds to what, and any character that does: `Ｎ`, `ｻ`, `―`. */
const folds = later(() => {
  const of = new Map([...FORMS.flatMap(foldsOfForm), ...VARIANTS.flatMap(foldsOfVariant)]);
  return { of, foldable: new RegExp(`[${[...of.keys()].join('')}]`, 'gu') };
});

/** Marks that a writer may leave out, of any script, Arabic and Hebrew; the vowels of Devanagari and Thai are letters. */
const MARK = String.raw`(?=[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}`;

/** What takes no room of its own: a voicing mark as in `か\u3099`, a zero-width space, a soft hyphen. */
const WEIGHTLESS = new RegExp(String.raw`${MARK}|\p{Cf}`, 'gu');

/** What a text must hold before a slower look at it can find anything; half a character may be half a mark. */
const ODD = new RegExp(String.raw`${MARK}|[\p{Cf}\p{Cs}]`, 'u');
const [FOLDS_AWAY, IS_ODD, IS_DASH] = [1, 2, 4];

/** Both questions about each UTF-16 unit, answered beforehand: asked of every character of every page. */
const allAnswers = later(() => {
  const { of } = folds();
  return Uint8Array.from({ length: 65_536 }, (_, code) => {
    const unit = String.fromCharCode(code);
    const folded = of.get(unit) ?? unit;
    return (folded === unit ? 0 : FOLDS_AWAY) | (ODD.test(folded) ? IS_ODD : 0) | (folded === '—' ? IS_DASH : 0);
  });
});

/** A word set character by character: `内 閣 官 房`, `N I S Cから`, `I T 戦 略 本 部`; not `5 G` and not `A案 B案 C案`. */
const SPACED_OUT =
  /(?:(?<![\p{L}\p{N}])|(?<!\p{sc=Latin})(?=\p{sc=Latin}))[\p{L}\p{N}](?: [\p{L}\p{N}]){2,}(?:(?![\p{L}\p{N}])|(?<=\p{sc=Latin})(?!\p{sc=Latin}))/gu;

/** A lone character between two spaces, without which no word is set character by character: ` 閣 `. */
const LONE_CHARACTER = / \S /u;

/** Folds a text. The visible text never changes: `unfold` gives the places in it of what is found in the folded text. */
export function fold(text: string): Folded {
  const answers = answersFor(text);
  const { of, foldable } = folds();
  const same = answers & FOLDS_AWAY ? text.replace(foldable, char => of.get(char) ?? char) : text;
  if (!(answers & (IS_ODD | IS_DASH)) && !LONE_CHARACTER.test(same)) return { text: same, lower: lowerOf(same) };
  const dropped = droppedUnits(same, (answers & IS_ODD) !== 0);
  return dropped.size === 0 ? withLower(same) : squeeze(same, dropped);
}

function answersFor(text: string): number {
  const all = allAnswers();
  let answers = 0;
  for (let at = 0; at < text.length; at++) answers |= all[text.charCodeAt(at)] ?? 0;
  return answers;
}

/** The place of the folded units `from` … `to` in the unfolded text. */
export function unfold(folded: Folded, from: number, to: number): Place {
  const { places } = folded;
  return { start: places?.[from]?.start ?? from, end: places?.[to - 1]?.end ?? to };
}

/** One spelling for a name that is compared as a whole: without spaces, in lower case. */
export function skeleton(text: string): string {
  return fold(text).lower.replace(/\s/gu, '');
}

function foldsOfForm({ first, last }: (typeof FORMS)[number]): [string, string][] {
  const from = first.charCodeAt(0);
  const chars = Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, index) => String.fromCharCode(from + index));
  return chars.map(char => [char, char.normalize('NFKC')]);
}

function foldsOfVariant({ from, to }: (typeof VARIANTS)[number]): [string, string][] {
  return [...from].map(char => [char, to]);
}

function withLower(text: string, places?: readonly Place[]): Folded {
  // `İ` grows in lower case; its text is then compared as it stands, so that units keep their count.
  return { text, lower: hyphenate(lowerOf(text)), ...(places && { places }) };
}

function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** A dash parts what a hyphen joins, but a scan has one for the other: names are compared with hyphens. */
export function hyphenate(text: string): string {
  return text.includes('—') ? text.replaceAll('—', '-') : text;
}

/** Indices of the units that fold away: weightless characters, spaces inside words set character by character. */
function droppedUnits(text: string, isOdd: boolean): ReadonlySet<number> {
  const dropped = new Set<number>();
  for (const { index, 0: char } of isOdd ? text.matchAll(WEIGHTLESS) : [])
    for (let unit = 0; unit < char.length; unit++) dropped.add(index + unit);
  for (const { index, 0: word } of text.matchAll(SPACED_OUT))
    for (const space of word.matchAll(/ /gu)) dropped.add(index + space.index);
  return dropped;
}

function squeeze(text: string, dropped: ReadonlySet<number>): Folded {
  const units: string[] = [];
  const places: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (!dropped.has(at)) {
      units.push(unit);
      places.push({ start: at, end: at + 1 });
    } else if (/[^\p{Cf} ]/u.test(unit)) joinMark({ units, places }, unit, at);
  }
  return withLower(units.join(''), places);
}

/** Joins the mark at `at` to the character before it, which then reaches as far: `カ` + `\u3099` → `ガ`. */
function joinMark({ units, places }: { units: string[]; places: Place[] }, mark: string, at: number): void {
  const last = units.length - 1;
  const place = places[last];
  if (!place) return;
  const joined = ((units[last] ?? '') + mark).normalize('NFC');
  if (joined.length === 1) units[last] = joined;
  places[last] = { start: place.start, end: at + 1 };
}

/** Shows white space: `と、\n 林` → `と、⏎␣林` */
export const showWhitespace = (text: string): string => text.replace(/\r?\n/g, '⏎').replace(/[ \u3000]/g, '␣');

/** The number of a character in Unicode: `U+202E` */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Controls, characters without width, spaces of an odd kind. */
const UNSEEN = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** Shows all that has no shape: `サイ\u200bバー` → `サイ[U+200B]バー` */
export const showInvisible = (text: string): string =>
  showWhitespace(text).replace(UNSEEN, character => `[${codePoint(character)}]`);

/** Characters without a shape, which steer a terminal, a log or the direction of a line: U+0007, U+200B, U+202E. */
const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Puts a text that may hold anything on one line that controls nothing; its spaces stay. */
export const escapeControl = (text: string): string =>
  text.replace(STEERING, character => (character === '\n' ? '⏎' : `[${codePoint(character)}]`));
