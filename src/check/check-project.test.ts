/** A project adds checks of its own; their messages stand among the others, with file, line, what and remedy. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { levelOf, textLine } from '@tsuzuri/core/messages';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Check } from './check.ts';
import { checkProject } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-checks-'));
beforeAll(() => {
  for (const folder of ['seeds', 'docs']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'seeds/a.txt'), '町議会 会議録\n\n1 日時\n\n令和2年1月1日\n');
  writeFileSync(join(root, 'docs/about.md'), '---\ntitle: この記録について\n---\n\n# この記録について\n');
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true, force: true }));

const dates: Check = {
  id: 'dated',
  level: 'warning',
  run: ({ book }) =>
    book.pages
      .filter(({ path }) => path === 'about')
      .map(({ source }) => ({ file: source, line: 3, reason: '日付がありません', remedy: '日付を書いてください' })),
};
const check = (...checks: Check[]) => checkProject({ root, config: { checks }, file: 'tsuzuri.config.ts' });

test('a finding becomes a message at the level of its check', async () => {
  const found = await check(
    dates,
    { ...dates, id: 'noted', level: 'note' },
    { ...dates, id: 'failed', level: 'error' },
  );
  const own = found.filter(({ ruleId }) => ['dated', 'noted', 'failed'].includes(ruleId ?? ''));
  expect(own.map(message => [message.ruleId, levelOf(message), textLine(message)])).toEqual([
    ['dated', 'warning', 'docs/about.md:3: 日付がありません。日付を書いてください'],
    ['noted', 'note', 'docs/about.md:3: （参考）日付がありません。日付を書いてください'],
    ['failed', 'error', 'docs/about.md:3: 日付がありません。日付を書いてください'],
  ]);
});

test('its words are those of the project, in whatever language the others are', async () => {
  vi.stubEnv('TSUZURI_LANG', 'en');
  const found = await check({ ...dates, level: 'note' });
  expect(found.map(textLine)).toEqual([
    'docs/about.md:1: No other page has a link to this page. Link it from a page that has to do with it, or remove it',
    'docs/about.md:3: (note) 日付がありません。日付を書いてください',
    'seeds/a.txt:1: (note) No speaker was found in a verbatim record. If there are speakers, choose the form of their labels by notation in the .yml',
  ]);
});

test('what the host says and cannot be read is a note', async () => {
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  vi.stubEnv('GITHUB_REPOSITORY', 'odd');
  const found = await check();
  vi.unstubAllEnvs();
  expect(found.filter(({ ruleId }) => ruleId === 'host').map(levelOf)).toEqual(['note', 'note']);
});

test('one that fails is an error of the configuration, the others go on', async () => {
  const broken: Check = { ...dates, id: 'broken', run: () => Promise.reject(new Error('故障')) };
  const found = await check(broken, dates);
  expect(found.map(({ ruleId }) => ruleId)).toContain('dated');
  expect(found.find(({ file }) => file === 'tsuzuri.config.ts')).toMatchObject({
    fatal: true,
    reason: 'checks の「broken」が途中で止まりました（故障）。run の中を直してください',
  });
});

test.each([
  ['the id of another', { id: 'links' }],
  ['no level', { level: 'loud' }],
])('one with %s is refused', async (_, change) => {
  await expect(check({ ...dates, ...change } as Check)).rejects.toMatchObject({
    file: 'tsuzuri.config.ts',
    fatal: true,
  });
});
