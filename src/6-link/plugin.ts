/** A remark plugin that links the terms of a glossary. */
import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { createChooser, type GlossaryLinkOptions } from './choose.ts';
import { type Block, isBlock, readRun } from './run.ts';
import { weave } from './weave.ts';

export type { GlossaryLinkOptions } from './choose.ts';

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
