/** Turns the tree of a meeting into mdast. */

import { once } from '@tsuzuri/core/collections';
import type {
  Attendee,
  Block,
  List,
  Minutes,
  Heading as MinutesHeading,
  Speech,
  Table,
  TextRun,
} from '@tsuzuri/core/minutes';
import type {
  BlockContent,
  Heading,
  ListItem,
  Table as MdastTable,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import { isAttendance } from '../3-parse/headings.ts';
import { readNumbering } from '../3-parse/numbering.ts';
import { WHOLE } from '../3-parse/people.ts';

declare module 'mdast' {
  interface TextData {
    /** Where the text begins in `Trace.text`, in UTF-16 units. */
    start?: number;
  }
}

/** One speech of the page, as the front matter lists it. */
export interface SpeechEntry {
  readonly id: string;
  readonly label?: string;
  /** Full name, only where the attendance list has exactly one person with this family name. */
  readonly name?: string;
}

interface State {
  readonly minutes: Minutes;
  readonly speeches: SpeechEntry[];
  sections: number;
  /** Of the last heading, and of the last one that is a section. */
  depth: number;
  section: number;
  /** How deep the list of who came lies, while nothing stands behind it: what is said next is no part of that. */
  roster: number | undefined;
}

/** Bold of the scan: `**米国と合意**` */
const BOLD = /\*\*(?=\S)([^*]+?)(?<=\S)\*\*/gu;

export function minutesToMdast(minutes: Minutes): { tree: Root; speeches: readonly SpeechEntry[] } {
  const state: State = { minutes, speeches: [], sections: 0, depth: 1, section: 1, roster: undefined };
  const children = mergeOpinions(withBreaks(minutes.children).flatMap(block => toNodes(state, block)));
  return { tree: { type: 'root', children }, speeches: state.speeches };
}

/** A break where the words of a speaker end and no heading says so: what stands there is nobody's. */
function withBreaks(blocks: readonly Block[]): Block[] {
  let isBelowSpeaker = false;
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'direction' || block.type === 'closing') return [block]; // which say themselves that nobody speaks
    const isOpen = isBelowSpeaker && !STARTS.includes(block.type);
    isBelowSpeaker = block.type === 'speech' && block.label !== undefined;
    return isOpen ? [{ type: 'rule' }, block] : [block];
  });
}

const STARTS: readonly Block['type'][] = ['speech', 'heading', 'title', 'rule'];

function toNodes(state: State, block: Block): RootContent[] {
  switch (block.type) {
    case 'title':
      return [{ type: 'heading', depth: 1, children: titleTexts(block.lines) }];
    case 'heading':
      return [toHeading(state, block)];
    case 'speech':
      return toSpeech(state, block);
    case 'list':
      return [toList(state, block)];
    case 'table':
      return [toTable(block)];
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'direction':
      return [{ type: 'paragraph', children: [{ type: 'emphasis', children: phrasing(block.words) }] }];
    default:
      return [paragraph(block.words)];
  }
}

function toHeading(state: State, { depth, words, label }: MinutesHeading): Heading {
  state.depth = Math.min(depth, state.depth + 1);
  if (!label) state.section = state.depth;
  if (isAttendance(words.value.slice(readNumbering(words.value)?.length ?? 0).trim())) state.roster = state.depth;
  else if (state.roster !== undefined && state.depth <= state.roster) state.roster = undefined;
  state.sections++;
  return heading(state.depth, words, `s${state.sections}`);
}

const heading = (depth: number, words: TextRun, id: string): Heading => ({
  type: 'heading',
  depth: Math.min(depth, 6) as Heading['depth'],
  children: phrasing(words),
  data: { id },
});

/** A speaker becomes a heading below that of the section; an opinion without a name keeps its mark and gets an anchor. */
function toSpeech(state: State, speech: Speech): RootContent[] {
  const id = `u${state.speeches.length + 1}`;
  if (state.roster !== undefined) state.section = state.roster - 1;
  state.roster = undefined;
  state.speeches.push(entry(state, speech, id));
  const blocks = speech.children.flatMap(child => toNodes(state, child));
  if (speech.label) return [heading(state.section + 1, speech.label, id), ...blocks];
  const anchored = blocks.map((block, index) =>
    index === 0 && block.type === 'paragraph' ? { ...block, data: { id } } : block,
  );
  if (speech.form !== 'item') return anchored;
  return [
    {
      type: 'list',
      ordered: false,
      spread: true,
      children: [{ type: 'listItem', spread: true, children: anchored as BlockContent[] }],
    },
  ];
}

