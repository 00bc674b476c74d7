/** Knows of a page what its serializer must know before the first character is written. */

import { splitId } from '@tsuzuri/core/markdown';
import type { Definition, FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import type { Wording } from './escape.ts';
import type { CitedYears } from './term-index.ts';

/** What the serializer has to know of the book around the page. */
export interface Surroundings {
  /** `Page.path`: links are resolved from here, labels begin with it. */
  readonly path: string;
  /** All labels of the book, each with the number by which a link leads there. */
  readonly labels: ReadonlyMap<string, number>;
  readonly covers: Wording['covers'];
  readonly cited: CitedYears;
  readonly site: string | undefined;
  /** Of minutes, whose mentions of entries stand in the index. */
  readonly year: string | undefined;
  /** Levels to add to each heading: an entry stands one level below the word 用語集. */
  readonly shift: number;
  /** Headings down to this level stand in the printed contents; all of them stand in the PDF's outline. */
  readonly contentsLevel: number;
}

/** Surroundings, and what is known of the page before its first character is written. */
export interface State extends Surroundings, Wording {
  readonly depth: number;
  /** Inside a heading, a table or a note no new note may begin. */
  readonly noteless: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** The reference to each note where it is printed: the first one. */
  readonly carriers: ReadonlyMap<string, FootnoteReference>;
  readonly levels: ReadonlyMap<Nodes, number>;
  /** Label of a node; a second anchor of the same name gets none. */
  readonly anchors: ReadonlyMap<Nodes, string>;
}

export function stateOf(tree: Root, surroundings: Surroundings): State {
  const known = { ...references(tree), levels: levelsOf(tree, surroundings), anchors: anchorsOf(tree, surroundings) };
  return { ...surroundings, ...known, depth: 0, patience: 40, thin: true, noteless: false };
}

/** A heading or a table may stand on two pages (contents, repeated head): no note begins in it. */
const NOTELESS = new Set(['heading', 'table', 'footnoteDefinition']);

function references(tree: Root) {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const carriers = new Map<string, FootnoteReference>();
  visit(tree as Nodes, node => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if (node.type === 'footnoteReference' && !carriers.has(node.identifier)) carriers.set(node.identifier, node);
    return NOTELESS.has(node.type) ? SKIP : CONTINUE;
  });
  return { definitions, notes, carriers };
}

/** Levels without gaps, none for a heading without words: PDF/UA asks for both. */
function levelsOf(tree: Root, { shift }: Surroundings): ReadonlyMap<Nodes, number> {
  const levels = new Map<Nodes, number>();
  let level = shift;
  visit(tree, 'heading', node => {
    if (textOf(splitId(node).node).trim() === '') return;
    level = Math.min(node.depth + shift, level + 1);
    levels.set(node, level);
  });
  return levels;
}

/** Labels without doubles: Typst asks for it. The first node is the title, its label that of the page. */
function anchorsOf(tree: Root, { path }: Surroundings): ReadonlyMap<Nodes, string> {
  const nodes = new Map<string, Nodes>([tree.children[0] ?? tree].map(title => [path, title]));
  visit(tree as Nodes, node => {
    const id = node.type === 'heading' || node.type === 'paragraph' ? splitId(node).id : undefined;
    if (id !== undefined && !nodes.has(`${path}#${id}`)) nodes.set(`${path}#${id}`, node);
  });
  return new Map([...nodes].map(([label, node]) => [node, label]));
}
