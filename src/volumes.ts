/** Gathers what each offline book is made of: one of everything, one for each document. */
import { encode } from './1-read/index.ts';
import { citedIn } from './7-print/citations.ts';
import type { Attachment, Volume } from './7-print/volume.ts';
import type { Page } from './book.ts';
import type { Book } from './build.ts';
import { writeLedger } from './ledger.ts';
import { usesIn } from './uses.ts';

const TITLE = 'サイバーセキュリティ政策 会議録集';

/** The whole first, then one for each document. */
export function volumesOf(book: Book): Volume[] {
  const minutes = book.pages.filter(({ kind }) => kind === 'minutes');
  const parts = minutes.map(page => documentVolume(page, book));
  const whole: Volume = {
    name: 'tsuzuri',
    title: TITLE,
    subtitle: '用語集つき',
    pages: book.pages,
    uses: parts.flatMap(({ uses }) => uses),
    attachments: parts.flatMap(({ attachments }) => attachments),
  };
  return [whole, ...parts];
}

function documentVolume(page: Page, { pages, converted }: Book): Volume {
  const name = page.path.replace('minutes/', '');
  const source = converted.get(name);
  const terms = pages.filter(({ kind }) => kind === 'term');
  const cited = citedIn(page, new Set(terms.map(({ path }) => path)));
  return {
    name,
    title: page.title,
    subtitle: '用語の説明つき',
    pages: [page, ...terms.filter(({ path }) => cited.has(path))],
    uses: source ? usesIn(page, source) : [],
    attachments: source ? attachmentsOf(page, source) : [],
  };
}

/** All that a reader needs to prove the text: the scan byte for byte, the Markdown, the ledger between them. */
function attachmentsOf(
  { path, markdown }: Page,
  { ledger, minutes }: NonNullable<ReturnType<Book['converted']['get']>>,
): Attachment[] {
  const name = path.replace('minutes/', '');
  const scan = encode({ ...ledger.scan, text: minutes.trace.scan });
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
  return [
    { name: `${name}.txt`, mime: 'text/plain', relation: 'source', about: '原文（OCR テキスト）', content: scan },
    {
      name: `${name}.md`,
      mime: 'text/markdown',
      relation: 'alternative',
      about: '用語へのリンクの付いた Markdown',
      content: bytes(markdown),
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
