/** Compares two books: their pages, mentions, corrections, doubts and errors. */

import type { Book } from '@tsuzuri/book/build-book';
import { type Use, usesIn } from '@tsuzuri/book/rule-usage';
import type { Mention, Page } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';
import { idOfRule, idOfTerm, minutesPath, nameOfMinutes, rulePath, termPath } from '@tsuzuri/core/urls';
import type { VFileMessage } from 'vfile-message';

export interface Comparison {
  readonly before: Book;
  readonly after: Book;
  /** What the earlier book is called: `main`. */
  readonly revision: string;
  /** Whole address of the published site, if the configuration says it. */
  readonly site?: string;
}

export interface Difference extends Comparison {
  readonly pages: PageChanges;
  readonly mentions: MentionChanges;
  readonly ledgers: LedgerChanges;
  readonly errors: Changed<VFileMessage>;
  /** What a page of either book is called, by its path. */
  readonly titleOf: (path: string) => string;
}

export function compareBooks(comparison: Comparison): Difference {
  const { before, after } = comparison;
  const pages = comparePages(before, after);
  const follow = followPages(before, after, pages);
  const titles = new Map([...before.pages, ...after.pages].map(({ path, title }) => [path, title]));
  return {
    ...comparison,
    pages,
    mentions: compareMentions(before, after, follow),
    ledgers: compareLedgers(before, after, follow),
    errors: compareErrors(before, after),
    titleOf: path => titles.get(path) ?? path,
  };
}

export interface Moved {
  readonly from: Page;
  readonly to: Page;
}

interface PageChanges {
  readonly added: readonly Page[];
  readonly removed: readonly Page[];
  readonly moved: readonly Moved[];
  /** Entries, rules and texts that say something else than before. */
  readonly rewritten: readonly Page[];
  /** Documents whose scan is another file than before, though no one may edit it. */
  readonly rescanned: readonly Page[];
  /** Paths of pages that one of the books could not read: they are left out. */
  readonly unread: ReadonlySet<string>;
}

function comparePages(before: Book, after: Book): PageChanges {
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
  const faulty = new Set(book.errors.map(({ file }) => file));
  return lacking(book, other)
    .filter(({ source }) => faulty.has(source))
    .map(({ path }) => path);
}

/** A page with another address is the same if it has the same title, a document if it is of the same scan. */
const identity = (page: Page): string => [page.kind, page.kind === 'minutes' ? scanOf(page) : page.title].join('\n');

const scanOf = ({ matter }: Page): string => (matter.scan as { readonly sha256: string }).sha256;

function rewritten(before: Book, after: Book): Page[] {
  const said = ({ cards }: Book) =>
    new Map(cards.map(({ card: { file, data, body } }) => [file, JSON.stringify([data, body])]));
  const [old, now] = [said(before), said(after)];
  return after.pages.filter(({ source }) => old.has(source) && now.has(source) && old.get(source) !== now.get(source));
}

function rescanned(before: Book, after: Book): Page[] {
  const scans = new Map(before.pages.filter(isDocument).map(page => [page.path, scanOf(page)]));
  return after.pages.filter(page => isDocument(page) && scans.has(page.path) && scans.get(page.path) !== scanOf(page));
}

export const isDocument = ({ kind }: Page): boolean => kind === 'minutes';

/** Finds what the earlier book had in the later one. */
interface Following {
  /** Where a page of the earlier book stands now. */
  readonly now: (path: string) => string;
  /** Whether a document, by its path of today, stands in both books. */
  readonly isShared: (path: string) => boolean;
  /** Whether its places in the scan are those of the earlier book. */
  readonly isSameScan: (path: string) => boolean;
  /** Whether other characters of it were corrected. */
  readonly isMended: (path: string) => boolean;
  /** Whether one of the books could not read what this page is made of. */
  readonly isUnread: (path: string) => boolean;
}

function followPages(before: Book, after: Book, { moved, unread }: PageChanges): Following {
  const paths = new Map(moved.map(({ from, to }) => [from.path, to.path]));
  const now = (path: string): string => paths.get(path) ?? path;
  const old = ledgers(before, now);
  const later = ledgers(after, path => path);
  return {
    now,
    isShared: path => old.has(path) && later.has(path),
    isSameScan: path => old.has(path) && old.get(path)?.scan.sha256 === later.get(path)?.scan.sha256,
    isMended: path => old.get(path)?.clean !== later.get(path)?.clean,
    isUnread: path => unread.has(path),
  };
}

const ledgers = ({ converted }: Book, now: Following['now']) =>
  new Map([...converted].map(([name, { ledger }]) => [now(minutesPath(name)), ledger] as const));

/** A mention that was of one entry is now of another. */
export interface Taken {
  readonly from: Mention;
  readonly by: Mention;
}

interface MentionChanges extends Changed<Mention> {
  readonly taken: readonly Taken[];
}

