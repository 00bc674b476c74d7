/** Tells where a name in kanji begins or ends within a word that the kanji beside it make with it: 決議|案, 地図学|会議. */
import { segmentsOf } from './segments.ts';

/** What stands behind any word, alone: 所得税|率. */
const SUFFIX =
  /^[率員長化数型体者性的等法費時後前中内外上下間用系面側力量額料金税器機車線網局部課室所会社館店案版編式状製産品物業家士師官権論学史国県市町村区立政民人名際別毎度比差値点圏層帯域源材質種類例件票証書表図画像券札紙誌集録簿帳群隊団派族辺端初末計約増減]/u;
/** More than this on either side of a border tells no more. */
const NEAR = 8;
/** What stands before any word, alone: 本|学会. */
const PREFIX = /[本当各同新旧前全両総諸他現元]/u;
const across = new Map<string, boolean>();

/**
 * Whether a name in kanji may end where kanji follow: unless a word lies across the border, and what follows begins with
 * one that is no word alone. 地図学|会議, 衆院|選挙; but 最高裁|判決, 所得税|率.
 */
export function isKanjiEnd(text: string, end: number): boolean {
  const [, after] = kanjiAround(text, end);
  return SUFFIX.test(after) || !isAcross(text, end) || segmentsOf(after).containing(0)?.segment.length !== 1;
}

/** Whether a name in kanji may begin where kanji stand before it: unless a word lies across the border. 決議|案, 形|式. */
export const isKanjiStart = (text: string, start: number): boolean =>
  PREFIX.test(text.charAt(start - 1)) || !isAcross(text, start);

/** Whether a word lies across an offset that kanji stand on both sides of. */
function isAcross(text: string, at: number): boolean {
  const [before, after] = kanjiAround(text, at);
  const key = `${before} ${after}`;
  const known = across.get(key);
  if (known !== undefined) return known;
  if (across.size >= MOST_REMEMBERED) across.clear();
  const answer = segmentsOf(before + after).containing(before.length)?.index !== before.length;
  across.set(key, answer);
  return answer;
}

function kanjiAround(text: string, at: number): readonly [before: string, after: string] {
  const before = /\p{sc=Han}+$/u.exec(text.slice(Math.max(0, at - NEAR), at))?.[0] ?? '';
  return [before, /^\p{sc=Han}+/u.exec(text.slice(at, at + NEAR))?.[0] ?? ''];
}

const MOST_REMEMBERED = 20_000;

/** How the longer names of an entry go on where a short one breaks off: 議会 of 区割り審 and …画定審議会. */
export function restsOf(form: string, forms: readonly string[]): string[] {
  const last = /\p{sc=Han}$/u.exec(form)?.[0];
  if (last === undefined) return [];
  return forms
    .filter(other => other.length > form.length && other.includes(last))
    .map(other => other.slice(other.lastIndexOf(last) + 1))
    .filter(rest => /^\p{sc=Han}{2,6}$/u.test(rest));
}

/** Whether a short name is no more than the beginning of words that the text spells out: `区割り審議会`. */
export function isSpelledOut(text: string, end: number, rests: readonly string[]): boolean {
  return rests.some(rest => text.startsWith(rest, end));
}
