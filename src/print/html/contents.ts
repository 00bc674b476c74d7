/** Writes tables of contents for books of HTML. */
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { type PrintedPage, wordsOf } from '../printed-page.ts';
import { type BoundBook, type Chapter, GLOSSARY, titleOf } from './chapters.ts';
import { idOf, type Surroundings } from './page-html.ts';
import { element } from './xhtml.ts';

/** A line of the contents, with the lines below it. */
export interface Line {
  readonly words: string;
  readonly href: string;
  readonly below: readonly Line[];
  /** The lines below are short and many: they may stand side by side. */
  readonly flows?: boolean;
}

type Address = Surroundings['address'];

export interface Depth {
  /** Levels of headings below the title of a document. */
  readonly levels: number;
  /** Headings that are named: `s` = sections, `u` = speeches. */
  readonly anchors: RegExp;
}

/** Documents with their headings, the glossary with rows and entries, the back matter. */
export function contentsLines({ front, glossary, back }: BoundBook, address: Address, depth: Depth): Line[] {
  const chapter = ({ printed }: Chapter) => pageLine(printed, address, depth);
  const rows = glossary.map(({ row, entries }) => ({
    words: row.name,
    href: address(row.id),
    below: entries.map(printed => pageLine(printed, address, { ...depth, levels: 0 })),
    flows: true,
  }));
  const terms = rows.length === 0 ? [] : [{ words: GLOSSARY.title, href: address(GLOSSARY.id), below: rows }];
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
  return below <= depth.levels && depth.anchors.test(label) ? [{ level, label, words: wordsOf(block) }] : [];
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
