/** Tells of each edit and each doubt as a vfile message. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Doubt, Trace } from './trace.ts';

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
