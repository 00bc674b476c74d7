/** Converts each `cases/NAME/input.txt`: what comes out must be `expected.md`, what is said `messages.txt`. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertSeed } from '@tsuzuri/book/load';
import type { Tools } from '@tsuzuri/convert/pipeline';
import { undo } from '@tsuzuri/core/trace';
import { beforeAll, expect, test } from 'vitest';
import { casesIn, loadTools, ROOT } from './seeds.ts';

const CASES = join(ROOT, 'tests/cases');
let tools: Tools;
beforeAll(async () => {
  tools = await loadTools();
});

test.each(casesIn(CASES))('%s', async name => {
  const input = readFileSync(join(CASES, name, 'input.txt'));
  // The name of the file stands in the page, so each case is converted under its own.
  const path = join(mkdtempSync(join(tmpdir(), 'tsuzuri-case-')), `${name}.txt`);
  writeFileSync(path, input);
  const { file, ledger } = await convertSeed(path, tools);
  const messages = file.messages.map(
    ({ line, column, ruleId, actual, expected, fatal }) =>
      `${line}:${column} ${fatal === undefined ? 'edit' : 'doubt'} ${ruleId} ${JSON.stringify(actual)} → ${JSON.stringify(expected?.[0])}`,
  );
  await expect(String(file)).toMatchFileSnapshot(join(CASES, name, 'expected.md'));
  await expect(`${messages.join('\n')}\n`).toMatchFileSnapshot(join(CASES, name, 'messages.txt'));
  expect(undo(ledger.clean, ledger.edits)).toBe(input.toString());
});
