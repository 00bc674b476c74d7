/** Checks what the command reads and writes, and that a name that no card had on the date of a page is told and stops nothing. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { textLine } from '@tsuzuri/core/messages';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { linkCommand } from './command.ts';
import { main } from './main.ts';

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

/** Files of a tree, linked as a whole; by path what was written. */
async function linkTree(files: Readonly<Record<string, string>>, options: object = {}, inputs = ['']) {
  const tree = join(root, `tree${++count}`);
  const out = join(root, `out${count}`);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
  const told: string[] = [];
  const { code } = await linkCommand().run(
    inputs.map(name => join(tree, name)),
    { glossary: GLOSSARY, out, ...options },
    {
      progress: () => {},
      say: () => {},
      note: () => {},
      warn: message => told.push(textLine(message).replace(`${tree}/`, '')),
      untilStopped: () => new Promise(() => {}),
    },
  );
  const read = (name: string) => (existsSync(join(out, name)) ? readFileSync(join(out, name), 'utf8') : undefined);
  return { told, code, read };
}

const LINK = '[水道審議会](/glossary/council)';

test('a page whose front matter is broken is named with its line; the others are written', async () => {
  const { told, code, read } = await linkTree({
    'a.md': '水道審議会\n',
    'b.md': '---\ntitle: x\ndate: [2012\n---\n\n水道審議会\n',
    'c.md': '---\nglossary-links: offf\n---\n\n水道審議会\n',
  });
  expect(told).toEqual([expect.stringMatching(/^b\.md:3: /), expect.stringContaining('offf')]);
  expect(code).toBe(1);
  expect([read('a.md'), read('b.md'), read('c.md')]).toEqual([`${LINK}\n`, undefined, undefined]);
});

describe('glossaries', () => {
  test('two folders, under one address or under two', async () => {
    const more = join(root, 'more');
    mkdirSync(more, { recursive: true });
    writeFileSync(join(more, 'gpu.md'), '---\nterm: GPU\n---\n');
    const page = { 'a.md': '水道審議会のGPU\n' };
    const one = await linkTree(page, { glossary: [GLOSSARY, more] });
    expect(one.read('a.md')).toBe(`${LINK}の[GPU](/glossary/gpu)\n`);
    const two = await linkTree(page, { glossary: [GLOSSARY, `/parts=${more}`], url: '/x' });
    expect(two.read('a.md')).toBe('[水道審議会](/x/council)の[GPU](/parts/gpu)\n');
  });

  test.each([
    ['an empty folder', 'nothing'],
    ['no folder', 'no-such'],
  ])('%s cannot be linked with', async (_, name) => {
    if (name === 'nothing') mkdirSync(join(root, name));
    await expect(linkTree({ 'a.md': 'x\n' }, { glossary: join(root, name) })).rejects.toThrow();
  });

  test('the page of a card does not lead to itself', async () => {
    const { read } = await linkTree(
      { 'glossary/council.md': '---\nterm: 水道審議会\n---\n\n水道審議会は\n', 'a.md': '水道審議会は\n' },
      { glossary: GLOSSARY },
    );
    expect(read('glossary/council.md')).not.toContain('](');
    expect(read('a.md')).toBe(`${LINK}は\n`);
  });
});

describe('addresses', () => {
  test.each([
    [{ ending: '.html' }, '[水道審議会](/glossary/council.html)'],
    [{ url: '/t/', ending: '/' }, '[水道審議会](/t/council/)'],
    [{ relative: 'glossary', ending: '.md' }, '[水道審議会](../glossary/council.md)'],
    [{ title: '{name}の頁' }, '[水道審議会](/glossary/council "水道審議会の頁")'],
    [{ title: '' }, LINK],
  ])('%j', async (options, linked) => {
    const { read } = await linkTree({ '2021/a.md': '水道審議会\n' }, options);
    expect(read('2021/a.md')).toBe(`${linked}\n`);
  });

  test.each([
    [{}, 2],
    [{ once: true }, 1],
    [{ every: true }, 3],
    [{ every: true, headings: true }, 4],
  ])('%j', async (options, links) => {
    const { read } = await linkTree({ 'a.md': '水道審議会は水道審議会\n\n# 水道審議会\n\n水道審議会\n' }, options);
    expect(read('a.md')?.split('](')).toHaveLength(links + 1);
  });
});

describe('the dialect of a tree', () => {
  // In Liquid `{{ … }}` is no text, and in Obsidian `#tag` is a tag.
  const page = '#水道審議会 と {% 水道審議会 %} と 水道審議会\n';
  const all = `#${LINK} と {% ${LINK} %} と ${LINK}\n`;
  test.each([
    ['.obsidian/app.json', `#水道審議会 と {% ${LINK} %} と ${LINK}\n`],
    ['_config.yml', `#${LINK} と {% 水道審議会 %} と ${LINK}\n`],
    // There braces may hold attributes.
    ['.vitepress/config.ts', `#${LINK} と {% 水道審議会 %} と ${LINK}\n`],
  ])('is shown by %s', async (config, linked) => {
    const { read } = await linkTree({ [config]: '', 'a.md': page }, { every: true });
    expect(read('a.md')).toBe(linked);
    const below = await linkTree({ [config]: '', 'docs/a.md': page }, { every: true }, ['docs']);
    expect(below.read('a.md')).toBe(linked);
  });

  test('is the one that is asked for', async () => {
    const { read } = await linkTree({ '_config.yml': '', 'a.md': page }, { every: true, dialect: 'commonmark' });
    expect(read('a.md')).toBe(all);
  });

  test('of no such name is refused', async () => {
    await expect(linkTree({ 'a.md': 'x\n' }, { dialect: 'markdow' })).rejects.toThrow(/markdow/);
  });
});

