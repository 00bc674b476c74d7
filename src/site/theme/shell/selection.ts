/** Loads what reads a selection as soon as there is one, so that a page comes without it; puts clean text into the clipboard. */
import type { Report } from '../minutes/report.ts';

interface Reader {
  readonly copyClean: (event: ClipboardEvent) => void;
  readonly reportOfSelection: (title: string) => Report | undefined;
}

let reader: Reader | undefined;

const load = (): Promise<void> =>
  import('./selected.ts').then(({ copyClean, reportOfSelection }) => {
    reader = { copyClean, reportOfSelection };
  });

/** What the reader selected, as it is now. */
export function selectedRange(): Range | undefined {
  const selection = getSelection();
  return selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : undefined;
}

/** Nothing where nothing is selected. */
export const reportOfSelection: Reader['reportOfSelection'] = title => reader?.reportOfSelection(title);

export function watchSelection(): void {
  if (typeof document === 'undefined') return;
  document.addEventListener('selectionchange', () => void load().catch(() => {}), { once: true });
  document.addEventListener('copy', event => {
    if (reader) reader.copyClean(event);
    else if (selectedRange() && !document.activeElement?.matches('input, textarea')) copyLater(event);
  });
}

/** Who was quicker than the network copies a moment later; without a network what the browser would have copied. */
function copyLater(event: Event): void {
  event.preventDefault();
  const copy = (): void => void document.execCommand('copy');
  load().then(copy, () => {
    document.addEventListener('copy', again => again.stopImmediatePropagation(), { once: true, capture: true });
    copy();
  });
}
