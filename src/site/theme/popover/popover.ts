/** Decides when a link to the glossary shows its term: by pointer, keyboard or finger. */
import { FOLDERS, popoverFile } from '@tsuzuri/core/urls';
import type { PopoverEntry } from '@tsuzuri/print/data/popovers';
import { type Route, type Router, withBase } from 'vitepress';
import { watch } from 'vue';
import { fetchJson } from '../shell/fetch-json.ts';

/** Milliseconds that a pointer or the focus rests on a link before the popover opens: passing over a link shows nothing. */
const REST = 250;
/** Milliseconds for the way from the link into the popover. */
const GRACE = 200;

/** Loaded with the first entry that is shown; until then none is. */
let panel: typeof import('./panel.ts') | undefined;

let route: Route;
/** The link whose entry is shown, or will be when the site has answered. */
let wanted: HTMLAnchorElement | undefined;
let timer = 0;
/** The link that a finger was just lifted from. */
let tapped: HTMLAnchorElement | undefined;

export function showEntries(router: Router): void {
  if (typeof window === 'undefined') return;
  route = router.route;
  watch(() => route.path, dismiss);
  window.addEventListener('hashchange', dismiss);
  window.addEventListener('resize', () => panel?.placePanel());
  document.addEventListener('pointerover', ({ target, pointerType }) => {
    if (linkAt(target)) entriesOf(route.data.frontmatter.path); // so that the answer is there in time
    if (pointerType !== 'touch') arrive(target);
  });
  document.addEventListener('pointerout', ({ target, pointerType }) => {
    if (pointerType !== 'touch') leave(target);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) arrive(target);
  });
  document.addEventListener('focusout', ({ target }) => leave(target));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') putAway();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!panel?.isShownAt(target) && linkAt(target) !== wanted) dismiss();
  });
  document.addEventListener('pointerup', ({ target, pointerType }) => {
    tapped = pointerType === 'touch' ? linkAt(target) : undefined;
  });
  document.addEventListener('touchend', touchEnd, { passive: false });
}

/** The link to an entry around something on the page, but for those in a popover itself. */
function linkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  if (!(target instanceof Element)) return undefined;
  const link = target.closest<HTMLAnchorElement>(`.vp-doc a[href^="${withBase(`/${FOLDERS.terms}`)}"]`);
  return link && idOf(link) !== '' && !link.closest('.entry-popover, .search-box') ? link : undefined;
}

/** `/glossary/nisc/#n2` → `nisc`; nothing for the index, `/glossary/`. */
const idOf = (link: HTMLAnchorElement): string =>
  link.pathname.slice(withBase(`/${FOLDERS.terms}`).length).replace(/\/$/, '');

function arrive(target: EventTarget | null): void {
  const link = linkAt(target);
  if (panel?.isShownAt(target)) clearTimeout(timer);
  else if (link) wait(REST, () => show(link));
}

function leave(target: EventTarget | null): void {
  if (linkAt(target) || panel?.isShownAt(target)) wait(GRACE, () => panel?.isHeld() || dismiss());
}

function wait(milliseconds: number, act: () => void): void {
  clearTimeout(timer);
  timer = window.setTimeout(act, milliseconds);
}

/** Resolves to whether there was an entry to show. */
async function show(link: HTMLAnchorElement): Promise<boolean> {
  wanted = link;
  const entry = (await entriesOf(route.data.frontmatter.path)).get(idOf(link));
  panel ??= await import('./panel.ts').catch(() => undefined);
  if (panel && entry && wanted === link && link.isConnected) panel.openPanel(link, entry);
  return panel !== undefined && entry !== undefined;
}

function dismiss(): void {
  clearTimeout(timer);
  wanted = undefined;
  panel?.closePanel();
}

function putAway(): void {
  panel?.focusLink(); // first, while the popover is open: a link that gets the focus later would open it again
  dismiss();
}

/**
 * The first tap shows the entry, the second follows the link. It must not become a click at all: the router of
 * VitePress would have followed it before any other listener runs. A finger that scrolls is never lifted (`pointerup`).
 */
async function touchEnd(event: TouchEvent): Promise<void> {
  const link = tapped;
  tapped = undefined;
  if (!link || link === wanted || !event.cancelable) return;
  event.preventDefault();
  const isThere = await show(link);
  if (!isThere && wanted === link) link.click();
}

/** By id of the entry: `nisc`. */
type Entries = ReadonlyMap<string, PopoverEntry>;

const NONE: Entries = new Map();

const asked = new Map<string, Promise<Entries>>();

/**
 * The entries that a page links to; each page is asked for once.
 * @param path `Page.path`: `minutes/2012-11-01-isc-31`
 */
function entriesOf(path: string): Promise<Entries> {
  const entries = asked.get(path) ?? read(`/${popoverFile(path)}`);
  asked.set(path, entries);
  return entries;
}

/** Nothing when there is no answer: then a link is only a link. */
async function read(address: string): Promise<Entries> {
  const entries = await fetchJson<Record<string, PopoverEntry>>(address);
  return entries ? new Map(Object.entries(entries)) : NONE;
}
