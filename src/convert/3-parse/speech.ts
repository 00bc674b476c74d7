/** Recognises who speaks: the labels in front of a speech, in all forms of the genre. */

import { groupBy, later } from '@tsuzuri/core/collections';
import { newForms } from '@tsuzuri/core/old-kanji';
import type { Line } from './lines.ts';
import { countedStyles, type Style } from './numbering.ts';

/** Printed marks in front of a speaker; OCR reads the circle in several ways. */
const CIRCLE = '○◯〇●◎';
/** Marks that open a speech in some documents, a heading or an entry of a list in others. */
const OTHER_MARKS = '◆◇△▲□■▽▼☆★＞';

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
  '(?:参考|公述|陳述|補佐|証|代理|申立|請求|鑑定|弁護|立会|世話)人',
  '(?:事務|検事)総長',
  '(?:事務)?次官',
  '政府委員',
  '説明員',
  '(?:監査?|助|収入)役',
  '参与',
  '顧問',
  '幹事',
  '監事',
  '理事長?',
  '(?:大臣|長官|総裁|総理|大使|知事|市長|区長|町長|村長)(?:補佐官|代理)?',
  '政務官',
  '補佐官',
  '審議官',
  '(?:書記|事務|執行|技|教)官',
  '参事官',
  '企画官',
  '調査官',
  '専門官',
  '監察官',
  '管理官',
  '(?:副長官|長官|官)補',
  '(?:総括|政策統括|内閣総務|官房)官',
  // 指導官, 監督官, 調整官: who has it is a person
  '\\p{sc=Han}{2}官',
  '[部局課室次所院校社団司館署隊班]長(?:代理|補佐)?',
  // 館長, 組合長, 教育長: most words that end so are offices
  '\\p{sc=Han}長(?<!(?:成|延|身|特|最|増|全|助|波|冗|生|年|伸)長)',
  '主[査幹事席]',
  '参事',
  '副参事',
  '(?:技|\\p{sc=Han}{2,4})監',
  '技師',
  '指導主事',
  '保健師',
  '会計',
  '総代',
  '会頭',
  '書記',
  '教頭',
  '主任',
  '事務局(?:長|員)?',
  '司会者?',
  '(?:幹事社|記者)',
  '(?:プロデューサー|ディレクター|アナウンサー)',
  '(?<!出席|説明|関係)職員',
  '進行係?',
  '司書',
  '説明者',
  '発言者',
  '発表者',
  '報告者',
  'オブザーバー?',
  '代理',
  '代表',
  '教授',
  '准教授',
  '学長',
  '博士',
  '弁護士',
  '先生',
  '議員',
  '(?:組合|部会|会|局|館|団|係|研究|専門|相談|支援|指導|推進|評価)員',
  '(?<=^(?:各?委員|出席者)?)全員',
  '[住町市村区]民',
  '(?<!等)管理者',
  '代理者',
  '(?:検察|裁判)官',
  '裁判員(?:経験者)?',
  '(?:専務|常務|取締役|常任|主事|補佐)',
  'デジタル監',
  '学芸員',
  '[0-9０-９一二三四五六七八九十]{1,3}番',
  '番外(?:[0-9０-９一二三四五六七八九十]{1,2}番)?',
  '氏',
  '君',
  'さん',
];

/** Ends with an office, a bracket may follow: `丸川…担当大臣（副本部長）`, `吉川代理(別所委員)`, `議長（額賀福志郎君）` */
const LABEL = new RegExp(
  `^[^。、：:「」『』\\n]{0,60}?(?:${OFFICES.join('|')})[A-Z０-９0-9Ａ-Ｚ]?(?:[（(][^（）()。]{1,30}[）)]){0,2}$`,
  'u',
);
/** `動議提出者（白峰　晋君）`: who is called so is a member, whatever the office */
const OF_MEMBER = /^[^。、：:「」『』（）()\n]{2,20}[（(][^（）()。、]{2,12}君[）)]$/u;
/** Longest label: one office alone is `事務局`, a letter for a name `Ａ委員`. */
const TOO_LONG = 45;

export function isSpeakerLabel(label: string): boolean {
  const bare = newForms(label.trim());
  return (
    bare.length >= 1 &&
    bare.length <= TOO_LONG &&
    (LABEL.test(bare) || OF_MEMBER.test(bare)) &&
    !/(?:について|における|に対する|から)|^[はがを]\p{sc=Han}|^(?:出席|欠席|参加|列席|傍聴|説明のため)|署名(?:委員|議員|人)(?:$|[ \u3000])/u.test(
      bare,
    )
  );
}

/** A speech as its first line shows it; offsets count from the beginning of the line. */
export interface SpeechStart {
  /** Range of the label without brackets. */
  readonly label: readonly [number, number];
  /** Where the text of the speech begins; equals the length of the line where it begins on the next one. */
  readonly contentStart: number;
  /** Name of the form that it has. */
  readonly form: string;
}

