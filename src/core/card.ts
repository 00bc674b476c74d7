/** Reads a card: a Markdown page that is at once a term or rule, its reason, its test. */
import type { VFileMessage } from 'vfile-message';
import { errorAt, throwAll } from './messages.ts';
import { judge } from './schema.ts';
import { readYaml } from './yaml.ts';

export interface Card {
  readonly file: string;
  /** File name without suffix. */
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line on which the body begins, counted from 1. */
  readonly bodyLine: number;
  /** Tells where a key stands (1 = first line of the file). */
  readonly line: (...path: readonly (string | number)[]) => number;
  /** What a person should look at in the front matter, which can be used all the same. */
  readonly notes: readonly VFileMessage[];
}

const FENCE = /^---[ \t]*\r?\n/;

/** Bytes of a card; nobody writes, or reads, a page that long. */
const LIMIT = 100_000;

/**
 * Splits a card into front matter and body.
 * @param kind of a term or rule, whose front matter must be as its schema wants it; that of a text is as VitePress reads it
 * @throws VFileMessage when the front matter is missing, is not closed, is not a YAML mapping, or not as it must be: the
 *   first of its faults, with the others (`errorsOf`)
 */
export function readCard(file: string, source: string, kind?: 'term' | 'rule'): Card {
  const { yaml, body, bodyLine } = splitCard(file, source);
  const read = readYaml(file, yaml, { firstLine: 2, values: kind === undefined ? 'typed' : 'text' });
  const { data } = read;
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    throw errorAt(
      file,
      2,
      '前付けが「キー: 値」の形ではありません',
      '半角のコロンと空白を使い、「term: NISC」のように書いてください',
    );
  const { faults, notes } = kind === undefined ? { faults: [], notes: [] } : judge(kind, read);
  throwAll(faults, notes);
  return {
    file,
    id: file.replace(/^.*[\\/]/, '').replace(/\.md$/, ''),
    data: data as Record<string, unknown>,
    body,
    bodyLine,
    line: read.line,
    notes,
  };
}

/** Front matter and body; the line of the file on which the body begins, from 1. @throws VFileMessage where there is no front matter */
export function splitCard(file: string, source: string): { yaml: string; body: string; bodyLine: number } {
  if (Buffer.byteLength(source) > LIMIT)
    throw errorAt(file, undefined, `ファイルが大きすぎます（上限は${LIMIT}バイト）`, '項目を分けてください');
  const text = source.replace(/^\uFEFF/, '');
  if (!FENCE.test(text))
    throw errorAt(
      file,
      1,
      '先頭に「---」で囲んだ前付け(front matter)がありません',
      '1行目を「---」にし、見出し語などを書いてください',
    );
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  if (end < 0)
    throw errorAt(file, 1, '前付け(front matter)が閉じていません', '前付けの終わりに「---」だけの行を置いてください');
  return { yaml: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
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
  /** Whether IT and it are two words; absent: they are where the word has capitals alone. */
  readonly case?: 'exact' | 'any';
  readonly body: string;
  readonly bodyLine: number;
  readonly card: Card;
}

/**
 * Reads a glossary card. Only `term` is required.
 * @throws VFileMessage with file, line and remedy when a key has the wrong shape
 */
export function readTerm(file: string, source: string): Term {
  const card = readCard(file, source, 'term');
  const { id, body, bodyLine } = card;
  const { aliases = [], not = [], names = [], see = [], sources = [], ...others } = card.data as Written;
  return { ...others, id, file, aliases, not, names, see, sources, body, bodyLine, card };
}

/** The front matter of a term, as docs/schemas/term.json wants it. */
type Written = Pick<Term, 'term'> & Partial<Omit<Term, 'term'>>;
