/** Throws all faults of a file at once: the first is thrown, the others travel with it. */
import { VFileMessage } from 'vfile-message';

interface Several {
  readonly also?: readonly VFileMessage[];
}

/**
 * Does nothing where there is no fault.
 * @param notes what a person should hear besides, once the file is refused anyway
 * @throws VFileMessage the first fault
 */
export function refuse(faults: readonly VFileMessage[], notes: readonly VFileMessage[] = []): void {
  const [first, ...others] = faults;
  if (first) throw Object.assign(first, { also: [...others, ...notes] } satisfies Several);
}

/**
 * Everything that was said of the file when it was refused.
 * @throws what is no message: a fault of the program, not of the file
 */
export function faultsOf(error: unknown): VFileMessage[] {
  if (!(error instanceof VFileMessage)) throw error;
  return [error, ...((error as Several).also ?? [])];
}
