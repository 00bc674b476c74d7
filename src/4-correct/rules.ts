/** Makes a rule from its card; a card whose example fails does not load. */
import { type Card, checker, optional, readCard } from '../card.ts';
import { complaint } from '../complaint.ts';
import type { Words } from '../words.ts';
import { type Candidate, type Judge, judged } from './judge.ts';

/** Parts of a page that a rule may look at; `running` = sentences of paragraphs, speeches, lists. */
export const PLACES = ['running', 'last', 'heading', 'title', 'table', 'label'] as const;
export type Place = (typeof PLACES)[number];

/** One place where a rule holds; offsets in the text that it was given. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
  /** Likely, not sure enough to be applied. */
  readonly unsure?: true;
}

export interface Rule {
  readonly id: string;
  /** The heading of the card. */
  readonly title: string;
  readonly where: readonly Place[];
  /** Report, never apply. */
  readonly doubt: boolean;
  /** Must stand elsewhere in the page before a Latin letter is touched. */
  readonly evidence?: RegExp;
  /** `page` is the whole text that `text` is a part of: what stands elsewhere in it is evidence. */
  readonly find: (text: string, page: string) => Found[];
  readonly card: Card;
}

interface Pattern {
  readonly find: RegExp;
  /** What may have been meant; where there are several, the lattice chooses. */
  readonly replace: (found: string) => readonly string[];
}

/**
 * Reads a rule card: `find` and `replace`, or `confuse` (pairs of what is read, what was meant; `after` and `before` are
 * patterns of what stands on either side).
 *
 * How sure is sure enough, in units of kuromoji's lattice: `margin` is by how much the mended clause must be likelier;
 * `margin-elsewhere` suffices for a katakana word that the page has elsewhere; above `doubt-margin` a person is asked.
 * With `guard: name` a person is asked where the mended letter belongs to somebody's name.
 * A card marked `built-in` explains what another room does; its examples are proven in tests/cards.test.ts.
 * @throws VFileMessage when a key is wrong, an example fails, or no example says what to leave alone
 */
export function readRule(file: string, source: string, words: Words): Rule {
  const card = readCard(file, source);
  const check = checker(card);
  const builtIn = check.text('built-in') === 'true';
  const where = check.list('where') as Place[];
  const wrong = where.find(place => !PLACES.includes(place));
  if (wrong !== undefined)
    throw complaint(
      file,
      card.line('where'),
      `where「${wrong}」という場所はありません`,
      `次から選んでください: ${PLACES.join(' ')}`,
    );
  const evidence = check.text('evidence');
  const doubt = check.text('doubt') === 'true';
  const find = builtIn
    ? () => []
    : finder(readPattern(card), { words, doubt, sparesNames: check.text('guard') === 'name', ...marginsOf(card) });
  const rule: Rule = {
    id: card.id,
    title: /^# (.+)$/m.exec(card.body)?.[1] ?? card.id,
    where: where.length > 0 ? where : ['running'],
    doubt,
    find,
    card,
    ...(evidence === undefined ? {} : { evidence: compile(card, 'evidence', evidence) }),
  };
  if (!builtIn) proveExamples(card, find);
  return rule;
}

function readPattern(card: Card): Pattern {
  const { find, replace, confuse, after, before } = card.data;
  if (typeof find === 'string' && typeof replace === 'string')
    return { find: compile(card, 'find', find), replace: () => [replace] };
  if (!Array.isArray(confuse))
    throw complaint(
      card.file,
      2,
      'find と replace、または confuse がありません',
      '「find: 正規表現」「replace: 置き換える文字」を書いてください',
    );
  const pairs = new Map<string, string[]>();
  for (const [read, meant] of confuse.map((pair, index) => readPair(card, pair, index)))
    pairs.set(read, [...(pairs.get(read) ?? []), meant]);
  // One class or alternation for all pairs: a pass for each costs as many passes over the page.
  const keys = [...pairs.keys()];
  const any = keys.every(key => /^[\p{L}ー]$/u.test(key))
    ? `[${keys.join('')}]`
    : `(?:${keys.map(escapeRegExp).join('|')})`;
  const pattern = `${around(after, '(?<=')}${any}${around(before, '(?=')}`;
  return { find: compile(card, 'confuse', pattern), replace: found => pairs.get(found) ?? [] };
}

