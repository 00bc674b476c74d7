/** Finds a popover its place beside a link. */

/** Between the link and the popover, in CSS pixels: small enough for a pointer to cross. */
const GAP = 6;
/** What stays free at the edges of the window. */
const EDGE = 8;

/**
 * Puts the panel below the last line of the link, or above its first where there is more room; never beyond the window.
 *
 * The panel is absolute, so that it scrolls with the text by itself. It is measured at 0/0 of whatever it is absolute
 * to, which is the page in the top layer and any ancestor in a browser without one: so the same sum is right for both.
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
