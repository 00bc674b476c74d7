/**
 * Lines in which a name means what its card says, or another thing that the words beside it name.
 * Two lists, each written before the linker was run on it: of the 60 lines of `FIRST` (half to be
 * linked, five fields) 55 were right at first, 28 of 30 linked and 27 of 30 left; of the 72 of `SECOND`, written
 * once those were cured to see whether ordinary mentions stay linked, 67 (48 of 50, 19 of 22).
 */

interface Case {
  readonly field: string;
  /** Front matter of the card, and the text below it. */
  readonly card: string;
  readonly text?: string;
  /** Each mention in brackets. */
  readonly linked: readonly string[];
  /** Nothing in them is a mention. */
  readonly others: readonly string[];
}

export const FIRST: readonly Case[] = [
  {
    field: 'local government',
    card: 'term: ひだまり\ncategory: programme',
    text: '一人暮らしの高齢者を見守る市の事業です。',
    linked: [
      '横浜市「[ひだまり]」の登録者が千人を超えた。',
      '島の商店も[ひだまり]に加わった。',
      '[ひだまり]という小さな取組から始まった。',
      '広報紙の五月号で[ひだまり]を紹介した。',
    ],
    others: [
      '喫茶店「ひだまり」で会う約束をした。',
      'ひだまり保育園の園児が歌った。',
      '市営のひだまり公園で花見をした。',
      'ひだまりという名の温泉宿に泊まった。',
    ],
  },
  {
    field: 'local government',
    card: 'term: Beacon\ncategory: exercise\ncase: any',
    text: 'A drill of the county for floods.',
    linked: [
      'Four villages joined [Beacon] last spring.',
      'In the town hall, [Beacon] was planned in detail.',
      'The council paid for the boats that [Beacon] needed.',
      'During [Beacon] the river rose by a metre.',
    ],
    others: [
      'They met in a pub called Beacon.',
      'A hamlet named Beacon has forty inhabitants.',
      'The parade went down Beacon Street.',
    ],
  },
  {
    field: 'railways',
    card: 'term: コスモス\ncategory: system\naliases: [COSMOS]',
    text: '新幹線の運行を管理するシステムです。',
    linked: [
      '新幹線の[コスモス]が列車の遅れを予測した。',
      '[COSMOS]の端末を全駅に置いた。',
      '特急の遅れは[コスモス]に入力する。',
      '[COSMOS] train control was renewed in 2008.',
    ],
    others: [
      '観光列車「コスモス」が海沿いを走る。',
      'コスモス号は満席だった。',
      'アイドルグループの曲「コスモス」が流れた。',
      'コスモス薬局で風邪薬を買った。',
      'The express train Cosmos leaves at nine.',
    ],
  },
  {
    field: 'railways',
    card: 'term: つばめ\ncategory: event\nnear: [鉄道, 駅]',
    text: '鉄道の仕事を子どもに見せる催しです。',
    linked: ['鉄道の日の[つばめ]に三千人が来た。', '駅前の[つばめ]では制服も着られる。'],
    others: ['駅の軒でつばめという鳥を見た。', '駅から特急つばめに乗った。'],
  },
  {
    field: 'medicine',
    card: 'term: Iris\ncategory: system\naliases: [アイリス]\ncase: any',
    text: 'A register of patients who wait for a kidney.',
    linked: [
      'Every hospital enters its patients into [Iris].',
      'The doctors at the island hospital use [Iris], too.',
      '患者の一覧を[アイリス]で確かめた。',
      '[アイリス]に登録された男性が手術を受けた。',
    ],
    others: [
      'The goddess Iris carries messages.',
      'Mrs Iris brought flowers to the ward.',
      'アイリスさんは三日で退院した。',
      '目薬「アイリス」を一日二回さす。',
      'The crocus and the flower Iris bloom in spring.',
    ],
  },
  {
    field: 'medicine',
    card: 'term: さくら\ncategory: organisation\nnear: [患者, 会]',
    text: '患者とその家族の会です。',
    linked: ['患者の会「[さくら]」が講演会を開いた。', '[さくら]の会員は患者を訪ねる。'],
    others: ['患者は盲導犬さくらと通院した。', '会の帰りに映画「さくら」を見た。', '会場までさくら号で行った。'],
  },
  {
    field: 'space',
    card: 'term: Artemis\ncategory: programme\naliases: [アルテミス]',
    text: 'People are to land on the Moon again.',
    linked: [
      'Four astronauts trained for [Artemis].',
      'The ship will carry [Artemis] crews to the Moon.',
      '[アルテミス]の宇宙船が月を回った。',
      '星を見上げて[アルテミス]の成功を祈った。',
      '[Artemis] is named after a goddess.',
    ],
    others: [
      '狩りの女神アルテミスは弓を持つ。',
      'The temple was sacred to the goddess Artemis.',
      'アルテミス神殿は焼け落ちた。',
      'Artemis, the Greek goddess of the hunt, had a twin.',
      'The novel "Artemis" is set on the Moon.',
    ],
  },
  {
    field: 'standards',
    card: 'term: Matter\ncategory: system\ncase: exact\nnear: [device, smart]',
    text: 'A standard by which lamps and locks of many makers work together.',
    linked: ['Smart lamps speak [Matter].', 'The smart lock was the first device with [Matter].'],
    others: ['The band Matter plays with smart lights.', 'A song called Matter was on the smart speaker.'],
  },
  {
    field: 'standards',
    card: 'term: オーロラ\ncategory: organisation\naliases: [Aurora]',
    text: 'ビールを造る会社で、品質の規格でも知られます。',
    linked: ['[オーロラ]ビールは規格に適合した。', '[Aurora] wrote a standard for glass bottles.'],
    others: ['フェリー「オーロラ」は規格外の大きさだった。'],
  },
  {
    field: 'standards',
    card: 'term: Compass\ncategory: programme\ncase: exact',
    text: 'It brings standards to small firms.',
    linked: ['Forty firms took part in [Compass].'],
    others: [],
  },
];

