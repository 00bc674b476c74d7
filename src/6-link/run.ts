/** Reads the words of a block, across emphasis and line ends, as one text. */
import type { Heading, Link, Node, Paragraph, PhrasingContent, TableCell } from 'mdast';

/** A block that holds words and no other block. */
export type Block = Paragraph | Heading | TableCell;

/** The words of a block. Offsets count UTF-16 units of `text`. */
export interface Run {
  readonly text: string;
  /** Spans that hold no mention at all: code, raw HTML with its content. */
  readonly shut: readonly Span[];
  /** Spans that are links already; what they name is named, but not linked again. */
  readonly links: readonly LinkSpan[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface LinkSpan extends Span {
  readonly url?: string;
}

/** Stands for something without words, as an image; no name reaches across it. */
export const OBJECT = '\uFFFC';
/** Stands for a line end that the author asked for, `<br>` or a hard break; no name reaches across it. */
export const LINE = '\u2028';

const BLOCKS: readonly string[] = ['paragraph', 'heading', 'tableCell'];

/** `<br>`, `<br/>`. */
const LINE_BREAK_TAG = /^<br\s*\/?>$/iu;

/** The opening tag of an element whose words are no prose: `<a href="/x">`, `<code>`. */
const SHUT_TAG = /^<(a|code|kbd|samp|pre|script|style|svg|textarea|button)(?:\s[^>]*)?(?<!\/)>$/iu;

export function isBlock(node: Node): node is Block {
  return BLOCKS.includes(node.type);
}

/** The inline nodes inside an inline node, if it is one that holds words of the block: emphasis, strong, a link. */
export function innerNodes(node: PhrasingContent): readonly PhrasingContent[] | undefined {
  return 'children' in node ? node.children : undefined;
}

/** The text of an inline node in a run; every node has at least one unit, so that a cut never lands inside it. */
export function wordsOf(node: PhrasingContent): string {
  const inner = innerNodes(node);
  if (inner) return inner.map(wordsOf).join('');
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return node.type === 'break' || (node.type === 'html' && LINE_BREAK_TAG.test(node.value)) ? LINE : OBJECT;
}

export function readRun(nodes: readonly PhrasingContent[]): Run {
  const leaves = [...leavesOf(nodes, 0)];
  return {
    text: leaves.map(({ node }) => wordsOf(node)).join(''),
    shut: [...shutSpans(leaves)],
    links: leaves.filter(({ node }) => isLink(node)).map(({ node, start, end }) => linkSpan(node, { start, end })),
  };
}

interface Leaf extends Span {
  readonly node: PhrasingContent;
}

/** The nodes that a name cannot enter, or that are plain text, in order. A link is one of them. */
function* leavesOf(nodes: readonly PhrasingContent[], at: number): Generator<Leaf> {
  let start = at;
  for (const node of nodes) {
    const end = start + wordsOf(node).length;
    const inner = innerNodes(node);
    if (inner && !isLink(node)) yield* leavesOf(inner, start);
    else yield { node, start, end };
    start = end;
  }
}

function isLink(node: PhrasingContent): node is Link {
  return node.type === 'link' || (node.type as string) === 'linkReference';
}

function linkSpan(node: PhrasingContent, span: Span): LinkSpan {
  return node.type === 'link' ? { ...span, url: node.url } : span;
}

/** Code, and what stands between the tags of a raw element: `<kbd>NISC</kbd>`. */
function* shutSpans(leaves: readonly Leaf[]): Generator<Span> {
  let open: { tag: string; start: number } | undefined;
  for (const { node, start, end } of leaves) {
    if (node.type === 'inlineCode') yield { start, end };
    if (node.type !== 'html') continue;
    const tag = SHUT_TAG.exec(node.value)?.[1]?.toLowerCase();
    if (open && node.value.toLowerCase().startsWith(`</${open.tag}`)) {
      yield { start: open.start, end };
      open = undefined;
    } else if (tag && !open) open = { tag, start };
  }
}
