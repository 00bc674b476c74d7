/** Checks out an earlier state of a project into a temporary folder. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { CONFIG_FILES } from '@tsuzuri/book/project';
import { errorAt } from '@tsuzuri/core/messages';
import { type Saying, say } from '@tsuzuri/core/wording';

/**
 * Gives a folder with what people wrote in that state: texts, cards, scans; nothing else of the repository.
 * @param root may lie below the top of the repository
 * @param revision whatever git knows: `main`, `HEAD~1`, a hash
 * @throws VFileMessage where there is no such state
 */
export async function withRevision<T>(
  root: string,
  revision: string,
  look: (folder: string) => Promise<T>,
): Promise<T> {
  const commit = commitOf(root, revision);
  const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-diff-'));
  try {
    const files = filesOf(root, commit);
    const contents = contentsOf(root, files);
    for (const [index, { path }] of files.entries()) put({ folder, path }, contents[index] as Buffer);
    return await look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface GitFile {
  readonly hash: string;
  /** From the root of the project. */
  readonly path: string;
}

/** A row of `git ls-tree -z` that is a file, no link and no submodule: `100644 blob 1f7a…\tdocs/about.md` */
const ROW = /^100(?:644|755) blob (?<hash>[0-9a-f]+)\t(?<path>.+)$/su;
/** What a book is made of: `docs/glossary/nisc.md`, `seeds/2012-11-01-isc-31.yml`; no `docs/../x.md` */
const WANTED = /^(?:(?:docs|seeds)\/(?!(?:.*\/)?\.\.\/).+\.(?:md|txt|yml)|tsuzuri\.config\.m?[jt]s)$/isu;

const filesOf = (root: string, commit: string): GitFile[] =>
  git(root, ['ls-tree', '-r', '-z', commit, '--', 'docs', 'seeds', ...CONFIG_FILES])
    .toString()
    .split('\0')
    .flatMap(row => {
      const { hash = '', path = '' } = ROW.exec(row)?.groups ?? {};
      return WANTED.test(path) ? [{ hash, path }] : [];
    });

/** `git cat-file --batch` answers `HASH blob SIZE`, a line end, so many bytes, a line end. */
function contentsOf(root: string, files: readonly GitFile[]): Buffer[] {
  const answer = git(root, ['cat-file', '--batch'], files.map(({ hash }) => `${hash}\n`).join(''));
  let at = 0;
  return files.map(() => {
    const start = answer.indexOf('\n', at) + 1;
    const size = Number(answer.subarray(at, start).toString().split(' ')[2]);
    at = start + size + 1;
    return answer.subarray(start, start + size);
  });
}

function put({ folder, path }: { folder: string; path: string }, content: Buffer): void {
  const target = join(folder, path);
  if (!target.startsWith(folder + sep)) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

function commitOf(root: string, revision: string): string {
  const found = run(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (found.status === 0) return found.stdout.toString().trim();
  const why = WHY_NOT.find(({ isSo }) => isSo(root)) as WhyNot;
  throw errorAt('git', undefined, ...why.saying(revision));
}

interface WhyNot {
  readonly isSo: (root: string) => boolean;
  readonly saying: (revision: string) => Saying;
}

/** Why there is no such state; the first that holds is reported. */
const WHY_NOT: readonly WhyNot[] = [
  {
    isSo: root => run(root, ['--version']).status !== 0,
    saying: () => say('check.noGit'),
  },
  {
    isSo: root => run(root, ['rev-parse', '--git-dir']).status !== 0,
    saying: () => say('check.noRepository'),
  },
  {
    isSo: root => run(root, ['rev-parse', '--is-shallow-repository']).stdout?.toString().trim() === 'true',
    saying: revision => say('check.shallow', { revision }),
  },
  {
    isSo: () => true,
    saying: revision => say('check.noRevision', { revision }),
  },
];

function git(root: string, words: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr } = run(root, words, input);
  if (status === 0) return stdout;
  const [error = ''] = stderr.toString().split('\n');
  throw errorAt('git', undefined, ...say('check.gitFailed', { command: words[0] ?? '', error }));
}

const run = (cwd: string, words: readonly string[], input = '') =>
  spawnSync('git', words, { cwd, input, maxBuffer: Number.POSITIVE_INFINITY });
