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
  '学芸員',
  '[0-9０-９一二三四五六七八九十]{1,3}番',
  '氏',
  '君',
  'さん',
];

/** Ends with an office, a bracket may follow: `丸川…担当大臣（副本部長）`, `吉川代理(別所委員)`, `議長（額賀福志郎君）` */
const LABEL = new RegExp(
  `^[^。、：:「」『』\\n]{0,60}?(?:${OFFICES.join('|')})[A-Z０-９0-9Ａ-Ｚ]?(?:[（(][^（）()。]{1,30}[）)]){0,2}$`,
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

/** A label without white space but in its brackets, or a name in two parts: `議長（橋本　進君）`, `浜本　収君（続）` */
const LABEL_WORDS =
  /(?:[^\s（()）。、「」]{1,4}[ \u3000](?=[^\s（()）。、「」]{1,5}(?:君|氏|さん|議員|委員)))?(?:[^\s（()）]|[（(][^（）()]{1,30}[）)]){1,45}/u
    .source;

interface LabelForm {
  readonly name: string;
  readonly pattern: RegExp;
  /** The form has other uses: it holds only where the document opens speeches with it more than once. */
  readonly counted?: true;
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
    pattern: new RegExp(`^[${CIRCLE}]\\s*(?<label>${LABEL_WORDS})[ \\u3000]+`, 'u'),
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
  // `**会長** それでは始めます。`
  { name: 'bold', pattern: /^\*\*(?<label>[^*]{1,45})\*\*[：:]?\s*/u, counted: true, alone: 'may' },
  // `《議長》 開会します。`, `＜事務局＞ お答えします。`
  {
    name: 'angle',
    pattern: /^[《＜<〈≪](?<label>[^《》＜＞<>〈〉≪≫]{1,30})[》＞>〉≫]\s*/u,
    counted: true,
    alone: 'never',
  },
  // `会長　それでは始めます。`
  {
    name: 'wide space',
    pattern: new RegExp(`^(?![${CIRCLE}])(?<label>${LABEL_WORDS})(?:\\u3000| {2,})[ \\u3000]*(?=\\S.*。)`, 'u'),
    counted: true,
    alone: 'never',
  },
];

/** How a document marks its speakers, beyond what any document may use. */
export interface Notation {
  /** Names of forms that it uses again and again. */
  readonly forms: ReadonlySet<string>;
  /** What stands in these forms and is no office that we know: `学芸員補`, `川田花子`. */
  readonly labels: ReadonlySet<string>;
}

/** What stands in the place of a label and is none: `○議題　次期行動計画` */
const NO_LABEL =
  /^(?:議題|議案|議事|日程|資料|別紙|別添|参考|日時|場所|会場|とき|ところ|期日|出席|欠席|参加|内容|概要|目的|結果|結論|次回|今後|その他|報告|説明|審議|開会|閉会|質疑|質問|意見|回答|問|答|注|図|表|例)|[はをにがのてで、。]$/u;

/**
 * Counts the forms of labels over a document. A form that has other uses holds where known speakers stand in it at least
 * twice and in half of its places; an unknown label in such a form is a speaker too.
 */
export function notationOf(lines: readonly string[]): Notation {
  const forms = new Set<string>();
  const labels = new Set<string>();
  for (const form of FORMS) {
    const found = lines.flatMap(line => labelIn(line, form)?.text ?? []);
    const known = found.filter(isSpeakerLabel);
    if (known.length < 2 || known.length * 2 < found.length) continue;
    forms.add(form.name);
    for (const label of found) if (!isSpeakerLabel(label) && isPlausible(label)) labels.add(label);
  }
  return { forms, labels };
}

/** `（1）`, `（ア）`, `【二】`: the number of a part */
const NUMBER = /^(?:.|[0-9０-９一二三四五六七八九十\s.．-]+|第.{1,4}[回号章節条項部])$/u;

/** `1．日時`, `（2）場所`, `①議題` */
const NUMBERED =
  /^(?:[0-9０-９一二三四五六七八九十]{1,3}[．.、)）\s]|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[\u2460-\u2473])/u;

const isPlausible = (label: string): boolean =>
  label.length <= 25 &&
  !NUMBER.test(label) &&
  !NUMBERED.test(label) &&
  !/[。、「」]/u.test(label) &&
  !NO_LABEL.test(label);

/**
 * Reads the label at the beginning of a line.
 * @returns nothing where the line does not begin with a speaker's label
 */
export function readLabel(line: string, notation: Notation): SpeechStart | undefined {
  for (const form of FORMS) {
    if (form.counted && !notation.forms.has(form.name)) continue;
    const found = labelIn(line, form);
    if (!found) continue;
    const { text, start } = found;
    if (isSpeakerLabel(text) || (notation.forms.has(form.name) && notation.labels.has(text))) return start;
  }
  return undefined;
}

function labelIn(line: string, { pattern, alone }: LabelForm): { text: string; start: SpeechStart } | undefined {
  const match = pattern.exec(line);
  const label = match?.groups?.label;
  if (!match || label === undefined) return undefined;
  const contentStart = match[0].length;
  const standsAlone = contentStart >= line.length;
  if ((alone === 'never' && standsAlone) || (alone === 'must' && !standsAlone)) return undefined;
  const start = line.indexOf(label);
  const remark = MANNER.exec(label)?.[0] ?? '';
  const end = start + label.trimEnd().length - remark.length;
  return {
    text: label.slice(0, label.length - remark.length),
    start: { label: [start, end], contentStart: remark === '' ? contentStart : end },
  };
}

/** How one speaks is no part of who speaks: `議長（橋本　進君）（着席のまま）`. It stays before what is said. */
const MANNER = /(?<=\S)[（(](?:着席|起立|登壇|降壇|自席|挙手|マイク)[^（）()]{0,15}[）)]$/u;

/** A circle that opens an opinion without a name: `○言葉の使い方だが、…出てくる。` */
export const OPINION = new RegExp(`^[${CIRCLE}]\\s*(?=\\S.*(?:[。]|.{40}))`, 'u');

/** A label that the scan put inside the sentence that it opens: `- 自社では…データセンターを ○ (藤川委員) 担当して…` */
export const STRAY_LABEL = new RegExp(
  `^(${BULLET}?)([^${CIRCLE}。]{4,80}?)(\\s*[${CIRCLE}]\\s*[（(]([^（）()]{1,20})[）)]\\s*)(?=\\S)`,
  'u',
);
