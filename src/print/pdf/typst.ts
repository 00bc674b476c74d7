/** Writes the linked tree of a page as Typst code. */

import { targetOf } from '@tsuzuri/core/anchors';
import type { Labels } from '@tsuzuri/core/labels';
import { blockId } from '@tsuzuri/core/markdown';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  Root,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { CLOSING } from '../printed-page.ts';
import type { MentionPages, Places } from '../volume.ts';
import { inOwnLanguage, literal, needsThinSpace, type Wording, words } from './escape.ts';
import { placeUrl } from './finish-pdf.ts';
import { type CitedYears, markOf } from './term-index.ts';
import { writeTable } from './typst-table.ts';

type Writer<T extends Nodes> = (node: T, state: State) => string;
type Writers = { readonly [T in Exclude<Nodes['type'], `mdx${string}`>]: Writer<Extract<Nodes, { type: T }>> };

const WRITERS: Writers = {
  root: writeChildren,
  heading: writeHeading,
  paragraph: writeParagraph,
  text: (node, state) => ownWords(node.value, state),
  emphasis: (node, state) => call('emph', body(node, state)),
  strong: (node, state) => call('strong', body(node, state)),
  delete: (node, state) => call('strike', body(node, state)),
  inlineCode: (node, state) => call('code', block(words(node.value, state))),
  code: (node, state) =>
    call('listing', ...node.value.split('\n').map(line => block(words(unshrinkable(line), state)))),
  break: () => 'linebreak()',
  html: (node, state) => (/^<br\s*\/?>$/i.test(node.value) ? 'linebreak()' : words(node.value, state)),
  link: (node, state) => writeLink(node, node.url, state),
  linkReference: (node, state) => writeLink(node, state.definitions.get(node.identifier)?.url ?? '', state),
  image: (node, state) => call('picture', block(words(node.alt || node.url, state))),
  imageReference: (node, state) => call('picture', block(words(node.alt || node.identifier, state))),
  list: writeList,
  listItem: (node, state) => writeFlow(node, state, false),
  table: (node, state) =>
    writeTable(node, (cell, crowded) =>
      writeChildren(cell, { ...state, noteless: true, patience: crowded ? 3 : state.patience }),
    ),
  tableRow: writeChildren,
  tableCell: writeChildren,
  blockquote: (node, state) => call('quote', 'block: true', body(node, state)),
  thematicBreak: () => 'pause',
  footnoteReference: writeReference,
  footnoteDefinition: writeStrayNote,
  places: writePlaces,
  mentionPages: writeMentionPages,
  definition: () => '',
  yaml: () => '',
};

/** @throws Error when a node has neither a writer, nor children, nor text of its own. */
export const toTypst = (tree: Root, surroundings: Surroundings): string => write(tree, stateOf(tree, surroundings));

/** What minutes say is theirs, in whatever language. */
const ownWords = (text: string, state: State): string =>
  state.isMinutes ? words(text, state) : inOwnLanguage(text, words(text, state), state.label);

/** Deeper nesting than this is an accident of the OCR or an attack: its text stays, its structure goes. */
const MAX_DEPTH = 14;

function write(node: Nodes, state: State): string {
  if (state.depth > MAX_DEPTH) return flatten(node, state);
  const writer = WRITERS[node.type as keyof Writers] as Writer<Nodes> | undefined;
  return (writer ?? writeUnknown)(node, { ...state, depth: state.depth + 1 });
}

/** The bare text, with every anchor inside, for links to land on. */
function flatten(node: Nodes, state: State): string {
  const labels: string[] = [];
  visit(node, inner => {
    labels.push(...[state.anchors.get(inner) ?? []].flat());
  });
  return [...labels.map(anchor), words(textOf(node), state)].join('\n');
}

function writeUnknown(node: Nodes, state: State): string {
  if ('children' in node) return writeChildren(node, state);
  if ('value' in node) return words(String((node as { value: unknown }).value), state);
  throw new Error(`No way to print a node of type ${(node as Nodes).type}`);
}

