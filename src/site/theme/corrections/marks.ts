/** Marks corrections and doubts in the text of the page, and removes the marks again. */

import { showWhitespace } from '@tsuzuri/core/unicode';
import type { Mark, Proof } from '@tsuzuri/print/data/corrections';
import { label, ownLang, setLang } from '../label.ts';
import { BESIDE } from '../shell/clean.ts';

/** Blocks as they were, by the element that shows them. */
export type Marked = ReadonlyMap<Element, readonly Node[]>;

/** Id of the entry of a mark in the list below the page. */
export const entryId = (number: number): string => `mark${number}`;
/** Id of the place in the text that the entry is about. */
export const placeId = (number: number): string => `at-mark${number}`;

/** @returns what `removeMarks` needs */
export function writeMarks(root: ParentNode, { marks }: Proof): Marked {
  const marked = new Map<Element, Node[]>();
  const blocks = root.querySelectorAll('[data-b]');
  // From the last to the first, so that the places before them stay true.
  for (const [index, mark] of [...marks.entries()].toReversed()) {
    const block = blocks[mark.block];
    if (!block) continue;
    if (!marked.has(block)) marked.set(block, [...block.cloneNode(true).childNodes]);
    writeMark(block, mark, index + 1);
  }
  return marked;
}

export function removeMarks(marked: Marked): void {
  for (const [block, nodes] of marked) block.replaceChildren(...nodes);
}

function writeMark(block: Element, mark: Mark, number: number): void {
  const inside = textsBetween(block, mark.from, mark.to);
  const wrapped = inside.map(text => {
    const span = element(mark.doubt ? 'mark' : 'ins', mark.doubt ? 'doubt' : 'added');
    text.replaceWith(span);
    span.append(text);
    return span;
  });
  const place = wrapped[0] ?? insertAt(block, mark.from);
  if (!mark.doubt && mark.scan !== '') place.before(struck(mark.scan));
  const last = wrapped.at(-1) ?? place;
  // A link may not stand inside a link.
  (last.closest('a') ?? last).after(noteOf(mark, number));
  if (wrapped.length === 0) place.remove();
}

function struck(words: string): Element {
  const del = element('del', words.trim() === '' ? 'taken space' : 'taken');
  del.textContent = showWhitespace(words);
  return del;
}

/** `[3]`, which leads to the reason. */
function noteOf({ doubt }: Mark, number: number): Element {
  const note = element('a', 'mark-note') as HTMLAnchorElement;
  note.id = placeId(number);
  note.href = `#${entryId(number)}`;
  note.textContent = String(number);
  note.setAttribute(
    'aria-label',
    label('theme.reasonOf', { mark: label(doubt ? 'theme.doubt' : 'theme.edit', { number }) }),
  );
  setLang(note, ownLang());
  return note;
}

/** The texts of a block between two offsets of its words, cut to them. */
function textsBetween(block: Element, from: number, to: number): Text[] {
  const texts: Text[] = [];
  let at = 0;
  for (const text of textsOf(block)) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + text.length)];
    const shift = at;
    at += text.length;
    if (start >= end) continue;
    const behind = start > shift ? text.splitText(start - shift) : text;
    if (behind.length > end - start) behind.splitText(end - start);
    texts.push(behind);
  }
  return texts;
}

/** An empty text at an offset. */
function insertAt(block: Element, offset: number): HTMLElement {
  const place = element('span', '');
  let at = 0;
  for (const text of textsOf(block)) {
    if (offset <= at + text.length) {
      text.splitText(offset - at).before(place);
      return place;
    }
    at += text.length;
  }
  block.append(place);
  return place;
}

/** The words that the page is made of: not the sign of a link to itself, not what we have put in. */
function textsOf(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ parentElement }) => !parentElement?.closest(BESIDE));
}

function element(name: string, className: string): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
