/** Builds the navigation bar, the sidebars and the links between neighbours from the list of pages. */
import type { Nav } from '@tsuzuri/book/pages/page';
import { PAGE_KINDS } from '@tsuzuri/book/pages/page-kinds';
import { CATEGORIES, type Category } from '@tsuzuri/core/card';
import { compare } from '@tsuzuri/core/front-matter';
import { FOLDERS, indexPath, urlOf } from '@tsuzuri/core/urls';
import type { DefaultTheme } from 'vitepress';
import { escapeHtml } from './hardening.ts';
import { type Contents, dateOf, type Entry, kindOf, minutesOf, shortTitle, textOf } from './site.ts';

/** Links of the navigation besides those of the kinds of pages. */
const OWN_LINKS: readonly Nav[] = [
  { text: 'オフライン版', link: '/offline', activeMatch: '^/offline$', order: 90 },
  { text: 'このサイトについて', link: '/about', activeMatch: '^/(about|contributing)$', order: 100 },
];

/** The navigation leads only to what is there. */
export function navigation({ pages, books, nav = [] }: Contents): DefaultTheme.NavItem[] {
  const links = new Set(pages.map(({ path }) => urlOf(path)));
  return [...PAGE_KINDS.flatMap(kind => kind.nav ?? []), ...nav, ...OWN_LINKS]
    .filter(({ link }) => links.has(link) && (link !== '/offline' || books.length > 0))
    .toSorted((a, b) => (a.order ?? 40) - (b.order ?? 40))
    .map(({ text, link, activeMatch = `^${link}` }) => ({ text: escapeHtml(text), activeMatch, link }));
}

/**
 * Each section of the site has its own sidebar, so that none grows with the others. VitePress writes its labels as HTML,
 * so they are escaped here.
 */
export function sidebars({ pages, books, nav = [] }: Contents): DefaultTheme.SidebarMulti {
  const texts = pages.filter(
    page => page.kind === 'text' && !isList(page) && (page.path !== 'offline' || books.length > 0),
  );
  const minutes = { text: '会議録', link: urlOf(indexPath('minutes')) };
  const lists = LISTS.filter(list => pages.some(({ path }) => path === list.path)).map(({ path, text }) => ({
    text,
    link: urlOf(path),
  }));
  const others = lists.length > 0 ? [{ text: '人と会議体', items: lists }] : [];
  const own = nav.map(({ text, link }): [string, DefaultTheme.SidebarItem[]] => [
    link,
    [
      {
        text: escapeHtml(text),
        link,
        items: pages.filter(({ path }) => `/${path}`.startsWith(link) && urlOf(path) !== link).map(item),
      },
    ],
  ]);
  return {
    ...Object.fromEntries(own),
    [`/${FOLDERS.minutes}`]: [{ ...minutes, items: minutesOf(pages).map(minutesItem) }, ...others],
    [`/${FOLDERS.people}`]: [{ ...minutes, items: lists }],
    [`/${FOLDERS.bodies}`]: [{ ...minutes, items: lists }],
    [`/${FOLDERS.terms}`]: [{ text: '用語集', link: `/${FOLDERS.terms}`, items: categories(pages) }],
    [`/${FOLDERS.rules}`]: [
      { text: '校正の規則', link: `/${FOLDERS.rules}`, items: pages.filter(kindOf('rule')).map(item) },
    ],
    '/': [{ text: 'このサイト', items: texts.map(item) }],
  };
}

/** The home page, or an index that was made; what a person wrote in `docs/guide/index.md` is a page like others. */
const isList = ({ path, source }: Entry): boolean =>
  path === 'index' || (path.endsWith('/index') && source !== `docs/${path}.md`);

/** Lists of bodies and people, where there are any. Each has too many to stand in a sidebar on every page. */
const LISTS: readonly { path: string; text: string }[] = [
  { path: indexPath('bodies'), text: '会議体' },
  { path: indexPath('people'), text: '出席者と発言者' },
];

/**
 * The meetings of the same body before and after one, for the foot of its page; nothing where the body has no other
 * meeting: the page then leads to its neighbours in time, as the sidebar has them.
 */
export function neighbours({ pages }: Contents, page: Entry): { prev?: Neighbour; next?: Neighbour } {
  const meetings = minutesOf(pages.filter(({ matter }) => page.matter.body && matter.body === page.matter.body));
  if (meetings.length < 2) return {};
  const at = meetings.findIndex(({ path }) => path === page.path);
  const neighbour = (other: Entry | undefined): Neighbour =>
    other ? { text: escapeHtml(shortTitle(other)), link: urlOf(other.path) } : false;
  return { prev: neighbour(meetings[at - 1]), next: neighbour(meetings[at + 1]) };
}

type Neighbour = { readonly text: string; readonly link: string } | false;

function minutesItem(page: Entry): DefaultTheme.SidebarItem {
  const title = escapeHtml(shortTitle(page));
  return {
    link: urlOf(page.path),
    text: `<span class="sidebar-when">${escapeHtml(dateOf(page))}</span>${keepTogether(title)}`,
    docFooterText: title,
  };
}

/** 第31回 is one word to a reader, two to a browser. */
function keepTogether(html: string): string {
  return html.replace(/第\d+回/, '<span class="keep-together">$&</span>');
}

function categories(pages: readonly Entry[]): DefaultTheme.SidebarItem[] {
  const terms = pages.filter(kindOf('term')).sort(byReading);
  const groups: [Category | undefined, string][] = [
    ...(Object.entries(CATEGORIES) as [Category, string][]),
    [undefined, 'その他'],
  ];
  return groups
    .map(([category, name]) => ({
      text: name,
      collapsed: true,
      items: terms.filter(term => term.matter.category === category).map(item),
    }))
    .filter(group => group.items.length > 0);
}

function item(page: Entry): DefaultTheme.SidebarItem {
  return { text: escapeHtml(page.title), link: urlOf(page.path) };
}

const collator = new Intl.Collator('ja');
function byReading(a: Entry, b: Entry): number {
  const reading = ({ matter, title }: Entry) => textOf(matter.reading) || title;
  return collator.compare(reading(a), reading(b)) || compare(a.path, b.path);
}
