/** Cuts the pages of the book into passages, each of which is one hit of the search. */

import { isFacts } from '@tsuzuri/book/pages/term';
import type { SpeechEntry } from '@tsuzuri/convert/5-to-mdast';
import type { Page } from '@tsuzuri/core/book';
import { optional } from '@tsuzuri/core/collections';
import { blockId } from '@tsuzuri/core/markdown';
import { headingId, isRowPath } from '@tsuzuri/core/urls';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** What a passage knows of its page. */
export interface Head {
  readonly path: string;
  readonly kind: string;
  readonly title: string;
  /** For people: 2012年11月1日, 2015年度. */
  readonly date?: string;
  /** What sorts by time: `2012-11-01`, `2015`. */
  readonly day?: string;
  /** The body that met, and the one above it. */
  readonly body?: string;
}

/** A speech, a group of paragraphs, or an entry. */
export interface Passage {
  readonly head: Head;
  /** The first of its page: the title is searched with it. */
  readonly isFirst: boolean;
  /** `u12`, `s3`, `p7`; absent at the head of a page. */
  readonly anchor?: string;
  /** Speaker, or words of the heading above. */
  readonly heading?: string;
  /** The headings above its own, the outermost first: 議事概要 › 討議. */
  readonly under?: string;
  /** It begins below its heading, which is searched with it; the other groups of a section only show it. */
  readonly isOpening: boolean;
  /** Who speaks, as printed: 村井本部員. */
  readonly speaker?: string;
  /** Full name of who speaks. */
  readonly who?: string;
  /** Paragraphs, rows of tables, items of lists: a line each; cells of a row are parted by a tab. */
  readonly text: string;
}

/** Paragraphs under one heading stand together until they have this many characters: a hit is read at a glance. */
const ENOUGH = 300;

/** Parts of generated pages that only repeat what other pages say, by the id of their heading. */
const REPEATED = /^(?:see|mentions|together|sources|uses|doubts)$/;

/** What is made of lists alone: its title says what it is. */
const isList = ({ kind, path, source }: Page): boolean =>
  ['person', 'body'].includes(kind) ||
  ['index', 'search'].includes(path) ||
  (path.endsWith('/index') && source !== `docs/${path}.md`);

/** @param dateOf what people call the date of a page */
export function passagesOf(page: Page, dateOf: (page: Page) => string | undefined): Passage[] {
  const head = headOf(page, dateOf(page));
  const whole = { head, isFirst: true, isOpening: true };
  if (isRowPath(page.path)) return [];
  if (isList(page)) return [{ ...whole, text: String(page.matter.description ?? '') }];
  const [lead, ...sections] = sectionsOf(page);
  if (page.kind !== 'term')
    return [
      { ...whole, text: linesOf(lead).join('\n') },
      ...sections.flatMap(section => passagesOfSection(head, section)),
    ];
  const lines = [...linesOf(lead), ...sections.flatMap(section => [section.heading, ...linesOf(section)])];
  return [{ ...whole, text: [...lines, ...otherNames(page)].join('\n') }];
}

function headOf({ path, kind, title, matter }: Page, date: string | undefined): Head {
  const day = matter.date ?? matter.fiscal;
  const body = [matter.parent, matter.body].filter(Boolean).join(' ');
  return {
    path,
    kind,
    title,
    ...(kind === 'minutes' && optional('date', date)),
    ...optional('day', day === undefined ? undefined : String(day)),
    ...optional('body', body || undefined),
  };
}

/** What the table of facts says of an entry. */
function otherNames({ matter }: Page): string[] {
  const { reading, expansion, aliases = [] } = matter as { reading?: string; expansion?: string; aliases?: string[] };
  return [reading, expansion, ...aliases].filter(name => name !== undefined);
}

/** What stands under one heading. */
interface Section {
  readonly anchor?: string;
  readonly heading: string;
  readonly under?: string;
  readonly isSpeech: boolean;
  readonly speaker?: string;
  readonly who?: string;
  readonly lines: readonly Line[];
}

/** A paragraph, a row, an item; `anchor` where an opinion or a paragraph begins that can be pointed at. */
interface Line {
  readonly text: string;
  readonly anchor?: string;
  /** The anchor is one of a speech or an opinion. */
  readonly isOpinion: boolean;
  /** Of a table, which stays whole. */
  readonly isRow?: true;
}

/** Between a heading and the one below it. */
const UNDER = ' › ';

const linesOf = (section: Section | undefined): string[] => section?.lines.map(({ text }) => text) ?? [];

