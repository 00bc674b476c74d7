/** Compares two books in all that a reviewer is told of. */
import type { VFileMessage } from 'vfile-message';
import type { Book } from '../../bind.ts';
import { compareFaults } from './faults.ts';
import { compareLedgers, type LedgerChanges } from './ledgers.ts';
import type { Changed } from './lists.ts';
import { compareMentions, type MentionChanges } from './mentions.ts';
import { comparePages, type PageChanges } from './pages.ts';
import { following } from './places.ts';

export interface Comparison {
  readonly before: Book;
  readonly after: Book;
  /** What the earlier book is called: `main`. */
  readonly revision: string;
  /** Whole address of the published site, if somebody has told it. */
  readonly site?: string;
}

export interface Difference extends Comparison {
  readonly pages: PageChanges;
  readonly mentions: MentionChanges;
  readonly ledgers: LedgerChanges;
  readonly faults: Changed<VFileMessage>;
  /** What a page of either book is called, by its path. */
  readonly titleOf: (path: string) => string;
}

export function compareBooks(comparison: Comparison): Difference {
  const { before, after } = comparison;
  const pages = comparePages(before, after);
  const follow = following(before, after, pages);
  const titles = new Map([...before.pages, ...after.pages].map(({ path, title }) => [path, title]));
  return {
    ...comparison,
    pages,
    mentions: compareMentions(before, after, follow),
    ledgers: compareLedgers(before, after, follow),
    faults: compareFaults(before, after),
    titleOf: path => titles.get(path) ?? path,
  };
}
