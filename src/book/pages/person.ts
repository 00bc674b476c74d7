/** Makes the pages of people, and the list of them all. */

import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { dateLabel, meeting, withEdition } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import type { Attendee } from '@tsuzuri/core/minutes';
import { FOLDERS, indexPath, personPath, placeAddress, urlOf } from '@tsuzuri/core/urls';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Member } from '../bodies.ts';
import {
  type Account,
  countMeetings,
  current,
  type Person,
  type Post,
  pagesOf,
  postsOf,
  roleOf,
  type Sitting,
  type Speech,
} from '../people.ts';
import { withoutSpaces } from '../readings.ts';
import { alphabeticalParts } from './alphabetical.ts';
import { heading, item, line, link, list, paragraph, sentence, text } from './mdast-builders.ts';
import { type PageKind, plainPage, type Relations } from './page.ts';

export const PERSON: PageKind = {
  kind: 'person',
  path: FOLDERS.people,
  make: ({ attendance, label, cache }) =>
    cache(
      'people',
      () => [attendance, label.language],
      () => attendance.members.map(member => personPage(member, label)),
    ),
};

export const PEOPLE_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('people'),
  make: relations => {
    const people = relations.attendance.members.map(({ person }) => person);
    return people.length > 0 ? [peopleIndex(people, relations)] : [];
  },
};

/** Small print: what a reader must know of the page. */
export const note = (words: string): RootContent => paragraph({ type: 'emphasis', children: [text(words)] });
/** Joins with 、. */
export const row = (things: readonly PhrasingContent[], label: Labels): PhrasingContent[] =>
  things.flatMap((thing, index) => (index === 0 ? [thing] : [text(label('comma')), thing]));
export const meetingLink = ({ page }: Account): PhrasingContent =>
  link(urlOf(page.path), meeting(page.matter) ?? page.title);

function personPage({ person, bodies }: Member, label: Labels): Page {
  const { path, name, sittings } = person;
  const links = bodies.map(body => link(urlOf(body.path), body.name));
  return plainPage({ path, kind: 'person', title: name, source: 'seeds' }, () => [
    heading(1, undefined, text(name)),
    note(label('pages.personNote')),
    ...(links.length > 0 ? [paragraph(text(label('pages.bodies') + label('colon')), ...row(links, label))] : []),
    ...postsPart(postsOf(person), label),
    ...sittings.flatMap((sitting, index) => sittingPart(sitting, `m${index + 1}`, label)),
  ]);
}

/** What the documents show, and no more: between two of them somebody may have held another post, or none. */
function postsPart(posts: readonly Post[], label: Labels): RootContent[] {
  if (posts.length === 0) return [];
  return [
    paragraph(text(label('pages.posts') + label('colon'))),
    list(posts.map(post => item(line(...postLine(post, label))))),
  ];
}

/** The others stand below, each with its post. */
const MOST_DOCUMENTS = 5;

/** 内閣官房長官（2012年11月1日〜2014年2月3日の文書）：情報セキュリティ政策会議 第31回 議事要旨、… */
function postLine({ role, accounts: all }: Post, label: Labels): PhrasingContent[] {
  const accounts = current(all, ({ page }) => page);
  const shown = accounts.slice(0, MOST_DOCUMENTS);
  const rest = accounts.length - shown.length;
  return [
    text(role + label('bracketed', { words: datesOf(accounts, label) }) + label('colon')),
    ...row(shown.map(meetingLink), label),
    ...(rest > 0 ? [text(label('comma') + label('pages.andMore', { count: rest }))] : []),
  ];
}

/** The first date and the last one; documents without a date say none. */
function datesOf(accounts: readonly Account[], label: Labels): string {
  const dates = accounts.map(({ page }) => dateLabel(page, label)).filter(date => date !== label('noDate'));
  const [from, until] = [dates[0], dates.at(-1)];
  if (!from || !until) return label('pages.inUndated');
  return label('pages.inDocuments', { dates: from === until ? from : label('span', { from, until }) });
}

function sittingPart({ account, seats, speeches }: Sitting, id: string, label: Labels): RootContent[] {
  const shown = speeches.slice(0, MOST_SPEECHES).map(speech => item(line(...speechLine(account, speech, label))));
  const rest = speeches.length - shown.length;
  const when = withEdition(dateLabel(account.page, label), account.page, label);
  return [
    heading(2, id, text(`${when} `), meetingLink(account)),
    ...seats.map(seat => paragraph(...seatLine(seat, account, label))),
    ...(shown.length > 0 ? [list(shown)] : unnamed(account, label)),
    ...(rest > 0 ? [paragraph(text(label('pages.andMore', { count: rest })))] : []),
  ];
}