/** Round, angular or tortoise-shell bracket with at most one bracket inside: `(吉川代理(別所委員))` */
const BRACKETED =
  /[（(〔【[［](?<label>[^（）()〔〕【】[\]［］]*(?:[（(][^（）()]*[）)][^（）()〔〕【】[\]［］]*)?)[）)〕】\]］]/u
    .source;
/** An answer points back at its question: `→会計（鳥飼）：…` */
const ARROW = /(?:[→⇒]\s*)?/.source;
/** A bullet that OCR put in front: `- ` */
const BULLET = /(?:[-*・]\s*)/.source;

/** A label without white space but in its brackets, or a name in two parts: `議長（橋本　進君）`, `浜本　収君（続）` */
const LABEL_WORDS =
  /(?:[^\s（()）。、「」]{1,4}[ \u3000](?=[^\s（()）。、「」]{1,5}(?:君|氏|さん|議員|委員)))?(?:[^\s（()）]|[（(][^（）()]{1,30}[）)]){1,45}/u
    .source;

/** What a title ends with: `沿岸観測庁長官　定例記者会見録（令和6年度第3回）` is no speech. */
const TITLE_OF_RECORD = /[^。]{0,40}(?:録|要旨|概要|次第)(?:[（(][^（）()]*[）)])?$/u.source;

/** Without a full stop: `三番ノ動議ニ贊成ス`, `不肖ナカラ御受ケ致シマス`, `了解セリ、質問ヲ打切ル` */
const SAID_IN_KATAKANA = /(?=\S{6})\S*\p{sc=Han}(?:[ヲニハノ]|[ァ-ヶ]{1,4}\p{sc=Han})\S*[スヤリルタカシムヨン]$/u
  .source;

/** `○教育長　鷲宮田忠義君`, alone on its line: the name is a part of the label */
const NAME_TO_THE_END = /[^\s。、（）()]{1,8}(?:[ \u3000]+[^\s。、（）()]{1,5})?(?:君|氏|さん|様)$/u.source;

interface LabelForm {
  readonly name: string;
  readonly pattern: RegExp;
  /** With one of these a line in the form begins; most lines need no look at its pattern. */
  readonly opens?: string;
  /** It holds one of these; most lines need no look at its pattern. */
  readonly holds?: readonly string[];
  /** The form has other uses: it holds only where the document opens speeches with it more than once. */
  readonly counted?: true;
  /** Only offices that we know: any short line may stand so. */
  readonly knownOnly?: true;
  /** The label may be followed by text on the same line, or stand alone. */
  readonly alone: 'never' | 'may' | 'must';
}

const CIRCLE_ALONE: LabelForm = {
  name: 'circle alone',
  pattern: new RegExp(`^${BULLET}?[${CIRCLE}]\\s*(?<label>\\S[^。]{0,60})$`, 'u'),
  alone: 'must',
};

