/** Gathers in which passages each gram of a book stands. */
import { writeList } from './bytes.ts';
import { foldUnits } from './fold.ts';
import { type Field, keyOf, wordsOf } from './format.ts';
import type { Passage } from './passages.ts';
import { createPostings } from './postings.ts';

/** A list with what it is found by. */
export interface KeyedList {
  readonly field: Field;
  readonly gram: string;
  /** How many passages. */
  readonly length: number;
  /** As `readPlaced` reads it. */
  readonly content: Uint8Array;
}

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
    const top = foldUnits(`${words.title}\n${words.heading}`);
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
      postings.each((gram, length, content) => tell({ field: field as Field, gram, length, content }));
    for (const { field, gram, passages } of byWhole.values())
      tell({ field, gram, length: passages.length, content: writeList(passages) });
  };
}
