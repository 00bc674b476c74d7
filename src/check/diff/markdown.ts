/** Writes Markdown for a forge in which the words of scans and of contributors are only words. */

/** Items of one list; who wants all of them looks at the site. */
const MOST = 20;
/** Letters of one title or name. */
const LONGEST = 300;

/** What a forge takes for a person, a thread or an address even where Markdown has escaped it: `@name`, `#12`, `https://` */
const CALL = /[@#!](?=[\p{L}\p{N}_])|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/giu;
/** Unseen, it parts such a mark from what it calls. */
const WORD_JOINER = '\u2060';
/** `\u0007`, or what turns the direction of writing round: neither may stand in a comment. */
const UNSEEN = /\p{Cc}|\p{Bidi_Control}/gu;

/** One line in which nobody is called. */
const tame = (text: string): string =>
  clip(text, LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(UNSEEN, '\uFFFD')
    .replace(CALL, mark => mark + WORD_JOINER);

export const clip = (text: string, most: number): string => {
  const letters = Array.from(text.slice(0, 2 * most + 2)); // a letter takes two units at most
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
};

/** What opens something in Markdown: `*`, `<`, `[` */
const MARKUP = /[\\`*_[\]<>&|~$]/g;

/** Words as Markdown that means just these words. They must not stand at the beginning of a line. */
export const inert = (text: string): string => tame(text).replace(MARKUP, mark => `\\${mark}`);

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const inertHtml = (text: string): string => tame(text).replace(/[<>&]/g, mark => ENTITIES[mark] as string);

/** A path or an id, letter by letter. */
export const code = (text: string): string => `\`${tame(text).replaceAll('`', "'").replaceAll(WORD_JOINER, '')}\``;

/** Marks beside marks, as in `」**「`, open and close nothing: there a blank is needed. */
const BESIDE = /^[\p{P}\p{S}]|[\p{P}\p{S}]$/u;
const marked = (text: string, mark: string): string => {
  const gap = BESIDE.test(tame(text)) ? ' ' : '';
  return tame(text) === '' ? '' : `${gap}${mark}${inert(text)}${mark}${gap}`;
};
export const strong = (text: string): string => marked(text, '**');
export const struck = (text: string): string => marked(text, '~~');

/** At most so many items, then how many more there are. */
export function list<T>(items: readonly T[], line: (item: T) => string, unit = 'か所'): string {
  const rest = items.length - MOST;
  return [...items.slice(0, MOST).map(item => `- ${line(item)}`), ...(rest > 0 ? [`- ほか${rest}${unit}`] : [])].join(
    '\n',
  );
}

/** A part of which only the first line is shown until somebody asks for more. */
export const folded = (summary: string, ...parts: readonly string[]): string =>
  [`<details>\n<summary>${inertHtml(summary)}</summary>`, ...parts.filter(Boolean), '</details>'].join('\n\n');

/** Whole parts as long as there is room, then how many had none. A comment of GitHub has at most 65,536 letters. */
export function bind(parts: readonly string[], room = 59_000): string {
  let left = room;
  const end = parts.findIndex(part => {
    left -= part.length + 2;
    return left < 0;
  });
  if (end < 0) return parts.join('\n\n');
  const note = `長いので、ここまでにしました。ほかに${parts.length - end}項目あります。`;
  return [...parts.slice(0, end), note].join('\n\n');
}