/** First match wins; a person names them in the `.yml` beside a scan. */
const FORMS: readonly LabelForm[] = [
  // `- ○(片山委員) 報告書について、…`, `○（吉川代理(別所委員)） …`
  { name: 'circle and bracket', pattern: new RegExp(`^${BULLET}?[${CIRCLE}]\\s*${BRACKETED}\\s*`, 'u'), alone: 'may' },
  // `- (林委員) 前回、…`: the circle is lost
  { name: 'bullet and bracket', pattern: new RegExp(`^${BULLET}${BRACKETED}\\s*`, 'u'), alone: 'never' },
  // `〔増田分科会長代理〕 …`, `【後藤委員】…`, `（事務局）…`
  { name: 'bracket', opens: '（(〔【[［', pattern: new RegExp(`^${BRACKETED}\\s*`, 'u'), alone: 'may' },
  // `→(環境課長)量は10年前の7割になりました。`
  {
    name: 'arrow and bracket',
    opens: '→⇒',
    pattern: new RegExp(`^[→⇒]\\s*${BRACKETED}\\s*(?=\\S)`, 'u'),
    counted: true,
    alone: 'never',
  },
  // `糠信（事務局）　00:00:12`, the speech below it: the record of a conference on the net
  {
    name: 'elapsed time',
    holds: [':'],
    pattern:
      /^(?<label>[^\s。、：:「」（）()][^。、：:「」（）()]{0,24}(?:[（(][^（）()]{1,15}[）)])?)[ \u3000]+(?=(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}$)/u,
    counted: true,
    alone: 'never',
  },
  // `議長「御不便をお掛けし、…」`, as in a play
  {
    name: 'play',
    holds: ['「'],
    pattern: /^(?<label>[^\s（）()「」。、]{1,15}(?:[（(][^（）()]{1,15}[）)])?)(?=「[^」]{4})/u,
    counted: true,
    alone: 'never',
  },
  // `「町長」　お答えします。`
  {
    name: 'corner',
    opens: '「',
    pattern: /^「(?<label>[^「」。、]{1,20})」[ \u3000]+(?=\S)/u,
    counted: true,
    alone: 'never',
  },
  // `真柄理事長）夜分に…`, `会員（４の２）＞運動会の…`: the opening bracket is not printed
  {
    name: 'closing',
    holds: ['）', ')', '＞', '>', '〉', '》'],
    pattern:
      /^(?<label>[^（）()「」＜<〈《＞>〉》\s。、]{2,20}(?:[（(][^（）()]{1,20}[）)])?)[）)＞>〉》][ \u3000]*(?=\S)/u,
    counted: true,
    alone: 'never',
  },
  // `教育長 - 本日は全員出席であり、…`, `Ａ委員―対象となるのは…`
  {
    name: 'hyphen',
    holds: ['-', '－', '–', '—', '―', '─', '…', '‥'],
    pattern:
      /^(?<label>[^（）()「」\s。、―—–─…‥]{1,20}(?:[（(][^（）()]{1,20}[）)])?)(?<!^.)(?:[ \u3000]+[-－–—―][ \u3000]+|[–—―─]{1,2}|[…‥]{1,3})(?=[^\s–—―─…‥])/u,
    counted: true,
    alone: 'never',
  },
  // `1．議長（深海一彦君）　おはようございます。`: the same number before each
  {
    name: 'number',
    opens: '1',
    pattern: new RegExp(`^1[．.]\\s*(?<label>${LABEL_WORDS})[ \\u3000]+(?=\\S)`, 'u'),
    counted: true,
    alone: 'never',
  },
  // `6番　小笹　恵利　　屋根は何年前のものですか。`: office and name, a wider space behind
  {
    name: 'office and name',
    holds: ['  ', '\u3000\u3000', ' \u3000', '\u3000 '],
    pattern: new RegExp(
      String.raw`^(?<label>(?:${OFFICES.join('|')}|[\p{sc=Han}]{2,10})[ \u3000][^\s。、（）()]{1,5}[ \u3000][^\s。、（）()]{1,5})[ \u3000]{2,}(?=\S.*。)`,
      'u',
    ),
    counted: true,
    alone: 'never',
  },
  // `◆よしむら峰子　委員　　私からは、…`, `◎高梨　こども育成担当課長　　お答えします。`: a name, an office, a wider space behind
  {
    name: 'name and office',
    opens: `${CIRCLE}${OTHER_MARKS}`,
    holds: ['  ', '\u3000\u3000'],
    pattern: new RegExp(
      `^[${CIRCLE}${OTHER_MARKS}]\\s*(?<label>[^\\s。、（）()「」]{1,10}[ \\u3000][^\\s。、（）()「」]{1,18})[ \\u3000]{2,}(?=\\S)`,
      'u',
    ),
    counted: true,
    alone: 'never',
  },
  // `○葛巻光弘　委員長　ただいまから…`: a name, an office that we know, whatever space behind
  {
    name: 'name and known office',
    opens: `${CIRCLE}${OTHER_MARKS}`,
    pattern: new RegExp(
      `^[${CIRCLE}${OTHER_MARKS}]\\s*(?<label>[^\\s。、（）()「」]{2,8}[ \\u3000][^\\s。、（）()「」]{0,16}(?:${OFFICES.join('|')}))[ \\u3000]+(?=\\S)`,
      'u',
    ),
    counted: true,
    alone: 'never',
  },
  // `○議長（額賀福志郎君）　これより…`, `○野原本部員　最初に…`
  {
    name: 'circle and space',
    opens: CIRCLE,
    pattern: new RegExp(`^[${CIRCLE}]\\s*(?<label>${LABEL_WORDS})[ \\u3000]+(?!${NAME_TO_THE_END})`, 'u'),
    alone: 'never',
  },
  // `◆大庭まゆみ委員　減免の申請は…`, `△議長（大西　剛君）　…`: each mark is counted for itself
  ...[...OTHER_MARKS].map(
    (mark): LabelForm => ({
      name: `mark ${mark}`,
      opens: mark,
      pattern: new RegExp(`^${mark}\\s*(?<label>${LABEL_WORDS})(?:[ \\u3000]+|$)`, 'u'),
      counted: true,
      alone: 'may',
    }),
  ),
  // `○後藤本部員`, `○丸川…大臣（副本部長）`
  CIRCLE_ALONE,
  // `江口部会長：…`, `○事務局：…`, `→環境部長（仁木）：…`
  {
    name: 'colon',
    holds: ['：', ':'],
    pattern: new RegExp(
      `^${ARROW}(?:${BULLET}?[${CIRCLE}]\\s*)?(?<label>(?!\\*\\*)(?![^：:\\s]*[（(][^）)：:]*[：:])[^：:\\s]{1,25})\\s*[：:]\\s*`,
      'u',
    ),
    alone: 'may',
  },
  // `**会長** それでは始めます。`, `**会長：** それでは…`
  {
    name: 'bold',
    opens: '*',
    pattern: /^\*\*(?<label>[^*：:]{1,45})(?:\*\*[：:]?|[：:][ \u3000]*\*\*)\s*/u,
    counted: true,
    alone: 'may',
  },
  // `《議長》 開会します。`, `＜事務局＞ お答えします。`
  {
    name: 'angle',
    opens: '《＜<〈≪',
    pattern: /^[《＜<〈≪](?<label>[^《》＜＞<>〈〉≪≫]{1,30})[》＞>〉≫]\s*/u,
    counted: true,
    alone: 'may',
  },
  // `会長　それでは始めます。`
  {
    name: 'wide space',
    holds: ['\u3000', '  '],
    pattern: new RegExp(
      `^${ARROW}(?![${CIRCLE}${OTHER_MARKS}→⇒])(?![0-9]{1,2}[．.])(?<label>${LABEL_WORDS})(?:\\u3000| {2})[ \\u3000]*(?!${TITLE_OF_RECORD})(?=\\S(?:.*[。．]|(?=.*[\\p{sc=Hiragana}\\p{sc=Katakana}])(?:(?![ \\u3000]{2}).){14,}$|${SAID_IN_KATAKANA}))`,
      'u',
    ),
    counted: true,
    alone: 'never',
  },
  // `•　鳥栖課長`, alone behind a bullet
  {
    name: 'bullet alone',
    opens: '•‣▪・',
    pattern: /^[•‣▪・][ \u3000]*(?<label>[^\s。、：:「」（）()]{2,15}(?:[（(][^（）()]{1,20}[）)])?)$/u,
    counted: true,
    knownOnly: true,
    alone: 'must',
  },
  // `Ｑ　代表幹事（潮路新報）`, `Ａ　知事`, alone, what is asked and said below
  {
    name: 'turn and label',
    opens: 'QAＱＡ問答',
    pattern: /^(?<label>[QAＱＡ問答][ \u3000]+[^\s。、：:「」（）()]{2,15}(?:[（(][^（）()]{1,20}[）)])?)$/u,
    counted: true,
    alone: 'must',
  },
  // `館長`, alone on its line, the speech below it
  {
    name: 'alone',
    pattern: /^(?<label>[^\s。、：:「」（）()]{2,20}(?:[（(][^（）()]{1,20}[）)])?)$/u,
    counted: true,
    knownOnly: true,
    alone: 'must',
  },
];

