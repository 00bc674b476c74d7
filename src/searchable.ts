/** Gathers what of a book can be searched, and writes its index. */
import { dateLabel } from './7-print/matter.ts';
import { indexFiles } from './8-search/index-files.ts';
import { lexiconOf, type Named, namedPages } from './8-search/lexicon.ts';
import { type Passage, passagesOf } from './8-search/passages.ts';
import type { Book } from './bind.ts';
import type { Page } from './book.ts';
import type { Term } from './card.ts';
import { allNames } from './names.ts';
import type { Words } from './words.ts';

/** Path under the root of the site → content: `search/index.json`. */
export function searchFiles({ pages, terms }: Pick<Book, 'pages' | 'terms'>, words: Words): Map<string, Uint8Array> {
  const passages = searchedPassages(pages);
  const named = terms.map(namesOf);
  const names = passages.flatMap(({ head, who = '' }) => [head.title, who.replace(/\s/g, '')]);
  const texts = [...passages.map(({ text }) => text), ...new Set(names)];
  const lexicon = lexiconOf(texts, { named, read: run => words.words(run) });
  const files = indexFiles({ passages, lexicon, names: namedPages(named) });
  return new Map([...files].map(([path, content]) => [`search/${path}`, content]));
}

/** In the order of the pages. */
export const searchedPassages = (pages: readonly Page[]): Passage[] =>
  pages.flatMap(page => passagesOf(page, dated => (hasDate(dated) ? dateLabel(dated) : undefined)));

const hasDate = ({ matter }: Page): boolean => matter.date !== undefined || matter.fiscal !== undefined;

function namesOf(entry: Term): Named {
  const { id, term, reading } = entry;
  const names = [...new Set(allNames(entry))];
  return { path: `glossary/${id}`, title: term, names, readings: reading ? [reading] : [] };
}