function entry({ minutes }: State, speech: Speech, id: string): SpeechEntry {
  const label = speech.label?.value;
  if (label === undefined) return { id };
  const people = calledPeople(label, minutes.meeting.attendees);
  const [only] = people.length > 0 ? people : unpartedPeople(label, minutes);
  const name = people.length < 2 && !only?.family ? only?.name : undefined;
  return { id, label, ...(name === undefined ? {} : { name }) };
}

/** Who is named whole, in brackets or behind the office, else whom the label, or what it has in brackets, calls by the family name. */
function calledPeople(label: string, attendees: readonly Attendee[]): readonly Attendee[] {
  const inner = /[（(](?<inner>[^（）()]+)[）)]/u.exec(label)?.groups?.inner;
  const named = [inner, label, /[ \u3000](?<behind>\S.*)$/u.exec(label)?.groups?.behind].flatMap(words =>
    words === undefined ? [] : [attendees.filter(({ name }) => name !== undefined && isWholeName(words, name))],
  );
  const called = [label, inner].flatMap(words =>
    words === undefined ? [] : [attendees.filter(person => isCalled(words, person))],
  );
  return [...named, ...called].find(people => people.length > 0) ?? [];
}

/** `林　守君` and `林守` of a label, `林 守` of the list */
function isWholeName(words: string, name: string): boolean {
  const whole = withoutSpaces(name);
  return whole.length > 1 && withoutSpaces(words).replace(TITLE, '') === whole;
}
const withoutSpaces = (words: string): string => words.replace(/[ \u3000]/gu, '');
const TITLE = /(?:君|氏|さん|様|議員|委員)$/u;

/** Of all speeches. */
const labelsOf = once(({ children }: Minutes): readonly string[] =>
  children.flatMap(block => (block.type === 'speech' ? (block.label?.value ?? []) : [])),
);

/**
 * 渡邉町長 is 渡邉三郎（町長） where the post is his, and nobody else in the list has that family name. One whom a label
 * calls by more of the name has no shorter one: where 森本委員 speaks, 森委員 is not 森本太.
 */
function unpartedPeople(label: string, minutes: Minutes): Attendee[] {
  const { attendees } = minutes.meeting;
  const labels = labelsOf(minutes);
  const called = attendees.flatMap(person => {
    const family = familyIn(label, person);
    const isCalledBy = (other: string): boolean => (familyIn(other, person)?.length ?? 0) > (family?.length ?? 0);
    return family === undefined || labels.some(isCalledBy) ? [] : [{ person, family }];
  });
  const [found] = called;
  if (!found || called.length > 1) return [];
  const others = attendees.filter(person => person !== found.person);
  return others.some(({ name = '' }) => name.startsWith(found.family)) ? [] : [found.person];
}

