/** Gathers what the site serves beside its pages. */

import type { Book } from '@tsuzuri/book/build-book';
import { encode } from '@tsuzuri/convert/formats/text';
import { writeLedger } from '@tsuzuri/convert/ledger';
import { firstSentences } from '@tsuzuri/link/inline-text';
import { makeProof } from './corrections.ts';
import { glossaryJson, glossarySkos } from './glossary.ts';
import { popoverFiles } from './popovers.ts';

type Offered = [path: string, content: string | Uint8Array];

/** Path under the root of the site → content. VitePress copies them from `build/public`. */
export function offeredFiles(book: Book): Map<string, string | Uint8Array> {
  return new Map([glossaryFiles, popovers, proofFiles, markdownFiles, scanFiles].flatMap(files => files(book)));
}

/** The glossary for machines. */
function glossaryFiles({ pages, terms, mentions }: Book): Offered[] {
  const minutes = pages.filter(({ kind }) => kind === 'minutes');
  return [
    ['glossary.json', glossaryJson({ terms, mentions, pages: minutes })],
    ['glossary.jsonld', glossarySkos(terms)],
  ];
}

/** What the site shows when somebody asks for the corrections of a page, or for its scan. */
function proofFiles({ pages, converted }: Book): Offered[] {
  const titles = new Map(pages.filter(({ kind }) => kind === 'rule').map(rule => [String(rule.matter.id), rule.title]));
  return [...converted].map(([name, { tree, minutes, ledger }]) => [
    `data/minutes/${name}.proof.json`,
    JSON.stringify(makeProof({ tree, trace: minutes.trace, doubts: ledger.doubts }, titles)),
  ]);
}

/** What the links of each page tell of the entries that they lead to. */
function popovers({ pages, terms, mentions }: Book): Offered[] {
  return popoverFiles({ pages, terms, mentions, begin: paragraph => firstSentences(paragraph, 2) });
}

/** Each page as Markdown, at its address with `.md` behind. */
function markdownFiles({ pages }: Book): Offered[] {
  return pages.map(({ path, markdown }) => [`${path}.md`, markdown]);
}

/** What a reader needs to prove a page: the scan, byte for byte, and its ledger. */
function scanFiles({ converted }: Book): Offered[] {
  return [...converted].flatMap(([name, { ledger, minutes }]): Offered[] => [
    [`scans/${name}.txt`, encode({ ...ledger.scan, text: minutes.trace.scan })],
    [`ledgers/${name}.ledger.json`, writeLedger(ledger)],
  ]);
}
