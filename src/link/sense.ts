/** Tells by the words around a name whether it means what its card says, as the card asks for them. */
import type { Term } from '@tsuzuri/core/card';
import { type Folded, fold } from '@tsuzuri/core/unicode';
import { kindOf } from './boundaries.ts';

/** What a card wants of the surroundings of its names; words are found in folded text of lower case. */
export interface Sense {
  /** One of these words has to stand there. */
  readonly near: RegExp | undefined;
  /** None of these words may stand there. */
  readonly notNear: RegExp | undefined;
  /** Whether a word right beside the name may make it another thing: it names something that there is once. */
  readonly isProper: boolean;
}

const PROPER: readonly unknown[] = ['organisation', 'system', 'programme', 'exercise', 'event'];

/** @param form the name of the entry that is looked for */
export function senseOf(term: Term, form: string): Sense {
  const { category, near, 'not-near': notNear } = term;
  const isProper = category === undefined ? kindOf(undefined, form) === 'body' : PROPER.includes(category);
  return { near: wordsOf(near), notNear: wordsOf(notNear), isProper };
}

/** Words of Latin letters stand alone there: `art` is not in `party`; in English they may be plurals. */
function wordsOf(words: readonly string[] = []): RegExp | undefined {
  const alternatives = words.map(word => {
    const { lower } = fold(word.trim());
    const escaped = lower.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
    const before = /^[\p{sc=Latin}\p{Nd}]/u.test(lower) ? '(?<![\\p{sc=Latin}\\p{Nd}])' : '';
    const behind = /[\p{sc=Latin}\p{Nd}]$/u.test(lower) ? '(?:e?s)?(?![\\p{sc=Latin}\\p{Nd}])' : '';
    return before + escaped + behind;
  });
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'u');
}

/** Where a name stands, in folded units. */
interface Place {
  readonly folded: Folded;
  readonly start: number;
  readonly end: number;
  /** Words of the heading of the section. */
  readonly heading: string | undefined;
}

/** Whether the surroundings of a name, its paragraph and the heading of its section, are as its card wants them. */
export function fitsSurroundings({ near, notNear }: Sense, { folded: { lower }, start, end, heading }: Place): boolean {
  if (!near && !notNear) return true;
  const around = `${lower.slice(0, start)}\uFFFC${lower.slice(end)}\n${heading === undefined ? '' : fold(heading).lower}`;
  return (near?.test(around) ?? true) && !notNear?.test(around);
}
