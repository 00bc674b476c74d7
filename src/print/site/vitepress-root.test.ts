/** Finds the folder whose `.vitepress/` configures the site of a project. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { vitepressRoot } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-root-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('is one of ours where the project has none, then its own', async () => {
  const ours = await vitepressRoot(root);
  expect(ours).toBe(join(root, 'node_modules/.cache/tsuzuri/site'));
  expect(readFileSync(join(ours, '.vitepress/config.mjs'), 'utf8')).toContain('@tsuzuri/site/config');
  expect(readFileSync(join(ours, '.vitepress/theme/index.mjs'), 'utf8')).toContain('@tsuzuri/site/theme');
  mkdirSync(join(root, '.vitepress/cache'), { recursive: true });
  expect(await vitepressRoot(root)).toBe(ours);
  writeFileSync(join(root, '.vitepress/config.ts'), '');
  expect(await vitepressRoot(root)).toBe(root);
});
