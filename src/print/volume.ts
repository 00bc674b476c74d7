/** Selects what each offline book is made of: everything, a part of it, or one document with the entries that it cites. */

import type { Book } from '@tsuzuri/book/build-book';
import { line, link, text } from '@tsuzuri/book/pages/mdast-builders';
import { KANA_ROWS, kanaRow, type Row } from '@tsuzuri/book/pages/syllabary';
import { readerLabels } from '@tsuzuri/book/project';
import { type Use, usesIn } from '@tsuzuri/book/rule-usage';
import { encode } from '@tsuzuri/convert/formats/text';
import { writeLedger } from '@tsuzuri/convert/ledger';
import type { Converted } from '@tsuzuri/convert/pipeline';
import { targetOf } from '@tsuzuri/core/anchors';
import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import {
  byDate,
  compare,
  dateLabel,
  isReplaced,
  text as matterText,
  originalInWords,
} from '@tsuzuri/core/front-matter';
import { type Labels, labelsIn } from '@tsuzuri/core/labels';
import type { Original } from '@tsuzuri/core/minutes';
import { nameOfMinutes, pdfFile } from '@tsuzuri/core/urls';
import type { Language } from '@tsuzuri/core/wording';
import type { Link, Node, Nodes, Parent, PhrasingContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** A file that travels inside the PDF. */
interface Attachment {
  /** `2012-11-01-isc-31.md` */
  readonly name: string;
  /** `text/markdown` */
  readonly mime: string;
  /** As PDF says it (ISO 32000-2, 14.13): the scan is the `source`, the Markdown an `alternative`. */
  readonly relation: 'source' | 'alternative' | 'supplement';
  /** What it is. */
  readonly about: string;
  readonly content: Uint8Array;
}

/** One offline book: everything, or one document with the entries that it cites. */
export interface Volume {
  /** File name without suffix: `tsuzuri`, `2012-11-01-isc-31`. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Of what the book says around the documents; `ja` by default. */
  readonly language?: Language;
  /** Stands in the colophon. */
  readonly publisher?: string;
  /** Of one document: without cover and contents. */
  readonly single?: boolean;
  /** What is printed: minutes, entries, the page `about`; in any order, all other pages are left out. */
  readonly pages: readonly Page[];
  /** Corrections and doubts of its minutes. */
  readonly uses: readonly Use[];
  readonly attachments: readonly Attachment[];
}

/** What a book says around the documents. */
export const labelsOfVolume = ({ language = 'ja' }: Pick<Volume, 'language'>): Labels => labelsIn(language);

/** Where the PDF of a volume stands below `build`: `tsuzuri.pdf` with everything, `pdf/2012-11-01-isc-31.pdf`. */
export const pdfPath = ({ name, single }: Volume): string => (single ? pdfFile(name) : `${name}.pdf`);

/** Places of the book: a printer that has pages writes their numbers, another one the links. */
export interface Places extends Parent {
  readonly type: 'places';
  /** Numbers of pages are followed by their unit: 12頁. */
  readonly unit?: boolean;
  children: Link[];
}

/** The pages on which an entry is named, by year: only paper has them. */
export interface MentionPages extends Node {
  readonly type: 'mentionPages';
  /** `Page.path` of the entry: `glossary/nisc`. */
  readonly entry: string;
}

declare module 'mdast' {
  interface ParagraphData {
    /** A line at the foot of an entry, its first words a title. */
    foot?: boolean;
    /** Says below the title what the document was made of, and that it is replaced. */
    origin?: boolean;
  }
  interface PhrasingContentMap {
    places: Places;
    mentionPages: MentionPages;
  }
  interface RootContentMap {
    places: Places;
    mentionPages: MentionPages;
  }
}

/** The pages of a book by part, each part in its order. */
export interface Parts {
  readonly preface: readonly Page[];
  readonly minutes: readonly Page[];
  readonly terms: readonly Page[];
}

/** Rules and the indexes of the site stay out. */
export function partsOf(volume: Pick<Volume, 'pages' | 'language'>): Parts {
  const { pages } = volume;
  const label = labelsOfVolume(volume);
  const minutes = pages.filter(page => page.kind === 'minutes').sort(byDate);
  return {
    preface: pages.filter(page => page.kind === 'text' && page.path === 'about'),
    minutes: minutes.map(page => withOrigin(page, label)),
    terms: pages.filter(page => page.kind === 'term').sort(byReading),
  };
}

/** The title is moved before the line by whatever prints it. */
function withOrigin(page: Page, label: Labels): Page {
  const original = page.matter.original as Original | undefined;
  const lines = [
    ...(isReplaced(page) ? [[text(label('print.replaced'))]] : []),
    ...(original ? [originLine(original, label)] : []),
  ];
  if (lines.length === 0) return page;
  const origins = lines.map(words => ({ ...line(...words), data: { origin: true } }));
  return { ...page, tree: { ...page.tree, children: [...origins, ...page.tree.children] } };
}

function originLine(original: Original, label: Labels): PhrasingContent[] {
  const { name, more } = originalInWords(original, label);
  const named = original.url === undefined ? text(name) : link(original.url, name);
  return [text(label('theme.original') + label('colon')), named, text(more)];
}

const japanese = new Intl.Collator('ja');
const readingOf = ({ matter, title }: Page): string =>
  matterText(matter, 'reading') ?? matterText(matter, 'term') ?? title;
const byReading = (left: Page, right: Page): number =>
  japanese.compare(readingOf(left), readingOf(right)) || compare(left.path, right.path);

const LATIN: Row = { id: 'row-latin', name: label => label('pages.latin') };
const OTHERS: Row = { id: 'row-others', name: label => label('pages.other') };
const ROWS: readonly Row[] = [...KANA_ROWS, LATIN, OTHERS];
const rowOf = (reading: string): Row => kanaRow(reading) ?? (/^[A-Za-z]/.test(reading) ? LATIN : OTHERS);

/** The entries by the kana that their reading begins with; rows without an entry are left out. */
export function glossaryRows(terms: readonly Page[]): { row: Row; pages: readonly Page[] }[] {
  return ROWS.flatMap(row => {
    const pages = terms.filter(page => rowOf(readingOf(page)) === row);
    return pages.length === 0 ? [] : [{ row, pages }];
  });
}

/** A project that says nothing of itself has a collection of minutes all the same. */
const titleOf = ({ project }: Book): string =>
  project.config.book?.title ?? project.config.title ?? readerLabels(project)('pages.untitled');

/**
 * In characters of Markdown: a PDF with more is bound in parts. Typst takes 2.4 MB of memory a page, and 1.5 million characters
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
  title: titleOf(book),
  ...optional('subtitle', book.pages.some(isTerm) ? readerLabels(book.project)('print.withGlossary') : undefined),
  ...configured(book),
  pages: book.pages,
  ...proofOf(
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
  const label = readerLabels(book.project);
  const dated = documents.filter(({ matter }) => matter.date ?? matter.fiscal);
  const [from, until] = [dated[0], dated.at(-1)].flatMap(page => (page ? [dateLabel(page, label)] : []));
  const entries = entriesOf(documents, book);
  const subtitle = [
    ...(from && until ? [label('print.fromTo', { from, until })] : []),
    ...(entries.length > 0 ? [label('print.withGlossary')] : []),
  ];
  return {
    name: `tsuzuri-${number}`,
    title: label('print.part', { title: titleOf(book), number }),
    ...optional('subtitle', subtitle.length > 0 ? subtitle.join(label('comma')) : undefined),
    ...configured(book),
    pages: [...book.pages.filter(({ path }) => path === 'about'), ...documents, ...entries],
    ...proofOf(documents, book),
  };
}

function documentVolume(page: Page, book: Book): Volume {
  const entries = entriesOf([page], book);
  return {
    name: nameOf(page),
    title: page.title,
    ...optional('subtitle', entries.length > 0 ? readerLabels(book.project)('print.withTerms') : undefined),
    ...configured(book),
    single: true,
    pages: [page, ...entries],
    ...proofOf([page], book),
  };
}

const isTerm = ({ kind }: Page): boolean => kind === 'term';
const configured = ({ project: { config } }: Book): Pick<Volume, 'publisher' | 'language'> => ({
  ...optional('publisher', config.publisher),
  ...optional('language', config.language),
});

const nameOf = ({ path }: Page): string => nameOfMinutes(path);

/** The entries that the documents have links to. */
function entriesOf(documents: readonly Page[], { pages }: Book): Page[] {
  const entries = pages.filter(isTerm);
  const paths = new Set(entries.map(({ path }) => path));
  const cited = new Set(documents.flatMap(page => [...citedIn(page, paths)]));
  return entries.filter(({ path }) => cited.has(path));
}

/** Paths of the entries that the page has links to. */
export function citedIn({ path, tree }: Page, entries: ReadonlySet<string>): ReadonlySet<string> {
  const cited = new Set<string>();
  visit(tree as Nodes, 'link', ({ url }) => {
    const { label } = targetOf(url, path, entries);
    if (label !== undefined) cited.add(label);
  });
  return cited;
}

/** What was changed in the documents, and what a reader needs to verify them. */
function proofOf(documents: readonly Page[], { converted, project }: Book): Pick<Volume, 'uses' | 'attachments'> {
  const sources = documents.flatMap(page => {
    const source = converted.get(nameOf(page));
    return source ? [{ page, source }] : [];
  });
  return {
    uses: sources.flatMap(({ page, source }) => usesIn(page, source)),
    attachments: sources.flatMap(({ page, source }) => attachmentsOf(page, source, readerLabels(project))),
  };
}

/** All that a reader needs to verify the text: the scan byte for byte, the Markdown, the ledger between them. */
function attachmentsOf(page: Page, { ledger, minutes }: Converted, label: Labels): Attachment[] {
  // A reader of PDF saves an attachment in one folder: the full-width form stands for `/`, which no name has.
  const name = nameOf(page).replaceAll('/', '／');
  const scan = encode({ ...ledger.scan, text: minutes.trace.scan });
  const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);
  return [
    { name: `${name}.txt`, mime: 'text/plain', relation: 'source', about: label('print.scan'), content: scan },
    {
      name: `${name}.md`,
      mime: 'text/markdown',
      relation: 'alternative',
      about: label('print.markdown'),
      content: bytes(page.markdown),
    },
    {
      name: `${name}.ledger.json`,
      mime: 'application/json',
      relation: 'supplement',
      about: label('print.ledger'),
      content: bytes(writeLedger(ledger)),
    },
  ];
}
