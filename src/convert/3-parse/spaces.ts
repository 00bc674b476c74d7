/** Removes white space that the layout left inside Japanese text, and bold marks that cannot be closed. */

import { groupBy, remember } from '@tsuzuri/core/collections';
import type { Change } from '@tsuzuri/core/trace';
import type { Analyzer } from '../morphology/index.ts';
import { HEADED_VALUE, isCentred, isSection } from './headings.ts';
import type { Line, LineContext, Shape } from './lines.ts';
import { readNumbering } from './numbering.ts';
import { GROUP, isSpeakerLabel, SIDE } from './speech.ts';

const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々〆、。「」『』（）・〜～]/u;
const LATIN = /[A-Za-z0-9０-９Ａ-Ｚａ-ｚ%％]/;
const BRACKET = /[()（）]/;
const CLOSED = /[)）」』]/u;
const HIRAGANA = /\p{sc=Hiragana}/gu;
/** A row of names and numbers has none, but for what is said of one: `理　事　新　堂　栄　一　（途中から出席）` */
const LONE_HIRAGANA = /(?<!\S)\p{sc=Hiragana}(?!\S)/gu;
/** White space inside a line, bold marks beside it looked through: `向け **積極的な` */
const SPACE = /(?<left>[^\s*])(?<marksLeft>\**)(?<space>[ \u3000]+)(?<marksRight>\**)(?=(?<right>[^\s*]))/gu;
/** `平成 27 年度`, `令和 ３年 ４ 月` */
const ERA =
  /[ \u3000](?<=(?:令和|平成|昭和|大正|明治)(?:[ \u3000]*[0-9０-９元]+[ \u3000]*[年月])*[ \u3000]*[0-9０-９元]*[ \u3000])[ \u3000]*(?=[0-9０-９元年月日])/gu;
/** Hiragana that no sentence ends in; no one sets a space behind them (0 in 5.7 million characters of Diet speeches). */
const OPEN = /(?![すたるいだんかねよう])\p{sc=Hiragana}/u;
/** A mark that begins something new. */
const MARK = /[○〇◯●◎・※]/u;
/** Words of a head that are set with spaces between their characters: `日 時`, `事 務 局`, `以 上`. */
const SPACED =
  /^(?:日時|場所|会場|内容|議題|議事|議事次第|議事概要|議事要旨|議事録|次第|出席者|欠席者|参加者|事務局|主催|資料|配付資料|配布資料|目次|開会|閉会|討議|挨拶|概要|以上|別紙|参考)$/u;
const LETTER_SPACED = /(?<![\p{L}\p{N}])\p{sc=Han}(?:[ \u3000]+\p{sc=Han}){1,5}(?![\p{L}\p{N}])/gu;

interface Gap {
  readonly left: string;
  readonly right: string;
  /** Offset in the line, length of the white space. */
  readonly at: number;
  readonly length: number;
}

interface SpaceRule {
  readonly rule: string;
  readonly why: string;
  readonly holds: (gap: Gap, line: Line, context: LineContext) => boolean;
}

/** In running text; first match wins. */
const PROSE_RULES: readonly SpaceRule[] = [
  { rule: 'space-wrap', why: '行の折り返しの空白が文中に残っている', holds: isWrap },
  { rule: 'space-latin', why: '和文と英数字・括弧の間は空けない（表記の統一）', holds: isStyle },
];

/** In titles, headings, labels. */
const LABEL_RULES: readonly SpaceRule[] = [
  {
    rule: 'space-wrap',
    why: '行の折り返しの空白が語の途中に残っている',
    holds: (gap, line, context) => afterParticle(gap, line, context) || attested(gap, line, context),
  },
];

export function findSpaces(shapes: readonly Shape[], context: LineContext): Change[] {
  return shapes.flatMap(shape => {
    if (!/[ \u3000]/u.test(shape.line.text)) return [];
    const found = new Map<number, Change>();
    const add = (change: Change) => found.has(change.start) || found.set(change.start, change);
    for (const change of [...eraSpaces(shape.line), ...characterSpaces(shape)]) add(change);
    for (const change of ruledSpaces(shape, context)) add(change);
    return [...found.values()];
  });
}

