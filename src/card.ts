/** Reads a card: a Markdown page that is at once a term or rule, its reason, its test. */
import { LineCounter, parseDocument } from 'yaml';
import { complaint } from './complaint.ts';

/** A card before its front matter is checked: `line` tells where a key stands (1 = first line of the file). */
export interface Card {
  readonly file: string;
  /** File name without suffix. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line on which the body begins, counted from 1. */
  readonly bodyLine: number;
  readonly line: (...path: (string | number)[]) => number;
}

const FENCE = /^---[ \t]*\r?\n/;

/**
 * Splits a card into front matter and body.
 * @throws VFileMessage when the front matter is missing, is not closed, or is not a YAML mapping.
 */
export function readCard(file: string, source: string): Card {
  const text = source.replace(/^\uFEFF/, '');
  if (!FENCE.test(text))
    throw complaint(
      file,
      1,
      '先頭に「---」で囲んだ前付け(front matter)がありません',
      '1行目を「---」にし、見出し語などを書いてください',
    );
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  if (end < 0)
    throw complaint(file, 1, '前付け(front matter)が閉じていません', '前付けの終わりに「---」だけの行を置いてください');
  const counter = new LineCounter();
  const yaml = lines.slice(1, end).join('\n');
  const document = parseDocument(yaml, { lineCounter: counter, stringKeys: true });
  const [error] = document.errors;
  if (error) {
    const line = counter.linePos(error.pos[0]).line + 1;
    throw complaint(
      file,
      line,
      `前付け(YAML)が読めません: ${error.message.split('\n')[0]}`,
      '字下げ・コロンの後の空白・引用符を確かめてください',
    );
  }
  const data: unknown = document.toJS({ maxAliasCount: 100 });
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    throw complaint(file, 2, '前付けが「キー: 値」の形ではありません', '「term: NISC」のように書いてください');
  return {
    file,
    id: file.replace(/^.*[\\/]/, '').replace(/\.md$/, ''),
    data: data as Record<string, unknown>,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
    line: (...path) => lineOf(yaml, path),
  };
}

/** Reads the YAML again for a place in it: few are ever asked for, and a card that keeps its document weighs ten times. */
function lineOf(yaml: string, path: readonly (string | number)[]): number {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, stringKeys: true });
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  return node?.range ? counter.linePos(node.range[0]).line + 1 : 1;
}

export const CATEGORIES = {
  organisation: '組織・会議体',
  programme: '事業・プロジェクト',
  exercise: '演習',
  system: 'システム',
  law: '法令・条約',
  document: '文書・計画',
  technology: '技術',
  concept: '概念・用語',
  event: '会合・出来事',
} as const;
export type Category = keyof typeof CATEGORIES;

/** A name that held for a time; dates are ISO days, both ends included, an absent end is open. */
export interface DatedName {
  readonly name: string;
  readonly expansion?: string;
  readonly from?: string;
  readonly until?: string;
}

/** A glossary entry. */
export interface Term {
  readonly id: string;
  readonly file: string;
  readonly term: string;
  readonly reading?: string;
  readonly category?: Category;
  readonly expansion?: string;
  readonly aliases: readonly string[];
  /** Longer strings in which no mention is ever found: 内閣官房長官. */
  readonly not: readonly string[];
  readonly names: readonly DatedName[];
  readonly see: readonly string[];
  readonly sources: readonly { readonly page: string; readonly quote: string }[];
  /** `general`: what the head says is general knowledge, not found in the scans. */
  readonly known?: 'general';
  /** What the first link in a section says: the name of the time with its expansion (`long`, as ever), or without. */
  readonly first?: 'long' | 'short';
  readonly body: string;
  readonly bodyLine: number;
  readonly card: Card;
}

/**
 * Reads a glossary card. Only `term` is required.
 * @throws VFileMessage with file, line and remedy when a key has the wrong shape.
 */
export function readTerm(file: string, source: string): Term {
  const card = readCard(file, source);
  const check = checker(card);
  const category = oneOf(card, 'category', Object.keys(CATEGORIES) as Category[]);
  const term = check.text('term');
  if (!term) throw complaint(file, 2, '見出し語 term がありません', '「term: NISC」のように書いてください');
  oneOf(card, 'case', ['exact', 'any']);
  return {
    id: card.id,
    file,
    term,
    ...optional('reading', check.text('reading')),
    ...optional('category', category),
    ...optional('expansion', check.text('expansion')),
    aliases: check.list('aliases'),
    not: check.list('not'),
    names: check.records('names', ['name'], ['expansion', 'from', 'until']) as unknown as DatedName[],
    see: check.list('see'),
    sources: check.records('sources', ['page', 'quote'], []) as unknown as Term['sources'],
    ...optional('known', oneOf(card, 'known', ['general'])),
    ...optional('first', oneOf(card, 'first', ['long', 'short'])),
    body: card.body,
    bodyLine: card.bodyLine,
    card,
  };
}

/** The value of a key that has only these. */
function oneOf<const T extends string>(card: Card, key: string, values: readonly T[]): T | undefined {
  const value = card.data[key];
  if (value === undefined || value === null || values.includes(value as T))
    return (value ?? undefined) as T | undefined;
  throw complaint(
    card.file,
    card.line(key),
    `${key}「${value}」は使えません`,
    `次のどれかにするか、行を消してください: ${values.join(' ')}`,
  );
}

/** `{key: value}`, or nothing where the value is absent (what `exactOptionalPropertyTypes` asks for). */
export function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

/** Getters that complain with file and line when a key of the front matter has another shape. */
export function checker(card: Card) {
  const scalar = (value: unknown, path: (string | number)[]): string => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw complaint(
      card.file,
      card.line(...path),
      `${path.join('.')} は文字列でなければなりません`,
      '値を引用符「"…"」で囲んでください',
    );
  };
  const array = (key: string): unknown[] => {
    const value = card.data[key] ?? [];
    if (Array.isArray(value)) return value;
    throw complaint(
      card.file,
      card.line(key),
      `${key} は並び([…])でなければなりません`,
      `「${key}: [値, 値]」のように書いてください`,
    );
  };
  return {
    text: (key: string): string | undefined => {
      const value = card.data[key];
      return value === undefined || value === null ? undefined : scalar(value, [key]);
    },
    list: (key: string): string[] => array(key).map((value, index) => scalar(value, [key, index])),
    records: (key: string, required: string[], allowed: string[]): Record<string, string>[] =>
      array(key).map((value, index) => {
        if (value === null || typeof value !== 'object')
          throw complaint(
            card.file,
            card.line(key, index),
            `${key} の ${index + 1} 番目の形が違います`,
            `「- {${[...required, ...allowed].join(': …, ')}: …}」のように書いてください`,
          );
        const record = value as Record<string, unknown>;
        for (const name of required)
          if (!record[name])
            throw complaint(
              card.file,
              card.line(key, index),
              `${key} の ${index + 1} 番目に ${name} がありません`,
              `「${name}: …」を足してください`,
            );
        return Object.fromEntries(
          Object.entries(record)
            .filter(([, entry]) => entry !== null)
            .map(([name, entry]) => [name, scalar(entry, [key, index, name])]),
        );
      }),
  };
}
