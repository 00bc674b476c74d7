/** `tsuzuri pdf` as a person runs it: all books, nothing stale, and when it cannot, one line and the earlier books whole. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../seeds.ts';

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-pdf-'));
const project = join(home, 'project');
afterAll(() => rmSync(home, { recursive: true, force: true }));

function tsuzuri(words: string[], program = join(ROOT, 'src/cli')) {
  const { status, stderr } = spawnSync(process.execPath, [join(program, 'bin/tsuzuri.js'), ...words], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1792627200' },
  });
  return { status, last: stderr.trim().split('\n').at(-1) ?? '' };
}

/** What a command that failed said at last. */
const failureOf = ({ status, last }: ReturnType<typeof tsuzuri>): string => (status === 0 ? '' : last);

const seed = (name: string): string => join(project, 'seeds', `${name}.txt`);
const book = (name: string): Buffer => readFileSync(join(project, 'build', name));
const listed = (): { path: string; bytes: number; date: string }[] => JSON.parse(String(book('books.json')));

beforeAll(() => {
  for (const part of ['docs/rules', 'docs/about.md', 'package.json', 'seeds/2012-11-01-isc-31.txt'])
    cpSync(join(ROOT, part), join(project, part), { recursive: true });
  writeFileSync(
    seed('2020-01-01-small'),
    '小さな会議 議事要旨\n\n1 日時\n\n令和2年1月1日\n\n2 議事\n\n○甲委員 始めます。\n',
  );
});

describe('tsuzuri pdf', () => {
  test('writes the whole in three formats, a PDF for each document, a list of them with the day of the edition', () => {
    expect(failureOf(tsuzuri(['pdf']))).toBe('');
    expect(readdirSync(join(project, 'build')).sort()).toEqual([
      'books.json',
      'pdf',
      'tsuzuri.epub',
      'tsuzuri.html',
      'tsuzuri.pdf',
    ]);
    expect(readdirSync(join(project, 'build/pdf')).sort()).toEqual(['2012-11-01-isc-31.pdf', '2020-01-01-small.pdf']);
    expect(listed().map(({ path, date }) => `${path} ${date}`)).toEqual([
      'tsuzuri.pdf 2026-10-22',
      'pdf/2012-11-01-isc-31.pdf 2026-10-22',
      'pdf/2020-01-01-small.pdf 2026-10-22',
      'tsuzuri.epub 2026-10-22',
      'tsuzuri.html 2026-10-22',
    ]);
    for (const { path, bytes } of listed()) expect([path, book(path).length]).toEqual([path, bytes]);
  });

  test('without a font: one line that says what to do; the earlier books stay', () => {
    const modules = join(home, 'program/node_modules');
    mkdirSync(join(modules, '@tsuzuri'), { recursive: true });
    const others = readdirSync(join(ROOT, 'node_modules')).filter(name => !/^\.|tsuzuri$/.test(name));
    for (const name of others) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    for (const name of ['tsuzuri', ...readdirSync(join(ROOT, 'node_modules/@tsuzuri')).map(name => `@tsuzuri/${name}`)])
      cpSync(realpathSync(join(ROOT, 'node_modules', name)), join(modules, name), { recursive: true });
    rmSync(join(modules, '@tsuzuri/print/vendor/fonts/NotoSansJP_700Bold.ttf'));
    const program = join(modules, 'tsuzuri');
    const before = book('tsuzuri.pdf');
    const { status, last } = tsuzuri(['pdf'], program);
    expect(status).toBe(2);
    expect(last).toMatch(/NotoSansJP_700Bold.*書体がありません.*npm ci/);
    expect(book('tsuzuri.pdf').equals(before)).toBe(true);
  });

  test('a document that is gone takes its PDF along', () => {
    rmSync(seed('2012-11-01-isc-31'));
    expect(failureOf(tsuzuri(['pdf']))).toBe('');
    expect(readdirSync(join(project, 'build/pdf'))).toEqual(['2020-01-01-small.pdf']);
    expect(listed().map(({ path }) => path)).not.toContain('pdf/2012-11-01-isc-31.pdf');
  });

  test('where nothing can be written: one line with the place', () => {
    rmSync(join(project, 'build'), { recursive: true });
    writeFileSync(join(project, 'build'), 'a file, not a folder');
    const { status, last } = tsuzuri(['pdf']);
    expect(status).toBe(2);
    expect(last).toMatch(/^build: 書き出せません: .*前の出力はそのままです/);
    expect(readFileSync(join(project, 'build'), 'utf8')).toBe('a file, not a folder');
  });
});
