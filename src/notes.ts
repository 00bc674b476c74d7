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

/** How notes are linked: `url` is the prefix of an entry's address, `/glossary` unless told. */
export interface NoteOptions {
  readonly match: Matcher;
  readonly every: boolean;
  readonly url?: string;
}

/** The note with its links; every other byte is as it was. */
export function linkNote({ markdown }: Note, { match, every, url = '/glossary' }: NoteOptions): string {
  const prefix = url.replace(/\/$/, '');
  return spliceLinks(markdown, { match, every, url: (term: Term) => `${prefix}/${term.id}`, ...dateIn(markdown) });
}

/** The date that front matter gives a page: it decides what a name meant. */
function dateIn(markdown: string): { date?: string } {
  const date = /^---\n(?:(?!---\n).*\n)*?date:\s*["']?(\d{4}-\d{2}-\d{2})/.exec(markdown)?.[1];
  return date === undefined ? {} : { date };
}

/** What the note names, whether it is a link or not. */
export function mentionsInNote({ name, markdown }: Note, match: Matcher): Mention[] {
  const path = name.replace(/\.md$/, '');
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  return findMentions(
    { path, tree: parsePage(path, `---\nkind: text\n---\n${body}`).tree },
    { match, ...dateIn(markdown) },
  );
}
