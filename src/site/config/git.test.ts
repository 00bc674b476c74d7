/** Finds the file to edit and the last change of a page. */
import { expect, test } from 'vitest';
import { fileToEdit, lastChange } from './git.ts';

test.each([
  ['docs/glossary/nisc.md', 'docs/glossary/nisc.md'],
  ['seeds/2012-11-01-isc-31.txt', 'seeds/2012-11-01-isc-31.yml'],
  ['seeds/2024/a.TXT', 'seeds/2024/a.yml'],
  ['seeds', undefined],
  ['@tsuzuri/convert/rules/space-latin.md', undefined],
])('%s is edited in %s', (source, file) => {
  expect(fileToEdit(source)).toBe(file);
});

test('a page changes with its source or with what a person knows of it; a shipped rule has no date', () => {
  const dates = new Map([
    ['seeds/a.txt', 1000],
    ['seeds/a.yml', 2000],
  ]);
  expect(lastChange('seeds/a.txt', dates)).toBe(2000);
  expect(lastChange('@tsuzuri/convert/rules/space-latin.md', dates)).toBeUndefined();
});
