/** Makes the nodes of Markdown of which generated pages consist. */
import type {
  AlignType,
  BlockContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const link = (url: string, value: string): PhrasingContent => ({ type: 'link', url, children: [text(value)] });
/** Puts nodes where a sentence has their names: `The {list} has all documents.` */
export const sentence = (words: string, nodes: Readonly<Record<string, PhrasingContent[]>>): PhrasingContent[] =>
  words
    .split(/\{(\w+)\}/)
    .flatMap((piece, index) => (index % 2 === 1 ? (nodes[piece] ?? text(`{${piece}}`)) : piece ? text(piece) : []));
export const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
export const heading = (
  depth: Heading['depth'],
  id: string | undefined,
  ...children: PhrasingContent[]
): RootContent => ({
  type: 'heading',
  depth,
  children,
  ...(id !== undefined && { data: { id } }),
});
export const item = (...children: BlockContent[]): ListItem => ({ type: 'listItem', spread: false, children });
export const list = (items: ListItem[]): List => ({ type: 'list', ordered: false, spread: false, children: items });
export const line = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
/** @param align of the columns, where they are not all text */
export const table = (rows: readonly (readonly PhrasingContent[][])[], align?: AlignType[]): Table => ({
  type: 'table',
  ...(align && { align }),
  children: rows.map(row => ({ type: 'tableRow', children: row.map(cell => ({ type: 'tableCell', children: cell })) })),
});
