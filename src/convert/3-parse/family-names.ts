/**
 * Finds who came by a family name alone: `逸見、楢原、宇陀川`, `北勢保育課長、藤原田主査`. A short word could be anything, and an
 * office of a department looks the same: a list names people only where the document calls one of them so elsewhere, as who
 * speaks or in a sentence (北勢課長, 宇陀川評議員から).
 */
import { optional } from '@tsuzuri/core/collections';
import type { Attendee } from '@tsuzuri/core/minutes';
import type { Shape } from './lines.ts';
import {
  areWords,
  isKnownFamily,
  isPost,
  isWord,
  type Lexicon,
  mayBeFamily,
  partedByWords,
  readNames,
} from './names.ts';
import { DEPARTMENTS, isNotPresent, LETTER, NO_NAME, OF_DEPARTMENT, readPeople } from './people.ts';
import { isSpeakerLabel } from './speech.ts';

const PARTS = '(?:[部課局室係院校館園所署科班団]|本部|支所|センター|事務[局所]|学部|研究科)';
/** `課長`, `部次長`, `課首席事務官`, `評議員` */
const POST = `${PARTS}?(?:副|次|首席|主任|上席|統括|総括|担当|主席|専門)?(?:${[
  '長(?:補佐|代理)?',
  '補佐',
  '主[査幹任事席]',
  '参[事与]',
  '審議[官役]',
  '(?:調査|専門|企画|指導|調整|監察|事務|評価|書記|管理)官',
  '技[師官監]',
  '司書',
  '書記',
  '[^\\s、]?監',
].join('|')})|(?:副|名誉|常務|専務|臨時|専門|准)*(?:${[
  '(?:社|会|学|校|園|院|館|所|署|団|理事|組合|座|議|委員|部会|教育|病院|施設|塾|学院)長(?:補佐|代理)?',
  '取締役',
  '監査役',
  '常務',
  '専務',
  'プロデューサー',
  'ディレクター',
  'マネージャー',
  '支配人',
  '教授',
  '講師',
  '助教',
  '委員',
  '幹事',
  '理事',
  '監事',
  '評議員',
  '議員',
  '構成員',
  '顧問',
].join('|')})`;
const FAMILY = String.raw`\p{sc=Han}[\p{sc=Han}々ヶケノ]{0,2}?`;
/** A family name, then a department and a post: `猿丸交通局長`, `狩俣コンテンツ局長` */
const WITH_POST = new RegExp(
  `^(?<family>${FAMILY})(?<role>(?:(?:${DEPARTMENTS}|\\p{sc=Katakana}[\\p{sc=Katakana}ー]+)${PARTS}?){0,3}(?:${POST}))$`,
  'u',
);
const ALONE = new RegExp(`^${LETTER}{1,4}$`, 'u');
/** What one is called elsewhere. */
const SUFFIX = `(?:${POST}|さん|氏|様|先生|君)`;

