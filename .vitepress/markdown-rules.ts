/** Rules of our own for markdown-it. */
import type { MarkdownOptions, MarkdownRenderer } from 'vitepress';
import { escapeHtml } from './html.ts';
import { permalinkTo } from './japanese.ts';

type Anchor = NonNullable<MarkdownOptions['anchor']>;
type Permalink = Extract<Anchor['permalink'], (...input: never[]) => unknown>;
type InlineRule = Parameters<MarkdownRenderer['inline']['ruler']['before']>[2];
type RenderRule = NonNullable<MarkdownRenderer['renderer']['rules']['image']>;

/** Gives a heading the link to itself that VitePress gives it, named in Japanese. */
export function permalink(...[slug, , state, index]: Parameters<Permalink>): void {
  const children = state.tokens[index + 1]?.children ?? [];
  const words = children.filter(({ type }) => type === 'text' || type === 'code_inline').map(({ content }) => content);
  const open = new state.Token('link_open', 'a', 1);
  open.attrs = [
    ['class', 'header-anchor'],
    ['href', `#${slug}`],
    ['aria-label', permalinkTo(state.md.utils.unescapeAll(words.join('')).trim())],
  ];
  const mark = Object.assign(new state.Token('text', '', 0), { content: '\u200B', meta: { isPermalinkSymbol: true } });
  children.push(open, mark, new state.Token('link_close', 'a', -1));
}

/** Inline HTML that a page may hold, although HTML is off: a line break in a table cell, a note to other authors. */
const ALLOWED_HTML: readonly (readonly [shape: RegExp, token: string | undefined])[] = [
  [/^<br ?\/?>/, 'hardbreak'],
  [/^<!--[\s\S]*?-->/, undefined],
];

export function allowedHtml(...[state, silent]: Parameters<InlineRule>): boolean {
  if (state.src[state.pos] !== '<') return false;
  const rest = state.src.slice(state.pos);
  for (const [shape, token] of ALLOWED_HTML) {
    const [found] = shape.exec(rest) ?? [];
    if (!found) continue;
    if (!silent && token) state.push(token, 'br', 0);
    state.pos += found.length;
    return true;
  }
  return false;
}

/** The site calls no other host, so a picture from elsewhere is only linked. */
export function imageAsLink(...[tokens, index, options, env, self]: Parameters<RenderRule>): string {
  const token = tokens[index];
  const source = token?.attrGet('src') ?? '';
  const words = self.renderInlineAsText(token?.children ?? [], options, env);
  token?.attrSet('alt', words);
  if (/^\/(?!\/)/.test(source)) return self.renderToken(tokens, index, options);
  return `<a href="${escapeHtml(source)}" target="_blank" rel="noreferrer">${escapeHtml(words || source)}</a>`;
}

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];

/** Markdown wants a row of headings in every table. Where the scan has none, all its cells are empty: nobody needs them. */
export function dropEmptyHeads(...[state]: Parameters<CoreRule>): void {
  const { tokens } = state;
  const starts = tokens.flatMap(({ type }, index) => (type === 'thead_open' ? [index] : [])).reverse();
  for (const start of starts) {
    const end = tokens.findIndex(({ type }, index) => index > start && type === 'thead_close');
    const cells = tokens.slice(start, end).filter(({ type }) => type === 'inline');
    if (cells.every(({ content }) => content === '')) tokens.splice(start, end + 1 - start);
  }
}

/** Letters and signs of Japanese, between which a line may end without a space being meant. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・、。，．：；！？「」『』（）【】〔〕〈〉《》〜…]/u;

/** An author who wraps a line means no space: 「…なります。⏎「第」と…」 */
export function joinJapaneseLines(...[state]: Parameters<CoreRule>): void {
  for (const { children } of state.tokens)
    children?.forEach((token, index) => {
      if (token.type !== 'softbreak') return;
      const before = textOf(children.slice(0, index)).at(-1) ?? '';
      const after = textOf(children.slice(index + 1)).at(0) ?? '';
      if (JAPANESE.test(before) && JAPANESE.test(after)) Object.assign(token, { type: 'text', content: '' });
    });
}

function textOf(tokens: readonly { content: string }[]): string[] {
  return [...tokens.map(({ content }) => content).join('')];
}
