/** Puts together what is known of where grams, patterns and words stand. */
import type { Placed } from '../shared/bytes.ts';

/** Passages in ascending order, with the places of what stands there; the beginning of a list may be all that was read. */
export interface Known extends Placed {
  /** Which passages from here on have it is not known. */
  readonly reach: number;
  /** At most so many of those have it. */
  readonly beyond: number;
}

export const NOWHERE: Known = {
  passages: new Uint32Array(0),
  places: new Uint8Array(0),
  reach: Number.POSITIVE_INFINITY,
  beyond: 0,
};

export const isComplete = ({ reach }: Known): boolean => reach === Number.POSITIVE_INFINITY;

/**
 * Where both can stand as they stand in a pattern. Places are known modulo 8 only, which leaves few passages to be read in
 * vain. @see https://github.blog/engineering/architecture-optimization/the-technology-behind-githubs-new-code-search/
 */
export function meet(a: Known, b: Known): Known {
  return a.reach >= b.reach ? sieve(a, b) : sieve(b, a);
}

/** Of one list what another does not exclude. */
function sieve(list: Known, by: Known): Known {
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
export function unite(lists: readonly Known[]): Known {
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

/** The places of a gram that stands at the letter `at` of a pattern, told of the beginning of the pattern. */
export function fromBeginning(known: Known, at: number): Known {
  const turn = at & 7;
  if (turn === 0) return known;
  return { ...known, places: known.places.map(bits => (bits >>> turn) | (bits << (8 - turn))) };
}

/** Passages of which nothing is known but that they are meant. */
export const anywhere = (passages: Known['passages']): Known => ({
  ...NOWHERE,
  passages,
  places: new Uint8Array(passages.length).fill(ANY),
});

/** Every place, modulo 8. */
const ANY = 255;
