/** Says in plain words how much was found, and how the query was understood. */
import type { ThemeLabels } from '@tsuzuri/core/labels';
import type { Answer, Note } from './result.ts';

/** So many other words are listed. */
const WORDS_SHOWN = 5;

/** How many places documents show, with those that are opened in place. */
export const shownIn = (documents: Answer['documents']): number =>
  documents.reduce((sum, { hits, folded }) => sum + hits.length + folded.length, 0);

/** `13件`, `12件以上（最大1,240件）。初めの10件を示します` */
export function countOf({ count, least, isExact, documents, hasMore }: Answer, label: ThemeLabels): string {
  const numbered = (value: number): string => value.toLocaleString(label.language);
  const shown = shownIn(documents);
  const found = isExact
    ? label('theme.found', { count: numbered(count) })
    : label('theme.foundAtLeast', { least: numbered(least), count: numbered(count) });
  return hasMore ? label('theme.foundFirst', { found, shown }) : found;
}

/** How the query was understood, with queries to try in its place. */
export interface Message {
  readonly text: string;
  readonly offers: readonly Offer[];
}

interface Offer {
  readonly query: string;
  readonly label: string;
}

export function messageOf(note: Note, query: string, label: ThemeLabels): Message {
  const quoted = (words: string): string => label('quoted', { words });
  const some = (words: readonly string[]): string[] =>
    words.length > WORDS_SHOWN ? [...words.slice(0, WORDS_SHOWN), label('theme.andOthers')] : [...words];
  const listed = (words: readonly string[]): string => some(words.map(quoted)).join(label('theme.between'));
  /** The same query with this word taken as it stands. */
  const only = (word: string): Offer => {
    const exact = `"${word}"`;
    const changed = query.includes(word) ? query.replace(word, () => exact) : exact;
    return { query: changed, label: label('theme.onlyWord', { word: quoted(word) }) };
  };
  /** This word without the other conditions. */
  const alone = (word: string): Offer => ({ query: word, label: label('theme.findWord', { word: quoted(word) }) });
  switch (note.kind) {
    case 'reading':
      return {
        text: label('theme.alsoAs', { word: quoted(note.word), others: listed(note.as) }),
        offers: [only(note.word)],
      };
    case 'names': {
      const others = some(note.as).join(label('comma'));
      return { text: label('theme.alsoNames', { word: quoted(note.word), others }), offers: [only(note.word)] };
    }
    case 'near':
      return { text: label('theme.nearTo', { word: quoted(note.word), others: listed(note.as) }), offers: [] };
    case 'apart':
      return { text: label('theme.elsewhere', { words: listed(note.words) }), offers: note.words.map(alone) };
    case 'parts':
      return { text: label('theme.byParts', { words: listed(note.words) }), offers: [] };
    case 'long':
      return { text: label('theme.tooLong', { count: note.used }), offers: [] };
    case 'nothing':
      return { text: label('theme.nothingAsked'), offers: [] };
  }
}
