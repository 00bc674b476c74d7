/** Compares what is wrong with two books. */
import type { VFileMessage } from 'vfile-message';
import type { Book } from '../../bind.ts';
import { type Changed, changed } from './lists.ts';

/** A line that moved is the same fault. */
export const compareFaults = (before: Book, after: Book): Changed<VFileMessage> =>
  changed(before.faults, after.faults, ({ file, reason }) => [file, reason].join('\n'));
