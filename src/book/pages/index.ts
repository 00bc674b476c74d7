/** Makes every page of the book but the minutes: hand-written texts, entries, rules, indexes. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Converted } from '@tsuzuri/convert/pipeline';
import type { Mention, Page, Together } from '@tsuzuri/core/book';
import type { Card, Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { HOUSE_STYLE, parsePage, withoutIncludes, writeMatter } from '@tsuzuri/core/markdown';
import { sentenceAround } from '@tsuzuri/link/inline-text';
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Quoted } from '../citations.ts';
import { yearsOf } from '../cooccurrence.ts';
import { glossaryIndex } from './glossary-index.ts';
import { type Use, rulePage as usedRule } from './rule.ts';
import { rulesIndex } from './rules-index.ts';
import { termPage as entryPage, minutesIndex } from './term.ts';
import { pagesOfWho, waysIn } from './who.ts';

const MARKDOWN = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .use(remarkStringify, HOUSE_STYLE)
  .freeze();

/** What a page is called, before anybody asks what stands in it. */
type Head = Pick<Page, 'path' | 'kind' | 'title' | 'source'>;

interface Made {
  readonly matter: Readonly<Record<string, unknown>>;
  readonly tree: Root;
}

/** A page that is written and read back once somebody asks for it: `tsuzuri check` asks for few. */
function lazyPage(head: Head, write: () => string): Page {
  let read: Page | undefined;
  const whole = (): Page => {
    read ??= parsePage(head.path, write());
    return read;
  };
  return {
    ...head,
    get matter() {
      return whole().matter;
    },
    get tree() {
      return whole().tree;
    },
    get markdown() {
      return whole().markdown;
    },
  };
}

const madePage = (head: Head, make: () => Made): Page =>
  lazyPage(head, () => {
    const { matter, tree } = make();
    return MARKDOWN.stringify({
      type: 'root',
      children: [{ type: 'yaml', value: writeMatter(matter) }, ...tree.children],
    });
  });

/** A sentence that begins this near to the title is part of the lead: the first alone may be 「ITは、二つの文書に名が出ます。」 */
const LEAD = 40;

/** The first sentences below the title, as `description` in front matter: what lists of links show of the page. */
function leadOf({ children }: Root): { description?: string } {
  const first = children.find(({ type }) => type === 'paragraph');
  return optional('description', first && sentenceAround(textOf(first), { start: 0, end: LEAD }));
}

/** Pages that authors write, `docs/*.md`: only links are put in. */
/** @param body of its card, inert */
export function textPage(card: Card, body: () => Root, link: (markdown: string) => string): Page {
  const { file, id: name } = card;
  const title = String(card.data.title ?? /^# (.+)$/m.exec(card.body)?.[1] ?? name);
  const head: Head = { path: name, kind: 'text', title, source: file };
  return lazyPage(head, () => {
    const matter = { ...leadOf(body()), ...card.data, title, kind: 'text', source: file };
    return `---\n${writeMatter(matter)}\n---\n${withoutIncludes(link(card.body))}`;
  });
}

/** What is known of an entry besides its card. */
interface EntryPlace {
  /** The body of its card, inert. */
  readonly body: () => Root;
  readonly quoted: readonly Quoted[];
  readonly mentions: readonly Mention[];
  readonly together: readonly Together[];
  readonly minutes: readonly Page[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly link: (tree: Root, self: string) => Root;
}

export function termPage(term: Term, { body, link, minutes, ...known }: EntryPlace): Page {
  const { id, card } = term;
  const head: Head = { path: `glossary/${id}`, kind: 'term', title: term.term, source: `docs/glossary/${id}.md` };
  return madePage(head, () => ({
    matter: {
      ...leadOf(body()),
      ...card.data,
      title: head.title,
      kind: head.kind,
      id,
      source: head.source,
      mentions: known.mentions.length,
      ...optional('years', yearsOf(known.mentions, minutes)),
    },
    tree: entryPage(term, { ...known, pages: minutes, body: link(body(), id).children }),
  }));
}

export function rulePage(rule: Rule, body: () => Root, uses: readonly Use[]): Page {
  const { id, title, doubt } = rule;
  const head: Head = { path: `rules/${id}`, kind: 'rule', title, source: `docs/rules/${id}.md` };
  return madePage(head, () => ({
    matter: { ...leadOf(body()), title, kind: 'rule', id, source: head.source, doubt, uses: uses.length },
    tree: usedRule(body().children as RootContent[], uses, doubt),
  }));
}

/** People and bodies, with the lists of them. */
export function whoPages(minutes: readonly Page[], terms: readonly Term[]): Page[] {
  return pagesOfWho(minutes, terms).map(({ path, matter, tree }) =>
    madePage({ path, ...matter }, () => ({ matter, tree })),
  );
}

/** What the indexes are made of. */
interface Indexed {
  readonly terms: readonly Term[];
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly converted: ReadonlyMap<string, Converted>;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
}

export function indexPages(pages: readonly Page[], { terms, mentions, converted, uses }: Indexed): Page[] {
  const of = (kind: Page['kind']) => pages.filter(candidate => candidate.kind === kind);
  const index = (head: Omit<Head, 'kind'>, tree: () => Root): Page => {
    const { title, source } = head;
    return madePage({ ...head, kind: 'text' }, () => ({ matter: { title, kind: 'text', source }, tree: tree() }));
  };
  const ledgers = () =>
    of('minutes').flatMap(page => {
      const { ledger } = converted.get(page.path.replace('minutes/', '')) ?? {};
      return ledger ? [{ page, ...ledger }] : [];
    });
  return [
    index({ path: 'minutes/index', title: '会議録', source: 'seeds' }, () =>
      minutesIndex(of('minutes'), waysIn(pages)),
    ),
    index({ path: 'glossary/index', title: '用語集', source: 'docs/glossary' }, () => glossaryIndex(terms, mentions)),
    index({ path: 'rules/index', title: '校正の規則', source: 'docs/rules' }, () =>
      rulesIndex(of('rule'), { ledgers: ledgers(), uses }),
    ),
  ];
}
