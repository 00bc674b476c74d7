/** Reads the source of a page as Markdown, what is foreign in it masked: places in the view are those in the source. */
import { later, once } from '@tsuzuri/core/collections';
import { fromMarkdown, remarkCjkFriendly, remarkFrontmatter, remarkGfm, remarkParse } from '@tsuzuri/core/remark';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { ANY, type Dialect } from './dialects.ts';
import { OBJECT, type TextRange } from './inline-text.ts';
import { closedRanges } from './page-comments.ts';
import { SPANS, type Span } from './spans.ts';

export interface View {
  /** Unit for unit as long as the source. */
  readonly text: string;
  readonly tree: Root;
}

/** The tree of a page, with positions in its source. @throws VFileMessage where the dialect's own parser does */
export function viewOf(source: string, dialect: Dialect = ANY): View {
  if (dialect.parse) return { text: source, tree: dialect.parse(source) };
  const text = unindented(masked(source, dialect), source, dialect);
  return { text, tree: (dialect.isCjkFriendly ? parseFriendly : parseStrict)(text) };
}

/** Ways to read a block in a dialect; where nobody says whether `**` beside Japanese is read kindly, both. */
export const parsersOf = ({ isCjkFriendly }: Dialect): readonly ((text: string) => Root)[] => [
  ...(isCjkFriendly ? [] : [parseStrict]),
  ...(isCjkFriendly === false ? [] : [parseFriendly]),
];

const GFM = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);
const strict = later(() => parserWith(GFM().freeze()));
const friendly = later(() => parserWith(GFM().use(remarkCjkFriendly).freeze()));
const parseStrict = (text: string): Root => strict()(text);
const parseFriendly = (text: string): Root => friendly()(text);

/** What remark's plugins leave in the data of a processor. */
interface Extensions {
  readonly micromarkExtensions?: readonly object[];
  readonly fromMarkdownExtensions?: readonly { readonly transforms?: unknown }[][];
}

/** As remark does, without the pass that finds addresses in texts: it loses the positions of the texts. */
function parserWith(processor: { data: () => unknown }): (text: string) => Root {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = processor.data() as Extensions;
  const mdastExtensions = fromMarkdownExtensions.flat().map(({ transforms: _, ...extension }) => extension);
  return text => fromMarkdown(text, { extensions: micromarkExtensions, mdastExtensions });
}

// Masks what is foreign.

/** The source with each unit of what is foreign replaced by one that no name has, line ends left. */
function masked(source: string, dialect: Dialect): string {
  const ranges = foreignRanges(source, dialect);
  if (ranges.length === 0) return source;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, mask = OBJECT } of ranges) {
    pieces.push(
      source.slice(from, start),
      source.slice(start, end).replace(/[^\r\n]/g, unit => (mask !== OBJECT && /\s/.test(unit) ? unit : mask)),
    );
    from = end;
  }
  return pieces.join('') + source.slice(from);
}

interface Foreign extends TextRange {
  readonly mask?: string;
}

/** Spans outside of code, in order. */
function foreignRanges(source: string, dialect: Dialect): Foreign[] {
  const { spans, candidates } = scannerOf(dialect);
  const ranges: Foreign[] = closedRanges(source);
  candidates.lastIndex = 0;
  for (let match = candidates.exec(source); match; match = candidates.exec(source)) {
    const { index, 0: sign } = match;
    const isCode = CODE.test(sign);
    const code = isCode ? codeAt(source, index) : undefined;
    const prose = code?.info !== undefined && PROSE_FENCE.test(code.info) && spans.some(({ name }) => name === 'role');
    const span = isCode ? undefined : spanAt(spans, source, index);
    if (span) ranges.push(span);
    if (prose) ranges.push(...(code?.fences ?? []));
    // Below `!!! note` a blank line within a fence would end it.
    else if (code?.fences && dialect.opensIndented) ranges.push({ start: index, end: code.end });
    const end = prose ? code?.fences?.[0]?.end : code?.end;
    candidates.lastIndex = Math.max(index + 1, end ?? span?.end ?? (sign.startsWith('\\') ? index + 2 : 0));
  }
  return joined(ranges.toSorted((a, b) => a.start - b.start));
}

/** What lies within another range, or goes on beyond it, is one with it. */
function joined(ranges: readonly Foreign[]): Foreign[] {
  const all: Foreign[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last && range.start < last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else all.push(range);
  }
  return all;
}

