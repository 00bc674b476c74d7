/** Tells whether a short name abbreviates longer words. */

/** Two capitals, or a generation of mobile networks: `CYMAT`, `IoT`, `5G`. */
export const LOOKS_SHORT = /\p{Lu}.*\p{Lu}|^[3-9]G$/u;
const WORD_LETTER = /[\p{L}\p{Nd}]/u;
/** `C3` in JC3. */
const REPEATED = /(\p{L})([2-5])/gu;

/**
 * The long form of an abbreviation at the end of Latin words, after Schwartz & Hearst, "A simple algorithm for
 * identifying abbreviation definitions in biomedical text" (PSB 2003): its characters are found from right to left,
 * the first one at the start of a word. Adapted: a digit repeats the letter before it (`JC3` reads JCCC).
 * @returns where the long form begins, and where the last character of the short form was found
 */
export function findLongForm(short: string, text: string): { start: number; last: number } | undefined {
  const characters = short.toLowerCase().replace(REPEATED, (_, letter, times) => letter.repeat(+times));
  const lower = text.toLowerCase();
  const places: number[] = [];
  for (const character of [...characters].filter(char => WORD_LETTER.test(char)).toReversed())
    places.push(lastPlace(lower, character, places.at(-1) ?? lower.length));
  let first = places.at(-1) ?? -1;
  while (first > 0 && WORD_LETTER.test(lower.charAt(first - 1))) first = lastPlace(lower, lower.charAt(first), first);
  if (first < 0 || places.includes(-1)) return undefined;
  const start = lower.lastIndexOf(' ', first) + 1;
  const words = text.slice(start).split(/[\s-]+/u);
  const fits = words.length > 1 && words.length <= Math.min(short.length + 5, short.length * 2);
  return fits && !words.includes(short) ? { start, last: places[0] ?? 0 } : undefined;
}

const lastPlace = (text: string, character: string, before: number): number =>
  before > 0 ? text.lastIndexOf(character, before - 1) : -1;
