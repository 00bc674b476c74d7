/** Builds tables from lines with tabs or pipes. */
import type { TextRun } from '@tsuzuri/core/minutes';
import { splitTabs } from './attendance.ts';
import { type Builder, container, wordsFrom } from './builder.ts';
import type { Shape } from './lines.ts';

/** Gives the index of the line behind the table. */
export function buildTable(builder: Builder, from: number): number {
  const { kind } = builder.shapes[from] as Shape;
  let to = from + 1;
  while (builder.shapes[to]?.kind === kind && builder.shapes[to]?.line.gap === 0) to++;
  const rows = builder.shapes
    .slice(from, to)
    .map(shape => (kind === 'tab' ? splitTabs(shape) : splitPipes(shape)))
    .filter(row => row.some(cell => !/^[-: ]*$/.test(cell.value)));
  builder.lists.length = 0;
  const target = container(builder);
  if (rows.length > 0) target.push({ type: 'table', ...headed(rows) });
  return to;
}

/** The first row is the head where it alone has no figures. */
function headed(rows: TextRun[][]): { head: string[]; rows: TextRun[][] } {
  const [first = [], ...others] = rows;
  const figures = (row: readonly TextRun[]): boolean => row.some(cell => /[0-9０-９]/.test(cell.value));
  const width = Math.max(...rows.map(row => row.length));
  if (others.length > 1 && !figures(first) && others.every(figures)) return { head: [], rows };
  return { head: Array.from({ length: width }, () => ''), rows };
}

function splitPipes(shape: Shape): TextRun[] {
  const { text } = shape.line;
  const cells: TextRun[] = [];
  for (const match of text.matchAll(/(?<=\|)[^|]*(?=\|)/g)) {
    const from = match.index + (match[0].length - match[0].trimStart().length);
    cells.push(wordsFrom(shape, from, from + match[0].trim().length));
  }
  return cells;
}
