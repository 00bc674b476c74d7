/** Reads the source of a page as Markdown, what is foreign in it masked: places in the view are those in the source. */
import { createRequire } from 'node:module';
import { once, optional } from '@tsuzuri/core/collections';
import {
  fromMarkdown,
  type Grammar,
  remarkCjkFriendly,
  remarkFrontmatter,
  remarkGfm,
  remarkJsx,
  remarkParse,
  remarkTextDirective,
} from '@tsuzuri/core/remark';
import type { Root } from 'mdast';
import { type Plugin, unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { ANY, type Dialect, PROGRAMS, type Reads } from './dialects.ts';
import { OBJECT, type TextRange } from './inline-text.ts';
import { closedRanges, turnIn } from './page-comments.ts';
import { PROSE_FENCE, SPANS, type Span, type SpanName } from './spans.ts';

/** @throws VFileMessage where it cannot read the text */
export type Parse = (text: string) => Root;

export interface View {
  /** Unit for unit as long as the source. */
  readonly text: string;
  readonly tree: Root;
  /** Read a block as the dialect does; where nobody says whether `**` beside Japanese is read kindly, both ways. */
  readonly parsers: readonly Parse[];
  /** What in a block a bracket could bind to, or change the reading of: where none of it stands, a link can change nothing. */
  readonly marks: RegExp;
  readonly isMdx: boolean;
  /** Why the page is read otherwise than its dialect reads most. */
  readonly fault?: VFileMessage;
}

/** The tree of a page, with positions in its source. @throws VFileMessage where the dialect's own parser does */
export function viewOf(source: string, dialect: Dialect = ANY): View {
  const all = dialect.proves ?? [['gfm']];
  const view = (reads: readonly Reads[] = []): View => {
    const isMdx = reads.includes('mdx');
    const marks = reads.includes('directives') ? MARK_OR_COLON : MARK;
    const proof = { parsers: parsersOf(dialect, reads), marks, isMdx };
    if (dialect.parse) return { text: source, tree: dialect.parse(source), ...proof };
    if (isMdx) checkPrograms(source, dialect);
    const text = unindented(masked(source, dialect, isMdx), source, dialect);
    return { text, tree: blockParser(reads, dialect.isCjkFriendly === true)(text), ...proof };
  };
  let fault: VFileMessage | undefined;
  for (const reads of all.slice(0, -1)) {
    try {
      return view(reads);
    } catch (error) {
      // The next one reads more kinds of pages.
      fault ??= error as VFileMessage;
    }
  }
  return { ...view(all.at(-1)), ...optional('fault', fault) };
}

const MARK = /[*_~`[\]<&\\!@^]|www\.|:\/\//;
const MARK_OR_COLON = new RegExp(`${MARK.source}|:`);

const parsersOf = ({ isCjkFriendly }: Dialect, reads: readonly Reads[] = []): readonly Parse[] => [
  ...(isCjkFriendly ? [] : [parserOf(reads, false)]),
  ...(isCjkFriendly === false ? [] : [parserOf(reads, true)]),
];

const PLUGINS: Readonly<Record<Reads, Plugin<[], Root>>> = {
  gfm: remarkGfm as Plugin<[], Root>,
  directives: remarkTextDirective,
  mdx: remarkJsx,
};

/** A word is looked for in the text of a directive and in its name alike: whether it stands there the proof says. */
const blockParser = (reads: readonly Reads[], isFriendly: boolean): Parse =>
  parserOf(
    reads.filter(it => it !== 'directives'),
    isFriendly,
  );

const PARSERS = new Map<string, Parse>();

function parserOf(reads: readonly Reads[], isFriendly: boolean): Parse {
  const key = [...reads, isFriendly].join(' ');
  const parse = PARSERS.get(key) ?? makeParser(reads, isFriendly);
  PARSERS.set(key, parse);
  return parse;
}

/** As remark does, without the pass that finds addresses in texts: it loses the positions of the texts. */
function makeParser(reads: readonly Reads[], isFriendly: boolean): Parse {
  const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']);
  for (const it of reads) processor.use(PLUGINS[it]);
  if (isFriendly) processor.use(remarkCjkFriendly);
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = processor.freeze().data() as Grammar;
  const mdastExtensions = fromMarkdownExtensions.flat().map(extension => ({ ...extension, transforms: [] }));
  return text => {
    try {
      return fromMarkdown(text, { extensions: micromarkExtensions, mdastExtensions });
    } catch (error) {
      // A tag that ends in no heading: `<b>a` over a line of dashes.
      throw 'reason' in (error as Error) ? error : new VFileMessage((error as Error).message);
    }
  };
}

// Programs of MDX: the view masks them, so that they are read beside it.

/** Where a program may begin; in most pages none does. */
const PROGRAM = /[{]|^(?:import|export)\s/m;
/** The id of a heading, which generators take away before MDX reads the page; no JavaScript begins so. */
const HEADING_ID = /\{#[^{}\n]*\}/g;

/** Acorn is large, and few pages want it. */
const require = createRequire(import.meta.url);

/** The last page: linking asks for the view of one several times. */
let known: { readonly source: string; readonly dialect: Dialect; readonly fault: unknown } | undefined;

/** @throws VFileMessage where a program of the page is none: the generator would stop there */
function checkPrograms(source: string, dialect: Dialect): void {
  if (!PROGRAM.test(source)) return;
  if (known?.source !== source || known.dialect !== dialect)
    known = { source, dialect, fault: faultOfPrograms(source, dialect) };
  if (known.fault !== undefined) throw known.fault;
}

function faultOfPrograms(source: string, dialect: Dialect): unknown {
  const { readPrograms } = require('@tsuzuri/core/mdx') as typeof import('@tsuzuri/core/mdx');
  const text = masked(source, withPrograms(dialect), true);
  try {
    readPrograms(text.replace(HEADING_ID, id => OBJECT.repeat(id.length)));
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The dialect with nothing shut that a program may be or hold. */
const withPrograms = once((dialect: Dialect): Dialect => {
  const all: readonly Span[] = SPANS;
  const spans = dialect.spans ?? all.filter(({ isLocal }) => !isLocal).map(({ name }) => name as SpanName);
  return { ...dialect, spans: spans.filter(name => !PROGRAMS.includes(name)) };
});

// Masks what is foreign.

/** The source with each unit of what is foreign replaced by one that no name has, line ends left. */
function masked(source: string, dialect: Dialect, isMdx: boolean): string {
  const ranges = foreignRanges(source, dialect, isMdx);
  if (ranges.length === 0) return source;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, mask = OBJECT, keepsMarks } of ranges) {
    const units = keepsMarks ? /\n[ \t>]*|[^\r\n]/g : /[^\r\n]/g;
    const isKept = (unit: string): boolean => unit.startsWith('\n') || (mask !== OBJECT && /\s/.test(unit));
    pieces.push(
      source.slice(from, start),
      source.slice(start, end).replace(units, unit => (isKept(unit) ? unit : mask)),
    );
    from = end;
  }
  return pieces.join('') + source.slice(from);
}

interface Foreign extends TextRange {
  readonly mask?: string;
  readonly keepsMarks?: true;
}

/** Spans outside of code, in order. */
function foreignRanges(source: string, dialect: Dialect, isMdx: boolean): Foreign[] {
  const { spans, candidates } = scannerOf(dialect);
  // In the tree of MDX comments are nodes that say so themselves; a mask over half of an element would part its tags.
  const isMasked = ({ start }: TextRange): boolean => !isMdx || source.startsWith('<', start);
  const ranges: Foreign[] = closedRanges(source).filter(isMasked);
  /** Where fences end whose text is prose: they begin none. */
  const ends = new Map<number, number>();
  candidates.lastIndex = 0;
  for (let match = candidates.exec(source); match; match = candidates.exec(source)) {
    const { index, 0: sign } = match;
    const isCode = CODE.test(sign) && !ends.has(index);
    const code = isCode ? codeAt(source, index, dialect.opensIndented !== undefined) : undefined;
    const prose = code?.info !== undefined && PROSE_FENCE.test(code.info) && spans.some(({ name }) => name === 'role');
    const span = CODE.test(sign) ? undefined : spanAt(spans, source, index);
    if (span && !(isMdx && turnIn(source.slice(span.start - 1, span.end + 1)))) ranges.push(span);
    if (prose) {
      for (const fence of code?.fences ?? []) {
        ranges.push(fence);
        ends.set(fence.start, fence.end);
      }
    }
    // Below `!!! note` a blank line within a fence would end it.
    else if (code?.fences && dialect.opensIndented) ranges.push({ start: index, end: code.end });
    const end = prose ? code?.fences?.[0]?.end : (code?.end ?? ends.get(index));
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

interface Scanner {
  readonly spans: readonly Span[];
  /** Code, an escape, or the sign of a span. */
  readonly candidates: RegExp;
}
const scannerOf = once(({ spans: names }: Dialect): Scanner => {
  const all: readonly Span[] = SPANS;
  const spans = all.filter(({ name, isLocal }) => names?.includes(name as SpanName) ?? !isLocal);
  const signs = [...new Set(spans.map(({ sign }) => (typeof sign === 'string' ? escaped(sign) : sign.source)))];
  const parts = [...signs.toSorted((a, b) => b.length - a.length), '`+', '^[ \\t>]*~~~', '\\\\[^\\n]'];
  return { spans, candidates: new RegExp(parts.join('|'), 'gmu') };
});

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');

