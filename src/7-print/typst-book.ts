/** Puts the pages in the order of a book, as one Typst source. */
import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { splitId } from '../anchor.ts';
import type { Page } from '../book.ts';
import { labelsOf } from './anchors.ts';
import { STYLE } from './book-style.ts';
import type { Coverage } from './fonts.ts';
import { literal, words } from './literals.ts';
import { byDate, compare, dateLabel, day, meeting, provenance, text } from './matter.ts';
import { KANA_ROWS, kanaRow } from './syllabary.ts';
import { type Surroundings, toTypst } from './typst.ts';

export interface BookOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly version: string;
  /** ISO day of this edition. There is no clock here: without it the book bears no date. */
  readonly date?: string;
}

/** What each part of the book is written from. */
interface Book {
  readonly options: BookOptions;
  readonly preface: readonly Page[];
  readonly minutes: readonly Page[];
  readonly terms: readonly Page[];
  readonly labels: ReadonlySet<string>;
  readonly covers: Coverage;
}

export function bookSource(pages: readonly Page[], options: BookOptions, covers: Coverage): string {
  const parts = partsOf(pages.map(withTitle));
  const labels = labelsOf([...parts.preface, ...parts.minutes, ...parts.terms]);
  const book: Book = { options, ...parts, labels, covers };
  return [STYLE, ...[properties, cover, chapters, glossary, colophon].map(part => part(book))].join('\n');
}

/** The pages that go into the book, in its order; rules and the indexes of the site stay out. */
export function partsOf(pages: readonly Page[]): Pick<Book, 'preface' | 'minutes' | 'terms'> {
  return {
    preface: pages.filter(page => page.kind === 'text' && page.path === 'about'),
    minutes: pages.filter(page => page.kind === 'minutes').sort(byDate),
    terms: pages.filter(page => page.kind === 'term').sort(byReading),
  };
}

/** The page with its title as first node: the heading that it has, or one made of the front matter. */
function withTitle(page: Page): Page {
  const children = page.tree.children;
  const found = children.find(
    (node): node is Heading => node.type === 'heading' && node.depth === 1 && textOf(node).trim() !== '',
  );
  const made: Heading = {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', value: page.title.trim() || page.path }],
  };
  const title = found ? splitId(found).node : made;
  return { ...page, tree: { ...page.tree, children: [title, ...children.filter(node => node !== found)] } };
}

const japanese = new Intl.Collator('ja');
const readingOf = ({ matter, title }: Page): string => text(matter, 'reading') ?? text(matter, 'term') ?? title;
const byReading = (left: Page, right: Page): number =>
  japanese.compare(readingOf(left), readingOf(right)) || compare(left.path, right.path);

const content = (value: string, { covers }: Book): string => `{${words(value, { covers, patience: 64 }) || '[]'}}`;
const list = (items: readonly string[]): string => `(${items.map(item => `${item},`).join('\n')})`;

function properties({ options: { title, date } }: Book): string {
  const [year, month, dayOfMonth] = (date ?? '').split('-').map(Number);
  const stamp = year && month && dayOfMonth ? `datetime(year: ${year}, month: ${month}, day: ${dayOfMonth})` : 'none';
  return `#set document(title: ${literal(title)}, date: ${stamp})`;
}

/** More documents than this would not fit on the cover; the contents name them all. */
const COVER_LIST = 20;

function cover(book: Book): string {
  const { title, subtitle, version, date } = book.options;
  const shown = book.minutes.length <= COVER_LIST ? book.minutes : [];
  const rows = shown.map(
    page => `(${literal(page.path)}, ${content(dateLabel(page), book)}, ${content(page.title, book)})`,
  );
  const edition = [`第 ${version} 版`, date === undefined ? '' : day(date)].join('　').trim();
  return `#cover(${content(title, book)}, ${subtitle ? content(subtitle, book) : 'none'}, ${list(rows)}, ${content(edition, book)})
#contents`;
}

function chapters(book: Book): string {
  return [...book.preface, ...book.minutes].map(page => chapter(page, book)).join('\n');
}

const SHIFT_NONE = { shift: 0, contentsLevel: 2 };

function chapter(page: Page, book: Book): string {
  const left = content(meeting(page.matter) ?? page.title, book);
  const right = content(text(page.matter, 'era') ?? day(text(page.matter, 'date') ?? ''), book);
  return `#chapter(${literal(page.path)}, ${left}, ${right}, {\n${toTypst(page.tree, surroundings(page, book, SHIFT_NONE))}\n})`;
}

const surroundings = (
  { path }: Page,
  { labels, covers }: Book,
  level: Pick<Surroundings, 'shift' | 'contentsLevel'>,
): Surroundings => ({
  path,
  labels,
  covers,
  ...level,
});

const LETTERS = '英字';
const OTHERS = 'その他';
/** Names of the rows in the order of the book. */
const ROWS: readonly string[] = [...KANA_ROWS.map(({ name }) => name), LETTERS, OTHERS];
const rowOf = (page: Page): string =>
  kanaRow(readingOf(page))?.name ?? (/^[A-Za-z]/.test(readingOf(page)) ? LETTERS : OTHERS);

/** Labels of the glossary and its rows; no page of `build/pages` bears such a name. */
const GLOSSARY = '#glossary';

/** Each row begins a page: its name stands in the running header, and Typst can set the rows side by side. */
function glossary(book: Book): string {
  const rows = ROWS.map(row => ({ row, terms: book.terms.filter(page => rowOf(page) === row) }));
  return rows
    .filter(({ terms }) => terms.length > 0)
    .map(({ row, terms }, index) => glossaryRow(row, terms, { book, first: index === 0 }))
    .join('\n');
}

function glossaryRow(row: string, terms: readonly Page[], { book, first }: { book: Book; first: boolean }): string {
  const label = first ? GLOSSARY : `${GLOSSARY}-${row}`;
  const title = first ? [`head("listed", 1, ${literal(GLOSSARY)}, ${content('用語集', book)})`] : [];
  const name = `head("row", 2, ${literal(`${GLOSSARY}-${row}`)}, ${content(row, book)})`;
  const entries = terms.map(page => toTypst(page.tree, surroundings(page, book, { shift: 2, contentsLevel: 0 })));
  return `#chapter(${literal(label)}, ${content('用語集', book)}, ${content(row, book)}, entries({\n${[...title, name, ...entries].join('\n')}\n}))`;
}

const FONTS = 'Noto Serif JP、Noto Sans JP(SIL Open Font License 1.1)';

/** What the text rests on: a reader can compare each scan with its sum. */
function colophon(book: Book): string {
  const { title, version, date } = book.options;
  const scans = book.minutes.flatMap(({ matter }) => provenance(matter) ?? []);
  const rows = scans.map(({ file, sha256, changes }) => {
    const left = `{${[content(file, book), 'linebreak()', content(sha256, book)].join('\n')}}`;
    return list([left, content(changes, book)]);
  });
  const edition = [`第 ${version} 版`, date === undefined ? '' : day(date)].filter(Boolean).join('、');
  const lines = [title, edition, `組版 Typst、書体 ${FONTS}`].map(line => content(line, book));
  return `#colophon(${list(lines)}, ${list(rows)})`;
}
