/** Makes a rule from its card; a card whose example fails does not load. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Card, readCard } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';
import type { Analyzer } from '../morphology/index.ts';
import { type Pattern, slowPatterns } from './redos.ts';
import { type Candidate, type Scoring, scoreCorrection } from './score.ts';
import { isWritten, type Writing } from './writing.ts';

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
  /** Must stand elsewhere in the page before a Latin letter or a digit is changed. */
  readonly evidence?: RegExp;
  /**
   * `page` is the whole text that `text` is a part of: what stands elsewhere in it is evidence. `printed` is that text
   * before any rule: it shows in which writing the document is.
   */
  readonly find: (text: string, page: string, printed?: string) => Found[];
  readonly card: Card;
}

/** The front matter, as docs/schemas/rule.json wants it. */
interface FrontMatter {
  readonly find?: string;
  readonly replace?: string;
  readonly confuse?: readonly (readonly [read: string, meant: string])[];
  readonly after?: string;
  readonly before?: string;
  readonly evidence?: string;
  readonly margin?: number;
  readonly 'margin-elsewhere'?: number;
  readonly 'doubt-margin'?: number;
  readonly doubt?: boolean;
  readonly guard?: 'name';
  readonly where?: readonly Place[];
  readonly except?: readonly Writing[];
  readonly 'built-in'?: boolean;
}

interface Search {
  readonly find: RegExp;
  /** What may have been meant; where there are several, the lattice chooses. */
  readonly replace: (found: string) => readonly string[];
  /** Writing in which what is found is right. */
  readonly except: readonly Writing[];
}

/**
 * Reads a rule card: `find` and `replace`, or `confuse` (pairs of what is read, what was meant; `after` and `before` are
 * patterns of what stands on either side).
 *
 * How sure is sure enough, in units of kuromoji's lattice: `margin` is by how much the corrected clause must be likelier;
 * `margin-elsewhere` suffices for a katakana word that the page has elsewhere; above `doubt-margin` it is a doubt.
 * With `except` it is not asked in writing of those kinds (writing.ts): in labels, in prose of kanji and katakana.
 * With `guard: name` it is a doubt where the corrected character belongs to a person's name.
 * A card marked `built-in` explains what another stage does; its examples are tested in rules.test.ts.
 * @throws VFileMessage when a key is wrong, an example fails, or no example says what to leave alone
 */
export function readRule(file: string, source: string, analyzer: Analyzer): Rule {
  const card = readCard(file, source, 'rule');
  const {
    doubt = false,
    evidence,
    where = ['running'],
    'built-in': builtIn = false,
    ...written
  } = card.data as FrontMatter;
  const patterns = patternsIn(card);
  throwAll(patterns.flatMap(brokenPattern), card.notes);
  throwAll(slowPatterns(patterns), card.notes);
  const find = builtIn ? () => [] : finder(searchOf(card), { analyzer, doubt, ...scoringOf(written) });
  throwAll(malformedRows(card), card.notes);
  if (!builtIn) checkExamples(card, find);
  return {
    id: card.id,
    title: /^# (.+)$/m.exec(card.body)?.[1] ?? card.id,
    where,
    doubt,
    find,
    card,
    ...optional('evidence', evidence === undefined ? undefined : new RegExp(evidence, 'gu')),
  };
}

/** Keys whose values are patterns. */
const PATTERNS = ['find', 'after', 'before', 'evidence'] as const;

function patternsIn(card: Card): Pattern[] {
  const written = card.data as FrontMatter;
  return PATTERNS.flatMap(key => {
    const pattern = written[key];
    return pattern === undefined ? [] : [{ file: card.file, key, pattern, line: () => card.line(key) }];
  });
}

function brokenPattern({ file, key, pattern, line }: Pattern): VFileMessage[] {
  const error = whyBroken(pattern);
  return error === undefined ? [] : [errorAt(file, line(), ...say('convert.brokenPattern', { key, error }))];
}

