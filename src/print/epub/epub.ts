/** Prints a volume as EPUB 3.3 (W3C Recommendation, 2023), with what EPUB Accessibility 1.1 asks for. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Edition } from '../edition.ts';
import { EPUB_CSS } from '../html/book-css.ts';
import { type BoundBook, bindVolume, documentsOf, semantics, titleBlock } from '../html/chapters.ts';
import { blocksToHtml, idOf, type Surroundings } from '../html/page-html.ts';
import { element, writeXhtml, writeXml } from '../html/xhtml.ts';
import type { Printer } from '../printer.ts';
import { type Volume, wholeOf } from '../volume.ts';
import { namedPlaces, TITLE_FILE, writeNav } from './nav.ts';
import { type PackageItem, writePackage } from './package.ts';
import { filesOfLabels, type Part, type Piece, partsOfBook } from './parts.ts';

export const epubPrinter: Printer = {
  name: 'epub',
  label: '  build/tsuzuri.epub  EPUB        電子書籍を読むソフトで開いてください',
  books: book => [{ path: 'tsuzuri.epub', title: wholeOf(book).title }],
  print: (book, { edition, progress }) => {
    progress('EPUBを作っています');
    return [['tsuzuri.epub', printEpub(wholeOf(book), edition)]];
  },
};

/** The same pages, in any order, and the same edition give the same bytes. */
export function printEpub(volume: Volume, edition: Edition): Uint8Array {
  const bound = bindVolume(volume, edition, 0);
  const parts = partsOfBook(bound);
  const files = filesOfLabels(parts);
  const places = namedPlaces(bound);
  const names = new Map(places.map(({ label, name }) => [label, name]));
  const address = (label: string): string => `${files.get(label)}#${idOf(label)}`;
  const book: Surroundings = {
    labels: bound.labels,
    site: edition.site,
    address,
    placeName: label => names.get(label),
  };
  return zipped([
    [TITLE_FILE, titlePage(bound, address)],
    ['nav.xhtml', writeNav(bound, { places, parts, address })],
    ...parts.map((part): [string, string] => [part.file, writePart(part, book)]),
    ['style.css', EPUB_CSS],
    ['package.opf', writePackage(bound, itemsOf(parts), places.length > 0)],
  ]);
}

const XHTML = 'application/xhtml+xml';

const itemsOf = (parts: readonly Part[]): PackageItem[] => [
  { file: TITLE_FILE, mime: XHTML, isRead: true },
  { file: 'nav.xhtml', mime: XHTML, properties: 'nav', isRead: true },
  ...parts.map(({ file }) => ({ file, mime: XHTML, isRead: true })),
  { file: 'style.css', mime: 'text/css', isRead: false },
];

/** More documents than this would not fit on the page; the contents name them all. */
const TITLE_LIST = 20;

function titlePage(bound: BoundBook, address: Surroundings['address']): string {
  const documents = documentsOf(bound);
  const items = documents.map(({ printed, title, date }) =>
    element('li', {}, `${date}　`, element('a', { href: address(printed.page.path) }, title)),
  );
  const list = items.length > 1 && items.length <= TITLE_LIST ? [element('ul', {}, ...items)] : [];
  const about = { 'epub:type': 'titlepage', className: ['titlepage'] };
  return writeXhtml(bound.volume.title, element('section', about, ...titleBlock(bound), ...list));
}

function writePart({ title, kind, lead, pieces }: Part, book: Surroundings): string {
  const sections = pieces.map(piece => writePiece(piece, kind === 'glossary' ? 'article' : 'div', book));
  return writeXhtml(title, element('section', semantics(kind), ...lead, ...sections));
}

const writePiece = ({ printed, blocks, begins }: Piece, name: string, book: Surroundings) =>
  element(name, begins ? { id: idOf(printed.page.path) } : {}, ...blocksToHtml(blocks, printed, book));

const CONTAINER = writeXml(
  element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      {},
      element('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ),
  ),
);

/** The container (EPUB 3.3, "Open Container Format"): its first file says in plain bytes what it is. */
function zipped(files: readonly (readonly [name: string, content: string])[]): Uint8Array {
  const zip: Zippable = {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
  };
  for (const [name, content] of files) zip[`EPUB/${name}`] = strToU8(content);
  // The date of a zip is that of a clock on a wall: the same one in every time zone.
  return zipSync(zip, { level: 9, mtime: new Date(1980, 0, 1, 12) });
}
