/** Finds tables that were read cell by cell, a line each; where their shape proves how many columns they have, their rows. */
import type { Shape } from './lines.ts';

/** A name of a column, alone on its line. */
const COLUMN =
  /^(?:区\s*分|氏\s*名|所\s*属|出\s*欠|役\s*職(?:名)?|職\s*名|職\s*業|備\s*考|団\s*体(?:名)?|機関(?:名)?|番\s*号|選出区分|任\s*期)$/u;
const LONGEST_CELL = 25;

/** What a cell holds; the cells of a column hold the same. */
const KINDS = {
  mark: /^(?:[○◯〇×✕△欠]|出席|欠席|有|無)$/u,
  number: /^[△▲-]?[0-9][0-9,，.．]*(?:%|％|円|千円|人|名|件|点|回|か所|時間)?$/u,
  person:
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ヶー]{1,5}[ \u3000]+[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ヶー]{1,5}$/u,
} as const;
/** `氏　名` has the form of a name, and is the name of a column. */
type CellKind = keyof typeof KINDS | 'column' | 'words';

function kindOf({ line: { text } }: Shape): CellKind {
  if (COLUMN.test(text)) return 'column';
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).find(kind => KINDS[kind].test(text)) ?? 'words';
}

const isWords = (kind: CellKind | undefined): boolean => kind === 'words' || kind === 'column';

const MOST_COLUMNS = 8;
/** As few may come about by chance. */
const LEAST_ROWS = 3;

export interface FlattenedTable {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

const isCell = ({ line, kind }: Shape): boolean =>
  line.text.length <= LONGEST_CELL && !/[。：:]/u.test(line.text) && kind !== 'numbered' && kind !== 'speech';

/** Tables whose shape proves their width: names of columns in words, then rows in which each column holds the same, one of them marks, figures or people. */
export function flattenedTables(shapes: readonly Shape[]): readonly FlattenedTable[] {
  const found: FlattenedTable[] = [];
  for (let from = 0; from < shapes.length; ) {
    let end = from;
    for (let shape = shapes[end]; shape && isCell(shape) && (end === from || shape.line.gap === 0); shape = shapes[end])
      end++;
    const table = tableIn(shapes, from, end);
    if (table) found.push(table);
    from = table ? table.to : Math.max(end, from + 1);
  }
  return found;
}

/** The one table that a run of cells can be; nothing where it can be several, or none. */
function tableIn(shapes: readonly Shape[], from: number, end: number): FlattenedTable | undefined {
  const kinds = shapes.slice(from, end).map(kindOf);
  // What is no word stands in the first row: the names of the columns stand before it.
  const first = kinds.findIndex(kind => !isWords(kind));
  const found: FlattenedTable[] = [];
  for (let width = 2; width <= MOST_COLUMNS; width++)
    for (let start = Math.max(0, first - 2 * width + 1); start + width <= first; start++) {
      const rows = rowsOf(kinds, start, width);
      if (rows >= LEAST_ROWS) found.push({ from: from + start, to: from + start + (rows + 1) * width, width });
    }
  return found.length === 1 ? found[0] : undefined;
}

/** How many rows stand below the names of the columns; 0 where the shape proves nothing. */
function rowsOf(kinds: readonly CellKind[], start: number, width: number): number {
  const model = kinds.slice(start + width, start + 2 * width);
  // All names of columns stand in the head: none before it, none in a row.
  const isHead = kinds.slice(start, start + width).every(isWords) && kinds[start - 1] !== 'column';
  if (!isHead || model.includes('column') || model.every(kind => kind === model[0])) return 0;
  const behind = (row: number): number => start + (row + 1) * width;
  let rows = 0;
  while (model.every((kind, column) => kinds[behind(rows) + column] === kind)) rows++;
  // The next line is no beginning of a row that was lost in part.
  const next = kinds[behind(rows)];
  return next === undefined || isWords(next) ? rows : 0;
}

/** Lines of a table that was read cell by cell, by their index: two names of columns below each other, and the short lines behind them. */
export function flattenedCells(shapes: readonly Shape[]): ReadonlySet<number> {
  const cells = new Set<number>();
  const isColumn = (index: number): boolean => COLUMN.test(shapes[index]?.line.text ?? '');
  for (let index = 0; index < shapes.length; index++) {
    if (cells.has(index) || !isColumn(index) || !isColumn(index + 1)) continue;
    let at = index;
    for (let shape = shapes[at]; shape && isCell(shape); shape = shapes[at]) cells.add(at++);
  }
  return cells;
}
