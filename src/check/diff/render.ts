/** Renders the difference of two books as parts of a Markdown text: a summary, pages, mentions, corrections, doubts. */

import type { Mention, Page } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';
import { allNames } from '@tsuzuri/core/term-names';
import { showWhitespace } from '@tsuzuri/core/unicode';
import { nameOfMinutes, placeAddress, rulePath, termPath, urlOf } from '@tsuzuri/core/urls';
import { joinWords, type LabelKey, quoteWords, say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import { type Difference, isDocument, type Mark, type Moved, startsOf, type Taken } from './compare.ts';
import { clip, code, escapeMarkdown, folded, list, strong, struck } from './markdown.ts';

const COUNTS: readonly {
  readonly label: LabelKey;
  readonly of: (difference: Difference) => { readonly length: number };
}[] = [
  { label: 'check.newMentions', of: ({ mentions }) => mentions.gained },
  { label: 'check.lostMentions', of: ({ mentions }) => mentions.lost },
  { label: 'check.newCorrections', of: ({ ledgers }) => ledgers.edits.gained },
  { label: 'check.lostCorrections', of: ({ ledgers }) => ledgers.edits.lost },
  { label: 'check.settledDoubts', of: ({ ledgers }) => ledgers.resolved },
  { label: 'check.droppedDoubts', of: ({ ledgers }) => ledgers.dropped },
  { label: 'check.newDoubts', of: ({ ledgers }) => ledgers.doubts },
  { label: 'check.newPages', of: ({ pages }) => pages.added },
  { label: 'check.lostPages', of: ({ pages }) => pages.removed },
  { label: 'check.movedPages', of: ({ pages }) => pages.moved },
  { label: 'check.rewrittenPages', of: ({ pages }) => pages.rewritten },
  { label: 'check.changedScans', of: ({ pages }) => pages.rescanned },
  { label: 'check.newProblems', of: ({ errors }) => errors.gained },
  { label: 'check.mendedProblems', of: ({ errors }) => errors.lost },
];

/** One line of counts, and what a reviewer has to know to read them. */
export function summary(difference: Difference): string[] {
  const { revision, before, pages } = difference;
  const counts = COUNTS.flatMap(({ label, of }) => {
    const { length } = of(difference);
    return length === 0 ? [] : [say('check.count', { label: say(label), count: length })];
  });
  const name = code(revision);
  const said =
    counts.length > 0
      ? say('check.compared', { revision: name, counts: joinWords(counts) })
      : say('check.nothingChanged', { revision: name });
  const old = before.errors.length;
  const notes = [
    old > 0 && say('check.oldProblems', { revision: name, count: old }),
    pages.unread.size > 0 && say('check.unreadLeftOut'),
  ];
  return [said, ...notes.filter(note => note !== false)];
}

const KINDS: Readonly<Record<string, LabelKey>> = {
  minutes: 'check.document',
  term: 'check.term',
  rule: 'check.rule',
  text: 'check.text',
  person: 'check.person',
  body: 'check.body',
};

export function pages(difference: Difference): string[] {
  const { added, removed, moved, rewritten } = difference.pages;
  return [
    titled(
      'check.newPages',
      list(added, page => `${nameOf(page)}${contents(page, difference)}`, 'check.moreItems'),
    ),
    titled(
      'check.lostPages',
      list(removed, page => `${nameOf(page)}${missing(page, difference)}`, 'check.moreItems'),
    ),
    titled(
      'check.movedPages',
      list(moved, move => movedLine(move, difference), 'check.moreItems'),
    ),
    titled('check.rewrittenPages', list(rewritten, nameOf, 'check.moreItems')),
  ].filter(Boolean);
}

const titled = (title: LabelKey, lines: string): string => (lines === '' ? '' : `**${say(title)}**\n\n${lines}`);

/** A kind that a project adds has no other name than its own. */
const nameOf = ({ kind, title, path }: Page): string => {
  const known = KINDS[kind];
  return say('check.pageName', {
    kind: known === undefined ? escapeMarkdown(kind) : say(known),
    title: escapeMarkdown(title),
    address: code(urlOf(path)),
  });
};

/** Of a new document only counts: all in it is new. */
function contents(page: Page, { after }: Difference): string {
  const ledger = after.converted.get(nameOfMinutes(page.path))?.ledger;
  if (!isDocument(page) || !ledger) return '';
  const mentions = [...after.mentions.values()].flat().filter(mention => mention.page === page.path);
  const { edits, doubts } = ledger;
  return say('check.contents', { mentions: mentions.length, corrections: edits.length, doubts: doubts.length });
}

function movedLine({ from, to }: Moved, difference: Difference): string {
  const line = say('check.movedPage', { page: nameOf(to), address: code(urlOf(from.path)) });
  return line + missing(from, difference, to);
}

/** Old addresses stand in notes and in other sites. */
function missing(page: Page, { after }: Difference, to?: Page): string {
  const answers = [`${page.path}/index.html`, `${page.path}.html`];
  if (after.redirects.some(({ file }) => answers.includes(file))) return '';
  const line = `${urlOf(page.path)}: ${to ? urlOf(to.path) : say('check.newAddress')}`;
  return say('check.noRedirect', { line: code(line) });
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
      ['check.newMentions', come.length],
      ['check.lostMentions', gone.length],
    ]);
    return folded(
      say('check.titledCounts', { title: difference.titleOf(page), id: nameOfMinutes(page), counts }),
      part('check.newMentions', come, difference),
      part('check.lostMentions', gone, difference),
    );
  });
}

