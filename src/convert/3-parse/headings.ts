/** Decides which lines are headings, how deep they lie. */
import { groupBy } from '@tsuzuri/core/collections';
import { newForms } from '@tsuzuri/core/old-kanji';
import type { Agenda } from './agenda.ts';
import type { Line, Shape } from './lines.ts';
import type { Numbering, Style } from './numbering.ts';
import { readDate, readTimes } from './wareki.ts';

/** Sections that minutes have; a line that is just this is a heading even without a number. */
const SECTIONS =
  /^(?:日\s*時|開催日時?|招集(?:年月日|の?場所)|場\s*所|会\s*場|開催場所|代表団|(?:審議会|附属機関|会議体?)等?の?(?:名称|名)|会議の?(?:開催)?(?:日時|場所)|(?:会議の?)?主管課|説明者|開催要旨|(?:本日)?(?:審[査議]|協議|付議)した(?:案件|事[件項])|(?:会議の)?公開(?:・|又は|及び)?非公開(?:の別)?|非公開の?理由|(?:議長|座長|司会者?)の?(?:職・?)?氏名|[出欠]席(?:委員|者|議員)の?(?:職・?)?氏名|(?:説明[員者]|事務局職員?|職員)の?(?:職・?)?氏名|(?:会議|審議|議事)の?経過(?:及び(?:結果|発言(?:内容|要旨)))?|その他の?(?:必要)?事項|傍聴[者人]の?(?:人?数|有無)|担当(?:部署|部局|課|窓口)|(?:知事|市長|町長|村長|区長|大臣|長官|会長)(?:発表|報告)(?:事項|項目)?|出\s*席|欠\s*席|出席者|出席委員|出席議員|欠席者|欠席委員|欠席議員|参加者|列席者|構成員|委員名簿|議\s*題|議事日程(?:第[0-9一二三四五六七八九十]+号)?|摘録|記録|(?:開会|閉会)の(?:言葉|辞|あいさつ|挨拶)|\S{0,6}(?:挨拶|あいさつ)|説明員|(?:付託|審[議査]|協議|報告|諮問)?案件|(?:協議|議決|諮問)事項|(?:議事|会議)の(?:経過(?:及びその結果)?|大要|概要|結果)|(?:審議|会議)(?:等)?の?内容|(?:議題|議案|審議|協議|報告|諮問|付[議託])(?:事項|案件)?(?:及び|および|並びに|・|、)(?:議題|議案|審議|協議|報告|諮問|決定|付[議託])(?:事項|案件)?|(?:会議|議会|委員会)の?書記|[付附]議(?:案件|事件)(?:及び審議結果)?|(?:議案|案件|議事)(?:及び|と)(?:その|議事|審議)?の?結果|decisions?|annex(?:es)?|agenda|participants|attendees|summary|next meeting|any other business|[お御]?問い?合わ?せ先|連絡先|委員の異動|(?:本日の)?会議[にニ][付附](?:した|シタル)(?:案件|事件)|参与員?|(?:事務局)?出席(?:者|説明員)|(?:.{0,24}により)?(?:説明|職務)の?(?:ため|為)に?(?:議場に|会議に)?出席した(?:者|事務局職員|職員|説明員)(?:の職・?氏名)?|出席者名簿|出席した職員|(?:議会)?事務局職員(?:出席者)?|会議|議事|議事次第|議事概要|議事内容|議事要旨|議事経過|会議次第|次第|概要|内容|配[付布](?:資料|文書)(?:一覧)?|資料一覧|会議資料|資料|開\s*会|閉\s*会|開\s*議|閉\s*議|散\s*会|採決|表決|挨拶|冒頭発言|冒頭挨拶|質疑応答|質疑|討議|討論|協議|議決|意見交換|自由討議|審議|報告|説明|決定事項|報告事項|審議事項|その他|今後の予定|次回予定|結論|まとめ|講評|発言要旨|(?:各?委員からの)?(?:主な)?(?:意見|質問)・(?:質問|意見)(?:(?:と|及び|、それ)?に?対する回答)?等?|(?:委員会による)?意見の具申又は勧告(?:の内容)?|主な(?:意見|発言|議論|質疑(?:応答)?|論点|やり取り)|参考|別紙|附則|目\s*次|凡\s*例|[附付]\s*記|資料編|参考資料|はじめに|おわりに|結び)(?:[（(](?:第?[0-9０-９一二三四五六七八九十]+[名人号回]|敬称略)[^（）()]{0,8}[）)]|[（(](?:質疑|意見|要旨|概要|五十音|議題|発言|審議|公開)[^（）()]{0,14}[）)]|[（(][^（）()0-9]{0,4}(?:委員|議員|事務局|職員|理事|役員|会員)[）)])?$/iu;
/** `閉会の言葉（八田羽副会長）` */
const BY_WHOM = /(?<=の言葉|の辞|挨拶|あいさつ)[（(][^（）()]{1,14}(?:[長員事任氏]|さん)[）)]$/u;
/** `出席者：`, alone on its line */
export const withoutColon = (text: string): string => text.replace(/[：:]$/u, '');

