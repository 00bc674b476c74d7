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
/** So many characters of a beginning, an end, or what stands around: more where fewer stand elsewhere, too. */
const EDGES = [16, 32, 64];

/**
 * Browsers look for whole words, the first that are so in the page: so a beginning or an end within a word is moved, and
 * words that the page has more than once are named with what stands around them, in the paragraph or in the next.
 * @param page all words of the page
 * @returns nothing where the words cannot be told from others
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment(found: Found, page: string): string {
  const ways = [false, true].flatMap(hasContext => EDGES.map(edge => directive(found, edge, hasContext)));
  const clear = ways.find(way => isClear(way, bare(page)));
  if (!clear) return '';
  const { prefix, start, end, suffix } = clear;
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/** What an address names: words whole or by their ends, with what stands around them. */
interface Directive {
  /** All of the words. */
  readonly whole: string;
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

function directive({ before, words, after }: Found, edge: number, hasContext: boolean): Directive {
  const lines = words.split(BREAK);
  const isOne = lines.length === 1;
  const [lead = '', rest = ''] = [before.split(BREAK).at(-1), after.split(BREAK)[0]];
  const head = lead + (lines[0] ?? '') + (isOne ? rest : '');
  const tail = isOne ? head : (lines.at(-1) ?? '') + rest;
  const from = wordAt(head, lead.length).from;
  const until = wordAt(tail, tail.length - rest.length - 1).until;
  const isShort = isOne && until - from <= MOST;
  const [above, below] = [head.slice(0, from) || lastOf(before), tail.slice(until) || firstOf(after)];
  return {
    whole: isOne ? head.slice(from, until) : [head.slice(from), ...lines.slice(1, -1), tail.slice(0, until)].join('\n'),
    prefix: hasContext ? above.slice(wordAt(above, above.length - edge).from) : '',
    start: isShort ? head.slice(from, until) : head.slice(from, wordAt(head, from + edge).until),
    end: isShort ? '' : tail.slice(wordAt(tail, until - edge).from, until),
    suffix: hasContext ? below.slice(0, wordAt(below, edge).until) : '',
  };
}

/** The paragraph above, or below, where words are a whole one. */
const lastOf = (before: string): string => before.split(BREAK).findLast(line => line !== '') ?? '';
const firstOf = (after: string): string => after.split(BREAK).find(line => line !== '') ?? '';

/** White space stands between paragraphs, which a browser passes over. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** Whether a browser finds the words themselves, and no others. */
function isClear({ whole, prefix, start, end, suffix }: Directive, page: string): boolean {
  const [lead, begin, close, behind] = [prefix, start, end, suffix].map(bare) as [string, string, string, string];
  const first = lead + begin + (close === '' ? behind : '');
  const at = page.indexOf(first);
  if (at < 0 || page.includes(first, at + 1)) return false;
  const from = at + lead.length;
  const ends = page.indexOf(close + behind, from + begin.length) + close.length;
  return page.startsWith(bare(whole), from) && ends === from + bare(whole).length;
}

/** `-` has a meaning of its own there. */
const encode = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/** Where the word begins and ends that has a character; the first or the last of the text for what lies beyond. */
function wordAt(text: string, at: number): { from: number; until: number } {
  const words = new Intl.Segmenter('ja', { granularity: 'word' }).segment(text);
  const word = words.containing(Math.max(0, Math.min(at, text.length - 1)));
  return { from: word?.index ?? 0, until: word ? word.index + word.segment.length : 0 };
}