function readPair(card: Card, pair: unknown, index: number): [string, string] {
  if (Array.isArray(pair) && pair.length === 2) return [String(pair[0]), String(pair[1])];
  throw complaint(
    card.file,
    card.line('confuse', index),
    'confuse は [読み誤り, 正] の組の並びです',
    '「confuse: [[步, 歩]]」のように書いてください',
  );
}

const around = (pattern: unknown, look: string): string => (typeof pattern === 'string' ? `${look}${pattern})` : '');
const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function compile(card: Card, key: string, pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'gu');
  } catch (error) {
    throw complaint(
      card.file,
      card.line(key),
      `${key} は正規表現として読めません: ${(error as Error).message}`,
      '括弧や記号の前の「\\」を確かめてください',
    );
  }
}

/** Keys of a card that are numbers: how much likelier the mended clause must be. */
function marginsOf(card: Card): Pick<Judge, 'margin' | 'elsewhere' | 'asked'> {
  const number = (key: string): number | undefined => {
    const value = card.data[key];
    if (value === undefined || typeof value === 'number') return value;
    throw complaint(card.file, card.line(key), `${key} が数ではありません`, `「${key}: 3000」のように書いてください`);
  };
  return {
    ...optional('margin', number('margin')),
    ...optional('elsewhere', number('margin-elsewhere')),
    ...optional('asked', number('doubt-margin')),
  };
}

function finder({ find, replace }: Pattern, judge: Judge): Rule['find'] {
  return (text, page) => {
    // A name is known by the letters around it, which may want mending too: 业务 is 業務.
    const context = judge.sparesNames ? text.replace(find, found => replace(found)[0] ?? found) : text;
    return [...text.matchAll(find)].flatMap(match => {
      const [start, end] = [match.index, match.index + match[0].length];
      const candidates = replace(match[0]).map((ins): Candidate => ({ text: context, start, end, ins }));
      return judged(candidates, page, judge);
    });
  };
}

/** `| 原文 | 正 |`: left goes in, right must come out. */
const EXAMPLE = /^\|(?<left>[^|]+)\|(?<right>[^|]+)\|\s*$/u;

export interface Example {
  readonly left: string;
  readonly right: string;
  /** Line of the card, from 1. */
  readonly line: number;
}

export function examplesOf(card: Card): Example[] {
  return card.body.split('\n').flatMap((line, index) => {
    const { left, right } = EXAMPLE.exec(line)?.groups ?? {};
    const isExample = left !== undefined && right !== undefined && !/^[\s:-]+$/.test(left) && left.trim() !== '原文';
    return isExample ? [{ left: left.trim(), right: right.trim(), line: card.bodyLine + index }] : [];
  });
}

function proveExamples(card: Card, find: Rule['find']): void {
  const rows = examplesOf(card);
  if (!rows.some(({ left, right }) => left === right))
    throw complaint(
      card.file,
      card.bodyLine,
      '「触らない例」（左右が同じ行）がありません',
      '直してはならない文を一つ、左右同じに書いてください',
    );
  for (const { left, right, line } of rows) {
    const got = replaceAll(left, find(left, left));
    if (got !== right)
      throw complaint(
        card.file,
        line,
        `例が合いません: 「${left}」は「${right}」になるはずが「${got}」になりました`,
        '規則か例のどちらかを直してください',
      );
  }
}

function replaceAll(text: string, found: readonly Found[]): string {
  return found
    .filter(({ unsure }) => !unsure)
    .toSorted((a, b) => b.start - a.start)
    .reduce((mended, { start, end, ins }) => mended.slice(0, start) + ins + mended.slice(end), text);
}
