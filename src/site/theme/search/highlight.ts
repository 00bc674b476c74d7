/** Highlights on the page that a result led to the words that were found; the page itself stays as it is. */
import type { Router } from 'vitepress';
import { endOf } from '../minutes/position.ts';
import { onArrival, targetElement } from '../shell/arrivals.ts';
import { BESIDE } from '../shell/clean.ts';

/** What a link of the results shows as found. */
export interface Match {
  readonly pieces: readonly string[];
  /** Where they stand; `…` where it was cut. */
  readonly sentence?: string;
}

interface Goal extends Match {
  readonly pathname: string;
  readonly hash: string;
}

/** Also the name in the style sheet: `::highlight(search)`. */
const NAME = 'search';

let router: Router | undefined;
let goal: Goal | undefined;

/** Keeps the highlights until the reader leaves the page or presses Esc. */
export function highlightMatches(ofSite: Router): void {
  if (typeof window === 'undefined' || router) return;
  router = ofSite;
  onArrival(arrive);
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) clear();
  });
}

/** To call with each click on a result. */
export function followMatch({ currentTarget, ctrlKey, metaKey, shiftKey }: MouseEvent, match: Match): void {
  if (ctrlKey || metaKey || shiftKey) return; // in another window
  const { pathname, hash } = currentTarget as HTMLAnchorElement;
  goal = { ...match, pathname, hash };
  // The router handles the click first: within the page it has arrived already.
  if (isThere(goal)) requestAnimationFrame(arrive);
}

/** The address changes before the page does; a page that the host has sent keeps the slash of its folder. */
const isThere = ({ pathname, hash }: Goal): boolean =>
  [router?.route.path ?? '', location.pathname].every(path => withoutSlash(path) === withoutSlash(pathname)) &&
  location.hash === hash;
const withoutSlash = (path: string): string => path.replace(/\/$/, '');

function arrive(): void {
  clear();
  const page = document.querySelector<HTMLElement>('.vp-doc');
  if (!goal || !isThere(goal) || !page) {
    goal = undefined;
    return;
  }
  const start = goal.hash === '' ? page : targetElement();
  if (start && start !== page) focusOn(start);
  highlight(readWords(page, start ?? page), goal);
}

const clear = (): void => void CSS.highlights?.delete(NAME);

/** So that the keyboard and the screen reader continue from there. */
function focusOn(place: HTMLElement): void {
  place.tabIndex = -1;
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
  place.focus({ preventScroll: true });
}

function highlight(text: PlacedText, { pieces, sentence = '' }: Match): void {
  if (!CSS.highlights) return;
  const { ranges, first } = wordsFrom(text, { pieces, sentence });
  if (!first) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  scrollTo(first);
}

/** After the router has scrolled, which it does in a frame of its own. */
function scrollTo(range: Range): void {
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

/** The text of a part of a page, with the nodes that it comes from. */
interface PlacedText {
  readonly words: string;
  readonly nodes: readonly { readonly node: Text; readonly from: number }[];
}

/** @param start the page itself, or what an address names in it: then up to where the next part begins */
function readWords(page: Element, start: Element): PlacedText {
  const part = document.createRange();
  part.selectNodeContents(page);
  if (start !== page) part.setStartBefore(start);
  const end = start === page ? undefined : endOf(page, start);
  if (end) part.setEndBefore(end);
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let words = '';
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!part.intersectsNode(node) || node.parentElement?.closest(`${BESIDE}, .search-page`)) continue;
    nodes.push({ node, from: words.length });
    words += node.data;
  }
  return { words, nodes };
}

/** @returns where the pieces stand; the first of them in the sentence, else of all */
function wordsFrom(
  text: PlacedText,
  { pieces, sentence }: { pieces: readonly string[]; sentence: string },
): { ranges: Range[]; first: Range | undefined } {
  const found = [...text.words.matchAll(anyOf(pieces))].map(({ index, 0: { length } }) => ({ index, length }));
  const [begin = ''] = sentence.split('…').filter(Boolean);
  const at = Math.max(0, text.words.search(anyOf([begin])));
  const ranges = found.map(({ index, length }) => rangeOf(text, index, index + length));
  return { ranges, first: ranges[found.findIndex(({ index }) => index >= at)] ?? ranges[0] };
}

const NEVER = /(?!)/g;
/** The longest first; where one has a space the page may have several, or none. */
function anyOf(pieces: readonly string[]): RegExp {
  const known = [...new Set(pieces)].filter(piece => piece.trim() !== '').sort((a, b) => b.length - a.length);
  const patterns = known.map(piece => piece.trim().split(/\s+/).map(escaped).join('\\s*'));
  return patterns.length > 0 ? new RegExp(patterns.join('|'), 'gi') : NEVER;
}

/** `NISC (注)` → `NISC \(注\)` */
const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function rangeOf({ nodes }: PlacedText, from: number, to: number): Range {
  const range = new Range();
  const start = nodes.findLast(node => node.from <= from);
  const end = nodes.findLast(node => node.from < to);
  if (start) range.setStart(start.node, from - start.from);
  if (end) range.setEnd(end.node, to - end.from);
  return range;
}
