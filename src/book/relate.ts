/** Relates documents and cards: mentions, citations, uses of rules, entries that go together, people and bodies. */

import type { Analyzer } from '@tsuzuri/convert/morphology';
import type { Converted } from '@tsuzuri/convert/pipeline';
import { groupBy, optional } from '@tsuzuri/core/collections';
import { type Attendance, attendanceOf } from './bodies.ts';
import { citationFinder } from './citations.ts';
import { cooccurrences } from './cooccurrence.ts';
import type { LinkedDocument, LinkOptions } from './links.ts';
import type { Relations } from './pages/page.ts';
import { type Project, readerLabels } from './project.ts';
import { kanaOf, readingsOf, withoutSpaces } from './readings.ts';
import { usesOf } from './rule-usage.ts';
import type { Sources } from './sources.ts';

interface Parts {
  readonly sources: Sources;
  readonly cards: Relations['cards'];
  readonly converted: ReadonlyMap<string, Converted>;
  readonly documents: readonly LinkedDocument[];
  readonly links: LinkOptions;
  readonly analyzer: Analyzer;
}

export function relate({ config }: Project, parts: Parts): Relations {
  const { sources, cards, converted, documents, links, analyzer } = parts;
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
  const known = readingsOf(config.readings, terms);
  const attendance = cache(
    'attendance',
    () => readings,
    () => attendanceOf(readings),
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
    readings: known,
    kana: kanaOfNames(attendance, { known, analyzer }),
    cooccurrence: cooccurrences(mentions.values()),
    uses: cache(
      'uses',
      () => readings,
      () => usesOf(readings, converted),
    ),
    attendance,
    links,
    cache,
  };
}

/** By page, what people and bodies are sorted and found by. */
function kanaOfNames(
  { members, bodies }: Attendance,
  { known, analyzer }: { known: ReadonlyMap<string, string>; analyzer: Analyzer },
): Relations['kana'] {
  const named = [...members.map(({ person }) => person), ...bodies];
  return new Map(
    named.flatMap(({ path, name }) => {
      const kana = known.get(withoutSpaces(name)) ?? kanaOf(name, analyzer);
      return kana === undefined ? [] : [[path, kana]];
    }),
  );
}
