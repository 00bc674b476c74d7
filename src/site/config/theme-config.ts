/** Prepares what the theme's components show of the site as a whole: documents, latest changes, categories, books. */
import { yearOf } from '@tsuzuri/book/cooccurrence';
import type { BookFile } from '@tsuzuri/core/book';
import { CATEGORIES } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { isReplaced, withEdition } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { isJapanese, languageOfTexts } from '@tsuzuri/core/languages';
import { indexPath, isRowPath, urlOf } from '@tsuzuri/core/urls';
import type { DefaultTheme } from 'vitepress';
import { OTHER } from '../theme/lists/match.ts';
import { lastChange } from './git.ts';
import { navigation, sidebar } from './navigation.ts';
import {
  type Contents,
  dateOf,
  type Entry,
  kindOf,
  minutesOf,
  type Site,
  shortTitle,
  textOf,
  wholeBooks,
} from './site.ts';
import { htmlOf, LOCALES, words } from './words.ts';

/** What the components know of the site as a whole. */
export interface ThemeConfig extends DefaultTheme.Config {
  /** `https://host/below/`, where it is known. */
  readonly address?: string;
  /** Whether a browser keeps pages for reading without a connection. */
  readonly isKept: boolean;
  /** Whether the search has its own page. */
  readonly searchPage: boolean;
  /** Address of the form for a report, with what `theme/minutes/report.ts` fills in. */
  readonly reportError?: string;
}

/** The levels of headings that the outline shows, in whichever of VitePress's forms a project gives them. */
export function outlineLevels(outline: DefaultTheme.Config['outline']): number[] {
  const wanted = typeof outline === 'object' && !Array.isArray(outline) ? outline.level : outline;
  if (wanted === false) return [];
  const [first, last] = wanted === 'deep' ? [2, 6] : [wanted ?? [2, 4]].flat();
  return [1, 2, 3, 4, 5, 6].filter(level => level >= Number(first) && level <= Number(last ?? first));
}

/** What the outline is called; its levels have been heard. */
export const withOutlineName = (own: ThemeConfig, label: Labels): ThemeConfig => {
  const { outline } = own;
  const name = typeof outline === 'object' && !Array.isArray(outline) ? outline.label : undefined;
  return { ...own, outline: { label: name ?? label('site.outline') } };
};

/** @param icon beside the title of the site */
export function themeConfig(site: Site, icon: string): ThemeConfig {
  const { contents, forge, label } = site;
  return {
    ...words(label),
    ...(isJapanese(site.title) && languageOfTexts(label) && { siteTitle: htmlOf(site.title, label) }),
    logo: { src: icon, alt: '' },
    nav: navigation(site),
    sidebar: sidebar(site),
    ...optional('address', site.place.address && decodeURI(site.place.address)),
    isKept: site.isKept,
    searchPage: contents.pages.some(({ path }) => path === 'search'),
    ...(forge && { editLink: { pattern: forge.edit }, reportError: forge.report }),
  };
}

/** What single pages show of the site as a whole: it comes with these, not with every page. */
export interface Overview {
  /** The newest first. */
  readonly documents: readonly Document[];
  /** The newest first. */
  readonly changes: readonly Change[];
  /** Those that the glossary has. */
  readonly categories: readonly (readonly [id: string, name: string])[];
  /** The offline books of everything. */
  readonly wholeBooks: readonly BookFile[];
}

/** On which page what of it is needed. */
const NEEDED: Readonly<Record<string, readonly (keyof Overview)[]>> = {
  index: ['documents', 'changes', 'wholeBooks'],
  [indexPath('terms')]: ['categories'],
  offline: ['wholeBooks'],
};

export function overviewFor(path: string, site: Site): Partial<Overview> {
  const { contents, dates, label } = site;
  const make: { readonly [K in keyof Overview]: () => Overview[K] } = {
    documents: () => documents(contents, label),
    changes: () => latestChanges(site, ({ source }) => lastChange(source, dates)),
    categories: () => categoryNames(contents, label),
    wholeBooks: () => wholeBooks(contents),
  };
  const needed = NEEDED[isRowPath(path) ? indexPath('terms') : path] ?? [];
  return Object.fromEntries(needed.map(name => [name, make[name]()]));
}

/** What the home page shows of one of the documents. */
interface Document {
  readonly link: string;
  readonly text: string;
  /** 2012年11月1日, or 2015年度 where the scan says no more. */
  readonly when: string;
  /** Nothing where the scan does not say. */
  readonly year: string;
  readonly kind: string;
}

/** The documents by date, newest first. */
function documents({ pages }: Contents, label: Labels): Document[] {
  return minutesOf(pages)
    .map(page => ({
      link: urlOf(page.path),
      text: shortTitle(page),
      when: dateOf(page, label),
      year: yearOf(page.matter) ?? '',
      kind: withEdition(textOf(page.matter.document), page, label),
    }))
    .reverse();
}

/** For the filter of the glossary. */
function categoryNames({ pages }: Contents, label: Labels): Overview['categories'] {
  const used = new Set(pages.filter(kindOf('term')).map(({ matter }) => textOf(matter.category) || OTHER));
  const names = CATEGORIES.map(id => [id, label(`category.${id}`)] as const);
  return [...names, [OTHER, label('pages.other')] as const].filter(([id]) => used.has(id));
}

/** A document or term that changed, as the home page shows it. */
interface Change {
  readonly link: string;
  readonly text: string;
  /** 会議録 or 用語 */
  readonly kind: string;
  /** 2026年11月22日 */
  readonly when: string;
}

const SHOWN = 5;
const KINDS: Readonly<Partial<Record<Entry['kind'], 'pages.minutes' | 'site.term'>>> = {
  minutes: 'pages.minutes',
  term: 'site.term',
};

/**
 * The newest first. What is as old as the oldest has not changed since the beginning: where all came on one day, nothing
 * is new. What a newer edition replaces is left out.
 * @param changedAt in milliseconds, nothing where git does not know
 */
function latestChanges({ contents, label }: Site, changedAt: (page: Entry) => number | undefined): Change[] {
  const formatted = new Intl.DateTimeFormat(LOCALES[label.language], { dateStyle: 'long', timeZone: 'Asia/Tokyo' });
  const dated = contents.pages.flatMap(page => {
    const [kind, time] = [KINDS[page.kind], changedAt(page)];
    return kind && time !== undefined ? [{ page, kind, time }] : [];
  });
  const oldest = Math.min(...dated.map(({ time }) => time));
  return dated
    .filter(({ page, time }) => time > oldest && !isReplaced(page))
    .sort((a, b) => b.time - a.time)
    .slice(0, SHOWN)
    .map(({ page, kind, time }) => ({
      link: urlOf(page.path),
      text: shortTitle(page),
      kind: label(kind),
      when: formatted.format(time),
    }));
}
