/** Prints a volume as EPUB 3.3 (W3C Recommendation, 2023), with what EPUB Accessibility 1.1 asks for. */
import { createHash } from 'node:crypto';
import { provenance, sessionLabel, text } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { say } from '@tsuzuri/core/wording';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Element } from 'hast';
import type { Edition } from '../edition.ts';
import { EPUB_CSS } from '../html/book-css.ts';
import {
  type BoundBook,
  bindVolume,
  contentsLines,
  contentsList,
  documentsOf,
  type Line,
  rightsIn,
  semantics,
  titleBlock,
  titleOf,
} from '../html/chapters.ts';
import { blocksToHtml, idOf, markId, type Surroundings } from '../html/page-html.ts';
import { element, writeXhtml, writeXml } from '../html/xhtml.ts';
import type { PrintedPage } from '../printed-page.ts';
import type { Printer } from '../printer.ts';
import { labelsOfVolume, partsOf, type Volume, wholeOf } from '../volume.ts';
import { filesOfLabels, type Part, type Piece, partsOfBook } from './parts.ts';

export const epubPrinter: Printer = {
  name: 'epub',
  get label() {
    return say('print.epub');
  },
  books: book => [{ path: 'tsuzuri.epub', title: wholeOf(book).title }],
  print: (book, { edition, progress }) => {
    progress(say('print.makingEpub'));
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
    label: bound.label,
  };
  return zipped([
    [TITLE_FILE, titlePage(bound, address)],
    ['nav.xhtml', navigationDocument(bound, { places, parts, address })],
    ...parts.map((part): [string, string] => [part.file, writePart(part, book)]),
    ['style.css', EPUB_CSS],
    ['package.opf', packageDocument(bound, itemsOf(parts), places.length > 0)],
  ]);
}

const TITLE_FILE = 'title.xhtml';
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
    element('li', {}, date + bound.label('gap'), element('a', { href: address(printed.page.path) }, title)),
  );
  const list = items.length > 1 && items.length <= TITLE_LIST ? [element('ul', {}, ...items)] : [];
  const about = { 'epub:type': 'titlepage', className: ['titlepage'] };
  return writeXhtml(bound.volume.title, bound.label.language, element('section', about, ...titleBlock(bound), ...list));
}

