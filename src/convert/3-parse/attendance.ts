/** Reads the list of those who attended, in its tab, space and bracket forms. */
import { optional } from '@tsuzuri/core/collections';
import type { Attendee, Block, TextRun } from '@tsuzuri/core/minutes';
import { newForms } from '@tsuzuri/core/old-kanji';
import { textRun } from './builder.ts';
import { splitCells, splitTabs } from './cells.ts';
import { withoutColon } from './headings.ts';
import type { Shape } from './lines.ts';
import { readNumbering } from './numbering.ts';
import {
  ALONE,
  AUDIENCE,
  DITTO,
  INSTEAD,
  inPlace,
  isInPart,
  isNameAlone,
  isNotPresent,
  isOfGroup,
  isPlace,
  isSpread,
  LETTER,
  NAME,
  ORGANISATION,
  PRESENT,
  readCalledAlone,
  readPeople,
  readPosts,
  tidy,
} from './people.ts';
import { isSpeakerLabel } from './speech.ts';

/** Then an office: `藤村 修 内閣官房長官` */
const NAMED = new RegExp(String.raw`^${NAME}(?<space>[ \u3000]+)(?<role>\S(?:(?![ \u3000]{2}).)*)$`, 'u');
/** Office first: `座長　後藤 厚宏　情報セキュリティ大学院大学 学長` */
const OFFICE_FIRST = new RegExp(
  String.raw`^(?<role>同|[\p{sc=Han}\p{sc=Katakana}ー]{2,8})(?<gap>[ \u3000]+)${NAME}(?<space>[ \u3000]+)(?<affiliation>\S.*)$`,
  'u',
);
/** `(藤末 健三 総務副大臣代理出席)`: sits in the place of the one above. */
const PROXY = new RegExp(String.raw`^[（(]${NAME}[ \u3000]+(?<role>[^（）()]+?)[ \u3000]*(?:が)?代理出席[)）]$`, 'u');
/** A remark behind a name: `（オンライン参加）` */
const BEHIND = '(?:[（(](?<note>[^（）()]+)[）)])?';
/** What the one above is. */
const SAME = '同';
/** `理事長　　桜庭　和夫`, `理　事　　大垣　俊（オンライン参加）`: no name behind the office has an office behind it */
const OFFICE_AND_NAME = new RegExp(
  String.raw`^(?<role>\S{1,16}|\p{sc=Han}(?:[ \u3000]{1,8}\p{sc=Han}){1,6})(?<gap>[ \u3000]{1,20})${NAME}${BEHIND}$`,
  'u',
);
/** `１番　にし小学校　　６年　葉山　りく` */
const SEATED = new RegExp(
  String.raw`^(?<role>[0-9]{1,2}番)(?<gap>[ \u3000]+)(?:(?<affiliation>\S.{0,60}?)(?<space>[ \u3000]+))?${NAME}(?:君|さん|議員)?$`,
  'u',
);
/** `（委員）`, `(その他出席者)`, `【政府】`, `＜オブザーバー＞` */
const GROUP =
  /^[（(【<＜〈〔［[](?<group>[^（）()【】<>＜＞]{1,25})[)）】>＞〉〕］\]](?:[（(][^（）()]*(?:順|敬称略)[^（）()]*[)）])?$/u;
