/** Gathers what the site serves beside its pages. */
import { firstSentences } from './6-link/sentence.ts';
import { glossaryJson, glossarySkos } from './7-print/glossary-data.ts';
import { popoverFiles } from './7-print/popovers.ts';
import type { Book } from './build.ts';

/** Path under the root of the site → content. VitePress copies them from `build/public`. */
export function offeredFiles(book: Book): Map<string, string> {
  return new Map([...glossaryFiles(book), ...popovers(book)]);
}

/** The glossary for machines. */
function glossaryFiles({ pages, terms, mentions }: Book): [path: string, content: string][] {
  const minutes = pages.filter(({ kind }) => kind === 'minutes');
  return [
    ['glossary.json', glossaryJson({ terms, mentions, pages: minutes })],
    ['glossary.jsonld', glossarySkos(terms)],
  ];
}

/** What the links of each page tell of the entries that they lead to. */
function popovers({ pages, terms, mentions }: Book): [path: string, content: string][] {
  return popoverFiles({ pages, terms, mentions, begin: paragraph => firstSentences(paragraph, 2) });
}
