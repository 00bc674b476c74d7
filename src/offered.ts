/** Gathers what the site serves beside its pages. */
import { encode } from './1-read/index.ts';
import { glossaryJson, glossarySkos } from './7-print/glossary-data.ts';
import type { Book } from './build.ts';
import { writeLedger } from './ledger.ts';

type Offered = [path: string, content: string | Uint8Array];

/** Path under the root of the site → content. VitePress copies them from `build/public`. */
export function offeredFiles(book: Book): Map<string, string | Uint8Array> {
  return new Map([...glossaryFiles(book), ...markdownFiles(book), ...scanFiles(book)]);
}

/** The glossary for machines. */
function glossaryFiles({ pages, terms, mentions }: Book): Offered[] {
  const minutes = pages.filter(({ kind }) => kind === 'minutes');
  return [
    ['glossary.json', glossaryJson({ terms, mentions, pages: minutes })],
    ['glossary.jsonld', glossarySkos(terms)],
  ];
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
