/** What others may import from tsuzuri. */
import type { Command } from '@tsuzuri/core/command';

export { readRules, readTerms } from '@tsuzuri/book/load';
export type { PageContent, PageKind, Relations } from '@tsuzuri/book/pages/page';
export { type Config, defineConfig } from '@tsuzuri/book/project';
export type { Check, Finding } from '@tsuzuri/check/check';
export { readScan, type Scan } from '@tsuzuri/convert/1-decode';
export type { Known } from '@tsuzuri/convert/4-correct/corrections';
export { SHIPPED_RULES } from '@tsuzuri/convert/4-correct/rules';
export { FORMATS, type Format } from '@tsuzuri/convert/formats';
export { type EncodingName, encode } from '@tsuzuri/convert/formats/text';
export { type Ledger, writeLedger } from '@tsuzuri/convert/ledger';
export { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
export {
  arrangeStages,
  type Converted,
  convert,
  processor,
  STAGES,
  type Stage,
  scanFile,
  type Tools,
  WRITING,
} from '@tsuzuri/convert/pipeline';
export { readTerm, type Term } from '@tsuzuri/core/card';
export type { Command, CommandBody, Outcome, Parameter, Tell } from '@tsuzuri/core/command';
export { type Doubt, type Edit, undo } from '@tsuzuri/core/trace';
export { DIALECTS, type Dialect, dialectOf } from '@tsuzuri/link/dialects';
export { createMatcher, type Match, type Matcher } from '@tsuzuri/link/matcher';
export type { GlossaryLinkOptions } from '@tsuzuri/link/remark-glossary';
export { glossaryLink } from '@tsuzuri/link/remark-plugin';
export { linkSource } from '@tsuzuri/link/source-links';
export type { Printer, Printing } from '@tsuzuri/print/printer';

declare module '@tsuzuri/book/project' {
  interface Config {
    /** Commands of the project's own: `tsuzuri NAME` runs them. */
    readonly commands?: readonly Command[];
  }
}
