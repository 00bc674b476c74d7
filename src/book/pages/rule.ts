/** Makes the pages of the rules: each with every place where it was used, and the one that says how the text was made. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Ledger } from '@tsuzuri/convert/ledger';
import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { byDate, dateLabel, meeting } from '@tsuzuri/core/front-matter';
import { showWhitespace } from '@tsuzuri/core/unicode';
import { FOLDERS, indexPath, nameOfMinutes, placeAddress, rulePath, urlOf } from '@tsuzuri/core/urls';
import type { List, PhrasingContent, Root, RootContent } from 'mdast';
import type { ParsedCard } from '../load.ts';
import type { Use } from '../rule-usage.ts';
import { heading, item, line, link, list, paragraph, table, text } from './mdast-builders.ts';
import { leadOf, type PageKind, plainPage, type Relations, treePage } from './page.ts';

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

export const RULES_INDEX: PageKind = {
  kind: 'text',
  path: indexPath('rules'),
  make: (relations, pages) => {
    const rules = pages.filter(({ kind }) => kind === 'rule');
    const head = { path: indexPath('rules'), kind: 'text', title: '校正の規則', source: 'docs/rules' };
    return [plainPage(head, () => rulesIndex(rules, { ledgers: ledgersOf(relations), uses: relations.uses }))];
  },
};

const ledgersOf = ({ minutes, converted }: Relations): Counted[] =>
  minutes.flatMap(page => {
    const { ledger } = converted.get(nameOfMinutes(page.path)) ?? {};
    return ledger ? [{ page, ...ledger }] : [];
  });

interface Counted extends Pick<Ledger, 'edits' | 'doubts'> {
  readonly page: Page;
}

/** What was changed and doubted, by document and by rule. */
interface Work {
  readonly ledgers: readonly Counted[];
  readonly uses: ReadonlyMap<string, readonly Use[]>;
}

/** What the program does with a scan, in its order. */
const STEPS: readonly (readonly [name: string, what: string])[] = [
  [
    '読む',
    '原文（OCR で読み取ったままのテキスト）を読みます。原文のファイルは書き換えません。人が確かめた訂正があれば、はじめに当てます。',
  ],
  ['そろえる', '全角の英数字、半角カナ、部首用の文字、縦書き用の記号を、通常の文字にそろえます。'],
  [
    '組み立てる',
    '見出し、発言、箇条書き、表を見分けます。ページの切れ目や行の折り返しで切れた文をつなぎ、余分な空白を除きます。',
  ],
  ['直す', '規則の一つひとつを本文に当てます。確かなものは直し、判断のつかないものは直さずに、疑いとして残します。'],
  ['結ぶ', '用語を用語集の項目に結び付けます。本文の文字は変わりません。'],
];

const rulesIndex = (rules: readonly Page[], work: Work): RootContent[] => [
  heading(1, undefined, text('校正の規則')),
  paragraph(text(LEAD)),
  heading(2, 'steps', text('本文ができるまで')),
  steps(),
  ...documents(work.ledgers),
  ...groupsOf(rules, work.uses),
];

const LEAD =
  '原文を直すときの規則です。規則ごとに、理由と例、実際に直した箇所を示します。直した箇所はすべて帳簿（ledger）に残り、元の文字に戻せます。';

function steps(): List {
  const items = STEPS.map(([name, what]) => item(line({ type: 'strong', children: [text(name)] }, text(`　${what}`))));
  return { ...list(items), ordered: true, start: 1 };
}

/** One row a document, then the sum of each column. */
function documents(ledgers: readonly Counted[]): RootContent[] {
  if (ledgers.length === 0) return [];
  const rows = ledgers
    .toSorted((a, b) => byDate(a.page, b.page))
    .map(({ page, edits, doubts }) => ({
      name: link(`/${page.path}`, meeting(page.matter) ?? page.title),
      counts: [edits.length, edits.filter(({ by }) => by === 'person').length, doubts.length],
    }));
  const sums = rows
    .map(({ counts }) => counts)
    .reduce((sum, counts) => sum.map((count, at) => count + (counts[at] ?? 0)));
  const cells = ({ name, counts }: { name: PhrasingContent; counts: number[] }) => [
    [name],
    ...counts.map(count => [text(String(count))]),
  ];
  return [
    heading(2, 'documents', text('文書ごとの訂正と疑い')),
    table([HEAD, ...rows.map(cells), cells({ name: text('合計'), counts: sums })], [null, 'right', 'right', 'right']),
  ];
}

const HEAD = ['文書', '訂正', 'うち人による訂正', '疑い'].map(name => [text(name)]);

/** A rule with what it has done. */
interface Worked {
  readonly rule: Page;
  readonly mended: number;
  readonly doubted: number;
}

const asks = ({ rule }: Worked): boolean => rule.matter.doubt === true;
const timesUsed = ({ mended, doubted }: Worked): number => mended + doubted;

const GROUPS: readonly { id: string; title: string; lead: string; has: (worked: Worked) => boolean }[] = [
  {
    id: 'used',
    title: '適用した規則',
    lead: '収録した文書で実際に使った規則です。',
    has: worked => !asks(worked) && timesUsed(worked) > 0,
  },
  {
    id: 'asking',
    title: '疑いだけを示す規則',
    lead: '誤りかもしれない箇所を知らせるだけで、文字は変えません。',
    has: asks,
  },
  {
    id: 'unused',
    title: 'まだ適用例のない規則',
    lead: '収録した文書には、当てはまる箇所がありません。',
    has: worked => !asks(worked) && timesUsed(worked) === 0,
  },
];

/** In each group the rules that were used most come first. */
function groupsOf(rules: readonly Page[], uses: Work['uses']): RootContent[] {
  const worked = rules.map(rule => workOf(rule, uses.get(String(rule.matter.id)) ?? []));
  const sorted = worked.toSorted((a, b) => timesUsed(b) - timesUsed(a));
  return GROUPS.flatMap(group => groupOf(group, sorted.filter(group.has)));
}

function workOf(rule: Page, uses: readonly Use[]): Worked {
  const doubted = uses.filter(({ doubt }) => doubt).length;
  return { rule, mended: uses.length - doubted, doubted };
}

function groupOf({ id, title, lead }: (typeof GROUPS)[number], members: readonly Worked[]): RootContent[] {
  if (members.length === 0) return [];
  const items = members.map(one => item(line(link(`/${one.rule.path}`, one.rule.title), ...countOf(one))));
  return [heading(2, id, text(`${title}（${members.length}）`)), paragraph(text(lead)), list(items)];
}

/** 訂正3か所、疑い1か所; nothing where there is none. */
function countOf({ mended, doubted }: Worked): PhrasingContent[] {
  const counts = [mended > 0 ? `訂正${mended}か所` : '', doubted > 0 ? `疑い${doubted}か所` : ''].filter(Boolean);
  return counts.length > 0 ? [text(' '), { type: 'emphasis', children: [text(counts.join('、'))] }] : [];
}
