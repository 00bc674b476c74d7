/** Finds in a question as people ask it the words that carry its sense, and the year that it names. */

import { later } from '@tsuzuri/core/collections';
import { NEAR, SAME } from './everyday.ts';
import { ERAS } from './parse.ts';

/** A question without its particles, tails and courtesy. */
export interface Understood {
  /** In the order of the question; then what may be written for them, and what the question asks for. */
  readonly words: readonly Content[];
  /** Years of dates in any notation: `平成25年6月`, `R3.9.27`, `2012年の`. */
  readonly years: readonly string[];
  /** The same as far as they go: `2013-06`, `2021-09-27`, `2012`. */
  readonly days: readonly string[];
  /** What it asks the meaning of: `…とは`, `…って何`. */
  readonly thing?: string;
  /** What stands in an answer: a number of people, an amount, a time. */
  readonly answer?: RegExp;
  /** It asks what somebody is: `…の役職`. */
  readonly asksWho: boolean;
}

export interface Content {
  readonly typed: string;
  /** 村井先生 is 村井, too. */
  readonly forms: readonly string[];
  /** 1; less for a word that says little, or was not typed. */
  readonly weight: number;
  /**
   * `person`: who speaks, rather than who is spoken of; `date`: of a meeting, or in its text; `kana`: may be several words,
   * without a space; `spelt`: kana that may stand for kanji; `chain`: words that stand side by side; `part`: of another word; `hint`: was not typed.
   */
  readonly role?: 'person' | 'date' | 'thing' | 'kana' | 'spelt' | 'chain' | 'part' | 'hint';
}

/** Older ones stand in questions, too. */
const ALL_ERAS: Readonly<Record<string, number>> = { 明治: 1867, 大正: 1911, ...ERAS };
const DIGITS = '〇一二三四五六七八九';
const MONTH = String.raw`(?:\s*(?:[./-]|年の?)\s*(?<month>\d{1,2})(?:月|(?=[./-]|$|[^\d人名件回]))(?:[./-]?\s*(?<day>\d{1,2})日?)?)?`;
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

/** A date as minutes write it, in both countings of years, in words and in figures. */
function writtenDates(year: number, month?: string, day?: string): string[] {
  const rest = `年${month ? `${Number(month)}月` : ''}${month && day ? `${Number(day)}日` : ''}`;
  const [era, before, letter] = year > 2018 ? ['令和', 2018, 'R'] : ['平成', 1988, 'H'];
  const figures = month ? [`${letter}${year - before}/${Number(month)}${day ? `/${Number(day)}` : ''}`] : [];
  return [`${year}${rest}`, `${era}${year - before}${rest}`, ...figures];
}

/** 二十五 → 25. */
const KANJI_NUMBER = /[〇一二三四五六七八九十]+(?=[年月日])|(?<=第)[一二三四五六七八九十]+/gu;
function figuresOf(kanji: string): string {
  if (!kanji.includes('十')) return [...kanji].map(character => DIGITS.indexOf(character)).join('');
  const digit = (character: string | undefined): number => Math.max(0, DIGITS.indexOf(character || '〇'));
  const [tens, ones] = kanji.split('十');
  return String((tens ? digit(tens) : 1) * 10 + digit(ones));
}
const dayOf = (year: number, month?: string, day?: string): string =>
  [String(year), ...(month ? [month, ...(day ? [day] : [])] : [])].map(part => part.padStart(2, '0')).join('-');

const ASKS_WHAT =
  /とは(?:何|なに|なん|どう|$|[?？])|って(?:何|なに|なん|どういう|[?？]|$)|どういう意味|[はが](?:何|なに|なん)(?:です|の|を?指|$|[?？])|の意味|の?定義|what (?:is|are)\b/iu;

/** What stands before the question. */
const THING =
  /^(?<thing>[^\s、。「」][^、。「」]{1,23}?)(?:とは(?:何|なに|なん|どう|わかり|分かり|\s|$|[?？])|って(?:何|なに|なん|どう|[?？]|$)|の意味|の定義|[はが](?:何|なに|なん)(?:です|か$|$|[?？])|を?(?:教えて|説明))/u;
