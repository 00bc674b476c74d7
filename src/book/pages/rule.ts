/** Makes the pages of the rules: each with every place where it was used, and the one that says how the text was made. */

import type { Rule } from '@tsuzuri/convert/4-correct/rules';
import type { Ledger } from '@tsuzuri/convert/ledger';
import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { byDate, dateLabel, meeting } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
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
  make: ({ cards, uses, label, cache }) =>
    cards.rules.map(card =>
      cache(
        `page of ${card.card.file}`,
        () => [card.made, uses, label.language],
        () => rulePage(card, uses.get(card.made.id) ?? [], label),
      ),
    ),
  nav: label => ({ text: label('pages.rules'), link: urlOf(indexPath('rules')), order: 30 }),
};

function rulePage({ made, card, body }: ParsedCard<Rule>, uses: readonly Use[], label: Labels): Page {
  const { id, title, doubt } = made;
  const head = { path: rulePath(id), kind: 'rule', title, source: card.file };
  return treePage(head, () => ({
    matter: { ...leadOf(body()), title, kind: 'rule', id, source: head.source, doubt, uses: uses.length },
    tree: ruleTree(body().children as RootContent[], { uses, asks: doubt, label }),
  }));
}

/** What stands below the card of a rule. */
interface Applied {
  readonly uses: readonly Use[];
  /** The rule never mends by itself. */
  readonly asks: boolean;
  readonly label: Labels;
}

export function ruleTree(body: readonly RootContent[], { uses, asks, label }: Applied): Root {
  const mended = uses.filter(({ doubt }) => !doubt);
  const doubted = uses.filter(({ doubt }) => doubt);
  const part = partsIn(label);
  return {
    type: 'root',
    children: [
      ...body,
      ...(asks ? [] : part('uses', label('pages.mended'), mended)),
      ...(asks || doubted.length > 0 ? part('doubts', label('pages.doubted'), doubted) : []),
    ],
  };
}

const partsIn =
  (label: Labels) =>
  (id: string, title: string, uses: readonly Use[]): RootContent[] => {
    const shown = uses.slice(0, MOST_USES);
    const rest = uses.length - shown.length;
    return [
      heading(2, id, text(label('pages.counts', { title, count: uses.length }))),
      uses.length > 0
        ? list(shown.map(use => item(line(...useLine(use, label)))))
        : paragraph(text(label('pages.notUsed'))),
      ...(rest > 0 ? [paragraph(text(label('pages.inLedger', { count: rest })))] : []),
    ];
  };

/** A rule of spacing is used hundreds of times; the ledger has them all. */
const MOST_USES = 200;

/** What was deleted, what was inserted, a few characters on either side. */
function useLine(use: Use, label: Labels): PhrasingContent[] {
  const { page, anchor, before, behind } = use;
  return [
    link(placeAddress({ page: page.path, ...optional('anchor', anchor) }), dateLabel(page, label)),
    text(`${label('colon')}…${before}`),
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
    const { uses, label } = relations;
    const head = { path: indexPath('rules'), kind: 'text', title: label('pages.rules'), source: 'docs/rules' };
    return [plainPage(head, () => rulesIndex(rules, { ledgers: ledgersOf(relations), uses, label }))];
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
  readonly label: Labels;
}

/** What the program does with a scan, in its order. */
const STEPS = ['Read', 'Normalise', 'Parse', 'Correct', 'Link'] as const;

const rulesIndex = (rules: readonly Page[], work: Work): RootContent[] => [
  heading(1, undefined, text(work.label('pages.rules'))),
  paragraph(text(work.label('pages.rulesLead'))),
  heading(2, 'steps', text(work.label('pages.steps'))),
  steps(work.label),
  heading(2, 'limits', text(work.label('pages.limits'))),
  paragraph(text(work.label('pages.limitsWhat'))),
  ...documents(work),
  ...groupsOf(rules, work),
];

function steps(label: Labels): List {
  const items = STEPS.map(step => {
    const name = text(label(`pages.step${step}`));
    return item(line({ type: 'strong', children: [name] }, text(label('gap') + label(`pages.step${step}What`))));
  });
  return { ...list(items), ordered: true, start: 1 };
}

/** One row a document, then the sum of each column. */
function documents({ ledgers, label }: Work): RootContent[] {
  if (ledgers.length === 0) return [];
  const rows = ledgers
    .toSorted((a, b) => byDate(a.page, b.page))
    .map(({ page, edits, doubts }) => ({
      name: link(urlOf(page.path), meeting(page.matter) ?? page.title),
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
    heading(2, 'documents', text(label('pages.byDocument'))),
    table(
      [
        HEAD.map(name => [text(label(name))]),
        ...rows.map(cells),
        cells({ name: text(label('pages.total')), counts: sums }),
      ],
      [null, 'right', 'right', 'right'],
    ),
  ];
}

const HEAD = ['pages.document', 'pages.edits', 'pages.byPeople', 'pages.doubts'] as const;

/** A rule with what it has done. */
interface Worked {
  readonly rule: Page;
  readonly mended: number;
  readonly doubted: number;
}

const asks = ({ rule }: Worked): boolean => rule.matter.doubt === true;
const timesUsed = ({ mended, doubted }: Worked): number => mended + doubted;

const GROUPS: readonly { id: 'used' | 'asking' | 'unused'; has: (worked: Worked) => boolean }[] = [
  { id: 'used', has: worked => !asks(worked) && timesUsed(worked) > 0 },
  { id: 'asking', has: asks },
  { id: 'unused', has: worked => !asks(worked) && timesUsed(worked) === 0 },
];

/** In each group the rules that were used most come first. */
function groupsOf(rules: readonly Page[], { uses, label }: Work): RootContent[] {
  const worked = rules.map(rule => workOf(rule, uses.get(String(rule.matter.id)) ?? []));
  const sorted = worked.toSorted((a, b) => timesUsed(b) - timesUsed(a));
  return GROUPS.flatMap(group => groupOf(group.id, sorted.filter(group.has), label));
}

function workOf(rule: Page, uses: readonly Use[]): Worked {
  const doubted = uses.filter(({ doubt }) => doubt).length;
  return { rule, mended: uses.length - doubted, doubted };
}

function groupOf(id: (typeof GROUPS)[number]['id'], members: readonly Worked[], label: Labels): RootContent[] {
  if (members.length === 0) return [];
  const items = members.map(one => item(line(link(urlOf(one.rule.path), one.rule.title), ...countOf(one, label))));
  const title = label('pages.group', { title: label(`pages.${id}`), count: members.length });
  return [heading(2, id, text(title)), paragraph(text(label(`pages.${id}Lead`))), list(items)];
}

/** 訂正3か所、疑い1か所; nothing where there is none. */
function countOf({ mended, doubted }: Worked, label: Labels): PhrasingContent[] {
  const counts = [
    mended > 0 ? label('pages.editCount', { count: mended }) : '',
    doubted > 0 ? label('pages.doubtCount', { count: doubted }) : '',
  ].filter(Boolean);
  return counts.length > 0 ? [text(' '), { type: 'emphasis', children: [text(counts.join(label('comma')))] }] : [];
}
