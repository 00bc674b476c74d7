/** Groups lists by a key, makes records with optional keys, remembers what was found or made. */

/** Puts items that share a key together, in the order in which they come (Node 20 has no `Map.groupBy`). */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** `{key: value}`, or nothing where the value is absent (what `exactOptionalPropertyTypes` asks for). */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

/** Asks once of each text in a row: many parts of one page are looked at before those of the next. */
export function remember<T>(ask: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly answer: T } | undefined;
  return text => {
    if (last?.text !== text) last = { text, answer: ask(text) };
    return last.answer;
  };
}

/** Asks once of each object, for as long as it lives; what is asked along with it is always the same. */
export function once<K extends object, V, More extends unknown[]>(
  ask: (of: K, ...more: More) => V,
): (of: K, ...more: More) => V {
  const known = new WeakMap<K, { readonly answer: V }>();
  return (of, ...more) => {
    const found = known.get(of) ?? { answer: ask(of, ...more) };
    known.set(of, found);
    return found.answer;
  };
}

/** Makes something when it is first wanted: what takes long to make costs nothing where nobody asks. */
export function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
