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

// Finds the spans of a text that are no prose though they look like it: addresses, ids, template marks.

const CLOSED = [
  {
    name: 'URL',
    caption: '`https://www.nisc.go.jp/NISC` と、その後に続く空白でない ASCII 文字',
    pattern: /\b(?:https?|ftp):\/\/[!-~]+/giu,
  },
  { name: '電子メール', caption: '`NISC@example.go.jp`', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    name: 'ホスト名とファイル名',
    caption: '`www.nicter.jp/atlas`、`NISC-plan.pdf`。最後の点の後は小文字に限る',
    pattern: /[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?![\w-])(?:\/[!-~]*)?/gu,
  },
  { name: '見出し・発言の id', caption: '` {#s1}`、`{.NISC}`', pattern: /\{[#.][^{}]*\}/gu },
  { name: 'Vue の式', caption: '`{{ NISC }}`', pattern: /\{\{.*?\}\}/gsu },
  { name: 'VitePress の囲み', caption: '`::: tip NISC とは`', pattern: /^:::.*$/gmu },
  { name: 'VitePress の目次', caption: '`[[toc]]`', pattern: /\[\[[^[\]]*\]\]/gu },
] as const;

/** One of these stands in each of them: `https:`, `a@`, `x.pdf`, `{#s1}`, `:::`, `[[`. */
const TELLTALE = /[:@.{[]/u;

export function closedSpans(text: string): Span[] {
  if (!TELLTALE.test(text)) return [];
  return CLOSED.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}

export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some(({ start, end }) => start < span.end && span.start < end);
}

// Cuts the sentence around a mention out of the text of a block.

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

/** A letter of a script that is written without spaces, or a mark that goes with it. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー、。「」『』（）・]/u;

/** The plain sentence that holds `mention`, a span of `text`. */
export function sentenceAround(text: string, mention: Span): string {
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
