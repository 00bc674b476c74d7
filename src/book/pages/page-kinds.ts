/** Lists the kinds of pages, in the order of their making, and makes all pages of a book. */

import type { Page } from '@tsuzuri/core/book';
import type { Labels } from '@tsuzuri/core/labels';
import { errorAt } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { pathProblem, pathRegister } from '@tsuzuri/core/urls';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import { type Project, readerLabels } from '../project.ts';
import { BODIES_INDEX, BODY } from './body.ts';
import { DEFAULT_PAGES } from './default-pages.ts';
import { GLOSSARY_INDEX } from './glossary-index.ts';
import { MINUTES, MINUTES_INDEX } from './minutes.ts';
import { type Nav, type PageKind, pageOf, type Relations } from './page.ts';
import { PEOPLE_INDEX, PERSON } from './person.ts';
import { RULE, RULES_INDEX } from './rule.ts';
import { TERM } from './term.ts';
import { TEXT } from './text.ts';

/** To add a kind: its own file, and a line here. An index comes after the kinds that it lists. */
export const PAGE_KINDS: readonly PageKind[] = [
  TEXT,
  MINUTES,
  TERM,
  RULE,
  PERSON,
  BODY,
  PEOPLE_INDEX,
  BODIES_INDEX,
  MINUTES_INDEX,
  GLOSSARY_INDEX,
  RULES_INDEX,
];

/** Links of the navigation to the kinds that a project adds; `/budget` means `/budget/`. */
export const ownNav = ({ config }: Project): Nav[] =>
  navOf(config.pageKinds ?? [], readerLabels({ config })).map(nav => ({ ...nav, link: nav.link.replace(/\/?$/, '/') }));

/** Links of the navigation to some kinds, in the language of a project. */
export const navOf = (kinds: readonly PageKind[], label: Labels): Nav[] =>
  kinds.flatMap(({ nav }) => (typeof nav === 'function' ? nav(label) : (nav ?? [])));

/** Makes all pages of a book: of every kind of tsuzuri, of those that the project adds, and what a site cannot do without. */
export function makePages(project: Project, relations: Relations): { pages: Page[]; errors: VFileMessage[] } {
  const pages: Page[] = [];
  const errors: VFileMessage[] = [];
  for (const { make, kind } of PAGE_KINDS) pages.push(...make(relations, pages).map(page => asPage(kind, page)));
  for (const own of project.config.pageKinds ?? []) {
    const made = readSafely(project.file, () => ownPages(own, { project, relations, pages }));
    pages.push(...made.read.flat());
    errors.push(...made.errors);
  }
  for (const page of DEFAULT_PAGES.make(relations, pages)) pages.push(asPage(DEFAULT_PAGES.kind, page));
  return { pages, errors: [...errors, ...samePages(project, pages)] };
}

/** Nobody can rename these: they bear the names that the scans have. */
const NAMED_BY_SCANS = ['person', 'body'];

/** Pages of two kinds that would be one file on some machine, or stand at one address. */
function samePages({ file }: Project, pages: readonly Page[]): VFileMessage[] {
  const byPath = new Map(pages.map(page => [page.path, page]));
  const register = pathRegister();
  return pages.flatMap(({ path, kind, source }) => {
    const other = byPath.get(register(path) ?? '');
    if (!other || [kind, other.kind].every(named => NAMED_BY_SCANS.includes(named))) return [];
    return [
      errorAt(
        source || file,
        undefined,
        ...say('book.samePage', { path, other: other.path, owner: other.source || file }),
      ),
    ];
  });
}

const asPage = (kind: string, page: ReturnType<PageKind['make']>[number]): Page =>
  'content' in page ? pageOf(kind, page) : page;

/** `予算`, `budget` */
const KIND_NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,39}$/u;
/** `budget/2012`, `年表`: nothing that a file system or an address takes for something else. */
const PATH = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*(?:\/[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)*$/u;

interface Making {
  readonly project: Project;
  readonly relations: Relations;
  readonly pages: readonly Page[];
}

/** @throws VFileMessage where the kind, or a page of it, is not as it must be */
function ownPages(own: PageKind, { project: { file }, relations, pages }: Making): Page[] {
  if (!KIND_NAME.test(own?.kind ?? '') || typeof own.make !== 'function')
    throw errorAt(file, undefined, ...say('book.notAPageKind'));
  if (PAGE_KINDS.some(({ kind }) => kind === own.kind && kind !== 'text'))
    throw errorAt(file, undefined, ...say('book.kindTaken', { kind: own.kind }));
  const taken = new Set(pages.map(({ path }) => path));
  const { kind, path: folder = '' } = own;
  return own.make(relations, pages).map(page => {
    const { path } = page;
    if (!PATH.test(path ?? '') || pathProblem(path) !== undefined || !path.startsWith(folder))
      throw errorAt(file, undefined, ...say('book.badPagePath', { kind, path: String(path), folder }));
    if (taken.has(path)) throw errorAt(file, undefined, ...say('book.pageTwice', { path, kind }));
    taken.add(path);
    return asPage(own.kind, page);
  });
}