function whyBroken(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'gu');
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function searchOf(card: Card): Search {
  const { find, replace, confuse = [], after, before, except = [] } = card.data as FrontMatter;
  if (find !== undefined && replace !== undefined)
    return { find: new RegExp(find, 'gu'), replace: () => [replace], except };
  const pairs = new Map<string, string[]>();
  for (const [read, meant] of confuse) pairs.set(read, [...(pairs.get(read) ?? []), meant]);
  // One class or alternation for all pairs: a pass for each costs as many passes over the page.
  const keys = [...pairs.keys()];
  const isClass = keys.every(key => /^[\p{L}ー]$/u.test(key));
  const any = isClass ? `[${keys.join('')}]` : `(?:${keys.map(escapeRegExp).join('|')})`;
  // The character first: what stands before it is looked at where there is one, not at each place of the page.
  const behind = isClass ? any + around(after && `(?:${after})${any}`, '(?<=') : around(after, '(?<=') + any;
  const pattern = behind + around(before, '(?=');
  return { find: new RegExp(pattern, 'gu'), replace: found => pairs.get(found) ?? [], except };
}

const around = (pattern: string | undefined, look: string): string =>
  pattern === undefined ? '' : `${look}${pattern})`;
const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** How much likelier the corrected clause must be. */
function scoringOf(written: FrontMatter): Omit<Scoring, 'analyzer' | 'doubt'> {
  return {
    ...optional('margin', written.margin),
    ...optional('marginElsewhere', written['margin-elsewhere']),
    ...optional('doubtMargin', written['doubt-margin']),
    guardsNames: written.guard === 'name',
    isPattern: written.find !== undefined && written.margin === undefined,
  };
}

function finder({ find, replace, except }: Search, scoring: Scoring): Rule['find'] {
  return (text, page, printed = page) => {
    if (text.search(find) < 0) return []; // most rules hold nowhere, and matchAll copies its pattern
    // A name is known by the characters around it, which may be misread too: 业务 is 業務.
    const context = scoring.guardsNames ? text.replace(find, found => replace(found)[0] ?? found) : text;
    return [...text.matchAll(find)].flatMap(match => {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isWritten({ text, page: printed, start, end }, except)) return [];
      const candidates = replace(match[0]).map((ins): Candidate => ({ text: context, start, end, ins }));
      return scoreCorrection(candidates, page, scoring);
    });
  };
}

/** `| 原文 | 正 |`: left goes in, right must come out. */
const EXAMPLE = /^\|(?<left>[^|]+)\|(?<right>[^|]+)\|\s*$/u;

interface Example {
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

/** Rows of the table of examples that are none: `| a | b | b |`. Skipped, they would prove nothing. */
function malformedRows({ file, body, bodyLine }: Card): VFileMessage[] {
  const lines = body.split('\n');
  const start = lines.findIndex(line => /^\|\s*原文\s*\|/u.test(line));
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const rows = lines.slice(start, end < 0 ? undefined : end);
  return rows.flatMap((row, index) =>
    EXAMPLE.test(row) ? [] : [errorAt(file, bodyLine + start + index, ...say('convert.notTwoColumns'))],
  );
}

function checkExamples(card: Card, find: Rule['find']): void {
  const rows = examplesOf(card);
  const none = errorAt(card.file, card.bodyLine, ...say('convert.noEqualExample'));
  const failing = rows.flatMap(({ left, right, line }) => {
    const got = applySure(left, find(left, left));
    return got === right ? [] : [errorAt(card.file, line, ...say('convert.wrongExample', { left, right, got }))];
  });
  throwAll([...(rows.some(({ left, right }) => left === right) ? [] : [none]), ...failing], card.notes);
}

/** The text with all sure corrections applied. */
export function applySure(text: string, found: readonly Found[]): string {
  return found
    .filter(({ unsure }) => !unsure)
    .toSorted((a, b) => b.start - a.start)
    .reduce((corrected, { start, end, ins }) => corrected.slice(0, start) + ins + corrected.slice(end), text);
}

/** Folder of the cards: a project has them all, unless its configuration switches one off or a card of its own has that name. */
export const SHIPPED_RULES = join(
  dirname(createRequire(import.meta.url).resolve('@tsuzuri/convert/package.json')),
  'rules',
);
