/** Describes in words where in a page something stands, and finds the part around it. */

import { label } from '../label.ts';

/** What is put beside the words of a page, and is none of them. */
const BESIDE = '.tool, .header-anchor, .mark-note, .taken, .scan-lines';
const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** Who speaks, the number of the speech; of a paragraph its number after that of the speech; of a part its heading. */
export function placeOf(block: Element): string[] {
  const [, kind, number] = /^([pu])(\d+)$/.exec(block.matches('[data-b]') ? block.id : '') ?? [];
  if (!kind) return block.matches(HEADINGS) ? [wordsOf(block)] : [];
  const paragraph = kind === 'p' ? [label('theme.paragraph', { number: number ?? '' })] : [];
  const speech = speechOf(block);
  if (!speech) return paragraph;
  return [
    ...(isNamed(speech) ? [wordsOf(speech)] : []),
    label('theme.speech', { number: speech.id.slice(1) }),
    ...paragraph,
  ];
}

/** The speech that a block is, or that it stands below, if no other section has begun since. */
export function speechOf(block: Element): Element | undefined {
  if (block.id.startsWith('u')) return block;
  const root = block.closest('.vp-doc');
  const all = [...(root?.querySelectorAll('[id^="u"][data-b], [id^="s"][data-b]') ?? [])];
  const before = all.filter(one => precedes(one, block)).at(-1);
  return before?.id.startsWith('u') && isNamed(before) ? before : undefined;
}

/** The part of the page with an address in which something stands: its block, else the heading above. */
export function partOf(node: Node): Element | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const headings = [...(element?.closest('.vp-doc')?.querySelectorAll(HEADINGS) ?? [])].filter(({ id }) => id !== '');
  return element?.closest('[data-b][id]') ?? headings.filter(one => precedes(one, node)).at(-1);
}

/** `発言7の引用をコピー`, by which a reader who hears the page can tell the tools of the speeches apart. */
export const nameOfTool = ({ id }: Element, tool: string): string =>
  id.startsWith('u') ? label('theme.toolOfSpeech', { number: id.slice(1), tool }) : tool;

/** The address of a part, without what the address now says of the view. */
export function addressOf(part: Element): string {
  const url = new URL(`#${part.id}`, location.href);
  url.search = '';
  return url.href;
}

export function wordsOf(part: Element | DocumentFragment): string {
  const copy = part.cloneNode(true) as typeof part;
  for (const extra of copy.querySelectorAll(BESIDE)) extra.remove();
  return copy.textContent?.trim() ?? '';
}

/** Whether the words of a speech stand below it: it is the heading with the name of who speaks. */
export const isNamed = (speech: Element): boolean => speech.matches(HEADINGS);

const precedes = (before: Element, node: Node): boolean =>
  (before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
