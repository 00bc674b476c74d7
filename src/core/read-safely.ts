/** Parses an untrusted file and collects its errors instead of throwing. */
import { VFileMessage } from 'vfile-message';
import { errorAt, errorsOf } from './messages.ts';
import { runWithTimeout } from './timeout.ts';
import { say } from './wording.ts';

export interface Outcome<T> {
  /** One, or none. */
  readonly read: readonly T[];
  readonly errors: readonly VFileMessage[];
}

/** Milliseconds for one file; the slowest of the project takes some 60. */
const LIMIT = 10_000;

export function readSafely<T>(file: string, read: () => T, limit = LIMIT): Outcome<T> {
  const late = () => errorAt(file, undefined, ...say('core.tooSlow'));
  try {
    return { read: [runWithTimeout(limit, read, late)], errors: [] };
  } catch (error) {
    if (error instanceof VFileMessage) return { read: [], errors: errorsOf(error) };
    const [message = ''] = String((error as Error).message).split('\n');
    const isDeep = /call stack|nested deeper/.test(message);
    const said = isDeep ? say('core.tooDeep') : say('core.unexpected', { error: message });
    return { read: [], errors: [errorAt(file, undefined, ...said)] };
  }
}

/** Makes it once, when it is first asked for. @throws VFileMessage what is wrong with the file */
export function lazy<T>(file: string, read: () => T): () => T {
  let outcome: Outcome<T> | undefined;
  return () => {
    outcome ??= readSafely(file, read);
    const [first] = outcome.errors;
    if (first) throw first;
    return outcome.read[0] as T;
  };
}
