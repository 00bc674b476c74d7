/** Reads the metadata of a meeting from the head of a page: body, session, date, place. */
import { optional } from '@tsuzuri/core/collections';
import type { Attendee, Block, Meeting } from '@tsuzuri/core/minutes';
import { newForms } from '@tsuzuri/core/old-kanji';
import { readAlone, readInlineAttendance } from './attendance.ts';
import { ENTRY_OF_CONTENTS, type Genre, isAttendance, isSection } from './headings.ts';
import { readNumbering } from './numbering.ts';
import { isNotPresent } from './people.ts';
import { isoDay, type ReadDate, readDate, readFiscalYear, readNumber, readTimes } from './wareki.ts';

/** Kinds of document, the longer name first. */
const KINDS =
  /の?開催(?:結果(?:の?概要)?|概要)|の?会議(?:の?概要|要旨|結果)|議事要旨|議事録|議事概要|議事要録|議事経過|発言要旨|発言録|(?<!委員)会議録|(?<=委員会)議録|速記録|(?<=会)記録|(?<=会)開催記録|議事次第|説明資料/u;
/** `（案）` at the end of a title, or behind its kind: `議事要旨（案）` */
const DRAFT = /(?:要旨|議事録|概要|要録|録|資料)\s*[（(]案[)）]/u;
/** `第31回会合`, `（第4回）`, `第 十二 回` */
const SESSION =
  /[（(]?第\s*(?<session>[0-9０-９一二三四五六七八九十百壱弐参拾]+)\s*[回囘](?!国会)\s*(?:会合|会議|部会|委員会)?[)）]?/u;
/** What a body's name ends with. */
const BODY =
  /(?:会議|委員会|審議会|本部|部会|分科会|懇談会|懇話会|評議員会|理事会|役員会|幹事会|総代会|代議員会|運営会|定例会議|研究会|検討会|協議会|調査会|連絡会|小委員会|評議会|教授会|審査会|議会|[都道府県市区町村]会|会合|総会|ワーキング・?グループ|(?:ＷＧ|WG)[0-9A-Z]*|タスクフォース|チーム|フォーラム|本会議|の会|自治会|町内会|PTA)$/u;
/** `平成27年度`, `令和３年度第２回` */
const FISCAL = /^(?:令和|平成|昭和|大正|明治)\s*[0-9０-９元一二三四五六七八九十]+\s*年(?:度|\s*[0-9０-９]{1,2}月)?\s*/u;
/** `令和５年１月２４日公共施設再編特別委員会` */
const ON_DAY = /^(?:(?:令和|平成|昭和)[0-9元]+年)?[0-9]{1,2}月[0-9]{1,2}日(?=.)/u;
/** `定例会`, `第2回臨時会`: which meeting of the body */
const SITTING =
  /(?<=委員会)会議$|(?<=[会部])(?:[0-9]{1,2}月)?(?:定例会議?|臨時会議?|(?:定例|臨時|定期|通常)総会|本会議|[（(](?:定例会|臨時会)[）)])$|(?<=(?:委員|協議|連絡|連合)会)総会$/u;
const SITTING_ALONE = /^(?:[0-9元一二三四五六七八九十]{1,2}月)?(?:定例会|臨時会|(?:定期|通常|臨時)?総会)$/u;
/** `（令和４年３月８日開催）`, `（第１回全体会）`, `（要旨）` behind a name */
const BEHIND_NAME =
  /[（(](?:(?:令和|平成|昭和|[0-9]{4}年|第[0-9一二三四五六七八九十]+回)[^（）()]*|要[旨約点]|概要|抄|抜粋)[）)]$/u;
const DATE_LABEL =
  /^(?:会[議見]の?|開催の|招集の?)?(?:日\s*[時付]|開催日時?|開[催会]日|日$|日にち|と\s*き|期\s*日|実施日|開\s*催\s*日|(?:招集|開催)年月日|日\s*程|Date\b|When\b)/u;
