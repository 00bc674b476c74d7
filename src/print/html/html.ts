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
import { element, writeHtml } from './xhtml.ts';

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
  const book: Surroundings = { labels: bound.labels, site: edition.site, address: localAddress };
  const parts = [...bound.front.map(chapter(book)), ...glossary(bound, book), ...bound.back.map(chapter(book))];
  return [
    '<!DOCTYPE html>',
    '<html lang="ja">',
    writeHtml(head(volume)),
    '<body>',
    writeHtml(element('a', { className: ['to-contents'], href: '#contents' }, '目次へ')),
    writeHtml(element('header', {}, ...titleBlock(bound))),
    writeHtml(contents(bound)),
    '<main>',
    ...parts.map(write => writeHtml(write())),
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
    { id: 'contents', ariaLabel: '目次' },
    element('h2', {}, '目次'),
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
      { id: idOf(printed.page.path), ...semantics(kind) },
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
        semantics('glossary'),
        element('h2', { id: GLOSSARY.id }, GLOSSARY.title),
        ...rows.flatMap(({ row, entries }) => [element('h3', { id: row.id }, row.name), ...entries.map(entry)]),
      ),
  ];
}