/** What a list of people has between them; a bracket behind a name belongs to it. */
const PIECE = /(?<piece>[^、，：:；;／\s\u3000（）()【】〔〕［］<>＜＞]+)(?:[（(](?<note>[^（）()]{1,20})[)）])?/gu;
/** `出席者`, `（監督官庁）`, `湊テレビ；`: whom the words behind it name */
const LABEL =
  /^(?:第[0-9]+[ \u3000])?[■□◇◆○●・\s0-9０-９Ⅰ-Ⅻ.．、]*(?:[（(【〔［<＜][^（）()【】〔〕]{1,16}[)）】〕］>＞]|[^\s：:；。、（(]{1,12}(?:[（(][^（）()]{1,12}[)）])?\s*[：:；]|(?:出\s*席|欠\s*席|参\s*加|陪\s*席|列\s*席)\s*[者委員議構成理事役監]*|事\s*務\s*局(?=[ \u3000]))(?=[\s：:；]|$|[^、。]+[、，]|\S{2,6}$)[\s：:；]*/u;
const OF_ROSTER =
  /出\s*[(（]?欠?[)）]?\s*席|参\s*加|陪\s*席|列\s*席|委\s*員|構成員|理\s*事|監\s*事|幹\s*事|評議員|事\s*務\s*局|オブザーバー|説\s*明\s*[員者]|会\s*見\s*者/u;
const MOST_IN_ROSTER = 400;
/** No meeting has more lists of people; characters in which one is called. */
const MOST_LISTS = 60;
const MOST_TEXT = 300_000;

interface Called {
  readonly family: string;
  readonly given?: string;
  readonly role?: string;
  readonly note?: string;
}

/** @returns the attendees, with those of them, and others, whom the lists of the document call by the family name */
export function withFamilyNames(
  attendees: readonly Attendee[],
  shapes: readonly Shape[],
  lexicon: Lexicon,
): Attendee[] {
  const text = shapes
    .map(({ line }) => line.text)
    .join('\n')
    .slice(0, MOST_TEXT);
  const lines = rosterLines(shapes, lexicon);
  const found = [...attendees];
  const lists = joined(lines);
  addUnlike(found, calledTogether(lists));
  addUnlike(found, cutAtLines(lists));
  addUnlike(found, inLastColumn(lines, lexicon));
  for (const [index, { text }] of lines.slice(0, MOST_IN_ROSTER).entries())
    if (!IS_ABSENT.test(lines[index + 1]?.text ?? '')) found.push(...readNames(text, lexicon).filter(isUnlike(found)));
  for (const pieces of rosterOf(lines).slice(0, MOST_LISTS)) {
    const called = pieces.map(piece => calledElsewhere(piece, text, lexicon));
    if (!called.some(Boolean)) {
      addUnlike(
        found,
        peopleByWords(
          pieces.map(({ piece, isFollowed }) => (isFollowed ? '' : piece)),
          lexicon,
        ),
      );
      addUnlike(found, familiesAlone(pieces, lexicon));
      continue;
    }
    const all = pieces.map((piece, at) => called[at] ?? readPiece(piece, lexicon));
    const people = all.filter(Boolean).length * 2 < pieces.length ? called : all;
    for (const [at, person] of people.entries()) if (person) add(found, person, pieces[at]?.piece ?? '');
  }
  return asPrinted(found, attendees.length, text);
}

/** @param before how many of them stood in the list already: the others go to where they are printed */
function asPrinted(found: readonly Attendee[], before: number, text: string): Attendee[] {
  if (found.length === before) return [...found];
  const closed = text.replace(/[ \u3000\n]/gu, '');
  const placeOf = ({ name, role = '' }: Attendee): number => closed.indexOf((name ?? role).replace(/[ \u3000]/gu, ''));
  const listed = found.slice(0, before).map(person => ({ person, place: placeOf(person) }));
  for (const person of found.slice(before)) {
    const place = placeOf(person);
    const at = listed.findIndex(other => other.place > place);
    listed.splice(at < 0 ? listed.length : at, 0, { person, place });
  }
  return listed.map(({ person }) => person);
}

/** Nobody of those found has the name, or a part of it. */
const isUnlike =
  (found: readonly Attendee[]) =>
  ({ name = '' }: Attendee): boolean => {
    const bare = name.replaceAll(' ', '');
    return !found.some(other => {
      const known = (other.name ?? other.role ?? '').replace(/[ \u3000]/gu, '');
      return (
        known.includes(bare) ||
        (known.length > 1 && bare.includes(known)) ||
        other.proxyFor?.replaceAll(' ', '') === bare
      );
    });
  };

function addUnlike(found: Attendee[], people: readonly Attendee[]): void {
  for (const person of people) if (isUnlike(found)(person)) found.push(person);
}

/** `荒神，麻布原，村主，横吹`: nothing but what may be a family name each, and a third of them known ones */
function familiesAlone(pieces: readonly Piece[], lexicon: Lexicon): Attendee[] {
  const areAlone = pieces.every(
    ({ piece, isFollowed, isBehind }) =>
      !isFollowed && !isBehind && ALONE.test(piece) && isFamily(piece) && mayBeFamily(piece, lexicon),
  );
  const known = pieces.filter(({ piece }) => isKnownFamily(piece, lexicon));
  if (pieces.length < FEWEST_ALONE || !areAlone || known.length * 3 < pieces.length) return [];
  const came = pieces.filter(({ note }) => !/^欠席/u.test(note ?? ''));
  return came.map(({ piece, note }) => ({ name: piece, family: true as const, ...optional('note', note) }));
}
const FEWEST_ALONE = 3;

interface Piece {
  readonly piece: string;
  readonly note?: string;
  /** A word stands right behind it: an office before a name. */
  readonly isFollowed: boolean;
  /** A word stands right before it, which may be its family name. */
  readonly isBehind: boolean;
  /** A short word stands one space before it, which is: 安曇野　善雄委員. */
  readonly isGiven: boolean;
}

/** The lists of who came, each with its pieces: lines behind a label that says so, and those that go on below them. */
function rosterOf(lines: readonly RosterLine[]): Piece[][] {
  const lists: Piece[][] = [];
  let open: Piece[] | undefined;
  let isCut = false;
  for (const { text, isNew, isLabelled, indent } of lines) {
    if (isNew) open = undefined;
    // The rest of a name that the end of a line has cut is no name.
    const [first, ...others] = piecesOf(text);
    const pieces =
      first && isCut && !isLabelled ? [{ ...first, isBehind: true }, ...others] : first ? [first, ...others] : [];
    isCut = !/[、，）)]$/u.test(text) && !isSpeakerLabel(/[^、，\s\u3000]*$/u.exec(text)?.[0] ?? '');
    // `、` at the end: the list goes on.
    if (open) open.push(...pieces);
    else if (pieces.length > 0) {
      open = pieces;
      lists.push(open);
    }
    if (!/[、，]$/u.test(text) && indent === 0) open = undefined;
  }
  return lists;
}

