/** Works through the files that a command was given: a bad one is reported, the others are done all the same. */
import { setImmediate as pause } from 'node:timers/promises';
import { VFileMessage } from 'vfile-message';
import { groupBy } from './collections.ts';
import type { Tell } from './command.ts';
import type { Input, Inputs } from './inputs.ts';
import { errorAt, errorsOf, throwAll } from './messages.ts';
import { say } from './wording.ts';

export interface Batch {
  readonly inputs: readonly Input[];
  /** One message for each file that could not be done, which has been said. */
  readonly failed: VFileMessage[];
  readonly tell: Tell;
}

/** What could not even be found is the first that is reported. */
export function startBatch({ inputs, faults }: Inputs, tell: Tell): Batch {
  for (const fault of faults) tell.warn(fault);
  return { inputs, failed: [...faults], tell };
}

/** Gives what was made of each file. @param work throws VFileMessage where the file is bad */
export async function* each<T>(
  { inputs, failed, tell }: Batch,
  work: (input: Input) => T | Promise<T>,
): AsyncGenerator<T> {
  for (const [index, input] of inputs.entries()) {
    tell.progress(input.path, [index + 1, inputs.length]);
    await pause(); // a signal is heard only here
    const made: T[] = [];
    try {
      made.push(await work(input));
    } catch (error) {
      const faults = faultsOf(input, error);
      for (const fault of faults) tell.warn(fault);
      failed.push(...faults.slice(0, 1));
    }
    yield* made;
  }
}

/** A fault of the program at one file is no reason to lose the others. */
const faultsOf = ({ path }: Input, error: unknown): VFileMessage[] =>
  error instanceof VFileMessage
    ? errorsOf(error)
    : [errorAt(path, undefined, ...say('cli.stuck', { said: (error as Error).message }))];

/** Where nothing at all could be done, the call was wrong. */
export const codeOf = (done: number, { failed }: Batch): number => (failed.length === 0 ? 0 : done === 0 ? 2 : 1);

/**
 * Two files for one output, on any disk: some know neither case nor how an accent is written.
 * @throws VFileMessage before anything is done
 */
export function refuseCollisions(inputs: readonly Input[], outputOf: (name: string) => string): void {
  const groups = groupBy(inputs, ({ name }) => outputOf(name).normalize('NFC').toLowerCase());
  throwAll(
    [...groups.values()].flatMap(([first, second]) =>
      first && second
        ? [
            errorAt(
              second.path,
              undefined,
              ...say('cli.collision', { other: first.path, output: outputOf(first.name) }),
            ),
          ]
        : [],
    ),
  );
}
