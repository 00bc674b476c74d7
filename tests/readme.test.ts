/** Checks that the two READMEs say the same: programs, commands, pictures, files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './seeds.ts';

const NAMES = ['README.md', 'README.en.md'] as const;
const [japanese, english] = NAMES.map(name => readFileSync(join(ROOT, name), 'utf8')) as [string, string];

/** Lines of code without what a comment says. */
const blocksOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, code = '']) =>
    [language, ...code.split('\n').map(line => line.replace(/\s*(?:\/\/|#) .*$/, ''))].join('\n'),
  );

const targetsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** Paths and addresses stand in both; the READMEs link each other. */
const common = (targets: readonly string[]): string[] => targets.filter(target => !NAMES.some(name => name === target));

test('both have the same programs and commands', () => expect(blocksOf(japanese)).toEqual(blocksOf(english)));

test('both link the same', () => expect(common(targetsOf(japanese))).toEqual(common(targetsOf(english))));

test('both have as many sections', () => {
  const sections = (markdown: string): number => [...markdown.matchAll(/^## /gm)].length;
  expect(sections(japanese)).toBe(sections(english));
});

describe.each(NAMES)('%s', name => {
  test('links files that are there', () => {
    const targets = targetsOf(readFileSync(join(ROOT, name), 'utf8')).filter(target => !/^https?:/.test(target));
    expect(targets.filter(target => !existsSync(join(ROOT, target.replace(/#.*$/, ''))))).toEqual([]);
  });
});
