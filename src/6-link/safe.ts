/** Decides which links may be spliced in without any other character being read in another way. */
import type { NewLink } from './choose.ts';
import type { Piece } from './pieces.ts';

/** A new link with its places in the source. */
export interface SourceLink {
  readonly link: NewLink;
  readonly pieces: readonly Piece[];
}

/** Where brackets would stand. */
interface Brackets {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

/** What reads otherwise with a `[` behind it: `!NISC` an image, `\NISC` an escape, `[案]NISC` a reference. */
const DISTURBED = /[!\\\]]/u;

/** A mark of emphasis. */
const MARK = /[*_~]/u;

/** What keeps `**` from opening or closing where a bracket stands on its other side: `a**[NISC](…)の**`. */
const CLINGING = /[^\s\p{P}\p{S}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u;

/** The same for `~~`, which parsers do not forgive for standing between Japanese letters: `は~~[NISC](…)の~~`. */
const CLINGING_TO_TILDE = /[^\s\p{P}\p{S}]/u;

/**
 * The links of a block that may be set. Whether one may depends on its neighbours, in `IPA**NISCの件**` the second on
 * the first; so those that may not go, until all that are left may.
 */
export function safeLinks(links: readonly SourceLink[], source: string, words: string): readonly SourceLink[] {
  // A mark among the words is one that found no partner: `2*NISC`. Beside a bracket it may find one.
  const isStray = MARK.test(words);
  const brackets = bracketsOf(links);
  const safe = links.filter(({ pieces }) =>
    pieces.every(
      piece =>
        isQuiet(piece, source) &&
        !(isStray && isBesideMark(piece, source, brackets)) &&
        isLoose(piece, source, brackets),
    ),
  );
  return safe.length === links.length ? safe : safeLinks(safe, source, words);
}

function bracketsOf(links: readonly SourceLink[]): Brackets {
  const pieces = links.flatMap(link => link.pieces);
  return { starts: new Set(pieces.map(({ start }) => start)), ends: new Set(pieces.map(({ end }) => end)) };
}

function isQuiet({ start }: Piece, source: string): boolean {
  return !DISTURBED.test(source.charAt(start - 1));
}

function isBesideMark({ start, end }: Piece, source: string, { starts, ends }: Brackets): boolean {
  return (
    (!ends.has(start) && MARK.test(source.charAt(start - 1))) || (!starts.has(end) && MARK.test(source.charAt(end)))
  );
}

/** Whether the emphasis that a piece begins or ends with still opens and closes with a bracket inside it. */
function isLoose({ opens, closes, depth }: Piece, source: string, { starts, ends }: Brackets): boolean {
  // In an emphasis inside another one, a mark between two punctuation marks may close the outer one.
  if (depth > 1 && (opens !== undefined || closes !== undefined)) return false;
  const [start, end] = [opens ?? 0, closes ?? source.length];
  const opensStill = ends.has(start) || !clings(source.charAt(start - 1), source.charAt(start));
  return opensStill && (starts.has(end) || !clings(source.charAt(end), source.charAt(end - 1)));
}

function clings(neighbour: string, mark: string): boolean {
  return (mark === '~' ? CLINGING_TO_TILDE : CLINGING).test(neighbour);
}
