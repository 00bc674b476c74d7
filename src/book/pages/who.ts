/** Makes all pages that tell of people and bodies. */

import type { Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { bodyPath } from '@tsuzuri/core/urls';
import type { RootContent } from 'mdast';
import { bodiesOf } from './bodies.ts';
import { bodiesIndex, bodyPage } from './body.ts';
import { link, paragraph, text } from './nodes.ts';
import { accountsOf, type Person, peopleOf } from './people.ts';
import { type MadePage, peopleIndex, personPage } from './person.ts';

/** One page a person and a body, and a list of each; no list where nobody is named. */
export function pagesOfWho(minutes: readonly Page[], terms: readonly Term[]): MadePage[] {
  const accounts = accountsOf(minutes);
  const people = peopleOf(accounts);
  const bodies = bodiesOf(accounts);
  const byPath = new Map(bodies.map(body => [body.path, body]));
  const entries = entriesByBody(terms);
  const host = new Map(bodies.flatMap(body => body.accounts.map(({ page }) => [page, body] as const)));
  const hostsOf = ({ sittings }: Person) => new Set(sittings.flatMap(({ account }) => host.get(account.page) ?? []));
  const hosts = people.map(person => ({ person, bodies: hostsOf(person) }));
  return [
    ...hosts.map(({ person, bodies }) => personPage(person, [...bodies])),
    ...bodies.map(body =>
      bodyPage(body, {
        bodies: byPath,
        people: hosts.filter(({ bodies }) => bodies.has(body)).map(({ person }) => person),
        term: entries.get(body.path),
      }),
    ),
    ...(people.length > 0 ? [peopleIndex(people)] : []),
    ...(bodies.length > 0 ? [bodiesIndex(bodies)] : []),
  ];
}

/** By path of the body that an entry is about; its title goes before other names, which two may share. */
function entriesByBody(terms: readonly Term[]): Map<string | undefined, Term> {
  const names = (term: Term): string[] => [...term.aliases, ...term.names.map(({ name }) => name)];
  return new Map([
    ...terms.flatMap(term => names(term).map(name => [bodyPath(name), term] as const)),
    ...terms.map(term => [bodyPath(term.term), term] as const),
  ]);
}

/** What leads to the minutes besides their list. */
const WAYS: readonly (readonly [index: string, words: string])[] = [
  ['bodies/index', '会議体から探す'],
  ['people/index', '人から探す'],
];

/** Links to the lists that there are. */
export function waysIn(pages: readonly Page[]): RootContent[] {
  const paths = new Set(pages.map(({ path }) => path));
  const links = WAYS.filter(([index]) => paths.has(index)).map(([index, words]) =>
    link(`/${index.replace('index', '')}`, words),
  );
  return links.length > 0
    ? [paragraph(...links.flatMap((way, index) => (index === 0 ? [way] : [text('　'), way])))]
    : [];
}
