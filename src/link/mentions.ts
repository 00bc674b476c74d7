/** Lists where a page names the terms of a glossary. */

import type { Mention } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { blockId } from '@tsuzuri/core/markdown';
import type { Root } from 'mdast';
import { type Block, type InlineText, inlineText, plain, proseBlocks, sentenceAround } from './inline-text.ts';
import { pageReader } from './local-names.ts';
import type { GlossaryLinkOptions } from './remark-glossary.ts';

/** What is needed of a `Page`; its tree may be linked or not. */
interface MentioningPage {
  readonly path: string;
  readonly tree: Root;
}

/** Where a reader is on the page: the last heading and the last id up to here. */
interface Where {
  anchor: string | undefined;
  section: string | undefined;
}

/**
 * Every mention of a page in order, whether it is a link or not, those in headings included. Each cell of a table and
 * each paragraph of a list item is a block of its own. What an entry says of itself (`self`) is none.
 */
export function findMentions(
  { path, tree }: MentioningPage,
  options: Pick<GlossaryLinkOptions, 'match' | 'date' | 'self' | 'dialect'>,
): Mention[] {
  const mentions: Mention[] = [];
  const where: Where = { anchor: undefined, section: undefined };
  const read = pageReader(options);
  for (const node of proseBlocks(tree)) {
    const inline = inlineText(node.children);
    moveOn(where, node, inline);
    const named = read(node, inline).filter(({ term }) => term.id !== options.self);
    for (const { term, ...range } of named)
      mentions.push({
        entry: term.id,
        page: path,
        ...optional('anchor', where.anchor),
        ...optional('section', where.section),
        text: plain(inline.text.slice(range.start, range.end)),
        sentence: sentenceAround(inline.text, range),
      });
  }
  return mentions;
}

function moveOn(where: Where, block: Block, { text }: InlineText): void {
  where.anchor = blockId(block) ?? where.anchor;
  if (block.type === 'heading') where.section = plain(text);
}
