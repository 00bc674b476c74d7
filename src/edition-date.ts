/** Tells of which day an edition is, so that the same state of the texts makes the same books. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `2026-11-22` in UTC: of `SOURCE_DATE_EPOCH` (reproducible-builds.org, seconds), else of the last commit, else of the
 * newest file that people write.
 */
export function editionDate(root: string, environment: NodeJS.ProcessEnv = process.env): string {
  const seconds = secondsFrom(environment.SOURCE_DATE_EPOCH) ?? lastCommit(root) ?? newestFile(root);
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

const secondsFrom = (said = ''): number | undefined => (/^\d{1,11}$/.test(said.trim()) ? Number(said) : undefined);

/** Nothing where there is no git, or no commit yet. */
function lastCommit(root: string): number | undefined {
  try {
    return secondsFrom(
      execFileSync('git', ['log', '-1', '--format=%ct'], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return undefined;
  }
}

function newestFile(root: string): number {
  const times = ['seeds', 'docs'].flatMap(folder => {
    const path = join(root, folder);
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map(name => statSync(join(path, name)).mtimeMs);
  });
  return Math.floor(Math.max(0, ...times) / 1000);
}
