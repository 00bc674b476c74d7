/** Tells by the words right beside a name whether it is that of another thing: a beer, a village, a train, a myth. */
import type { Category, Term } from '@tsuzuri/core/card';
import { later, once } from '@tsuzuri/core/collections';
import { fold } from '@tsuzuri/core/unicode';

/** Things that are called by name; each key is a source of a pattern, in folded text. */
interface Kind {
  readonly name: string;
  /** Not asked of entries of these categories. */
  readonly except?: readonly (Category | undefined)[];
  /** What stands before a bracket may own what is named in it: 横浜市「CYDER」. */
  readonly owns?: boolean;
  /** Japanese nouns, as in 「…という犬」, 「犬「…」」, 「…（犬）」. */
  readonly ja?: string;
  /** Of them those that are titles before a name: 女神テミス. */
  readonly title?: string;
  /** Of them those that 「の」 joins to a name behind: 犬のジャスパー. */
  readonly whose?: string;
  /** What is written to a name: オリオンビール. */
  readonly suffix?: string;
  /** What 「の」 joins to a name before, and only such a thing has: NISCの発音, カトレアの花. */
  readonly of?: string;
  /** English nouns, as in `a dog named …`, `the ship …`, `…, the brown dog`. */
  readonly en?: string;
  /** What needs no article before a name: `Hurricane Jasper`, `island of Avalon`. */
  readonly enBefore?: string;
  /** What stands behind a name: `Jasper beer`. */
  readonly enBehind?: string;
  /** The same, in capitals alone: `Avalon Street`. */
  readonly enTail?: string;
}

/** Names to which a short suffix may be written; 総務省町村… and 国土交通省公園緑地課 go on otherwise. */
const KANA = String.raw`(?<=[\p{sc=Hiragana}\p{sc=Katakana}ー][」』"']?)`;
const KANA_OR_LATIN = String.raw`(?<=[\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Latin}][」』"']?)`;
/** The same, before 「の」: 内閣府のワイン is wine of the office. */
const KANA_OR_LATIN_OF = String.raw`(?<=[\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Latin}][」』"']?の)`;
const KANA_OF = String.raw`(?<=[\p{sc=Hiragana}\p{sc=Katakana}ー][」』"']?の)`;
/** A name of two characters, as that of a town may be: 北斗市. */
const TWO_HAN = String.raw`(?<=(?<!\p{sc=Han})\p{sc=Han}{2})`;
/** A Japanese noun ends here, or begins here. */
const ENDS = String.raw`(?![\p{sc=Han}\p{sc=Katakana}ー])`;
const BEGINS = String.raw`(?<!\p{sc=Han})`;
/** Behind an English noun: no other noun to which it belongs (`film archives`, `train control`). */
const STOPS = String.raw`(?=\s*(?:$|[.,;:!?)]|(?:a|about|after|and|are|arrived|arrives|at|as|by|for|from|has|had|have|in|into|is|left|leaves|made|near|of|on|opened|or|ran|runs|sailed|sank|that|to|was|were|which|who|with|won|[a-z]+ed)(?![\p{L}-])))`;

const GODS = '(?:巨|海|主|軍|風|雷|水|死|太陽|守護)神';

