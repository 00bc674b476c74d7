/** Puts the pages of a volume in order for the books of HTML: chapters, glossary, back matter, table of contents. */

import { heading, item, line, link, list, paragraph, text } from '@tsuzuri/book/pages/mdast-builders';
import type { Row } from '@tsuzuri/book/pages/syllabary';
import { labelsOf } from '@tsuzuri/core/anchors';
import type { Page } from '@tsuzuri/core/book';
import { dateLabel, provenance } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { languageOfTexts } from '@tsuzuri/core/languages';
import { urlOf } from '@tsuzuri/core/urls';
import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { backMatter } from '../back-matter.ts';
import { type Edition, editionLabel } from '../edition.ts';
import { type PrintedPage, printedPage, treeOf } from '../printed-page.ts';
import { glossaryRows, labelsOfVolume, partsOf, type Volume } from '../volume.ts';
import { idOf, type Surroundings } from './page-html.ts';
import { element, inLanguage } from './xhtml.ts';

/** What a chapter is, in the words that EPUB (`epub:type`) and DPUB-ARIA 1.1 (`doc-…`) share. */
export type ChapterKind = 'preface' | 'chapter' | 'index' | 'appendix' | 'colophon' | 'glossary';

export interface Chapter {
  readonly kind: ChapterKind;
  readonly printed: PrintedPage;
}

export interface GlossaryRow {
  readonly row: Row;
  readonly entries: readonly PrintedPage[];
}

export interface BoundBook {
  /** What the book says around the documents. */
  readonly label: Labels;
  readonly volume: Volume;
  readonly edition: Edition;
  readonly front: readonly Chapter[];
  /** Rows without an entry are left out. */
  readonly glossary: readonly GlossaryRow[];
  readonly back: readonly Chapter[];
  readonly labels: ReadonlySet<string>;
}

/** @param shift levels of headings that stand above the title of a document */
export function bindVolume(volume: Volume, edition: Edition, shift: number): BoundBook {
  const { preface, minutes, terms } = partsOf(volume);
  const chapters = (pages: readonly Page[], kind: (page: Page) => ChapterKind) =>
    pages.map(page => ({ kind: kind(page), printed: printedPage(page, shift) }));
  const front = [...chapters(preface, () => 'preface'), ...chapters(minutes, () => 'chapter')];
  const back = chapters([...backMatter(volume), colophon(volume, edition)], backKind);
  const glossary = glossaryRows(terms).map(({ row, pages }) => ({
    row,
    entries: pages.map(page => printedPage(page, shift + 2)),
  }));
  const printed = [...front, ...back].map(chapter => chapter.printed);
  const labels = labelsOf([...printed, ...glossary.flatMap(({ entries }) => entries)].map(treeOf));
  return { label: labelsOfVolume(volume), volume, edition, front, glossary, back, labels };
}

const BACK_KINDS: Readonly<Record<string, ChapterKind>> = { speakers: 'index', colophon: 'colophon' };
const backKind = ({ path }: Page): ChapterKind => BACK_KINDS[path] ?? 'appendix';

/** An `index` of EPUB consists of entries and locators of the profile EPUB Indexes 1.0, which ours does not follow. */
const EPUB_TYPES: Partial<Record<ChapterKind, string>> = { index: 'backmatter' };

/** `epub:type` and role of what stands around a chapter; of a document also what it is written in. */
export const semantics = (kind: ChapterKind, label: Labels) => ({
  'epub:type': EPUB_TYPES[kind] ?? kind,
  role: `doc-${kind}`,
  ...(kind === 'chapter' ? inLanguage(languageOfTexts(label)) : {}),
});

/** Where the glossary begins. */
export const GLOSSARY = 'glossary';

export const titleOf = ({ blocks: [title], page }: PrintedPage): string =>
  title?.type === 'heading' ? textOf(title).trim() : page.title;

/** What the text rests on: a reader can compare each scan with its sum. */
function colophon(volume: Volume, edition: Edition): Page {
  const { preface, minutes } = partsOf(volume);
  const label = labelsOfVolume(volume);
  const rights = rightsIn(preface);
  const scans = minutes.flatMap(page => scanItem(page, label));
  const children: RootContent[] = [
    heading(1, undefined, text(label('print.colophon'))),
    paragraph(text([volume.title, volume.subtitle].filter(Boolean).join(label('gap')))),
    paragraph(text(editionLabel(edition, label))),
    ...(volume.publisher ? [paragraph(text(label('print.published', { publisher: volume.publisher })))] : []),
    ...(scans.length > 0 ? [paragraph(text(label('print.colophonLead'))), list(scans)] : []),
    ...(rights ? [paragraph(text(rights))] : []),
  ];
  const tree = { type: 'root' as const, children };
  return { path: 'colophon', kind: 'text', title: label('print.colophon'), source: '', matter: {}, tree, markdown: '' };
}

