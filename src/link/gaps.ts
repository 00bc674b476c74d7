/** Lists the names on a page that no entry had on its date, with the period that is not accounted for. */
import type { DatedName, Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import type { Root } from 'mdast';
import { dayBeside } from './dated-names.ts';
import { inlineText, proseBlocks } from './inline-text.ts';
import { pageReader } from './local-names.ts';
import type { Gap, Matcher } from './matcher.ts';

/** A name that stands on a page, and that no entry had on its date. */
export interface NameGap {
  readonly form: string;
  /** As the page has it, with what stands before it in its block. */
  readonly words: string;
  readonly before: string;
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

/** @param date ISO day of the page: without one there is no gap */
export function gapsIn(tree: Root, { match, date }: { match: Matcher; date: string }): NameGap[] {
  const found: NameGap[] = [];
  let text = '';
  const onGap = (gap: Gap): void => void found.push(gapOf(gap, text, date));
  const read = pageReader({ match, date, onGap });
  for (const block of proseBlocks(tree)) {
    const inline = inlineText(block.children);
    text = inline.text;
    read(block, inline);
  }
  return found;
}

function gapOf({ start, end, form, terms }: Gap, text: string, date: string): NameGap {
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
  return { form, words: text.slice(start, end), before: text.slice(0, start), earlier, later, missing };
}
