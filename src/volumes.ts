/** Gathers what each offline book is made of: everything, a part of it, one document. */
import { encode } from './1-read/index.ts';
import { byDate, dateLabel } from './7-print/matter.ts';
import { citedIn } from './7-print/pdf/citations.ts';
import type { Attachment, Volume } from './7-print/volume.ts';
import type { Book } from './bind.ts';
import type { Page } from './book.ts';
import { writeLedger } from './ledger.ts';
import type { Converted } from './pipeline.ts';
import { usesIn } from './uses.ts';

const TITLE = 'サイバーセキュリティ政策 会議録集';

/**
 * In letters of Markdown: a PDF with more is bound in parts. Typst takes 2.4 MB of memory a page, and 1.5 million letters
 * with their glossary are some 900 pages (measured with `npm run bench -- pdf`).
 */
const LARGEST = 1_500_000;

/** What is printed as PDF: the whole, or its parts (分冊) where it is too large, then each document. */
export function volumesOf(book: Book, whole = wholeOf(book)): Volume[] {
  const documents = book.pages.filter(({ kind }) => kind === 'minutes').toSorted(byDate);
  const parts = cut(documents);
  const bound = parts.length < 2 ? [whole] : parts.map((pages, index) => partOf(pages, index + 1, book));
  return [...bound, ...documents.map(page => documentVolume(page, book))];
}

/** Everything. */
export const wholeOf = (book: Book): Volume => ({
  name: 'tsuzuri',
  title: TITLE,
  subtitle: '用語集つき',
  pages: book.pages,
  ...evidence(
    book.pages.filter(({ kind }) => kind === 'minutes'),
    book,
  ),
});

function cut(documents: readonly Page[]): Page[][] {
  const parts: Page[][] = [];
  let size = 0;
  for (const page of documents) {
    if (parts.length === 0 || size + page.markdown.length > LARGEST) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(page);
    size += page.markdown.length;
  }
  return parts;
}

function partOf(documents: readonly Page[], number: number, book: Book): Volume {
  const dated = documents.filter(({ matter }) => matter.date ?? matter.fiscal);
  const days = [dated[0], dated.at(-1)].flatMap(page => (page ? [dateLabel(page)] : []));
  return {
    name: `tsuzuri-${number}`,
    title: `${TITLE} 第${number}分冊`,
    subtitle: [...(days.length > 0 ? [`${days.join('から')}まで`] : []), '用語集つき'].join('、'),
    pages: [...book.pages.filter(({ path }) => path === 'about'), ...documents, ...entriesOf(documents, book)],
    ...evidence(documents, book),
  };
}

function documentVolume(page: Page, book: Book): Volume {
  return {
    name: nameOf(page),
    title: page.title,
    subtitle: '用語の説明つき',
    single: true,
    pages: [page, ...entriesOf([page], book)],
    ...evidence([page], book),
  };
}

const nameOf = ({ path }: Page): string => path.replace('minutes/', '');

/** The entries that the documents have links to. */
function entriesOf(documents: readonly Page[], { pages }: Book): Page[] {
  const entries = pages.filter(({ kind }) => kind === 'term');
  const paths = new Set(entries.map(({ path }) => path));
  const cited = new Set(documents.flatMap(page => [...citedIn(page, paths)]));
  return entries.filter(({ path }) => cited.has(path));
}

/** What was changed in the documents, and what a reader needs to prove them. */
function evidence(documents: readonly Page[], { converted }: Book): Pick<Volume, 'uses' | 'attachments'> {
  const sources = documents.flatMap(page => {
    const source = converted.get(nameOf(page));
    return source ? [{ page, source }] : [];
  });
  return {
    uses: sources.flatMap(({ page, source }) => usesIn(page, source)),
    attachments: sources.flatMap(({ page, source }) => attachmentsOf(page, source)),
  };
}

/** All that a reader needs to prove the text: the scan byte for byte, the Markdown, the ledger between them. */
function attachmentsOf(page: Page, { ledger, minutes }: Converted): Attachment[] {
  const name = nameOf(page);
  const scan = encode({ ...ledger.scan, text: minutes.trace.scan });
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
  return [
    { name: `${name}.txt`, mime: 'text/plain', relation: 'source', about: '原文（OCR テキスト）', content: scan },
    {
      name: `${name}.md`,
      mime: 'text/markdown',
      relation: 'alternative',
      about: '用語へのリンクの付いた Markdown',
      content: bytes(page.markdown),
    },
    {
      name: `${name}.ledger.json`,
      mime: 'application/json',
      relation: 'supplement',
      about: '帳簿（原文からの訂正の記録）',
      content: bytes(writeLedger(ledger)),
    },
  ];
}
