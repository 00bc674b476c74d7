/** Finds the word that somebody most likely meant. */

/** More slips of the pen than these make another word. */
const SLIPS = 2;

/** The word of a list that differs in two letters at most (`alias`: `aliases`), width and case of letters aside. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const folded = written.normalize('NFKC').toLowerCase();
  const [best] = words
    .map(word => ({ word, slips: slipsBetween(folded, word) }))
    .filter(({ word, slips }) => slips <= SLIPS && slips < word.length / 2)
    .toSorted((a, b) => a.slips - b.slips);
  return best?.word;
}

/** Letters to strike out, put in or replace (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min((row[j] as number) + (letter === b[j] ? 0 : 1), (row[j + 1] as number) + 1, (next[j] as number) + 1),
      );
    row = next;
  }
  return row.at(-1) as number;
}
