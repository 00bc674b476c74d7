/** Writes the end of an address that leads to words of a page: `:~:text=…`. */

/** Words of a page with what stands around them, lines for paragraphs, tabs between cells. */
export interface Found {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Longer words are named by their beginning and their end. */
const MOST = 40;
/** Browsers look for a beginning, an end and what stands around in one paragraph or cell each. */
const BREAK = /[\n\t]/;
/** So many characters of a beginning, an end, or what stands around. */
const EDGE = 16;

/**
 * Browsers look for whole words, the first that are so in the page: so a beginning or an end within a word is moved, and
 * words that the page has more than once are named with what stands around them.
 * @param page all words of the page
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment({ before, words, after }: Found, page: string): string {
  const lines = words.split(BREAK);
  const isOne = lines.length === 1;
  const [lead = '', rest = ''] = [before.split(BREAK).at(-1), after.split(BREAK)[0]];
  const head = lead + (lines[0] ?? '') + (isOne ? rest : '');
  const tail = isOne ? head : (lines.at(-1) ?? '') + rest;
  const from = wordAt(head, lead.length).from;
  const until = wordAt(tail, tail.length - rest.length - 1).until;
  const isShort = isOne && until - from <= MOST;
  const start = isShort ? head.slice(from, until) : head.slice(from, wordAt(head, from + EDGE).until);
  const end = isShort ? '' : tail.slice(wordAt(tail, until - EDGE).from, until);
  const isClear = page.split(start).length <= 2;
  const prefix = isClear ? '' : head.slice(wordAt(head, from - EDGE).from, from);
  const suffix = isClear ? '' : tail.slice(until, wordAt(tail, until + EDGE).until);
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/** `-` has a meaning of its own there. */
const encode = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/** Where the word begins and ends that has a character; the first or the last of the text for what lies beyond. */
function wordAt(text: string, at: number): { from: number; until: number } {
  const words = new Intl.Segmenter('ja', { granularity: 'word' }).segment(text);
  const word = words.containing(Math.max(0, Math.min(at, text.length - 1)));
  return { from: word?.index ?? 0, until: word ? word.index + word.segment.length : 0 };
}
