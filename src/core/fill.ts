/** Puts values into a text of one of the tables of words. */

/** Puts the values in place of their names, `{page}`; a name without a value stays: `{person}`. */
export const fill = (words: string, values: Readonly<Record<string, string | number>> = {}): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
