/** Shows beside each part of a page the lines of the scan that it comes from. */
import type { Proof } from '@tsuzuri/print/data/corrections';

/** On the element that holds the page, while the scan is shown. */
const BESIDE = 'beside-scan';

/** Some lines of the scan, with the parts of the page that come from them. */
interface Row {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Element[];
}

/** @returns hides the scan again */
export function showScan(root: Element, { scan, blocks }: Proof): () => void {
  const columns = rowsOf(root, blocks).map(row => {
    const [first] = row.parts;
    const beside = linesOf(first?.tagName === 'LI' ? 'li' : 'div', { scan, row });
    first?.before(beside);
    return beside;
  });
  for (const list of root.querySelectorAll('details')) list.open = true;
  for (const place of [root, document.documentElement]) place.classList.add(BESIDE);
  return () => {
    for (const beside of columns) beside.remove();
    for (const place of [root, document.documentElement]) place.classList.remove(BESIDE);
  };
}

/** A part without lines of its own stands with the one before it: a speaker and the words, which the scan has in one line. */
function rowsOf(root: Element, blocks: Proof['blocks']): Row[] {
  const rows: (Row & { parts: Element[] })[] = [];
  const numbers = new Map([...root.querySelectorAll('[data-b]')].map((block, number) => [block, number]));
  for (const part of partsOf(root)) {
    const inside = [...part.querySelectorAll('[data-b]'), ...(part.matches('[data-b]') ? [part] : [])];
    const lines = inside.map(block => blocks[numbers.get(block) ?? -1]).filter(lines => lines != null);
    const last = rows.at(-1);
    if (lines.length === 0 && last) last.parts.push(part);
    else if (lines.length > 0)
      rows.push({
        from: Math.min(...lines.map(([from]) => from)),
        to: Math.max(...lines.map(([, to]) => to)),
        parts: [part],
      });
  }
  return rows;
}

/** What stands beside one piece of the scan: each child of the page, each item of its lists. */
function partsOf(root: Element): Element[] {
  const parents = [...root.children].filter(child => child.querySelector('[data-b]'));
  const children = parents.flatMap(parent => [...parent.children]);
  return children.flatMap(child => (/^[UO]L$/.test(child.tagName) ? [...child.children] : [child]));
}

function linesOf(tag: string, { scan, row }: { scan: readonly string[]; row: Row }): Element {
  const beside = document.createElement(tag);
  beside.className = 'scan-lines';
  beside.style.gridRowEnd = `span ${row.parts.length}`;
  for (let number = row.from; number <= row.to; number++) {
    const words = scan[number - 1] ?? '';
    // Many a scan has a blank line behind each line; the numbers show that they are left out.
    if (words.trim() === '') continue;
    const line = document.createElement('span');
    line.className = 'scan-line';
    line.dataset.line = String(number);
    line.textContent = words;
    beside.append(line);
  }
  return beside;
}
