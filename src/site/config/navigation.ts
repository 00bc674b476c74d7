/** Builds the navigation bar, the sidebars and the links between neighbours from the list of pages. */

import { alphabetical } from '@tsuzuri/book/pages/alphabetical';
import type { Nav } from '@tsuzuri/book/pages/page';
import { navOf, PAGE_KINDS } from '@tsuzuri/book/pages/page-kinds';
import { CATEGORIES } from '@tsuzuri/core/card';
import { once, optional } from '@tsuzuri/core/collections';
import { withEdition } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { FOLDERS, indexPath, urlOf } from '@tsuzuri/core/urls';
import type { DefaultTheme } from 'vitepress';
import { escapeHtml } from './hardening.ts';
import { keptTogether } from './keep-together.ts';
import {
  type Contents,
  dateOf,
  type Entry,
  kindOf,
  meetingsOf,
  minutesOf,
  type Site,
  shortTitle,
  textOf,
} from './site.ts';
import { htmlOf } from './words.ts';

/** Links of the navigation besides those of the kinds of pages. */
const ownLinks = (label: Labels): Nav[] => [
  { text: label('site.offline'), link: urlOf('offline'), activeMatch: '^/offline/$', order: 90 },
  { text: label('site.about'), link: urlOf('about'), activeMatch: '^/(about|contributing)/$', order: 100 },
];

/** The navigation leads only to what is there. */
export function navigation({ contents, label, isKept }: Whole): DefaultTheme.NavItem[] {
  const { pages, nav = [] } = contents;
  const links = new Set(pages.map(({ path }) => urlOf(path)));
  return [...navOf(PAGE_KINDS, label), ...nav, ...ownLinks(label)]
    .filter(({ link }) => links.has(link) && (link !== urlOf('offline') || canReadOffline({ contents, isKept })))
    .toSorted((a, b) => (a.order ?? 40) - (b.order ?? 40))
    .map(({ text, link, activeMatch = `^${link}` }) => ({ text: htmlOf(text, label), activeMatch, link }));
}

type Whole = Pick<Site, 'contents' | 'label' | 'isKept'>;

/** The page about it has something: books, or a way to keep the whole site in the browser. */
const canReadOffline = ({ contents, isKept }: Omit<Whole, 'label'>): boolean => isKept || contents.books.length > 0;

/** A part of the sidebar: a heading that leads to all of it, and links below. `text` is HTML, as VitePress has it. */
export interface SideGroup {
  readonly text: string;
  readonly link: string;
  readonly items: readonly SideItem[];
  /** How many there are; `items` may be fewer. */
  readonly count?: number;
}

interface SideItem {
  readonly text: string;
  readonly link: string;
  /** As the foot of a page names it, where that is shorter. */
  readonly docFooterText?: string;
}

/** A group of one of the sections; a folded one shows its items around the open page only. */
type Group = SideGroup & { readonly isFolded?: boolean };

/** The sections with a sidebar of their own, by the beginning of their addresses; each with everything that is in it. */
const sectionsOf = once(({ pages, nav = [] }: Contents, label: Labels): Record<string, Group[]> => {
  const minutes = { text: label('pages.minutes'), link: urlOf(indexPath('minutes')) };
  const lists = LISTS.filter(list => pages.some(({ path }) => path === list.path)).map(({ path, text }) => ({
    text: label(text),
    link: urlOf(path),
    items: [],
  }));
  const own = nav.map(({ text, link }): [string, Group[]] => {
    const below = pages.filter(({ path }) => urlOf(path).startsWith(link) && urlOf(path) !== link);
    return [link, [{ text: htmlOf(text, label), link, items: below.map(page => item(page, label)) }]];
  });
  const people = [{ ...minutes, items: [] }, ...lists];
  const rules = pages.filter(kindOf('rule')).map(page => item(page, label));
  return {
    ...Object.fromEntries(own),
    [`/${FOLDERS.minutes}`]: [{ ...minutes, items: minutesOf(pages).map(page => minutesItem(page, label)) }, ...lists],
    [`/${FOLDERS.people}`]: people,
    [`/${FOLDERS.bodies}`]: people,
    [`/${FOLDERS.terms}`]: [
      { text: label('pages.glossary'), link: urlOf(indexPath('terms')), items: [] },
      ...categories(pages, label),
    ],
    [`/${FOLDERS.rules}`]: [{ text: label('pages.rules'), link: urlOf(indexPath('rules')), items: rules }],
  };
});

/** Links of a group on one page: as many as a low window shows, so that the open page is among those in sight. */
const MOST_ITEMS = 16;

/** The sidebar of a page, which does not grow with the site; nothing where that of all other pages serves. */
export function sidebarOf(
  { contents, label }: Pick<Site, 'contents' | 'label'>,
  { path }: Entry,
): SideGroup[] | undefined {
  return sectionOf(sectionsOf(contents, label), path)?.map(({ text, link, items, isFolded }) => ({
    text,
    link,
    items: itemsAround(items, urlOf(path), isFolded).map(({ text, link }) => ({ text, link })),
    ...(items.length > 0 && { count: items.length }),
  }));
}

