/** Intersects and unites posting lists: in which passages n-grams, patterns and words stand. */
import type { Placed } from '../shared/bytes.ts';

/** Passages in ascending order, with the places of what stands there; the beginning of a list may be all that was read. */
export interface KnownPostings extends Placed {
  /** Which passages from here on have it is not known. */
  readonly reach: number;
  /** How many of those have it, at most. */
  readonly beyond: number;
}

export const NOWHERE: KnownPostings = {
  passages: new Uint32Array(0),
  places: new Uint8Array(0),
  reach: Number.POSITIVE_INFINITY,
  beyond: 0,
};

export const isComplete = ({ reach }: KnownPostings): boolean => reach === Number.POSITIVE_INFINITY;

/**
 * Where both can stand as they stand in a pattern. Places are known modulo 8 only, which leaves few passages to be read in
 * vain. @see https://github.blog/engineering/architecture-optimization/the-technology-behind-githubs-new-code-search/
 */
export function intersect(a: KnownPostings, b: KnownPostings): KnownPostings {
  return a.reach >= b.reach ? exclude(a, b) : exclude(b, a);
}

/** What is left of one list when another excludes what it does not have. */
function exclude(list: KnownPostings, by: KnownPostings): KnownPostings {
  const passages = new Uint32Array(list.passages.length);
  const places = new Uint8Array(passages.length);
  let length = 0;
  for (let i = 0, j = 0; i < passages.length; i++) {
    const passage = list.passages[i] as number;
    while (j < by.passages.length && (by.passages[j] as number) < passage) j++;
    const other = by.passages[j] === passage ? (by.places[j] as number) : passage >= by.reach ? ANY : 0;
    const both = (list.places[i] as number) & other;
    if (both === 0) continue;
    passages[length] = passage;
    places[length++] = both;
  }
  return { ...list, passages: passages.slice(0, length), places: places.slice(0, length) };
}

/** Where one of them stands, wherever in the passage. */
export function union(lists: readonly KnownPostings[]): KnownPostings {
  const all = new Uint32Array(lists.reduce((sum, { passages }) => sum + passages.length, 0));
  let length = 0;
  for (const { passages } of lists) {
    all.set(passages, length);
    length += passages.length;
  }
  const passages = lists.length === 1 ? all : all.sort().filter((passage, at) => passage !== all[at - 1]);
  const beyond = lists.reduce((sum, list) => sum + list.beyond, 0);
  return { ...anywhere(passages), reach: Math.min(NOWHERE.reach, ...lists.map(({ reach }) => reach)), beyond };
}

/** The places of a gram that stands at the character `at` of a pattern, counted from the beginning of the pattern. */
export function fromBeginning(known: KnownPostings, at: number): KnownPostings {
  const turn = at & 7;
  if (turn === 0) return known;
  return { ...known, places: known.places.map(bits => (bits >>> turn) | (bits << (8 - turn))) };
}

/** Passages of which no places are known. */
export const anywhere = (passages: KnownPostings['passages']): KnownPostings => ({
  ...NOWHERE,
  passages,
  places: new Uint8Array(passages.length).fill(ANY),
});

/** Every place, modulo 8. */
const ANY = 255;
