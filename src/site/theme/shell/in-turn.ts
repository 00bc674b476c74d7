/** Makes a part of the page come alive in a moment of its own, so that no other part waits for it. */
import { type Component, defineAsyncComponent, hydrateOnIdle } from 'vue';

/** Milliseconds after which it does so even where the browser is busy. */
const LATEST = 1000;

/** The whole page at once would block a phone for a fifth of a second (measured with Lighthouse). */
export function inTurn(part: Component): Component {
  const waiting = defineAsyncComponent({ loader: () => Promise.resolve(part), hydrate: hydrateOnIdle(LATEST) });
  // It is here already: what is asked for later, after a page without it, stands there at once.
  void (waiting as { __asyncLoader?: () => Promise<unknown> }).__asyncLoader?.();
  return waiting;
}