const KINDS: readonly Kind[] = [
  {
    name: 'drink',
    ja: 'ビール|発泡酒|地酒|日本酒|清酒|焼酎|ワイン|ウイスキー|カクテル|酒|銘柄',
    title: '(?:[生缶瓶黒地]|クラフト)?ビール|発泡酒|地酒|銘酒|日本酒|清酒|焼酎|ワイン|ウイスキー|カクテル|酒蔵',
    whose: '(?:[生缶瓶黒地]|クラフト)?ビール|発泡酒|地酒|銘酒|日本酒|清酒|焼酎|ワイン|ウイスキー|カクテル',
    suffix: '(?:[生缶瓶黒地])?ビール|[赤白]?ワイン|焼酎|日本酒|清酒|カクテル|ウイスキー',
    of: `${KANA_OR_LATIN_OF}(?:[生缶瓶黒地]?ビール|地酒|日本酒|清酒|焼酎|[赤白]?ワイン|ウイスキー)`,
    en: 'beer|ale|lager|cider|wine|whisk(?:e)?y|cocktail|brewery|pub',
    enBehind: 'beers?|ales?|lagers?|ciders?|wines?|whisk(?:e)?ys?|cocktails?|pub|brewery',
  },
  {
    name: 'shop',
    ja: '銘柄米|ラーメン|カレー|弁当|料理|菓子|駅弁|饅頭|ケーキ|品種|店|食堂|喫茶店|居酒屋|カフェ|レストラン|旅館|ホテル|宿|書店',
    title:
      '(?<![\\p{sc=Katakana}ー])(?:ホテル|レストラン|カフェ|ペンション|スナック|パン屋)|旅館|民宿|喫茶店?|酒場|居酒屋|大衆食堂|割烹|料亭|品種|銘柄米?|駅弁|和菓子|洋菓子|銘菓',
    whose: '品種|銘柄米?|駅弁|和菓子|洋菓子|銘菓|チョコ(?:レート)?|アイス(?:クリーム)?|カップ麺',
    suffix: '丼|弁当|定食|カレー|ラーメン|ケーキ|饅頭|まんじゅう',
    en: 'restaurant|café|cafe|bakery|hotel|inn|bar|shop|cheese|apple|rose|cultivar',
    enBehind: 'restaurant|café|cafe|bakery',
  },
  {
    name: 'star',
    ja: '(?<!衛)星|恒星|惑星|小惑星|彗星|星座|星雲|星団|銀河',
    title:
      '(?:小|準)?惑星|彗星|恒星|星雲|星団|銀河|[一二三四]等星|北極星|変光星|[水金火木土]星の衛星|(?:天王|海王|冥王)星の衛星|星座',
    whose: '(?:小|準)?惑星|彗星|恒星|星座|[一二三四]等星',
    of: '三つ星|星座|星雲|流星群|クレーター',
    suffix: '七星|座(?![談長席員敷標視るっりら禅右興])|彗星|流星群|(?:大|小)?星雲|(?:大|小)?星団|(?:大|小)?銀河',
    en: 'constellation|star|nebula|comet|asteroid|planet|moon|galaxy|crater',
    enBefore: 'constellation|asteroid|comet|planet|nebula|galaxy|crater|star',
    enBehind: 'constellation|nebula|comet|asteroid|galaxy|meteor shower',
  },
  {
    name: 'story',
    ja: `神話|伝説|昔話|民話|童話|映画|小説|漫画|アニメ|ゲーム|ドラマ|絵本|書籍|${BEGINS}本|著書|雑誌|歌劇|戯曲|演劇|番組|舞台|詩集|写真集|作品`,
    title: '映画|小説|漫画|アニメ|ドラマ|童話|絵本|歌劇|戯曲|神話',
    whose: '映画|小説|漫画|アニメ|ドラマ|童話|絵本|歌劇|戯曲|神話|伝説|昔話|民話',
    suffix: '神話|伝説',
    of: '神話|伝説(?![の的])',
    en: 'movie|film|novel|book|musical|opera|play|myth|legend|fairy tale|poem|painting|video game|magazine',
    enBefore: '(?:myths?|legends?|fable|fairy tale) of|(?:mythology|folklore),?',
    enBehind: `myth(?:s|ology)?|legends?|(?:movie|film|novel|opera|musical)s?${STOPS}`,
  },
  {
    name: 'music',
    ja: '曲|楽曲|歌|唱歌|童謡|校歌|主題歌|アルバム|交響曲|組曲|バンド|ロックバンド|歌手|合唱団',
    title: 'ロックバンド|バンド|歌手|楽曲',
    whose: 'バンド|歌手',
    of: '歌詞|主題歌|楽曲|新曲|来日公演',
    en: 'song|album|band|singer|orchestra|symphony|hymn',
    enBehind: `(?:song|album)s?${STOPS}`,
  },
  {
    name: 'creature',
    ja: `子?犬|子?猫|馬|牛|鳥|魚|${BEGINS}[花木]|競走馬|名馬|愛[犬猫馬]|盲導犬|警察犬|災害救助犬|ペンギン|パンダ|${BEGINS}象|動物|昆虫|植物|果物|野菜`,
    title: '愛[犬猫馬]|盲導犬|警察犬|競走馬|名馬',
    whose: '[犬猫馬花]|競走馬|名馬|盲導犬|警察犬|パンダ|ペンギン|洋ラン|バラ',
    of: `${KANA_OF}(?:花びら|花束|花|木|苗木?|鉢植え|球根|葉|羽|鳴き声|幼虫|ひな|毛並み)${ENDS}`,
    en: 'dog|cat|horse|pony|puppy|kitten|parrot|bird|cow|whale|elephant|panda|racehorse|fish|snake|tortoise|butterfly|moth|flower|tree|plant',
    enBefore: '(?:dog|cat|horse|pony|puppy|kitten|parrot|racehorse)',
    enBehind: `(?:orchid|rose|tulip|butterfl(?:y|ie)|moth|beetle|puppie|kitten)s?${STOPS}|orchids`,
  },
  {
    name: 'figure',
    ja: `女神|${BEGINS}[神王]|巨人|怪物|英雄|妖精|精霊|天使|悪魔|魔女|騎士|女王|主人公|登場人物`,
    title: `女神|${GODS}|巨人|英雄|妖精|天使|怪物|主人公|狩人|不死鳥|天馬|一角獣`,
    whose: `女神|${GODS}|巨人|英雄|妖精|天使|怪物|主人公|不死鳥`,
    of: `(?:石像|銅像|彫像|神殿|像)${ENDS}`,
    en: 'god|goddess|hunter|giant|nymph|titan|hero|heroine|monster|angel|demon|saint|king|queen',
    enBefore: '(?:god|goddess|giant|nymph|titan|saint|king|queen)',
  },
  {
    name: 'person',
    // Minutes say NICTさん of a body, 東京大学教授 of its people.
    except: ['organisation', undefined],
    owns: true,
    ja: '人|男|女|人物|男性|女性|少年|少女|子|子ども|選手|俳優|画家|作家|芸人|学者|研究者|技術者|医者|医師|記者',
    title: '俳優|女優|画家|作家|選手',
    whose: '俳優|女優|画家|作家|力士|横綱|騎手|[長次三四][男女]|息子|娘|赤ちゃん',
    suffix: '(?:さん|ちゃん|くん|氏(?!名|族)|選手(?!権|村)|教授|博士|監督(?!官|庁)|先生|容疑者|夫妻|夫人)',
    en: 'man|woman|boy|girl|child|actor|actress|painter|writer|poet',
    enBefore: '(?:Mrs?|Ms|Dr|Prof)\\.?|professor|captain|actor|actress',
  },
  {
    name: 'vehicle',
    ja: `列車|寝台列車|観光列車|特急|急行|新幹線|電車|機関車|(?<!宇宙)船|客船|貨物船|貨客船|漁船|帆船|ヨット|フェリー|タンカー|潜水艦|護衛艦|軍艦|戦艦|空母|自動車|${BEGINS}車|ミサイル`,
    title:
      '新幹線|特急(?:列車)?|急行(?:列車)?|快速(?:列車)?|(?:寝台|観光|臨時|夜行)列車|客船|貨客船|貨物船|漁船|帆船|調査船|実習船|練習船|巡視船|消防船|捕鯨船|遊覧船|フェリー|タンカー|潜水艦|護衛艦|巡洋艦|駆逐艦|練習艦|戦艦|空母',
    whose: '(?:寝台|夜行|観光)列車|特急(?:列車)?|急行|客船|貨客船|帆船|ヨット',
    suffix: `号(?![外令館室数線泣砲車])|${KANA_OR_LATIN}丸(?=[はがをにでとのへもや、。,)」』\\s]|$)`,
    en: 'ship|ferry|train|boat|yacht|vessel|warship|cruiser|submarine|steamer|tanker|trawler|liner|locomotive|car|truck|rocket|missile',
    enBefore: 'HMS|USS|SS|MV|RMS|(?:sleeper|express) train|locomotive',
    enBehind: `(?:train|ferry|express|yacht|locomotive|submarine|rocket|missile|pickup|motorcycle)s?${STOPS}|pickup trucks?`,
  },
  {
    name: 'place',
    owns: true,
    ja: '島|村|町|山|川|湖|岬|峠|滝|谷|駅|港|城|集落|地名|街|都市|国|橋|公園|通り',
    of: `${KANA_OF}(?:熱帯雨林|密林|ジャングル|河口|山頂|砂浜|登山口)`,
    suffix: `駅(?!伝)|${TWO_HAN}[市町村島山川城寺]${ENDS}|${KANA_OR_LATIN}(?:島|村|町|山|岳|峠|川|湖|沼|湾|岬|浜|滝|城|寺|畑|市|郡|区|橋|塔|坂|通り|広場|神殿|宮殿|聖堂|灯台|(?:半|諸|列|群)島|海峡|海岸|高原|温泉|神社|公園|団地|空港|商店街)${ENDS}`,
    en: 'village|town|city|island|islet|hamlet|lake|river|mountain|hill|bay|street|castle|bridge|station|kingdom|country',
    enBefore:
      'mount|mt\\.?|lake|river|(?:village|town|city|island|isle|hamlet|county|district|bay|valley|port|kingdom|parish|municipality) of',
    enBehind: `(?:island|isle|village|lake|river|bay|valley|peninsula|castle)s?${STOPS}`,
    enTail: 'Islands?|Village|Lake|River|Bay|Valley|Peninsula|Street|Avenue|Road|Castle|Bridge|Airport',
  },
  {
    name: 'storm',
    ja: '台風|ハリケーン|サイクロン',
    title: '台風|ハリケーン|サイクロン',
    en: 'hurricane|typhoon|cyclone|storm',
    enBefore: 'hurricane|typhoon|cyclone|(?:tropical )?storm',
  },
  {
    name: 'contest',
    suffix: '杯(?!数)',
  },
  {
    name: 'medicine',
    ja: '薬|市販薬|風邪薬|錠剤|目薬|化粧品|香水|石けん|洗剤',
    title: '(?:市販|風邪|頭痛|胃腸)薬|目薬|石けん|石鹸|洗剤|香水|化粧水|シャンプー',
    whose: '(?:市販|風邪|頭痛|胃腸)薬|目薬|石けん|石鹸|洗剤|香水|化粧水|シャンプー',
    suffix: '錠(?!前)|顆粒|軟膏|点眼液|注射液|シロップ',
    en: 'drug|ointment|syrup|perfume|shampoo',
    enBehind: '(?:tablet|lozenge)s?|ointment|syrup|eye drops',
  },
  {
    name: 'company',
    except: ['organisation', undefined],
    owns: true,
    ja: '会社|企業|株式会社|メーカー|団体|病院|学校|保育園|幼稚園|大学|工場|劇団|チーム|宗教|政党|銀行',
    title: '(?:株式|有限|合同)会社|\\(株\\)|\\(有\\)|劇団',
    suffix: `(?:株式|有限|合同)会社|\\((?:株|有)\\)|社(?![会員内外長団屋殿説債協])|${KANA}(?:病院|医院|クリニック|薬局|小学校|中学校|高校|保育園|幼稚園|こども園|銀行|交通|タクシー|書店|不動産|建設|電機|工業|商事|観光)`,
    en: 'company|firm|manufacturer|hospital|school|startup|bank|church|football club',
    enTail: 'Inc|Ltd|Corp|LLC|GmbH|Corporation|Limited',
  },
  {
    name: 'word',
    ja: `単語|${BEGINS}語|言葉|名字|姓|ペンネーム|書体|フォント`,
    of: '発音|綴り|つづり|スペル|語源|語義|字義|頭文字',
    en: 'word|surname|nickname|typeface|font',
    enBefore: '(?:pronunciation|spelling|etymology) of|pronounced?|the words?|typeface|font',
    enBehind: 'pronunciation|spelling|etymology|typeface',
  },
];

