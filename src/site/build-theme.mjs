/** Copies components and styles, which `tsc` leaves alone, into `dist`, and points their imports to the compiled files. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

for (const name of readdirSync('theme', { recursive: true, encoding: 'utf8' })) {
  if (!/\.(vue|css)$/.test(name)) continue;
  const target = join('dist/theme', name);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(
    target,
    readFileSync(join('theme', name), 'utf8').replace(/((?:from |import\()'\.[^']*)\.ts'/g, "$1.js'"),
  );
}
