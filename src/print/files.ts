/** Writes files so that what stood there before stays whole until all of the new is there. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorAt } from '@tsuzuri/core/messages';

/** Path below the folder, content; a `Map`, or what makes them one by one when all at once are too many to hold. */
export type Files = Iterable<readonly [path: string, content: string | Uint8Array]>;

/** Makes a folder hold just these files: they are written beside it first, then take its place. */
export function replaceFolder(folder: string, files: Files): void {
  guarded(folder, () => {
    mkdirSync(dirname(folder), { recursive: true });
    const draft = newFolder(`${folder}-`);
    try {
      writeAll(draft, files);
      if (existsSync(folder)) renameSync(folder, `${draft}-earlier`);
      renameSync(draft, folder);
    } finally {
      for (const left of [draft, `${draft}-earlier`]) rmSync(left, { recursive: true, force: true });
    }
  });
}

/** Adds files to a folder; each appears whole, none before all could be written. Gives back their paths. */
export function addFiles(folder: string, files: Files): string[] {
  return guarded(folder, () => {
    mkdirSync(folder, { recursive: true });
    const draft = newFolder(join(folder, '.tsuzuri-'));
    try {
      const paths = writeAll(draft, files);
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

/** As `addFiles` for what takes long to make; a folder at the top (`pdf/`) takes the place of the one that stood there. */
export async function addSlowly(
  folder: string,
  files: AsyncIterable<readonly [string, Uint8Array | string]>,
): Promise<void> {
  const draft = guarded(folder, () => {
    mkdirSync(folder, { recursive: true });
    return newFolder(join(folder, '.tsuzuri-'));
  });
  try {
    for await (const file of files) guarded(folder, () => writeAll(draft, [file]));
    guarded(folder, () => {
      for (const name of readdirSync(draft)) {
        if (existsSync(join(folder, name))) renameSync(join(folder, name), join(draft, `${name}-earlier`));
        renameSync(join(draft, name), join(folder, name));
      }
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** A folder of its own, open to readers as the others are: that of `mkdtemp` is closed to a web server. */
function newFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  chmodSync(folder, 0o755 & ~process.umask());
  return folder;
}

function writeAll(folder: string, files: Files): string[] {
  const paths: string[] = [];
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    paths.push(path);
  }
  return paths;
}

/** What the file system says, said for people. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: '書き込む権限がありません',
  EPERM: '書き込む権限がありません',
  EROFS: '読み取り専用の場所です',
  ENOTDIR: '途中にフォルダーではないファイルがあります',
  EEXIST: '同じ名前のファイルがあります',
  ENOSPC: 'ディスクに空きがありません',
};

function guarded<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (reason === undefined) throw error;
    throw errorAt(
      folder,
      undefined,
      `書き出せません: ${reason}`,
      '別の出力先を指定するか、権限を直してください。前の出力はそのままです',
    );
  }
}
