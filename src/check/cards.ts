/** Reports what was found wrong or odd when cards, scans and corrections were read. */
import { correctionNotes as notesOn } from '@tsuzuri/convert/4-correct/corrections';
import { readSafely } from '@tsuzuri/core/read-safely';
import type { Check } from './check.ts';

/** What stops publishing: cards that do not load, quotes that stand nowhere. */
export const bookErrors: Check = { id: 'book', level: 'error', run: ({ book }) => book.errors };

/** Keys of front matter that no one knows, in cards that can be used all the same. */
export const cardNotes: Check = {
  id: 'cards',
  level: 'note',
  run: ({ book }) => book.cards.flatMap(({ card }) => card.notes),
};

/** The same in `seeds/*.yml`; what makes such a file unreadable is an error of its scan. */
export const correctionNotes: Check = {
  id: 'corrections',
  level: 'note',
  run: ({ sources }) =>
    sources.known.flatMap(({ file, text }) => readSafely(file, () => notesOn(file, text)).read.flat()),
};
