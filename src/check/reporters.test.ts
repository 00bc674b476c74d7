/** Findings are written so that no text in them is taken for more than text, and so that tools read them. */

import { errorAt, noteAt, warningAt } from '@tsuzuri/core/messages';
import { inOwnWords } from '@tsuzuri/core/wording';
import { describe, expect, test } from 'vitest';
import { writeFindings } from './reporters.ts';

const HOSTILE = '二行\n::error::偽\r%0A ::stop-commands::x \u202eと\u001b[31m';
const MEND = inOwnWords('直してください');
const findings = [
  errorAt('docs/glossary/a,b:c.md', 3, inOwnWords(`「${HOSTILE}」`), MEND),
  warningAt({ file: `docs/${HOSTILE}.md`, line: 1, rule: 'dead-place' }, inOwnWords('場所がありません'), MEND),
  noteAt({ file: 'seeds/x.txt', rule: 'undefined-term' }, inOwnWords('項目がありません'), MEND),
];

describe('annotations', () => {
  const lines = writeFindings(findings, 'github', '1.2.3');

  test('are one line each, whatever they say', () => {
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(lines[0]).toMatch(/^::error file=docs\/glossary\/a%2Cb%3Ac\.md,line=3,title=input::「二行⏎::error::偽/);
    expect(lines[0]).toContain('%250A'); // a percent sign of the text is no escape
    expect(lines[1]).toMatch(/^::warning file=docs\/[^:,]*,line=1,title=dead-place::場所がありません。/);
    expect(lines[2]).toMatch(/^::notice file=seeds\/x\.txt,title=undefined-term::/);
  });

  test('end with what it comes to; a remark is no problem', () => {
    expect(lines[3]).toBe('2件の問題があります');
    expect(writeFindings(findings.slice(2), 'github', '1.2.3').at(-1)).toBe('問題は見つかりませんでした');
  });
});

test('for people: file, line, what; a remark says that it is one', () => {
  const lines = writeFindings(findings, 'text', '1.2.3');
  expect(lines[0]).toMatch(/^docs\/glossary\/a,b:c\.md:3: 「二行⏎::error::偽.*」。直してください$/);
  expect(lines[2]).toBe('seeds/x.txt: （参考）項目がありません。直してください');
});

test('for tools: SARIF 2.1.0, places as addresses, one rule each', () => {
  const { $schema, version, runs } = JSON.parse(writeFindings(findings, 'json', '1.2.3').join('\n'));
  expect([$schema, version]).toEqual(['https://json.schemastore.org/sarif-2.1.0.json', '2.1.0']);
  const [{ tool, results }] = runs;
  expect(tool.driver).toMatchObject({ name: 'tsuzuri', semanticVersion: '1.2.3' });
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['dead-place', 'input', 'undefined-term']);
  expect(results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note']);
  for (const { locations } of results) {
    const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
    expect(uri).toMatch(/^[\w%./:,~-]+$/);
    expect(uriBaseId).toBe('%SRCROOT%');
  }
  expect(results[0].locations[0].physicalLocation.region).toEqual({ startLine: 3 });
  expect(results[2].locations[0].physicalLocation.region).toBeUndefined();
});
