/** Renders the difference of two books as parts of a Markdown text: a summary, pages, mentions, corrections, doubts. */

import type { Mention, Page } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';
import { allNames } from '@tsuzuri/core/term-names';
import { showWhitespace } from '@tsuzuri/core/unicode';
import { nameOfMinutes, placeAddress, rulePath, termPath, urlOf } from '@tsuzuri/core/urls';
import type { VFileMessage } from 'vfile-message';
import { type Difference, isDocument, type Mark, type Moved, startsOf, type Taken } from './compare.ts';
import { clip, code, escapeMarkdown, folded, list, strong, struck } from './markdown.ts';

const COUNTS: readonly {
  readonly label: string;
  readonly of: (difference: Difference) => { readonly length: number };
}[] = [
  { label: '増えた言及', of: ({ mentions }) => mentions.gained },
  { label: '消えた言及', of: ({ mentions }) => mentions.lost },
  { label: '新しい訂正', of: ({ ledgers }) => ledgers.edits.gained },
  { label: 'なくなった訂正', of: ({ ledgers }) => ledgers.edits.lost },
  { label: '訂正で解けた疑い', of: ({ ledgers }) => ledgers.resolved },
  { label: '尋ねなくなった疑い', of: ({ ledgers }) => ledgers.dropped },
  { label: '新しい疑い', of: ({ ledgers }) => ledgers.doubts },
  { label: '増えたページ', of: ({ pages }) => pages.added },
  { label: '消えたページ', of: ({ pages }) => pages.removed },
  { label: '番地の変わったページ', of: ({ pages }) => pages.moved },
  { label: '書き直したページ', of: ({ pages }) => pages.rewritten },
  { label: '書き換わった原文', of: ({ pages }) => pages.rescanned },
  { label: '新しい問題', of: ({ errors }) => errors.gained },
  { label: '直った問題', of: ({ errors }) => errors.lost },
];

/** One line of counts, and what a reviewer has to know to read them. */
export function summary(difference: Difference): string[] {
  const { revision, before, pages } = difference;
  const counts = COUNTS.flatMap(({ label, of }) => {
    const { length } = of(difference);
    return length === 0 ? [] : [`${label} ${length}`];
  });
  const said =
    counts.length > 0
      ? `${code(revision)} と比べて: ${counts.join('、')}`
      : `${code(revision)} と比べて、ページ、言及、訂正、疑いのどれも変わりません。`;
  const old = before.errors.length;
  const notes = [
    old > 0 && `${code(revision)} の側に、もとから問題が${old}件あります。`,
    pages.unread.size > 0 && '読めないカードや文書は、両方から除いて比べました。',
  ];
  return [said, ...notes.filter(note => note !== false)];
}

const KINDS: Readonly<Record<string, string>> = {
  minutes: '文書',
  term: '用語',
  rule: '規則',
  text: 'ページ',
  person: '人物',
  body: '会議体',
};

export function pages(difference: Difference): string[] {
  const { added, removed, moved, rewritten } = difference.pages;
  return [
    titled(
      '増えたページ',
      list(added, page => `${nameOf(page)}${contents(page, difference)}`, '件'),
    ),
    titled(
      '消えたページ',
      list(removed, page => `${nameOf(page)}${missing(page, difference)}`, '件'),
    ),
    titled(
      '番地の変わったページ',
      list(moved, move => movedLine(move, difference), '件'),
    ),
    titled('書き直したページ', list(rewritten, nameOf, '件')),
  ].filter(Boolean);
}

const titled = (title: string, lines: string): string => (lines === '' ? '' : `**${title}**\n\n${lines}`);

const nameOf = ({ kind, title, path }: Page): string =>
  `${KINDS[kind]}「${escapeMarkdown(title)}」 ${code(urlOf(path))}`;

/** Of a new document only counts: all in it is new. */
function contents(page: Page, { after }: Difference): string {
  const ledger = after.converted.get(nameOfMinutes(page.path))?.ledger;
  if (!isDocument(page) || !ledger) return '';
  const mentions = [...after.mentions.values()].flat().filter(mention => mention.page === page.path);
  return `: 言及 ${mentions.length}か所、訂正 ${ledger.edits.length}か所、疑い ${ledger.doubts.length}か所`;
}

function movedLine({ from, to }: Moved, difference: Difference): string {
  return `${nameOf(to)}（前は ${code(urlOf(from.path))}）${missing(from, difference, to)}`;
}

