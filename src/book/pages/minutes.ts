/** Puts the pages of the documents into the book, and makes the list of them. */

import type { Page } from '@tsuzuri/core/book';
import { byDate, dateLabel, withEdition } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { compareAddress, FOLDERS, indexPath, urlOf } from '@tsuzuri/core/urls';
import type { RootContent } from 'mdast';
import { LEAST_COMPARED } from './default-pages.ts';
import { heading, link, paragraph, table, text } from './mdast-builders.ts';
import { type PageKind, plainPage } from './page.ts';

export const MINUTES: PageKind = {
  kind: 'minutes',
  path: FOLDERS.minutes,
  make: ({ minutes }) => minutes,
  nav: label => ({
    text: label('pages.minutes'),
    link: urlOf(indexPath('minutes')),
    activeMatch: '^/(minutes|people|bodies)/',
    order: 10,
  }),
};

export const MINUTES_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('minutes'),
  make: ({ minutes, label }, pages) => {
    const title = label('pages.minutes');
    return [
      plainPage({ path: indexPath('minutes'), kind: 'text', title, source: 'seeds' }, () => [
        heading(1, undefined, text(title)),
        documentTable(minutes, label),
        ...waysIn(pages, label),
        ...(minutes.length >= LEAST_COMPARED ? [paragraph(link(compareAddress(), label('pages.compare')))] : []),
      ]),
    ];
  },
};

function documentTable(minutes: readonly Page[], label: Labels): RootContent {
  const head = [label('pages.date'), label('pages.document'), label('pages.type')].map(name => [text(name)]);
  const rows = minutes
    .toSorted(byDate)
    .map(page => [
      [text(withEdition(dateLabel(page, label), page, label))],
      [link(urlOf(page.path), page.title)],
      [text(String(page.matter.document ?? ''))],
    ]);
  return table([head, ...rows]);
}

/** Other lists that lead to the minutes. */
const WAYS: readonly (readonly [index: string, words: 'pages.byBody' | 'pages.byPerson'])[] = [
  [indexPath('bodies'), 'pages.byBody'],
  [indexPath('people'), 'pages.byPerson'],
];

/** Links to the lists that there are. */
function waysIn(pages: readonly Page[], label: Labels): RootContent[] {
  const paths = new Set(pages.map(({ path }) => path));
  const links = WAYS.filter(([index]) => paths.has(index)).map(([index, words]) => link(urlOf(index), label(words)));
  return links.length > 0
    ? [paragraph(...links.flatMap((way, index) => (index === 0 ? [way] : [text(label('gap')), way])))]
    : [];
}