/** `会　　議`, `議　事　の　経　過`: characters apart */
export function isSection(printed: string): boolean {
  const text = newForms(printed)
    .replace(/[：:]$/u, '')
    .replace(BY_WHOM, '');
  return SECTIONS.test(text) || (text.length <= 14 && SECTIONS.test(text.replace(/[ \u3000]+/gu, '')));
}
const ATTENDANCE =
  /^[出欠]\s*席$|^出\s*[(（]欠[)）]\s*席|^[＜<【]?(?:[^。]{0,4}出欠|[^。、\s]{0,12}事務局職員|事務局)[＞>】]?$|^[＜<【〈《][^＜＞<>【】。]{0,8}(?:職員|関係者|説明員)[＞>】〉》]$|(?:出席|欠席|参加|列席|陪席)(?:した)?(?:関係|事務局)?(?:者|人|状況|役員|委員|構成員|説明員|\p{L}{0,4}議員|職員|\p{L}{2,14}(?:委員|理事)(?:[（(]|$)|[0-9]+[名人]$)|^(?:委員|構成員)名簿|^(?:代表団|参与員|(?:議事)?説\s*明\s*[員者]|(?:会議|議会|委員会)の?書記)$|^(?:都合|所用)により(?:御|ご)?[欠缺]席|(?:委員|議員|会員|役員)の?(?:出席|出欠)|(?:出席|列席|参加)したもの$/u;
/** A heading even where the scan has no blank lines: `【決定事項】`, `<報告1>`, `＜質疑応答＞` */
const TOPIC =
  /^[【<＜〈《≪[［]\s*(?:報告|議題|議事|配[付布]資料|会議資料|討議|決定|審議|質疑|自由|主な|その他|(?:テーマ|話題|論点|案件|発表(?:事項|項目|案件))[0-9]|[0-9]{1,2}[ \u3000．.]+\S)/u;
/** `【問合せ先】交通政策課　内線2413`, `【AI 14-1】文案の作成：蜂須賀委員`, `【資料３－１】検診の受診率の推移` */
const VALUE_BEHIND =
  /^【(?:資料|別[紙添]|参考)[^】]*】\S|^【(?![出欠]席)[^】]+】[^。]*[、，]|^【[お御]?問い?合わ?せ先】|^【(?!(?:出席|欠席))[^】]+】[^：:]*(?:[：:]|\S[ \u3000]+\S*[0-9])/u;
/** `＜文責：事務局　速報のため…＞` */
const NOTED = /^[【<＜〈《［[]\s*(?:文責|注|※|速報|敬称)/u;
/** Heading and value on one line: `1 日時 平成25年6月20日（木）…`, `２ 場所：…` */
export const HEADED_VALUE =
  /^(?<label>日\s*時|期\s*日|時\s*[刻間]|会議の時[刻間]|会議の?(?:日時|場所)|(?:理事|監事|役員|委員|評議員|議員)(?:総数|定数)?[0-9]+[名人](?:のうち|中)、?出席(?:者)?[0-9]+[名人]|(?:理事|役員|委員|評議員|議員)の?(?:総数|定数|現在数)|開催(?:日時|年月日|時[刻間])|役員の数|場\s*所|開催場所|会\s*場|(?:協議会)?(?:出席|欠席|陪席)(?:者|委員|議員|職員|役員|理事|評議員|会員|説明員)(?:の(?:職・?)?氏名)?|(?:会議録|議事録)署名(?:委員|議員|人|者)(?:の指名)?|傍聴[者人]|[出欠]\s*席(?=[ \u3000]+[（(])|委員外(?:出席者|議員)|事務局(?:職員|員)?|(?:議事)?説\s*明\s*員|付[議託](?:案件|事件)|議\s*題|招集年月日|招集の?場所|(?:開\s*[議会]|[散閉]\s*会|閉\s*議)(?=[\s：:]+(?:令和|平成|昭和|午[前後]|正午|[0-9])))(?:\s*[：:]\s*|[ \u3000\t]+)(?=\S)/u;
/** `【出席】　委員長　　新垣 フェリペ（西海道工業大学）` */
export const BRACKETED_PEOPLE = /^(?<label>[【〔［](?:出席|欠席)[^】〕］]{0,6}[】〕］])[ \u3000]*(?=\S)/u;
/** `約26.5万人`, `3.0億円`: the line is a number with its label. */
const ENDS_IN_NUMBER = /[0-9０-９][万億千百]?(?:人|名|円|件|社|回|件|か国|％|%)(?:程度)?$/u;
/** A clause, not a title: `…が連携して行う…`, `…を含む…`, `⇒これら…` */
const CLAUSE = /を|(?<=[\p{sc=Han}\p{sc=Katakana}ー])が(?=[\p{sc=Han}\p{sc=Katakana}])|[。、]|^[⇒→※*]/u;
const LONGEST = 48;
const LONGEST_LATIN = 110;
const LONGEST_TOPIC = 60;
/** `【予約の方法】` over its points */
const LONGEST_THEME = 20;

export type Genre = 'minutes' | 'slides';

const CONVENES = /^(?:\*\*)?(?:開\s*催\s*)?(?:日\s*時|場\s*所|出席者)/u;
/** At the head of a page that says nothing of its kind: `・日時：R6.5.10（金）…`, `と　き　令和六年…` */
const MEETS = /^(?:[・*\s]*)(?:開\s*催\s*)?(?:日\s*時|期\s*日|と\s*き|実施日|開催日|(?:招集|開催)年月日)/u;
const HEAD = 12;

/** Minutes have speakers, or begin with the day of a meeting, or are called so and say when or where; anything else is a handout. */
export function genreOf(shapes: readonly Shape[]): Genre {
  const convenes = shapes.some(shape => CONVENES.test(contentOf(shape)) || CONVENES.test(shape.line.text));
  const meets = shapes.slice(0, HEAD).some(({ line: { text } }) => {
    const date = readDate(text);
    return (
      date && (MEETS.test(text) || (date.index === 0 && readTimes(text.slice(date.raw.length)).start !== undefined))
    );
  });
  return hasTalk(shapes) || meets || isCalledSo(shapes) || (convenes && hasMeetingHead(shapes)) ? 'minutes' : 'slides';
}

/** `ＰＴＡ運営委員会　議事録`, on one of its first lines */
const isCalledSo = (shapes: readonly Shape[]): boolean =>
  shapes.slice(0, TITLE).some(({ line: { text } }) => CALLED_SO.test(text) && !/[。、]/u.test(text));
const CALLED_SO =
  /(?:議事(?:録|要旨|概要|要録)|会議録|会議(?:要旨|の?概要)|第[0-9一二三四五六七八九十]+回\S{0,20}(?:会合|会議|[員議総事]会)の?(?:報告書?|記録|概要|結果))(?:[（(][^（）()]*[）)])?$/u;
/** Lines. */
const TITLE = 6;

const hasTalk = (shapes: readonly Shape[]): boolean =>
  shapes.some(({ kind }) => kind === 'speech' || kind === 'opinion');

/** A few words alone between blank lines, over a list: `運動会` */
const isTopic = ({ line }: Shape, next: Shape | undefined): boolean =>
  line.gap > 0 &&
  line.text.length <= 20 &&
  !CLAUSE.test(line.text) &&
  (next?.kind === 'item' || next?.kind === 'opinion') &&
  next.line.gap > 0;

/** `（産業団地について）`, `（その他）`: what is asked about, right above the questions */
const TOPIC_IN_BRACKETS = /^[（(](?:[^（）()。、]{2,24}(?:について|に関して|関係|関連|の件)|その他)[）)]$/u;

/** A few words over what is said, between blank lines or in brackets: `質疑応答`, `海底水圧計の故障の原因` */
const isTopicOfTalk = (shape: Shape, next: Shape | undefined): boolean =>
  isApartOverTalk(shape, next) ||
  (shape.kind === 'short' &&
    (next?.kind === 'speech' || (next?.kind === 'item' && shape.line.gap > 0)) &&
    TOPIC_IN_BRACKETS.test(shape.line.text));

const isApartOverTalk = ({ kind, line }: Shape, next: Shape | undefined): boolean =>
  kind === 'short' &&
  line.gap > 0 &&
  line.text.length <= LONGEST_TOPIC &&
  !CLAUSE.test(line.text) &&
  readDate(line.text) === undefined &&
  readTimes(line.text).start === undefined &&
  next?.kind === 'speech' &&
  next.line.gap > 0;

/** A form that occurs once is none; a section that minutes have only once is wider. */
export function findTopics(shapes: readonly Shape[]): ReadonlySet<string> {
  const found = shapes
    .filter((shape, index) => index > 0 && isTopicOfTalk(shape, shapes[index + 1]))
    .map(({ line }) => line.text);
  const isOnce = (text: string): boolean => found.indexOf(text) === found.lastIndexOf(text);
  return new Set(found.length > 1 ? found.filter(text => !(isSection(text) && isOnce(text))) : []);
}

const OPENED_BY_TALK: readonly Shape['kind'][] = ['speech', 'prose', 'item', 'direction'];

/** `【入札経過説明】`, over what is said, more than once */
function bracketsAgain(shapes: readonly Shape[]): ReadonlySet<string> {
  const found = shapes.flatMap(({ kind, line }, index) =>
    kind === 'bracketed' &&
    line.text.length <= LONGEST_THEME &&
    OPENED_BY_TALK.includes(shapes[index + 1]?.kind ?? 'rule')
      ? [line.text]
      : [],
  );
  return new Set([...groupBy(found, text => text)].flatMap(([text, all]) => (all.length > 1 ? [text] : [])));
}

/** `…の河川整備方針について`, between `２．議事` and who speaks */
export function isItemOfSection(shapes: readonly Shape[], index: number): boolean {
  const [before, { kind, line }, next] = [shapes[index - 1], shapes[index] as Shape, shapes[index + 1]];
  const isBelowNumber =
    before?.kind === 'numbered' && !before.line.text.includes('。') && before.line.text.length <= 20;
  return (
    kind === 'short' &&
    isBelowNumber &&
    next?.kind === 'speech' &&
    TITLE_OF_ITEM.test(line.text) &&
    !line.text.includes('、')
  );
}

const hasMeetingHead = (shapes: readonly Shape[]): boolean =>
  shapes.slice(0, HEAD).some(({ line }) => /議事|会合|要旨|概要|会議録|発言/u.test(line.text));

/** `――　はじめに　――`: what stands between two lines of dashes */
export const FRAMED =
  /^(?<frame>[―─—－–＝=～〜]{2,8}[ \u3000]{0,4})(?<words>(?![〇一二三四五六七八九十0-9]+[ \u3000―─—－–])[^\s（(―─—－–＝=～〜。](?:[^―─—－–＝=～〜。]{0,38}[^\s―─—－–＝=～〜。])?)[ \u3000]{0,4}[―─—－–＝=～〜]{2,8}$/u;

export const contentOf = ({ line, contentStart }: Shape): string => line.text.slice(contentStart);

/** Sections that hold no others: who came, what is on the agenda. */
export const isFact = (text: string): boolean =>
  isAttendance(text) ||
  /^(?:日\s*時|開催日時?|場\s*所|会\s*場|公開・?非公開の別|傍\s*聴\s*[者人]|(?:本日の)?会議[にニ][付附](?:した|シタル)(?:案件|事件)|議事日程|議事次第|会議次第|次第|[付附]議(?:案件|事件)$|配[付布](?:資料|文書)(?:一覧)?|会議資料$|資料一覧|目\s*次$|凡\s*例$)/u.test(
    newForms(text),
  );

/** `＜出席評議員＞`, `＜病院職員＞` */
const isBracketedAttendance = (text: string): boolean =>
  /^[＜<〈《【［〔].*[＞>〉》】］〕]$/u.test(text) && isAttendance(text);

export const isAttendance = (text: string): boolean =>
  ATTENDANCE.test(withoutColon(newForms(text))) &&
  !/^[（(].*(?:、|[0-9].*[）)]$)|(?:の報告|の確認|について)$/u.test(text) &&
  (text.length < 30 ||
    /出席した(?:者|事務局職員|職員|説明員)(?:の職・?氏名)?(?:は[、，]次のとおり(?:である|です)?。)?$/u.test(text));

/** Characters; nearer to the margin lie indented sections. */
const VALUE_COLUMN = 5;

/** Right below the value of a line with a label, as far in as that: `議　題　　（１）諮問事項`, below it `（２）審議事項`. */
function hangingLines(shapes: readonly Shape[]): ReadonlySet<number> {
  const found = new Set<number>();
  // Lines without a blank one between, each farther in than the one before it.
  let open: Line[] = [];
  for (const [index, { line }] of shapes.entries()) {
    if (line.gap > 0) open = [];
    while ((open.at(-1)?.indent ?? -1) >= line.indent) open.pop();
    const above = line.indent < VALUE_COLUMN ? undefined : open.at(-1);
    const label = above && /^[^。：:]{1,14}?(?:[ \u3000]{2,}|[：:][ \u3000]*)(?=\S)/u.exec(above.text)?.[0];
    if (above && label !== undefined && above.indent + label.length === line.indent) found.add(index);
    open.push(line);
  }
  return found;
}

/** Of the last heading of a series. */
export interface LastNumber {
  readonly value: number;
  readonly indent: number;
  /** Of the numbers that a narrower series holds: what goes on behind it. */
  readonly outer?: { readonly within: string; readonly last: LastNumber };
}

/** What the builder knows where it stands. */
interface Position {
  /** By series. */
  readonly last: ReadonlyMap<string, LastNumber>;
  /** Someone speaks whose name or office is known. */
  readonly isSpoken: boolean;
}

/** Points that a speaker counts: on the next line, indented, whole sentences, or with the marks of the lowest levels. */
const isPartOfSpeech = ({ kind, line, numbering }: Shape, next: Shape | undefined, last: Position['last']): boolean =>
  kind === 'numbered' &&
  line.gap === 0 &&
  !opensHeadings(numbering) &&
  (line.indent > 0 || line.text.endsWith('。') || LOWEST.includes(numbering?.style ?? 'part')) &&
  !isNextHeading(line, numbering, last, next);
/** `△一般質問`: a mark that opens the headings of a document; ■ may open a point, too */
const opensHeadings = (numbering: Numbering | undefined): boolean =>
  numbering?.style === 'mark' && !/[■◆▼★]/u.test(numbering.series);

/** It stands where the heading with the number before it stands, indented or right above somebody else's words. */
function isNextHeading(
  { indent, text }: Shape['line'],
  numbering: Numbering | undefined,
  last: Position['last'],
  next: Shape | undefined,
): boolean {
  const before = numbering && last.get(numbering.series);
  if (before === undefined)
    return numbering?.value === 1 && next?.kind === 'speech' && next.line.gap === 0 && !/[、。]/u.test(text);
  const isOpen =
    next?.kind === 'speech' ||
    next?.kind === 'direction' ||
    TITLE_OF_ITEM.test(text) ||
    /[ \u3000)）.．]その他$/u.test(text);
  return (
    (indent > 0 || isOpen) && indent === before.indent && numbering?.value === before.value + 1 && !text.includes('。')
  );
}
/** `…の改訂について（資料３）`: what is taken up, no point that somebody counts */
const TITLE_OF_ITEM = /(?:について|に関して|の件|に関する件)(?:[（(][^（）()]*[）)])?$/u;
const LOWEST: readonly Style[] = ['circled', 'iroha', 'kana', 'kanas', 'latin'];

/** What is known of the lines before. */
interface Known {
  readonly topics: ReadonlySet<string>;
  readonly agenda: Agenda;
  readonly fields: ReadonlyMap<number, number>;
}

/** Says whether a line of a page is a heading; numbers must run on from the last heading of their style. */
export function headingTest(
  shapes: readonly Shape[],
  genre: Genre,
  { topics, agenda, fields }: Known,
): (index: number, at: Position) => boolean {
  const series = findSeries(shapes);
  const talks = hasTalk(shapes);
  const sections = adjacentSections(shapes);
  const entries = agendaEntries(shapes);
  const plain = new Set([...plainSections(shapes), ...centredSections(shapes), ...roundSections(shapes)]);
  const marks = onesIn(shapes);
  const again = bracketsAgain(shapes);
  const hanging = hangingLines(shapes);
  const isOfBusiness = shapes.some(({ line }) => KIND_OF_BUSINESS.test(line.text));
  return (index, { last, isSpoken }) => {
    const shape = shapes[index] as Shape;
    const next = shapes[index + 1];
    if (shape.kind === 'marked' || agenda.takenUp.has(index) || fields.has(index)) return true;
    if (agenda.listed.has(index)) return false;
    if (entries.has(index) || hanging.has(index)) return false;
    if (isSpoken && isPartOfSpeech(shape, next, last)) return false;
    if (marks.has(index) || CAPTION.test(shape.line.text) || ENTRY_OF_CONTENTS.test(shape.line.text)) return false;
    if (shape.kind === 'numbered')
      return (
        !goesOnInList(shapes, index) &&
        isNumberedHeading(shape, shapes[index - 1], next, { last, isSection: sections.has(index) })
      );
    if (shape.kind === 'bracketed')
      return (
        !NOTED.test(shape.line.text) &&
        !VALUE_BEHIND.test(shape.line.text) &&
        ((shape.line.gap > 0 && shape.line.indent < AT_THE_RIGHT) ||
          (next?.line.gap !== 0 && shape.line.indent < AT_THE_RIGHT) ||
          (next?.kind === 'item' && shape.line.text.length <= LONGEST_THEME) ||
          TOPIC.test(shape.line.text) ||
          again.has(shape.line.text) ||
          BRACKETED_PEOPLE.test(shape.line.text) ||
          isBracketedAttendance(shape.line.text))
      );
    if (KIND_OF_BUSINESS.test(shape.line.text) && shape.line.gap > 0 && next?.kind === 'numbered') return true;
    const isFirst = shapes[index - 1]?.kind === 'numbered' || shape.line.gap > 0;
    if (isOfBusiness && OTHER_BUSINESS.test(shape.line.text) && isFirst && !topics.has(shape.line.text)) return true;
    if (shape.kind !== 'short') return false;
    if (genre === 'minutes') {
      const isCertain = isAttendance(shape.line.text) && isSection(shape.line.text);
      const isOpen =
        shape.line.gap > 0 ||
        agenda.takenUp.has(index + 1) ||
        next?.kind === 'item' ||
        shapes[index - 1]?.kind === 'rule' ||
        isCertain ||
        (isSection(shape.line.text) && isOverDeeper(shapes, index)) ||
        (next?.kind === 'numbered' && next.line.gap === 0 && BUSINESS.test(newForms(shape.line.text))) ||
        (next?.kind === 'numbered' && next.line.indent > shape.line.indent && AGENDA.test(shape.line.text)) ||
        isDedented(shapes, index);
      if (topics.has(shape.line.text) && (isTopicOfTalk(shape, next) || TOPIC_IN_BRACKETS.test(shape.line.text)))
        return true;
      if (isItemOfSection(shapes, index)) return true;
      if ((!talks && isTopic(shape, next)) || plain.has(index)) return true;
      if (shape.line.gap > 0 && APPENDED.test(shape.line.text)) return true;
      return (
        isOpen &&
        (isSection(shape.line.text) ||
          isGroupAlone(shapes, index) ||
          (isAttendance(shape.line.text) &&
            !/[ \u3000]{3}\S/u.test(shape.line.text) &&
            (next?.line.gap === 0 || shape.line.text.endsWith('名簿'))))
      );
    }
    return !series.has(index) && !isRuby(shape, next) && isSlideHeading(shape, next);
  };
}

/** What kind of business it is: `審議事項`, `報告案件` */
export const BUSINESS_KIND = '(?:審議|協議|報告|議決|承認|諮問|確認|連絡|討議|懇談|決議)(?:事項|案件|議案)';
/** `（審議事項）`, `（報告事項）` within `７．議事`, over the numbers of its items */
export const KIND_OF_BUSINESS = new RegExp(`^[（(〈<＜《≪〔［[]${BUSINESS_KIND}[）)〉>＞》≫〕］\\]]$`, 'u');

/** `（前回議事概要）`, `（その他）`, beside `（審議事項）` */
export const OTHER_BUSINESS = /^[（(〈<＜《≪〔［[](?:前回の?議事(?:録|概要|要旨)(?:の?確認)?|その他)[）)]$/u;

/** `會議ニ附シタル事件`, over what was on the agenda */
export const BUSINESS = /^(?:本日の)?会議[にニ][付附]/u;

/** `事務局` over its people, behind a list that goes farther in */
export const isGroupAlone = (shapes: readonly Shape[], index: number): boolean =>
  /^(?:議会)?事務局$/u.test(shapes[index]?.line.text ?? '') &&
  shapes[index]?.line.indent === 0 &&
  isDedented(shapes, index) &&
  shapes[index + 1]?.line.gap === 0;

/** `会議資料` over `　資料１　…` and the next, farther in */
const isOverDeeper = (shapes: readonly Shape[], index: number): boolean => {
  const [here, ...below] = shapes.slice(index, index + 3).map(({ line }) => line);
  return (
    here !== undefined &&
    below.length === 2 &&
    below.every(({ indent, gap }) => gap === 0 && indent > here.indent && indent === below[0]?.indent)
  );
};

/** What stands below a section goes farther in than its title, above this one and below it. */
function isDedented(shapes: readonly Shape[], index: number): boolean {
  const [above, here, below] = [index - 1, index, index + 1].map(at => shapes[at]?.line);
  if (!above || !here || !below) return false;
  return above.indent > here.indent && (below.indent > here.indent || below.gap > 0);
}

/** `第１章　開催の概要　・・・・・・　1` */
export const ENTRY_OF_CONTENTS = /(?:[・.．‥…─―][ \u3000]?){4,}[ \u3000]*[0-9０-９]{1,3}$/u;

/** `図１　Ｒ５－０３の北側の状況` */
const CAPTION = /^[図表写]真?[ \u3000]?[0-9]{1,2}[ \u3000.．：:]/u;

/** `一、日時　…`, `一、場所　…`, `一、議案　…`: 一 before each is a mark, no number. */
function onesIn(shapes: readonly Shape[]): ReadonlySet<number> {
  const found = shapes.flatMap(({ numbering }, index) => (numbering?.style === 'kanji' ? [index] : []));
  const areOnes = found.length >= 3 && found.every(index => shapes[index]?.numbering?.value === 1);
  const hasValue = (index: number): boolean => /\S[ \u3000]+\S/u.test(contentOf(shapes[index] as Shape));
  return new Set(areOnes ? found.filter(hasValue) : []);
}

/** `別記　公開に当たり黒塗りとした箇所`: a part behind the minutes */
const APPENDED = /^(?:別記|別表|別紙|別添|附録|付録)[0-9一二三四五六七八九十]{0,2}[ \u3000]+\S[^。：:]{1,30}$/u;

const IN_BRACKETS = /^[〔［【＜〈《][^〔［【＜〈《。]{2,16}[〕］】＞〉》]$/u;

/** What an agenda is called. */
export const AGENDA =
  /^(?:本日の?)?(?:議題|次第|議事|議事次第|会議次第|議事日程|会議内容|(?:付[議託]|審[議査]|協議|報告|諮問)(?:案件|事項|案項)|案件|(?:審[査議]|協議|付議)した(?:案件|事[件項])|(?:議題|議案)(?:及び|・)(?:審議|協議|報告)(?:事項|案件))$/u;

/** `６．議事次第`, `（１）…`, `（２）…`, a blank line between any two: where numbers one behind the other, nothing between, come to an end. */
function apart(shapes: readonly Shape[], index: number): number {
  const { series } = shapes[index + 1]?.numbering ?? {};
  let to = index + 1;
  const goesOn = ({ numbering, line }: Shape, value: number): boolean =>
    numbering?.series === series && numbering?.value === value && !line.text.includes('。');
  while (series !== undefined && shapes[to] && goesOn(shapes[to] as Shape, to - index)) to++;
  const behind = shapes[to];
  const isOver =
    behind === undefined ||
    ['speech', 'opinion', 'direction'].includes(behind.kind) ||
    /^[（(]?(?:午[前後]|開[会議]|[0-9])/u.test(behind.line.text);
  return to > index + 2 && series !== shapes[index]?.numbering?.series && isOver ? to : index + 1;
}

/** Numbers right below the name of an agenda, to the next blank line or number of its own series: what will be taken up. */
function agendaEntries(shapes: readonly Shape[]): ReadonlySet<number> {
  const found = new Set<number>();
  shapes.forEach((shape, index) => {
    if (!AGENDA.test(contentOf(shape).replace(/[ \u3000]+|[＞>〉》≫】］\]〕]$|[（(]公開[^（）()]*[）)]$/gu, '')))
      return;
    const isEntry = ({ kind, line, numbering }: Shape, at: number): boolean =>
      (line.gap === 0 || (at === index + 1 && (line.indent > shape.line.indent || shape.kind === 'short'))) &&
      (kind === 'numbered' || kind === 'item') &&
      !line.text.includes('。') &&
      (numbering?.series !== shape.numbering?.series || line.indent > shape.line.indent);
    // `〔議決案件〕`, over some of them
    const isGroup = ({ line }: Shape): boolean =>
      line.gap === 0 &&
      (line.indent > shape.line.indent ? IN_BRACKETS.test(line.text) : KIND_OF_BUSINESS.test(line.text));
    // `児童虐待の防止について`, below `1　調査事項`
    const isBelow = ({ kind, line }: Shape, at: number): boolean =>
      kind === 'short' && line.gap === 0 && line.indent > shape.line.indent && shapes[at - 1]?.kind === 'numbered';
    let to = index + 1;
    for (
      let entry = shapes[to];
      entry && (isEntry(entry, to) || isGroup(entry) || isBelow(entry, to));
      entry = shapes[to]
    )
      to++;
    if (to === index + 1) to = apart(shapes, index);
    const behind = shapes[to];
    const isApart = (shapes[index + 1]?.line.gap ?? 0) > 0;
    const isClosed =
      !behind ||
      behind.kind === 'rule' ||
      behind.line.gap > 0 ||
      (!(isApart && behind.numbering === undefined) && behind.numbering?.series === shape.numbering?.series) ||
      (!isApart &&
        behind.kind !== 'speech' &&
        behind.kind !== 'opinion' &&
        (shapes[index + 1]?.line.indent ?? 0) > behind.line.indent);
    // One alone goes farther in than the name of the agenda, and nobody speaks below it.
    const isOne =
      to === index + 2 && (shapes[index + 1]?.line.indent ?? 0) > shape.line.indent && behind?.kind !== 'speech';
    if ((to > index + 2 || isOne) && isClosed) for (let at = index + 1; at < to; at++) found.add(at);
  });
  return found;
}

/**
 * Where sections of the head stand alone behind a blank line, their text right below them, others that stand so are
 * sections too: `審議した案件とその結果` beside `日時`, `場所`, `出席委員`.
 */
function plainSections(shapes: readonly Shape[]): ReadonlySet<number> {
  const talk = shapes.findIndex(({ kind }) => kind === 'speech' || kind === 'opinion');
  const alone = shapes.flatMap(({ kind, line }, index) =>
    kind === 'short' && line.gap > 0 && shapes[index + 1]?.line.gap === 0 && isTitle(line.text) ? [index] : [],
  );
  const known = alone.filter(index => isSection(shapes[index]?.line.text ?? ''));
  const [first] = known;
  const isAlike = (index: number): boolean => {
    const { line } = shapes[index] as Shape;
    return (
      first !== undefined &&
      index > first &&
      index < talk &&
      line.text.length <= 20 &&
      line.indent === shapes[first]?.line.indent &&
      !CLAUSE.test(line.text)
    );
  };
  return new Set(known.length >= 3 ? alone.filter(isAlike) : []);
}

/** `（議事次第）`, `（配布資料）`, alone between blank lines, more than one of them */
function roundSections(shapes: readonly Shape[]): ReadonlySet<number> {
  const found = shapes.flatMap(({ kind, line }, index) => {
    const words =
      kind === 'short' && line.gap > 0
        ? /^[（(](?<words>[^（）()]{2,8})[）)]$/u.exec(line.text)?.groups?.words
        : undefined;
    return words !== undefined && isSection(words) && (shapes[index + 1]?.line.gap ?? 0) > 0 ? [index] : [];
  });
  return new Set(found.length > 1 ? found : []);
}

/** In the middle of its line: `　　　　　　　　　　　　　開　　　　会`. Characters. */
const CENTRED = 8;
export const isCentred = ({ indent }: Pick<Line, 'indent'>): boolean => indent >= CENTRED;

/** Where a section that minutes have is centred, other words that are so are sections too: `公述`, `意見の陳述`. */
function centredSections(shapes: readonly Shape[]): ReadonlySet<number> {
  const alone = shapes.flatMap(({ kind, line }, index) =>
    kind === 'short' && isCentred(line) && CENTRED_WORDS.test(line.text) ? [index] : [],
  );
  const opens = (index: number): boolean => {
    const { line } = shapes[index] as Shape;
    const next = shapes[index + 1]?.kind;
    return readTimes(line.text).start === undefined && next !== undefined && OPENED.includes(next);
  };
  return new Set(alone.some(index => isSection(shapes[index]?.line.text ?? '')) ? alone.filter(opens) : []);
}
const CENTRED_WORDS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,12}$/u;
/** What a section begins with. */
const OPENED: readonly Shape['kind'][] = ['speech', 'numbered', 'direction', 'bracketed'];

/** `　　　　　　　　　　　　　　　　　　　　　　　【承認　賛成9，反対0】`: a result, no heading. Characters. */
const AT_THE_RIGHT = 20;

/** The next number of an indented list, below the points of the number before it. */
function goesOnInList(shapes: readonly Shape[], index: number): boolean {
  const { numbering, line } = shapes[index] as Shape;
  if (line.indent === 0 || shapes[index - 1]?.kind !== 'item' || isSection(contentOf(shapes[index] as Shape)))
    return false;
  for (let at = index; (shapes[at]?.line.gap ?? 1) === 0; at--) {
    const before = shapes[at - 1];
    if (before?.line.indent !== line.indent || before.numbering?.series !== numbering?.series) continue;
    return before?.numbering?.value === (numbering?.value ?? 0) - 1;
  }
  return false;
}

/**
 * Numbers one below the other that are no list: the next number of their series stands apart, behind what was said
 * (`1　開会`, `2　挨拶`, talk, `3　議事`). The numbers of an agenda begin anew behind it.
 */
function adjacentSections(shapes: readonly Shape[]): ReadonlySet<number> {
  const found = new Set<number>();
  const follows = (index: number): boolean => {
    const [first, second] = [shapes[index]?.numbering, shapes[index + 1]?.numbering];
    return (
      first !== undefined &&
      shapes[index + 1]?.line.gap === 0 &&
      second?.series === first.series &&
      second.value === first.value + 1
    );
  };
  // From the last line to the first: where the next number of each series stands, and the next sentence.
  const behind = new Map<string, number>();
  let sentence = shapes.length;
  for (let to = shapes.length - 1; to >= 0; to--) {
    const { numbering, line } = shapes[to] as Shape;
    if (numbering && !follows(to) && follows(to - 1)) {
      const at = behind.get(numbering.series) ?? -1;
      const next = shapes[at];
      const isApart = next !== undefined && (next.line.gap > 0 || next.line.indent === line.indent);
      const goesOn = sentence < at && isApart && next.numbering?.value === numbering.value + 1;
      let from = to;
      while (goesOn && follows(from - 1)) from--;
      const run = goesOn ? shapes.slice(from, to + 1) : [];
      if (run.every(shape => isTitle(contentOf(shape)))) for (const index of run.keys()) found.add(from + index);
    }
    if (numbering) behind.set(numbering.series, to);
    if (line.text.includes('。')) sentence = to;
  }
  return found;
}

/** No sentence, no value behind a gap: `5　説明員　　財政部長　花咲野　稔` */
const isTitle = (text: string): boolean => !/。|[ \u3000]{2}/u.test(text);

/** Bills and parts of a budget keep the number that they have outside of the meeting; a mark has none. */
const OF_THEIR_OWN: readonly Style[] = ['mark', 'bill', 'kan', 'kou', 'moku'];

/** `幹事会`: no value behind it */
const BARE_TITLE = /^[^ \u3000：:。、]{2,12}$/u;

/** `第３　議案第１３号　…`: three bills under one number of the agenda */
const IS_BILL =
  /^(?:議案|認定|承認|報告|同意|諮問|請願|陳情|発議)第[ \u3000]?[0-9一二三四五六七八九十百]+[ \u3000]?号[、，：: \u3000]/u;

function isNumberedHeading(
  shape: Shape,
  previous: Shape | undefined,
  next: Shape | undefined,
  at: { readonly last: Position['last']; readonly isSection: boolean },
): boolean {
  const numbering = shape.numbering;
  const text = contentOf(shape);
  if (!numbering) return false;
  if (HEADED_VALUE.test(text) || isAttendance(text)) return true;
  if (text.length > 90) return false;
  const beside = (other: Shape | undefined, gap: number | undefined) =>
    gap === 0 && other?.numbering?.style === numbering.style;
  // `3　出席委員　…` and `5　会議` are sections, though no blank line stands between them.
  const isBelowValue = previous !== undefined && HEADED_VALUE.test(contentOf(previous));
  if (
    isBelowValue &&
    (isSection(text) || (BARE_TITLE.test(text) && next?.numbering === undefined && next?.line.gap === 0))
  )
    return true;
  // `3.議題`, the numbers of the agenda begin anew below it
  const beginsAnew = beside(next, next?.line.gap) && next?.numbering?.value === 1 && numbering.value > 1;
  if (beginsAnew && isSection(text)) return true;
  // An agenda (1. 開会, 2. 討議) is a list, whatever they say.
  if (!at.isSection && (beside(previous, shape.line.gap) || beside(next, next?.line.gap))) return false;
  if (isSection(text) || OF_THEIR_OWN.includes(numbering.style) || IS_BILL.test(text)) return true;
  if (/。$/u.test(text) && text.length > 45) return false;
  // `（ア）選ぶ案件は、7月末までに事務局へ連絡することとする。`
  if (/[、].*[たるす]。$/u.test(text) && text.length > 24) return false;
  // `一、取り壊すのか、二、移すのか`: points within a sentence
  if (/、[二三四五六七八九]、/u.test(text)) return false;
  // Two sentences are no title: `二　橋について。調べます。`
  if (/。\S/u.test(text)) return false;
  const step = numbering.value - (at.last.get(numbering.series)?.value ?? 0);
  return numbering.value === 1 || (step >= 1 && step <= 2);
}

function isSlideHeading({ line }: Shape, next: Shape | undefined): boolean {
  const limit = /[A-Za-z]{4}/.test(line.text) ? LONGEST_LATIN : LONGEST;
  if (line.gap === 0 || line.text.length > limit || CLAUSE.test(line.text) || ENDS_IN_NUMBER.test(line.text))
    return false;
  if (readDate(line.text)?.index === 0 || !next) return false;
  const closed = /[)）]$/u.test(line.text);
  return next.line.gap > 0 || next.kind === 'item' || next.kind === 'tab' || next.kind === 'pipe' || closed;
}

/** A katakana word over a Latin one: アクティブ over ACTIVE. */
export function isRuby({ line }: Shape, next: Shape | undefined): boolean {
  const below = next?.kind === 'item' ? contentOf(next) : (next?.line.text ?? '');
  return /^[\p{sc=Katakana}ー・]{3,15}$/u.test(line.text) && /^[A-Za-z]{3,}/.test(below);
}

/** `全体会合 1: …`, `全体会合 2: …`: lines with the same word and rising numbers are entries of a list, not headings. */
export function findSeries(shapes: readonly Shape[]): Set<number> {
  const seen = new Map<string, number[]>();
  shapes.forEach(({ kind, line }, index) => {
    const word = /^(\p{L}{2,12})[ \u3000]?[0-9０-９]{1,2}(?![0-9０-９年月日])/u.exec(line.text)?.[1];
    if (word && (kind === 'short' || kind === 'pair')) seen.set(word, [...(seen.get(word) ?? []), index]);
  });
  return new Set([...seen.values()].filter(found => found.length > 1).flat());
}
