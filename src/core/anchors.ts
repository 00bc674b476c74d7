/** Lists the anchors of the book, and finds where a link of a page leads. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Page } from './book.ts';
import { blockId } from './markdown.ts';
import { resolveLink } from './urls.ts';

/** One of three, or nothing where the link leads nowhere. */
export interface Target {
  /** A place inside the book. */
  readonly label?: string;
  /** A page that is not printed, where the site has it: `rules/dash/#uses`. */
  readonly page?: string;
  /** An address outside of the site. */
  readonly url?: string;
}

/** Every label of the book: `minutes/2012-11-01-isc-31` for a page, `minutes/2012-11-01-isc-31#u7` for a place in it. */
export function labelsOf(pages: readonly Page[]): ReadonlySet<string> {
  return new Set(pages.flatMap(page => [page.path, ...idsOf(page.tree).map(id => `${page.path}#${id}`)]));
}

function idsOf(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree as Nodes, node => {
    const id = blockId(node);
    if (id !== undefined) ids.push(id);
  });
  return ids;
}

/** Where a link of a page leads: `/glossary/nisc`, `nisc.md`, `#s1`, `https://www.nisc.go.jp/`. */
export function targetOf(url: string, from: string, labels: Pick<ReadonlySet<string>, 'has'>): Target {
  const target = resolveLink(url, from);
  if (target === undefined) return {};
  if ('outside' in target) return { url: target.outside };
  const { paths, hash, address } = target;
  const label = [...paths.map(path => path + hash), ...paths].find(candidate => labels.has(candidate));
  return label === undefined ? { page: address.slice(1) } : { label };
}

/** How many speeches and opinions minutes have. */
export const spokenIn = (page: Page): number => [...labelsOf([page])].filter(label => SPEECH.test(label)).length;

/** `minutes/2012-11-01-isc-31#u7` */
const SPEECH = /#u\d+$/;
