/** Gives each printed line one class, by its shape and its neighbours. */
import { newForms } from '@tsuzuri/core/old-kanji';
import type { Analyzer } from '../morphology/index.ts';
import { FRAMED, isAttendance, isSection } from './headings.ts';
import { type Numbering, readNumbering, type Style, seriesOf } from './numbering.ts';
import {
  isSpeakerLabel,
  joinBroken,
  LONGEST_MARKED,
  type Notation,
  notationOf,
  OPINION,
  readLabel,
  type SpeechStart,
} from './speech.ts';

/** A line of the clean text; offsets in UTF-16 units. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Without its white space at both ends, as the document has it; `start` and `end` fit it. */
  readonly printed: string;
  /** As it is read: with 、 and 。 where the document has ， and ．. */
  readonly text: string;
  readonly indent: number;
  /** Blank lines before it, pictures that were lost included. */
  readonly gap: number;
}

/** What a line is compared with: the whole text, in which a word may stand uncut, and the analyzer. */
export interface LineContext {
  readonly text: string;
  readonly analyzer: Analyzer;
}

export type Kind =
  | 'marked'
  | 'picture'
  | 'closing'
  | 'rule'
  | 'pipe'
  | 'tab'
  | 'direction'
  | 'speech'
  | 'opinion'
  | 'item'
  | 'numbered'
  | 'bracketed'
  | 'note'
  | 'page'
  | 'pair'
  | 'prose'
  | 'short';

/** A line and what its shape says. */
export interface Shape {
  readonly line: Line;
  readonly kind: Kind;
  /** Offset in the line at which its content begins, behind marks that come back as Markdown. */
  readonly contentStart: number;
  readonly numbering?: Numbering;
  readonly label?: SpeechStart;
  /** Of a heading that is marked as one: 1 to 6. */
  readonly depth?: number;
  /** A person says that a slide begins here. */
  readonly beginsSlide?: true;
  /** Of a pair: range of the label. */
  readonly pair?: readonly [number, number];
}

/** Ends of lines, form feeds (page breaks) too. */
const LINE = /[^\n\r\f\v\u2028\u2029\u0085]+/g;
const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/g;

const COMMA = /(?<![0-9０-９])，|，(?![0-9０-９])/gu;
/** `述べた．`, `（石垣理事）．`; in `１．議事` it is part of the number. */
const STOP = /．(?<=[\p{sc=Hiragana}\p{sc=Katakana}」』）)]．)/gu;

/** Gives 、 and 。 to a document that is written with ， and ．: character by character, so that offsets stay. */
function withUsualStops(text: string): string {
  const stops = text.match(STOP)?.length ?? 0;
  const read = text.includes('，') ? text.replace(COMMA, '、') : text;
  return stops > (text.match(/。/gu)?.length ?? 0) ? read.replace(STOP, '。') : read;
}

export function readLines(text: string): Line[] {
  const usual = withUsualStops(text);
  const lines: Line[] = [];
  let last = 0;
  for (const match of text.matchAll(LINE)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    const gap = Math.max(0, (text.slice(last, match.index).match(LINE_END)?.length ?? 0) - 1);
    lines.push({
      start,
      end: start + trimmed.length,
      printed: trimmed,
      text: usual.slice(start, start + trimmed.length),
      indent: start - match.index,
      gap: last === 0 ? gap + 1 : gap,
    });
    last = start + trimmed.length;
  }
  return lines;
}

