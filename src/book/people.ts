/** Gathers who sat and who spoke in which meeting, as far as the scans say it. */

import type { SpeechEntry } from '@tsuzuri/convert/5-to-mdast';
import { spokenIn } from '@tsuzuri/core/anchors';
import type { Page } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';
import { byDate, compare, isReplaced, text } from '@tsuzuri/core/front-matter';
import { blockId } from '@tsuzuri/core/markdown';
import type { Attendee } from '@tsuzuri/core/minutes';
import { bodyPath, personPath } from '@tsuzuri/core/urls';
import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A speech whose speaker the page names in full. */
export interface Speech {
  readonly id: string;
  readonly name: string;
  /** As printed: 村井本部員. */
  readonly label: string;
  /** Words of the heading above: (2) 討議. */
  readonly section: string | undefined;
  /** Its first sentence, or as much of it as fits a line or two. */
  readonly opening: string;
}

/** What one page says of people. */
export interface Account {
  readonly page: Page;
  readonly attendees: readonly Attendee[];
  readonly speeches: readonly Speech[];
  /** How many speeches and opinions the page has, with those of no named person. */
  readonly spoken: number;
}

/** One person on one page. */
export interface Sitting {
  readonly account: Account;
  /** Their lines of the attendance list. */
  readonly seats: readonly Attendee[];
  readonly speeches: readonly Speech[];
}

export interface Person {
  readonly path: string;
  readonly name: string;
  /** In order of date. */
  readonly sittings: readonly Sitting[];
}

/** A post, as documents write it beside the name, and those that do; in order of date. */
export interface Post {
  /** 委員、弁護士 */
  readonly role: string;
  readonly accounts: readonly Account[];
}

/** The accounts of all pages in order of date. */
export const accountsOf = (minutes: readonly Page[]): Account[] => minutes.toSorted(byDate).map(accountOf);

function accountOf(page: Page): Account {
  return {
    page,
    attendees: (page.matter.attendees ?? []) as readonly Attendee[],
    speeches: speechesOf(page),
    spoken: spokenIn(page),
  };
}

function speechesOf(page: Page): Speech[] {
  const entries = new Map(((page.matter.speeches ?? []) as readonly SpeechEntry[]).map(entry => [entry.id, entry]));
  const { children } = page.tree;
  return children.flatMap((node, index) => {
    const id = node.type === 'heading' ? (blockId(node) ?? '') : '';
    const { name, label = '' } = entries.get(id) ?? {};
    if (name === undefined) return [];
    return [{ id, name, label, section: sectionAbove(children, index), opening: opening(children[index + 1]) }];
  });
}

/** The heading that a heading stands under. */
function sectionAbove(children: readonly RootContent[], index: number): string | undefined {
  const { depth } = children[index] as Heading;
  const above = children
    .slice(0, index)
    .findLast((node): node is Heading => node.type === 'heading' && node.depth < depth);
  return above && above.depth > 1 ? textOf(above) : undefined;
}

/** `終わり。次も。` → `終わり。`, but `「終わり。次も。」と述べた。` is one sentence. */
const FIRST_SENTENCE = /^(?:「[^「」]*」|（[^（）]*）|[^。])*。?/u;
const MOST_CHARACTERS = 80;

function opening(block: RootContent | undefined): string {
  if (block === undefined || block.type === 'heading') return '';
  const words = textOf(block, { includeHtml: false });
  const characters = [...(FIRST_SENTENCE.exec(words.trim())?.[0] ?? '')];
  return characters.length > MOST_CHARACTERS
    ? `${characters.slice(0, MOST_CHARACTERS).join('')}…`
    : characters.join('');
}

/** Everyone named in full, those of the most meetings first, then in code order. */
export function peopleOf(accounts: readonly Account[]): Person[] {
  const people = [...groupBy(accounts.flatMap(sittingsOf), ({ path }) => path)].map(
    ([path, sittings]): Person => ({ path, name: sittings[0]?.name ?? '', sittings }),
  );
  const counts = new Map(people.map(person => [person, countMeetings(pagesOf(person))]));
  const count = (person: Person): number => counts.get(person) ?? 0;
  return people.toSorted((a, b) => count(b) - count(a) || compare(a.path, b.path));
}

/** Each post once, however its words are spaced, in the order in which documents first give it. */
export function postsOf({ sittings }: Pick<Person, 'sittings'>): Post[] {
  const held = sittings.flatMap(({ account, seats }) =>
    [...new Set(seats.map(roleOf).filter(Boolean))].map(role => ({ role, account })),
  );
  return [...groupBy(held, ({ role }) => role.replace(/\s/gu, '')).values()].map(group => ({
    role: group[0]?.role ?? '',
    accounts: [...new Set(group.map(({ account }) => account))],
  }));
}

/** 委員、弁護士 */
export const roleOf = ({ role, affiliation }: Attendee): string => [role, affiliation].filter(Boolean).join('、');

export const pagesOf = ({ sittings }: Person): Page[] => sittings.map(({ account }) => account.page);

function sittingsOf(account: Account): (Sitting & Pick<Person, 'path' | 'name'>)[] {
  const pathOf = ({ name = '' }: Attendee | Speech): string => personPath(name) ?? '';
  const seats = groupBy(
    account.attendees.filter(({ family }) => !family),
    pathOf,
  );
  const speeches = groupBy(account.speeches, pathOf);
  const paths = new Set([...seats.keys(), ...speeches.keys()].filter(Boolean));
  return [...paths].map(path => {
    const own = { seats: seats.get(path) ?? [], speeches: speeches.get(path) ?? [] };
    return { path, name: [...own.seats, ...own.speeches][0]?.name ?? '', account, ...own };
  });
}

/** Several documents of one meeting (議事要旨, 議事録) count once, and so do its editions. */
export function countMeetings(pages: readonly Page[]): number {
  return new Set(current(pages, page => page).map(meetingOf)).size;
}

/** What stands in the newest editions; where it stands in earlier ones alone, all of it. */
export function current<T>(things: readonly T[], pageOf: (thing: T) => Page | undefined): readonly T[] {
  const found = things.filter(thing => {
    const page = pageOf(thing);
    return page && !isReplaced(page);
  });
  return found.length > 0 ? found : things;
}

/** Sessions are counted again each year, so a session without any date is known by its document. */
function meetingOf({ path, matter }: Page): string {
  const [body, session, date] = [
    text(matter, 'body'),
    text(matter, 'session'),
    text(matter, 'date') ?? text(matter, 'fiscal'),
  ];
  return body && session && date ? [bodyPath(body), session, date].join(' ') : path;
}
