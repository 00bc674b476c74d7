/** Finds words in a part of a page, whatever elements they stand in. */

/** The words of a part of a page in one, with the nodes that they come from. */
export interface PlacedText {
  readonly words: string;
  readonly nodes: readonly { readonly node: Text; readonly from: number }[];
}

/** What is put beside the words of the page, and is none of them. */
const BESIDE = '.header-anchor, .own-link, .mark-note, .taken, .tool, .search-page, .entry-popover, .scan-lines';
const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** @param start the page itself, or what an address names in it: then up to where the next part begins */
export function readWords(page: Element, start: Element): PlacedText {
  const part = document.createRange();
  part.selectNodeContents(page);
  if (start !== page) part.setStartBefore(start);
  const end = start === page ? undefined : endOf(page, start);
  if (end) part.setEndBefore(end);
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let words = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!part.intersectsNode(node) || node.parentElement?.closest(BESIDE)) continue;
    nodes.push({ node, from: words.length });
    words += node.data;
  }
  return { words, nodes };
}

/** A section ends at a heading as high as its own, a speech without a heading where the next begins. */
function endOf(page: Element, start: Element): Element | undefined {
  const isHeading = start.matches(HEADINGS);
  const ends = isHeading ? HEADINGS : start.id.startsWith('u') ? `${HEADINGS}, [id^="u"][data-b]` : HEADINGS;
  const isBehind = (one: Element): boolean =>
    (start.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !start.contains(one);
  return [...page.querySelectorAll(ends)].find(one => isBehind(one) && (!isHeading || one.tagName <= start.tagName));
}

/** @returns where the pieces stand; the first of them in the sentence, else of all */
export function wordsFrom(
  text: PlacedText,
  { pieces, sentence }: { pieces: readonly string[]; sentence: string },
): { ranges: Range[]; first: Range | undefined } {
  const found = [...text.words.matchAll(anyOf(pieces))].map(({ index, 0: { length } }) => ({ index, length }));
  const [begin = ''] = sentence.split('…').filter(Boolean);
  const at = Math.max(0, text.words.search(anyOf([begin])));
  const ranges = found.map(({ index, length }) => rangeOf(text, index, index + length));
  return { ranges, first: ranges[found.findIndex(({ index }) => index >= at)] ?? ranges[0] };
}

const NEVER = /(?!)/g;
/** The longest first; where one has a space the page may have several, or none. */
function anyOf(pieces: readonly string[]): RegExp {
  const known = [...new Set(pieces)].filter(piece => piece.trim() !== '').sort((a, b) => b.length - a.length);
  const patterns = known.map(piece => piece.trim().split(/\s+/).map(escaped).join('\\s*'));
  return patterns.length > 0 ? new RegExp(patterns.join('|'), 'gi') : NEVER;
}

/** `NISC (注)` → `NISC \(注\)` */
const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function rangeOf({ nodes }: PlacedText, from: number, to: number): Range {
  const range = new Range();
  const start = nodes.findLast(node => node.from <= from);
  const end = nodes.findLast(node => node.from < to);
  if (start) range.setStart(start.node, from - start.from);
  if (end) range.setEnd(end.node, to - end.from);
  return range;
}
