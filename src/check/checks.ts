/** Lists the checks; messages of one place stand in this order. */
import { bookErrors, cardNotes, correctionNotes } from './cards.ts';
import type { Check } from './check.ts';
import { glossaryCheck, undefinedTerms } from './glossary.ts';
import { homoglyphCheck } from './homoglyphs.ts';
import { linkCheck, orphanCheck } from './links.ts';
import { proseCheck, proseSettings } from './prose.ts';

export const CHECKS: readonly Check[] = [
  bookErrors,
  cardNotes,
  correctionNotes,
  glossaryCheck,
  linkCheck,
  orphanCheck,
  homoglyphCheck,
  undefinedTerms,
  proseSettings,
  proseCheck,
];
