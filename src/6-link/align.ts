/** Finds the source of each character of a text that Markdown was read from. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import type { Span } from './run.ts';

/** What stands in the source for a piece of text. */
interface Piece {
  readonly source: string;
  readonly text: string;
}

/** A backslash before ASCII punctuation: `\*`. */
const ESCAPE = /\\([!-/:-@[-`{-~])/uy;

/** A character reference: `&amp;`, `&#x3042;`. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/iuy;

/** A text that may hold what an escape or a reference stands for. */
const MARKED = /[\\&]/u;

/** What Markdown takes away beside a line end: the mark of a quotation, indents, `\r` before `\n`. */
const LAYOUT = /[ \t\r>]/uy;

/**
 * The span in the source of the UTF-16 units `part` of `text`, a text node that begins at `from`.
 * @returns `undefined` where source and text cannot be brought together.
 */
export function locate(source: string, { text, from, part }: { text: string; from: number; part: Span }) {
  // As it mostly is; a text with neither of the two marks has no unit that takes more room in the source.
  if (!MARKED.test(text) && source.startsWith(text, from)) return { start: from + part.start, end: from + part.end };
  const spans = align(source, text, from);
  const [first, last] = [spans?.[part.start], spans?.[part.end - 1]];
  return first && last && { start: first.start, end: last.end };
}

/** The span of each unit. */
function align(source: string, text: string, from: number): Span[] | undefined {
  const spans: Span[] = [];
  let at = from;
  while (spans.length < text.length) {
    const piece = pieceAt(source, at, text.slice(spans.length, spans.length + 2));
    if (!piece) return undefined;
    const span = { start: at, end: at + piece.source.length };
    for (let unit = 0; unit < piece.text.length; unit++) spans.push(span);
    at = span.end;
  }
  return spans;
}

/** `ahead`: the next two units of the text, as many as a reference may stand for. */
function pieceAt(source: string, at: number, ahead: string): Piece | undefined {
  const escaped = matchAt(ESCAPE, source, at);
  if (escaped) return { source: escaped, text: escaped.slice(1) };
  const reference = matchAt(REFERENCE, source, at);
  const decoded = reference && plainText(fromMarkdown(reference));
  if (reference && decoded && decoded !== reference && ahead.startsWith(decoded))
    return { source: reference, text: decoded };
  const char = source.charAt(at);
  if (char !== '' && ahead.startsWith(char === '\0' ? '\uFFFD' : char)) return { source: char, text: char };
  return matchAt(LAYOUT, source, at) === undefined ? undefined : { source: char, text: '' };
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}
