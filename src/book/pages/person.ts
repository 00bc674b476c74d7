/** Makes the pages of people, and the list of them all. */

import type { Page } from '@tsuzuri/core/book';
import { dateLabel, meeting } from '@tsuzuri/core/front-matter';
import type { Attendee } from '@tsuzuri/core/minutes';
import { FOLDERS, indexPath, personPath, placeAddress } from '@tsuzuri/core/urls';
import type { PhrasingContent, RootContent } from 'mdast';
import type { Member } from '../bodies.ts';
import { type Account, countMeetings, type Person, pagesOf, type Sitting, type Speech } from '../people.ts';
import { heading, item, line, link, list, paragraph, table, text } from './mdast-builders.ts';
import { type PageKind, plainPage } from './page.ts';

export const PERSON: PageKind = {
  kind: 'person',
  path: FOLDERS.people,
  make: ({ attendance, cache }) =>
    cache(
      'people',
      () => [attendance],
      () => attendance.members.map(personPage),
    ),
};

export const PEOPLE_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('people'),
  make: ({ attendance: { members } }) => (members.length > 0 ? [peopleIndex(members.map(({ person }) => person))] : []),
};

/** Small print: what a reader must know of the page. */
export const note = (words: string): RootContent => paragraph({ type: 'emphasis', children: [text(words)] });
/** Joins with 、. */
export const row = (things: readonly PhrasingContent[]): PhrasingContent[] =>
  things.flatMap((thing, index) => (index === 0 ? [thing] : [text('、'), thing]));
export const meetingLink = ({ page }: Account): PhrasingContent =>
  link(`/${page.path}`, meeting(page.matter) ?? page.title);

function personPage({ person, bodies }: Member): Page {
  const { path, name, sittings } = person;
  const links = bodies.map(body => link(`/${body.path}`, body.name));
  return plainPage({ path, kind: 'person', title: name, source: 'seeds' }, () => [
    heading(1, undefined, text(name)),
    note('会議録にある同じ氏名をまとめています。同姓同名の別人を見分けていません。'),
    ...(links.length > 0 ? [paragraph(text('会議体：'), ...row(links))] : []),
    ...sittings.flatMap((sitting, index) => sittingPart(sitting, `m${index + 1}`)),
  ]);
}

function sittingPart({ account, seats, speeches }: Sitting, id: string): RootContent[] {
  const shown = speeches.slice(0, MOST_SPEECHES).map(speech => item(line(...speechLine(account, speech))));
  const rest = speeches.length - shown.length;
  return [
    heading(2, id, text(`${dateLabel(account.page)} `), meetingLink(account)),
    ...seats.map(seat => paragraph(...seatLine(seat, account))),
    ...(shown.length > 0 ? [list(shown)] : unnamed(account)),
    ...(rest > 0 ? [paragraph(text(`ほか${rest}件`))] : []),
  ];
}

/** A chairperson speaks hundreds of times; the minutes have it all. */
const MOST_SPEECHES = 20;

function speechLine({ page }: Account, { id, section, label, opening }: Speech): PhrasingContent[] {
  const place = link(placeAddress({ page: page.path, anchor: id }), section ?? label);
  return opening === '' ? [place] : [place, text(`：${opening}`)];
}

/** 総務大臣（代理出席：藤末 健三） */
function seatLine(seat: Attendee, account: Account): PhrasingContent[] {
  const stand = account.attendees.filter(({ proxyFor }) => proxyFor !== undefined && proxyFor === seat.name);
  const remarks = [
    ...(seat.group !== undefined && seat.group !== seat.role ? [[text(seat.group)]] : []),
    ...(seat.proxyFor !== undefined
      ? [[personLink(seat.proxyFor), text('の代理出席')]]
      : seat.note
        ? [[text(seat.note)]]
        : []),
    ...stand.map(({ name = '' }) => [text('代理出席：'), personLink(name)]),
  ];
  const bracket =
    remarks.length > 0
      ? [
          text('（'),
          ...remarks.flatMap((remark, index) => (index === 0 ? remark : [text('、'), ...remark])),
          text('）'),
        ]
      : [];
  return [text(roleOf(seat) || '役職の記載なし'), ...bracket];
}

const personLink = (name: string): PhrasingContent => {
  const path = personPath(name);
  return path === undefined ? text(name) : link(`/${path}`, name);
};

/** 委員、弁護士 */
const roleOf = ({ role, affiliation }: Attendee): string => [role, affiliation].filter(Boolean).join('、');

/** Opinions without a name stay so: no one is named as their speaker by a guess. */
function unnamed({ spoken, speeches }: Account): RootContent[] {
  const open = spoken - speeches.length;
  const part = speeches.length > 0 ? `のうち${open}件` : '';
  return open > 0 ? [paragraph(text(`この文書の発言${spoken}件${part}には、発言者の氏名がありません。`))] : [];
}

function peopleIndex(people: readonly Person[]): Page {
  const rows = people.map(person => [
    [link(`/${person.path}`, person.name)],
    [text([...new Set(person.sittings.flatMap(({ seats }) => seats.map(roleOf)))].filter(Boolean).join(' / '))],
    [text(String(countMeetings(pagesOf(person))))],
  ]);
  const title = '出席者と発言者';
  return plainPage({ path: indexPath('people'), kind: 'text', title, source: 'seeds' }, () => [
    heading(1, undefined, text(title)),
    paragraph(
      text(
        '出席者の名簿か発言に氏名がある人を、その会議の数が多い順に並べています。氏名の読みは原文に書かれていないため、数が同じ人は文字コードの順です。',
      ),
    ),
    note('同姓同名の別人を見分けていません。'),
    table([[[text('氏名')], [text('役職・所属')], [text('会議')]], ...rows]),
  ]);
}
