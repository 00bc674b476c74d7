/** Takes a line of a table apart: cells between tabs, pipes or wide gaps, without white space at their ends. */
import type { TextRun } from '@tsuzuri/core/minutes';
import { textRun } from './builder.ts';
import type { Shape } from './lines.ts';

/** An empty cell stays. */
export function splitTabs(shape: Shape): TextRun[] {
  let at = 0;
  return shape.line.text.split('\t').map(cell => {
    const from = at + (cell.length - cell.trimStart().length);
    at += cell.length + 1;
    return textRun(shape, from, from + cell.trim().length);
  });
}

/** An empty cell stays; what is before the first pipe and behind the last one is none. */
export const splitPipes = (shape: Shape): TextRun[] => cellsBy(/(?<=\|)[^|]*(?=\|)/g, shape);

const splitGaps = (shape: Shape): TextRun[] => cellsBy(/\S(?:(?![ \u3000]{2}).)*/gu, shape);

function cellsBy(pattern: RegExp, shape: Shape): TextRun[] {
  return [...shape.line.text.matchAll(pattern)].map(({ 0: cell, index }) => {
    const from = index + (cell.length - cell.trimStart().length);
    return textRun(shape, from, from + cell.trim().length);
  });
}

/** By whichever of them the line has. */
export function splitCells(shape: Shape): TextRun[] {
  const { text } = shape.line;
  return text.includes('\t') ? splitTabs(shape) : text.includes('|') ? splitPipes(shape) : splitGaps(shape);
}
