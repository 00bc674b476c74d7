/** Finds where the words of a new link stand in the source of a page. */
import { locate } from './align.ts';
import type { NewLink } from './choose.ts';
import { innerNodes, type Span } from './run.ts';
import { type Placed, placeNodes } from './weave.ts';

/** A span of the source that gets brackets around it. */
export interface Piece extends Span, Edges {}

/** Where the emphasis begins that begins with a piece, and where one ends that ends with it. */
interface Edges {
  /** How many emphases stand around the piece. */
  readonly depth: number;
  readonly opens?: number | undefined;
  readonly closes?: number | undefined;
}

/** A link to be, with the page that it is to stand in. */
interface Task {
  readonly link: NewLink;
  readonly source: string;
}

/**
 * The pieces of a link among inline nodes that stand in the emphasis `edges`: one, or one for each emphasis that the
 * link only enters; none where source and text disagree.
 */
export function piecesOf(placed: readonly Placed[], task: Task, edges: Edges = { depth: 0 }): Piece[] {
  const { link } = task;
  const pieces: Piece[] = [];
  let isOpen = false;
  for (const part of placed.filter(({ start, end }) => start < link.end && link.start < end)) {
    const touched = edgesTouched(part, link, { placed, edges });
    const span = spanOf(part, task);
    const last = pieces.at(-1);
    if (span && last && isOpen) pieces[pieces.length - 1] = { ...last, end: span.end, closes: touched.closes };
    else if (span) pieces.push({ ...span, ...touched });
    else pieces.push(...piecesInside(part, task, touched));
    isOpen = span !== undefined;
  }
  return pieces;
}

/** The pieces inside an emphasis; its edges are those of the emphasis around it where both begin or end at once. */
function piecesInside({ node, start }: Placed, task: Task, edges: Edges): Piece[] {
  const { opens = node.position?.start.offset, closes = node.position?.end.offset, depth } = edges;
  return piecesOf(placeNodes(innerNodes(node) ?? [], start), task, { opens, closes, depth: depth + 1 });
}

function edgesTouched(part: Placed, link: Span, { placed, edges }: { placed: readonly Placed[]; edges: Edges }): Edges {
  const isFirst = part === placed[0] && link.start <= part.start;
  const isLast = part === placed.at(-1) && part.end <= link.end;
  return { ...edges, opens: isFirst ? edges.opens : undefined, closes: isLast ? edges.closes : undefined };
}

/** The source of a text as far as the link covers it, or of another node that it covers wholly. */
function spanOf({ node, start, end }: Placed, { link, source }: Task): Span | undefined {
  const whole = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  if (node.type !== 'text') return link.start <= start && end <= link.end ? whole : undefined;
  const part = { start: Math.max(link.start, start) - start, end: Math.min(link.end, end) - start };
  return locate(source, { text: node.value, from: whole.start, part });
}
