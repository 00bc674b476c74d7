/** Builds the navigation bar, the sidebars and the links between neighbours from the list of pages. */
import type { Nav } from '@tsuzuri/book/pages/page';
import { navOf, PAGE_KINDS } from '@tsuzuri/book/pages/page-kinds';
import { CATEGORIES } from '@tsuzuri/core/card';
import { compare } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { FOLDERS, indexPath, urlOf } from '@tsuzuri/core/urls';
import type { DefaultTheme } from 'vitepress';
import { type Contents, dateOf, type Entry, kindOf, minutesOf, type Site, shortTitle, textOf } from './site.ts';
import { htmlOf } from './words.ts';

/** Links of the navigation besides those of the kinds of pages. */
const ownLinks = (label: Labels): Nav[] => [
  { text: label('site.offline'), link: urlOf('offline'), activeMatch: '^/offline/$', order: 90 },
  { text: label('site.about'), link: urlOf('about'), activeMatch: '^/(about|contributing)/$', order: 100 },
];

/** The navigation leads only to what is there. */
export function navigation({ pages, books, nav = [] }: Contents, label: Labels): DefaultTheme.NavItem[] {
  const links = new Set(pages.map(({ path }) => urlOf(path)));
  return [...navOf(PAGE_KINDS, label), ...nav, ...ownLinks(label)]
    .filter(({ link }) => links.has(link) && (link !== urlOf('offline') || books.length > 0))
    .toSorted((a, b) => (a.order ?? 40) - (b.order ?? 40))
    .map(({ text, link, activeMatch = `^${link}` }) => ({ text: htmlOf(text, label), activeMatch, link }));
}

/**
 * Each section of the site has its own sidebar, so that none grows with the others. VitePress writes its labels as HTML,
 * so they are escaped here.
 */
export function sidebars({ pages, books, nav = [] }: Contents, label: Labels): DefaultTheme.SidebarMulti {
  const itemOf = (page: Entry): DefaultTheme.SidebarItem => item(page, label);
  const texts = pages.filter(
    page => page.kind === 'text' && !isList(page) && (page.path !== 'offline' || books.length > 0),
  );
  const minutes = { text: label('pages.minutes'), link: urlOf(indexPath('minutes')) };
  const lists = LISTS.filter(list => pages.some(({ path }) => path === list.path)).map(({ path, text }) => ({
    text: label(text),
    link: urlOf(path),
  }));
  const others = lists.length > 0 ? [{ text: label('site.peopleAndBodies'), items: lists }] : [];
  const own = nav.map(({ text, link }): [string, DefaultTheme.SidebarItem[]] => [
    link,
    [
      {
        text: htmlOf(text, label),
        link,
        items: pages.filter(({ path }) => urlOf(path).startsWith(link) && urlOf(path) !== link).map(itemOf),
      },
    ],
  ]);
  return {
    ...Object.fromEntries(own),
    [`/${FOLDERS.minutes}`]: [{ ...minutes, items: minutesOf(pages).map(page => minutesItem(page, label)) }, ...others],
    [`/${FOLDERS.people}`]: [{ ...minutes, items: lists }],
    [`/${FOLDERS.bodies}`]: [{ ...minutes, items: lists }],
    [`/${FOLDERS.terms}`]: [
      { text: label('pages.glossary'), link: `/${FOLDERS.terms}`, items: categories(pages, label) },
    ],
    [`/${FOLDERS.rules}`]: [
      { text: label('pages.rules'), link: `/${FOLDERS.rules}`, items: pages.filter(kindOf('rule')).map(itemOf) },
    ],
    '/': [{ text: label('site.thisSite'), items: texts.map(itemOf) }],
  };
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
 * The meetings of the same body before and after one, for the foot of its page; nothing where the body has no other
 * meeting: the page then leads to its neighbours in time, as the sidebar has them.
 */
export function neighbours({ contents: { pages }, label }: Site, page: Entry): { prev?: Neighbour; next?: Neighbour } {
  const meetings = minutesOf(pages.filter(({ matter }) => page.matter.body && matter.body === page.matter.body));
  if (meetings.length < 2) return {};
  const at = meetings.findIndex(({ path }) => path === page.path);
  const neighbour = (other: Entry | undefined): Neighbour =>
    other ? { text: htmlOf(shortTitle(other), label), link: urlOf(other.path) } : false;
  return { prev: neighbour(meetings[at - 1]), next: neighbour(meetings[at + 1]) };
}

type Neighbour = { readonly text: string; readonly link: string } | false;

function minutesItem(page: Entry, label: Labels): DefaultTheme.SidebarItem {
  const title = htmlOf(shortTitle(page), label);
  return {
    link: urlOf(page.path),
    text: `<span class="sidebar-when">${htmlOf(dateOf(page, label), label)}</span>${keepTogether(title)}`,
    docFooterText: title,
  };
}

/** 第31回 is one word to a reader, two to a browser. */
function keepTogether(html: string): string {
  return html.replace(/第\d+回/, '<span class="keep-together">$&</span>');
}

function categories(pages: readonly Entry[], label: Labels): DefaultTheme.SidebarItem[] {
  const terms = pages.filter(kindOf('term')).sort(byReading);
  return [...CATEGORIES, undefined]
    .map(category => ({
      text: label(category ? `category.${category}` : 'pages.other'),
      collapsed: true,
      items: terms.filter(term => term.matter.category === category).map(page => item(page, label)),
    }))
    .filter(group => group.items.length > 0);
}

const item = ({ title, path }: Entry, label: Labels): DefaultTheme.SidebarItem => ({
  text: htmlOf(title, label),
  link: urlOf(path),
});

const collator = new Intl.Collator('ja');
function byReading(a: Entry, b: Entry): number {
  const reading = ({ matter, title }: Entry) => textOf(matter.reading) || title;
  return collator.compare(reading(a), reading(b)) || compare(a.path, b.path);
}
