/** Says what is wrong with a file so that a person can mend it: which file, which line, what, how. */
import { VFileMessage } from 'vfile-message';

/**
 * A fatal message, to be thrown; `cli.ts` prints it as one line, then exits 2.
 * @param line counted from 1, or nothing where the file as a whole is meant
 */
export function complaint(file: string, line: number | undefined, reason: string, remedy: string): VFileMessage {
  return say({ file, line, rule: 'input', fatal: true }, reason, remedy);
}

/** What a person should look at: a message that stops nothing. */
export function finding(
  place: { readonly file: string; readonly line: number; readonly rule: string },
  reason: string,
  remedy: string,
): VFileMessage {
  return say({ ...place, fatal: false }, reason, remedy);
}

/** What one may want to know; nothing is wrong. */
export function remark(file: string, rule: string, reason: string, remedy: string): VFileMessage {
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