/** `## 1. 開会`: what other converters write as a heading; their output may hold the mark twice (`# # 議事録`) */
const MARKED = /^(?<marks>#{1,6})[ \u3000]+(?:#{1,6}[ \u3000]+)*(?=\S)/u;
/** `![](_page_2_Picture_3.jpeg)`, `<!-- image -->`, `<!-- PageFooter: 議事録 2/4 -->`: what other converters leave of pictures and pages; `このページの先頭へ戻る`, what a site has around a text */
export const MARK_OF_CONVERTER =
  /^(?:!\[(?:img|image|picture|figure)?[\s\d]*\]\([^)]*\)|<!--[\x20-\x7e]*-->|<!-- ?(?:page ?(?:header|footer|number|break)?|figure ?content)\b[^<>]*-->|\{\{ ?page[^{}]{0,20}\}\}|\{[0-9]{1,4}\}-{5,}|(?:この)?ページの(?:先頭|トップ|上部)[へに](?:戻る|移動)?|(?:page ?top|トップへ戻る)|(?:ホーム|トップ(?:ページ)?|現在地|home)[ \u3000]*(?:＞|>|›|»|\/).{2,160}|文字サイズ(?:の?変更)?.{0,20}|[前次]の(?:文書|ページ|発言)へ(?:[ \u3000].{0,40})?|copyright[ (（©].{0,90}|©.{0,60}all rights reserved\.?)$/iu;
/** The same with words of its own, `$$` */
const PICTURE = /^(?:!\[[^\]]*\]\([^)]*\)|<!--.*-->|\$\$)$/u;
/** `— 以 上 —`, `(以 上)`, `－以上－` */
const CLOSING = /^[（(―—－–\-ー─\s]*(?:以\s*上|了)[)）―—－–\-ー─\s。]*$/u;
/** `――――◇―――――`, `* * *`: a line of marks between two parts */
const RULE = /^(?:[―─—－–◇◆*＊・…_=＝\s-]{3,}|[-_*]{3,}|(?:[―─—－–-]{3,}\s*[〇○◯◎]\s*)+[―─—－–-]{3,})$/u;
/** `| 1. 安全基準等 | 対策途上や… |`, `- | | |` */
const PIPE = /^(?:[-*]\s+)?\|.*\|$/u;
/** What a stage direction ends with; one word alone is one, too. */
const ACTS =
  '説明|朗読|報告|紹介|あり|アリ|なし|ナシ|声|拍手|休憩|再開|退席|退室|退出|入室|入場|退場|着席|挙手|登壇|降壇|出席|到着|挨拶|了承|承認|採決|起立|(?:起立|挙手)(?:全員|多数|少数|なし)|省略|略|笑い?|終了|開始|中止|停止|行われた|述べた|配[布付]|手交|投影|上映|撮影|頭撮り';
/** `【事務局から、…報告書(案)…について説明】`, `(「異議なし」と声あり)`, `〔拍手〕`; not `(1) 説明`, `【報告】` */
const DIRECTION = new RegExp(
  `^(?:[―─—－–‐-]{1,2}\\s*[^―─—－–‐。-]{0,40}(?:${ACTS})\\s*[―─—－–‐-]{1,2}$|【(?:休憩|再開)[^】]*】|【[^】]{0,10}(?:休憩|再開|入室|退室|退席|退出|着席|登壇|降壇|拍手|起立)】|【(?=[^】]*[からよりにがはを、])[^】]*(?:${ACTS}|確認)】|[＜<〈《](?:[^＜<〈《＞>〉》]{0,30}(?:[声聲]|者)(?:あり|多し|なし)|[^＜<〈《＞>〉》]{0,30}(?:入室|退室|退席|着席|休憩|再開)|(?:全員)?(?:了承|異議なし|承認|拍手|賛成|挙手))[＞>〉》]|[（(〔［[](?![0-9０-９]{1,2}[)）])(?:[^（）()]|[（(][^（）()]*[)）])*(?:${ACTS})(?:[スズ]|スル|セリ|。?約?[0-9]{1,3}分|[ \\u3000]+午[前後][0-9〇零一二三四五六七八九十時分]{2,10})?[）)〕］\\]])。?$`,
  'u',
);
/** `（賛成５名、反対０名）`, `（録画終了　01:14:02）` */
const COUNT_OR_RECORDING =
  /^[（(〔](?:(?:以下|これより|ここから)[、，]?[ \u3000]?(?:非公開|公開|省略|略)|(?:賛成|反対|挙手|起立)(?:者|の者)?[ \u3000]?[0-9〇一二三四五六七八九十]{1,3}[名人]|全会一致|可否同数|資料確認|各委員(?:採点|記入|投票)|録画|録音|チャット|画面共有|音声)[^（）()〔〕]{0,60}[）)〕]$/u;
/** `起立者五名`, `贊成者アリ`, `「異議ナシ」ト呼フ者多シ`, `一同異議ナシ` */
const ACT =
  /^(?:(?:起立|挙手|賛成)者[ \u3000]?(?:[0-9〇一二三四五六七八九十]{1,3}[名人]|多数|全員|少数|あり|アリ)|「[^」]{1,12}」[とト](?:[呼称言云][ぶうフ]|[呼称]フル)[者声][^。]{1,6}|一同(?:異議ナ[シク]|賛成|承認|拍手)[^。]{0,8})。?$/u;
/** `（事務局から、資料1に基づき説明があった。）` */
const NARRATED =
  /^[（(〔【](?=.*(?:説明|報告|意見|質疑|発言|紹介|了承|承認|議論|休憩|退席|挨拶|採決|朗読))(?:[^（）()]|[（(][^（）()]*[）)])*(?:あった|行われた|行った|なされた|された|述べた|した)。?[）)〕】]$/u;
