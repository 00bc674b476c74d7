/** Asks the questions of tests/search/questions and says where their answers stand among what is shown. */
import { readFileSync } from 'node:fs';
import type { Book } from '@tsuzuri/book/build-book';
import { readerLabels } from '@tsuzuri/book/project';
import { searchedPassages } from '@tsuzuri/search/index';
import type { Passage } from '@tsuzuri/search/index/passages';
import type { Search } from '@tsuzuri/search/shared/result';
import { parse } from 'yaml';

/** As it stands in the file. */
export interface Question {
  readonly q: string;
  /** `journalist`, `official`, `researcher`, `student`, `sent` */
  readonly by: string;
  /** `person`, `date`, `which`, … */
  readonly kind: string;
  /** Any of them answers. */
  readonly answers: readonly { readonly page: string; readonly quote: string }[];
}

/** Where the first answer stands, from 1; absent where none is shown. */
export interface Place {
  readonly question: Question;
  readonly passage?: number;
  readonly page?: number;
  /** How many places are shown. */
  readonly shown: number;
}

/** @param name of a file in `questions`; on those of `unseen` and `unseen-council` nothing was tuned */
export const questionsOf = (name: string): Question[] =>
  parse(readFileSync(`tests/search/questions/${name}.yml`, 'utf8')) as Question[];

/** What a quotation is looked for in. */
export const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
const pathOf = (page: string): string => (page.startsWith('glossary/') ? page : `minutes/${page}`);
const addressOf = (path: string, anchor: string | undefined): string => (anchor ? `${path}#${anchor}` : path);

/** The addresses of the passages in which an answer stands. */
export function answersIn({ answers }: Question, passages: readonly Passage[]): Set<string> {
  const holds = ({ heading = '', text, head }: Passage): boolean =>
    answers.some(
      ({ page, quote }) => head.path === pathOf(page) && squeeze(head.title + heading + text).includes(squeeze(quote)),
    );
  return new Set(passages.filter(holds).map(({ head, anchor }) => addressOf(head.path, anchor)));
}

/** @param book whose index is asked */
export async function placesOf(
  questions: readonly Question[],
  book: Pick<Book, 'pages' | 'project'>,
  search: Search,
): Promise<Place[]> {
  const passages = searchedPassages(book.pages, readerLabels(book.project));
  return Promise.all(questions.map(question => placeOf(question, passages, search)));
}

/** As many as the page of results shows at first. */
const SHOWN = 20;

export async function placeOf(question: Question, passages: readonly Passage[], search: Search): Promise<Place> {
  const wanted = answersIn(question, passages);
  const pages = new Set(question.answers.map(({ page }) => pathOf(page)));
  const { documents } = await search.ask(question.q, SHOWN);
  const hits = documents.flatMap(({ path, hits }) => hits.map(({ anchor }) => addressOf(path, anchor)));
  const at = hits.findIndex(hit => wanted.has(hit));
  const onPage = documents.findIndex(({ path }) => pages.has(path));
  return {
    question,
    shown: hits.length,
    ...(at >= 0 && { passage: at + 1 }),
    ...(onPage >= 0 && { page: onPage + 1 }),
  };
}

/** Shares of questions with an answer among the first ten, without any place; mean reciprocal ranks. */
export function figuresOf(places: readonly Place[]): { ten: number; passage: number; page: number; nothing: number } {
  const mean = (value: (place: Place) => number): number =>
    places.reduce((sum, place) => sum + value(place), 0) / Math.max(1, places.length);
  const reciprocal = (rank: number | undefined): number => (rank === undefined ? 0 : 1 / rank);
  return {
    ten: mean(({ passage = Number.POSITIVE_INFINITY }) => (passage <= 10 ? 1 : 0)),
    passage: mean(({ passage }) => reciprocal(passage)),
    page: mean(({ page }) => reciprocal(page)),
    nothing: mean(({ shown }) => (shown === 0 ? 1 : 0)),
  };
}
