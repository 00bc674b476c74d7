/** Prints the data of a book: Markdown pages, ledgers, the glossary, and what the site serves besides its pages. */

import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Book } from '@tsuzuri/book/build-book';
import { ownNav } from '@tsuzuri/book/pages/page-kinds';
import { readerLabels } from '@tsuzuri/book/project';
import type { PageImage } from '@tsuzuri/book/sources';
import { encode } from '@tsuzuri/convert/formats/text';
import { writeLedger } from '@tsuzuri/convert/ledger';
import type { Analyzer } from '@tsuzuri/convert/morphology';
import { spokenIn } from '@tsuzuri/core/anchors';
import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import type { Content, File } from '@tsuzuri/core/files';
import {
  FOLDERS,
  imageFile,
  indexPath,
  kanaFile,
  ledgerFile,
  minutesPath,
  nameOfMinutes,
  proofFile,
  scanFile,
} from '@tsuzuri/core/urls';
import { say } from '@tsuzuri/core/wording';
import { searchFiles } from '@tsuzuri/search/index';
import { toString as textOf } from 'mdast-util-to-string';
import type { Printer } from '../printer.ts';
import { siteAddress } from '../site/index.ts';
import { appearancesIn } from './appearances.ts';
import { comparisonFiles } from './comparison.ts';
import { makeProof, type OriginalPages, originalPages, type Proven } from './corrections.ts';
import { glossaryJson, glossarySkos } from './glossary.ts';
import { popoverFiles } from './popovers.ts';

export const dataPrinter: Printer = {
  name: 'data',
  get label() {
    return say('print.data');
  },
  print: (book, { analyzer }) => dataFiles(book, publicFiles(book, analyzer)),
};

/** Path, content. */
export type Files = ReadonlyMap<string, Content>;

/** `pages/`, `ledger/`, `public/`, `book.json`, `glossary.json`. */
export function* dataFiles(book: Book, served: Files): Generator<File> {
  for (const [path, markdown] of pageFiles(book)) yield [`pages/${path}`, markdown];
  for (const [name, { ledger }] of book.converted) yield [`ledger/${name}.ledger.json`, writeLedger(ledger)];
  for (const [path, content] of served) {
    yield [`public/${path}`, content];
    if (path.startsWith('glossary.json')) yield [path, content];
  }
  yield ['book.json', bookJson(book)];
}

/** In `pages/`. */
export const pageFiles = ({ pages }: Book): Files =>
  new Map(pages.map(({ path, markdown }) => [`${path}.md`, markdown]));

/** In `public/`: all that the site serves besides its pages. */
export const publicFiles = (book: Book, analyzer: Analyzer): Files =>
  new Map([...siteData(book), ...searchFiles(book, analyzer)]);

/** Titles and front matter of all pages, as the site reads them. */
export function bookJson(book: Book): string {
  const appearancesOf = appearancesIn(book);
  const pages = book.pages.map(page => {
    const { path, kind, title, source, matter } = page;
    const ofMinutes = kind === 'minutes' && {
      letters: lengthOf(page, book),
      spoken: spokenIn(page),
      originalPages: pagesOfOriginal(page, book),
    };
    return { path, kind, title, source, matter, ...ofMinutes, documents: appearancesOf(page) };
  });
  const nav = ownNav(book.project);
  return `${JSON.stringify({ pages, redirects: book.redirects, ...(nav.length > 0 && { nav }) }, null, 1)}\n`;
}

/** Characters of a document. */
const lengthOf = ({ path }: Page, { converted }: Book): number =>
  textOf(converted.get(nameOfMinutes(path))?.tree).length;

/** Where a person has named the original, and the scan tells its pages. */
function pagesOfOriginal({ path, matter }: Page, { converted }: Book): OriginalPages | undefined {
  const document = matter.original ? converted.get(nameOfMinutes(path)) : undefined;
  const pages = document ? originalPages(provenOf(document)) : [];
  return pages.length > 0 ? pages : undefined;
}

/** What the site serves besides its pages and its search, by the path at which it stands there. */
export function siteData(book: Book): Files {
  return new Map(
    [
      glossaryFiles,
      popovers,
      correctionFiles,
      comparisonFiles,
      kanaFiles,
      markdownFiles,
      scanFiles,
      imageFiles,
    ].flatMap(files => files(book)),
  );
}

/** The glossary for programs. */
function glossaryFiles({ pages, terms, mentions, project }: Book): File[] {
  const glossary = { terms, mentions, pages };
  return [
    ['glossary.json', glossaryJson(glossary)],
    [
      'glossary.jsonld',
      glossarySkos(glossary, { label: readerLabels(project), address: siteAddress(project).address }),
    ],
  ];
}

/** What the links of each page say of the entries that they lead to. */
function popovers({ pages, terms, mentions, project }: Book): File[] {
  const label = readerLabels(project);
  return popoverFiles({ pages, terms, mentions, label });
}

/** The corrections of each document, and its scan. */
function correctionFiles({ pages, converted, images }: Book): File[] {
  const titles = new Map(pages.filter(({ kind }) => kind === 'rule').map(rule => [String(rule.matter.id), rule.title]));
  return [...converted].map(([name, document]) => {
    const pictures = images.get(name)?.map(image => [image.page, pictureOf(name, image)] as const);
    const proven = { ...provenOf(document), ...optional('images', pictures && new Map(pictures)) };
    return [proofFile(minutesPath(name)), JSON.stringify(makeProof(proven, titles))];
  });
}

type Document = Book['converted'] extends ReadonlyMap<string, infer Converted> ? Converted : never;

function provenOf({ tree, minutes, ledger, file }: Document): Proven {
  const [firstPage] = /^[0-9]+(?=-)/.exec(file.data.known?.original?.pages ?? '') ?? [];
  return {
    tree,
    trace: minutes.trace,
    doubts: ledger.doubts,
    ...optional('firstPage', firstPage === undefined ? undefined : Number(firstPage)),
  };
}

const pictureOf = (name: string, { page, file }: PageImage): string =>
  imageFile(name, page, extname(file).toLowerCase());

/** Pictures of the originals of documents that are in the book. */
const imageFiles = ({ project, converted, images }: Book): File[] =>
  [...images].flatMap(([name, pages]) =>
    converted.has(name)
      ? pages.map((image): File => {
          const copyOf = join(project.root, image.file);
          return [pictureOf(name, image), { copyOf, changed: statSync(copyOf).mtimeMs }];
        })
      : [],
  );

/** By the last part of the address of people and of bodies, what they are found by besides their names. */
function kanaFiles({ kana }: Book): File[] {
  return (['people', 'bodies'] as const).flatMap((folder): File[] => {
    const ids = [...kana].filter(([path]) => path.startsWith(FOLDERS[folder]));
    const names = ids.map(([path, kana]) => [path.slice(FOLDERS[folder].length), kana.replace(/\p{Z}/gu, '')]);
    return names.length > 0 ? [[kanaFile(indexPath(folder)), JSON.stringify(Object.fromEntries(names))]] : [];
  });
}

/** Each page as Markdown, at its address with `.md` at the end. */
function markdownFiles({ pages }: Book): File[] {
  return pages.map(({ path, markdown }) => [`${path}.md`, markdown]);
}

/** What a reader needs to verify a page: the scan, byte for byte, and its ledger. */
function scanFiles({ converted }: Book): File[] {
  return [...converted].flatMap(([name, { ledger, minutes }]): File[] => [
    [scanFile(name), encode({ ...ledger.scan, text: minutes.trace.scan })],
    [ledgerFile(name), writeLedger(ledger)],
  ]);
}
