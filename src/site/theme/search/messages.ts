/** Writes in plain words how much was found, and how the query was understood. */
import type { Answer, Note } from '@tsuzuri/search/shared/result';
import { label } from '../label.ts';
import type { Searching } from './state.ts';

/** So many characters of a query are repeated. */
const QUERY_SHOWN = 40;
/** So many other words are listed. */
const WORDS_SHOWN = 5;

export function statusOf({ query, answer, isCurrent, hasFailed }: Searching): string {
  if (hasFailed) return label('theme.noIndex');
  if (query.trim() === '') return '';
  if (!answer) return label('theme.searching');
  if (answer.count > 0) return countOf(answer);
  if (answer.notes.some(({ kind }) => kind === 'nothing') || !isCurrent) return '';
  if (answer.notes.some(({ kind }) => kind === 'apart')) return label('theme.notTogether');
  return label('theme.notFound', { query: quoted(cut(query.trim())) });
}

/** `13件`, `12件以上（最大1,240件）。初めの10件を示します` */
function countOf({ count, least, isExact, documents, hasMore }: Answer): string {
  const shown = documents.reduce((sum, { hits }) => sum + hits.length, 0);
  const found = isExact
    ? label('theme.found', { count: numbered(count) })
    : label('theme.foundAtLeast', { least: numbered(least), count: numbered(count) });
  return hasMore ? label('theme.foundFirst', { found, shown }) : found;
}

const numbered = (count: number): string => count.toLocaleString(label.language);

/** How the query was understood, with queries to try in its place. */
interface Message {
  readonly text: string;
  readonly offers: readonly Offer[];
}

interface Offer {
  readonly query: string;
  readonly label: string;
}

export const notesOf = ({ query, answer }: Searching): Message[] =>
  (answer?.notes ?? []).map(note => messageOf(note, query));

function messageOf(note: Note, query: string): Message {
  switch (note.kind) {
    case 'reading':
      return {
        text: label('theme.alsoAs', { word: quoted(note.word), others: listed(note.as) }),
        offers: [only(note.word, query)],
      };
    case 'names': {
      const others = some(note.as).join(label('comma'));
      return { text: label('theme.alsoNames', { word: quoted(note.word), others }), offers: [only(note.word, query)] };
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

const quoted = (words: string): string => label('quoted', { words });
const listed = (words: readonly string[]): string => some(words.map(quoted)).join(label('theme.between'));
const some = (words: readonly string[]): string[] =>
  words.length > WORDS_SHOWN ? [...words.slice(0, WORDS_SHOWN), label('theme.andOthers')] : [...words];
const cut = (words: string): string => {
  const characters = [...words];
  return characters.length > QUERY_SHOWN ? `${characters.slice(0, QUERY_SHOWN).join('')}…` : words;
};

/** The same query with this word taken as it stands. */
function only(word: string, query: string): Offer {
  const exact = `"${word}"`;
  const changed = query.includes(word) ? query.replace(word, () => exact) : exact;
  return { query: changed, label: label('theme.onlyWord', { word: quoted(word) }) };
}

/** This word without the other conditions. */
const alone = (word: string): Offer => ({ query: word, label: label('theme.findWord', { word: quoted(word) }) });
