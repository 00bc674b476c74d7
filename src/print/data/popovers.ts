/** Writes for each page what its links to the glossary show in a popover. */

import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { period } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { idInAddress, popoverFile, termPath } from '@tsuzuri/core/urls';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/** What a popover shows of an entry: plain text. */
export interface PopoverEntry {
  readonly term: string;
  readonly reading?: string;
  readonly expansion?: string;
  /** Of the expansions, where the card says it. */
  readonly language?: string;
  /** In the order of the card: the second is what a link to `#n2` means. */
  readonly names: readonly { readonly name: string; readonly expansion?: string; readonly period?: string }[];
  /** What the thing is: the description of its page. */
  readonly text: string;
  /** How many places name it. */
  readonly mentions: number;
}

interface Glossary {
  readonly pages: readonly Page[];
  readonly terms: readonly Term[];
  /** By id of the entry. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly label: Labels;
}

/** `data/PATH.terms.json` for every page, so that none is ever asked for in vain: the entries that it links to, by id. */
export function popoverFiles({ pages, terms, mentions, label }: Glossary): [path: string, content: string][] {
  const matters = new Map(pages.map(page => [page.path, page.matter]));
  const entries = new Map(
    terms.map(term => {
      const { description = '' } = matters.get(termPath(term.id)) ?? {};
      const known = { text: String(description), mentions: mentions.get(term.id)?.length ?? 0 };
      return [term.id, { ...namesOf(term, label), ...known }];
    }),
  );
  return pages.map(({ path, tree }) => {
    const linked = linkedEntries(tree).flatMap(id => (entries.has(id) ? [[id, entries.get(id)] as const] : []));
    return [popoverFile(path), `${JSON.stringify(Object.fromEntries(linked))}\n`];
  });
}

function namesOf(term: Term, label: Labels): Omit<PopoverEntry, 'text' | 'mentions'> {
  return {
    term: term.term,
    ...optional('reading', term.reading === term.term ? undefined : term.reading),
    ...optional('expansion', term.expansion),
    ...optional('language', term.language),
    names: term.names.map(dated => ({
      name: dated.name,
      ...optional('expansion', dated.expansion),
      ...optional('period', dated.from || dated.until ? period(dated, label) : undefined),
    })),
  };
}

/** Ids of the entries that a tree links to, each once. */
function linkedEntries(tree: Nodes): string[] {
  const ids = new Set<string>();
  visit(tree, node => {
    const id = 'url' in node ? idInAddress(node.url) : undefined;
    if (id !== undefined) ids.add(id);
  });
  return [...ids];
}
