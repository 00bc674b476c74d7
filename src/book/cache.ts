/** Caches what was made by what it was made of, so that a second build makes only what has changed. */

/**
 * Gives back what was made under this name, if it was made of the very same values (`Object.is`); makes it otherwise.
 * @param from lists everything that the result depends on; not called without a cache
 */
export type Cache = <T>(name: string, from: () => readonly unknown[], make: () => T) => T;

export function createCache(): Cache {
  const kept = new Map<string, { readonly from: readonly unknown[]; readonly made: unknown }>();
  return <T>(name: string, from: () => readonly unknown[], make: () => T): T => {
    const now = from();
    const known = kept.get(name);
    if (known?.from.length === now.length && now.every((value, index) => Object.is(value, known.from[index])))
      return known.made as T;
    const made = make();
    kept.set(name, { from: now, made });
    return made;
  };
}

/** Makes everything again: a build happens once a process. */
export const noCache: Cache = (_name, _from, make) => make();
