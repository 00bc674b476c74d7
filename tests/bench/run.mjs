/** Runs the benches, one after the other: `npm run bench`, or `npm run bench -- convert`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const wanted = process.argv[2] ?? '';
const names = readdirSync(folder).filter(name => name.endsWith('.bench.ts') && name.startsWith(wanted));

for (const name of names) {
  const outfile = join(folder, `../../node_modules/.cache/tsuzuri-bench/${name.replace(/\.ts$/, '.mjs')}`);
  await build({
    entryPoints: [join(folder, name)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
  });
  console.log(`\n== ${name}`);
  await import(pathToFileURL(outfile).href);
}
