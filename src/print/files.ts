/** Writes files so that earlier ones stay whole until all new ones are there. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorAt } from '@tsuzuri/core/messages';
import { type LabelKey, say } from '@tsuzuri/core/wording';

/** Path below a folder, content. */
export type File = readonly [path: string, content: string | Uint8Array];

/** Adds files to a folder; each appears whole, none before all could be written. Gives back their paths. */
export function addFiles(folder: string, files: Iterable<File>): string[] {
  return explainErrors(folder, () => {
    const draft = newDraft(folder, folder);
    try {
      const paths: string[] = [];
      for (const file of files) {
        writeFile(draft, file);
        paths.push(file[0]);
      }
      for (const path of paths) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        renameSync(join(draft, path), join(folder, path));
      }
      return paths;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
}

type Write = (files: Iterable<File> | AsyncIterable<File>) => Promise<void>;

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Lets a draft be filled, then puts what stands at its top (`book.pdf`, `pdf/`) in the place of what bore that name.
 * The draft stands beside the folder, as deep as it: Vue makes ids of styles from relative paths.
 * @param fill may also write to the draft by itself
 */
export async function fillFolder(folder: string, fill: (draft: string, write: Write) => Promise<void>): Promise<void> {
  const draft = explainErrors(folder, () => newDraft(folder, dirname(resolve(folder))));
  const remove = (): void => rmSync(draft, { recursive: true, force: true });
  // A program that is interrupted leaves nothing behind: a signal alone would end it without `exit`.
  const stop = (): void => process.exit(130);
  process.once('exit', remove);
  for (const signal of SIGNALS) process.once(signal, stop);
  const write: Write = async files => {
    for await (const file of files) explainErrors(folder, () => writeFile(draft, file));
  };
  try {
    await fill(draft, write);
    explainErrors(folder, () => {
      for (const name of readdirSync(draft)) replace(join(folder, name), join(draft, name));
    });
  } finally {
    remove();
    process.off('exit', remove);
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** A folder as open to readers as the others are: `mkdtemp` makes it for its owner alone. */
function newDraft(folder: string, parent: string): string {
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(join(parent, '.tsuzuri-'));
  chmodSync(draft, 0o755 & ~process.umask());
  return draft;
}

/** For the length of one renaming there is nothing, never half of something. */
function replace(path: string, draft: string): void {
  const earlier = `${draft}-earlier`;
  if (existsSync(path)) move(path, earlier);
  try {
    move(draft, path);
  } catch (error) {
    if (existsSync(earlier)) move(earlier, path);
    throw error;
  }
}

/** Also onto another file system, which the folder may be. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

function writeFile(folder: string, [path, content]: File): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** What an error code of the file system means. */
const REASONS: Readonly<Record<string, LabelKey>> = {
  EACCES: 'print.noPermission',
  EPERM: 'print.noPermission',
  EROFS: 'print.readOnly',
  ENOTDIR: 'print.notAFolder',
  EEXIST: 'print.nameTaken',
  ENOSPC: 'print.diskFull',
};

function explainErrors<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw errorAt(folder, undefined, ...say('print.cannotWrite', { reason: say(reason) }));
  }
}
