/** Installs the peers into a temporary folder outside the project, and measures programs that run there. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Versions = Readonly<Record<string, string>>;

const LINKERS: Versions = { 'glossarify-md': '6.0.1', 'vitepress-plugin-glossary': '1.0.6', 'markdown-it': '14.1.0' };
/** With any newer zwitch glossarify-md links nothing, and exits 0. */
const PINNED: Versions = { zwitch: '2.0.2' };

/** What a program has cost, and how it ended. */
export interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  /** Its last words, if it failed. */
  readonly failure?: string;
}

/** @throws Error when a peer is not there afterwards: no figure is printed of what was not installed. */
export function installPeers(peers = LINKERS, pinned = PINNED): string {
  const home = mkdtempSync(join(tmpdir(), 'tsuzuri-peers-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  const manifest = { name: 'peers', private: true, dependencies: peers, overrides: pinned };
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
  // The plugin works without VitePress, its peer dependency, which is far larger than all else.
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: home, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`npm install of the peers failed:\n${stderr}`);
  for (const [name, version] of Object.entries({ ...peers, ...pinned })) {
    const path = join(home, 'node_modules', name, 'package.json');
    const found = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
      : 'nothing';
    if (found !== version) throw new Error(`${name} ${version} was asked for, ${found} was installed`);
  }
  return home;
}

/** Runs a Node program in its own process; CPU seconds from its start, for other work goes on in the machine. */
export function measure(home: string, words: readonly string[]): Run {
  const meter = join(home, 'meter.json');
  rmSync(meter, { force: true });
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', resolve('tests/bench/peers/meter.cjs'), ...words],
    { cwd: home, encoding: 'utf8', env: { ...process.env, TSUZURI_METER: meter }, maxBuffer: 2 ** 30 },
  );
  const cost = existsSync(meter)
    ? (JSON.parse(readFileSync(meter, 'utf8')) as Run)
    : { seconds: Number.NaN, megabytes: Number.NaN };
  if (status === 0) return cost;
  const said = /^.*Error.*$/m.exec(stderr)?.[0] ?? (stderr || stdout).trim().split('\n').at(-1);
  return { ...cost, failure: `${signal ?? `exit ${status}`}: ${said?.slice(0, 160)}` };
}

/** A new folder with these files. */
export function writeFolder(folder: string, files: Iterable<readonly [name: string, text: string]>): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return folder;
}

/** The texts of a folder by name without suffix; none, if a program that failed has left no folder. */
export function readFolder(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names.map(name => [name.replace(/\.(?:md|html)$/, ''), readFileSync(join(folder, name), 'utf8')] as const),
  );
}
