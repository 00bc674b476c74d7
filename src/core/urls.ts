/** Says where entries, their names, people, bodies and places of pages stand on the site. */
import type { Mention } from './book.ts';
import type { DatedName, Term } from './card.ts';

/** Id, on the page of an entry, of one of its names: `n2`. */
export const nameId = (term: Pick<Term, 'names'>, name: DatedName): string => `n${term.names.indexOf(name) + 1}`;

/** `/glossary/nisc`; `/glossary/nisc#n2` at one of several names. */
export function entryAddress(term: Pick<Term, 'id' | 'names'>, name?: DatedName): string {
  return `/glossary/${term.id}${name && term.names.length > 1 ? `#${nameId(term, name)}` : ''}`;
}

/** `minutes/index` → `/minutes/`, `glossary/nisc` → `/glossary/nisc`. */
export const urlOf = (path: string): string => `/${path.replace(/(^|\/)index$/, '$1')}`;

/** `/minutes/2012-11-01-isc-31#u7` */
export const placeAddress = ({ page, anchor }: Pick<Mention, 'page' | 'anchor'>): string =>
  `/${page}${anchor === undefined ? '' : `#${anchor}`}`;

/** Headings get a readable id that the typed word matches: `ＮＩＳＣ の役割` → `nisc-の役割`. */
export function headingId(heading: string): string {
  const words = heading.normalize('NFKC').toLowerCase();
  return words.replace(/[\p{P}\p{S}\p{C}\p{Z}]+/gu, '-').replace(/^-|-$/g, '');
}

/** What is left out of a path: spaces, control characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu;
/** Marks that a file system or an address takes for something else: `/`, `:`, `#`, `%`, a dot. All of ASCII but `-` and `_`. */
const HOSTILE = /[!-,./:-@[-^`{-~]/g;
/** In small letters, since some file systems take `IoT` and `IOT` for one name. */
const nameInPath = (name: string): string =>
  name
    .replace(UNSEEN, '')
    .replace(HOSTILE, mark => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)) // the full-width form: （ for (
    .toLowerCase();

/** `村井 純`, `ジャン＝ピエール`; no figures, no brackets. */
const PERSON = /^\p{L}[\p{L}\p{M}・＝゠'’.-]{1,19}$/u;
/** An office in the column of the names: `事務局`, `財務省`, `経済産業省 ガス安全室`. */
const OFFICE = /(?:[局部課室庁官会]|[局部課室会]長|\S{2}省|委員長?|大臣)$/u;
/** `情報セキュリティ政策会議`; Latin letters alone are no body. */
const BODY = /^(?=.*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]).{1,60}$/u;

/** `people/村井純`: readings are not known, so the name is the address. Nothing where it can be nobody's name. */
export function personPath(name: string): string | undefined {
  const known = PERSON.test(name.replace(UNSEEN, '')) && !OFFICE.test(name);
  return known && nameInPath(name) !== 'index' ? `people/${nameInPath(name)}` : undefined;
}

/** `bodies/情報セキュリティ政策会議`, nothing where it can be no body's name. */
export function bodyPath(name: string): string | undefined {
  return BODY.test(nameInPath(name)) ? `bodies/${nameInPath(name)}` : undefined;
}

// Resolves a link of a page as a browser would.

/** Another site, or a path in this one; the hash has its `#`. */
export type LinkTarget =
  | { readonly outside: string }
  | { readonly path: string; readonly hash: string; readonly address: string };

/** Nobody knows the address of the site here; a page of it is told by this one. */
const SITE = 'https://site.invalid/';
/** Where a reader may be led outside of the site; `javascript:`, `data:`, `file:` are none. */
const OUTSIDE = /^(?:https?|mailto):$/;

/**
 * `/glossary/nisc`, `nisc.md`, `#s1`, `https://www.nisc.go.jp/`.
 * @param from `Page.path` of the page with the link
 * @returns nothing for what no page may lead to; `address` is the path as it is written in an address, suffix and hash included
 */
export function resolveLink(url: string, from: string): LinkTarget | undefined {
  if (!URL.canParse(url, SITE + from)) return undefined;
  const { href, protocol, pathname, hash } = new URL(url, SITE + from);
  if (!href.startsWith(SITE)) return OUTSIDE.test(protocol) ? { outside: href } : undefined;
  const path = decode(pathname)
    .replace(/^\//, '')
    .replace(/\.(?:md|html)$/, '');
  return { path, hash: decode(hash), address: href.slice(SITE.length) };
}

/** A stray `%` is no reason to lose the page: `100%` stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