/** `開催の日時及び場所`: the place stands below the day, or behind it */
const WHEN_AND_WHERE = /(?:日時?|年月日)(?:及び|・|と|、|並びに)(?:開催)?場所$/u;
/** What stands behind a day before the place: `（木）　午後1時30分～3時　` */
const BEHIND_DATE =
  /^(?:[\s、～〜－–—―-]|[（(][月火水木金土日](?:曜日?)?(?:・[^（）()]{1,4})?[）)]|から|まで|午[前後]|正午|[0-9]{1,2}(?:[時:：][0-9]{0,2}分?|時半))+/u;
/** A place by what its name ends with: it stands below a day that stands alone */
const PLACE =
  /(?:室|館|ホール|会場|庁舎|センター|役場|役所|講堂|[0-9]階|Web会議|オンライン(?:開催)?)(?:[（(][^（）()]*[）)])?$/u;
/** `環境省　水・大気環境局　湖沼対策室`: who hands it out */
const OF_OFFICE = /[省庁局部課][ \u3000]+\S/u;
const TIME_LABEL = /^(?:開会(?:及び|・|、)閉会|時\s*間|時\s*刻|(?:開催|会議の)時[間刻])/u;
/** `3　開議　令和6年6月6日　午前10時` in the head: the day of the sitting, when it began and ended */
const OPEN_LABEL = /^(?:議会|会議)?(?:開\s*議|開\s*会|開\s*始)(?:の?(?:日時|時[刻間]))?$/u;
const CLOSE_LABEL = /^(?:議会|会議)?(?:[散閉]\s*会|閉\s*議|終\s*了)(?:の?(?:日時|時[刻間]))?$/u;
const PLACE_LABEL =
  /^(?:会議の)?(?:(?:(?:会議)?開催|会[議見]|招集)?の?場\s*所|会\s*場|会\s*議\s*室|と\s*こ\s*ろ|ばしょ|場$|Place\b|Venue\b)/u;
/** What stands before the text of a heading: `1 `, `（１）`, `■`, `第１　` */
const NUMBERED =
  /^(?:[\s○◯〇●◎■□◆◇▼▽△★.．、()（）＜<〈《≪【［[〔0-9０-９一二三四五六七八九十Ⅰ-Ⅻ]|第(?=[0-9０-９一二三四五六七八九十])|[A-Z](?=[．.]))+/u;
const nameOfLabel = (words: string): string =>
  newForms(words)
    .replace(NUMBERED, '')
    .replace(/[＞>〉》≫】］\]〕]$/u, '')
    .replace(/(?<=[招開閉散].)ノ(?=[日場])/u, 'の');
const FACT_LABELS = [DATE_LABEL, TIME_LABEL, PLACE_LABEL, OPEN_LABEL, CLOSE_LABEL];
/** `於、Web会議` */
const PLACE_WORD = /(?:^於[、，：:\s　]+|[ \u3000]於[、，：:\s　]*)(?=\S)/u;
/** `日時：令和…`, `場所 Web会議による開催`, `日）R6/5/10` */
const LABELLED =
  /^(?<label>と\s*き|期\s*日|開\s*催\s*日|と\s*こ\s*ろ|[時日場会]\s*[間時所場付]|会\s*議\s*室|[日場](?=[）)])|[^：:\s]{1,12}?)(?:\s*[：:]\s*|[ \u3000]+|(?<=^[日場])[）)]\s*)(?<value>\S.*)$/u;

/** `**日時**: 令和6年…`, `［日時］ 平成22年…` */
const SET_OFF_LABEL =
  /^(?:\*\*(?=[^*]{1,13}\*\*)|[＜<〈《≪【［[〔](?=[^＞>〉》≫】］\]〕]{1,12}[＞>〉》≫】］\]〕]))(?<label>[^*：:＞>〉》≫】］\]〕]{1,12})[：:]?(?:\*\*|[＞>〉》≫】］\]〕])\s*[：:]?\s*(?<value>\S.*)$/u;

/** `会議の名称　　令和６年度第２回…審議会` */
const NAME_OF_MEETING = /^(?:会議体?|審議会等?|附属機関等?|委員会)(?:の名称|名)(?:\s*[：:]\s*|[ \u3000]+)(?=\S)/u;

const NAME_ALONE = /^(?:会議体?|審議会等?|附属機関等?|委員会)の?(?:名称|名)$/u;

