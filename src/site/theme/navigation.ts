/** Tells whoever asks that the reader has come to another page, or to another place within one. */
import type { Router } from 'vitepress';
import { nextTick } from 'vue';

const acts = new Set<() => void>();

/** @returns stops telling */
export function onArrival(act: () => void): () => void {
  acts.add(act);
  return () => void acts.delete(act);
}

export function watchArrivals(router: Router): void {
  if (typeof window === 'undefined') return;
  const arrive = async (): Promise<void> => {
    await nextTick();
    for (const act of acts) act();
  };
  router.onAfterRouteChange = arrive;
  window.addEventListener('hashchange', arrive);
}