/** The first has what stands above any heading. */
function sectionsOf(page: Page): Section[] {
  const isMinutes = page.kind === 'minutes';
  const speeches = new Map(((page.matter.speeches ?? []) as readonly SpeechEntry[]).map(speech => [speech.id, speech]));
  const sections: (Section & { lines: Line[]; depth: number })[] = [
    { heading: '', isSpeech: false, lines: [], depth: 1 },
  ];
  const ids = idsOfHeadings();
  const read = lineReader(isMinutes);
  for (const node of page.tree.children) {
    if (node.type === 'heading' && node.depth === 1) continue;
    if (node.type !== 'heading') {
      const current = sections.at(-1);
      // What the table of facts says of an entry, `otherNames` has.
      if (page.kind !== 'term' || !isFacts(node)) current?.lines.push(...read(node));
      continue;
    }
    const words = textOf(node);
    const anchor = ids(blockId(node), words);
    if (REPEATED.test(anchor) && !isMinutes) break;
    const above = sections.findLast(({ depth }) => depth < node.depth);
    const under = [above?.under, above?.heading].filter(Boolean).join(UNDER);
    const speech = speeches.get(anchor);
    const speaker = speech ? { ...optional('speaker', speech.label ?? words), ...optional('who', speech.name) } : above;
    sections.push({
      anchor,
      heading: words,
      ...optional('under', under || undefined),
      isSpeech: speech !== undefined,
      ...optional('speaker', speaker?.speaker),
      ...optional('who', speaker?.who),
      lines: [],
      depth: node.depth,
    });
  }
  return sections;
}

/** Ids as the site gives them: those of the page, or made of the words, with a number where they come again. */
function idsOfHeadings(): (id: string | undefined, words: string) => string {
  const used = new Map<string, number>();
  return (id, words) => {
    const wished = id ?? headingId(words);
    const times = used.get(wished) ?? 0;
    used.set(wished, times + 1);
    return times === 0 ? wished : `${wished}-${times}`;
  };
}

/** Reads the lines of one block after the other; counts paragraphs as the site does (`p12`). */
function lineReader(countsParagraphs: boolean): (node: Nodes) => Line[] {
  let paragraphs = 0;
  const read = (node: Nodes): Line[] => {
    if (node.type === 'paragraph') {
      const id = blockId(node);
      const text = wordsOf(node);
      if (text === '' && id === undefined) return [];
      paragraphs++;
      const anchor = id ?? (countsParagraphs ? `p${paragraphs}` : undefined);
      return [{ text, isOpinion: id !== undefined, ...optional('anchor', anchor) }];
    }
    if (node.type === 'tableRow')
      return [{ text: node.children.map(wordsOf).join('\t').trim(), isOpinion: false, isRow: true }];
    if (node.type === 'code') return node.value.split('\n').map(text => ({ text, isOpinion: false }));
    return 'children' in node ? node.children.flatMap(child => read(child)) : [];
  };
  return read;
}

/** Words of a block; a line break of its own, or `<br>` in a cell, is a new line. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break' || (node.type === 'html' && /^<br/.test(node.value))) return '\n';
  if (node.type === 'html') return '';
  if ('value' in node) return node.value.replace(/\n/g, ' ');
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** A speech is one passage, however long; an opinion too; other lines are put together in groups. */
function passagesOfSection(head: Head, section: Section): Passage[] {
  const { heading, under, anchor, speaker, who, isSpeech, lines } = section;
  const groups: { anchor: string | undefined; isOpinion: boolean; lines: string[]; characters: number }[] = [];
  for (const line of lines) {
    let group = groups.at(-1);
    const isFull = group && !group.isOpinion && !isSpeech && !line.isRow && group.characters >= ENOUGH;
    if (!group || line.isOpinion || isFull) {
      const own = line.isOpinion || groups.length > 0 ? line.anchor : undefined;
      group = { anchor: own ?? group?.anchor ?? anchor, isOpinion: line.isOpinion, lines: [], characters: 0 };
      groups.push(group);
    }
    group.lines.push(line.text);
    group.characters += line.text.length;
  }
  if (groups.length === 0) groups.push({ anchor, isOpinion: false, lines: [], characters: 0 });
  return groups.map((group, index) => ({
    head,
    isFirst: false,
    ...optional('anchor', group.anchor),
    heading,
    ...optional('under', under),
    isOpening: index === 0,
    ...optional('speaker', speaker),
    ...optional('who', who),
    text: group.lines.join('\n'),
  }));
}
