/** Reads the number in front of a heading or of a list item. */
import { newForms } from '@tsuzuri/core/old-kanji';
import { readNumber } from './wareki.ts';

export type Style =
  | 'part'
  | 'chapter'
  | 'section'
  | 'kan'
  | 'kou'
  | 'moku'
  | 'capitals'
  | 'letter'
  | 'mark'
  | 'article'
  | 'item'
  | 'agenda'
  | 'bill'
  | 'team'
  | 'roman'
  | 'kanji'
  | 'kanjis'
  | 'digit'
  | 'dotted'
  | 'decimal'
  | 'decimals'
  | 'angle'
  | 'bracket'
  | 'closed'
  | 'circled'
  | 'iroha'
  | 'kana'
  | 'kanas'
  | 'romans'
  | 'latin';

export interface Numbering {
  readonly style: Style;
  /** Which numbers it belongs with: those of its style; a mark with its like. */
  readonly series: string;
  readonly value: number;
  /** Length of number, mark, white space. */
  readonly length: number;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
const LATIN_NUMBERS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const KANA = 'アイウエオカキクケコサシスセソタチツテト';
const IROHA = 'イロハニホヘトチリヌルヲ';

/** A and a are 1. */
function letterNumber(letter: string): number {
  return letter.normalize('NFKC').toLowerCase().charCodeAt(0) - 96;
}

interface NumberForm {
  readonly style: Style;
  readonly pattern: RegExp;
  readonly value: (digits: string) => number;
  /** The form has other uses: it holds only where the lines of a document run on in it, or as they show otherwise. */
  readonly counted?: true | ((lines: readonly string[]) => boolean);
}

const YEAR = '(?:19|20|１９|２０)[0-9０-９]{2}年';
const DOTTED = /^([0-9０-９]{1,2})[．.](?![0-9０-９])\s*(?=[^\d\s０-９/／])/u;
const SPACED = /^([0-9０-９]{1,2})[ \u3000]\s*(?=[^\d\s０-９/／])/u;

/** From the widest section to the narrowest: this order is the order of depth, too. */
export const NUMBER_FORMS: readonly NumberForm[] = [
  // `第二部　資料`, `DAY 1　…`
  {
    style: 'part',
    pattern: /^(?:第\s*([0-9０-９一二三四五六七八九十]{1,3})\s*[部編]\s*|(?:part|day)[ ]([0-9]{1,2})[:：.　 ]+)/iu,
    value: readNumber,
  },
  // `第1章 総則`
  {
    style: 'chapter',
    pattern: /^(?:第\s*([0-9０-９一二三四五六七八九十]{1,3})\s*章\s*|chapter[ ]([0-9]{1,2})[:：.　 ]+)/iu,
    value: readNumber,
  },
  // `第1節 除雪の体制`
  { style: 'section', pattern: /^第\s*([0-9０-９一二三四五六七八九十]{1,3})\s*節\s*/u, value: readNumber },
  // `第3款　民生費`, `第1項　社会福祉費`, `第3目　老人福祉費`: of a budget
  { style: 'kan', pattern: /^第\s*([0-9一二三四五六七八九十]{1,3})\s*款[ 　]+/u, value: readNumber },
  { style: 'kou', pattern: /^第\s*([0-9一二三四五六七八九十]{1,3})\s*項[ 　]+/u, value: readNumber },
  { style: 'moku', pattern: /^第\s*([0-9一二三四五六七八九十]{1,3})\s*目[ 　]+/u, value: readNumber },
  // `I．議事録確認`, `II.審議事項`, in letters
  {
    style: 'capitals',
    pattern: /^(I{1,3}|IV|VI{0,3}|IX|X)[．.][ 　]*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u,
    value: digits => LATIN_NUMBERS.indexOf(digits) + 1,
    counted: true,
  },
  // `A．日時`, `B．場所`, `C．出席者`
  {
    style: 'letter',
    pattern: /^([A-Z])[．.]\s*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/u,
    value: letterNumber,
    counted: true,
  },
  // `■日時：…`, `◆ 議事概要`: a mark that stands for a number
  { style: 'mark', pattern: /^([■◆▼★])\s*/u, value: () => 1 },
  // `第１　開催日時及び場所`
  { style: 'article', pattern: /^第\s*([0-9０-９一二三四五六七八九十]{1,3})[ 　]+/u, value: readNumber },
  // `日程第1　会期の決定`, `日程第二、…`, `日程番号１　…`
  {
    style: 'item',
    pattern: /^(?:追加)?日程(?:第|番号)?\s*([0-9０-９一二三四五六七八九十]{1,3})番?[、，．.　 ]+/u,
    value: readNumber,
  },
  // `議題1 …`, `議題（２）…`, `議事１：…`, `報告事項1`, `SESSION A　…`
  {
    style: 'agenda',
    pattern:
      /^(?:(?:議題|議案|議事|案件|次第|報告事項|審議事項|(?:報告|審議|協議|決議|確認)(?=[0-9０-９]{1,2}[．.]))[ 　]?[（(]?[ 　]?([0-9０-９]{1,2}|[①-⑳](?=[：:．.　 ]))[)）]?\s*[：:．.　 ]*|(?:session|(?:agenda )?item)[ ]([0-9]{1,2}|[A-Z])[:：.　 ]+)/iu,
    value: place => (/[A-Z]/i.test(place) ? letterNumber(place) : readNumber(place.normalize('NFKC'))),
  },
  // `議案第12号　…`, `認定第1号`, `第1号議案　…`
  {
    style: 'bill',
    pattern:
      /^(?:(?:議案|認定|承認|報告|同意|諮問|請願|陳情|発議|公述|陳述|動議|決議|[議報諮認同承発])第\s*([0-9０-９一二三四五六七八九十百]{1,4})(?:[-－―の][0-9０-９]{1,3})?\s*号|第\s*([0-9０-９一二三四五六七八九十百]{1,4})\s*号(?:議案(?=[、，：:　 ])|(?=[　 ].*(?:[ノの]件|について)$)))[、，：:　 ]+/u,
    value: readNumber,
  },
  // `Ａグループ　「入りやすい玄関」`, `第1班　…`: each part of a workshop
  {
    style: 'team',
    pattern: /^第?[ ]?([0-9０-９]{1,2}|[A-ZＡ-Ｚ])[ ]?(?:グループ|班|チーム)[：:　 「『]\s*/u,
    value: name => (/[A-ZＡ-Ｚ]/.test(name) ? letterNumber(name) : readNumber(name)),
    counted: true,
  },
  // `Ⅰ 背景`, `Ⅱ．経緯`
  {
    style: 'roman',
    pattern: new RegExp(`^([${ROMAN}])[．.、　 ]*`, 'u'),
    value: digits => ROMAN.indexOf(digits) + 1,
  },
  // `一　日時`, `二、場所`
  { style: 'kanji', pattern: /^([一二三四五六七八九十]{1,2})[．.、　 ]\s*/u, value: readNumber },
  // `（一）提案の説明`
  { style: 'kanjis', pattern: /^[（(]\s*([一二三四五六七八九十]{1,2})\s*[)）]\s*/u, value: readNumber },
  // `1. 審査会委員`, `2. 事務局` below `３　出席者`, where numbers with a point lie within those with a space
  {
    style: 'dotted',
    pattern: DOTTED,
    value: readNumber,
    counted: hasDottedWithin,
  },
  // `1 日時`, `１．議事`, `2. 開催概要`, `１　２０２２年度の…`
  {
    style: 'digit',
    pattern: new RegExp(
      String.raw`^([0-9０-９]{1,2})(?:[．.](?!(?!${YEAR})[0-9０-９])\s*|[、　 ]\s*)(?=[^\d\s０-９/／]|${YEAR})`,
      'u',
    ),
    value: readNumber,
  },
  // `1.1 前回の議事録`, `１－２　経緯`, `A-1　測り方`, `2-a．規程の案について`
  {
    style: 'decimal',
    pattern:
      /^(?:[0-9０-９]{1,2}|[A-Z](?=[-－‐]))[.．－‐-](?:([0-9０-９]{1,2})[.．]?[ 　]+|([a-z])[.．][ 　]*)(?=[^\d\s０-９])/u,
    value: place => (/[a-z]/.test(place) ? letterNumber(place) : readNumber(place)),
  },
  // `2.1.3 寸法`
  {
    style: 'decimals',
    pattern: /^[0-9０-９]{1,2}(?:[.．－‐-][0-9０-９]{1,2})[.．－‐-]([0-9０-９]{1,2})[.．]?[ 　]+(?=[^\d\s０-９])/u,
    value: readNumber,
  },
  // `〈1〉利用者アンケートの結果`
  { style: 'angle', pattern: /^[〈＜<［[]\s*([0-9０-９]{1,2})\s*[〉＞>］\]]\s*/u, value: readNumber },
  // not `（１）の終了後に退室`, which speaks of a number
  // `(1) 討議`, `（２）本部長挨拶`, `⑴　中間答申について`
  {
    style: 'bracket',
    pattern: /^(?:[（(]\s*([0-9０-９]{1,2})\s*[)）](?![のをはが]\p{sc=Han})|([⑴-⒇]))\s*/u,
    value: place => readNumber(place.normalize('NFKC').replace(/[()]/g, '')),
  },
  // `1）利用者数の推移`
  { style: 'closed', pattern: /^([0-9０-９]{1,2})[)）]\s*/u, value: readNumber },
  // `①議事次第に基づき`
  { style: 'circled', pattern: new RegExp(`^([${CIRCLED}])\\s*`, 'u'), value: digits => CIRCLED.indexOf(digits) + 1 },
  // `イ　事案の概要`, `ロ　処分の程度`
  {
    style: 'iroha',
    pattern: new RegExp(`^([${IROHA}])[．.　 )）]\\s*`, 'u'),
    value: digits => IROHA.indexOf(digits) + 1,
    counted: true,
  },
  // `ア　背景`, `イ．…`, `ウ）…`
  {
    style: 'kana',
    pattern: new RegExp(`^([${KANA}])[．.　 )）]\\s*`, 'u'),
    value: digits => KANA.indexOf(digits) + 1,
  },
  // `（ウ）…`
  {
    style: 'kanas',
    pattern: new RegExp(`^[（(]([${KANA}])[)）]\\s*`, 'u'),
    value: digits => KANA.indexOf(digits) + 1,
  },
  // `(i)　はえ縄漁業`
  {
    style: 'romans',
    pattern: /^[（(](i{1,3}|iv|vi{0,3}|ix|x)[)）]\s+/u,
    value: digits => LATIN_NUMBERS.indexOf(digits.toUpperCase()) + 1,
  },
  // `(a) …`, `a. …`, `b) …`
  { style: 'latin', pattern: /^(?:[（(]([a-zａ-ｚ])[)）]|([a-z])[.．)）])\s+/u, value: letterNumber },
];

