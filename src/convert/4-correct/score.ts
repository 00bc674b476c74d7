/** Scores corrections by kuromoji's lattice: how much likelier a text becomes, and whether that is enough. */
import { remember } from '@tsuzuri/core/collections';
import type { Analyzer, Word } from '../morphology/index.ts';

/** A text with a place that may have been misread, and what it may have been. */
export interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ins: string;
}

/** How sure is sure enough; costs in the unit of MeCab-IPADIC. */
export interface Scoring {
  readonly analyzer: Analyzer;
  /** The rule never corrects, it only makes doubts. */
  readonly doubt: boolean;
  /** By how much the corrected clause must be likelier; absent: the pattern alone is sure. */
  readonly margin?: number;
  /** The same, for a katakana word that the page has elsewhere. */
  readonly marginElsewhere?: number;
  /** From here on it is a doubt. */
  readonly doubtMargin?: number;
  /** It is a doubt too where the corrected character belongs to a person's name: 內田 may well write it so. */
  readonly guardsNames?: boolean;
  /** A person wrote down what stands around it, and that this is enough: `find` without a margin. */
  readonly isPattern?: boolean;
}

interface Scored {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
  readonly unsure?: true;
}

/**
 * A rule that only makes doubts, and does not say how likely, does not score characters with less surprisal than this: of 1,706 characters whose voiced
 * mark was taken or given, 95 in 100 of those that it would have doubted have more, of correct characters 13 in 100.
 */
const LEAST_SURPRISAL = 1900;

/** The candidate that the page has elsewhere, or the likeliest one, if it is likely enough. */
export function scoreCorrection(candidates: readonly Candidate[], page: string, scoring: Scoring): Scored[] {
  const [first] = candidates;
  const { doubt, doubtMargin, marginElsewhere } = scoring;
  if (!first || (doubt && (marginElsewhere ?? doubtMargin) === undefined && isExpected(first, scoring))) return [];
  const scored = candidates
    .map(candidate => ({ candidate, gain: gainOf(candidate, scoring) }))
    .toSorted((a, b) => b.gain - a.gain);
  const attested = scored.find(each => isElsewhere(each, page, scoring));
  const best = attested ?? scored[0];
  if (!best) return [];
  const { start, end, ins } = best.candidate;
  const likely = attested !== undefined || best.gain > (scoring.margin ?? 0);
  const sure = likely && (scoring.doubt || attested !== undefined || isBorne(best.candidate, scoring));
  if (scoring.guardsNames && isName(best.candidate, scoring)) return [{ start, end, ins, unsure: true }];
  if (sure && !scoring.doubt) return [{ start, end, ins }];
  const doubted = likely || (scoring.doubtMargin !== undefined && best.gain > scoring.doubtMargin);
  // What the page has more than once is not a slip; a pattern without a margin is sure of what it finds.
  if (!doubted || (best.gain < Infinity && !attested && isUsual(best.candidate, page))) return [];
  return [{ start, end, ins, ...(sure ? {} : { unsure: true as const }) }];
}

function isExpected({ text, start, end }: Candidate, { margin, analyzer }: Scoring): boolean {
  return margin !== undefined && end > start && analyzer.surprisal(text, start, end) < LEAST_SURPRISAL;
}

/** By how much the corrected clause is likelier. */
function gainOf({ text, start, end, ins }: Candidate, { margin, analyzer }: Scoring): number {
  return margin === undefined ? Infinity : analyzer.costGain(text, { start, end, ins });
}

/** What stands on either side, up to a mark. */
function clauseAround(text: string, start: number, end: number): [string, string] {
  const before = /[^、。「」『』（）()\s]{0,30}$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  const behind = /^[^、。「」『』（）()\s]{0,30}[、。]?/u.exec(text.slice(end, end + 31))?.[0] ?? '';
  return [before, behind];
}

/**
 * Whether the page has the corrected katakana word in other places (サイバー攻撃 for サイバ一攻撃), or the dictionary has a
 * part of it; a rule that only makes doubts wants more of them in the page than of the other. Not where what stands before
 * the character is a word by itself: メーカ一社.
 */
