/** Intersects and unites ascending lists of passages. */

export type List = Uint32Array<ArrayBuffer>;

export const EMPTY: List = new Uint32Array(0);

export function intersect(a: List, b: List): List {
  const both = new Uint32Array(Math.min(a.length, b.length));
  let length = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = (a[i] as number) - (b[j] as number);
    if (difference === 0) both[length++] = a[i] as number;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return both.slice(0, length);
}

export function unite(lists: readonly List[]): List {
  if (lists.length <= 1) return lists[0] ?? EMPTY;
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const list of lists) {
    all.set(list, length);
    length += list.length;
  }
  return all.sort().filter((passage, index) => passage !== all[index - 1]);
}
