/** Reads the people whom a line names, each with office, seat or remark: nobody where a part of the line is left over. */
import type { Attendee } from '@tsuzuri/core/minutes';
import { newForms } from '@tsuzuri/core/old-kanji';
import { isSpeakerLabel } from './speech.ts';

/** A letter of a name. */
export const LETTER = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ヶー]`;
const WORD_OF_NAME = new RegExp(String.raw`^(?:${LETTER}{1,5}|[A-Z][\p{L}'’-]*)$`, 'u');
/** `キム・ヘラン`, `ジャン＝ポール・ヴィダル`, `ジョン・夏秋`, `Emily Smith`, `Oliver Grant-Mori` */
const FOREIGN = String.raw`\p{sc=Katakana}[\p{sc=Katakana}ー＝]*(?:・${LETTER}[\p{sc=Han}\p{sc=Katakana}ー＝]*)+|[A-Z][\p{L}'’-]+(?:[ \u3000][A-Z][\p{L}'’-]+)+`;
const NAMED_ABROAD = new RegExp(`^(?:${FOREIGN})$`, 'u');
/** A name without a space: `真鍋ゆかり`, `赤羽一嘉` */
export const WHOLE = new RegExp(`^${LETTER}{3,6}$`, 'u');
/** `気象庁 予報部業務課`: who came for it is not said */
export const ORGANISATION = /(?:[課室局部省庁院会団]|センター|機構|本部)$/u;
/** A person of an office: `国際課　松葉　ルイ` */
const DEPARTMENT = /.(?:課|係|局|室)$|..部$/u;
const SEAT = /^[0-9一二三四五六七八九十]{1,3}番(?:委員|議員)?$/u;
const TITLE = /(?:君|氏|さん|様)$/u;
/** `由美子委員`: the office stands behind the name, without a space */
const CALLED = new RegExp(
  `^(?<given>${LETTER}{1,4}?)(?<role>(?:副?委員長|副?会長|委員|理事|監事|幹事|議員|教授)(?:代理)?)$`,
  'u',
);

/** A word of a line, and how many spaces stand before it. */
interface Token {
  readonly text: string;
  readonly gap: number;
}

/** `ほか会員3名`, `以上13名`: how many, not who */
const OTHERS = /[ \u3000]+(?:ほか|他|外|以上)?[^ \u3000、（(]{0,8}[0-9一二三四五六七八九十]+[名人]$/u;
/** `（会長）` is one word, whatever it holds. */
const TOKEN = /(?<gap>[ \u3000]*)(?<text>[（(][^（）()]*[）)]|[^ \u3000（(]+)/gu;
const tokensOf = (text: string): Token[] =>
  [...text.trim().replace(OTHERS, '').matchAll(TOKEN)].map(({ groups = {} }) => ({
    text: groups.text ?? '',
    gap: groups.gap?.length ?? 0,
  }));

/** `須　永　　忠　雄`: the characters of a name stand apart, its two parts farther. */
const SPREAD = new RegExp(
  [
    String.raw`(?<!\S)\p{L}[ \u3000]\p{L}[ \u3000]{2,}\p{L}`,
    String.raw`(?<!\S)\p{L}{1,4}[ \u3000]{1,9}\p{L}[ \u3000]\p{L}(?!\S)`,
    String.raw`(?<!\S)\p{L}[ \u3000]\p{L}[ \u3000]\p{L}{2,5}(?!\S)`,
  ].join('|'),
  'u',
);

export const isSpread = (text: string): boolean => SPREAD.test(text);

/** What parts people, but for what is said of one in brackets. */
const BETWEEN = /(?:[、，／：:]|, )(?![^（(]*[）)])/u;

interface Person {
  role?: string;
  affiliation?: string;
  readonly parts: Token[];
  note?: string;
  isClosed: boolean;
}

/** What was read of a line so far. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly areApart: boolean;
  readonly people: Person[];
}

/** @returns how many words it took from here on; 0 where they are nothing of its kind */
type Read = (reading: Reading, index: number) => number;

/** First match wins. */
const READS: readonly Read[] = [readRemark, readTitle, readCalled, readOfficeOrSeat, readBody, readPartOfName];

/**
 * People one behind the other, each behind an office or a seat or farther from the last than the parts of a name:
 * `1番　木幡　幸吉　　　2番　多々良　敏夫`, `村　　長　　大和田　　健　君`.
 */
function peopleInFields(text: string): Attendee[] {
  if (BETWEEN.test(text) || /[（(][^（）()]*$/u.test(text)) return [];
  const reading: Reading = { tokens: tokensOf(text), areApart: isSpread(text), people: [] };
  for (let index = 0; index < reading.tokens.length; )
    index += READS.reduce((taken, read) => taken || read(reading, index), 0);
  const people = withOfficeBehind(reading.people).map(attendeeOf);
  return people.every(person => person !== undefined) ? people : [];
}

/** `大井手　茉莉　教授`, `宇賀神　メイ　　砂丘県環境森林部　循環型社会推進課長`, `座長　筑土　由紀夫　みぎわ大学大学院　教授` */
function withOfficeBehind(people: readonly Person[]): readonly Person[] {
  const [last, before] = [people.at(-1), people.at(-2)];
  if (!last || !before || last.parts.length > 0) return people;
  // Who has an office in the meeting has another one where they are from.
  if (before.role !== undefined && (before.affiliation !== undefined || last.affiliation === undefined)) return people;
  const from = before.role === undefined ? last.affiliation : [last.affiliation, last.role].filter(Boolean).join(' ');
  const { role = before.role, affiliation = before.affiliation } = {
    role: before.role ?? last.role,
    affiliation: from,
  };
  return [...people.slice(0, -2), { ...before, ...(role ? { role } : {}), ...(affiliation ? { affiliation } : {}) }];
}

const tokenAt = ({ tokens }: Reading, index: number): Token => tokens[index] as Token;

function begin({ people }: Reading, role?: string): Person {
  const person = { ...(role ? { role } : {}), parts: [], isClosed: false };
  people.push(person);
  return person;
}

/** `（会長）` behind a name, `（海事局長）` before the first one; `（国際戦略局）` where they are from; what stands behind an office is left out */
function readRemark(reading: Reading, index: number): number {
  const words = /^[（(](.*)[）)]$/u.exec(tokenAt(reading, index).text)?.[1];
  const last = reading.people.at(-1);
  if (words === undefined) return 0;
  // `第二分団　分団長　（欠　席）　副分団長　井門　春樹`
  if (last?.parts.length === 0 && /^欠[ \u3000]*席$/u.test(words)) {
    reading.people.pop();
    return 1;
  }
  if (last && last.parts.length > 0) last.note = words;
  else if (!last && isOffice(words)) begin(reading, words);
  else if (!last) begin(reading).affiliation = words;
  return 1;
}

function readTitle(reading: Reading, index: number): number {
  const last = reading.people.at(-1);
  if (!last || tokenAt(reading, index).text.replace(TITLE, '') !== '') return 0;
  last.isClosed = true;
  return 1;
}

/** `塩飽　由美子委員` */
function readCalled(reading: Reading, index: number): number {
  const last = reading.people.at(-1);
  const token = tokenAt(reading, index);
  const { given, role } = CALLED.exec(token.text)?.groups ?? {};
  if (last?.parts.length !== 1 || last.role !== undefined || !given || !role || /^[准副元前]$/u.test(given)) return 0;
  last.parts.push({ ...token, text: given });
  last.role = role;
  last.isClosed = true;
  return 1;
}

function readOfficeOrSeat(reading: Reading, index: number): number {
  // 理事 神長 豊作: what follows an office is a name.
  const last = reading.people.at(-1);
  const isBare = last?.role !== undefined && last.parts.length === 0;
  // `道路建設課　　課長　江波戸　徹`
  const isOfDepartment = isBare && DEPARTMENT.test(last.role ?? '');
  // `委　員　　東稜大学　准教授　　古閑　真由美`
  if (isBare && !isOfDepartment && last.affiliation !== undefined) {
    const length = officeAt(reading, index);
    if (length === 0 || index + length + 2 > reading.tokens.length) return 0;
    last.affiliation += ` ${wordsOf(reading.tokens.slice(index, index + length))}`;
    return length;
  }
  // `〃　温泉係長　志和池　満`: of the same office in the meeting as the one above
  const isSameAbove = isBare && DITTO.test(last.role ?? '') && isOffice(tokenAt(reading, index).text);
  // `会　長　飛鳥浜村長　久世　俊三`: what they are elsewhere, and both parts of the name behind it
  const isElsewhere = isBare && tokenAt(reading, index).text.length > 3 && index + 3 === reading.tokens.length;
  if (isBare && isElsewhere && isOffice(tokenAt(reading, index).text)) {
    last.affiliation = tokenAt(reading, index).text;
    return 1;
  }
  if (isBare && !isOfDepartment && !isSameAbove) return 0;
  // `反　町　　　徹　　　　　書　　　　　記`: a name comes to its end first.
  if (reading.areApart && last && !isComplete(last)) return 0;
  const length = officeAt(reading, index);
  if (length === 0) return 0;
  const office = wordsOf(reading.tokens.slice(index, index + length));
  // `１番　　猪　熊　　洋　介　委員　　　２番　…`
  const next = reading.tokens[index + length];
  if (
    last &&
    last.parts.length > 1 &&
    SEAT.test(last.role ?? '') &&
    !SEAT.test(office) &&
    (!next || SEAT.test(next.text))
  ) {
    last.isClosed = true;
    return length;
  }
  // `国土環境省　海岸環境課長　鳥栖　英司`
  if (isOfDepartment || isSameAbove) last.affiliation = last.role ?? '';
  if (last?.parts.length === 0) last.role = office;
  else begin(reading, office);
  return length;
}

/** Where they are from, or a post that we do not know: `日本建具金物規格会`, `東部　　青　谷　　　勝`, `－` */
function readBody(reading: Reading, index: number): number {
  const { text } = tokenAt(reading, index);
  const last = reading.people.at(-1);
  // `市民　　箒木　光子`, `【委　員】　学識経験者　籠原　知伸`
  if ((last === undefined || last.isClosed || last.parts.length > 1) && KIND_OF_PERSON.test(text)) {
    begin(reading).affiliation = text;
    return 1;
  }
  // `みぎわ大学大学院　工学研究科　教授`
  if (
    last?.affiliation !== undefined &&
    last.role === undefined &&
    last.parts.length === 0 &&
    PART_OF_BODY.test(text)
  ) {
    last.affiliation += ` ${text}`;
    return 1;
  }
  const isBehindOffice = last?.role !== undefined && last.affiliation === undefined && last.parts.length === 0;
  if (isBehindOffice && WHERE_FROM.test(text) && index + 3 < reading.tokens.length) {
    last.affiliation = text;
    return 1;
  }
  const isBetween = last === undefined || last.isClosed || last.parts.length > 1;
  if (!isBetween || !(isBody(text) || (reading.areApart && standsBeforeName(reading, index)))) return 0;
  begin(reading).affiliation = text;
  return 1;
}

/** `瑞穂警察署`, `東稜大学`, between an office in the meeting and one elsewhere */
const WHERE_FROM = /..(?:大学|高校|学校|病院|会社|組合|協会|[支本]店|[支本]部|警察署|消防署|[支]?局|[省庁署])$/u;

/** For whom somebody sits there, no part of a name */
const KIND_OF_PERSON =
  /^(?:(?:学識経験|有識|事業|中立|生産|使用|消費|利用|労働|医療関係|福祉関係|教育関係|保護)者|[市町村区県都]民|公募(?:委員|[市町村区県]民)?|被保険者|保険医|関係団体)(?:代表)?$/u;

/** `工学研究科`, `循環型社会推進課` */
const PART_OF_BODY = /..(?:研究科|研究所|学部|学科|専攻|[部課局室]|センター)$/u;

/** No part of a name is so long, or ends so. */
const isBody = (text: string): boolean =>
  !TITLE.test(text) &&
  !NAMED_ABROAD.test(text) &&
  !/^[A-Z]/u.test(text) &&
  (text.length > 5 || /^[-－―]$|^同.{1,3}$|...(?:[課局省庁会団社]|機構)$|..大学$/u.test(text));

/** Behind it stand both parts of a name. */
function standsBeforeName({ tokens }: Reading, index: number): boolean {
  const [label, first, second] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!label || !first || !second || !LABEL.test(label.text) || first.gap < 2) return false;
  const areCharacters = first.text.length === 1 && second.text.length === 1;
  return areCharacters ? second.gap === 1 : first.text.length > 1 && second.gap <= 4 && WORD_OF_NAME.test(second.text);
}
const LABEL = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+(?:部|地区|[町村市区]|側|係|課|担当|代表|支部|班)$/u;

function readPartOfName(reading: Reading, index: number): number {
  const token = tokenAt(reading, index);
  const last = reading.people.at(-1);
  // `四　十　物　　　豊`: one character is no person.
  const isLone = token.text.length === 1 && /^(?:[（(]|$)/u.test(reading.tokens[index + 1]?.text ?? '');
  const goesOn = last && (!goesBeyond(last, token, reading) || (isLone && last.parts.length > 1 && !last.isClosed));
  const person = goesOn ? last : begin(reading);
  const text = token.text.replace(TITLE, '');
  person.parts.push({ ...token, text });
  person.isClosed = text !== token.text;
  return 1;
}

const wordsOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

/** How many words from here on are an office or a seat: one whose characters stand equally far apart is many words. */
function officeAt({ tokens, areApart }: Reading, from: number): number {
  let most = 1;
  while (most < 7 && isLikeOneBefore(tokens, from, most)) most++;
  for (let length = most; length > 0; length--) {
    const words = wordsOf(tokens.slice(from, from + length));
    if (SEAT.test(words) || isOffice(words) || (length === 1 && !areApart && DEPARTMENT.test(words))) return length;
  }
  return 0;
}

function isLikeOneBefore(tokens: readonly Token[], from: number, at: number): boolean {
  const [first, second, next] = [tokens[from], tokens[from + 1], tokens[from + at]];
  const areCharacters = [first, next].every(token => /^\p{sc=Han}$/u.test(token?.text ?? ''));
  return areCharacters && next?.gap === second?.gap;
}

const isOffice = (words: string): boolean =>
  SAME.test(words) || (words.length > 1 && isSpeakerLabel(words) && !TITLE.test(words));
/** What stands in the same column of the line above */
export const DITTO = /^[〃々]$/u;
/** The office of who stands before */
const SAME = /^(?:同(?:上)?|〃|々)$/u;

/** Of a name whose characters stand apart both parts were read. */
const isComplete = ({ parts, isClosed }: Person): boolean =>
  isClosed || parts.length === 0 || parts.length > 2 || (parts.length === 2 && wordsOf(parts).length > 2);

/** Whether a word belongs to somebody else than the one before it. */
function goesBeyond({ parts, isClosed }: Person, { gap }: Token, { areApart }: Reading): boolean {
  if (isClosed) return true;
  const inner = Math.max(0, ...parts.slice(1).map(part => part.gap));
  if (areApart) return gap >= 3 && (inner >= 2 || (parts.length >= 2 && gap > inner + 1 && wordsOf(parts).length > 2));
  return parts.length >= 2 && gap > inner;
}

function attendeeOf({ role, affiliation, parts, note, isClosed }: Person): Attendee | undefined {
  const [first, ...others] = parts;
  const name = nameOf(parts, role !== undefined || affiliation !== undefined || isClosed, isClosed);
  // `東部　　石動丸　　　瞳`
  if (
    name === undefined &&
    role === undefined &&
    first &&
    first.text.length > 1 &&
    /^\p{sc=Han}/u.test(first.text) &&
    others.length > 1
  )
    return attendeeOf({ role: first.text, parts: others, ...(note ? { note } : {}), isClosed: true });
  if (name === undefined || ORGANISATION.test(name)) return undefined;
  const from = affiliation === undefined || /^[-－―]$/u.test(affiliation) ? {} : { affiliation };
  // 理事 神長 豊作: behind an office a family name may look like one.
  if (role === undefined && isOffice(name.split(' ')[0] ?? '')) return undefined;
  return { ...withRole(name, role ?? note), ...from, ...(role && note ? { note } : {}) };
}

/** `英利アルフィヤ君` */
const WITH_KATAKANA = /^\p{sc=Han}{1,3}\p{sc=Katakana}[\p{sc=Katakana}ー]{2,7}$/u;

/** Family and given name, parted at the widest gap. @param isCalled `君` or `氏` stands behind it */
function nameOf(parts: readonly Token[], isNamed: boolean, isCalled: boolean): string | undefined {
  const [only] = parts;
  if (only && parts.length === 1) {
    if (NAMED_ABROAD.test(only.text)) return only.text;
    const isWhole = WHOLE.test(only.text) || (isCalled && WITH_KATAKANA.test(only.text));
    return isNamed && isWhole && !isOffice(only.text) && !NO_NAME.test(only.text) ? only.text : undefined;
  }
  if (isEven(parts)) return wordsOf(parts);
  const widest = Math.max(...parts.slice(1).map(({ gap }) => gap));
  const at = parts.findIndex(({ gap }, index) => index > 0 && gap === widest && isWhole(parts, index));
  const [family = '', given = ''] = [parts.slice(0, at), parts.slice(at)].map(wordsOf);
  // `駒場高志　　　田名部富雄` are two names.
  if (family.length > 3 && given.length > 3 && ONLY_KANJI.test(family + given)) return undefined;
  return at > 0 && WORD_OF_NAME.test(family) && WORD_OF_NAME.test(given) ? `${family} ${given}` : undefined;
}

const ONLY_KANJI = /^[\p{sc=Han}々ヶ]+$/u;

/**
 * `来　栖　敦　子`, whose characters stand equally far apart, is 来栖 敦子 where 来栖監事 speaks.
 * @param labels of speakers
 */
export function partedByLabels(person: Attendee, labels: readonly string[], text: string): Attendee {
  const { name = '', role = '' } = person;
  if (role === '' || name.length < 3 || !/^\p{sc=Han}{2,}\p{L}*$/u.test(name)) return person;
  const ends = labels.map(label => (label.endsWith(role) ? label.length - role.length : 0));
  const family = labels.map((label, index) => label.slice(0, ends[index])).find(it => it !== '' && name.startsWith(it));
  const isApart = (): boolean => new RegExp([...name].join('[ \\u3000]{1,3}'), 'u').test(text);
  if (family === undefined || family.length >= name.length || !isApart()) return person;
  return { ...person, name: `${family} ${name.slice(family.length)}` };
}

/** `飯　降　千　草`: nothing in it tells where the family name ends. */
const isEven = (parts: readonly Token[]): boolean =>
  parts.length > 2 &&
  parts.every(({ text, gap }, index) => text.length === 1 && (index === 0 || gap === parts[1]?.gap));

/** Of a name whose characters stand apart one part may be a word: `長谷部　　勝　利`, `薄　金　正太郎`. */
const isWhole = (parts: readonly Token[], at: number): boolean =>
  parts.length === 2 ||
  parts.every(({ text }, index) => text.length === 1 || (index < at ? at === 1 : parts.length - at === 1));

/** Family and given name with a space between: `藤村 修`, `森 敏`, `三ヶ月 章` */
export const NAME = String.raw`(?<name>${LETTER}{1,5}[ \u3000]+${LETTER}{1,5})`;
/** `西尾 章治郎(分科会長)`, `（国際戦略局）田原　康生（局長）`, `江﨑 浩` between commas */
const LISTED = new RegExp(
  String.raw`^(?:[（(](?<affiliation>[^（）()]+)[)）][ \u3000]*)?(?:${NAME}|(?<foreign>${FOREIGN}))(?:[（(](?<role>[^（）()]+)[)）])?$`,
  'u',
);
/** `O'Brien Patrick`, `D’Angelo Maria`: words of a name in Latin letters */
const LATIN = String.raw`[A-Z][\p{sc=Latin}'’.-]*(?:[ \u3000][A-Z][\p{sc=Latin}'’.-]*)+`;
/** `O'Brien Patrick 国際交流員`: of letters that no post begins with, and whatever ends as a post does */
const LATIN_AND_POST = new RegExp(
  String.raw`^(?<name>${LATIN})[ \u3000]+(?<role>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{1,20}[員長者師役監官士事])$`,
  'u',
);
/** `白根沢紀雄（学部長・議長）`: in a list of several */
const UNPARTED = new RegExp(`^(?<name>${LETTER}{3,6})(?:[（(](?<role>[^（）()]+)[)）])?$`, 'u');
/** Ends what is no name: `事務職員`, `関係各位` */
export const NO_NAME = /[員者位等他名課室局部省庁院会団社所長係班側]$/u;

/** One space between the parts of a name. */
export const tidy = (name = ''): string => name.replace(/[ \u3000]+/gu, ' ');

const withRole = (name: string, role?: string, affiliation?: string): Attendee => ({
  name: tidy(name),
  ...(role ? { role: role.replace(/^※/u, '') } : {}),
  ...(affiliation ? { affiliation } : {}),
});

/** One of a list between commas: `西尾 章治郎(分科会長)`, `理事　神長　豊作` */
function listedPerson(text: string): Attendee | undefined {
  // 理事 神長 has the shape of a name.
  const [one, ...others] = peopleInFields(text);
  if (one && others.length === 0) return one;
  const { name, foreign, role, affiliation } = LISTED.exec(text)?.groups ?? {};
  const known = name ?? foreign;
  if (known !== undefined) return withRole(known, role, affiliation);
  const latin = LATIN_AND_POST.exec(text)?.groups;
  return latin && withRole(latin.name ?? '', latin.role);
}

function unpartedPerson(text: string): Attendee | undefined {
  const { name, role } = UNPARTED.exec(text)?.groups ?? {};
  return name === undefined || NO_NAME.test(name) || isOffice(name) ? undefined : withRole(name, role);
}

/** Commas that part people, not what is said of one; `ほか3名` names nobody. */
const partsOf = (text: string): string[] =>
  text
    .split(BETWEEN)
    .map(part => part.trim())
    .filter(part => !NOBODY_NAMED.test(part));

/** `ほか3名`, `はやて監査法人` */
const NOBODY_NAMED =
  /^(?:ほか|(?:他|外)[ \u3000]?[0-9一二三四五六七八九十])|^[^ \u3000]{3,}(?:法人|会社|協会|センター|機構|連盟)$/u;

/** Between commas: each of them a person, or nobody. */
function peopleInList(text: string): Attendee[] {
  const parts = partsOf(text);
  if (parts.length < 2) return [];
  const found = parts.map(part => listedPerson(part) ?? (parts.length > 2 ? unpartedPerson(part) : undefined));
  if (!found.every(person => person !== undefined)) return [];
  return found.map((person, index) => {
    const above = found.slice(0, index).findLast(({ role = '' }) => !SAME.test(role))?.role;
    return SAME.test(person.role ?? '') && above ? { ...person, role: above } : person;
  });
}

/** What somebody is in a meeting; `課長` is none of these, since 総務課長 is no person called 総務. */
const PART =
  '(?:次期|前|副|筆頭|専務|常務|専門|臨時|特別)?(?:会長|委員長|座長|理事長|議長|部会長|分科会長|委員|理事|監事|幹事|議員|評議員|教授|顧問|本部員|構成員)(?:職務)?(?:代理者?|代行)?';
/** `梅津会長`, `大脇坂典子委員`, `笠取各理事`, `三雲委員（オンライン）`, `O'Brien Patrick委員`: a name and what its bearer is, without a space */
const NAMED_AS = new RegExp(
  `^(?<name>${LETTER}{1,6}?|${LATIN})(?<all>の?各)?(?<role>${PART})(?:[（(](?<note>[^（）()]{1,20})[）)])?$`,
  'u',
);
/** `監査委員`, `公益委員`: kinds of members, nobody */
const KIND_OF_MEMBER =
  /^(?:全|本|正|現|元|新|旧|前|副|両|同|当)$|(?:監査|専門|臨時|公益|労働者?|使用者?|学識|農業|教育|運営|選出|特別|常任|議会|市民|公募|民生|児童|保護|審議|調査|実行|推進|編集|企画|代表|常務|専務|担当|出席|欠席|名誉|准|外部|内部|選挙|地区|利用者|消費者|事業者|[会局課省署団社校側]|以外の)$/u;
/** `小谷部`, `仁科`, and `総務部`: a family name, or a part of an administration */
const MAY_BE_PART = /[部科所院]$/u;

/**
 * Between commas, each with what they are behind the name; `各` gives it to those before: `石垣，勝連，笠取各理事`. Names of
 * one or two characters are family names; so are those of three, where no longer one stands in the list.
 */
function peopleCalled(text: string): Attendee[] {
  // `有田川委員　印南委員　上富田委員`
  const words = text.split(/[ \u3000]+/u);
  const parts = words.length > 2 && words.every(word => NAMED_AS.test(word)) ? words : partsOf(text);
  if (parts.length < 2) return [];
  const found: { name: string; role: string; note?: string }[] = [];
  let waiting: string[] = [];
  let doubtful = 0;
  for (const part of parts) {
    const { name, all, role, note } = NAMED_AS.exec(part)?.groups ?? {};
    if (name === undefined || role === undefined) {
      if (!SURNAME.test(part)) return [];
      waiting.push(part);
      continue;
    }
    if ((waiting.length > 0 && !all) || KIND_OF_MEMBER.test(name)) return [];
    if (MAY_BE_PART.test(name)) doubtful++;
    found.push(...[...waiting, name].map(each => ({ name: each, role, ...(note ? { note } : {}) })));
    waiting = [];
  }
  const isFull = found.filter(({ name }) => name.length > 3).length * 2 >= found.length;
  const isFamily = (name: string): boolean => name.length < 3 || (name.length === 3 && !isFull);
  return waiting.length > 0 || doubtful * 2 > found.length || found.some(({ name }) => isDepartment(name))
    ? []
    : found.map(({ name, role, note }) => ({
        ...withRole(name, role),
        ...(note ? { note } : {}),
        ...(isFamily(name) ? { family: true as const } : {}),
      }));
}
const isDepartment = (name: string): boolean => MAY_BE_PART.test(name) && OF_DEPARTMENT.test(name);
const SURNAME = new RegExp(`^${LETTER}{1,4}$`, 'u');

/** What the name of a department begins with. */
export const DEPARTMENTS =
  '編成|制作|自然|報道|営業|開発|品質|生産|製造|購買|調達|運輸|業務|国際|学務|教務|学生|入試|就職|地域|連携|戦略|推進|事業|運用|通信|放送|設備|施設|資材|物流|広聴|協働|スポーツ|保険|年金|医事|薬剤|検査|栄養|臨床|患者|審査|評価|計画|調査|分析|システム|広域|浄水|清掃|廃棄物|森林|林務|畜産|園芸|農地|農村|漁港|空港|鉄道|公園|営繕|収納|徴収|納税|課税|戸籍|生活|消費|人権|青少年|子供|障がい|長寿|社会|救急|予防|刑事|警備|組織|人材|給与|厚生|渉外|出納|法規|議事|統括|保育|安全|デジタル|子育て|支援|調整|交通|経理|庶務|労働|雇用|統計|用地|建築|住宅|港湾|河港|文書|市民生活|健康づくり|緑地|総[務合括]|企画|財[政務]|税務|人事|法[制務]|政策|広報|秘書|会計|監査|議会|市民|町民|住民|福祉|介護|高齢|障害|子ども|こども|児童|国保|保健|健康|契約|管財|資産|研究|技術|情報|医療|環境|産業|農[林政業]|水産|観光|商工|経済|建設|土木|都市|道路|河川|上?下?水道|教育|学校|文化|図書|生涯|消防|警[防備]|防災|危機|管理|施設|事務|運営|経営|看護';

/** `薄井館長、与那覇副主幹、古畑主査`: a family name and an office each, of which one is no office of a department */
const STAFF = new RegExp(
  String.raw`^(?<name>\p{sc=Han}[\p{sc=Han}々ヶ]{0,3}?)(?<role>(?:(?:${DEPARTMENTS}){1,2}(?:管理|企画|推進)?)?(?:館|課|係|局|次|室|部|所|園|校)長(?:補佐|代理)?|(?:副|統括|指導)?主[査幹任事]|(?:主任)?(?:審議|調査|企画|専門|指導|調整)官|司書|書記)$`,
  'u',
);
export const OF_DEPARTMENT = new RegExp(`^(?:${DEPARTMENTS}|中央|地域|市立|町立)`, 'u');
const NO_DEPARTMENT = /(?:主[査幹任事]|[議査画門導整]官|司書|書記|補佐)$/u;

function peopleOfStaff(text: string): Attendee[] {
  const parts = partsOf(text);
  const found = parts.map(part => STAFF.exec(part)?.groups);
  const areNamed = found.every(
    it => it !== undefined && !OF_DEPARTMENT.test(it.name ?? '') && !KIND_OF_MEMBER.test(it.name ?? ''),
  );
  if (parts.length < 2 || !areNamed || !parts.some(part => NO_DEPARTMENT.test(part))) return [];
  return found.map(it => ({ ...withRole(it?.name ?? '', it?.role), family: true as const }));
}

/** `会長・真壁`, `１班・椋本（19:40から）`: an office and a family name */
const BY_DOT = new RegExp(
  String.raw`^(?<role>[\p{sc=Han}0-9]{2,8})・(?<name>\p{sc=Han}${LETTER}{0,4})(?:[（(](?<note>[^（）()]{1,20})[）)])?$`,
  'u',
);

/** Between commas, each an office and a family name; most of the offices are known. */
function peopleByDot(text: string): Attendee[] {
  let last: string | undefined;
  const found = partsOf(text).map(part => {
    const own = BY_DOT.exec(part)?.groups;
    last = own?.role ?? last;
    // `委員・塚越政夫、栗栖浩`
    return own ?? (last !== undefined && UNPARTED.test(part) ? { name: part, role: last } : undefined);
  });
  const known = found.filter(it => isOffice(it?.role ?? ''));
  if (found.includes(undefined) || known.length * 2 < found.length) return [];
  return found.map(it => ({
    ...withRole(it?.name ?? '', it?.role),
    ...(it?.note ? { note: it.note } : {}),
    ...((it?.name?.length ?? 0) < 4 ? { family: true as const } : {}),
  }));
}

/** `副市長（根小屋博文），産業部長（片野島勝也）`: an office each, and in brackets who has it */
function peopleInBrackets(text: string): Attendee[] {
  const found = partsOf(text).map(part => OFFICE_AND_BEARER.exec(part)?.groups);
  const areAll = found.every(it => it !== undefined && isOffice(it.role ?? '') && !isOffice(it.name ?? it.whole ?? ''));
  return areAll && found.length > 1 ? found.map(it => withRole(it?.name ?? it?.whole ?? '', it?.role)) : [];
}
const OFFICE_AND_BEARER = new RegExp(
  String.raw`^(?<role>[^\s（）()、]{2,16})[（(](?:${NAME}|(?<whole>${LETTER}{3,6}))[）)]$`,
  'u',
);

/** `市長（本部長）`, `Ｅ委員（議題（二）から）`: an office and a remark */
const POST = /^(?<role>[\p{sc=Han}\p{sc=Katakana}ーA-Z]{2,20})(?:[（(](?<note>[^、]{1,20})[）)])?$/u;
/** `関係職員`, `傍聴者`: nobody */
const NO_POST = /(?:者|各位|一同|職員|議員|事務局|[0-9名人等])$/u;
/** `副市長`, `Ａ委員`, `総務課長`, `危機管理監`, not `金城労働局長`: what an office without a name begins with */
const BARE_POST = new RegExp(`^(?:.{1,3}$|[A-Z]|副|${DEPARTMENTS})`, 'u');

/** Offices between commas, most of which are known: nobody is named, each of them came. */
export function readPosts(text: string): Attendee[] {
  if (text.length > LONGEST) return [];
  const found = partsOf(text.replace(/[、，]$/u, '')).map(part => POST.exec(part)?.groups);
  const known = found.filter(({ role = '' } = {}) => BARE_POST.test(role) && isSpeakerLabel(role));
  const isList = found.every(it => it?.role !== undefined && !NO_POST.test(it.role));
  if (!isList || known.length === 0 || known.length * 2 < found.length) return [];
  return found.map((it): Attendee => {
    // `総務課長、財務課長、大豆生田監事`: one of them is called by name.
    const { name = '', role } = NAMED_AS.exec(it?.role ?? '')?.groups ?? {};
    const isNamed = role !== undefined && name.length > 1 && !KIND_OF_MEMBER.test(name);
    return {
      ...(isNamed ? { ...withRole(name, role), family: true as const } : { role: it?.role ?? '' }),
      ...(it?.note ? { note: it.note } : {}),
    };
  });
}

/** `深津秀子委員` on a line of its own: longer than any family name. */
export function readCalledAlone(text: string): Attendee | undefined {
  const { name = '', all, role, note } = NAMED_AS.exec(text)?.groups ?? {};
  const isName = name.length > 3 && !all && !KIND_OF_MEMBER.test(name) && !NO_NAME.test(name);
  return isName ? { ...withRole(name, role), ...(note ? { note } : {}) } : undefined;
}

/**
 * Between wide gaps or strokes, alike in form: a name each, or what they are and a name, known as an office or not:
 * `西部地区　小田井　健　　　北部地区　谷田貝　咲子`, `総務　汐留田　かおり／防犯　網代野　勝`.
 */
function peopleInCells(text: string): Attendee[] {
  const ofOne = peopleOfDepartment(text);
  if (ofOne.length > 0) return ofOne;
  const cells = text.split(/[ \u3000]{2,}|／/u).map(cell => CELL.exec(cell.trim())?.groups);
  const isAlike = cells.every(
    cell => cell !== undefined && (cell.role === undefined) === (cells[0]?.role === undefined),
  );
  // `議　長　　佐分利　進`: the first is no name.
  const isNamedAs = (name = ''): boolean =>
    isOffice(name.split(/[ \u3000]/u)[0] ?? '') || isOffice(name.replace(/[ \u3000]/gu, ''));
  if (!isAlike || cells.some(cell => isNamedAs(cell?.name))) return [];
  return cells.map(cell => withRole(cell?.name ?? '', cell?.role ?? cell?.remark));
}
/** `住居学科　　尾花沢 健　　鏡味 理恵　　久富 一郎`: where they are from, and their names alone */
function peopleOfDepartment(text: string): Attendee[] {
  const [affiliation = '', ...names] = text.split(/[ \u3000]{2,}/u);
  const isFrom = /^[^\s、。]{2,16}(?:学?科|学部|研究科|専攻|[部課室局班]|センター|委員会|グループ)$/u.test(affiliation);
  const areNames =
    names.length > 1 &&
    names.every(name => ALONE.test(name) && !isPlace(tidy(name)) && !isOffice(name.split(/[ \u3000]/u)[0] ?? ''));
  return isFrom && areNames ? names.map(name => withRole(name, undefined, affiliation)) : [];
}

const CELL = new RegExp(
  String.raw`^(?:(?<role>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー0-9]{2,12})[ \u3000])?(?<name>${LETTER}{1,5}[ \u3000]${LETTER}{1,5}?)(?:君|氏|さん|様)?(?:[（(](?<remark>[^（）()]+)[)）])?$`,
  'u',
);

/** `委員：楠葉 信子（暮らし用具試験所），男山 裕（…）`, `■病院側：院長　能登谷　誠二、…`: what they all are */
const LABELLED =
  /^[■□◆◇●○・]?(?<label>[^\s：:、。（）()]{2,20}|\p{sc=Han}(?:[ \u3000]{1,4}\p{sc=Han}){1,4})\s*[：:]\s*(?<people>\S.*)$/u;
/** `協議会委員　羽咋 慶子、…`, `事務局 消防総務課長 鞍手 博文、…`: of which group they are */
const OF_GROUP =
  /^(?:[（(][^（）()]{1,12}[）)][ \u3000]*(?=.*[、，])|(?:委\s*員|協議会委員|事務局|幹\s*事|監\s*事|理\s*事|代\s*理|関係者|来\s*賓|講\s*師|オブザーバー)(?:\s*[：:]\s*|[ \u3000]+)(?=\S+[ \u3000]+\S+(?:[、（(]|[ \u3000]+\S)))/u;
/** A name in two parts and nothing else. */
export const ALONE = new RegExp(`^${NAME}$`, 'u');
export const isNameAlone = (text: string): boolean => ALONE.test(text) || NAMED_ABROAD.test(text);

export const isOfGroup = (text: string): boolean => OF_GROUP.test(text);
/** Whether they came, behind a name: `網走　吾郎　　　出席` */
export const PRESENT = /[ \u3000]+出席(?:[（(][^（）()]*[）)])?$/u;
/** `志免 隆之　の各委員（5名）` */
const OF_ALL = /[ \u3000]+の?各(?:委員|議員|理事|氏)(?:[（(][0-9]+名[)）])?$/u;

/** Some hundred people; a longer line is no list. */
const LONGEST = 2000;

/** `傍　聴　者　　１名`: how many, nobody */
export const AUDIENCE = /^傍[ \u3000]*聴[ \u3000]*[者人議]/u;

/** People in any of these forms; nobody where a part of the line is no person. */
export function readPeople(line: string): Attendee[] {
  if (line.length > LONGEST || AUDIENCE.test(line) || (isNotPresent(line) && LABELLED_ABSENT.test(line))) return [];
  return namedIn(line).filter(({ name, role, note }) => !/^欠席/u.test(note ?? role ?? '') && !isPlace(name));
}

/** `消防署 警防係長`, `同 室長補佐`: an office behind its department has the shape of a name. */
export function isPlace(name = ''): boolean {
  const [family = '', given = ''] = name.split(' ');
  const isSpreadOffice = family.length === 1 && given.length === 1 && isOffice(family + given);
  return isSpreadOffice || ((given.length >= 3 || SAME.test(family)) && isOffice(given));
}

/** `委任状提出：柏木，橋立各理事` */
const NOT_PRESENT = /^(?:欠席|不応招|委任状|書面|Regrets|Apologies|Absent)/u;
export const isNotPresent = (text: string): boolean => NOT_PRESENT.test(newForms(text));
/** `欠席者　南委員` among those who came */
const LABELLED_ABSENT = /^[^\s：:、（(]{2,8}(?:[ \u3000]+|\s*[：:]\s*)\S/u;
/** `公益委員　　　梅津会長、…`: of which side they are */
const OF_MEMBERS = /^[^\s、，：:]{2,8}(?:委員|理事|議員|役員)[ \u3000]+(?=\S+[、，])/u;

/** `委　員　薄衣弘之部会長　鞍智さつき委員` */
const CALLED_GROUP =
  /^(?:委\s*員|事\s*務\s*局|幹\s*事|監\s*事|理\s*事)[ \u3000]+(?=\S{3,}[ \u3000]+\S{3,}[ \u3000]+\S)/u;

/** A column of a table, with a mark for who came. */
const WIDE = '\u3000'.repeat(3);

const namedIn = (printed: string): Attendee[] => namedApart(printed).reduce<Attendee[]>(withPlace, []);

/** `北稜市`, no family name with so many characters ends so. */
const PLACE_NAME = /^[^ \u3000]{2,}[都道府県市町村区省庁]$/u;

/** `脇野沢　幸　　　北稜市　健康福祉部長`: whose official the one before is, nobody else. */
function withPlace(found: Attendee[], person: Attendee): Attendee[] {
  const { name = '', role } = person;
  const before = found.at(-1);
  return before?.name?.includes(' ') && before.role === undefined && role !== undefined && PLACE_NAME.test(name)
    ? [...found.slice(0, -1), { ...before, role, affiliation: name }]
    : [...found, person];
}

function namedApart(printed: string): Attendee[] {
  const line = printed.replace(/\t[○◯△]?\t*/gu, WIDE);
  const text = line
    .replace(/^【[^】]{2,12}】(?=[^\s【])/u, '')
    .replace(DOTTED, dotted => `${dotted.replaceAll('・', '、')}各`)
    .replace(/[、，,]$/u, '')
    .replace(PRESENT, '')
    .replace(OF_ALL, '');
  const byDot = peopleByDot(text);
  if (byDot.length > 1) return byDot;
  const inBrackets = peopleInBrackets(text);
  if (inBrackets.length > 1) return inBrackets;
  // 講師 県立大学 has the shape of a name.
  if (UNKNOWN_PART.test(text)) return peopleInPart(text);
  const called = /[：:]/u.test(text) ? [] : peopleCalled(text.replace(OF_MEMBERS, '').replace(CALLED_GROUP, ''));
  if (called.length > 0) return called;
  const staff = peopleOfStaff(text.replace(/^事務局(?:[ \u3000]+|\s*[：:]\s*)/u, ''));
  if (staff.length > 0) return staff;
  const fields = peopleInFields(text);
  if (fields.length > 1) return fields.map(inPlace);
  const { label: spread, people } = LABELLED.exec(text)?.groups ?? {};
  const label = spread?.replace(/[ \u3000]/gu, '');
  if (label !== undefined && isNotPresent(label)) return [];
  // `会長：東雲田　久美子`
  if (label !== undefined && people !== undefined && isOffice(label) && isNameAlone(people) && !isPlace(tidy(people)))
    return [withRole(people, label)];
  if (label !== undefined && people !== undefined) return namedIn(people).map(person => labelled(label, person));
  // `監事　王生　紀雄、同　漆　幸`: the office is that of the first one.
  const bare = /[、，]同[ \u3000]/u.test(text) ? text : text.replace(OF_GROUP, '');
  for (const read of [peopleInFields, peopleInList, peopleInCells]) {
    const found = byOffice(read(bare));
    if (found.length > 1) return found.map(inPlace);
  }
  // 経済産業省 ガス安全室 has the shape of a name: one alone must have its office beside it.
  const one = fields[0] ?? listedPerson(bare);
  const isSure = one?.role !== undefined || one?.affiliation !== undefined || isSpread(text) || IS_CALLED.test(text);
  return one && isSure ? [inPlace(one)] : peopleInPart(text);
}

/** `朝来・滝畑・由良・来栖委員` */
const DOTTED = /^\p{sc=Han}{1,4}(?:・\p{sc=Han}{1,4}){2,}(?=(?:委員|議員|理事|監事)$)/u;

/** `辺見 梢 氏`, `ロドリゴ・サントスさん（部品工場勤務）` */
export const IS_CALLED = /(?:さん|[氏様君])(?:[（(][^（）()]*[）)])?$/u;

/** `議長　　都市整備課長　蘆原　惣一`: what they are in the meeting stands before who they are. */
const IN_PART =
  /^(?<part>議長|座長|委員長|会長|司会|進行|書記|記録|講師|助言者|コーディネーター|(?:公述|参考|意見陳述)人)(?:\s*[：:]\s*|[ \u3000]+)(?=\S+[ \u3000]+\S)/u;
/** Of these no office is known; a name could begin so. */
const UNKNOWN_PART = /^(?:進行|記録|講師|助言者|コーディネーター)[ \u3000：:]/u;
export const isInPart = (text: string): boolean => IN_PART.test(text);

function peopleInPart(text: string): Attendee[] {
  const match = IN_PART.exec(text);
  const part = match?.groups?.part ?? '';
  const found = match ? namedIn(text.slice(match[0].length)) : [];
  return found.map(({ role, affiliation, ...person }) => {
    const from = [affiliation, role].filter(Boolean).join(' ');
    return { ...person, role: part, ...(from ? { affiliation: from } : {}) };
  });
}

/** An office before the colon is that of each; behind a name stands then where they are from. */
const labelled = (label: string, person: Attendee): Attendee =>
  isOffice(label) && label !== '事務局'
    ? { ...person, role: label, ...(person.role ? { affiliation: person.role } : {}) }
    : person;

/** `理事長 須和田（2-304）、植栽 木花（4-401）`: offices, and family names alone */
function byOffice(people: Attendee[]): Attendee[] {
  const firstOf = ({ name = '' }: Attendee): string => name.split(' ')[0] ?? '';
  const isBare = ({ name = '', role }: Attendee): boolean => /^\p{sc=Han}{2,} /u.test(name) && !isOffice(role ?? '');
  const isFamily = ({ name = '', role }: Attendee): boolean => isOffice(role ?? '') && /^\S{1,3}$/u.test(name);
  if (!people.some(isFamily) && !people.some(person => isOffice(firstOf(person)))) return people;
  return people.map(person => {
    const { name = '', role, ...more } = person;
    if (!isBare(person)) return person;
    return {
      ...more,
      name: name.slice(firstOf(person).length + 1),
      role: firstOf(person),
      ...(role ? { note: role } : {}),
    };
  });
}

/** `粟飯原　美千代（代理：健康福祉部次長　勅使河原　豊）`: the other one came */
export const INSTEAD = /^代理(?:出席)?(?:者)?\s*[：:]?\s*(?<who>\S.*)$/u;
export function inPlace(person: Attendee): Attendee {
  const who = (
    INSTEAD.exec(person.note ?? '') ??
    INSTEAD.exec(/[（(](代理[^（）()]*)[）)]$/u.exec(person.affiliation ?? '')?.[1] ?? '')
  )?.groups?.who;
  const found = who === undefined ? undefined : (peopleInFields(who)[0] ?? listedPerson(who));
  if (found?.name === undefined) return person;
  return {
    name: found.name,
    ...(found.role ? { role: found.role } : {}),
    proxyFor: person.name ?? '',
    note: '代理出席',
  };
}