describe('tsuzuri-link, by itself', () => {
  /** What it writes to both outputs. */
  async function run(...words: string[]) {
    let said = '';
    const take = (text: unknown): boolean => {
      said += String(text);
      return true;
    };
    const spies = [process.stdout, process.stderr].map(stream => vi.spyOn(stream, 'write').mockImplementation(take));
    vi.stubEnv('TSUZURI_LANG', 'en');
    const code = await main(words);
    for (const spy of spies) spy.mockRestore();
    return { code, said };
  }

  test.each([
    [['x.md']],
    [['--out', 'y', '--glossary', 'g']],
    [['x.md', '--glossary', 'g', '--form', 'ascii']],
    [['x.md', '--glossary', 'g', '--nothing']],
    [['x.md', '--glossary', 'g', '--force', '--out', '-']],
  ])('names itself where it is called wrongly: %j', async words => {
    const { code, said } = await run(...words);
    expect(code).toBe(2);
    expect(said).toMatch(/^tsuzuri-link: /);
    expect(said).toContain('See tsuzuri-link --help');
  });

  test('and in its help', async () => {
    const { said } = await run('--help');
    expect(said).not.toMatch(/tsuzuri (?:link|COMMAND)/);
    expect((await run('-h')).said).toBe(said);
  });

  test.each([
    [['--lang', 'ja', '--glosary', 'g'], /「--glosary」.*「--glossary」のこと/],
    [['--glosary', 'g', '--lang=ja'], /「--glosary」/],
    [['x.md', '--glossary', 'g', '--out'], /"--out" has no value/],
    [['x.md', '--glossary', 'g', '--every=2'], /"--every" takes no value/],
  ])('says in the language asked for what is wrong with the call: %j', async (words, said) => {
    expect((await run(...words)).said).toMatch(said);
  });

  test('takes all folders behind --glossary', async () => {
    const more = join(root, 'more2');
    mkdirSync(more);
    writeFileSync(join(more, 'gpu.md'), '---\nterm: GPU\n---\n');
    const page = join(root, 'page.md');
    writeFileSync(page, 'GPUの水道審議会\n');
    const { code, said } = await run(page, '--glossary', GLOSSARY, more, '--out', '-');
    expect([code, said]).toEqual([0, `[GPU](/glossary/gpu)の${LINK}\n`]);
    const twice = await run(page, '--glossary', GLOSSARY, '--glossary', more, '--out', '-');
    expect(twice.said).toBe(said);
  });
});

test('a page of MDX that cannot be read is named with its line, and the others are written', async () => {
  const notes = join(root, 'mdx');
  mkdirSync(notes);
  writeFileSync(join(notes, 'bad.mdx'), '# A\n\n<Note>水道審議会\n\nB\n');
  writeFileSync(join(notes, 'open.mdx'), '# A\n\nB {水道審議会\n');
  writeFileSync(join(notes, 'program.mdx'), '# A\n\nimport {a from "a"\n\n水道審議会\n');
  writeFileSync(join(notes, 'value.mdx'), '# A {#a}\n\n水道審議会 <B c={d e} />\n');
  writeFileSync(join(notes, 'good.mdx'), 'import a from "a"\n\n水道審議会 {/* a */} $b {c d}$ `{e f}`\n');
  const told: string[] = [];
  const out = join(root, 'mdx-out');
  const tell = { progress: () => {}, say: () => {}, note: () => {}, untilStopped: () => new Promise<void>(() => {}) };
  const { code } = await linkCommand().run(
    [notes],
    { glossary: GLOSSARY, out },
    { ...tell, warn: it => told.push(textLine(it)) },
  );
  expect(code).toBe(1);
  const places = ['bad.mdx:3', 'open.mdx:3', 'program.mdx:3', 'value.mdx:3'];
  expect(told.map(line => /(\w+\.mdx:\d+)/.exec(line)?.[1])).toEqual(places);
  expect(told[2]).toMatch(/import.*Unexpected token/);
  expect(readFileSync(join(out, 'good.mdx'), 'utf8')).toContain('](/glossary/council');
  expect(existsSync(join(out, 'bad.mdx'))).toBe(false);
});

test('a page of Docusaurus that is no MDX is linked as Markdown, and named', async () => {
  const page = join(root, 'docusaurus.md');
  writeFileSync(page, '# A\n\n水道審議会 {a b}\n');
  const told: string[] = [];
  const tell = { progress: () => {}, say: () => {}, note: () => {}, untilStopped: () => new Promise<void>(() => {}) };
  const { code, output } = await linkCommand().run(
    [page],
    { glossary: GLOSSARY, out: '-', dialect: 'docusaurus' },
    { ...tell, warn: it => told.push(textLine(it)) },
  );
  expect([code, output]).toEqual([0, `# A\n\n${LINK} {a b}\n`]);
  expect(told).toEqual([expect.stringMatching(/docusaurus\.md:3: .*MDX/)]);
});
