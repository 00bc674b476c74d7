/** Marks in pages the names that cards give in another language: 「原語」, names of other times (WCAG 2.2, 3.1.2). */
import type { Labels } from '@tsuzuri/core/labels';
import { languageOfName } from '@tsuzuri/core/languages';
import type { MarkdownRenderer } from 'vitepress';
import type { Entry } from './site.ts';

type CoreRule = Parameters<MarkdownRenderer['core']['ruler']['push']>[1];
type State = Parameters<CoreRule>[0];
type Token = State['tokens'][number];

/** The names on a card in full, with their language: `Computer Security Incident Response Team`, `en`. */
function expansionsOf({ matter }: Entry): [name: string, language: string][] {
  const {
    expansion,
    language,
    names = [],
  } = matter as {
    expansion?: string;
    language?: string;
    names?: readonly { expansion?: string }[];
  };
  return [expansion, ...names.map(name => name.expansion)].flatMap((words): [string, string][] => {
    const found = words && languageOfName(words, language);
    return found ? [[words, found]] : [];
  });
}

/** @param label in the language of the pages, whose own names need no mark */
export function markForeign(pages: readonly Entry[], label: Pick<Labels, 'language'>): CoreRule {
  const languages = new Map(pages.flatMap(expansionsOf).filter(([, language]) => language !== label.language));
  const names = [...languages.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return () => {};
  const pattern = new RegExp(`(${names.map(words => words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})`);
  return state => {
    for (const token of state.tokens)
      token.children = token.children?.flatMap(child => marked(child, { pattern, languages }, state)) ?? null;
  };
}

interface Names {
  readonly pattern: RegExp;
  readonly languages: ReadonlyMap<string, string>;
}

/** Every second part is what the pattern has found. */
function marked(token: Token, { pattern, languages }: Names, state: State): Token[] {
  if (token.type !== 'text' || !isLong(token.content)) return [token];
  return token.content.split(pattern).flatMap((content, index) => {
    const text = Object.assign(new state.Token('text', '', 0), { content });
    if (index % 2 === 0) return content === '' ? [] : [text];
    const open = new state.Token('span_open', 'span', 1);
    open.attrSet('lang', languages.get(content) ?? '');
    return [open, text, new state.Token('span_close', 'span', -1)];
  });
}

/** Only where there are words in other letters at all are they looked for. */
const isLong = (text: string): boolean => /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\p{L}{3}/u.test(text);
