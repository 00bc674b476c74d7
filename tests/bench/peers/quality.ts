/** Counts how many hand-made mentions a program links, and into how many hand-made traps it falls. */

import { unmark } from '../../link/mark.ts';
import { MENTIONS } from '../../link/mention-table.ts';
import { TERMS } from '../../link/terms.ts';
import { TRAPS } from '../../link/trap-table.ts';
import { CLOSE, type Contestant, OPEN, type Pages } from './contestants.ts';

export interface Quality {
  readonly mentions: number;
  readonly found: number;
  /** Links on the rows of the mentions that are no mention: too much, too little, elsewhere. */
  readonly wrong: number;
  readonly traps: number;
  /** Traps with at least one link that is no mention. */
  readonly fallen: number;
  /** Rows on which the program fails, with its words. */
  readonly crashes: readonly { readonly row: string; readonly failure: string }[];
  /** Rows that come out with other words than they went in. */
  readonly garbled: readonly string[];
}

const rowsOf = (table: Readonly<Record<string, readonly string[]>>): string[] => Object.values(table).flat();
const MENTION_ROWS = rowsOf(MENTIONS);
const TRAP_ROWS = rowsOf(TRAPS);

export function judge(home: string, contestant: Contestant): Quality {
  const rows = [...MENTION_ROWS, ...TRAP_ROWS];
  const { output, crashes } = link(home, contestant, new Map(rows.map((row, at) => [`row${at}`, `${unmark(row)}\n`])));
  const read = rows.map((row, at) => {
    const wanted = spans(row.replaceAll('[', OPEN).replaceAll(']', CLOSE));
    const said = output.get(`row${at}`);
    const got = said === undefined ? undefined : spans(contestant.mark(said));
    const links = [...(got?.links ?? [])];
    const isGarbled = got !== undefined && got.words !== wanted.words;
    return { row, wanted: wanted.links, links, isGarbled };
  });
  const right = ({ links, wanted }: (typeof read)[number]) => links.filter(span => wanted.has(span)).length;
  const mentions = read.slice(0, MENTION_ROWS.length);
  const traps = read.slice(MENTION_ROWS.length);
  const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);
  return {
    mentions: sum(read.map(({ wanted }) => wanted.size)),
    found: sum(read.map(right)),
    wrong: sum(mentions.map(one => one.links.length - right(one))),
    traps: traps.length,
    fallen: traps.filter(one => one.links.length > right(one)).length,
    crashes,
    garbled: read.filter(({ isGarbled }) => isGarbled).map(({ row }) => row),
  };
}

/** One file a row, all in one run; if it fails, half of them and the other half, down to the rows that are to blame. */
function link(
  home: string,
  contestant: Contestant,
  pages: Pages,
): { output: Map<string, string>; crashes: Quality['crashes'] } {
  const { cost, output } = contestant.run(home, pages, TERMS);
  if (cost.failure === undefined) return { output, crashes: [] };
  const all = [...pages];
  if (all.length === 1)
    return { output: new Map(), crashes: [{ row: String(all[0]?.[1].trim()), failure: cost.failure }] };
  const half = Math.ceil(all.length / 2);
  const parts = [all.slice(0, half), all.slice(half)].map(part => link(home, contestant, new Map(part)));
  return {
    output: new Map(parts.flatMap(part => [...part.output])),
    crashes: parts.flatMap(part => part.crashes),
  };
}

/** Where the brackets stand, counted without white space: what a program makes of a line break is not at issue. */
function spans(marked: string): { words: string; links: ReadonlySet<string> } {
  const links = new Set<string>();
  let words = '';
  let start = 0;
  for (const char of marked.replace(/\s/gu, '')) {
    if (char === OPEN) start = words.length;
    else if (char === CLOSE) links.add(`${start}-${words.length}`);
    else words += char;
  }
  return { words, links };
}
