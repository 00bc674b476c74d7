/** Gathers in which passages each gram of a book stands. */
import { writeList } from './bytes.ts';
import { foldUnits } from './fold.ts';
import { type Field, keyOf, wordsOf } from './format.ts';
import type { Passage } from './passages.ts';
import { createPostings } from './postings.ts';

/** A list under the key by which it is found. */
export interface KeyedList {
  readonly key: string;
  readonly gram: string;
  /** How many passages. */
  readonly length: number;
  /** As `readPlaced` reads it. */
  readonly content: Uint8Array;
}

/** A list whose distances take more bytes goes without places, which would take more room than they are worth. */
const MOST_PLACED = 1_500;

/** @returns tells each list, as often as it is asked: all of them at once would take much memory */
export function gatherLists(passages: readonly Passage[]): (tell: (list: KeyedList) => void) => void {
  const byGram = {
    text: createPostings(),
    heading: createPostings(),
    speaker: createPostings(),
    body: createPostings(),
  };
  const byWhole = new Map<string, { field: Field; gram: string; passages: number[] }>();
  const noteWhole = (field: Field, gram: string, passage: number): void => {
    const known = byWhole.get(keyOf(field, gram));
    if (known) known.passages.push(passage);
    else byWhole.set(keyOf(field, gram), { field, gram, passages: [passage] });
  };
  for (const [number, passage] of passages.entries()) {
    const { head, speaker = '', who = '' } = passage;
    const words = wordsOf(passage);
    const top = foldUnits(words.top.join('\n'));
    byGram.text.add(number, top);
    byGram.heading.add(number, top);
    byGram.text.add(number, foldUnits(words.text));
    byGram.speaker.add(number, foldUnits(`${speaker}\n${who}`));
    byGram.body.add(number, foldUnits(head.body ?? ''));
    noteWhole('kind', head.kind, number);
    if (head.day) noteWhole('year', head.day.slice(0, 4), number);
  }
  return tell => {
    for (const [field, postings] of Object.entries(byGram))
      postings.each((gram, length, placed) => {
        const distances = placed.length - length;
        const content = distances > MOST_PLACED ? placed.subarray(0, distances) : placed;
        tell({ key: keyOf(field as Field, gram), gram, length, content });
      });
    for (const [key, { gram, passages }] of byWhole)
      tell({ key, gram, length: passages.length, content: writeList(passages) });
  };
}
