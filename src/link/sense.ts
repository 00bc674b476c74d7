/** Decides by the words around a mention whether it means the thing of the card: `アサヒ` the brewer, `アサヒビール` to drink. */
import type { Category, Term } from '@tsuzuri/core/card';
import type { TextRange } from './inline-text.ts';

/** What a name is beside one of these words, if it is no name of that card. */
interface OtherSense {
  /** Behind the mention. */
  readonly behind?: RegExp;
  /** Before it. */
  readonly before?: RegExp;
  /** In backticks what is not linked. */
  readonly example: string;
}

/** Only of cards that name one thing by its own name; `technology` and `concept` are words. */
const NAMED: ReadonlySet<Category> = new Set(['organisation', 'system', 'programme', 'exercise', 'event']);

/** First what is beside the mention in Japanese, then in English. One is enough. */
const OTHER_SENSES: readonly OtherSense[] = [
  {
    behind: /^(?:ビール|ワイン|コーヒー|チョコ|ラーメン|カレー|パン|茶|酒)(?!会|組合)/u,
    example: '`エース`ビールを飲む',
  },
  { behind: /^(?:神話|伝説|座(?![長席談標])|星(?!取)|彗星|流星群|星雲|銀河)/u, example: '`オリオン`座が見える' },
  {
    behind:
      /^(?:の(?:神話|伝説|星座)|という(?:名の)?(?:犬|猫|馬|船|曲|歌|映画|小説|村|町|島|山|川|人物|少年|少女|神))/u,
    example: '`ノア`という名の犬',
  },
  { behind: /^の(?:発音|綴り|語源|字面|頭文字|花言葉|和訳)/u, example: '`ACTIVE`の発音' },
  { behind: /^(?:号(?!外|令|館|棟|俸|室)|丸(?=[がはをにのと、。]))/u, example: '`あさひ`号が出港した' },
  {
    behind: /^(?:村|島|山(?![積場])|川|峠|岬|湾|駅|通り|温泉)(?=[がはをにのでへと、。（)])/u,
    example: '`アルファ`駅で降りる',
  },
  { behind: /^(?:[属科目](?=の)|科植物|の(?:品種|変種|葉|花粉|種子))/u, example: '`イリス`属の植物' },
  {
    before: /(?:映画|小説|楽曲|歌|曲|アルバム|漫画|ゲーム|絵本|ドラマ|アニメ|舞台|戯曲)[「『]$/u,
    example: '映画「`オアシス`」',
  },
  {
    before:
      /(?:愛犬|愛猫|愛馬|競走馬|ペット|女神|神|英雄|怪獣|台風|ハリケーン|彗星|惑星|衛星|小惑星|恒星)(?:の|「|・)?$/u,
    example: 'ハリケーン・`アイダ`',
  },
  { behind: /^\s(?:beer|ale|wine|coffee|chocolate|cake|sauce|tea)\b/iu, example: '`Atlas` beer' },
  {
    behind: /^\s(?:myth|mythology|legend|constellation|nebula|comet|galaxy)\b/iu,
    example: 'the `Orion` constellation',
  },
  {
    behind: /^\s(?:song|album|band|film|movie|novel|opera|poem|painting|musical|video game)\b/iu,
    example: 'the `Oasis` album',
  },
  {
    behind: /^\s(?:village|island|river|mountain|mountains|lake|valley|peninsula|street|station)\b/iu,
    example: '`Delta` river',
  },
  { behind: /^(?:’s|'s)?\s(?:pronunciation|spelling|etymology)\b/iu, example: 'the `ACTIVE` pronunciation' },
  {
    before: /\b(?:Hurricane|Typhoon|Cyclone|Storm|Comet|Mount|Lake|Saint|St\.|goddess|god|king|queen)\s$/iu,
    example: 'Hurricane `Ida`',
  },
  {
    before: /\b(?:pronounced?|spelled|spelling of|rhymes with|named after the (?:god|goddess|king|queen))\s["“]?$/iu,
    example: 'pronounced `CYDER`',
  },
  {
    before: /\b(?:dog|cat|horse|ship|song|movie|film|novel|band|album)\s(?:named|called|titled|entitled)\s["“]?$/iu,
    example: 'a dog named `Echo`',
  },
];

/** What is looked at on either side, in UTF-16 units. */
const SIDE = 24;

/**
 * @param text of the block
 * @param around what its surroundings are besides: the heading of the section
 */
export function isMeant(term: Term, text: string, { start, end }: TextRange, around = ''): boolean {
  const { near = [], 'not-near': notNear = [], category } = term;
  if (near.length > 0 || notNear.length > 0) {
    const rest = `${around}\n${text.slice(0, start)}\n${text.slice(end)}`.normalize('NFKC').toLowerCase();
    const stands = (word: string): boolean => rest.includes(word.normalize('NFKC').toLowerCase());
    if (notNear.some(stands) || (near.length > 0 && !near.some(stands))) return false;
  }
  if (category === undefined || !NAMED.has(category)) return true;
  const [before, behind] = [text.slice(Math.max(0, start - SIDE), start), text.slice(end, end + SIDE)];
  return !OTHER_SENSES.some(sense => sense.behind?.test(behind) || sense.before?.test(before));
}

/** For the test that reads the examples. */
export const SENSE_EXAMPLES: readonly string[] = OTHER_SENSES.map(({ example }) => example);
