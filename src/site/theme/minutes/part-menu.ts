/** Makes the menu of a part of minutes, or of all of them: quote it, cite it, copy its address, report an error in it. Loaded when first opened. */
import { firstSentences } from '@tsuzuri/link/inline-text';
import './part-menu.css';
import { label } from '../label.ts';
import { place } from '../popover/panel.ts';
import { cleanPart, textOf } from '../shell/clean.ts';
import { type Chosen, chosenText, reportOf } from './chosen.ts';
import { type Cited, citedAddress, isWhole, type Place, pagesInWords, quotation, sourceOf } from './citation.ts';
import { FORMATS } from './citation-formats.ts';
import { inLanguages } from './in-languages.ts';
import { blocksIn, leadTo, otherSpeeches, placeOf, speakerOf, speechOf, wordsIn } from './position.ts';
import { reportAddress } from './report.ts';
import { wordsOf } from './sayings.ts';
import { textFragment } from './text-fragment.ts';

/** What the menus of a page have in common. */
export interface MenuOfPage {
  readonly cited: Cited;
  /** Address of the form for a report, of the file to edit; nothing where the repository is not known. */
  readonly report?: string | undefined;
  readonly edit?: string | undefined;
}

/** Copies a text, leads somewhere else or to another part of the page. */
type Item = { readonly name: string } & (
  | { readonly copy: () => string }
  | { readonly href: string }
  | { readonly part: Element }
);
type Group = { readonly name?: string; readonly items: readonly Item[] };

/** @param selected what the reader selected: if some of it stands in the part, the menu is about it */
export function openMenu(link: HTMLElement, selected: Range | undefined, page: MenuOfPage): void {
  const chosen = selected && chosenIn(link, chosenText(selected));
  const part = link.closest('[data-b]');
  const main = link.closest('main');
  if (!part || !main) return;
  const panel = element('div', 'part-menu');
  panel.popover = 'auto';
  const pages = pagesInWords(chosen ?? { part }, page.cited);
  const name = [...placeOf(part), pages].filter(Boolean).join(label('comma')) || label('theme.thisDocument');
  const menu = element('div', '', { role: 'menu', 'aria-label': name });
  menu.append(...groupsOf(part, chosen, page).map(group => groupElement(group, text => void copy(text, panel, link))));
  menu.addEventListener('keydown', event => move(event, menu, panel));
  menu.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) panel.hidePopover();
  });
  if (pages) panel.append(nameElement(pages));
  panel.append(menu);
  panel.addEventListener('toggle', ({ newState }) => {
    link.ariaExpanded = newState === 'open' ? 'true' : null;
    if (newState === 'closed') panel.remove();
  });
  main.append(panel);
  link.focus({ preventScroll: true }); // where the focus returns
  panel.showPopover();
  place(panel, link);
  itemsOf(menu).at(0)?.focus();
}

/** What was chosen, if some of it stands in the part of a link, or in the speech of which it is the heading. */
function chosenIn(link: Element, chosen: Chosen | undefined): Chosen | undefined {
  const part = link.closest('[data-b]');
  const chosenParts = chosen ? [chosen.part, ...blocksIn(chosen.part, chosen.range)] : [];
  return part && chosenParts.some(block => [block, speechOf(block)].includes(part)) ? chosen : undefined;
}

function groupsOf(part: Element, chosen: Chosen | undefined, page: MenuOfPage): Group[] {
  const where = chosen?.part ?? part;
  const cited: Place = chosen ?? { part };
  const sentence = sentenceOf(part, chosen);
  const source = () => sourceOf(cited, page.cited, today());
  const copies: Item[] = [
    { name: label(quoteLabel(cited)), copy: () => quotation(cited, page.cited) },
    { name: label('theme.copyAddress'), copy: () => citedAddress(part, page.cited) },
  ];
  if (!isWhole(cited))
    copies.push({
      name: label(chosen ? 'theme.addressOfChosen' : 'theme.addressOfWords'),
      copy: () => withFragment(citedAddress(where, page.cited), fragmentOf(where, sentence, chosen?.range)),
    });
  const references = FORMATS.map(({ name, write }) => ({ name, copy: () => write(source()) }));
  const links = linksTo(page, { part: where, words: sentence });
  const others = otherSpeechesIn(part);
  return [
    { items: copies },
    ...(others.length > 0 ? [{ items: others }] : []),
    { name: label('theme.copyReference'), items: references },
    ...(links.length > 0 ? [{ items: links }] : []),
  ];
}

/** The title of a document has no address of its own. */
const withFragment = (address: string, fragment: string): string =>
  address + (fragment && !address.includes('#') ? '#' : '') + fragment;

function quoteLabel(place: Place): 'theme.citeDocument' | 'theme.quoteChosen' | 'theme.quote' {
  if (isWhole(place)) return 'theme.citeDocument';
  return place.range ? 'theme.quoteChosen' : 'theme.quote';
}

/** What was chosen, else the first sentence of a part; none of the document as a whole. */
function sentenceOf(part: Element, chosen: Chosen | undefined): string {
  if (chosen) return chosen.words;
  return isWhole({ part }) ? '' : firstSentences(wordsOf(part).split('\n')[0] ?? '', 1);
}

