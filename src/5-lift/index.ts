/** Lifts the tree of a meeting to mdast: what is printed in a minute book becomes Markdown. */
import type {
  BlockContent,
  Heading,
  ListItem,
  Table as MdastTable,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import type { Block, List, Minutes, Heading as MinutesHeading, Speech, Table, Words } from '../minutes.ts';
import type { Anchor } from './markdown.ts';

/** One speech of the page, for those who cite it. */
export interface SpeechEntry {
  readonly id: string;
  readonly label?: string;
  /** Full name, only where the attendance list has exactly one person with this family name. */
  readonly name?: string;
}

/** Where a place of the page that has an id begins in the clean text. */
export interface Anchored {
  readonly id: string;
  readonly start: number;
}

interface Lifter {
  readonly minutes: Minutes;
  readonly speeches: SpeechEntry[];
  readonly anchors: Anchored[];
  sections: number;
  /** Of the last heading, and of the last one that is a section. */
  depth: number;
  section: number;
}

/** Bold of the scan: `**米国と合意**` */
const BOLD = /\*\*(?=\S)([^*]+?)(?<=\S)\*\*/gu;

/** What comes of minutes: the tree, its speeches, its anchors in order. */
export interface Lifted extends Pick<Lifter, 'speeches' | 'anchors'> {
  readonly tree: Root;
}

export function liftMinutes(minutes: Minutes): Lifted {
  const lifter: Lifter = { minutes, speeches: [], anchors: [], sections: 0, depth: 1, section: 1 };
  const children = mergeOpinions(minutes.children.flatMap(block => lift(lifter, block)));
  return { ...lifter, tree: { type: 'root', children } };
}

function lift(lifter: Lifter, block: Block): RootContent[] {
  switch (block.type) {
    case 'title':
      return [{ type: 'heading', depth: 1, children: [text(block.lines.map(line => line.value).join(' '))] }];
    case 'heading':
      return [liftHeading(lifter, block)];
    case 'speech':
      return liftSpeech(lifter, block);
    case 'list':
      return [liftList(lifter, block)];
    case 'table':
      return [liftTable(block)];
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'direction':
      return [{ type: 'paragraph', children: [{ type: 'emphasis', children: phrasing(block.words.value) }] }];
    default:
      return [paragraph(block.words)];
  }
}

function liftHeading(lifter: Lifter, { depth, words, label }: MinutesHeading): Heading {
  lifter.depth = Math.min(depth, lifter.depth + 1);
  if (!label) lifter.section = lifter.depth;
  lifter.sections++;
  const id = `s${lifter.sections}`;
  lifter.anchors.push({ id, start: words.start });
  return heading(lifter.depth, words, id);
}

const heading = (depth: number, words: Words, id: string): Heading => ({
  type: 'heading',
  depth: Math.min(depth, 6) as Heading['depth'],
  children: [...phrasing(words.value), anchor(id)],
});

/** A speaker becomes a heading below the section's; an opinion of nobody named keeps its mark, gets an anchor only. */
function liftSpeech(lifter: Lifter, speech: Speech): RootContent[] {
  const id = `u${lifter.speeches.length + 1}`;
  const start = startOf(speech);
  lifter.speeches.push(entry(lifter, speech, id));
  if (start !== undefined) lifter.anchors.push({ id, start });
  const blocks = speech.children.flatMap(child => lift(lifter, child));
  if (speech.label) return [heading(lifter.section + 1, speech.label, id), ...blocks];
  const anchored = blocks.map((block, index) =>
    index === 0 && block.type === 'paragraph' ? { ...block, children: [...block.children, anchor(id)] } : block,
  );
  if (speech.form !== 'item') return anchored;
  return [
    {
      type: 'list',
      ordered: false,
      spread: true,
      children: [{ type: 'listItem', spread: true, children: anchored as BlockContent[] }],
    },
  ];
}

/** Where what bears its id begins; nothing where an opinion begins with no paragraph, so that nothing bears it. */
function startOf({ label, children: [first] }: Speech): number | undefined {
  if (label) return label.start;
  return first && 'words' in first && first.type !== 'heading' ? first.words.start : undefined;
}

function entry({ minutes }: Lifter, speech: Speech, id: string): SpeechEntry {
  const label = speech.label?.value;
  if (label === undefined) return { id };
  const people = minutes.meeting.attendees.filter(
    ({ name }) => name !== undefined && label.startsWith(name.split(' ')[0] as string),
  );
  const name = people.length === 1 ? people[0]?.name : undefined;
  return { id, label, ...(name === undefined ? {} : { name }) };
}

/** Opinions that follow each other are one list. */
function mergeOpinions(blocks: readonly RootContent[]): RootContent[] {
  const merged: RootContent[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (
      block.type === 'list' &&
      last?.type === 'list' &&
      block.spread &&
      last.spread &&
      !block.ordered &&
      !last.ordered
    )
      last.children.push(...block.children);
    else merged.push(block);
  }
  return merged;
}

function liftList(lifter: Lifter, list: List): RootContent & { type: 'list' } {
  const items = list.children.map((item): ListItem => {
    const children = item.children.flatMap(child => lift(lifter, child)) as BlockContent[];
    return { type: 'listItem', spread: children.filter(child => child.type === 'paragraph').length > 1, children };
  });
  return {
    type: 'list',
    ordered: list.ordered,
    ...(list.ordered ? { start: list.first } : {}),
    spread: false,
    children: items,
  };
}

function liftTable({ head, rows }: Table): MdastTable {
  const width = Math.max(head.length, ...rows.map(row => row.length));
  const cells = rows.map(row => row.map(cell => phrasing(cell.value)));
  const whole = head.length > 0 ? [head.map(name => (name === '' ? [] : [text(name)])), ...cells] : cells;
  return {
    type: 'table',
    align: Array.from({ length: width }, () => null),
    children: foldProxies(whole, width).map(row => tableRow(row, width)),
  };
}

/** A row of one cell belongs to the person above it, in whose place that one sits. */
function foldProxies(rows: readonly PhrasingContent[][][], width: number): PhrasingContent[][][] {
  const folded: PhrasingContent[][][] = [];
  for (const row of rows) {
    const last = folded.at(-1)?.at(-1);
    if (width > 1 && row.length === 1 && last && folded.length > 1)
      last.push({ type: 'html', value: '<br>' }, ...(row[0] ?? []));
    else folded.push(row.map(cell => [...cell]));
  }
  return folded;
}

function tableRow(row: readonly PhrasingContent[][], width: number): TableRow {
  return {
    type: 'tableRow',
    children: Array.from({ length: width }, (_, index) => ({ type: 'tableCell', children: row[index] ?? [] })),
  };
}

const paragraph = (words: Words): RootContent => ({ type: 'paragraph', children: phrasing(words.value) });
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const anchor = (id: string): PhrasingContent => ({ type: 'anchor', id }) satisfies Anchor as unknown as PhrasingContent;

/** Text with the bold that the scan has. */
function phrasing(value: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let last = 0;
  for (const match of value.matchAll(BOLD)) {
    if (match.index > last) nodes.push(text(value.slice(last, match.index)));
    nodes.push({ type: 'strong', children: [text(match[1] as string)] });
    last = match.index + match[0].length;
  }
  if (last < value.length) nodes.push(text(value.slice(last)));
  return nodes;
}
