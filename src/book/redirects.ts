/** Finds other addresses of pages: earlier ones, which `docs/redirects.yml` says, and those of names in their common form. */

import type { Page } from '@tsuzuri/core/book';
import { groupBy } from '@tsuzuri/core/collections';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { newForms } from '@tsuzuri/core/old-kanji';
import { validate } from '@tsuzuri/core/schema';
import { bodyPath, personPath } from '@tsuzuri/core/urls';
import { type Saying, say } from '@tsuzuri/core/wording';
import { readYaml } from '@tsuzuri/core/yaml';
import type { VFileMessage } from 'vfile-message';

export interface Redirect {
  /** File of the site that answers to the other address: `glossary/old/index.html`. */
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

type Check = (move: Move, moves: Moves) => Saying | false;

/** What can be wrong with a line; only the first is reported. */
const CHECKS: readonly Check[] = [
  ({ from, to }) => {
    const address = [from, to].find(address => !/^\/(?!\/)/.test(address));
    return address !== undefined && say('book.noSlash', { address });
  },
  ({ from }) => NO_PAGE.test(from) && say('book.noPageAddress', { from }),
  ({ from }, { living }) => (living.has(nameOf(from)) || nameOf(from) === '404') && say('book.stillThere', { from }),
  (move, { first }) => first.get(fileOf(move.from)) !== move && say('book.moveTwice', { from: move.from }),
  (move, moves) => follow(move, moves) === 'loop' && say('book.moveLoop', { from: move.from }),
  (move, moves) => follow(move, moves) === undefined && say('book.moveNowhere', { to: move.to }),
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
  if (typeof data !== 'object' || Array.isArray(data)) throw errorAt(file, 1, ...say('book.noMoves'));
  const moves = Object.entries(data).map(([from, to]) => ({ from, to: String(to ?? ''), line: yaml.line(from) }));
  throwAll(validate('redirects', { ...yaml, data }).errors); // what an address must be like is checked by CHECKS
  return moves;
}

/** Kinds of pages whose address is a name, as documents write it. */
const NAMED: Readonly<Record<string, (name: string) => string | undefined>> = { person: personPath, body: bodyPath };

const indexOf = (path: string): string => `${path}/index.html`;

/** `髙橋 一郎` → `高橋 一郎`: no old kanji, none of a name alone, no selector of a variant. */
export const commonForm = (name: string): string =>
  newForms(name.normalize('NFKC').replace(/\p{Variation_Selector}/gu, ''));

/**
 * Whom documents name in old or variant forms, 髙橋 一郎, a reader finds at the address in the common ones, too:
 * `people/高橋一郎/index.html`. An address that two would have, or something else has, leads to none.
 */
export function commonForms(
  pages: readonly Pick<Page, 'path' | 'kind' | 'title'>[],
  redirects: readonly Redirect[],
): Redirect[] {
  const taken = new Set([...pages.map(({ path }) => indexOf(path)), ...redirects.map(({ file }) => file)]);
  const found = pages.flatMap(({ path, kind, title }) => {
    const common = NAMED[kind]?.(commonForm(title));
    return common === undefined ? [] : [{ file: indexOf(common), page: path, hash: '' }];
  });
  return [...groupBy(found, ({ file }) => file).values()].flatMap(group => {
    const [only, ...others] = group;
    return only && others.length === 0 && !taken.has(only.file) ? [only] : [];
  });
}
