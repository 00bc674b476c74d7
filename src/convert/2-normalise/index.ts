/** Normalises the forms of a character, each change an edit; never a whole page through NFKC. */
import type { Change } from '@tsuzuri/core/trace';
import { findHtml, htmlTables } from './html.ts';

interface Step {
  readonly rule: string;
  readonly why: string;
  /** What may be folded; everything else stays: ① ㈱ 髙 﨑 神(U+FA19) are characters of their own. */
  readonly pattern: RegExp;
  /** NFKC by default. */
  readonly fold?: (found: string) => string;
  /** Of tags, which `html.ts` reads in tables. */
  readonly isHtml?: true;
}

/**
 * Characters of the block CJK Radicals Supplement that PDFs give for the kanji of the same shape, with that kanji
 * (Unicode's EquivalentUnifiedIdeograph). NFKC knows two of the block.
 */
const SUPPLEMENT = '⺟母⺠民⻁虎⻄西⻅見⻆角⻉貝⻋車⻑長⻘青⻝食⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀';
const RADICALS = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, at) => [SUPPLEMENT.charAt(2 * at), SUPPLEMENT.charAt(2 * at + 1)]),
);

/** A voicing mark that stands by itself, beside its kana. */
const SPACING_MARKS: Readonly<Record<string, string>> = { ゛: '\u3099', ゜: '\u309A' };

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&#39;': "'" };

/** `１，２４０`, `３，４１７．５`; of `２，３日` the comma stays */
const THOUSANDS = '(?<![０-９，])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])(?:．[０-９]+(?![０-９．]))?';
/** `４５．３`; at the beginning of a line `１．２` may be a number of a part, and `６．５．１０` is a day */
const DECIMAL = String.raw`(?<!^[\s（(]*)(?<![０-９．，])[０-９]+．(?!(?:１９|２０)[０-９]{2}年)[０-９]+(?![０-９．，])`;

/** Order does not matter: no two steps touch the same character. */
const STEPS: readonly Step[] = [
  // `ｻｲﾊﾞｰ`, `｢ﾎｯﾄﾗｲﾝ｣` → サイバー, 「ホットライン」
  { rule: 'half-width-kana', why: '半角カナを全角にする', pattern: /[\uFF61-\uFF9F]+/gu },
  // `ＮＩＳＣ`, `第３１回`, `１，２４０世帯`, `４５．３％` → NISC, 第31回, 1,240世帯, 45.3％
  {
    rule: 'full-width-letter',
    why: '全角の英数字を半角にする',
    pattern: new RegExp(`${THOUSANDS}|${DECIMAL}|[０-９Ａ-Ｚａ-ｚ]+`, 'gmu'),
  },
  // `⼀般` with a Kangxi radical (U+2F00) → 一般
  { rule: 'radical', why: '部首用の文字を通常の漢字にする', pattern: /[\u2F00-\u2FD5]+/gu },
  // `⻑官`, `国⺠` (U+2ED1, U+2EA0) → 長官, 国民
  {
    rule: 'radical',
    why: '部首用の文字を通常の漢字にする',
    pattern: new RegExp(`[${[...RADICALS.keys()].join('')}]`, 'gu'),
    fold: found => RADICALS.get(found) ?? found,
  },
  // `タ` and U+3099, as files of macOS and some PDFs have it, `テ゛` → ダ, デ
  {
    rule: 'voicing-mark',
    why: '濁点・半濁点を仮名と一つの文字にする',
    // か゜ and カ゚, of a nasal g, are no single character: they stay
    pattern:
      /[うかきくけこさしすせそたちつてとはひふへほゝウカキクケコサシスセソタチツテトハヒフヘホワヰヱヲヽ][\u3099゛]|[はひふへほハヒフヘホ][\u309A゜]/gu,
    fold: found => found.replace(/[゛゜]/u, mark => SPACING_MARKS[mark] ?? mark).normalize('NFC'),
  },
  // `&nbsp;`, `R&amp;D`: what other converters leave of HTML
  {
    rule: 'converter-mark',
    why: 'HTMLの書き方を文字にする',
    pattern: /&(?:nbsp|ensp|emsp|amp|quot|#39);/gu,
    fold: found => ENTITIES[found] ?? ' ',
  },
  {
    rule: 'converter-mark',
    why: 'HTMLの改行の印で、文章ではない',
    // within a row of a table it parts the lines of a cell
    pattern: /(?<!^\|[^\n]*)<br ?\/?>/gimu,
    fold: () => '\n',
    isHtml: true,
  },
  // `<span id="page-1-0"></span>`
  {
    rule: 'converter-mark',
    why: 'HTMLの印で、文章ではない',
    pattern: /<\/?span\b[^<>]{0,80}>/giu,
    fold: () => '',
    isHtml: true,
  },
  // `\(1\)`, `68\.4`; a backslash behind another is one that the text has
  {
    rule: 'converter-mark',
    why: 'Markdownの印を打ち消す「\\」で、文章ではない',
    pattern: /(?<!\\)\\(?=[()[\].\-+*_#!~>{}|])/gu,
    fold: () => '',
  },
  // `# ○鳥居会長`, `## なお、…予定です。`: no heading
  {
    rule: 'converter-mark',
    why: '見出しの印だが、後は発言者の名前か文である',
    pattern:
      /^#{1,6}[ \u3000]+(?=[○◯〇●◎][^\n。]{1,30}(?:[長員君氏局課]|さん|[)）])[ \u3000]*$|\*\*[^\n*。]{1,30}\*\*[：:][ \u3000]*$|[^\n。]{10,200}。[ \u3000]*$)/gmu,
    fold: () => '',
  },
  // `## **１　開会**`: a heading is bold by itself
  {
    rule: 'converter-mark',
    why: '見出し全体の強調の印で、文章ではない',
    pattern:
      // The mark first: what stands before it is asked where one is, not at each character.
      /\*\*(?<=^#{1,6}[ \u3000]+(?:#{1,6}[ \u3000]+)*\*\*)(?=[^*\n]+\*\*[ \u3000]*$)|\*\*(?<=^#{1,6}[ \u3000]+(?:#{1,6}[ \u3000]+)*\*\*[^*\n]+\*\*)(?=[ \u3000]*$)/gmu,
    fold: () => '',
  },
  // `︵案︶`, set for vertical lines → (案)
  {
    rule: 'vertical-form',
    why: '縦書き用の記号を通常の記号にする',
    pattern: /[\uFE10-\uFE19\uFE30-\uFE44\uFE47\uFE48]+/gu,
  },
];

export function findNormalisations(text: string): Change[] {
  const tables = htmlTables(text);
  const isInTable = (at: number): boolean => tables.some(([from, to]) => at >= from && at < to);
  const found = STEPS.flatMap(({ rule, why, pattern, fold = found => found.normalize('NFKC'), isHtml = false }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, index }): Change[] =>
      isHtml && isInTable(index)
        ? []
        : [{ start: index, end: index + match.length, ins: fold(match), rule, by: 'rule', why }],
    ),
  );
  return [...found, ...findHtml(text, tables)];
}
