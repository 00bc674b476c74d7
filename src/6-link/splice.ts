/** Inserts glossary links in hand-written Markdown, leaving every other byte as it was. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { align } from './align.ts';
import { createChooser, type GlossaryLinkOptions, type NewLink } from './choose.ts';
import { innerNodes, isBlock, readRun, type Span } from './run.ts';
import { type Placed, placeNodes } from './weave.ts';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const PROCESSOR = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkCjkFriendly).freeze();

/**
 * What would read otherwise with a `[` behind it: `!NISC` an image, `\NISC` an escape, `[案]NISC` a reference,
 * `a**NISCは**` no emphasis any more.
 */
const UNSAFE_BEFORE = /(?:[!\\\]]|[\p{sc=Latin}\p{Nd}][*_~]+)$/u;

/** What would read otherwise with a `)` before it: `**前はNISC**a`. */
const UNSAFE_BEHIND = /^[*_~]+[\p{sc=Latin}\p{Nd}]/u;

/** What ends a bare address of a link, or a quoted title, before its time: `(`, `"`. */
const UNSAFE_IN_ADDRESS = /[\s()<>\\|]/gu;
const UNSAFE_IN_TITLE = /["\\|&]/gu;

/** More than any run of emphasis marks is long. */
const NEIGHBOURHOOD = 16;

/** The Markdown with links; what is neither `[` nor `](…)` of a new link stands as the author wrote it. */
export function spliceLinks(markdown: string, options: GlossaryLinkOptions): string {
  // The parser takes a byte order mark away and counts without it.
  if (markdown.startsWith('\uFEFF')) return `\uFEFF${spliceLinks(markdown.slice(1), options)}`;
  const choose = createChooser(options);
  const insertions: Insertion[] = [];
  visit(parse(markdown), node => {
    if (!isBlock(node)) return;
    for (const link of choose(node, readRun(node.children))) {
      const spans = sourceSpans(placeNodes(node.children, 0), link, markdown);
      if (areSafe(spans, markdown)) insertions.push(...spans.flatMap(span => around(span, link)));
    }
  });
  return insert(markdown, insertions);
}

/** Reads Markdown as remark does, but for the pass that finds addresses in texts: it loses the places of the texts. */
function parse(markdown: string): Root {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = PROCESSOR.data();
  const mdastExtensions = fromMarkdownExtensions.flat().map(({ transforms: _, ...extension }) => extension);
  return fromMarkdown(markdown, { extensions: micromarkExtensions, mdastExtensions });
}

/** Where the words of a link stand in the source: one span, or one for each emphasis that it only enters. */
function sourceSpans(placed: readonly Placed[], link: NewLink, source: string): Span[] {
  const spans: Span[] = [];
  let isOpen = false;
  for (const part of placed.filter(({ start, end }) => start < link.end && link.start < end)) {
    const span = sourceSpan(part, link, source);
    const last = spans.at(-1);
    if (span && last && isOpen) spans[spans.length - 1] = { start: last.start, end: span.end };
    else if (span) spans.push(span);
    else spans.push(...sourceSpans(placeNodes(innerNodes(part.node) ?? [], part.start), link, source));
    isOpen = span !== undefined;
  }
  return spans;
}

/** The source of a text as far as the link covers it, or of another node that it covers wholly. */
function sourceSpan({ node, start, end }: Placed, link: Span, source: string): Span | undefined {
  const whole = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  if (node.type !== 'text') return link.start <= start && end <= link.end ? whole : undefined;
  const spans = align(source, node.value, whole.start);
  const first = spans?.[Math.max(link.start, start) - start];
  const last = spans?.[Math.min(link.end, end) - start - 1];
  return first && last && { start: first.start, end: last.end };
}

/** Whether brackets may be put around all spans of a link; what stands between two of them then has a bracket beside it. */
function areSafe(spans: readonly Span[], source: string): boolean {
  return spans.every(({ start, end }, index) => {
    const last = spans[index - 1];
    const next = spans[index + 1];
    const before = last ? `)${source.slice(last.end, start)}` : source.slice(Math.max(0, start - NEIGHBOURHOOD), start);
    const behind = next ? `${source.slice(end, next.start)}[` : source.slice(end, end + NEIGHBOURHOOD);
    return !UNSAFE_BEFORE.test(before) && !UNSAFE_BEHIND.test(behind);
  });
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
