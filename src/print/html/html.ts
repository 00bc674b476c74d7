/** Prints a volume as one HTML file that needs no script, no network and no other file. */
import { say } from '@tsuzuri/core/wording';
import type { Element } from 'hast';
import type { Edition } from '../edition.ts';
import type { PrintedPage } from '../printed-page.ts';
import type { Printer } from '../printer.ts';
import { type Volume, wholeOf } from '../volume.ts';
import { HTML_CSS, runningTitle } from './book-css.ts';
import {
  type BoundBook,
  bindVolume,
  type Chapter,
  contentsLines,
  contentsList,
  GLOSSARY,
  localAddress,
  semantics,
  titleBlock,
} from './chapters.ts';
import { blocksToHtml, idOf, type Surroundings } from './page-html.ts';
import { element, markJapanese, writeHtml } from './xhtml.ts';

export const htmlPrinter: Printer = {
  name: 'html',
  get label() {
    return say('print.html');
  },
  books: book => [{ path: 'tsuzuri.html', title: wholeOf(book).title }],
  print: (book, { edition, progress }) => {
    progress(say('print.makingHtml'));
    return [['tsuzuri.html', printHtml(wholeOf(book), edition)]];
  },
};

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The same pages and the same edition give the same text. */
export function printHtml(volume: Volume, edition: Edition): string {
  const bound = bindVolume(volume, edition, 1);
  const book: Surroundings = { labels: bound.labels, site: edition.site, address: localAddress, label: bound.label };
  const parts = [...bound.front.map(chapter(book)), ...glossary(bound, book), ...bound.back.map(chapter(book))];
  const { label } = bound;
  const write = (whole: Element): string => {
    if (label.language !== 'ja') markJapanese({ children: [whole] });
    return writeHtml(whole);
  };
  return [
    '<!DOCTYPE html>',
    `<html lang="${label.language}">`,
    writeHtml(head(volume)),
    '<body>',
    writeHtml(element('a', { className: ['to-contents'], href: '#contents' }, label('print.toContents'))),
    write(element('header', {}, ...titleBlock(bound))),
    write(contents(bound)),
    '<main>',
    ...parts.map(make => write(make())),
    '</main>',
    '</body>',
    '</html>\n',
  ].join('\n');
}

const head = ({ title }: Volume): Element =>
  element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('title', {}, title),
    element('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: POLICY }),
    element('style', {}, HTML_CSS + runningTitle(title)),
  );

/** Speeches are many and stand in the text one after the other: the contents end with the sections. */
const SECTIONS = { levels: 2, anchors: /#s\d+$/ };

const contents = (bound: BoundBook): Element =>
  element(
    'nav',
    { id: 'contents', ariaLabel: bound.label('print.contents') },
    element('h2', {}, bound.label('print.contents')),
    ...contentsList(contentsLines(bound, localAddress, SECTIONS)),
  );

/** Each part is made when it is written, so that no two of them are held as elements. */
type Part = () => Element;

const chapter =
  (book: Surroundings) =>
  ({ kind, printed }: Chapter): Part =>
  () =>
    element(
      'section',
      { id: idOf(printed.page.path), ...semantics(kind, book.label) },
      ...blocksToHtml(printed.blocks, printed, book),
    );

function glossary({ glossary: rows }: BoundBook, book: Surroundings): Part[] {
  if (rows.length === 0) return [];
  const entry = (printed: PrintedPage): Element =>
    element('article', { id: idOf(printed.page.path) }, ...blocksToHtml(printed.blocks, printed, book));
  return [
    () =>
      element(
        'section',
        semantics('glossary', book.label),
        element('h2', { id: GLOSSARY }, book.label('pages.glossary')),
        ...rows.flatMap(({ row, entries }) => [
          element('h3', { id: row.id }, row.name(book.label)),
          ...entries.map(entry),
        ]),
      ),
  ];
}
