/** Gathers what the site serves beside its pages. */
import { firstSentences } from './6-link/sentence.ts';
import { glossaryJson, glossarySkos } from './7-print/glossary-data.ts';
import { popoverFiles } from './7-print/popovers.ts';
import { makeProof } from './7-print/proof.ts';
import type { Book } from './build.ts';

/** Path under the root of the site → content. VitePress copies them from `build/public`. */
export function offeredFiles(book: Book): Map<string, string> {
  return new Map([...glossaryFiles(book), ...popovers(book), ...proofFiles(book)]);
}

/** The glossary for machines. */
function glossaryFiles({ pages, terms, mentions }: Book): [path: string, content: string][] {
  const minutes = pages.filter(({ kind }) => kind === 'minutes');
  return [
    ['glossary.json', glossaryJson({ terms, mentions, pages: minutes })],
    ['glossary.jsonld', glossarySkos(terms)],
  ];
}

/** What the site shows when somebody asks for the corrections of a page, or for its scan. */
function proofFiles({ pages, converted }: Book): [path: string, content: string][] {
  const titles = new Map(pages.filter(({ kind }) => kind === 'rule').map(rule => [String(rule.matter.id), rule.title]));
  return [...converted].map(([name, { lifted, minutes, ledger }]) => [
    `data/minutes/${name}.proof.json`,
    JSON.stringify(makeProof({ lifted, trace: minutes.trace, doubts: ledger.doubts }, titles)),
  ]);
}

/** What the links of each page tell of the entries that they lead to. */
function popovers({ pages, terms, mentions }: Book): [path: string, content: string][] {
  return popoverFiles({ pages, terms, mentions, begin: paragraph => firstSentences(paragraph, 2) });
}
