/** Proves that links change nothing of how a block is read but for the links themselves, and finds those that do not. */
import type { Nodes, Paragraph } from 'mdast';
import type { Form } from './forms.ts';
import type { TextRange } from './inline-text.ts';
import type { Parse } from './view.ts';

/** What stands between the marks of a block, and the links that are to be put into it: each has one range of it or more. */
export interface LinkedBlock {
  readonly content: string;
  readonly links: readonly (readonly TextRange[])[];
}

/** How the dialect reads a block. */
export interface Reading {
  /** A link must change nothing in any. */
  readonly parsers: readonly Parse[];
  /** What a bracket could bind to, or change the reading of. */
  readonly marks: RegExp;
  /** Of the page: `[a]` is a reference only where it is defined. */
  readonly definitions: string;
  readonly form: Form;
}

/**
 * Of each block the numbers of the links that can be put in; all of them can be in most. Where nothing is marked, a link
 * can change nothing. The blocks are parsed at once.
 */
export function provedLinks(blocks: readonly LinkedBlock[], reading: Reading): (readonly number[])[] {
  const trials = blocks.map(({ content, links }) => {
    const all = links.map((_, index) => index);
    return { all, trial: reading.marks.test(content) ? { block: flat({ content, links }), chosen: all } : undefined };
  });
  const marked = trials.flatMap(({ trial }) => trial ?? []);
  const blamed = blame(marked, reading);
  return trials.map(({ all, trial }) =>
    trial && blamed[marked.indexOf(trial)]?.length !== 0 ? mostLinks(trial.block, reading) : all,
  );
}

// Chooses among links of which some cannot be put in.

/** So many links are tried one by one, and so many times: a paragraph of a thousand that cannot stand takes no minutes. */
const MOST_SINGLE = 12;
const MOST_TURNS = 8;

/** Which can stand may depend on those that do: what is left is tried again beside them, until nothing more goes in. */
function mostLinks(block: Flat, reading: Reading): readonly number[] {
  let kept: readonly number[] = [];
  let rest = block.links.map((_, index) => index);
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const together = survivors({ block, kept, rest }, reading);
    const more = together.length > 0 ? together : oneByOne({ block, kept, rest: rest.slice(0, MOST_SINGLE) }, reading);
    if (more.length === 0) break;
    kept = sorted([...kept, ...more]);
    rest = rest.filter(it => !more.includes(it));
  }
  return kept;
}

interface Choice {
  readonly block: Flat;
  readonly kept: readonly number[];
  readonly rest: readonly number[];
}

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);
const stands = (block: Flat, chosen: readonly number[], reading: Reading): boolean =>
  blame([{ block, chosen: sorted(chosen) }], reading)[0]?.length === 0;

/** Those that can all stand, without the ones beside which something is read otherwise. */
function survivors({ block, kept, rest }: Choice, reading: Reading): readonly number[] {
  let left = rest;
  for (let turn = 0; turn < MOST_TURNS && left.length > 0; turn++) {
    const [blamed = []] = blame([{ block, chosen: sorted([...kept, ...left]) }], reading);
    if (blamed.length === 0) return left;
    const without = left.filter(it => !blamed.includes(it));
    if (without.length === left.length) break;
    left = without;
  }
  return [];
}

/** The first ones first. */
function oneByOne({ block, kept, rest }: Choice, reading: Reading): readonly number[] {
  const more: number[] = [];
  for (const link of rest) if (stands(block, [...kept, ...more, link], reading)) more.push(link);
  return more;
}

// Reads a block before and after.

/** A block as it is read: as one paragraph, which none of its lines leaves. */
interface Flat {
  readonly text: string;
  readonly links: readonly (readonly TextRange[])[];
  /** How each parser reads it without links; nothing where it reads something else than a paragraph. */
  readonly shapes: Map<Parse, Shape | undefined>;
}

/** What keeps a line from being read as a block of its own: a paragraph goes on. */
const CONTINUES = '\n    ';
const LINE_END = /\r?\n[ \t>]*/g;
/** Behind a word and a space, so that a mark at its beginning is read as one of the line. */
const BEFORE = 'x ';

function flat({ content, links }: LinkedBlock): Flat {
  const ends = Array.from(content.matchAll(LINE_END), ({ index, 0: { length } }) => ({ end: index + length, length }));
  let shift = BEFORE.length;
  const shifts = ends.map(({ end, length }) => {
    shift += CONTINUES.length - length;
    return { end, shift };
  });
  const moved = (at: number): number => at + (shifts.findLast(({ end }) => end <= at)?.shift ?? BEFORE.length);
  return {
    text: BEFORE + content.replace(LINE_END, CONTINUES),
    shapes: new Map(),
    links: links.map(ranges => ranges.map(({ start, end }) => ({ start: moved(start), end: moved(end) }))),
  };
}