function isElsewhere(
  { candidate, gain }: { candidate: Candidate; gain: number },
  page: string,
  { doubt, marginElsewhere, analyzer }: Scoring,
): boolean {
  const { text, start, end, ins } = candidate;
  if (marginElsewhere === undefined || gain < marginElsewhere) return false;
  const [before, behind] = runAround(candidate, KATAKANA);
  if (!doubt && behind !== '' && holdsWord([before, ins, behind], analyzer)) return true;
  const near = (middle: string): string => before.slice(-3) + middle + behind.slice(0, 3);
  const rivals = doubt ? count(page, near(text.slice(start, end))) : 0;
  if (near(ins).length < 4 || count(page, near(ins)) <= rivals) return false;
  return behind !== '' || analyzer.tokenize(before).some(({ known }) => !known);
}

/** Characters of one kind, at most 20: at the end of a text, and at its beginning. */
type Run = readonly [before: RegExp, behind: RegExp];
const KATAKANA: Run = [/[ァ-ヶー]{0,20}$/u, /^[ァ-ヶー]{0,20}/u];

/** The characters of one kind on either side of a place. */
const runAround = ({ text, start, end }: Candidate, [before, behind]: Run): readonly [string, string] => [
  before.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '',
  behind.exec(text.slice(end, end + 20))?.[0] ?? '',
];

/** Whether the corrected character stands in a word that the dictionary has as a person's name. */
const isName = (candidate: Candidate, { analyzer }: Scoring): boolean =>
  correctedWord(candidate, analyzer)?.kind.includes('人名') === true;

/** The word of the best path in which the corrected character stands; as the text is, where nothing is corrected. */
function correctedWord({ text, start, end, ins }: Candidate, analyzer: Analyzer): Word | undefined {
  const [before, behind] = clauseAround(text, start, end);
  let position = 0;
  return analyzer.tokenize(before + ins + behind).find(({ surface }) => {
    position += surface.length;
    return position > before.length;
  });
}

/**
 * Whether a character that takes the place of another one stands in a word of two or more characters that the dictionary
 * has, or is a numeral before its counter or a counter behind its numeral. A word of one character is no evidence: 八 is
 * one, and so is the label ハ. Measured (issue 19): of ten right edits eight lie in such a word and two are numerals before
 * their counter; of the wrong ones one.
 */
function isBorne(candidate: Candidate, scoring: Scoring): boolean {
  const { analyzer } = scoring;
  const { text, start, end, ins } = candidate;
  if (scoring.isPattern) return true;
  const found = text.slice(start, end);
  const printed = (): Word | undefined => correctedWord({ text, start, end, ins: found }, analyzer);
  // 私どもも, 年末までで, 死にに: the first of the two belongs to the word before it.
  if (ins === '') return !isWhole(printed());
  if (ins.length !== found.length) return true;
  const word = correctedWord(candidate, analyzer);
  if (isWhole(word) && !word.kind.includes('人名')) {
    if (!/^\p{sc=Hiragana}$/u.test(ins) || !word.surface.startsWith(ins)) return true;
    // 家畜ふん, 万ふえた: both are words that begin here, nothing tells which was meant.
    const other = printed();
    return !(isWhole(other) && other.surface.startsWith(found));
  }
  if (word?.kind.includes('助数詞') && COUNTING.test(text.slice(0, start))) return true;
  if (NUMERAL.test(ins)) return isCounted(text.slice(0, start) + ins, text.slice(end));
  // The same shape in both scripts: へ between a noun and a verb is the particle.
  if (
    text.slice(start, end) === 'ヘ' &&
    word?.kind.startsWith('助詞') &&
    BETWEEN_WORDS.test(text.slice(start - 1, end + 1))
  )
    return true;
  const [before, behind] = runAround(candidate, MISREAD_KATAKANA);
  const whole = (mend: (part: string) => string): boolean => holdsWord([mend(before), ins, mend(behind)], analyzer);
  return before + behind !== '' && (whole(part => part) || whole(mendKatakana));
}

