/**
 * Lines in which a name means what its card says, or another thing that the words beside it name.
 * Four lists, each written before the linker was run on it: of the 60 lines of `FIRST` (half to be
 * linked, five fields) 55 were right at first, 28 of 30 linked and 27 of 30 left; of the 72 of `SECOND`, written
 * once those were cured to see whether ordinary mentions stay linked, 67 (48 of 50, 19 of 22).
 * Of the 84 of `THIRD` (eight other fields) 49 were right at first, 41 of 41 linked and 8 of 43 left; of the 50 of `FOURTH`,
 * written once those were cured, 48 (25 of 26, 23 of 24).
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

/** Eight fields that neither list has, half of the lines to be linked; written before the linker was changed for them. */
export const THIRD: readonly Case[] = [
  {
    field: 'energy',
    card: 'term: ORION\naliases: [オリオン]\ncategory: system\ncase: any',
    text: '発電所の需給を監視するシステムです。',
    linked: [
      '[ORION]の画面に需要が映る。',
      '電力会社の[オリオン]が停電を知らせた。',
      '送電網の[ORION]を更新する。',
      '星空の観察会でも[ORION]の話が出た。',
      '神話ではなく[ORION]の仕様を読む。',
      'Operators watch the [Orion] dashboard.',
    ],
    others: [
      'ギリシャ神話のオリオンは狩人である。',
      'ORION生ビールで乾杯した。',
      '缶ビールのオリオンを買った。',
      'オリオンのビールは沖縄で造る。',
      'オリオンの三つ星が昇った。',
      'He told of the hunter Orion and his dog.',
    ],
  },
  {
    field: 'libraries',
    card: 'term: アトラス\naliases: [Atlas, ATLAS]\ncategory: system\ncase: any',
    text: '図書館の蔵書を探すシステムです。',
    linked: [
      '図書館の[アトラス]で本を探す。',
      '県立図書館は[Atlas]を止めた。',
      '小説の貸出は[アトラス]が数える。',
      '利用者の[アトラス]への登録が増えた。',
      'The library moved its books to [Atlas] in May.',
    ],
    others: [
      '清酒アトラスの蔵を訪ねた。',
      'ホテルアトラスに泊まった。',
      '天を支える巨神アトラスの像',
      '土星の衛星アトラスを撮った。',
      'The Atlas rocket lifted off.',
      'アトラスオオカブトを飼う。',
    ],
  },
  {
    field: 'education',
    card: 'term: 北斗\ncategory: programme',
    text: '離島の子どもに授業を届ける事業です。',
    linked: [
      '[北斗]の授業を受ける。',
      '町の[北斗]に三校が加わった。',
      '列車で通う生徒も[北斗]を使う。',
      '道の[北斗]事務局に届ける。',
      '教員の[北斗]離れが進む。',
    ],
    others: [
      '寝台列車の北斗に乗る。',
      '北斗七星を指さした。',
      '特急「北斗」が遅れた。',
      '北斗市の小学校',
      '力士の北斗が勝った。',
      '漫画の北斗が人気だった。',
    ],
  },
  {
    field: 'finance',
    card: 'term: Titan\ncategory: system\ncase: any',
    text: 'A clearing system of the banks.',
    linked: [
      'Banks clear payments through [Titan] every hour.',
      'The bank says [Titan] cut costs.',
      'Under the moon they waited for [Titan] to restart.',
      'The new [Titan] release is out.',
      "[Titan]'s settlement engine failed.",
    ],
    others: [
      'the Saturnian moon Titan',
      'Titan, a moon of Saturn, has lakes.',
      'The rocket Titan was retired.',
      'He drove a Titan pickup truck.',
    ],
  },
  {
    field: 'agriculture',
    card: 'term: みのり\ncategory: programme',
    text: '若い農家を支える県の事業です。',
    linked: [
      '農家の[みのり]への申込みが増えた。',
      '米の[みのり]枠を広げる。',
      '果物の産地も[みのり]に加わる。',
      '知事は[みのり]の成果を述べた。',
      '[みのり]の店舗支援は来年からである。',
    ],
    others: [
      '日本酒のみのりが賞を得た。',
      '銘柄米「みのり」を炊く。',
      'いちごの品種みのりを植えた。',
      'ロックバンドのみのりが歌う。',
      '長女のみのりが生まれた。',
    ],
  },
  {
    field: 'shipping',
    card: 'term: Polaris\naliases: [ポラリス]\ncategory: exercise\ncase: any',
    text: '港の停電に備える訓練です。',
    linked: [
      '港の[ポラリス]に二十隻が加わる。',
      '船長も[ポラリス]で避難を学んだ。',
      'フェリー会社は[ポラリス]の日に休む。',
      'Ships left port before [Polaris] began.',
      'The harbour reports on [Polaris] twice a year.',
    ],
    others: [
      '北極星ポラリスを頼りに進む。',
      'Polaris missiles were carried by submarines.',
      'The North Star, Polaris, shows the way.',
      'フェリーポラリスが入港した。',
      '客船のポラリスが着いた。',
    ],
  },
  {
    field: 'music',
    card: 'term: ミューズ\naliases: [Muse]\ncategory: organisation\ncase: any',
    text: '音楽家の著作権を管理する団体です。',
    linked: [
      '作曲家は[ミューズ]に届け出る。',
      '曲の利用料は[ミューズ]が集める。',
      'バンドの多くが[ミューズ]の会員である。',
      '[ミューズ]の会費を納める。',
      'Singers asked [Muse] for their share.',
    ],
    others: [
      '芸術の女神ミューズ',
      'ギリシャ神話のミューズたち',
      '薬用石鹸ミューズで手を洗う。',
      'イギリスのバンド、ミューズが来日した。',
      'The British band Muse played.',
    ],
  },
  {
    field: 'disaster relief',
    card: 'term: カトレア\naliases: [Cattleya]\ncategory: system\ncase: any',
    text: '避難所の名簿を作るシステムです。',
    linked: [
      '避難所の[カトレア]に名を入れる。',
      '花屋の二階で[カトレア]を動かした。',
      '市民の[カトレア]利用を促す。',
      '温室の係も[カトレア]で出欠を取る。',
      'Volunteers print lists with [Cattleya].',
    ],
    others: [
      'カトレアの花が咲いた。',
      '洋ランのカトレアを贈る。',
      'カトレアの鉢植え',
      '喫茶カトレアで待つ。',
      'Cattleya orchids need light.',
      '競走馬のカトレア',
    ],
  },
];

