/** Finds the structure of a page: mends lines that the scan cut, then builds the tree. */
import type { Minutes } from '@tsuzuri/core/minutes';
import { apply, type Doubt, scanOffset, type Trace } from '@tsuzuri/core/trace';
import type { Analyzer } from '../morphology/index.ts';
import { buildBlocks } from './blocks.ts';
import { findJoins } from './join-lines.ts';
import { readLines, shapeOf } from './lines.ts';
import { readHead } from './metadata.ts';
import { findMoves } from './reorder.ts';
import { findSpaces, findUnclosedBold } from './spaces.ts';

/** Puts displaced words back, makes cut sentences whole, takes stray white space and bold marks out: in this order, each on the last one's text. */
export function mendLines(trace: Trace, words: Analyzer): Trace {
  const moved = apply(trace, findMoves(readLines(trace.text)));
  const joined = apply(moved, findJoins(shapesOf(moved), { text: moved.text, words }));
  const spaced = apply(joined, findSpaces(shapesOf(joined), { text: joined.text, words }));
  return apply(spaced, findUnclosedBold(spaced.text));
}

/** Builds the tree of a text whose lines are whole. */
export function parseMinutes(trace: Trace): Minutes {
  const { blocks, attendees, genre } = buildBlocks(shapesOf(trace));
  const { meeting, date } = readHead(blocks, attendees, genre);
  const doubts = date?.wrong ? [doubtOf(trace, date.index, date.raw, date.wrong)] : [];
  return { type: 'minutes', children: blocks, meeting, trace, doubts };
}

const shapesOf = (trace: Trace) => readLines(trace.text).map(shapeOf);

function doubtOf(trace: Trace, start: number, words: string, why: string): Doubt {
  return { at: scanOffset(trace)(start), length: words.length, suggestion: '', rule: 'date', why };
}
