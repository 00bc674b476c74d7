/** Finds how names of people and bodies are read: as somebody says it, or, to put them in order, as the dictionary has it. */
import type { Analyzer } from '@tsuzuri/convert/morphology';
import type { Term } from '@tsuzuri/core/card';
import type { Config } from './project.ts';
import { commonForm } from './redirects.ts';

/** `村井 純` and `村井　純` are one name. */
export const withoutSpaces = (name: string): string => name.replace(/\p{Z}/gu, '');

/** By the name without its spaces; what the configuration says goes before the glossary. */
export const readingsOf = (said: Config['readings'] = [], terms: readonly Term[]): ReadonlyMap<string, string> =>
  new Map([
    ...terms.flatMap(({ term, reading }) => (reading === undefined ? [] : [[term, reading] as const])),
    ...said.map(([name, reading]) => [withoutSpaces(name), reading] as const),
  ]);

/**
 * What a name is sorted and found by, family name and given name apart: `﨑山 二郎` → `さきやま じろう`. The dictionary may be
 * wrong about a person, so this is never shown. Nothing where it has no reading for some of the name.
 */
export function kanaOf(name: string, { tokenize }: Pick<Analyzer, 'tokenize'>): string | undefined {
  const parts = commonForm(name)
    .replace(MARKS, '')
    .split(/\p{Z}+/u);
  const [family = [], ...given] = parts.map(part =>
    tokenize(part).map(({ surface, reading = surface }) => (KANA.test(reading) ? reading : undefined)),
  );
  if (family.includes(undefined)) return undefined;
  // The given name decides between few: as far as it is known.
  const kana = [family, ...given].map(words => words.join('')).join(' ');
  return kana.trim().replace(KATAKANA, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u;
const KATAKANA = /[ァ-ヶ]/g;
/** Between parts of a name: `ジャン＝ピエール` in its common form. */
const MARKS = /[・=]/g;
