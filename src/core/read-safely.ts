/** Parses an untrusted file and collects its errors instead of throwing. */
import { VFileMessage } from 'vfile-message';
import { errorAt, errorsOf } from './messages.ts';
import { runWithTimeout } from './timeout.ts';

export interface Outcome<T> {
  /** One, or none. */
  readonly read: readonly T[];
  readonly errors: readonly VFileMessage[];
}

/** Milliseconds for one file; the slowest of the project takes some 60. */
const LIMIT = 10_000;

export function readSafely<T>(file: string, read: () => T, limit = LIMIT): Outcome<T> {
  const fail = (reason: string, remedy: string) => errorAt(file, undefined, reason, remedy);
  const late = () => fail('読むのに時間がかかりすぎます', '記号の並びや、正規表現の繰り返しを減らしてください');
  try {
    return { read: [runWithTimeout(limit, read, late)], errors: [] };
  } catch (error) {
    if (error instanceof VFileMessage) return { read: [], errors: errorsOf(error) };
    const message = String((error as Error).message).split('\n')[0];
    const found = /call stack|nested deeper/.test(message ?? '')
      ? fail('入れ子が深すぎて読めません', '「>」「[」などの重なりを減らしてください')
      : fail(`思わぬ誤りで読めません: ${message}`, '書き方を変えるか、この内容を添えて報告してください');
    return { read: [], errors: [found] };
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
