/** Compares what is wrong with two books. */
import type { VFileMessage } from 'vfile-message';
import type { Book } from '../../bind.ts';
import { type Changed, changed } from './lists.ts';

/** A line that moved is the same fault. */
export const compareFaults = (before: Book, after: Book): Changed<VFileMessage> =>
  changed(before.faults, after.faults, fault => [placeOfFault(fault).file, fault.reason].join('\n'));

/** What is wrong with a scan is told with its place on this machine: `/somewhere/seeds/a.yml` is `seeds/a.yml`. */
const ABROAD = /^.*[\\/](?=seeds[\\/][^\\/]+$)/su;

export const placeOfFault = ({ file = '', line }: VFileMessage): { readonly file: string; readonly line: string } => ({
  file: file.replace(ABROAD, ''),
  line: line === undefined ? '' : `:${line}`,
});
