/** Writes in plain words how much was found, and how the query was understood. */
import { countOf, type Message, messageOf } from '@tsuzuri/search/shared/messages';
import { label } from '../label.ts';
import type { Searching } from './state.ts';

/** So many characters of a query are repeated. */
const QUERY_SHOWN = 40;

export function statusOf({ query, answer, isCurrent, hasFailed }: Searching): string {
  if (hasFailed) return label('theme.noIndex');
  if (query.trim() === '') return '';
  if (!answer) return label('theme.searching');
  if (answer.count > 0) return countOf(answer, label);
  if (answer.notes.some(({ kind }) => kind === 'nothing') || !isCurrent) return '';
  if (answer.notes.some(({ kind }) => kind === 'apart')) return label('theme.notTogether');
  return label('theme.notFound', { query: label('quoted', { words: cut(query.trim()) }) });
}

export const notesOf = ({ query, answer }: Searching): Message[] =>
  (answer?.notes ?? []).map(note => messageOf(note, query, label));

const cut = (words: string): string => {
  const characters = [...words];
  return characters.length > QUERY_SHOWN ? `${characters.slice(0, QUERY_SHOWN).join('')}…` : words;
};