/** A sentence that names an entry twice stands once. */
function part(title: LabelKey, changes: readonly Mention[], difference: Difference): string {
  const sentences = groupBy(changes, ({ entry, text, sentence, anchor }) =>
    JSON.stringify([entry, text, sentence, anchor]),
  );
  return titled(
    title,
    list([...sentences.values()], same => sentenceLine(same, difference), 'check.moreSentences'),
  );
}

/** `用語「NISC」: 今後は、**NISC**を中心に… /minutes/…#u7` */
function sentenceLine(same: readonly Mention[], difference: Difference): string {
  const mention = same[0] as Mention;
  const times = same.length > 1 ? say('check.inSentence', { count: same.length }) : '';
  return `${entryName(mention.entry, difference)}: ${sentenceOf(mention)}${times} ${linkTo(mention, difference)}`;
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
    ['check.newCorrections', gained],
    ['check.lostCorrections', lost],
  ]);
};

export const doubts = (difference: Difference): string[] => {
  const { resolved, dropped, doubts } = difference.ledgers;
  return byRule(difference, [
    ['check.settledDoubts', resolved],
    ['check.droppedDoubts', dropped],
    ['check.newDoubts', doubts],
  ]);
};

type Titled = readonly (readonly [title: LabelKey, marks: readonly Mark[]])[];

function byRule(difference: Difference, lists: Titled): string[] {
  const rules = groupBy(
    lists.flatMap(([, marks]) => marks),
    ({ rule }) => rule,
  );
  return [...rules.keys()].toSorted().map(rule => {
    const here = lists.map(([title, marks]) => [title, marks.filter(mark => mark.rule === rule)] as const);
    const counts = counted(here.map(([title, { length }]) => [title, length]));
    const parts = here.map(([title, marks]) =>
      titled(
        title,
        list(marks, mark => markLine(mark, difference)),
      ),
    );
    return folded(say('check.titledCounts', { title: difference.titleOf(rulePath(rule)), id: rule, counts }), ...parts);
  });
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

/** `増えた言及 3か所、消えた言及 1か所`; zeros are left out. */
const counted = (counts: readonly (readonly [label: LabelKey, count: number])[]): string =>
  joinWords(
    counts.flatMap(([label, count]) => (count > 0 ? [say('check.placeCount', { label: say(label), count })] : [])),
  );

/** A name that is found in more new places than this may be too common a word. */
const MANY = 20;
/** Words of one line. */
const SHOWN = 5;

export function warnings(difference: Difference): string[] {
  const { errors, mentions, pages } = difference;
  const wide = [...groupBy(mentions.gained, ({ entry }) => entry).values()].filter(({ length }) => length > MANY);
  const taken = [...groupBy(mentions.taken, ({ from, by }) => JSON.stringify([from.entry, by.entry])).values()];
  const lines = [
    list(errors.gained, errorLine, 'check.moreItems'),
    list(pages.rescanned, ({ source }) => say('check.changedScan', { scan: code(source) }), 'check.moreItems'),
    list(wide, gained => wideLine(gained, difference), 'check.moreItems'),
    list(taken, group => takenLine(group, difference), 'check.moreItems'),
  ].filter(Boolean);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

export const mended = ({ errors }: Difference): string[] =>
  [list(errors.lost, errorLine, 'check.moreItems')].filter(Boolean);

const errorLine = ({ file = '', line, reason }: VFileMessage): string =>
  `${code(line === undefined ? file : `${file}:${line}`)} ${escapeMarkdown(reason)}`;

/** `用語「サイバー攻撃」の言及が59か所増えます（「攻撃」59か所、カードに加わった名前は「攻撃」）。…` */
function wideLine(gained: readonly Mention[], difference: Difference): string {
  const { entry } = gained[0] as Mention;
  const words = [...groupBy(gained, ({ text }) => text)].toSorted(([, one], [, other]) => other.length - one.length);
  const said = words
    .slice(0, SHOWN)
    .map(([text, { length: count }]) => say('check.wordCount', { word: escapeMarkdown(text), count }));
  const names = newNames(entry, difference).slice(0, SHOWN).map(escapeMarkdown);
  const values = { entry: entryName(entry, difference), count: gained.length, words: joinWords(said) };
  return names.length > 0
    ? say('check.wideNewName', { ...values, names: quoteWords(names) })
    : say('check.wideName', values);
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
  const shown = taken.slice(0, SHOWN).map(({ from, by }) =>
    say('check.takenMention', {
      from: escapeMarkdown(from.text),
      to: escapeMarkdown(by.text),
      address: linkTo(by, difference),
    }),
  );
  const rest = taken.length - shown.length;
  return say('check.takenMentions', {
    loser: entryName(from.entry, difference),
    winner: entryName(by.entry, difference),
    count: taken.length,
    shown: joinWords(rest > 0 ? [...shown, say('check.morePlaces', { count: rest })] : shown),
  });
}

const entryName = (entry: string, { titleOf }: Difference): string =>
  say('check.entryName', { title: escapeMarkdown(titleOf(termPath(entry))) });
