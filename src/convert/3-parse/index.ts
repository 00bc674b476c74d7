/** Finds the structure of a page: repairs lines that the scan cut, then builds the tree. */
import type { Minutes } from '@tsuzuri/core/minutes';
import { apply, type Doubt, scanOffset, type Trace } from '@tsuzuri/core/trace';
import type { Analyzer } from '../morphology/index.ts';
import { buildBlocks } from './blocks.ts';
import { joinLines } from './join-lines.ts';
import { readLines, shapeOf } from './lines.ts';
import { readMetadata } from './metadata.ts';
import { reorder } from './reorder.ts';
import { findSpaces, findUnclosedBold } from './spaces.ts';

/**
 * Moves displaced labels back, joins cut sentences, removes stray white space and bold marks: in this order, each on the
 * text of the one before.
 */
export function repairLines(trace: Trace, analyzer: Analyzer): Trace {
  const moved = apply(trace, reorder(readLines(trace.text)));
  const joined = apply(moved, joinLines(shapesOf(moved), { text: moved.text, analyzer }));
  const spaced = apply(joined, findSpaces(shapesOf(joined), { text: joined.text, analyzer }));
  return apply(spaced, findUnclosedBold(spaced.text));
}

/** Builds the tree of a text whose lines are whole. */
export function parseMinutes(trace: Trace): Minutes {
  const { blocks, attendees, genre } = buildBlocks(shapesOf(trace));
  const { meeting, date } = readMetadata(blocks, attendees, genre);
  const doubts = date?.wrong ? [doubtOf(trace, date.index, date.raw, date.wrong)] : [];
  return { type: 'minutes', children: blocks, meeting, trace, doubts };
}

const shapesOf = (trace: Trace) => readLines(trace.text).map(shapeOf);

function doubtOf(trace: Trace, start: number, date: string, why: string): Doubt {
  return { at: scanOffset(trace)(start), length: date.length, suggestion: '', rule: 'date', why };
}
