/** A remark plugin that links the terms of a glossary. */

import type { DatedName, Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { entryAddress } from '@tsuzuri/core/urls';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { nameAt, titleOf } from './dated-names.ts';
import {
  type Block,
  closedSpans,
  innerNodes,
  isBlock,
  overlapsAny,
  type Run,
  readRun,
  type Span,
  wordsOf,
} from './inline-text.ts';
import type { Match, Matcher } from './matcher.ts';

/**
 * Wraps each mention of a term in a link. The words of the tree stay as they were, and linking twice is linking once.
 * Links, code, raw HTML, ids, addresses and (unless asked for) headings are left alone.
 */
export const glossaryLink: Plugin<[GlossaryLinkOptions], Root> = options => tree => linkTree(tree, options);

/** The linked tree; what has no mention is the very node of the old one. */
export function linkTree(tree: Root, options: GlossaryLinkOptions): Root {
  const choose = createChooser(options);
  const linkBlock = (block: Block): PhrasingContent[] => {
    const links = choose(block, readRun(block.children));
    return links.length > 0 ? weave(block.children, links) : block.children;
  };
  return mapBlocks(tree, linkBlock) as Root;
}

/** The tree with the words of its blocks exchanged, in the order of the page. */
function mapBlocks(node: Nodes, change: (block: Block) => PhrasingContent[]): Nodes {
  if (!('children' in node)) return node;
  const children = isBlock(node) ? change(node) : node.children.map(child => mapBlocks(child, change));
  const isSame = children === node.children || children.every((child, index) => child === node.children[index]);
  return isSame ? node : ({ ...node, children } as Nodes);
}

// Puts links around spans of inline nodes, cutting the nodes where a span begins or ends.

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

// Chooses which mentions of a block become links.

export interface GlossaryLinkOptions {
  /** What `createMatcher` made of the glossary; make it once for all pages. */
  readonly match: Matcher;
  /** Address of an entry; `name` is what it was called on the date of the page. Default: `/glossary/ID`. */
  readonly url?: (term: Term, name?: DatedName) => string;
  /**
   * Link every mention (default), or only the first in each section; `quiet`: every one, but only the first in each
   * section says in its title what it was called then, so that a printer can show the others as plain words.
   */
  readonly every?: boolean | 'quiet';
  /** Link mentions in headings too. Default: no, an outline made of links is hard to read. */
  readonly headings?: boolean;
  /** Id of the entry whose own page this is: it is not linked there. */
  readonly self?: string;
  /** ISO date of the page: decides what the title says and between entries that share a name. */
  readonly date?: string;
}

/** A link to be: offsets of the run. */
export interface NewLink extends Span {
  readonly url: string;
  readonly title?: string;
}

/** The mentions of a run, those in links included. */
export function mentionsIn({ text, shut }: Run, match: Matcher, date?: string): Match[] {
  const matches = match(text, date);
  if (matches.length === 0) return matches;
  const closed = [...shut, ...closedSpans(text)];
  return matches.filter(mention => !overlapsAny(mention, closed));
}

/** Chooses block by block, in the order of the page: with `every: false` it remembers what the section has linked. */
export function createChooser(options: GlossaryLinkOptions): (block: Block, run: Run) => NewLink[] {
  const { match, url = (term: Term) => entryAddress(term), every = true, headings = false, self, date } = options;
  const linked = new Set<Term>();
  return (block, run) => {
    if (block.type === 'heading') linked.clear();
    if (block.type === 'heading' && !headings) return [];
    return mentionsIn(run, match, date).flatMap(mention => {
      const { start, end, term } = mention;
      const target = url(term, nameAt(term, date));
      const isLinked = overlapsAny(mention, run.links);
      // A link that an author or an earlier run has set to the entry is the first of the section.
      if (isLinked && run.links.some(link => link.url === target && overlapsAny(mention, [link]))) linked.add(term);
      const isFirst = !linked.has(term);
      if (isLinked || term.id === self || !(every || isFirst)) return [];
      linked.add(term);
      const title = isFirst || every === true ? titleOf(term, run.text.slice(start, end), date) : undefined;
      return [{ start, end, url: target, ...optional('title', title) }];
    });
  };
}
