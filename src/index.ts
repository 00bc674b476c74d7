/** What others may import from tsuzuri. */
export { type EncodingName, encode, readScan, type Scan } from './1-read/index.ts';
export { createMatcher, type Match, type Matcher } from './6-link/matcher.ts';
export { type GlossaryLinkOptions, glossaryLink } from './6-link/plugin.ts';
export { spliceLinks } from './6-link/splice.ts';
export { readTerm, type Term } from './card.ts';
export { type Ledger, writeLedger } from './ledger.ts';
export { readRules, readTerms } from './load.ts';
export { type Converted, type Corrections, convert, processor, type Tools } from './pipeline.ts';
export { type Doubt, type Edit, undo } from './trace.ts';
export { loadWords, type Words } from './words.ts';
