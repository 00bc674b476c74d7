/** Laws that hold for every text, whatever stands in it: nothing lost, nothing twice, nothing run. */

import { sha256 } from '@tsuzuri/convert/1-decode';
import { NOTHING_KNOWN } from '@tsuzuri/convert/4-correct/corrections';
import { type Converted, convert, type Tools } from '@tsuzuri/convert/pipeline';
import { apply, type Change, startTrace, undo } from '@tsuzuri/core/trace';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { beforeAll, describe, expect, test } from 'vitest';
import { convertSeeds, loadTools, readText, SEEDS } from './seeds.ts';

/** 300 for a change, more in the nightly setting (`TSUZURI_RUNS=10000`). */
const RUNS = Number(process.env.TSUZURI_RUNS ?? 300);

let tools: Tools;
let seeds: ReadonlyMap<string, Converted>;

beforeAll(async () => {
  tools = await loadTools();
  seeds = await convertSeeds();
});

const scanOf = (text: string) => ({
  file: 'random.txt',
  text,
  sha256: sha256(Buffer.from(text)),
  encoding: 'utf-8' as const,
  bom: false,
});
const convertText = (text: string) => convert(scanOf(text), NOTHING_KNOWN, tools);

/** Pieces that minutes are made of, in any order, so that random input looks like minutes gone wrong. */
const PIECES = [
  ...[
    '1 日時',
    '２．議事',
    '(1) 討議',
    '①概要',
    '<報告1>',
    '【決定事項】',
    '3 出席者（敬称略）',
    '（委員）',
    '- ',
    '- ・',
    '・',
    '○',
    '- ○(片山委員) ',
    '○後藤本部員',
    '江口部会長：',
    '※',
    '(注) ',
  ],
  ...[
    '村井 純\t慶應義塾大学教授',
    '藤村 修 内閣官房長官',
    '(藤末 健三 総務副大臣代理出席)',
    '(2) 総務省',
    '■日　時：平成30年10月5日（金）10:00-12:00',
    '■出席者',
    '座長　後藤 厚宏　情報セキュリティ大学院大学 学長',
    '第１　開催日時及び場所',
    '－ 2 －',
    '■ 項目',
    '竹内総務審議官、原官房長',
    '内閣参事官',
    '委員長　赤羽一嘉君',
    ':tada:',
    '――――◇―――――',
    'ア　背景',
    'イ　経緯',
    '平成24年11月1日(木) 17:30~18:10',
    '令和３年２月30日',
    '| a | b |',
    '|---|---|',
    '25年度\t5.5億円',
  ],
  // Other kinds of minutes: labels of other forms, characters apart, columns.
  ...[
    '説 明 員（3名）',
    '議　長　　',
    '議 長（ 香 月 明 君 ）　',
    '出 席 委 員　　委 員 長　　戸狩　文彦',
    '5　会　　議',
    '1．議長（深海一彦君）　',
    '「町長」　',
    '◆大庭まゆみ委員　',
    '教育長 - ',
    '＜会長＞\n',
    '館長\n',
    '問　',
    '△日程第1　会期の決定',
    '議案第12号　条例の改正',
    '1.1 前回の議事録',
    '一番　穴吹　藤吉　　　　二番　大豆生田　勇',
    '所属\t氏名\t備考',
    '網走　吾郎　　　出席',
    '平成二十五年\n三月四日（月）',
    '右の欄に書く。　　　　　左の欄に',
  ],
  ...[
    '検討を進めていただきたい。',
    'サイバーセキュリ',
    'ティ対策を強化して、',
    'と考え。',
    '「開放性」や',
    '「',
    '」',
    '一步前に',
    'あつて',
    '違ふ',
    'てまいり。',
    'NISC や ',
    'ＮＩＳＣ',
    'ｻｲﾊﾞｰ',
    '**米国**',
    '**',
    '_',
    '`',
    '# ',
    '> ',
    '---',
    '\\',
    '{{ 1+1 }}',
    '<script setup>',
    '&amp;',
    '[a](b)',
    '![a](b)',
    'https://example.jp/',
    '{#u1}',
    '~~',
    ':::',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\f',
    ' ',
    '\u3000',
    '\t',
    '\0',
    '\uFEFF',
    '\uD800',
    '𠮟',
    '👨‍👩‍👧',
    'か\u3099',
    '— 以 上 —',
    '\u2028',
  ],
];
const scans = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''));

