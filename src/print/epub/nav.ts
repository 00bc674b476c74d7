/** Writes the navigation document of an EPUB: contents, places to go to, landmarks. */

import { sessionLabel, text } from '@tsuzuri/core/front-matter';
import type { Element } from 'hast';
import { type BoundBook, GLOSSARY, titleOf } from '../html/chapters.ts';
import { contentsLines, contentsList, type Line } from '../html/contents.ts';
import { markId, type Surroundings } from '../html/page-html.ts';
import { element, writeXhtml } from '../html/xhtml.ts';
import type { PrintedPage } from '../printed-page.ts';
import type { Part } from './parts.ts';

/** A place that a reader can go to by its name. */
export interface NamedPlace {
  readonly label: string;
  readonly name: string;
}

/** `u7`, an opinion or a speech. */
const SPEECH = /#u(\d+)$/;

/** Every numbered speech of the minutes; a book of one document needs not say which. */
export function namedPlaces({ front }: BoundBook): NamedPlace[] {
  const documents = front.filter(({ kind }) => kind === 'chapter');
  return documents.flatMap(({ printed }) =>
    [...printed.anchors.values()].flatMap(label => {
      const number = SPEECH.exec(label)?.[1];
      if (number === undefined) return [];
      const prefix = documents.length > 1 ? `${shortName(printed)} ` : '';
      return [{ label, name: `${prefix}発言${number}` }];
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

interface Navigation {
  readonly places: readonly NamedPlace[];
  readonly parts: readonly Part[];
  readonly address: Surroundings['address'];
}

export function writeNav(bound: BoundBook, { places, parts, address }: Navigation): string {
  const file = (label: string): string => address(label).replace(/#.*/, '');
  const pages = places.map(({ label, name }) => ({ words: name, href: `${file(label)}#${markId(label)}`, below: [] }));
  const contents = contentsLines(bound, address, ALL);
  return writeXhtml(
    '目次',
    element(
      'nav',
      { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', ariaLabel: '目次' },
      element('h1', {}, '目次'),
      ...contentsList(contents),
    ),
    ...(pages.length > 0 ? [unseen('page-list', '発言の番号', pages, { role: 'doc-pagelist' })] : []),
    unseen('landmarks', '主な箇所', landmarks(parts)),
  );
}

const unseen = (type: string, title: string, lines: readonly Mark[], role = {}): Element =>
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

type Mark = Pick<Line, 'words' | 'href'> & { readonly type?: string };

/** Names of the parts of the book, at the first of each kind (EPUB 3.3, "landmarks nav"; Structural Semantics Vocabulary 1.1). */
const LANDMARKS: readonly { readonly kind: Part['kind']; readonly type: string; readonly words: string }[] = [
  { kind: 'preface', type: 'preface', words: 'まえがき' },
  { kind: 'chapter', type: 'bodymatter', words: '本文' },
  { kind: 'glossary', type: 'glossary', words: GLOSSARY.title },
  { kind: 'index', type: 'backmatter', words: '索引' },
  { kind: 'appendix', type: 'appendix', words: '付録' },
  { kind: 'colophon', type: 'colophon', words: '奥付' },
];

function landmarks(parts: readonly Part[]): Mark[] {
  const found = LANDMARKS.flatMap(({ kind, type, words }) => {
    const part = parts.find(candidate => candidate.kind === kind);
    return part ? [{ words, href: part.file, type }] : [];
  });
  return [
    { words: '表紙', href: TITLE_FILE, type: 'titlepage' },
    { words: '目次', href: 'nav.xhtml#toc', type: 'toc' },
    ...found,
  ];
}

export const TITLE_FILE = 'title.xhtml';
