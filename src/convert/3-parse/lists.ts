/** Puts items into lists, nested as their indents and numbers say. */
import type { Item, List } from '@tsuzuri/core/minutes';
import { type Builder, container, openSpeech, textRun } from './builder.ts';
import { contentOf } from './headings.ts';
import type { Shape } from './lines.ts';

/** The last word of a list, printed as an entry of its own: `- 等` */
const ETCETERA = /^(?:など?|等)$/u;
/** A list mark, a number beside its neighbours, or an entry of a series. */
export function isEntry(builder: Builder, index: number): boolean {
  const shape = builder.shapes[index] as Shape;
  if (shape.kind === 'item') return !ETCETERA.test(contentOf(shape));
  if (builder.series.has(index)) return true;
  if (shape.kind === 'pair') return isSiblingPair(builder, index);
  return shape.kind === 'numbered' && !contentOf(shape).includes('。') && hasNumberedNeighbour(builder, index);
}

/** One number makes no list. */
function hasNumberedNeighbour({ shapes }: Builder, index: number): boolean {
  const follows = (first: Shape | undefined, second: Shape | undefined): boolean =>
    first?.numbering !== undefined &&
    first.numbering.style === second?.numbering?.style &&
    second.line.gap === 0 &&
    (second.numbering.style === 'mark' || second.numbering.value === first.numbering.value + 1);
  return follows(shapes[index - 1], shapes[index]) || follows(shapes[index], shapes[index + 1]);
}

/** `報告2：…` between `○報告1：…` and `○議題：…`: its mark was lost. */
function isSiblingPair(builder: Builder, index: number): boolean {
  const label = (shape: Shape | undefined): string | undefined =>
    /^(\p{L}+)[0-9０-９]*[：:]/u.exec(shape ? contentOfItem(shape) : '')?.[1];
  const own = label(builder.shapes[index]);
  const previous = builder.shapes[index - 1];
  return own !== undefined && previous?.kind === 'item' && label(previous) === own;
}

const contentOfItem = (shape: Shape): string => (shape.kind === 'item' ? contentOf(shape) : shape.line.text);

export function buildItem(builder: Builder, index: number): void {
  const shape = builder.shapes[index] as Shape;
  const labelled = builder.speech?.label !== undefined;
  // Where speakers are named again and again, what stands in a list was said by nobody.
  const isAnonymous = !labelled && !builder.namesSpeakers;
  if (shape.kind === 'item' && builder.genre === 'minutes' && isAnonymous && /。$/u.test(shape.line.text)) {
    openSpeech(builder, {
      type: 'speech',
      form: 'item',
      children: [{ type: 'paragraph', words: textRun(shape, shape.contentStart) }],
    });
    return;
  }
  const ordered = shape.numbering?.style === 'digit';
  // Markdown knows 1. 2. 3. alone: (1), ①, ア stay in the text.
  const keepsMark = shape.kind === 'pair' || builder.series.has(index) || (shape.kind === 'numbered' && !ordered);
  const words = textRun(shape, keepsMark ? 0 : shape.contentStart);
  if (!labelled) builder.speech = undefined;
  const list = listFor(builder, shape, ordered);
  list.children.push({ type: 'item', children: [{ type: 'paragraph', words }] });
}

/**
 * Finds or opens the list that an item belongs to: deeper indents, or numbers under a bullet, open a list inside the item;
 * another mark behind a blank line opens a list of its own.
 */
function listFor(builder: Builder, shape: Shape, ordered: boolean): List {
  const { lists } = builder;
  const top = lists.at(-1);
  if (ordered && top?.list.ordered && top.list.children.length + top.list.first === shape.numbering?.value)
    return top.list;
  if (shape.kind === 'pair' && top && !builder.series.size) return top.list;
  const nested = ordered && top !== undefined && !top.list.ordered && shape.line.gap === 0;
  const indent = nested ? top.indent + 0.5 : shape.kind === 'item' ? shape.line.indent : -1;
  const mark = shape.kind === 'item' ? shape.line.text.slice(0, shape.contentStart).trim() : shape.kind;
  while (lists.length > 0 && (lists.at(-1) as { indent: number }).indent > indent) lists.pop();
  if (shape.line.gap > 0 && lists.at(-1)?.indent === indent && lists.at(-1)?.mark !== mark && indent >= 0) lists.pop();
  const open = lists.at(-1);
  if (open && open.indent === indent && open.list.ordered === ordered) return open.list;
  const list: List = { type: 'list', ordered, first: shape.numbering?.value ?? 1, children: [] };
  const parent = open && open.indent < indent ? (open.list.children.at(-1) as Item).children : container(builder);
  parent.push(list);
  lists.push({ indent, mark, list });
  return list;
}
