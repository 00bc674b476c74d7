/** Finds the site that the tests open. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Folder of the built site, books included: the one that TSUZURI_SITE names, or what the repository makes now. The
 * first test that asks for it builds it, the others of the run wait.
 */
export async function siteUnderTest(): Promise<string> {
  if (process.env.TSUZURI_SITE) return resolve(process.env.TSUZURI_SITE);
  const mine = join(process.env.TSUZURI_RUN as string, 'site');
  const isFirst = mkdirSync(mine, { recursive: true }) !== undefined;
  const built = join(mine, 'built');
  if (isFirst) {
    execFileSync(process.execPath, ['src/cli/bin/tsuzuri.js', 'build', '--pdf', '--epub'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    writeFileSync(built, '');
  } else while (!existsSync(built)) await pause(200);
  return resolve(ROOT, 'build/site');
}
