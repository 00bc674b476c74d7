/** Maps each block of a page of minutes to its lines of the scan, its corrections and its doubts. */

import { pagesOf } from '@tsuzuri/convert/1-decode/pages';
import { optional } from '@tsuzuri/core/collections';
import { pointAt } from '@tsuzuri/core/messages';
import { type Doubt, type Edit, place, scanOffset, type Trace } from '@tsuzuri/core/trace';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** What the site shows beside a page, as it stands in `data/PATH.proof.json`. */
export interface Proof {
  /** The scan, line by line. */
  readonly scan: readonly string[];
  /**
   * For each block that has words (heading, paragraph, cell), in the order of the page: its first and last line in the
   * scan, counted from 1; `null` where they stand with an earlier block, or the words are ours.
   */
  readonly blocks: readonly (readonly [first: number, last: number] | null)[];
  /** In the order of the scan. */
  readonly marks: readonly Mark[];
  /** Titles of the rules that the marks name. */
  readonly rules: Readonly<Record<string, string>>;
  /** Where the site has pictures of the pages that the marks name, by number. */
  readonly images?: Readonly<Record<number, string>>;
}

/** An edit or a doubt at its place in a block. */
export interface Mark {
  readonly block: number;
  /** Offsets in the words of the block, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** What the scan says, what the page says or, of a doubt, might say. */
  readonly scan: string;
  readonly clean: string;
  readonly doubt?: true;
  readonly person?: true;
  readonly rule: string;
  readonly why: string;
  /** In the scan, counted from 1. */
  readonly line: number;
  /** Of the original, where the scan tells its pages. */
  readonly page?: number;
}

/** A piece of the words of a block that comes from the scan: where it begins in the block, in the clean text. */
interface Piece {
  readonly at: number;
  readonly start: number;
  readonly length: number;
}

interface Leaf {
  readonly length: number;
  readonly pieces: readonly Piece[];
}

export interface Proven {
  /** The page before it was linked; its texts know their places in the clean text. */
  readonly tree: Root;
  readonly trace: Trace;
  readonly doubts: readonly Doubt[];
  /** Number of the first page that the scan holds, where a person has said it. */
  readonly firstPage?: number;
  /** Path in the site of the picture of a page. */
  readonly images?: ReadonlyMap<number, string>;
}

export function makeProof(
  { tree, trace, doubts, firstPage, images }: Proven,
  titles: ReadonlyMap<string, string>,
): Proof {
  const leaves = leavesOf(tree);
  const point = pointAt(trace.scan);
  const lineAt = (at: number): number => point(at).line;
  const pageAt = pagesOf(trace.scan, firstPage);
  const whereIs: Where = at => ({ line: lineAt(at), ...optional('page', pageAt(at)) });
  const marks = [
    ...editMarks(trace, leaves, whereIs),
    ...doubts.map(doubt => doubtMark(trace, { doubt, leaves, where: whereIs(doubt.at) })),
  ].toSorted((a, b) => a.block - b.block || a.from - b.from || a.to - b.to);
  const rules = [...new Set(marks.map(({ rule }) => rule))].map(rule => [rule, titles.get(rule) ?? rule]);
  const scan = trace.scan.split('\n').map(line => line.replace(/\r$/, ''));
  const shown = [...new Set(marks.flatMap(({ page = 0 }) => (images?.has(page) ? [page] : [])))];
  return {
    scan,
    blocks: linesOf(trace, leaves, lineAt),
    marks,
    rules: Object.fromEntries(rules),
    ...(images &&
      shown.length > 0 && { images: Object.fromEntries(shown.map(page => [page, images.get(page) ?? ''])) }),
  };
}

/**
 * On which pages of the original blocks stand: number of the block, of its first and of its last page. A block that is
 * left out stands where the one before it ended.
 */
export type OriginalPages = readonly (readonly [block: number, first: number, last: number])[];