/** `安斎　千代、李　明哲、小野` and `里　力、古閑　英樹`: a list that the ends of lines cut, also in a name */
const cutAtLines = (lists: readonly List[]): readonly Attendee[] =>
  lists.flatMap(({ text, isCut }) =>
    isCut && /[、，]/u.test(text) && text.length < LONGEST_LIST ? readPeople(text) : [],
  );

/** `部会長　　乙黒　啓一　　　　　　名執海岸局長`: behind the members, wide apart, the officials, each a family name with a post */
function inLastColumn(lines: readonly RosterLine[], lexicon: Lexicon): Attendee[] {
  return peopleByWords(
    lines.flatMap(({ text }) => LAST_COLUMN.exec(text)?.groups?.cell ?? []),
    lexicon,
  );
}

/** A name with its post each; nobody where no more than half of the words are so. */
function peopleByWords(words: readonly string[], lexicon: Lexicon): Attendee[] {
  const known = words.flatMap(word => partedByWords(word, lexicon) ?? []);
  if (known.length < 2 || known.length * 2 <= words.length) return [];
  return known.map(({ name, role, isFamily }) => ({ name, role, ...(isFamily && { family: isFamily }) }));
}
const LAST_COLUMN = /\S[ \u3000]{3,}(?<cell>[^\s、，（）()]{4,20})$/u;

/** `白鷺機構長、大洗、久慈、磯原の各理事、請戸、原釜の各委員`, over the ends of lines */
function calledTogether(lists: readonly List[]): Attendee[] {
  return lists.flatMap(list =>
    [...list.text.matchAll(EACH)].flatMap(({ groups }) =>
      (groups?.names ?? '').split(/[、，・]/u).map(name => ({ name, role: groups?.role ?? '', family: true as const })),
    ),
  );
}
interface List {
  readonly text: string;
  /** Its lines end behind a comma, or within an item. */
  readonly isCut: boolean;
}