/** Old addresses stand in notes and in other sites. */
function missing(page: Page, { after }: Difference, to?: Page): string {
  const answers = [`${page.path}/index.html`, `${page.path}.html`];
  if (after.redirects.some(({ file }) => answers.includes(file))) return '';
  const line = `${urlOf(page.path)}: ${to ? urlOf(to.path) : '/新しい番地'}`;
  return `。古い番地からの転送がありません。docs/redirects.yml に ${code(line)} と書けば、リンクが切れません`;
}

/** By document: which mentions were gained and lost. */
export function mentions(difference: Difference): string[] {
  const [gained, lost] = [difference.mentions.gained, difference.mentions.lost].map(changes =>
    groupBy(changes, ({ page }) => page),
  ) as [Map<string, Mention[]>, Map<string, Mention[]>];
  const documents = new Set([...gained.keys(), ...lost.keys()]);
  return [...documents].toSorted().map(page => {
    const [come, gone] = [gained.get(page) ?? [], lost.get(page) ?? []];
    const counts = counted([
      ['増えた言及', come.length],
      ['消えた言及', gone.length],
    ]);
    return folded(
      `${documentName(page, difference)}: ${counts}`,
      part('増えた言及', come, difference),
      part('消えた言及', gone, difference),
    );
  });
}

/** A sentence that names an entry twice stands once. */
function part(title: string, changes: readonly Mention[], difference: Difference): string {
  if (changes.length === 0) return '';
  const sentences = groupBy(changes, ({ entry, text, sentence, anchor }) =>
    JSON.stringify([entry, text, sentence, anchor]),
  );
  return `**${title}**\n\n${list([...sentences.values()], same => sentenceLine(same, difference), '文')}`;
}

/** `用語「NISC」: 今後は、**NISC**を中心に… /minutes/…#u7` */
function sentenceLine(same: readonly Mention[], difference: Difference): string {
  const mention = same[0] as Mention;
  const entry = escapeMarkdown(difference.titleOf(termPath(mention.entry)));
  const times = same.length > 1 ? `（この文に${same.length}か所）` : '';
  return `用語「${entry}」: ${sentenceOf(mention)}${times} ${linkTo(mention, difference)}`;
}

/** Characters of a sentence on either side of the words. */
const BESIDE = 60;

function sentenceOf(mention: Mention): string {
  const { sentence, text } = mention;
  const [start] = startsOf(mention);
  if (start === undefined) return strong(text);
  const end = start + text.length;
  const [from, to] = [Math.max(0, start - BESIDE), Math.min(sentence.length, end + BESIDE)];
  const [before, behind] = [sentence.slice(from, start), sentence.slice(end, to)].map(escapeMarkdown);
  return `${from > 0 ? '…' : ''}${before}${strong(text)}${behind}${to < sentence.length ? '…' : ''}`;
}

/** By rule: which corrections were gained and lost. */
export const corrections = (difference: Difference): string[] => {
  const { gained, lost } = difference.ledgers.edits;
  return byRule(difference, [
    ['新しい訂正', gained],
    ['なくなった訂正', lost],
  ]);
};

export const doubts = (difference: Difference): string[] => {
  const { resolved, dropped, doubts } = difference.ledgers;
  return byRule(difference, [
    ['訂正で解けた疑い', resolved],
    ['尋ねなくなった疑い', dropped],
    ['新しい疑い', doubts],
  ]);
};

type Titled = readonly (readonly [title: string, marks: readonly Mark[]])[];

function byRule(difference: Difference, lists: Titled): string[] {
  const rules = groupBy(
    lists.flatMap(([, marks]) => marks),
    ({ rule }) => rule,
  );
  return [...rules.keys()].toSorted().map(rule => {
    const here = lists.map(([title, marks]) => [title, marks.filter(mark => mark.rule === rule)] as const);
    const counts = counted(here.map(([title, { length }]) => [title, length]));
    const parts = here.map(([title, marks]) => marksPart(title, marks, difference));
    return folded(`${difference.titleOf(rulePath(rule))}（${rule}）: ${counts}`, ...parts);
  });
}

function marksPart(title: string, marks: readonly Mark[], difference: Difference): string {
  if (marks.length === 0) return '';
  return `**${title}**\n\n${list(marks, mark => markLine(mark, difference))}`;
}

/** Characters of a long correction. */
const LONGEST = 80;

