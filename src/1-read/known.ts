/** Reads what a person knows of a scan: the `.yml` beside it, with corrections that must each fit exactly once. */
import { existsSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { complaint } from '../complaint.ts';
import type { Change } from '../trace.ts';
import type { Scan } from './index.ts';

interface Correction {
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

/**
 * Reads `NAME.yml` beside `NAME.txt`; a scan without one has no corrections.
 * @returns changes on the decoded scan, offsets in UTF-16 units
 * @throws VFileMessage where a correction no longer fits, or the sha256 is another scan's
 */
export function readKnown(path: string, scan: Scan): Change[] {
  const file = path.replace(/\.[^.]*$/, '.yml');
  if (!existsSync(file)) return [];
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter, stringKeys: true });
  const lineOf = (...keys: (string | number)[]): number => {
    const node = document.getIn(keys, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? counter.linePos(node.range[0]).line : 1;
  };
  const [error] = document.errors;
  if (error)
    throw complaint(
      file,
      counter.linePos(error.pos[0]).line,
      `YAMLとして読めません: ${error.message.split('\n')[0]}`,
      '字下げと引用符を確かめてください',
    );
  const data = (document.toJS({ maxAliasCount: 10 }) ?? {}) as { sha256?: string; corrections?: unknown };
  if (data.sha256 !== undefined && data.sha256 !== scan.sha256)
    throw complaint(
      file,
      lineOf('sha256'),
      `sha256 が ${scan.file} と合いません`,
      '原文は書き換えられません。元のファイルに戻すか、正しい sha256 を書いてください',
    );
  if (data.corrections !== undefined && !Array.isArray(data.corrections))
    throw complaint(
      file,
      lineOf('corrections'),
      'corrections は並びでなければなりません',
      '「- {before: …, after: …, why: …}」のように書いてください',
    );
  return (data.corrections ?? []).map((correction: unknown, index: number) =>
    toChange(correction, scan.text, { file, line: lineOf('corrections', index) }),
  );
}

function toChange(correction: unknown, text: string, { file, line }: { file: string; line: number }): Change {
  const { before, after, why } = (correction ?? {}) as Partial<Correction>;
  if (typeof before !== 'string' || before === '' || typeof after !== 'string' || typeof why !== 'string' || why === '')
    throw complaint(
      file,
      line,
      '訂正には before・after・why の三つが要ります',
      '「- {before: 誤り, after: 正, why: 理由}」のように書いてください',
    );
  const start = text.indexOf(before);
  if (start < 0)
    throw complaint(
      file,
      line,
      `「${before}」は原文にありません`,
      'before を原文のとおりに書き直すか、この訂正を消してください',
    );
  if (text.indexOf(before, start + 1) >= 0)
    throw complaint(
      file,
      line,
      `「${before}」は原文に二か所以上あります`,
      '前後の文字を足して、一か所に決まるようにしてください',
    );
  return narrow({ start, end: start + before.length, ins: after, rule: 'person', by: 'person', why }, before);
}

/** Leaves out what both sides have in common, so that the ledger shows what really changed. */
function narrow(change: Change, before: string): Change {
  const { ins } = change;
  const shorter = Math.min(before.length, ins.length);
  let head = 0;
  while (head < shorter && before[head] === ins[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === ins.at(-1 - tail)) tail++;
  return { ...change, start: change.start + head, end: change.end - tail, ins: ins.slice(head, ins.length - tail) };
}
