/** Finds names in minutes that no entry had on the day of the meeting: they are not linked, and a card may be missing. */

import type { Converted } from '@tsuzuri/convert/pipeline';
import { pointAt } from '@tsuzuri/core/messages';
import { scanOffset } from '@tsuzuri/core/trace';
import { gapsIn, type NameGap, sayGap } from '@tsuzuri/link/gaps';
import { createMatcher, type Matcher } from '@tsuzuri/link/matcher';
import type { Check, Finding } from './check.ts';

/** A page may speak of what no card explains, so this is a note. */
export const gapCheck: Check = {
  id: 'no-name-then',
  level: 'note',
  run: ({ book: { terms, converted } }) => {
    if (!terms.some(({ names }) => names.length > 0)) return [];
    const match = createMatcher(terms);
    return [...converted.values()].flatMap(document => gapsOf(document, match));
  },
};

/** One for each name of a document, at the place where it stands first. */
function gapsOf(document: Converted, match: Matcher): Finding[] {
  const { date } = document.minutes.meeting;
  if (date === undefined) return [];
  const gaps = gapsIn(document.tree, { match, date });
  const first = new Map(gaps.toReversed().map(gap => [gap.form, gap]));
  return [...first.values()].toReversed().map(gap => {
    const [reason, remedy] = sayGap(gap, date);
    const line = lineOfGap(gap, document);
    return { file: `seeds/${document.ledger.scan.file}`, ...(line === undefined ? {} : { line }), reason, remedy };
  });
}

/** Characters before a name by which its place is found. */
const CONTEXT = 8;

/** The line of the scan; none where the words were put together from several lines. */
function lineOfGap({ words, before }: NameGap, { minutes: { trace } }: Converted): number | undefined {
  const places = [before.slice(-CONTEXT), ''].map(context => ({ context, at: trace.text.indexOf(context + words) }));
  const place = places.find(({ at }) => at >= 0);
  return place && pointAt(trace.scan)(scanOffset(trace)(place.at + place.context.length)).line;
}
