/** Marks where a link has led: `:target` does not follow links that the page itself opens. */
import { onArrival } from './navigation.ts';

const MARK = 'data-landed';

/** The element that the address names. */
export const landed = (): HTMLElement | null => document.getElementById(decodeURIComponent(location.hash.slice(1)));

/** Keeps the mark on the element that the address names, after each page and each jump within one. */
export function markLandings(): void {
  onArrival(() => {
    document.querySelector(`[${MARK}]`)?.removeAttribute(MARK);
    landed()?.setAttribute(MARK, '');
  });
}
