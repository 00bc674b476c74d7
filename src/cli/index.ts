/** What others may import from tsuzuri. */

export { readRules, readTerms } from '@tsuzuri/book/load';
export type { PageContent, PageKind, Relations } from '@tsuzuri/book/pages/page';
export { type Config, defineConfig } from '@tsuzuri/book/project';
export { type EncodingName, encode, readScan, type Scan } from '@tsuzuri/convert/1-decode';
export { type Ledger, writeLedger } from '@tsuzuri/convert/ledger';
export { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
export { type Converted, type Corrections, convert, processor, type Tools } from '@tsuzuri/convert/pipeline';
export { readTerm, type Term } from '@tsuzuri/core/card';
export { type Doubt, type Edit, undo } from '@tsuzuri/core/trace';
export { createMatcher, type Match, type Matcher } from '@tsuzuri/link/matcher';
export { type GlossaryLinkOptions, glossaryLink } from '@tsuzuri/link/remark-glossary';
export { spliceLinks } from '@tsuzuri/link/source-links';
