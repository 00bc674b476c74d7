/** Writes the end of an address that leads to words of a page: `:~:text=…`. */

/** Words of a page with what stands around them in their first and their last paragraph. */
export interface Found {
  readonly before: string;
  /** A line for each paragraph. */
  readonly words: string;
  readonly after: string;
}

/** Longer words are named by their beginning and their end. */
const MOST = 40;
/** So many characters of a beginning, an end, or what stands around. */
const EDGE = 16;

/**
 * Browsers look for whole words, the first that are so in the page: so a beginning or an end within a word is moved, and
 * words that the page has more than once are named with what stands around them.
 * @param page all words of the page
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment({ before, words, after }: Found, page: string): string {
  const lines = words.split(/[\n\t]/);
  const isOne = lines.length === 1;
  const head = before + (lines[0] ?? '') + (isOne ? after : '');
  const tail = isOne ? head : (lines.at(-1) ?? '') + after;
  const from = wordAt(head, before.length).from;
  const until = wordAt(tail, tail.length - after.length - 1).until;
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