export const FORM_NAMES: readonly string[] = FORMS.map(({ name }) => name);

/** How a document marks its speakers, beyond what any document may use. */
export interface Notation {
  /** Names of forms that it uses again and again. */
  readonly forms: ReadonlySet<string>;
  /** What stands in these forms: `議長`, `学芸員補`, `川田花子`. */
  readonly labels: ReadonlySet<string>;
  /** Marks that open headings: `△日程第1　…`, `◎開議の宣告`. */
  readonly headingMarks: ReadonlySet<string>;
  /** Forms of numbers with other uses in which it numbers its parts. */
  readonly numbered: ReadonlySet<Style>;
  /** `# # # （１）`: it is written with a space between the marks of a heading; else `# # 議事録` has its mark twice. */
  readonly spacesMarks: boolean;
  /** A person has said it: no other form, no other label. */
  readonly isChosen?: true;
}

/** What stands in the place of a label and is none: `○議題　次期行動計画`, `決定事項：…` */
const NO_LABEL =
  /^(?:は|開催|会議|招集|議題|議案|議事|日程|資料|別紙|別添|参考|日時|場所|会場|とき|ところ|期日|出席|欠席|参加|内容|概要|目的|結果|結論|次回|今後|その他|報告|説明|審議|開会|閉会|質疑|質問|意見|回答|注|図|表|例|担当|期限|論点|話題|テーマ|案件|まとめ|総括|備考|記録|確認事項|発表(?:事項|項目|案件))|(?:事項|決定|合意|承認|方針|[はをにがのてで、。]|時間|期間|[曜休定期]日|料金|費用|金額|[人件]数|定員|対象|場所|方法|連絡先|住所|電話|経路|面積)$/u;

/** `説明者` is an office, `説明` none. */
const isNoLabel = (text: string): boolean =>
  NO_LABEL.test(text.replace(/^[・•]/u, '')) && !isSpeakerLabel(text) && !TURN.test(text) && !AUDIENCE.test(text);

/** Some print ， and ． in place of 、 and 。 */
const STOP = /[。、，．？]/u;

/** A sentence below a label, no list of people. */
const FOLLOWS =
  /[。．？]|、$|(?:を|により|に基づき)\p{sc=Han}{2,4}$|^(?=(?:.*\p{sc=Hiragana}){5})(?:(?![ \u3000]{2}).){25,}$/u;

