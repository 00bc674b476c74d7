/** Makes a copy of the project, for tests that change its files, and runs the command in it. */
import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './seeds.ts';

const CLI = join(ROOT, 'dist/cli.js');

/** All that a build needs, nothing that is built; `node_modules` are those of the repository. */
export function copyProject(folder: string): string {
  const root = join(folder, 'project');
  for (const part of ['docs', 'seeds', 'src', '.vitepress', 'package.json'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true, filter: path => !path.endsWith('.vitepress/cache') });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Lines of `stderr` that tell of no progress. */
  readonly said: readonly string[];
}

/** The command, as a person runs it. */
export function tsuzuri(words: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { cwd, encoding: 'utf8' });
  const said = stderr.split('\n').filter(line => line && !/^(?:変換|辞書|サイト|PDF)/.test(line));
  return { status, stdout, stderr, said };
}