interface Trial {
  readonly block: Flat;
  /** In order. */
  readonly chosen: readonly number[];
}

/** Of each trial the links beside which something is read otherwise; none where it stands. */
function blame(trials: readonly Trial[], reading: Reading): (readonly number[])[] {
  const blamed: (readonly number[])[] = trials.map(() => []);
  for (const parse of reading.parsers) {
    const open = trials.map((_, index) => index).filter(index => blamed[index]?.length === 0);
    const linked = open.map(index => withLinks(trials[index] as Trial, reading.form));
    const most = Math.max(0, ...open.map(index => trials[index]?.block.links.length ?? 0));
    const definitions = `${reading.definitions}\n${definitionsOf(most, reading.form)}`;
    // What a block was before is read once.
    const unread = open.flatMap(index => trials[index]?.block ?? []).filter(({ shapes }) => !shapes.has(parse));
    const texts = [...unread.map(({ text }) => text), ...linked.map(({ text }) => text)];
    const read = paragraphsOf(texts, parse, definitions).map(it => it && shapeOf(it));
    for (const [at, { shapes }] of unread.entries()) shapes.set(parse, read[at]);
    open.forEach((index, at) => {
      const trial = trials[index] as Trial;
      const [before, after] = [trial.block.shapes.get(parse), read[unread.length + at]];
      blamed[index] = before && after ? blamedIn(trial, { before, after, linked: linked[at] as Linked }) : trial.chosen;
    });
  }
  return blamed;
}

/** Texts as paragraphs; nothing for one that is read as something else, or cannot be read. */
function paragraphsOf(texts: readonly string[], parse: Parse, definitions: string): (Paragraph | undefined)[] {
  if (texts.length === 0) return [];
  const children = childrenOf(`${texts.join('\n\n')}\n\n${definitions}`, parse);
  const isWhole = children.length >= texts.length && texts.every((_, index) => children[index]?.type === 'paragraph');
  if (isWhole) return children.slice(0, texts.length) as Paragraph[];
  // Within the others it may be read otherwise than alone.
  if (texts.length === 1) return [undefined];
  const middle = Math.ceil(texts.length / 2);
  return [texts.slice(0, middle), texts.slice(middle)].flatMap(half => paragraphsOf(half, parse, definitions));
}

function childrenOf(text: string, parse: Parse): readonly Nodes[] {
  try {
    return parse(text).children;
  } catch {
    return []; // a tag of MDX that nothing closes
  }
}

interface Linked {
  readonly text: string;
  /** Where something was put in, in this text, and how long it is. */
  readonly added: readonly { readonly at: number; readonly length: number }[];
}

/** What stands round a link as it is proved: its number is its address. What is no Markdown is proved as brackets. */
const ADDRESS = '/\u00A7proof-';
const TAG = 'proof-';
const AROUND: Readonly<Record<Form, (link: number) => readonly [before: string, behind: string]>> = {
  markdown: link => ['[', `](${ADDRESS}${link})`],
  wiki: link => ['[', `](${ADDRESS}${link})`],
  reference: link => ['[', `][${ADDRESS}${link}]`],
  html: link => [`<${TAG}${link}>`, `</${TAG}${link}>`],
};

const definitionsOf = (count: number, form: Form): string =>
  form === 'reference'
    ? Array.from({ length: count }, (_, link) => `[${ADDRESS}${link}]: ${ADDRESS}${link}`).join('\n')
    : '';

function withLinks({ block, chosen }: Trial, form: Form): Linked {
  const pieces: string[] = [];
  const added: { at: number; length: number }[] = [];
  let [from, length] = [0, 0];
  const add = (to: number, mark: string): void => {
    const kept = block.text.slice(from, to);
    pieces.push(kept, mark);
    added.push({ at: length + kept.length, length: mark.length });
    length += kept.length + mark.length;
    from = to;
  };
  for (const link of chosen)
    for (const { start, end } of block.links[link] ?? []) {
      const [before, behind] = AROUND[form](link);
      add(start, before);
      add(end, behind);
    }
  return { text: pieces.join('') + block.text.slice(from), added };
}

// Compares.

interface Read {
  readonly before: Shape;
  readonly after: Shape;
  readonly linked: Linked;
}

