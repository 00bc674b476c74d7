/** Reads an index from a folder and counts what it reads. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadFile } from '@tsuzuri/search/shared/result';

export interface Meter {
  /** As they stand on the disk: compressed. */
  bytes: number;
  files: number;
}

export function countingReader(folder: string): { read: Meter; readIndex: ReadFile } {
  const read: Meter = { bytes: 0, files: 0 };
  return {
    read,
    readIndex: async path => {
      const content = await readFile(join(folder, path)).catch(() => undefined);
      if (!content) return undefined;
      read.files++;
      read.bytes += content.length;
      return new Uint8Array(content);
    },
  };
}
