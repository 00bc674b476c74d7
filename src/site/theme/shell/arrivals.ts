/** Reports that the reader has arrived at a page or a place within one, and marks the element that the address names. */
import type { Router } from 'vitepress';
import { nextTick } from 'vue';

const listeners = new Set<() => void>();

/** @returns stops listening */
export function onArrival(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function watchArrivals(router: Router): void {
  if (typeof window === 'undefined') return;
  const arrive = async (): Promise<void> => {
    await nextTick();
    for (const listener of listeners) listener();
  };
  router.onAfterRouteChange = arrive;
  window.addEventListener('hashchange', arrive);
  onArrival(markTarget);
}

/** The element that the address names. */
export const targetElement = (): HTMLElement | null =>
  document.getElementById(decodeURIComponent(location.hash.slice(1)));

const MARK = 'data-landed';

/** `:target` of CSS does not follow links that VitePress opens itself. */
function markTarget(): void {
  document.querySelector(`[${MARK}]`)?.removeAttribute(MARK);
  const target = targetElement();
  target?.setAttribute(MARK, '');
  if (target) takeFocus(target);
  // After the router has scrolled to where it is not yet, in a frame of its own.
  if (target && unfold(target)) requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
}

/** The keyboard goes on where a link has led, as where the browser itself follows it. */
function takeFocus(target: HTMLElement): void {
  const link = document.activeElement as HTMLAnchorElement | null; // what is none has no hash
  if (link?.hash !== location.hash || target.contains(link)) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** @returns whether something was folded around it */
function unfold(target: Element): boolean {
  const folded = target.closest<HTMLDetailsElement>('details:not([open])');
  if (folded) folded.open = true;
  return folded !== null;
}
