/** Runs the benches, one after the other: `npm run bench`, or `npm run bench -- convert`. */
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const sources = join(folder, '../../src');
/** Benches read the sources of the packages, as tests do: what they measure need not be exported. */
const alias = Object.fromEntries(readdirSync(sources).map(name => [`@tsuzuri/${name}`, join(sources, name)]));
const wanted = process.argv[2] ?? '';
const names = readdirSync(folder).filter(name => name.endsWith('.bench.ts') && name.startsWith(wanted));

// What a package finds below `#vendor` a bundle finds there too.
const made = join(folder, '../../node_modules/.cache/tsuzuri-bench');
rmSync(made, { recursive: true, force: true });
mkdirSync(join(made, 'vendor'), { recursive: true });
writeFileSync(join(made, 'package.json'), JSON.stringify({ type: 'module', imports: { '#vendor/*': './vendor/*' } }));
for (const vendor of readdirSync(sources).map(name => join(sources, name, 'vendor')))
  for (const name of existsSync(vendor) ? readdirSync(vendor) : [])
    if (name !== 'LICENSES.txt') symlinkSync(join(vendor, name), join(made, 'vendor', name));

for (const name of names) {
  const outfile = join(made, name.replace(/\.ts$/, '.mjs'));
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