/** `…であ~~つ~~**っ**て、… /minutes/…#u7` */
function markLine(mark: Mark, difference: Difference): string {
  const [del, ins] = [mark.del, mark.ins].map(text => showWhitespace(clip(text, LONGEST))) as [string, string];
  return `…${escapeMarkdown(mark.before)}${struck(del)}${strong(ins)}${escapeMarkdown(mark.behind)}… ${linkTo(mark, difference)}`;
}

/** An address of the site, a link to it where the site is known to stand somewhere. */
function linkTo(place: Pick<Mention, 'page' | 'anchor'>, { site }: Pick<Difference, 'site'>): string {
  const address = placeAddress(place);
  return site === undefined ? code(address) : `[${code(address)}](${new URL(address.slice(1), site).href})`;
}

/** `情報セキュリティ政策会議第31回会合（2012-11-01-isc-31）` */
const documentName = (page: string, { titleOf }: Pick<Difference, 'titleOf'>): string =>
  `${titleOf(page)}（${nameOfMinutes(page)}）`;

/** `増えた言及 3か所、消えた言及 1か所`; zeros are left out. */
const counted = (counts: readonly (readonly [label: string, length: number])[]): string =>
  counts.flatMap(([label, length]) => (length > 0 ? [`${label} ${length}か所`] : [])).join('、');

/** A name that is found in more new places than this may be too common a word. */
const MANY = 20;

export function warnings(difference: Difference): string[] {
  const { errors, mentions, pages } = difference;
  const wide = [...groupBy(mentions.gained, ({ entry }) => entry).values()].filter(({ length }) => length > MANY);
  const taken = [...groupBy(mentions.taken, ({ from, by }) => JSON.stringify([from.entry, by.entry])).values()];
  const lines = [
    list(errors.gained, errorLine, '件'),
    list(pages.rescanned, ({ source }) => `${code(source)} の中身が前と違います。原文は書き換えられません。`, '件'),
    list(wide, gained => wideLine(gained, difference), '件'),
    list(taken, group => takenLine(group, difference), '件'),
  ].filter(Boolean);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

export const mended = ({ errors }: Difference): string[] => [list(errors.lost, errorLine, '件')].filter(Boolean);

const errorLine = ({ file = '', line, reason }: VFileMessage): string =>
  `${code(line === undefined ? file : `${file}:${line}`)} ${escapeMarkdown(reason)}`;

/** `用語「サイバー攻撃」の言及が59か所増えます（「攻撃」59か所、カードに加わった名前は「攻撃」）。…` */
function wideLine(gained: readonly Mention[], difference: Difference): string {
  const { entry } = gained[0] as Mention;
  const words = [...groupBy(gained, ({ text }) => text)].toSorted(([, one], [, other]) => other.length - one.length);
  const said = words.slice(0, 5).map(([text, { length }]) => `「${escapeMarkdown(text)}」${length}か所`);
  const names = newNames(entry, difference)
    .slice(0, 5)
    .map(name => `「${escapeMarkdown(name)}」`);
  const added = names.length > 0 ? `。カードに加わった名前は${names.join('')}` : '';
  return `${entryName(entry, difference)}の言及が${gained.length}か所増えます（${said.join('、')}${added}）。広すぎる名前でないか確かめてください。`;
}

function newNames(entry: string, { before, after }: Difference): string[] {
  const [old = [], now = []] = [before, after].map(({ terms }) =>
    terms.filter(({ id }) => id === entry).flatMap(allNames),
  );
  return now.filter(name => !old.includes(name));
}

/** `用語「NISC」の言及2か所が、用語「副センター長」のものになります: 「NISC」→「NISC副センター長」 /minutes/…#u7` */
function takenLine(taken: readonly Taken[], difference: Difference): string {
  const [{ from, by }] = taken as [Taken];
  const shown = taken
    .slice(0, 5)
    .map(({ from, by }) => `「${escapeMarkdown(from.text)}」→「${escapeMarkdown(by.text)}」 ${linkTo(by, difference)}`);
  const rest = taken.length - shown.length;
  const more = rest > 0 ? `、ほか${rest}か所` : '';
  const [loser, winner] = [from, by].map(({ entry }) => entryName(entry, difference));
  return `${loser}の言及${taken.length}か所が、${winner}のものになります: ${shown.join('、')}${more}`;
}

const entryName = (entry: string, { titleOf }: Difference): string =>
  `用語「${escapeMarkdown(titleOf(termPath(entry)))}」`;
