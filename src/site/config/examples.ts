/** Chooses the queries that the search shows as examples. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { yearOf } from '@tsuzuri/book/cooccurrence';
import type { Labels } from '@tsuzuri/core/labels';
import { openSearch } from '@tsuzuri/search/query';
import type { Answer } from '@tsuzuri/search/shared/result';
import { BUILD, type Contents, type Entry, kindOf, minutesOf, type Site, textOf } from './site.ts';

/** A query, and what it finds. */
export type Example = readonly [query: string, meaning: string];

/** Those that the project gives, else some that are made of its terms and documents. */
export const examplesOf = ({ examples, contents, label }: Site): readonly Example[] =>
  examples ?? examplesFrom(contents, label);

/** As many as the first screen of the home page has room for. */
const SHOWN = 3;

/** The first of them that the search answers: asked now, of the index that the site will have. */
export async function answeredExamples(site: Site): Promise<Example[]> {
  const folder = join(BUILD, 'public/search');
  if (!existsSync(folder)) return [];
  const search = openSearch(async path => new Uint8Array(await readFile(join(folder, path))));
  const found: Example[] = [];
  for (const example of examplesOf(site)) {
    if (found.length === SHOWN) break;
    if (isAnswered(await search.ask(example[0], 1))) found.push(example);
  }
  return found;
}

/** Something is found, and nothing else was looked for in its place. */
const isAnswered = ({ count, notes }: Answer): boolean => count > 0 && notes.every(({ kind }) => kind !== 'near');

/** Queries that find something: of the terms that are named most, the first speaker, the newest year. */
function examplesFrom({ pages }: Contents, label: Labels): Example[] {
  const terms = pages
    .filter(kindOf('term'))
    .toSorted((a, b) => Number(b.matter.mentions ?? 0) - Number(a.matter.mentions ?? 0));
  const minutes = minutesOf(pages).toReversed();
  const [first, second] = terms.map(({ title }) => title);
  const reading = textOf(terms.find(({ matter }) => matter.reading)?.matter.reading);
  const speaker = minutes.flatMap(speakersOf)[0];
  const year = minutes.map(({ matter }) => yearOf(matter)).find(year => year !== undefined);
  const examples: readonly (Example | undefined | '')[] = [
    first && second && [`${first} ${second}`, label('site.exampleAll')],
    reading && [reading, label('site.exampleReading')],
    first && [`"${first}"`, label('site.examplePhrase')],
    first && second && [`${first} -${second}`, label('site.exampleWithout', { word: second })],
    speaker && [label('site.querySpeaker', { speaker }), label('site.exampleSpeaker')],
    year && [label('site.queryYear', { year }), label('site.exampleYear')],
    first && [label('site.queryTerms', { word: first }), label('site.exampleKind')],
  ];
  return examples.flatMap(example => (example ? [example] : []));
}

/** `議長`, `村井純` */
const speakersOf = ({ matter }: Entry): string[] =>
  ((matter.speeches ?? []) as { name?: string; label?: string }[]).flatMap(({ name, label }) => {
    const speaker = (name ?? label ?? '').replace(/\s/gu, '');
    return speaker === '' ? [] : [speaker];
  });
