/** Relates documents and cards: mentions, citations, uses of rules, entries that go together, people and bodies. */

import type { Converted } from '@tsuzuri/convert/pipeline';
import { groupBy, optional } from '@tsuzuri/core/collections';
import { attendanceOf } from './bodies.ts';
import { citationFinder } from './citations.ts';
import { cooccurrences } from './cooccurrence.ts';
import type { LinkedDocument, LinkOptions } from './links.ts';
import type { Relations } from './pages/page.ts';
import { type Project, readerLabels } from './project.ts';
import { readingsOf } from './readings.ts';
import { usesOf } from './rule-usage.ts';
import type { Sources } from './sources.ts';

interface Parts {
  readonly sources: Sources;
  readonly cards: Relations['cards'];
  readonly converted: ReadonlyMap<string, Converted>;
  readonly documents: readonly LinkedDocument[];
  readonly links: LinkOptions;
}

export function relate({ config }: Project, parts: Parts): Relations {
  const { sources, cards, converted, documents, links } = parts;
  const { cache } = links;
  const label = readerLabels({ config });
  const terms = cards.terms.map(({ made }) => made);
  const readings = documents.map(({ reading }) => reading);
  const mentions = groupBy(
    documents.flatMap(document => document.mentions),
    mention => mention.entry,
  );
  const find = citationFinder(
    readings,
    [...sources.scans.keys()].filter(name => !converted.has(name)),
  );
  const citationsOf = (term: (typeof terms)[number]) =>
    cache(
      `citations of ${term.id}`,
      () => [term, ...readings],
      () => find(term),
    );
  return {
    label,
    title: config.title ?? label('pages.untitled'),
    ...optional('description', config.description),
    cards,
    terms,
    minutes: documents.map(({ page }) => page),
    converted,
    mentions,
    citations: new Map(terms.map(term => [term.id, citationsOf(term)])),
    readings: readingsOf(config.readings, terms),
    cooccurrence: cooccurrences(mentions.values()),
    uses: cache(
      'uses',
      () => readings,
      () => usesOf(readings, converted),
    ),
    attendance: cache(
      'attendance',
      () => readings,
      () => attendanceOf(readings),
    ),
    links,
    cache,
  };
}