/** What one does while one speaks: `（資料1により説明）`, `（図面を示しながら）` */
const BEFORE_WORDS = /^[（(][^（）()]{0,30}(?:説明|ながら|起立して|登壇して|あいさつ|挨拶)[）)]$/u;

/** Who asks and who answers: `問`, `Ｑ３`, `Ａ（長官）`, `参加者A` */
const TURN =
  /^(?:質疑|質問|答弁|回答|要望|意見|討論)(?:・(?:質疑|質問|要望|意見))?[（(][^（）()]{2,20}[）)]$|^(?:問|答|質問|回答|意見|要望|[QAＱＡ])[0-9０-９]{0,2}(?:[-－‐―][0-9０-９]{1,2})?(?:[（(][^（）()]{1,30}[）)])?$|^(?:参加者|出席者|傍聴者|質問者|住民|市民)[A-ZＡ-Ｚ0-9０-９]$/u;

/** A side that speaks, behind a mark or before a colon: `●市（教育長）`, `法人：`, `○参加者` */
export const SIDE =
  /^(?:国|都|道|府|県|市|町|村|区|法人|病院|組合|会社|事業者|当局|執行部)側?(?:[（(][^（）()]{1,20}[）)])?$/u;
/** Before a colon stands how many they were: `傍聴者：2名`. */
const AUDIENCE = /^(?:参加者|住民|市民|町民|村民|区民|県民|保護者|傍聴者)(?:[（(][^（）()]{1,20}[）)])?$/u;

/** `Dr. Solvang`, `Mr Vandermolen` */
const TITLED =
  /^(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Chair|Chairman|Chairperson)\.? ?(?:[A-Z][\p{L}'’-]*(?: [A-Z][\p{L}'’-]*)*)?$/u;

/** A part of an administration that speaks as one: `購買課`, `避難所班`, `消防本部`; an agency at a table of several: `気象台` */
export const GROUP =
  /^(?:[\p{sc=Han}\p{sc=Katakana}ー・]{1,12}(?:課|係|班|室|局|部|本部|隊|署|団|院|省|庁|側|支所|(?:事務|営業|保健)所|協会|組合|会社)|(?:地方)?気象台|警察|消防|自衛隊|海上保安庁|電力|ガス|水道)$/u;
/** Forms whose mark sets a label off from what is said. */
const SET_OFF = ['colon', 'bold', 'angle', 'bracket', 'hyphen', 'closing'];

const isKnown = (label: string, form: LabelForm): boolean =>
  isSpeakerLabel(label) ||
  isSpeakerLabel(label.split(/[ \u3000]/u)[0] ?? '') ||
  TURN.test(label) ||
  form.name === 'elapsed time' ||
  form.name === 'turn and label' ||
  TITLED.test(label) ||
  ((SET_OFF.includes(form.name) || form.name === 'alone') && GROUP.test(label)) ||
  (form.name !== 'alone' && form.name !== 'wide space' && SIDE.test(label)) ||
  (/^(?:circle|mark)/u.test(form.name) && (AUDIENCE.test(label) || GROUP.test(label)));

/**
 * Counts the forms of labels over a document. A form that has other uses holds where known speakers stand in it at least
 * twice and in half of its places; an unknown label in such a form is a speaker too.
 */