function writePart({ title, kind, lead, pieces }: Part, book: Surroundings): string {
  const sections = pieces.map(piece => writePiece(piece, kind === 'glossary' ? 'article' : 'div', book));
  const { label } = book;
  return writeXhtml(title, label.language, element('section', semantics(kind, label), ...lead, ...sections));
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

/** A place that a reader can go to by its name. */
interface NamedPlace {
  readonly label: string;
  readonly name: string;
}

/** `u7`, an opinion or a speech. */
const SPEECH = /#u(\d+)$/;

/** Every numbered speech of the minutes; a book of one document needs not say which. */
function namedPlaces({ front, label }: BoundBook): NamedPlace[] {
  const documents = front.filter(({ kind }) => kind === 'chapter');
  return documents.flatMap(({ printed }) =>
    [...printed.anchors.values()].flatMap(place => {
      const number = SPEECH.exec(place)?.[1];
      if (number === undefined) return [];
      const prefix = documents.length > 1 ? `${shortName(printed)} ` : '';
      return [{ label: place, name: prefix + label('print.speech', { number }) }];
    }),
  );
}

/** 情報セキュリティ政策会議 第31回, or the title where the scan does not say as much. */
function shortName(printed: PrintedPage): string {
  const { matter } = printed.page;
  const [body, session] = [text(matter, 'body'), sessionLabel(matter)];
  return body && session ? `${body} ${session}` : titleOf(printed);
}

/** Sections and speeches of all levels. */
const ALL = { levels: 6, anchors: /#[su]\d+$/ };

/** The contents, the places that a reader can go to by name, the landmarks. */
interface Navigation {
  readonly places: readonly NamedPlace[];
  readonly parts: readonly Part[];
  readonly address: Surroundings['address'];
}

function navigationDocument(bound: BoundBook, { places, parts, address }: Navigation): string {
  const { label } = bound;
  const file = (place: string): string => address(place).replace(/#.*/, '');
  const pages = places.map(place => ({
    words: place.name,
    href: `${file(place.label)}#${markId(place.label)}`,
    below: [],
  }));
  const contents = contentsLines(bound, address, ALL);
  const title = label('print.contents');
  return writeXhtml(
    title,
    label.language,
    element(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', ariaLabel: title },
      element('h1', {}, title),
      ...contentsList(contents),
    ),
    ...(pages.length > 0 ? [hidden('page-list', label('print.speechNumbers'), pages, { role: 'doc-pagelist' })] : []),
    hidden('landmarks', label('print.landmarks'), landmarks(parts, label)),
  );
}

const hidden = (type: string, title: string, lines: readonly Place[], role = {}): Element =>
  element(
    'nav',
    { 'epub:type': type, ...role, ariaLabel: title, className: ['unseen'] },
    element('h2', {}, title),
    element(
      'ol',
      {},
      ...lines.map(({ words, href, type: kind }) =>
        element('li', {}, element('a', { href, ...(kind ? { 'epub:type': kind } : {}) }, words)),
      ),
    ),
  );

type Place = Pick<Line, 'words' | 'href'> & { readonly type?: string };

type LandmarkLabel = 'pages.glossary' | `print.${'preface' | 'bodyMatter' | 'index' | 'appendix' | 'colophon'}`;

/** Names of the parts of the book, at the first of each kind (EPUB 3.3, "landmarks nav"; Structural Semantics Vocabulary 1.1). */
const LANDMARKS: readonly { readonly kind: Part['kind']; readonly type: string; readonly words: LandmarkLabel }[] = [
  { kind: 'preface', type: 'preface', words: 'print.preface' },
  { kind: 'chapter', type: 'bodymatter', words: 'print.bodyMatter' },
  { kind: 'glossary', type: 'glossary', words: 'pages.glossary' },
  { kind: 'index', type: 'backmatter', words: 'print.index' },
  { kind: 'appendix', type: 'appendix', words: 'print.appendix' },
  { kind: 'colophon', type: 'colophon', words: 'print.colophon' },
];

function landmarks(parts: readonly Part[], label: Labels): Place[] {
  const found = LANDMARKS.flatMap(({ kind, type, words }) => {
    const part = parts.find(candidate => candidate.kind === kind);
    return part ? [{ words: label(words), href: part.file, type }] : [];
  });
  return [
    { words: label('print.cover'), href: TITLE_FILE, type: 'titlepage' },
    { words: label('print.contents'), href: 'nav.xhtml#toc', type: 'toc' },
    ...found,
  ];
}

interface PackageItem {
  readonly file: string;
  readonly mime: string;
  /** Of the manifest: `nav`. */
  readonly properties?: string;
  /** Stands in the order of reading. */
  readonly isRead: boolean;
}

/** @param hasPlaces whether there is a list of places instead of pages */
function packageDocument(bound: BoundBook, items: readonly PackageItem[], hasPlaces: boolean): string {
  const named = items.map((item, index) => ({ ...item, id: `item-${index + 1}` }));
  const manifest = named.map(({ id, file, mime, properties }) =>
    element('item', { id, href: file, 'media-type': mime, ...(properties ? { properties } : {}) }),
  );
  const spine = named.filter(({ isRead }) => isRead).map(({ id }) => element('itemref', { idref: id }));
  const about = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'book-id',
    'xml:lang': bound.label.language,
    dir: 'ltr',
  };
  return writeXml(
    element(
      'package',
      about,
      element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, ...metadata(bound, hasPlaces)),
      element('manifest', {}, ...manifest),
      element('spine', { 'page-progression-direction': 'ltr' }, ...spine),
    ),
  );
}

function metadata(bound: BoundBook, hasPlaces: boolean): Element[] {
  const { volume, edition, label } = bound;
  const rights = rightsIn(partsOf(volume).preface);
  return [
    element('dc:identifier', { id: 'book-id' }, bookId(volume)),
    element('dc:title', {}, [volume.title, volume.subtitle].filter(Boolean).join(label('gap'))),
    ...languages(label).map(language => element('dc:language', {}, language)),
    element('dc:description', {}, descriptionOf(bound)),
    ...(volume.publisher ? [element('dc:publisher', {}, volume.publisher)] : []),
    ...(rights ? [element('dc:rights', {}, rights)] : []),
    meta('dcterms:modified', `${edition.date}T00:00:00Z`),
    ...accessibility(bound, hasPlaces).map(([property, value]) => meta(property, value)),
  ];
}

/** That of the documents comes first: it is what most of the book is written in. */
const languages = ({ language }: Labels): string[] => [...new Set(['ja', language])];

const meta = (property: string, value: string): Element => element('meta', { property }, value);

/**
 * The same book in every edition: of its name and of the scans that it was made of (RFC 9562, 5.8 and B.2, a UUID of
 * version 8 from SHA-256). Which edition it is, `dcterms:modified` says.
 */
function bookId(volume: Volume): string {
  const scans = partsOf(volume).minutes.map(
    page => provenance(page.matter, labelsOfVolume(volume))?.sha256 ?? page.path,
  );
  const hash = createHash('sha256')
    .update(JSON.stringify(['tsuzuri', volume.name, ...scans]))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

function descriptionOf(bound: BoundBook): string {
  const documents = documentsOf(bound);
  const entries = bound.glossary.reduce((sum, row) => sum + row.entries.length, 0);
  const { label } = bound;
  const terms = entries > 0 ? label('print.aboutTerms', { count: entries }) : '';
  const titles = documents.map(({ title, date }) => title + label('bracketed', { words: date }));
  const named = titles.slice(0, NAMED).join(label('comma')) + (titles.length > NAMED ? label('print.andOthers') : '');
  return label('print.about', { count: documents.length, terms, titles: named });
}

/** So many documents are named in the description. */
const NAMED = 20;

const summaryOf = ({ glossary, label }: BoundBook): string =>
  label('print.access', { ways: label(glossary.length > 0 ? 'print.waysAndTerms' : 'print.ways') });

/**
 * EPUB Accessibility 1.1, "Package metadata". The places are those of this book alone, so their source is none: `pageBreakSource` (W3C
 * Publishing Community Group, 2023) is known to epubcheck from 5.1 on.
 */
const accessibility = (bound: BoundBook, hasPlaces: boolean): [property: string, value: string][] => [
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability'].map(feature),
  ...(bound.back.some(({ kind }) => kind === 'index') ? [feature('index')] : []),
  ...(hasPlaces ? ['pageBreakMarkers', 'pageNavigation'].map(feature) : []),
  ...(hasPlaces ? [['pageBreakSource', 'none'] as [string, string]] : []),
  ['schema:accessibilityHazard', 'none'],
  ['schema:accessibilitySummary', summaryOf(bound) + (hasPlaces ? bound.label('print.accessPlaces') : '')],
];
const feature = (name: string): [string, string] => ['schema:accessibilityFeature', name];
