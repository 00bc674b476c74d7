/** Reads a file that anyone may have written: whatever happens becomes an error of that file. */
import { VFileMessage } from 'vfile-message';
import { errorAt, errorsOf } from './messages.ts';
import { runWithTimeout } from './timeout.ts';

export interface Outcome<T> {
  /** One, or none. */
  readonly read: readonly T[];
  readonly faults: readonly VFileMessage[];
}

/** Milliseconds for one file; the slowest of the project takes some 60. */
const LIMIT = 10_000;

export function readSafely<T>(file: string, read: () => T, limit = LIMIT): Outcome<T> {
  const say = (...said: [reason: string, remedy: string]) => errorAt(file, undefined, ...said);
  const late = () => say('読むのに時間がかかりすぎます', '記号の並びや、正規表現の繰り返しを減らしてください');
  try {
    return { read: [runWithTimeout(limit, read, late)], faults: [] };
  } catch (error) {
    if (error instanceof VFileMessage) return { read: [], faults: errorsOf(error) };
    const said = String((error as Error).message).split('\n')[0];
    const fault = /call stack|nested deeper/.test(said ?? '')
      ? say('入れ子が深すぎて読めません', '「>」「[」などの重なりを減らしてください')
      : say(`思わぬ誤りで読めません: ${said}`, '書き方を変えるか、この内容を添えて報告してください');
    return { read: [], faults: [fault] };
  }
}

/** Makes it once, when it is first asked for. @throws VFileMessage what is wrong with the file */
export function lazy<T>(file: string, read: () => T): () => T {
  let outcome: Outcome<T> | undefined;
  return () => {
    outcome ??= readSafely(file, read);
    const [fault] = outcome.faults;
    if (fault) throw fault;
    return outcome.read[0] as T;
  };
}
