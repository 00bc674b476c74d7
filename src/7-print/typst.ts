/** Writes the linked tree of a page as Typst code. */
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  List,
  ListItem,
  Nodes,
  Paragraph,
  Root,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { splitId, targetOf } from './anchors.ts';
import { literal, type Wording, words } from './literals.ts';
import { writeTable } from './typst-table.ts';

/** What the serializer has to know of the book around the page. */
export interface Surroundings {
  /** `Page.path`: links are resolved from here, labels begin with it. */
  readonly path: string;
  readonly labels: ReadonlySet<string>;
  readonly covers: Wording['covers'];
  /** Levels to add to each heading: an entry stands one level below the word 用語集. */
  readonly shift: number;
  /** Headings down to this level stand in the printed contents; all of them stand in the PDF's outline. */
  readonly contentsLevel: number;
}

/** Surroundings, and what is known of the page before its first character is written. */
export interface State extends Surroundings, Wording {
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

type Writer<T extends Nodes> = (node: T, state: State) => string;
type Writers = { readonly [T in Nodes['type']]: Writer<Extract<Nodes, { type: T }>> };

const WRITERS: Writers = {
  root: writeChildren,
  heading: writeHeading,
  paragraph: writeParagraph,
  text: (node, state) => words(node.value, state),
  emphasis: (node, state) => call('emph', body(node, state)),
  strong: (node, state) => call('strong', body(node, state)),
  delete: (node, state) => call('strike', body(node, state)),
  inlineCode: (node, state) => call('code', block(words(node.value, state))),
  code: (node, state) => call('listing', ...node.value.split('\n').map(line => block(words(unshrinkable(line), state)))),
  break: () => 'linebreak()',
  html: (node, state) => (/^<br\s*\/?>$/i.test(node.value) ? 'linebreak()' : words(node.value, state)),
  link: (node, state) => writeLink(node, node.url, state),
  linkReference: (node, state) => writeLink(node, state.definitions.get(node.identifier)?.url ?? '', state),
  image: (node, state) => call('picture', block(words(node.alt || node.url, state))),
  imageReference: (node, state) => call('picture', block(words(node.alt || node.identifier, state))),
  list: writeList,
  listItem: (node, state) => writeItem(node, state, false),
  table: (node, state) => writeTable(node, state, writeChildren),
  tableRow: writeChildren,
  tableCell: writeChildren,
  blockquote: (node, state) => call('quote', 'block: true', body(node, state)),
  thematicBreak: () => 'pause',
  footnoteReference: writeReference,
  footnoteDefinition: writeStrayNote,
  definition: () => '',
  yaml: () => '',
};

/** @throws Error when a node has neither a writer, nor children, nor text of its own. */
export function toTypst(tree: Root, surroundings: Surroundings): string {
  const known = { ...references(tree), ...places(tree, surroundings) };
  return write(tree, { ...surroundings, ...known, depth: 0, patience: 40, noteless: false });
}

/** Deeper nesting than this is an accident of the OCR or an attack: its text stays, its structure goes. */
const MAX_DEPTH = 24;

function write(node: Nodes, state: State): string {
  if (state.depth > MAX_DEPTH) return flatten(node, state);
  const writer = WRITERS[node.type] as Writer<Nodes> | undefined;
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
  return 'children' in node ? node.children.map(child => write(child, state)).join('\n') : '';
}

const body = (node: Nodes, state: State): string => block(writeChildren(node, state));
const block = (code: string): string => (code.trim() ? `{\n${code}\n}` : '[]');
const anchor = (label: string): string => call('anchor', literal(label));
const call = (name: string, ...parts: string[]): string => `${name}(${parts.join(', ')})`;

/** Blanks at the start of a line of code, which would be lost at a line's edge otherwise. */
const unshrinkable = (line: string): string => line.replaceAll('\t', '    ').replaceAll(' ', '\u00A0');

const SPEECH = /#u\d+$/;

function writeHeading(node: Heading, state: State): string {
  const level = state.levels.get(node) ?? 1;
  const label = state.anchors.get(node) ?? '';
  const kind = SPEECH.test(label) ? 'speech' : level <= state.contentsLevel ? 'listed' : 'unlisted';
  const inline = body(splitId(node).node, { ...state, noteless: true });
  return call('head', literal(kind), String(level), literal(label), inline);
}

/** A mark that stands in the margin, so that it needs no bullet: `○`, `①`, `※`. */
const OWN_MARK = /^[○●◎◇◆□■△▲▽▼・※✓✔➢\u2460-\u2473]/;

function writeParagraph(node: Paragraph, state: State): string {
  return call(OWN_MARK.test(textOf(node)) ? 'marked' : 'par', sentence(node, state));
}

/** The inline code of a paragraph, its anchor first. */
function sentence(node: Paragraph, state: State): string {
  const label = state.anchors.get(node);
  const inline = writeChildren(splitId(node).node, state);
  return block(label === undefined ? inline : `${anchor(label)}\n${inline}`);
}

function writeLink(node: Nodes, url: string, state: State): string {
  const target = targetOf(url, state.path, state.labels);
  const inline = body(node, state);
  if (target.label !== undefined) return call('see', literal(target.label), inline);
  if (target.url === undefined) return inline;
  const spelledOut = bare(textOf(node)) === bare(url);
  return call('web', literal(target.url), inline, spelledOut || state.noteless ? 'none' : block(words(url, state)));
}

/** `https://www.nisc.go.jp/` and `www.nisc.go.jp` say the same to a reader. */
const bare = (url: string): string => url.replace(/^(mailto:|https?:\/\/)/, '').replace(/\/$/, '');

function writeList(node: List, state: State): string {
  const marked = !node.ordered && node.children.every(item => OWN_MARK.test(textOf(item)));
  const tight = !node.spread && node.children.every(item => !item.spread);
  const items = node.children.map(item => block(writeItem(item, state, tight && !marked)));
  if (node.ordered) return call('numbers', String(node.start ?? 1), String(tight), ...items);
  return call('bullets', String(marked), String(tight), ...items);
}

/** @param bare the first paragraph stands without `par`, so that the list stays tight */
function writeItem(node: ListItem, state: State, bare: boolean): string {
  const [first, ...rest] = node.children;
  const box = node.checked == null ? '' : literal(node.checked ? '■ ' : '□ ');
  const start = bare && first?.type === 'paragraph' ? sentence(first, state) : first ? write(first, state) : '';
  return [box, start, ...rest.map(child => write(child, state))].join('\n');
}

function writeReference(node: FootnoteReference, state: State): string {
  const label = literal(`${state.path}^${node.identifier}`);
  const note = state.notes.get(node.identifier);
  if (!note || state.noteless) return call('super', block(words(`[${node.label ?? node.identifier}]`, state)));
  if (state.carriers.get(node.identifier) !== node) return call('footnote', `label(${label})`);
  return call('note', label, body(note, { ...state, noteless: true }));
}

/** A note that no reference can carry stands where the page has it. */
function writeStrayNote(node: FootnoteDefinition, state: State): string {
  if (state.carriers.has(node.identifier)) return '';
  return `${words(`[${node.label ?? node.identifier}] `, state)}\n${writeChildren(node, state)}`;
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

/** Levels without gaps (PDF/UA asks for it), labels without doubles (Typst does). */
function places(tree: Root, { path, shift }: Surroundings) {
  const levels = new Map<Nodes, number>();
  const anchors = new Map<Nodes, string>();
  const taken = new Set<string>();
  let level = shift;
  visit(tree as Nodes, node => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return;
    if (node.type === 'heading') levels.set(node, (level = Math.min(node.depth + shift, level + 1)));
    const { id } = splitId(node);
    const label = node === tree.children[0] ? path : `${path}#${id}`;
    if ((id === undefined && label !== path) || taken.has(label)) return;
    taken.add(label);
    anchors.set(node, label);
  });
  return { levels, anchors };
}
