/** Inserts glossary links into the source of Markdown, leaving every other byte as it was. */
import { fromMarkdown } from '@tsuzuri/core/remark';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseDialect } from './dialects.ts';
import { inlineChildren, inlineText, isBlock, type Placed, placeNodes, type TextRange } from './inline-text.ts';
import { type GlossaryLinkOptions, linkSelector, type NewLink } from './remark-glossary.ts';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What ends a bare address of a link, or a quoted title, before its time: `(`, `"`. */
const UNSAFE_IN_ADDRESS = /[\s()<>\\|]/gu;
const UNSAFE_IN_TITLE = /["\\|&]/gu;

/** The Markdown with links; what is neither `[` nor `](…)` of a new link stands as the author wrote it. */
export function linkSource(markdown: string, options: GlossaryLinkOptions): string {
  // The parser takes a byte order mark away and counts without it.
  if (markdown.startsWith('\uFEFF')) return `\uFEFF${linkSource(markdown.slice(1), options)}`;
  const selectLinks = linkSelector(options);
  const insertions: Insertion[] = [];
  visit(parseDialect(markdown, options.dialect), node => {
    if (!isBlock(node)) return;
    const placed = placeNodes(node.children, 0);
    const inline = inlineText(node.children);
    const links = selectLinks(node, inline).map(link => {
      const ranges = sourceRanges(placed, { link, source: markdown });
      return { link, ranges };
    });
    for (const { link, ranges } of insertableLinks(links, markdown, inline.text))
      insertions.push(...ranges.flatMap(range => bracketsAround(range, link)));
  });
  return insert(markdown, insertions);
}

function bracketsAround({ start, end }: TextRange, { url, title }: NewLink): Insertion[] {
  const address = url.replace(UNSAFE_IN_ADDRESS, char => `%${char.charCodeAt(0).toString(16)}`);
  const said = title === undefined ? '' : ` "${title.replace(UNSAFE_IN_TITLE, '\\$&')}"`;
  return [
    { at: start, text: '[' },
    { at: end, text: `](${address}${said})` },
  ];
}

/** Ranges come in the order of the page and do not overlap, and so do their ends. */
function insert(source: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text } of insertions) {
    pieces.push(source.slice(from, at), text);
    from = at;
  }
  return pieces.join('') + source.slice(from);
}

// Finds where the text of a new link stands in the source of a page.

/** A range of the source that gets brackets around it. */
interface SourceRange extends TextRange, Edges {}

/** Where the emphasis begins that begins with a range, and where one ends that ends with it. */
interface Edges {
  /** How many emphases stand around the range. */
  readonly depth: number;
  readonly opens?: number | undefined;
  readonly closes?: number | undefined;
}

/** A link to be, with the page that it is to stand in. */
interface Task {
  readonly link: NewLink;
  readonly source: string;
}

/**
 * The ranges of a link among inline nodes that stand in the emphasis `edges`: one, or one for each emphasis that the
 * link only enters; none where source and text disagree.
 */
function sourceRanges(placed: readonly Placed[], task: Task, edges: Edges = { depth: 0 }): SourceRange[] {
  const { link } = task;
  const ranges: SourceRange[] = [];
  let isOpen = false;
  for (const part of placed.filter(({ start, end }) => start < link.end && link.start < end)) {
    const touched = edgesTouched(part, link, { placed, edges });
    const range = rangeOf(part, task);
    const last = ranges.at(-1);
    if (range && last && isOpen) ranges[ranges.length - 1] = { ...last, end: range.end, closes: touched.closes };
    else if (range) ranges.push({ ...range, ...touched });
    else ranges.push(...rangesInside(part, task, touched));
    isOpen = range !== undefined;
  }
  return ranges;
}

/** The ranges inside an emphasis; its edges are those of the emphasis around it where both begin or end at once. */
function rangesInside({ node, start }: Placed, task: Task, edges: Edges): SourceRange[] {
  const { opens = node.position?.start.offset, closes = node.position?.end.offset, depth } = edges;
  return sourceRanges(placeNodes(inlineChildren(node) ?? [], start), task, { opens, closes, depth: depth + 1 });
}

function edgesTouched(
  part: Placed,
  link: TextRange,
  { placed, edges }: { placed: readonly Placed[]; edges: Edges },
): Edges {
  const isFirst = part === placed[0] && link.start <= part.start;
  const isLast = part === placed.at(-1) && part.end <= link.end;
  return { ...edges, opens: isFirst ? edges.opens : undefined, closes: isLast ? edges.closes : undefined };
}

/** The source of a text as far as the link covers it, or of another node that it covers wholly. */
function rangeOf({ node, start, end }: Placed, { link, source }: Task): TextRange | undefined {
  const whole = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  if (node.type !== 'text') return link.start <= start && end <= link.end ? whole : undefined;
  const part = { start: Math.max(link.start, start) - start, end: Math.min(link.end, end) - start };
  return locate(source, { text: node.value, from: whole.start, part });
}

// Maps each character of a text to the source that it was read from.

