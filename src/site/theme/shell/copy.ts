/** Puts the clean text of what is selected into the clipboard, whatever is shown. It is in the program of every page: copying waits for nothing. */
import { elementAt, htmlOf, shownPart, textOf } from './clean.ts';

/** Has a text of its own: who selects in it means that text. */
const APART = '.proof-list, .scan-lines, .entry-popover, input, textarea';

export function watchCopies(): void {
  if (typeof document !== 'undefined') document.addEventListener('copy', copyClean);
}

function copyClean(event: ClipboardEvent): void {
  const page = document.querySelector('.vp-doc');
  const selection = getSelection();
  if (!page || !selection || !event.clipboardData || event.defaultPrevented) return;
  if (document.activeElement?.matches('input, textarea')) return;
  const ranges = rangesIn(page, selection);
  if (ranges.length === 0) return;
  const parts = ranges.map(shownPart);
  event.preventDefault();
  event.clipboardData.setData('text/plain', parts.map(textOf).filter(Boolean).join('\n'));
  event.clipboardData.setData('text/html', parts.map(htmlOf).join(''));
}

/** What of a selection stands in the page, of which Firefox may have several ranges; nothing where it stands apart. */
function rangesIn(page: Element, selection: Selection): Range[] {
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index).cloneRange());
  return ranges.filter(range => {
    const around = elementAt(range.commonAncestorContainer);
    if (range.collapsed || !range.intersectsNode(page) || around.closest(APART)) return false;
    if (!page.contains(range.startContainer)) range.setStart(page, 0);
    if (!page.contains(range.endContainer)) range.setEnd(page, page.childNodes.length);
    return !range.collapsed;
  });
}
