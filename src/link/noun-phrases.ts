/** Finds the compound nouns of a text, from the words that a morphological analyser gives. */

/** A word of a text with its part of speech. */
interface Word {
  readonly surface: string;
  /** Part of speech and its details as IPADIC names them, joined by `,`: `名詞,固有名詞,人名,姓`. */
  readonly kind: string;
  /** Whether the dictionary has it. */
  readonly known: boolean;
}

/** Cuts a text into words, which together are all of it. */
export type Analyse = (text: string) => readonly Word[];

/** What a part of a compound is made of. */
type Sort = 'latin' | 'coined' | 'katakana' | 'place' | 'person' | 'proper' | 'ordinal' | 'number' | 'action' | 'plain';

/** A part of a compound: one word with its suffixes: `標的型`, `攻撃`, `第2次`, `JPCERT/CC`. */
export interface Part {
  readonly text: string;
  readonly sort: Sort;
  /** Offsets in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
}

/** A noun of one or more parts, as long as it goes on. */
export interface NounPhrase {
  readonly parts: readonly Part[];
  /** The words on both sides; absent at the ends of the text. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Token extends Word {
  readonly start: number;
  readonly end: number;
}

/** A Latin word or a number with what binds it: `JPCERT/CC`, `Wi-Fi`, `800-171`. */
const LATIN_WORD = /[\p{sc=Latin}\p{Nd}]+(?:[/&'’.+-][\p{sc=Latin}\p{Nd}]+)*/gu;
const HAS_LATIN = /\p{sc=Latin}/u;
/** What a noun may be written with. */
const WRITTEN = /^(?=.*[\p{L}\p{Nd}])[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Latin}\p{Nd}ー々〆ヶ/&'’.+-]+$/u;
const ONLY_KATAKANA = /^[\p{sc=Katakana}ー]+$/u;
const ONLY_HIRAGANA = /^\p{sc=Hiragana}+$/u;
/** Nouns that can be part of a compound. */
const NOUN = /^名詞,(?:一般|サ変接続|固有名詞|形容動詞語幹|ナイ形容詞語幹|数|接尾,(?!人名|副詞可能|特殊|助動詞語幹))/u;
const SUFFIX = /^名詞,接尾/u;
const PERSON = /^名詞,固有名詞,人名/u;
/** Prefixes that make one word with the noun behind them; others (各, 同, 約) count or point. */
const PREFIX = /^(?:第|非|未|不|再|新|旧|高|低|超|多|副|反|準|対|脱|無|次期|総|大|小|最)$/u;
/** Suffixes that end a term, for they count, point or enumerate what stands before: `サイバー攻撃等`, `国家間`. */
const LOOSE_SUFFIX =
  /^(?:等|など|間|側|毎|別|達|たち|ら|向け|上|下|中|内|外|後|前|時|先|元|面|系統|ごと|ども|ゆえ|なり|がち|ずつ|まま|方|様|氏|君|殿|さん)$/u;

/** The compound nouns of a text; two of them never overlap. */
export function nounPhrases(text: string, analyse: Analyse): NounPhrase[] {
  const tokens = tokensOf(text, analyse);
  const phrases: NounPhrase[] = [];
  let from = 0;
  while (from < tokens.length) {
    let to = from;
    while (to < tokens.length && belongs(tokens, from, to)) to++;
    const parts = partsOf(tokens.slice(from, to));
    if (parts.length > 0) phrases.push({ parts, before: tokens[from - 1]?.surface, after: tokens[to]?.surface });
    from = Math.max(to, from + 1);
  }
  return phrases;
}

/** The words with their places; a Latin word is one, whatever the analyser makes of it. */
function tokensOf(text: string, analyse: Analyse): Token[] {
  const latin = [...text.matchAll(LATIN_WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const tokens: Token[] = [];
  let [at, span] = [0, 0];
  for (const word of analyse(text).flatMap(withoutDots)) {
    const [start, end] = [at, at + word.surface.length];
    at = end;
    while ((latin[span]?.end ?? Number.POSITIVE_INFINITY) <= start) span++;
    const whole = latin[span];
    const last = tokens.at(-1);
    const isInside = whole !== undefined && whole.start <= start && end <= whole.end;
    if (isInside && last && last.start >= whole.start) tokens[tokens.length - 1] = latinToken(text, last.start, end);
    else tokens.push(isInside ? latinToken(text, start, end) : { ...word, start, end });
  }
  return tokens;
}

/** A word that no dictionary has may be two: `デジタル・ディバイド`. */
function withoutDots(word: Word): readonly Word[] {
  if (word.known || !DOTTED.test(word.surface)) return [word];
  return word.surface
    .split(/(・)/u)
    .map(surface => ({ ...word, surface, kind: surface === '・' ? '記号,一般' : word.kind }));
}

const DOTTED = /^[\p{sc=Katakana}ー]+(?:・[\p{sc=Katakana}ー]+)+$/u;

function latinToken(text: string, start: number, end: number): Token {
  const surface = text.slice(start, end);
  return { surface, start, end, known: false, kind: HAS_LATIN.test(surface) ? '名詞,固有名詞,一般' : '名詞,数' };
}

/** Whether the word at `at` goes on with the noun that begins at `from`. */
function belongs(tokens: readonly Token[], from: number, at: number): boolean {
  const [token, before, after] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  if (!token) return false;
  const isCountry = COUNTRY.test(token.surface) && /^(?:・|\p{sc=Latin})/u.test(after?.surface ?? '');
  if (at === from) return isCountry || (isNoun(token) && !SUFFIX.test(token.kind) && !isRest(token, before));
  if (token.surface === '・') return after !== undefined && isNoun(after);
  // `日EU ICTセキュリティ…`: a space between two Latin words, with Japanese on both sides.
  if (token.surface === ' ')
    return at - from > 1 && HAS_LATIN.test(before?.surface ?? '') && HAS_LATIN.test(after?.surface ?? '');
  return isNoun(token) && !(SUFFIX.test(token.kind) && LOOSE_SUFFIX.test(token.surface));
}

/** One character for a country, which the analyser may take for a day or a rice: `日・ASEAN`, `日EU`. */
const COUNTRY = /^[日米英中韓印豪露独仏欧]$/u;

/** What is left of a place whose name the dictionary does not have: `市` of `みずほ市都市計画審議会`. */
function isRest({ surface }: Word, before: Word | undefined): boolean {
  return /^[市区町村県]$/u.test(surface) && before !== undefined && !/^(?:助詞|記号|接続詞)/u.test(before.kind);
}

function isNoun({ surface, kind, known }: Word): boolean {
  if (!WRITTEN.test(surface)) return false;
  if (kind.startsWith('接頭詞')) return PREFIX.test(surface);
  return NOUN.test(kind) && (known || !ONLY_HIRAGANA.test(surface));
}

/** Words with their prefixes and suffixes; `・` and spaces are parts of their own, which `sort` calls plain. */
function partsOf(tokens: readonly Token[]): Part[] {
  const parts: Part[] = [];
  let isOpen = false;
  for (const token of tokens) {
    const last = parts.at(-1);
    const isPrefix = token.kind.startsWith('接頭詞');
    const isGlued = isOpen || (SUFFIX.test(token.kind) && last !== undefined && last.text !== '・');
    if (isGlued && last)
      parts[parts.length - 1] = {
        ...last,
        text: last.text + token.surface,
        end: token.end,
        sort: gluedSort(last, token),
      };
    else parts.push({ text: token.surface, sort: sortOf(token), start: token.start, end: token.end });
    isOpen = isPrefix || (isOpen && token.kind.startsWith('名詞,数'));
  }
  return parts.map((part, at) => (isNoPerson(part, parts[at + 1]) ? { ...part, sort: 'katakana' } : part));
}

/** What the dictionary takes for a name of a person before a loan word: `スマート` of `スマートテレビ`. */
function isNoPerson({ text, sort, end }: Part, next: Part | undefined): boolean {
  return sort === 'person' && ONLY_KATAKANA.test(text) && next?.sort === 'katakana' && next.start === end;
}

function gluedSort(last: Part, { surface, kind, known }: Token): Sort {
  if (last.text.startsWith('第')) return 'ordinal';
  if (SUFFIX.test(kind)) return last.sort === 'action' ? 'plain' : last.sort;
  return sortOf({ surface, kind, known });
}

function sortOf({ surface, kind, known }: Word): Sort {
  if (HAS_LATIN.test(surface)) return 'latin';
  if (kind.startsWith('名詞,固有名詞,地域')) return 'place';
  if (PERSON.test(kind)) return 'person';
  if (ONLY_KATAKANA.test(surface)) return known ? 'katakana' : 'coined';
  if (kind.startsWith('名詞,数')) return 'number';
  if (kind.startsWith('名詞,固有名詞')) return 'proper';
  return kind.startsWith('名詞,サ変接続') ? 'action' : 'plain';
}
