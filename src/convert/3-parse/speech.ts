/** Recognises who speaks: the labels in front of a speech, in all forms of the genre. */

/** Printed marks in front of a speaker; OCR reads the circle in several ways. */
const CIRCLE = '○◯〇●◎';

/**
 * Words that a speaker's label ends with. They must be offices or parts in a meeting, not any noun: 「参加者：」 is no speaker.
 */
const OFFICES = [
  '委員長?',
  '委員長代理',
  '座長(?:代理)?',
  '議長(?:代理)?',
  '会長(?:代理|代行)?',
  '本部長',
  '本部員',
  '構成員',
  '臨時委員',
  '専門委員',
  '(?:参考|公述|補佐|証|代理)人',
  '(?:事務|検事)総長',
  '(?:事務)?次官',
  '政府委員',
  '説明員',
  '監査?役',
  '参与',
  '顧問',
  '幹事',
  '監事',
  '理事長?',
  '(?:大臣|長官|総裁|総理|大使|知事|市長|区長|町長|村長)(?:補佐官|代理)?',
  '政務官',
  '補佐官',
  '審議官',
  '参事官',
  '企画官',
  '調査官',
  '専門官',
  '監察官',
  '管理官',
  '(?:副長官|長官|官)補',
  '(?:総括|政策統括|内閣総務|官房)官',
  '[部局課室次所院校社団司館署隊班]長(?:代理|補佐)?',
  '主査',
  '主任',
  '事務局(?:長|員)?',
  '司会者?',
  '説明者',
  '発言者',
  '発表者',
  '報告者',
  'オブザーバー',
  '代理',
  '代表',
  '教授',
  '准教授',
  '学長',
  '博士',
  '弁護士',
  '先生',
  '議員',
  'デジタル監',
  '氏',
  '君',
  'さん',
];

/** Ends with an office, a bracket may follow: `丸川…担当大臣（副本部長）`, `吉川代理(別所委員)`, `議長（額賀福志郎君）` */
const LABEL = new RegExp(
  `^[^。、：:「」『』\\n]{0,60}?(?:${OFFICES.join('|')})[A-Z０-９0-9Ａ-Ｚ]?(?:[（(][^（）()。]{1,30}[）)])?$`,
  'u',
);
/** Longest label: one office alone is `事務局`, a letter for a name `Ａ委員`. */
const TOO_LONG = 45;

export function isSpeakerLabel(label: string): boolean {
  const bare = label.trim();
  return (
    bare.length >= 1 && bare.length <= TOO_LONG && LABEL.test(bare) && !/(?:について|における|に対する|から)/.test(bare)
  );
}

/** A speech as its first line shows it; offsets count from the beginning of the line. */
export interface SpeechStart {
  /** Range of the label without brackets. */
  readonly label: readonly [number, number];
  /** Where the text of the speech begins; equals the length of the line where it begins on the next one. */
  readonly contentStart: number;
}

/** Round, angular or tortoise-shell bracket with at most one bracket inside: `(吉川代理(別所委員))` */
const BRACKETED =
  /[（(〔【[［](?<label>[^（）()〔〕【】[\]［］]*(?:[（(][^（）()]*[）)][^（）()〔〕【】[\]［］]*)?)[）)〕】\]］]/u
    .source;
/** A bullet that OCR put in front: `- ` */
const BULLET = /(?:[-*・]\s*)/.source;

interface LabelForm {
  readonly name: string;
  readonly pattern: RegExp;
  /** The label may be followed by text on the same line, or stand alone. */
  readonly alone: 'never' | 'may' | 'must';
}

/** First match wins. */
const FORMS: readonly LabelForm[] = [
  // `- ○(片山委員) 報告書について、…`, `○（吉川代理(別所委員)） …`
  { name: 'circle and bracket', pattern: new RegExp(`^${BULLET}?[${CIRCLE}]\\s*${BRACKETED}\\s*`, 'u'), alone: 'may' },
  // `- (林委員) 前回、…`: the circle is lost
  { name: 'bullet and bracket', pattern: new RegExp(`^${BULLET}${BRACKETED}\\s*`, 'u'), alone: 'never' },
  // `〔増田分科会長代理〕 …`, `【後藤委員】…`, `（事務局）…`
  { name: 'bracket', pattern: new RegExp(`^${BRACKETED}\\s*`, 'u'), alone: 'may' },
  // `○議長（額賀福志郎君）　これより…`, `○野原本部員　最初に…`
  {
    name: 'circle and space',
    pattern: new RegExp(`^[${CIRCLE}]\\s*(?<label>\\S{1,45})[ \\u3000]+`, 'u'),
    alone: 'never',
  },
  // `○後藤本部員`, `○丸川…大臣（副本部長）`
  {
    name: 'circle alone',
    pattern: new RegExp(`^${BULLET}?[${CIRCLE}]\\s*(?<label>\\S[^。]{0,60})$`, 'u'),
    alone: 'must',
  },
  // `江口部会長：…`, `○事務局：…`
  {
    name: 'colon',
    pattern: new RegExp(`^(?:${BULLET}?[${CIRCLE}]\\s*)?(?<label>[^：:\\s]{1,25})\\s*[：:]\\s*`, 'u'),
    alone: 'may',
  },
];

/**
 * Reads the label at the beginning of a line.
 * @returns nothing where the line does not begin with a speaker's label
 */
export function readLabel(line: string): SpeechStart | undefined {
  for (const { pattern, alone } of FORMS) {
    const match = pattern.exec(line);
    const label = match?.groups?.label;
    if (!match || label === undefined || !isSpeakerLabel(label)) continue;
    const contentStart = match[0].length;
    const standsAlone = contentStart >= line.length;
    if ((alone === 'never' && standsAlone) || (alone === 'must' && !standsAlone)) continue;
    const start = line.indexOf(label);
    return { label: [start, start + label.trimEnd().length], contentStart };
  }
  return undefined;
}

/** A circle that opens an opinion without a name: `○言葉の使い方だが、…出てくる。` */
export const OPINION = new RegExp(`^[${CIRCLE}]\\s*(?=\\S.*(?:[。]|.{40}))`, 'u');

/** A label that the scan put inside the sentence that it opens: `- 自社では…データセンターを ○ (藤川委員) 担当して…` */
export const STRAY_LABEL = new RegExp(
  `^(${BULLET}?)([^${CIRCLE}。]{4,80}?)(\\s*[${CIRCLE}]\\s*[（(]([^（）()]{1,20})[）)]\\s*)(?=\\S)`,
  'u',
);
