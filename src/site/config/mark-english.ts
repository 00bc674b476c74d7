/** Marks in pages of a Japanese site the English names that cards give: 「原語」, names of other times (WCAG 2.2, 3.1.2). */
import { isEnglish } from '@tsuzuri/core/languages';
import type { MarkdownRenderer } from 'vitepress';
import type { Entry } from './site.ts';

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type State = Parameters<CoreRule>[0];
type Token = State['tokens'][number];

/** The English names on a card, in full: `Computer Security Incident Response Team`. */
function expansionsOf({ matter }: Entry): string[] {
  const { expansion, names = [] } = matter as { expansion?: string; names?: readonly { expansion?: string }[] };
  return [expansion, ...names.map(name => name.expansion)].flatMap(words => (words && isEnglish(words) ? [words] : []));
}

export function markEnglish(pages: readonly Entry[]): CoreRule {
  const expansions = [...new Set(pages.flatMap(expansionsOf))].sort((a, b) => b.length - a.length);
  if (expansions.length === 0) return () => {};
  const pattern = new RegExp(`(${expansions.map(words => words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})`);
  return state => {
    for (const token of state.tokens)
      token.children = token.children?.flatMap(child => marked(child, pattern, state)) ?? null;
  };
}

/** Every second part is what the pattern has found. */
function marked(token: Token, pattern: RegExp, state: State): Token[] {
  if (token.type !== 'text' || !isLong(token.content)) return [token];
  return token.content.split(pattern).flatMap((content, index) => {
    const text = Object.assign(new state.Token('text', '', 0), { content });
    if (index % 2 === 0) return content === '' ? [] : [text];
    const open = new state.Token('span_open', 'span', 1);
    open.attrSet('lang', 'en');
    return [open, text, new state.Token('span_close', 'span', -1)];
  });
}

/** Only where there are English words at all are they looked for. */
const isLong = (text: string): boolean => /[a-z]{3}/.test(text);