/** The other speeches of whoever speaks there. */
function otherSpeechesIn(part: Element): Item[] {
  const speech = speechOf(part);
  const others = speech ? otherSpeeches(speech) : {};
  return (['previous', 'next'] as const).flatMap(way => {
    const other = others[way];
    return other ? [{ name: label(`theme.${way}SpeechOf`, { speaker: speakerOf(other) ?? '' }), part: other }] : [];
  });
}

/** To the repository, where it is known. */
function linksTo({ cited, report, edit }: MenuOfPage, words: Pick<Chosen, 'part' | 'words'>): Item[] {
  return [
    ...(report ? [{ name: label('theme.report'), href: reportAddress(report, reportOf(cited.title, words)) }] : []),
    ...(edit ? [{ name: label('theme.editCorrections'), href: edit }] : []),
  ];
}

/** Of the day where the reader is. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Of the words that were chosen, else of those with which the part begins; nothing where others are the same. */
function fragmentOf(part: Element, words: string, range: Range | undefined): string {
  const page = part.closest('.vp-doc');
  const blocks = blocksIn(part, range);
  const [first, last] = range
    ? [blocks[0], blocks.at(-1)]
    : Array(2).fill(blocks.find(block => wordsIn(block).startsWith(words)));
  if (!page || !first || !last) return '';
  const all = [...page.querySelectorAll('[data-b]')];
  const [above, below] = [all[all.indexOf(first) - 1], all[all.indexOf(last) + 1]].map(block =>
    block ? wordsIn(block) : '',
  );
  const [before, after] = [within(first), within(last)];
  if (range) {
    before.setEnd(range.startContainer, range.startOffset);
    after.setStart(range.endContainer, range.endOffset);
  }
  const [start, end] = range
    ? [textOf(cleanPart(before)), textOf(cleanPart(after))]
    : ['', wordsIn(first).slice(words.length)];
  const found = { before: `${above}\n${start}`, words, after: `${end}\n${below}` };
  return textFragment(found, textOf(cleanPart(within(page))));
}

function within(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

function groupElement({ name, items }: Group, copyText: (text: string) => void): Element {
  const group = element('div', 'part-menu-group', { role: 'group', ...(name && { 'aria-label': name }) });
  if (name) group.append(nameElement(name));
  group.append(...items.map(item => itemElement(item, copyText)));
  return group;
}

/** Who hears the page is told by the name of what stands below. */
function nameElement(name: string): Element {
  const made = element('span', 'part-menu-name', { 'aria-hidden': 'true' });
  made.textContent = name;
  return made;
}

function itemElement(item: Item, copyText: (text: string) => void): Element {
  const attributes = { role: 'menuitem', tabindex: '-1' };
  const made =
    'href' in item
      ? element('a', 'no-icon', { ...attributes, href: item.href, target: '_blank', rel: 'noreferrer' })
      : element('button', '', { ...attributes, type: 'button' });
  made.append(...inLanguages(item.name));
  if ('copy' in item) made.addEventListener('click', () => copyText(item.copy()));
  if ('part' in item) made.addEventListener('click', () => goTo(item.part));
  return made;
}

/** There the keyboard goes on, at the menu of that part. */
function goTo(part: Element): void {
  document.querySelector<HTMLElement>('.part-menu')?.hidePopover();
  leadTo(part);
  part.querySelector<HTMLElement>(':scope > :is(.own-link, .header-anchor)')?.focus({ preventScroll: true });
}

/** Where a key leads among so many items: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
const KEYS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function move(event: KeyboardEvent, menu: Element, panel: HTMLElement): void {
  const items = itemsOf(menu);
  const to = KEYS[event.key]?.(items.indexOf(event.target as HTMLElement), items.length);
  if (to !== undefined) items[to]?.focus();
  // Before the browser goes on to the next control of the page, or somebody else hears of the key.
  if (['Escape', 'Tab'].includes(event.key)) panel.hidePopover();
  if (event.key === ' ') (event.target as HTMLElement).click(); // a link would not hear of it
  if (to !== undefined || ['Escape', ' '].includes(event.key)) event.preventDefault();
}

const itemsOf = (menu: Element): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];

const SAID_FOR = 2500;

/** Says that it is done; where nothing may be copied, shows the text instead of the menu, selected. */
async function copy(text: string, panel: HTMLElement, link: HTMLElement): Promise<void> {
  if (await write(text)) {
    say(label('theme.copied'), panel);
    panel.hidePopover();
    return;
  }
  const name = element('p', 'part-menu-blocked', { id: 'part-menu-blocked' });
  name.textContent = label('theme.copyBlocked');
  const field = element('textarea', '', { readonly: '', rows: '6', 'aria-labelledby': name.id }) as HTMLTextAreaElement;
  field.value = text;
  panel.replaceChildren(name, field);
  place(panel, link);
  field.focus();
  field.select();
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function say(words: string, panel: HTMLElement): void {
  const status = element('p', 'part-menu-said', { role: 'status' });
  panel.after(status);
  // A reader who hears the page is told of what comes into a status, not of one that comes with its words.
  requestAnimationFrame(() => status.append(words));
  setTimeout(() => status.remove(), SAID_FOR);
}

function element(name: string, className: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