function spanAt(spans: readonly Span[], source: string, at: number): Foreign | undefined {
  for (const { sign, pattern, withLineAbove, mask, keepsMarks } of spans) {
    if (typeof sign === 'string' && !source.startsWith(sign, at)) continue;
    const range = typeof pattern === 'function' ? pattern(source, at) : rangeAt(pattern, source, at);
    if (!range) continue;
    const above = source.lastIndexOf('\n', Math.max(0, source.lastIndexOf('\n', at - 1) - 1)) + 1;
    return {
      start: withLineAbove ? above : range.start,
      end: range.end,
      ...(mask && { mask }),
      ...(keepsMarks && { keepsMarks }),
    };
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
function codeAt(source: string, at: number, isPython: boolean): Code {
  MARKS.lastIndex = at;
  const run = MARKS.exec(source)?.[0] ?? '';
  const [start, rest] = [MARKS.lastIndex - run.length, MARKS.lastIndex];
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (run.length >= 3 && BEFORE_FENCE.test(line)) return fenceAt(source, { start, end: rest }, isPython);
  if (run.startsWith('~')) return { end: rest };
  const close = new RegExp(`(?<!\`)\`{${run.length}}(?!\`)|\\n[ \\t]*\\r?\\n`, 'gu');
  close.lastIndex = rest;
  return { end: close.exec(source)?.[0].startsWith('`') ? close.lastIndex : rest };
}

/** Python-Markdown knows no fence that ends with a longer one. */
function fenceAt(source: string, { start, end }: TextRange, isPython: boolean): Code {
  const mark = source.charAt(start);
  const lineEnd = source.indexOf('\n', end) < 0 ? source.length : source.indexOf('\n', end);
  // Within a list or a note it ends with that, at the latest.
  const indent = /^ *(?=[`~])/.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1, end))?.[0].length ?? 0;
  const outside = indent >= STEP ? `|^(?= {0,${indent - STEP}}[^ \\n\\r])` : '';
  const close = new RegExp(`^[ \\t>]*(${mark}{${end - start}${isPython ? '' : ','}})[ \\t]*\\r?$${outside}`, 'gmu');
  close.lastIndex = lineEnd;
  const closing = close.exec(source);
  const to = closing ? closing.index + closing[0].length : source.length;
  const last = { start: closing?.[1] ? closing.index + closing[0].indexOf(mark) : to, end: to };
  return { end: to, info: source.slice(end, lineEnd), fences: [{ start, end: lineEnd }, last] };
}

// Prose that is indented.

/** Within a note, so does what belongs to an item: the empty line that parts them would end a quotation, and its list. */
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

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
      if (opensIndented.test(printed) || (open.length > 0 && ITEM.test(printed))) open.push(indent + STEP);
      return shown;
    })
    .join('\n');
}
