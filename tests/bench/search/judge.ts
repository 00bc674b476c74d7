/** Compares what engines find with what there is. */
import type { Engine } from './engine.ts';
import { KINDS, QUERIES, type Query } from './queries.ts';
import type { Section } from './sections.ts';
import { truthOf } from './truth.ts';

export interface Verdict {
  readonly query: Query;
  readonly missed: readonly Section[];
  readonly wrong: readonly Section[];
  readonly right: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

export async function judge(engine: Engine, sections: readonly Section[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const query of QUERIES) {
    const truth = truthOf(query, sections);
    const { sections: found, bytes, milliseconds } = await engine.ask(query.query);
    const missed = [...truth].filter(section => !found.has(section));
    const wrong = [...found].filter(section => !truth.has(section));
    verdicts.push({ query, missed, wrong, right: truth.size - missed.length, bytes, milliseconds });
  }
  return verdicts;
}

interface Score {
  /** Of what there is, so much was found; nothing where there is nothing. */
  readonly recall?: number;
  /** Of what was found, so much is right; nothing where nothing was found. */
  readonly precision?: number;
  /** Queries answered with all that there is, and nothing else. */
  readonly perfect: number;
  readonly queries: number;
}

function scoreOf(verdicts: readonly Verdict[]): Score {
  const sum = (count: (verdict: Verdict) => number): number => verdicts.reduce((all, one) => all + count(one), 0);
  const [right, missed, wrong] = [sum(one => one.right), sum(one => one.missed.length), sum(one => one.wrong.length)];
  return {
    ...(right + missed > 0 && { recall: right / (right + missed) }),
    ...(right + wrong > 0 && { precision: right / (right + wrong) }),
    perfect: verdicts.filter(one => one.missed.length + one.wrong.length === 0).length,
    queries: verdicts.length,
  };
}

const cell = (share: number | undefined): string => (share === undefined ? '–' : share.toFixed(2)).padStart(7);

/** One line for each kind of query, one for all; three columns for each engine. */
export function printScores(engines: ReadonlyMap<string, readonly Verdict[]>): void {
  console.log(''.padEnd(22) + [...engines.keys()].map(name => name.padStart(30)).join(''));
  console.log(`${'queries'.padEnd(22)}${' recall  precis.    all right '.padStart(30).repeat(engines.size)}`);
  for (const kind of [...KINDS, undefined]) {
    const cells = [...engines.values()].map(verdicts => {
      const { recall, precision, perfect, queries } = scoreOf(
        verdicts.filter(({ query }) => !kind || query.kind === kind),
      );
      return `${cell(recall)}  ${cell(precision)}  ${`${perfect} of ${queries}`.padStart(10)}`.padStart(30);
    });
    console.log((kind ?? 'all').padEnd(22) + cells.join(''));
  }
}

export function printFaults(verdicts: readonly Verdict[]): void {
  const places = (sections: readonly Section[]): string =>
    `${sections.length}: ${sections
      .slice(0, 3)
      .map(({ page, anchors }) => `${page}#${anchors[0]}`)
      .join(' ')}`;
  for (const { query, missed, wrong } of verdicts) {
    if (missed.length > 0) console.log(`    ${query.kind} ${query.query}: missed ${places(missed)}`);
    if (wrong.length > 0) console.log(`    ${query.kind} ${query.query}: wrong ${places(wrong)}`);
  }
}

/** The middle, what 95 of 100 do not exceed, the largest. */
export function spread(numbers: readonly number[]): { median: number; p95: number; most: number } {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), most: at(1) };
}