/** `～挙手全員～` */
const BETWEEN_WAVES = /^[～〜][^～〜。]{2,30}[～〜]$/u;
/** `→　全員異議なく承認。`, `＊全員賛成で決定`, `〔結論〕　訓告が相当と認める。`: what came of it; `【これより非公開】`: what is left out */
const RESULT = new RegExp(
  [
    '^(?:[→⇒＊※][ \\u3000]*[^。：:「」]{0,30}(?:承認|可決|否決|了承|決定|採択|同意|異議なし|継続審[査議])',
    '(?:する|した|とする|と?され(?:た|ました)|と?なった|となりました)?。?(?:[（(][^（）()]*[)）])?',
    '|[〔［【](?:結論|結果|決定|決議|議決|採決|合意)[〕］】][ \\u3000]*[^。]{2,60}。',
    '|【(?:これより|これ以降|ここから|ここまで|以下)[^】]{1,20}】)$',
  ].join(''),
  'u',
);
/** `－ 2 －`, `- 3 -`, `4/12`: the number of a printed page; it is text, but no entry of a list */
const PAGE_NUMBER =
  /^(?:[-－—–―‐]\s*[0-9０-９]{1,3}\s*[-－—–―‐]|[0-9０-９]{1,3}\s*[/／]\s*[0-9０-９]{1,3}\s*(?:ページ|頁)?)$/u;
/** `- ・`, `- ◇ `, `・`, `✓ `, `* `: the marks, what comes behind them */
const ITEM = /^(?:(?:[-*+•‣▪–]\s+)(?:[・◇◆✓✔➢➤▶►■□●○◯▪]\s*)?|[・◇◆✓✔➢➤▶►■□▪•]\s*|[－—–―][ \u3000]+)(?=\S)/u;
/** `※本文`, `*1　…`, `(注) …`, `（参考）…`, `注1）`, `*パネル` */
const NOTE = /^(?:※|＊|\*[0-9]{1,2}[ \u3000]|[（(]注[0-9０-９]*[)）]|[（(]参考[)）]\s+|注[0-9０-９]*[)）：:])/u;
/** `<報告1>`, `＜討議＞`, `【決定事項】`, `≪議事≫`, `【需要】経営層の意識改革` */
const BRACKETED =
  /^(?:[<＜〈《≪](?=[^<>＜＞]{1,40}[>＞〉》≫]$)|【(?=[^】]{1,30}】[^。]{0,40}$)|[［[](?=[^\]］]{1,30}[\]］]$))/u;
/** `日 時: 平成25年…`, `参加者：…`, `場所　中央合同庁舎` */
const PAIR = /^(?<label>[^\s：:、。（）()「」]{1,2}(?:[\s　]*[^\s：:、。（）()「」]){0,10})\s*[：:]\s*(?=\S)/u;
/** A sentence, or a part of one. */
const SENTENCE = /[。]|[、，](?![0-9]).{8,}/u;

type Test = (line: Line, notation: Notation, next: Line | undefined) => Omit<Shape, 'line' | 'kind'> | undefined;

const at = (contentStart: number): { contentStart: number } => ({ contentStart });
const matching =
  (pattern: RegExp): Test =>
  line =>
    pattern.test(line.text) ? at(0) : undefined;
const behind =
  (pattern: RegExp): Test =>
  line => {
    const match = pattern.exec(line.text);
    return match ? at(match[0].length) : undefined;
  };

/** The order is the rule: the first class whose test holds is the line's. */
const SHAPES: readonly (readonly [Kind, Test])[] = [
  ['marked', marked],
  ['picture', matching(PICTURE)],
  ['closing', matching(CLOSING)],
  ['rule', matching(RULE)],
  ['pipe', matching(PIPE)],
  ['tab', ({ text }) => (text.includes('\t') && !BEFORE_TAB.test(text) ? at(0) : undefined)],
  ['direction', ({ text }) => (DIRECTION.test(newForms(text)) ? at(0) : undefined)],
  ['direction', matching(BETWEEN_WAVES)],
  ['direction', matching(RESULT)],
  ['direction', matching(NARRATED)],
  ['direction', matching(COUNT_OR_RECORDING)],
  ['direction', ({ text }) => (ACT.test(newForms(text.replace(/^[（(〔]|[）)〕]$/gu, ''))) ? at(0) : undefined)],
  ['speech', speech],
  ['opinion', opinion],
  ['bracketed', matching(BRACKETED)],
  ['bracketed', matching(FRAMED)],
  ['numbered', numbered],
  ['page', matching(PAGE_NUMBER)],
  ['item', (line, notation) => circleItem(line) ?? behind(ITEM)(line, notation, undefined) ?? dashItem(line)],
  ['note', matching(NOTE)],
  ['pair', pair],
  ['prose', matching(SENTENCE)],
  ['short', () => at(0)],
];

/** `瀬戸内:	資料3-1について、…`, `1　日時	2022年8月24日（水）`: no row of a table */
const BEFORE_TAB = /^[^\t：:]{1,20}[：:]\t[^\t]*。|^[0-9]{1,2}[．.]?[ \u3000][^\t]{1,12}\t[^\t]*$/u;