/** A chairperson speaks hundreds of times; the minutes have it all. */
const MOST_SPEECHES = 20;

function speechLine({ page }: Account, speech: Speech, label: Labels): PhrasingContent[] {
  const { id, section, opening } = speech;
  const place = link(placeAddress({ page: page.path, anchor: id }), section ?? speech.label);
  return opening === '' ? [place] : [place, text(label('colon') + opening)];
}

/** 総務大臣（代理出席：藤末 健三） */
function seatLine(seat: Attendee, account: Account, label: Labels): PhrasingContent[] {
  const stand = account.attendees.filter(({ proxyFor }) => proxyFor !== undefined && proxyFor === seat.name);
  // Who sent somebody and is not listed as present has no page.
  const isListed = (name: string): boolean => account.attendees.some(other => other.name === name && !other.family);
  const naming = (key: 'pages.proxyFor' | 'pages.represented', name: string): PhrasingContent[] =>
    sentence(label(key, { person: '{person}' }), { person: [isListed(name) ? personLink(name) : text(name)] });
  const remarks = [
    ...(seat.group !== undefined && seat.group !== seat.role ? [[text(seat.group)]] : []),
    ...(seat.proxyFor !== undefined ? [naming('pages.proxyFor', seat.proxyFor)] : seat.note ? [[text(seat.note)]] : []),
    ...stand.map(({ name = '' }) => naming('pages.represented', name)),
  ];
  const words = remarks.flatMap((remark, index) => (index === 0 ? remark : [text(label('comma')), ...remark]));
  const bracket = words.length > 0 ? sentence(label('bracketed', { words: '{words}' }), { words }) : [];
  return [text(roleOf(seat) || label('pages.noRole')), ...bracket];
}

const personLink = (name: string): PhrasingContent => {
  const path = personPath(name);
  return path === undefined ? text(name) : link(urlOf(path), name);
};

/** Opinions without a name stay so: no one is named as their speaker by a guess. */
function unnamed({ spoken, speeches }: Account, label: Labels): RootContent[] {
  const open = spoken - speeches.length;
  if (open <= 0) return [];
  const words =
    speeches.length > 0
      ? label('pages.unnamedSome', { count: spoken, open })
      : label('pages.unnamedAll', { count: spoken });
  return [paragraph(text(words))];
}

function peopleIndex(people: readonly Person[], { readings, kana, label }: Relations): Page {
  const title = label('pages.people');
  const named = people.map(person => ({ ...person, ...headword(person, { readings, kana }) }));
  const entry = ({ path, name, reading, sittings }: (typeof named)[number]) => {
    const roles = postsOf({ sittings }).map(({ role }) => role);
    const count = label('pages.meetingCount', { count: countMeetings(pagesOf({ path, name, sittings })) });
    return nameItem({ path, name, reading, remarks: [roles.join(' / '), count] }, label);
  };
  return plainPage({ path: indexPath('people'), kind: 'text', title, source: 'seeds' }, () => [
    heading(1, undefined, text(title)),
    paragraph(text(label('pages.peopleLead'))),
    note(label('pages.namesakes')),
    ...alphabeticalParts(named, { label, entry }),
  ]);
}

/** How a name is put in order: where nothing is known of its reading, by its characters. */
export const headword = (
  { path, name }: Pick<Person, 'path' | 'name'>,
  { readings, kana }: Pick<Relations, 'readings' | 'kana'>,
) => ({
  id: path,
  term: name,
  ...optional('reading', readings.get(withoutSpaces(name))),
  ...optional('kana', kana.get(path)),
});

interface NameItem extends Pick<Person, 'path' | 'name'> {
  readonly reading: string | undefined;
  readonly remarks: readonly string[];
}

/** 村井 純（むらい じゅん） 慶應義塾大学教授、2会議 */
export function nameItem({ path, name, reading, remarks }: NameItem, label: Labels): ListItem {
  const said = reading === undefined ? '' : label('bracketed', { words: reading });
  const words = remarks.filter(Boolean).join(label('comma'));
  return item(line(link(urlOf(path), name), text(`${said} `), { type: 'emphasis', children: [text(words)] }));
}
