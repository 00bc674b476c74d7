/** Marks where a link has led: `:target` does not follow links that the page itself opens. */
import type { Router } from 'vitepress';
import { nextTick } from 'vue';

const MARK = 'data-landed';

/** The element that the address names. */
export const landed = (): HTMLElement | null => document.getElementById(decodeURIComponent(location.hash.slice(1)));

/** Keeps the mark on the element that the address names, after each page and each jump within one. */
export function markLandings(router: Router): void {
  if (typeof window === 'undefined') return;
  const mark = async (): Promise<void> => {
    await nextTick();
    document.querySelector(`[${MARK}]`)?.removeAttribute(MARK);
    landed()?.setAttribute(MARK, '');
  };
  router.onAfterRouteChange = mark;
  window.addEventListener('hashchange', mark);
}