/** A word of one character is no evidence. */
const isWhole = (word: Word | undefined): word is Word => word?.known === true && word.surface.length >= 2;

/** Where a line is cut behind it, or a figure stands before it, it may be the first part of a word: 420ヘ, クタール. */
const BETWEEN_WORDS = /^[\p{L}」）]ヘ[\p{L}、の]$/u;

/** A word may have more than one misread character: ネツトワ一ク. */
const MISREAD_KATAKANA: Run = [/[ァ-ヶー力口二一工夕八卜千]{0,20}$/u, /^[ァ-ヶー力口二一工夕八卜千]{0,20}/u];
const MISREAD: Readonly<Record<string, string>> = {
  力: 'カ',
  口: 'ロ',
  二: 'ニ',
  一: 'ー',
  工: 'エ',
  夕: 'タ',
  八: 'ハ',
  卜: 'ト',
  千: 'チ',
};

const mendKatakana = (part: string): string =>
  part
    .replace(/[力口二一工夕八卜千]/gu, character => MISREAD[character] ?? character)
    .replace(/ツ(?=[カ-トパピプペポ])/gu, 'ッ')
    .replace(/(?<=[キシチニヒミリギジビピ])[ヤユヨ]/gu, large => String.fromCharCode(large.charCodeAt(0) - 1));

const COUNTING = /[0-9〇一二三四五六七八九十百千万数何]$/u;
const NUMERAL = /^[一二三四五六七八九十]$/u;
/** 二十七, 百二, 千九百四十一: a digit for each unit, not 八六. */
const WELL_FORMED =
  /(?<![〇一二三四五六七八九十百千])(?:[二三四五六七八九]?千)?(?:[二三四五六七八九]?百)?(?:[二三四五六七八九]?十)?[一二三四五六七八九]?$/u;
const COUNTED =
  /^[〇一二三四五六七八九十百千万億兆]{0,8}(?:か年|カ年|[ヵヶカか箇個]所|年|月|日|回|号|条|項|人|名|件|部|度|時|分|秒|次|章|節|点|割|倍|歳|円|級|種|類|階|番|丁目|枚|冊|校|社|期|週|本|台|頁|ページ|世紀|メートル|キロ|トン|パーセント)/u;

/** Whether a text ends in a well-formed numeral that goes on to a counter. */
function isCounted(before: string, behind: string): boolean {
  const rest = /^[一二三四五六七八九十百千]*/u.exec(behind)?.[0] ?? '';
  return COUNTED.test(behind) && WELL_FORMED.test((before + rest).slice(-12));
}

/** Shorter words stand in longer ones by chance. */
const SHORTEST_WORD = 4;

/** Whether the correction belongs to a word of the dictionary within a longer one: セキュリティ in サイバーセキュリティ. */
function holdsWord([before, ins, behind]: readonly [string, string, string], analyzer: Analyzer): boolean {
  const whole = before + ins + behind;
  for (let start = 0; start <= before.length; start++)
    for (let end = Math.max(before.length + ins.length, start + SHORTEST_WORD); end <= whole.length; end++) {
      const parts = analyzer.tokenize(whole.slice(start, end));
      if (parts.length === 1 && parts[0]?.known) return true;
    }
  return false;
}

/** Whether the page has the same characters, with what stands on either side, in another place: 電測員. */
function isUsual({ text, start, end }: Candidate, page: string): boolean {
  const beside = /\p{sc=Han}/u.test(text.slice(start, end)) ? 1 : 2;
  return count(page, text.slice(Math.max(0, start - beside), end + beside)) > 1;
}

const timesIn = remember((_page: string) => new Map<string, number>());

/** How often a piece stands in a page: of one page the same pieces are asked for again and again. */
function count(page: string, piece: string): number {
  const known = timesIn(page).get(piece);
  if (known !== undefined) return known;
  let times = 0;
  for (let at = page.indexOf(piece); at >= 0; at = page.indexOf(piece, at + piece.length)) times++;
  timesIn(page).set(piece, times);
  return times;
}