export function notationOf(printed: readonly Line[], chosen?: readonly string[]): Notation {
  const lines = printed.map(({ text }) => text);
  if (chosen) return chosenNotation(lines, chosen);
  const forms = new Set<string>();
  const labels = new Set<string>();
  const isElsewhere = new Map<string, boolean>();
  const named = <L extends Label>(label: L): L => {
    if (!LATIN_NAME.test(label.text)) return label;
    if (!isElsewhere.has(label.text))
      isElsewhere.set(label.text, lines.filter(line => line.includes(label.text)).length > 1);
    return isElsewhere.get(label.text) ? { ...label, isNamed: true } : label;
  };
  const beginnings = later(() => beginningsWithPost(lines));
  const isListedWithPost = (text: string): boolean => beginnings().has(text);
  const surnames = surnamesIn(lines);
  const isListed = (text: string): boolean => surnames(text) || isListedWithPost(text);
  const beginning = linesByFirst(lines);
  for (const form of FORMS) {
    const all = beginning(form.opens).flatMap(index => {
      const label = labelIn(lines[index] ?? '', form, below(lines, index));
      return label ? [{ ...label, indent: printed[index]?.indent ?? 0 }] : [];
    });
    // What stands in the form above the first speaker are facts of the head: `Date: …`, `場所：…`
    const isSpeaker = ({ text }: Label): boolean =>
      isKnown(text, form) ||
      (SET_OFF.includes(form.name) && isListed(text)) ||
      (form.name === 'wide space' && isListedWithPost(text));
    const first = all.findIndex(isSpeaker);
    const found = all.slice(Math.max(0, first)).flatMap(label => (isNoLabel(label.text) ? [] : named(label)));
    const times = timesOf(found.map(({ text }) => text));
    const known = found.filter(
      label =>
        !listsPeople(label, form) &&
        isSpeaker(label) &&
        (form.name !== 'bracket' || label.isFollowed || isSpeakerLabel(label.text) || (times.get(label.text) ?? 0) > 1),
    );
    // What stands in a set-off form again and again is one who speaks, whether we know the office or not.
    const others = found.filter(
      label => !known.includes(label) && !(SET_OFF.includes(form.name) && (times.get(label.text) ?? 0) > 1),
    );
    if (known.length < 2 || (known.length < others.length && !form.knownOnly)) continue;
    forms.add(form.name);
    for (const { text } of known) labels.add(text);
    if (form.knownOnly) continue;
    // `　経路：市役所前から…`, farther in than the speakers, is a point of one of them.
    const deepest = Math.max(...known.map(({ indent }) => indent));
    for (const label of found.filter(({ indent }) => indent <= deepest))
      if (isPlausible(label) && (form.name !== 'wide space' || /[。．]/u.test(label.said))) labels.add(label.text);
      else if ((form === CIRCLE_ALONE || isOneWhoSpeaks(label, form)) && isPlausibleAlone(label))
        labels.add(label.text);
  }
  if (forms.has('circle and space'))
    for (const label of beginning(CIRCLE).flatMap(
      index => labelIn(lines[index] ?? '', CIRCLE_ALONE, below(lines, index)) ?? [],
    ))
      if (/\u3000/u.test(label.text) && isPlausibleAlone(label)) {
        forms.add(CIRCLE_ALONE.name);
        labels.add(label.text);
      }
  return {
    forms,
    labels,
    headingMarks: headingMarksOf(lines, { forms, beginning }),
    numbered: countedStyles(lines),
    spacesMarks: spacesMarks(lines),
  };
}

/** A line that was broken after a few words (`看護師の離`) is read with the one below it. */
const BROKEN = /^(?=.*\p{sc=Hiragana})[^。、：:「」（）()\s]{2,14}$/u;

export const joinBroken = (line: string, next = ''): string => (BROKEN.test(line) ? line + next : line);

/** What stands below a line. */
function below(lines: readonly string[], index: number): string | undefined {
  const next = lines[index + 1];
  return next === undefined ? undefined : joinBroken(next, lines[index + 2]);
}

