/** Chooses the queries that the search shows as examples. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { yearOf } from '@tsuzuri/book/cooccurrence';
import type { Labels } from '@tsuzuri/core/labels';
import { openSearch } from '@tsuzuri/search/query';
import type { Answer } from '@tsuzuri/search/shared/result';
import type { Plugin } from 'vite';
import { BUILD, type Contents, type Entry, kindOf, minutesOf, type Site, textOf } from './site.ts';

/** A query, and what it finds. */
export type Example = readonly [query: string, meaning: string];

/** Those that the project gives, else some that are made of its terms and documents. */
const examplesOf = ({ examples, contents, label }: Site): readonly Example[] =>
  examples ?? examplesFrom(contents, label);

/** Those of them that the search answers: asked now, of the index that the site will have. All where there is none yet. */
export async function answeredExamples(site: Site): Promise<readonly Example[]> {
  const folder = join(BUILD, 'public/search');
  const all = examplesOf(site);
  if (!existsSync(folder)) return all;
  const search = openSearch(async path => new Uint8Array(await readFile(join(folder, path))));
  const found: Example[] = [];
  const answers = new Set<string>();
  for (const example of all) {
    const answer = await search.ask(example[0], 1);
    const what = `${answer.count} ${answer.documents[0]?.path}`;
    // Of ours, one that finds what another has found shows nothing new.
    if (isAnswered(answer) && (site.examples || !answers.has(what))) found.push(example);
    answers.add(what);
  }
  return found;
}

/** Tells the search its examples, which come with it, not with every page. */
export const searchExamples = (site: Site): Plugin => ({
  name: 'tsuzuri:search-examples',
  config: async () => ({ define: { SEARCH_EXAMPLES: JSON.stringify(await answeredExamples(site)) } }),
});

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
