/** Writes the ledger of a page as JSON, reads it back, proves it against the scan's sha256. */

import { type Doubt, type Edit, type Trace, undo } from '@tsuzuri/core/trace';
import { encode, type Scan, sha256 } from './1-decode/index.ts';

/** One ledger file; offsets count UTF-16 units of the decoded scan. */
export interface Ledger {
  readonly scan: Omit<Scan, 'text'>;
  readonly clean: string;
  readonly edits: readonly Edit[];
  readonly doubts: readonly Doubt[];
}

export function makeLedger({ text: _, ...scan }: Scan, trace: Trace, doubts: readonly Doubt[]): Ledger {
  return { scan, clean: trace.text, edits: trace.edits, doubts };
}

/** One edit a line, so that a diff of two ledgers can be read. */
export function writeLedger({ scan, clean, edits, doubts }: Ledger): string {
  const rows = (list: readonly unknown[]): string =>
    list.length === 0 ? '[]' : `[\n    ${list.map(row => JSON.stringify(row)).join(',\n    ')}\n  ]`;
  return `{\n  "scan": ${JSON.stringify(scan)},\n  "clean": ${JSON.stringify(clean)},\n  "edits": ${rows(edits)},\n  "doubts": ${rows(doubts)}\n}\n`;
}

/** Whether undoing the ledger gives the very bytes of the scan. */
export function holds({ scan, clean, edits }: Ledger): boolean {
  return sha256(encode({ ...scan, text: undo(clean, edits) })) === scan.sha256;
}
