/** Says where entries, their names and places of pages stand on the site. */
import type { Mention } from './book.ts';
import type { DatedName, Term } from './card.ts';

/** Id, on the page of an entry, of one of its names: `n2`. */
export const nameId = (term: Pick<Term, 'names'>, name: DatedName): string => `n${term.names.indexOf(name) + 1}`;

/** `/glossary/nisc`; `/glossary/nisc#n2` at one of several names. */
export function entryAddress(term: Pick<Term, 'id' | 'names'>, name?: DatedName): string {
  return `/glossary/${term.id}${name && term.names.length > 1 ? `#${nameId(term, name)}` : ''}`;
}

/** `/minutes/2012-11-01-isc-31#u7` */
export const placeAddress = ({ page, anchor }: Pick<Mention, 'page' | 'anchor'>): string =>
  `/${page}${anchor === undefined ? '' : `#${anchor}`}`;
