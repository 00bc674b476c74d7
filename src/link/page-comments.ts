/** Reads what an author says of links in comments of a page: `<!-- glossary-links off -->`. */
import type { Nodes } from 'mdast';

/** In the comments of HTML, MDX, Obsidian: `<!-- … -->`, `{/* … *\/}`, `%% … %%`. */
const COMMENT =
  /(?:<!--|\{\/\*|%%)\s*glossary-links\s+(?:(?<turn>off|on)|except\s+(?<names>\S[^\n]*?))\s*(?:-->|\*\/\}|%%)/gu;

/** The ranges of a source from `off` to `on`, which stands outside, or to its end. */
export function closedRanges(source: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let start: number | undefined;
  for (const { index, groups } of source.matchAll(COMMENT)) {
    if (groups?.turn === 'off') start ??= index;
    else if (groups?.turn === 'on' && start !== undefined) {
      ranges.push({ start, end: index });
      start = undefined;
    }
  }
  return start === undefined ? ranges : [...ranges, { start, end: source.length }];
}

/** Names and ids that are not linked on the page: `<!-- glossary-links except NISC, IPA -->` */
export const exceptedIn = (source: string): string[] =>
  [...source.matchAll(COMMENT)].flatMap(({ groups }) => groups?.names?.split(/[,、]/u).map(name => name.trim()) ?? []);

/** The comments of a tree as they would stand in its source. */
export function commentsOf(node: Nodes): string {
  if (node.type === 'html') return node.value;
  // What remark-mdx makes of `{/* … */}`.
  if (/^mdx(?:Flow|Text)Expression$/.test(node.type)) return `{${(node as { value?: string }).value ?? ''}}`;
  return 'children' in node ? node.children.map(commentsOf).join('\n') : '';
}

/** Whether a comment turns links off or on. */
export function turnIn(comment: string): 'off' | 'on' | undefined {
  return [...comment.matchAll(COMMENT)].at(-1)?.groups?.turn as 'off' | 'on' | undefined;
}
