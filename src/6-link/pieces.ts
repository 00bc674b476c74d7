/** Finds where the words of a new link stand in the source of a page, with what a bracket there would disturb. */
import { align } from './align.ts';
import type { NewLink } from './choose.ts';
import { innerNodes, type Span } from './run.ts';
import { type Placed, placeNodes } from './weave.ts';

/** A span of the source that gets brackets around it. */
export interface Piece extends Span {
  /** The rest of the same text on either side: `2*` of `2*NISC`. Empty beside an emphasis. */
  readonly before: string;
  readonly behind: string;
  /** Where the emphasis begins that begins with this piece, and where one ends that ends with it. */
  readonly opens?: number | undefined;
  readonly closes?: number | undefined;
}

/** A new link with its pieces: one, or one for each emphasis that it only enters. */
export interface SourceLink {
  readonly link: NewLink;
  readonly pieces: readonly Piece[];
}

/** What reads otherwise with a `[` behind it: `!NISC` an image, `\NISC` an escape, `[案]NISC` a reference. */
const DISTURBED_BY_BRACKET = /[!\\\]]$/u;

/** A mark that is none of emphasis, but may become one beside a bracket: `2*NISC`. */
const MARK_BEFORE = /[*_~]$/u;
const MARK_BEHIND = /^[*_~]/u;

/** What keeps an emphasis from beginning or ending where a bracket stands on its other side: `a**[NISC](…)の**`. */
const CLINGING = /[\p{sc=Latin}\p{Nd}]/u;

/** The same for `~~`, which parsers do not forgive for standing between Japanese letters: `は~~[NISC](…)の~~`. */
const CLINGING_TO_TILDE = /[^\s\p{P}\p{S}]/u;

type Edges = Pick<Piece, 'opens' | 'closes'>;

/** The pieces of a link among inline nodes that stand in the emphasis `edges`; none where source and text disagree. */
export function piecesOf(placed: readonly Placed[], link: NewLink, source: string, edges: Edges = {}): Piece[] {
  const pieces: Piece[] = [];
  let isOpen = false;
  for (const part of placed.filter(({ start, end }) => start < link.end && link.start < end)) {
    const around = edgesAt(part, placed, edges);
    const piece = pieceOf(part, link, source);
    const last = pieces.at(-1);
    if (piece && last && isOpen)
      pieces[pieces.length - 1] = { ...last, end: piece.end, behind: piece.behind, closes: around.closes };
    else if (piece) pieces.push({ ...piece, ...around });
    else
      pieces.push(
        ...piecesOf(placeNodes(innerNodes(part.node) ?? [], part.start), link, source, ownEdges(part, around)),
      );
    isOpen = piece !== undefined;
  }
  return pieces;
}

/**
 * The links that may be set without any other character being read in another way. Whether one may depends on its
 * neighbours, in `IPA**NISCの件**` the second on the first; so those that may not go, until all that are left may.
 */
export function safeLinks(links: readonly SourceLink[], source: string): readonly SourceLink[] {
  const starts = new Set(links.flatMap(({ pieces }) => pieces.map(({ start }) => start)));
  const ends = new Set(links.flatMap(({ pieces }) => pieces.map(({ end }) => end)));
  const safe = links.filter(({ pieces }) =>
    pieces.every(
      ({ start, before, behind, opens = 0, closes = source.length }) =>
        !DISTURBED_BY_BRACKET.test(source.charAt(start - 1)) &&
        !MARK_BEFORE.test(before) &&
        !MARK_BEHIND.test(behind) &&
        (before !== '' || ends.has(opens) || !clings(source.charAt(opens - 1), source.charAt(opens))) &&
        (behind !== '' || starts.has(closes) || !clings(source.charAt(closes), source.charAt(closes - 1))),
    ),
  );
  return safe.length === links.length ? safe : safeLinks(safe, source);
}

function clings(neighbour: string, mark: string): boolean {
  return (mark === '~' ? CLINGING_TO_TILDE : CLINGING).test(neighbour);
}

/** The piece of a text as far as the link covers it, or of another node that it covers wholly. */
function pieceOf({ node, start, end }: Placed, link: Span, source: string): Piece | undefined {
  const whole = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  if (node.type !== 'text')
    return link.start <= start && end <= link.end ? { ...whole, before: '', behind: '' } : undefined;
  const spans = align(source, node.value, whole.start);
  const first = spans?.[Math.max(link.start, start) - start];
  const last = spans?.[Math.min(link.end, end) - start - 1];
  if (!first || !last) return undefined;
  const [before, behind] = [source.slice(whole.start, first.start), source.slice(last.end, whole.end)];
  return { start: first.start, end: last.end, before, behind };
}

/** The edges of the emphasis around `placed` that a part of it touches. */
function edgesAt(part: Placed, placed: readonly Placed[], { opens, closes }: Edges): Edges {
  return { opens: part === placed[0] ? opens : undefined, closes: part === placed.at(-1) ? closes : undefined };
}

/** The edges of an emphasis, those of the emphasis around it where they are the same: `***NISC** …*`. */
function ownEdges({ node: { position } }: Placed, { opens, closes }: Edges): Edges {
  return { opens: opens ?? position?.start.offset, closes: closes ?? position?.end.offset };
}