/** As HTML: what nobody changes needs no program. */
export function sidebarHtml(site: Site, page: Entry): string | undefined {
  const { label, place } = site;
  const here = urlOf(page.path);
  const groups = sidebarOf(site, page);
  const isListed = groups?.some(({ link, items }) => link === here || items.some(item => item.link === here));
  /** A page that is not listed, such as that of a person, stands in the list to which a group leads. */
  const currentOf = (link: string): string => {
    if (link === here) return ' aria-current="page"';
    return !isListed && here.startsWith(link) ? ' aria-current="true"' : '';
  };
  const linkTo = (link: string, html: string): string =>
    `<a href="${escapeHtml(place.base + link.slice(1))}"${currentOf(link)}>${html}</a>`;
  return groups
    ?.map(({ text, link, items, count = 0 }) => {
      const total = count > 0 && items.length === 0 ? `<small>${label('count', { count })}</small>` : '';
      const links = items.map(item => linkTo(item.link, item.text));
      if (count > items.length && items.length > 0)
        links.push(linkTo(link, label('theme.others', { count: count - items.length })));
      const list = links.length > 0 ? `<ul>${links.map(html => `<li>${html}</li>`).join('')}</ul>` : '';
      return `<section><h2>${linkTo(link, `<span>${text}</span>`)}${total}</h2>${list}</section>`;
    })
    .join('');
}

const sectionOf = (sections: Record<string, Group[]>, path: string): Group[] | undefined =>
  Object.entries(sections).find(([beginning]) => urlOf(path).startsWith(beginning))?.[1];

function itemsAround(items: readonly SideItem[], link: string, isFolded = false): readonly SideItem[] {
  const at = items.findIndex(item => item.link === link);
  if (at < 0) return isFolded ? [] : items.slice(-MOST_ITEMS);
  const start = Math.min(Math.max(at - MOST_ITEMS / 2, 0), Math.max(items.length - MOST_ITEMS, 0));
  return items.slice(start, start + MOST_ITEMS);
}

/** The sidebar of all pages without a section: the texts. VitePress has it in the programs of every page. */
export function sidebar({ contents, label, isKept }: Whole): DefaultTheme.Sidebar {
  const texts = contents.pages.filter(
    page => page.kind === 'text' && !isList(page) && (page.path !== 'offline' || canReadOffline({ contents, isKept })),
  );
  return [{ text: label('site.thisSite'), items: texts.map(page => item(page, label)) }];
}

/** The home page, or an index that was made; what a person wrote in `docs/guide/index.md` is a page like others. */
const isList = ({ path, source }: Entry): boolean =>
  path === 'index' || (path.endsWith('/index') && source !== `docs/${path}.md`);

/** Lists of bodies and people, where there are any. Each has too many to stand in a sidebar on every page. */
const LISTS: readonly { path: string; text: 'pages.bodies' | 'pages.people' }[] = [
  { path: indexPath('bodies'), text: 'pages.bodies' },
  { path: indexPath('people'), text: 'pages.people' },
];

/**
 * The pages before and after one, for its foot: of minutes the meetings of the same body, or where it has no other
 * meeting those in time; of other pages their neighbours in the group of the sidebar. Nothing where a page has no section.
 */
export function neighbours({ contents, label }: Site, page: Entry): { prev?: Neighbour; next?: Neighbour } {
  const meetings = meetingsOf(page, contents);
  const section = sectionOf(sectionsOf(contents, label), page.path);
  if (!section) return {};
  const here = urlOf(page.path);
  const group = section.find(({ items }) => items.some(({ link }) => link === here))?.items ?? [];
  const row = meetings.length > 1 ? meetings.map(meeting => minutesItem(meeting, label)) : group;
  const at = row.findIndex(({ link }) => link === here);
  const neighbour = (other: SideItem | undefined): Neighbour =>
    other ? { text: other.docFooterText ?? other.text, link: other.link } : false;
  return { prev: at < 0 ? false : neighbour(row[at - 1]), next: at < 0 ? false : neighbour(row[at + 1]) };
}

type Neighbour = { readonly text: string; readonly link: string } | false;

function minutesItem(page: Entry, label: Labels): SideItem {
  const title = htmlOf(shortTitle(page), label);
  return {
    link: urlOf(page.path),
    text: `<span class="sidebar-when">${htmlOf(withEdition(dateOf(page, label), page, label), label)}</span>${keptTogether(title)}`,
    docFooterText: keptTogether(title),
  };
}

/** Each leads to the index narrowed to it; entries stand in its order. */
function categories(pages: readonly Entry[], label: Labels): Group[] {
  const terms = pages.filter(kindOf('term')).map(page => ({
    page,
    id: page.path,
    term: page.title,
    ...optional('reading', textOf(page.matter.reading) || undefined),
  }));
  const { kana, latin } = alphabetical(terms);
  const ordered = [...kana, ...latin].flatMap(({ members }) => members.map(({ page }) => page));
  return [...CATEGORIES, undefined]
    .map(category => ({
      text: label(category ? `category.${category}` : 'pages.other'),
      link: `${urlOf(indexPath('terms'))}?category=${category ?? 'other'}`,
      isFolded: true,
      items: ordered.filter(term => term.matter.category === category).map(page => item(page, label)),
    }))
    .filter(group => group.items.length > 0);
}

const item = ({ title, path }: Entry, label: Labels): SideItem => ({
  text: htmlOf(title, label),
  link: urlOf(path),
});