/** `分科会委員：`, over who they are */
const GROUP_OF_COLON = /^(?<group>[^\s：:。、（）()]{2,24})[：:]$/u;
/** `出席委員数　4名`, `欠席委員`, `放送事業者側出席者名`: whom the lines below name */
const COUNTED_GROUP =
  /^[・○●]?(?=[^\s。、]{0,12}(?:出席|欠席|参加|応招))[^\s。、（(]{2,16}(?:[ \u3000]*[（(]?[0-9]{1,3}[名人][）)]?)?$/u;
/** `（代理出席）（公益社団法人 日本水道協会）` */
const REMARK = /^[（(](?<note>代理出席|オンライン|Web参加|途中退席|途中出席|欠席|書面)[)）]/u;

interface Attendance {
  readonly blocks: Block[];
  readonly attendees: readonly Attendee[];
}

/** @param groupHeading makes the heading of a group: （委員） */
export function readAttendance(shapes: readonly Shape[], groupHeading: (words: TextRun) => Block): Attendance {
  const blocks: Block[] = [];
  const attendees: Attendee[] = [];
  let rows: TextRun[][] = [];
  let officeFirst = false;
  let group: string | undefined;
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ type: 'table', head: headOf(rows, officeFirst), rows });
    rows = [];
    officeFirst = false;
  };
  // Of the line above, for 〃.
  let above: readonly Attendee[] = [];
  let columns: readonly string[] | undefined;
  let groupIndent: number | undefined;
  let areAbsent = false;
  const alternates = alternatingNames(shapes);
  const areCalled = shapes.filter(({ line }) => calledWithBody(line.text)).length > 2;
  // Where names begin on their lines: below them a name stands alone.
  let nameColumn: number | undefined;
  // Where the last cell of a row begins: an office below it is the rest of that cell.
  let lastColumn: number | undefined;
  // Where a line begins that is a name with a remark, `今泉　道雄（会長）`: below it, too.
  let listIndent: number | undefined;
  const offices = officesOverLines(shapes);
  for (const [index, shape] of shapes.entries()) {
    const office = offices.get(index);
    if (office !== undefined) {
      pushOffice(blocks, textRun(shape, 0));
      if (!areAbsent && office.person) attendees.push(withGroup(office.person, group));
      continue;
    }
    if (alternates.has(index)) {
      pushOffice(blocks, textRun(shape, 0));
      const role = shapes[index - 1]?.line.text ?? '';
      // `財務担当理事` over `（代理）財務部次長`
      const proxy = IN_PLACE.exec(role)?.groups?.office;
      const principal = proxy === undefined ? undefined : attendees.pop();
      const office = principal
        ? { role: proxy, proxyFor: principal.name ?? principal.role, note: '代理出席' }
        : { role };
      if (!areAbsent) attendees.push(withGroup({ name: tidy(shape.line.text), ...office } as Attendee, group));
      continue;
    }
    const one = areCalled && !areAbsent ? calledWithBody(shape.line.text) : undefined;
    if (one) {
      pushOffice(blocks, textRun(shape, 0));
      attendees.push(withGroup(one, group));
      continue;
    }
    if (COUNTED_GROUP.test(newForms(shape.line.text))) {
      flush();
      areAbsent = isNotPresent(shape.line.text.replace(/^[・○●]/u, ''));
      pushOffice(blocks, textRun(shape, 0));
      continue;
    }
    // `・事務局`, behind `・欠席委員１名`
    if (areAbsent && /^[・○●]?(?:議会)?事務局(?:職員)?$/u.test(shape.line.text)) {
      flush();
      areAbsent = false;
      pushOffice(blocks, textRun(shape, 0));
      continue;
    }
    const names = columnsIn(shape);
    if (shape.kind === 'rule') {
      flush();
      blocks.push({ type: 'rule' });
      continue;
    }
    if (names) {
      flush();
      columns = names;
      continue;
    }
    // `役職　氏名　出欠`, with narrow gaps
    if (namesColumns(shape.line.text)) {
      pushOffice(blocks, textRun(shape, 0));
      continue;
    }
    if (ALONE.test(shape.line.text) && shape.line.indent > 0 && shape.line.indent === nameColumn) {
      rows.push([{ value: '', start: shape.line.start }, textRun(shape, 0)]);
      attendees.push(withGroup({ name: tidy(shape.line.text) }, group));
      continue;
    }
    if (
      isNameAlone(shape.line.text) &&
      !ORGANISATION.test(shape.line.text) &&
      shape.line.indent === listIndent &&
      !areAbsent
    ) {
      pushOffice(blocks, textRun(shape, 0));
      attendees.push(withGroup({ name: tidy(shape.line.text) }, group));
      continue;
    }
    const entry = columns && splitCells(shape).length > 1 ? readColumns(shape, columns) : readEntry(shape);
    // `（欠席）`, beside `（委員）`, `（事務局）`: of those below it, not of the one above
    const { text, indent } = shape.line;
    if (ABSENT_GROUP.test(text) && indent === groupIndent) {
      flush();
      areAbsent = true;
      blocks.push(groupHeading(textRun(shape, 0)));
      continue;
    }
    if (entry.kind === 'absent' || (areAbsent && entry.kind !== 'group')) {
      rows.push(splitCells(shape));
      continue;
    }
    if (entry.kind === 'group') {
      flush();
      listIndent = undefined;
      groupIndent = shape.line.indent;
      group = entry.group;
      areAbsent = isNotPresent(group);
      blocks.push(groupHeading(textRun(shape, 0, withoutColon(shape.line.text).length)));
    } else if (entry.kind === 'office') {
      flush();
      pushOffice(blocks, textRun(shape, 0));
      const people = entry.people ?? readPeople(shape.line.text);
      const isOne = people.length === 0 && lastColumn !== undefined && shape.line.indent === lastColumn;
      const last = attendees.at(-1);
      // `株式会社イソベ環境　技術本部` and below it `部長`
      if (isOne && last?.name !== undefined) {
        const key = last.affiliation === undefined ? 'role' : 'affiliation';
        attendees[attendees.length - 1] = { ...last, [key]: [last[key], shape.line.text].filter(Boolean).join(' ') };
        continue;
      }
      const areSome = MORE.test(shapes[index + 1]?.line.text ?? '');
      const alone = areSome ? [] : readOfficeAlone(shape.line.text);
      const found = (people.length > 0 ? people : alone)
        .map((person, at) => withoutDitto(person, above[at]))
        .map(it => withGroup(it, group));
      above = found;
      // `つくも浜郡医師会` over the people who came for it
      const isOver = (shapes[index + 1]?.line.indent ?? 0) > shape.line.indent;
      // `国務大臣` over `（環境大臣）　　三枝じゅん子君`
      const isWider = offices.has(index + 1) || OVER_LINES.test(shapes[index + 1]?.line.text ?? '');
      const isAbove = isOver || isWider || alternates.has(index + 1);
      attendees.push(...found.filter(({ name }) => name !== undefined || !isAbove));
      if (NAME_AND_REMARK.test(shape.line.text) && people.length === 1) listIndent = shape.line.indent;
    } else {
      const isProxy = entry.kind !== 'person';
      const last = attendees.at(-1);
      const same = entry.attendee.role === SAME && last?.role ? { ...entry.attendee, role: last.role } : entry.attendee;
      const attendee = withoutDitto(same, last);
      const principal = isProxy ? attendees.at(-1)?.name : undefined;
      if (entry.kind === 'instead') attendees.pop();
      if (!isProxy && rows.length > 0 && rows[0]?.length !== entry.cells.length && !isProxyRow(rows)) flush();
      officeFirst = officeFirst || entry.officeFirst === true;
      rows.push([...entry.cells]);
      attendees.push(withGroup({ ...inPlace(attendee), ...(principal ? { proxyFor: principal } : {}) }, group));
      nameColumn = columnOf(shape, entry.cells[entry.officeFirst ? 1 : 0]);
      lastColumn = entry.cells.length > 1 ? columnOf(shape, entry.cells.at(-1)) : undefined;
    }
  }
  flush();
  return { blocks, attendees };
}