/** A form has no more in its title: `会　　議　　録` */
const KIND_ALONE =
  /^[ \u3000]*(?:(?:会[ \u3000]*議|議[ \u3000]*事)[ \u3000]*録|会議(?:開催)?(?:結果|概要|要旨|報告書?))[ \u3000]*(?:[（(](?:要[旨点約]|概要|案)[）)])?[ \u3000]*$/u;

export interface Metadata {
  readonly meeting: Meeting;
  /** The date of the head, to be checked. */
  readonly date?: ReadDate;
}

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly start: number;
}

export function readMetadata(blocks: readonly Block[], attendees: readonly Attendee[], genre: Genre): Metadata {
  const lines = blocks.flatMap(block => (block.type === 'title' ? block.lines : []));
  const facts = readFacts(blocks);
  const printed = lines.map(line => line.value).join(' ');
  // A form has its title in a field.
  const named = lines.every(({ value }) => KIND_ALONE.test(value))
    ? facts.find(({ label, value }) => NAME_OF_MEETING.test(value) || NAME_ALONE.test(label))
    : undefined;
  const title = named ? named.value.replace(NAME_OF_MEETING, '') : printed;
  const bare =
    facts.find(fact => fact.label === '' && beginsWithDate(fact.value)) ??
    facts.find(fact => beginsWithDate(fact.value) && OPENS_SITTING.test(fact.value));
  const labelled =
    facts.find(fact => OPEN_LABEL.test(fact.label) && readDate(fact.value)) ??
    facts.find(fact => DATE_LABEL.test(fact.label) && readDate(fact.value));
  const held = facts.find(({ value }) => HELD_ON.test(value) && readDate(value));
  const titled = lines.find(line => readDate(line.value) !== undefined);
  const dated =
    (genre === 'slides' ? (bare ?? labelled) : (labelled ?? held ?? bare)) ?? (titled && { label: '', ...titled });
  const date = dated && readDate(dated.value);
  const day = date ? undefined : dayOfFiscalYear(printed);
  const times = timesIn(facts, dated, date);
  const place = placeIn(facts, bare);
  const session = SESSION.exec(title)?.groups?.session;
  const fiscal = readFiscalYear(title);
  const document =
    KINDS.exec(newForms(title))?.[0]
      .replace(/^議録$/u, '会議録')
      .replace(/^の/u, '') ?? (genre === 'slides' ? '資料' : undefined);
  const bodies = readBodies(named ? [title] : lines.map(line => line.value));
  const meeting: Meeting = {
    title,
    ...(bodies.body === undefined ? bodyThatOpened(facts) : bodies),
    ...(session ? { session: readNumber(session) } : {}),
    ...(fiscal ? { fiscal } : {}),
    ...optional('date', date?.iso ?? day),
    ...(date ? { era: date.raw } : {}),
    // The hour for which they were called is not that at which they began: what the sitting itself says comes last.
    ...times,
    ...readSittings(blocks),
    ...labelledTimes(facts),
    ...(place ? { venue: place } : {}),
    ...(document ? { document } : {}),
    ...(DRAFT.test(title) ? { draft: true } : {}),
    ...(genre === 'slides' ? issuer(blocks) : {}),
    attendees: onceEach(attendees.length > 0 ? attendees : peopleOfHead(blocks)),
  };
  return { meeting, ...(date ? { date: { ...date, index: (dated as Fact).start + date.index } } : {}) };
}

/** `（平成３０年２月２３日実施）`, below the day of a letter */
const HELD_ON =
  /^[（(][^（）()]*[0-9一二三四五六七八九十]日(?:[（(][月火水木金土日][）)])?(?:に?(?:実施|開催))(?:分)?[）)]$/u;

/** `令和５年９月１５日（金曜日）午前１０時開議`, below the name of the agenda */
const OPENS_SITTING = /(?:開[議会會]|招集)$/u;

/** `大正十四年三月五日午前十時開會、蕗ノ谷村役場樓上ニ於テ`, `…午後2時から、町役場大会議室において`, `…定例会を村立公民館に招集した。` */
const HELD_AT =
  /(?:[、，をヲ]|[0-9〇一二三四五六七八九十][時分半](?:より|から|開[会會])?)[ \u3000]*(?<place>(?![0-9〇一二三四五六七八九十]+[分時])[^、，。をヲ]{2,30}?)(?:[にニ]於[てテ]|において|にて)|[をヲはハ][、，]?(?<called>[^、，。をヲ]{2,30}?)[にニ]招集(?:した|する|ス|シタ|された)?。?$/u;