const ENGLISH_THING = /^what\s+(?:is|are|does)\s+(?:an?\s+|the\s+)?(?<thing>.{2,60}?)(?:\s+mean)?[?\s]*$/iu;
const thingOf = (typed: string): string | undefined =>
  (THING.exec(typed) ?? ENGLISH_THING.exec(typed))?.groups?.thing?.trim();
/** …を教えてください */
const REQUEST =
  /(?:について|に関して|のこと)?を?(?:教えて|おしえて|知りたい|説明して)(?:ください|下さい|ほしい|欲しい|くれ)?[。？?\s]*$/u;
/** What an answer has, by what is asked for. */
const ANSWERS: readonly (readonly [asked: RegExp, answer: RegExp])[] = [
  [/何(?:万|千|百|十)?(?:人|名)|人数|(?:参加|利用|出席|受講|従事)者数/u, /\d[\d,.]*(?:万|千)?(?:人|名)/u],
  [/いくら|金額|何(?:億|万)?円|費用|予算額|値段|料金/u, /\d[\d,.]* ?(?:億|百?万|千)?円/u],
  [/いくつ|何(?:個|件|か所|カ所|か国|カ国|分野|回)|件数/u, /\d/u],
  [/いつ|何(?:年|月|日)|時期/u, /\d+(?:年|月|日)|初旬|中旬|下旬|月頃/u],
  [/何時|時刻|何分/u, /\d+(?::|：|時)/u],
];

