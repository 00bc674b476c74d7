/** Puts links around spans of inline nodes, cutting the nodes where a span begins or ends. */
import type { PhrasingContent } from 'mdast';
import { optional } from '../card.ts';
import type { NewLink } from './choose.ts';
import { innerNodes, type Span, wordsOf } from './run.ts';

/** An inline node with its place in the run of its block. */
export interface Placed extends Span {
  readonly node: PhrasingContent;
}

export function placeNodes(nodes: readonly PhrasingContent[], at: number): Placed[] {
  let end = at;
  return nodes.map(node => {
    const start = end;
    end += wordsOf(node).length;
    return { node, start, end };
  });
}

/**
 * Links spans of the text of `nodes`, the first of which begins at `at`; `links` are in order and do not overlap.
 * A link that touches or crosses the edge of an emphasis cuts it and stands outside: `**日・ASEAN**友好` becomes
 * `[**日・ASEAN**友好](…)`, and `**NISC**から` becomes `[**NISC**](…)から`, which every Markdown parser reads alike,
 * as it does not `**[NISC](…)**から`.
 */
export function weave(nodes: readonly PhrasingContent[], links: readonly NewLink[], at = 0): PhrasingContent[] {
  const placed = placeNodes(nodes, at);
  const isDeeper = (link: NewLink) =>
    placed.some(({ start, end, node }) => innerNodes(node) && start < link.start && link.end < end);
  const woven: PhrasingContent[] = [];
  let from = at;
  for (const link of links.filter(link => !isDeeper(link))) {
    woven.push(...weaveInside(slice(placed, { start: from, end: link.start }), links));
    woven.push(linkTo(link, slice(placed, link)));
    from = link.end;
  }
  woven.push(...weaveInside(slice(placed, { start: from, end: Number.POSITIVE_INFINITY }), links));
  return woven;
}

function weaveInside(placed: readonly Placed[], links: readonly NewLink[]): PhrasingContent[] {
  return placed.map(({ node, start, end }) => {
    const within = links.filter(link => start <= link.start && link.end <= end);
    const inner = innerNodes(node);
    return inner && within.length > 0 ? withInner(node, weave(inner, within, start)) : node;
  });
}

function linkTo({ url, title }: NewLink, placed: readonly Placed[]): PhrasingContent {
  // No link is ever inside the span of a new one, so that what is left are texts and emphases.
  const children = placed.map(({ node }) => node) as Extract<PhrasingContent, { type: 'link' }>['children'];
  return { type: 'link', url, ...optional('title', title), children };
}

/** The nodes of a span, those at its ends cut to it. */
function slice(placed: readonly Placed[], span: Span): Placed[] {
  return placed
    .map(({ node, start, end }) => ({
      node,
      from: start,
      start: Math.max(start, span.start),
      end: Math.min(end, span.end),
    }))
    .filter(({ start, end }) => start < end)
    .map(({ node, from, start, end }) => ({ node: cut(node, { start: start - from, end: end - from }), start, end }));
}

/** The part of a node between two offsets of its own words. */
function cut(node: PhrasingContent, span: Span): PhrasingContent {
  if (span.start === 0 && span.end === wordsOf(node).length) return node;
  if (node.type === 'text') return { type: 'text', value: node.value.slice(span.start, span.end) };
  const inner = innerNodes(node);
  return inner
    ? withInner(
        node,
        slice(placeNodes(inner, 0), span).map(part => part.node),
      )
    : node;
}

/** A node with other content; what it says of its place in the source holds no more. */
function withInner(node: PhrasingContent, children: PhrasingContent[]): PhrasingContent {
  const { position: _, ...rest } = node;
  return { ...rest, children } as PhrasingContent;
}