function writeChildren(node: Nodes, state: State): string {
  if (!('children' in node)) return '';
  const { children }: Parents = node;
  let before: Nodes | undefined;
  return groupsOf(children)
    .map(group => {
      const code = group
        .flatMap(child => {
          const written = [...seam(before, child, state), write(child, state)];
          before = child;
          return written;
        })
        .join('\n');
      return group.length > 1 ? call('box', block(code)) : code;
    })
    .join('\n');
}

/** The last word before the number of a note, with what closes it. */
const LAST_WORD = /(?:[A-Za-z0-9]+|[^A-Za-z0-9])[\p{Pe}\p{Pf}、。，．]*$/u;

/** What no line may part stands together: the number of a note never begins a line. */
function groupsOf(children: readonly Nodes[]): Nodes[][] {
  const groups: Nodes[][] = [];
  for (const [index, child] of children.entries()) {
    const isBeforeNote = children[index + 1]?.type === 'footnoteReference';
    if (child.type === 'footnoteReference' && groups.length > 0) groups.at(-1)?.push(child);
    else if (child.type === 'text' && isBeforeNote) {
      const at = LAST_WORD.exec(child.value)?.index ?? 0;
      const parts = [child.value.slice(0, at), child.value.slice(at)].filter(value => value !== '');
      groups.push(...parts.map((value): Nodes[] => [{ type: 'text', value }]));
    } else groups.push([child]);
  }
  return groups;
}

/** A thin space where a link or a bold word ends: [NISC]から; a comma between two numbers of notes. */
function seam(before: Nodes | undefined, behind: Nodes, { thin }: State): string[] {
  if (before?.type === 'footnoteReference' && behind.type === 'footnoteReference') return [BETWEEN_NOTES];
  if (!thin || before === undefined || !isInline(before) || !isInline(behind)) return [];
  return needsThinSpace(edge(before, -1), edge(behind, 0)) ? ['thin'] : [];
}

const INLINE = new Set<Nodes['type']>(['text', 'link', 'linkReference', 'strong', 'emphasis', 'delete', 'inlineCode']);
const isInline = ({ type }: Nodes): boolean => INLINE.has(type);

/** First (0) or last (-1) character of the text of a node. */
function edge(node: Nodes, at: 0 | -1): string {
  if ('value' in node) return node.value.at(at) ?? '';
  const child = 'children' in node ? node.children.at(at) : undefined;
  return child ? edge(child, at) : '';
}

const body = (node: Nodes, state: State): string => block(writeChildren(node, state));
const block = (code: string): string => (code.trim() ? `{\n${code}\n}` : '[]');
const anchor = (label: string): string => call('anchor', literal(label));
const call = (name: string, ...parts: string[]): string => `${name}(${parts.join(', ')})`;

/** Blanks at the start of a line of code, which would be lost at a line's edge otherwise. */
const unshrinkable = (line: string): string => line.replaceAll('\t', '    ').replaceAll(' ', '\u00A0');

const SPEECH = /#u\d+$/;

function writeHeading(node: Heading, state: State): string {
  const level = state.levels.get(node);
  const label = state.anchors.get(node) ?? '';
  if (level === undefined) return label && anchor(label);
  // The contents repeat the words of a heading: its marks stand behind it, only once.
  const inline = body(node, { ...state, noteless: true, thin: false, year: undefined });
  const marks = linksIn(node).flatMap(url => marksOf(url, state));
  return [call('head', literal(kindOf(label, level, state)), String(level), literal(label), inline), ...marks].join(
    '\n',
  );
}

function linksIn(node: Nodes): string[] {
  const urls: string[] = [];
  visit(node, 'link', ({ url }) => void urls.push(url));
  return urls;
}

