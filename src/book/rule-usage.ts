/** Finds where each rule was applied, and where it left a doubt. */

import type { Converted } from '@tsuzuri/convert/pipeline';
import type { Page } from '@tsuzuri/core/book';
import { groupBy, optional } from '@tsuzuri/core/collections';
import { blockId } from '@tsuzuri/core/markdown';
import { type Edit, scanOffset } from '@tsuzuri/core/trace';
import { nameOfMinutes } from '@tsuzuri/core/urls';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/** One use of a rule, with some characters of the scan on either side. */
export interface Use extends Pick<Edit, 'at' | 'del' | 'ins' | 'rule' | 'why'> {
  readonly page: Page;
  /** Nearest anchor before it, absent before the first one. */
  readonly anchor?: string;
  /** Left to a person. */
  readonly doubt: boolean;
  readonly before: string;
  readonly behind: string;
}

/** By id of the rule, in order of the documents. */
export function usesOf(minutes: readonly Page[], converted: ReadonlyMap<string, Converted>): Map<string, Use[]> {
  const uses = minutes.flatMap(page => {
    const source = converted.get(nameOfMinutes(page.path));
    return source ? usesIn(page, source) : [];
  });
  return groupBy(uses, use => use.rule);
}

/** Of one page, in order of the kind; offsets are those of the scan. */
export function usesIn(page: Page, source: Converted): Use[] {
  const { scan } = source.minutes.trace;
  const anchorAt = anchorsOf(source);
  const around = (from: number, to: number) => scan.slice(Math.max(0, from), to).replace(/\s+/g, ' ');
  const use = (change: Pick<Edit, 'at' | 'del' | 'ins' | 'rule' | 'why'>, doubt: boolean): Use => ({
    page,
    ...optional('anchor', anchorAt(change.at)),
    ...change,
    doubt,
    before: around(change.at - 14, change.at),
    behind: around(change.at + change.del.length, change.at + change.del.length + 14),
  });
  const doubted = source.ledger.doubts.map(({ at, length, suggestion, rule, why }) =>
    use({ at, del: scan.slice(at, at + length), ins: suggestion, rule, why }, true),
  );
  return [...source.ledger.edits.map(edit => use(edit, false)), ...doubted];
}

/** The nearest anchor at or before a place in the scan. */
function anchorsOf({ minutes, tree }: Converted): (at: number) => string | undefined {
  const inScan = scanOffset(minutes.trace, 'before');
  const placed: { id: string; at: number }[] = [];
  visit(tree, node => {
    const id = blockId(node);
    const start = id === undefined ? undefined : startOf(node);
    if (id !== undefined && start !== undefined) placed.push({ id, at: inScan(start) });
  });
  return at => placed.findLast(anchor => anchor.at <= at)?.id;
}

/** Where the words of a block begin in the clean text. */
function startOf(block: Nodes): number | undefined {
  let start: number | undefined;
  visit(block, 'text', ({ data }) => {
    start ??= data?.start;
  });
  return start;
}
