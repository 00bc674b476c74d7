/** Scans in every encoding of the field are read, and can be given back byte for byte. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Encoding from 'encoding-japanese';
import { describe, expect, test } from 'vitest';
import { readKnown } from '../4-correct/corrections.ts';
import { encode } from '../formats/text.ts';
import { readScan } from './index.ts';

const TEXT =
  '第3回会合 議事要旨\r\n\r\n1 日時\r\n平成24年11月1日(木) 17:30～18:10\r\n○後藤本部員\r\nサイバー攻撃について検討する。\f以上\r\n';
const folder = mkdtempSync(join(tmpdir(), 'tsuzuri-read-'));
const legacy = (to: 'SJIS' | 'EUCJP') =>
  Buffer.from(Encoding.convert(Encoding.stringToCode(TEXT), { from: 'UNICODE', to }));

const FILES: [string, Buffer, string, boolean][] = [
  ['UTF-8', Buffer.from(TEXT), 'utf-8', false],
  ['UTF-8 with BOM', Buffer.from(`\uFEFF${TEXT}`), 'utf-8', true],
  ['UTF-16LE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le', true],
  ['UTF-16BE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(), 'utf-16be', true],
  ['Shift_JIS', legacy('SJIS'), 'shift_jis', false],
  ['EUC-JP', legacy('EUCJP'), 'euc-jp', false],
];

describe('a scan', () => {
  test.each(FILES)('in %s', (name, bytes, encoding, bom) => {
    const path = join(folder, `${name}.txt`);
    writeFileSync(path, bytes);
    const scan = readScan(path);
    expect(scan).toMatchObject({ encoding, bom, text: TEXT });
    expect(encode(scan).equals(bytes)).toBe(true);
  });

  test('with lone surrogates, NUL and half a line keeps them', () => {
    const path = join(folder, 'odd.txt');
    const text = `第1回会議の議事要旨です。\0ここまでは読めています。\uD800そして\uDC00終わりまで続く文章が入ります。文章は十分な長さがあり、文字のファイルと分かります。さらに、もう一つの文が続いて、百字を超える長さになるまで書かれています。`;
    writeFileSync(path, Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(readScan(path).text).toBe(text);
  });

  test.each([1, 2])('that was cut %s bytes into its last letter keeps that half', bytes => {
    const path = join(folder, `cut-${bytes}.txt`);
    const cut = Buffer.from(`${TEXT}終`).subarray(0, Buffer.byteLength(TEXT) + bytes);
    writeFileSync(path, cut);
    const scan = readScan(path);
    expect(scan).toMatchObject({ encoding: 'utf-8', text: TEXT });
    expect(encode(scan).equals(cut)).toBe(true);
  });

  const bad: [string, Buffer | undefined, RegExp][] = [
    ['missing', undefined, /見つかりません/],
    ['empty', Buffer.alloc(0), /空です/],
    ['blank', Buffer.from(' \n\n '), /文字がありません/],
    [
      'binary',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xd8, 0, 0]),
      /文字のファイルではありません/,
    ],
    [
      'damaged in the middle',
      Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(TEXT)]),
      /文字コード/,
    ],
  ];
  test.each(bad)('that is %s is refused with one clear line', (name, bytes, said) => {
    const path = join(folder, `bad-${name.replaceAll(' ', '-')}.txt`);
    if (bytes) writeFileSync(path, bytes);
    expect(() => readScan(path)).toThrow(said);
  });
});

describe('what a person knows of a scan', () => {
  const path = join(folder, 'known.txt');
  writeFileSync(path, '吸い上げがセブターに限られた。セブターとは何か。\n');
  const scan = readScan(path);
  const withYaml = (yaml: string) => {
    writeFileSync(join(folder, 'known.yml'), yaml);
    return () => readKnown(path, scan);
  };

  test('shows in the ledger just the letters that change', () => {
    expect(
      withYaml('corrections:\n  - {before: 吸い上げがセブター, after: 吸い上げがセプター, why: 半濁点}\n')()
        .corrections,
    ).toEqual([{ start: 6, end: 7, ins: 'プ', rule: 'person', by: 'person', why: '半濁点' }]);
  });

  const broken: [string, string, RegExp][] = [
    [
      'no longer fits',
      'corrections:\n  - {before: セブンター, after: セプター, why: x}\n',
      /「セブンター」は原文にありません/,
    ],
    ['fits twice', 'corrections:\n  - {before: セブター, after: セプター, why: x}\n', /二か所以上/],
    [
      'has no reason',
      'corrections:\n  - {before: 吸い上げが, after: 吸上げが}\n',
      /corrections の 1 番目に why がありません/,
    ],
    ['belongs to another scan', 'sha256: abc\n', /sha256/],
    ['is no YAML', 'corrections: [\n', /YAML/],
  ];
  test.each(broken)('stops the build where it %s', (_, yaml, said) => {
    expect(withYaml(yaml)).toThrow(said);
  });
});
