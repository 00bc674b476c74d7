/** Marks the mentions of a text with brackets, as the tables of the tests do. */
import type { Matcher } from '@tsuzuri/link/matcher';

/** `NISCから` → `[NISC]から`. */
export function mark(text: string, match: Matcher, date?: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of match(text, date)) {
    pieces.push(text.slice(from, start), `[${text.slice(start, end)}]`);
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

/** `[NISC]から` → `NISCから`. */
export function unmark(marked: string): string {
  return marked.replaceAll(/[[\]]/g, '');
}
