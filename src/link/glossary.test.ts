/** Checks that glossaries are read as a whole, and that what is wrong or odd in them is told. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorsOf, textLine } from '@tsuzuri/core/messages';
import type { VFileMessage } from 'vfile-message';
import { afterAll, describe, expect, it } from 'vitest';
import { readGlossary } from './glossary.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-glossary-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;

function folder(cards: Readonly<Record<string, string>>): string {
  const made = join(root, String(++count));
  mkdirSync(made);
  for (const [name, matter] of Object.entries(cards)) writeFileSync(join(made, `${name}.md`), `---\n${matter}\n---\n`);
  return made;
}

const notesOf = (cards: Readonly<Record<string, string>>): string[] => {
  const made = folder(cards);
  return readGlossary(made).notes.map(note => textLine(note).replaceAll(`${made}/`, ''));
};

function faultsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    return errorsOf(error as VFileMessage).map(textLine);
  }
  return [];
}

describe('two cards with one name', () => {
  it.each<[string, Record<string, string>, string]>([
    ['letter for letter', { a: 'term: GPU', b: 'term: GPU' }, 'b.md:2'],
    ['in other widths', { a: 'term: GPU', b: 'term: ＧＰＵ' }, 'b.md:2'],
    ['in capitals or small letters', { a: 'term: Cache', b: 'term: cache' }, 'b.md:2'],
    ['an alias, on its line', { a: 'term: GPU', b: 'term: 画像処理装置\naliases:\n  - VGA\n  - GPU' }, 'b.md:5'],
    [
      'in times that overlap',
      {
        a: 'term: 計画甲\nnames:\n  - {name: 水道計画, from: 2013-01-01, until: 2018-12-31}',
        b: 'term: 計画乙\nnames:\n  - {name: 水道計画, from: 2018-01-01}',
      },
      'b.md:4',
    ],
    [
      'one of them always',
      { a: 'term: 水道計画', b: 'term: 計画乙\nnames:\n  - {name: 水道計画, from: 2018-01-01}' },
      'b.md:4',
    ],
  ])('%s', (_, cards, place) => {
    const notes = notesOf(cards);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(place);
    expect(notes[0]).toContain('a.md');
  });

  it.each<[string, Record<string, string>]>([
    ['other names', { a: 'term: GPU', b: 'term: VPN' }],
    [
      'one after the other',
      {
        a: 'term: 計画甲\nnames: [{name: 水道計画, from: 2013-01-01, until: 2017-12-31}]',
        b: 'term: 計画乙\nnames: [{name: 水道計画, from: 2018-01-01}]',
      },
    ],
    ['surroundings that tell them apart', { a: 'term: Mercury\nnear: [toxic]', b: 'term: Mercury\nnear: [capsule]' }],
    ['one card twice', { a: 'term: GPU\naliases: [ＧＰＵ]' }],
  ])('not %s', (_, cards) => expect(notesOf(cards)).toEqual([]));
});

it('a day that is in no calendar', () => {
  const [note = ''] = notesOf({ a: 'term: 計画\nnames:\n  - {name: 水道計画, from: 2020-13-01}' });
  expect(note).toMatch(/^a\.md:4: .*2020-13-01/);
});

it('no card, or no folder', () => {
  expect(faultsOf(() => readGlossary(folder({})))).toHaveLength(1);
  expect(faultsOf(() => readGlossary(folder({ index: 'title: x' })))).toHaveLength(1);
  expect(faultsOf(() => readGlossary(join(root, 'none')))).toHaveLength(1);
});

it('all bad cards at once', () => {
  const made = folder({ a: 'aliases: [x]', b: 'term: GPU', c: 'term: [' });
  expect(faultsOf(() => readGlossary(made)).length).toBeGreaterThanOrEqual(2);
});

it('two cards for one address', () => {
  const [one, other] = [folder({ gpu: 'term: GPU' }), folder({ gpu: 'term: 画像処理装置' })];
  expect(faultsOf(() => readGlossary({ '/glossary': [one, other] }))).toEqual([
    expect.stringContaining('/glossary/gpu'),
  ]);
  expect(readGlossary({ '/a': one, '/b': other }).terms).toHaveLength(2);
});
