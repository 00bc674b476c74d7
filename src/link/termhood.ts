/** Weighs whether a compound is a term that a reader would look up. */
import type { Part } from './noun-phrases.ts';

/** The parts of a compound, without their places. */
export type Parts = readonly Pick<Part, 'text' | 'sort'>[];

/** What speaks for a term besides its frequency. */
export type Evidence =
  /** Ends as names of bodies, laws, papers, events do, and says of what. */
  | 'name'
  /** Is a heading, or an item of a list, of its own. */
  | 'heading'
  | 'item'
  | 'quoted'
  /** `…とは`, `…という言葉`, `いわゆる…`. */
  | 'introduced'
  /** Is enumerated beside an acronym or a coined word: `AI、量子コンピューター、5G`. */
  | 'listed'
  /** Stands before the day of its decision: `日本再興戦略(平成25年6月14日閣議決定)`. */
  | 'dated'
  /** Has its long form or a gloss beside it. */
  | 'definition'
  | 'acronym';

/** Endings that names of bodies, laws and events have, and hardly another word. */
const STRONG = [
  '委員会|協議会|審議会|評議会|懇談会|懇話会|検討会|研究会|連絡会|学会|会合|フォーラム|サミット|シンポジウム|ワークショップ',
  '政策会議|推進会議|戦略会議|調整会議|国際会議|戦略本部|推進本部|対策本部|ワーキンググループ|コンソーシアム',
  'センター|機構|協会|連合会?|連盟|研究所|財団|基金|公社|公団|事業団|協同組合',
  '[^部軍]隊|[^薬結郵便支事部当]局|[^官県道省]庁|[^反帰]省',
  '条約|協定|議定書|条例|[^方手技用文寸作司立刑国商合憲無不療]法|[^犯有無]罪|ガイドライン|大綱|宣言|憲章|白書',
  'フレームワーク|イニシアティブ|キャンペーン|競技大会|[^刑]事件|震災|周年|サイクル|型攻撃',
].join('|');
/** Endings that names have, and other words too: they need something of their own before them. */
const WEAK = [
  '会議|本部|連合|同盟|組合|チーム|戦略|計画|構想|指針|マニュアル|ビジョン|プログラム|プロジェクト|プラン|事業|対話',
  '演習|訓練|制度|特区|税制|認証|方式|規格|基準|基盤|クラウド|システム|サービス|ウイルス',
].join('|');
export const NAME_END = new RegExp(`(?:${STRONG}|${WEAK})$`, 'u');
export const STRONG_END = new RegExp(`(?:${STRONG})$`, 'u');
const ONLY_END = new RegExp(`^(?:${STRONG}|${WEAK})$`, 'u');

/** Bodies and events that every reader knows, and that no glossary explains. */
const WELL_KNOWN = /^(?:国会|衆議院|参議院|政府|東日本大震災|阪神・?淡路大震災)$/u;
/** `総務省`: what it was at that time, and who has followed it, is asked by readers of minutes. */
const AUTHORITY = /(?:[^官公県道省都府]庁|[^反帰各本両他]省|^内閣官房)$/u;
const isAuthority = (term: string, parts: Parts): boolean => parts.length < 3 && AUTHORITY.test(term);
/** Endings of persons, offices, sections of an office: those who speak. */
const PERSON_END =
  /(?:大臣|長官|次官|委員|議員|教授|講師|[^特成波身延全校増]長|[^器]官|[^人]員|監|補佐?|代表|代理|代理出席|理事|監事|担当|顧問|主査|主任|主幹|弁護士|博士|先生|夫妻|[市国町村県区]民|皆様|皆さん|我々|知事|者|室|課|係|会社|銀行|大学院?|政府|当局|国|挨拶|あいさつ|議員団|会派|省庁|人)$/u;
