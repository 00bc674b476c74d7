/**
 * Builds the foreign project from the packed packages, once installed by npm and once by pnpm, which gives a package only
 * what it asks for, and once more by each other Node that is named: `node same-everywhere.mjs path/to/node-24`. All builds
 * must be the same, byte for byte; the sha256 that is printed is to be compared between machines.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PNPM = 'pnpm@10';
const home = realpathSync(mkdtempSync(join(tmpdir(), 'tsuzuri-same-')));
const tarballs = join(home, 'tarballs');
const env = { ...process.env, SOURCE_DATE_EPOCH: '1700000000' };

const run = (cwd, command, ...words) =>
  execFileSync(command, words, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });

/** By name of the package: `file:…` */
function pack() {
  mkdirSync(tarballs);
  run(ROOT, 'npm', 'pack', '--workspaces', '--pack-destination', tarballs, '--loglevel=error');
  const named = name => name.replace(/-[\d.]+\.tgz$/, '').replace(/^tsuzuri-/, '@tsuzuri/');
  return Object.fromEntries(readdirSync(tarballs).map(name => [named(name), `file:${join(tarballs, name)}`]));
}

/** @param install gets what the project depends on, all packages, and the folder of the project */
function project(name, install) {
  const folder = join(home, name);
  cpSync(join(import.meta.dirname, 'project'), folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  const about = JSON.parse(readFileSync(manifest, 'utf8'));
  writeFileSync(manifest, JSON.stringify({ ...about, ...install.manifest }));
  run(folder, ...install.command);
  return folder;
}

/** One sha256 of all files that a build makes, with their names. */
function build(folder, node) {
  rmSync(join(folder, 'build'), { recursive: true, force: true });
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
  run(folder, node, 'node_modules/tsuzuri/bin/tsuzuri.js', 'build', '--pdf', '--epub');
  const built = join(folder, 'build');
  const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const hash = createHash('sha256');
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(`${path.slice(built.length)}\0`).update(readFileSync(path));
  return { files: files.length, sha256: hash.digest('hex') };
}

try {
  const packages = pack();
  const dependencies = { tsuzuri: packages.tsuzuri, '@tsuzuri/site': packages['@tsuzuri/site'] };
  const byNpm = project('npm', {
    manifest: { dependencies: packages },
    command: ['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
  });
  // None of ours is in the registry: pnpm must be told where each stands, whoever asks for it.
  const byPnpm = project('pnpm', {
    manifest: { dependencies, pnpm: { overrides: packages } },
    command: ['npx', '--yes', PNPM, 'install', '--ignore-scripts'],
  });
  const nodes = [process.execPath, ...process.argv.slice(2)];
  const builds = [byNpm, byPnpm].flatMap(folder => nodes.map(node => ({ folder, node, ...build(folder, node) })));
  for (const { folder, node, files, sha256 } of builds)
    console.log(
      `${folder.slice(home.length + 1)}  ${String(execFileSync(node, ['-v'])).trim()}  ${files} files  ${sha256}`,
    );
  if (new Set(builds.map(({ sha256 }) => sha256)).size > 1) {
    console.error('The builds differ');
    process.exitCode = 1;
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
