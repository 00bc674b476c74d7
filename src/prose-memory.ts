/** Keeps what is known of the prose of entries in a file, so that the next check reads only what was changed. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProseMemory } from './9-review/prose.ts';

/** Where it stands in a project; nothing where nothing is installed, so that no folder is made that nobody expects. */
export function memoryFile(root: string): string | undefined {
  const modules = join(root, 'node_modules');
  return existsSync(modules) ? join(modules, '.cache/tsuzuri/prose.json') : undefined;
}

/** A file that is broken, or of another form, is no memory. */
export function readMemory(file: string | undefined): ProseMemory {
  try {
    const entries: unknown = JSON.parse(readFileSync(file ?? '', 'utf8'));
    return new Map(Array.isArray(entries) && entries.every(isEntry) ? entries : []);
  } catch {
    return new Map();
  }
}

type Entry = [sum: string, hits: { rule: string; line: number }[]];

function isEntry(entry: unknown): entry is Entry {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !Array.isArray(entry[1])) return false;
  return entry[1].every(hit => typeof hit?.rule === 'string' && Number.isInteger(hit.line));
}

/** Whole beside, then renamed; where nothing can be written, the next check takes longer. */
export function writeMemory(file: string | undefined, memory: ProseMemory): void {
  if (file === undefined) return;
  try {
    const draft = `${file}-${process.pid}`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify([...memory]));
    renameSync(draft, file);
  } catch {}
}
