/** Finds the files that a person names: by name, by a folder, by a pattern in quotes, or `-` for standard input. */
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { VFileMessage } from 'vfile-message';
import { errorAt, errorsOf } from './messages.ts';
import { type Saying, say } from './wording.ts';

/** One file to read. */
export interface Input {
  /** As messages name it: `minutes/2024/a.txt` */
  readonly path: string;
  /** Below the folder that was given, so that outputs keep its folders: `2024/a.txt` */
  readonly name: string;
  /** @throws VFileMessage where it cannot be read */
  readonly read: () => Promise<Uint8Array>;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** What was named and cannot be read. */
  readonly faults: readonly VFileMessage[];
  /** Files of folders that have none of the endings. */
  readonly skipped: readonly string[];
}

export interface Wanted {
  /** What is taken of a folder: `['.txt']`; a file that is named may have any ending. */
  readonly endings: readonly string[];
  /** What standard input is called; without a name it cannot be read. */
  readonly stdin?: string;
  /** A folder that is not looked into: that of the output. */
  readonly except?: string | undefined;
}

/** In the order in which they were named; a file that is named twice is there once. */
export async function findInputs(words: readonly string[], wanted: Wanted): Promise<Inputs> {
  const found: Found[] = [];
  for (const word of words) found.push(await find(word, wanted).catch(error => ({ faults: errorsOf(error) })));
  const seen = new Set<string>();
  const isNew = (input: Input): boolean => !seen.has(idOf(input)) && seen.add(idOf(input)).size > 0;
  return {
    inputs: found.flatMap(({ inputs = [] }) => inputs).filter(isNew),
    faults: found.flatMap(({ faults = [] }) => faults),
    skipped: found.flatMap(({ skipped = [] }) => skipped),
  };
}

/** By which a file is known under whatever name it comes. */
const idOf = ({ path }: Input): string => (existsSync(path) ? realpathSync(path) : path);

type Found = Partial<Inputs>;

/** @throws VFileMessage where it cannot be read */
async function find(word: string, wanted: Wanted): Promise<Found> {
  if (word === '-') return { inputs: [standardInput(wanted)] };
  const stat = explained(word, () => statSync(word, { throwIfNoEntry: false }));
  if (stat?.isDirectory()) return inFolder(word, wanted);
  if (stat) return { inputs: [fileInput(word, basename(word))] };
  return byPattern(word, wanted);
}

function standardInput({ stdin }: Wanted): Input {
  if (stdin === undefined) throw errorAt('-', undefined, ...say('cli.noStdin'));
  return {
    path: stdin,
    name: basename(stdin),
    read: () => {
      if (process.stdin.isTTY) process.stderr.write(`${say('cli.typeNow')}\n`);
      return buffer(process.stdin);
    },
  };
}

const fileInput = (path: string, name: string): Input => ({
  path,
  name,
  read: async () =>
    explained(path, () => {
      // Nobody knows whether a pipe or a device ever ends.
      if (!statSync(path).isFile()) throw errorAt(path, undefined, ...say('cli.notRegular'));
      return readFileSync(path);
    }),
});

function inFolder(folder: string, { endings, except }: Wanted): Found {
  const names = explained(folder, () => [...namesBelow(folder, { except })]);
  const fits = (name: string): boolean => endings.some(ending => name.toLowerCase().endsWith(ending));
  const chosen = names.filter(fits);
  if (chosen.length === 0)
    throw errorAt(folder, undefined, ...say('cli.emptyFolder', { endings: endings.join(say('cli.or')) }));
  return {
    inputs: chosen.map(name => fileInput(join(folder, name), name)),
    skipped: names.filter(name => !fits(name)).map(name => join(folder, name)),
  };
}

/** `minutes/**\/*.txt`, which a shell has not replaced by what fits. */
async function byPattern(word: string, { except }: Wanted): Promise<Found> {
  const { default: picomatch } = await import('picomatch');
  const { base, glob, isGlob } = picomatch.scan(word.replaceAll(sep, '/'));
  if (!isGlob) throw errorAt(word, undefined, ...say('core.noFile'));
  const folder = base || '.';
  const isFit = picomatch(glob);
  const depth = glob.includes('**') ? Number.POSITIVE_INFINITY : glob.split('/').length;
  const names = existsSync(folder) ? explained(folder, () => [...namesBelow(folder, { except, depth })]) : [];
  const fit = names.filter(name => isFit(name));
  if (fit.length === 0) throw errorAt(word, undefined, ...say('cli.nothingFits'));
  return { inputs: fit.map(name => fileInput(join(folder, name), name)) };
}

interface Walk {
  readonly except?: string | undefined;
  /** How many folders deep. */
  readonly depth?: number;
}

/** Files with their folders, in order: `2024/a.txt`; hidden ones and the folders that links lead to are left out. */
function* namesBelow(folder: string, { except, depth = Number.POSITIVE_INFINITY }: Walk): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted(byName)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || (except !== undefined && resolve(path) === resolve(except))) continue;
    if (!entry.isDirectory()) yield entry.name;
    else if (depth > 1)
      for (const name of namesBelow(path, { except, depth: depth - 1 })) yield `${entry.name}/${name}`;
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** What an error code of the file system means. */
const REASONS: Readonly<Record<string, () => Saying>> = {
  ENOENT: () => say('core.noFile'),
  EACCES: () => say('core.noPermission'),
  EPERM: () => say('core.noPermission'),
};

/** @throws VFileMessage where the file system refuses */
function explained<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof VFileMessage) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    throw errorAt(path, undefined, ...(REASONS[code]?.() ?? say('cli.unreadable', { code })));
  }
}
