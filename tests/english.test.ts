/** Reads what the commands say in English, as a person does: what is wrong, where, what to do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commit, git, tsuzuri } from './project.ts';

const SCAN = `みどり町図書館協議会 第1回 議事要旨

日時：令和6年5月20日（月）14:00〜15:00
場所：みどり町役場

○会長　移動図書館について、ご意見をいただきたい。
○委員　移動図書館の巡回を増やしてほしい。図書館の開館時間も延ばしてほしい。
`;

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-english-'));
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeAll(() => {
  vi.stubEnv('TSUZURI_LANG', 'en');
  write('seeds/2024-05-20-town.txt', SCAN);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const card = (matter: string, body = '# 題\n'): string => `---\n${matter}\n---\n${body}`;
const lines = (...words: string[]): string[] => tsuzuri(words, root).stdout.split('\n');

describe('check', () => {
  const mistakes: [what: string, file: string, text: string, ...said: string[]][] = [
    [
      'tabs in front matter',
      'docs/glossary/tabs.md',
      card('term: 移動図書館\nnames:\n\t- a'),
      ':4: This cannot be read as YAML: tabs are used for the indentation. Use spaces instead',
    ],
    [
      'no front matter',
      'docs/glossary/bare.md',
      '# 題\n',
      ':1: There is no front matter between two lines `---` at the top. Make `---` the first line, and write the headword and other keys below it',
    ],
    [
      'a key that is missing',
      'docs/glossary/no-term.md',
      card('reading: ニスク'),
      ':2: The key “term” is missing. Write it like this: `term: NISC`',
    ],
    [
      'a value and a key that no term has',
      'docs/glossary/thing.md',
      card('term: 巡回\nreading: じゅんかい\ncategory: thing\nalias: [あ]'),
      ':4: category cannot be “thing”. Use one of these, or remove the line: organisation programme exercise system law document technology concept event',
      ':5: There is no key “alias”. Did you mean “aliases”?',
    ],
    [
      'days that are none, links that lead nowhere',
      'docs/glossary/council.md',
      card(
        'term: 協議会\nreading: きょうぎかい\nnames:\n  - {name: 協議会, from: 2021-02-30, until: 2021/3/1}',
        '# 協議会\n\n[ない](/nowhere)、[危ない](javascript:x)、![絵](/x.png)\n',
      ),
      ':5: There is no day “2021-02-30” in the calendar (from in item 1 of names). Check the date',
      ':5: “2021/3/1” has the wrong form (until in item 1 of names). Write it like this: `until: 2015-01-08`',
      ':9: The link “/nowhere” leads nowhere. Check the address of the page',
      ':9: The link “javascript:x” cannot be used. Use an address that begins with https:, or the address of a page such as `/glossary/ID`',
      ':9: There is no image “/x.png”. Pages cannot have images. Describe it in words, or link to it elsewhere',
    ],
    [
      'quotations that stand nowhere',
      'docs/glossary/office.md',
      card(
        'term: 役場\nreading: やくば\nsources:\n  - {page: 2024-05-20-town, quote: ない言葉}\n  - {page: other, quote: 役場}',
      ),
      ':5: The quotation “ない言葉” is not in 2024-05-20-town. Write it as it stands on the page of the minutes',
      ':6: There is no document “other” to quote from. Use one of these: 2024-05-20-town',
    ],
    [
      'letters that deceive',
      'docs/glossary/nisc.md',
      card('term: NІSC\nreading: ニスク\nexpansion: x', '# 題\n\n見え\u200bない\n'),
      ':2: “І” (U+0406, Cyrillic) in “NІSC” only looks like the Latin letter “I”. Type it again as a Latin letter',
      ':2: “NІSC” is not mentioned in any minutes of the project. If it is spelled another way there, add that to `aliases`; if the entry is not needed, remove it',
      ':8: There is an invisible character without width (U+200B): “見え[U+200B]ない”. Remove the invisible character. To be sure, remove the characters beside it too, and type them again',
    ],
    [
      'prose, of which the words stay Japanese',
      'docs/glossary/chair.md',
      card(
        'term: 会長\nreading: かいちょう',
        '# 会長\n\n会長は、図書館協議会の長であるとされている。会議を開く人です。\n',
      ),
      ':7: 「です・ます」で書く本文に、「だ・である」の文があります。文の終わりを「です」「ます」にしてください。会議での言葉なら「」で囲んでください',
    ],
    [
      'a pattern that takes too long',
      'docs/rules/slow.md',
      card('find: (あ+)+い\nreplace: う'),
      ':2: With texts such as “ああああ…[U+0000]あい”, the time for “あ” in the regular expression `find` grows with the length without limit. Put no repetition (`+`, `*`, `{…}`) inside of another one, and none beside another one that matches the same characters. Fewer characters and fewer times help, as in `[^、。]{1,40}`',
    ],
    [
      'examples that fail',
      'docs/rules/wrong.md',
      card('find: あああ\nreplace: う', '# 題\n\n| 原文 | 正 |\n| --- | --- |\n| あああ | い |\n'),
      ':5: There is no example of what to leave alone (a row with both cells equal). Add a sentence that must not be corrected, the same on both sides',
      ':9: An example fails: “あああ” should become “い” but became “う”. Mend the rule or the example',
    ],
    [
      'redirects that lead nowhere',
      'docs/redirects.yml',
      '/old: /older\n/older: /old\nold2: /search\n/gone: /nowhere\n',
      ':1: The redirects from “/old” lead back to where they began. Redirect it to the address of a page that exists',
      ':3: The address “old2” does not begin with `/`. Write it like this: `/old-address: /new-address`',
      ':4: There is no page “/nowhere” to redirect to. Use the address of a page that exists, or remove this line',
    ],
    [
      'a correction that fits twice',
      'seeds/2024-05-20-town.yml',
      'corrections:\n  - {before: 図書館, after: 図書室, why: 見本}\n',
      ':2: “図書館” is in the scan more than once. Add characters on either side until it fits one place alone',
    ],
    ['an empty scan', 'seeds/empty.txt', '', ': The file is empty. Give a file with the text of an OCR program'],
  ];
  let found: string[];
  beforeAll(() => {
    for (const [, file, text] of mistakes) write(file, text);
    found = lines('check');
  });
  afterAll(() => {
    for (const [, file] of mistakes) rmSync(join(root, file));
  });

  test.each(mistakes)('finds %s', (_what, file, _text, ...said) => {
    const here = found.filter(line => line.startsWith(`${file}:`));
    expect(here).toEqual(expect.arrayContaining(said.map(words => file + words)));
  });

  test('says nothing in Japanese but quotations, examples, and what is wrong with Japanese prose', () => {
    const rest = found
      .filter(line => !line.startsWith('docs/glossary/chair.md'))
      .map(line => line.replace(/“[^”]*”|`[^`]*`/g, ''));
    expect(rest.filter(line => /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(line))).toEqual([]);
  });

  test('ends with how many there are', () => {
    const notes = found.filter(line => line.includes('(note)')).length;
    expect(found.slice(-2)).toEqual([`Problems found: ${found.length - 2 - notes}`, '']);
  });
});

describe('the other commands', () => {
  test('explain says what was changed', () => {
    const seed = join(root, 'seeds/2024-05-20-town.txt');
    write('seeds/2024-05-20-town.yml', 'corrections:\n  - {before: 巡回, after: 巡行, why: 見本}\n');
    expect(lines('explain', seed)).toContain(`${seed}:7:12  correction  “回” → “行”  見本  [person]`);
    rmSync(join(root, 'seeds/2024-05-20-town.yml'));
  });

  test.skipIf(process.env.TSUZURI_NIGHTLY === undefined)('diff reports to reviewers', () => {
    git(root, 'init', '-q');
    commit(root);
    expect(lines('diff', 'HEAD')[0]).toBe('Compared with `HEAD`, no page, mention, correction or doubt has changed.');
    write('docs/glossary/library.md', card('term: 移動図書館\nreading: いどうとしょかん'));
    expect(lines('diff', 'HEAD').filter(line => /^[-*#<C]/.test(line))).toEqual([
      'Compared with `HEAD`: New mentions: 2, New pages: 1',
      '### Pages',
      '**New pages**',
      '- entry “移動図書館” `/glossary/library/`',
      '### Mentions',
      '<details>',
      '<summary>みどり町図書館協議会 第1回 議事要旨 (2024-05-20-town): New mentions: 2</summary>',
      '**New mentions**',
      expect.stringMatching(/^- entry “移動図書館”: \*\*移動図書館\*\*について、/),
      expect.stringMatching(/^- entry “移動図書館”: \*\*移動図書館\*\*の巡回を/),
      '</details>',
    ]);
    expect(tsuzuri(['diff', 'nowhere'], root)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        'git: There is no revision “nowhere”. Check the name of the branch or the hash, or fetch it with `git fetch`',
      ),
    });
  });
});