/** Those are terms although they end like persons: `重要インフラ事業者`, `システム管理者`. */
const ROLE = /(?:事業者|管理者|設置者|利用者|保険者|[\p{sc=Katakana}ー]{3}者)$/u;
export const COMPANY = /(?:株式|有限|合同)会社/u;
/** Words of agendas and of the forms of minutes. */
const AGENDA = new RegExp(
  [
    '^本日の.*',
    // A地区, 乙団体: names that hide names.
    '^[\\p{Lu}甲乙丙丁](?:地区|団体|社|氏|市|町|区|案|班|グループ|チーム|会議室)',
    '^第?[\\p{Nd}一二三四五六七八九十]+(?:号|条|項|款|章|節|番|期|次|表|図|案|回)?',
    '^(?:資料|別紙|別添|参考|議案|議題|報告|事例|図|表|日程|番号)第?[\\p{Nd}一二三四五六七八九十].*',
    '.*(?:議事(?:録|要旨|概要|要録|日程|次第|進行|経過|メモ)|会議録|速記録|委員会記録|定例会|臨時会|例会)',
    '.*(?:[\\p{Nd}一二三四五六七八九十]号議案|議決事件|議案第.*|請願|陳情|諮問|原案|骨子案|案件|事項|所管(?:事務)?|補正予算|請負契約)',
    '.*(?:開催(?:日時?|場所|概要)|年月日|番号|名簿|職・?氏名|部局名|金額|[配添説提][付布明出]資料|参考資料|書類|敬称略)',
    '.*(?:(?:賛成|反対)討論|.{2}議題|委員会付託|付託委員会|提出議案|意見書提出|施行期日|特別委員会|質疑応答|意見交換|一般質問|代表質問|提案理由|補足説明|冒頭発言|質問事項|会派.{0,3}|事務局)',
    '.*(?:可決|採決|閉会中|暫時休憩|全員賛成|全員挙手|賛成多数|起立全員|異議なし|賛成者.{2}|記名押印|歳入歳出)',
    '.*(?:(?:出席|欠席).{1,3}|参加者|(?:委員|議員|理事|総代)[総定]数|会議室|庁舎|号館|決定|スケジュール|イメージ|状況)',
    '.*(?:可能性|必要性|重要性|方向性|具体的|積極的|基本的)',
  ]
    .map(row => `(?:${row}$)`)
    .join('|'),
  'u',
);
/** Compounds of everyday and official language, which no reader looks up; found by reading minutes of many fields. */
const COMMON: ReadonlySet<string> = new Set(
  [
    '教育委員会 農業委員会 選挙管理委員会 公安委員会 監査委員会 評価委員会 選定委員会 実行委員会 小委員会 運営委員会 運営協議会',
    '説明会 住民説明会 理事会 役員会 分科会 専門部会 公聴会 研修会 国際会議 全体会合 会議形式 会議規則',
    '参加者 利用者 所有者 保護者 高齢者 対象者 従事者 関係者 担当者 使用者 生産者 事業者 子どもたち 自分たち 先生方 有識者 第三者 当事者 被害者 専門家',
    '中小企業 大企業 民間企業 民間事業者 関係機関 関係団体 国際機関 政府機関 金融機関 地方公共団体 地方自治体 都道府県 市町村 国家機関',
    '報告書 意見書 計画書 申請書 証明書 契約書 提案書 要望書 評価書 中間取りまとめ 中間報告 中間評価 自己評価 事業計画 基本計画 基本方針 基本設計',
    '実施要領 実施計画 事業報告 決算報告 会計報告 予算書 予算要求 概算要求 人件費 材料費 工事費 運営費 使用料 利用料 手数料 補助金 助成金 交付金 委託料',
    '駐車場 集会所 図書室 研修室 事業所 処理場 診療所 郵便局 警察署 飲食店 商店会 自治会 町内会 候補地 申請地 敷地内 隣接地 空調設備 電気料金 水道料金',
    '携帯電話 電子メール スマートフォン ホームページ ウェブサイト トップページ メールアドレス パソコン パワーポイント ソフトウェア ハードウェア アンケート',
    'コミュニケーション フィードバック ポテンシャル リアルタイム トレーニング スペシャリスト アプローチ アップデート プロトタイプ',
    'パネルディスカッション プレゼンテーション リーダーシップ プレゼンス メッセージ テクノロジー マーケット コミュニティ オンライン インターネット ネットワーク',
    '情報提供 情報発信 情報交換 情報収集 意見募集 普及啓発 普及啓発活動 広報活動 注意喚起 実態把握 実態解明 現状把握 原因究明 問題提起 課題解決 問題解決',
    '未然防止 再発防止 被害防止 拡大防止 環境整備 体制整備 基盤整備 体制強化 連携強化 対策強化 機能強化 能力向上 意識向上 意識改革 組織改革 人材確保',
    '人材育成 人材教育 人材配置 技術開発 研究開発 技術協力 国際協力 国際貢献 国際社会 国民生活 社会生活 日常生活 経済活動 企業活動 社会経済 経済成長',
    '社会経済活動 環境変化 社会情勢 技術水準 対応能力 対処能力 対応体制 推進体制 協力体制 実施体制 運営体制 組織体制 成果文書 共同声明 概要説明 基調講演',
    '調査研究 実証実験 現地調査 評価指標 評価基準 評価項目 優先順位 選択肢 適用範囲 適用期限 対象範囲 経過措置 制度改正 法制度 予算措置 財政措置 支援措置',
    '時間帯 年度末 世の中 使い勝手 取り組み 犯人逮捕 犯罪捜査 犯罪対策 自然災害 災害発生 大規模災害 個人情報 電子データ 外交関係 外交ルート 価値観 同盟国',
    '先進国 途上国 発展途上国 新興国 国民性 信頼関係 信頼性 安心感 持続可能 必要不可欠 進め方 考え方 使い方 言い方 やり方 書き振り 取りまとめ 見直し 問題点',
    '最新動向 過剰反応 表裏一体 量的不足 質的不足 行政サービス 情報システム 設備投資 企業情報 経営戦略 経営層 管理責任 相互連携 官民一体 企画競争 随意契約',
    '継続審議 継続審査 全会一致 任期満了',
  ].flatMap(row => row.split(' ')),
);

