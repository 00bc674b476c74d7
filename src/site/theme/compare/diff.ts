/** Finds what two lists of texts have in common, in order. */

/** Texts that are the same in both, or that stand in one or the other. */
export interface Run {
  readonly isSame: boolean;
  /** From one index to another: of the first list, of the second. */
  readonly first: readonly [from: number, to: number];
  readonly second: readonly [from: number, to: number];
}

/** The shortest way from one list to the other; every index stands in exactly one run. */
export function diff(first: readonly string[], second: readonly string[]): Run[] {
  const runs: Run[] = [];
  let [x, y] = [0, 0];
  const add = (isSame: boolean, toX: number, toY: number): void => {
    if (toX > x || toY > y) runs.push({ isSame, first: [x, toX], second: [y, toY] });
    [x, y] = [toX, toY];
  };
  for (const [startX, startY, length] of stretches(commonIn(first, second))) {
    add(false, startX, startY);
    add(true, startX + length, startY + length);
  }
  add(false, first.length, second.length);
  return runs;
}

type Pair = readonly [x: number, y: number];

/** Neighbouring pairs as one. */
function stretches(pairs: readonly Pair[]): [x: number, y: number, length: number][] {
  const found: [number, number, number][] = [];
  for (const [x, y] of pairs) {
    const last = found.at(-1);
    if (last && last[0] + last[2] === x && last[1] + last[2] === y) last[2]++;
    else found.push([x, y, 1]);
  }
  return found;
}

/** Two texts of the same meeting share most; of two meetings, few: what only one has is left out before it is searched. */
function commonIn(first: readonly string[], second: readonly string[]): Pair[] {
  const shared = (list: readonly string[], other: ReadonlySet<string>): number[] =>
    list.flatMap((words, index) => (other.has(words) ? [index] : []));
  const [xs, ys] = [shared(first, new Set(second)), shared(second, new Set(first))];
  const pairs = longestCommon(
    xs.map(x => first[x] as string),
    ys.map(y => second[y] as string),
  );
  return pairs.map(([x, y]) => [xs[x] as number, ys[y] as number]);
}

/** E. W. Myers, An O(ND) difference algorithm and its variations (1986): the pairs of a longest common subsequence. */
function longestCommon(first: readonly string[], second: readonly string[]): Pair[] {
  const furthest: Furthest = new Map([[1, 0]]);
  const history: Furthest[] = [];
  for (let differences = 0; ; differences++) {
    history.push(new Map(furthest));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const from = diagonalBefore(diagonal, differences, furthest);
      let x = (furthest.get(from) as number) + (from < diagonal ? 1 : 0);
      while (x < first.length && x - diagonal < second.length && first[x] === second[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= first.length && x - diagonal >= second.length) return pairsOn(history, [first.length, second.length]);
    }
  }
}

/** By diagonal (x − y), how far along the first list so many differences lead. */
type Furthest = Map<number, number>;

/** Where the last difference came from: one more text of the second list, or one more of the first. */
function diagonalBefore(diagonal: number, differences: number, furthest: Furthest): number {
  const [below, above] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1];
  const isOfSecond = diagonal === -differences || (diagonal !== differences && below < above);
  return isOfSecond ? diagonal + 1 : diagonal - 1;
}

/** Goes back from the end, difference by difference. */
function pairsOn(history: readonly Furthest[], [endX, endY]: Pair): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [endX, endY];
  for (const [differences, furthest] of [...history.entries()].reverse()) {
    const from = diagonalBefore(x - y, differences, furthest);
    const startX = furthest.get(from) as number;
    const startY = startX - from;
    for (; x > startX && y > startY; x--, y--) pairs.push([x - 1, y - 1]);
    [x, y] = [startX, startY];
  }
  return pairs.reverse();
}