/** `10 万人が…`, `3 年間`, `2 点目は`: a counter behind the number makes it a quantity; no spread word, no label: `３　時　　刻`, `３　時間　　午後…` */
const QUANTITY =
  /^[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})?[ 　](?!\p{sc=Han}(?:[ 　]+\p{sc=Han}(?:[ 　]|$)|\p{sc=Han}{1,5}(?:[ 　]{2}|[：:])))(?:万|億|兆|千(?!葉)|百|年(?!次|度計)|月|日(?!時|程|本)|時(?!期)|分(?!野|科|析)|名(?!簿|称)|人(?!材|事|権)|件(?!名)|回(?!答|収)|点|つ|社(?!会)|者|か|カ|ヶ|箇(?!条)|割|%|％|円(?!滑)|校(?!長)|枚|本(?!日|部|会|年|件)|倍|位|次(?!期|第|回|世)|号|階|歳)/u;

/** `二、三年のうちには`, `一、二人` */
const ABOUT = /^[一二三四五六七八九]、[一二三四五六七八九十](?![、　 ])/u;

/** @param counted forms with other uses in which the document numbers its parts */
export function readNumbering(printed: string, counted?: ReadonlySet<Style>): Numbering | undefined {
  const text = newForms(printed);
  if (QUANTITY.test(text) || ABOUT.test(text)) return undefined;
  for (const { style, pattern, value, counted: hasOtherUses } of NUMBER_FORMS) {
    if (hasOtherUses && !counted?.has(style)) continue;
    const match = pattern.exec(text);
    if (match && match[0].length < text.length)
      return { ...seriesOf(style, text), value: value(match[1] ?? match[2] ?? ''), length: match[0].length };
  }
  return undefined;
}

