/** Checks by which files of a tree its dialect is told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { treeReader } from './dialect-of-tree.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tsuzuri-tree-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text = ''): string {
  const whole = join(root, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}

test.each([
  ['vitepress', '.vitepress/config.mts', '', 'guide/a.md'],
  ['vitepress', 'docs/.vitepress/config/index.ts', '', 'docs/a.md'],
  ['hugo', 'config.toml', "baseURL = 'https://example.jp/'", 'content/a.md'],
  ['hugo', 'config.yaml', 'baseurl: https://example.jp/', 'content/a.md'],
  [undefined, 'config.toml', "base_url = 'https://example.jp/'", 'content/a.md'],
  ['mkdocs', 'mkdocs.yml', '', 'docs/a.md'],
])('%s by %s', (name, config, text, page) => {
  write('.git/HEAD');
  write(config, text);
  const path = write(page);
  expect(treeReader([dirname(path)])(path)?.name).toBe(name);
});

test('each page has that of its own tree', () => {
  write('.git/HEAD');
  write('one/mkdocs.yml');
  write('two/site/hugo.toml');
  const [one, two, none] = [write('one/docs/a.md'), write('two/site/content/b/c/d/e/f.md'), write('a.md')];
  const read = treeReader([join(root, 'one/docs'), join(root, 'two')]);
  expect([one, two, none].map(path => read(path)?.name)).toEqual(['mkdocs', 'hugo', undefined]);
});

test('what stands above a repository is another tree', () => {
  write('mkdocs.yml');
  write('notes/.git/HEAD');
  const path = write('notes/a.md');
  expect(treeReader([path])(path)).toBeUndefined();
});
