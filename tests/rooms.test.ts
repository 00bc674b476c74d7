/** Keeps the design alive: who may import whom, what a file begins with, how long it may be. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  'linking.ts',
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
  'project-verbs.ts',
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

  const importsOf = (shape: RegExp): string[] =>
    [...source.matchAll(shape)].map(match => join(file, '..', match[1] as string));
  const running = importsOf(/^import (?!type)[^;]*? from '(\.[^']+)'/gm);
  const room = roomOf(file);

  test('imports no other room at run time', () => {
    const foreign = running.filter(target => roomOf(target) !== undefined && roomOf(target) !== room);
    if (!DOORS.includes(file)) expect(foreign).toEqual([]);
  });

  test('is no way back: no room opens a door, or knows what a later room makes', () => {
    if (room === undefined) return;
    expect(running.filter(target => DOORS.includes(target))).toEqual([]);
    const types = importsOf(/^import type [^;]*? from '(\.[^']+)'/gm).map(roomOf);
    expect(types.filter(other => other !== undefined && other > room)).toEqual([]);
  });

  test('has no class, no default export, no `export *`', () => {
    expect(source).not.toMatch(/^(?:export )?(?:abstract )?class /m);
    expect(source).not.toMatch(/^export (?:default|\*)/m);
  });
});

describe('all of the code', () => {
  const folders = ['src', '.vitepress', 'tests'].map(folder => join(ROOT, folder));
  const all = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.startsWith('cache'))
      .map(name => join(folder, name)),
  );

  test.each(all.map(file => [relative(ROOT, file), file]))(
    '%s is named in small letters, says what it does',
    (name, file) => {
      expect(name).toMatch(/^[a-z0-9.\-/]+$/);
      expect(readFileSync(file, 'utf8')).toMatch(/^(?:#!.*\n)?\/\*\* .*[.] ?\*\/|^\/\*\*\n/);
    },
  );

  test('files are short, half of them below 80 lines', () => {
    const lines = all
      .filter(file => !file.includes('/tests/'))
      .map(file => readFileSync(file, 'utf8').split('\n').length);
    expect(Math.max(...lines)).toBeLessThanOrEqual(250);
    expect(lines.toSorted((a, b) => a - b)[lines.length >> 1]).toBeLessThanOrEqual(80);
  });
});

/** Whoever imports tsuzuri relies on these: a name is added with thought, never taken away by chance. */
const PUBLIC = [
  'convert',
  'createMatcher',
  'encode',
  'glossaryLink',
  'loadWords',
  'processor',
  'readRules',
  'readScan',
  'readTerm',
  'readTerms',
  'spliceLinks',
  'undo',
  'writeLedger',
];

test('others may import these names, nothing else', async () => {
  expect(Object.keys(await import('../src/index.ts')).toSorted()).toEqual(PUBLIC);
});

test('only words.ts knows kuromoji', () => {
  expect(files.filter(file => /['"]kuromoji[/'"]/.test(sourceOf(file)))).toEqual(['words.ts']);
});