/** What stands in the source for a piece of text. */
interface SourcePiece {
  readonly source: string;
  readonly text: string;
}

/** A backslash before ASCII punctuation: `\*`. */
const ESCAPE = /\\([!-/:-@[-`{-~])/uy;

/** A character reference: `&amp;`, `&#x3042;`. */
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/iuy;

/** A text that may hold what an escape or a reference stands for. */
const MARKED = /[\\&]/u;

/** What Markdown removes beside a line end: the mark of a quotation, indents, `\r` before `\n`. */
const LAYOUT = /[ \t\r>]/uy;

/**
 * The range in the source of the UTF-16 units `part` of `text`, a text node that begins at `from`.
 * @returns `undefined` where source and text cannot be brought together.
 */
function locate(source: string, { text, from, part }: { text: string; from: number; part: TextRange }) {
  // As it mostly is; a text with neither of the two marks has no unit that takes more room in the source.
  if (!MARKED.test(text) && source.startsWith(text, from)) return { start: from + part.start, end: from + part.end };
  const map = sourceMap(source, text, from);
  const [first, last] = [map?.[part.start], map?.[part.end - 1]];
  return first && last && { start: first.start, end: last.end };
}

/** The range in the source of each UTF-16 unit of a text. */
function sourceMap(source: string, text: string, from: number): TextRange[] | undefined {
  const map: TextRange[] = [];
  let at = from;
  while (map.length < text.length) {
    const piece = pieceAt(source, at, text.slice(map.length, map.length + 2));
    if (!piece) return undefined;
    const range = { start: at, end: at + piece.source.length };
    for (let unit = 0; unit < piece.text.length; unit++) map.push(range);
    at = range.end;
  }
  return map;
}

/** `ahead`: the next two units of the text, as many as a reference may stand for. */
function pieceAt(source: string, at: number, ahead: string): SourcePiece | undefined {
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

// Decides which links can be inserted without changing how any other character is read.

/** A new link with its places in the source. */
interface SourceLink {
  readonly link: NewLink;
  readonly ranges: readonly SourceRange[];
}

/** Where brackets would stand. */
interface Brackets {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** What changes its meaning with a `[` behind it: `!NISC` an image, `\NISC` an escape, `[案]NISC` a reference. */
const BINDS_BRACKET = /[!\\\]]/u;

/** A mark of emphasis. */
const MARK = /[*_~]/u;

/** What keeps `**` from opening or closing where a bracket stands on its other side: `a**[NISC](…)の**`. */
const BLOCKS_EMPHASIS = /[^\s\p{P}\p{S}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u;

/** The same for `~~`, which parsers do not accept between Japanese characters: `は~~[NISC](…)の~~`. */
const BLOCKS_TILDE = /[^\s\p{P}\p{S}]/u;

/**
 * The links of a block that can be inserted. Whether one can depends on its neighbours, in `IPA**NISCの件**` the second
 * on the first; so those that cannot are removed until all that are left can.
 */
function insertableLinks(links: readonly SourceLink[], source: string, text: string): readonly SourceLink[] {
  // A mark in the text is one that found no partner: `2*NISC`. Beside a bracket it may find one.
  const isStray = MARK.test(text);
  const brackets = bracketsOf(links);
  const canInsert = (range: SourceRange): boolean =>
    opensLink(range, source) &&
    !(isStray && isBesideMark(range, source, brackets)) &&
    keepsEmphasis(range, source, brackets);
  const insertable = links.filter(({ ranges }) => ranges.every(canInsert));
  return insertable.length === links.length ? insertable : insertableLinks(insertable, source, text);
}

function bracketsOf(links: readonly SourceLink[]): Brackets {
  const ranges = links.flatMap(link => link.ranges);
  return { starts: new Set(ranges.map(({ start }) => start)), ends: new Set(ranges.map(({ end }) => end)) };
}

function opensLink({ start }: SourceRange, source: string): boolean {
  return !BINDS_BRACKET.test(source.charAt(start - 1));
}

function isBesideMark({ start, end }: SourceRange, source: string, { starts, ends }: Brackets): boolean {
  return (
    (!ends.has(start) && MARK.test(source.charAt(start - 1))) || (!starts.has(end) && MARK.test(source.charAt(end)))
  );
}

/** Whether the emphasis that a range begins or ends with still opens and closes with a bracket inside it. */
function keepsEmphasis({ opens, closes, depth }: SourceRange, source: string, { starts, ends }: Brackets): boolean {
  // In an emphasis inside another one, a mark between two punctuation marks may close the outer one.
  if (depth > 1 && (opens !== undefined || closes !== undefined)) return false;
  const [start, end] = [opens ?? 0, closes ?? source.length];
  const opensStill = ends.has(start) || !blocks(source.charAt(start - 1), source.charAt(start));
  return opensStill && (starts.has(end) || !blocks(source.charAt(end), source.charAt(end - 1)));
}

function blocks(neighbour: string, mark: string): boolean {
  return (mark === '~' ? BLOCKS_TILDE : BLOCKS_EMPHASIS).test(neighbour);
}
