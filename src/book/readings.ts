/** Finds how names of people and bodies are read, as far as the configuration or the glossary says it. */
import type { Term } from '@tsuzuri/core/card';
import type { Config } from './project.ts';

/** `村井 純` and `村井　純` are one name. */
export const withoutSpaces = (name: string): string => name.replace(/\p{Z}/gu, '');

/** By the name without its spaces; what the configuration says goes before the glossary. */
export const readingsOf = (said: Config['readings'] = [], terms: readonly Term[]): ReadonlyMap<string, string> =>
  new Map([
    ...terms.flatMap(({ term, reading }) => (reading === undefined ? [] : [[term, reading] as const])),
    ...said.map(([name, reading]) => [withoutSpaces(name), reading] as const),
  ]);
