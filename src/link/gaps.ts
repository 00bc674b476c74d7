/** Lists the names on a page that no entry had on its date, with the period that is not accounted for. */
import type { DatedName, Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { joinWords, type Saying, say } from '@tsuzuri/core/wording';
import type { PhrasingContent, Root } from 'mdast';
import { dayBeside } from './dated-names.ts';
import type { Dialect } from './dialects.ts';
import { inlineChildren, inlineText, placeNodes, proseBlocks, textOf } from './inline-text.ts';
import { pageReader } from './local-names.ts';
import type { Gap, Matcher } from './matcher.ts';

/** A name that stands on a page, and that no entry had on its date. */
export interface NameGap {
  readonly form: string;
  /** As the page has it, with what stands before it in its block. */
  readonly words: string;
  readonly before: string;
  /** The line on which it begins, where the tree has the places of its source. */
  readonly line: number | undefined;
  /** The entries that had it before and after, nearest to the date. */
  readonly earlier: Neighbour | undefined;
  readonly later: Neighbour | undefined;
  /** What a card would say of the name that is missing: from the day after the earlier period to the day before the later one. */
  readonly missing: DatedName;
}

interface Neighbour {
  readonly term: Term;
  readonly name: DatedName;
}

/** What a page is read with. */
interface Reading {
  readonly match: Matcher;
  /** ISO day of the page: without one there is no gap. */
  readonly date: string;
  readonly dialect?: Dialect | undefined;
}

/** The names on a page that no entry had on its date, in order. */
export function gapsIn(tree: Root, reading: Reading): NameGap[] {
  const { date } = reading;
  const found: NameGap[] = [];
  let gaps: Gap[] = [];
  const read = pageReader({ ...reading, onGap: gap => void gaps.push(gap) });
  for (const block of proseBlocks(tree)) {
    const inline = inlineText(block.children);
    read(block, inline);
    const { text } = inline;
    const all = gaps.map(gap => gapOf(gap, { text, date, line: lineAt(block.children, gap.start) }));
    // Where its periods overlap no time is missing; that is told of the card.
    found.push(...all.filter(({ earlier, later }) => earlier ?? later));
    gaps = [];
  }
  return found;
}

/** The line of an offset in the text of nodes, the first of which begins at `from`. */
function lineAt(nodes: readonly PhrasingContent[], at: number, from = 0): number | undefined {
  const placed = placeNodes(nodes, from).find(({ end }) => at < end);
  if (!placed) return undefined;
  const { node, start } = placed;
  const inner = inlineChildren(node);
  if (inner) return lineAt(inner, at, start);
  const lines =
    textOf(node)
      .slice(0, at - start)
      .split('\n').length - 1;
  return node.position && node.position.start.line + lines;
}

interface Where {
  readonly text: string;
  readonly date: string;
  readonly line: number | undefined;
}

function gapOf({ start, end, form, terms }: Gap, { text, date, line }: Where): NameGap {
  const all = terms.flatMap(term => term.names.filter(({ name }) => name === form).map(name => ({ term, name })));
  const earlier = all
    .filter(({ name: { until } }) => until !== undefined && until < date)
    .toSorted((a, b) => ((a.name.until ?? '') < (b.name.until ?? '') ? 1 : -1))[0];
  const later = all
    .filter(({ name: { from } }) => from !== undefined && date < from)
    .toSorted((a, b) => ((a.name.from ?? '') < (b.name.from ?? '') ? -1 : 1))[0];
  const missing = {
    name: form,
    ...optional('from', earlier?.name.until && dayBeside(earlier.name.until, 1)),
    ...optional('until', later?.name.from && dayBeside(later.name.from, -1)),
  };
  return { form, words: text.slice(start, end), before: text.slice(0, start), line, earlier, later, missing };
}

/** Says which entries are near, and the line that the card of one of them lacks. */
export function sayGap({ form, earlier, later, missing }: NameGap, date: string): Saying {
  const cards = [earlier, later]
    .filter(it => it !== undefined)
    .map(({ term, name }) => {
      const line = term.card.line('names', term.names.indexOf(name));
      return say('check.nearCard', { term: term.term, period: periodOf(name), file: term.file, line });
    });
  return say('check.noNameThen', { name: form, date, cards: joinWords(cards), line: written(missing) });
}

const periodOf = ({ from = '', until = '' }: DatedName): string => `${from} – ${until}`;

/** `- {name: 水道計画, from: 2015-09-04, until: 2018-07-26}` */
const written = ({ name, from, until }: DatedName): string =>
  `- {${[`name: ${name}`, from && `from: ${from}`, until && `until: ${until}`].filter(Boolean).join(', ')}}`;
