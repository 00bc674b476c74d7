/** Holds that a name that no card had on the date of a page is told, with its line, and stops nothing. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textLine } from '@tsuzuri/core/messages';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { linkCommand } from './command.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-link-'));
const GLOSSARY = join(root, 'glossary');
const CARDS = {
  w2013:
    'term: 水道計画（2013年）\ncategory: document\nnames:\n  - {name: 水道計画, from: 2013-06-10, until: 2015-09-03}',
  w2021: 'term: 水道計画（2021年）\ncategory: document\nnames:\n  - {name: 水道計画, from: 2021-09-28}',
  council: 'term: 水道審議会\ncategory: organisation',
};
beforeAll(() => {
  mkdirSync(GLOSSARY);
  for (const [id, matter] of Object.entries(CARDS)) writeFileSync(join(GLOSSARY, `${id}.md`), `---\n${matter}\n---\n`);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;

/** Links one page, with what is said of it. */
async function link(markdown: string, options: object = {}) {
  const notes = join(root, `notes${++count}`);
  const out = join(root, `linked${count}`);
  mkdirSync(notes);
  writeFileSync(join(notes, 'a.md'), markdown);
  const told: string[] = [];
  const { code, lines } = await linkCommand().run(
    [notes],
    { glossary: GLOSSARY, out, ...options },
    {
      progress: () => {},
      say: () => {},
      note: () => {},
      warn: message => told.push(textLine(message).replace(`${notes}/`, '').replaceAll(`${GLOSSARY}/`, '')),
      untilStopped: () => new Promise(() => {}),
    },
  );
  return { told, code, lines, linked: () => readFileSync(join(out, 'a.md'), 'utf8') };
}

const PAGE =
  '---\ndate: 2018-10-01\n---\n\n水道審議会の記録。\n\n- 強調した\n  **次の\n  水道計画**の案\n- 水道計画の予算\n';

describe('a name that no card had on the date of the page', () => {
  test('is told once a page, in Japanese, and the page is linked', async () => {
    const { told, code, linked } = await link(PAGE);
    expect(told).toEqual([
      'a.md:9: （参考）「水道計画」と呼ばれた項目は、この文書の日付（2018-10-01）にはないので、リンクしません。近いのは「水道計画（2013年）」（2013-06-10 – 2015-09-03、w2013.md:5）、「水道計画（2021年）」（2021-09-28 – 、w2021.md:5）です。その時期の項目を作るか、同じものなら近い項目の names に、次の行を足してください: `- {name: 水道計画, from: 2015-09-04, until: 2021-09-27}`',
    ]);
    expect(code).toBe(0);
    expect(linked()).toBe(PAGE.replace('水道審議会', '[水道審議会](/glossary/council)'));
  });

  test('and in English', async () => {
    vi.stubEnv('TSUZURI_LANG', 'en');
    const { told } = await link(PAGE);
    expect(told).toEqual([
      expect.stringMatching(
        /^a\.md:9: \(note\) No entry was called “水道計画” on the date of this document \(2018-10-01\)/,
      ),
    ]);
  });

  test('is told where mentions alone are asked for', async () => {
    const { told, code, lines } = await link(PAGE, { out: undefined, json: true });
    expect(told).toHaveLength(1);
    expect(code).toBe(0);
    expect(JSON.parse(lines[0] ?? '')).toHaveLength(1);
  });

  test.each([
    ['without a date', '水道計画の予算\n'],
    ['on a date on which one had it', '---\ndate: 2014-01-01\n---\n水道計画の予算\n'],
    ['in code', '---\ndate: 2018-10-01\n---\n`水道計画`の予算\n\n    水道計画\n'],
    ['where the page is not to be linked', '---\ndate: 2018-10-01\nglossary-links: false\n---\n水道計画の予算\n'],
    ['where the page excepts it', '---\ndate: 2018-10-01\n---\n<!-- glossary-links except 水道計画 -->\n\n水道計画\n'],
  ])('is not told %s', async (_, markdown) => expect((await link(markdown)).told).toEqual([]));
});