/** Forms with other uses in which three lines at least run on from 1, again and again. */
export function countedStyles(lines: readonly string[]): ReadonlySet<Style> {
  const runsOn = ({ pattern, value }: NumberForm): boolean => {
    const values = lines.flatMap(line => value(pattern.exec(line)?.[1] ?? '') || []);
    const goOn = values.every((number, index) => number === 1 || number === (values[index - 1] ?? 0) + 1);
    return values.length >= 3 && values.includes(2) && values[0] === 1 && goOn;
  };
  const holds = (form: NumberForm): boolean | undefined =>
    form.counted === true ? runsOn(form) : form.counted?.(lines);
  return new Set(NUMBER_FORMS.filter(holds).map(({ style }) => style));
}

/** Numbers with a space run on from 1 through the document, and those with a point begin at 1 behind each of them, more than once. */
function hasDottedWithin(lines: readonly string[]): boolean {
  let outer = 0;
  let inner = 0;
  let begun = 0;
  for (const line of lines) {
    const [spaced, dotted] = [SPACED, DOTTED].map(form => readNumber(form.exec(line)?.[1] ?? '') || undefined);
    if (spaced !== undefined) {
      if (spaced !== outer + 1) return false;
      outer = spaced;
      inner = 0;
    } else if (dotted !== undefined) {
      if (dotted !== inner + 1 || outer === 0) return false;
      inner = dotted;
      if (dotted === 1) begun++;
    }
  }
  return outer >= 3 && begun > 1;
}

/** Marks stand for numbers: ■ and ● are of two levels. */
export const seriesOf = (style: Style, text: string): Pick<Numbering, 'style' | 'series'> => ({
  style,
  series: style === 'mark' ? `mark ${text.charAt(0)}` : style,
});
