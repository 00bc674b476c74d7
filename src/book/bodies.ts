/** Gathers the bodies that met: which stands above which, their meetings, and who sat in them. */

import type { Page } from '@tsuzuri/core/book';
import { compare, text } from '@tsuzuri/core/front-matter';
import { bodyPath } from '@tsuzuri/core/urls';
import { type Account, accountsOf, type Person, peopleOf } from './people.ts';

export interface Body {
  readonly path: string;
  readonly name: string;
  /** Paths of the bodies above it and below it. */
  readonly above: ReadonlySet<string>;
  readonly below: ReadonlySet<string>;
  /** In order of date. */
  readonly accounts: readonly Account[];
}

/** A person with the bodies in whose meetings they sat. */
export interface Member {
  readonly person: Person;
  readonly bodies: readonly Body[];
}

export interface Attendance {
  readonly members: readonly Member[];
  readonly bodies: readonly Body[];
}

export function attendanceOf(minutes: readonly Page[]): Attendance {
  const accounts = accountsOf(minutes);
  const bodies = bodiesOf(accounts);
  const host = new Map(bodies.flatMap(body => body.accounts.map(({ page }) => [page, body] as const)));
  const members = peopleOf(accounts).map(person => ({
    person,
    bodies: [...new Set(person.sittings.flatMap(({ account }) => host.get(account.page) ?? []))],
  }));
  return { members, bodies };
}

/** Every body that the scans name, those of the most documents first, then in code order. */
export function bodiesOf(accounts: readonly Account[]): Body[] {
  const pathOf = pathsOf(accounts);
  const met = accounts.map(account => ({ account, path: pathOf(bodyOf(account)), parent: pathOf(parentOf(account)) }));
  const ties = met.filter(({ path, parent }) => path !== parent);
  const bodies = [...namesByPath(accounts, pathOf)].map(([path, name]) => ({
    path,
    name,
    above: new Set(ties.flatMap(tie => (tie.path === path ? (tie.parent ?? []) : []))),
    below: new Set(ties.flatMap(tie => (tie.parent === path ? (tie.path ?? []) : []))),
    accounts: met.filter(meeting => meeting.path === path).map(({ account }) => account),
  }));
  return bodies.toSorted((a, b) => b.accounts.length - a.accounts.length || compare(a.path, b.path));
}

const bodyOf = ({ page }: Account): string => text(page.matter, 'body') ?? '';
const parentOf = ({ page }: Account): string => text(page.matter, 'parent') ?? '';

type PathOf = (name: string) => string | undefined;

/**
 * Where a body stands by any of its names: titles say it in full, as 高度情報通信ネットワーク社会推進戦略本部
 * 情報セキュリティ政策会議, or by its own name alone.
 */
function pathsOf(accounts: readonly Account[]): PathOf {
  const under = accounts.filter(account => bodyOf(account) && parentOf(account));
  const inFull = new Map(under.map(account => [bodyPath(parentOf(account) + bodyOf(account)), bodyOf(account)]));
  const pathOf: PathOf = name => {
    const path = bodyPath(name);
    const shorter = path === undefined ? undefined : inFull.get(path);
    return shorter === undefined ? path : pathOf(shorter);
  };
  return pathOf;
}

/** The name of each body alone, without those above it. */
function namesByPath(accounts: readonly Account[], pathOf: PathOf): Map<string, string> {
  const names = accounts.flatMap(account => [bodyOf(account), parentOf(account)]);
  const own = names.flatMap(name => {
    const path = bodyPath(name);
    return path !== undefined && path === pathOf(name) ? [[path, name] as const] : [];
  });
  return new Map(own);
}