// Which kind a card is of itself.

/** Words before the noun that says what a thing is, of the same phrase: `a small restaurant`, not `an exercise of the fleet`. */
const INSIDE = String.raw`(?:(?!(?:of|for|that|which|in|on|at|by|with|from|to|and)\s)[\p{L}-]+\s+){0,4}`;

interface OwnKind {
  readonly name: string;
  /** In a sentence that says what the thing is. */
  readonly defines: RegExp;
  /** In an expansion or words that the card wants near. */
  readonly names: RegExp;
}

const allOwnKinds = later((): readonly OwnKind[] =>
  KINDS.map(({ name, ja, title, en, enBefore }) => {
    const japanese = [ja, title].filter(it => it !== undefined).join('|') || '(?!)';
    const english = [en, enBefore].filter(it => it !== undefined).join('|') || '(?!)';
    return {
      name,
      defines: new RegExp(
        [
          // 英国のロックバンド(band)です。, ビール(beer)を造る会社です。, ビール会社です。
          `(?:${japanese})(?:\\([^()]*\\))?(?:です|である|だ|でした|であった|の(?:一つ|ひとつ|名|愛称)|[。、]?$)`,
          `(?:${japanese})(?:\\([^()]*\\))?(?:を(?:造|作|製|醸|売|販|運行|運航)|会社|メーカー|ブランド)`,
          `(?:^|\\s(?:is|was|are|were)\\s)(?:an?|the)\\s+${INSIDE}(?:${english})(?![\\p{L}-])${STOPS}`,
          `(?:brews?|brewing|makes?|making|sells?|runs?|maker of|producer of)\\s+(?:[\\p{L}-]+\\s+){0,2}(?:${english})s?(?![\\p{L}-])`,
          `(?<!\\p{L})(?:${english})\\s+(?:maker|company|brand|producer|operator)`,
        ].join('|'),
        'iu',
      ),
      names: new RegExp(`(?:${japanese})${ENDS}|(?<!\\p{L})(?:${english}|${en ?? '(?!)'}s)(?!\\p{L})`, 'iu'),
    };
  }),
);

