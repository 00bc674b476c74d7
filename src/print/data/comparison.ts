/** Writes for each document what it is compared by: who attended and spoke, which terms it names; its text block by block. */

import type { Book } from '@tsuzuri/book/build-book';
import type { File } from '@tsuzuri/core/files';
import { blockId } from '@tsuzuri/core/markdown';
import type { Attendee } from '@tsuzuri/core/minutes';
import { compareFile, compareTextFile } from '@tsuzuri/core/urls';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

export interface Comparable {
  /** 村井 純、慶應義塾大学教授 */
  readonly attendees: readonly string[];
  /** By id of the entry: `{nisc: 'NISC'}` */
  readonly terms: Readonly<Record<string, string>>;
  /** 中尾官房長, each once */
  readonly speakers: readonly string[];
  /** Those above no speech, each once. */
  readonly headings: readonly string[];
}

/** A heading, a paragraph, an item of a list, a row of a table. */
export interface TextBlock {
  readonly words: string;
  readonly isHeading?: true;
  /** The nearest anchor before it, or its own. */
  readonly anchor?: string;
}

export function comparisonFiles({ pages, terms, mentions }: Book): File[] {
  const named = new Map<string, Record<string, string>>();
  for (const { id, term } of terms)
    for (const { page } of mentions.get(id) ?? []) named.set(page, { ...named.get(page), [id]: term });
  return pages
    .filter(({ kind }) => kind === 'minutes')
    .flatMap(({ path, tree, matter }): File[] => {
      const blocks = anchored(blocksIn(tree));
      const headings = (ofSpeech: boolean): string[] => [
        ...new Set(blocks.flatMap(block => (block.isHeading && isSpeech(block) === ofSpeech ? [block.words] : []))),
      ];
      const comparable: Comparable = {
        attendees: ((matter.attendees ?? []) as readonly Attendee[]).map(lineOf),
        terms: named.get(path) ?? {},
        speakers: headings(true),
        headings: headings(false),
      };
      return [
        [compareFile(path), `${JSON.stringify(comparable)}\n`],
        [compareTextFile(path), `${JSON.stringify(blocks)}\n`],
      ];
    });
}

const isSpeech = ({ anchor = '' }: TextBlock): boolean => anchor.startsWith('u');

const lineOf = ({ name, role, affiliation }: Attendee): string => [name, role, affiliation].filter(Boolean).join('、');

/** What stands inside of a block, where that is blocks again. */
const OUTER: readonly string[] = ['root', 'list', 'listItem', 'table', 'blockquote', 'containerDirective'];

function blocksIn(node: Nodes): TextBlock[] {
  const id = blockId(node);
  const anchor = id === undefined ? {} : { anchor: id };
  if ('children' in node && OUTER.includes(node.type)) {
    const [first, ...rest] = node.children.flatMap(blocksIn);
    return first ? [{ ...anchor, ...first }, ...rest] : [];
  }
  const cells = node.type === 'tableRow' ? node.children.map(cell => textOf(cell)) : [textOf(node)];
  const words = cells.filter(Boolean).join('　');
  return words === '' ? [] : [{ words, ...(node.type === 'heading' && { isHeading: true }), ...anchor }];
}

function anchored(blocks: readonly TextBlock[]): TextBlock[] {
  let anchor: string | undefined;
  return blocks.map(block => {
    anchor = block.anchor ?? anchor;
    return anchor === undefined ? block : { ...block, anchor };
  });
}
