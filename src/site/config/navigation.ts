/** Builds the navigation bar, the sidebars and the links between neighbours from the list of pages. */
import { CATEGORIES, type Category } from '@tsuzuri/core/card';
import { urlOf } from '@tsuzuri/core/urls';
import type { DefaultTheme } from 'vitepress';
import { escapeHtml } from './hardening.ts';
import { type Contents, compare, dateOf, type Entry, kindOf, minutesOf, shortTitle, textOf } from './site.ts';

const NAVIGATION: readonly { path: string; text: string; activeMatch: string }[] = [
  { path: 'minutes/index', text: '会議録', activeMatch: '^/(minutes|people|bodies)/' },
  { path: 'glossary/index', text: '用語集', activeMatch: '^/glossary/' },
  { path: 'rules/index', text: '校正の規則', activeMatch: '^/rules/' },
  { path: 'offline', text: 'オフライン版', activeMatch: '^/offline$' },
  { path: 'about', text: 'このサイトについて', activeMatch: '^/(about|contributing)$' },
];

/** The navigation leads only to what is there. */
export function navigation({ pages, books }: Contents): DefaultTheme.NavItem[] {
  const paths = new Set(pages.map(page => page.path));
  const sections = NAVIGATION.filter(item => paths.has(item.path) && (item.path !== 'offline' || books.length > 0));
  return sections.map(({ path, ...item }) => ({ ...item, link: urlOf(path) }));
}

/**
 * Each section of the site has its own sidebar, so that none grows with the others. VitePress writes its labels as HTML,
 * so they are escaped here.
 */
export function sidebars({ pages }: Contents): DefaultTheme.SidebarMulti {
  const texts = pages.filter(page => page.kind === 'text' && !page.path.endsWith('index'));
  const minutes = { text: '会議録', link: '/minutes/' };
  const lists = LISTS.filter(list => pages.some(({ path }) => path === list.path)).map(({ path, text }) => ({
    text,
    link: urlOf(path),
  }));
  const others = lists.length > 0 ? [{ text: '人と会議体', items: lists }] : [];
  return {
    '/minutes/': [{ ...minutes, items: minutesOf(pages).map(minutesItem) }, ...others],
    '/people/': [{ ...minutes, items: lists }],
    '/bodies/': [{ ...minutes, items: lists }],
    '/glossary/': [{ text: '用語集', link: '/glossary/', items: categories(pages) }],
    '/rules/': [{ text: '校正の規則', link: '/rules/', items: pages.filter(kindOf('rule')).map(item) }],
    '/': [{ text: 'このサイト', items: texts.map(item) }],
  };
}

/** Lists of bodies and people, where there are any. Each has too many to stand in a sidebar on every page. */
const LISTS: readonly { path: string; text: string }[] = [
  { path: 'bodies/index', text: '会議体' },
  { path: 'people/index', text: '出席者と発言者' },
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
