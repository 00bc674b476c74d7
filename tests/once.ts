/** Makes what is costly once in a run of the tests: the first test that asks makes it, the others wait and read it. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';

/**
 * @param make gives plain data: no functions in it
 * @throws what `make` throws, or with its message where another test made it
 */
export async function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const folder = join(process.env.TSUZURI_RUN as string, name);
  const [value, failure] = ['value', 'failure'].map(part => join(folder, part)) as [string, string];
  const isFirst = mkdirSync(folder, { recursive: true }) !== undefined;
  if (isFirst)
    await make().then(
      made => write(value, serialize(made)),
      error => {
        write(failure, String(error));
        throw error;
      },
    );
  while (!existsSync(value)) {
    if (existsSync(failure)) throw new Error(readFileSync(failure, 'utf8'));
    await pause(100);
  }
  return deserialize(readFileSync(value)) as T;
}

function write(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
