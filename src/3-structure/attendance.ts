/** Reads the list of those who attended, in its tab, space and bracket forms. */
import type { Attendee, Block, Words } from '../minutes.ts';
import type { Shape } from './lines.ts';

/** Family and given name with a space between, then an office: `藤村 修 内閣官房長官` */
const NAMED =
  /^(?<name>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ヶー]{1,5}[ \u3000]+[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,5})(?<space>[ \u3000]+)(?<role>\S.*)$/u;
/** `(藤末 健三 総務副大臣代理出席)`: sits in the place of the one above. */
const PROXY =
  /^[（(](?<name>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,5}[ \u3000]+[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,5})[ \u3000]+(?<role>[^（）()]+?)[ \u3000]*(?:が)?代理出席[)）]$/u;
/** `（委員）`, `(その他出席者)`, `【政府】`, `＜オブザーバー＞` */
const GROUP = /^[（(【<＜〈〔［[](?<group>[^（）()【】<>＜＞]{1,25})[)）】>＞〉〕］\]]$/u;
/** `（代理出席）（公益社団法人 日本水道協会）` */
const REMARK = /^[（(](?<note>代理出席|オンライン|Web参加|途中退席|途中出席|欠席|書面)[)）]/u;

export interface Attendance {
  readonly blocks: Block[];
  readonly attendees: readonly Attendee[];
  /** Indices, in `blocks`, before which a group's heading stands. */
  readonly groups: readonly { readonly before: number; readonly words: Words }[];
}

export function readAttendance(shapes: readonly Shape[]): Attendance {
  const blocks: Block[] = [];
  const attendees: Attendee[] = [];
  const groups: { before: number; words: Words }[] = [];
  let rows: Words[][] = [];
  let group: string | undefined;
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ type: 'table', head: headOf(rows), rows });
    rows = [];
  };
  for (const shape of shapes) {
    const entry = readEntry(shape);
    if (entry.kind === 'group') {
      flush();
      group = entry.group;
      groups.push({ before: blocks.length, words: wordsAt(shape, 0, shape.line.text.length) });
    } else if (entry.kind === 'proxy') {
      const principal = attendees.at(-1)?.name;
      attendees.push(withGroup({ ...entry.attendee, ...(principal ? { proxyFor: principal } : {}) }, group));
      rows.push([...entry.cells]);
    } else if (entry.kind === 'person') {
      if (rows.length > 0 && rows[0]?.length !== entry.cells.length && !isProxyRow(rows)) flush();
      rows.push([...entry.cells]);
      attendees.push(withGroup(entry.attendee, group));
    } else {
      flush();
      pushOffice(blocks, wordsAt(shape, 0, shape.line.text.length));
      attendees.push(withGroup({ role: shape.line.text }, group));
    }
  }
  flush();
  return { blocks, attendees, groups };
}

const isProxyRow = (rows: readonly Words[][]): boolean => rows.at(-1)?.length === 1;

const withGroup = (attendee: Attendee, group: string | undefined): Attendee =>
  group === undefined ? attendee : { ...attendee, group };

function headOf(rows: readonly (readonly Words[])[]): string[] {
  const width = Math.max(...rows.map(row => row.length));
  return ['氏名', '役職', '所属', '備考'].slice(0, width);
}

function pushOffice(blocks: Block[], words: Words): void {
  const last = blocks.at(-1);
  const item = { type: 'item' as const, children: [{ type: 'paragraph' as const, words }] };
  if (last?.type === 'list') last.children.push(item);
  else blocks.push({ type: 'list', ordered: false, first: 1, children: [item] });
}

const wordsAt = ({ line }: Shape, from: number, to: number): Words => ({
  value: line.text.slice(from, to),
  start: line.start + from,
});

type Entry =
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'office' }
  | { readonly kind: 'person' | 'proxy'; readonly attendee: Attendee; readonly cells: readonly Words[] };

function readEntry(shape: Shape): Entry {
  const { text } = shape.line;
  const proxy = PROXY.exec(text)?.groups;
  if (proxy)
    return {
      kind: 'proxy',
      attendee: { name: tidy(proxy.name), role: proxy.role ?? '', note: '代理出席' },
      cells: [wordsAt(shape, 0, text.length)],
    };
  const group = GROUP.exec(text)?.groups?.group;
  if (group !== undefined) return { kind: 'group', group };
  if (text.includes('\t')) return readTabs(shape);
  const named = NAMED.exec(text)?.groups;
  if (!named) return { kind: 'office' };
  const { name = '', space = '', role = '' } = named;
  return {
    kind: 'person',
    attendee: { name: tidy(name), role },
    cells: [wordsAt(shape, 0, name.length), wordsAt(shape, name.length + space.length, text.length)],
  };
}

const tidy = (name: string | undefined): string => (name ?? '').replace(/[ \u3000]+/g, ' ');

function readTabs(shape: Shape): Entry {
  const cells = splitTabs(shape);
  const [name, role, third] = cells.map(cell => cell.value);
  const note = REMARK.exec(third ?? '')?.groups?.note;
  const affiliation = third?.replace(REMARK, '').replace(/^[（(](.*)[)）]$/u, '$1');
  const attendee = {
    name: tidy(name),
    ...(role ? { role } : {}),
    ...(affiliation ? { affiliation } : {}),
    ...(note ? { note } : {}),
  };
  return { kind: 'person', attendee, cells };
}

/** Cells of a line with tabs, without white space at their ends. */
export function splitTabs(shape: Shape): Words[] {
  let at = 0;
  return shape.line.text.split('\t').map(cell => {
    const from = at + (cell.length - cell.trimStart().length);
    at += cell.length + 1;
    return wordsAt(shape, from, from + cell.trim().length);
  });
}
