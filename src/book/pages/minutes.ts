/** Puts the pages of the documents into the book, and makes the list of them. */

import type { Page } from '@tsuzuri/core/book';
import { byDate, dateLabel } from '@tsuzuri/core/front-matter';
import { FOLDERS, indexPath, urlOf } from '@tsuzuri/core/urls';
import type { RootContent } from 'mdast';
import { heading, link, paragraph, table, text } from './mdast-builders.ts';
import { type PageKind, plainPage } from './page.ts';

export const MINUTES: PageKind = {
  kind: 'minutes',
  path: FOLDERS.minutes,
  make: ({ minutes }) => minutes,
  nav: { text: '会議録', link: urlOf(indexPath('minutes')), activeMatch: '^/(minutes|people|bodies)/', order: 10 },
};

export const MINUTES_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('minutes'),
  make: ({ minutes }, pages) => [
    plainPage({ path: indexPath('minutes'), kind: 'text', title: '会議録', source: 'seeds' }, () => [
      heading(1, undefined, text('会議録')),
      documentTable(minutes),
      ...waysIn(pages),
    ]),
  ],
};

function documentTable(minutes: readonly Page[]): RootContent {
  const rows = minutes
    .toSorted(byDate)
    .map(page => [
      [text(dateLabel(page))],
      [link(`/${page.path}`, page.title)],
      [text(String(page.matter.document ?? ''))],
    ]);
  return table([[[text('日付')], [text('文書')], [text('種別')]], ...rows]);
}

/** Other lists that lead to the minutes. */
const WAYS: readonly (readonly [index: string, words: string])[] = [
  [indexPath('bodies'), '会議体から探す'],
  [indexPath('people'), '人から探す'],
];

/** Links to the lists that there are. */
function waysIn(pages: readonly Page[]): RootContent[] {
  const paths = new Set(pages.map(({ path }) => path));
  const links = WAYS.filter(([index]) => paths.has(index)).map(([index, words]) => link(urlOf(index), words));
  return links.length > 0
    ? [paragraph(...links.flatMap((way, index) => (index === 0 ? [way] : [text('　'), way])))]
    : [];
}
