/** Keeps the design alive: who may import whom, what a file begins with, how long it may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './seeds.ts';

const SRC = join(ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
const sourceOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');
const roomOf = (file: string): string | undefined => /^(\d-[a-z]+)\//.exec(file)?.[1];

/** Files that may open the doors between rooms: the journey of a page, the binding of the book, the command line. */
const DOORS = [
  'pipeline.ts',
  'bind.ts',
  'dev.ts',
  'review.ts',
  'load.ts',
  'build.ts',
  'pages.ts',
  'offered.ts',
  'searchable.ts',
  'volumes.ts',
  'offline-books.ts',
  'notes.ts',
  'ledger.ts',
  'file-verbs.ts',
  'cli.ts',
  'index.ts',
];

describe.each(files)('%s', file => {
  const source = sourceOf(file);
  const lines = source.split('\n');

  test('begins with one sentence that says what it does', () => {
    const first = lines[0]?.startsWith('#!') ? lines[1] : lines[0];
    expect(first).toMatch(/^\/\*\* [A-Z`].*\. ?\*\/$/);
  });

  test('is no longer than 250 lines', () => {
    expect(lines.length).toBeLessThanOrEqual(250);
  });

  test('imports no other room at run time', () => {
    const imports = [...source.matchAll(/^import (?!type)[^;]*? from '(\.[^']+)'/gm)].map(match =>
      join(file, '..', match[1] as string),
    );
    const foreign = imports.filter(target => roomOf(target) !== undefined && roomOf(target) !== roomOf(file));
    if (!DOORS.includes(file)) expect(foreign).toEqual([]);
  });

  test('has no class, no default export, no `export *`', () => {
    expect(source).not.toMatch(/^(?:export )?(?:abstract )?class /m);
    expect(source).not.toMatch(/^export (?:default|\*)/m);
  });
});

test('only words.ts knows kuromoji', () => {
  expect(files.filter(file => /['"]kuromoji[/'"]/.test(sourceOf(file)))).toEqual(['words.ts']);
});