const remove = (line: Line, at: number, length: number): Pick<Change, 'start' | 'end' | 'ins' | 'by'> => ({
  start: line.start + at,
  end: line.start + at + length,
  ins: '',
  by: 'rule',
});

function eraSpaces(line: Line): Change[] {
  return [...line.text.matchAll(ERA)].map(match => ({
    ...remove(line, match.index, match[0].length),
    rule: 'space-latin',
    why: '和暦の年月日の中は空けない（表記の統一）',
  }));
}

/** Joins a word of the head whose characters are spread over the line, nothing else: 森 敏 may be a name. */
function characterSpaces({ line }: Shape): Change[] {
  return [...line.text.matchAll(LETTER_SPACED)]
    .filter(match => SPACED.test(match[0].replace(/\s/g, '')))
    .flatMap(match =>
      closeGaps(line, [match.index, match[0]]).map(change => ({ ...change, why: '字間を空けて組んだ語を詰める' })),
    );
}

/** White space of a line that stands between single characters, and all that it has. */
const GAP = /(?<=\S)[ \u3000]+(?=\S)/gu;

/**
 * Takes the spaces out of lines that have one behind every character, as OCR layers of PDFs do: before anything else, since
 * neighbours are looked at afterwards. A wider gap stays as one wide space. A row of marks or of single characters
 * (月 火 水, ○ × ○) has no hiragana and stays.
 */
export function closeSpreadLines(lines: readonly Line[]): Change[] {
  const spread = lines.map(isSpread);
  const isSpreadPage = spread.filter(Boolean).length * 2 > lines.filter(({ text }) => text.length >= 8).length;
  return lines.flatMap((line, index) => {
    if (!spread[index] || !(isSpreadPage || (line.text.match(LONE_HIRAGANA)?.length ?? 0) >= 2)) return [];
    return [...line.text.matchAll(GAP)].flatMap(({ 0: gap, index: at }) => {
      const start = line.start + at;
      // `⑵ 今 後 の 日 程`: the number stays apart.
      const ins = gap.length > 1 || (at === 1 && NUMBER_ALONE.test(line.text)) ? '\u3000' : '';
      return gap === ins ? [] : [{ start, end: start + gap.length, ins, by: 'rule' as const, ...SPREAD }];
    });
  });
}

const NUMBER_ALONE = /^[\u2460-\u249B]/u;