/** A run of one script; hiragana parts what it joins. */
const RUN =
  /\d*[\p{sc=Han}々〆ヶ]+(?:\d+[\p{sc=Han}々〆ヶ]+)*|[\p{sc=Katakana}ー]+(?:・[\p{sc=Katakana}ー]+)*|[\p{sc=Latin}\p{Nd}]+(?:[.&/'’+-][\p{sc=Latin}\p{Nd}]+)*|\p{sc=Hiragana}[\p{sc=Hiragana}ー]*/gu;
const HIRAGANA = /^[\p{sc=Hiragana}ー]+$/u;
const KANJI = /\p{sc=Han}/u;
const HAN = /^[\p{sc=Han}々〆ヶ]+$/u;

/** What people are called by besides their names. */
const TITLES =
  '先生|氏|さん|様|君|委員長?|本部員|構成員|議員|教授|大臣政務官|副?大臣|副?長官|局長|座長|副?議長|代表|部会長|会長|団長|副?町長|副?市長|副?知事|課長|部長|首相|総理';
const COURTESY = new RegExp(`(?:${TITLES})$`, 'u');
/** 前田さん, 宇都外務副大臣, イェッセン氏; a post alone is no name. */
const PERSON = new RegExp(
  String.raw`(?<name>[\p{sc=Han}々ヶ]{1,5}?|[\p{sc=Katakana}ー]{2,8})(?<title>${TITLES})(?![\p{sc=Han}])`,
  'gu',
);
/** Titles that a name of one character is looked for with: 星委員. */
const SHORT_TITLES = ['委員', '議員', '本部員', '構成員', '大臣'];
/** 経産相, 防衛相. */
const MINISTER = /^([\p{sc=Han}]{1,4})相$/u;
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

/** Counts less: what was not typed, a kanji alone, a word that says little. */
const [NEAR_WEIGHT, KANJI_WEIGHT, KANA_WEIGHT, CHAIN_WEIGHT, HINT_WEIGHT] = [0.5, 0.35, 0.6, 0.7, 0.4];
const [PART_WEIGHT, PHRASE_WEIGHT] = [0.3, 0.3];

export function understand(typed: string): Understood {
  const whole = typed.normalize('NFKC').replace(/(?<=[\p{sc=Han}])(?:\s)(?=さん|氏)/gu, '');
  let text = whole.replace(REQUEST, '').replace(KANJI_NUMBER, figuresOf);
  const years = new Set<string>();
  const days = new Set<string>();
  const words = new Map<string, Content>();
  const add = (content: Content): void => {
    const key = content.role === 'thing' ? '' : content.forms[0];
    if (key !== undefined && !words.has(key)) words.set(key, content);
  };
  for (const pattern of DATES)
    text = text.replace(pattern, (...all) => {
      const { year = '', era, month, day } = all.at(-1) as Readonly<Record<string, string | undefined>>;
      const number = yearOf(year, era);
      years.add(String(number));
      days.add(dayOf(number, month, day));
      add({
        typed: all[0].trim().replace(/の$/u, ''),
        forms: writtenDates(number, month, day),
        weight: month ? 1 : WEAK_WEIGHT,
        role: 'date',
      });
      if (month && day)
        add({ typed: '', forms: [`${Number(month)}月${Number(day)}日`], weight: HINT_WEIGHT, role: 'date' });
      return ' ';
    });
  const thing = years.size === 0 ? thingOf(whole.trim()) : undefined;
  if (thing !== undefined)
    add({ typed: thing, forms: [...new Set([thing, ...formsOf(thing)])], weight: 1, role: 'thing' });
  for (const { groups: { name = '', title = '' } = {} } of text.matchAll(PERSON))
    if (!EMPTY.has(name)) add(personOf(name, title));
  for (const { 0: run, index } of text.matchAll(RUN)) {
    // 新しくできた: the end of a word before it.
    const isEnd = HIRAGANA.test(run) && HAN.test(text.charAt(index - 1)) && !JOINTS_BEHIND.test(run);
    const forms = isEnd ? [] : formsOf(run);
    const [first] = forms;
    if (first === undefined) continue;
    const isKana = HIRAGANA.test(run);
    const weight = forms.some(form => WEAK.has(form))
      ? WEAK_WEIGHT
      : isKanji(first)
        ? KANJI_WEIGHT
        : isKana
          ? KANA_WEIGHT
          : 1;
    add({ typed: run, forms, weight, ...(isKana && { role: 'kana' as const }) });
  }
  for (const [mixed] of text.matchAll(MIXED)) add({ typed: mixed, forms: mixedForms(mixed), weight: 1 });
  for (const [chain] of text.matchAll(CHAIN))
    add({ typed: chain, forms: formsOf(chain), weight: CHAIN_WEIGHT, role: 'chain' });
  for (const [mixed] of text.matchAll(SPELT))
    if (kanaWords(mixed.replace(/\p{sc=Han}/gu, '')).length > 0 || bare(mixed.split(KANJI)[0] as string).length > 1)
      add({ typed: mixed, forms: [mixed], weight: 1, role: 'spelt' });
  for (const [run] of text.matchAll(LONG_HAN))
    for (const half of [run.slice(0, 2), run.slice(-2)])
      add({ typed: half, forms: [half], weight: PART_WEIGHT, role: 'part' });
  for (const [phrase] of text.matchAll(INFLECTED))
    if (!EMPTY.has(phrase.replace(/\p{sc=Hiragana}/gu, '')))
      add({ typed: phrase, forms: [phrase], weight: PHRASE_WEIGHT, role: 'part' });
  for (const { pattern, forms } of severalRuns()) {
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) add({ typed: found, forms, weight: 1 });
  }
  for (const content of nearOf(text)) add(content);
  for (const content of hintsOf(text, years.size > 0 || /会議|会合|委員会|議会|本部/u.test(text))) add(content);
  const answer = ANSWERS.find(([asked]) => asked.test(whole))?.[1];
  return {
    words: [...words.values()],
    years: [...years],
    days: [...days],
    ...(thing !== undefined && { thing }),
    ...(answer && { answer }),
    asksWho: ASKS_WHO.test(whole),
  };
}

/** Of the words that mean the same those that are no run of one script: 使いやす. */
const severalRuns = later(() =>
  SAME.filter(([said]) => new Set(said.match(RUN)).size !== 1).map(forms => ({
    pattern: new RegExp(`${forms[0]}\\p{sc=Hiragana}?`, 'u'),
    forms,
  })),
);

const isKanji = (form: string): boolean => form.length === 1 && HAN.test(form);

function personOf(name: string, title: string): Content {
  const short = name.length === 1 ? SHORT_TITLES.map(other => name + other) : [name];
  const forms = [...new Set([name + title, ...short, ...formsOf(name + title)])].filter(form => form.length > 1);
  return { typed: name + title, forms, weight: 1, role: 'person' };
}

/** Kanji with the kana between them: 取り残, 振る舞い検知, 踏み台; no particle joins them. */
const MIXED =
  /\p{sc=Han}{1,3}(?:(?![のはがをにでともへや]\p{sc=Han}|から|まで|より|など|とは|では|には|って|との|での|への|です|した|する|たい|てる)\p{sc=Hiragana}{1,2}\p{sc=Han}{1,4})+/gu;
const mixedForms = (mixed: string): string[] => [mixed, mixed.replace(/\p{sc=Hiragana}/gu, '')];
/** 人材育成 is 人材を育成, too. */
const LONG_HAN = /(?<!\p{sc=Han})\p{sc=Han}{4}(?!\p{sc=Han})/gu;
/** 異議なし, 捕まえ: as it stands there, maybe. */
const INFLECTED = /\p{sc=Han}{1,4}(?![のはがをにでともへやか])\p{sc=Hiragana}{2}/gu;
/** Kana beside a kanji that stand for kanji, maybe: とり残, 取りのこさ. */
const SPELT =
  /(?<!\p{sc=Hiragana})\p{sc=Hiragana}{2,4}\p{sc=Han}{1,2}\p{sc=Hiragana}{0,2}|\p{sc=Han}\p{sc=Hiragana}{3,6}/gu;
/** 重要インフラ, 経産省, `capacity building`: a name of several scripts or words, maybe. */
const CHAIN =
  /[\p{sc=Han}々\p{sc=Katakana}ー・\p{sc=Latin}\d&/.-]*(?:\p{sc=Han}[\p{sc=Katakana}\p{sc=Latin}]|[\p{sc=Katakana}ー\p{sc=Latin}]\p{sc=Han})[\p{sc=Han}々\p{sc=Katakana}ー・\p{sc=Latin}\d&/.-]*|\p{sc=Latin}+(?: \p{sc=Latin}+)+/gu;

/** What may be written for what was said. */
function nearOf(text: string): Content[] {
  const runs = new Set(text.match(RUN) ?? []);
  const isSaid = (said: string): boolean =>
    HAN.test(said)
      ? runs.has(said) || (said.length > 1 && [...runs].some(run => run.startsWith(said) || run.endsWith(said)))
      : text.includes(said);
  return NEAR.filter(([said]) => isSaid(said)).map(([said, ...forms]) => ({
    typed: said,
    forms,
    weight: NEAR_WEIGHT,
    role: 'hint',
  }));
}

const ASKS_WHO = /役職|所属|肩書|どこの人|何者|どんな人/u;
/** What a question of this kind asks for, as minutes write it. */
const HINTS: readonly (readonly [asked: RegExp, isOfMeeting: boolean, ...written: string[]])[] = [
  [/どこ(?:で|だ|に集)|会場|場所/u, true, '場所', '会場', '於'],
  [/何時|いつ|日時|日程|時刻|時間/u, true, '日時', '開催日', '日程'],
  [/出席|参加|出た|来た人|メンバー|顔ぶれ/u, true, '出席者', '参加者'],
  [/次(?:は|の|回|いつ)/u, true, '次回'],
  [ASKS_WHO, false, '役職', '出席者'],
  [/決ま|決め|決定/u, true, '決定事項', '決定'],
  [/意見|何と言|どう言/u, true, '意見'],
];
const hintsOf = (text: string, isOfMeeting: boolean): Content[] =>
  HINTS.filter(([asked, ofMeeting]) => asked.test(text) && (isOfMeeting || !ofMeeting)).map(([, , ...forms]) => ({
    typed: '',
    forms,
    weight: HINT_WEIGHT,
    role: 'hint',
  }));

/** Whether it is asked in words that join others: `東京大会で何が`, not `重要インフラ 演習`. */
export const isQuestion = (typed: string): boolean =>
  ASKS_WHAT.test(typed) ||
  typed
    .split(/[\s　]+/u)
    .some(part => /\p{sc=Hiragana}/u.test(part) && (part.match(RUN) ?? []).filter(run => run.length > 1).length > 1);

/** The forms of a run that are looked for; none of what says nothing. */
function formsOf(run: string): string[] {
  if (EMPTY.has(run) || EMPTY.has(run.toLowerCase())) return [];
  if (HIRAGANA.test(run)) return kanaWords(run).slice(0, 1);
  const minister = MINISTER.exec(run)?.[1];
  if (minister !== undefined) return [run, ...longOf([`${minister}大臣`])];
  const name = run.replace(COURTESY, '');
  if (name === '') return [run]; // a post alone: 町長
  const numbered = run.replace(/(?<=第)\d+/u, digits => kanjiOf(digits));
  return longOf([run, numbered, ...(name.length > 1 && name !== run ? [name] : []), run.replaceAll('・', '')]);
}
const kanjiOf = (digits: string): string => (digits.length === 1 ? (DIGITS[Number(digits)] as string) : digits);

/** With what minutes write in full. */
const longOf = (forms: readonly string[]): string[] => {
  const long = SAME.flatMap(([short, ...names]) =>
    forms
      .filter(form => (/^[A-Z]/u.test(short) ? form === short : form.includes(short)))
      .flatMap(form => names.filter(name => !form.includes(name)).map(name => form.replace(short, name))),
  );
  return [...new Set([...forms, ...long])];
};

const SHORTEST_KANA = 3;
/** What joins words or ends a sentence, at either end of a run of hiragana. */
const JOINTS =
  /^(?:について|に関して|に対して|によって|として|では|には|とは|って|から|まで|より|ので|のは|のが|のを|のか|される|された|させ|られ|した|して|する|は|が|を|に|で|と|も|や|へ|か|の)|(?:について|という|とは|って|から|まで|では|には|ですか|ますか|でしたか|ましたか|でしょうか|ください|いますか|いました|しました|しています|している|していた|されて|される|された|する|した|して|です|ます|ました|ません|られる|られた|られ|れる|れた|なった|なって|なる|ない|なく|たい|いる|いた|ある|あった|くらい|ぐらい|など|ところ|こと|もの|わけ|つもり|しろ|てる|てた|けど|の|は|が|を|に|で|と|も|や|へ|か|な|よ|ね|た|て)$/u;

/** A particle behind a word, sooner than its end. */
const JOINTS_BEHIND =
  /^(?:について|に関して|に対して|によって|として|では|には|とは|って|から|まで|より|は|が|を|に|で|と|も|へ|の)/u;
const ASKING = /^(?:いくら|いくつ|どこ|いつ|なぜ|どう|どの|どん|だれ|どれ|なに|なん)/u;
/** What no word has within: 増やすことについてどんな. */
const BETWEEN =
  /こと|もの|ところ|について|という|といった|として|どんな?|どう|です|ます|ました|ません|ている|ていた|できる?/u;

const bare = (kana: string): string => {
  let rest = kana;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(JOINTS, '');
  }
  return rest;
};

const kanaWords = (run: string): string[] =>
  run
    .split(BETWEEN)
    .map(bare)
    .filter(word => word.length >= SHORTEST_KANA && !isEmpty(word));

/** Whether a word says nothing by itself. */
export const isEmpty = (word: string): boolean => EMPTY.has(word) || ASKING.test(word);
