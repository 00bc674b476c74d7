/** Opens, positions and closes the popover with a term of the glossary beside a link to it. */
import { languageOfTexts } from '@tsuzuri/core/languages';
import type { PopoverEntry } from '@tsuzuri/print/data/popovers';
import { h, render } from 'vue';
import { label, setLang } from '../label.ts';
import GlossaryEntry from './glossary-entry.vue';

interface Shown {
  readonly link: HTMLAnchorElement;
  readonly panel: HTMLElement;
  /** What the link had as its title, which the browser would show as well. */
  readonly title: string | null;
}

/** There is never more than one. */
let shown: Shown | undefined;

const TEXT_ID = 'entry-popover-text';

/** Puts the panel right behind the link, where the Tab key finds it. Spans, since it may stand in a paragraph. */
export function openPanel(link: HTMLAnchorElement, entry: PopoverEntry): void {
  closePanel();
  const panel = document.createElement('span');
  const attributes = {
    class: 'entry-popover',
    popover: 'manual',
    role: 'group',
    'aria-label': label('theme.aboutTerm', { term: entry.term }),
  };
  for (const [name, value] of Object.entries(attributes)) panel.setAttribute(name, value);
  setLang(panel, languageOfTexts(label));
  render(h(GlossaryEntry, { entry, link, id: TEXT_ID }), panel);
  link.after(panel);
  panel.showPopover?.(); // in the top layer; a browser that has none shows it where it stands
  place(panel, link);
  shown = { link, panel, title: link.getAttribute('title') };
  // Empty, not absent: a link without a title is a quiet one (style.css).
  if (shown.title !== null) link.title = '';
  link.setAttribute('aria-describedby', TEXT_ID);
}

export function closePanel(): void {
  if (!shown) return;
  const { link, panel, title } = shown;
  shown = undefined;
  panel.remove();
  render(null, panel);
  link.removeAttribute('aria-describedby');
  if (title !== null) link.title = title;
}

export function placePanel(): void {
  if (shown) place(shown.panel, shown.link);
}

/** Whether something is the panel, its link, or inside of them. */
export function isShownAt(target: EventTarget | null): boolean {
  return target instanceof Node && shown !== undefined && [shown.link, shown.panel].some(part => part.contains(target));
}

/** Whether the pointer or the keyboard is still there. */
export function isHeld(): boolean {
  if (!shown) return false;
  return shown.link.matches(':hover, :focus-visible') || shown.panel.matches(':hover, :focus-within');
}

/** Takes the keyboard from the panel back to the link. */
export function focusLink(): void {
  if (shown?.panel.contains(document.activeElement)) shown.link.focus();
}

/** Between the link and the popover, in CSS pixels: small enough for a pointer to cross. */
const GAP = 6;
/** What stays free at the edges of the window. */
const EDGE = 8;

/**
 * Puts a panel below the last line of a link, or above its first where there is more room; never beyond the window.
 *
 * The panel is absolute, so that it scrolls with the text by itself. It is measured at 0/0 of whatever it is absolute
 * to, which is the page in the top layer and any ancestor in a browser without one: so the same calculation is right for both.
 * Anchor positioning of CSS would need a second way for browsers without it.
 */
export function place(panel: HTMLElement, link: HTMLElement): void {
  Object.assign(panel.style, { left: '0', top: '0', maxHeight: '' });
  const box = panel.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const lines = Array.from(link.getClientRects());
  const first = lines.at(0) ?? box;
  const last = lines.at(-1) ?? box;
  const above = first.top - GAP - EDGE;
  const below = clientHeight - last.bottom - GAP - EDGE;
  const isBelow = box.height <= below || below >= above;
  const room = Math.max(isBelow ? below : above, 0);
  const left = Math.max(EDGE, Math.min((isBelow ? last : first).left, clientWidth - EDGE - box.width));
  const top = isBelow ? last.bottom + GAP : first.top - GAP - Math.min(box.height, room);
  Object.assign(panel.style, { left: `${left - box.left}px`, top: `${top - box.top}px`, maxHeight: `${room}px` });
}
