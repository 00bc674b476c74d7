/** Holds that a project is refused by the names of its files, or that each file stands on exactly one page everywhere. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { createCache } from '@tsuzuri/book/cache';
import type { Config } from '@tsuzuri/book/project';
import { SHIPPED_RULES } from '@tsuzuri/convert/4-correct/rules';
import { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
import { labelsIn } from '@tsuzuri/core/labels';
import { dataFiles, publicFiles } from '@tsuzuri/print/data';
import { printEpub } from '@tsuzuri/print/epub/epub';
import { printHtml } from '@tsuzuri/print/html/html';
import { partsOf, pdfPath, volumesOf, wholeOf } from '@tsuzuri/print/volume';
import { searchedPassages } from '@tsuzuri/search/index';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';

const RUNS = Math.ceil(Number(process.env.TSUZURI_RUNS ?? 1000) / 10);
const EDITION = { date: '2024-01-01' };

/** No rule is applied: what is looked at are names. */
const CONFIG: Config = { rules: { off: readdirSync(SHIPPED_RULES).map(name => name.replace(/\.md$/, '')) } };

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});
const cache = createCache();

type Files = Readonly<Record<string, string>>;

/** The book of a folder with these files. */
async function bookOf(files: Files, config: Config = CONFIG): Promise<Book> {
  const root = mkdtempSync(join(tmpdir(), 'tsuzuri-names-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await buildBook({ root, config, file: 'tsuzuri.config.ts' }, analyzer, { cache });
  } finally {
    rmSync(root, { recursive: true });
  }
}

const scan = (mark: string): string => `見本町図書館協議会 第1回会議 議事録\n\n照合用の記号は${mark}です。\n`;
const page = (mark: string): string => `---\ntitle: ページ\n---\n# ページ\n\n照合用の記号は${mark}です。\n`;
const term = (mark: string): string =>
  `---\nterm: 見本${'甲乙丙丁戊'[Number(mark.replace(/\D/g, ''))]}\n---\n# 用語\n\n照合用の記号は${mark}です。\n`;

/** Where a file is given, what it says. */
const KINDS = [
  { weight: 6, kind: 'minutes', folder: 'seeds/', endings: ['.txt', '.TXT'], text: scan },
  { weight: 2, kind: 'text', folder: 'docs/', endings: ['.md', '.MD'], text: page },
  { weight: 2, kind: 'term', folder: 'docs/glossary/', endings: ['.md'], text: term },
] as const;

const FREE = ['a', 'b', '2024', '2024/a', '2023/a', '議事録', 'カ\u3099', 'Ａ2', 'a-1', 'v1.2', 'guide', 'about'];
const TRAPS = [
  ...['index', 'Index', 'minutes', '404', 'people', 'bodies', 'rules', 'search', 'offline', 'glossary', 'assets'],
  ...[
    'con',
    'CON',
    'nul.1',
    '2024/com1',
    'aux/a',
    'Ａ',
    'A',
    'ａ',
    'ガ',
    'ｶﾞ',
    '2024/index',
    '2024/A',
    'Guide/a',
    'guide/A',
  ],
  ...['2024_a', '2024/a/b', 'a.pdf', 'a.txt', 'b.', '.b', 'a.md', 'x.txt/a', '漢'.repeat(75), 'minutes/a', 'search/a'],
  ...['glossary/a', 'assets/a', 'people/a', 'sub/x/y', '葛', '葛\u{e0100}', 'ﬁ', 'fi', 'straße', 'STRASSE'],
];

/** Path of a file, with the kind of its page. */
interface Given {
  readonly file: string;
  readonly kind: string;
  readonly text: (mark: string) => string;
}

const given = (names: readonly string[]): fc.Arbitrary<Given> =>
  fc
    .oneof(...KINDS.map(kind => ({ weight: kind.weight, arbitrary: fc.constant(kind) })))
    .chain(({ kind, folder, endings, text }) =>
      fc
        .tuple(fc.constantFrom(...names), fc.constantFrom(...endings))
        .map(([name, ending]) => ({ file: folder + name + ending, kind, text })),
    );

/** In a folder of cards what is no card is not read; nor is what is hidden. */
const isRead = ({ file, kind }: Given): boolean =>
  !(kind === 'text' ? /^docs\/(?:glossary|rules|schemas)\// : /^docs\/glossary\/.*\//).test(file) &&
  !/(?:^|\/)\.[^/]*$/.test(file);

const project = (names: readonly string[]): fc.Arbitrary<readonly Given[]> =>
  fc
    .uniqueArray(given(names), { minLength: 1, maxLength: 5, selector: ({ file }) => file })
    .map(files => files.filter(isRead))
    .filter(files => files.length > 0);

/** In no name and in no word of any other page. */
const markOf = (index: number): string => `QX${index}QX`;

/** A disk on which case and the form of a voiced kana make no name: what is written twice is lost. */
function writeTo(files: Iterable<readonly [path: string, content: unknown]>): Map<string, string> {
  const disk = new Map<string, string>();
  for (const [path, content] of files) {
    const name = path.normalize('NFD').toLowerCase();
    expect(disk, `two files are ${path}`).not.toHaveProperty([name]);
    expect(disk.has(name), `two files are ${path}`).toBe(false);
    expect(path).not.toMatch(/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)|[. ](?:\/|$)/i);
    expect(Buffer.byteLength(path.split('/').at(-1) ?? '')).toBeLessThan(256);
    disk.set(name, String(content));
  }
  for (const name of disk.keys())
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1))
      expect(disk.has(name.slice(0, end)), `a folder is a file: ${name.slice(0, end)}`).toBe(false);
  return disk;
}

