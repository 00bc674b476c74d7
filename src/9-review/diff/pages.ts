/** Compares which pages two books have. */
import type { Book } from '../../bind.ts';
import type { Page } from '../../book.ts';

export interface Moved {
  readonly from: Page;
  readonly to: Page;
}

export interface PageChanges {
  readonly added: readonly Page[];
  readonly removed: readonly Page[];
  readonly moved: readonly Moved[];
  /** Entries, rules and texts that say something else than before. */
  readonly rewritten: readonly Page[];
  /** Documents whose scan is another file than before, though nobody may edit it. */
  readonly rescanned: readonly Page[];
  /** Paths of pages that one of the books could not read: nothing is said of them. */
  readonly unread: ReadonlySet<string>;
}

export function comparePages(before: Book, after: Book): PageChanges {
  const unread = new Set([...unreadIn(after, before), ...unreadIn(before, after)]);
  const gone = lacking(after, before).filter(({ path }) => !unread.has(path));
  const come = lacking(before, after).filter(({ path }) => !unread.has(path));
  const moved = gone.flatMap(from => {
    const to = come.find(page => identity(page) === identity(from));
    return to ? [{ from, to }] : [];
  });
  return {
    added: come.filter(page => !moved.some(({ to }) => to === page)),
    removed: gone.filter(page => !moved.some(({ from }) => from === page)),
    moved,
    rewritten: rewritten(before, after),
    rescanned: rescanned(before, after),
    unread,
  };
}

/** Pages of the other book that this one has not. */
function lacking(book: Book, other: Book): Page[] {
  const paths = new Set(book.pages.map(({ path }) => path));
  return other.pages.filter(({ path }) => !paths.has(path));
}

/** Paths of pages that are lacking because their file could not be read. */
function unreadIn(book: Book, other: Book): string[] {
  const faulty = new Set(book.faults.map(({ file }) => file));
  return lacking(book, other)
    .filter(({ source }) => faulty.has(source))
    .map(({ path }) => path);
}

/** A page with another address is the same if it has the same title, a document if it is of the same scan. */
const identity = (page: Page): string => [page.kind, page.kind === 'minutes' ? scanOf(page) : page.title].join('\n');

const scanOf = ({ matter }: Page): string => (matter.scan as { readonly sha256: string }).sha256;

function rewritten(before: Book, after: Book): Page[] {
  const said = ({ written }: Book) =>
    new Map(written.map(({ card: { file, data, body } }) => [file, JSON.stringify([data, body])]));
  const [old, now] = [said(before), said(after)];
  return after.pages.filter(({ source }) => old.has(source) && now.has(source) && old.get(source) !== now.get(source));
}

function rescanned(before: Book, after: Book): Page[] {
  const scans = new Map(before.pages.filter(isDocument).map(page => [page.path, scanOf(page)]));
  return after.pages.filter(page => isDocument(page) && scans.has(page.path) && scans.get(page.path) !== scanOf(page));
}

export const isDocument = ({ kind }: Page): boolean => kind === 'minutes';
