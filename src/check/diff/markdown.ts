/** Writes Markdown for a forge; the words of scans and of contributors stay only words in it. */
import { say } from '@tsuzuri/core/wording';

/** Items of one list; the site has all of them. */
const MOST = 20;
/** Characters of one title or name. */
const LONGEST = 300;

/** What a forge takes for a person, a thread or an address even where Markdown has escaped it: `@name`, `#12`, `https://` */
const CALL = /[@#!](?=[\p{L}\p{N}_])|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/giu;
/** Invisible, it separates such a mark from what it calls. */
const WORD_JOINER = '\u2060';
/** `\u0007`, or what changes the direction of writing: neither may stand in a comment. */
const INVISIBLE = /\p{Cc}|\p{Bidi_Control}/gu;

/** One line that notifies no one. */
const defuse = (text: string): string =>
  clip(text, LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(INVISIBLE, '\uFFFD')
    .replace(CALL, mark => mark + WORD_JOINER);

export const clip = (text: string, most: number): string => {
  const characters = Array.from(text.slice(0, 2 * most + 2)); // a character takes two units at most
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
};

/** What opens something in Markdown: `*`, `<`, `[` */
const MARKUP = /[\\`*_[\]<>&|~$]/g;

/** Text as Markdown that means just these words. They must not stand at the beginning of a line. */
export const escapeMarkdown = (text: string): string => defuse(text).replace(MARKUP, mark => `\\${mark}`);

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const escapeHtml = (text: string): string => defuse(text).replace(/[<>&]/g, mark => ENTITIES[mark] as string);

/** A path or an id as it is. */
export const code = (text: string): string => `\`${defuse(text).replaceAll('`', "'").replaceAll(WORD_JOINER, '')}\``;

/** Marks beside marks, as in `」**「`, open and close nothing: there a blank is needed. */
const BESIDE = /^[\p{P}\p{S}]|[\p{P}\p{S}]$/u;
const marked = (text: string, mark: string): string => {
  const gap = BESIDE.test(defuse(text)) ? ' ' : '';
  return defuse(text) === '' ? '' : `${gap}${mark}${escapeMarkdown(text)}${mark}${gap}`;
};
export const strong = (text: string): string => marked(text, '**');
export const struck = (text: string): string => marked(text, '~~');

/** How many more there are, by what is counted. */
export type More = 'check.moreItems' | 'check.morePlaces' | 'check.moreSentences';

/** At most so many items, then how many more there are. */
export function list<T>(items: readonly T[], line: (item: T) => string, more: More = 'check.morePlaces'): string {
  const count = items.length - MOST;
  const rest = count > 0 ? [`- ${say(more, { count })}`] : [];
  return [...items.slice(0, MOST).map(item => `- ${line(item)}`), ...rest].join('\n');
}

/** A part of which only the first line is shown until it is opened. */
export const folded = (summary: string, ...parts: readonly string[]): string =>
  [`<details>\n<summary>${escapeHtml(summary)}</summary>`, ...parts.filter(Boolean), '</details>'].join('\n\n');

/** Whole parts as long as there is room, then how many had none. A comment of GitHub has at most 65,536 characters. */
export function joinParts(parts: readonly string[], room = 59_000): string {
  let left = room;
  const end = parts.findIndex(part => {
    left -= part.length + 2;
    return left < 0;
  });
  if (end < 0) return parts.join('\n\n');
  return [...parts.slice(0, end), say('check.cutShort', { count: parts.length - end })].join('\n\n');
}
