/** Chooses the queries that the search shows as examples. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { yearOf } from '@tsuzuri/book/cooccurrence';
import type { Labels } from '@tsuzuri/core/labels';
import { openSearch } from '@tsuzuri/search/query';
import type { Answer, FoundDocument } from '@tsuzuri/search/shared/result';
import type { Plugin } from 'vite';
import { BUILD, type Contents, type Entry, kindOf, minutesOf, type Site, textOf } from './site.ts';

/** A query, and what it finds. */
export type Example = readonly [query: string, meaning: string];

/** A query with what its answer must be, that it may be shown. */
interface Candidate {
  readonly example: Example;
  readonly isAnswered: (answer: Answer) => boolean;
  /** What it asks about: another example asks about something else. */
  readonly about?: string;
}

/** Those that the project gives, else some that are made of its terms and documents, the best of each kind first. */
const kindsOf = ({ examples, contents, label }: Site): readonly (readonly Candidate[])[] =>
  examples?.map(example => [{ example, isAnswered: isFound }]) ?? [
    ...questionsOf(contents, label),
    ...queriesOf(contents, label),
  ];

/** Of each kind the first that the search answers: asked now, of the index that the site will have. All where there is none yet. */
export async function answeredExamples(site: Site): Promise<readonly Example[]> {
  const folder = join(BUILD, 'public/search');
  const kinds = kindsOf(site);
  if (!existsSync(folder)) return kinds.flatMap(([first]) => (first ? [first.example] : []));
  const search = openSearch(async path => new Uint8Array(await readFile(join(folder, path))));
  const shown = new Set<string>();
  const found: Example[] = [];
  for (const candidates of kinds)
    for (const { example, isAnswered, about } of candidates) {
      if (about !== undefined && shown.has(about)) continue;
      const answer = await search.ask(example[0], 1);
      // Of ours, one that finds what another has found shows nothing new.
      const what = `${answer.count} ${answer.documents[0]?.path}`;
      if (!isAnswered(answer) || (!site.examples && shown.has(what))) continue;
      found.push(example);
      shown.add(what);
      if (about !== undefined) shown.add(about);
      break;
    }
  return found;
}

/** Tells the search its examples, which come with it, not with every page. */
export const searchExamples = (site: Site): Plugin => ({
  name: 'tsuzuri:search-examples',
  config: async () => ({ define: { SEARCH_EXAMPLES: JSON.stringify(await answeredExamples(site)) } }),
});

/** Something is found, and nothing else was looked for in its place. */
const isFound = ({ count, notes }: Answer): boolean => count > 0 && notes.every(({ kind }) => kind !== 'near');
/** All of it is found. */
const isWhole = (answer: Answer): boolean => isFound(answer) && answer.notes.every(({ kind }) => kind !== 'parts');

/** Terms that are asked about: one that stands in few places may have no good answer. */
const MOST_ASKED = 20;

const termsOf = (pages: readonly Entry[]): Entry[] =>
  pages
    .filter(kindOf('term'))
    .toSorted((a, b) => Number(b.matter.mentions ?? 0) - Number(a.matter.mentions ?? 0))
    .slice(0, MOST_ASKED);

/** What readers ask: what a thing is, who spoke of one, what was said of one in the newest years. */
function questionsOf({ pages }: Contents, label: Labels): Candidate[][] {
  const terms = termsOf(pages);
  const minutes = minutesOf(pages).toReversed();
  const years = [...new Set(minutes.flatMap(({ matter }) => yearOf(matter) ?? []))];
  const byPath = new Map(minutes.map(page => [page.path, page]));
  return [
    terms.map(({ title, path }) => ({
      example: [label('site.questionWhat', { word: title }), label('site.exampleWhat')],
      isAnswered: ({ documents: [first] }) => first?.path === path,
      about: title,
    })),
    terms.map(({ title }) => ({
      example: [label('site.questionWho', { word: title }), label('site.exampleWho')],
      isAnswered: ({ documents: [first] }) => speakerIn(first, { byPath, word: title }) !== undefined,
      about: title,
    })),
    years.flatMap(year =>
      terms.map(({ title }) => ({
        example: [label('site.questionYear', { year, word: title }), label('site.exampleWhen')] as const,
        isAnswered: ({ documents: [first] }: Answer) =>
          isSaid(first, title) && yearOf(byPath.get(first.path)?.matter ?? {}) === year,
        about: title,
      })),
    ),
  ];
}

/** The best place of a document is a speech, or an opinion, with this word. */
const isSaid = (found: FoundDocument | undefined, word: string): found is FoundDocument => {
  const [best] = found?.hits ?? [];
  return /^u\d/.test(best?.anchor ?? '') && (best?.sentence.includes(word) ?? false);
};

interface Wanted {
  readonly byPath: ReadonlyMap<string, Entry>;
  readonly word: string;
}

/** Whom the minutes name as the speaker of the best place. */
function speakerIn(found: FoundDocument | undefined, { byPath, word }: Wanted): string | undefined {
  if (!isSaid(found, word)) return undefined;
  const page = byPath.get(found.path);
  return page && speechesOf(page).find(({ id }) => id === found.hits[0]?.anchor)?.name;
}

/** How a query can be written: of the terms that are named most, the first speaker, the newest year. */
function queriesOf({ pages }: Contents, label: Labels): Candidate[][] {
  const terms = termsOf(pages);
  const minutes = minutesOf(pages).toReversed();
  const words = terms.map(({ title }) => title);
  const readings = terms.filter(({ title }) => HAN.test(title)).flatMap(({ matter }) => textOf(matter.reading) || []);
  const speakers = minutes.flatMap(page =>
    speechesOf(page).flatMap(({ name, label }) => (name || label || '').replace(/\s/gu, '') || []),
  );
  const years = minutes.flatMap(({ matter }) => yearOf(matter) ?? []);
  const pairs = words
    .slice(0, MOST_PAIRED)
    .flatMap((first, index) => words.slice(index + 1, MOST_PAIRED).map(second => [first, second] as const));
  const kinds: readonly (readonly Example[])[] = [
    pairs.map(pair => [pair.join(' '), label('site.exampleAll')]),
    readings.map(reading => [reading, label('site.exampleReading')]),
    words.map(word => [`"${word}"`, label('site.examplePhrase')]),
    pairs.map(([first, second]) => [`${first} -${second}`, label('site.exampleWithout', { word: second })]),
    speakers.slice(0, 1).map(speaker => [label('site.querySpeaker', { speaker }), label('site.exampleSpeaker')]),
    years.slice(0, 1).map(year => [label('site.queryYear', { year }), label('site.exampleYear')]),
    words.map(word => [label('site.queryTerms', { word }), label('site.exampleKind')]),
  ];
  return kinds.map(examples => examples.map(example => ({ example, isAnswered: isWhole })));
}

/** As many of the first terms are put together by two. */
const MOST_PAIRED = 8;
/** A word of another script is its own reading, or has one that nobody types: `AIオンデマンド交通`. */
const HAN = /^\p{sc=Han}+$/u;

interface Speech {
  readonly id?: string;
  readonly name?: string;
  readonly label?: string;
}

const speechesOf = ({ matter }: Entry): readonly Speech[] => (matter.speeches ?? []) as Speech[];
