/** Links the terms of a glossary in a tree of Markdown. */

import type { DatedName, Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { entryAddress } from '@tsuzuri/core/urls';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { nameAt, titleOf } from './dated-names.ts';
import type { Dialect } from './dialects.ts';
import {
  type Block,
  type InlineText,
  inlineChildren,
  inlineText,
  overlapsAny,
  type Placed,
  placeNodes,
  proseBlocks,
  type TextRange,
  textOf,
} from './inline-text.ts';
import { pageReader } from './local-names.ts';
import { formsOf, type Matcher } from './matcher.ts';
import { commentsOf, exceptedIn } from './page-comments.ts';

export interface GlossaryLinkOptions {
  /** What `createMatcher` made of the glossary; make it once for all pages. */
  readonly match: Matcher;
  /** Address of an entry; `name` is what it was called on the date of the page. Default: `/glossary/ID`. */
  readonly url?: (term: Term, name?: DatedName) => string;
  /**
   * Link every mention (default), or only the first in each section; `quiet`: every one, but only the first in each
   * section says in its title what it was called then, so that a printer can show the others as plain words.
   */
  readonly every?: boolean | 'quiet' | 'page';
  /** Link mentions in headings too. Default: no, an outline made of links is hard to read. */
  readonly headings?: boolean;
  /** Id of the entry whose own page this is: it is not linked there. */
  readonly self?: string;
  /** ISO date of the page: decides what the title says and between entries that share a name. */
  readonly date?: string;
  /** Names as cards spell them, or ids, that are not linked. */
  readonly except?: readonly string[];
  /** What a link says beyond its words; by default the name of the time with its expansion, in Japanese. */
  readonly title?: (mentioned: Mentioned) => string | undefined;
  /** Dialect of the page; by default what is foreign in any is left alone. */
  readonly dialect?: Dialect;
}

/** One mention, for its title. */
export interface Mentioned {
  readonly term: Term;
  /** What it was called on the date of the page. */
  readonly name: DatedName | undefined;
  /** As the card spells it; of a short name that the page gives itself, what that is short for. */
  readonly form: string;
  /** As the page has it: `GPUs`. */
  readonly words: string;
}

/**
 * The linked tree; what has no mention is the very node of the old one. The text stays as it was, and linking twice is
 * linking once. Links, code, raw HTML, ids, addresses and (unless asked for) headings are left alone.
 */
export function linkTree(tree: Root, options: GlossaryLinkOptions): Root {
  const selectLinks = linkSelector(options, commentsOf(tree));
  const linkBlock = (block: Block): PhrasingContent[] => {
    const links = selectLinks(block, inlineText(block.children));
    return links.length > 0 ? wrapRanges(block.children, links) : block.children;
  };
  return mapBlocks(tree, linkBlock) as Root;
}

/** The tree with the content of its blocks replaced, in the order of the page. */
function mapBlocks(tree: Nodes, change: (block: Block) => PhrasingContent[]): Nodes {
  const prose: ReadonlySet<Nodes> = new Set(proseBlocks(tree));
  const mapNode = (node: Nodes): Nodes => {
    if (!('children' in node)) return node;
    const children = prose.has(node) ? change(node as Block) : node.children.map(mapNode);
    const isSame = children === node.children || children.every((child, index) => child === node.children[index]);
    return isSame ? node : ({ ...node, children } as Nodes);
  };
  return mapNode(tree);
}

// Selects which mentions become links.

/** A link to be inserted: offsets of the text of the block. */
export interface NewLink extends TextRange {
  readonly url: string;
  readonly title?: string;
}

/** Links that can stand where they are wanted, of those that a block would have. */
type Standing = (links: readonly NewLink[]) => readonly NewLink[];

/** So often a block is asked for another first mention of its terms. */
const MOST_FIRSTS = 12;

/**
 * Selects the links of block after block, in the order of the page: with `every: false` it remembers what the section has
 * linked. Where a mention cannot be a link, the next one is the first.
 * @param comments of the page, which may name what is not linked
 */
export function linkSelector(
  options: GlossaryLinkOptions,
  comments = '',
): (block: Block, inline: InlineText, standing?: Standing) => readonly NewLink[] {
  const { url = (term: Term) => entryAddress(term), every = true, headings = false, self, date } = options;
  const except = [...(options.except ?? []), ...exceptedIn(comments)];
  const title = options.title ?? (({ term, form }: Mentioned): string | undefined => titleOf(term, form, date));
  let linked: ReadonlySet<Term> = new Set();
  const read = pageReader(options);
  return (block, inline, standing = links => links) => {
    const mentions = read(block, inline);
    if (block.type === 'heading' && every !== 'page') linked = new Set();
    if (block.type === 'heading' && !headings) return [];
    const select = (refused: ReadonlySet<number>): { links: NewLink[]; now: Set<Term> } => {
      const now = new Set(linked);
      const links = mentions.flatMap(mention => {
        const { start, end, term, form } = mention;
        if (refused.has(start) || except.includes(term.id) || except.includes(form)) return [];
        const name = nameAt(term, date);
        const target = url(term, name);
        const isLinked = overlapsAny(mention, inline.links);
        // A link that an author or an earlier pass has set to the entry is the first of the section.
        if (isLinked && inline.links.some(link => link.url === target && overlapsAny(mention, [link]))) now.add(term);
        const isFirst = !now.has(term);
        if (isLinked || term.id === self || !(every === true || every === 'quiet' || isFirst)) return [];
        now.add(term);
        const words = inline.text.slice(start, end);
        // What a page binds may be a name of the card all the same.
        const spelled = mention.full === undefined || formsOf(term).includes(words) ? form : mention.full;
        const said = isFirst || every === true ? title({ term, name, form: spelled, words }) : undefined;
        return [{ start, end, url: target, ...optional('title', said) }];
      });
      return { links, now };
    };
    const refused = new Set<number>();
    for (let turn = 0; ; turn++) {
      const { links, now } = select(refused);
      const kept = links.length === 0 ? [] : standing(links);
      if (kept.length === links.length || turn === MOST_FIRSTS) {
        linked = now;
        return kept;
      }
      for (const link of links) if (!kept.includes(link)) refused.add(link.start);
    }
  };
}

// Wraps ranges of inline nodes in links.

/**
 * Wraps ranges of the text of `nodes`, the first of which begins at `at`; `links` are in order and do not overlap.
 * A link that touches or crosses the edge of an emphasis cuts it and stands outside: `**日・ASEAN**友好` becomes
 * `[**日・ASEAN**友好](…)`, and `**NISC**から` becomes `[**NISC**](…)から`, which every Markdown parser reads alike,
 * as it does not `**[NISC](…)**から`.
 */
export function wrapRanges(nodes: readonly PhrasingContent[], links: readonly NewLink[], at = 0): PhrasingContent[] {
  const placed = placeNodes(nodes, at);
  const isDeeper = (link: NewLink) =>
    placed.some(({ start, end, node }) => inlineChildren(node) && start < link.start && link.end < end);
  const wrapped: PhrasingContent[] = [];
  let from = at;
  for (const link of links.filter(link => !isDeeper(link))) {
    wrapped.push(...wrapInside(slice(placed, { start: from, end: link.start }), links));
    wrapped.push(linkTo(link, slice(placed, link)));
    from = link.end;
  }
  wrapped.push(...wrapInside(slice(placed, { start: from, end: Number.POSITIVE_INFINITY }), links));
  return wrapped;
}

function wrapInside(placed: readonly Placed[], links: readonly NewLink[]): PhrasingContent[] {
  return placed.map(({ node, start, end }) => {
    const within = links.filter(link => start <= link.start && link.end <= end);
    const inner = inlineChildren(node);
    return inner && within.length > 0 ? withInner(node, wrapRanges(inner, within, start)) : node;
  });
}

function linkTo({ url, title }: NewLink, placed: readonly Placed[]): PhrasingContent {
  // No link is ever inside the range of a new one, so that what is left are texts and emphases.
  const children = placed.map(({ node }) => node) as Extract<PhrasingContent, { type: 'link' }>['children'];
  return { type: 'link', url, ...optional('title', title), children };
}

/** The nodes of a range, those at its ends cut to it. */
function slice(placed: readonly Placed[], range: TextRange): Placed[] {
  return placed
    .map(({ node, start, end }) => ({
      node,
      from: start,
      start: Math.max(start, range.start),
      end: Math.min(end, range.end),
    }))
    .filter(({ start, end }) => start < end)
    .map(({ node, from, start, end }) => ({ node: cut(node, { start: start - from, end: end - from }), start, end }));
}

/** The part of a node between two offsets of its own text. */
function cut(node: PhrasingContent, range: TextRange): PhrasingContent {
  if (range.start === 0 && range.end === textOf(node).length) return node;
  if (node.type === 'text') return { type: 'text', value: node.value.slice(range.start, range.end) };
  const inner = inlineChildren(node);
  return inner
    ? withInner(
        node,
        slice(placeNodes(inner, 0), range).map(part => part.node),
      )
    : node;
}

/** A node with other content; its position in the source no longer holds. */
function withInner(node: PhrasingContent, children: PhrasingContent[]): PhrasingContent {
  const { position: _, ...rest } = node;
  return { ...rest, children } as PhrasingContent;
}
