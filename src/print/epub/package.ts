/** Writes the package document of an EPUB: what the book is, of which files it consists, in which order. */
import { createHash } from 'node:crypto';
import { provenance } from '@tsuzuri/core/front-matter';
import type { Element } from 'hast';
import { type BoundBook, documentsOf, rightsIn } from '../html/chapters.ts';
import { element, writeXml } from '../html/xhtml.ts';
import { partsOf, type Volume } from '../volume.ts';

export interface PackageItem {
  readonly file: string;
  readonly mime: string;
  /** Of the manifest: `nav`. */
  readonly properties?: string;
  /** Stands in the order of reading. */
  readonly isRead: boolean;
}

/** @param hasPlaces whether there is a list of places instead of pages */
export function writePackage(bound: BoundBook, items: readonly PackageItem[], hasPlaces: boolean): string {
  const named = items.map((item, index) => ({ ...item, id: `item-${index + 1}` }));
  const manifest = named.map(({ id, file, mime, properties }) =>
    element('item', { id, href: file, 'media-type': mime, ...(properties ? { properties } : {}) }),
  );
  const spine = named.filter(({ isRead }) => isRead).map(({ id }) => element('itemref', { idref: id }));
  const about = {
    xmlns: 'http://www.idpf.org/2007/opf',
    version: '3.0',
    'unique-identifier': 'book-id',
    'xml:lang': 'ja',
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
  const { volume, edition } = bound;
  const rights = rightsIn(partsOf(volume).preface);
  return [
    element('dc:identifier', { id: 'book-id' }, bookId(volume)),
    element('dc:title', {}, [volume.title, volume.subtitle].filter(Boolean).join('　')),
    element('dc:language', {}, 'ja'),
    element('dc:description', {}, describe(bound)),
    ...(rights ? [element('dc:rights', {}, rights)] : []),
    meta('dcterms:modified', `${edition.date}T00:00:00Z`),
    ...accessibility(bound, hasPlaces).map(([property, value]) => meta(property, value)),
  ];
}

const meta = (property: string, value: string): Element => element('meta', { property }, value);

/**
 * The same book in every edition: of its name and of the scans that it was made of (RFC 9562, 5.8 and B.2, a UUID of
 * version 8 from SHA-256). Which edition it is, `dcterms:modified` says.
 */
function bookId(volume: Volume): string {
  const scans = partsOf(volume).minutes.map(page => provenance(page.matter)?.sha256 ?? page.path);
  const hash = createHash('sha256')
    .update(JSON.stringify(['tsuzuri', volume.name, ...scans]))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

function describe(bound: BoundBook): string {
  const documents = documentsOf(bound);
  const entries = bound.glossary.reduce((sum, row) => sum + row.entries.length, 0);
  const terms = entries > 0 ? `と、用語 ${entries}件の説明` : '';
  const titles = documents.map(({ title, date }) => `${title}（${date}）`);
  return `会議録 ${documents.length}件${terms}です。${titles.slice(0, NAMED).join('、')}${titles.length > NAMED ? 'ほか' : ''}`;
}

/** So many documents are named in the description. */
const NAMED = 20;

const SUMMARY =
  '本文はすべて文字で、画像はありません。目次、見出し、用語へのリンクから目的の箇所へ移ることができます。';
const PLACES_SUMMARY = '紙のページの代わりに、発言の番号で箇所を指すことができます。';

/**
 * EPUB Accessibility 1.1, "Package metadata". The places are those of this book alone, so their source is none: `pageBreakSource` (W3C
 * Publishing Community Group, 2023) is known to epubcheck from 5.1 on.
 */
const accessibility = ({ back }: BoundBook, hasPlaces: boolean): [property: string, value: string][] => [
  ['schema:accessMode', 'textual'],
  ['schema:accessModeSufficient', 'textual'],
  ...['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability'].map(feature),
  ...(back.some(({ kind }) => kind === 'index') ? [feature('index')] : []),
  ...(hasPlaces ? ['pageBreakMarkers', 'pageNavigation'].map(feature) : []),
  ...(hasPlaces ? [['pageBreakSource', 'none'] as [string, string]] : []),
  ['schema:accessibilityHazard', 'none'],
  ['schema:accessibilitySummary', SUMMARY + (hasPlaces ? PLACES_SUMMARY : '')],
];
const feature = (name: string): [string, string] => ['schema:accessibilityFeature', name];