/** `一、議長　小日向　忠夫` below a list that has them: one person, as they are named first. Two may have one family name. */
function onceEach(attendees: readonly Attendee[]): Attendee[] {
  const first = new Map(attendees.toReversed().map(person => [person.name, person]));
  return attendees.filter(person => person.name === undefined || person.family || first.get(person.name) === person);
}

/** Where a label says so; below or behind the day, where one label says both; a place below a day that stands alone. */
function placeIn(facts: readonly Fact[], bare: Fact | undefined): string | undefined {
  const labelled =
    facts.find(fact => PLACE_LABEL.test(fact.label)) ??
    facts.find(fact => WHEN_AND_WHERE.test(fact.label) && !readDate(fact.value));
  if (labelled) return labelled.value.trim();
  const both = facts.find(fact => WHEN_AND_WHERE.test(fact.label))?.value;
  const behind = both && behindDate(both);
  if (behind) return behind;
  const held = facts
    .map(({ value }) => (beginsWithDate(value) ? HELD_AT.exec(value)?.groups : undefined))
    .find(Boolean);
  const said = held?.place ?? held?.called;
  if (said) return said;
  // `令和２年２月１７日（月曜日）　白妙県自治会館　大会議室`
  const beside = bare && behindDate(bare.value);
  if (beside && isPlaceAlone(beside)) return beside;
  // `１０：００～１２：０５` may stand between them; the day stands again over the agenda.
  const day = bare && readDate(bare.value)?.iso;
  const days = facts.flatMap(({ value }, at) => (beginsWithDate(value) && readDate(value)?.iso === day ? [at] : []));
  const placeBelow = (at: number): string | undefined =>
    facts.slice(at + 1, at + 1 + NEAR).find(({ label, value }) => label === facts[at]?.label && isPlaceAlone(value))
      ?.value;
  return days.map(placeBelow).find(Boolean)?.trim();
}

const isPlaceAlone = (value: string): boolean => PLACE.test(value) && !OF_OFFICE.test(value) && !value.includes('。');

/** Lines. */
const NEAR = 3;

/** What stands behind a day, its weekday and hours; nothing where there is no day. */
function behindDate(value: string): string | undefined {
  const date = readDate(value);
  return (
    date &&
    value
      .slice(date.index + date.raw.length)
      .replace(BEHIND_DATE, '')
      .trim()
  );
}

/** `令和6年6月11日（火曜日）`, `第2日　平成29年9月7日` */
function beginsWithDate(value: string): boolean {
  const before = value.slice(0, readDate(value)?.index ?? value.length);
  return before === '' || (before !== value && /^第[0-9一二三四五六七八九十]{1,3}[日号][ \u3000]+$/u.test(before));
}

/** `自　午後1時32分`, and on the next line `至　午後4時58分`, `同日午後三時十二分まで` */
const UNTIL = /^(?:至|同日)[ \u3000]*(?:午|[0-9])/u;

/** `令和元年度　第７回委員会（１２月１１日）`: the year of the day is said by the fiscal year, which begins in April. */
function dayOfFiscalYear(title: string): string | undefined {
  const { month = '', day = '' } = MONTH_AND_DAY.exec(title)?.groups ?? {};
  const fiscal = readFiscalYear(title);
  const year = fiscal === undefined ? undefined : fiscal + (readNumber(month) < 4 ? 1 : 0);
  return year === undefined ? undefined : isoDay(year, readNumber(month), readNumber(day));
}
const MONTH_AND_DAY =
  /[（(](?<month>[0-9一二三四五六七八九十]{1,3})月(?<day>[0-9一二三四五六七八九十]{1,3})日(?:[（(][月火水木金土日][）)])?(?:開催)?[）)]/u;

