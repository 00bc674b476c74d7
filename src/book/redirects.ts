/** Reads `docs/redirects.yml`: earlier addresses of pages, each with the page that has taken its place. */

import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { validate } from '@tsuzuri/core/schema';
import { readYaml } from '@tsuzuri/core/yaml';
import type { VFileMessage } from 'vfile-message';

export interface Redirect {
  /** File of the site that answers to the old address: `glossary/old/index.html`. */
  readonly file: string;
  /** `Page.path` of the page that it leads to. */
  readonly page: string;
  /** `#n2`, or nothing where the page as a whole is meant. */
  readonly hash: string;
}

/** One line of the file. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

interface Moves {
  /** By the file that answers to the old address: the first line that names it. */
  readonly first: ReadonlyMap<string, Move>;
  /** By name in an address. */
  readonly moved: ReadonlyMap<string, Move>;
  /** `Page.path` of all pages, by name in an address: `minutes` is `minutes/index`. */
  readonly living: ReadonlyMap<string, string>;
}

/** `/glossary/nisc`, `/glossary/nisc/`, `/glossary/nisc.html#n2` and `glossary/nisc` are one: `glossary/nisc`. */
const nameOf = (address: string): string =>
  address
    .replace(/#.*/, '')
    .replace(/^\/|\/$|\.html$/g, '')
    .replace(/(^|\/)index$/, '');

/** `/old` is answered by `old/index.html`, `/old.html` by itself. */
const fileOf = (address: string): string =>
  address.endsWith('.html') ? address.slice(1) : `${nameOf(address)}/index.html`;

/** What no address of a page has: `//`, `/../`, `?x`, `#x`, `%41`, `\`, a blank, a suffix other than `.html`. */
const NO_PAGE = /\/\/|\/\.|[?#%\\\s\p{Cc}]|\.(?!html$)[^/]*$/u;

type Check = (move: Move, moves: Moves) => readonly [reason: string, remedy: string] | false;

/** What can be wrong with a line; only the first is reported. */
const CHECKS: readonly Check[] = [
  ({ from, to }) => {
    const bad = [from, to].find(address => !/^\/(?!\/)/.test(address));
    return (
      bad !== undefined && [
        `番地「${bad}」が「/」で始まっていません`,
        '「/古い番地: /新しい番地」のように書いてください',
      ]
    );
  },
  ({ from }) =>
    NO_PAGE.test(from) && [
      `「${from}」は転送できる番地ではありません`,
      'ページの番地を、空白、「?」「#」「%」、.html のほかの拡張子を付けずに書いてください',
    ],
  ({ from }, { living }) =>
    (living.has(nameOf(from)) || nameOf(from) === '404') && [
      `「${from}」には今もページがあります`,
      '古い番地を確かめるか、この行を消してください',
    ],
  (move, { first }) =>
    first.get(fileOf(move.from)) !== move && [`「${move.from}」の行が二つあります`, 'どちらか一つにしてください'],
  (move, moves) =>
    follow(move, moves) === 'loop' && [
      `「${move.from}」の転送先をたどると、同じ番地に戻ります`,
      '今あるページの番地を転送先にしてください',
    ],
  (move, moves) =>
    follow(move, moves) === undefined && [
      `転送先「${move.to}」というページはありません`,
      '今あるページの番地に直すか、この行を消してください',
    ],
];

/**
 * Reads the list; a page may have moved twice, so lines are followed to a page that is there.
 * @param source text of the file
 * @param pages `Page.path` of every page
 * @throws VFileMessage when the file is no YAML mapping
 */
export function readRedirects(
  file: string,
  source: string,
  pages: readonly string[],
): { redirects: Redirect[]; errors: VFileMessage[] } {
  const all = readMoves(file, source);
  const moves: Moves = {
    first: new Map(all.toReversed().map(move => [fileOf(move.from), move])),
    moved: new Map(all.map(move => [nameOf(move.from), move])),
    living: new Map(pages.map(path => [nameOf(path), path])),
  };
  const errors = all.flatMap(move => {
    const [wrong] = CHECKS.map(check => check(move, moves)).filter(found => found !== false);
    return wrong ? [errorAt(file, move.line, ...wrong)] : [];
  });
  const redirects = all.flatMap(move => {
    const target = follow(move, moves);
    return typeof target === 'object' ? [{ file: fileOf(move.from), ...target }] : [];
  });
  return { redirects, errors };
}

/** Where a line leads in the end: a page, round in a circle, or nowhere. */
function follow(
  { to }: Move,
  moves: Moves,
  passed: readonly string[] = [],
): Pick<Redirect, 'page' | 'hash'> | 'loop' | undefined {
  const name = nameOf(to);
  const [hash = ''] = /#.*/.exec(to) ?? [];
  const page = moves.living.get(name);
  if (page !== undefined) return { page, hash };
  if (passed.includes(name)) return 'loop';
  const next = moves.moved.get(name);
  const target = next && follow(next, moves, [...passed, name]);
  return typeof target === 'object' ? { ...target, hash: hash || target.hash } : target;
}

function readMoves(file: string, source: string): Move[] {
  const yaml = readYaml(file, source, { values: 'text' });
  const data = yaml.data ?? {}; // comments alone
  if (typeof data !== 'object' || Array.isArray(data))
    throw errorAt(
      file,
      1,
      '転送の一覧が「キー: 値」の形ではありません',
      '「/古い番地: /新しい番地」のように書いてください',
    );
  const moves = Object.entries(data).map(([from, to]) => ({ from, to: String(to ?? ''), line: yaml.line(from) }));
  throwAll(validate('redirects', { ...yaml, data }).errors); // what an address must be like is checked by CHECKS
  return moves;
}
