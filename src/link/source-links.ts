/** Inserts glossary links in hand-written Markdown, leaving every other byte as it was. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { innerNodes, isBlock, readRun, type Span } from './inline-text.ts';
import { createChooser, type GlossaryLinkOptions, type NewLink, type Placed, placeNodes } from './remark-glossary.ts';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const PROCESSOR = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkCjkFriendly).freeze();

/** What ends a bare address of a link, or a quoted title, before its time: `(`, `"`. */
const UNSAFE_IN_ADDRESS = /[\s()<>\\|]/gu;
const UNSAFE_IN_TITLE = /["\\|&]/gu;

/** The Markdown with links; what is neither `[` nor `](…)` of a new link stands as the author wrote it. */
export function spliceLinks(markdown: string, options: GlossaryLinkOptions): string {
  // The parser takes a byte order mark away and counts without it.
  if (markdown.startsWith('\uFEFF')) return `\uFEFF${spliceLinks(markdown.slice(1), options)}`;
  const choose = createChooser(options);
  const insertions: Insertion[] = [];
  visit(parse(markdown), node => {
    if (!isBlock(node)) return;
    const placed = placeNodes(node.children, 0);
    const run = readRun(node.children);
    const links = choose(node, run).map(link => ({ link, pieces: piecesOf(placed, { link, source: markdown }) }));
    for (const { link, pieces } of safeLinks(links, markdown, run.text))
      insertions.push(...pieces.flatMap(piece => around(piece, link)));
  });
  return insert(markdown, insertions);
}

/** Reads Markdown as remark does, but for the pass that finds addresses in texts: it loses the places of the texts. */
function parse(markdown: string): Root {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = PROCESSOR.data();
  const mdastExtensions = fromMarkdownExtensions.flat().map(({ transforms: _, ...extension }) => extension);
  return fromMarkdown(markdown, { extensions: micromarkExtensions, mdastExtensions });
}

function around({ start, end }: Span, { url, title }: NewLink): Insertion[] {
  const address = url.replace(UNSAFE_IN_ADDRESS, char => `%${char.charCodeAt(0).toString(16)}`);
  const said = title === undefined ? '' : ` "${title.replace(UNSAFE_IN_TITLE, '\\$&')}"`;
  return [
    { at: start, text: '[' },
    { at: end, text: `](${address}${said})` },
  ];
}

/** Spans come in the order of the page and do not overlap, and so do their ends. */
function insert(source: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text } of insertions) {
    pieces.push(source.slice(from, at), text);
    from = at;
  }
  return pieces.join('') + source.slice(from);
}

// Finds where the words of a new link stand in the source of a page.

/** A span of the source that gets brackets around it. */
export interface Piece extends Span, Edges {}

