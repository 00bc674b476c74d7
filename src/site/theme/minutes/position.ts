/** Describes in words where in a page something stands, finds the part around it and the words of a part. */

import { once, optional } from '@tsuzuri/core/collections';
import { label } from '../label.ts';
import { cleanPart, elementAt, textOf } from '../shell/clean.ts';
import { isDocument, numberedName } from './part-name.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** Who speaks in a part of minutes, as the minutes call them: `野原本部員`; nothing where they do not say. */
export function speakerOf(part: Element): string | undefined {
  const speech = speechOf(part);
  return speech && isNamed(speech) ? wordsIn(speech) : undefined;
}

/** What begins a speech, and what begins a speech or a section. */
const SPEECHES = '[data-b][id^="u"]';
export const PARTS = '[data-b]:is([id^="u"], [id^="s"])';

export const isSpeech = (part: Element): boolean => part.matches(SPEECHES);

/** The speeches of the same speaker before and after one; none where the minutes do not say who speaks. */
export function otherSpeeches(speech: Element): { previous?: Element; next?: Element } {
  const who = identityOf(speech);
  if (!who) return {};
  const all = [...(speech.closest('.vp-doc')?.querySelectorAll(SPEECHES) ?? [])];
  const own = all.filter(other => identityOf(other) === who);
  const at = own.indexOf(speech);
  return { ...optional('previous', own[at - 1]), ...optional('next', own[at + 1]) };
}

/** A speaker has one page, whatever the minutes call them; who has none is called always the same. */
const identityOf = once((speech: Element): string | undefined =>
  isNamed(speech)
    ? (speech.querySelector<HTMLAnchorElement>('a:not(.header-anchor)')?.pathname ?? wordsIn(speech))
    : undefined,
);

/** `発言6`, `段落32`; of a section its heading, of the document nothing. */
export function nameOf(part: Element): string {
  const numbered = part.matches('[data-b]') && numberedName(part);
  return numbered || (part.matches(HEADINGS) && !isDocument(part) ? wordsIn(part) : '');
}

/** `['発言6', '段落32']`: in which speech a part stands, and what it is itself. */
export function placeOf(part: Element): string[] {
  const speech = speechOf(part);
  return [speech && speech !== part ? nameOf(speech) : '', nameOf(part)].filter(Boolean);
}

/** `発言2、段落7–発言3、段落8`: of words that go on into another speech, from where to where. */
export function placesOf(part: Element, range?: Range): string {
  const last = range && blocksIn(part, range).findLast(block => placeOf(block).length > 0);
  const isFurther = last && speechOf(last) !== speechOf(part);
  return [part, ...(isFurther ? [last] : [])].map(one => placeOf(one).join(label('comma'))).join('–');
}

/** `野原本部員、発言6、段落32` */
export const placeInWords = (part: Element): string =>
  [speakerOf(part), ...placeOf(part)].filter(Boolean).join(label('comma'));

/** The speech that a block is, or that it stands below, if no other section has begun since and the speech has not ended. */
export function speechOf(block: Element): Element | undefined {
  if (isSpeech(block)) return block;
  if (block.matches(HEADINGS) || isClosing(block)) return undefined; // a section of its own, nobody's
  const root = block.closest('.vp-doc');
  const all = [...(root?.querySelectorAll(`${PARTS}, ${BREAKS}`) ?? [])].filter(one => precedes(one, block));
  const at = all.findLastIndex(one => one.matches(PARTS));
  const before = all[at];
  const isOver = all.slice(at + 1).some(isBreak);
  return before && isSpeech(before) && isNamed(before) && !isOver ? before : undefined;
}

/** What may end a speech without a heading: a rule, `— 以 上 —`. */
const BREAKS = 'hr, p[data-b]';
const CLOSING = /^[（(―—－–\-ー─\s]*(?:以\s*上|了)[)）―—－–\-ー─\s。]*$/u;
const LONGEST_CLOSING = 20;
export const isClosing = (block: Element): boolean =>
  block.matches('p') && block.textContent.length < LONGEST_CLOSING && CLOSING.test(wordsIn(block));
const isBreak = (one: Element): boolean => one.matches('hr') || isClosing(one);

/** The part of the page with an address in which something stands: its block, else the heading above. */
export function partOf(node: Node): Element | undefined {
  const element = elementAt(node);
  const headings = [...(element.closest('.vp-doc')?.querySelectorAll(HEADINGS) ?? [])].filter(({ id }) => id !== '');
  return element.closest('[data-b][id]') ?? headings.filter(one => precedes(one, node)).at(-1);
}

/** Leads to a part as a link would, but leaves the focus where it is. */
export function leadTo(part: Element): void {
  history.pushState({}, '', addressOf(part));
  part.scrollIntoView();
  dispatchEvent(new Event('hashchange'));
}

/** The address of a part, without what the address now says of the view. */
export function addressOf(part: Element): string {
  const url = new URL(isDocument(part) ? '' : `#${part.id}`, location.href);
  url.search = '';
  return url.href;
}

/** The blocks of a part: itself, what stands below a heading up to the next of its kind, of a speech to its end; or those that a range touches. */
export function blocksIn(part: Element, range?: Range): Element[] {
  const page = part.closest('.vp-doc');
  const blocks = page && (range || part.matches(HEADINGS)) ? [...page.querySelectorAll('[data-b]')] : [part];
  if (range) return blocks.filter(block => hasWordsIn(block, range));
  const end = page && endOf(page, part);
  const inside = blocks.filter(block => block === part || (precedes(part, block) && !(end && !precedes(block, end))));
  return isSpeech(part) ? inside.filter(block => speechOf(block) === part) : inside;
}

/** A range that ends where a block begins has none of its words. */
const hasWordsIn = (block: Element, range: Range): boolean =>
  range.intersectsNode(block) && /[^\s\u200b]/.test(rangeOver(block, block, range).toString()); // the sign of a link is one

/** From one block to another, as far as a range goes. */
export function rangeOver(first: Element, last: Element, range?: Range): Range {
  const over = document.createRange();
  over.setStartBefore(first);
  over.setEndAfter(last);
  if (!range) return over;
  if (range.compareBoundaryPoints(Range.START_TO_START, over) > 0)
    over.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, over) < 0) over.setEnd(range.endContainer, range.endOffset);
  return over;
}

export function wordsIn(element: Element): string {
  const range = document.createRange();
  range.selectNodeContents(element);
  return textOf(cleanPart(range));
}

/** A section ends at a heading as high as its own, or where a slide begins; a speech without a heading where the next begins. */
export function endOf(page: Element, start: Element): Element | undefined {
  const isHeading = start.matches(HEADINGS);
  const ends = isHeading ? `${HEADINGS}, hr` : start.id.startsWith('u') ? `${HEADINGS}, ${SPEECHES}` : HEADINGS;
  const isBehind = (one: Element): boolean => precedes(start, one) && !start.contains(one);
  const speech = [...page.querySelectorAll(SPEECHES)].find(isBehind);
  // A rule behind a speech ends what is said, not the section.
  const endsSection = (one: Element): boolean =>
    one.matches('hr') ? !(speech && precedes(speech, one)) : one.tagName <= start.tagName;
  return [...page.querySelectorAll(ends)].find(one => isBehind(one) && (!isHeading || endsSection(one)));
}

/** Whether the words of a speech stand below it: it is the heading with the name of who speaks. */
export const isNamed = (speech: Element): boolean => speech.matches(HEADINGS);

const precedes = (before: Element, node: Node): boolean =>
  (before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
