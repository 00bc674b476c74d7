/** Writes the blocks of a page as elements: ids at its anchors, links that land in the book, no raw HTML. */

import { targetOf } from '@tsuzuri/core/anchors';
import type { Labels } from '@tsuzuri/core/labels';
import type { Element, ElementContent } from 'hast';
import type {
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Html,
  Link,
  LinkReference,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { backLabel, CLOSING, itemAnchor, noteLabel, type PrintedPage } from '../printed-page.ts';
import type { Places } from '../volume.ts';
import { element } from './xhtml.ts';

/** What writing a page needs to know of the book around it. */
export interface Surroundings {
  /** What the book says around the documents. */
  readonly label: Labels;
  readonly labels: ReadonlySet<string>;
  /** Where the site stands, if the configuration says so. */
  readonly site?: string | undefined;
  /** The address of a label, as a link of this book says it: `#glossary.nisc`, `part-0007.xhtml#glossary.nisc`. */
  readonly address: (label: string) => string;
  /** The name of a place that a reader can go to as to a page of paper: `第31回 発言7`. */
  readonly placeName?: (label: string) => string | undefined;
}

type Handler = NonNullable<Options['unknownHandler']>;
type State = Parameters<Handler>[0];

/** `minutes/2012-11-01-isc-31#u7` → `minutes.2012-11-01-isc-31.u7`: ASCII, a name as XML knows them. */
export const idOf = (label: string): string =>
  label
    .replace(/[^A-Za-z0-9/#-]|^[^A-Za-z]/gu, character => `_${character.codePointAt(0)?.toString(16)}_`)
    .replace(/[/#]/g, '.');

/** Where the name of a place stands that pages of paper would have: beside the id of the place itself. */
export const markId = (label: string): string => `${idOf(label)}..mark`;

export function blocksToHtml(
  blocks: readonly RootContent[],
  printed: PrintedPage,
  book: Surroundings,
): ElementContent[] {
  const toHtml = unified().use(remarkRehype, { handlers: handlersOf(printed, book), unknownHandler: writeUnknown });
  return toHtml.runSync({ type: 'root', children: [...blocks] }).children as ElementContent[];
}

function handlersOf(printed: PrintedPage, book: Surroundings): Record<string, Handler> {
  const { definitions } = printed;
  const writeLink = (state: State, node: Link | LinkReference, url: string) =>
    linkElements(state, node, { url, from: printed.page.path, book });
  return {
    heading: (state, node: Heading) => writeHeading(state, node, { printed, book }),
    paragraph: (state, node: Paragraph, parent?: Parents) => writeParagraph(state, node, { printed, book, parent }),
    listItem: (state, node: ListItem, parent?: Parents) => writeItem(state, node, { printed, book, parent }),
    table: (state, node: Table) => tableElement(state, node, book.label),
    link: (state, node: Link) => writeLink(state, node, node.url),
    linkReference: (state, node: LinkReference) => writeLink(state, node, definitions.get(node.identifier)?.url ?? ''),
    image: (_, { alt, url }) => picture(alt || url),
    imageReference: (_, { alt, identifier }) => picture(alt || identifier),
    html: (_, node: Html, parent?: Parents) => writeRaw(node, parent),
    footnoteReference: (_, node: FootnoteReference) => writeReference(node, { printed, book }),
    footnoteDefinition: (state, node: FootnoteDefinition) => writeNote(state, node, { printed, book }),
    places: (state, node: Places) => writePlaces(state, node, book.label),
  };
}

interface Around {
  readonly printed: PrintedPage;
  readonly book: Surroundings;
  readonly parent?: Parents | undefined;
}

const identified = (label: string | undefined) => (label === undefined ? {} : { id: idOf(label) });

/** HTML has six levels; a seventh is a sixth with `aria-level`. */
function writeHeading(state: State, node: Heading, { printed, book }: Around): ElementContent[] {
  const level = printed.levels.get(node);
  const label = printed.anchors.get(node);
  if (level === undefined) return label === undefined ? [] : [element('span', identified(label))];
  const words = state.all(node);
  const isEntry = node === printed.blocks[0] && printed.page.kind === 'term';
  const content = isEntry ? [element('dfn', { 'epub:type': 'glossterm' }, ...words)] : words;
  const seventh = level > 6 ? { ariaLevel: String(level) } : {};
  const properties = { ...identified(label), ...seventh };
  return [...mark(label, book), element(`h${Math.min(level, 6)}`, properties, ...content)];
}

/** Beside the id stands its name, where the book has names of places (EPUB 3.3, "page-list nav"). */
function mark(label: string | undefined, { placeName }: Surroundings): Element[] {
  const name = label && placeName?.(label);
  if (!label || !name) return [];
  return [element('span', { 'epub:type': 'pagebreak', role: 'doc-pagebreak', id: markId(label), ariaLabel: name })];
}

function writeParagraph(state: State, node: Paragraph, { printed, book, parent }: Around): ElementContent {
  const isPlace = parent?.type === 'listItem' && parent.children[0] === node;
  const label = isPlace ? undefined : printed.anchors.get(node);
  const name = node.data?.origin ? 'origin' : CLOSING.test(textOf(node)) ? 'closing' : undefined;
  const look = name ? { className: [name] } : {};
  return element('p', { ...identified(label), ...look }, ...mark(label, book), ...state.all(node));
}

function writeItem(state: State, node: ListItem, { printed, book, parent }: Around): ElementContent {
  const label = itemAnchor(node, printed);
  const item = defaultHandlers.listItem(state, { ...node, checked: null }, parent) as Element;
  const box = typeof node.checked === 'boolean' ? element('span', {}, node.checked ? '■ ' : '□ ') : undefined;
  return element('li', identified(label), ...mark(label, book), ...(box ? [box] : []), ...item.children);
}

/** What a web address may hold as it is; all else is written in its escaped form. */
const UNSAFE = /[^\u0021-\u007E]|["<>\\^`{|}]/gu;

function linkElements(
  state: State,
  node: Link | LinkReference,
  { url, from, book }: { url: string; from: string; book: Surroundings },
): ElementContent[] {
  const words = state.all(node as never);
  const target = targetOf(url, from, book.labels);
  const elsewhere = target.page !== undefined && book.site ? book.site + target.page : target.url;
  const href = target.label === undefined ? elsewhere?.replace(UNSAFE, encodeURIComponent) : book.address(target.label);
  if (href === undefined) return words; // leads to a page that is not printed
  const title = node.type === 'link' && node.title ? { title: node.title } : {};
  return [element('a', { href, ...title }, ...(textOf(node).trim() === '' ? [url] : words))];
}

/** No file comes with the book but its text: of a picture there is what it says. */
const picture = (words: string): Element => element('span', { className: ['picture'] }, words);

/** The only HTML that we write ourselves is the line break of a table; all other is text. */
function writeRaw({ value }: Html, parent: Parents | undefined): ElementContent {
  if (/^<br\s*\/?>$/i.test(value)) return element('br');
  return isFlow(parent) ? element('p', {}, value) : { type: 'text', value };
}

const FLOW = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);
const isFlow = (parent: Parents | undefined): boolean => parent === undefined || FLOW.has(parent.type);

/** In a link, or to a note that is not there, it is no link. */
function writeReference(node: FootnoteReference, { printed, book }: Around): Element {
  const note = printed.notes.get(node.identifier);
  const index = note?.references.indexOf(node) ?? -1;
  if (!note || index < 0) return element('sup', {}, `[${node.label ?? node.identifier}]`);
  const to = { href: book.address(noteLabel(printed, note)), 'epub:type': 'noteref', role: 'doc-noteref' };
  const from = index === 0 ? identified(backLabel(printed, note)) : {};
  return element('sup', {}, element('a', { ...from, ...to }, `[${note.number}]`));
}

/** It stands where the page has it; one that nothing refers to is a text like any other. */
function writeNote(state: State, node: FootnoteDefinition, { printed, book }: Around): Element {
  const note = printed.notes.get(node.identifier);
  if (note?.definition !== node) return element('div', {}, `[${node.label ?? node.identifier}] `, ...state.all(node));
  const back = { href: book.address(backLabel(printed, note)), role: 'doc-backlink' };
  const about = { ...identified(noteLabel(printed, note)), 'epub:type': 'footnote', role: 'doc-footnote' };
  return element('aside', about, element('a', back, `[${note.number}]`), ...state.all(node));
}

function writePlaces(state: State, node: Places, label: Labels): Element {
  const places = node.children.flatMap((link, index): (ElementContent | string)[] => [
    ...(index > 0 ? [label('comma')] : []),
    ...[state.one(link, node as never) ?? []].flat(),
  ]);
  return element('span', { className: ['places'] }, ...places);
}

/** @throws Error when the node has neither children nor text of its own. */
function writeUnknown(state: State, node: Nodes & { value?: string }, parent?: Parents): ElementContent[] {
  if (!('children' in node) && node.value === undefined) throw new Error(`No way to print a node of type ${node.type}`);
  if (isFlow(parent) && 'children' in node) return state.all(node as never);
  return [{ type: 'text', value: textOf(node) }];
}

/** A first column with no longer texts than this, names or dates, is not broken. */
const SHORT = 10;
/** More columns than this are wider than a small screen: the table is one to be moved sideways. */
const MANY_COLUMNS = 6;

function tableElement(state: State, table: Table, label: Labels): Element {
  const [head, ...rows] = table.children;
  const count = Math.max(0, ...table.children.map(row => row.children.length));
  const cells = (row: TableRow, name: 'th' | 'td') =>
    Array.from({ length: count }, (_, index) => {
      const cell = row.children[index];
      return element(name, propertiesOf(name, table.align?.[index]), ...(cell ? state.all(cell) : []));
    });
  const lines = rows.map(row => element('tr', {}, ...cells(row, 'td')));
  const header = head && textOf(head).trim() ? [element('thead', {}, element('tr', {}, ...cells(head, 'th')))] : [];
  const isShort = table.children.every(({ children: [first] }) => textOf(first).length <= SHORT);
  const whole = element(
    'table',
    isShort ? { className: ['named'] } : {},
    ...header,
    ...(lines.length > 0 ? [element('tbody', {}, ...lines)] : []),
  );
  if (count <= MANY_COLUMNS) return whole;
  return element('section', { className: ['wide'], ariaLabel: label('print.wideTable'), tabIndex: 0 }, whole);
}

const propertiesOf = (name: 'th' | 'td', align: string | null | undefined) => ({
  ...(name === 'th' ? { scope: 'col' } : {}),
  ...(align ? { className: [align] } : {}),
});