/** By this mark the index finds the page of a mention. */
function marksOf(url: string, { path, labels, cited, year }: State): string[] {
  const entry = targetOf(url, path, labels).label?.replace(/#.*$/, '') ?? '';
  return year !== undefined && cited.get(entry)?.includes(year) ? [anchor(markOf(entry, year))] : [];
}

function kindOf(place: string, level: number, { shift, contentsLevel, label }: State): string {
  if (SPEECH.test(place)) return label('print.kind.speech');
  if (shift > 0 && level === shift + 1) return label('print.kind.term');
  return label(level <= contentsLevel ? 'print.kind.heading' : 'print.kind.subheading');
}

/** A mark that stands in the margin, so that it needs no bullet: `○`, `①`, `※`. */
const OWN_MARK = /^[○●◎◇◆□■△▲▽▼・※✓✔➢\u2460-\u2473]/;

function writeParagraph(node: Paragraph, state: State): string {
  const text = textOf(node);
  const look =
    (['origin', 'foot'] as const).find(name => node.data?.[name]) ??
    (OWN_MARK.test(text) ? 'marked' : CLOSING.test(text) ? 'closing' : 'par');
  return call(look, sentence(node, state));
}

/** The inline code of a paragraph, its anchor first. */
function sentence(node: Paragraph, state: State): string {
  const label = state.anchors.get(node);
  const inline = writeChildren(node, state);
  return block(label === undefined ? inline : `${anchor(label)}\n${inline}`);
}

function writeLink(node: Nodes, url: string, state: State): string {
  const target = targetOf(url, state.path, state.labels);
  const inline = body(node, state);
  if (target.label !== undefined)
    return [...marksOf(url, state), call('see', literal(placeUrl(state.labels.get(target.label) ?? -1)), inline)].join(
      '\n',
    );
  if (target.page !== undefined && state.site) return call('link', literal(state.site + target.page), inline);
  if (target.url === undefined || state.noteless || bare(textOf(node)) === bare(url)) return inline;
  return `${inline}\n${call('footnote', block(words(url, state)))}`;
}

/** Numbers of the pages where the links lead. */
function writePlaces({ children, unit }: Places, { path, labels, label }: State): string {
  const found = children.flatMap(({ url }) => targetOf(url, path, labels).label ?? []);
  const folios = call('folios', ...[...new Set(found)].map(literal));
  if (!unit) return folios;
  const [before, after] = label('print.pages', { numbers: '{numbers}' }).split('{numbers}').map(literal);
  return [before, folios, after].filter(part => part !== literal('')).join('\n');
}

/** 2012年 7　2014年 25、30 */
function writeMentionPages({ entry }: MentionPages, state: State): string {
  const years = (state.cited.get(entry) ?? []).map(year =>
    [
      words(/^\d/.test(year) ? state.label('print.inYear', { year }) : `${year} `, state),
      call('folios', literal(markOf(entry, year))),
    ].join('\n'),
  );
  return years.join(`\n${literal(state.label('wideGap'))}\n`);
}

/** `https://www.nisc.go.jp/` and `www.nisc.go.jp` say the same to a reader. */
const bare = (url: string): string => url.replace(/^(mailto:|https?:\/\/)/, '').replace(/\/$/, '');

/** The addresses of the web that a note links, where its words do not say them: on paper nobody can follow a link. */
function addressesOf(note: FootnoteDefinition, state: State): string[] {
  const addresses: string[] = [];
  visit(note as Nodes, 'link', node => {
    const { url } = targetOf(node.url, state.path, state.labels);
    if (url !== undefined && bare(textOf(node)) !== bare(url)) addresses.push(words(` ${shown(url)}`, state));
  });
  return addresses;
}

/** An address as people read it: `https://ja.wikipedia.org/wiki/暗号`. */
function shown(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url; // not of UTF-8
  }
}

/** In characters: a list with longer items is a list of opinions, and gets some air. */
const LONG_ITEM = 60;

function writeList(node: List, state: State): string {
  const texts = node.children.map(item => textOf(item));
  const own = !node.ordered && texts.every(text => OWN_MARK.test(text));
  const tight =
    !node.spread && node.children.every(item => !item.spread) && texts.every(text => text.length <= LONG_ITEM);
  const items = node.children.map(item => block(checkbox(item) + writeFlow(item, state, tight && !own)));
  return node.ordered
    ? call('numbers', String(node.start ?? 1), String(tight), ...items)
    : call('bullets', String(own), String(tight), ...items);
}

const checkbox = ({ checked }: ListItem): string => (checked == null ? '' : `${literal(checked ? '■ ' : '□ ')}\n`);

/** @param bare the first paragraph stands without `par`: beside its bullet, beside the number of its note */
function writeFlow(node: ListItem | FootnoteDefinition, state: State, bare: boolean): string {
  const [first, ...rest] = node.children;
  if (first?.type !== 'paragraph' || !bare) return writeChildren(node, state);
  return [sentence(first, state), ...rest.map(child => write(child, state))].join('\n');
}