const times = (text: string, mark: string): number => text.split(mark).length - 1;

/** Fails unless each file stands on one page of its own, on the site, in the books, in the search. */
function expectAll(book: Book, files: readonly Given[]): void {
  const disk = writeTo(dataFiles(book, publicFiles(book, analyzer)));
  writeTo([
    ...book.pages.map(({ path }) => [/(?:^|\/)index$/.test(path) ? `${path}.html` : `${path}/index.html`, ''] as const),
    ['404.html', ''],
    ...[...disk.keys()].filter(name => name.startsWith('public/')).map(name => [name.slice(7), ''] as const),
    ...volumesOf(book).map(volume => [pdfPath(volume), ''] as const),
  ]);
  // As VitePress asks for the program of a page.
  const chunks = book.pages.map(({ path }) => `${path.replaceAll('/', '_')}.md`.toLowerCase());
  expect(new Set(chunks).size).toBe(chunks.length);
  const whole = wholeOf(book);
  const epub = Object.entries(unzipSync(printEpub(whole, EDITION))).filter(([name]) => name.endsWith('.xhtml'));
  const books = [printHtml(whole, EDITION), epub.map(([, content]) => strFromU8(content)).join('')];
  for (const [index, { file, kind }] of files.entries()) {
    const mark = markOf(index);
    // The index of the glossary says of each entry what it is.
    const pages = book.pages.filter(found => found.source !== 'docs/glossary' && found.markdown.includes(mark));
    expect(
      pages.map(found => [found.kind, found.source]),
      file,
    ).toEqual([[kind, file]]);
    const { path } = pages[0] as Book['pages'][number];
    expect(path).toBe(path.normalize('NFC'));
    expect(disk.get(`pages/${path}.md`.normalize('NFD').toLowerCase())).toContain(mark);
    if (!['index', 'search'].includes(path)) {
      const passages = searchedPassages(book.pages, labelsIn('ja')).filter(({ text }) => text.includes(mark));
      expect(passages.map(({ head }) => head.path)).toEqual([path]);
    }
    if (kind === 'text') continue;
    for (const printed of books) expect(times(printed, mark), file).toBe(1);
    expect(partsOf(whole)[kind === 'term' ? 'terms' : 'minutes'].map(printed => printed.path)).toContain(path);
  }
}

const filesOf = (files: readonly Given[]): Files =>
  Object.fromEntries(files.map(({ file, text }, index) => [file, text(markOf(index))]));

describe('random names', () => {
  const settings = { numRuns: RUNS, seed: 18 };

  test('are refused with the name of a file, or lose nothing', async () => {
    let [refused, whole] = [0, 0];
    await fc.assert(
      fc.asyncProperty(project([...FREE, ...TRAPS]), async files => {
        const book = await bookOf(filesOf(files));
        for (const { file, reason } of book.errors) {
          expect(files.map(one => one.file)).toContain(file);
          expect(reason).toMatch(/変えてください|除くか/);
        }
        if (book.errors.length > 0) refused++;
        else expectAll(book, files);
        if (book.errors.length === 0) whole++;
      }),
      settings,
    );
    expect(refused).toBeGreaterThan(RUNS / 5);
    expect(whole).toBeGreaterThan(RUNS / 10);
  });

  test('that are free are never refused', async () => {
    const scans = fc.uniqueArray(fc.constantFrom(...FREE), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(scans, async names => {
        const files = names.map(name => ({ file: `seeds/${name}.txt`, kind: 'minutes', text: scan }));
        const book = await bookOf(filesOf(files));
        expect(book.errors.map(String)).toEqual([]);
        expectAll(book, files);
      }),
      { ...settings, numRuns: Math.ceil(RUNS / 4) },
    );
  });
});