/** Lines of one list as one text; behind it the next begins where that is very long. */
function joined(lines: readonly RosterLine[]): List[] {
  const lists: List[] = [];
  for (const { text, isNew } of lines) {
    const last = isNew ? undefined : lists.at(-1);
    const goesOn = /[、，]$/u.test(last?.text ?? '') || REST_OF_ITEM.test(text);
    if (last === undefined || last.text.length > LONGEST_LIST) lists.push({ text, isCut: true });
    else lists.splice(-1, 1, { text: last.text + text, isCut: last.isCut && goesOn });
  }
  return lists;
}
/** `里　力、古閑　英樹`: of the name that the line above begins, and others */
const REST_OF_ITEM = new RegExp(`^(?:${LETTER}{1,4}(?:[ \\u3000]${LETTER}{1,4})?[、，（(]|[（(])`, 'u');
/** Characters: some hundred people. */
const LONGEST_LIST = 2000;
const EACH =
  /(?<=^|[、，\s])(?<names>(?:\p{sc=Han}[\p{sc=Han}々ヶケノ]{0,3}[、，・])+\p{sc=Han}[\p{sc=Han}々ヶケノ]{0,3}?)(?:(?:の?各)|(?<=・\p{sc=Han}{1,4}))(?<role>[^\s、，（）()]{0,3}(?:委員|理事|監事|幹事|議員|構成員))/gu;

interface RosterLine {
  /** What stands behind its label. */
  readonly text: string;
  readonly isLabelled: boolean;
  /** A list begins here. */
  readonly isNew: boolean;
  readonly indent: number;
}

/** The lines that say who came, up to the first speech. */
function rosterLines(shapes: readonly Shape[], lexicon: Lexicon): RosterLine[] {
  const found: RosterLine[] = [];
  let isRoster = false;
  let isAbsent = false;
  let isAbsentSection = false;
  let isNew = false;
  let indent = 0;
  // Of the number before the label: the next such number ends the list.
  let series: string | undefined;
  for (const { kind, line, numbering } of shapes) {
    if (kind === 'speech' || (kind === 'opinion' && !FIELD.test(line.text))) break;
    if (line.text.includes('。') || line.text.length > MOST_IN_ROSTER) {
      isRoster = false;
      continue;
    }
    const label = (LABEL.exec(line.text) ?? (isRoster ? LABEL_APART.exec(line.text) : null))?.[0] ?? '';
    const isOver = OF_ROSTER_ALONE.test(line.text) || COUNTED.test(line.text);
    if (OF_ROSTER.test(label) || isOver) {
      isRoster = true;
      const isAlone = isOver || label.length === line.text.length;
      indent = isAlone ? line.indent - 1 : line.indent;
      series = numbering?.series ?? series;
      // `委員：鴇　謙次郎`, below `４　欠席者`
      isAbsent =
        isNotPresent(label.replace(/^[^\p{L}]+/u, '')) || (isAbsent && isAbsentSection && OF_GROUP.test(label));
      isNew = true;
    } else if (ABSENT_ALONE.test(line.text)) {
      isRoster = true;
      indent = line.indent;
      isAbsent = true;
      isAbsentSection = label === '' || label.length === line.text.length;
    } else if (isRoster && label !== '' && line.indent >= indent) {
      isNew = true;
      // `湊テレビ；葉梨社長、…`, below `欠席委員；芳士戸修委員`
      isAbsent = isAbsent && (isAbsentSection || line.indent > indent);
    } else if (numbering !== undefined && numbering.series === series) isRoster = false;
    else if (line.indent <= indent || (line.indent === 0 && line.gap > 0))
      isRoster = isRoster && readNames(line.text, lexicon).length > 0;
    if (!isRoster || isAbsent) continue;
    found.push({ text: line.text.slice(label.length), isLabelled: label !== '', isNew, indent: line.indent });
    isNew = false;
  }
  return found;
}
/** `○出席者　：　…`: nobody says it. */
const FIELD = /^[○●◯][^。：:]{1,12}[：:]/u;
/** `公安委員会　　吾妻委員長、…`, among those who came */
const LABEL_APART = /^[^\s、，：:]{2,12}[ \u3000]{2,}(?=[^\s、，]{2,}[、，])/u;
/** Below a name, of which column of a table it was */
const IS_ABSENT = /^(?:欠席|[×✕欠]$)/u;
const ABSENT_ALONE =
  /^[^\p{L}]*(?:[^\s、。]{0,8}(?:により)?[御ご]?欠[ \u3000]*席|不[ \u3000]*応[ \u3000]*招|委任状|書面)/u;
