/** Cuts a book into the files of an EPUB, none of them too large to open quickly. */
import type { Labels } from '@tsuzuri/core/labels';
import type { ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import {
  type BoundBook,
  type Chapter,
  type ChapterKind,
  GLOSSARY,
  type GlossaryRow,
  titleOf,
} from '../html/chapters.ts';
import { idOf } from '../html/page-html.ts';
import { element } from '../html/xhtml.ts';
import { labelsIn, type PrintedPage } from '../printed-page.ts';

/** Blocks of one page that stand in one file. */
export interface Piece {
  readonly printed: PrintedPage;
  readonly blocks: readonly RootContent[];
  /** The title of the page is among them. */
  readonly begins: boolean;
  /** Characters. */
  readonly size: number;
}

/** One file of the book. */
export interface Part {
  /** `part-0007.xhtml`: a number says nothing that a file system could not take. */
  readonly file: string;
  readonly title: string;
  readonly kind: ChapterKind;
  /** What stands before the pages: the names of the glossary and of its row. */
  readonly lead: readonly ElementContent[];
  /** Labels of what stands before. */
  readonly leadLabels: readonly string[];
  readonly pieces: readonly Piece[];
}

/** In characters: a file with more ends before the next section, */
const FULL = 8_000;
/** one with even more before the next heading of any level. */
const OVERFULL = 24_000;

/** All parts in the order in which they are read. */
export function partsOfBook({ front, glossary, back, label }: BoundBook): Part[] {
  const parts = [
    ...front.flatMap(chapterParts),
    ...glossary.flatMap((row, index) => rowParts(row, index === 0, label)),
    ...back.flatMap(chapterParts),
  ];
  return parts.map((part, index) => ({ ...part, file: `part-${String(index + 1).padStart(4, '0')}.xhtml` }));
}

type Unnamed = Omit<Part, 'file'>;

const chapterParts = ({ kind, printed }: Chapter): Unnamed[] =>
  piecesOf(printed).map(piece => ({ kind, title: titleOf(printed), lead: [], leadLabels: [], pieces: [piece] }));

/** Entries are short: as many of a row stand in one file as make it full. */
function rowParts({ row, entries }: GlossaryRow, isFirst: boolean, label: Labels): Unnamed[] {
  const name = row.name(label);
  const title = isFirst ? [element('h1', { id: idOf(GLOSSARY) }, label('pages.glossary'))] : [];
  const lead = [...title, element('h2', { id: idOf(row.id) }, name)];
  const leadLabels = [...(isFirst ? [GLOSSARY] : []), row.id];
  return packed(entries.flatMap(piecesOf)).map((pieces, index) => ({
    kind: 'glossary',
    title: `${label('pages.glossary')} ${name}`,
    ...(index === 0 ? { lead, leadLabels } : { lead: [], leadLabels: [] }),
    pieces,
  }));
}

function packed(pieces: readonly Piece[]): Piece[][] {
  const files: Piece[][] = [];
  let size = 0;
  for (const piece of pieces) {
    if (files.length === 0 || size + piece.size > OVERFULL) {
      files.push([]);
      size = 0;
    }
    files.at(-1)?.push(piece);
    size += piece.size;
  }
  return files;
}

/** A page is cut before its sections; a long section before any other heading, what has none stays whole. */
function piecesOf(printed: PrintedPage): Piece[] {
  const { blocks, levels } = printed;
  const top = 1 + (levels.get(blocks[0] as RootContent) ?? 0);
  const limitOf = (level: number | undefined): number => {
    if (level === undefined) return Number.POSITIVE_INFINITY;
    return level <= top ? FULL : OVERFULL;
  };
  const files: { blocks: RootContent[]; size: number }[] = [];
  let file = { blocks: [] as RootContent[], size: 0 };
  for (const block of blocks) {
    if (files.length === 0 || file.size > limitOf(levels.get(block))) {
      file = { blocks: [], size: 0 };
      files.push(file);
    }
    file.blocks.push(block);
    file.size += textOf(block).length;
  }
  return files.map((piece, index) => ({ printed, ...piece, begins: index === 0 }));
}

/** In which file each label stands. */
export function filesOfLabels(parts: readonly Part[]): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap(({ file, leadLabels, pieces }) => {
      const labels = pieces.flatMap(({ printed, blocks, begins }) => [
        ...(begins ? [printed.page.path] : []),
        ...labelsIn(blocks, printed),
      ]);
      return [...leadLabels, ...labels].map(label => [label, file] as const);
    }),
  );
}
