/** Reads the text of a block across emphasis and line ends, cuts sentences out of it. */
import type { Heading, Link, Node, Nodes, Paragraph, PhrasingContent, TableCell } from 'mdast';

import { commentsOf, turnIn } from './page-comments.ts';

/** A block that holds text and no other block. */
export type Block = Paragraph | Heading | TableCell;

/** The text of a block. Offsets count UTF-16 units of `text`. */
export interface InlineText {
  readonly text: string;
  /** Ranges that hold no mention: code, raw HTML with its content. */
  readonly excluded: readonly TextRange[];
  /** Ranges that are links already; what they name is a mention, but is not linked again. */
  readonly links: readonly LinkRange[];
}

/** Offsets of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface LinkRange extends TextRange {
  readonly url?: string;
}

/** Stands for something without text, such as an image; no name reaches across it. */
export const OBJECT = '\uFFFC';
/** Stands for a line end that the author asked for, `<br>` or a hard break; no name reaches across it. */
export const LINE = '\u2028';

const BLOCKS: readonly string[] = ['paragraph', 'heading', 'tableCell'];

/** `<br>`, `<br/>`. */
const LINE_BREAK_TAG = /^<br\s*\/?>$/iu;

/** Elements whose content is not prose, or may hold no link: `<a href="/x">`, `<code>`, `<DocLink>`. */
const SHUT =
  /^(?:a|button|code|kbd|samp|tt|var|pre|script|style|svg|math|textarea|select|option|label|summary|title|iframe|object|video|audio|canvas|h[1-6]|[A-Z][\w.]*(?:Link|Button|Anchor|Code|CodeBlock|Kbd|Pre|Math|Tex|Mermaid)|Link|Button|Anchor|Code|CodeBlock|Kbd|Pre|Math|TeX|InlineMath|BlockMath|Mermaid)$/u;
const isShut = (name: string): boolean => SHUT.test(name) || (/^[A-Z]+$/.test(name) && SHUT.test(name.toLowerCase()));

