/** Makes a rule from its card; a card whose example fails does not load. */
import { type Card, checker, readCard } from '../card.ts';
import { complaint } from '../complaint.ts';
import type { Words } from '../words.ts';

/** Parts of a page that a rule may look at; `running` = sentences of paragraphs, speeches, lists. */
export const PLACES = ['running', 'last', 'heading', 'title', 'table', 'label'] as const;
export type Place = (typeof PLACES)[number];

/** One place where a rule holds; offsets in the text that it was given. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly ins: string;
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
  readonly replace: (found: string) => string;
}

/**
 * Reads a rule card: `find` and `replace`, or `confuse` (pairs of what is read, what was meant; `after` and `before` are
 * patterns of what stands on either side). `margin` says by how much the lattice must find the mended clause cheaper,
 * `guard: word` that the mended letter must stand in a known word of two letters or more,
 * or in a katakana word that the page has elsewhere. A card marked `built-in`
 * explains what another room does; its examples are proven in tests/cards.test.ts.
 * @throws VFileMessage when a key is wrong, an example fails, or no example says what to leave alone
 */
export function readRule(file: string, source: string, words: Words): Rule {
  const card = readCard(file, source);
  const check = checker(card);
  const builtIn = check.text('built-in') === 'true';
  const pattern = builtIn ? undefined : readPattern(card);
  const margin = check.text('margin');
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
  const guard = check.text('guard');
  const judge = { words, ...(margin === undefined ? {} : { margin: Number(margin) }), guarded: guard === 'word' };
  const find = pattern === undefined ? () => [] : finder(pattern, judge);
  const rule: Rule = {
    id: card.id,
    title: /^# (.+)$/m.exec(card.body)?.[1] ?? card.id,
    where: where.length > 0 ? where : ['running'],
    doubt: check.text('doubt') === 'true',
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
    return { find: compile(card, 'find', find), replace: () => replace };
  if (!Array.isArray(confuse))
    throw complaint(
      card.file,
      2,
      'find と replace、または confuse がありません',
      '「find: 正規表現」「replace: 置き換える文字」を書いてください',
    );
  const pairs = new Map(confuse.map((pair, index) => readPair(card, pair, index)));
  // One alternation for all pairs: a pass for each costs as many passes over the page.
  const any = [...pairs.keys()].map(escapeRegExp).join('|');
  const pattern = `${around(after, '(?<=')}(?:${any})${around(before, '(?=')}`;
  return { find: compile(card, 'confuse', pattern), replace: found => pairs.get(found) ?? found };
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

interface Judge {
  readonly words: Words;
  readonly margin?: number;
  readonly guarded: boolean;
}

function finder({ find, replace }: Pattern, { words, margin, guarded }: Judge): Rule['find'] {
  return (text, page) =>
    [...text.matchAll(find)]
      .map(match => ({ start: match.index, end: match.index + match[0].length, ins: replace(match[0]) }))
      .filter(found => margin === undefined || gain(text, found, words) > margin)
      .filter(found => !guarded || standsInWord(text, found, words) || standsElsewhere(text, found, page));
}

/** Whether the mended letter stands in a known word of two letters or more. */
function standsInWord(text: string, found: Found, words: Words): boolean {
  const [before, behind] = clauseAround(text, found);
  let end = 0;
  const word = words.words(before + found.ins + behind).find(({ surface }) => {
    end += surface.length;
    return end > before.length;
  });
  return word?.known === true && word.surface.length >= 2;
}

/** Whether the page has the mended katakana word in another place: サイバーセキュリティ, which no dictionary knows. */
function standsElsewhere(text: string, { start, end, ins }: Found, page: string): boolean {
  const before = /[ァ-ヶー]*$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const behind = /^[ァ-ヶー]*/u.exec(text.slice(end, end + 20))?.[0] ?? '';
  const word = before + ins + behind;
  return /^[ァ-ヶー]{4,}$/u.test(word) && page.includes(word);
}

/** What stands on either side, up to a mark. */
function clauseAround(text: string, { start, end }: Found): [string, string] {
  const before = /[^、。「」『』（）()\s]{0,30}$/u.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  const behind = /^[^、。「」『』（）()\s]{0,30}[、。]?/u.exec(text.slice(end, end + 31))?.[0] ?? '';
  return [before, behind];
}

/** Cost of the clause as it stands, less its cost when mended. */
function gain(text: string, found: Found, words: Words): number {
  const [before, behind] = clauseAround(text, found);
  return words.cost(before + text.slice(found.start, found.end) + behind) - words.cost(before + found.ins + behind);
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
    const got = replaceAll(left, find(left, card.body));
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
    .toSorted((a, b) => b.start - a.start)
    .reduce((mended, { start, end, ins }) => mended.slice(0, start) + ins + mended.slice(end), text);
}
