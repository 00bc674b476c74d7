/** Compares what two books correct in the scans, what they leave to a person. */
import type { Use } from '../../7-print/rule-pages.ts';
import type { Book } from '../../bind.ts';
import { usesIn } from '../../uses.ts';
import { type Changed, changed } from './lists.ts';
import type { Following } from './places.ts';

/** A correction or a doubt, by the names that its page and its rule have today. */
export type Mark = Omit<Use, 'page' | 'why'> & { readonly page: string };

export interface LedgerChanges {
  readonly edits: Changed<Mark>;
  readonly doubts: readonly Mark[];
  /** Doubts whose place is corrected now. */
  readonly resolved: readonly Mark[];
  /** Doubts that nobody has any longer. */
  readonly dropped: readonly Mark[];
}

export function compareLedgers(before: Book, after: Book, follow: Following): LedgerChanges {
  const isCompared = ({ page, rule }: Mark) => follow.isSameScan(page) && !follow.isUnread(`rules/${rule}`);
  const old = marksOf(before, follow.now).filter(isCompared);
  const now = marksOf(after, name => name).filter(isCompared);
  const compare = (doubt: boolean) => changed(old.filter(isOf(doubt)), now.filter(isOf(doubt)), keyOf);
  const edits = compare(false);
  const doubts = compare(true);
  const isResolved = (mark: Mark) => edits.gained.some(edit => covers(edit, mark));
  return {
    edits,
    doubts: doubts.gained,
    resolved: doubts.lost.filter(isResolved),
    dropped: doubts.lost.filter(mark => !isResolved(mark)),
  };
}

const marksOf = (book: Book, now: Following['now']): Mark[] =>
  book.pages.flatMap(page => {
    const converted = book.converted.get(page.path.replace('minutes/', ''));
    if (!converted) return [];
    return usesIn(page, converted).map(({ page: _, why, rule, ...use }) => ({
      ...use,
      page: now(page.path),
      rule: now(`rules/${rule}`).replace('rules/', ''),
    }));
  });

const isOf = (doubt: boolean) => (mark: Mark) => mark.doubt === doubt;

const keyOf = ({ page, at, del, ins, rule }: Mark): string => JSON.stringify([page, at, del, ins, rule]);

/** Whether a correction touches the place of a doubt. */
const covers = (edit: Mark, { page, at, del }: Mark): boolean =>
  edit.page === page && edit.at <= at + del.length && at <= edit.at + edit.del.length;
