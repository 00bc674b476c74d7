/** Finds the site that the tests open. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Folder of the built site: the one that TSUZURI_SITE names, or what `tsuzuri build` makes of the repository now. */
export function siteUnderTest(): string {
  if (process.env.TSUZURI_SITE) return resolve(process.env.TSUZURI_SITE);
  execFileSync(process.execPath, ['dist/cli.js', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  return resolve(ROOT, 'build/site');
}
