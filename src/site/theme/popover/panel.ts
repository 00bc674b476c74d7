/** Shows one entry of the glossary beside a link to it. */

import type { PopoverEntry } from '@tsuzuri/print/data/popovers';
import { Fragment, h, render, type VNode } from 'vue';
import { place } from './popover-place.ts';

interface Shown {
  readonly link: HTMLAnchorElement;
  readonly panel: HTMLElement;
  /** What the link had as its title, which the browser would show as well. */
  readonly title: string | null;
}

/** There is never more than one. */
let shown: Shown | undefined;

const TEXT_ID = 'entry-popover-text';

/** Puts the panel right behind the link, where the Tab key finds it. Spans, since that may be in a paragraph. */
export function openPanel(link: HTMLAnchorElement, entry: PopoverEntry): void {
  closePanel();
  const panel = document.createElement('span');
  const attributes = { class: 'entry-popover', popover: 'manual', role: 'group', 'aria-label': `${entry.term}の説明` };
  for (const [name, value] of Object.entries(attributes)) panel.setAttribute(name, value);
  render(h(Fragment, contentOf(entry, link)), panel);
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

function contentOf(entry: PopoverEntry, link: HTMLAnchorElement): VNode[] {
  const places = `${link.pathname}#mentions`;
  return [
    h('span', { class: 'entry-said', id: TEXT_ID }, [
      h('span', { class: 'entry-head' }, [h('b', entry.term), entry.reading && small(entry.reading)]),
      ...namesOf(entry, link.hash),
      h('span', entry.text),
    ]),
    h('span', { class: 'entry-links' }, [
      h('a', { href: link.getAttribute('href') }, '項目を読む'),
      entry.mentions > 0 && h('a', { href: places }, `すべての箇所（${entry.mentions}）`),
    ]),
  ];
}

/** The name of the time, if the link leads to one (`#n2`), or all of them, which then have no room for expansions. */
function namesOf({ names, expansion }: PopoverEntry, hash: string): VNode[] {
  const ofTheTime = names.filter((_, index) => hash === `#n${index + 1}`);
  const told = ofTheTime.length > 0 ? ofTheTime : names;
  const label = ofTheTime.length > 0 ? '当時の名称' : names.length > 1 ? '時期により' : '名称';
  const rows = told.map(({ name, period, ...own }) =>
    h('span', [name, told.length === 1 && own.expansion && foreign(own.expansion), period && small(period)]),
  );
  const isExpanded = told.some(name => name.expansion !== undefined);
  return [
    ...(rows.length > 0 ? [h('span', { class: 'entry-names' }, [small(label), ...rows])] : []),
    ...(expansion === undefined || isExpanded ? [] : [foreign(expansion)]),
  ];
}

const small = (words: string): VNode => h('small', words);
/** What is written in Latin letters alone is read as English. */
const foreign = (words: string): VNode => h('small', { lang: /^\p{ASCII}*$/u.test(words) ? 'en' : undefined }, words);
