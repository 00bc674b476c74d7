/** Makes the pages of people, and the list of them all. */

import type { PageKind } from '@tsuzuri/core/book';
import { dateLabel, meeting } from '@tsuzuri/core/front-matter';
import type { Attendee } from '@tsuzuri/core/minutes';
import { personPath, placeAddress } from '@tsuzuri/core/urls';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { heading, item, line, link, list, paragraph, table, text } from './nodes.ts';
import { type Account, countMeetings, type Person, pagesOf, type Sitting, type Speech } from './people.ts';

/** A page that is made, before it is written. */
export interface MadePage {
  readonly path: string;
  readonly matter: { readonly title: string; readonly kind: PageKind; readonly source: string };
  readonly tree: Root;
}

/** Small print: what a reader must know of the page. */
export const note = (words: string): RootContent => paragraph({ type: 'emphasis', children: [text(words)] });
/** Things in a row with 、 between. */
export const row = (things: readonly PhrasingContent[]): PhrasingContent[] =>
  things.flatMap((thing, index) => (index === 0 ? [thing] : [text('、'), thing]));
export const meetingLink = ({ page }: Account): PhrasingContent =>
  link(`/${page.path}`, meeting(page.matter) ?? page.title);

/** @param bodies paths and names of the bodies in whose meetings they sat */
export function personPage(
  person: Person,
  bodies: readonly { readonly path: string; readonly name: string }[],
): MadePage {
  const { path, name, sittings } = person;
  const links = bodies.map(body => link(`/${body.path}`, body.name));
  const children = [
    heading(1, undefined, text(name)),
    note('会議録にある同じ氏名をまとめています。同姓同名の別人を見分けていません。'),
    ...(links.length > 0 ? [paragraph(text('会議体：'), ...row(links))] : []),
    ...sittings.flatMap((sitting, index) => sittingPart(sitting, `m${index + 1}`)),
  ];
  return { path, matter: { title: name, kind: 'person', source: 'seeds' }, tree: { type: 'root', children } };
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

/** Who is in the chair speaks hundreds of times; the minutes have it all. */
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

/** Opinions of nobody named stay so: nobody is told what they may have said. */
function unnamed({ spoken, speeches }: Account): RootContent[] {
  const open = spoken - speeches.length;
  const part = speeches.length > 0 ? `のうち${open}件` : '';
  return open > 0 ? [paragraph(text(`この文書の発言${spoken}件${part}には、発言者の氏名がありません。`))] : [];
}

export function peopleIndex(people: readonly Person[]): MadePage {
  const rows = people.map(person => [
    [link(`/${person.path}`, person.name)],
    [text([...new Set(person.sittings.flatMap(({ seats }) => seats.map(roleOf)))].filter(Boolean).join(' / '))],
    [text(String(countMeetings(pagesOf(person))))],
  ]);
  const children = [
    heading(1, undefined, text('出席者と発言者')),
    paragraph(
      text(
        '出席者の名簿か発言に氏名がある人を、その会議の数が多い順に並べています。氏名の読みは原文に書かれていないため、数が同じ人は文字コードの順です。',
      ),
    ),
    note('同姓同名の別人を見分けていません。'),
    table([[[text('氏名')], [text('役職・所属')], [text('会議')]], ...rows]),
  ];
  return {
    path: 'people/index',
    matter: { title: '出席者と発言者', kind: 'text', source: 'seeds' },
    tree: { type: 'root', children },
  };
}