/** `議　長　　`, `指 導 主 事 - `: characters of an office, each for itself, then more space or a dash */
const SPREAD_OFFICE =
  /^[○◯〇●◎◆◇△▲□■▽▼]?(?<label>[\p{sc=Han}0-9A-ZＡ-Ｚ]{1,4}(?:(?<gap>[ \u3000]{1,5})\p{sc=Han}(?![\p{sc=Han}\p{sc=Hiragana}]))(?:\k<gap>\p{sc=Han}(?![\p{sc=Han}\p{sc=Hiragana}])){0,6})(?<behind>$|(?=[ \u3000]*[（(：:…‥])|[ \u3000]+[-－–—―][ \u3000]|[ \u3000]+)/u;
/** `議 長（ 香 月 明 良 君 ）`, `企画課長（ 宍 倉 勉 君 ）` */
const SPREAD_NAME =
  /^[○◯〇◎◆]?[ \u3000]?(?<label>[\p{sc=Han}0-9](?:[ \u3000]?[\p{sc=Han}0-9]){0,40}[ \u3000]?[（(][ \u3000](?:[^\s（）()]{1,3}[ \u3000]){1,12}[）)])/u;

/**
 * Closes what a line begins with where its characters stand apart: sections whose name we know, what is centred as they
 * are, and labels of speakers in a document that prints them so again and again.
 */
export function closeSpreadWords(lines: readonly Line[]): Change[] {
  /** `委　員　資料の収集について、…`: no farther from what is said than its own characters */
  const isAgain = comesAgain(lines.map(({ text }) => /^\p{sc=Han}[ \u3000]\p{sc=Han}(?=[ \u3000]\S)/u.exec(text)?.[0]));
  const labels = lines.map(({ text }) => spreadLabel(text, isAgain));
  const areUsual = labels.filter(label => label !== undefined).length >= 2;
  /** `友 清 院 長`, which is `友清院長` on another line */
  const isElsewhere = ([, label]: Part): boolean => {
    const bare = label.replace(/[ \u3000]+/gu, '');
    return lines.some(({ text }) => text === bare || text.startsWith(`${bare}：`));
  };
  /** `委　員`, on a line of its own again and again */
  const isAlone = comesAgain(lines.map(({ text }, index) => (labels[index]?.[1] === text ? text : undefined)));
  const sections = lines.map(({ text }) => spreadSection(text));
  const areCentred = lines.some((line, index) => isCentred(line) && sections[index]?.[1] === line.text);
  return lines.flatMap((line, index) => {
    const centred =
      areCentred && isCentred(line) && SPREAD_EVENLY.test(line.text) ? ([0, line.text] as const) : undefined;
    const label = labels[index];
    const isLabel =
      label &&
      ((areUsual && label[1] !== line.text) || isElsewhere(label) || (label[1] === line.text && isAlone(label[1])));
    const title = index < TITLE && SPREAD_TITLE.test(line.text) ? ([0, line.text] as const) : undefined;
    const word = title ?? sections[index] ?? centred ?? (isLabel ? label : undefined);
    return word === undefined ? [] : closeGaps(line, word);
  });
}

/** Lines that may be the title. */
const TITLE = 4;
/** `霞 浦 県 環 境 影 響 評 価 審 査 会 会 議 録` */
const SPREAD_TITLE =
  /^(?:[\p{L}0-9][ \u3000]){5,40}(?:議[ \u3000]事[ \u3000](?:録|要[ \u3000]旨|概[ \u3000]要)|会[ \u3000]議[ \u3000](?:録|概[ \u3000]要))$/u;

/** `公　　　　述`, `意　見　の　陳　述` */
const SPREAD_EVENLY =
  /^[\p{sc=Han}\p{sc=Hiragana}](?<gap>[ \u3000]{1,8})[\p{sc=Han}\p{sc=Hiragana}](?:\k<gap>[\p{sc=Han}\p{sc=Hiragana}]){0,7}$/u;

/** Part of a line, and where it begins in it. */
type Part = readonly [from: number, text: string];

const closeGaps = (line: Line, [from, text]: Part): Change[] =>
  [...text.matchAll(/[ \u3000]+/gu)].map(({ 0: gap, index }) => ({
    ...remove(line, from + index, gap.length),
    ...SPREAD,
  }));

/** What a section may stand in or behind: `＜会　議　日　時＞`, `［日　時］ 平成22年…`, `◇日　時`, `Ａ．日　時` */
const OPENS_SECTION =
  /^(?:[＜<〈《≪【［[〔](?=[^＞>〉》≫】］\]〕]{2,16}[＞>〉》≫】］\]〕])|[◇◆■□●○◎▼★][ \u3000]?|[A-Z][．.][ \u3000]?)/u;

/** `議　事　の　経　過`, `5　会　　議`, `3　開　　議　　令和6年6月6日　午前10時`, `＜場　　　所＞` */
function spreadSection(text: string): Part | undefined {
  const open = OPENS_SECTION.exec(text)?.[0].length ?? 0;
  const from = open > 0 ? open : (readNumbering(text)?.length ?? 0);
  const close = open > 0 ? text.slice(open).search(/[＞>〉》≫】］\]〕]/u) : -1;
  const words = close > 0 ? text.slice(from, from + close) : text.slice(from);
  // `〔役　　員〕`, alone on its line
  if (close > 0 && from + close === text.length - 1 && SPREAD_EVENLY.test(words)) return [from, words];
  const name = from > 0 && !isSection(words) ? HEADED_VALUE.exec(words)?.groups?.label : words;
  return name &&
    /[\p{sc=Han}\p{sc=Hiragana}][ \u3000]+[\p{sc=Han}\p{sc=Hiragana}]/u.test(name) &&
    (name !== words || isSection(name))
    ? // `出席委員（11人　欠は欠席者）`: what is said in brackets is not spread
      [from, name.replace(/[ \u3000]*[（(].*$/u, '')]
    : undefined;
}

