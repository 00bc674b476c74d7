/** Inserts glossary links in hand-written Markdown, leaving every other byte as it was. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { createChooser, type GlossaryLinkOptions, type NewLink } from './choose.ts';
import { piecesOf } from './pieces.ts';
import { isBlock, readRun, type Span } from './run.ts';
import { safeLinks } from './safe.ts';
import { placeNodes } from './weave.ts';

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
