/** What a researcher or a journalist asks of the five minutes, with the words that answer it, told by hand. */
export interface Query {
  readonly query: string;
  readonly kind: Kind;
  /** Each of these must stand in the section, in one of its spellings; by itself, each word of the query. */
  readonly all?: readonly (readonly string[])[];
  /** None of these may. */
  readonly none?: readonly string[];
  /** Name of the only document in question. */
  readonly page?: string;
  /** Part of the label or of the full name of whoever speaks. */
  readonly speaker?: string;
}

export const KINDS = [
  'plain',
  'inner',
  'prefix',
  'width',
  'kana',
  'variant',
  'reading',
  'names',
  'typo',
  'and',
  'phrase',
  'without',
  'filter',
  'negative',
] as const;
type Kind = (typeof KINDS)[number];

/** Queries whose answer is the words themselves. */
const ask = (kind: Kind, ...queries: readonly string[]): Query[] => queries.map(query => ({ query, kind }));

/** Queries answered by one word in one of several spellings. */
const read = (kind: Kind, answers: Readonly<Record<string, readonly string[]>>): Query[] =>
  Object.entries(answers).map(([query, words]) => ({ query, kind, all: [words] }));

/** Names of the same thing at other times and in other words. */
const NISC = ['NISC', '内閣官房情報セキュリティセンター', '内閣サイバーセキュリティセンター', '国家サイバー統括室'];
const GAMES = ['オリンピック・パラリンピック', '東京オリンピック競技大会・東京パラリンピック競技大会'];
const TOKYO2020 = [...GAMES, '2020年のオリンピック', 'オリパラ'];

const MALWARE = ['マルウェア', 'マルウエア', '不正プログラム'];
const SHARING = ['情報共有', '情報の共有'];
const TOGETHER = ['官民連携', '官民協力', '官民の協力', '官民の連携'];

const PLAIN: readonly Query[] = [
  ...read('plain', { 官民連携: TOGETHER, 情報共有: SHARING }),
  ...ask('plain', '重要インフラ', '人材育成', '国際連携', 'サプライチェーン', 'テレワーク'),
  ...ask('plain', '経済安全保障', '国民の信頼', '守秘義務', '制御系', '30億ドル', 'Facebook', '捜査関係事項照会'),
  ...ask('plain', '中国', '自衛隊', '概算要求', 'ハッカー', '隘路', '核', '星委員', '後藤厚宏'),
  // From the middle of 国家公安委員会, 都道府県警察, 大臣政務官, セキュリティ人材, 脆弱性, グローバルパンデミック.
  ...ask('inner', '公安委員', '府県警察', '臣政務官', 'キュリティ人材', '弱性', 'ローバルパンデ', '中長期的な課'),
  ...ask('prefix', 'ランサム', 'スパイ', 'アトリビュ', 'DAEDA', 'インテリジェン', '東京オリ', 'Windows'),
  ...ask('width', 'ＶＰＮ', 'ｻｲﾊﾞｰ犯罪', 'Ｆａｃｅｂｏｏｋ', '１５００', 'ﾎﾞｯﾄﾈｯﾄ', '第３１回', 'Ｗｅｂ会議'),
  ...ask('kana', 'らんさむうぇあ', 'てれわーく', 'ぜろとらすと', 'ソノ一ツ', 'まいくろそふと'),
  ...ask('negative', '海上保安庁', 'ブロックチェーン', '生成AI', 'マイナンバー', '能動的サイバー防御', '北海道'),
  ...ask('negative', '裁判所', '憲法改正', 'WannaCry', 'きたちょうせんろうどうとう'),
];