/** Whether words stand again and again. */
function comesAgain(found: readonly (string | undefined)[]): (words: string) => boolean {
  const groups = groupBy(
    found.flatMap(words => words ?? []),
    words => words,
  );
  return words => (groups.get(words)?.length ?? 0) >= AGAIN;
}
const AGAIN = 3;

/** `（会　　長）　…`, `（委 員 Ａ）　…` */
const SPREAD_IN_BRACKETS =
  /^[（(〔【［[](?<label>[\p{sc=Han}0-9](?:[ \u3000]{1,3}[\p{sc=Han}A-Z0-9]){1,6})[）)〕】］\]]/u;

const SAID_BEHIND = /^[^ \u3000]{3,}(?<=[\p{sc=Hiragana}。].*)/u;

function spreadLabel(text: string, isAgain: (label: string) => boolean): Part | undefined {
  if (!/^.{1,40}[ \u3000]/u.test(text)) return undefined;
  const inBrackets = SPREAD_IN_BRACKETS.exec(text)?.groups?.label;
  if (inBrackets !== undefined && isSpeakerLabel(inBrackets.replace(/[ \u3000]+/gu, ''))) return [1, inBrackets];
  const name = /[（(][ \u3000]/u.test(text) ? SPREAD_NAME.exec(text) : null;
  const { label, gap = '', behind = '' } = (name ?? SPREAD_OFFICE.exec(text))?.groups ?? {};
  if (label === undefined || !/[ \u3000]/u.test(label)) return undefined;
  // `会　　長　　皆さん、こんにちは。`: nearer to what is said than its own characters to each other
  const isSaid = SAID_BEHIND.test(text.slice(text.indexOf(label) + label.length + behind.length));
  const isApart = behind === '' || behind.length > gap.length || (isSaid && (behind.length >= 2 || isAgain(label)));
  const bare = label.replace(/[ \u3000]+/gu, '');
  // `法　人：`
  const isSetOff = behind === '' && label.length < text.length;
  const isSpeaker = isSpeakerLabel(bare) || (isSetOff && (SIDE.test(bare) || GROUP.test(bare)));
  return isApart && isSpeaker ? [text.indexOf(label), label] : undefined;
}

const SPREAD = { rule: 'letter-spacing', why: '一文字ごとに読み取られた空白を除く' };

function isSpread({ text }: Line): boolean {
  const pieces = text.split(/[ \u3000]+/u);
  const single = pieces.filter(piece => [...piece].length === 1).length;
  return pieces.length >= 6 && single >= pieces.length * 0.8;
}

function ruledSpaces(shape: Shape, context: LineContext): Change[] {
  const rules = isRunning(shape) ? PROSE_RULES : LABEL_RULES;
  if (['tab', 'pipe', 'closing'].includes(shape.kind)) return [];
  return readGaps(shape).flatMap(gap => {
    const found = rules.find(({ holds }) => holds(gap, shape.line, context));
    return found ? [{ ...remove(shape.line, gap.at, gap.length), rule: found.rule, why: found.why }] : [];
  });
}

/** Running text has a full stop; a heading or a row of names has none. */
const isRunning = ({ line, kind }: Shape): boolean =>
  line.text.includes('。') && kind !== 'numbered' && kind !== 'bracketed';

function readGaps({ line, contentStart }: Shape): Gap[] {
  const first = contentStart + (readNumbering(line.text.slice(contentStart))?.length ?? 0);
  return [...line.text.matchAll(SPACE)].flatMap(match => {
    const { left = '', marksLeft = '', space = '', right = '' } = match.groups ?? {};
    const at = match.index + left.length + marksLeft.length;
    return at < first ? [] : [{ left, right, at, length: space.length }];
  });
}

function isWrap(gap: Gap, line: Line, context: LineContext): boolean {
  if (!JAPANESE.test(gap.left) || !JAPANESE.test(gap.right)) return false;
  // A wide space is set on purpose: 日程第一　国務大臣の演説に関する件
  if (line.text[gap.at] !== ' ' || MARK.test(gap.right) || isForeign(gap, line)) return false;
  if (CLOSED.test(gap.left)) return goesOn(gap, line, context.analyzer);
  if (/[、。]/u.test(gap.left) || /[、。「『（」』）]/u.test(gap.right) || OPEN.test(gap.left)) return true;
  return gain(gap, line, context.analyzer) > 0 && !isFullName(gap, line, context.analyzer);
}

/** `アイ ウィル サポート`: words of another language keep their spaces; one alone may be a wrap (`イン テリジェンス`). */
function isForeign({ at, length }: Gap, { text }: Line): boolean {
  const behind = text.slice(at + length);
  return /[ァ-ヶー]$/u.test(text.slice(0, at)) && /^[ァ-ヶー]/u.test(behind)
    ? /[ァ-ヶー] [ァ-ヶー]+$/u.test(text.slice(0, at)) || /^[ァ-ヶー]+ [ァ-ヶー]/u.test(behind)
    : false;
}

/** `(NICT) による`, `（脅威情報） の分析`; but `（拍手） 本年は` begins something new. */
function goesOn(gap: Gap, line: Line, analyzer: Analyzer): boolean {
  const [, right] = sides(gap, line);
  return /[、。「『（(」』）)]/u.test(gap.right) || /^助(?:詞|動詞)/.test(analyzer.tokenize(right)[0]?.kind ?? '');
}

/** Borders of Japanese and Latin words or figures, with a space and without. */
const BORDER =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])(?<gap> ?)(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?<behind> ?)(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;
/** Least part of the borders that have a space, and least number, where a document sets them so: the scans of our own have 28 % at most. */
const [SET_APART, AT_LEAST] = [0.4, 8];

const setsApart = remember((text: string): boolean => {
  const borders = [...text.matchAll(BORDER)].map(match => match.groups?.gap || match.groups?.behind);
  const spaced = borders.filter(Boolean).length;
  return spaced >= AT_LEAST && spaced >= SET_APART * borders.length;
});

/** `Telecom-ISAC Japan 飯塚会長`: a space before a family name parts the person from the body. */
function isStyle(gap: Gap, line: Line, { analyzer, text }: LineContext): boolean {
  const { left, right } = gap;
  if (setsApart(text)) return false;
  // A wide space is set on purpose, and parts a label from its words: `事務局　2年に分ける`, `○JICA　お答えします`
  if (line.text.slice(gap.at, gap.at + gap.length).includes('\u3000') || endsLabel(gap, line)) return false;
  if (/[A-Za-z]/.test(left) && /人名,姓/.test(analyzer.tokenize(sides(gap, line)[1])[0]?.kind ?? '')) return false;
  if (CLOSED.test(left)) return goesOn(gap, line, analyzer);
  if (BRACKET.test(left + right)) return JAPANESE.test(left) || JAPANESE.test(right);
  if ((line.text.slice(Math.max(0, gap.at - 15), gap.at + 16).match(HIRAGANA)?.length ?? 0) < 3) return false;
  return (JAPANESE.test(left) && LATIN.test(right)) || (JAPANESE.test(right) && LATIN.test(left));
}

/** The mark of a note: `*1 令和3年度の試掘による`, `注2 JICA` */
const NOTE_MARK = /^(?:[*＊※†‡]{1,3}|注)[0-9０-９]{0,2}[)）]?$/u;

