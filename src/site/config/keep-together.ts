/** Keeps a number and what it counts on one line: 10カ国, 2021年2月, （第31回; that of a heading and its first word. No character is added: what is copied is the text. */
import type { MarkdownRenderer } from 'vitepress';

/** カ国, か所, ヶ月 */
const PIECES = '[かカヵヶケ箇](?:国|所|月|年|条|村)';
/** メートル, キロメートル, ページ */
const FOREIGN =
  '(?:キロ|センチ|ミリ)?(?:メートル|グラム)|キロ(?:ワット)?|センチ|ミリ|リットル|トン|ヘクタール|アール|ページ|ドル|ユーロ|バイト|ビット|パーセント|ポイント';
/** Source of a pattern. Longer ones first: 年度 is not 年 and 度. 百万円, 億円; 1点目 */
export const UNITS = `[十百千万億兆]{0,3}(?:${PIECES}|${FOREIGN}|年度|年代|年間|世紀|時間|分間|週間|日間|項目|機関|団体|[年月日時分秒回期号条項款章節編部頁人名件社国者歳才円台本点度次段億万兆割倍行字週級つ種校市町村区戸棟%％])目?`;
/** A digit with its marks: 1,240 or 2.5; a range of them: 10〜20 */
const DIGITS = '[\\d０-９](?:[\\d０-９,.，．]*[\\d０-９])?';
const NUMBER = `${DIGITS}(?:[〜～–-]${DIGITS})?`;
const KANJI = '[〇一二三四五六七八九十百千]';
const BEFORE = '(?:第|約|全|計|延べ|明治|大正|昭和|平成|令和|西暦|午前|午後)';
const DAY_OF_WEEK = '(?:[（(][月火水木金土日][）)])?';
/** In digits each counts on: 平成24年11月1日(木); `3分の1` is no minutes. A single kanji counts only where it must: 一部, 十分 are words. */
const COUNTS = [
  `${BEFORE}?${DIGITS}分の${DIGITS}`,
  `(?:${BEFORE}?${NUMBER}|${BEFORE}元(?=年))${UNITS}(?:${NUMBER}${UNITS})*${DAY_OF_WEEK}`,
  `第${KANJI}+${UNITS}`,
  `${KANJI}+(?:分の${KANJI}+|${PIECES})`,
  `${BEFORE}?${KANJI}{2,}${UNITS}(?:${KANJI}+${UNITS})*${DAY_OF_WEEK}`,
];
/** An opening bracket stays with what it opens. */
const COUNTED = new RegExp(`[（(「『【〔]?(?:${COUNTS.join('|')})`, 'gu');

const CLASS = 'keep-together';
/** Characters that the narrowest line holds: 320 px, in a list. A longer one is broken as any text is. */
const MOST = 15;

/** A text, cut: every second piece is one that stays whole. */
export function cutAtNumbers(text: string): string[] {
  const found = [...text.matchAll(COUNTED)].filter(([words]) => words.length <= MOST);
  const ends = found.map(({ index, 0: words }) => index + words.length);
  const pieces = found.flatMap(({ index, 0: words }, at) => [text.slice(ends[at - 1] ?? 0, index), words]);
  return [...pieces, text.slice(ends.at(-1) ?? 0)];
}

/** `2. `, `(3) `, `① ` at the beginning of a heading. */
const NUMBERING = /^(?:第?[\d０-９]{1,3}(?:[.．][\d０-９]{1,3})*[.．、)）]?|[（(][\d０-９]{1,2}[)）]|[①-⑳])[ 　]+/u;
/** A heading that fits on the narrowest line is not broken. */
const LEAST_BROKEN = 15;

/** The same of a heading: the number does not stand on a line of its own above what does not fit beside it. */
function cutHeading(text: string): string[] {
  const [number = ''] = NUMBERING.exec(text) ?? [];
  const [before = '', counted = '', ...rest] = cutAtNumbers(text.slice(number.length));
  if (number === '' || number === text) return cutAtNumbers(text);
  if (before === '') return ['', number + counted, ...rest];
  const [first = ''] = before;
  return ['', number + first, before.slice(first.length), ...(rest.length > 0 ? [counted, ...rest] : [])];
}

/** Plain words as HTML, as `htmlOf` writes them: no attribute has a number in it. */
export const keptTogether = (html: string): string =>
  html.replace(COUNTED, words => (words.length > MOST ? words : `<span class="${CLASS}">${words}</span>`));

type Rule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];

/** A rule of markdown-it: sets each of them in a span. */
export const keepTogether: Rule = state => {
  for (const [at, { children }] of state.tokens.entries()) {
    const words = children?.filter(({ type }) => type === 'text').map(({ content }) => content);
    const isBroken = (words ?? []).join('').length > LEAST_BROKEN;
    const isHeading = isBroken && state.tokens[at - 1]?.type === 'heading_open';
    const cut = (token: Token, index: number): string[] =>
      isHeading && index === 0 ? cutHeading(token.content) : cutAtNumbers(token.content);
    const parts = children?.flatMap((token, index) =>
      token.type === 'text' ? piecesOf(token, cut(token, index), state) : [token],
    );
    if (parts) children?.splice(0, children.length, ...parts);
  }
};

type State = Parameters<Rule>[0];
type Token = State['tokens'][number];

/** The text, cut, with a span around each piece that stays whole. */
function piecesOf(token: Token, pieces: readonly string[], state: State): Token[] {
  if (pieces.length === 1) return [token];
  return pieces.flatMap((content, index) => {
    const text = content === '' ? [] : [Object.assign(new state.Token('text', '', 0), { content, meta: token.meta })];
    if (index % 2 === 0) return text;
    const open = new state.Token('span_open', 'span', 1);
    open.attrSet('class', CLASS);
    return [open, ...text, new state.Token('span_close', 'span', -1)];
  });
}
