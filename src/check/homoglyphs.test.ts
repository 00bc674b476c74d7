/** Invisible characters, and names that look like others. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTerm } from '@tsuzuri/core/card';
import { allNames } from '@tsuzuri/core/term-names';
import { expect, test } from 'vitest';
import { cardsOf } from '../../tests/review/cards.ts';
import { ROOT } from '../../tests/seeds.ts';
import { checkCharacters } from './homoglyphs.ts';

const same = (name: string): string => name;
const inText = (text: string) => checkCharacters([{ file: 'a.md', text }], [], same);
const inNames = (...names: [id: string, name: string][]) =>
  checkCharacters(
    [],
    names.map(([id, name], index) => ({ file: `${id}.md`, line: () => index + 1, name, id })),
    same,
  );

test.each([
  ['bidi', '\u202e', 'U+202E'],
  ['bidi', '\u2066', 'U+2066'],
  ['bidi', '\u200f', 'U+200F'],
  ['bidi', '\u061c', 'U+061C'],
  ['invisible-letter', '\u200b', 'U+200B'],
  ['invisible-letter', '\u200d', 'U+200D'],
  ['invisible-letter', '\u00ad', 'U+00AD'],
  ['invisible-letter', '\u{e0041}', 'U+E0041'],
  ['invisible-letter', '\ufe00', 'U+FE00'],
  ['invisible-letter', '\ufeff', 'U+FEFF'],
  ['invisible-letter', '\u0007', 'U+0007'],
  ['invisible-letter', '\ud800', 'U+D800'],
  ['invisible-letter', '\u2028', 'U+2028'],
])('%s: %j is found in its line and shown where it stands', (rule, letter, code) => {
  const [found, ...others] = inText(`---\r\nterm: NI${letter}SC です${letter}\n`);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ file: 'a.md', line: 2, ruleId: rule, fatal: false });
  expect(found?.reason).toContain(`「term:␣NI[${code}]SC␣です`);
});

test('leaves alone what belongs to pictures, forms of kanji, and the beginning of a file', () => {
  expect(inText('\ufeff葛\u{e0100}城\t❤\ufe0f\r\n👩\u200d💻と👩\ufe0f\u200d💻\n')).toEqual([]);
});

// Whatever grows faster than the file does not come to an end.
test('a file of such letters is read to its end', () => {
  expect(inText('\u200b'.repeat(400_000))).toHaveLength(1);
}, 30_000);

test.each([
  ['NІSC', '「І」（U+0406、キリル文字）は、英字の「I」'],
  ['ΙΤ戦略', '「Ι」（U+0399、ギリシア文字）は、英字の「I」'],
])('a letter of another alphabet in %s', (name, told) => {
  const [found] = inNames(['a', name]);
  expect(found).toMatchObject({ file: 'a.md', line: 1, ruleId: 'homoglyph' });
  expect(found?.reason).toContain(told);
});

test.each(['α版', 'αβγ', 'Москва', 'DDoS攻撃', 'ニ次元', 'I/O'])('%s is what it seems', name =>
  expect(inNames(['a', name])).toEqual([]),
);

test('a name that a rule for scans would mend', () => {
  const mend = (name: string) => name.replace('バ一', 'バー');
  const name = { file: 'a.md', line: () => 3, name: 'サイバ一攻撃', id: 'a' };
  const [found] = checkCharacters([], [name], mend);
  expect(found).toMatchObject({ file: 'a.md', line: 3, ruleId: 'homoglyph' });
  expect(found?.reason).toContain('「一」（U+4E00、漢字）と「ー」（U+30FC、長音記号）');
});

test.each([
  ['NISC', 'ＮＩＳＣ'],
  ['ガス', 'ｶﾞｽ'],
  ['サイバー', 'サイバ―'],
  ['ニカ国', '二カ国'],
  ['AT\u200bP', 'ATP'],
])('%s and %s cannot be told apart', (first, second) => {
  const [found, ...others] = inNames(['a', first], ['b', second]);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ file: 'b.md', line: 2, ruleId: 'homoglyph' });
  expect(found?.reason).toContain('別の項目（a.md）');
  expect(inNames(['a', first], ['a', second])).toEqual([]);
});

test('our own cards are clean', () => {
  const cards = [...cardsOf('docs/glossary'), ...cardsOf('docs/rules')];
  const texts = cards.map(({ file }) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
  const terms = texts.slice(0, cardsOf('docs/glossary').length).map(({ file, text }) => readTerm(file, text));
  const names = terms.flatMap(term =>
    allNames(term).map(name => ({ file: term.file, line: () => 2, name, id: term.id })),
  );
  expect(names.length).toBeGreaterThan(300);
  expect(checkCharacters(texts, names, same)).toEqual([]);
});