/** `事務局 2年に分ける`: what stands before the gap is a label. */
function endsLabel({ at }: Gap, { text }: Line): boolean {
  const before = text.slice(0, at);
  return (
    NOTE_MARK.test(before) || (before.length <= 20 && isSpeakerLabel(before.replace(/^[-*・\s]*[○◯〇●◎]?\s*/u, '')))
  );
}

/** Cost of the text left and right of the gap apart, less the cost of both as one. */
function gain(gap: Gap, line: Line, analyzer: Analyzer): number {
  const [left, right] = sides(gap, line);
  return analyzer.cost(left) + analyzer.cost(right) - analyzer.cost(left + right);
}

/** More than the longest clause that is looked at, so that a long line is not cut again for each of its spaces. */
const WINDOW = 60;

/** The clause on either side, up to the next mark or white space. */
function sides({ at, length }: Gap, line: Line): [string, string] {
  const left =
    /[^\s、。「」（）()*]{1,40}$/u.exec(line.text.slice(Math.max(0, at - WINDOW), at).replace(/\*+$/, ''))?.[0] ?? '';
  const right =
    /^[^\s、。「」（）()*]{1,40}/u.exec(line.text.slice(at + length, at + length + WINDOW).replace(/^\*+/, ''))?.[0] ??
    '';
  return [left, right];
}

