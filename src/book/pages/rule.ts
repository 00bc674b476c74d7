/** Makes the page of a rule, with every place where it was used. */

import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { dateLabel } from '@tsuzuri/core/front-matter';
import type { Edit } from '@tsuzuri/core/trace';
import { visible } from '@tsuzuri/core/unicode';
import { placeAddress } from '@tsuzuri/core/urls';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { heading, item, line, link, list, paragraph, text } from './nodes.ts';

/** One use of a rule, with some letters of the scan on either side. */
export interface Use extends Pick<Edit, 'at' | 'del' | 'ins' | 'rule' | 'why'> {
  readonly page: Page;
  /** Nearest anchor before it, absent before the first one. */
  readonly anchor?: string;
  /** Left to a person. */
  readonly doubt: boolean;
  readonly before: string;
  readonly behind: string;
}

/** @param asks the rule never mends by itself */
export function rulePage(body: readonly RootContent[], uses: readonly Use[], asks: boolean): Root {
  const mended = uses.filter(({ doubt }) => !doubt);
  const doubted = uses.filter(({ doubt }) => doubt);
  return {
    type: 'root',
    children: [
      ...body,
      ...(asks ? [] : part('uses', '直した箇所', mended)),
      ...(asks || doubted.length > 0 ? part('doubts', '疑いとして残した箇所', doubted) : []),
    ],
  };
}

function part(id: string, title: string, uses: readonly Use[]): RootContent[] {
  const shown = uses.slice(0, MOST_USES);
  const rest = uses.length - shown.length;
  return [
    heading(2, id, text(`${title}（${uses.length}か所）`)),
    uses.length > 0
      ? list(shown.map(use => item(line(...useLine(use)))))
      : paragraph(text('収録した会議録には、まだありません。')),
    ...(rest > 0 ? [paragraph(text(`ほか${rest}か所は帳簿にあります。`))] : []),
  ];
}

/** A rule of spacing is used hundreds of times; the ledger has them all. */
const MOST_USES = 200;

/** What was struck out, what was put in, a few letters on either side. */
function useLine(use: Use): PhrasingContent[] {
  const { page, anchor, before, behind } = use;
  return [
    link(placeAddress({ page: page.path, ...optional('anchor', anchor) }), dateLabel(page)),
    text(`：…${before}`),
    ...mended(use),
    text(`${behind}…`),
  ];
}

/** What was struck out, then what was put in. */
export const mended = ({ del, ins }: Pick<Use, 'del' | 'ins'>): PhrasingContent[] => [
  ...(del === '' ? [] : [{ type: 'delete' as const, children: [text(visible(del))] }]),
  ...(ins === '' ? [] : [{ type: 'strong' as const, children: [text(visible(ins))] }]),
];