const OF_GROUP = /^[^\p{L}]*(?:委|理|監|議)[ \u3000]*[員事]/u;
/** `理事総数　８名　　出席理事　７名`, over their names */
const COUNTED = /出席(?:理事|監事|委員|議員|役員|評議員|者)[ \u3000]*[0-9]+[名人]$/u;
const OF_ROSTER_ALONE =
  /^(?:第[0-9]+[ \u3000])?[■□◇◆○●・\s0-9０-９Ⅰ-Ⅻ.．、#]*(?:出\s*[(（]?欠?[)）]?\s*席|参\s*加|陪\s*席|列\s*席)\s*(?:者|委員|議員|役員)?(?:[（(][^（）()]*[)）])?$/u;
/** `…、都築まゆの各臨時委員`, `茂木清　　門倉昭各委員` */
const OF_ALL = /の?各[^\s、]{0,3}(?:委員|理事|氏|議員)(?=$|[（(][^（）()]*[)）]$)/u;

/** `委員１０人（荒神，麻布原，村主）` */
const COUNTED_LIST = /^[^、，（(]{2,6}[0-9]+[名人][（(](?<list>[^（）()]+)[）)]$/u;
/** `…、越智調達部次長　他` */
const AND_OTHERS =
  /[、，]?[ \u3000]*(?:(?:他|ほか|外)(?:[ \u3000]*[0-9]+[名人])?|以上[ \u3000]*[0-9]+[名人](?:出席)?)$/u;

const piecesOf = (printed: string): Piece[] => {
  const text = (COUNTED_LIST.exec(printed)?.groups?.list ?? printed).replace(OF_ALL, '').replace(AND_OTHERS, '');
  return [...text.matchAll(PIECE)].map(({ 0: whole, groups, index }) => ({
    piece: groups?.piece ?? '',
    ...optional('note', groups?.note),
    isFollowed: /^[ \u3000]+\p{L}/u.test(text.slice(index + whole.length)),
    isBehind: /\p{L}[ \u3000]+$/u.test(text.slice(0, index)),
    isGiven: /(?:^|[\s、，：:；;（(])\p{L}{1,5}[ \u3000]$/u.test(text.slice(Math.max(0, index - 8), index)),
  }));
};

/** By its form alone; nobody where a name stands behind it, or where it is an office, a body, a number. */
function readPiece({ piece, note, isFollowed, isBehind, isGiven }: Piece, lexicon: Lexicon): Called | undefined {
  if (isFollowed || /^欠席/u.test(note ?? '')) return undefined;
  const { family, role } = WITH_POST.exec(piece)?.groups ?? {};
  if (isGiven && OF_MEETING.test(role ?? '')) return undefined;
  if (family !== undefined && role !== undefined)
    return isFamily(family) && !isWord(family, lexicon) ? { family, role, ...optional('note', note) } : undefined;
  const isName = !isBehind && ALONE.test(piece) && !NO_NAME.test(piece) && !isSpeakerLabel(piece);
  return isName && (isFamily(piece) || /^[^\p{sc=Han}]/u.test(piece))
    ? { family: piece, ...optional('note', note) }
    : undefined;
}
/** `副`, `学校`, `公益`: what an office begins with; words of a roster */
const NO_FAMILY =
  /^(?:[副次前元正各両同他計外]|ほか|以上|公益|労働|使用|学識|専門|臨時|担当|事務|当|議|会|座|委員?|司会|校|園|館|院|病院|学校|法人|監査|常任|運営|出席|欠席|首席|主任|上席|総括|統括|議題|案件|学[内外]|民生|児童|家族|利用者|参加者|.*[副課専小]|.*(?:専門|臨時|特別|分科)|.*[専常教]務|.*[都道府県市区町村課局省庁社])$/u;
const ENDS_AS_DEPARTMENT = new RegExp(`.(?:${DEPARTMENTS})$`, 'u');
const ONLY_KANJI = /^\p{sc=Han}[\p{sc=Han}々ヶケノ]*$/u;

const isFamily = (family: string): boolean =>
  ONLY_KANJI.test(family) &&
  !NO_FAMILY.test(family) &&
  !isSpeakerLabel(family) &&
  !OF_DEPARTMENT.test(family) &&
  !ENDS_AS_DEPARTMENT.test(family);

/** `宇陀川評議員から…`, `北勢課長` as a label, in other words than those of the list: where its family name ends is known. */
function calledElsewhere(
  { piece, note, isFollowed, isBehind, isGiven }: Piece,
  text: string,
  lexicon: Lexicon,
): Called | undefined {
  if (isFollowed || /^欠席/u.test(note ?? '')) return undefined;
  for (let length = Math.min(4, piece.length); length > 0; length--) {
    const [family, rest] = [piece.slice(0, length), piece.slice(length)];
    const { given, role } = postIn(family, rest, lexicon);
    const isPost = rest === '' ? !isBehind : role !== undefined && !(isGiven && OF_MEETING.test(role));
    if (!isPost || !isFamily(family) || areWords(family, lexicon)) continue;
    const calls = text.matchAll(new RegExp(`(?<!\\p{sc=Han})${family}(?<suffix>${SUFFIX})`, 'gu'));
    const suffixes = [...calls].map(({ groups }) => groups?.suffix ?? '');
    const isElsewhere = suffixes.some(suffix => suffix !== rest && !isSameUnit(suffix, rest));
    // Nobody but a person is called so: 薄井主幹, 武蔵調査官; of 観測課長 one cannot tell.
    const isAgain = suffixes.filter(suffix => suffix === rest).length > 1 && OF_A_PERSON.test(rest);
    if (isElsewhere || isAgain)
      return { family, ...optional('given', given || undefined), ...optional('role', role), ...optional('note', note) };
  }
  return undefined;
}
/** A given name and a post; what the dictionary has as an ordinary word is no given name: 加世田 県民生活課長. */
function postIn(family: string, rest: string, lexicon: Lexicon): { given?: string; role?: string } {
  const { given = '', role } = GIVEN_AND_POST.exec(rest)?.groups ?? {};
  if (mayBeFamily(family, lexicon) && isPost(rest, lexicon)) return { given: '', role: rest };
  return given !== '' && areWords(given, lexicon) ? {} : { given, ...optional('role', role) };
}

/** Behind both parts of a name, too: 安曇野　善雄委員; 図書館　薄井館長 is one of the library. */
const OF_MEETING = /^(?:(?:副|専門|臨時)?(?:委員|会長|座長|理事|監事|幹事|議員|評議員|構成員)|$)/u;
const OF_A_PERSON =
  /^(?:(?:副|主任|専門)?(?:主[査幹任事席]|[議査画門導整価察]官)|(?:課長|部長)?補佐|司書|書記|委員(?:長|長代理)?|理事|監事|幹事|評議員|議員|教授|先生|さん)$/u;

/** 雑誌係長 and 雑誌係員 are of one unit, which has the name of its work. */
const isSameUnit = (suffix: string, rest: string): boolean => /^[部課局室係班]/u.test(rest) && suffix[0] === rest[0];

const WITHIN = `(?:${DEPARTMENTS}|分科|\\p{sc=Katakana}[\\p{sc=Katakana}ー]+)${PARTS}?`;
/** Behind a family name: `実委員長`, `紀行総務課長` have a given name before the post, `保育課長` and `人権擁護課長` a department. */
const GIVEN_AND_POST = new RegExp(
  `^(?:(?<given>${LETTER}{0,3}?)(?<role>(?:${WITHIN}){0,3}(?:${POST}))|(?<office>\\p{L}{2,8}${PARTS}長(?:補佐|代理)?))$`,
  'u',
);

function add(found: Attendee[], { family, given, role, note }: Called, piece: string): void {
  const name = family + (given ?? '');
  const isKnown = (other: string): boolean =>
    other.split(' ')[0] === family || other.replaceAll(' ', '').startsWith(name);
  if (found.some(other => other.name !== undefined && isKnown(other.name) && other.role !== undefined)) return;
  const person: Attendee = {
    name,
    ...optional('role', role),
    ...(given === undefined ? { family: true as const } : {}),
    ...optional('note', note),
  };
  const same = found.findIndex(
    other => (other.name ?? other.role ?? '').startsWith(piece) || (other.name !== undefined && isKnown(other.name)),
  );
  if (same < 0) found.push(person);
  else if (found[same]?.name === undefined || found[same].name === piece) found[same] = { ...found[same], ...person };
}