/** Of all blocks that come from the scan; none where the scan tells no pages. */
export function originalPages({ tree, trace, firstPage }: Pick<Proven, 'tree' | 'trace' | 'firstPage'>): OriginalPages {
  const pageAt = pagesOf(trace.scan, firstPage);
  const toScan = scanOffset(trace);
  let reached: number | undefined;
  return leavesOf(tree).flatMap(({ pieces }, block) => {
    const [begin, end] = [pieces[0], pieces.at(-1)];
    const first = begin && pageAt(toScan(begin.start));
    const last = end && pageAt(toScan(end.start + end.length - 1));
    if (first === undefined || last === undefined || (first === reached && last === reached)) return [];
    reached = last;
    return [[block, first, last] as const];
  });
}

const LEAVES = ['heading', 'paragraph', 'tableCell'];

/** The blocks that have words, in the order of the page: the printer of the site counts them in the same way. */
function leavesOf(tree: Root): Leaf[] {
  const leaves: Leaf[] = [];
  visit(tree, node => {
    if (!LEAVES.includes(node.type)) return;
    const leaf = readLeaf(node);
    if (leaf.length > 0) leaves.push(leaf);
  });
  return leaves;
}

function readLeaf(block: Nodes): Leaf {
  const pieces: Piece[] = [];
  let length = 0;
  visit(block, 'text', ({ value, data }) => {
    if (data?.start !== undefined) pieces.push({ at: length, start: data.start, length: value.length });
    length += value.length;
  });
  return { length, pieces };
}

/** Each line of the scan goes to the first block that begins on it, or else to the last one that began before. */
function linesOf(trace: Trace, leaves: readonly Leaf[], lineAt: (at: number) => number): Proof['blocks'] {
  const toScan = scanOffset(trace);
  let reached = 0;
  const firsts = leaves.map(({ pieces: [piece] }) => {
    const line = piece ? lineAt(toScan(piece.start)) : 0;
    if (line <= reached) return undefined;
    // What stands before the first words of the page is shown with them.
    const first = reached === 0 ? 1 : line;
    reached = line;
    return first;
  });
  const end = lineAt(trace.scan.length);
  let next = end + 1;
  return firsts
    .toReversed()
    .map((first): [number, number] | null => {
      if (first === undefined) return null;
      const last = next - 1;
      next = first;
      return [first, last];
    })
    .toReversed();
}

/** Where in the scan an offset stands. */
type Where = (at: number) => Pick<Mark, 'line' | 'page'>;

function editMarks(trace: Trace, leaves: readonly Leaf[], whereIs: Where): Mark[] {
  return place(trace.edits).map(({ edit: { at, del, ins, rule, by, why }, start, end }) => ({
    ...placeIn(leaves, start, end),
    scan: del,
    clean: ins,
    ...(by === 'person' ? { person: true as const } : {}),
    rule,
    why,
    ...whereIs(at),
  }));
}

function doubtMark(
  { edits, scan }: Trace,
  { doubt, leaves, where }: { doubt: Doubt; leaves: readonly Leaf[]; where: ReturnType<Where> },
): Mark {
  const { at, length, suggestion, rule, why } = doubt;
  const [from, to] = [cleanOffset(edits, at), cleanOffset(edits, at + length)];
  return {
    ...placeIn(leaves, from, to),
    scan: scan.slice(at, at + length),
    clean: suggestion,
    doubt: true,
    rule,
    why,
    ...where,
  };
}

/** Where an offset of the scan stands in the clean text. */
function cleanOffset(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { at, del, ins } of edits) {
    if (at >= offset) break;
    if (at + del.length > offset) return at + shift + Math.min(ins.length, offset - at);
    shift += ins.length - del.length;
  }
  return offset + shift;
}

/** The block that holds a span of the clean text, or the last one before it, with the place in its words. */
function placeIn(leaves: readonly Leaf[], start: number, end: number): Pick<Mark, 'block' | 'from' | 'to'> {
  let block = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (const [index, { pieces }] of leaves.entries())
    for (const piece of pieces) if (piece.start <= start && piece.start >= best) [block, best] = [index, piece.start];
  const leaf = leaves[block];
  const from = leaf ? offsetIn(leaf, start) : 0;
  return { block, from, to: Math.max(from, leaf ? offsetIn(leaf, end) : 0) };
}

function offsetIn({ pieces, length }: Leaf, clean: number): number {
  const piece = pieces.findLast(({ start }) => start <= clean) ?? pieces[0];
  return piece ? Math.min(length, piece.at + Math.max(0, Math.min(piece.length, clean - piece.start))) : 0;
}
