/** Makes pages that nobody writes by hand: the list of minutes, entries with their mentions. */

import type { Mention, Page, Together } from '@tsuzuri/core/book';
import { CATEGORIES, type Term } from '@tsuzuri/core/card';
import { byDate, dateLabel, day } from '@tsuzuri/core/front-matter';
import { entryAddress, nameId, placeAddress } from '@tsuzuri/core/urls';
import type { ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { anchor, heading, item, line, link, list, paragraph, table, text } from './nodes.ts';

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
    term.known === 'general' ? [paragraph(text('上の事柄と名称の期間には、会議録にない一般的な知識を含みます。'))] : [];
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
      heading(3, `in-${nameOf(page)}`, text(`${dateLabel(page)} `), link(`/${page.path}`, page.title)),
      list(unique.map(mention => item(line(placeOf(mention), text(`：${mention.sentence}`))))),
    ];
  });
  const first = mentions.find(mention => mention.page === ordered[0]?.path);
  const lead = first
    ? paragraph(text(`最初に出てくるのは、${dateLabel(ordered[0] as Page)}の`), placeOf(first), text('です。'))
    : paragraph(text('収録した会議録には出てきません。'));
  return [heading(2, 'mentions', text(`この用語が出てくる箇所（${mentions.length}か所）`)), lead, ...blocks];
}

const nameOf = ({ path }: Page): string => path.replace(/^.*\//, '');
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
