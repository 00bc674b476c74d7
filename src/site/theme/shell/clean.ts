/** Takes out of a part of a page what is none of its words, and writes the rest as plain text and as HTML. */

/** What stands beside the words of a page. What of it a pointer could draw over cannot be selected either: style.css. */
export const BESIDE = [
  'button, input, select, textarea, label, summary, nav, [role="status"], .lang, .visually-hidden', // controls, and what they say
  '.header-anchor, .own-link, .mark-note, .taken, .proof-switch',
  '.follow-line, .file-name, .to-place', // of the site
  '.proof-list, .scan-lines, .entry-popover', // texts of their own
].join();

/** Without these around them, cells, items and lines of code are none. */
const FRAMES = 'pre, table, thead, tbody, tr, ul, ol';

/** On elements that are copied, for a moment: not shown, or shown as a line of their own. */
const LOOK = 'data-look';

/** A copy of what stands in a range as it is shown: nothing that is folded or hidden, a break where a line ends. */
export function shownPart(range: Range): HTMLElement {
  const looks = [...elementAt(range.commonAncestorContainer).querySelectorAll('*')].flatMap(element => {
    const look = range.intersectsNode(element) && lookOf(element);
    return look ? [[element, look] as const] : [];
  });
  for (const [element, look] of looks) element.setAttribute(LOOK, look);
  const part = cleanPart(range);
  for (const [element] of looks) element.removeAttribute(LOOK);
  for (const hidden of part.querySelectorAll(`[${LOOK}=hidden]`)) hidden.remove();
  for (const line of part.querySelectorAll(`[${LOOK}=line]`)) {
    if (line.previousSibling) line.before(document.createElement('br'));
    if (line.nextSibling) line.after(document.createElement('br'));
  }
  return part;
}

function lookOf(element: Element): string | undefined {
  const { display } = getComputedStyle(element);
  // Without a box of its own an element may still show what it holds.
  if (display !== 'contents' && element.checkVisibility?.({ visibilityProperty: true }) === false) return 'hidden';
  const isLine = element.matches('a, b, span') && /^(?:block|flex|grid)$/.test(display);
  return isLine ? 'line' : undefined;
}

/** A copy of what stands in a range, with the words of the page alone. */
export function cleanPart(range: Range): HTMLElement {
  const part = document.createElement('div');
  const around = elementAt(range.commonAncestorContainer);
  if (around.closest(BESIDE)) return part;
  let inner: Node = range.cloneContents();
  for (let frame = around.closest('pre') ?? around; frame.matches(FRAMES); frame = frame.parentElement ?? part) {
    const copy = frame.cloneNode();
    copy.appendChild(inner);
    inner = copy;
  }
  part.append(inner);
  for (const beside of part.querySelectorAll(BESIDE)) beside.remove();
  return part;
}

export const elementAt = (node: Node): Element =>
  node instanceof Element ? node : (node.parentElement ?? document.body);

const CELLS = 'td, th, dt, dd';
const BLOCKS = 'address, blockquote, div, dl, figure, h1, h2, h3, h4, h5, h6, hr, li, ol, p, section, table, tr, ul';

/** One line for each heading, paragraph, item and row, with tabs between the cells of a row. */
export function textOf(part: Node): string {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const words = squeeze(line);
    if (words.trim() !== '') lines.push(words);
    line = '';
  };
  const read = (node: Node): void => {
    if (node instanceof HTMLPreElement) {
      end();
      lines.push(node.textContent.trimEnd());
    } else if (node instanceof Element) {
      const isLine = node.matches(BLOCKS) || (node instanceof HTMLBRElement && !node.closest(CELLS));
      if (isLine) end();
      for (const child of node.childNodes) read(child);
      if (node instanceof HTMLBRElement) line += ' ';
      if (node.matches(CELLS)) line += '\t';
      if (isLine) end();
    } else if (node instanceof Text) line += node.data.replace(/[ \t\n\r\f]+/g, ' ');
  };
  read(part);
  end();
  return lines.join('\n');
}

/** As a browser shows a line: of several spaces one, at its ends none. An ideographic space is a character of the text. */
function squeeze(line: string): string {
  const cells = line.replace(/\t$/, '').split('\t');
  return cells.map(cell => cell.replace(/ +/g, ' ').replace(/^ | $/g, '')).join('\t');
}

/** Only look so: a correction that is shown, a list that may be folded, what is kept in one line. */
const LOOKS = 'ins.added, mark.doubt, details, span:not([lang])';
/** All else is of this page alone: classes, numbers, ids. */
const ATTRIBUTES = ['href', 'src', 'alt', 'lang', 'colspan', 'rowspan', 'start'];
/** May be without words. */
const NEVER_EMPTY = 'td, th, br, hr, img';

/** Without a trace of the page: no classes, no ids, links and pictures with their whole addresses. */
export function htmlOf(part: Element): string {
  const copy = part.cloneNode(true) as Element;
  for (const look of copy.querySelectorAll(LOOKS)) look.replaceWith(...look.childNodes);
  // From the last to the first: the inner ones before those around them.
  for (const element of [...copy.querySelectorAll('*')].reverse()) {
    if (element instanceof HTMLAnchorElement && element.hasAttribute('href'))
      element.setAttribute('href', element.href);
    if (element instanceof HTMLImageElement) element.setAttribute('src', element.src);
    for (const { name } of [...element.attributes]) if (!ATTRIBUTES.includes(name)) element.removeAttribute(name);
    if (!element.firstChild && !element.matches(NEVER_EMPTY)) element.remove();
  }
  return copy.innerHTML.replace(/<!--[\s\S]*?-->/g, '').trim();
}
