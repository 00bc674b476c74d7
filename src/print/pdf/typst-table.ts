/** Writes a table as Typst code: widths and alignment of its columns, where it may break. */
import type { Table, TableCell, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A crowded table may break its cells anywhere. */
type CellWriter = (cell: TableCell, crowded: boolean) => string;

/** More columns than this, and every cell may break anywhere. */
const MANY_COLUMNS = 8;
/** A row with more text than this may be cut by the edge of a page. */
const LONG_ROW = 400;
/** A table with no more rows than this stays in one piece, if its text is short. */
const FEW_ROWS = 12;

/** @param writeInline gives the inline code of a cell */
export function writeTable(table: Table, writeInline: CellWriter): string {
  const [head, ...rows] = table.children;
  const count = Math.max(...table.children.map(row => row.children.length));
  const crowded = count > MANY_COLUMNS;
  const cellsOf = (row: TableRow, name: string) =>
    Array.from({ length: count }, (_, index) =>
      cell(name, row.children[index], inline => writeInline(inline, crowded)),
    );
  const header = head && textOf(head).trim() ? [`table.header(${cellsOf(head, 'title-cell').join(', ')})`] : [];
  const columns = columnTexts(table, count);
  const shares = crowded ? columns.map(() => '1fr') : widths(columns);
  const cells = rows.flatMap(row => cellsOf(row, textOf(row).length > LONG_ROW ? 'table.cell' : 'whole'));
  const breakable = rows.length > FEW_ROWS || textOf(table).length > LONG_ROW;
  return `sheet(${[crowded, breakable, tuple(shares), tuple(leanings(table, columns)), ...header, ...cells].join(',\n')})`;
}

/** Rows of GFM may be short: without a cell of its own the next row would slip into the gap. */
function cell(name: string, node: TableCell | undefined, writeInline: (cell: TableCell) => string): string {
  const code = node ? writeInline(node).trim() : '';
  return `${name}(${code ? `{\n${code}\n}` : '[]'})`;
}

const tuple = (parts: readonly string[]): string => `(${parts.map(part => `${part},`).join(' ')})`;

const columnTexts = (table: Table, count: number): string[][] =>
  Array.from({ length: count }, (_, index) => table.children.map(row => cellText(row.children[index])));

const cellText = (cell: TableCell | undefined): string => (cell ? textOf(cell) : '');

/** Width of a text in em: a kanji counts one, an ASCII letter a half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0);

/** In em: a column up to `NARROW` takes what it needs, a table beyond `HALF` fills the line. */
const NARROW = 14;
const HALF = 24;
const LINE = 46;

/** Narrow columns as wide as they are, the others share what is left by the length of their texts. */
function widths(columns: readonly string[][]): string[] {
  const longest = columns.map(column => Math.max(...column.map(widthOf)));
  const whole = longest.reduce((sum, width) => sum + width, 0);
  const narrow = whole < HALF ? HALF : whole < LINE ? Math.max(...longest) - 0.5 : NARROW;
  return longest.map(width => (width <= narrow ? 'auto' : `${Math.ceil(Math.min(width, 2 * LINE))}fr`));
}

/** `6.3 億円`, `31百万円`, `1,234`, `▲5%` */
const AMOUNT = /^[▲△+-]?[\d０-９][\d０-９,.，．]*\s*(?:[十百千万億兆]*円|[%％]|[件名人台社回])?$/u;

/** As GFM says it; a column of amounts leans to the right, all else to the left. */
function leanings(table: Table, columns: readonly string[][]): string[] {
  return columns.map((column, index) => {
    const amounts = column.slice(1).filter(text => text !== '');
    return table.align?.[index] ?? (amounts.length > 0 && amounts.every(text => AMOUNT.test(text)) ? 'right' : 'left');
  });
}
