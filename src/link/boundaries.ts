/** Decides by the characters before and behind a name whether it is part of another word or name. */
import type { Category } from '@tsuzuri/core/card';
import { isKanjiEnd, isKanjiStart } from './kanji-borders.ts';
import type { Cutter } from './lexicon.ts';
import { segmentsOf } from './segments.ts';

/** What sort of thing a name names, as far as the words joined to it matter. */
export type Kind = 'body' | 'work' | 'name' | 'thing';

/** `word`: the characters belong to a longer word. `name`: they belong to the name of someone or something else. */
type Refusal = 'word' | 'name';

interface Joint {
  readonly name: string;
  readonly caption: string;
  /** In backticks what is refused. */
  readonly example: string;
  readonly refusal: Refusal;
  readonly side: 'start' | 'end';
  /** Absent: every kind. */
  readonly kinds?: readonly Kind[];
  /** Sticky, tried where the name begins or ends; what lies before that is in its look-behind. */
  readonly pattern: RegExp;
  /** Whether the two sides are whole words all the same. */
  readonly parts?: (place: Place) => boolean;
}

/** A name in a text, and the side of it that is joined to something. */
interface Place {
  readonly kind: Kind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly side: 'start' | 'end';
  readonly mayCut: Cutter;
}

const KIND_OF: Readonly<Record<Category, Kind>> = {
  organisation: 'body',
  law: 'work',
  document: 'work',
  programme: 'name',
  exercise: 'name',
  system: 'name',
  event: 'name',
  technology: 'thing',
  concept: 'thing',
};

/** For an entry without category: the last characters of a Japanese name show what it is. `内閣官房`, `行動計画`. */
const KIND_BY_ENDING: readonly { readonly ending: RegExp; readonly kind: Kind }[] = [
  { ending: /(?:[省庁府局院室課会]|会議|官房|本部|機構|センター|連合|研究所)$/u, kind: 'body' },
  { ending: /(?:戦略|計画|[^方]法|条約|方針|指針|大綱|要綱|協定|議定書)$/u, kind: 'work' },
];

const PROPER: readonly Kind[] = ['body', 'work', 'name'];

/** Scripts without spaces, whose words a segmenter knows. */
const UNSPACED = String.raw`[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
/** Scripts whose words are told otherwise; Hangul has joints of its own, for particles are written to any name. */
const OTHER = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]|${UNSPACED}`;
/** A letter, or a mark on one, of a script that parts words by spaces: Latin, Greek, Cyrillic, Arabic, Devanagari. */
const LETTER = String.raw`(?:(?!${OTHER})[\p{L}\p{M}])`;

/** Korean particles, as they are written to a name. */
const PARTICLES =
  '(?:들?(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|까지|부터|보다|처럼|마다|나|이나|라는|이라는|이란|란|인|입니다|이다|이며|이고))';

/** What follows a hyphen and says something of the name instead of making another one: `GPU-based`. */
const SUFFIXES =
  'accelerated|agnostic|aware|backed|based|bound|capable|centric|compatible|compliant|dependent|driven|enabled|enhanced|focused|free|friendly|heavy|hosted|independent|intensive|level|like|managed|native|only|oriented|powered|ready|related|scoped|side|specific|style|supported|to|wide';

/** What is done about a notion, in the name of a body or a law: 退職金|共済|機構, 個人情報|保護|委員会. */
const DONE =
  '基本|対策|規制|促進|推進|確保|保険|共済|支援|振興|防止|保護|整備|措置|処罰|取締|管理|監視|開発|普及|審査|認定';

