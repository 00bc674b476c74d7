/** Tells by the words around a name whether it means what its card says, or another thing of that name. */
import type { Term } from '@tsuzuri/core/card';
import { type Folded, fold } from '@tsuzuri/core/unicode';
import { kindOf } from './boundaries.ts';

/** What a card wants of the surroundings of its names; words are found in folded text of lower case. */
export interface Sense {
  /** One of these words has to stand there. */
  readonly near: RegExp | undefined;
  /** None of these words may stand there. */
  readonly notNear: RegExp | undefined;
  /** Whether a word right beside the name may make it another thing: it names something that there is once. */
  readonly isProper: boolean;
}

interface OtherThing {
  readonly name: string;
  readonly caption: string;
  /** In backticks what is refused. */
  readonly example: string;
  readonly side: 'start' | 'end';
  /** The character beside the name is one of these, or the pattern need not be tried. */
  readonly sign: string;
  /** Sticky, tried where the name begins or ends; what lies before that is in its look-behind. */
  readonly pattern: RegExp;
}

/** Kinds of things that are called by name: an animal, a work of art, a dish, a word. */
const NAMED =
  '(?:子?犬|子?猫|馬|牛|鳥|魚|花|曲|歌|映画|小説|漫画|アニメ|ゲーム|ドラマ|ビール|酒|ワイン|カクテル|料理|菓子|店|バンド|星|小惑星|彗星|船|人|男|女|単語|語|言葉)';

