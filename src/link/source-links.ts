/** Inserts glossary links into the source of Markdown, leaving every other byte as it was. */
import { optional } from '@tsuzuri/core/collections';
import { fromMarkdown } from '@tsuzuri/core/remark';
import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { VFileMessage } from 'vfile-message';
import { isBound } from './bindings.ts';
import { ANY } from './dialects.ts';
import { type Form, type SourceLink, writeLinks } from './forms.ts';
import {
  type Block,
  inlineChildren,
  inlineText,
  type Placed,
  placeNodes,
  proseBlocks,
  type TextRange,
} from './inline-text.ts';
import { provedLinks, type Reading } from './proof.ts';
import { type GlossaryLinkOptions, linkSelector, type NewLink } from './remark-glossary.ts';
import { viewOf } from './view.ts';

/** A page with its links. */
export interface LinkedSource {
  readonly markdown: string;
  readonly links: number;
  /** Mentions that no link can be put round without changing how something else is read. */
  readonly left: number;
  /** Why the page is read otherwise than its dialect reads most: a page of Docusaurus that is no MDX. */
  readonly fault?: VFileMessage;
}

export interface SourceOptions extends GlossaryLinkOptions {
  /** How links are written; in brackets by default. */
  readonly form?: Form;
}

/** The Markdown with links; what is neither `[` nor `](…)` of a new link stands as the author wrote it. */
export const linkSource = (markdown: string, options: SourceOptions): string => linkPage(markdown, options).markdown;

/** The same, and how many links there are. @throws VFileMessage where the dialect's own parser does */
export function linkPage(markdown: string, options: SourceOptions): LinkedSource {
  // The parser takes a byte order mark away and counts without it.
  if (markdown.startsWith('\uFEFF')) {
    const linked = linkPage(markdown.slice(1), options);
    return { ...linked, markdown: `\uFEFF${linked.markdown}` };
  }
  const { dialect = ANY, every = true, form = 'markdown' } = options;
  const { text, tree, ...view } = viewOf(markdown, dialect);
  const reading = { ...view, form, definitions: definitionsOf(tree, text) };
  const selectLinks = linkSelector(options, markdown);
  const [found, first]: [BlockOfLinks[], SourceLink[]] = [[], []];
  let left = 0;
  for (const block of proseBlocks(tree)) {
    const placed = placeNodes(block.children, 0);
    const inPlace = (links: readonly NewLink[]): SourceLink[] =>
      links.flatMap(link => {
        const ranges = sourceRanges(placed, { link, source: text });
        const isLost = ranges.length === 0 || ranges.some(range => isBound({ source: markdown, text }, range, dialect));
        return isLost ? [] : { link, ranges, block };
      });
    const inline = inlineText(block.children);
    if (every === true || every === 'quiet') {
      const links = selectLinks(block, inline);
      const placeable = inPlace(links);
      left += links.length - placeable.length;
      if (placeable.length > 0) found.push({ ...contentOf(block, text), links: placeable });
      continue;
    }
    // Where the first mention of a page cannot be a link, the next one is the first.
    let proved: readonly SourceLink[] = [];
    selectLinks(block, inline, links => {
      proved = provedIn([{ ...contentOf(block, text), links: inPlace(links) }], reading);
      left += links.length - proved.length;
      return proved.map(({ link }) => link);
    });
    first.push(...proved);
  }
  const all = provedIn(found, reading);
  left += found.reduce((sum, { links }) => sum + links.length, -all.length);
  const links = [...first, ...all];
  const parse = (source: string): Root => viewOf(source, dialect).tree;
  return {
    markdown: writeLinks({ source: markdown, links, form, parse, isMdx: view.isMdx }),
    links: links.length,
    left,
    ...optional('fault', view.fault),
  };
}

interface BlockOfLinks {
  readonly start: number;
  /** What stands between the marks of the block. */
  readonly content: string;
  readonly links: readonly SourceLink[];
}

function contentOf({ children }: Block, source: string): Pick<BlockOfLinks, 'start' | 'content'> {
  const start = children[0]?.position?.start.offset ?? 0;
  return { start, content: source.slice(start, children.at(-1)?.position?.end.offset) };
}

/** Of what the page defines: `[案]: …` */
const definitionsOf = ({ children }: Root, source: string): string =>
  children
    .filter(({ type }) => type === 'definition')
    .map(({ position }) => source.slice(position?.start.offset, position?.end.offset))
    .join('\n');

/** The links that change nothing of how anything else is read. */
function provedIn(blocks: readonly BlockOfLinks[], reading: Reading): SourceLink[] {
  const candidates = blocks.map(({ start, content, links }) => ({
    content,
    links: links.map(({ ranges }) => ranges.map(range => ({ start: range.start - start, end: range.end - start }))),
  }));
  const proved = provedLinks(candidates, reading);
  return blocks.flatMap(({ links }, index) => links.filter((_, link) => proved[index]?.includes(link)));
}

// Finds where the text of a new link stands in the source of a page.

/** A link to be, with the page that it is to stand in. */
interface Task {
  readonly link: NewLink;
  readonly source: string;
}

/**
 * The ranges of a link among inline nodes: one, or one for each emphasis that the link only enters; none where source and
 * text disagree.
 */
function sourceRanges(placed: readonly Placed[], task: Task): TextRange[] {
  const { link } = task;
  const ranges: TextRange[] = [];
  let isOpen = false;
  for (const part of placed.filter(({ start, end }) => start < link.end && link.start < end)) {
    const range = rangeOf(part, task);
    const last = ranges.at(-1);
    if (range && last && isOpen) ranges[ranges.length - 1] = { start: last.start, end: range.end };
    else if (range) ranges.push(range);
    else ranges.push(...sourceRanges(placeNodes(inlineChildren(part.node) ?? [], part.start), task));
    isOpen = range !== undefined;
  }
  return ranges;
}

/** The source of a text as far as the link covers it, or of another node that it covers wholly. */
function rangeOf({ node, start, end }: Placed, { link, source }: Task): TextRange | undefined {
  const whole = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  // A link stands within a component, and round an emphasis.
  if ((node.type as string) === 'mdxJsxTextElement') return undefined;
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
