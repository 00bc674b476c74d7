/** Finds where the quotes of entries stand in the minutes. */

import type { Page } from '@tsuzuri/core/book';
import { isWebSource, type Quoted, type Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { blockId } from '@tsuzuri/core/markdown';
import { errorAt } from '@tsuzuri/core/messages';
import { minutesPath, nameOfMinutes } from '@tsuzuri/core/urls';
import { say } from '@tsuzuri/core/wording';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { strayNotes } from './pages/notes.ts';

/** A quote with its place. */
export interface Citation {
  /** `Page.path` */
  readonly page: string;
  readonly anchor?: string;
  readonly quote: string;
}

/** One block of a page: its words without white space, its anchors, the last one before it. */
interface Block {
  readonly squeezed: string;
  readonly anchors: readonly Anchor[];
  readonly before: string | undefined;
}

/** A list has several. */
interface Anchor {
  readonly id: string;
  /** Where its paragraph begins in `squeezed`, in UTF-16 units. */
  readonly at: number;
}

/** White space is no part of a quote. */
const squeeze = (words: string): string => words.replace(/\s+/g, '');

/** The places of the quotes of an entry, and an error for each that stands nowhere. */
export interface FoundCitations {
  readonly citations: readonly Citation[];
  readonly errors: readonly VFileMessage[];
}

/** @param unread names of documents that could not be read, which is reported elsewhere */
export function citationFinder(
  minutes: readonly Page[],
  unread: readonly string[] = [],
): (term: Term) => FoundCitations {
  const blocks = new Map(minutes.map(page => [page.path, blocksOf(page)]));
  return term => {
    const found = term.sources.flatMap((source, index) =>
      isWebSource(source) ? [] : [{ source, index, place: locate(source, blocks) }],
    );
    const lost = found.filter(({ source, place }) => !place && !unread.includes(source.page));
    return {
      citations: found.flatMap(({ place }) => place ?? []),
      errors: [...lost.map(({ source, index }) => errorOf(source, { term, index, blocks })), ...strayNotes(term)],
    };
  };
}

function blocksOf(page: Page): Block[] {
  let before: string | undefined;
  return page.tree.children.map(node => {
    const block = { squeezed: squeeze(textOf(node)), anchors: anchorsIn(node), before };
    before = block.anchors.at(-1)?.id ?? before;
    return block;
  });
}

function anchorsIn(block: Nodes): Anchor[] {
  const anchors: Anchor[] = [];
  let at = 0;
  visit(block, node => {
    const id = blockId(node);
    if (id !== undefined) anchors.push({ id, at });
    if (!('children' in node)) at += squeeze(textOf(node)).length;
  });
  return anchors;
}

type Blocks = ReadonlyMap<string, readonly Block[]>;

function locate({ page: name, quote }: Quoted, blocks: Blocks): Citation | undefined {
  const page = minutesPath(name);
  const block = blocks.get(page)?.find(({ squeezed }) => squeezed.includes(squeeze(quote)));
  return block && { page, quote, ...optional('anchor', anchorOf(block, quote)) };
}

function anchorOf({ squeezed, anchors, before }: Block, quote: string): string | undefined {
  const start = squeezed.indexOf(squeeze(quote));
  return anchors.findLast(({ at }) => at <= start)?.id ?? before;
}

interface Lost {
  readonly term: Term;
  /** Of the source in its card. */
  readonly index: number;
  readonly blocks: Blocks;
}

function errorOf({ page, quote }: Quoted, { term, index, blocks }: Lost): VFileMessage {
  const known = [...blocks.keys()].map(nameOfMinutes);
  const saying = blocks.has(minutesPath(page))
    ? say('book.notQuoted', { quote, page })
    : say('book.noSource', { page, known: known.slice(0, 20).join(' ') });
  return errorAt(term.file, term.card.line('sources', index), ...saying);
}
