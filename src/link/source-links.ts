/** Inserts glossary links into the source of Markdown, leaving every other byte as it was. */
import { fromMarkdown } from '@tsuzuri/core/remark';
import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { ANY } from './dialects.ts';
import {
  type Block,
  inlineChildren,
  inlineText,
  type Placed,
  placeNodes,
  proseBlocks,
  type TextRange,
} from './inline-text.ts';
import { type Candidate, PROVED_URL, proves } from './proof.ts';
import { type GlossaryLinkOptions, linkSelector, type NewLink } from './remark-glossary.ts';
import { parsersOf, viewOf } from './view.ts';

/** A page with its links. */
export interface LinkedSource {
  readonly markdown: string;
  readonly links: number;
  /** Mentions that no link can be put round without changing how something else is read. */
  readonly left: number;
}

export interface SourceOptions extends GlossaryLinkOptions {
  /** How links are written; in brackets by default. */
  readonly form?: Form;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
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
  const { dialect = ANY } = options;
  const { text, tree } = viewOf(markdown, dialect);
  const selectLinks = linkSelector(options, markdown);
  const blocks: LinkedBlock[] = [];
  for (const block of proseBlocks(tree)) {
    const placed = placeNodes(block.children, 0);
    const links = selectLinks(block, inlineText(block.children)).map(link => {
      return { link, ranges: sourceRanges(placed, { link, source: text }) };
    });
    if (links.length > 0)
      blocks.push({ ...contentOf(block, text), links: dialect.joinsReferences ? links.filter(isApart(text)) : links });
  }
  const found = blocks.reduce((sum, { links }) => sum + links.length, 0);
  const proved = provedLinks(blocks, { parsers: parsersOf(dialect), definitions: definitionsOf(tree, text) });
  const { form = 'markdown' } = options;
  const insertions = proved.flatMap(({ link, ranges }) =>
    ranges.flatMap(range => markedBy(form, range, { link, source: markdown })),
  );
  const definitions =
    form === 'reference'
      ? definitionsFor(
          proved.map(({ link }) => link),
          markdown,
        )
      : '';
  return { markdown: insert(markdown, insertions) + definitions, links: proved.length, left: found - proved.length };
}

/** How a link is written. `wiki`: `[[nisc|NISC]]` of Obsidian; `reference`: `[NISC][nisc]`, defined at the end of the page. */
export const FORMS = ['markdown', 'wiki', 'reference', 'html'] as const;
export type Form = (typeof FORMS)[number];

/** What is proved of a link in brackets holds for the other forms: each begins and ends with punctuation. */
function markedBy(form: Form, range: TextRange, { link, source }: { link: NewLink; source: string }): Insertion[] {
  const { start, end } = range;
  const around = (before: string, behind: string): Insertion[] => [
    { at: start, text: before },
    { at: end, text: behind },
  ];
  const words = source.slice(start, end);
  if (form === 'html') {
    const title = link.title === undefined ? '' : ` title="${attribute(link.title)}"`;
    return around(`<a href="${attribute(link.url)}"${title}>`, '</a>');
  }
  // What stands in a wikilink is no Markdown.
  if (form === 'wiki' && !MARK.test(words)) return around(`[[${link.url.replace(/[[\]|]/gu, '')}|`, ']]');
  if (form === 'reference') return around('[', `][${labelOf(link)}]`);
  return bracketsAround(range, link);
}

