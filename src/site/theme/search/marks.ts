/** Marks, where a found place was opened, the words that led there; the page itself stays as it is. */
import type { Router } from 'vitepress';
import { landed } from '../landing.ts';
import { onArrival } from '../navigation.ts';
import { type PlacedText, readWords, wordsFrom } from './search-words.ts';

/** What a link of the results shows as found. */
export interface Found {
  readonly pieces: readonly string[];
  /** Where they stand; `…` where it was cut. */
  readonly sentence?: string;
}

interface Goal extends Found {
  readonly pathname: string;
  readonly hash: string;
}

/** Also the name in the style sheet: `::highlight(search)`. */
const NAME = 'search';

let router: Router;
let goal: Goal | undefined;

/** Keeps the marks until the reader goes on, or presses Esc. */
export function markFindings(ofSite: Router): void {
  if (typeof window === 'undefined') return;
  router = ofSite;
  onArrival(arrive);
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) clear();
  });
}

/** To be told of each click on a result. */
export function goTo({ currentTarget, ctrlKey, metaKey, shiftKey }: MouseEvent, found: Found): void {
  if (ctrlKey || metaKey || shiftKey) return; // in another window
  const { pathname, hash } = currentTarget as HTMLAnchorElement;
  goal = { ...found, pathname, hash };
  // The router was told first: within the page it has arrived already.
  if (isThere(goal)) requestAnimationFrame(arrive);
}

/** The address changes before the page does; a page that the host has sent keeps the slash of its folder. */
const isThere = ({ pathname, hash }: Goal): boolean =>
  [router.route.path, location.pathname].every(path => withoutSlash(path) === withoutSlash(pathname)) &&
  location.hash === hash;
const withoutSlash = (path: string): string => path.replace(/\/$/, '');

function arrive(): void {
  clear();
  const page = document.querySelector<HTMLElement>('.vp-doc');
  if (!goal || !isThere(goal) || !page) {
    goal = undefined;
    return;
  }
  const start = goal.hash === '' ? page : landed();
  if (start && start !== page) focusOn(start);
  mark(readWords(page, start ?? page), goal);
}

const clear = (): void => void CSS.highlights?.delete(NAME);

/** So that the keyboard and the voice go on from there. */
function focusOn(place: HTMLElement): void {
  place.tabIndex = -1;
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  place.focus({ preventScroll: true });
}

function mark(text: PlacedText, { pieces, sentence = '' }: Found): void {
  if (!CSS.highlights) return;
  const { ranges, first } = wordsFrom(text, { pieces, sentence });
  if (!first) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  show(first);
}

/** After the router has scrolled, which it does in a frame of its own. */
function show(range: Range): void {
  const around = range.startContainer.parentElement;
  const folded = around?.closest<HTMLDetailsElement>('details:not([open])');
  if (folded) folded.open = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { top, bottom } = range.getBoundingClientRect();
      const bar = document.querySelector('.VPNav')?.getBoundingClientRect().bottom ?? 0;
      if (top < bar || bottom > innerHeight) around?.scrollIntoView({ block: 'center' });
    }),
  );
}