export const SECOND: readonly Case[] = [
  {
    field: 'security',
    card: 'term: NISC\ncategory: organisation\naliases: [内閣サイバーセキュリティセンター]',
    linked: [
      '[NISC]さんから御説明をお願いします。',
      '略語「[NISC]」を用いる。',
      '[NISC]号外を配る。',
      '霞が関駅の[NISC]に集まる。',
      '資料本体は[NISC]の港湾の手引による。',
      '[NISC]という組織の人が来た。',
      '[NISC]村田補佐が説明した。',
      'In this country, [NISC] leads the work.',
      'The city asked [NISC] for help.',
      'He showed [NISC] a film about phishing.',
      '[NISC] hotel guidance was published.',
      '[NISC] (the agency) replied.',
      '[NISC]市町村連絡会議を開く。',
      '[NISC]区分の資料',
      '[NISC]社会部会',
      '[NISC]山本参事官',
    ],
    others: ['NISC（犬）', 'NISCという名の居酒屋', 'the yacht NISC', 'NISC島に渡る'],
  },
  {
    field: 'medicine',
    card: 'term: DMAT\ncategory: organisation',
    linked: [
      '[DMAT]病院に指定された。',
      '[DMAT]の医師は船で島に渡った。',
      '[DMAT]車両を配備した。',
      'The hospital ship took [DMAT] aboard.',
      'A doctor from [DMAT] flew in.',
      '[DMAT]駅前本部',
    ],
    others: ['The racehorse DMAT won.', '漫画『DMAT』'],
  },
  {
    field: 'railways',
    card: 'term: Suica\ncategory: system\naliases: [スイカ]\ncase: any',
    linked: [
      '駅で[スイカ]を買う。',
      '列車に[スイカ]で乗る。',
      '[Suica]の店を増やす。',
      'The train accepts [Suica] cards.',
      '[Suica] was sold at every station.',
      '特急の[Suica]対応を進める。',
      '新幹線の[Suica]',
      '人気の[スイカ]ペンギン',
    ],
    others: ['スイカという果物', 'スイカ畑', 'Suica River flows north.', 'スイカさんという人', 'ヨット「スイカ」'],
  },
  {
    field: 'space',
    card: 'term: Galileo\ncategory: system\naliases: [ガリレオ]',
    text: 'Satellites by which ships and cars find their way.',
    linked: [
      'Cars receive [Galileo] signals.',
      'The ship uses [Galileo].',
      '船は[ガリレオ]の信号を受ける。',
      '衛星[ガリレオ]は26機ある。',
      '衛星「[ガリレオ]」を打ち上げた。',
      'a star tracker of [Galileo]',
      'A constellation of [Galileo] satellites circles the Earth.',
    ],
    others: [
      'ガリレオの伝説',
      'The crater Galileo lies in the west.',
      '小惑星ガリレオ',
      'ドラマ「ガリレオ」を見た。',
      'Galileo, an Italian opera, was staged.',
      '彼はガリレオという天文学者を尊敬した。',
    ],
  },
  {
    field: 'news',
    card: 'term: Log4Shell\ncategory: event',
    linked: [
      'The [Log4Shell] story made the news.',
      'On the day of [Log4Shell] the city closed its site.',
      '[Log4Shell]の伝説的な被害',
      '[Log4Shell]という言い方',
      '市は[Log4Shell]に備えた。',
      'A book about [Log4Shell] appeared.',
    ],
    others: ['a beer named Log4Shell', '曲「Log4Shell」'],
  },
  {
    field: 'standards',
    card: 'term: GIGA\ncategory: programme',
    linked: [
      '[GIGA]学校を回る。',
      '[GIGA]の端末で映画を見る。',
      '[GIGA]村長会議',
      '[GIGA]社会の実現',
      '[GIGA]市場を開く',
      '[GIGA]区域',
      'school [GIGA] devices',
    ],
    others: ['GIGA株式会社', '株式会社GIGAの社長', 'GIGA村で暮らす'],
  },
];

/** Lines that are still wrong: katakana before katakana is no border of words for a name, and 駅 is taken for a station. */
export const STILL_WRONG: readonly string[] = [
  '[オーロラ]ビールは規格に適合した。',
  '人気の[スイカ]ペンギン',
  '[DMAT]駅前本部',
];
