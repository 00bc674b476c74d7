/** Makes the pages of the bodies that met, and the list of them all. */

import type { Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { groupBy } from '@tsuzuri/core/collections';
import { dateLabel } from '@tsuzuri/core/front-matter';
import { allNames } from '@tsuzuri/core/term-names';
import { bodyPath, entryAddress, FOLDERS, indexPath, personPath } from '@tsuzuri/core/urls';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Attendance, Body } from '../bodies.ts';
import { type Account, countMeetings, type Person, pagesOf } from '../people.ts';
import { heading, item, line, link, list, paragraph, table, text } from './mdast-builders.ts';
import { type PageKind, plainPage } from './page.ts';
import { meetingLink, note, row } from './person.ts';

export const BODY: PageKind = {
  kind: 'body',
  path: FOLDERS.bodies,
  make: ({ attendance, terms, cache }) =>
    cache(
      'bodies',
      () => [attendance, bodyNames(terms, attendance)],
      () => bodyPages(attendance, terms),
    ),
};

export const BODIES_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('bodies'),
  make: ({ attendance: { bodies } }) => (bodies.length > 0 ? [bodiesIndex(bodies)] : []),
};

/** The entries that are named as a body is: what the pages of bodies depend on. */
function bodyNames(terms: readonly Term[], { bodies }: Attendance): string {
  const paths = new Set(bodies.map(({ path }) => path));
  const isOfBody = (name: string): boolean => paths.has(bodyPath(name) ?? '');
  return JSON.stringify(terms.map(term => [term.id, term.term, ...allNames(term).filter(isOfBody)]));
}

/** What is known of a body beyond its own meetings. */
interface BodyContext {
  readonly bodies: ReadonlyMap<string, Body>;
  /** Those who sat in its meetings. */
  readonly people: readonly Person[];
  /** Its entry in the glossary. */
  readonly term: Term | undefined;
}

function bodyPages({ members, bodies }: Attendance, terms: readonly Term[]): Page[] {
  const byPath = new Map(bodies.map(body => [body.path, body]));
  const entries = entriesByBody(terms);
  return bodies.map(body => {
    const people = members.filter(member => member.bodies.includes(body)).map(({ person }) => person);
    return bodyPage(body, { bodies: byPath, people, term: entries.get(body.path) });
  });
}

/** By path of the body that an entry is about; its title goes before other names, which two may share. */
function entriesByBody(terms: readonly Term[]): Map<string | undefined, Term> {
  const names = (term: Term): string[] => [...term.aliases, ...term.names.map(({ name }) => name)];
  return new Map([
    ...terms.flatMap(term => names(term).map(name => [bodyPath(name), term] as const)),
    ...terms.map(term => [bodyPath(term.term), term] as const),
  ]);
}

function bodyPage(body: Body, context: BodyContext): Page {
  const { path, name, accounts } = body;
  return plainPage({ path, kind: 'body', title: name, source: 'seeds' }, () => [
    heading(1, undefined, text(name)),
    note('会議録にある同じ名称をまとめています。同じ名称の別の会議体を見分けていません。'),
    ...factsOf(body, context),
    heading(2, 'meetings', text(`会議録（${accounts.length}件）`)),
    accounts.length > 0 ? list(accounts.map(meetingItem)) : paragraph(text('この会議体の会議録は収録していません。')),
    ...peopleOf(body, context),
  ]);
}

function factsOf({ above, below }: Body, { bodies, term }: BodyContext): RootContent[] {
  const links = (paths: ReadonlySet<string>): PhrasingContent[] =>
    row([...paths].flatMap(path => bodyLink(bodies.get(path))));
  const facts: [string, PhrasingContent[]][] = [
    ['上位の会議体', links(above)],
    ['下位の会議体', links(below)],
    ['用語集', term ? [link(entryAddress(term), term.term)] : []],
  ];
  const rows = facts.filter(([, value]) => value.length > 0).map(([label, value]) => [[text(label)], value]);
  return rows.length > 0 ? [table([[[text('項目')], [text('内容')]], ...rows])] : [];
}

const bodyLink = (body: Body | undefined): PhrasingContent[] => (body ? [link(`/${body.path}`, body.name)] : []);

function meetingItem(account: Account): ListItem {
  const named = account.attendees.filter(({ name }) => personPath(name ?? '')).length;
  const counts = [named > 0 ? `氏名のある出席者${named}人` : '', account.spoken > 0 ? `発言${account.spoken}件` : ''];
  const said = counts.filter(Boolean).join('、');
  return item(line(text(`${dateLabel(account.page)} `), meetingLink(account), text(said && `（${said}）`)));
}

/** Those who sat in most of its meetings come first; where there was but one, the count says nothing. */
function peopleOf({ accounts }: Body, { people }: BodyContext): RootContent[] {
  const own = new Set(accounts.map(({ page }) => page));
  const timesOf = (person: Person): number => countMeetings(pagesOf(person).filter(page => own.has(page)));
  const groups = [...groupBy(people, person => String(timesOf(person)))].toSorted(([a], [b]) => Number(b) - Number(a));
  const isOne = countMeetings([...own]) === 1;
  const items = groups.map(([times, group]) => {
    const links = row(group.map(({ path, name }) => link(`/${path}`, name)));
    return item(line(...(isOne ? links : [text(`${times}会議：`), ...links])));
  });
  return items.length > 0 ? [heading(2, 'people', text(`出席者と発言者（${people.length}人）`)), list(items)] : [];
}

function bodiesIndex(bodies: readonly Body[]): Page {
  const title = '会議体';
  return plainPage({ path: indexPath('bodies'), kind: 'text', title, source: 'seeds' }, () => [
    heading(1, undefined, text(title)),
    paragraph(
      text(
        '会議録の表題にある会議体を、収録した会議録の多い順に並べています。名称の読みは原文に書かれていないため、数が同じ会議体は文字コードの順です。',
      ),
    ),
    list(bodies.map(body => item(line(...bodyLink(body), text(` ${body.accounts.length}件`))))),
  ]);
}
