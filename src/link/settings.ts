/** Says how a page is linked: what is set for all pages, each by a value or by a function of the page. */
import type { DatedName, Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import type { Dialect, DialectName } from './dialects.ts';
import { DIALECTS } from './dialects.ts';
import { type Folders, type Glossary, readGlossary } from './glossary.ts';
import type { Matcher } from './matcher.ts';
import { pageFacts } from './page-facts.ts';
import type { GlossaryLinkOptions, Mentioned } from './remark-glossary.ts';

/** A page that is to be linked. */
export interface PageOfTree {
  /** From the root of its tree: `2021/meeting.md` */
  readonly path: string;
  /** Its front matter. */
  readonly data: Readonly<Record<string, unknown>>;
  /** ISO date of its front matter. */
  readonly date?: string;
}

export type OfPage<T> = T | ((page: PageOfTree) => T);

/** What a plugin is given; a page may say otherwise in its front matter under `glossary-links`. */
export interface LinkSettings {
  /** Folder of cards, folders by the address of their entries (`{ '/people': 'docs/people' }`), or what `readGlossary` made. */
  readonly glossary?: OfPage<Folders | Glossary>;
  /** In place of a glossary: what `createMatcher` made. */
  readonly match?: Matcher;
  /** Address of an entry; `/glossary/ID` by default. */
  readonly url?: (term: Term, name: DatedName | undefined, page: PageOfTree) => string;
  /** Behind the address: `/`, `.md`, `.html`. */
  readonly ending?: string;
  /** Every mention (`true`), the first in each section (`false`) or on the page (`'page'`). */
  readonly every?: OfPage<GlossaryLinkOptions['every']>;
  readonly headings?: OfPage<boolean | undefined>;
  /** Id of the entry whose own page it is. */
  readonly self?: OfPage<string | undefined>;
  /** ISO date of the page; by default as its front matter says. */
  readonly date?: OfPage<string | undefined>;
  /** Names or ids that are not linked. */
  readonly except?: OfPage<readonly string[] | undefined>;
  /** What a link says beyond its words: `{name}（{expansion}）`, a function, or nothing (`false`). */
  readonly title?: string | false | ((mentioned: Mentioned, page: PageOfTree) => string | undefined);
  readonly dialect?: DialectName | Dialect;
}

/** Under `glossary-links` in the front matter: `false`, or what is different on this page. */
type OwnSettings = false | Pick<GlossaryLinkOptions, 'every' | 'headings' | 'except' | 'self'>;

/** @returns nothing where the page is not to be linked. @throws VFileMessage where the glossary or the dialect is wrong */
export function optionsFor(page: PageOfTree, settings: LinkSettings): GlossaryLinkOptions | undefined {
  const own = (page.data['glossary-links'] ?? {}) as OwnSettings;
  if (own === false) return undefined;
  const of = <T>(value: OfPage<T>): T =>
    typeof value === 'function' ? (value as (page: PageOfTree) => T)(page) : value;
  const glossary = settings.match === undefined ? glossaryOf(of(settings.glossary ?? 'docs/glossary')) : undefined;
  const { url, ending = '', title } = settings;
  const { match = settings.match as Matcher, addressOf } = glossary ?? {};
  return {
    match,
    url: (term, name) => (url ? url(term, name, page) : (addressOf?.(term) ?? `/glossary/${term.id}`) + ending),
    ...optional('every', own.every ?? of(settings.every)),
    ...optional('headings', own.headings ?? of(settings.headings)),
    ...optional('self', own.self ?? of(settings.self)),
    ...optional('date', of(settings.date) ?? page.date),
    ...optional('except', own.except ?? of(settings.except)),
    ...optional('title', titleBy(title, page)),
    ...optional('dialect', dialectBy(settings.dialect)),
  };
}

const read = new Map<string, Glossary>();

/** Each folder is read once for all pages. */
function glossaryOf(folders: Folders | Glossary): Glossary {
  if (isGlossary(folders)) return folders;
  const key = JSON.stringify(folders);
  const glossary = read.get(key) ?? readGlossary(folders);
  read.set(key, glossary);
  return glossary;
}

const isGlossary = (given: Folders | Glossary): given is Glossary => typeof given === 'object' && 'match' in given;

const titleBy = (title: LinkSettings['title'], page: PageOfTree): GlossaryLinkOptions['title'] => {
  if (title === undefined) return undefined;
  if (title === false) return () => undefined;
  return typeof title === 'string' ? mentioned => fillTitle(title, mentioned) : it => title(it, page);
};

/** `{name}（{expansion}）`: with what a card does not have, the title is nothing. */
export function fillTitle(template: string, { term, name, form, words }: Mentioned): string | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    term: term.term,
    name: name?.name ?? term.term,
    expansion: name?.expansion ?? term.expansion,
    reading: term.reading,
    words,
    from: name?.from,
    until: name?.until,
  };
  const keys = [...template.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key);
  if (keys.some(key => values[key] === undefined)) return undefined;
  const title = template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
  return title === words || title === form ? undefined : title;
}

/** @throws Error where there is none of this name: a plugin reports it with the configuration */
function dialectBy(dialect: LinkSettings['dialect']): Dialect | undefined {
  if (typeof dialect !== 'string') return dialect;
  const found = DIALECTS.find(({ name }) => name === dialect);
  if (!found) throw new RangeError(`no dialect "${dialect}": ${DIALECTS.map(({ name }) => name).join(', ')}`);
  return found;
}

/** The page as its source shows it. @param path from the root of its tree */
export function pageOf(path: string, source: string): PageOfTree {
  const { date, data } = pageFacts(source, path);
  return { path, data, ...optional('date', date) };
}
