/** Holds the query and what was found, for the dialog and the search page alike. */
import type { Answer } from '@tsuzuri/search/shared/result';
import { shallowReactive } from 'vue';
import { askSearch } from './client.ts';

export interface Searching {
  query: string;
  /** Of an earlier query, until that of this one has come. */
  answer: Answer | undefined;
  /** Whether `answer` is what `query` asks. */
  isCurrent: boolean;
  hasFailed: boolean;
}

const NOTHING: Searching = { query: '', answer: undefined, isCurrent: false, hasFailed: false };
/** How many places are shown first, how many more each time. */
const FIRST = 20;
const MORE = 40;
/** Milliseconds without a character before the question is asked. */
const PAUSE = 80;

/** Lives as long as the reader stays on the site. */
export const searching = shallowReactive<Searching>({ ...NOTHING });

let limit = FIRST;
let timer = 0;

export const isAsked = (): boolean => searching.query.trim() !== '';

/** Looks for something else; an answer follows unless it is nothing. */
export function lookFor(query: string): void {
  clearTimeout(timer);
  limit = FIRST;
  Object.assign(searching, { query, isCurrent: false });
  if (isAsked()) timer = window.setTimeout(ask, PAUSE);
  else Object.assign(searching, { ...NOTHING, query });
}

export function showMore(): Promise<void> {
  limit += MORE;
  return ask();
}

/** Reads the index ahead. */
export function prepareSearch(): void {
  if (!isAsked()) askSearch('', FIRST).catch(() => {}); // the next question reports it
}

async function ask(): Promise<void> {
  const { query } = searching;
  const isStill = (): boolean => query === searching.query;
  try {
    const answer = await askSearch(query, limit);
    if (answer && isStill()) Object.assign(searching, { answer, isCurrent: true, hasFailed: false });
  } catch {
    if (isStill()) Object.assign(searching, { ...NOTHING, query, isCurrent: true, hasFailed: true });
  }
}
