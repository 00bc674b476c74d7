/** Compares lists in which the same thing may stand more than once. */

/** What is left of `items` when each of `others` takes one away that has the same key. */
export function without<T>(items: readonly T[], others: readonly T[], key: (item: T) => string): T[] {
  const taken = new Map<string, number>();
  for (const other of others) taken.set(key(other), (taken.get(key(other)) ?? 0) + 1);
  return items.filter(item => {
    const times = taken.get(key(item)) ?? 0;
    taken.set(key(item), times - 1);
    return times <= 0;
  });
}

export interface Changed<T> {
  readonly gained: readonly T[];
  readonly lost: readonly T[];
}

export const changed = <T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Changed<T> => ({
  gained: without(after, before, key),
  lost: without(before, after, key),
});
