/** Puts the pages in the order of a book, as one Typst source. */
import type { Heading } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { splitId } from '../anchor.ts';
import type { Page } from '../book.ts';
import { labelsOf } from './anchors.ts';
import { backMatter } from './back-matter.ts';
import { STYLE } from './book-style.ts';
import type { Coverage } from './fonts.ts';
import { literal, words } from './literals.ts';
import { dateLabel, day, meeting, provenance, text } from './matter.ts';
import { KANA_ROWS, kanaRow } from './syllabary.ts';
import { type Surroundings, toTypst } from './typst.ts';
import { type Edition, type Parts, partsOf, readingOf, type Volume } from './volume.ts';

/** What each part of the book is written from. */
interface Book extends Parts {
  readonly back: readonly Page[];
  readonly volume: Volume;
  readonly edition: Edition;
  readonly labels: ReadonlySet<string>;
  readonly covers: Coverage;
}

export function bookSource(volume: Volume, edition: Edition, covers: Coverage): string {
  const printed = { ...volume, pages: volume.pages.map(withTitle) };
  const parts = { ...partsOf(printed), back: backMatter(printed) };
  const labels = labelsOf(Object.values(parts).flat());
  const book: Book = { volume, edition, ...parts, labels, covers };
  return [STYLE, ...[properties, cover, chapters, glossary, backChapters, colophon].map(part => part(book))].join('\n');
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

const content = (value: string, { covers }: Book): string => `{${words(value, { covers, patience: 64 }) || '[]'}}`;
const list = (items: readonly string[]): string => `(${items.map(item => `${item},`).join('\n')})`;

function properties({ volume: { title }, edition: { date } }: Book): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `#set document(title: ${literal(title)}, date: datetime(year: ${year}, month: ${month}, day: ${dayOfMonth}))`;
}

const editionLabel = ({ edition: { version, date } }: Book): string => `第 ${version} 版　${day(date)}`;

/** More documents than this would not fit on the cover; the contents name them all. */
const COVER_LIST = 20;

function cover(book: Book): string {
  const { title, subtitle } = book.volume;
  const shown = book.minutes.length <= COVER_LIST ? book.minutes : [];
  const rows = shown.map(
    page => `(${literal(page.path)}, ${content(dateLabel(page), book)}, ${content(page.title, book)})`,
  );
  return `#cover(${content(title, book)}, ${subtitle ? content(subtitle, book) : 'none'}, ${list(rows)}, ${content(editionLabel(book), book)})
#contents`;
}

function chapters(book: Book): string {
  return [...book.preface, ...book.minutes].map(page => chapter(page, book)).join('\n');
}

const backChapters = (book: Book): string => book.back.map(page => chapter(page, book)).join('\n');

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
  const scans = book.minutes.flatMap(({ matter }) => provenance(matter) ?? []);
  const rows = scans.map(({ file, sha256, changes }) => {
    const left = `{${[content(file, book), 'linebreak()', content(sha256, book)].join('\n')}}`;
    return list([left, content(changes, book)]);
  });
  const lines = [book.volume.title, editionLabel(book), `組版 Typst、書体 ${FONTS}`].map(line => content(line, book));
  return `#colophon(${list(lines)}, ${list(rows)})`;
}