/** Behind the date, else where a line says that it tells the time. */
function timesIn(
  facts: readonly Fact[],
  dated: Fact | undefined,
  date: ReadDate | undefined,
): ReturnType<typeof readTimes> {
  const behind = dated && date ? readTimes(dated.value.slice(date.index + date.raw.length)) : {};
  const timed = facts.find(
    ({ label, value }) =>
      TIME_LABEL.test(label) ||
      /^自[ \u3000]*午[前後]/u.test(value) ||
      ((label === '' || DATE_LABEL.test(label)) &&
        /^(?:午[前後]|[0-9]{1,2}(?:[:：][0-9]{2}|時).{0,4}[～〜~－–—-])/u.test(value)),
  );
  const said = timed ? readTimes(timed.value) : {};
  // `開会及び閉会　　１３時３０分～１４時４８分`, where the day has the hour at which they were called
  const times = behind.start === undefined || (behind.end === undefined && said.end !== undefined) ? said : behind;
  if (times.start === undefined) return times;
  const until = facts.find(({ value }) => UNTIL.test(value));
  const end = times.end ?? (until && readTimes(until.value).start);
  return { ...times, ...optional('end', end) };
}

/** `開始：午前十時十五分`, `閉会の時刻　午後三時四十分` */
function labelledTimes(facts: readonly Fact[]): { start?: string; end?: string } {
  const timeOf = (kind: RegExp): string | undefined =>
    readTimes(facts.find(({ label }) => kind.test(label))?.value ?? '').start;
  return { ...optional('start', timeOf(OPEN_LABEL)), ...optional('end', timeOf(CLOSE_LABEL)) };
}

/** `午前10時00分　開議`, `閉会　午後3時半`, `正午散会` on a line of its own */
const OPENS = /^[（(〔]?(?:.{0,30}(?:開議|開[会會])|(?:議会|会議)?(?:開議|開[会會])[^。]{0,16})[）)〕]?$/u;
const CLOSES =
  /^[（(〔]?(?:.{0,16}(?:[散閉延][会會]|閉議|(?<=[時分])[ \u3000]?終了)|(?:議会|会議)?(?:[散閉延][会會]|閉議)[^。]{0,16})[）)〕]?$|^于時|^時[ニに][ \u3000]*(?:午[前後])?[0-9〇零一二三四五六七八九十]{1,3}時[^。、]{0,6}$/u;

/** `…委員会を開会いたします。（１３：３０）`, `以上で散会いたします。（１５：１２）` */
const OPENS_AT =
  /(?:開会|開議|開催|始め)[^。（）()]{0,16}。?[（(](?<time>[0-9]{1,2}[：:][0-9]{2}|午[前後][^（）()]{2,9})[）)]$/u;
const CLOSES_AT =
  /(?:[散閉]会|閉議|終了|終わり)[^。（）()]{0,16}。?[（(](?<time>[0-9]{1,2}[：:][0-9]{2}|午[前後][^（）()]{2,9})[）)]$/u;

/** `（午前１１時０６分）`, alone: the first before anybody speaks, the last behind all that is said */
const TIME_ALONE =
  /^[（(〔](?:午[前後])?[0-9〇一二三四五六七八九十]{1,3}時(?:[0-9〇一二三四五六七八九十]{1,3}分|半)?[）)〕]$/u;

/** `午前十一時十五分、委員長が散会を宣した。`, `主査が 16:45 に閉会を宣言した。`, of nobody's speech */
const DECLARED_CLOSED =
  /(?:午[前後][^。、「」]{1,12}|[0-9]{1,2}[：:][0-9]{2}|正午)[^。「」]{0,20}?(?:[散閉][会會]|閉議)[をヲ]?(?:宣|告|し?た)[^。]{0,8}。?$/u;

/** `…午後一時三十分開會ヲ宣ス`, `午前9時に開会を宣した` */
const DECLARED_OPEN = /午[前後][^。、]{2,12}?[時分半][にニ]?開[会會][をヲ](?:宣|告)/u;

/** Characters; no line with a number that says when they met is longer, and most that are said are. */
const LONGEST_NUMBERED = 60;

