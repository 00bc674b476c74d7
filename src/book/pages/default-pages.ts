/** Makes the home page and the pages of the search, the comparison and the offline books, where the author wrote none. */

import type { Page } from '@tsuzuri/core/book';
import type { LabelKey } from '@tsuzuri/core/labels';
import { indexPath, urlOf } from '@tsuzuri/core/urls';
import type { RootContent } from 'mdast';
import { heading, item, line, link, list, paragraph, sentence, text } from './mdast-builders.ts';
import { type PageKind, plainPage, type Relations } from './page.ts';

/** The last of all kinds: the pages before it are those that the author, or a kind of the project, has. */
export const DEFAULT_PAGES: PageKind = {
  kind: 'text',
  path: '',
  make: (relations, pages) => {
    const paths = new Set(pages.map(({ path }) => path));
    const isWanted = ({ path, least = 0 }: Default): boolean => !paths.has(path) && relations.minutes.length >= least;
    return DEFAULTS.filter(isWanted).map(page => defaultPage(page, relations));
  },
};

/** One document is compared with none. */
export const LEAST_COMPARED = 2;

interface Default {
  readonly path: string;
  /** With fewer documents there is no such page. */
  readonly least?: number;
  readonly title: (relations: Relations) => string;
  readonly parts: (relations: Relations) => RootContent[];
}

function defaultPage({ path, title, parts }: Default, relations: Relations): Page {
  const head = { path, kind: 'text', title: title(relations), source: 'docs' };
  return plainPage(head, () => [heading(1, undefined, text(head.title)), ...parts(relations)]);
}

/** The site puts its own parts before or after the headings of these pages: all documents, the search box, the books. */
const DEFAULTS: readonly Default[] = [
  {
    path: 'index',
    title: ({ title }) => title,
    parts: ({ description, minutes, terms, label }) => [
      ...(description === undefined ? [] : [paragraph(text(description))]),
      heading(2, 'documents', text(label('pages.readMinutes'))),
      paragraph(
        ...(minutes.length > 0
          ? sentence(label('pages.toMinutes', { list: '{list}' }), {
              list: [link(urlOf(indexPath('minutes')), label('pages.listOfMinutes'))],
            })
          : [text(label('pages.noMinutes'))]),
      ),
      heading(2, 'terms', text(label('pages.lookUp'))),
      paragraph(
        ...(terms.length > 0
          ? sentence(label('pages.toGlossary', { glossary: '{glossary}' }), {
              glossary: [link(urlOf(indexPath('terms')), label('pages.theGlossary'))],
            })
          : [text(label('pages.noTerms'))]),
      ),
    ],
  },
  {
    path: 'search',
    title: ({ label }) => label('pages.search'),
    parts: ({ label }) => [
      paragraph(text(label('pages.searchLead'))),
      heading(2, 'how', text(label('pages.howToSearch'))),
      lines(['pages.searchAll', 'pages.searchPhrase', 'pages.searchWithout'], label),
    ],
  },
  {
    path: 'compare',
    least: LEAST_COMPARED,
    title: ({ label }) => label('pages.compare'),
    parts: ({ label }) => [paragraph(text(label('pages.compareLead')))],
  },
  {
    path: 'offline',
    title: ({ label }) => label('pages.offline'),
    parts: ({ label }) => [
      paragraph(text(label('pages.offlineLead'))),
      heading(2, 'formats', text(label('pages.formats'))),
      lines(['pages.formatPdf', 'pages.formatEpub', 'pages.formatHtml'], label),
    ],
  },
];

/** Labels in which nothing is filled in. */
type Sentence = Extract<LabelKey, `pages.${'search' | 'format'}${string}`>;
const lines = (keys: readonly Sentence[], label: Relations['label']): RootContent =>
  list(keys.map(key => item(line(text(label(key))))));
