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

/** `ACTIVE（Advanced Cyber Threats response Initiative）`: what minutes themselves say that letters stand for. */
const EXPANSION = "(?<=[\\p{L}\\p{N}][（(])[A-Z][A-Za-z'’-]*(?: [A-Za-z&'’-]+)+(?=[）)])";

/** @param label in the language of the pages, whose own names need no mark */
export const markForeign = (pages: readonly Entry[], label: Pick<Labels, 'language'>): CoreRule =>
  markNames(pages, label.language, []);

/** In minutes, which are Japanese whatever the site is. */
export const markForeignInMinutes = (pages: readonly Entry[]): CoreRule => markNames(pages, 'ja', [EXPANSION]);

function markNames(pages: readonly Entry[], ours: string, more: readonly string[]): CoreRule {
  const languages = new Map(pages.flatMap(expansionsOf).filter(([, language]) => language !== ours));
  const names = [...languages.keys()].sort((a, b) => b.length - a.length);
  const patterns = [...names.map(words => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')), ...more];
  if (patterns.length === 0) return () => {};
  const pattern = new RegExp(`(${patterns.join('|')})`, 'u');
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
    open.attrSet('lang', languages.get(content) ?? 'en');
    return [open, text, new state.Token('span_close', 'span', -1)];
  });
}

/** Only where there are words in other letters at all are they looked for. */
const isLong = (text: string): boolean => /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])\p{L}{3}/u.test(text);
