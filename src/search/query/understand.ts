/** Finds in a question as people ask it the words that carry its sense, and the year that it names. */

import { ERAS } from './parse.ts';

/** A question without its particles, tails and courtesy. */
export interface Understood {
  /** In the order of the question; each with the forms that count as it, as typed. */
  readonly words: readonly Content[];
  /** Years of dates in any notation: `平成25年6月`, `R3.9.27`, `2012年の`. */
  readonly years: readonly string[];
  /** It asks what a thing is: `…とは`, `…って何`. */
  readonly asksWhat: boolean;
}

interface Content {
  readonly typed: string;
  /** 村井先生 is 村井, too. */
  readonly forms: readonly string[];
  /** 1; less for a word that says little. */
  readonly weight: number;
}

/** Older ones stand in questions, too. */
const ALL_ERAS: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, ...ERAS };
const DIGITS = '〇一二三四五六七八九';
const MONTH = String.raw`(?:\s*(?:[./-]|年)\s*(?<month>\d{1,2})(?:月|(?=[./-]|$|[^\d人名件回]))(?:[./-]?\s*(?<day>\d{1,2})日?)?)?`;
const END = '(?:年度?)?の?';
/** Dates with what follows of month and day. */
const DATES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<era>明治|大正|昭和|平成|令和|(?<![A-Za-z])[RHS](?=\.?\s?\d{1,2}(?![A-Za-z\d])))\.?\s?(?<year>元|\d{1,2})${MONTH}${END}`,
    'gu',
  ),
  new RegExp(String.raw`(?<year>(?<!\d)(?:19|20)\d{2})(?!\d)${MONTH}${END}`, 'gu'),
  new RegExp(`(?<year>[${DIGITS}]{4})年度?の?`, 'gu'),
];

function yearOf(year: string, era: string | undefined): number {
  const number =
    year === '元'
      ? 1
      : Number([...year].map(digit => (DIGITS.includes(digit) ? DIGITS.indexOf(digit) : digit)).join(''));
  return (ALL_ERAS[(era ?? '').toLowerCase()] ?? 0) + number;
}

/** A date as minutes write it, in both countings of years. */
function writtenDates(year: number, month?: string, day?: string): string[] {
  const rest = `年${month ? `${Number(month)}月` : ''}${month && day ? `${Number(day)}日` : ''}`;
  const [era, before] = year > 2018 ? ['令和', 2018] : ['平成', 1988];
  return [`${year}${rest}`, `${era}${year - before}${rest}`];
}

const ASKS_WHAT =
  /とは(?:何|なに|なん|どう|$|[?？])|って(?:何|なに|なん|どういう)|どういう意味|[はが](?:何|なに|なん)(?:です|の|を?指|$|[?？])|の意味|の?定義|what (?:is|are)\b/iu;

/** What stands before the question, without a word that joins. */
const THING =
  /^(?<thing>[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}\p{Nd}ー・&/.-]{2,24})(?:とは|って|の意味|の定義|[はが](?:何|なに|なん)|を?(?:教えて|説明))/u;

/** A run of one script; hiragana parts what it joins. */
const RUN =
  /[\p{sc=Han}々〆ヶ]+|[\p{sc=Katakana}ー]+(?:・[\p{sc=Katakana}ー]+)*|[\p{sc=Latin}\p{Nd}]+(?:[.&/'’+-][\p{sc=Latin}\p{Nd}]+)*|\p{sc=Hiragana}+/gu;
const HIRAGANA = /^\p{sc=Hiragana}+$/u;
const HAN = /^[\p{sc=Han}々〆ヶ]+$/u;

/** What people are called by besides their names. */
const COURTESY =
  /(?:先生|氏|様|君|委員長?|本部員|構成員|議員|教授|大臣|副?長官|局長|座長|議長|代表|部会長|会長|町長|市長|課長|部長|さん)$/u;
/** Words of asking, and words that stand in every document. */
const EMPTY = new Set(
  (
    '何 誰 人 方 者 時 時期 日 日付 年 月 頃 事 物 点 話 件 中 間 前 後 今 上 下 内 的 等 理由 内容 言 述 話 触 教 知 見 出 思 考 書 読 聞 会 意味 言及 発言 意見 説明 場所 誰 何故 箇所 部分 結果 関係 具体 具体的 一番 最初 最後 ' +
    'ページ サイト どこ いつ だれ なに なぜ どう どの どんな どれ どれくらい いくら いくつ こと もの ところ ため よう これ それ あれ ここ わけ について という ください わかりやすく 分かりやすく くわしく 詳しく 簡単に かんたんに ありますか ありました でしたか ですか ますか でしょうか ましたか のか the a an of in on at is are was were what who when where which did do does about'
  ).split(' '),
);
/** They narrow little, but a document may be called so. */
const WEAK = new Set(
  '会議 会合 委員会 議事録 議事要旨 会議録 資料 文書 政府 日本 国 対策 対応 取組 問題 必要 重要 実施 検討 推進 強化 情報 連携'.split(
    ' ',
  ),
);
const WEAK_WEIGHT = 0.35;

export function understand(typed: string): Understood {
  let text = typed.normalize('NFKC');
  const years = new Set<string>();
  const words = new Map<string, Content>();
  for (const pattern of DATES)
    text = text.replace(pattern, (...all) => {
      const { year = '', era, month, day } = all.at(-1) as Readonly<Record<string, string | undefined>>;
      const number = yearOf(year, era);
      years.add(String(number));
      const forms = writtenDates(number, month, day);
      words.set(forms[0] as string, { typed: all[0].trim(), forms, weight: month ? 1 : WEAK_WEIGHT });
      return ' ';
    });
  for (const [run] of text.matchAll(RUN)) {
    const forms = formsOf(run);
    const [first] = forms;
    if (first === undefined || words.has(first)) continue;
    words.set(first, { typed: run, forms, weight: forms.some(form => WEAK.has(form)) ? WEAK_WEIGHT : 1 });
  }
  const asksWhat = ASKS_WHAT.test(typed.normalize('NFKC'));
  const thing = asksWhat && years.size === 0 ? THING.exec(text.trim())?.groups?.thing : undefined;
  // `DDoS攻撃とは`, `デマンド交通とは`: one name of several scripts
  if (thing !== undefined && words.size > 1)
    return { words: [{ typed: thing, forms: [thing], weight: 1 }], years: [], asksWhat };
  return { words: [...words.values()], years: [...years], asksWhat: asksWhat && words.size === 1 };
}

/** Whether it is asked in words that join others: `東京大会で何が`, not `重要インフラ 演習`. */
export const isQuestion = (typed: string): boolean =>
  ASKS_WHAT.test(typed) ||
  typed
    .split(/[\s　]+/u)
    .some(part => /\p{sc=Hiragana}/u.test(part) && (part.match(RUN) ?? []).filter(run => run.length > 1).length > 1);

/** The forms of a run that are looked for; none of what says nothing. */
function formsOf(run: string): string[] {
  if (EMPTY.has(run) || EMPTY.has(run.toLowerCase())) return [];
  if (HIRAGANA.test(run)) return run.length > SHORTEST_KANA ? kanaWords(run) : [];
  if (HAN.test(run) && run.length === 1) return [];
  const name = run.replace(COURTESY, '');
  if (name === '') return [run]; // a post alone: 町長
  const all = [run, ...(name.length > 1 && name !== run ? [name] : []), run.replaceAll('・', '')];
  const long = EVERYDAY.flatMap(([short, name]) =>
    all.filter(form => form.includes(short)).map(form => form.replace(short, name)),
  );
  return [...new Set([...all, ...long])];
}

/** How people shorten what minutes write out. */
const EVERYDAY: readonly (readonly [short: string, long: string])[] = [
  ['五輪', 'オリンピック'],
  ['オリパラ', 'オリンピック'],
  ['東証', '東京証券取引所'],
  ['日銀', '日本銀行'],
  ['地銀', '地方銀行'],
  ['都銀', '都市銀行'],
  ['信金', '信用金庫'],
  ['信組', '信用組合'],
  ['生保', '生命保険'],
  ['損保', '損害保険'],
  ['農協', '農業協同組合'],
  ['漁協', '漁業協同組合'],
  ['経産', '経済産業'],
  ['厚労', '厚生労働'],
  ['国交省', '国土交通省'],
  ['文科', '文部科学'],
  ['農水', '農林水産'],
  ['総理', '内閣総理大臣'],
  ['官房長官', '内閣官房長官'],
  ['公安委', '公安委員会'],
  ['教委', '教育委員会'],
  ['個人情報法', '個人情報保護法'],
  ['コロナ', '新型コロナウイルス'],
  ['震災', '大震災'],
  ['スマホ', 'スマートフォン'],
  ['パソコン', 'コンピュータ'],
  ['ネット', 'インターネット'],
];

const SHORTEST_KANA = 3;
/** What joins words or ends a sentence, at either end of a run of hiragana. */
const JOINTS =
  /^(?:について|に関して|に対して|によって|として|では|には|とは|って|から|まで|より|ので|のは|のが|のを|の|は|が|を|に|で|と|も|や|へ|か)|(?:について|という|とは|って|から|まで|では|には|ですか|ますか|でしたか|ましたか|でしょうか|ください|いますか|いました|しました|している|していた|されて|された|する|した|です|ます|の|は|が|を|に|で|と|も|や|へ|か|な)$/u;

const ASKING = /^(?:いくら|いくつ|どこ|いつ|なぜ|どう|どの|どん|だれ|どれ|なに|なん)/u;

function kanaWords(run: string): string[] {
  let rest = run;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(JOINTS, '');
  }
  return rest.length > SHORTEST_KANA && !EMPTY.has(rest) && !ASKING.test(rest) ? [rest] : [];
}

/** A question in hiragana alone, cut at what may be its particles: せいぎょけいのぜいじゃくせい. */
export const kanaPieces = (word: string): string[] =>
  HIRAGANA.test(word) ? word.split(/の|を|が|は|と|に|で|や/u).filter(piece => piece.length >= SHORTEST_KANA) : [];
