/** Scores corrections by kuromoji's lattice: how much likelier a text becomes, and whether that is enough. */
import type { Analyzer } from '../morphology/index.ts';

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
}

interface Scored {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
  readonly unsure?: true;
}

/**
 * A rule that only makes doubts does not score characters with less surprisal than this: of 1,706 characters whose voiced
 * mark was taken or given, 95 in 100 of those that it would have doubted have more, of correct characters 13 in 100.
 */
const LEAST_SURPRISAL = 1900;

/** The candidate that the page has elsewhere, or the likeliest one, if it is likely enough. */
export function scoreCorrection(candidates: readonly Candidate[], page: string, scoring: Scoring): Scored[] {
  const [first] = candidates;
  if (!first || (scoring.doubt && scoring.marginElsewhere === undefined && isExpected(first, scoring))) return [];
  const scored = candidates
    .map(candidate => ({ candidate, gain: gainOf(candidate, scoring) }))
    .toSorted((a, b) => b.gain - a.gain);
  const attested = scored.find(each => isElsewhere(each, page, scoring));
  const best = attested ?? scored[0];
  if (!best) return [];
  const { start, end, ins } = best.candidate;
  const sure = attested !== undefined || best.gain > (scoring.margin ?? 0);
  if (scoring.guardsNames && isName(best.candidate, scoring)) return [{ start, end, ins, unsure: true }];
  if (sure && !scoring.doubt) return [{ start, end, ins }];
  const doubted = sure || (scoring.doubtMargin !== undefined && best.gain > scoring.doubtMargin);
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
  { candidate: { text, start, end, ins }, gain }: { candidate: Candidate; gain: number },
  page: string,
  { doubt, marginElsewhere, analyzer }: Scoring,
): boolean {
  if (marginElsewhere === undefined || gain < marginElsewhere) return false;
  const before = /[ァ-ヶー]{0,20}$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const behind = /^[ァ-ヶー]{0,20}/u.exec(text.slice(end, end + 20))?.[0] ?? '';
  if (!doubt && behind !== '' && holdsWord([before, ins, behind], analyzer)) return true;
  const near = (middle: string): string => before.slice(-3) + middle + behind.slice(0, 3);
  const rivals = doubt ? count(page, near(text.slice(start, end))) : 0;
  if (near(ins).length < 4 || count(page, near(ins)) <= rivals) return false;
  return behind !== '' || analyzer.tokenize(before).some(({ known }) => !known);
}

/** Whether the corrected character stands in a word that the dictionary has as a person's name. */
function isName({ text, start, end, ins }: Candidate, { analyzer }: Scoring): boolean {
  const [before, behind] = clauseAround(text, start, end);
  let position = 0;
  const word = analyzer.tokenize(before + ins + behind).find(({ surface }) => {
    position += surface.length;
    return position > before.length;
  });
  return word?.kind.includes('人名') === true;
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

const count = (text: string, piece: string): number => text.split(piece).length - 1;
