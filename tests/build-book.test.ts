/** Holds that a build with a cache gives what a build without one gives, whatever was changed: a law of `tsuzuri dev` and `diff`. */

import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { type Cache, createCache } from '@tsuzuri/book/cache';
import { readSources, type Source, type Sources } from '@tsuzuri/book/sources';
import { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
import { bookJson } from '@tsuzuri/print/data';
import { beforeAll, expect, test } from 'vitest';
import { PROJECT } from './seeds.ts';

let analyzer: Analyzer;
let cache: Cache;
const sources = readSources(PROJECT);

beforeAll(async () => {
  analyzer = await loadAnalyzer();
  cache = createCache();
  await build({});
});

const build = (changed: Partial<Sources>): Promise<Book> =>
  buildBook(PROJECT, analyzer, { cache, sources: { ...sources, ...changed } });

/** One file of a list, written over. */
const edited = (files: readonly Source[], name: string, change: (text: string) => string): Source[] =>
  files.map(file => (file.name === name ? { ...file, text: change(file.text) } : file));

const writtenOf = (book: Book): [string, string][] => [
  ['book.json', bookJson(book)],
  ...book.pages.map(({ path, markdown }): [string, string] => [path, markdown]),
];

const known = (name: string): Source => ({ file: `seeds/${name}.yml`, name, text: 'corrections: []\n' });
const alias = (text: string): string => text.replace('aliases: [', 'aliases: [報道発表, ');
const CHANGES: [string, Partial<Sources>][] = [
  ['the text of an entry', { terms: edited(sources.terms, 'nisc', text => `${text}\nCYDERに触れる一文。\n`) }],
  ['a new alias', { terms: edited(sources.terms, 'jpcertcc', alias) }],
  [
    'an entry that names a body',
    {
      terms: edited(sources.terms, 'ipa', text =>
        text.replace('aliases: [', 'aliases: [サイバーセキュリティ戦略本部, '),
      ),
    },
  ],
  ['a page', { texts: edited(sources.texts, 'about', text => `${text}\nNISCに触れる一文。\n`) }],
  ['a rule less', { rules: sources.rules.filter(({ name }) => name !== 'small-tsu') }],
  ['a correction less', { known: sources.known.map(({ name }) => known(name)) }],
  ['nothing', {}],
];

test.each(CHANGES)('%s', async (_, changed) => {
  const again = writtenOf(await build(changed));
  const fresh = writtenOf(await buildBook(PROJECT, analyzer, { sources: { ...sources, ...changed } }));
  expect(again.map(([path]) => path)).toEqual(fresh.map(([path]) => path));
  for (const [index, [path, text]] of again.entries()) expect(text, path).toBe(fresh[index]?.[1]);
});