const attribute = (text: string): string => text.replace(/[&"<>{}]/gu, character => `&#${character.codePointAt(0)};`);

/** `nisc`: of an address its last part */
const labelOf = ({ url }: NewLink): string =>
  `glossary-${url
    .replace(/\/$|\.\w+$/u, '')
    .replace(/^.*\//u, '')
    .replace(/[[\]\\]/gu, '')}`;

/** `[glossary-nisc]: /glossary/nisc "…"`, of those that the page does not define yet */
function definitionsFor(links: readonly NewLink[], source: string): string {
  const lines = new Map(
    links.map(link => {
      const [, { text = '' } = {}] = bracketsAround({ start: 0, end: 0 }, link);
      return [labelOf(link), `[${labelOf(link)}]: ${text.slice(2, -1)}`];
    }),
  );
  const missing = [...lines].filter(([label]) => !source.includes(`[${label}]: `)).map(([, line]) => line);
  if (missing.length === 0) return '';
  return `${source.endsWith('\n') ? '' : '\n'}${/\n\[glossary-[^\]]*\]: [^\n]*\n?$/u.test(source) ? '' : '\n'}${missing.join('\n')}\n`;
}

function bracketsAround({ start, end }: TextRange, link: Pick<NewLink, 'url' | 'title'>): Insertion[] {
  const address = link.url.replace(UNSAFE_IN_ADDRESS, char => `%${char.charCodeAt(0).toString(16)}`);
  const said = link.title === undefined ? '' : ` "${link.title.replace(UNSAFE_IN_TITLE, '\\$&')}"`;
  return [
    { at: start, text: '[' },
    { at: end, text: `](${address}${said})` },
  ];
}

/** What ends a bare address of a link, or a quoted title, before its time: `(`, `"`; in MDX a brace begins a program. */
const UNSAFE_IN_ADDRESS = /[\s()<>\\|{}]/gu;
const UNSAFE_IN_TITLE = /["\\|&{}<]/gu;

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

// Chooses the links that change nothing of how anything else is read.

/** A new link with its places in the source. */
interface SourceLink {
  readonly link: NewLink;
  readonly ranges: readonly TextRange[];
}

/** What stands between the marks of a block, and the links that are to be put into it. */
interface LinkedBlock {
  readonly start: number;
  readonly content: string;
  readonly links: readonly SourceLink[];
}

/** How the dialect reads a block. */
interface Reading {
  readonly parsers: readonly ((text: string) => Root)[];
  readonly definitions: string;
}

/** Not right behind a bracket and a space: `[a] NISC` */
const isApart =
  (source: string) =>
  ({ ranges }: SourceLink): boolean =>
    ranges.every(({ start }) => !/[^\]\s[]\]\s$/.test(source.slice(Math.max(0, start - 3), start)));

function contentOf({ children }: Block, source: string): Pick<LinkedBlock, 'start' | 'content'> {
  const start = children[0]?.position?.start.offset ?? 0;
  return { start, content: source.slice(start, children.at(-1)?.position?.end.offset) };
}

/** Of what the page defines: `[案]: …` */
const definitionsOf = ({ children }: Root, source: string): string =>
  children
    .filter(({ type }) => type === 'definition')
    .map(({ position }) => source.slice(position?.start.offset, position?.end.offset))
    .join('\n');

/** All links of most blocks can be put in at once; of the others as many as can, the first ones first. */
function provedLinks(blocks: readonly LinkedBlock[], reading: Reading): SourceLink[] {
  const whole = blocks.map(block => ({ ...block, links: block.links.filter(({ ranges }) => ranges.length > 0) }));
  const isProved = areProved(whole, reading);
  return whole.flatMap((block, index) => (isProved[index] ? block.links : mostLinks(block, reading)));
}

/** Of a block some of whose links cannot be put in: which can may depend on those that are. */
function mostLinks(block: LinkedBlock, reading: Reading): readonly SourceLink[] {
  let kept: readonly SourceLink[] = [];
  let isNew = true;
  while (isNew) {
    isNew = false;
    for (const link of block.links.filter(it => !kept.includes(it))) {
      const links = block.links.filter(it => it === link || kept.includes(it));
      if (!areProved([{ ...block, links }], reading)[0]) continue;
      kept = links;
      isNew = true;
    }
  }
  return kept;
}

/** What a bracket could bind to, or change the reading of. */
const MARK = /[*_~`[\]<&\\!@^]|www\.|:\/\//;

/** Where nothing is marked, a link can change nothing. */
function areProved(blocks: readonly LinkedBlock[], { parsers, definitions }: Reading): boolean[] {
  const isMarked = blocks.map(({ content }) => MARK.test(content));
  const candidates = blocks.filter((_, index) => isMarked[index]).map(candidateOf);
  const proofs = candidates.length === 0 ? [] : parsers.map(parse => proves(candidates, parse, definitions));
  let at = 0;
  return isMarked.map(marked => {
    if (!marked) return true;
    const index = at++;
    return proofs.every(proof => proof[index]);
  });
}

function candidateOf({ start, content, links }: LinkedBlock): Candidate {
  const ranges = links.flatMap(link => link.ranges);
  const insertions = ranges.flatMap(range =>
    bracketsAround({ start: range.start - start, end: range.end - start }, { url: PROVED_URL }),
  );
  return { before: content, after: insert(content, insertions), links: ranges.length };
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
