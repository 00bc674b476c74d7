/** Turns a table into elements: every cell of it, a head where it has words. */
import type { Element } from 'hast';
import type { Table, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { State } from './page-html.ts';
import { element } from './xhtml.ts';

/** A first column with no longer texts than this, names or dates, is not broken. */
const SHORT = 10;
/** More columns than this are wider than a small screen: the table is one to be moved sideways. */
const MANY_COLUMNS = 6;

export function tableElement(state: State, table: Table): Element {
  const [head, ...rows] = table.children;
  const count = Math.max(0, ...table.children.map(row => row.children.length));
  const cells = (row: TableRow, name: 'th' | 'td') =>
    Array.from({ length: count }, (_, index) => {
      const cell = row.children[index];
      return element(name, propertiesOf(name, table.align?.[index]), ...(cell ? state.all(cell) : []));
    });
  const lines = rows.map(row => element('tr', {}, ...cells(row, 'td')));
  const header = head && textOf(head).trim() ? [element('thead', {}, element('tr', {}, ...cells(head, 'th')))] : [];
  const isShort = table.children.every(({ children: [first] }) => textOf(first).length <= SHORT);
  const whole = element(
    'table',
    isShort ? { className: ['named'] } : {},
    ...header,
    ...(lines.length > 0 ? [element('tbody', {}, ...lines)] : []),
  );
  if (count <= MANY_COLUMNS) return whole;
  return element('section', { className: ['wide'], ariaLabel: '横に長い表', tabIndex: 0 }, whole);
}

const propertiesOf = (name: 'th' | 'td', align: string | null | undefined) => ({
  ...(name === 'th' ? { scope: 'col' } : {}),
  ...(align ? { className: [align] } : {}),
});
