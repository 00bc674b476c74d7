/** Tells pages with one title apart in the list of tabs, bookmarks and results: each says what it is. */
import { groupBy, once } from '@tsuzuri/core/collections';
import { withEdition } from '@tsuzuri/core/front-matter';
import type { LabelKey, Labels } from '@tsuzuri/core/labels';
import { dateOf, type Entry, type Site } from './site.ts';

/** What kinds of pages are called; one that a project adds is called by its name. */
const KINDS = {
  term: 'theme.kind.term',
  person: 'theme.kind.person',
  body: 'theme.kind.body',
  rule: 'theme.kind.rule',
} as const satisfies Readonly<Record<string, LabelKey>>;
const isKnown = (kind: string): kind is keyof typeof KINDS => kind in KINDS;

/** What is said behind titles that are equal, one after the other for as long as they are. */
const QUALIFIERS: readonly ((page: Entry, label: Labels) => string)[] = [
  ({ kind }, label) => {
    if (isKnown(kind)) return label(KINDS[kind]);
    return ['minutes', 'text'].includes(kind) ? '' : kind;
  },
  (page, label) => (page.kind === 'minutes' ? withEdition(dateOf(page, label), page, label) : ''),
  ({ path }) => path,
];

/** By page, what is said behind its title: `（会議体）`. Nothing for a title that no other page has. */
const additions = once(({ pages }: Site['contents'], label: Labels): ReadonlyMap<Entry, string> => {
  const said = new Map<Entry, string>();
  for (const qualify of QUALIFIERS)
    for (const group of groupBy(pages, page => page.title + (said.get(page) ?? '')).values()) {
      const words = new Map(group.map(page => [page, qualify(page, label)]));
      if (new Set(words.values()).size < 2) continue;
      for (const [page, more] of words)
        if (more) said.set(page, (said.get(page) ?? '') + label('bracketed', { words: more }));
    }
  return said;
});

/** The setting of VitePress for `<title>`, beside that of the project; the title on the page stays as it is. */
export function titleTemplate(page: Entry, site: Site): { titleTemplate?: string } {
  const addition = additions(site.contents, site.label).get(page);
  if (addition === undefined) return {};
  const { title, titleTemplate: own = title } = site;
  if (typeof own === 'string' && own.includes(':title'))
    return { titleTemplate: own.replaceAll(':title', () => `:title${addition}`) };
  return { titleTemplate: `:title${addition}${own === false ? '' : ` | ${own === true ? title : own}`}` };
}