/** `渡邉` of the label 渡邉町長, where an unparted name begins so and its bearer has that post. */
function familyIn(label: string, { name = '', role = '', affiliation = '', family }: Attendee): string | undefined {
  if (family || !WHOLE.test(name)) return undefined;
  const [called = ''] = label.split(/[（(]/u);
  const beginnings = [...name].slice(0, -1).map((_, at, characters) => characters.slice(0, at + 1).join(''));
  const isPost = (words: string): boolean => isOfficeOf(words.trim(), affiliation + role);
  return beginnings.findLast(words => called.startsWith(words) && isPost(called.slice(words.length)));
}

/** What may follow any family name: 片山委員, 後藤本部員, 村井座長代理. */
const CALLED =
  /^(?:(?:副|専門|臨時|特別)?(?:委員|本部員|構成員|理事|監事|幹事|評議員|議員|顧問|参与|参考人)|(?:副|部)?(?:委員長|本部長|座長|議長|会長|主査|理事長)(?:代理)?|部会長|オブザーバー|(?:名誉|准)?教授|氏|君|さん|先生)?(?:[（(].*)?$/u;

/** Whether a label can be that of a person: 森本委員 is not someone whose family name is 森, 林野庁長官 is no 林. */
function isCalled(label: string, { name, role = '', affiliation = '' }: Attendee): boolean {
  const [family = ''] = name?.split(' ') ?? [];
  if (family === '' || !label.startsWith(family)) return false;
  const rest = label.slice(family.length).trim();
  const given = name?.slice(family.length).trim() ?? '';
  const behind = given !== '' && rest.startsWith(given) ? rest.slice(given.length).trim() : rest;
  const [office = ''] = behind.split(/[（(]/u);
  return CALLED.test(behind) || isOfficeOf(office, `${affiliation}${role}`);
}

/** An office, whole or shortened as people say it: 国家公安委員長 of the 国家公安委員会委員長. */
function isOfficeOf(office: string, role: string): boolean {
  if (office.length < 2 || !role.includes(office.slice(0, 2))) return false;
  let at = 0;
  for (const character of role) if (character === office.charAt(at)) at++;
  return at === office.length;
}

/** Opinions that follow each other are one list. */
function mergeOpinions(blocks: readonly RootContent[]): RootContent[] {
  const merged: RootContent[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (
      block.type === 'list' &&
      last?.type === 'list' &&
      block.spread &&
      last.spread &&
      !block.ordered &&
      !last.ordered
    )
      last.children.push(...block.children);
    else merged.push(block);
  }
  return merged;
}

function toList(state: State, list: List): RootContent & { type: 'list' } {
  const items = list.children.map((item): ListItem => {
    const children = item.children.flatMap(child => toNodes(state, child)) as BlockContent[];
    return { type: 'listItem', spread: children.filter(child => child.type === 'paragraph').length > 1, children };
  });
  return {
    type: 'list',
    ordered: list.ordered,
    ...(list.ordered ? { start: list.first } : {}),
    spread: false,
    children: items,
  };
}

function toTable({ head, rows }: Table): MdastTable {
  const width = Math.max(head.length, ...rows.map(row => row.length));
  const cells = rows.map(row => row.map(phrasing));
  const whole = head.length > 0 ? [head.map(name => (name === '' ? [] : [text(name)])), ...cells] : cells;
  return {
    type: 'table',
    align: Array.from({ length: width }, () => null),
    children: foldProxies(whole, width).map(row => tableRow(row, width)),
  };
}

/** A row of one cell belongs to the person above it, in whose place that one sits. */
function foldProxies(rows: readonly PhrasingContent[][][], width: number): PhrasingContent[][][] {
  const folded: PhrasingContent[][][] = [];
  for (const row of rows) {
    const last = folded.at(-1)?.at(-1);
    if (width > 1 && row.length === 1 && last && folded.length > 1)
      last.push({ type: 'html', value: '<br>' }, ...(row[0] ?? []));
    else folded.push(row.map(cell => [...cell]));
  }
  return folded;
}

function tableRow(row: readonly PhrasingContent[][], width: number): TableRow {
  return {
    type: 'tableRow',
    children: Array.from({ length: width }, (_, index) => ({ type: 'tableCell', children: row[index] ?? [] })),
  };
}

const paragraph = (words: TextRun): RootContent => ({ type: 'paragraph', children: phrasing(words) });

/** A text with its place; those that we add (氏名, a space between two lines) have none. */
const text = (value: string, start?: number): PhrasingContent => ({
  type: 'text',
  value,
  ...(start === undefined ? {} : { data: { start } }),
});

const titleTexts = (lines: readonly TextRun[]): PhrasingContent[] =>
  lines.flatMap((line, index) => [...(index > 0 ? [text(' ')] : []), text(line.value, line.start)]);

/** Text with the bold that the scan has. */
function phrasing({ value, start }: TextRun): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let last = 0;
  for (const match of value.matchAll(BOLD)) {
    if (match.index > last) nodes.push(text(value.slice(last, match.index), start + last));
    const bold = match[1] as string;
    nodes.push({ type: 'strong', children: [text(bold, start + match.index + 2)] });
    last = match.index + match[0].length;
  }
  if (last < value.length) nodes.push(text(value.slice(last), start + last));
  return nodes;
}
