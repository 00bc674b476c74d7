/** Says on which page of the original a place of a scan stands: by its form feeds, or by the numbers that it prints. */

/** `- 3 -`, `― 7 ―`, `3/12`, `P.4`, `ページ5`: a number that can be no more than that of a page */
const NUMBER =
  /^[ \t\u3000]*(?:[-－—–―‐][ \t\u3000]*(?<dashed>[0-9０-９]{1,4})[ \t\u3000]*[-－—–―‐]|(?<of>[0-9０-９]{1,4})[ \t\u3000]*[/／][ \t\u3000]*[0-9０-９]{1,4}|(?:[Pp](?:age)?[.．]?|ページ|頁)[ \t\u3000]*(?<named>[0-9０-９]{1,4}))[ \t\u3000]*$/gmu;

/** A number within so many characters of the beginning stands at the head of its page. */
const HEAD = 60;

/**
 * @param first number of the first page, where a person has said it
 * @returns the number of the page at an offset of the scan; nothing where the scan tells no pages
 */
export function pagesOf(scan: string, first?: number): (offset: number) => number | undefined {
  const feeds = [...scan.matchAll(/\f/gu)].map(({ index }) => index);
  // A feed behind the last page begins none.
  const isFed = feeds.some(at => scan.slice(at).trim() !== '');
  const borders = isFed ? feeds.map((end, index) => ({ end, page: (first ?? 1) + index })) : printedBorders(scan);
  const [start] = borders;
  if (!start) return () => undefined;
  return offset => {
    const border = borders.find(({ end }) => offset <= end);
    return border?.page ?? (borders.at(-1) as Border).page + 1;
  };
}

interface Border {
  /** Offset at which a page ends. */
  readonly end: number;
  readonly page: number;
}

/** Numbers that run on from one another, at least two. */
function printedBorders(scan: string): Border[] {
  const numbers = [...scan.matchAll(NUMBER)].map(({ index, groups = {}, 0: line }) => ({
    start: index,
    end: index + line.length,
    page: Number((groups.dashed ?? groups.of ?? groups.named ?? '').normalize('NFKC')),
  }));
  const runsOn = numbers.every(({ page }, index) => index === 0 || page === (numbers[index - 1]?.page ?? 0) + 1);
  if (numbers.length < 2 || !runsOn) return [];
  const areHeads = scan.slice(0, numbers[0]?.start).trim().length < HEAD;
  return areHeads
    ? numbers.slice(1).map(({ start, page }) => ({ end: start - 1, page: page - 1 }))
    : numbers.map(({ end, page }) => ({ end, page }));
}
