/** Makes the pages of the rules, each with every place where it was used. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { dateLabel } from '@tsuzuri/core/front-matter';
import { showWhitespace } from '@tsuzuri/core/unicode';
import { FOLDERS, indexPath, placeAddress, rulePath, urlOf } from '@tsuzuri/core/urls';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { ParsedCard } from '../load.ts';
import type { Use } from '../rule-usage.ts';
import { heading, item, line, link, list, paragraph, text } from './mdast-builders.ts';
import { leadOf, type PageKind, treePage } from './page.ts';

export const RULE: PageKind = {
  kind: 'rule',
  path: FOLDERS.rules,
  make: ({ cards, uses, cache }) =>
    cards.rules.map(card =>
      cache(
        `page of ${card.card.file}`,
        () => [card.made, uses],
        () => rulePage(card, uses.get(card.made.id) ?? []),
      ),
    ),
  nav: { text: '校正の規則', link: urlOf(indexPath('rules')), order: 30 },
};

function rulePage({ made, card, body }: ParsedCard<Rule>, uses: readonly Use[]): Page {
  const { id, title, doubt } = made;
  const head = { path: rulePath(id), kind: 'rule', title, source: card.file };
  return treePage(head, () => ({
    matter: { ...leadOf(body()), title, kind: 'rule', id, source: head.source, doubt, uses: uses.length },
    tree: ruleTree(body().children as RootContent[], uses, doubt),
  }));
}

/** @param asks the rule never mends by itself */
export function ruleTree(body: readonly RootContent[], uses: readonly Use[], asks: boolean): Root {
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

/** What was deleted, what was inserted, a few characters on either side. */
function useLine(use: Use): PhrasingContent[] {
  const { page, anchor, before, behind } = use;
  return [
    link(placeAddress({ page: page.path, ...optional('anchor', anchor) }), dateLabel(page)),
    text(`：…${before}`),
    ...mended(use),
    text(`${behind}…`),
  ];
}

/** What was deleted, then what was inserted. */
export const mended = ({ del, ins }: Pick<Use, 'del' | 'ins'>): PhrasingContent[] => [
  ...(del === '' ? [] : [{ type: 'delete' as const, children: [text(showWhitespace(del))] }]),
  ...(ins === '' ? [] : [{ type: 'strong' as const, children: [text(showWhitespace(ins))] }]),
];
