/** Puts the pages in the order of a book, as one Typst source. */

import { labelsOf } from '@tsuzuri/core/anchors';
import type { Page } from '@tsuzuri/core/book';
import { dateLabel, day, meeting, provenance, text } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { backMatter } from '../back-matter.ts';
import { type Edition, editionLabel } from '../edition.ts';
import { withTitle } from '../printed-page.ts';
import { glossaryRows, labelsOfVolume, type Parts, partsOf, type Volume } from '../volume.ts';
import { bookStyle } from './book-style.ts';
import { inOwnLanguage, literal, words } from './escape.ts';
import type { Coverage } from './fonts.ts';
import { printEntry } from './print-entry.ts';
import { type CitedYears, citedYears, markOf, yearLabel } from './term-index.ts';
import { type Surroundings, toTypst } from './typst.ts';

/** What each part of the book is written from. */
interface Book extends Parts {
  readonly back: readonly Page[];
  readonly volume: Volume;
  readonly edition: Edition;
  readonly labels: Surroundings['labels'];
  readonly cited: CitedYears;
  readonly covers: Coverage;
  /** What the book says around the documents. */
  readonly label: Labels;
}

export function bookSource(volume: Volume, edition: Edition, covers: Coverage): string {
  const { preface, minutes, terms } = partsOf(volume);
  const label = labelsOfVolume(volume);
  const pages = {
    preface: preface.map(withTitle),
    minutes: minutes.map(withTitle),
    terms: terms.map(withTitle).map(page => printEntry(page, label)),
    back: backMatter(volume),
  };
  const labels = new Map([...labelsOf(Object.values(pages).flat())].map((place, index) => [place, index]));
  const cited = citedYears(pages.minutes, new Set(pages.terms.map(({ path }) => path)), label);
  const book: Book = { volume, edition, ...pages, labels, cited, covers, label };
  const shown = [properties, ...(volume.single ? [] : [cover]), ...PARTS];
  return [bookStyle(label), ...shown.map(part => part(book))].join('\n');
}

const content = (value: string, { covers, label }: Book): string =>
  `{${inOwnLanguage(value, words(value, { covers, patience: 64, thin: false }), label) || '[]'}}`;
const list = (items: readonly string[]): string => `(${items.map(item => `${item},`).join('\n')})`;

function properties({ volume: { title }, edition: { date } }: Book): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `#set document(title: ${literal(title)}, date: datetime(year: ${year}, month: ${month}, day: ${dayOfMonth}))`;
}

/** More documents than this would not fit on the cover; the contents name them all. */
const COVER_LIST = 20;

function cover(book: Book): string {
  const { title, subtitle } = book.volume;
  const shown = book.minutes.length <= COVER_LIST ? book.minutes : [];
  const rows = shown.map(
    page => `(${literal(page.path)}, ${content(dateLabel(page, book.label), book)}, ${content(page.title, book)})`,
  );
  return `#cover(${content(title, book)}, ${subtitle ? content(subtitle, book) : 'none'}, ${list(rows)}, ${content(editionLabel(book.edition, book.label), book)})
#contents`;
}

const backChapters = (book: Book): string => book.back.map(page => backChapter(page, book)).join('\n');

/** Lists of names stand in two columns, all else smaller than the minutes. */
function backChapter(page: Page, book: Book): string {
  const look = page.tree.children.some(({ type }) => type === 'table') ? 'entries' : 'narrow';
  const body = toTypst(page.tree, surroundings(page, book, { shift: 0, contentsLevel: 1 }));
  return chapter(page, book, `${look}({\n${body}\n})`);
}

const chapters = (book: Book): string =>
  [...book.preface, ...book.minutes]
    .map(page => chapter(page, book, toTypst(page.tree, surroundings(page, book, { shift: 0, contentsLevel: 2 }))))
    .join('\n');

function chapter({ path, title, matter }: Page, book: Book, body: string): string {
  const left = content(meeting(matter) ?? title, book);
  const right = content(text(matter, 'era') ?? day(text(matter, 'date') ?? '', book.label), book);
  return `#chapter(${literal(path)}, ${left}, ${right}, {\n${body}\n})`;
}

