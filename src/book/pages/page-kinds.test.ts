/** Holds what a project that wrote no pages gets, and how it adds a kind of pages. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Book, buildBook } from '../build-book.ts';
import type { Config } from '../project.ts';
import type { PageKind } from './page.ts';

const root = mkdtempSync(join(tmpdir(), 'tsuzuri-kinds-'));
const SCAN = '第1回 みどり町議会 議事要旨\n\n1 日時\n令和6年5月1日(水) 10:00～11:00\n\n○山田委員長 開会する。\n';

beforeAll(() => {
  for (const folder of ['seeds', 'docs']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'seeds/2024-05-01.txt'), SCAN);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const build = async (config: Config): Promise<Book> =>
  buildBook({ root, config, file: 'tsuzuri.config.ts' }, await loadAnalyzer());
const pageAt = ({ pages }: Book, path: string) => pages.find(page => page.path === path);

describe('a project without pages of its own', () => {
  test('has a home page after its configuration, a search page and a page of the offline books', async () => {
    const book = await build({ title: 'みどり町議会 会議録', description: '町議会の記録です。' });
    expect(book.errors).toEqual([]);
    expect(pageAt(book, 'index')?.markdown).toContain('# みどり町議会 会議録\n\n町議会の記録です。\n');
    expect(pageAt(book, 'index')?.title).toBe('みどり町議会 会議録');
    expect(pageAt(book, 'search')?.title).toBe('検索');
    expect(pageAt(book, 'offline')?.title).toBe('オフラインで読む');
  });

  test('keeps the page that its author writes', async () => {
    writeFileSync(join(root, 'docs/index.md'), '---\ntitle: ようこそ\n---\n# ようこそ\n');
    const book = await build({});
    rmSync(join(root, 'docs/index.md'));
    expect(book.pages.filter(({ path }) => path === 'index').map(({ title }) => title)).toEqual(['ようこそ']);
  });
});

describe('a glossary', () => {
  const writeTerms = (count: number): void => {
    mkdirSync(join(root, 'docs/glossary'), { recursive: true });
    for (let at = 0; at < count; at++) {
      const reading = at % 3 === 0 ? 'か' : 'さ';
      writeFileSync(
        join(root, `docs/glossary/t${at}.md`),
        `---\nterm: 語${at}\nreading: ${reading}\n---\n# 語${at}\n\n語${at}は、言葉です。\n`,
      );
    }
  };
  const rowsOf = ({ pages }: Book) => pages.filter(({ path }) => path.startsWith('glossary/rows/'));
  afterAll(() => rmSync(join(root, 'docs/glossary'), { recursive: true }));

  test('stands on one page as long as that is light', async () => {
    writeTerms(200);
    const book = await build({});
    expect(rowsOf(book)).toEqual([]);
    expect(pageAt(book, 'glossary/index')?.markdown).toContain('語199は、言葉です。');
  });

  test('has a page for each row when it is longer, each entry on one', async () => {
    writeTerms(201);
    const book = await build({});
    expect(book.errors).toEqual([]);
    expect(rowsOf(book).map(({ path, title }) => [path, title])).toEqual([
      ['glossary/rows/row-ka/index', '用語集 か行'],
      ['glossary/rows/row-sa/index', '用語集 さ行'],
    ]);
    const whole = pageAt(book, 'glossary/index')?.markdown ?? '';
    expect(whole).toContain('[か行](/glossary/rows/row-ka/) *67件*');
    expect(whole).not.toContain('言葉です');
    const defined = rowsOf(book).flatMap(({ markdown }) => markdown.match(/語\d+(?=は、言葉です。)/g) ?? []);
    expect(new Set(defined).size).toBe(201);
    expect(defined.length).toBe(201);
  });
});

describe('a kind of pages of a project', () => {
  const years: PageKind = {
    kind: '年表',
    path: 'years/',
    make: ({ minutes }) => [
      { path: 'years/index', title: '年表', content: '# 年表\n', matter: { order: 1 } },
      ...minutes.map(({ path, title, matter }) => ({
        path: `years/${String(matter.date).slice(0, 4)}`,
        title,
        content: {
          type: 'root' as const,
          children: [
            {
              type: 'paragraph' as const,
              children: [
                { type: 'link' as const, url: `/${path}`, children: [{ type: 'text' as const, value: title }] },
              ],
            },
          ],
        },
      })),
    ],
  };

  test('makes pages of the relations, with Markdown or a tree', async () => {
    const book = await build({ pageKinds: [years] });
    expect(book.errors).toEqual([]);
    expect(pageAt(book, 'years/index')?.matter).toEqual({ order: 1, title: '年表', kind: '年表', source: '' });
    expect(pageAt(book, 'years/2024')?.markdown).toContain('](/minutes/2024-05-01)');
  });

  const content = '# x\n';
  const fail = (): never => {
    throw new Error('壊れた');
  };
  test.each<[string, PageKind, RegExp]>([
    ['of tsuzuri', { ...years, kind: 'term' }, /「term」は tsuzuri の種類の名前です/],
    ['that is none', { kind: 'x' } as PageKind, /ページの種類でないもの/],
    ['that throws', { ...years, make: fail }, /壊れた/],
    [
      'outside of its folder',
      { ...years, make: () => [{ path: 'about', title: 'x', content }] },
      /番地「about」は使えません/,
    ],
    [
      'that leads out',
      { ...years, make: () => [{ path: 'years/../x', title: 'x', content }] },
      /番地「years\/\.\.\/x」は使えません/,
    ],
    ['twice', { ...years, make: () => [1, 2].map(() => ({ path: 'years/a', title: 'x', content })) }, /二つあります/],
  ])('%s is an error of the configuration', async (_, kind, said) => {
    const { errors } = await build({ pageKinds: [kind] });
    expect(errors.map(({ file }) => file)).toEqual(['tsuzuri.config.ts']);
    expect(errors[0]?.reason).toMatch(said);
  });
});
