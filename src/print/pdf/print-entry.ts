/** Shortens an entry for paper: its lists become lines, its links to the minutes the numbers of their pages. */

import { paragraph, text } from '@tsuzuri/book/pages/mdast-builders';
import type { Page } from '@tsuzuri/core/book';
import { blockId } from '@tsuzuri/core/markdown';
import type { Link, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** What becomes of the parts that the page of a term adds to an entry, by the id of their heading. */
const PARTS: Readonly<Record<string, (part: readonly RootContent[], entry: string) => RootContent[]>> = {
  see: part => titled('関連する用語', commas(linksOf(part).map(link => [link]))),
  mentions: (part, entry) =>
    linksOf(part).length > 0 ? titled('出てくる頁', [{ type: 'mentionPages', entry }]) : [...part],
  together: () => [],
  sources: part => titled('典拠', commas(sourcesOf(part))),
};

export function printEntry(page: Page): Page {
  const children = partsOf(page.tree).flatMap(([head, ...rest]) => {
    const id = head?.type === 'heading' && head.depth === 2 ? (blockId(head) ?? '') : '';
    const change = PARTS[id];
    return change ? change(rest, page.path) : [head, ...rest].flatMap(node => factsLine(node ?? []));
  });
  return { ...page, tree: { ...page.tree, children } };
}

/** Cut before each heading of the second level. */
function partsOf({ children }: Root): RootContent[][] {
  const parts: RootContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'heading' && node.depth <= 2) parts.push([]);
    parts.at(-1)?.push(node);
  }
  return parts;
}

const titled = (title: string, words: readonly PhrasingContent[]): RootContent[] => [
  {
    type: 'paragraph',
    children: [{ type: 'strong', children: [text(title)] }, text('　'), ...words],
    data: { foot: true },
  },
];

function linksOf(part: readonly RootContent[]): Link[] {
  const links: Link[] = [];
  for (const node of part) visit(node as Nodes, 'link', link => void links.push(link));
  return links;
}

const commas = (words: readonly PhrasingContent[][]): PhrasingContent[] =>
  words.flatMap((word, index) => (index === 0 ? word : [text('、'), ...word]));

/** 「NISCによる」 with the page that it comes from. */
const sourcesOf = (part: readonly RootContent[]): PhrasingContent[][] =>
  part.flatMap(node =>
    node.type === 'list'
      ? node.children.map((item): PhrasingContent[] => {
          const quote = textOf(item).replace(/(?<=」) .*$/su, '');
          return [text(quote), { type: 'places', unit: true, children: linksOf([item as never]) }];
        })
      : [],
  );

/** The table of an entry's facts as one line: 読み：ニスク　分類：組織・会議体 */
function factsLine(node: RootContent | []): RootContent[] {
  if (Array.isArray(node)) return [];
  if (node.type !== 'table' || !isFacts(node)) return [node];
  const facts = node.children.slice(1).map(({ children }) => children.map(cell => textOf(cell)).join('：'));
  return [paragraph(text(facts.join('　')))];
}

const isFacts = ({ children: [head] }: Table): boolean => head !== undefined && textOf(head) === '項目内容';
