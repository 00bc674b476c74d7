/** Makes the pages of the bodies that met, and the list of them all. */

import type { Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { groupBy } from '@tsuzuri/core/collections';
import { dateLabel, isReplaced, withEdition } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { allNames } from '@tsuzuri/core/term-names';
import { bodyPath, compareAddress, entryAddress, FOLDERS, indexPath, personPath, urlOf } from '@tsuzuri/core/urls';
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Attendance, Body } from '../bodies.ts';
import { type Account, countMeetings, type Person, pagesOf } from '../people.ts';
import { alphabeticalParts } from './alphabetical.ts';
import { heading, item, line, link, list, paragraph, table, text } from './mdast-builders.ts';
import { type PageKind, plainPage, type Relations } from './page.ts';
import { headword, meetingLink, nameItem, note, row } from './person.ts';
import { factsHead } from './term.ts';

export const BODY: PageKind = {
  kind: 'body',
  path: FOLDERS.bodies,
  make: ({ attendance, terms, label, cache }) =>
    cache(
      'bodies',
      () => [attendance, bodyNames(terms, attendance), label.language],
      () => bodyPages(attendance, terms, label),
    ),
};

export const BODIES_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('bodies'),
  make: relations => {
    const { bodies } = relations.attendance;
    return bodies.length > 0 ? [bodiesIndex(bodies, relations)] : [];
  },
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
  readonly label: Labels;
}

function bodyPages({ members, bodies }: Attendance, terms: readonly Term[], label: Labels): Page[] {
  const byPath = new Map(bodies.map(body => [body.path, body]));
  const entries = entriesByBody(terms);
  return bodies.map(body => {
    const people = members.filter(member => member.bodies.includes(body)).map(({ person }) => person);
    return bodyPage(body, { bodies: byPath, people, term: entries.get(body.path), label });
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
  const { label } = context;
  return plainPage({ path, kind: 'body', title: name, source: 'seeds' }, () => [
    heading(1, undefined, text(name)),
    note(label('pages.bodyNote')),
    ...factsOf(body, context),
    heading(2, 'meetings', text(label('pages.minutesOf', { count: accounts.length }))),
    accounts.length > 0
      ? list(accounts.map(account => meetingItem(account, label)))
      : paragraph(text(label('pages.noMinutesOf'))),
    ...comparisonOf(accounts, label),
    ...peopleOf(body, context),
  ]);
}

function comparisonOf(accounts: readonly Account[], label: Labels): RootContent[] {
  const [a, b] = accounts.flatMap(({ page }) => (isReplaced(page) ? [] : [page.path])).slice(-2);
  return a && b ? [paragraph(link(compareAddress({ a, b }), label('pages.compareMeetings')))] : [];
}

function factsOf({ above, below }: Body, { bodies, term, label }: BodyContext): RootContent[] {
  const links = (paths: ReadonlySet<string>): PhrasingContent[] =>
    row(
      [...paths].flatMap(path => bodyLink(bodies.get(path))),
      label,
    );
  const facts: [string, PhrasingContent[]][] = [
    [label('pages.above'), links(above)],
    [label('pages.below'), links(below)],
    [label('pages.glossary'), term ? [link(entryAddress(term), term.term)] : []],
  ];
  const rows = facts.filter(([, value]) => value.length > 0).map(([fact, value]) => [[text(fact)], value]);
  return rows.length > 0 ? [table([factsHead(label), ...rows])] : [];
}

const bodyLink = (body: Body | undefined): PhrasingContent[] => (body ? [link(urlOf(body.path), body.name)] : []);

function meetingItem(account: Account, label: Labels): ListItem {
  const named = account.attendees.filter(({ name, family }) => !family && personPath(name ?? '')).length;
  const counts = [
    named > 0 ? label('pages.named', { count: named }) : '',
    account.spoken > 0 ? label('pages.spoken', { count: account.spoken }) : '',
  ];
  const said = counts.filter(Boolean).join(label('comma'));
  const date = text(`${withEdition(dateLabel(account.page, label), account.page, label)} `);
  return item(line(date, meetingLink(account), text(said && label('bracketed', { words: said }))));
}

/** Those who sat in most of its meetings come first; where there was but one, the count says nothing. */
function peopleOf({ accounts }: Body, { people, label }: BodyContext): RootContent[] {
  const own = new Set(accounts.map(({ page }) => page));
  const timesOf = (person: Person): number => countMeetings(pagesOf(person).filter(page => own.has(page)));
  const groups = [...groupBy(people, person => String(timesOf(person)))].toSorted(([a], [b]) => Number(b) - Number(a));
  const isOne = countMeetings([...own]) === 1;
  const items = groups.map(([times, group]) => {
    const links = row(
      group.map(({ path, name }) => link(urlOf(path), name)),
      label,
    );
    return item(line(...(isOne ? links : [text(label('pages.inMeetings', { count: times })), ...links])));
  });
  const title = text(label('pages.peopleOf', { count: people.length }));
  return items.length > 0 ? [heading(2, 'people', title), list(items)] : [];
}

function bodiesIndex(bodies: readonly Body[], { readings, kana, label }: Relations): Page {
  const title = label('pages.bodies');
  const named = bodies.map(body => ({ ...body, ...headword(body, { readings, kana }) }));
  const entry = ({ path, name, reading, accounts }: (typeof named)[number]) =>
    nameItem({ path, name, reading, remarks: [label('pages.documentCount', { count: accounts.length })] }, label);
  return plainPage({ path: indexPath('bodies'), kind: 'text', title, source: 'seeds' }, () => [
    heading(1, undefined, text(title)),
    paragraph(text(label('pages.bodiesLead'))),
    ...alphabeticalParts(named, { label, entry }),
  ]);
}
