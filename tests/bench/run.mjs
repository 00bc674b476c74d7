/** Runs the benches, one after the other: `npm run bench`, or `npm run bench -- convert`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const sources = join(folder, '../../src');
/** Benches read the sources of the packages, as tests do: what they measure need not be exported. */
const alias = Object.fromEntries(readdirSync(sources).map(name => [`@tsuzuri/${name}`, join(sources, name)]));
const wanted = process.argv[2] ?? '';
const names = readdirSync(folder).filter(name => name.endsWith('.bench.ts') && name.startsWith(wanted));

for (const name of names) {
  const outfile = join(folder, `../../node_modules/.cache/tsuzuri-bench/${name.replace(/\.ts$/, '.mjs')}`);
  await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias,
    packages: 'external',
    outfile,
  });
  console.log(`\n== ${name}`);
  await import(pathToFileURL(outfile).href);
}