/** When the sitting began and ended, as minutes of assemblies print it: the first opening, the last closing. */
function readSittings(blocks: readonly Block[]): { start?: string; end?: string } {
  const lines = blocks
    .flatMap(linesOf)
    .map(line => line.replace(/(?<=^\p{sc=Han})[ \u3000](?=\p{sc=Han})|^[0-9]{1,4}[:：][ \u3000]+/u, ''))
    // `午後　０時０８分　散　会`
    .map(line =>
      line.replace(/(?<=午[前後])[ \u3000]+(?=[0-9])|(?<=[開散閉])[ \u3000]+(?=[議会會](?:$|[ \u3000]))/gu, ''),
    )
    .map(line => (line.length > LONGEST_NUMBERED ? line : line.slice(readNumbering(line)?.length ?? 0)));
  const timesOf = (kind: RegExp): string[] =>
    lines.flatMap(line => (kind.test(line) ? (readTimes(line).start ?? []) : []));
  // `開会　午後1時30分　　閉会　午後2時26分`
  const both = lines.find(line => /開[会議].*(?:[閉散]会|閉議)/u.test(line) && readTimes(line).end !== undefined);
  if (both) return readTimes(both);
  const declared = blocks.flatMap(block =>
    block.type === 'paragraph' || block.type === 'direction' ? block.words.value.trim() : [],
  );
  const opening = declared.map(line => DECLARED_OPEN.exec(line)?.[0]).find(Boolean) ?? '';
  const timeIn = (kind: RegExp, found: readonly string[]): string | undefined =>
    found.map(line => readTimes(kind.exec(line)?.groups?.time ?? '').start).find(Boolean);
  const start = timesOf(OPENS)[0] ?? readTimes(opening).start ?? timeIn(OPENS_AT, lines);
  const closing = declared.map(line => DECLARED_CLOSED.exec(line)?.[0]).findLast(Boolean) ?? '';
  const last = lines.at(-1) ?? '';
  const end =
    timesOf(CLOSES).at(-1) ??
    readTimes(closing || (TIME_ALONE.test(last) ? last : '')).start ??
    timeIn(CLOSES_AT, lines.toReversed());
  return { ...(start ? { start } : {}), ...(end ? { end } : {}) };
}

function linesOf(block: Block): string[] {
  if (block.type === 'speech') return block.children.flatMap(linesOf);
  return block.type === 'paragraph' || block.type === 'direction' || block.type === 'heading'
    ? [block.words.value.trim()]
    : [];
}

/** Paragraphs before the first heading or speech. */
function linesOfHead(blocks: readonly Block[]): string[] {
  const end = blocks.findIndex(({ type }) => type === 'heading' || type === 'speech');
  return blocks
    .slice(0, end < 0 ? blocks.length : end)
    .flatMap(unlisted)
    .flatMap(linesOf);
}

/** Behind labels on their lines, or in a table whose first column has the labels. */
function peopleOfHead(blocks: readonly Block[]): Attendee[] {
  const rows = blocks.flatMap(block => (block.type === 'table' ? block.rows : []));
  const cells = rows.flatMap(([label, value, other]) => {
    const name = label?.value.replace(/[ \u3000]/gu, '') ?? '';
    const parts = value?.value.split(/<br ?\/?>/iu) ?? [];
    return other || !(isAttendance(name) || name === '事務局') || isNotPresent(name) ? [] : parts;
  });
  const people = cells.flatMap(readAlone).filter(({ name }) => name !== undefined);
  return people.length > 0 ? people : readInlineAttendance(linesOfHead(blocks));
}

/** Label and value of everything before the first speech: below `1 日時`, behind `日時：`, or a line on its own. */
function readFacts(blocks: readonly Block[]): Fact[] {
  const facts: Fact[] = [];
  let label = '';
  for (const block of blocks.flatMap(unlisted)) {
    if (block.type === 'speech') break;
    // `開催日時	令和6年12月5日（木）…`
    if (block.type === 'table')
      for (const [name, value] of block.rows)
        if (name && value && FACT_LABELS.some(kind => kind.test(name.value)))
          facts.push({ label: name.value, value: value.value, start: value.start });
    if (block.type === 'heading') label = nameOfLabel(block.words.value);
    if (block.type !== 'paragraph') continue;
    const { value, start } = block.words;
    if (ENTRY_OF_CONTENTS.test(value)) continue;
    // `開催場所`, its value on the next line: cells of a table, one a line
    if (value.length <= 6 && isSection(value) && FACT_LABELS.some(kind => kind.test(value))) {
      label = value;
      continue;
    }
    const at = PLACE_WORD.exec(value);
    if (at) {
      const from = at.index + at[0].length;
      facts.push({ label: '場所', value: value.slice(from), start: start + from });
    }
    const labelled = at?.index === 0 ? undefined : (SET_OFF_LABEL.exec(value) ?? LABELLED.exec(value))?.groups;
    const name = nameOfLabel(labelled?.label ?? '');
    if (labelled && FACT_LABELS.some(kind => kind.test(name)))
      facts.push({
        label: name,
        value: labelled.value ?? '',
        start: start + value.length - (labelled.value?.length ?? 0),
      });
    else if (at?.index !== 0) facts.push({ label, value, start });
    if (facts.length > 12) break;
  }
  return facts;
}