const SPELLED_OTHERWISE: readonly Query[] = [
  ...read('variant', {
    慶応義塾: ['慶応義塾', '慶應義塾'],
    慶應義塾: ['慶応義塾', '慶應義塾'],
    斎藤: ['齋藤'],
    桜井: ['櫻井'],
    深沢: ['深澤'],
    宮沢: ['宮澤'],
    関澤雅士: ['関沢雅士'],
    渡邊研司: ['渡辺研司'],
    國土交通省: ['国土交通省'],
  }),
  ...read('reading', {
    じょうほうきょうゆう: SHARING,
    じゅうよういんふら: ['重要インフラ'],
    さいばーこうげき: ['サイバー攻撃'],
    ぜいじゃくせい: ['脆弱性'],
    かんみんれんけい: TOGETHER,
    じんざいいくせい: ['人材育成'],
    ちゅういかんき: ['注意喚起'],
    けいさつちょう: ['警察庁'],
    りょうしこんぴゅーたー: ['量子コンピューター'],
    ひょうてきがたこうげき: ['標的型攻撃'],
  }),
  ...read('names', {
    NISC,
    ＮＩＳＣ: NISC,
    国家サイバー統括室: NISC,
    国際刑事警察機構: ['INTERPOL', 'ICPO'],
    意見公募手続: ['パブリックコメント', 'パブコメ'],
    ブダペスト条約: ['サイバー犯罪条約', 'ブダペスト条約'],
    情報通信研究機構: ['NICT', '情報通信研究機構'],
    オリパラ: TOKYO2020,
  }),
  ...read('typo', {
    ランサムウエア: ['ランサムウェア'],
    ディジタル庁: ['デジタル庁'],
    サイバー攻劇: ['サイバー攻撃'],
    スノーデン事伴: ['スノーデン事件'],
    CYMET: ['CYMAT'],
    国家公安委委員会: ['国家公安委員会'],
    ブタペスト会議: ['ブダペスト会議'],
  }),
];

const COMBINED: readonly Query[] = [
  { query: '警察庁 サイバー局', kind: 'and' },
  { query: 'デジタル庁 NISC', kind: 'and', all: [['デジタル庁'], NISC] },
  { query: '身代金 暗号資産', kind: 'and' },
  { query: 'マルウェア DDoS攻撃', kind: 'and', all: [MALWARE, ['DDoS攻撃']] },
  { query: 'インテリジェンス　スノーデン', kind: 'and' },
  { query: '報告書 官民連携 脆弱', kind: 'and' },
  ...read('phrase', {
    '"誰も取り残さないサイバーセキュリティ"': ['誰も取り残さないサイバーセキュリティ'],
    '"自由、公正かつ安全なサイバー空間"': ['自由、公正かつ安全なサイバー空間'],
    '"cybersecurity success story"': ['cybersecurity success story'],
    '"船頭多くして船山に上る"': ['船頭多くして船山に上る'],
    '"法制度がテクノロジーに追いついていない"': ['法制度がテクノロジーに追いついていない'],
    '“誰一人取り残さない”': ['誰一人取り残さない'],
  }),
  { query: 'アトリビューション -サイバー局', kind: 'without', all: [['アトリビューション']], none: ['サイバー局'] },
  { query: 'プロアクティブ -措置', kind: 'without', all: [['プロアクティブ']], none: ['措置'] },
  { query: 'テレワーク -VPN', kind: 'without', all: [['テレワーク']], none: ['VPN'] },
  { query: 'speaker:後藤 大会', kind: 'filter', all: [['大会']], speaker: '後藤' },
  { query: 'speaker:前田 国民の信頼', kind: 'filter', all: [['国民の信頼']], speaker: '前田' },
  { query: 'speaker:村井純 DX', kind: 'filter', all: [['DX']], speaker: '村井純' },
  { query: '会議:総合セキュリティ対策会議 国民', kind: 'filter', all: [['国民']], page: 'fy2015-sgst-4' },
  {
    query: '会議:重要インフラ専門委員会 脆弱性',
    kind: 'filter',
    all: [['脆弱性']],
    page: '2013-06-20-ci-committee-32',
  },
  { query: '年:2021 デジタル庁', kind: 'filter', all: [['デジタル庁']], page: '2021-09-27-cs-hq-31' },
  { query: '年:2012 マルウェア', kind: 'filter', all: [MALWARE], page: '2012-11-01-isc-31' },
  { query: 'kind:minutes 量子', kind: 'filter', all: [['量子']] },
];

/** As readers type them: with the long vowel that the text has not, with brackets that were copied too. */
const AS_TYPED: readonly Query[] = [
  // With and without the last mark of a long vowel a word is the same; サイバー is not meant at all.
  { query: 'サーバー', kind: 'variant', all: [['サーバ']] },
  { query: 'コンピューター', kind: 'variant', all: [['コンピュータ']] },
  // Copied with the marks that stand around it.
  { query: '「サイバーセキュリティ通信簿」', kind: 'phrase', all: [['サイバーセキュリティ通信簿']] },
  { query: '『重要インフラ』', kind: 'phrase', all: [['重要インフラ']] },
];

export const QUERIES: readonly Query[] = [...PLAIN, ...SPELLED_OTHERWISE, ...COMBINED, ...AS_TYPED];
