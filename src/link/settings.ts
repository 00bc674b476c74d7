/** Says how a page is linked: what is set for all pages, each by a value or by a function of the page. */
import type { DatedName, Term } from '@tsuzuri/core/card';
import { groupBy, once, optional } from '@tsuzuri/core/collections';
import { errorAt } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import { titleOf } from './dated-names.ts';
import type { Dialect, DialectName } from './dialects.ts';
import { DIALECTS } from './dialects.ts';
import { type Folders, type Glossary, readGlossary } from './glossary.ts';
import type { Matcher } from './matcher.ts';
import { type MatterFault, pageFacts } from './page-facts.ts';
import type { GlossaryLinkOptions, Mentioned } from './remark-glossary.ts';

/** A page that is to be linked. */
export interface PageOfTree {
  /** From the root of its tree: `2021/meeting.md` */
  readonly path: string;
  /** Its front matter. */
  readonly data: Readonly<Record<string, unknown>>;
  /** ISO date of its front matter. */
  readonly date?: string;
  /** Language of its front matter, as BCP 47 has it: `en`. */
  readonly lang?: string;
  /** Why its front matter cannot be read. */
  readonly fault?: MatterFault;
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
  /** Id of the entry whose own page it is; by default of the card that the page is. */
  readonly self?: OfPage<string | undefined>;
  /** Language of the default titles, as BCP 47 has it; by default that of the front matter, or else Japanese. */
  readonly language?: OfPage<string | undefined>;
  /** ISO date of the page; by default as its front matter says. */
  readonly date?: OfPage<string | undefined>;
  /** Names or ids that are not linked. */
  readonly except?: OfPage<readonly string[] | undefined>;
  /** What a link says beyond its words: `{name}（{expansion}）`, a function, or nothing (`false`). */
  readonly title?: string | false | ((mentioned: Mentioned, page: PageOfTree) => string | undefined);
  readonly dialect?: DialectName | Dialect;
}

/** Under `glossary-links` in the front matter: what is different on this page. */
type OwnSettings = Pick<GlossaryLinkOptions, 'every' | 'headings' | 'except' | 'self'>;

/** `off` and `no` are words in YAML 1.2. */
const OFF: readonly unknown[] = [false, 'false', 'off', 'no', 'none', 0];
const ON: readonly unknown[] = [true, 'true', 'on', 'yes', undefined, null];

const yesOrNo = (value: unknown): boolean | undefined =>
  ON.includes(value) ? true : OFF.includes(value) ? false : undefined;

/** What each key may say; nothing where that is none of it. */
const OWN: Readonly<Record<keyof OwnSettings, (value: unknown) => unknown>> = {
  every: value => (value === 'page' || value === 'quiet' ? value : yesOrNo(value)),
  headings: yesOrNo,
  except: value => {
    const names = typeof value === 'string' ? value.split(/[,、]/u) : value;
    const isList = Array.isArray(names) && names.every(name => ['string', 'number'].includes(typeof name));
    return isList ? names.map(name => String(name).trim()) : undefined;
  },
  self: value => (typeof value === 'string' ? value : undefined),
};

/** @returns nothing where the page is not to be linked. @throws VFileMessage where it says what no one understands */
function ownSettings({ path, data }: PageOfTree): OwnSettings | undefined {
  const given = data['glossary-links'];
  if (OFF.includes(wordOf(given))) return undefined;
  if (ON.includes(wordOf(given))) return {};
  const wrong = (value: unknown) => errorAt(path, undefined, ...say('link.badOwn', { value: JSON.stringify(value) }));
  if (typeof given !== 'object' || Array.isArray(given)) throw wrong(given);
  return Object.fromEntries(
    Object.entries(given as object).map(([key, value]) => {
      const read = Object.hasOwn(OWN, key) ? OWN[key as keyof OwnSettings](wordOf(value)) : undefined;
      if (read === undefined) throw wrong({ [key]: value });
      return [key, read];
    }),
  );
}

const wordOf = (value: unknown): unknown =>
  typeof value === 'string' && /^\w+$/.test(value) ? value.toLowerCase() : value;

/**
 * @returns nothing where the page is not to be linked
 * @throws VFileMessage where the glossary is wrong, or what the page says under `glossary-links`; RangeError where there is no such dialect
 */
export function optionsFor(page: PageOfTree, settings: LinkSettings = {}): GlossaryLinkOptions | undefined {
  const own = ownSettings(page);
  if (own === undefined) return undefined;
  const of = <T>(value: OfPage<T>): T =>
    typeof value === 'function' ? (value as (page: PageOfTree) => T)(page) : value;
  const glossary = settings.match === undefined ? glossaryOf(of(settings.glossary ?? 'docs/glossary')) : undefined;
  const { url, ending = '', title } = settings;
  const { match = settings.match as Matcher, addressOf } = glossary ?? {};
  const self = own.self ?? of(settings.self) ?? (glossary && entryOf(page.path, glossary)?.id);
  const language = of(settings.language) ?? page.lang;
  const date = of(settings.date) ?? page.date;
  return {
    match,
    url: (term, name) => (url ? url(term, name, page) : (addressOf?.(term) ?? `/glossary/${term.id}`) + ending),
    ...optional('every', own.every ?? of(settings.every)),
    ...optional('headings', own.headings ?? of(settings.headings)),
    ...optional('self', self),
    ...optional('date', date),
    ...optional('except', own.except ?? of(settings.except)),
    ...optional('title', titleBy(title, page) ?? titleIn(language, date)),
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

const slashed = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '');
/** `docs/glossary/nisc.md`, `glossary/nisc/index.md` → `nisc` */
const nameOf = (path: string): string => /([^/]*?)(?:\/index)?\.mdx?$/.exec(path)?.[1] ?? '';
const byName = once(({ terms }: Glossary) => groupBy(terms, ({ file }) => nameOf(slashed(file))));

/** The entry whose card the page is: `docs/glossary/nisc.md`, or `glossary/nisc.md` where entries stand in `/glossary`. */
export function entryOf(path: string, glossary: Glossary): Term | undefined {
  const page = slashed(path);
  const isWithin = (inner: string, outer: string): boolean => inner.includes('/') && `/${outer}`.endsWith(`/${inner}`);
  const address = `/${page.replace(/(?:\/index)?\.mdx?$/, '')}`;
  return byName(glossary)
    .get(nameOf(page))
    ?.find(term => {
      const file = slashed(term.file);
      return isWithin(page, file) || isWithin(file, page) || glossary.addressOf(term) === address;
    });
}

/** The default is in Japanese. */
const titleIn = (language: string | undefined, date: string | undefined): GlossaryLinkOptions['title'] =>
  language === undefined || /^ja\b/i.test(language)
    ? undefined
    : ({ term, form }) => titleOf(term, form, { date, language: 'en' });

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
  const { title: _, ...facts } = pageFacts(source, path);
  return { path, ...facts };
}
