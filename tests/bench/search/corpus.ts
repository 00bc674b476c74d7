/** Invents books of any number of pages out of the sentences of real ones, the same for the same number. */

export interface InventedPage {
  readonly path: string;
  readonly title: string;
  /** `2014-03-09` */
  readonly day: string;
  readonly body: string;
  readonly speeches: readonly InventedSpeech[];
}

interface InventedSpeech {
  /** Label of the speaker: 北条委員. */
  readonly label: string;
  /** Full name. */
  readonly who: string;
  readonly text: string;
}

/** Letters of a page, and of a speech. */
export interface Size {
  readonly page: readonly [least: number, most: number];
  readonly speech: readonly [least: number, most: number];
}

export const LONG_PAGES: Size = { page: [2000, 4000], speech: [150, 700] };
export const SHORT_PAGES: Size = { page: [300, 500], speech: [120, 260] };

/** A stream of numbers from 0 to 1. @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c mulberry32 */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value ^= value + Math.imul(value ^ (value >>> 7), 61 | value);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many compounds are invented; the first come often, the last in a few pages of a large book. */
const COMPOUNDS = 40_000;
const BODIES = [
  '情報通信審議会',
  '総合対策会議',
  '地域防災委員会',
  '社会保障部会',
  '研究開発専門調査会',
  '予算小委員会',
];
const ROLES = ['委員', '構成員', '参考人', '政府参考人', '部会長', '座長'];
const FIRST_YEAR = 1998;
const YEARS = 28;

/** @param texts out of which the pages are made; all their sentences are used */
export function inventor(texts: readonly string[], size: Size): (number: number) => InventedPage {
  const sentences = texts.flatMap(text => text.split(/(?<=[。\n])/)).filter(sentence => sentence.length >= 12);
  const pairs = [...new Set(texts.flatMap(text => text.match(TWO_KANJI) ?? []))];
  const kanji = [...new Set(pairs.join(''))];
  return number => {
    const random = randomFrom(number);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const between = ([least, most]: readonly [number, number]): number => least + Math.floor(random() * (most - least));
    const name = (): string => `${pick(kanji)}${pick(kanji)} ${pick(kanji)}${random() < 0.6 ? pick(kanji) : ''}`;
    const speakers = Array.from({ length: 6 }, name);
    return { ...headOf(), speeches: speechesOf() };

    function headOf(): Omit<InventedPage, 'speeches'> {
      const [body, month, date] = [pick(BODIES), 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
      const year = FIRST_YEAR + Math.floor(random() * YEARS);
      const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
      return { path: `minutes/${day}-${number}`, title: `${body} 第${1 + (number % 400)}回`, day, body };
    }

    function speechesOf(): InventedSpeech[] {
      const speeches: InventedSpeech[] = [];
      for (let left = between(size.page); left > 0; left -= speeches.at(-1)?.text.length ?? left) {
        const who = pick(speakers);
        const label = `${who.split(' ')[0]}${pick(ROLES)}`;
        speeches.push({ label, who, text: speechOf(Math.min(left, between(size.speech))) });
      }
      return speeches;
    }

    function speechOf(letters: number): string {
      let text = '';
      for (let at = Math.floor(random() * sentences.length); text.length < letters; at++) {
        if (random() < 0.4) at = Math.floor(random() * sentences.length);
        const sentence = sentences[at % sentences.length] as string;
        text += vary(sentence) + (random() < 0.15 ? '\n' : '');
      }
      return text.trim();
    }

    /** Other nouns, now and then a name, a date, a number that stands nowhere else. */
    function vary(sentence: string): string {
      const varied = sentence.replace(LONE_PAIR, pair => (random() < 0.35 ? compound() : pair));
      if (random() < 0.06) return `${rare()}、${varied}`;
      return varied;
    }

    function compound(): string {
      // As in real texts a few words come again and again, and most of them hardly ever.
      const rank = Math.floor(COMPOUNDS * random() ** 3);
      const word = randomFrom(rank * 7919);
      const half = (): string => pairs[Math.floor(word() * pairs.length)] as string;
      return word() < 0.5 ? half() : half() + half();
    }

    function rare(): string {
      const figure = (most: number): number => 1 + Math.floor(random() * most);
      const kinds = [
        () => `${name().replace(' ', '')}君`,
        () => `平成${figure(31)}年${figure(12)}月${figure(28)}日`,
        () => `第${figure(90_000)}号通知`,
        () => `${figure(9_999)}億${figure(9_999)}万円`,
        () => Array.from({ length: 3 + figure(4) }, () => pick([...KANA])).join(''),
      ];
      return pick(kinds)();
    }
  };
}

const KANA =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴジズゼダデドバビブベボパピプペポ';
/** Exactly two kanji: `施策` in 「この施策を」, nothing in 「情報共有」. */
const LONE_PAIR = /(?<!\p{sc=Han})\p{sc=Han}{2}(?!\p{sc=Han})/gu;
const TWO_KANJI = /\p{sc=Han}{2}/gu;