function scanItem(page: Page, label: Labels) {
  const known = provenance(page.matter, label);
  if (!known) return [];
  const { file, sha256, changes } = known;
  const said = [file + (changes && label('bracketed', { words: changes })), ...(sha256 ? [`SHA-256 ${sha256}`] : [])];
  return [{ ...item(line(link(urlOf(page.path), page.title)), ...said.map(words => line(text(words)))), spread: true }];
}

/** What the preface says of rights, below a heading with that word. */
export function rightsIn(preface: readonly Page[]): string | undefined {
  const blocks = preface.flatMap(({ tree }) => tree.children);
  const found = blocks.findIndex(node => node.type === 'heading' && /権利|\brights\b/iu.test(textOf(node)));
  const words = blocks[found + 1];
  return found >= 0 && words?.type === 'paragraph' ? textOf(words) : undefined;
}

/** Title, subtitle, edition: what a book begins with; one of a single document says of which day that is. */
export function titleBlock(bound: BoundBook): ElementContent[] {
  const { volume, edition, label } = bound;
  const documents = documentsOf(bound);
  return [
    element('h1', {}, volume.title),
    ...(documents.length === 1 ? documents.map(({ date }) => element('p', {}, date)) : []),
    ...(volume.subtitle ? [element('p', { className: ['subtitle'] }, volume.subtitle)] : []),
    element('p', { className: ['edition'] }, editionLabel(edition, label)),
  ];
}

/** The documents with their dates. */
export const documentsOf = ({ front, label }: BoundBook) =>
  front
    .filter(({ kind }) => kind === 'chapter')
    .map(({ printed }) => ({ printed, title: titleOf(printed), date: dateLabel(printed.page, label) }));

/** A line of the contents, with the lines below it. */
export interface Line {
  readonly words: string;
  readonly href: string;
  readonly below: readonly Line[];
  /** The lines below are short and many: they may stand side by side. */
  readonly flows?: boolean;
}

type Address = Surroundings['address'];

interface Depth {
  /** Levels of headings below the title of a document. */
  readonly levels: number;
  /** Headings that are named: `s` = sections, `u` = speeches. */
  readonly anchors: RegExp;
}

/** Documents with their headings, the glossary with rows and entries, the back matter. */
export function contentsLines({ front, glossary, back, label }: BoundBook, address: Address, depth: Depth): Line[] {
  const chapter = ({ printed }: Chapter) => pageLine(printed, address, depth);
  const rows = glossary.map(({ row, entries }) => ({
    words: row.name(label),
    href: address(row.id),
    below: entries.map(printed => pageLine(printed, address, { ...depth, levels: 0 })),
    flows: true,
  }));
  const terms = rows.length === 0 ? [] : [{ words: label('pages.glossary'), href: address(GLOSSARY), below: rows }];
  return [...front.map(chapter), ...terms, ...back.map(chapter)];
}

function pageLine(printed: PrintedPage, address: Address, depth: Depth): Line {
  const headings = printed.blocks.slice(1).flatMap(block => headingLine(block, printed, depth));
  return {
    words: titleOf(printed),
    href: address(printed.page.path),
    below: nested(headings.map(({ level, words, label }) => ({ level, words, href: address(label) }))),
  };
}

function headingLine(block: RootContent, { levels, anchors, blocks: [title] }: PrintedPage, depth: Depth) {
  const level = levels.get(block);
  const label = anchors.get(block);
  if (block.type !== 'heading' || level === undefined || label === undefined || !title) return [];
  const below = level - (levels.get(title) ?? 0);
  return below <= depth.levels && depth.anchors.test(label) ? [{ level, label, words: textOf(block).trim() }] : [];
}

interface Flat {
  readonly level: number;
  readonly words: string;
  readonly href: string;
}

/** A heading stands below the last one before it that is of a higher level. */
function nested(headings: readonly Flat[]): Line[] {
  const lines: Line[] = [];
  let rest = headings;
  for (let [first] = rest; first; [first] = rest) {
    const { level, words, href } = first;
    const next = rest.findIndex((heading, index) => index > 0 && heading.level <= level);
    const end = next < 0 ? rest.length : next;
    lines.push({ words, href, below: nested(rest.slice(1, end)) });
    rest = rest.slice(end);
  }
  return lines;
}

/** Nothing where there are no lines: a list without items says nothing. */
export function contentsList(lines: readonly Line[], flows = false): Element[] {
  if (lines.length === 0) return [];
  const items = lines.map(line =>
    element('li', {}, element('a', { href: line.href }, line.words), ...contentsList(line.below, line.flows)),
  );
  return [element('ol', flows ? { className: ['flows'] } : {}, ...items)];
}

/** The address in a book of one file. */
export const localAddress: Address = label => `#${idOf(label)}`;
