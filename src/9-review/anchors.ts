/** Lists the places of a page that a link can name, as the site gives them. */
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { headingId } from '../addresses.ts';
import { splitId } from '../anchor.ts';
import type { Page } from '../book.ts';

const known = new WeakMap<Page, ReadonlySet<string>>();

/**
 * Ids of a page: those that are written (`{#u7}`), those of headings without one (`続き`, the second time `続き-1`), the
 * numbers of the paragraphs of minutes (`p12`).
 */
export function anchorsOf(page: Page): ReadonlySet<string> {
  const ids = known.get(page) ?? new Set(idsOf(page));
  known.set(page, ids);
  return ids;
}

function idsOf({ tree, kind }: Page): string[] {
  const ids: string[] = [];
  const times = new Map<string, number>();
  let paragraphs = 0;
  visit(tree as Nodes, node => {
    if (node.type !== 'heading' && node.type !== 'paragraph') return;
    const { id, node: bare } = splitId(node);
    if (node.type === 'paragraph') paragraphs++;
    if (id !== undefined) ids.push(id);
    else if (node.type === 'heading') {
      const slug = headingId(textOf(bare));
      const before = times.get(slug) ?? 0;
      times.set(slug, before + 1);
      ids.push(before === 0 ? slug : `${slug}-${before}`);
    } else if (kind === 'minutes') ids.push(`p${paragraphs}`);
  });
  return ids;
}
