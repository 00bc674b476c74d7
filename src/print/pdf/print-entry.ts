/** Shortens an entry for paper: its lists become lines, its links to the minutes the numbers of their pages. */

import { paragraph, text } from '@tsuzuri/book/pages/mdast-builders';
import { isFacts } from '@tsuzuri/book/pages/term';
import type { Page } from '@tsuzuri/core/book';
import type { Labels } from '@tsuzuri/core/labels';
import { blockId } from '@tsuzuri/core/markdown';
import type { Link, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

interface Entry extends Pick<Page, 'path'> {
  readonly label: Labels;
}

/** What becomes of the parts that the page of a term adds to an entry, by the id of their heading. */
const PARTS: Readonly<Record<string, (part: readonly RootContent[], entry: Entry) => RootContent[]>> = {
  see: (part, { label }) =>
    titled(
      'pages.see',
      commas(
        linksOf(part).map(link => [link]),
        label,
      ),
      label,
    ),
  mentions: (part, { path, label }) =>
    linksOf(part).length > 0 ? titled('print.mentionPages', [{ type: 'mentionPages', entry: path }], label) : [...part],
  together: () => [],
  sources: (part, { label }) => {
    const sources = sourcesOf(part, label);
    // Notes stand at the foot of the pages whose statements they belong to.
    const notes = part.filter(({ type }) => type === 'footnoteDefinition');
    return [...(sources.length > 0 ? titled('pages.sources', commas(sources, label), label) : []), ...notes];
  },
};

export function printEntry(page: Page, label: Labels): Page {
  const children = partsOf(page.tree).flatMap(([head, ...rest]) => {
    const id = head?.type === 'heading' && head.depth === 2 ? (blockId(head) ?? '') : '';
    const change = PARTS[id];
    return change
      ? change(rest, { path: page.path, label })
      : [head, ...rest].flatMap(node => factsLine(node ?? [], label));
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

const titled = (
  title: 'pages.see' | 'pages.sources' | 'print.mentionPages',
  words: readonly PhrasingContent[],
  label: Labels,
): RootContent[] => [
  {
    type: 'paragraph',
    children: [{ type: 'strong', children: [text(label(title))] }, text(label('gap')), ...words],
    data: { foot: true },
  },
];

function linksOf(part: readonly RootContent[]): Link[] {
  const links: Link[] = [];
  for (const node of part) visit(node as Nodes, 'link', link => void links.push(link));
  return links;
}

const commas = (words: readonly PhrasingContent[][], label: Labels): PhrasingContent[] =>
  words.flatMap((word, index) => (index === 0 ? word : [text(label('comma')), ...word]));

/** 「NISCによる」 with the page that it comes from. */
const sourcesOf = (part: readonly RootContent[], label: Labels): PhrasingContent[][] =>
  part.flatMap(node =>
    node.type === 'list'
      ? node.children.map((item): PhrasingContent[] => {
          const [words] = item.children;
          const quote = textOf(item).replace(/(?<=」) .*$/su, '');
          // A page of the web is named as it is.
          if (words?.type === 'paragraph' && !quote.startsWith('「')) return words.children;
          return [
            text(quote + label('print.beforePage')),
            { type: 'places', unit: true, children: linksOf([item as never]) },
          ];
        })
      : [],
  );

/** The table of an entry's facts as one line: 読み：ニスク　分類：組織・会議体 */
function factsLine(node: RootContent | [], label: Labels): RootContent[] {
  if (Array.isArray(node)) return [];
  if (!isFacts(node)) return [node];
  const facts = node.children.slice(1).map(({ children }) => children.map(cell => textOf(cell)).join(label('colon')));
  return [paragraph(text(facts.join(label('wideGap'))))];
}