/** `今泉　道雄（会長）` */
const NAME_AND_REMARK = new RegExp(`^${NAME}[（(][^（）()]{1,20}[）)]$`, 'u');

/** `（代理）財務部次長` */
const IN_PLACE = /^[（(]代理[）)][ \u3000]*(?<office>\S+)$/u;
/** `ほか３名`, below an office: how many, not who */
const MORE = /^(?:ほか|他|外)[ \u3000]*[0-9０-９一二三四五六七八九十]+[名人]$/u;

/** `喜入委員（県立高等学校長会）`, on lines that are alike: a family name, what they are in the meeting, for whom they sit there */
const CALLED_WITH_BODY = new RegExp(
  `^(?<name>${LETTER}{1,6}?)(?<role>(?:副|部)?(?:委員長?|会長|座長|議長|理事長?|監事|幹事|構成員))(?:代理)?[（(](?<affiliation>[^（）()]{2,40})[）)]$`,
  'u',
);
function calledWithBody(text: string): Attendee | undefined {
  const { name = '', role, affiliation } = CALLED_WITH_BODY.exec(text)?.groups ?? {};
  if (role === undefined || affiliation === undefined || isSpeakerLabel(name)) return undefined;
  return { name, role, affiliation, ...(name.length < 4 ? { family: true as const } : {}) };
}

/** An office, or a body that came: `事務局長`, `つくも浜郡医師会` */
function readOfficeAlone(text: string): Attendee[] {
  const called = readCalledAlone(text);
  if (called) return [called];
  // 裁判員経験者1～4　4人: how many, not who
  const parts = text.split('、');
  if (/[ \u3000]{2}|[|｜]/u.test(text) || NOBODY.test(text) || AUDIENCE.test(text)) return [];
  if (parts.length > 1 && parts.every(part => isSpeakerLabel(part) && !/[ \u3000]/u.test(part)))
    return parts.map(role => ({ role }));
  const posts = parts.length > 1 ? readPosts(text) : [];
  if (posts.length > 0) return posts;
  return (parts.length === 1 && isSpeakerLabel(text)) || ORGANISATION.test(text) ? [{ role: text }] : [];
}

/** `衣斐　節子　　欠席`, `（欠席）`, `（欠席：檮原　忠　…）`, `（欠席）八倉　保、拾町　由美` */
const ABSENT =
  /[ \u3000]+[（(]?欠席[）)]?(?:[（(][^（）()]*[）)])?$|^[（(]欠席(?:[：:\s].*)?[）)]$|^[（(【〔]欠席(?:者|委員)?[）)】〕](?=\S)/u;
const ABSENT_GROUP = /^[（(<＜【〔]欠席(?:者|委員)?[）)>＞】〕]$/u;
/** `（代理　同課課長補佐　網代木　亘）`: the one above did not come */
const IN_BRACKETS = /^[（(](?<words>.*)[）)]$/u;