/** Where the emphasis begins that begins with a piece, and where one ends that ends with it. */
interface Edges {
  /** How many emphases stand around the piece. */
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
 * The pieces of a link among inline nodes that stand in the emphasis `edges`: one, or one for each emphasis that the
 * link only enters; none where source and text disagree.
 */
export function piecesOf(placed: readonly Placed[], task: Task, edges: Edges = { depth: 0 }): Piece[] {
  const { link } = task;
  const pieces: Piece[] = [];
  let isOpen = false;
  for (const part of placed.filter(({ start, end }) => start < link.end && link.start < end)) {
    const touched = edgesTouched(part, link, { placed, edges });
    const span = spanOf(part, task);
    const last = pieces.at(-1);
    if (span && last && isOpen) pieces[pieces.length - 1] = { ...last, end: span.end, closes: touched.closes };
    else if (span) pieces.push({ ...span, ...touched });
    else pieces.push(...piecesInside(part, task, touched));
    isOpen = span !== undefined;
  }
  return pieces;
}

/** The pieces inside an emphasis; its edges are those of the emphasis around it where both begin or end at once. */
function piecesInside({ node, start }: Placed, task: Task, edges: Edges): Piece[] {
  const { opens = node.position?.start.offset, closes = node.position?.end.offset, depth } = edges;
  return piecesOf(placeNodes(innerNodes(node) ?? [], start), task, { opens, closes, depth: depth + 1 });
}

function edgesTouched(part: Placed, link: Span, { placed, edges }: { placed: readonly Placed[]; edges: Edges }): Edges {
  const isFirst = part === placed[0] && link.start <= part.start;
  const isLast = part === placed.at(-1) && part.end <= link.end;
  return { ...edges, opens: isFirst ? edges.opens : undefined, closes: isLast ? edges.closes : undefined };
}

/** The source of a text as far as the link covers it, or of another node that it covers wholly. */
function spanOf({ node, start, end }: Placed, { link, source }: Task): Span | undefined {
  const whole = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  if (node.type !== 'text') return link.start <= start && end <= link.end ? whole : undefined;
  const part = { start: Math.max(link.start, start) - start, end: Math.min(link.end, end) - start };
  return locate(source, { text: node.value, from: whole.start, part });
}

// Finds the source of each character of a text that Markdown was read from.

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

// Decides which links may be spliced in without any other character being read in another way.

/** A new link with its places in the source. */
export interface SourceLink {
  readonly link: NewLink;
  readonly pieces: readonly Piece[];
}

/** Where brackets would stand. */
interface Brackets {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** What reads otherwise with a `[` behind it: `!NISC` an image, `\NISC` an escape, `[案]NISC` a reference. */
const DISTURBED = /[!\\\]]/u;

/** A mark of emphasis. */
const MARK = /[*_~]/u;

/** What keeps `**` from opening or closing where a bracket stands on its other side: `a**[NISC](…)の**`. */
const CLINGING = /[^\s\p{P}\p{S}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u;

/** The same for `~~`, which parsers do not forgive for standing between Japanese letters: `は~~[NISC](…)の~~`. */
const CLINGING_TO_TILDE = /[^\s\p{P}\p{S}]/u;

/**
 * The links of a block that may be set. Whether one may depends on its neighbours, in `IPA**NISCの件**` the second on
 * the first; so those that may not go, until all that are left may.
 */
export function safeLinks(links: readonly SourceLink[], source: string, words: string): readonly SourceLink[] {
  // A mark among the words is one that found no partner: `2*NISC`. Beside a bracket it may find one.
  const isStray = MARK.test(words);
  const brackets = bracketsOf(links);
  const safe = links.filter(({ pieces }) =>
    pieces.every(
      piece =>
        isQuiet(piece, source) &&
        !(isStray && isBesideMark(piece, source, brackets)) &&
        isLoose(piece, source, brackets),
    ),
  );
  return safe.length === links.length ? safe : safeLinks(safe, source, words);
}

function bracketsOf(links: readonly SourceLink[]): Brackets {
  const pieces = links.flatMap(link => link.pieces);
  return { starts: new Set(pieces.map(({ start }) => start)), ends: new Set(pieces.map(({ end }) => end)) };
}

function isQuiet({ start }: Piece, source: string): boolean {
  return !DISTURBED.test(source.charAt(start - 1));
}

function isBesideMark({ start, end }: Piece, source: string, { starts, ends }: Brackets): boolean {
  return (
    (!ends.has(start) && MARK.test(source.charAt(start - 1))) || (!starts.has(end) && MARK.test(source.charAt(end)))
  );
}

/** Whether the emphasis that a piece begins or ends with still opens and closes with a bracket inside it. */
function isLoose({ opens, closes, depth }: Piece, source: string, { starts, ends }: Brackets): boolean {
  // In an emphasis inside another one, a mark between two punctuation marks may close the outer one.
  if (depth > 1 && (opens !== undefined || closes !== undefined)) return false;
  const [start, end] = [opens ?? 0, closes ?? source.length];
  const opensStill = ends.has(start) || !clings(source.charAt(start - 1), source.charAt(start));
  return opensStill && (starts.has(end) || !clings(source.charAt(end), source.charAt(end - 1)));
}

function clings(neighbour: string, mark: string): boolean {
  return (mark === '~' ? CLINGING_TO_TILDE : CLINGING).test(neighbour);
}
