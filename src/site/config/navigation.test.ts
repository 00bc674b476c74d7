/** Finds the meetings of a body before and after one. */

import { labelsIn } from '@tsuzuri/core/labels';
import { expect, test } from 'vitest';
import { navigation, neighbours, sidebarHtml, sidebarOf } from './navigation.ts';
import type { Site } from './site.ts';

test('a meeting leads to the meetings of the same body, not to whatever came next', () => {
  const meeting = (path: string, body: string, session: number, date: string) =>
    ({ path: `minutes/${path}`, kind: 'minutes', title: path, source: '', matter: { body, session, date } }) as const;
  const pages = [
    meeting('a1', '甲会議', 1, '2012-01-01'),
    meeting('b1', '乙会議', 1, '2012-02-01'),
    meeting('a2', '甲会議', 2, '2012-03-01'),
  ];
  const site = { contents: { pages, books: [] }, label: labelsIn('ja') } as unknown as Site;
  expect(neighbours(site, pages[0] as (typeof pages)[0])).toEqual({
    prev: false,
    next: { text: '甲会議 <span class="keep-together">第2回</span>', link: '/minutes/a2/' },
  });
  // The only one of its body stands between those before and after it in time.
  expect(neighbours(site, pages[1] as (typeof pages)[0])).toEqual({
    prev: { text: '甲会議 <span class="keep-together">第1回</span>', link: '/minutes/a1/' },
    next: { text: '甲会議 <span class="keep-together">第2回</span>', link: '/minutes/a2/' },
  });
});

test('a sidebar does not grow with the site, and has the open page in it', () => {
  const pages = Array.from({ length: 1000 }, (_, index) => ({
    path: `glossary/t${index}`,
    kind: 'term',
    title: `語${index}`,
    source: '',
    matter: { reading: String(index).padStart(4, '0'), category: index % 2 ? 'law' : 'concept' },
  }));
  const site = { contents: { pages, books: [] }, label: labelsIn('ja') } as unknown as Site;
  for (const page of [pages[0], pages[501], pages[999]] as (typeof pages)[0][]) {
    const groups = sidebarOf(site, page) ?? [];
    const links = groups.flatMap(({ items }) => items.map(({ link }) => link));
    expect(links).toContain(`/${page.path}/`);
    expect(links).toHaveLength(16);
    expect(groups.filter(({ items }) => items.length === 0).map(({ count }) => count)).toEqual([undefined, 500]);
  }
});

test('one link of a sidebar is where a reader is: the page, or the list in which it stands', () => {
  const pages = [
    { path: 'people/index', kind: 'text', title: '出席者と発言者', source: '', matter: {} },
    { path: 'people/a', kind: 'person', title: '甲', source: '', matter: {} },
    { path: 'minutes/m', kind: 'minutes', title: '会議', source: '', matter: {} },
  ];
  const site = { contents: { pages, books: [] }, label: labelsIn('ja'), place: { base: '/below/' } } as unknown as Site;
  const currentOf = (page: (typeof pages)[0] | undefined) =>
    (page && sidebarHtml(site, page)?.match(/<a [^>]*aria-current[^>]*>/g)) ?? [];
  expect(pages.map(currentOf)).toEqual([
    ['<a href="/below/people/" aria-current="page">'],
    ['<a href="/below/people/" aria-current="true">'],
    ['<a href="/below/minutes/m/" aria-current="page">'],
  ]);
});

test('what can be read offline is linked where there are books, or where a browser keeps the site', () => {
  const pages = [{ path: 'offline', kind: 'text', title: 'オフラインで読む', source: '', matter: {} }];
  const book = { path: 'a.pdf', title: '', bytes: 1 };
  const links = (isKept: boolean, books: readonly object[]) => {
    const site = { contents: { pages, books }, label: labelsIn('ja'), isKept } as unknown as Site;
    return navigation(site).map(item => 'link' in item && item.link);
  };
  expect([links(true, []), links(false, [book]), links(false, [])]).toEqual([['/offline/'], ['/offline/'], []]);
});