/** Two notes on one sentence: ¹⁵¹,¹⁵² */
const BETWEEN_NOTES = call('super', block(literal(',')));

function writeReference(node: FootnoteReference, state: State): string {
  const label = literal(`${state.path}^${node.identifier}`);
  const note = state.notes.get(node.identifier);
  if (!note || state.noteless) return call('super', block(words(`[${node.label ?? node.identifier}]`, state)));
  if (state.carriers.get(node.identifier) !== node) return call('footnote', `label(${label})`);
  const flow = writeFlow(note, { ...state, noteless: true }, true);
  return call('note', label, block([flow, ...addressesOf(note, state)].join('\n')));
}

/** A note that no reference can carry stands where the page has it. */
function writeStrayNote(node: FootnoteDefinition, state: State): string {
  if (state.carriers.has(node.identifier)) return '';
  return `${words(`[${node.label ?? node.identifier}] `, state)}\n${writeChildren(node, state)}`;
}

/** What the serializer has to know of the book around the page. */
export interface Surroundings {
  /** `Page.path`: links are resolved from here, labels begin with it. */
  readonly path: string;
  /** All labels of the book, each with the number by which a link leads there. */
  readonly labels: ReadonlyMap<string, number>;
  readonly covers: Wording['covers'];
  readonly cited: CitedYears;
  readonly site: string | undefined;
  /** What the book says around the documents. */
  readonly label: Labels;
  readonly isMinutes: boolean;
  /** Of minutes, whose mentions of entries stand in the index. */
  readonly year: string | undefined;
  /** Levels to add to each heading: an entry stands one level below the word 用語集. */
  readonly shift: number;
  /** Headings down to this level stand in the printed contents; all of them stand in the PDF's outline. */
  readonly contentsLevel: number;
}

/** Surroundings, and what is known of the page before its first character is written. */
interface State extends Surroundings, Wording {
  readonly depth: number;
  /** Inside a heading, a table or a note no new note may begin. */
  readonly noteless: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  /** The reference to each note where it is printed: the first one. */
  readonly carriers: ReadonlyMap<string, FootnoteReference>;
  readonly levels: ReadonlyMap<Nodes, number>;
  /** Label of a node; a second anchor of the same name gets none. */
  readonly anchors: ReadonlyMap<Nodes, string>;
}

function stateOf(tree: Root, surroundings: Surroundings): State {
  const known = { ...references(tree), levels: levelsOf(tree, surroundings), anchors: anchorsOf(tree, surroundings) };
  return { ...surroundings, ...known, depth: 0, patience: 40, thin: true, noteless: false };
}

/** A heading or a table may stand on two pages (contents, repeated head): no note begins in it. */
const NOTELESS = new Set(['heading', 'table', 'footnoteDefinition']);

function references(tree: Root) {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const carriers = new Map<string, FootnoteReference>();
  visit(tree as Nodes, node => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if (node.type === 'footnoteReference' && !carriers.has(node.identifier)) carriers.set(node.identifier, node);
    return NOTELESS.has(node.type) ? SKIP : CONTINUE;
  });
  return { definitions, notes, carriers };
}

/** Levels without gaps, none for a heading without words: PDF/UA asks for both. */
function levelsOf(tree: Root, { shift }: Surroundings): ReadonlyMap<Nodes, number> {
  const levels = new Map<Nodes, number>();
  let level = shift;
  visit(tree, 'heading', node => {
    if (textOf(node).trim() === '') return;
    level = Math.min(node.depth + shift, level + 1);
    levels.set(node, level);
  });
  return levels;
}

/** Labels without doubles: Typst asks for it. The first node is the title, its label that of the page. */
function anchorsOf(tree: Root, { path }: Surroundings): ReadonlyMap<Nodes, string> {
  const nodes = new Map<string, Nodes>([tree.children[0] ?? tree].map(title => [path, title]));
  visit(tree as Nodes, node => {
    const id = blockId(node);
    if (id !== undefined && !nodes.has(`${path}#${id}`)) nodes.set(`${path}#${id}`, node);
  });
  return new Map([...nodes].map(([label, node]) => [node, label]));
}
