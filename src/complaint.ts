/** Says what is wrong with a file so that a person can mend it: which file, which line, what, how. */
import { VFileMessage } from 'vfile-message';

/**
 * A fatal message, to be thrown; `cli.ts` prints it as one line, then exits 2.
 * @param line counted from 1, or nothing where the file as a whole is meant
 */
export function complaint(file: string, line: number | undefined, reason: string, remedy: string): VFileMessage {
  const message = new VFileMessage(`${reason}。${remedy}`, {
    ...(line === undefined ? {} : { place: { line, column: 1 } }),
    source: 'tsuzuri',
    ruleId: 'input',
  });
  message.file = file;
  message.fatal = true;
  return message;
}

/** What a person should look at: a message that stops nothing. */
export function finding(
  { file, line, rule }: { readonly file: string; readonly line: number; readonly rule: string },
  reason: string,
  remedy: string,
): VFileMessage {
  const message = new VFileMessage(`${reason}。${remedy}`, {
    place: { line, column: 1 },
    source: 'tsuzuri',
    ruleId: rule,
  });
  message.file = file;
  message.fatal = false;
  return message;
}
