/** Cuts folded text into the pieces that the index knows: letters, and pairs of neighbouring letters. */

/** A letter or a figure; halves of rare letters too, so that 𠮷 and 😀 can be found. */
const LETTER = /[\p{L}\p{N}\p{Cs}]/u;

/** The answer for each UTF-16 unit: asked of every letter of every page. */
const IS_LETTER = Uint8Array.from({ length: 65_536 }, (_, code) => (LETTER.test(String.fromCharCode(code)) ? 1 : 0));

export const isLetter = (code: number): boolean => IS_LETTER[code] === 1;

export interface Gram {
  readonly gram: string;
  /** Where in the pattern it stands. */
  readonly at: number;
}

/**
 * Pairs of neighbouring letters whatever their scripts, for no segmenter cuts a query as it has cut the text (サイバー攻撃:
 * サイ イバ バー ー攻 攻撃); a lone letter where there is no pair. Marks (、「・) part them.
 */
export function gramsOf(pattern: string): Gram[] {
  const isLetterAt = (at: number): boolean => isLetter(pattern.charCodeAt(at));
  const grams: Gram[] = [];
  for (let at = 0; at < pattern.length; at++) {
    if (isLetterAt(at) && isLetterAt(at + 1)) grams.push({ gram: pattern.slice(at, at + 2), at });
    else if (isLetterAt(at) && !isLetterAt(at - 1)) grams.push({ gram: pattern.charAt(at), at });
  }
  return grams;
}

/** FNV-1a, 32 bits: the same on both sides of the network. @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
