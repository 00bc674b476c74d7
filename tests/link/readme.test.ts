/** Runs the programs of the linker's README as they stand there; each prints what the comment behind it says. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../seeds.ts';

const readme = readFileSync(join(ROOT, 'src/link/README.md'), 'utf8');
const programs = [...readme.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
const [, card = ''] = /^```md\n([\s\S]*?)^```/m.exec(readme) ?? [];

// Where the packages of the repository are found.
const folder = mkdtempSync(join(ROOT, 'node_modules/.readme-'));
mkdirSync(join(folder, 'glossary'));
writeFileSync(join(folder, 'glossary/nisc.md'), card);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('shows remark, MDX and markdown-it in three lines each', () => {
  expect(programs.map(code => code.trim().split('\n').length)).toEqual([3, 3, 3]);
});

test.each(programs)('%s', code => {
  const file = join(folder, 'program.mjs');
  writeFileSync(file, code);
  const [, said = ''] = /\/\/ (.+)$/m.exec(code) ?? [];
  const printed = execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
  expect(printed.trim()).toBe(said);
});
