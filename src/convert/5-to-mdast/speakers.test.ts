/** Proves whom a label names: whole, in brackets, by the family name; nobody where it could be two. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadAnalyzer } from '../morphology/index.ts';
import { convert } from '../pipeline.ts';

const analyzer = await loadAnalyzer();

const ROSTER = `第3回みなと町議会定例会会議録

出席議員（4名）
　1番　林　　守　　　　2番　小林　守
　3番　髙橋　誠　　　　4番　橘　ゆき子

説明のため出席した者
　町長　　汐見　太郎　　総務課長　　磯部　花
`;

async function named(...labels: string[]): Promise<(string | undefined)[]> {
  const said = labels.map(label => `○${label}　御説明いたします。\n`).join('\n');
  const scan = { file: 'a.txt', text: `${ROSTER}\n${said}`, sha256: '', encoding: 'utf-8' as const, bom: false };
  const { file } = await convert(scan, { corrections: [], switches: {} }, { analyzer, rules: [] });
  const matter = parse(/^---\n([\s\S]*?)\n---/.exec(String(file))?.[1] ?? '');
  return matter.speeches.map(({ name }: { name?: string }) => name);
}

test('in the brackets of an assembly', async () => {
  expect(await named('議長（林　守君）', '町長（汐見太郎君）', '2番（小林守君）', '総務課長（磯部　花君）')).toEqual([
    '林 守',
    '汐見 太郎',
    '小林 守',
    '磯部 花',
  ]);
});

test('by the family name in brackets or before them, with an office', async () => {
  expect(await named('事務局（磯部総務課長）', '髙橋議員', '橘議員（議会運営委員長）')).toEqual([
    '磯部 花',
    '髙橋 誠',
    '橘 ゆき子',
  ]);
});

test('nobody whom the list does not name', async () => {
  expect(await named('議長（森　守君）', '副町長（汐見次郎君）')).toEqual([undefined, undefined]);
});