/** What is said of these files, each with its way out. */
const REFUSED: readonly (readonly [files: readonly string[], said: RegExp])[] = [
  [['seeds/index.txt'], /^seeds\/index\.txt 番地「\/minutes\/」は、tsuzuri が作る.+。ファイルかフォルダーの名前を/],
  [['seeds/2024/Index.txt'], /^seeds\/2024\/Index\.txt 番地/],
  [['docs/minutes.md'], /^docs\/minutes\.md 番地「\/minutes\/」/],
  [['docs/minutes/a.md'], /^docs\/minutes\/a\.md 番地「\/minutes\/」/],
  [['docs/404.md'], /^docs\/404\.md 番地「\/404\/」/],
  [['docs/glossary.md'], /^docs\/glossary\.md 番地「\/glossary\/」/],
  [['docs/glossary/index.md'], /^docs\/glossary\/index\.md 番地「\/glossary\/」/],
  [['docs/search/a.md'], /^docs\/search\/a\.md 番地/],
  [['seeds/con.txt'], /^seeds\/con\.txt Windows では使えない名前です.+名前を変えてください/],
  [['seeds/2024/nul.1.txt'], /^seeds\/2024\/nul\.1\.txt Windows/],
  [['docs/glossary/aux.md'], /^docs\/glossary\/aux\.md Windows/],
  [['seeds/a.pdf.txt'], /^seeds\/a\.pdf\.txt 名前に、ファイルの種類を表す/],
  [['seeds/b..txt'], /^seeds\/b\.\.txt このファイルの名前は使えません/],
  [[`seeds/${'漢'.repeat(75)}.txt`], /名前が長すぎます/],
  [['seeds/A.txt', 'seeds/a.txt'], /^seeds\/a\.txt 「seeds\/A\.txt」と区別できない名前です。どちらかの名前を/],
  [['seeds/a.txt', 'seeds/ａ.TXT'], /^seeds\/ａ\.TXT 「seeds\/a\.txt」と区別できない/],
  [['seeds/ガ.txt', 'seeds/カ\u3099.txt'], /と区別できない/],
  [['seeds/A/a.txt', 'seeds/a/b.txt'], /^seeds\/a\/b\.txt 「seeds\/A\/a\.txt」と/],
  [['seeds/2024/a.txt', 'seeds/2024_a.txt'], /^seeds\/2024_a\.txt 「seeds\/2024\/a\.txt」と/],
  [['docs/a.md', 'docs/a.MD'], /と区別できない/],
];

test.each(REFUSED)('%j are refused', async (files, said) => {
  const book = await bookOf(Object.fromEntries(files.map((file, index) => [file, textOf(file)(markOf(index))])));
  expect(book.errors.map(({ file, reason }) => `${file} ${reason}`)).toEqual([expect.stringMatching(said)]);
});

const textOf = (file: string) => KINDS.findLast(({ folder }) => file.startsWith(folder))?.text ?? scan;

test('a kind of pages of the project takes no page of ours', async () => {
  const made = (path: string, kind = '予算') => ({
    pageKinds: [{ kind, path: '', make: () => [{ path, title: '表', content: 'x' }] }],
  });
  const errorsOf = async (path: string) =>
    (await bookOf({ 'seeds/a.txt': scan('QX') }, { ...CONFIG, ...made(path) })).errors.map(({ reason }) => reason);
  expect(await errorsOf('minutes/a')).toEqual([expect.stringContaining('「minutes/a」というページが二つあります')]);
  expect(await errorsOf('minutes/A')).toEqual([
    expect.stringContaining('「minutes/A」と「minutes/a」のページを区別でき'),
  ]);
  expect(await errorsOf('minutes_a')).toEqual([expect.stringContaining('区別できません（seeds/a.txt）')]);
  expect(await errorsOf('404')).toEqual([expect.stringContaining('番地「404」は使えません')]);
  expect(await errorsOf('budget/nul')).toEqual([expect.stringContaining('使えません')]);
  expect(await errorsOf('budget/2024')).toEqual([]);
});

test('what is not read is named, each with what to do; what is hidden is not', async () => {
  const unread = {
    'seeds/2024/b.pdf': '読めるのは .txt です',
    'seeds/README': '読めるのは .txt です',
    'seeds/stray.yml': 'seeds/stray.txt を確かめてください',
    'seeds/a.yaml': '名前の終わりを .yml に',
    'docs/logo.PNG': '画像はサイトに載りません',
    'docs/notes.txt': '名前の終わりを .md に',
    'docs/redirects.yaml': 'docs/redirects.yml にしてください',
    'docs/glossary/sub/x.md': 'docs/glossary/ にじかに置いてください',
    'docs/rules/x.txt': '.md のファイルだけ',
  };
  const hidden = ['seeds/.DS_Store', 'docs/.obsidian/x.json', 'seeds/a.txt~', 'seeds/Thumbs.db', 'docs/schemas/a.json'];
  const read = {
    'seeds/2024/A.TXT': scan('QX'),
    'seeds/2024/A.YML': 'corrections: []\n',
    'docs/guide/x.md': page('QY'),
  };
  const { errors, warnings, pages } = await bookOf({
    ...read,
    ...Object.fromEntries([...Object.keys(unread), ...hidden].map(file => [file, 'x'])),
  });
  expect(errors).toEqual([]);
  const said = Object.fromEntries(warnings.map(({ file, reason }) => [file, reason]));
  expect(said).toEqual(
    Object.fromEntries(Object.entries(unread).map(([file, words]) => [file, expect.stringContaining(words)])),
  );
  expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['minutes/2024/A', 'guide/x']));
});
