/** Extracts the excerpt around the matches. */

import { fold } from '../shared/fold.ts';
import type { Span } from '../shared/result.ts';
import type { ExpandedWord } from './expand.ts';
import { placesOf } from './match.ts';

export interface Snippet {
  readonly sentence: string;
  readonly marks: readonly Span[];
}

/** `…した。`, a line, the end. */
const SENTENCE = /[^。\n]+。?/gu;
/** Characters that one reads at a glance. */
const LONGEST = 130;
/** Characters before the first word, where a sentence is longer. */
const BEFORE = 24;

/** No more sentences show where the words stand. */
const MOST_SENTENCES = 2;

/**
 * The sentence with the most of the words, the first of its equals; and the one with the most of the others.
 * @param isEntry what is found by another name alone, which stands below, shows the sentence that defines it
 */
export function snippetOf(text: string, words: readonly ExpandedWord[], isEntry = false): Snippet {
  const sentences = (text.match(SENTENCE) ?? []).filter(sentence => sentence.trim() !== '');
  const chosen: number[] = [];
  let missing = words;
  while (chosen.length < MOST_SENTENCES && missing.length > 0) {
    const left = sentences.map(sentence => withoutFound(missing, sentence));
    const least = Math.min(...left.map(({ length }) => length));
    if (least >= missing.length) break;
    const best = left.findIndex(({ length }) => length === least);
    chosen.push(best);
    missing = left[best] ?? [];
  }
  const isNameAlone = isEntry && chosen.every(at => !sentences[at]?.endsWith('。'));
  const all = isNameAlone ? [0, ...chosen.filter(at => at > 0).slice(0, MOST_SENTENCES - 1)] : chosen;
  const shown = all.length > 0 ? all.toSorted((a, b) => a - b) : [0];
  const parts = shown.map(at => cut((sentences[at] ?? '').replaceAll('\t', '　'), words, LONGEST / shown.length));
  return parts.reduce((before, part) => joined(before, part));
}

function withoutFound(words: readonly ExpandedWord[], sentence: string): ExpandedWord[] {
  const { text } = fold(sentence);
  return words.filter(({ patterns }) => !patterns.some(pattern => text.includes(pattern.text)));
}

/** One sign for what was left out between them. */
function joined(before: Snippet, part: Snippet): Snippet {
  const start = before.sentence.replace(/…$/, '');
  const isCut = part.sentence.startsWith('…');
  const shift = start.length + (isCut ? 0 : 1);
  const marks = part.marks.map(([from, to]): Span => [from + shift, to + shift]);
  return { sentence: `${start}${isCut ? '' : '…'}${part.sentence}`, marks: [...before.marks, ...marks] };
}

/** The different strings that were found in a text, as it has them. */
export const foundIn = (text: string, words: readonly ExpandedWord[]): string[] => [
  ...new Set(marksOf(text, words).map(([from, to]) => text.slice(from, to))),
];

/** Where the words stand in a text. */
export function marksOf(text: string, words: readonly ExpandedWord[]): Span[] {
  const folded = fold(text);
  const spanOf = (at: number, { length }: string): Span => {
    const [start = 0, end = 0] = [folded.places[at], folded.places[at + length]];
    // A character that folds to several (㈱) is marked whole, a space behind the word is not.
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

function cut(whole: string, words: readonly ExpandedWord[], longest: number): Snippet {
  const sentence = whole.trimEnd();
  const marks = marksOf(sentence, words);
  if (sentence.length <= longest) return { sentence, marks };
  const first = marks[0]?.[0] ?? 0;
  const from = first <= longest / 2 ? 0 : between(sentence, first - BEFORE);
  const to = between(sentence, Math.min(sentence.length, from + longest));
  const shift = from > 0 ? 1 - from : 0;
  return {
    sentence: `${from > 0 ? '…' : ''}${sentence.slice(from, to)}${to < sentence.length ? '…' : ''}`,
    marks: marks
      .filter(([start]) => start >= from && start < to)
      .map(([start, end]): Span => [start + shift, Math.min(end, to) + shift]),
  };
}

/** No cut through a character of two units. */
const between = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);