function marked({ text }: Line, { spacesMarks }: Notation): ReturnType<Test> {
  const match = MARKED.exec(text);
  if (!match) return undefined;
  const depth = spacesMarks ? match[0].replace(/[^#]+/gu, '').length : match.groups?.marks?.length;
  return { contentStart: match[0].length, depth: Math.min(6, depth ?? 1) };
}

function speech(line: Line, notation: Notation, next: Line | undefined): ReturnType<Test> {
  const label = readLabel(line.text, notation, next?.text);
  // `葛城卓（総務部長）、橘淳` and below it, far in, `（財務部長）`: the rest of a list
  const isRest = label?.form === 'bracket' && label.contentStart >= line.text.length && line.indent >= FAR_IN;
  if (isRest && (next?.gap ?? 1) > 0) return undefined;
  return label && { contentStart: label.contentStart, label };
}

/** Characters. */
const FAR_IN = 6;

/** `○言葉の使い方だが、…出てくる。`, but not where the mark opens headings and no sentence follows */
function opinion(line: Line, notation: Notation, next: Line | undefined): ReturnType<Test> {
  if (HIDDEN_NAME.test(line.text)) return undefined;
  const isHeading = notation.headingMarks.has(line.text.charAt(0)) && !line.text.includes('。');
  return isHeading ? undefined : behind(OPINION)(line, notation, next);
}

/** `○○委員は少し遅れると…`: a name that was left out, no mark */
const HIDDEN_NAME = /^[○◯〇]{2}(?!\s)/u;

/** These stand before a few words: with a sentence behind it the number belongs to the sentence. */
const OF_TITLES: readonly Style[] = ['mark', 'bill', 'item', 'part', 'chapter', 'section', 'kan', 'kou', 'moku'];

function numbered(line: Line, notation: Notation): ReturnType<Test> {
  const numbering = readNumbering(line.text, notation.numbered) ?? markOf(line, notation);
  if (
    numbering &&
    OF_TITLES.includes(numbering.style) &&
    (line.text.includes('。') || line.text.length > LONGEST_MARKED)
  )
    return undefined;
  return numbering && { contentStart: numbering.length, numbering };
}

/** `○場所`, `○出席職員`, `◇日時` */
const isCircledSection = (text: string): boolean =>
  /^[○◯〇●◎◇◆□■△▲]/u.test(text) &&
  (/^.[ \u3000]*(?:追加)?日程第[ \u3000]?[0-9一二三四五六七八九十]/u.test(text) ||
    isSection(text.slice(1).trim()) ||
    isAttendance(text.slice(1).trim()));

/** `△日程第1　会期の決定`, where the document opens headings so. */
const markOf = ({ text }: Line, { headingMarks }: Notation): Numbering | undefined =>
  headingMarks.has(text.charAt(0)) || isCircledSection(text)
    ? { ...seriesOf('mark', text), value: 1, length: /^.\s*/u.exec(text)?.[0].length ?? 1 }
    : undefined;

/** `○議題：次期行動計画について`: a circle before a few words that are not a sentence is a list mark. */
function circleItem(line: Line): ReturnType<Test> {
  if (HIDDEN_NAME.test(line.text)) return undefined;
  const match = /^[○◯〇●◎]\s*(?=\S)/u.exec(line.text);
  return match ? at(match[0].length) : undefined;
}

/** `－欠席が続く生徒は３名`, indented: a dash without a space behind it */
function dashItem({ text, indent }: Line): ReturnType<Test> {
  return indent > 0 && /^[－―—‐-](?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u.test(text) ? at(1) : undefined;
}

function pair(line: Line): ReturnType<Test> {
  const match = PAIR.exec(line.text);
  const label = match?.groups?.label;
  if (!match || label === undefined || isSpeakerLabel(label)) return undefined;
  return { contentStart: match[0].length, pair: [0, label.length] };
}

/** The lines of a document, each with its class. @param chosen forms of labels that a person has named */
export function shapesOf(lines: readonly Line[], chosen?: readonly string[]): Shape[] {
  const notation = notationOf(lines, chosen);
  return lines.map((line, index) => shapeOf(line, notation, nextSaid(lines, index)));
}

/** The line below, on the next page where a number of a page stands between, with what it was broken from. */
function nextSaid(lines: readonly Line[], index: number): Line | undefined {
  const at = PAGE_NUMBER.test(lines[index + 1]?.text ?? '') ? index + 2 : index + 1;
  const [next, behind] = [lines[at], lines[at + 1]];
  return next && { ...next, text: joinBroken(next.text, behind?.text) };
}

function shapeOf(line: Line, notation: Notation, next: Line | undefined): Shape {
  for (const [kind, test] of SHAPES) {
    const found = test(line, notation, next);
    if (found) return { line, kind, ...found };
  }
  return { line, kind: 'short', contentStart: 0 };
}