/** Read as one, the words on either side are a family name and a given name: `村井 純が説明した`. */
function isFullName(gap: Gap, line: Line, analyzer: Analyzer): boolean {
  const [left, right] = sides(gap, line);
  let end = 0;
  const whole = analyzer.tokenize(left + right).map(word => {
    end += word.surface.length;
    return { end, kind: word.kind };
  });
  const seam = whole.findIndex(word => word.end === left.length);
  return /人名,姓/.test(whole[seam]?.kind ?? '') && /人名/.test(whole[seam + 1]?.kind ?? '');
}

/** `政策の 取組について`: no one sets a space behind a particle. */
function afterParticle(gap: Gap, line: Line, { analyzer }: LineContext): boolean {
  if (!/[のをにはがとでへ]/u.test(gap.left) || !JAPANESE.test(gap.right) || line.text[gap.at] !== ' ') return false;
  const [left, right] = sides(gap, line);
  return left.length > 2 && right.length > 1 && /^助詞/.test(analyzer.tokenize(left).at(-1)?.kind ?? '');
}

/** `予知即応 プロジェクト` where the page has 予知即応プロジェクト elsewhere. */
function attested(gap: Gap, line: Line, { text }: LineContext): boolean {
  if (!JAPANESE.test(gap.left) || !JAPANESE.test(gap.right)) return false;
  const [left, right] = sides(gap, line);
  // A wide space is set on purpose: 第12回　デジタル基盤整備部会.
  if (line.text[gap.at] !== ' ') return false;
  return left.length >= 4 && right.length >= 4 && text.includes(left.slice(-4) + right.slice(0, 6));
}

// Bold marks that CommonMark cannot close.

/** Bold of the scan: `**米国と合意**` */
const BOLD = /(?<before>.?)\*\*(?=\S)(?<words>[^*\n]+?)(?<=\S)\*\*(?<behind>.?)/gu;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const EDGE = /^\s?$/u;

/**
 * A mark beside punctuation opens or closes only if punctuation or white space stands on its other side too
 * (CommonMark 0.31, 6.2): `**演習(CYDER)**を実施` would show its stars to every reader but those who know Japanese.
 */
export function findUnclosedBold(text: string): Change[] {
  const changes: Change[] = [];
  for (const match of text.matchAll(BOLD)) {
    const { before = '', words = '', behind = '' } = match.groups ?? {};
    if (flanks(before, words.charAt(0)) && flanks(behind, words.slice(-1))) continue;
    const open = match.index + before.length;
    for (const start of [open, open + 2 + words.length])
      changes.push({ start, end: start + 2, ins: '', rule: 'bold', by: 'rule', why: '閉じられない強調の印を除く' });
  }
  return changes;
}

const flanks = (outside: string, inside: string): boolean =>
  !PUNCTUATION.test(inside) || EDGE.test(outside) || PUNCTUATION.test(outside);
