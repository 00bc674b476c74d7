/** Reads a page for print: its title, heading levels, anchors and footnotes. */

import type { Page } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';
import { blockId } from '@tsuzuri/core/markdown';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  ListItem,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

export interface PrintedPage {
  readonly page: Page;
  /** The title is the first of them. */
  readonly blocks: readonly RootContent[];
  /** Levels without gaps; a heading without words has none. */
  readonly levels: ReadonlyMap<Nodes, number>;
  /** Labels of headings and paragraphs that bear an anchor; a second anchor of the same name is none. */
  readonly anchors: ReadonlyMap<Nodes, string>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, Note>;
}

/** A footnote that something refers to. */
export interface Note {
  readonly number: number;
  readonly definition: FootnoteDefinition;
  /** Where its number is printed; the first of them is where it leads back to. */
  readonly references: readonly FootnoteReference[];
}

/** @param shift levels that stand above the title of the page */
export function printedPage(page: Page, shift: number): PrintedPage {
  const blocks = titleFirst(page, shallow(page.tree, 0).children as RootContent[]);
  const tree: Root = { type: 'root', children: blocks };
  return {
    page,
    blocks,
    levels: levelsOf(blocks, shift),
    anchors: anchorsOf(tree, page.path),
    definitions: firstById<Definition>(tree, 'definition'),
    notes: notesOf(tree),
  };
}

/** The page as it is printed, to find its anchors. */
export const treeOf = ({ page, blocks }: PrintedPage): Page => ({
  ...page,
  tree: { type: 'root', children: [...blocks] },
});

/** Deeper nesting than this is an accident of the OCR or an attack: its text stays, its structure goes. */
const MAX_DEPTH = 24;

/** Blocks that hold blocks: the text in them has to stand in a paragraph. */
const HOLDS_BLOCKS = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

function shallow<T extends Parents>(node: T, depth: number): T {
  const deep = node.children as (Nodes & { children?: Nodes[] })[];
  if (!deep.some(({ children }) => children)) return node;
  if (depth < MAX_DEPTH || node.type === 'list' || node.type === 'table' || node.type === 'tableRow')
    return { ...node, children: deep.map(child => (child.children ? shallow(child as Parents, depth + 1) : child)) };
  const flat: PhrasingContent[] = [{ type: 'text', value: textOf(node) }];
  return { ...node, children: HOLDS_BLOCKS.has(node.type) ? [{ type: 'paragraph', children: flat }] : flat };
}

/** The page with its title as first node, the anchor of which is that of the page. */
export function withTitle(page: Page): Page {
  const [title, ...rest] = titleFirst(page, page.tree.children) as [Heading, ...RootContent[]];
  return { ...page, tree: { ...page.tree, children: [{ ...title, data: {} }, ...rest] } };
}

/** The heading that the page has, or one made of its front matter. */
function titleFirst({ title, path }: Page, blocks: readonly RootContent[]): RootContent[] {
  const found = blocks.find(node => node.type === 'heading' && node.depth === 1 && textOf(node).trim() !== '');
  const made: Heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: title.trim() || path }] };
  return [found ?? made, ...blocks.filter(node => node !== found)];
}

/** The end of official minutes, which stands at the right: `－ 以上 －` */
export const CLOSING = /^[-－―—\s（(]*以\s*上[-－―—\s）)]*$/u;

function levelsOf(blocks: readonly RootContent[], shift: number): ReadonlyMap<Nodes, number> {
  const levels = new Map<Nodes, number>();
  let level = shift;
  visit({ type: 'root', children: [...blocks] } as Root, 'heading', node => {
    if (textOf(node).trim() === '') return;
    // The title stands alone on its level.
    const depth = levels.size === 0 ? 1 : Math.max(2, node.depth);
    level = Math.min(depth + shift, level + 1);
    levels.set(node, level);
  });
  return levels;
}

function anchorsOf(tree: Root, path: string): ReadonlyMap<Nodes, string> {
  const nodes = new Map<string, Nodes>();
  visit(tree as Nodes, node => {
    const id = blockId(node);
    if (id !== undefined && !nodes.has(id)) nodes.set(id, node);
  });
  return new Map([...nodes].map(([id, node]) => [node, `${path}#${id}`]));
}

/** The label of the place that an item of a list is: that of its first paragraph, which a tight list does not show. */
export const itemAnchor = ({ children: [first] }: ListItem, { anchors }: PrintedPage): string | undefined =>
  first && anchors.get(first);

/** Of definitions with the same name the first one holds. */
function firstById<T extends Definition | FootnoteDefinition>(tree: Root, type: T['type']): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  visit(tree as Nodes, type, node => {
    const definition = node as T;
    if (!found.has(definition.identifier)) found.set(definition.identifier, definition);
  });
  return found;
}

/** In the order in which the text refers to them; inside a link there can be no other. */
function notesOf(tree: Root): ReadonlyMap<string, Note> {
  const definitions = firstById<FootnoteDefinition>(tree, 'footnoteDefinition');
  const linked = new Set<Nodes>();
  for (const type of ['link', 'linkReference'] as const)
    visit(tree as Nodes, type, link => visit(link, 'footnoteReference', node => void linked.add(node)));
  const references: FootnoteReference[] = [];
  visit(tree as Nodes, 'footnoteReference', node => void (linked.has(node) || references.push(node)));
  const cited = [...groupBy(references, ({ identifier }) => identifier)].flatMap(([identifier, found]) => {
    const definition = definitions.get(identifier);
    return definition ? [{ definition, references: found }] : [];
  });
  return new Map(cited.map((note, index) => [note.definition.identifier, { ...note, number: index + 1 }]));
}

/** No anchor of a text begins with a hyphen. */
export const noteLabel = ({ page }: PrintedPage, { number }: Note): string => `${page.path}#-note-${number}`;
export const backLabel = ({ page }: PrintedPage, { number }: Note): string => `${page.path}#-from-${number}`;

/** Every place in these blocks that a link of the book may lead to. */
export function labelsIn(blocks: readonly RootContent[], printed: PrintedPage): string[] {
  const labels: string[] = [];
  visit({ type: 'root', children: [...blocks] } as Nodes, node => {
    const label = printed.anchors.get(node);
    if (label !== undefined) labels.push(label);
    const note = 'identifier' in node ? printed.notes.get(node.identifier) : undefined;
    if (note?.definition === node) labels.push(noteLabel(printed, note));
    if (note?.references[0] === node) labels.push(backLabel(printed, note));
  });
  return labels;
}