/** Lines of an office that the ends of lines cut, and on the last of them who has it. */
function officesOverLines(shapes: readonly Shape[]): ReadonlyMap<number, { readonly person?: Attendee }> {
  const found = new Map<number, { readonly person?: Attendee }>();
  for (let from = 0; from < shapes.length; from++) {
    const [first = '', second = ''] = [shapes[from]?.line.text, shapes[from + 1]?.line.text];
    const { rest = '', bearer = '' } = REST_OF_OFFICE.exec(second)?.groups ?? {};
    const [called] = rest === '' || isSpeakerLabel(first) || !isSpeakerLabel(first + rest) ? [] : readPeople(bearer);
    if (called?.name !== undefined && /^\S{3,20}$/u.test(first)) {
      found.set(from, {});
      found.set(from + 1, { person: { ...called, role: first + rest } });
      continue;
    }
    if (!/^[（(][^（）()]*(?:[（(][^（）()]*)?$/u.test(first)) continue;
    let words = '';
    for (let to = from; to < Math.min(shapes.length, from + MOST_LINES); to++) {
      words += shapes[to]?.line.text ?? '';
      const { office, bearer = '' } = OVER_LINES.exec(words)?.groups ?? {};
      if (office === undefined) continue;
      const [person] = readPeople(bearer);
      if (to > from && person?.name !== undefined) {
        for (let at = from; at < to; at++) found.set(at, {});
        found.set(to, { person: { ...person, role: office } });
      }
      break;
    }
  }
  return found;
}
/** `員　　　　　　　星　　正彦君`, below `常任委員会専門` */
const REST_OF_OFFICE = /^(?<rest>\p{sc=Han}{1,5})[ \u3000]{2,}(?<bearer>[^（）()]+(?:君|氏|さん))$/u;
/** `（内閣府特命担当大臣（防災、海洋政策））　　　坂井　　学君` */
const OVER_LINES =
  /^[（(](?<office>(?:[^（）()]|[（(][^（）()]*[）)])+)[）)][ \u3000]*(?<bearer>[^（）()]+(?:君|氏|さん))$/u;
/** Of one office. */
const MOST_LINES = 10;

/** Names below their offices, line by line: `工学研究科准教授` and `四十物　健太`. */
function alternatingNames(shapes: readonly Shape[]): ReadonlySet<number> {
  const isName = (at: number): boolean => isNameAlone(shapes[at]?.line.text ?? '');
  const isOfficeLine = (at: number): boolean => {
    const { line, kind } = shapes[at] ?? {};
    return (
      kind === 'short' && line !== undefined && !/[ \u3000]{2}/u.test(line.text) && readPeople(line.text).length === 0
    );
  };
  const found = shapes.flatMap((_, at) => (isName(at) && !isName(at - 1) && isOfficeLine(at - 1) ? [at] : []));
  return new Set(found.length > 1 ? found : []);
}

const columnOf = ({ line }: Shape, cell: TextRun | undefined): number | undefined =>
  cell && line.indent + cell.start - line.start;

const isProxyRow = (rows: readonly TextRun[][]): boolean => rows.at(-1)?.length === 1;

/** With what stands above for `〃`; without it, where nothing does. */
function withoutDitto(person: Attendee, above: Attendee | undefined): Attendee {
  const { role, affiliation, ...rest } = person;
  if (!DITTO.test(role ?? '') && !DITTO.test(affiliation ?? '')) return person;
  const told = (own: string | undefined, other: string | undefined): string | undefined =>
    DITTO.test(own ?? '') ? other : own;
  return {
    ...rest,
    ...optional('role', told(role, above?.role)),
    ...optional('affiliation', told(affiliation, above?.affiliation)),
  };
}

const withGroup = (attendee: Attendee, group: string | undefined): Attendee =>
  group === undefined || attendee.group !== undefined ? attendee : { ...attendee, group };

function headOf(rows: readonly (readonly TextRun[])[], officeFirst: boolean): string[] {
  const width = Math.max(...rows.map(row => row.length));
  return (officeFirst ? ['役職', '氏名', '所属'] : ['氏名', '役職', '所属', '備考']).slice(0, width);
}

function pushOffice(blocks: Block[], words: TextRun): void {
  const last = blocks.at(-1);
  const item = { type: 'item' as const, children: [{ type: 'paragraph' as const, words }] };
  if (last?.type === 'list') last.children.push(item);
  else blocks.push({ type: 'list', ordered: false, first: 1, children: [item] });
}

type Entry =
  | { readonly kind: 'group'; readonly group: string }
  /** No row of a table: people in some form, or just an office. */
  | { readonly kind: 'office'; readonly people?: readonly Attendee[] }
  /** Did not come. */
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'person' | 'proxy' | 'instead';
      readonly attendee: Attendee;
      readonly cells: readonly TextRun[];
      readonly officeFirst?: true;
    };

/** `（議　長）　斗南　喜久　　　北稜市医師会　会長`: what they are in the meeting, in brackets before a row */
const PART_BEFORE_ROW =
  /^[（(【〔](?<part>(?:副|筆頭)?[ \u3000]?(?:議[ \u3000]?長|会[ \u3000]?長|座[ \u3000]?長|委[ \u3000]?員(?:[ \u3000]?長)?|事[ \u3000]?務[ \u3000]?局|監[ \u3000]?事|幹[ \u3000]?事|理[ \u3000]?事))[）)】〕][ \u3000]+(?=\S+[ \u3000]+\S)/u;

/** The row behind what stands before it. */
function behind({ line, ...shape }: Shape, from: number): Shape {
  const { text, printed, start, indent } = line;
  const rest = { text: text.slice(from), printed: printed.slice(from), start: start + from, indent: indent + from };
  return { ...shape, contentStart: 0, line: { ...line, ...rest } };
}

function readEntry(shape: Shape): Entry {
  const { text } = shape.line;
  const before = PART_BEFORE_ROW.exec(text);
  const row = before && readEntry(behind(shape, before[0].length));
  if (row?.kind === 'office' && row.people?.length === 1) {
    const group = before?.groups?.part?.replace(/[ \u3000]/gu, '') ?? '';
    return { ...row, people: row.people.map(person => ({ ...person, group })) };
  }
  if (row?.kind === 'person') {
    const group = before?.groups?.part?.replace(/[ \u3000]/gu, '') ?? '';
    const [first, ...others] = row.cells;
    const end = first && first.start - shape.line.start + first.value.length;
    return { ...row, attendee: { ...row.attendee, group }, cells: [textRun(shape, 0, end), ...others] };
  }
  const proxy = PROXY.exec(text)?.groups;
  if (proxy)
    return {
      kind: 'proxy',
      attendee: { name: tidy(proxy.name), role: proxy.role ?? '', note: '代理出席' },
      cells: [textRun(shape, 0)],
    };
  if (ABSENT.test(text) || /^欠席[ \u3000：:]/u.test(text)) return { kind: 'absent' };
  const instead = INSTEAD.exec(IN_BRACKETS.exec(text)?.groups?.words ?? '')?.groups?.who;
  const [other] = instead === undefined ? [] : readPeople(instead);
  if (other) return { kind: 'instead', attendee: { ...other, note: '代理出席' }, cells: [textRun(shape, 0)] };
  if (/^[（(][^（）()]*[、，員氏君][^（）()]*欠席[）)]$/u.test(text)) return { kind: 'absent' };
  const group = (GROUP.exec(text) ?? GROUP_OF_COLON.exec(text))?.groups?.group;
  if (group !== undefined) return { kind: 'group', group };
  if (shape.kind === 'numbered' && !/[ \u3000]\S+[ \u3000]/u.test(text.slice(shape.contentStart)))
    return { kind: 'group', group: text.slice(shape.contentStart) };
  if (text.includes('\t')) return readTabs(shape);
  const people = readPeople(text);
  // Members of the Diet: 理事　鳩山二郎君　理事　武村展英君
  if (/(?:君|さん)(?:[ \u3000]|$)/u.test(text) || people.length > 1 || isSpread(text))
    return { kind: 'office', people };
  const areNamed = (): boolean =>
    people.length > 0 ? people.every(({ name }) => name !== undefined) : readOfficeAlone(text).length === 0;
  if (PRESENT.test(text) && areNamed()) return { kind: 'office', people };
  const officeFirst = readPostAndName(shape) ?? readOfficeFirst(shape) ?? readOfficeAndName(shape) ?? readSeated(shape);
  if (officeFirst) return officeFirst;
  // `用地課　　　　課長　五味　英樹`
  const isFirst = ({ affiliation }: Attendee): boolean => affiliation !== undefined && text.startsWith(affiliation);
  if (isOfGroup(text) || people.some(isFirst)) return { kind: 'office', people };
  const named = NAMED.exec(text)?.groups;
  // 協議会委員　羽咋 慶子: the first word is no family name.
  const isList = /[、，／]/u.test(named?.role ?? '');
  if (!named || isList || isSpeakerLabel(named.name?.split(/[ \u3000]/u)[0] ?? '')) return { kind: 'office', people };
  const { name = '', space = '', role = '' } = named;
  // `消防署　　警防係長　　宜寿次　誠`
  const isBehind = isPlace(tidy(name)) && ALONE.test(role);
  return {
    kind: 'person',
    attendee: isBehind ? { name: tidy(role), role: tidy(name) } : { name: tidy(name), role },
    cells: [textRun(shape, 0, name.length), textRun(shape, name.length + space.length, text.length)],
  };
}

/** An office that several have, or a heading: no name, no body that would tell who it was. */
const NOBODY = /^(?:政府参考人|副?委員長|委\s*員|副?会長|座長|議長|理\s*事|監\s*事|幹\s*事|事務局)$/u;

/** The columns stand as printed: office, name, affiliation. */
function readOfficeFirst(shape: Shape): Entry | undefined {
  const {
    role = '',
    gap = '',
    name = '',
    space = '',
    affiliation = '',
  } = OFFICE_FIRST.exec(shape.line.text)?.groups ?? {};
  // `事務局　町民課長　　野老山　進`
  const isBeforeOffice = isSpeakerLabel(name.split(/[ \u3000]/u)[0] ?? '');
  if (role === '' || !(role === SAME || isSpeakerLabel(role)) || isBeforeOffice) return undefined;
  const from = role.length + gap.length;
  const ends = [role.length, from + name.length, shape.line.text.length] as const;
  return {
    kind: 'person',
    attendee: { name: tidy(name), role, affiliation },
    cells: [textRun(shape, 0, ends[0]), textRun(shape, from, ends[1]), textRun(shape, ends[1] + space.length, ends[2])],
    officeFirst: true,
  };
}

/** Three columns: part in the meeting, post elsewhere, name: `委員　　　消防署長　　　和井内　進` */
function readPostAndName(shape: Shape): Entry | undefined {
  const cells = splitCells(shape);
  const [role, affiliation, name, ...others] = cells.map(({ value }) => value);
  const isPerson = name !== undefined && ALONE.test(name) && others.length === 0;
  if (!isPerson || !role || !affiliation || !isSpeakerLabel(role.replace(/[ \u3000]/gu, ''))) return undefined;
  if (ALONE.test(affiliation) && !isSpeakerLabel(affiliation.replace(/[ \u3000]/gu, ''))) return undefined;
  const attendee = { name: tidy(name), role: role.replace(/[ \u3000]/gu, ''), affiliation };
  return { kind: 'person', attendee, cells: [cells[0], cells[2], cells[1]] as TextRun[], officeFirst: true };
}

/** Two columns: office, name with its remark. */
function readOfficeAndName(shape: Shape): Entry | undefined {
  const { text } = shape.line;
  const person = personIn(text);
  if (!person) return undefined;
  const [, role = '', gap = ''] = OFFICE_AND_NAME.exec(text) ?? [];
  const cells = [textRun(shape, 0, role.length), textRun(shape, role.length + gap.length, text.length)];
  return { kind: 'person', attendee: person, cells, officeFirst: true };
}

/** `理　事　　大垣　俊（オンライン参加）`, where the office is one that we know. */
function personIn(text: string): Attendee | undefined {
  const { role = '', name, note } = OFFICE_AND_NAME.exec(text)?.groups ?? {};
  const office = role.replace(/[ \u3000]+/gu, '');
  // `議会事務局　議事課主任　色川早苗`: the office stands behind where they are from
  const isName = name !== undefined && !isSpeakerLabel(name.split(/[ \u3000]/u)[0] ?? '');
  if (!isName || !isSpeakerLabel(office)) return undefined;
  return { name: tidy(name), role: office, ...(note ? { note } : {}) };
}

function readSeated(shape: Shape): Entry | undefined {
  const { text } = shape.line;
  const { role = '', gap = '', affiliation = '', space = '', name } = SEATED.exec(text)?.groups ?? {};
  if (name === undefined) return undefined;
  const from = role.length + gap.length;
  const cells = [textRun(shape, 0, role.length), textRun(shape, from + affiliation.length + space.length, text.length)];
  if (affiliation !== '') cells.push(textRun(shape, from, from + affiliation.length));
  const attendee = { name: tidy(name), role, ...(affiliation ? { affiliation } : {}) };
  return { kind: 'person', attendee, cells, officeFirst: true };
}

/** Who is named in a cell of their own: `神代　隆（会長）`, `まちづくり課長　服巻　敬`, `鬼頭　昇` */
export const readAlone = (cell: string): readonly Attendee[] =>
  ALONE.test(cell.trim()) ? [{ name: tidy(cell.trim()) }] : peopleIn(cell.trim());

/** `出席者：相沢 健一（委員長）、…`, `事務局　有働　静（館長）`: who came, on the line that says so */
const INLINE =
  /^(?<group>[^\s：:、。]{0,8}(?:出席|応招|参加)[^\s：:、。0-9]{0,8}|説明のため出席した者|監査委員|構成員|[^\s：:、。0-9]{0,6}委員|共同議長|(?:議会)?事務局|[^\s：:、。]{0,2}執行部|組合側|会社側|オブザーバー|説明員|陪席者?|臨席者|Attendees|Present)(?:\s*[：:]\s*|[ \u3000]+)(?<people>\S.*)$/u;
/** `市執行部　【都市建設部】　都市建設部長　飯泉宗男，…` */
const DEPARTMENT = /(?<before>[ \u3000]*)【[^】]{2,12}[部課局室]】[ \u3000]*(?=\S+[長幹査])/gu;
const SPREAD_GROUP = /^\p{sc=Han}(?<gap>[ \u3000]{1,3})(?:\p{sc=Han}\k<gap>)*\p{sc=Han}(?=[ \u3000]{2}|[：:])/u;
/** `楡井 和` and `歌子`: a name that the end of a line has cut */
const REST_OF_NAME = new RegExp(`^${LETTER}{1,4}$`, 'u');

/** People on lines of the head of a page, which is no section of its own; a line of which a part is no person gives nobody. */
export function readInlineAttendance(lines: readonly string[]): Attendee[] {
  const found: Attendee[] = [];
  let group: string | undefined;
  for (const [index, spread] of lines.entries()) {
    // `出 席 委 員　　委 員 長　　戸狩　文彦`, `**出席委員**：城戸　康彦`
    const line = spread
      .slice(readNumbering(spread)?.length ?? 0)
      .replaceAll('**', '')
      .replace(DEPARTMENT, (_, before: string, at: number, all: string) => (all.indexOf('【') < at ? '、' : before))
      .replace(SPREAD_GROUP, label => label.replace(/[ \u3000]/gu, ''));
    const last = found.at(-1);
    if (group !== undefined && last?.name && REST_OF_NAME.test(line) && !/[、，]$/u.test(lines[index - 1] ?? '')) {
      found[found.length - 1] = { ...last, name: last.name + line };
      continue;
    }
    const isAbsent = isNotPresent(line);
    const next = group === undefined || isAbsent ? undefined : personIn(line);
    const inline = next || isAbsent ? undefined : INLINE.exec(line)?.groups;
    group = isAbsent ? undefined : (inline?.group ?? group);
    const people = next
      ? [inPlace(next)]
      : group === undefined
        ? partsOfMeeting(line)
        : (twoIn(inline) ?? peopleIn(inline?.people ?? line));
    if (people.length === 0) group = undefined;
    found.push(...people.map(person => withGroup(person, group)));
  }
  return found;
}

const TWO_NAMES = new RegExp(`^(?<one>${LETTER}{3,5})、(?<other>${LETTER}{3,5})$`, 'u');

/** `出席監事：利根沢悟、片品節子`: of a list of two no shape tells names, but the label does. */
function twoIn(inline: Record<string, string> | undefined): readonly Attendee[] | undefined {
  const { one, other } = TWO_NAMES.exec(inline?.people ?? '')?.groups ?? {};
  const names = [one, other].filter(name => name !== undefined);
  const isTold = /^出席/u.test(inline?.group ?? '') && names.length === 2;
  return isTold && !names.some(name => isSpeakerLabel(name)) ? names.map(name => ({ name })) : undefined;
}

function peopleIn(text: string): readonly Attendee[] {
  const person = personIn(text);
  if (person) return [inPlace(person)];
  const { name } = FROM_AFAR.exec(text)?.groups ?? {};
  if (name !== undefined) return [{ name: tidy(name), note: 'オンライン' }];
  const side = SIDE.exec(text);
  const words = text.slice(side?.[0].length ?? 0);
  for (const people of [side ? readPeople(words) : [], readPeople(text), readPosts(words)])
    if (people.length > 0) return people;
  return [];
}
/** `オンライン　塩飽千鶴（Ⅱの（２）まで）` */
const FROM_AFAR = new RegExp(
  String.raw`^オンライン(?:参加|出席)?(?:\s*[：:]\s*|[ \u3000]+)(?<name>${LETTER}{3,6}|${NAME.replace('?<name>', '?:')})(?:[（(][^、]{1,20}[）)])?$`,
  'u',
);
/** `学校　　鬼頭正嗣（校長）、壬生谷かおる（教頭）`: whose people they are */
const SIDE =
  /^(?:学校|病院|会社|大学|法人|機構|組合|地域|行政|設置者|[都道府県市区町村]職員|[都道府県市区町村])側?[ \u3000]+(?=\S+、)/u;

/** `公述人　　遠山　縫子、権田原　周作`, `Secretary: 設楽 直人`: who they are in the meeting says that they came. */
function partsOfMeeting(line: string): readonly Attendee[] {
  const { role, name } = OFFICER.exec(line)?.groups ?? {};
  if (name !== undefined) return [{ name: tidy(name), ...(role ? { role } : {}) }];
  return isInPart(line) || SIDE.test(line) ? peopleIn(line) : [];
}
const OFFICER = new RegExp(
  String.raw`^(?<role>Secretary|Chair(?:man|person)?|Convenor|Rapporteur)\s*[：:]\s*${NAME}$`,
  'u',
);

/** What the columns of a table are called. */
const COLUMN_NAMES: Readonly<Record<string, 'name' | 'role' | 'affiliation' | 'note' | 'number' | 'presence'>> = {
  番号: 'number',
  議席: 'number',
  No: 'number',
  '所属・職': 'affiliation',
  '所属・役職': 'affiliation',
  '所属・職名': 'affiliation',
  所属及び職名: 'affiliation',
  氏名: 'name',
  名前: 'name',
  役職: 'role',
  職名: 'role',
  役職名: 'role',
  区分: 'role',
  所属: 'affiliation',
  団体名: 'affiliation',
  所属団体: 'affiliation',
  備考: 'note',
  出欠: 'presence',
  摘要: 'note',
  機関名: 'affiliation',
  職: 'role',
  役割: 'role',
};

/** `所属	氏名	備考` */
export function columnsIn(shape: Shape): readonly string[] | undefined {
  const cells = splitCells(shape).map(({ value }) => value.replace(/[ \u3000]/gu, ''));
  return cells.length > 1 && cells.includes('氏名') && cells.every(cell => cell in COLUMN_NAMES) ? cells : undefined;
}

const namesColumns = (text: string): boolean => {
  const words = text.split(/[ \u3000\t|｜]+/u);
  return words.length > 1 && words.every(word => word in COLUMN_NAMES);
};

type Column = (typeof COLUMN_NAMES)[string];
const columnOfName = (name = ''): Column | undefined => COLUMN_NAMES[name.replace(/[ \u3000]/gu, '')];

/** @param rows the first has the names of the columns; where none is of who came, the last without a name that we know is */
export function peopleInRows([head = [], ...rows]: readonly (readonly TextRun[])[]): Attendee[] {
  const named = head.map(({ value }) => columnOfName(value));
  const last = named.includes('presence') ? -1 : named.lastIndexOf(undefined);
  const columns = named.map((column, at) => (at === last ? 'presence' : column));
  return columns.includes('name') ? rows.flatMap(cells => personInCells(cells, columns) ?? []) : [];
}

/** Nobody where the row says that they did not come. */
function personInCells(cells: readonly TextRun[], columns: readonly (Column | undefined)[]): Attendee | undefined {
  const attendee: Record<string, string> = {};
  for (const [at, { value }] of cells.entries()) {
    const key = columns[at];
    if (key === 'presence' && /^(?:[×✕欠無]|欠席)$/u.test(value)) return undefined;
    if (key !== undefined && key !== 'number' && key !== 'presence' && value !== '')
      attendee[key] = key === 'name' ? tidy(value) : value;
  }
  const isAbsent = /^欠席|^[×✕]$/u.test(attendee.note ?? '') && !/代理/u.test(attendee.note ?? '');
  return isAbsent ? undefined : attendee;
}

/** `門倉　ひさし　出席`: a narrow gap before whether they came */
function parted(shape: Shape, cell: TextRun): TextRun[] {
  const at = /[ \u3000](?=(?:出席|欠席|代理出席)$)/u.exec(cell.value)?.index;
  if (at === undefined) return [cell];
  const from = cell.start - shape.line.start;
  return [textRun(shape, from, from + at), textRun(shape, from + at + 1, from + cell.value.length)];
}

function readColumns(shape: Shape, columns: readonly string[]): Entry {
  const read = splitCells(shape).flatMap(cell => parted(shape, cell));
  // Empty cells before the first are white space at the head of the line.
  const lost = shape.line.text.includes('\t') ? Math.min(shape.line.indent, columns.length - read.length) : 0;
  const cells = [...Array.from({ length: Math.max(0, lost) }, () => textRun(shape, 0, 0)), ...read];
  const attendee = personInCells(cells, columns.map(columnOfName));
  return attendee ? { kind: 'person', attendee, cells } : { kind: 'absent' };
}

function readTabs(shape: Shape): Entry {
  const cells = splitTabs(shape);
  if (cells.some(({ value }) => /^[×✕]$/u.test(value))) return { kind: 'absent' };
  // `日本建具金物規格会	○	瀬戸内　正道、園山　さゆり`
  if (cells.some(({ value }) => /^[○◯△]$/u.test(value))) return { kind: 'office' };
  const [first, second, third] = cells.map(cell => cell.value);
  const isRoleFirst = ALONE.test(second ?? '') && !ALONE.test(first ?? '');
  const [name, role] = isRoleFirst ? [second, first] : [first, second];
  const note = REMARK.exec(third ?? '')?.groups?.note;
  const affiliation = third?.replace(REMARK, '').replace(/^[（(](.*)[)）]$/u, '$1');
  const attendee = {
    name: tidy(name),
    ...(role ? { role } : {}),
    ...(affiliation ? { affiliation } : {}),
    ...(note ? { note } : {}),
  };
  return { kind: 'person', attendee, cells, ...(isRoleFirst ? { officeFirst: true as const } : {}) };
}
