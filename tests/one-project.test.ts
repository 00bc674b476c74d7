/** One project has one result, by whatever command: convert and explain use the rules that build uses. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBook } from '@tsuzuri/book/build-book';
import { loadProject } from '@tsuzuri/book/project';
import { type Ledger, writeLedger } from '@tsuzuri/convert/ledger';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Converted } from '@tsuzuri/convert/pipeline';
import { beforeEach, expect, test } from 'vitest';
import { tsuzuri as run } from './project.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsuzuri-one-'));
});

const tsuzuri = (words: string[]) => run(words, folder);

const sentence =
  '第1回会議 議事要旨\n\n1 日時\n平成24年11月1日(木)\n\n2 議事\n谷地匸の件について、その結果をを踏まえて話し合つた。\n';
const card =
  '---\nfind: 谷地匸\nreplace: 谷地区\n---\n# 谷地区\n\n| 原文 | 正 |\n| --- | --- |\n| 谷地匸の件 | 谷地区の件 |\n| 谷地区の件 | 谷地区の件 |\n';
const rulesIn = (path: string): string[] =>
  (JSON.parse(readFileSync(path, 'utf8')) as Ledger).edits.map(({ rule }) => rule);

test('convert and explain use the rules that the project uses, as build does: its own, none that is off', async () => {
  mkdirSync(join(folder, 'docs/rules'), { recursive: true });
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(join(folder, 'tsuzuri.config.ts'), "export default { rules: { off: ['double-particle'] } };\n");
  writeFileSync(join(folder, 'docs/rules/tani-chiku.md'), card);
  writeFileSync(join(folder, 'seeds/a.txt'), sentence);
  expect(tsuzuri(['convert', 'seeds/a.txt', '--out', 'out']).said).toEqual([]);
  expect(rulesIn(join(folder, 'out/a.ledger.json'))).toEqual(['tani-chiku', 'small-tsu']);
  const explained = tsuzuri(['explain', 'seeds/a.txt']).stdout;
  expect(explained).toContain('[tani-chiku]');
  expect(explained).not.toContain('[double-particle]');
  const { converted } = await buildBook(await loadProject(folder), await loadAnalyzer());
  expect(readFileSync(join(folder, 'out/a.ledger.json'), 'utf8')).toBe(
    writeLedger((converted.get('a') as Converted).ledger),
  );
});

test('convert uses those of tsuzuri where there is no project, whatever stands in docs/', () => {
  mkdirSync(join(folder, 'docs/rules'), { recursive: true });
  writeFileSync(join(folder, 'docs/rules/house.md'), '# 家の決まり\n');
  writeFileSync(join(folder, 'a.txt'), sentence);
  expect(tsuzuri(['convert', 'a.txt', '--out', 'out']).said).toEqual([]);
  expect(rulesIn(join(folder, 'out/a.ledger.json'))).toEqual(['double-particle', 'small-tsu']);
});

test('convert stops at a rule of the project that is broken, as build does', () => {
  mkdirSync(join(folder, 'docs/rules'), { recursive: true });
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(
    join(folder, 'docs/rules/tani-chiku.md'),
    card.replace('谷地区の件 |\n| 谷地区', '谷地の件 |\n| 谷地区'),
  );
  writeFileSync(join(folder, 'seeds/a.txt'), sentence);
  const { status, said } = tsuzuri(['convert', 'seeds/a.txt', '--out', 'out']);
  expect(status).toBe(2);
  expect(said).toEqual([expect.stringMatching(/^docs\/rules\/tani-chiku\.md:9: 例が合いません/)]);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});