/** A run of backticks, a fence of tildes. */
const CODE = /[`~]/;

/** Directives of MyST whose text is Markdown: `{note}` */
const PROSE_FENCE =
  /^\{(?:admonition|note|warning|tip|hint|important|attention|caution|danger|error|seealso|topic|sidebar|card|grid(?:-item)?|tab-(?:set|item)|dropdown|margin|aside|epigraph|blockquote)\}/u;

interface Scanner {
  readonly spans: readonly Span[];
  /** Code, an escape, or the sign of a span. */
  readonly candidates: RegExp;
}
const scannerOf = once(({ spans: names }: Dialect): Scanner => {
  const spans: readonly Span[] = names ? SPANS.filter(({ name }) => names.includes(name)) : SPANS;
  const signs = [...new Set(spans.map(({ sign }) => (typeof sign === 'string' ? escaped(sign) : sign.source)))];
  const all = [...signs.toSorted((a, b) => b.length - a.length), '`+', '^[ \\t>]*~~~', '\\\\[^\\n]'];
  return { spans, candidates: new RegExp(all.join('|'), 'gmu') };
});

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');

function spanAt(spans: readonly Span[], source: string, at: number): Foreign | undefined {
  for (const { sign, pattern, withLineAbove, mask } of spans) {
    if (typeof sign === 'string' && !source.startsWith(sign, at)) continue;
    const range = typeof pattern === 'function' ? pattern(source, at) : rangeAt(pattern, source, at);
    if (!range) continue;
    const above = source.lastIndexOf('\n', Math.max(0, source.lastIndexOf('\n', at - 1) - 1)) + 1;
    return { start: withLineAbove ? above : range.start, end: range.end, ...(mask && { mask }) };
  }
  return undefined;
}

function rangeAt(pattern: RegExp, source: string, at: number): TextRange | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  return match && match[0] !== '' ? { start: at, end: at + match[0].length } : undefined;
}

interface Code {
  readonly end: number;
  /** What stands behind the opening fence. */
  readonly info?: string;
  /** Both lines of a fence. */
  readonly fences?: readonly TextRange[];
}

/** By how much what belongs to a line goes farther in. */
const STEP = 4;

const MARKS = /[`~]+/g;
/** What may stand before a fence: marks of quotations and lists. */
const BEFORE_FENCE = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*$/;

/** Code that begins at these backticks or tildes; a run without its partner is no code. */
function codeAt(source: string, at: number): Code {
  MARKS.lastIndex = at;
  const run = MARKS.exec(source)?.[0] ?? '';
  const [start, rest] = [MARKS.lastIndex - run.length, MARKS.lastIndex];
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (run.length >= 3 && BEFORE_FENCE.test(line)) return fenceAt(source, { start, end: rest });
  if (run.startsWith('~')) return { end: rest };
  const close = new RegExp(`(?<!\`)\`{${run.length}}(?!\`)|\\n[ \\t]*\\r?\\n`, 'gu');
  close.lastIndex = rest;
  return { end: close.exec(source)?.[0].startsWith('`') ? close.lastIndex : rest };
}

function fenceAt(source: string, { start, end }: TextRange): Code {
  const mark = source.charAt(start);
  const lineEnd = source.indexOf('\n', end) < 0 ? source.length : source.indexOf('\n', end);
  // Within a list or a note it ends with that, at the latest.
  const indent = /^ *(?=[`~])/.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1, end))?.[0].length ?? 0;
  const outside = indent >= STEP ? `|^(?= {0,${indent - STEP}}[^ \\n\\r])` : '';
  const close = new RegExp(`^[ \\t>]*(${mark}{${end - start},})[ \\t]*\\r?$${outside}`, 'gmu');
  close.lastIndex = lineEnd;
  const closing = close.exec(source);
  const to = closing ? closing.index + closing[0].length : source.length;
  const last = { start: closing?.[1] ? closing.index + closing[0].indexOf(mark) : to, end: to };
  return { end: to, info: source.slice(end, lineEnd), fences: [{ start, end: lineEnd }, last] };
}

// Prose that is indented.

/** `    NISC` below `!!! note` as `>   NISC`: of the same length, and prose to any parser of Markdown. */
function unindented(text: string, source: string, { opensIndented }: Dialect): string {
  if (!opensIndented) return text;
  const lines = source.split('\n');
  /** Where the prose of each open block begins. */
  const open: number[] = [];
  return text
    .split('\n')
    .map((line, index) => {
      const printed = lines[index] ?? '';
      if (printed.trim() === '') return line;
      const indent = printed.length - printed.trimStart().length;
      while (indent < (open.at(-1) ?? 0)) open.pop();
      const shown = open.reduce((out, column) => `${out.slice(0, column - STEP)}>   ${out.slice(column)}`, line);
      if (opensIndented.test(printed)) open.push(indent + STEP);
      return shown;
    })
    .join('\n');
}
