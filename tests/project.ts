/** Makes a copy of the project, for tests that change its files, and runs the command in it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeProject } from 'create-tsuzuri/write-project';
import { ROOT } from './seeds.ts';

const CLI = join(ROOT, 'src/cli/bin/tsuzuri.js');

/** All that a build needs, nothing that is built; `node_modules` are those of the repository. */
export function copyProject(folder: string): string {
  const root = join(folder, 'project');
  for (const part of ['docs', 'seeds', '.vitepress', 'package.json', 'tsuzuri.config.ts'])
    cpSync(join(ROOT, part), join(root, part), { recursive: true, filter: path => !path.endsWith('.vitepress/cache') });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** What `npm create tsuzuri` writes: one scan, three entries. */
export function newProject(folder: string): string {
  const root = join(folder, 'project');
  writeProject({ folder: root, language: 'ja', title: '会議録集', publisher: '見本町', host: 'own' });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** A clone of the repository whose last commit is what stands here now, committed or not. */
export function cloneProject(folder: string): string {
  const root = join(folder, 'project');
  git(ROOT, 'clone', '-q', '--no-checkout', '.', root);
  const files = git(ROOT, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean);
  for (const file of files.filter(file => existsSync(join(ROOT, file)))) cpSync(join(ROOT, file), join(root, file));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  commit(root);
  return root;
}

/** What git says, whoever runs the tests. */
export function git(cwd: string, ...words: string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.jp', '-c', 'protocol.file.allow=always'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...words], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** All that stands in a repository, as its next state. */
export function commit(root: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'state');
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
  const said = stderr.split('\n').filter(line => line && !/^(?:変換|辞書|サイト|PDF|確かめて)/.test(line));
  return { status, stdout, stderr, said };
}
