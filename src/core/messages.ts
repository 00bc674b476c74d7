/** Makes messages on a file for a person: which file, which line, what is wrong, how to mend it. */

import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Doubt, Trace } from './trace.ts';
import { escapeControl } from './unicode.ts';
import { rulePath, urlOf } from './urls.ts';
import { language, type Said, say } from './wording.ts';

/**
 * A fatal message, to be thrown; `cli.ts` prints it as one line, then exits 2.
 * @param line counted from 1, or nothing where the file as a whole is meant
 */
export function errorAt(file: string, line: number | undefined, reason: Said, remedy: Said): VFileMessage {
  return messageAt({ file, line, rule: 'input', fatal: true }, reason, remedy);
}

/** What a person should look at: a message that stops nothing. */
export function warningAt(
  place: { readonly file: string; readonly line: number | undefined; readonly rule: string },
  reason: Said,
  remedy: Said,
): VFileMessage {
  return messageAt({ ...place, fatal: false }, reason, remedy);
}

/** What one may want to know; nothing is wrong. */
export function noteAt(
  { file, line, rule }: { readonly file: string; readonly line?: number; readonly rule: string },
  reason: Said,
  remedy: Said,
): VFileMessage {
  return messageAt({ file, line, rule, fatal: undefined }, reason, remedy);
}

interface Origin {
  readonly file: string;
  readonly line: number | undefined;
  readonly rule: string;
  readonly fatal: boolean | undefined;
}

/** Words on Japanese prose, and those of a Japanese project, stay Japanese in any language. */
const ENDS_IN_JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}）」]$/u;

function messageAt({ file, line, rule, fatal }: Origin, reason: Said, remedy: Said): VFileMessage {
  const stop = language() === 'ja' || ENDS_IN_JAPANESE.test(reason) ? '。' : '. ';
  const message = new VFileMessage(reason + stop + remedy, {
    ...(line === undefined ? {} : { place: { line, column: 1 } }),
    source: 'tsuzuri',
    ruleId: rule,
  });
  return Object.assign(message, { file, fatal });
}

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

/** Reports each edit as `info` and each doubt as `message`, at its place in the scan. */
export function reportEdits(file: VFile, trace: Trace, doubts: readonly Doubt[]): void {
  const point = pointAt(trace.scan);
  for (const { at, del, ins, rule, by, why } of trace.edits) {
    const message = file.info(why, {
      place: { start: point(at), end: point(at + del.length) },
      ruleId: rule,
      source: by === 'person' ? 'person' : 'tsuzuri',
    });
    Object.assign(message, { actual: del, expected: [ins], url: urlOf(rulePath(rule)) });
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
      url: urlOf(rulePath(rule)),
    });
  }
}

/** One line of `tsuzuri explain`. */
export function describe(message: VFileMessage, path: string): string {
  const show = (text = '') => text.replace(/\n/g, '⏎');
  return say(message.fatal === undefined ? 'core.correction' : 'core.doubt', {
    place: `${path}:${message.line}:${message.column}`,
    from: show(message.actual),
    to: show(message.expected?.[0]),
    why: message.reason,
    rule: String(message.ruleId),
  });
}

/** A message that is thrown carries the others of its file. */
interface Several {
  readonly also?: readonly VFileMessage[];
}

/**
 * Throws all errors of a file at once; does nothing where there is none.
 * @param notes what else a person should look at, once the file is refused
 * @throws VFileMessage the first error, which carries the others
 */
export function throwAll(errors: readonly VFileMessage[], notes: readonly VFileMessage[] = []): void {
  const [first, ...others] = errors;
  if (first) throw Object.assign(first, { also: [...others, ...notes] } satisfies Several);
}

/**
 * All messages of a file that was refused.
 * @throws what is no message: an error of the program, not of the file
 */
export function errorsOf(error: unknown): VFileMessage[] {
  if (!(error instanceof VFileMessage)) throw error;
  return [error, ...((error as Several).also ?? [])];
}

/** An error stops publishing, a warning should be mended, a note is for information. */
export const LEVELS = ['error', 'warning', 'note'] as const;
export type Level = (typeof LEVELS)[number];

export const levelOf = ({ fatal }: VFileMessage): Level =>
  fatal === undefined || fatal === null ? 'note' : fatal ? 'error' : 'warning';

/** `docs/glossary/nisc.md:8: what is wrong, how to mend it` */
export function textLine(message: VFileMessage): string {
  const { file = 'tsuzuri', line, reason } = message;
  const said = levelOf(message) === 'note' ? say('check.note', { message: reason }) : reason;
  return escapeControl(`${file}${line === undefined || line === null ? '' : `:${line}`}: ${said}`);
}
