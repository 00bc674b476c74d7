/** Says what is wrong with a file so that a person can mend it: which file, which line, what, how. */

import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Doubt, Trace } from './trace.ts';

/**
 * A fatal message, to be thrown; `cli.ts` prints it as one line, then exits 2.
 * @param line counted from 1, or nothing where the file as a whole is meant
 */
export function errorAt(file: string, line: number | undefined, reason: string, remedy: string): VFileMessage {
  return say({ file, line, rule: 'input', fatal: true }, reason, remedy);
}

/** What a person should look at: a message that stops nothing. */
export function warningAt(
  place: { readonly file: string; readonly line: number; readonly rule: string },
  reason: string,
  remedy: string,
): VFileMessage {
  return say({ ...place, fatal: false }, reason, remedy);
}

/** What one may want to know; nothing is wrong. */
export function noteAt(file: string, rule: string, reason: string, remedy: string): VFileMessage {
  return say({ file, line: undefined, rule, fatal: undefined }, reason, remedy);
}

interface Said {
  readonly file: string;
  readonly line: number | undefined;
  readonly rule: string;
  readonly fatal: boolean | undefined;
}

function say({ file, line, rule, fatal }: Said, reason: string, remedy: string): VFileMessage {
  const message = new VFileMessage(`${reason}。${remedy}`, {
    ...(line === undefined ? {} : { place: { line, column: 1 } }),
    source: 'tsuzuri',
    ruleId: rule,
  });
  return Object.assign(message, { file, fatal });
}

// Tells of each edit and each doubt as a vfile message.

/** Line and column, both from 1, of an offset. */
export function pointAt(text: string): (offset: number) => { line: number; column: number; offset: number } {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(match => match.index + 1)];
  return offset => {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset };
  };
}

/** `info` = an edit that was applied, `message` = a doubt; places are those of the scan. */
export function reportEdits(file: VFile, trace: Trace, doubts: readonly Doubt[]): void {
  const point = pointAt(trace.scan);
  for (const { at, del, ins, rule, by, why } of trace.edits) {
    const message = file.info(why, {
      place: { start: point(at), end: point(at + del.length) },
      ruleId: rule,
      source: by === 'person' ? 'person' : 'tsuzuri',
    });
    Object.assign(message, { actual: del, expected: [ins], url: `/rules/${rule}` });
  }
  for (const { at, length, suggestion, rule, why } of doubts) {
    const message = file.message(why, {
      place: { start: point(at), end: point(at + length) },
      ruleId: rule,
      source: 'tsuzuri',
    });
    Object.assign(message, {
      actual: trace.scan.slice(at, at + length),
      expected: [suggestion],
      url: `/rules/${rule}`,
    });
  }
}

/** One line of `tsuzuri explain`. */
export function describe(message: VFileMessage, path: string): string {
  const show = (letters: string | undefined) => `「${(letters ?? '').replace(/\n/g, '⏎')}」`;
  const kind = message.fatal === undefined ? '訂正' : '疑い';
  return `${path}:${message.line}:${message.column}  ${kind}  ${show(message.actual)} → ${show(message.expected?.[0])}  ${message.reason}  [${message.ruleId}]`;
}

// Throws all faults of a file at once: the first is thrown, the others travel with it.

interface Several {
  readonly also?: readonly VFileMessage[];
}

/**
 * Does nothing where there is no fault.
 * @param notes what a person should hear besides, once the file is refused anyway
 * @throws VFileMessage the first fault
 */
export function throwAll(faults: readonly VFileMessage[], notes: readonly VFileMessage[] = []): void {
  const [first, ...others] = faults;
  if (first) throw Object.assign(first, { also: [...others, ...notes] } satisfies Several);
}

/**
 * Everything that was said of the file when it was refused.
 * @throws what is no message: a fault of the program, not of the file
 */
export function errorsOf(error: unknown): VFileMessage[] {
  if (!(error instanceof VFileMessage)) throw error;
  return [error, ...((error as Several).also ?? [])];
}
