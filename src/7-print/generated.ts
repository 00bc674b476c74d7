/** Makes the pages that nobody writes by hand: indexes, entries with their mentions, rules with their uses. */
import type { BlockContent, Heading, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { entryAddress, nameId, placeAddress } from '../addresses.ts';
import type { Mention, Page, Together } from '../book.ts';
import { CATEGORIES, type Term } from '../card.ts';
import type { Edit } from '../trace.ts';
import { byDate, dateLabel, day } from './matter.ts';

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const link = (url: string, value: string): PhrasingContent => ({ type: 'link', url, children: [text(value)] });
const anchor = (id: string): PhrasingContent => ({ type: 'anchor', id }) as unknown as PhrasingContent;
export const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
export const heading = (
  depth: Heading['depth'],
  id: string | undefined,
  ...children: PhrasingContent[]
): RootContent => ({
  type: 'heading',
  depth,
  children: id === undefined ? children : [...children, anchor(id)],
});
export const item = (...children: BlockContent[]): ListItem => ({ type: 'listItem', spread: false, children });
export const list = (items: ListItem[]): List => ({ type: 'list', ordered: false, spread: false, children: items });
export const line = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
export const table = (rows: readonly (readonly PhrasingContent[][])[]): Table => ({
  type: 'table',
  children: rows.map(row => ({ type: 'tableRow', children: row.map(cell => ({ type: 'tableCell', children: cell })) })),
});

/** @param ways what leads to the minutes besides this list */
export function minutesIndex(pages: readonly Page[], ways: readonly RootContent[]): Root {
  const rows = pages
    .toSorted(byDate)
    .map(page => [
      [text(dateLabel(page))],
      [link(`/${page.path}`, page.title)],
      [text(String(page.matter.document ?? ''))],
    ]);
  return {
    type: 'root',
    children: [
      heading(1, undefined, text('会議録')),
      table([[[text('日付')], [text('文書')], [text('種別')]], ...rows]),
      ...ways,
    ],
  };
}

export function glossaryIndex(terms: readonly Term[], mentions: ReadonlyMap<string, readonly Mention[]>): Root {
  const groups = Object.entries(CATEGORIES).flatMap(([category, name]) => {
    const members = terms.filter(term => (term.category ?? 'concept') === category).toSorted(byReading);
    const items = members.map(term =>
      item(line(entryLink(term), text(gloss(term, mentions.get(term.id)?.length ?? 0)))),
    );
    return members.length > 0 ? [heading(2, category, text(name)), list(items)] : [];
  });
  return { type: 'root', children: [heading(1, undefined, text('用語集')), ...groups] };
}

const COLLATOR = new Intl.Collator('ja');
const byReading = (a: Term, b: Term): number =>
  COLLATOR.compare(a.reading ?? a.term, b.reading ?? b.term) || (a.id < b.id ? -1 : 1);

/** The full name of a short one: CYMAT（情報セキュリティ緊急支援チーム）. */
function gloss(term: Term, count: number): string {
  const longer = term.aliases.find(alias => /\p{sc=Han}/u.test(alias) && alias.length > term.term.length);
  const foreign = /\p{sc=Han}|\p{sc=Katakana}/u.test(term.term) ? undefined : term.expansion;
  const full = longer ?? term.names.at(-1)?.name ?? foreign;
  return `${full && full !== term.term ? `（${full}）` : ''} ${count}か所`;
}

/** What an entry is told besides its card. */
export interface EntryContext {
  /** The body of the card, linked. */
  readonly body: readonly RootContent[];
  readonly mentions: readonly Mention[];
  /** Entries that stand in the same sentences, the most frequent first. */
  readonly together: readonly Together[];
  readonly pages: readonly Page[];
  readonly terms: ReadonlyMap<string, Term>;
  /** Where the quotes of the card stand: page path and anchor. */
  readonly quoted: readonly { readonly page: string; readonly anchor?: string; readonly quote: string }[];
}

export function termPage(term: Term, context: EntryContext): Root {
  const [title, ...rest] = context.body;
  return {
    type: 'root',
    children: [
      title?.type === 'heading' ? title : heading(1, undefined, text(term.term)),
      ...factsOf(term),
      ...(title?.type === 'heading' ? rest : context.body),
      ...namesOf(term),
      ...relatedOf(term, context),
      ...mentionsOf(context),
      ...togetherOf(context),
      ...sourcesOf(context),
    ],
  };
}

function factsOf(term: Term): RootContent[] {
  const facts: [string, string | undefined][] = [
    ['読み', term.reading],
    ['分類', term.category && CATEGORIES[term.category]],
    ['原語', term.expansion],
    ['別の表記', term.aliases.join('、') || undefined],
  ];
  const rows = facts.flatMap(([name, value]) => (value === undefined ? [] : [[[text(name)], [text(value)]]]));
  const note =
    term.known === 'general' ? [paragraph(text('この表と名称の期間には、会議録にない一般的な知識を含みます。'))] : [];
  return rows.length > 0 ? [table([[[text('項目')], [text('内容')]], ...rows]), ...note] : [];
}

/** On a line of time; each name is where a link of its time leads (`{#n2}`). */
function namesOf(term: Term): RootContent[] {
  if (term.names.length === 0) return [];
  const items = term.names.map(dated => {
    const { name, expansion, from = '', until = '' } = dated;
    return item(
      line(
        text(`${day(from)}〜${day(until)} `),
        { type: 'strong', children: [text(name)] },
        text(expansion === undefined ? '' : `（${expansion}）`),
        anchor(nameId(term, dated)),
      ),
    );
  });
  return [heading(2, 'names', text('名称の移り変わり')), list(items)];
}

function relatedOf({ see }: Term, { terms }: EntryContext): RootContent[] {
  const items = see.flatMap(id => entryItem(terms.get(id)));
  return items.length > 0 ? [heading(2, 'see', text('関連する用語')), list(items)] : [];
}

/** A link to an entry, if there is one. */
const entryItem = (term: Term | undefined, note = ''): ListItem[] =>
  term ? [item(line(entryLink(term), ...(note === '' ? [] : [text(note)])))] : [];
const entryLink = (term: Term): PhrasingContent => link(entryAddress(term), term.term);

/** By document in order of date, the newest last; a sentence that names the term twice stands once. */
function mentionsOf({ mentions, pages }: EntryContext): RootContent[] {
  const ordered = pages.toSorted(byDate).filter(page => mentions.some(mention => mention.page === page.path));
  const blocks = ordered.flatMap(page => {
    const here = mentions.filter(mention => mention.page === page.path);
    const unique = [...new Map(here.map(mention => [`${mention.anchor}\n${mention.sentence}`, mention])).values()];
    return [
      heading(3, undefined, text(`${dateLabel(page)} `), link(`/${page.path}`, page.title)),
      list(unique.map(mention => item(line(placeOf(mention), text(`：${mention.sentence}`))))),
    ];
  });
  const first = mentions.find(mention => mention.page === ordered[0]?.path);
  const lead = first
    ? paragraph(text(`最初に出てくるのは、${dateLabel(ordered[0] as Page)}の`), placeOf(first), text('です。'))
    : paragraph(text('収録した会議録には出てきません。'));
  return [heading(2, 'mentions', text(`この用語が出てくる箇所（${mentions.length}か所）`)), lead, ...blocks];
}

const placeOf = (mention: Mention): PhrasingContent => link(placeAddress(mention), mention.section ?? '冒頭');

function togetherOf({ together, terms }: EntryContext): RootContent[] {
  const items = together.flatMap(({ entry, times }) => entryItem(terms.get(entry), ` ${times}か所`));
  return items.length > 0 ? [heading(2, 'together', text('同じ文によく出てくる用語')), list(items)] : [];
}

function sourcesOf({ quoted, pages }: EntryContext): RootContent[] {
  const items = quoted.flatMap(({ quote, ...place }) => {
    const page = pages.find(candidate => candidate.path === place.page);
    return page ? [item(line(text(`「${quote}」 `), link(placeAddress(place), page.title)))] : [];
  });
  return items.length > 0 ? [heading(2, 'sources', text('典拠')), list(items)] : [];
}

/** One use of a rule, with some letters of the scan on either side. */
export interface Use extends Pick<Edit, 'at' | 'del' | 'ins' | 'rule'> {
  readonly page: Page;
  /** Left to a person. */
  readonly doubt: boolean;
  readonly before: string;
  readonly behind: string;
}

/** @param asks the rule never mends by itself */
export function rulePage(body: readonly RootContent[], uses: readonly Use[], asks: boolean): Root {
  const mended = uses.filter(({ doubt }) => !doubt);
  const doubted = uses.filter(({ doubt }) => doubt);
  const part = (id: string, title: string, part: readonly Use[]): RootContent[] => [
    heading(2, id, text(`${title}（${part.length}か所）`)),
    part.length > 0
      ? list(part.slice(0, MOST_USES).map(use => item(line(...useLine(use)))))
      : paragraph(text('収録した会議録には、まだありません。')),
  ];
  return {
    type: 'root',
    children: [
      ...body,
      ...(asks ? [] : part('uses', '直した箇所', mended)),
      ...(asks || doubted.length > 0 ? part('doubts', '疑いとして残した箇所', doubted) : []),
    ],
  };
}

/** A rule of spacing is used hundreds of times; the ledger has them all. */
const MOST_USES = 200;

/** What was struck out, what was put in, a few letters on either side. */
function useLine({ page, del, ins, before, behind }: Use): PhrasingContent[] {
  const struck: PhrasingContent[] = del === '' ? [] : [{ type: 'delete', children: [text(visible(del))] }];
  const added: PhrasingContent[] = ins === '' ? [] : [{ type: 'strong', children: [text(visible(ins))] }];
  return [link(`/${page.path}`, dateLabel(page)), text(`：…${before}`), ...struck, ...added, text(`${behind}…`)];
}

/** White space, so that a reader sees it. */
const visible = (letters: string): string => letters.replace(/\r?\n/g, '⏎').replace(/[ \u3000]/g, '␣');

export function rulesIndex(pages: readonly Page[], counts: ReadonlyMap<string, number>): Root {
  const items = pages.map(page => {
    const id = page.path.replace('rules/', '');
    return item(line(link(`/${page.path}`, page.title), text(` ${counts.get(id) ?? 0}か所`)));
  });
  const lead =
    '原文を直すときの規則です。規則ごとに、理由と例、実際に直した箇所を示します。直した箇所はすべて帳簿（ledger）に残り、元の文字に戻せます。';
  return { type: 'root', children: [heading(1, undefined, text('校正の規則')), paragraph(text(lead)), list(items)] };
}