/** Order does not matter: one refusal is enough, and `name` outweighs `word`. */
const JOINTS: readonly Joint[] = [
  {
    name: '文字の前',
    caption: '語を空白で分ける文字 (ラテン・ギリシャ・キリルなど) で始まる名の前に、そのような文字は続かない',
    example: '`DISPLAY` に ISP はなく、`минуты` に ну はない',
    refusal: 'word',
    side: 'start',
    pattern: new RegExp(`(?<=${LETTER}|_)${LETTER}`, 'uy'),
  },
  {
    name: '文字の後',
    caption: '語を空白で分ける文字で終わる名に、そのような文字は続かない。数字と仮名漢字は続く (ASEAN10カ国、NISCから)',
    example: '`IPAddress` に IPA はない',
    refusal: 'word',
    side: 'end',
    pattern: new RegExp(`(?<=${LETTER})(?:${LETTER}|_)`, 'uy'),
  },
  {
    name: '短縮形',
    caption: '英語の短縮形は一語である。所有の ’s は構わない',
    example: "`can't` に can はない",
    refusal: 'word',
    side: 'end',
    pattern: /(?<=\p{sc=Latin})'(?:t|re|ll|ve|d|m)(?!\p{L})/uy,
  },
  {
    name: 'ハングルの前',
    caption: 'ハングルで始まる名の前に、ハングルは続かない',
    example: '`대한민국` に 민국 はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=\p{sc=Hangul})\p{sc=Hangul}/uy,
  },
  {
    name: 'ハングルの後',
    caption: 'ハングルで終わる名に続くハングルは、助詞に限る',
    example: '`서울특별시` に 서울 はない (서울에서 にはある)',
    refusal: 'word',
    side: 'end',
    pattern: new RegExp(String.raw`(?<=\p{sc=Hangul})(?!${PARTICLES}(?!\p{sc=Hangul}))\p{sc=Hangul}`, 'uy'),
  },
  {
    name: '分かち書きしない文字の前',
    caption: '語を空白で分けない文字 (タイなど) で始まる名は、語の切れ目に始まる',
    example: '`ประเทศไทย` に ทย はない',
    refusal: 'word',
    side: 'start',
    pattern: new RegExp(`(?<=${UNSPACED})${UNSPACED}`, 'uy'),
    parts: isSegmentBorder,
  },
  {
    name: '分かち書きしない文字の後',
    caption: '語を空白で分けない文字で終わる名は、語の切れ目に終わる',
    example: '`ประเทศไทย` に ประเ はない',
    refusal: 'word',
    side: 'end',
    pattern: new RegExp(`(?<=${UNSPACED})${UNSPACED}`, 'uy'),
    parts: isSegmentBorder,
  },
  {
    name: 'ハイフンの前の略語',
    caption: '略語や一字がハイフンで付く略語は、その名の一部である。語と国の名は構わない (Japan-ASEAN、US-EU)',
    example: '`SD-WAN` に WAN はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=(?<![\p{L}\p{N}-])(?!(?:US|UK|EU|JP|UN)-)[A-Z][A-Z0-9]{0,4}-)\p{Lu}/uy,
  },
  {
    name: 'ハイフンの前の接頭辞',
    caption: '接頭辞や言語の拡張子がハイフンで付いた語は、別の語である',
    example: '`sub-page` に page はなく、`ts-jest` に jest はない',
    refusal: 'word',
    side: 'start',
    pattern:
      /(?<=(?<![\p{L}\p{N}])(?:anti|co|de|ex|inter|meta|micro|mini|non|pre|post|pseudo|re|self|semi|sub|super|un|ts|js|py|rs)-)\p{sc=Latin}/iuy,
  },
  {
    name: 'ハイフンの後の語',
    caption:
      'ハイフンで別の語へ続く名は、その語の一部である。性質をいう語 (GPU-based) と前のハイフンは構わない (Japan-ASEAN)',
    example: '`ICT-ISAC` に ICT はない',
    refusal: 'word',
    side: 'end',
    pattern: new RegExp(String.raw`(?<=${LETTER}|\p{Nd})-(?!(?:${SUFFIXES})(?!${LETTER}|[\p{N}_-]))${LETTER}`, 'uy'),
  },
  {
    name: '点でつながる名',
    caption: '点で続くラテン文字の語は、ファイルや符号や番地である',
    example: '`Node.js`・`resources.Get` に Node・resources はない',
    refusal: 'word',
    side: 'end',
    pattern: /(?<=\p{sc=Latin})\.[\p{sc=Latin}_]/uy,
  },
  {
    name: '点の後の名',
    caption: '点でじかに前の語に続くラテン文字の語は、ファイルや符号や番地である',
    example: '`example.site` に site はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=[\p{sc=Latin}\p{Nd}_)\]]\.)\p{sc=Latin}/uy,
  },
  {
    name: '点で始まる名',
    caption: '点で始まる名は、前のラテン文字の語と一つの名になる',
    example: '`ASP.NET` に .NET はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=[\p{sc=Latin}\p{Nd}_)\]])\.[\p{sc=Latin}]/uy,
  },
  {
    name: '記号で終わる名',
    caption: 'ラテン文字の語に ++ や # が付くと、別の名である。番号の # は構わない (PR#12)',
    example: '`C++` と `C#` に C はない',
    refusal: 'word',
    side: 'end',
    pattern: /(?<=\p{sc=Latin})(?:\+\+|#(?![\p{L}\p{N}]))/uy,
  },
  {
    name: '番地の中の語',
    caption:
      '斜線を重ねた番地の中の語は、名でない。二つの語の間や大文字で始まる語の列の斜線は構わない (AI/IoT、Gauge/Counter/Summary)',
    example: '`layouts/_partials/footer` に layouts はない',
    refusal: 'word',
    side: 'end',
    pattern:
      /(?<=\p{sc=Latin})\/(?!(?:\p{Lu}\p{Ll}+\/)*\p{Lu}\p{Ll}+(?![\w/.-])|\p{Nd}+(?:\.\p{Nd}+)*(?![\w/-]))(?:_|[\w-]+(?:\/|\.\w))/uy,
  },
  {
    name: '番地の後の語',
    caption: '斜線を重ねた番地の終わりの語は、名でない',
    example: '`/docs/site` に site はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=(?:\/[\w.-]+|[.~]|(?<![\w/)\]]))\/)\p{Ll}/uy,
  },
  {
    name: '綴りの中の語',
    caption: 'ハイフンを重ねた符号の終わりの語は、名でない',
    example: '`list-of-pages-in-section` に section はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=[\p{Ll}\p{Nd}]-[\p{Ll}\p{Nd}]+-)\p{Ll}/uy,
  },
  {
    name: '数字の前',
    caption: '数字で始まる名の前に、数字・小数点・文字は続かない',
    example: '`15G` と `2.5G` に 5G はない',
    refusal: 'word',
    side: 'start',
    pattern: new RegExp(String.raw`(?<=${LETTER}|\p{Nd}|\p{Nd}[.,])\p{Nd}`, 'uy'),
  },
  {
    name: '数字の後',
    caption: '数字で終わる名に、数字・文字は続かない',
    example: '`JC30` に JC3 はなく、`SP 800-171A` は SP 800-171 ではない',
    refusal: 'word',
    side: 'end',
    pattern: new RegExp(String.raw`(?<=\p{Nd})(?:${LETTER}|\p{Nd}|[.,]\p{Nd})`, 'uy'),
  },
  {
    name: '漢字の前',
    caption: '漢字で始まる名の初めが、前の漢字とともに一語をなすとき、名はその語の途中から始まっている',
    example: '`決議案` に 議案 はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=\p{sc=Han})\p{sc=Han}/uy,
    parts: ({ text, start }) => isKanjiStart(text, start),
  },
  {
    name: '漢字の前の接頭辞',
    caption: '漢字で始まる名の前に非・被・無・未が付くと、別の語になる',
    example: '`被演算子` は 演算子 ではなく、`非正社員` は 正社員 ではない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=(?:非|被|(?<![有皆])無|未))\p{sc=Han}/uy,
  },
  {
    name: '漢字の後',
    caption:
      '漢字で終わる名に続く漢字が、名の終わりとともに一語をなし、一字では語にならないとき、名はその語の途中で切れている',
    example: '`国際地図学会議` に 地図学会 はない',
    refusal: 'word',
    side: 'end',
    pattern: /(?<=\p{sc=Han})\p{sc=Han}/uy,
    parts: ({ text, end }) => isKanjiEnd(text, end),
  },
  {
    name: '片仮名の前',
    caption: '片仮名で始まる名の前に続く片仮名は、名から切れる語に限る (サイバー|レジリエンス)',
    example: '`プロアクティブ` に アクティブ はない',
    refusal: 'word',
    side: 'start',
    pattern: /(?<=[\p{sc=Katakana}ー])[\p{sc=Katakana}ー]/uy,
    parts: isKatakanaWord,
  },
  {
    name: '片仮名の後',
    caption: '片仮名で終わる名に続く片仮名は、名から切れる語に限る (サプライチェーン|リスク)',
    example: '`重要インフラストラクチャ` に 重要インフラ はない',
    refusal: 'word',
    side: 'end',
    pattern: /(?<=[\p{sc=Katakana}ー])[\p{sc=Katakana}ー]/uy,
    parts: isKatakanaWord,
  },
  {
    name: '中黒の前',
    caption: '中黒で片仮名の語とつながる固有名は、別の名である。一般の語は構わない (マルウェア・ボット)',
    example: '`スーパー・ジャスパー` は ジャスパー ではない',
    refusal: 'name',
    side: 'start',
    kinds: PROPER,
    pattern: /(?<=[\p{sc=Katakana}ー]・)[\p{sc=Katakana}]/uy,
  },
  {
    name: '中黒の後',
    caption: '中黒で片仮名の語へ続く固有名は、別の名である',
    example: '`セプター・カウンシル` は セプター ではない',
    refusal: 'name',
    side: 'end',
    kinds: PROPER,
    pattern: /(?<=[\p{sc=Katakana}ー])・[\p{sc=Katakana}]/uy,
  },
  {
    name: '冠した略語',
    caption: '固有名にラテン文字がじかに付くと、別の組織・文書・会合の名になる',
    example: '`日・ASEAN情報セキュリティ政策会議` は 情報セキュリティ政策会議 ではない',
    refusal: 'name',
    side: 'start',
    kinds: PROPER,
    pattern: /(?<=\p{sc=Latin}|・\p{sc=Latin}+\s)[\p{sc=Han}\p{sc=Katakana}]/uy,
  },
  {
    name: '他国の文書',
    caption: '国や地域の名がじかに付いた戦略・計画・法は、その国のものである',
    example: '`米国サイバーセキュリティ戦略` は サイバーセキュリティ戦略 ではない',
    refusal: 'name',
    side: 'start',
    kinds: ['work'],
    pattern: /(?<=国家|国際|[米英中韓]国|[米英独仏豪]|欧州|各国|諸国|外国|他国)[\p{sc=Han}\p{sc=Katakana}]/uy,
  },
  {
    name: '他国の国家機関',
    caption: '国の名がじかに付いた「国家…」は、その国のものである。日本のほかにない名は構わない (米国国土安全保障省)',
    example: '`米国家安全保障局` は 国家安全保障局 ではない',
    refusal: 'name',
    side: 'start',
    kinds: ['body'],
    pattern: /(?<=[米英中韓]国?)国家\p{sc=Han}/uy,
  },
  {
    name: '役職',
    caption: '組織の名に始まり役職に終わる一続きの語は、人を指す',
    example: '`内閣官房長官`・`警察庁サイバー警察局長` は 内閣官房・警察庁 ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['body'],
    pattern:
      /(?<=[\p{sc=Han}\p{sc=Katakana}ー])\n?[\p{sc=Han}\p{sc=Katakana}ー]{0,20}?(?:長官|次長|[部局課室会議座所院校館]長|委員長|理事長|センター長|機構長|次官|審議官|参事官|補佐官|統括官|企画官|政務官|報道官|管理監|総括監|大臣(?!官房)|総裁|構成員|[部委]員(?!会)|議員(?!定数|選挙|総選挙|数|立法|報酬)|理事(?![会国])|幹事(?!会))(?![級期時])/uy,
  },
  {
    name: '一字の役職',
    caption: '組織の名にじかに付く長・員・官・補・監。長期・官民・補正・監視などの始まりは除く',
    example: '`内閣サイバーセキュリティセンター長` は 内閣サイバーセキュリティセンター ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['body'],
    pattern:
      /(?<=[\p{sc=Han}\p{sc=Katakana}ー])\n?(?:長(?![期年時距い引くらさ])|員(?!数)|官(?![民邸公庁僚製])|補(?![助完正充強足償])|監(?![視督査修]))/uy,
  },
  {
    name: '担当大臣',
    caption: '大会や計画の名に付く担当大臣は、人を指す',
    example: '`東京オリンピック・パラリンピック競技大会担当大臣` は大会ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['work', 'name'],
    pattern: /(?<=[\p{sc=Han}\p{sc=Katakana}ー])\n?\p{sc=Han}{0,6}担当(?:大臣|相|官)/uy,
  },
  {
    name: '下に置く会',
    caption:
      '組織の名にじかに部会・専門調査会・図書館などが付くと、その組織の下の別の会か、その名を借りた別の機関である',
    example: '`サイバーセキュリティ戦略本部専門調査会` は サイバーセキュリティ戦略本部 ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['body'],
    pattern:
      /(?<=[\p{sc=Han}\p{sc=Katakana}ー])\n?(?:作業|専門)?(?:部会|分科会|小?委員会|調査会|検討会|研究会|幹事会|連絡会|有識者会議|懇[談話]会|(?:ワーキング|プロジェクト|検討)(?:グループ|チーム)|タスクフォース|研究所|図書館|博物館|美術館|議事堂|大学校|病院)/uy,
  },
  {
    name: '名を借りた組織',
    caption:
      '組織でないものの名に本部・委員会・協議会などが付くと、その名を借りた組織である。保護委員会や共済機構なども',
    example:
      '`サイバーセキュリティ戦略本部` は サイバーセキュリティ戦略 ではなく、`個人情報保護委員会` に 個人情報 はない',
    refusal: 'name',
    side: 'end',
    kinds: ['work', 'name', 'thing'],
    pattern: new RegExp(
      String.raw`(?<=[\p{sc=Han}\p{sc=Katakana}ー])\n?(?:(?:組織|専門|作業|特別|実行|関係省庁|${DONE})?(?:本部|部会|分科会|小?委員会|調査会|検討会|研究会|連絡会|協議会|協会|連盟|会議(?![室場で]))|(?:${DONE})(?:機構|事業団|財団|組合))`,
      'uy',
    ),
  },
  {
    name: '略語を冠した官庁',
    caption: '略語に省・庁・局・戦略本部などがじかに付くと、その略語を冠した組織である',
    example: '`通信IT省` に IT はない',
    refusal: 'name',
    side: 'end',
    kinds: ['thing'],
    pattern: /(?<=\p{sc=Latin})(?:省(?![力略電エ])|庁|局(?![所面地])|(?:総合)?戦略(?:本部|会議|室))/uy,
  },
  {
    name: '名を借りた法令',
    caption: '組織の名に法・令・規則・規程が付くと法令の名である。令和の令は年号である',
    example: '`デジタル庁設置法` は デジタル庁 ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['body'],
    pattern:
      /(?<=[\p{sc=Han}\p{sc=Katakana}ー])\n?(?:(?:設置|基本|組織)?法(?!\p{sc=Han})|(?:組織)?令(?!和)|(?:組織)?規[則程])/uy,
  },
  {
    name: '名を借りた法と方法',
    caption: '組織でないものの名に法が付くと、その名を借りた法か方法である',
    example: '`サイバーセキュリティ法` は サイバーセキュリティ ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['thing'],
    pattern: new RegExp(
      String.raw`(?<=[\p{sc=Han}\p{sc=Katakana}ー\p{sc=Latin}])(?:\p{sc=Han}{0,6}(?:${DONE}))?法(?![\p{sc=Han}々])`,
      'uy',
    ),
  },
  {
    name: '年を付けた名',
    caption: '組織でないものの名にじかに年が付くと、その名を借りた催しや計画である。年・年度と続けば年である',
    example: '`デジタル民主主義2030` は デジタル民主主義 ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['thing'],
    pattern: /(?<=[\p{sc=Han}\p{sc=Katakana}ー])(?:19|20)\p{Nd}{2}(?![\p{Nd}年,.:/-])/uy,
  },
  {
    name: '会社の製品',
    caption: '日本語の文で、会社の名に空白と大文字で始まるラテン文字の語が続けば、その会社の製品である',
    example: '`Amazon Drive を使う` に Amazon はない',
    refusal: 'name',
    side: 'end',
    kinds: ['body'],
    pattern:
      /(?<=\p{sc=Latin}) (?!(?:Inc|Corp|Co|Ltd|LLC|Japan|Group|Foundation)\b)\p{Lu}\p{Ll}+(?: \p{sc=Latin}[\p{sc=Latin}\p{Nd}]*){0,2}(?=\.?[ (]{0,2}[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，．」』])/uy,
  },
  {
    name: '下位の法令',
    caption: '法の名に施行令・施行規則が付くと、別の法令である',
    example: '`サイバーセキュリティ基本法施行令` は サイバーセキュリティ基本法 ではない',
    refusal: 'name',
    side: 'end',
    kinds: ['work'],
    pattern: /(?<=法|条約)施行(?:令(?!和)|規則)/uy,
  },
];

/** What sort of thing the name `name` of an entry of this category names. */
export function kindOf(category: Category | undefined, name: string): Kind {
  if (category) return KIND_OF[category];
  return KIND_BY_ENDING.find(({ ending }) => ending.test(name))?.kind ?? 'thing';
}

/**
 * Why a name of this kind that spans `start` … `end` of the folded text is not there; `undefined` if it is.
 * @param mayCut tells of katakana (`createCutter` of the lexicon)
 */
export function refusalAt(
  kind: Kind,
  text: string,
  range: { start: number; end: number },
  mayCut: Cutter,
): Refusal | undefined {
  let refusal: Refusal | undefined;
  for (const side of SIDES) {
    if (isIdle(kind, text, side === 'start' ? range.start - 1 : range.end)) continue;
    for (const { pattern, parts, refusal: reason } of JOINTS_OF[side][kind]) {
      pattern.lastIndex = range[side];
      if (!pattern.test(text)) continue;
      if (parts?.({ kind, text, start: range.start, end: range.end, side, mayCut })) continue;
      if (reason === 'name') return 'name';
      refusal = 'word';
    }
  }
  return refusal;
}

const SIDES = ['start', 'end'] as const;

/** The joints to try on a side of a name of a kind. */
const JOINTS_OF = { start: jointsAt('start'), end: jointsAt('end') };

function jointsAt(side: 'start' | 'end'): Readonly<Record<Kind, readonly Joint[]>> {
  const of = (kind: Kind) => JOINTS.filter(joint => joint.side === side && (joint.kinds?.includes(kind) ?? true));
  return { body: of('body'), work: of('work'), name: of('name'), thing: of('thing') };
}

/** What no joint begins with, whatever the name: hiragana, brackets, 、 and 。; and a space, of a thing. */
const IDLE = /[\p{sc=Hiragana}]|[^\p{L}\p{M}\p{N}\p{Cs}\s_'・./,+#-]/u;
const NEWLINE = '\n'.charCodeAt(0);
const [ASKED, JOINS, PARTS_THINGS] = [1, 2, 4];
/** By UTF-16 unit, found when first met: two questions of each character beside a name. */
const answers = new Uint8Array(65_536);

/** Whether the character at an offset joins nothing to a name of this kind: most do not, and no joint need be tried. */
function isIdle(kind: Kind, text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return true;
  let answer = answers[unit] ?? 0;
  if (answer === 0) {
    const character = String.fromCharCode(unit);
    answer = ASKED | (IDLE.test(character) ? 0 : JOINS) | (/\s/u.test(character) ? PARTS_THINGS : 0);
    answers[unit] = answer;
  }
  return !(answer & JOINS) || (kind === 'thing' && (answer & PARTS_THINGS) !== 0 && unit !== NEWLINE);
}

function isKatakanaWord({ kind, text, side, mayCut, ...range }: Place): boolean {
  const { run, from } = runAround(text, range[side], /[\p{sc=Katakana}ー]/u);
  const start = Math.max(range.start - from, 0);
  const end = Math.min(range.end - from, run.length);
  return mayCut({ run, start, end }, PROPER.includes(kind));
}

function isSegmentBorder({ text, side, ...range }: Place): boolean {
  const { run, from } = runAround(text, range[side], new RegExp(UNSPACED, 'u'));
  return segmentsOf(run).containing(range[side] - from)?.index === range[side] - from;
}

/** The run of characters of a kind around an offset of a text, and where it begins. */
function runAround(text: string, at: number, character: RegExp): { run: string; from: number } {
  let [from, to] = [at, at];
  while (from > 0 && character.test(text.charAt(from - 1))) from--;
  while (to < text.length && character.test(text.charAt(to))) to++;
  return { run: text.slice(from, to), from };
}
