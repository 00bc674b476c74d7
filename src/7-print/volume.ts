/** Says what an offline book is made of, whatever file it is printed to. */
import type { Link, Node, Parent } from 'mdast';
import type { Page } from '../book.ts';
import { byDate, compare, day, text } from './matter.ts';
import type { Use } from './rule-pages.ts';
import { KANA_ROWS, kanaRow, type Row } from './syllabary.ts';

/** Of what state of the texts it is; there is no clock here, so that the same pages give the same bytes. */
export interface Edition {
  readonly version: string;
  /** ISO day: `2026-11-22`. */
  readonly date: string;
  /** Where the site stands, if anybody has said so: `https://host/path/`. A book leads there to what it leaves out. */
  readonly site?: string;
}

export const editionLabel = ({ version, date }: Edition): string => `第 ${version} 版　${day(date)}`;

/** A file that travels inside the PDF. */
export interface Attachment {
  /** `2012-11-01-isc-31.md` */
  readonly name: string;
  /** `text/markdown` */
  readonly mime: string;
  /** As PDF says it (ISO 32000-2, 14.13): the scan is the `source`, the Markdown an `alternative`. */
  readonly relation: 'source' | 'alternative' | 'supplement';
  /** What it is, in Japanese. */
  readonly about: string;
  readonly content: Uint8Array;
}

/** One offline book: everything, or one document with the entries that it cites. */
export interface Volume {
  /** File name without suffix: `tsuzuri`, `2012-11-01-isc-31`. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Of one document: without cover and contents. */
  readonly single?: boolean;
  /** What is printed: minutes, entries, the page `about`; in any order, all other pages are left out. */
  readonly pages: readonly Page[];
  /** Corrections and doubts of its minutes. */
  readonly uses: readonly Use[];
  readonly attachments: readonly Attachment[];
}

/** Where the PDF of a volume stands below `build`: `tsuzuri.pdf` with everything, `pdf/2012-11-01-isc-31.pdf`. */
export const pdfPath = ({ name, single }: Volume): string => (single ? `pdf/${name}.pdf` : `${name}.pdf`);

/** Places of the book: a printer that has pages writes their numbers, another one the links. */
export interface Places extends Parent {
  readonly type: 'places';
  /** Numbers of pages are followed by their unit: 12頁. */
  readonly unit?: boolean;
  children: Link[];
}

/** The pages on which an entry is named, by year: only paper has them. */
export interface Citations extends Node {
  readonly type: 'citations';
  /** `Page.path` of the entry: `glossary/nisc`. */
  readonly entry: string;
}

declare module 'mdast' {
  interface ParagraphData {
    /** A line at the foot of an entry, its first words a title. */
    foot?: boolean;
  }
  interface PhrasingContentMap {
    places: Places;
    citations: Citations;
  }
  interface RootContentMap {
    places: Places;
    citations: Citations;
  }
}

/** The pages of a book by part, each part in its order. */
export interface Parts {
  readonly preface: readonly Page[];
  readonly minutes: readonly Page[];
  readonly terms: readonly Page[];
}

/** Rules and the indexes of the site stay out. */
export function partsOf({ pages }: Pick<Volume, 'pages'>): Parts {
  return {
    preface: pages.filter(page => page.kind === 'text' && page.path === 'about'),
    minutes: pages.filter(page => page.kind === 'minutes').sort(byDate),
    terms: pages.filter(page => page.kind === 'term').sort(byReading),
  };
}

const japanese = new Intl.Collator('ja');
const readingOf = ({ matter, title }: Page): string => text(matter, 'reading') ?? text(matter, 'term') ?? title;
const byReading = (left: Page, right: Page): number =>
  japanese.compare(readingOf(left), readingOf(right)) || compare(left.path, right.path);

const LATIN: Row = { id: 'row-latin', name: '英字' };
const OTHERS: Row = { id: 'row-others', name: 'その他' };
const ROWS: readonly Row[] = [...KANA_ROWS, LATIN, OTHERS];
const rowOf = (reading: string): Row => kanaRow(reading) ?? (/^[A-Za-z]/.test(reading) ? LATIN : OTHERS);

/** The entries by the kana that their reading begins with; rows without an entry are left out. */
export function glossaryRows(terms: readonly Page[]): { row: Row; pages: readonly Page[] }[] {
  return ROWS.flatMap(row => {
    const pages = terms.filter(page => rowOf(readingOf(page)) === row);
    return pages.length === 0 ? [] : [{ row, pages }];
  });
}
