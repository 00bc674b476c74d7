/** Checks that the two READMEs say the same: programs, commands, pictures, files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { commandReference } from '../src/cli/reference.ts';
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

/** Paths and addresses stand in both; the READMEs link each other, and each the reference in its language. */
const common = (targets: readonly string[]): string[] =>
  targets.map(target => target.replace('.ja.md', '.md')).filter(target => !NAMES.some(name => name === target));

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

  // npm run docs writes it
  test('has the reference of all commands', async () => {
    vi.stubEnv('TSUZURI_LANG', name === 'README.md' ? 'ja' : 'en');
    const reference = await commandReference(COMMANDS);
    vi.unstubAllEnvs();
    const path = join(ROOT, name);
    const whole = readFileSync(path, 'utf8').replace(
      /(?<=<!-- commands -->\n)[\s\S]*(?=<!-- \/commands -->)/,
      () => `${reference.trim()}\n`,
    );
    await expect(whole).toMatchFileSnapshot(path);
  });
});