describe('a trace', () => {
  const changes = (length: number) =>
    fc.array(fc.tuple(fc.nat(length), fc.nat(6), fc.string({ maxLength: 4 })), { maxLength: 8 }).map(list => {
      let position = 0;
      return list
        .toSorted((a, b) => a[0] - b[0])
        .flatMap(([start, size, ins]): Change[] => {
          if (start < position || start > length) return [];
          position = Math.min(length, start + size) + 1;
          return [{ start, end: Math.min(length, start + size), ins, rule: 'r', by: 'rule', why: '' }];
        });
    });

  test('gives the scan back after any three rounds of changes, its edits sorted and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.infiniteStream(fc.nat(1e6)),
        fc.gen(),
        (scan, _, gen) => {
          let trace = startTrace(scan);
          for (let round = 0; round < 3; round++) trace = apply(trace, gen(changes, trace.text.length));
          expect(undo(trace.text, trace.edits)).toBe(scan);
          trace.edits.forEach((edit, index) => {
            expect(scan.slice(edit.at, edit.at + edit.del.length)).toBe(edit.del);
            const before = trace.edits[index - 1];
            if (before) expect(edit.at).toBeGreaterThanOrEqual(before.at + before.del.length);
          });
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('law 1: nothing is lost', () => {
  test.each(Object.entries(SEEDS))('%s %s', (id, name) => {
    const { ledger } = seeds.get(id) as Converted;
    expect(undo(ledger.clean, ledger.edits)).toBe(readText('seeds', `${name}.txt`));
  });

  test('whatever the scan', async () => {
    await fc.assert(
      fc.asyncProperty(scans, async scan => {
        const { ledger } = await convertText(scan);
        expect(undo(ledger.clean, ledger.edits)).toBe(scan);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

/**
 * Layout = white space, marks of lists, tables and rules, and the marks before a speaker (○, the brackets of a label, the
 * colon behind it): all of them come back as Markdown syntax.
 */
const letters = (text: string): string =>
  text
    .replace(/[\s\0\uFEFF|\-*+•‣▪–・◇◆✓✔➢➤▶►■□●○◯〇◎()（）〔〕【】[\]［］：:_#>―─—－–＊…=＝.．、\uFFFD]/gu, '')
    .replace(/\p{Cc}/gu, '');
const sorted = (text: string): string => [...letters(text)].toSorted().join('');

/** What a reader of the Markdown sees: text without ids, front matter, our table heads. */
function visible(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/ \{#[us]\d+\}$/gm, '');
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return numbered(tree);
}

/** Text in order; numbers of ordered lists are what the scan printed. */
function numbered(node: Nodes): string {
  if (node.type === 'list' && node.ordered)
    return node.children.map((item, index) => `${(node.start ?? 1) + index}.${numbered(item)}`).join('');
  if ('children' in node) return node.children.map(child => numbered(child as Nodes)).join('\n');
  return node.type === 'html' ? '' : textOf(node);
}

describe('law 2: every letter of the clean text stands in the Markdown', () => {
  test.each(Object.keys(SEEDS))('%s', id => {
    const { file, ledger } = seeds.get(id) as Converted;
    const ours = /^\| (?:氏名|役職)(?: \| (?:氏名|役職|所属|備考))* \|$/gmu;
    expect(sorted(visible(String(file).replace(ours, match => match.replace(/[^|\s]/g, ''))))).toBe(
      sorted(ledger.clean.replace(/\|-+/g, '')),
    );
  });
});

describe('laws 2 and 4: what we write is read back as it was meant', () => {
  test('whatever the scan', async () => {
    await fc.assert(
      fc.asyncProperty(scans, async scan => {
        const { file, ledger } = await convertText(scan);
        const heads = /^\| (?:氏名|役職)(?: \| (?:氏名|役職|所属|備考))* \|$/gmu;
        expect(sorted(visible(String(file).replace(heads, row => row.replace(/[^|\s]/g, ''))))).toBe(
          sorted(ledger.clean),
        );
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

describe('law 3: converting twice is converting once', () => {
  test.each(Object.keys(SEEDS))('%s', async id => {
    const { ledger } = seeds.get(id) as Converted;
    const again = await convertText(ledger.clean);
    expect(again.ledger.edits).toEqual([]);
    expect(again.ledger.clean).toBe(ledger.clean);
  });

  test('whatever the scan', async () => {
    await fc.assert(
      fc.asyncProperty(scans, async scan => {
        const once = await convertText(scan);
        const twice = await convertText(once.ledger.clean);
        expect(twice.ledger.clean).toBe(once.ledger.clean);
      }),
      { numRuns: RUNS, examples: [['\\\\(2) 総務省'], ['検討を進めていただきたい。\\\n- ']] }, // backslashes: found by chance
    );
  }, 240_000);
});

describe('law 4: nothing of a scan is HTML or Vue', () => {
  test('whatever the scan', async () => {
    await fc.assert(
      fc.asyncProperty(scans, async scan => {
        const { file } = await convertText(scan);
        const body = String(file).replace(/^---\n[\s\S]*?\n---\n/, '');
        const ours = body.replace(/ \{#[us]\d+\}$/gm, '').replaceAll('<br>', '');
        expect(ours).not.toMatch(/[<{}]/);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

describe('law 6: no rule touches a figure, a Latin letter, a quotation', () => {
  /** Numbers of pages, and what converters leave of HTML: no text of the document. */
  const OF_NO_TEXT = ['double-bullet', 'running-head', 'converter-mark'];
  const figures = (text: string): string => text.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');

  test('in the five scans', () => {
    for (const { ledger } of seeds.values())
      for (const edit of ledger.edits.filter(
        ({ by, rule, move }) => by === 'rule' && !OF_NO_TEXT.includes(rule) && move === undefined,
      ))
        expect(figures(edit.ins), JSON.stringify(edit)).toBe(figures(edit.del));
  });

  test('whatever the scan', async () => {
    await fc.assert(
      fc.asyncProperty(scans, async scan => {
        const { ledger } = await convertText(scan);
        for (const edit of ledger.edits.filter(({ rule, move }) => !OF_NO_TEXT.includes(rule) && move === undefined))
          expect(figures(edit.ins)).toBe(figures(edit.del));
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});
