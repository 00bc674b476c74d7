/** Reads the words of the page that the reader selected, with where they stand. */
import { cleanPart, textOf } from '../shell/clean.ts';
import { selectedRange } from '../shell/selection.ts';
import { addressOf, blocksIn, partOf, placeInWords } from './position.ts';
import type { Report } from './report.ts';

/** Of the text that the reader selected anywhere in the page; nothing where there is none. */
export function reportOfSelection(title: string): Report | undefined {
  const selected = chosenText();
  return selected && reportOf(title, selected);
}

/** Of words of the page, with the part where they begin. */
export function reportOf(title: string, { part, words }: Pick<Chosen, 'part' | 'words'>): Report {
  return { title, page: addressOf(part), place: placeInWords(part), sentence: words.replace(/\s+/g, ' ') };
}

/** Words of the page that the reader selected, with the part where they begin. */
export interface Chosen {
  readonly words: string;
  readonly part: Element;
  readonly range: Range;
}

export function chosenText(range = selectedRange()): Chosen | undefined {
  if (!range) return undefined;
  const start = partOf(range.startContainer);
  // A range may begin where a paragraph ends, of which it has no word.
  const first = start && blocksIn(start, range)[0];
  const part = first ? partOf(first) : start;
  const words = textOf(cleanPart(range));
  return part && words ? { words, part, range } : undefined;
}
