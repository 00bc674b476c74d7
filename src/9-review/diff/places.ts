/** Finds the places of an earlier book again in a later one. */
import type { Book } from '../../bind.ts';
import type { PageChanges } from './pages.ts';

export interface Following {
  /** Where a page of the earlier book stands now. */
  readonly now: (path: string) => string;
  /** Whether a document, by its path of today, stands in both books. */
  readonly isShared: (path: string) => boolean;
  /** Whether its places in the scan are those of the earlier book. */
  readonly isSameScan: (path: string) => boolean;
  /** Whether other letters of it were corrected. */
  readonly isMended: (path: string) => boolean;
  /** Whether one of the books could not read what this page is made of. */
  readonly isUnread: (path: string) => boolean;
}

export function following(before: Book, after: Book, { moved, unread }: PageChanges): Following {
  const paths = new Map(moved.map(({ from, to }) => [from.path, to.path]));
  const now = (path: string): string => paths.get(path) ?? path;
  const old = ledgers(before, now);
  const young = ledgers(after, path => path);
  return {
    now,
    isShared: path => old.has(path) && young.has(path),
    isSameScan: path => old.has(path) && old.get(path)?.scan.sha256 === young.get(path)?.scan.sha256,
    isMended: path => old.get(path)?.clean !== young.get(path)?.clean,
    isUnread: path => unread.has(path),
  };
}

const ledgers = ({ converted }: Book, now: Following['now']) =>
  new Map([...converted].map(([name, { ledger }]) => [now(`minutes/${name}`), ledger] as const));