function blamedIn({ block, chosen }: Trial, { before: old, after: now, linked }: Read): readonly number[] {
  const read = new Map<number, number>();
  for (const link of now.links) read.set(link, (read.get(link) ?? 0) + 1);
  const isRead = (link: number): boolean => read.get(link) === block.links[link]?.length;
  if (old.text === now.text && chosen.every(isRead)) return [];
  const { lost, found } = changedPlaces(old.nodes, now.nodes, linked);
  const beside = (places: readonly TextRange[]): readonly number[] =>
    chosen.filter(link =>
      (block.links[link] ?? []).some(({ start, end }) => places.some(it => it.start <= end && start <= it.end)),
    );
  // An emphasis whose end is lost goes on to that of the next one: what stands between them has not done it.
  const blamed = new Set([...chosen.filter(link => !isRead(link)), ...beside(lost)]);
  const all = [[...blamed], beside(found), chosen];
  return all.find(it => it.length > 0) ?? chosen;
}

/** The places of the nodes that stand only in the old paragraph, or only in the new one. */
function changedPlaces(
  old: readonly Placed[],
  now: readonly Placed[],
  { added }: Linked,
): { lost: readonly TextRange[]; found: readonly TextRange[] } {
  const from = (at: number): number => added.reduce((moved, it) => (it.at < at ? moved - it.length : moved), at);
  const back = now.map(({ what, start, end }) => ({ what, start: from(start), end: from(end) }));
  const key = ({ what, start, end }: Placed): string => `${start} ${end} ${what}`;
  const [keys, keysNow] = [new Set(old.map(key)), new Set(back.map(key))];
  return { lost: old.filter(it => !keysNow.has(key(it))), found: back.filter(it => !keys.has(key(it))) };
}

interface Placed extends TextRange {
  readonly what: string;
}

interface Shape {
  /** What the paragraph holds; of the links that were put in only what they hold. */
  readonly text: string;
  /** The numbers of the links that were put in. */
  readonly links: readonly number[];
  /** All nodes but texts and these links, placed in the paragraph. */
  readonly nodes: readonly Placed[];
}

function shapeOf(paragraph: Paragraph): Shape {
  const [pieces, links, nodes]: [string[], number[], Placed[]] = [[], [], []];
  const origin = paragraph.position?.start.offset ?? 0;
  const add = (it: Nodes, index = 0, siblings: readonly Nodes[] = []): void => {
    const link = numberOf(it);
    if (link !== undefined) links.push(link);
    if (link !== undefined || isOurEnd(it)) {
      if ('children' in it) it.children.forEach(add);
      return;
    }
    if (it.type === 'text') {
      pieces.push(isLost(it.value, index, siblings) ? '' : it.value);
      return;
    }
    const what = `${it.type}${'url' in it ? it.url : ''}${'name' in it ? (it.name ?? '') : ''}${'value' in it ? it.value : ''}`;
    const { start, end } = it.position ?? {};
    nodes.push({ what, start: (start?.offset ?? 0) - origin, end: (end?.offset ?? 0) - origin });
    pieces.push(`\u0001${what}\u0002`);
    if ('children' in it) it.children.forEach(add);
    pieces.push('\u0003');
  };
  paragraph.children.forEach(add);
  return { text: pieces.join(''), links, nodes };
}

/** Of a link that was put in, in whatever form. */
function numberOf(node: Nodes): number | undefined {
  const { type, url = '', identifier = '', value = '', name } = node as unknown as Partial<Record<string, string>>;
  if (type === 'link' && url.startsWith(ADDRESS)) return Number(url.slice(ADDRESS.length));
  if (type === 'linkReference' && identifier.startsWith(ADDRESS)) return Number(identifier.slice(ADDRESS.length));
  if (type === 'html' && value.startsWith(`<${TAG}`)) return Number(value.slice(TAG.length + 1, -1));
  return name?.startsWith(TAG) ? Number(name.slice(TAG.length)) : undefined;
}

const isOurEnd = (node: Nodes): boolean => node.type === 'html' && node.value.startsWith(`</${TAG}`);

/** A tag of an element that may hold something: not `<br>`, not `<Badge />`. */
const OPENING = /^<(?!(?:br|hr|img|input|wbr)\b)[a-z](?![\s\S]*\/>$)/i;

/** Vue drops a text of spaces alone that begins or ends an element: `<b>ref </b>` with a link on `ref`. */
function isLost(text: string, index: number, siblings: readonly Nodes[]): boolean {
  const isTag = (node: Nodes | undefined, tag: RegExp): boolean => node?.type === 'html' && tag.test(node.value);
  return /^\s+$/.test(text) && (isTag(siblings[index - 1], OPENING) || isTag(siblings[index + 1], /^<\//));
}
