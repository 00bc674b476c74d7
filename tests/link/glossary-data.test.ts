/** The glossary of the project has no error, and its data for programs says what the pages say. */

import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { checkGlossary } from '@tsuzuri/check/glossary';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { labelsOf } from '@tsuzuri/core/anchors';
import { allNames } from '@tsuzuri/core/term-names';
import { siteData } from '@tsuzuri/print/data';
import { beforeAll, describe, expect, test } from 'vitest';
import { PROJECT } from '../seeds.ts';
import { FREQUENT, LISTED, unlinked } from './listed-mentions.ts';

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
    for (const target of [url, ...mentions.map(mention => mention.url)])
      expect(labels).toContain(target.slice(1).replace(/\/(?=#|$)/, ''));
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
  const nisc = concepts.find(node => node['@id'] === 'glossary/nisc/');
  expect(nisc?.prefLabel).toEqual({ '@language': 'ja', '@value': 'NISC' });
  expect(nisc?.altLabel).toContainEqual({ '@language': 'ja', '@value': '国家サイバー統括室' });
});

describe('the glossary of the project', () => {
  test('has no fault', () => {
    expect(book.errors.map(String)).toEqual([]);
    expect(
      checkGlossary({ ...book, unread: new Set() }).map(message => `${message.file}:${message.line} ${message.reason}`),
    ).toEqual([]);
  });

  test('has an entry for each acronym and each body that a reader counted more than twice', () => {
    const named = new Set(book.terms.flatMap(allNames).map(name => name.replace(/\s/g, '')));
    const isNamed = (form: string): boolean => [...named].some(name => form.replace(/\s/g, '').includes(name));
    expect(FREQUENT.length).toBeGreaterThan(30);
    expect(FREQUENT.filter(forms => !forms.some(isNamed))).toEqual([]);
  });

  test('links what a reader listed by eye, but for companies and words without an entry', () => {
    const missing = unlinked(book.mentions).length;
    expect(LISTED.length - missing).toBeGreaterThanOrEqual(650);
    expect([...book.mentions.values()].flat().length).toBeGreaterThanOrEqual(730);
  });

  test('links NISC to the name of the day', () => {
    const linkOn = (path: string) =>
      /\[NISC\]\((\S+) "([^"]+)"\)/.exec(book.pages.find(page => page.path === path)?.markdown ?? '')?.slice(1);
    expect(linkOn('minutes/2012-11-01-isc-31')).toEqual([
      '/glossary/nisc/#n1',
      '内閣官房情報セキュリティセンター（National Information Security Center）',
    ]);
    expect(linkOn('minutes/2021-09-27-cs-hq-31')?.[0]).toBe('/glossary/nisc/#n2');
  });

  test('says of each entry where it stands first, and what stands beside it', () => {
    const nisc = book.pages.find(({ path }) => path === 'glossary/nisc')?.markdown ?? '';
    expect(nisc).toContain('最初に出てくるのは、2012年11月1日の');
    expect(nisc).toContain('## 同じ文によく出てくる用語');
    expect(nisc).toMatch(/2005年4月25日〜2015年1月8日 \*\*内閣官房情報セキュリティセンター\*\*.* \{#n1\}/);
  });
});
