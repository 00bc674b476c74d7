/** Holds that the glossary for machines says what the pages say, and leads where they lead. */

import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { labelsOf } from '@tsuzuri/core/anchors';
import { siteData } from '@tsuzuri/print/data';
import { beforeAll, expect, test } from 'vitest';
import { PROJECT } from '../seeds.ts';

let book: Book;
let files: ReturnType<typeof siteData>;
beforeAll(async () => {
  book = await buildBook(PROJECT, await loadAnalyzer());
  files = siteData(book);
});

test('glossary.json has each entry, each mention in order of date, each at a place that exists', () => {
  const { entries } = JSON.parse(String(files.get('glossary.json'))) as {
    entries: { id: string; url: string; names: object[]; mentions: { url: string; date?: string; text: string }[] }[];
  };
  expect(entries.map(({ id }) => id)).toEqual(book.terms.map(({ id }) => id));
  const labels = labelsOf(book.pages);
  for (const { url, mentions } of entries)
    for (const target of [url, ...mentions.map(mention => mention.url)]) expect(labels).toContain(target.slice(1));
  const nisc = entries.find(({ id }) => id === 'nisc');
  expect(nisc?.mentions).toHaveLength(8);
  expect(nisc?.names).toHaveLength(3);
  const dates = nisc?.mentions.map(({ date }) => String(date)) ?? [];
  expect(dates).toEqual(dates.toSorted());
});

test('glossary.jsonld is a SKOS scheme whose relations are concepts of it', () => {
  const graph = (JSON.parse(String(files.get('glossary.jsonld'))) as { '@graph': Record<string, unknown>[] })['@graph'];
  const concepts = graph.filter(node => node['@type'] === 'Concept');
  const ids = new Set(concepts.map(node => node['@id']));
  expect(ids.size).toBe(book.terms.length);
  for (const { related } of concepts)
    for (const other of related as { '@id': string }[]) expect(ids).toContain(other['@id']);
  const nisc = concepts.find(node => node['@id'] === 'glossary/nisc');
  expect(nisc?.prefLabel).toEqual({ '@language': 'ja', '@value': 'NISC' });
  expect(nisc?.altLabel).toContainEqual({ '@language': 'ja', '@value': '国家サイバー統括室' });
});
