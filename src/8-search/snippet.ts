/** Cuts out of a passage what shows that it is the right one. */
import type { Span } from './answer.ts';
import { type Folded, fold } from './fold.ts';
import { placesOf } from './match.ts';
import type { Wanted } from './wanted.ts';

export interface Snippet {
  readonly sentence: string;
  readonly marks: readonly Span[];
}

/** `…した。`, a line, the end. */
const SENTENCE = /[^。\n]+。?/gu;
/** Letters that one reads at a glance. */
const LONGEST = 120;
/** Letters before the first word, where a sentence is longer. */
const BEFORE = 36;

/** The sentence with the most of the words, the first of its equals. */
export function snippetOf(text: string, words: readonly Wanted[]): Snippet {
  const sentences = (text.match(SENTENCE) ?? []).filter(sentence => sentence.trim() !== '');
  let best = { sentence: sentences[0] ?? '', marks: [] as Span[], words: 0 };
  for (const sentence of sentences) {
    const folded = fold(sentence);
    const count = words.filter(({ patterns }) => patterns.some(({ text }) => folded.text.includes(text))).length;
    if (count > best.words) best = { sentence, marks: marksIn(sentence, folded, words), words: count };
  }
  return cut(best.sentence.replaceAll('\t', '　').trimEnd(), best.marks);
}

/** Where the words stand in a text. */
export const marksOf = (text: string, words: readonly Wanted[]): Span[] => marksIn(text, fold(text), words);

function marksIn(text: string, folded: Folded, words: readonly Wanted[]): Span[] {
  const spanOf = (at: number, { length }: string): Span => {
    const [start = 0, end = 0] = [folded.places[at], folded.places[at + length]];
    // A letter that folds to several (㈱) is marked whole, a space behind the word is not.
    return [start, start + Math.max(1, text.slice(start, end).trimEnd().length)];
  };
  const spans = words
    .flatMap(({ patterns }) => patterns)
    .flatMap(pattern => placesOf(folded.text, pattern.text).map(at => spanOf(at, pattern.text)))
    .toSorted(([a], [b]) => a - b);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], span[1])];
    else merged.push(span);
  }
  return merged;
}

function cut(sentence: string, marks: readonly Span[]): Snippet {
  if (sentence.length <= LONGEST) return { sentence, marks: marks.filter(([from]) => from < sentence.length) };
  const first = marks[0]?.[0] ?? 0;
  const from = first <= LONGEST / 2 ? 0 : whole(sentence, first - BEFORE);
  const to = whole(sentence, Math.min(sentence.length, from + LONGEST));
  const shift = from > 0 ? 1 - from : 0;
  return {
    sentence: `${from > 0 ? '…' : ''}${sentence.slice(from, to)}${to < sentence.length ? '…' : ''}`,
    marks: marks
      .filter(([start]) => start >= from && start < to)
      .map(([start, end]): Span => [start + shift, Math.min(end, to) + shift]),
  };
}

/** No cut through a letter of two units. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);