/** Parts that say little of what a compound is about. */
export const GENERAL = new RegExp(
  `^(?:${[
    '基本|全体|関係|共同|協議|国際|具体的?|主要|総合的?|一般|特別|臨時|定例|専門的?|分科|実施|推進|検討|対策|対応|行動|年度|来年度|事業者?|運営|管理|調査|研究',
    '開発|活動|活用|地域|情報|社会|国家|政府|民間|企業|組織|制度|計画|会議|会合|委員会?|本部|部会|説明|意見|意識|問題|課題|評価|施策|政策|方針|体制|連携',
    '強化|安全|生活|国民|市民|住民|公共|行政|業務|経営|経済|内部|外部|相互|個別|共通|新規|既存|現行|将来|当面|中長期|長期|短期|緊急|海外|国内|国外|各国',
    '我が国|日本|能力|技術|水準|環境|変化|参加|開催|機関|団体|対象|効果|目標|目的|内容|状況|方法|方式|資料|報告書?|提供|利用者?|実践的?|実戦的|文化的|大量|高度',
    'システム|サービス|プロジェクト|チーム|データ|テーマ|レベル|ルール|センター|グループ|メンバー|スタッフ|イメージ|スケジュール|アンケート|ページ|.',
  ].join('|')})$`,
  'u',
);

/** Whether a compound ends as names do, and says of what. */
export function isNamed(term: string, parts: Parts): boolean {
  if (!NAME_END.test(term)) return false;
  const own = parts.filter(({ text }, at) => !GENERAL.test(text) && !(at === parts.length - 1 && ONLY_END.test(text)));
  const isSpecific = own.some(({ sort }) => SPECIFIC.includes(sort));
  return STRONG_END.test(term) ? isSpecific || own.length > 1 || parts.length > 3 : isSpecific || own.length > 2;
}
const SPECIFIC: readonly string[] = ['latin', 'coined', 'proper', 'place', 'katakana', 'ordinal'];

/** Whether it is one loan word that the dictionary has. */
export const isLoanWord = (parts: Parts): boolean => parts.length === 1 && parts[0]?.sort === 'katakana';

/** Whether a compound is of a sort that is no term: a person, an office, a place, a part of an agenda, a common word. */
export function isNoTerm(term: string, parts: Parts): boolean {
  if ([...term].length < 3 || COMMON.has(term) || /^\p{sc=Hiragana}+$/u.test(term)) return true;
  if ([AGENDA, WELL_KNOWN, COMPANY].some(pattern => pattern.test(term))) return true;
  if (PERSON_END.test(term) && !ROLE.test(term)) return true;
  if (parts.every(({ sort }) => NAMELESS.includes(sort))) return true;
  const [only, ...others] = parts;
  if (!only || others.length > 0) return false;
  if (only.sort === 'coined') return [...term].length < SHORTEST_WORD;
  if (AUTHORITY.test(term)) return false;
  if (isLoanWord(parts) && [...term].length >= LONG_WORD && !GENERAL.test(term)) return false;
  return !(only.sort === 'katakana' && STRONG_END.test(term) && /\p{sc=Han}$/u.test(term));
}
/** Places, counts, and Latin words alone, which are found by their look (`acronymsIn`). */
const NAMELESS: readonly string[] = ['place', 'number', 'person', 'ordinal', 'latin'];
const SHORTEST_WORD = 4;
/** A loan word of this length is asked about where it comes often: `インテリジェンス`. */
const LONG_WORD = 6;