/** `・日時：…`: entries of a list as the lines that they are. */
const unlisted = (block: Block): readonly Block[] =>
  block.type === 'list' ? block.children.flatMap(({ children }) => children.flatMap(unlisted)) : [block];

/** A word without what it has of a pattern, which is asked of the forms of today: `村會會議錄` → `村會`. */
function without(word: string, pattern: RegExp): string {
  const match = pattern.exec(newForms(word));
  return match ? word.slice(0, match.index) + word.slice(match.index + match[0].length) : word;
}

/** Splits the title into the body that met and the one above it. */
function readBodies(lines: readonly string[]): { body?: string; parent?: string } {
  const names = lines
    .flatMap(line => line.split(/[ \u3000]+/))
    .map(word =>
      without(word, KINDS)
        .replace(ON_DAY, '')
        .replace(FISCAL, '')
        .replace(BEHIND_NAME, '')
        .replace(SESSION, '')
        .replace(/[（(]?第[0-9一二三四五六七八九十百]+[号日]目?[）)]?$/u, '')
        .replace(BEHIND_NAME, '')
        .replace(/^第[0-9一二三四五六七八九十]+期/u, '')
        .replace(/[（(](?:案)?[)）]/u, '')
        .replace(/^[（(][^（）()]{1,8}[)）](?=.)/u, '')
        // `（グループホーム運営推進会議）`, `町会（第48期）平成30年度定期総会`
        .replace(/^[（(]([^（）()]+)[）)]$|^「([^「」]+)」$/u, '$1$2')
        .replace(/[（(]第[0-9一二三四五六七八九十]+期[）)](?:(?:令和|平成|昭和)[0-9元]+年度)?/u, '')
        .trim(),
    )
    .map(word => without(word, SITTING))
    .filter(word => BODY.test(newForms(word)) && !SITTING_ALONE.test(word));
  // 本会議 is what an assembly holds, no body below it.
  const bodies = names.length > 1 ? names.filter(name => !/^(?:本会議|小?委員会|会議|会合)$/u.test(name)) : names;
  const body = bodies.at(-1);
  const parent = bodies.slice(0, -1).join(' ');
  return { ...(body ? { body } : {}), ...(parent ? { parent } : {}) };
}

/** `平成２３年２月２２日三谷地区消防組合議会定例会を開会した。`, `…、磯波県環境影響評価審査会を開催しました。` */
const OPENED = /(?<=^|[、，日])(?<body>[^、。，\s]{4,30})を(?:開会|開催|招集)し(?:た|ました)。/u;

/** Of a title that names none. */
function bodyThatOpened(facts: readonly Fact[]): { body?: string } {
  const names = facts.flatMap(({ value }) => OPENED.exec(value)?.groups?.body ?? []);
  return names.map(name => readBodies([name])).find(({ body }) => body !== undefined) ?? {};
}

/** Who hands the paper out: a few characters under its date, 事務局. */
function issuer(blocks: readonly Block[]): { issuer?: string } {
  const date = blocks.findIndex(block => block.type === 'paragraph' && readDate(block.words.value)?.index === 0);
  const next = blocks[date + 1];
  const short =
    date >= 0 &&
    date < 4 &&
    next?.type === 'paragraph' &&
    next.words.value.length <= 12 &&
    !/[。、\d]/u.test(next.words.value);
  return short ? { issuer: next.words.value } : {};
}
