/** A project adds printers of its own; output that stands there stays whole when one of them fails. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBook } from '@tsuzuri/book/build-book';
import type { Config } from '@tsuzuri/book/project';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownNames, printBook } from './print-book.ts';
import type { Printer } from './printer.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-printers-'));
const build = join(root, 'build');
beforeAll(() => {
  mkdirSync(join(root, 'seeds'));
  writeFileSync(join(root, 'seeds/a.txt'), '町議会 会議録\n\n1 日時\n\n令和2年1月1日\n');
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true, force: true }));

const titles: Printer = {
  name: 'titles',
  label: '  build/titles.csv    題名の表',
  print: ({ pages }) => [['lists/titles.csv', pages.map(({ title }) => title).join('\n')]],
};

async function print(config: Config, ...printers: string[]): Promise<string[]> {
  const project = { root, config, file: 'tsuzuri.config.ts' };
  const analyzer = await loadAnalyzer();
  const book = await buildBook(project, analyzer);
  return printBook(book, { printers: [...printers, ...ownNames(project)], analyzer });
}

describe('a printer of the project', () => {
  test('writes into build/ like the others, its line stands in the summary', async () => {
    const lines = await print({ printers: [titles] }, 'data');
    expect(lines[0]).toMatch(/^会議録 1件、用語 0件/);
    expect(lines.at(-1)).toBe(titles.label);
    expect(readFileSync(join(build, 'lists/titles.csv'), 'utf8')).toContain('町議会 会議録');
    expect(readdirSync(build)).toEqual(expect.arrayContaining(['book.json', 'ledger', 'lists', 'pages', 'public']));
  });

  test.each([
    ['fails', { print: () => Promise.reject(new Error('故障')) }, /titles」が途中で止まりました（故障）/],
    ['leaves build/', { print: () => [['../x', '']] }, /titles」が「\.\.\/x」に書こうとしました/],
    ['takes a name of tsuzuri', { name: 'pdf' }, /printers の「pdf」は使えません/],
    ['has no print', { print: undefined }, /printers の「titles」は使えません/],
  ])('that %s is named, and nothing is changed', async (_, change, said) => {
    rmSync(join(build, 'pages'), { recursive: true });
    const printer = { ...titles, ...change } as Printer;
    await expect(print({ printers: [printer] }, 'data')).rejects.toMatchObject({
      file: 'tsuzuri.config.ts',
      fatal: true,
      reason: expect.stringMatching(said),
    });
    expect(readdirSync(build)).not.toContain('pages');
    expect(readdirSync(root).toSorted()).toEqual(['build', 'seeds']);
    mkdirSync(join(build, 'pages'));
  });
});

describe('the books of another project', () => {
  const html = () => readFileSync(join(build, 'tsuzuri.html'), 'utf8');
  const epub = () => {
    const files = Object.entries(unzipSync(readFileSync(join(build, 'tsuzuri.epub'))));
    return files.map(([, content]) => strFromU8(content)).join('\n');
  };

  test('name the publisher in the colophon', async () => {
    await print({ publisher: 'みどり町' }, 'html', 'epub');
    expect(html()).toContain('発行　みどり町');
    expect(epub()).toContain('<dc:publisher>みどり町</dc:publisher>');
  });

  test('name none that the project does not name, no glossary that it does not have, no word of this repository', async () => {
    await print({}, 'html', 'epub');
    for (const text of [html(), epub()]) expect(text).not.toMatch(/発行|publisher|用語|綴り|サイバー|第 .* 版/);
    expect(html()).toContain('会議録集');
  });
});

test('the language of messages changes the summary, and nothing that is written', async () => {
  const written = () =>
    readdirSync(build, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'base64')]);
  vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
  const japanese = await print({}, 'data', 'html', 'epub');
  const files = written();
  vi.stubEnv('TSUZURI_LANG', 'en');
  const english = await print({}, 'data', 'html', 'epub');
  expect(written()).toEqual(files);
  expect(japanese[0]).toBe('会議録 1件、用語 0件、訂正 0か所、疑い 0か所');
  expect(english).toEqual([
    'Minutes: 1, entries: 0, corrections: 0, doubts: 0',
    '  build/pages/        Markdown with links',
    '  build/glossary.json the glossary as data (glossary.jsonld is SKOS)',
    '  build/ledger/       ledgers     to verify them: npx tsuzuri verify build/ledger',
    '  build/tsuzuri.epub  EPUB        open it with an e-book reader',
    '  build/tsuzuri.html  one HTML    open it with a browser (it needs no other file and no network)',
  ]);
});