/** A tag of HTML or of a component. */
const TAG = /<(?<close>\/?)(?<name>[A-Za-z][\w.:-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?(?<empty>\/?)>/gu;

/** Follows raw HTML from node to node: which elements are open whose content is not prose. */
export class OpenTags {
  readonly #names: string[] = [];
  #isOff = false;
  read(html: string): void {
    if (html === '') return; // most nodes are words
    const turn = turnIn(html);
    if (turn !== undefined) this.#isOff = turn === 'off';
    for (const { groups } of html.matchAll(TAG)) {
      const { close, name = '', empty } = groups ?? {};
      if (!isShut(name) || empty) continue;
      const at = this.#names.lastIndexOf(name);
      if (!close) this.#names.push(name);
      else if (at >= 0) this.#names.length = at;
    }
  }
  get isShut(): boolean {
    return this.#isOff || this.#names.length > 0;
  }
}

/** What remark-mdx makes of `<Link>`. */
interface Element {
  readonly type: 'mdxJsxTextElement' | 'mdxJsxFlowElement';
  readonly name: string | null;
}
const isShutElement = (node: { type: string }): boolean =>
  (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && isShut((node as Element).name ?? '');

/** `<Note>NISC</Note>` alone on its line: the text stands in it without a paragraph. */
const holdsText = (node: Nodes): boolean =>
  (node.type as string) === 'mdxJsxFlowElement' &&
  'children' in node &&
  node.children.some(({ type }) => type === 'text');

/** The blocks of a page that hold prose, in order: not those within `<a href="/x">` … `</a>`. */
export function* proseBlocks(node: Nodes, tags: OpenTags = new OpenTags()): Generator<Block> {
  if (!('children' in node)) tags.read(commentsOf(node));
  if (!('children' in node) || isShutElement(node)) return;
  if (isBlock(node) || holdsText(node)) {
    if (!tags.isShut) yield node as Block;
  } else for (const child of node.children) yield* proseBlocks(child, tags);
}

export function isBlock(node: Node): node is Block {
  return BLOCKS.includes(node.type);
}

/** The inline nodes inside an inline node that holds text of the block: emphasis, strong, a link. */
export function inlineChildren(node: PhrasingContent): readonly PhrasingContent[] | undefined {
  return 'children' in node &&
    node.children.length > 0 &&
    node.type !== ('textDirective' as string) &&
    !isShutElement(node)
    ? node.children
    : undefined;
}

/** The text of an inline node; every node has at least one unit, so that a cut never lands inside it. */
export function textOf(node: PhrasingContent): string {
  const inner = inlineChildren(node);
  if (inner) return inner.map(textOf).join('');
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return node.type === 'break' || (node.type === 'html' && LINE_BREAK_TAG.test(node.value)) ? LINE : OBJECT;
}

/** The text of inline nodes as one string. */
export function inlineText(nodes: readonly PhrasingContent[]): InlineText {
  const leaves = [...leavesOf(nodes, 0)];
  return {
    text: leaves.map(({ node }) => textOf(node)).join(''),
    excluded: [...excludedNodes(leaves)],
    links: leaves.filter(({ node }) => isLink(node)).map(({ node, start, end }) => linkRange(node, { start, end })),
  };
}

/** An inline node with its place in the text of its block. */
export interface Placed extends TextRange {
  readonly node: PhrasingContent;
}

/** Inline nodes with their places; the first one begins at `at`. */
export function placeNodes(nodes: readonly PhrasingContent[], at: number): Placed[] {
  let end = at;
  return nodes.map(node => {
    const start = end;
    end += textOf(node).length;
    return { node, start, end };
  });
}

/** Texts, links and the nodes that a name cannot enter, in order. */
function* leavesOf(nodes: readonly PhrasingContent[], at: number): Generator<Placed> {
  for (const placed of placeNodes(nodes, at)) {
    const inner = inlineChildren(placed.node);
    if (inner && !isLink(placed.node)) yield* leavesOf(inner, placed.start);
    else yield placed;
  }
}

function isLink(node: PhrasingContent): node is Link {
  return node.type === 'link' || (node.type as string) === 'linkReference';
}

function linkRange(node: PhrasingContent, range: TextRange): LinkRange {
  return node.type === 'link' ? { ...range, url: node.url } : range;
}

/** Code, and what stands between the tags of a raw element: `<kbd>NISC</kbd>`. */
function* excludedNodes(leaves: readonly Placed[]): Generator<TextRange> {
  const tags = new OpenTags();
  for (const { node, start, end } of leaves) {
    if (!('children' in node)) tags.read(commentsOf(node));
    if (node.type === 'inlineCode' || tags.isShut) yield { start, end };
  }
}

export function overlapsAny(range: TextRange, others: readonly TextRange[]): boolean {
  return others.some(({ start, end }) => start < range.end && range.start < end);
}

// Sentences.

/**
 * One sentence: quotations and parentheses are kept whole, however many 。 they hold, unless they are not closed.
 * `「終わり。次も。」と述べた。` is one, `終わった。次。` two.
 */
const SENTENCE = new RegExp(
  `(?:「[^「」${LINE}]{0,400}」|『[^『』${LINE}]{0,400}』|（[^（）${LINE}]{0,400}）|\\([^()${LINE}]{0,400}\\)|[^。！？${LINE}])*(?:[。！？]+[」』）)]*|${LINE}|$)`,
  'gu',
);

/** Ids and template marks at the end of a block: ` {#u7}`. */
const ID = /\s*\{[#.][^{}]*\}/gu;

/** A line end inside a block, with its spaces. */
const LINE_END = /[ \t]*\r?\n[ \t]*/gu;

/** A character of a script that is written without spaces, or a mark that goes with it. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー、。「」『』（）・]/u;

/** The plain sentence that holds `mention`, a range of `text`. */
export function sentenceAround(text: string, mention: TextRange): string {
  const hits = [...text.matchAll(SENTENCE)].filter(
    ({ index, 0: sentence }) => index < mention.end && mention.start < index + sentence.length,
  );
  return plain(hits.map(([sentence]) => sentence).join(''));
}

/** The plain sentences, at most so many, with which a text begins. */
export function firstSentences(text: string, most: number): string {
  return plain(
    Array.from(text.matchAll(SENTENCE), ([sentence]) => sentence)
      .slice(0, most)
      .join(''),
  );
}

/** Text of a block as a reader sees it: in one line, without ids. */
export function plain(text: string): string {
  return text
    .replaceAll(OBJECT, '')
    .replace(ID, '')
    .replaceAll(LINE, '\n')
    .trim()
    .replace(LINE_END, (gap, at: number, whole: string) =>
      SPACELESS.test(whole.charAt(at - 1)) && SPACELESS.test(whole.charAt(at + gap.length)) ? '' : ' ',
    );
}
