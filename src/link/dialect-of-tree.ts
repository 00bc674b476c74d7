/** Finds by the configuration files of a tree in which dialect its pages are written. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { DIALECTS, type Dialect } from './dialects.ts';

/** How many folders above the one that was named are looked at: pages stand in `docs`, or in `src/content/docs`. */
const LEVELS = 4;

const ALL: readonly Dialect[] = DIALECTS;

/**
 * The dialect that the nearest configuration at or above the folder of a page shows.
 * @param words files and folders that were named; `-` is the current folder
 */
export function treeReader(words: readonly string[]): (path: string) => Dialect | undefined {
  const named = words.map(word => folderOf(word === '-' ? '.' : word));
  const known = new Map<string, Dialect | undefined>();
  const ask = (folder: string, level: number): Dialect | undefined => {
    const found = ALL.find(({ configs = [] }) => configs.some(config => shows(folder, config)));
    const above = dirname(folder);
    // What stands above the root of a repository is another tree.
    if (found || existsSync(join(folder, '.git')) || above === folder) return found;
    const isNamed = named.some(it => above === it || above.startsWith(it.endsWith(sep) ? it : it + sep));
    return isNamed || level < LEVELS ? look(above, isNamed ? 0 : level + 1) : undefined;
  };
  const look = (folder: string, level: number): Dialect | undefined => {
    if (!known.has(folder)) known.set(folder, ask(folder, level));
    return known.get(folder);
  };
  return path => look(folderOf(path), 1);
}

function folderOf(path: string): string {
  const whole = resolve(path);
  return existsSync(whole) && statSync(whole).isDirectory() ? whole : dirname(whole);
}

function shows(folder: string, config: NonNullable<Dialect['configs']>[number]): boolean {
  if (typeof config === 'string') return existsSync(join(folder, config));
  const path = join(folder, config.file);
  return existsSync(path) && statSync(path).isFile() && config.holds.test(readFileSync(path, 'utf8'));
}
