/** Writes files so that earlier ones stay whole until all new ones are there. */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorAt } from './messages.ts';
import { type LabelKey, say } from './wording.ts';

/** Path below a folder, content. */
export type File = readonly [path: string, content: Content];

export type Content = string | Uint8Array | Copy;

/** Of a file on the disk: it is read when it is written, since pictures together are larger than the memory. */
export interface Copy {
  readonly copyOf: string;
  /** When it was last changed, in milliseconds. */
  readonly changed: number;
}

type Files = Iterable<File> | AsyncIterable<File>;

/** Adds files to a folder; each appears whole, none before all could be written. Gives back their paths. */
export function addFiles(folder: string, files: Files): Promise<string[]> {
  return withDraft({ folder, parent: folder }, async draft => {
    const paths: string[] = [];
    for await (const file of files) {
      writeFile(draft, file, folder);
      paths.push(file[0]);
    }
    explainErrors(folder, () => {
      for (const path of paths) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        renameSync(join(draft, path), join(folder, path));
      }
    });
    return paths;
  });
}

type Write = (files: Files) => Promise<void>;

/**
 * Lets a draft be filled, then puts what stands at its top (`book.pdf`, `pdf/`) in the place of what bore that name.
 * The draft stands beside the folder, as deep as it: Vue makes ids of styles from relative paths.
 * @param fill may also write to the draft by itself
 */
export function fillFolder(folder: string, fill: (draft: string, write: Write) => Promise<void>): Promise<void> {
  return withDraft({ folder, parent: dirname(resolve(folder)) }, async draft => {
    await fill(draft, async files => {
      for await (const file of files) writeFile(draft, file, folder);
    });
    explainErrors(folder, () => {
      for (const name of readdirSync(draft)) replace(join(folder, name), join(draft, name));
    });
  });
}

interface Place {
  readonly folder: string;
  /** The folder in which the draft stands. */
  readonly parent: string;
}

/** Takes the draft away in the end, whether the work is done, fails, or the program exits in the middle of it. */
async function withDraft<T>({ folder, parent }: Place, work: (draft: string) => Promise<T>): Promise<T> {
  const made = explainErrors(folder, () => mkdirSync(folder, { recursive: true }));
  const draft = explainErrors(folder, () => newDraft(parent));
  const remove = (): void => {
    rmSync(draft, { recursive: true, force: true });
    if (made !== undefined) removeEmpty(resolve(folder), resolve(made));
  };
  process.once('exit', remove);
  try {
    return await work(draft);
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/** Takes a folder away that was made for nothing, and those above it, as far as they were made with it. */
function removeEmpty(folder: string, top: string): void {
  if (!existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  if (folder !== top) removeEmpty(dirname(folder), top);
}

/** A folder as open to readers as the others are: `mkdtemp` makes it for its owner alone. */
function newDraft(parent: string): string {
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

/** @param folder the one for which the draft is, to name it in an error */
function writeFile(draft: string, [path, content]: File, folder: string): void {
  const bytes = typeof content === 'object' && 'copyOf' in content ? readFileSync(content.copyOf) : content;
  explainErrors(folder, () => {
    mkdirSync(dirname(join(draft, path)), { recursive: true });
    writeFileSync(join(draft, path), bytes);
  });
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
