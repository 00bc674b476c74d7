/** Writes the ledger of a page as JSON and verifies it against the sha256 of its scan. */

import { type Doubt, type Edit, type Trace, undo } from '@tsuzuri/core/trace';
import { type Scan, sha256 } from './1-decode/index.ts';
import { encode } from './formats/text.ts';

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

/** Whether undoing the ledger gives the bytes of the scan; of a format whose bytes cannot be made of its text, the text. */
export function holds({ scan, clean, edits }: Ledger): boolean {
  const undone = encode({ ...scan, text: undo(clean, edits) });
  return sha256(undone) === (scan.textSha256 ?? scan.sha256);
}
