/** Runs code with a timeout, catastrophic regular expressions included. */
import { createContext, Script } from 'node:vm';

const CALL = new Script('work()');
const room = createContext({ work: () => {} });

/**
 * Gives back what `work` gives. V8 breaks off regular expressions too, which nothing else in the same thread can.
 * @param limit milliseconds; some hundred times of what honest work takes, so that a slow machine is no reason to fail
 * @throws what `late` makes when the time is up; whatever `work` throws
 */
export function runWithTimeout<T>(limit: number, work: () => T, late: () => Error): T {
  try {
    room.work = work;
    return CALL.runInContext(room, { timeout: limit }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw late();
    throw error;
  }
}