/** The first sentence below the headings. */
const definitionOf = (body: string): string =>
  /^(?:\s*#[^\n]*\n)*\s*(?<first>[^\n]*?(?:。|[.!?](?=\s|$)|$))/mu.exec(body)?.groups?.first ?? '';

/** The kinds that a card is of itself: in `Kirin beer` the brewery is meant. */
const ownKinds = once(({ body, expansion, near = [], names }: Term): ReadonlySet<string> => {
  const definition = fold(definitionOf(body)).text.replace(/。$/u, '');
  const words = fold([expansion, ...names.map(name => name.expansion), ...near].join('\n')).text;
  return new Set(
    allOwnKinds()
      .filter(kind => kind.defines.test(definition) || kind.names.test(words))
      .map(({ name }) => name),
  );
});

// The places beside a name at which a kind is said.

interface Place {
  readonly name: string;
  /** In backticks what is refused. */
  readonly example: string;
  readonly side: 'start' | 'end';
  /** A particle stands between. */
  readonly isFar?: true;
  /** Not where the name goes on in a noun, which is what is joined: 特急のSuica対応. */
  readonly isAlone?: true;
  /** Sticky, tried where the name begins or ends; the kind that is said there is a named group. */
  readonly pattern: RegExp;
}

const QUOTE = `[」』"'”’]?`;
/** How 「…という」 goes on before a noun: 小さな村, 有名な犬, 温泉宿. */
const BEFORE_NOUN = String.raw`(?:[\p{sc=Han}\p{sc=Hiragana}]{1,4}[いなた])?[\p{sc=Han}\p{sc=Katakana}ー]{0,4}?`;
const DETERMINER = String.raw`(?:the|an?|his|her|their|our|my|its|this|that|[\p{L}]+['’]s)`;
const MODIFIERS = String.raw`(?:[\p{L}-]+\s+){0,2}`;

/** `(?<drink>…)|(?<star>…)` of what the kinds have under a key. */
function anyOf(keys: readonly (keyof Kind)[], kinds: readonly Kind[] = KINDS): string {
  const sources = kinds.map(kind => {
    const own = keys.map(key => kind[key]).filter(it => typeof it === 'string');
    return own.length > 0 ? `(?<${kind.name}>${own.join('|')})` : '';
  });
  return `(?:${sources.filter(source => source !== '').join('|')})`;
}

const WORKS = KINDS.filter(({ name }) => name === 'story' || name === 'music');
const OWNING_NOTHING = KINDS.filter(({ owns }) => !owns);
/** What stands in brackets behind these is their name. */
const NATURAL = KINDS.filter(({ name }) => ['drink', 'star', 'creature', 'figure', 'storm'].includes(name));
/** Only those have a byname; in `during Beacon the river rose` a clause begins. */
const LIVING = KINDS.filter(({ name }) => ['creature', 'figure', 'person'].includes(name));

const allPlaces = later((): readonly Place[] => [
  {
    name: '名に付く語',
    example: '`オリオンビール`・`オリオン座`・`アヴァロン島` は オリオン計画・アヴァロン演習 ではない',
    side: 'end',
    pattern: new RegExp(`${QUOTE}${anyOf(['suffix'])}`, 'uy'),
  },
  {
    name: '語や物語としての名',
    example: '`NISCの発音` は組織のことではない',
    side: 'end',
    pattern: new RegExp(`${QUOTE}の${anyOf(['of'])}`, 'uy'),
  },
  {
    name: 'という名の物',
    example: '`ジャスパーという名の犬` は事業ではない',
    side: 'end',
    pattern: new RegExp(
      `${QUOTE}(?:って(?:いう)?|と(?:いう|呼ばれる|名[付づ]けられた))(?:名(?:前)?の)?${BEFORE_NOUN}${anyOf(['ja'])}${ENDS}`,
      'uy',
    ),
  },
  {
    name: '括弧の中の類',
    example: '`オリオン（星座）`・`Katrina (song)` は別の物である',
    side: 'end',
    pattern: new RegExp(`\\s?\\(${anyOf(['ja'])}\\)`, 'uy'),
  },
  {
    name: '前に立つ類',
    example: '`映画「オリオン」` は事業ではない',
    side: 'start',
    pattern: new RegExp(`(?<=${anyOf(['ja', 'title'], OWNING_NOTHING)}[「『“"'])`, 'uy'),
  },
  {
    name: '肩書となる類',
    example: '`女神テミス`・`特急はやぶさ` はシステムや事業ではない',
    side: 'start',
    pattern: new RegExp(`(?<=${anyOf(['title'])}[「『]?)`, 'uy'),
  },
  {
    name: '「の」の前の類',
    example: '`犬のジャスパー` は事業ではない',
    side: 'start',
    isAlone: true,
    pattern: new RegExp(`(?<=${anyOf(['whose'])}の「?)`, 'uy'),
  },
  {
    name: '「の」の前の作品',
    example: '`小説の『マルス』` はシステムではない',
    side: 'start',
    pattern: new RegExp(`(?<=${anyOf(['title'], WORKS)}の[「『])`, 'uy'),
  },
  {
    name: '物語に出る名',
    example: '`神話に出てくるオリオン` は計画ではない',
    side: 'start',
    pattern: /(?<=(?<story>神話|伝説|昔話|民話)(?:に(?:出る|出てくる|登場する|現れる)|で知られる))/uy,
  },
  {
    name: '言い換えられた類',
    example: '`木星（Jupiter）`・`星座（オリオン）` はシステムではない',
    side: 'start',
    pattern: new RegExp(`(?<=${anyOf(['ja'], NATURAL)}\\()`, 'uy'),
  },
  {
    name: '何であるか',
    example: '`アトラスは天を支える巨人である` はシステムのことではない',
    side: 'end',
    isFar: true,
    pattern: new RegExp(
      `${QUOTE}は[^。、\\n]{0,30}?(?<![\\p{sc=Han}\\p{sc=Katakana}ー])${anyOf(['ja', 'title'], OWNING_NOTHING)}(?:である|です|だった|でした|であった|。|$)`,
      'uy',
    ),
  },
  {
    name: 'the kind behind',
    example: '`Jasper beer`, `Avalon Island` は事業や演習ではない',
    side: 'end',
    pattern: new RegExp(`["'”]?\\s+${anyOf(['enBehind'])}(?![\\p{L}-])`, 'iuy'),
  },
  {
    name: 'the kind as a part of the name',
    example: '`Avalon Street` は演習ではない',
    side: 'end',
    pattern: new RegExp(`(?:\\s+|,\\s+(?=Inc|Ltd|LLC))${anyOf(['enTail'])}(?![\\p{L}-])`, 'uy'),
  },
  {
    name: 'what a word or a story has',
    example: "`Orion's myth`, `CYDER's spelling` は事業や演習ではない",
    side: 'end',
    pattern:
      /["'”]?['’]s?\s+(?:(?<word>pronunciation|spelling|etymology)|(?<story>myth(?:s|ology)?|legend))(?!\p{L})/iuy,
  },
  {
    name: 'the kind in apposition',
    example: '`Interpol, the rock band,`, `Katrina (song)` は別の物である',
    side: 'end',
    pattern: new RegExp(
      `["'”]?(?:,\\s+(?:the|an?)\\s+${MODIFIERS}|\\s?\\((?:\\d{4}\\s)?)${anyOf(['en'])}(?![\\p{L}-])${STOPS}`,
      'iuy',
    ),
  },
  {
    name: 'what it is',
    example: '`Titan is the largest moon of Saturn` はシステムのことではない',
    side: 'end',
    pattern: new RegExp(
      `["'”]?\\s+(?:is|was)\\s+(?:the|an?)\\s+${MODIFIERS}${anyOf(['en'], NATURAL)}(?![\\p{L}-])${STOPS}`,
      'iuy',
    ),
  },
  {
    name: 'the kind as a byname',
    example: '`Jasper the dog` は事業ではない',
    side: 'end',
    pattern: new RegExp(`["'”]?\\s+the\\s+${anyOf(['en'], LIVING)}(?![\\p{L}-])`, 'iuy'),
  },
  {
    name: 'the kind before',
    example: '`Cyclone Jasper`, `the village of Avalon` は事業や演習ではない',
    side: 'start',
    pattern: new RegExp(`(?<=(?<![\\p{L}-])${anyOf(['enBefore'])}\\s+["'“]?)`, 'iuy'),
  },
  {
    name: 'the kind before, with an article',
    example: '`the band Interpol`, `the old ship Daedalus` は別の物である',
    side: 'start',
    pattern: new RegExp(`(?<=(?<![\\p{L}-])${DETERMINER}\\s+${MODIFIERS}${anyOf(['en'])}\\s+["“']?)`, 'iuy'),
  },
  {
    name: 'named so',
    example: '`a dog named Jasper` は事業ではない',
    side: 'start',
    pattern: new RegExp(
      `(?<=(?<![\\p{L}-])${anyOf(['en'])}s?,?\\s+(?:named|called|nicknamed|titled|entitled|known as)\\s+["“']?)`,
      'iuy',
    ),
  },
]);

/** Beside most names stands what begins or ends no pattern: 、 and 。, a particle. */
const IDLE = { start: /^[、。,.;:!?\n・]$/u, end: /^[、。.;:!?)\n・はがをにでへもやか]$/u };

const GOES_ON = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}]$/u;

/** Whether the words right beside a name of an entry make it another thing, which the entry is not itself. */
export function isOtherThing(term: Term, text: string, range: { start: number; end: number }): boolean {
  const goesOn = GOES_ON.test(text.charAt(range.end));
  return allPlaces().some(({ pattern, side, isFar, isAlone }) => {
    const beside = side === 'start' ? text.charAt(range.start - 1) : text.charAt(range.end);
    if (beside === '' || (IDLE[side].test(beside) && !(isFar && beside === 'は'))) return false;
    if (isAlone && goesOn) return false;
    pattern.lastIndex = range[side];
    const groups = pattern.exec(text)?.groups ?? {};
    const [said] = Object.keys(groups).filter(key => groups[key] !== undefined);
    return said !== undefined && isOther(term, said);
  });
}

function isOther(term: Term, said: string): boolean {
  const except = KINDS.find(({ name }) => name === said)?.except;
  return !except?.includes(term.category) && !ownKinds(term).has(said);
}
