/** Judges by kuromoji's lattice whether a letter was misread. */
import type { Analyzer } from '../morphology/index.ts';

/** A text with one letter that may have been misread, and what it may have been. */
export interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly ins: string;
}

/** How sure is sure enough; costs in the unit of MeCab-IPADIC. */
export interface Judge {
  readonly words: Analyzer;
  /** The rule only ever asks. */
  readonly doubt: boolean;
  /** By how much the mended clause must be likelier; absent: the pattern alone is sure. */
  readonly margin?: number;
  /** The same, for a katakana word that the page has elsewhere. */
  readonly elsewhere?: number;
  /** From here on a person is asked. */
  readonly asked?: number;
  /** A person is asked too where the mended letter belongs to somebody's name: 內田 may well write it so. */
  readonly sparesNames?: boolean;
}

interface Judgement {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
  readonly unsure?: true;
}

/**
 * A rule that only asks does not weigh letters that cost the clause less than this: of 1,706 letters whose voiced mark was
 * taken or given, 95 in 100 of those that it would have asked about cost more, of correct letters 13 in 100.
 */
const STRAIN = 1900;

/** The candidate that the page has elsewhere, or the likeliest one, if it is likely enough. */
export function judged(candidates: readonly Candidate[], page: string, judge: Judge): Judgement[] {
  const [first] = candidates;
  if (!first || (judge.doubt && judge.elsewhere === undefined && isEasy(first, judge))) return [];
  const weighed = candidates
    .map(candidate => ({ candidate, gain: gainOf(candidate, judge) }))
    .toSorted((a, b) => b.gain - a.gain);
  const known = weighed.find(each => isElsewhere(each, page, judge));
  const best = known ?? weighed[0];
  if (!best) return [];
  const { start, end, ins } = best.candidate;
  const sure = known !== undefined || best.gain > (judge.margin ?? 0);
  if (judge.sparesNames && isName(best.candidate, judge)) return [{ start, end, ins, unsure: true }];
  if (sure && !judge.doubt) return [{ start, end, ins }];
  const asked = sure || (judge.asked !== undefined && best.gain > judge.asked);
  // What the page has more than once is no slip; a pattern without a margin is sure of what it finds.
  if (!asked || (best.gain < Infinity && !known && isUsual(best.candidate, page))) return [];
  return [{ start, end, ins, ...(sure ? {} : { unsure: true as const }) }];
}

function isEasy({ text, start, end }: Candidate, { margin, words }: Judge): boolean {
  return margin !== undefined && end > start && words.strain(text, start, end) < STRAIN;
}

/** By how much the mended clause is likelier. */
function gainOf({ text, start, end, ins }: Candidate, { margin, words }: Judge): number {
  return margin === undefined ? Infinity : words.gain(text, { start, end, ins });
}

/** What stands on either side, up to a mark. */
function clauseAround(text: string, start: number, end: number): [string, string] {
  const before = /[^、。「」『』（）()\s]{0,30}$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  const behind = /^[^、。「」『』（）()\s]{0,30}[、。]?/u.exec(text.slice(end, end + 31))?.[0] ?? '';
  return [before, behind];
}

/**
 * Whether the page has the mended katakana word in other places (サイバー攻撃 for サイバ一攻撃), or the dictionary has a
 * part of it; a rule that only asks wants more of them in the page than of the other. Not where what stands before the letter is a word by itself: メーカ一社.
 */
function isElsewhere(
  { candidate: { text, start, end, ins }, gain }: { candidate: Candidate; gain: number },
  page: string,
  { doubt, elsewhere, words }: Judge,
): boolean {
  if (elsewhere === undefined || gain < elsewhere) return false;
  const before = /[ァ-ヶー]{0,20}$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const behind = /^[ァ-ヶー]{0,20}/u.exec(text.slice(end, end + 20))?.[0] ?? '';
  if (!doubt && behind !== '' && holdsWord(before, ins, behind, words)) return true;
  const near = (letter: string): string => before.slice(-3) + letter + behind.slice(0, 3);
  const rivals = doubt ? count(page, near(text.slice(start, end))) : 0;
  if (near(ins).length < 4 || count(page, near(ins)) <= rivals) return false;
  return behind !== '' || words.words(before).some(({ known }) => !known);
}

/** Whether the mended letter stands in a word that the dictionary has as somebody's name. */
function isName({ text, start, end, ins }: Candidate, { words }: Judge): boolean {
  const [before, behind] = clauseAround(text, start, end);
  let position = 0;
  const word = words.words(before + ins + behind).find(({ surface }) => {
    position += surface.length;
    return position > before.length;
  });
  return word?.kind.includes('人名') === true;
}

/** Whether the mended letter belongs to a word of the dictionary within a longer one: セキュリティ in サイバーセキュリティ. */
function holdsWord(before: string, ins: string, behind: string, words: Analyzer): boolean {
  const whole = before + ins + behind;
  for (let start = 0; start <= before.length; start++)
    for (let end = Math.max(before.length + ins.length, start + SHORTEST_WORD); end <= whole.length; end++) {
      const parts = words.words(whole.slice(start, end));
      if (parts.length === 1 && parts[0]?.known) return true;
    }
  return false;
}
/** Shorter words stand in longer ones by chance. */
const SHORTEST_WORD = 4;

/** Whether the page has the same letters, with what stands on either side, in another place: 電測員. */
function isUsual({ text, start, end }: Candidate, page: string): boolean {
  const beside = /\p{sc=Han}/u.test(text.slice(start, end)) ? 1 : 2;
  return count(page, text.slice(Math.max(0, start - beside), end + beside)) > 1;
}

const count = (text: string, piece: string): number => text.split(piece).length - 1;
