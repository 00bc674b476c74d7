/** Defines what a kind of pages is, and makes single pages: written and parsed only when someone asks for them. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Converted } from '@tsuzuri/convert/pipeline';
import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import type { Labels } from '@tsuzuri/core/labels';
import { HOUSE_STYLE, parsePage, writeMatter } from '@tsuzuri/core/markdown';
import { remarkCjkFriendly, remarkFrontmatter, remarkGfm, remarkParse, remarkStringify } from '@tsuzuri/core/remark';
import { sentenceAround } from '@tsuzuri/link/inline-text';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { unified } from 'unified';
import type { Attendance } from '../bodies.ts';
import type { Cache } from '../cache.ts';
import type { FoundCitations } from '../citations.ts';
import type { Cooccurrence } from '../cooccurrence.ts';
import type { LinkOptions } from '../links.ts';
import type { ParsedCard } from '../load.ts';
import type { Use } from '../rule-usage.ts';
import type { Source } from '../sources.ts';

/** Everything that pages can be made of: what a project has, and how it hangs together. */
export interface Relations {
  /** What the pages say of themselves, in the language of the project. */
  readonly label: Labels;
  /** Name of the project. */
  readonly title: string;
  /** One sentence that says what the project is. */
  readonly description?: string;
  readonly cards: {
    readonly terms: readonly ParsedCard<Term>[];
    readonly rules: readonly ParsedCard<Rule>[];
    readonly texts: readonly ParsedCard<Source>[];
  };
  /** The pages of the documents, linked. */
  readonly minutes: readonly Page[];
  readonly terms: readonly Term[];
  /** By name of the document: `2012-11-01-isc-31`. */
  readonly converted: ReadonlyMap<string, Converted>;
  /** Where each entry is named, by its id. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Where the quotes of each entry stand, by its id. */
  readonly citations: ReadonlyMap<string, FoundCitations>;
  /** Which entries each entry is named with, by its id. */
  readonly cooccurrence: ReadonlyMap<string, readonly Cooccurrence[]>;
  /** Where each rule was applied, by its id. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** How names are read, as far as somebody says it; by the name without its spaces. */
  readonly readings: ReadonlyMap<string, string>;
  /** What people and bodies are sorted and found by, never shown: may be a guess; by `Page.path`. */
  readonly kana: ReadonlyMap<string, string>;
  /** Who sat in which meeting of which body. */
  readonly attendance: Attendance;
  readonly links: LinkOptions;
  readonly cache: Cache;
}

/** One kind of pages: how its pages are made, and how a reader comes to them. */
export interface PageKind {
  /** `Page.kind`; the search and reports show it where it has no other name: `予算`. */
  readonly kind: string;
  /** Folder of its pages (`glossary/`), or path of the one page that it has (`glossary/index`); empty for the root. */
  readonly path: string;
  /** @param pages those of the kinds before it */
  readonly make: (relations: Relations, pages: readonly Page[]) => readonly (Page | PageContent)[];
  /** One that is the same in every language, or what makes it. */
  readonly nav?: Nav | ((label: Labels) => Nav);
}

/** A link in the navigation of the site, shown where its page is there. */
export interface Nav {
  readonly text: string;
  /** `/minutes/` */
  readonly link: string;
  /** Pages on which it is marked as the current one; those below `link` by default. */
  readonly activeMatch?: string;
  /** The smallest comes first: 10 minutes, 20 glossary, 30 rules, 40 by default, 90 offline books, 100 about. */
  readonly order?: number;
}

/** A page, as a kind of a project gives it: with a tree or with Markdown, either without front matter. */
export interface PageContent {
  /** `Page.path`: `budget/2012` */
  readonly path: string;
  readonly title: string;
  /** Front matter with which the page begins, as well as `title`, `kind` and `source`. */
  readonly matter?: Readonly<Record<string, unknown>>;
  readonly content: Root | string;
  /** File that a person edits to change the page. */
  readonly source?: string;
}

declare module '@tsuzuri/book/project' {
  interface Config {
    /** Kinds of pages of the project's own. */
    readonly pageKinds?: readonly PageKind[];
  }
}

/** What a page is called, before anything that stands in it is made. */
export type PageHead = Pick<Page, 'path' | 'kind' | 'title' | 'source'>;

/** A page that is written, and read back, once someone asks for its text: `tsuzuri check` asks for few. */
export function lazyPage(head: PageHead, write: () => string): Page {
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

const MARKDOWN = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .use(remarkStringify, HOUSE_STYLE)
  .freeze();

interface Written {
  /** All of the front matter, in its order. */
  readonly matter: Readonly<Record<string, unknown>>;
  readonly tree: Root;
}

/** A lazy page that is written from a tree. */
export const treePage = (head: PageHead, make: () => Written): Page =>
  lazyPage(head, () => {
    const { matter, tree } = make();
    return MARKDOWN.stringify({
      type: 'root',
      children: [{ type: 'yaml', value: writeMatter(matter) }, ...tree.children],
    });
  });

/** A lazy page whose front matter says what its head says. */
export const plainPage = (head: PageHead, make: () => Root['children']): Page =>
  treePage(head, () => {
    const { title, kind, source } = head;
    return { matter: { title, kind, source }, tree: { type: 'root', children: make() } };
  });

/** The page of a kind that a project adds. */
export function pageOf(kind: string, { path, title, content, matter = {}, source = '' }: PageContent): Page {
  const head = { path, kind, title, source };
  const whole = { ...matter, title, kind, source };
  return typeof content === 'string'
    ? lazyPage(head, () => `---\n${writeMatter(whole)}\n---\n${content}`)
    : treePage(head, () => ({ matter: whole, tree: content }));
}

/** A sentence that begins this near to the title is part of the lead, unless both together are too long. */
const LEAD = 40;
/** UTF-16 units that a popover, a search result or a list of links shows well. */
const LONGEST = 120;

/** The first sentence below the title, or two, as `description` in front matter: what lists of links show of the page. */
export function leadOf({ children }: Root): { description?: string } {
  const first = children.find(({ type }) => type === 'paragraph');
  const words = first && textOf(first);
  const [lead, definition] = [LEAD, 1].map(end => words && sentenceAround(words, { start: 0, end }));
  return optional('description', lead && lead.length <= LONGEST ? lead : definition);
}
