/** Writes the glossary for programs: plain JSON, and SKOS as JSON-LD. */

import type { Mention, Page } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { byDate } from '@tsuzuri/core/front-matter';
import type { Labels } from '@tsuzuri/core/labels';
import { isJapanese } from '@tsuzuri/core/languages';
import { entryAddress, indexPath, placeAddress, termPath, urlOf } from '@tsuzuri/core/urls';

interface Glossary {
  readonly terms: readonly Term[];
  /** By id of the entry. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Those that mention them, and their own. */
  readonly pages: readonly Page[];
}

/** `glossary.json`: each entry with its names, its relations, every place where it is named, in order of date. */
export function glossaryJson({ terms, mentions, pages }: Glossary): string {
  const order = new Map(pages.toSorted(byDate).map(({ path }, index) => [path, index]));
  const dates = new Map(pages.map(({ path, matter }) => [path, matter.date]));
  const definitions = definitionsIn(pages);
  const entries = terms.map(
    ({ id, term, reading, category, expansion, language, aliases, names, see, series, sources, known }) => ({
      id,
      url: entryAddress({ id, names }),
      term,
      reading,
      category,
      expansion,
      language,
      aliases,
      names,
      see,
      series,
      known,
      definition: definitions.get(termPath(id)),
      sources,
      mentions: (mentions.get(id) ?? [])
        .toSorted((a, b) => (order.get(a.page) ?? 0) - (order.get(b.page) ?? 0))
        .map(({ page, anchor, section, text, sentence }) => ({
          url: placeAddress({ page, ...optional('anchor', anchor) }),
          date: dates.get(page),
          section,
          text,
          sentence,
        })),
    }),
  );
  return `${JSON.stringify({ entries }, null, 1)}\n`;
}

/** What each thing is, by the path of its page. */
const definitionsIn = (pages: readonly Page[]): Map<string, unknown> =>
  new Map(pages.map(({ path, matter }) => [path, matter.description]));

/** Abbreviations are read as English; nothing for what is neither that nor Japanese, unless the card says it. */
const languageOf = (name: string, said?: string): string | undefined =>
  isJapanese(name) ? 'ja' : (said ?? (/^\p{ASCII}*$/u.test(name) ? 'en' : undefined));

/** Where the site stands, and in which language. */
interface Published {
  readonly label: Labels;
  /** `https://host/below/`; nothing where it is not known. */
  readonly address: string | undefined;
}

/**
 * W3C SKOS reference (2009): a concept an entry, a collection a category; names of other times are `altLabel`. What names
 * them is the address of their page, as in the data of that page.
 */
export function glossarySkos({ terms, pages }: Glossary, { label, address }: Published): string {
  const iriOf = (path: string): string => {
    const relative = urlOf(path).slice(1); // to the file, which stands at the root
    return address === undefined ? encodeURI(relative) : new URL(relative, address).href;
  };
  const scheme = iriOf(indexPath('terms'));
  const definitions = definitionsIn(pages);
  const known = new Set(terms.map(({ id }) => id));
  const concepts = terms.map(({ id, term, reading, category, expansion, language, aliases, names, see }) => ({
    '@id': iriOf(termPath(id)),
    '@type': 'Concept',
    inScheme: scheme,
    prefLabel: { '@language': 'ja', '@value': term },
    altLabel: [...new Set([...aliases, ...names.map(({ name }) => name), ...(expansion ? [expansion] : [])])]
      .filter(name => name !== term)
      .map(name => ({
        ...optional('@language', languageOf(name, name === expansion ? language : undefined)),
        '@value': name,
      })),
    ...(reading === undefined ? {} : { hiddenLabel: { '@language': 'ja-Hrkt', '@value': reading } }),
    ...optional('definition', definitions.get(termPath(id))),
    ...(category === undefined ? {} : { note: label(`category.${category}`) }),
    changeNote: names.map(({ name, from, until }) => `${name}（${from ?? ''}〜${until ?? ''}）`),
    related: see.filter(other => known.has(other)).map(other => ({ '@id': iriOf(termPath(other)) })),
  }));
  const context = { '@vocab': 'http://www.w3.org/2004/02/skos/core#' };
  const glossary = {
    '@id': scheme,
    '@type': 'ConceptScheme',
    prefLabel: { '@language': label.language, '@value': label('pages.glossary') },
  };
  return `${JSON.stringify({ '@context': context, '@graph': [glossary, ...concepts] }, null, 1)}\n`;
}
