/** Lists the checks; messages of one place stand in this order. */

import { publicationOf } from '@tsuzuri/book/hosts';
import { correctionNotes as notesOn } from '@tsuzuri/convert/4-correct/corrections';
import { notesOf } from '@tsuzuri/convert/pipeline';
import { readSafely } from '@tsuzuri/core/read-safely';
import type { Check } from './check.ts';
import { gapCheck } from './gaps.ts';
import { commonAliases, glossaryCheck, statementCheck, undefinedTerms } from './glossary.ts';
import { homoglyphCheck } from './homoglyphs.ts';
import { linkCheck, orphanCheck } from './links.ts';
import { proseCheck } from './prose.ts';

/** What stops publishing: cards that do not load, quotes that stand nowhere. */
const bookErrors: Check = { id: 'book', level: 'error', run: ({ book }) => book.errors };

/** Keys of front matter that no one knows, in cards that can be used all the same. */
const cardNotes: Check = {
  id: 'cards',
  level: 'note',
  run: ({ book }) => book.cards.flatMap(({ card }) => card.notes),
};

/** The same in `seeds/*.yml`; what makes such a file unreadable is an error of its scan. */
const correctionNotes: Check = {
  id: 'corrections',
  level: 'note',
  run: ({ sources }) =>
    sources.known.flatMap(({ file, text }) => readSafely(file, () => notesOn(file, text)).read.flat()),
};

/** What was not understood of a scan. */
const unreadParts: Check = {
  id: 'scans',
  level: 'note',
  run: ({ book }) =>
    [...book.converted.values()].flatMap(converted => notesOf(converted, `seeds/${converted.ledger.scan.file}`)),
};

/** What the service that builds the site says of its address, where it cannot be used. */
const hostNotes: Check = { id: 'host', level: 'note', run: ({ project }) => publicationOf(project).notes };

/** What stands in `seeds/` and `docs/` and is not read. */
const unreadFiles: Check = { id: 'unread', level: 'warning', run: ({ book }) => book.warnings };

export const CHECKS: readonly Check[] = [
  bookErrors,
  hostNotes,
  unreadFiles,
  cardNotes,
  correctionNotes,
  unreadParts,
  glossaryCheck,
  commonAliases,
  statementCheck,
  linkCheck,
  orphanCheck,
  homoglyphCheck,
  undefinedTerms,
  gapCheck,
  proseCheck,
];
