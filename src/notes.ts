/** Links a tree of Markdown that is none of ours: notes, a wiki, other documentation. */
import type { Matcher } from './6-link/matcher.ts';
import { findMentions } from './6-link/mentions.ts';
import { spliceLinks } from './6-link/splice.ts';
import { parsePage } from './7-print/parse-page.ts';
import type { Mention } from './book.ts';
import type { Term } from './card.ts';

export interface Note {
  /** Path in its tree: `2021/meeting.md`. */
  readonly name: string;
  readonly markdown: string;
}

/** @param options `url` is the prefix of an entry's address, `/glossary` unless told */
export function linkNotes(
  notes: readonly Note[],
  match: Matcher,
  options: { readonly every: boolean; readonly url?: string },
): { linked: Map<string, string>; mentions: Mention[] } {
  const prefix = options.url?.replace(/\/$/, '') ?? '/glossary';
  const how = { match, every: options.every, url: (term: Term) => `${prefix}/${term.id}` };
  const linked = notes.map(
    ({ name, markdown }) => [name, spliceLinks(markdown, { ...how, ...dateIn(markdown) })] as const,
  );
  return { linked: new Map(linked), mentions: notes.flatMap(note => mentionsIn(note, match)) };
}

/** The date that front matter gives a page: it decides what a name meant. */
function dateIn(markdown: string): { date?: string } {
  const date = /^---\n(?:(?!---\n).*\n)*?date:\s*["']?(\d{4}-\d{2}-\d{2})/.exec(markdown)?.[1];
  return date === undefined ? {} : { date };
}

function mentionsIn({ name, markdown }: Note, match: Matcher): Mention[] {
  const path = name.replace(/\.md$/, '');
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  return findMentions(
    { path, tree: parsePage(path, `---\nkind: text\n---\n${body}`).tree },
    { match, ...dateIn(markdown) },
  );
}
