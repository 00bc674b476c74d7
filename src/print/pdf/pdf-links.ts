/** Lets the links of a PDF land: what Typst took for addresses becomes places of the file. */

/**
 * For each place its page, from 1, and how far it is from the left and from the top, in points; nothing for a label that
 * the book does not have after all.
 */
export type Landing = readonly [page: number, left: number, top: number] | null;

/** In letters: room for what takes the place of an address, so that nothing else of the file moves. */
const LENGTH = 72;

/** What a link says to Typst that leads to the place of this number. */
export const placeUrl = (number: number): string => `place:${number}.`.padEnd(LENGTH, '.');

/**
 * A link to a label asks Typst where that is each time the paragraph is set: to set it as an address, and to write the
 * place afterwards, takes a half of the time and of the memory (five scans, `npm run bench -- pdf`).
 * @param pdf is changed where it stands; no byte moves
 */
export function landLinks(pdf: Buffer, landings: readonly Landing[]): void {
  const pages = pagesOf(pdf);
  const mark = '/URI (place:';
  for (let at = pdf.indexOf(mark); at !== -1; at = pdf.indexOf(mark, at)) {
    const [page, left, top] =
      landings[Number.parseInt(pdf.toString('latin1', at + mark.length, at + LENGTH), 10)] ?? [];
    const sheet = pages[(page ?? 0) - 1];
    if (!sheet || left === undefined || top === undefined) throw new Error('A link of this PDF leads nowhere');
    const end = overwrite(
      pdf,
      [pdf.lastIndexOf('/A <<', at), '>>'],
      `/Dest [${sheet} 0 R /XYZ ${left.toFixed(2)} ${above(top)} 0]`,
    );
    at = overwrite(pdf, [pdf.indexOf('/Contents (', end), ')'], `/Contents <FEFF${hex(`${page}頁へ`)}>`);
  }
}

/** Replaces what stands from here to the end mark, blanks fill what is left. */
function overwrite(pdf: Buffer, [from, mark]: readonly [number, string], words: string): number {
  const end = pdf.indexOf(mark, from) + mark.length;
  if (words.length > end - from) throw new Error(`No room for ${words}`);
  return from + pdf.write(words.padEnd(end - from), from, 'latin1');
}

/** Height of A4, less a line of air above the place. */
const above = (top: number): string => (841.89 - Math.max(0, top - 10)).toFixed(2);

const hex = (words: string): string => Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase();

/** Numbers of the objects of the pages; Typst keeps them in one list. */
function pagesOf(pdf: Buffer): number[] {
  const at = pdf.indexOf('/Type /Pages');
  const [, count, kids = ''] =
    /\/Count (\d+)\s+\/Kids \[([^\]]*)\]/.exec(pdf.toString('latin1', at, pdf.indexOf('endobj', at))) ?? [];
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
  if (pages.length === 0 || pages.length !== Number(count))
    throw new Error('The pages of this PDF are not in one list');
  return pages;
}