const spacesMarks = (lines: readonly string[]): boolean => lines.some(line => /^# # # /u.test(line));

/** Indices of the lines that begin with one of some characters, in order; of all lines where nothing is said. */
type Beginning = (opens?: string) => readonly number[];

function linesByFirst(lines: readonly string[]): Beginning {
  const all = [...lines.keys()];
  const byFirst = groupBy(all, index => {
    const line = lines[index] ?? '';
    return line.charAt(countedLength(line));
  });
  return opens =>
    opens === undefined ? all : [...opens].flatMap(first => byFirst.get(first) ?? []).sort((a, b) => a - b);
}

const LATIN_NAME = /^[A-Z]\p{L}+(?:[-’' ][A-Z]\p{L}+)*$/u;

function timesOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

/** The list of those who came has the family name, and the given name behind a space: `網走　吾郎`, `KASAHARA Toru`. */
function surnamesIn(lines: readonly string[]): (text: string) => boolean {
  const surnames = later(
    () =>
      new Set(
        lines.flatMap(line => [...line.matchAll(SURNAME), ...line.matchAll(CAPITALS)].map(([, name = '']) => name)),
      ),
  );
  return text => surnames().has(text) || surnames().has(text.toUpperCase());
}
/** `蓑輪素子委員長、鴻池直樹副委員長`: what may be the family name of one of them, 蓑輪 among it */
function beginningsWithPost(lines: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines)
    for (const { groups } of line.length > LONGEST_ROSTER ? [] : line.matchAll(NAME_AND_POST))
      for (let length = 2; length <= 4; length++)
        if ((groups?.name?.length ?? 0) > length) found.add(groups?.name?.slice(0, length) ?? '');
  return found;
}
const LONGEST_ROSTER = 400;
const NAME_AND_POST =
  /(?<=^|[、，\s])(?<name>\p{sc=Han}{2,4}[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々]{1,3}?)(?:副?(?:委員|会)長|座長|委員|理事|監事|幹事)(?=[、，（(\s]|$)/gu;
const CAPITALS = /\b([A-Z][A-Z'’-]+) (?=[A-Z][a-z])/gu;
/** Looked for from the space, of which there are few. */
const SURNAME = /[ \u3000](?<=(?<!\p{sc=Han})(\p{sc=Han}{1,4})[ \u3000])(?=\p{L})/gu;

/** What a person says: all that stands in these forms. */
function chosenNotation(lines: readonly string[], chosen: readonly string[]): Notation {
  const forms = new Set(chosen);
  const found = FORMS.filter(({ name }) => forms.has(name)).flatMap(form =>
    lines.flatMap((line, index) => labelIn(line, form, below(lines, index))?.text ?? []),
  );
  return {
    forms,
    labels: new Set(found),
    headingMarks: new Set(),
    numbered: countedStyles(lines),
    spacesMarks: spacesMarks(lines),
    isChosen: true,
  };
}

/** Longest heading with a mark. */
export const LONGEST_MARKED = 60;

/** An entry of a list: `・地元の作家の…` */
const LISTED = /^[・◇◆■□●○▪•-]/u;

/** `◎ 浜坂　健一郎　　○ 本谷　勝利`, `◎は委員長　○は委員長職務代行者`: the mark says what one is */
const MARKS_PEOPLE = /^[◎○●◇◆△].*[ \u3000][◎○●◇◆△]|^[◎○●◇◆△][ \u3000]*は[ \u3000]*\p{sc=Han}/u;

/** Marks that stand again and again before a few words, never before a sentence or a speech, over speeches or lists. */
function headingMarksOf(
  lines: readonly string[],
  { forms, beginning }: { readonly forms: ReadonlySet<string>; readonly beginning: Beginning },
): ReadonlySet<string> {
  const at = (index: number): string => lines[index] ?? '';
  const isSaidBelow = (index: number): boolean =>
    FORMS.some(form => forms.has(form.name) && labelIn(at(index + 1), form, at(index + 2)) !== undefined);
  const marks = [...`○◎●${OTHER_MARKS}`].filter(mark => {
    const found = beginning(mark);
    const isShort = (index: number): boolean =>
      at(index).length <= LONGEST_MARKED && !at(index).includes('。') && !MARKS_PEOPLE.test(at(index));
    const isOverList = (index: number): boolean => !at(index + 1).startsWith(mark) && LISTED.test(at(index + 1));
    const isHeading = forms.size > 0 ? isShort : (index: number) => isShort(index) && isOverList(index);
    // ○ opens what is said in most documents.
    if (mark === '○' && !(found.length > 2 && found.every(isSaidBelow))) return false;
    return !forms.has(`mark ${mark}`) && found.length >= 2 && found.every(isHeading);
  });
  return new Set(marks);
}

/** `（1）`, `（ア）`, `【二】`: the number of a part */
const NUMBER = /^(?:.|第?[0-9０-９一二三四五六七八九十\s.．-]+|第.{1,4}[回号章節条項部])$/u;

/** `1．日時`, `（2）場所`, `①議題` */
const NUMBERED =
  /^(?:[0-9０-９一二三四五六七八九十]{1,3}[．.、)）\s]|[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[\u2460-\u2473])/u;

/** Something is said behind it, more than the next part of a name: `○みなみ小学校　6年　森　そら` has no sentence. */
const isPlausible = ({ text, said, isNamed = false }: Label): boolean =>
  text.length <= 25 &&
  (STOP.test(said) || said.length >= 15) &&
  (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) || isNamed) &&
  !NUMBER.test(text) &&
  !NUMBERED.test(text) &&
  !/[。、「」]/u.test(text) &&
  !isNoLabel(text);

/** `〔消防局関係者〕`, `＜港湾技術者＞`, alone in the brackets in which others speak: a person or a part of a body by its last word. */
const isOneWhoSpeaks = ({ text, said }: Label, { name }: LabelForm): boolean =>
  said === '' &&
  (name === 'bracket' || name === 'angle') &&
  /(?:者|員|長|人|官|監|士|師|役|[課局室係班部]|側)$/u.test(text);

/** It stands alone, and something is said below it. */
const isPlausibleAlone = (label: Label): boolean => label.isFollowed && isPlausible({ ...label, said: '。' });

/**
 * Reads the label at the beginning of a line.
 * @param next the line below, where there is one
 * @returns nothing where the line does not begin with a speaker's label
 */
export function readLabel(line: string, notation: Notation, next?: string): SpeechStart | undefined {
  for (const form of FORMS) {
    if ((form.counted || notation.isChosen) && !notation.forms.has(form.name)) continue;
    const found = labelIn(line, form, next);
    if (!found) continue;
    const { text, start } = found;
    if (notation.isChosen) return start;
    if (listsPeople(found, form) || (form === CIRCLE_ALONE && PEOPLE.test(next ?? ''))) continue;
    const isCounted =
      notation.forms.has(form.name) && notation.labels.has(text) && (isKnown(text, form) || isSaid(found));
    if (form.knownOnly ? isCounted && isKnown(text, form) : isSpeakerLabel(text) || isCounted) return start;
  }
  return undefined;
}

/** `（海事局長）　大鐘　剛君`, `事務局：土肥原 睦（館長）、…`, `【委員】` above a list: who came, not who speaks */
function listsPeople({ said, isFollowed }: Label, { name, alone }: LabelForm): boolean {
  const isBracket = name === 'bracket' || name === 'angle';
  if (said === '') return isBracket && alone === 'may' && !isFollowed;
  if (/[。？]/u.test(said)) return false;
  if (name === 'colon' && (/^\p{sc=Han}{1,4}$/u.test(said) || namesPeople(said))) return true;
  if (PEOPLE.test(said) || areNames(said) || (isBracket && /^[（(]/u.test(said))) return true;
  return name === 'bracket' && (said.length < 15 || /(?:委員|長|代理)$/u.test(said));
}
/** A clause of what is said. */
const TELLING = /ます|です|した|から|ので|[はがを]\p{sc=Han}|[にでと][、，]/u;
/** Of a sentence; ハ and ト of `ハリス委員` are none. */
const PARTICLE = /[をはがでにもと]|(?<=.)[ヲハガデニモト](?=\p{sc=Han})/u;

/** `土師、Oliver Grant-Mori`: short, between commas, without a particle */
function areNames(said: string): boolean {
  const parts = said.replace(/[（(][^（）()]*[）)]/gu, '').split(/[、，]/u);
  return parts.length > 1 && parts.every(part => part.length <= 20 && !PARTICLE.test(part));
}

/** Where they are from and who they are, no sentence: `椎葉交通㈱東営業所　諸塚弘、…`, `砂田市上下水道部　下水道建設課長　伯耆原　大輔` */
const namesPeople = (said: string): boolean =>
  !TELLING.test(said) &&
  ((/\S[ \u3000]\S[^、]*[、，]/u.test(said) && /[\p{sc=Han}、，）)]$/u.test(said)) || OFFICE_AND_NAME.test(said));
const OFFICE_AND_NAME =
  /^[^\s。、，]{2,16}(?:[ \u3000]+[^\s。、，]{2,16}){0,2}[ \u3000]+\p{sc=Han}{1,4}[ \u3000]+[\p{sc=Han}\p{sc=Hiragana}]{1,4}$/u;

const PEOPLE =
  /^(?:[\p{sc=Han}]{1,12}[ \u3000]+)?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ヶー]{1,6}[ \u3000][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ヶー]{1,6}(?:[（(、，／ \u3000]|君|$)/u;

const isSaid = (label: Label): boolean => label.isFollowed || isPlausible({ ...label, isNamed: true });

/** A label as it stands in a line. */
interface Label {
  readonly text: string;
  readonly start: SpeechStart;
  /** What stands behind it on the line. */
  readonly said: string;
  /** It stands alone, a sentence below it. */
  readonly isFollowed: boolean;
  /** A Latin name that another line has too: `Whitlow` */
  readonly isNamed?: boolean;
}

/** `12: ◯議長（鳴瀬光男君）　…`: the number of the speech, from the search of an assembly's site */
const COUNTED = /^[0-9]{1,4}[:：][ \u3000]*(?=[○◯〇●◎◆◇△▲□■])/u;

/** How much stands before what opens the line. */
const countedLength = (line: string): number => COUNTED.exec(line)?.[0].length ?? 0;

function labelIn(printed: string, form: LabelForm, next?: string): Label | undefined {
  const before = countedLength(printed);
  const found = labelAt(printed.slice(before), form, next);
  if (!found || before === 0) return found;
  const { label, contentStart } = found.start;
  const start = {
    ...found.start,
    label: [label[0] + before, label[1] + before],
    contentStart: contentStart + before,
  } as const;
  return { ...found, start };
}

function labelAt(
  line: string,
  { name, pattern, opens, holds, alone, knownOnly }: LabelForm,
  next?: string,
): Label | undefined {
  if (opens !== undefined && !opens.includes(line.charAt(0))) return undefined;
  if (holds !== undefined && !holds.some(part => line.includes(part))) return undefined;
  const match = pattern.exec(line);
  const label = match?.groups?.label;
  if (!match || label === undefined) return undefined;
  const contentStart = match[0].length;
  const standsAlone = contentStart >= line.length;
  if ((alone === 'never' && standsAlone) || (alone === 'must' && !standsAlone)) return undefined;
  const isFollowed =
    standsAlone && (FOLLOWS.test(next ?? '') || BEFORE_WORDS.test(next ?? '')) && !PEOPLE.test(next ?? '');
  if (knownOnly && !isFollowed) return undefined;
  const words = label.trim();
  const start = line.indexOf(words);
  const remark = MANNER.exec(words)?.[0] ?? '';
  const end = start + words.length - remark.length;
  return {
    text: words.slice(0, words.length - remark.length),
    said: line.slice(contentStart),
    isFollowed,
    start: { label: [start, end], contentStart: remark === '' ? contentStart : end, form: name },
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