/** One is enough; order does not matter. */
const OTHER_THINGS: readonly OtherThing[] = [
  {
    name: '名を付けた物',
    caption: '組織や事業の名にじかに付いて、酒・料理・神話・星・船・駅・杯の名にする語。座談会・号令・駅伝などは除く',
    example: '`オリオンビール`・`オリオン座` は オリオン計画 ではない',
    side: 'end',
    sign: `」』"'ビワ焼日清カ神伝座彗流星号駅杯丼弁定ラケ饅ま`,
    pattern:
      /[」』"']?(?:ビール|ワイン|焼酎|日本酒|清酒|カクテル|神話|伝説|座(?![談長席員敷標視るっりら禅右興])|彗星|流星群|星雲|号(?![外令館室数線泣砲車])|駅(?!伝)|杯(?!数)|丼|弁当|定食|カレー|ラーメン|ケーキ|饅頭|まんじゅう)/uy,
  },
  {
    name: '語としての名',
    caption: '発音・綴り・語源・神話など、その名を語として、または物語の名として扱う語が「の」で続く',
    example: '`NISCの発音` は組織のことではない',
    side: 'end',
    sign: `」』"'の`,
    pattern: /[」』"']?の(?:発音|綴り|つづり|スペル|語源|神話|伝説(?![の的])|歌詞|主題歌|楽曲)/uy,
  },
  {
    name: 'という名の物',
    caption: '「という名の犬」「という曲」のように、その名を持つ別の物をいう語が続く',
    example: '`ジャスパーという名の犬` は事業ではない',
    side: 'end',
    sign: `」』"'っと`,
    pattern: new RegExp(
      `[」』"']?(?:って(?:いう)?|と(?:いう|呼ばれる|名[付づ]けられた))(?:名(?:前)?の)?${NAMED}(?![員材工事件道間学彙社])`,
      'uy',
    ),
  },
  {
    name: '前に立つ類の名',
    caption: '映画・小説・台風・小惑星などの語が名の前に立つ。曲・歌・ゲームは、かぎ括弧があるときに限る',
    example: '`映画「オリオン」` は事業ではない',
    side: 'start',
    sign: `画説メ話本劇風星神犬猫馬の「『"'`,
    pattern:
      /(?<=(?:(?:映画|小説|漫画|アニメ|ドラマ|童話|絵本|歌劇|台風|小?惑星|彗星|女神|愛[犬猫馬]|[犬猫]の)[「『"]?|(?:曲|歌|ゲーム|舞台|番組)[「『]))./uy,
  },
  {
    name: 'the thing named so, behind',
    caption: '英語で、酒・神話・歌・映画・星などの語が名の後に立つ',
    example: '`Jasper beer`, `the Daedalus myth` は事業やシステムではない',
    side: 'end',
    sign: ` \n"'”’`,
    pattern:
      /["'”]?(?:['’]s)?\s+(?:beers?|ales?|lagers?|ciders?|wines?|whisk(?:e)?ys?|cocktails?|myth(?:s|ology)?|legends?|songs?|albums?|movies?|films?|novels?(?=\s*(?:$|[.,;:!?)]|(?:by|is|was)\b))|constellation|nebula|comet|asteroid|meteor shower|pronunciation|spelling|etymology|restaurant|pub|brewery)(?!\p{L})/iuy,
  },
  {
    name: 'the thing said behind',
    caption: '英語で、犬・猫・歌などの語が the を挟んで名の後に立つ',
    example: '`Jasper the dog` は事業ではない',
    side: 'end',
    sign: ` \n,"'”`,
    pattern:
      /["'”]?,?\s+(?:the|an?)\s+(?:dog|cat|horse|beer|song|movie|film|band|ship|star|constellation)(?![\p{L}-])/iuy,
  },
  {
    name: 'the thing named so, before',
    caption: '英語で、台風・小惑星・語・映画・発音などの語が名の前に立つ',
    example: '`Cyclone Jasper`, `the word CYDER` は事業や演習ではない',
    side: 'start',
    sign: ` \n"'“`,
    pattern:
      /(?<=(?<!\p{L})(?:hurricane|typhoon|cyclone|tropical storm|asteroid|comet|planet|mount|lake|the (?:words?|band|song|movie|film|novel|album|beer|musical|opera)|(?:myths?|legend|pronunciation|spelling|etymology) of|pronounced?|(?:dog|cat|horse|beer|song|band|ship|star|asteroid|movie|film) (?:named|called))\s+["'“]?)./iuy,
  },
];

const PROPER: readonly unknown[] = ['organisation', 'system', 'programme', 'exercise'];

/** @param form the name of the entry that is looked for */
export function senseOf(term: Term, form: string): Sense {
  const { category, near, 'not-near': notNear } = term;
  const isProper = category === undefined ? kindOf(undefined, form) === 'body' : PROPER.includes(category);
  return { near: wordsOf(near), notNear: wordsOf(notNear), isProper };
}

/** Words of Latin letters stand alone there: `art` is not in `party`; in English they may be plurals. */
function wordsOf(words: readonly string[] = []): RegExp | undefined {
  const alternatives = words.map(word => {
    const { lower } = fold(word.trim());
    const escaped = lower.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
    const before = /^[\p{sc=Latin}\p{Nd}]/u.test(lower) ? '(?<![\\p{sc=Latin}\\p{Nd}])' : '';
    const behind = /[\p{sc=Latin}\p{Nd}]$/u.test(lower) ? '(?:e?s)?(?![\\p{sc=Latin}\\p{Nd}])' : '';
    return before + escaped + behind;
  });
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'u');
}

/** Where a name stands, in folded units. */
interface Place {
  readonly folded: Folded;
  readonly start: number;
  readonly end: number;
  /** Words of the heading of the section. */
  readonly heading: string | undefined;
}

/** Whether the surroundings of a name, its paragraph and the heading of its section, are as its card wants them. */
export function fitsSurroundings({ near, notNear }: Sense, { folded: { lower }, start, end, heading }: Place): boolean {
  if (!near && !notNear) return true;
  const around = `${lower.slice(0, start)}\uFFFC${lower.slice(end)}\n${heading === undefined ? '' : fold(heading).lower}`;
  return (near?.test(around) ?? true) && !notNear?.test(around);
}

/** Whether a word beside a name makes it another thing: a beer, a myth, a pronunciation. */
export function isOtherThing({ isProper }: Sense, text: string, range: { start: number; end: number }): boolean {
  if (!isProper) return false;
  const beside = { start: text.charAt(range.start - 1), end: text.charAt(range.end) };
  return OTHER_THINGS.some(({ pattern, side, sign }) => {
    if (beside[side] === '' || !sign.includes(beside[side])) return false;
    pattern.lastIndex = range[side];
    return pattern.test(text);
  });
}
