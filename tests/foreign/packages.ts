/** Packs all packages of the repository and installs the tarballs in folders outside it, as a stranger would. */
import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../seeds.ts';

/** From the cache where it can be, without questions to the registry that no one reads. */
const QUIETLY = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/** @returns the tarballs, by name of their package */
export function packAll(folder: string): Map<string, string> {
  mkdirSync(folder, { recursive: true });
  // What `npm pack` prints differs between versions of npm: the tarballs themselves say whose they are.
  npm(ROOT, ['pack', '--workspaces', '--pack-destination', folder]);
  const files = readdirSync(folder).map(name => join(folder, name));
  return new Map(files.map(file => [packageOf(filesOf(file)).name, file]));
}

export function install(project: string, tarballs: Iterable<string>): void {
  npm(project, ['install', ...tarballs, ...QUIETLY]);
}

/** What stands in `node_modules`: the names of all packages, and what they weigh together. */
export function installedIn(project: string): { readonly names: string[]; readonly megabytes: number } {
  const modules = join(project, 'node_modules');
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as { packages: object };
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).map(path => lstatSync(join(modules, path)));
  // npm links one file twice where it can.
  const sizes = new Map(files.map(({ ino, size }) => [ino, size]));
  return {
    names: Object.keys(packages),
    megabytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) / 2 ** 20,
  };
}

function npm(cwd: string, words: readonly string[]): void {
  execFileSync('npm', words, { cwd, stdio: ['ignore', 'ignore', 'pipe'], env: strangersEnvironment() });
}

/** Without what npm and vitest say to programs that they start; the tests have no host. */
function strangersEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(?:npm_(?!config_cache|config_registry)|VITEST|NODE_ENV|TSUZURI_|INIT_CWD)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that is installed in a project, or Node itself. */
export function run(project: string, words: readonly string[]): Ran {
  const [name = '', ...others] = words;
  const command = name === 'node' ? process.execPath : join(project, 'node_modules/.bin', name);
  return spawnSync(command, others, { cwd: project, encoding: 'utf8', env: strangersEnvironment() });
}

/** A script of its package.json, as `npm run` starts it. */
export const npmRun = (project: string, script: string): Ran =>
  spawnSync('npm', ['run', '--silent', script], { cwd: project, encoding: 'utf8', env: strangersEnvironment() });

interface Package {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
}

export const packageOf = (files: ReadonlyMap<string, string>): Package =>
  JSON.parse(files.get('package.json') ?? '{}') as Package;

/** Files of a tarball by path, without the folder `package` in which npm puts them. */
export function filesOf(tarball: string): Map<string, string> {
  const bytes = gunzipSync(readFileSync(tarball));
  const files = new Map<string, string>();
  const field = (at: number, length: number): string =>
    bytes.toString('utf8', at, at + length).replace(/\0[\s\S]*$/, '');
  // POSIX.1-1988 (ustar): a header of 512 bytes, the file, padded to 512 bytes.
  for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0; ) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    const prefix = field(at + 345, 155);
    const path = (prefix && `${prefix}/`) + field(at, 100);
    if (field(at + 156, 1) === '0')
      files.set(path.replace(/^package\//, ''), bytes.toString('utf8', at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