function compareMentions(before: Book, after: Book, follow: Following): MentionChanges {
  const old = mentionsOf(before)
    .map(mention => followed(mention, follow))
    .filter(mention => isCompared(mention, follow));
  const now = mentionsOf(after).filter(mention => isCompared(mention, follow));
  const gained = without(now, old, bySentence);
  const lost = without(old, now, bySentence);
  const mended = byPlace(follow);
  const changes = { gained: without(gained, lost, mended), lost: without(lost, gained, mended) };
  return { ...changes, taken: takenOf(changes) };
}

const mentionsOf = ({ mentions }: Book): Mention[] => [...mentions.values()].flat();

const followed = (mention: Mention, { now }: Following): Mention => ({
  ...mention,
  page: now(mention.page),
  entry: idOfTerm(now(termPath(mention.entry))),
});

/** A document that was added or removed is reported as a whole. */
const isCompared = ({ page, entry }: Mention, { isShared, isUnread }: Following): boolean =>
  isShared(page) && !isUnread(termPath(entry));

/** An anchor that moved is no change. */
const bySentence = ({ page, entry, text, sentence }: Mention): string => JSON.stringify([page, entry, text, sentence]);

/** Nor is a sentence in which other characters were corrected. */
const byPlace =
  ({ isMended }: Following) =>
  (mention: Mention): string =>
    isMended(mention.page)
      ? JSON.stringify([mention.page, mention.entry, mention.text, mention.anchor])
      : bySentence(mention);

function takenOf({ gained, lost }: Changed<Mention>): Taken[] {
  const sentenceOf = ({ page, sentence }: Mention) => JSON.stringify([page, sentence]);
  const beside = groupBy(gained, sentenceOf);
  return lost.flatMap(from => {
    const by = beside.get(sentenceOf(from))?.find(other => other.entry !== from.entry && overlap(from, other));
    return by ? [{ from, by }] : [];
  });
}

/** Whether two names can share characters of their sentence. */
function overlap(one: Mention, other: Mention): boolean {
  const ends = (at: number, { text }: Mention) => at + text.length;
  return startsOf(one).some(start =>
    startsOf(other).some(begin => start < ends(begin, other) && begin < ends(start, one)),
  );
}

/** Another Latin letter beside it makes a name part of a longer word: there is no `IT` in `NITE`. */
const LATIN = /[\p{sc=Latin}]/u;

/** Where the words of a mention stand in its sentence. */
export function startsOf({ text, sentence }: Mention): number[] {
  const starts: number[] = [];
  for (let at = sentence.indexOf(text); at >= 0 && text !== ''; at = sentence.indexOf(text, at + 1)) starts.push(at);
  return starts.filter(at => {
    const [before, behind] = [sentence.charAt(at - 1), sentence.charAt(at + text.length)];
    return (
      !(LATIN.test(text.charAt(0)) && LATIN.test(before)) && !(LATIN.test(text.at(-1) ?? '') && LATIN.test(behind))
    );
  });
}

/** A correction or a doubt, by the names that its page and its rule have today. */
export type Mark = Omit<Use, 'page' | 'why'> & { readonly page: string };

interface LedgerChanges {
  readonly edits: Changed<Mark>;
  readonly doubts: readonly Mark[];
  /** Doubts whose place is corrected now. */
  readonly resolved: readonly Mark[];
  /** Doubts that are no longer there. */
  readonly dropped: readonly Mark[];
}

function compareLedgers(before: Book, after: Book, follow: Following): LedgerChanges {
  const isCompared = ({ page, rule }: Mark) => follow.isSameScan(page) && !follow.isUnread(rulePath(rule));
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
    const converted = isDocument(page) ? book.converted.get(nameOfMinutes(page.path)) : undefined;
    if (!converted) return [];
    return usesIn(page, converted).map(({ page: _, why, rule, ...use }) => ({
      ...use,
      page: now(page.path),
      rule: idOfRule(now(rulePath(rule))),
    }));
  });

const isOf = (doubt: boolean) => (mark: Mark) => mark.doubt === doubt;

const keyOf = ({ page, at, del, ins, rule }: Mark): string => JSON.stringify([page, at, del, ins, rule]);

/** Whether a correction touches the place of a doubt. */
const covers = (edit: Mark, { page, at, del }: Mark): boolean =>
  edit.page === page && edit.at <= at + del.length && at <= edit.at + edit.del.length;

/** An error on another line is the same error. */
const compareErrors = (before: Book, after: Book): Changed<VFileMessage> =>
  changed(before.errors, after.errors, ({ file, reason }) => [file, reason].join('\n'));

/** Differences of two lists in which the same thing may stand more than once. */
interface Changed<T> {
  readonly gained: readonly T[];
  readonly lost: readonly T[];
}

/** What is left of `items` when each of `others` takes one away that has the same key. */
function without<T>(items: readonly T[], others: readonly T[], key: (item: T) => string): T[] {
  const taken = new Map<string, number>();
  for (const other of others) taken.set(key(other), (taken.get(key(other)) ?? 0) + 1);
  return items.filter(item => {
    const times = taken.get(key(item)) ?? 0;
    taken.set(key(item), times - 1);
    return times <= 0;
  });
}

const changed = <T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Changed<T> => ({
  gained: without(after, before, key),
  lost: without(before, after, key),
});
