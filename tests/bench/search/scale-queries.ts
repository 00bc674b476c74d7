/** Takes queries for an invented book out of its text by position, with how many passages answer each. */

import { newForms } from '@tsuzuri/core/old-kanji';
import type { Passage } from '@tsuzuri/search/index/passages';
import { randomFrom } from './corpus.ts';
import { plain } from './truth.ts';

export interface ScaleQuery {
  readonly kind: 'taken' | 'frequent' | 'absent' | 'and';
  readonly words: readonly string[];
  /** Passages which hold all words. */
  readonly count: number;
}

const TAKEN = 120;
const ANDS = 40;
/** Of a word taken by position. */
const [SHORTEST, LONGEST] = [2, 8];
const FREQUENT =
  '情報 サイバー攻撃 重要インフラ セキュリティ 警察庁 国際連携 報告書 の 必要 平成 ASEAN 2014年 委員'.split(' ');
const ABSENT =
  '海上保安庁 鸚鵡返し 能動的サイバー防御 ゲームセンターあらし 魑魅魍魎 寿限無寿限無 quokka 第99999999号 竜宮城 麒麟 ヌネノハヒフ'.split(
    ' ',
  );

/** 眞 is 真 besides: that the table of old kanji is right is not asked here. */
export const alike = (text: string): string => newForms(plain(text));

/** What a passage is found by. */
export const searchedText = ({ head, isFirst, heading, who, text }: Passage): string =>
  alike([isFirst ? head.title : '', heading ?? '', who ?? '', text].join('\n'));

/** @param texts `searchedText` of all passages of the book */
export function scaleQueries(texts: readonly string[]): ScaleQuery[] {
  const random = randomFrom(2024);
  const taken = (): string => takeWord(texts, random);
  const queries: (readonly [ScaleQuery['kind'], readonly string[]])[] = [
    ...Array.from({ length: TAKEN }, () => ['taken', [taken()]] as const),
    ...FREQUENT.map(word => ['frequent', [word]] as const),
    ...ABSENT.map(word => ['absent', [word]] as const),
    // Half of them stand together somewhere, half need not.
    ...Array.from({ length: ANDS }, (_, index) => ['and', index % 2 ? twoOfOne() : [taken(), taken()]] as const),
  ];
  return queries.map(([kind, words]) => ({ kind, words, count: countOf(texts, words.map(alike)) }));

  function twoOfOne(): string[] {
    const alone = [texts[Math.floor(random() * texts.length)] as string];
    return alone[0] && alone[0].length > 100 ? [takeWord(alone, random), takeWord(alone, random)] : twoOfOne();
  }
}

const countOf = (texts: readonly string[], words: readonly string[]): number =>
  texts.reduce((count, text) => count + (words.every(word => text.includes(word)) ? 1 : 0), 0);

/** Letters that follow one another somewhere, whatever they mean: 略的に取, 2年3月. */
function takeWord(texts: readonly string[], random: () => number): string {
  for (;;) {
    const text = texts[Math.floor(random() * texts.length)] as string;
    const at = Math.floor(random() * text.length);
    const word = text.slice(at, at + SHORTEST + Math.floor(random() * (LONGEST - SHORTEST + 1)));
    if (WORD.test(word)) return word;
  }
}

/** Kana alone would be read as other words too, which plain text cannot tell; a Latin word is taken whole or not at all. */
const WORD = /^(?=.*\p{sc=Han})[\p{sc=Han}\p{sc=Hira}\d]{2,}$/u;