/** Written once those of `THIRD` were cured, and before the linker was run on them: does what is meant stay linked? */
export const FOURTH: readonly Case[] = [
  {
    field: 'museums',
    card: 'term: ミネルヴァ\naliases: [Minerva]\ncategory: system\ncase: any',
    text: '博物館の収蔵品を管理するシステムです。',
    linked: [
      '映画の[ミネルヴァ]登録を始めた。',
      '神話の絵も[ミネルヴァ]に登録する。',
      '[ミネルヴァ]の花形機能',
      '[ミネルヴァ]の木構造を描く。',
      '[ミネルヴァ]は星座の図も収める。',
      '[ミネルヴァ]は全国の館が使う。',
      'ビールの[ミネルヴァ]価格',
      '[ミネルヴァ]の像データを公開する。',
      '学芸員の娘も[ミネルヴァ]を使う。',
      'Staff scan the rose collection into [Minerva].',
      'The [Minerva] rose catalogue is complete.',
      'They moored [Minerva] data on a ship.',
    ],
    others: [
      '知恵の女神ミネルヴァ',
      'ローマ神話に登場するミネルヴァ',
      'ミネルヴァは知恵を司る女神である。',
      'ミネルヴァの石像が倒れた。',
      '旅館ミネルヴァに泊まる。',
      'カフェ「ミネルヴァ」でお茶を飲む。',
      '小惑星のミネルヴァを見つけた。',
      '童話のミネルヴァは泣いた。',
      'In Roman mythology, Minerva guards the city.',
      'Minerva roses bloomed.',
    ],
  },
  {
    field: 'police',
    card: 'term: 明星\ncategory: programme',
    text: '夜道の見回りをする県警の事業です。',
    linked: [
      '市の[明星]に団体が加わる。',
      '[明星]市民会議を開く。',
      '[明星]は町の安全を守る。',
      '[明星]町内会の協力',
      '列車の[明星]見回り',
      '犬を連れて[明星]に加わる。',
      '[明星]の木曜班',
      '[明星]は住民が船で回る。',
    ],
    others: [
      '夜行列車の明星は廃止された。',
      '寝台特急明星',
      '明星市に住む。',
      '焼酎「明星」を飲む。',
      '演歌歌手の明星が歌う。',
      '横綱の明星が引退した。',
      '警察犬の明星が見つけた。',
      '明星という銘柄の米',
    ],
  },
  {
    field: 'shipping',
    card: 'term: NEREID\naliases: [ネレイド]\ncategory: exercise\ncase: any',
    linked: [
      '海神祭の日に[ネレイド]を行う。',
      '客船の[NEREID]参加を求める。',
      '[ネレイド]の葉書が届いた。',
      'The [Nereid] planning group met.',
      'After [Nereid] missiles were counted.',
      '[NEREID]は四年に一度の訓練である。',
    ],
    others: [
      '海王星の衛星ネレイド',
      '海神の娘のネレイド',
      '客船のネレイドが着いた。',
      'ネレイドは海王星をめぐる小さな惑星である。',
      'the ship Nereid',
      'Nereid is the third moon of Neptune.',
    ],
  },
];

/**
 * Lines that are still wrong: katakana before katakana is no border of words for a name, 駅 is taken for a station, what
 * stands behind a comma for one of several things, and English missiles for those of the name.
 */
export const STILL_WRONG: readonly string[] = [
  '[オーロラ]ビールは規格に適合した。',
  '人気の[スイカ]ペンギン',
  '[DMAT]駅前本部',
  'The North Star, Polaris, shows the way.',
  'イギリスのバンド、ミューズが来日した。',
  'After [Nereid] missiles were counted.',
];
