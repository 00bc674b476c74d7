/** Runs code with a timeout, catastrophic regular expressions included. */
import { type Context, createContext, Script } from 'node:vm';

/** Made when first used: to make it costs as much as to import a package. */
let made: { readonly call: Script; readonly room: Context } | undefined;

/**
 * Gives back what `work` gives. V8 breaks off regular expressions too, which nothing else in the same thread can.
 * @param limit milliseconds; some hundred times of what honest work takes, so that a slow machine is no reason to fail
 * @throws what `late` makes when the time is up; whatever `work` throws
 */
export function runWithTimeout<T>(limit: number, work: () => T, late: () => Error): T {
  made ??= { call: new Script('work()'), room: createContext({ work: () => {} }) };
  const { call, room } = made;
  try {
    room.work = work;
    return call.runInContext(room, { timeout: limit }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw late();
    throw error;
  }
}