const surroundings = (
  page: Page,
  { labels, cited, covers, edition, label }: Book,
  level: Pick<Surroundings, 'shift' | 'contentsLevel'>,
): Surroundings => ({
  path: page.path,
  labels,
  cited,
  covers,
  site: edition.site,
  label,
  isMinutes: page.kind === 'minutes',
  year: page.kind === 'minutes' ? yearLabel(page, label) : undefined,
  ...level,
});

/** Labels of the glossary, its rows and the index; no page of `build/pages` bears such a name. */
const GLOSSARY = '#glossary';
const INDEX = '#index';

/** Fewer entries than this stand one behind the other; in a longer glossary each row begins a page. */
const SHORT_GLOSSARY = 60;

function glossary(book: Book): string {
  const texts = glossaryRows(book.terms).map(({ row, pages }) => ({
    row: row.name(book.label),
    text: rowText(row.name(book.label), pages, book),
  }));
  const [first, ...rest] = book.terms.length < SHORT_GLOSSARY ? joined(texts) : texts;
  if (!first) return '';
  const title = `${topHeading(GLOSSARY, book.label('pages.glossary'), book)}\n`;
  return [
    rowChapter(GLOSSARY, { ...first, text: title + first.text }, book),
    ...rest.map(row => rowChapter(`${GLOSSARY}-${row.row}`, row, book)),
  ].join('\n');
}

/** One that stands in the contents. */
const topHeading = (id: string, words: string, book: Book): string =>
  `head(${literal(book.label('print.kind.heading'))}, 1, ${literal(id)}, ${content(words, book)})`;

interface Row {
  /** `か行`: it stands in the running header. */
  readonly row: string;
  readonly text: string;
}

const joined = (rows: readonly Row[]): Row[] =>
  rows.length === 0 ? [] : [{ row: '', text: rows.map(({ text }) => text).join('\n') }];

function rowText(row: string, terms: readonly Page[], book: Book): string {
  const name = `head(${literal(book.label('print.kind.row'))}, 2, ${literal(`${GLOSSARY}-${row}`)}, ${content(row, book)})`;
  const entries = terms.map(page => toTypst(page.tree, surroundings(page, book, { shift: 2, contentsLevel: 0 })));
  return [name, ...entries].join('\n');
}

const rowChapter = (label: string, { row, text }: Row, book: Book): string =>
  `#chapter(${literal(label)}, ${content(book.label('pages.glossary'), book)}, ${content(row, book)}, entries({\n${text}\n}))`;

/** Names in order of their reading: the page of the entry, then those that name it. */
function termIndex(book: Book): string {
  const rows = glossaryRows(book.terms).map(
    ({ row, pages }) => `(${content(row.name(book.label), book)}, ${list(pages.map(page => indexLine(page, book)))})`,
  );
  if (rows.length === 0) return '';
  const title = book.label('print.termIndex');
  const head = topHeading(INDEX, title, book);
  return `#chapter(${literal(INDEX)}, ${content(title, book)}, [], {\n${head}\nindex(${list(rows)})\n})`;
}

function indexLine({ path, title }: Page, book: Book): string {
  const marks = (book.cited.get(path) ?? []).map(year => literal(markOf(path, year)));
  return `(${content(title, book)}, ${literal(path)}, ${list(marks)})`;
}

/** What the text rests on: a reader can compare each scan with its sum. */
function colophon(book: Book): string {
  const { label } = book;
  const scans = book.minutes.flatMap(({ matter }) => provenance(matter, label) ?? []);
  const rows = scans.map(({ file, sha256, changes }) => {
    const left = `{${[content(file, book), 'linebreak()', content(sha256, book)].join('\n')}}`;
    return list([left, content(changes, book)]);
  });
  const { title, publisher } = book.volume;
  const lines = [
    title,
    editionLabel(book.edition, label),
    ...(publisher ? [label('print.publishedPdf', { publisher })] : []),
    label('print.typeset'),
  ].map(line => content(line, book));
  return `#colophon(${list(lines)}, ${list(rows)})`;
}

const landings = ({ labels }: Book): string => `#places(${list([...labels.keys()].map(literal))})`;

const PARTS: readonly ((book: Book) => string)[] = [chapters, glossary, termIndex, backChapters, colophon, landings];
