/** Proves that two lists are compared by the shortest way, and that both can be read off the result. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from './diff.ts';

const shown = (first: string, second: string): string =>
  diff([...first], [...second])
    .map(({ isSame, first: [from, to], second: [start, end] }) =>
      isSame ? first.slice(from, to) : `[${first.slice(from, to)}|${second.slice(start, end)}]`,
    )
    .join('');

test.each([
  ['', '', ''],
  ['あいう', 'あいう', 'あいう'],
  ['あいう', 'あう', 'あ[い|]う'],
  ['あう', 'あいう', 'あ[|い]う'],
  ['あいう', 'あかう', 'あ[い|か]う'],
  ['あい', 'かき', '[あい|かき]'],
  ['はなはなし', 'はなし', 'はな[はな|]し'],
])('%s and %s: %s', (first, second, result) => {
  expect(shown(first, second)).toBe(result);
});

/** By a table of all lengths: slow, and plain. */
function lengthOfCommon(a: readonly string[], b: readonly string[]): number {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (const [x, word] of a.entries())
    for (const [y, other] of b.entries()) {
      const row = lengths[x + 1] as number[];
      const [above, left, before] = [lengths[x]?.[y + 1] ?? 0, row[y] ?? 0, lengths[x]?.[y] ?? 0];
      row[y + 1] = word === other ? before + 1 : Math.max(above, left);
    }
  return lengths[a.length]?.[b.length] ?? 0;
}

test('any two lists: each text stands in one run, in order; no way has more in common', () => {
  const list = fc.array(fc.constantFrom('あ', 'い', 'う', 'え'), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (first, second) => {
      const runs = diff(first, second);
      expect(runs.flatMap(run => first.slice(...run.first))).toEqual(first);
      expect(runs.flatMap(run => second.slice(...run.second))).toEqual(second);
      const same = runs.filter(({ isSame }) => isSame);
      for (const run of same) expect(first.slice(...run.first)).toEqual(second.slice(...run.second));
      const common = same.reduce((sum, { first: [from, to] }) => sum + to - from, 0);
      expect(common).toBe(lengthOfCommon(first, second));
    }),
  );
});