/** What is known of a compound in all pages together. */
export interface Weighed {
  readonly term: string;
  readonly parts: Parts;
  /** Times less those in longer compounds, as the C-value has it. */
  readonly free: number;
  /** Number of pages. */
  readonly pages: number;
  readonly evidence: ReadonlySet<Evidence>;
  /** Share of the times in which it is a verb or an adjective: `ブラッシュアップする`. */
  readonly asVerb: number;
  /** Length of all texts in UTF-16 units. */
  readonly size: number;
  /** Mean of the logarithms (base 2) of the numbers of compounds that its parts make to the left and to the right. */
  readonly productivity: number;
}

/**
 * How likely a compound is a term: the C-value (Frantzi, Ananiadou & Mima 2000) with the productivity of the parts
 * (LR of Nakagawa & Mori 2003), both as logarithms, and what the form and the surroundings add. The summands were set
 * by hand on the five scans and on minutes of other fields.
 */
export function termhood(weighed: Weighed): number {
  const { parts, free, pages, asVerb, productivity } = weighed;
  const cValue = Math.log2(1 + parts.length) * free;
  const frequency = Math.log2(1 + cValue) + 0.5 * Math.log2(Math.max(1, pages)) + 0.2 * productivity;
  const general = parts.filter(({ text, sort }) => !WORDS_OF_OWN.includes(sort) && GENERAL.test(text)).length;
  const others = SUMMANDS.filter(({ holds }) => holds(weighed)).reduce((sum, { adds }) => sum + adds, 0);
  const length = isNamed(weighed.term, parts) ? 0 : 0.3 * excess(weighed.size);
  return frequency + others - length - 1.5 * asVerb - (1.5 * general) / parts.length;
}

const WORDS_OF_OWN: readonly string[] = ['latin', 'coined'];
const FOREIGN: readonly string[] = ['katakana', 'coined'];
const has = (parts: Parts, sorts: readonly string[]): boolean => parts.some(({ sort }) => sorts.includes(sort));
const isForeign = (parts: Parts): boolean => parts.every(({ sort }) => FOREIGN.includes(sort));
const isHan = (parts: Parts): boolean => !has(parts, SPECIFIC);
const isShown = (evidence: ReadonlySet<Evidence>): boolean => evidence.has('quoted') || evidence.has('heading');

/** Of a text of this length, about the five scans, the summands are right; in a longer one the same count says less. */
const USUAL_SIZE = 40_000;
const excess = (size: number): number => Math.max(0, Math.log2(size / USUAL_SIZE));

/** `サイバー演習`, once and in passing: ends as a name may, and is none. */
function isChance({ term, parts, free, evidence }: Weighed): boolean {
  return !STRONG_END.test(term) && free < 2 && evidence.size === 0 && parts.length < 4 && !has(parts, ['ordinal']);
}

const SUMMANDS: readonly { readonly adds: number; readonly holds: (weighed: Weighed) => boolean }[] = [
  { adds: 1.5, holds: weighed => isNamed(weighed.term, weighed.parts) && !isChance(weighed) },
  { adds: 1, holds: ({ evidence }) => evidence.has('heading') },
  { adds: 0.5, holds: ({ evidence }) => evidence.has('item') },
  { adds: 0.7, holds: ({ evidence }) => evidence.has('quoted') },
  { adds: 1, holds: ({ evidence }) => evidence.has('introduced') },
  { adds: 0.9, holds: ({ evidence }) => evidence.has('listed') },
  { adds: 1, holds: ({ evidence }) => evidence.has('dated') },
  { adds: 2.6, holds: ({ term, parts }) => isAuthority(term, parts) },
  { adds: 0.5, holds: ({ parts }) => has(parts, WORDS_OF_OWN) },
  { adds: 0.3, holds: ({ parts }) => !has(parts, WORDS_OF_OWN) && has(parts, ['katakana', 'proper', 'place']) },
  { adds: 1.3, holds: ({ parts }) => isForeign(parts) && has(parts, ['coined']) },
  { adds: 0.8, holds: ({ parts }) => isForeign(parts) && !has(parts, ['coined']) && parts.length > 1 },
  {
    adds: -1,
    holds: ({ term, parts, evidence }) =>
      isHan(parts) && !isNamed(term, parts) && !isShown(evidence) && !evidence.has('introduced'),
  },
  { adds: -0.7, holds: ({ term }) => ROLE.test(term) },
  {
    adds: -1.5,
    holds: ({ term, parts, evidence }) =>
      GENERAL.test(parts.at(-1)?.text ?? '') && !isNamed(term, parts) && !isShown(evidence),
  },
];
