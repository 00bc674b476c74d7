/** A project that is not ours, from the packed packages alone: a town council's minutes, in an empty folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Ledger } from '@tsuzuri/convert/ledger';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf } from '../pdf/read-pdf.ts';
import { ROOT } from '../seeds.ts';
import { launchBrowser } from '../site/browser.ts';
import { DESK, PHONE, visitorOf } from '../site/visitor.ts';
import { filesOf, install, installedIn, npmRun, packAll, packageOf, run } from './packages.ts';

const MINUTES = 10 * 60_000;
/** The program in the README's section "In a program". */
const EXAMPLE =
  /## In a program[\s\S]*?```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.en.md'), 'utf8'))?.[1] ?? '';
const SCANS = [
  '2023-06-12-gikai-2',
  '2023-11-20-kotsu-5',
  '2024-03-05-bosai-1',
  '2024-06-10-gikai-2',
  '2024-08-02-bosai-2',
];
/** What the five scans of this repository, its pages and its configuration say. */
const OURS = /サイバーセキュリティ|情報セキュリティ|NISC|綴り|国の会議|重要インフラ|村井/;

const home = realpathSync(mkdtempSync(join(tmpdir(), 'tsuzuri-foreign-')));
const project = join(home, 'みどり町 会議録');
let tarballs: Map<string, string>;
let built: ReturnType<typeof run>;
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeAll(() => {
  tarballs = packAll(join(home, 'tarballs'));
  cpSync(join(import.meta.dirname, 'project'), project, { recursive: true });
  install(project, [...tarballs.values()]);
  built = tsuzuri('build', '--pdf', '--epub');
}, MINUTES);

const tsuzuri = (...words: string[]) => run(project, ['tsuzuri', ...words]);
const read = (path: string): string => readFileSync(join(project, path), 'utf8');
const bytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(project, path)));
const ledger = (name: string): Ledger => JSON.parse(read(`build/ledger/${name}.ledger.json`)) as Ledger;

describe('the tarballs', () => {
  const packed = () => [...tarballs].map(([name, file]) => ({ name, files: filesOf(file) }));

  test('are all packages, of one version, each with licence and description', () => {
    const folders = readdirSync(join(ROOT, 'src')).filter(name => existsSync(join(ROOT, 'src', name, 'package.json')));
    expect(tarballs.size).toBe(folders.length);
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    for (const { name, files } of packed()) {
      expect([name, packageOf(files).version]).toEqual([name, version]);
      expect(files.get('LICENSE'), name).toContain('MIT');
      expect(packageOf(files), name).toMatchObject({
        license: expect.stringMatching(/^MIT\b/),
        description: expect.any(String),
      });
    }
  });

  test('hold what is compiled, no sources, no tests, no state of the compiler', () => {
    for (const { name, files } of packed())
      for (const path of files.keys())
        expect(`${name} ${path}`).not.toMatch(/\.test\.|tsbuildinfo|(?<!\.d|template\/.*)\.ts$/);
  });

  test('import only what their package depends on, nothing outside it', () => {
    for (const { name, files } of packed()) {
      const { dependencies = {} } = packageOf(files);
      const known = [name, ...Object.keys(dependencies), ...builtinModules];
      for (const [path, text] of files) {
        if (!/^(?:dist|bin)\/.*\.(?:js|vue|d\.ts)$/.test(path)) continue;
        expect(text, path).not.toMatch(/\.\.\/src\//);
        for (const wanted of importsOf(text)) {
          const types = `@types/${wanted.replace(/^@(.+)\//, '$1__')}`;
          const isKnown = known.includes(wanted) || (path.endsWith('.d.ts') && known.includes(types));
          expect(isKnown, `${name}/${path} imports ${wanted}`).toBe(true);
        }
      }
    }
  });
});

describe('what is installed', () => {
  test('is 150 packages of 200 MB at most, nothing of Algolia', () => {
    const { names, megabytes } = installedIn(project);
    expect(names.filter(name => /algolia|docsearch/.test(name))).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(150);
    expect(megabytes).toBeLessThan(200);
  });

  test.each([
    ['@tsuzuri/convert, with the dictionary', ['core', 'link', 'convert'], 40, 70],
    ['@tsuzuri/link, the plugin for unified', ['core', 'link'], 40, 15],
  ])(
    '%s, alone is light and can be imported',
    (_, parts, packages, limit) => {
      const folder = join(home, `alone-${parts.at(-1)}`);
      mkdirSync(folder);
      writeFileSync(join(folder, 'package.json'), '{ "private": true }');
      install(
        folder,
        parts.map(part => tarballs.get(`@tsuzuri/${part}`) as string),
      );
      const { names, megabytes } = installedIn(folder);
      expect(names.length).toBeLessThanOrEqual(packages);
      expect(megabytes).toBeLessThan(limit);
      const { exports } = packageOf(filesOf(tarballs.get(`@tsuzuri/${parts.at(-1)}`) as string));
      const modules = Object.keys(exports).filter(path => !path.endsWith('.json'));
      writeFileSync(
        join(folder, 'all.mjs'),
        modules.map(path => `import '@tsuzuri/${parts.at(-1)}${path.slice(1)}';\n`).join(''),
      );
      expect(run(folder, ['node', 'all.mjs'])).toMatchObject({ status: 0, stderr: '' });
    },
    MINUTES,
  );

  test('comes with the licences of what is packed along', () => {
    const licences = (name: string) => filesOf(tarballs.get(`@tsuzuri/${name}`) as string).get('vendor/LICENSES.txt');
    expect(licences('print')).toContain('SIL OPEN FONT LICENSE');
    expect(licences('convert')).toMatch(/kuromoji[\s\S]*Apache License/);
    expect(licences('convert')).toMatch(/mecab-ipadic[\s\S]*recheck[\s\S]*MIT/i);
    expect(licences('check')).toContain('@textlint/kernel');
    expect(licences('core')).toContain('remark-parse');
  });
});

/** `from 'a/b'`, `import('@c/d/e')` → `a`, `@c/d` */
function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:^(?:import|export)\b[^'"\n]*?from |^import |\bimport\()['"]([^'"]+)['"]/gm);
  return [...found].flatMap(([, path = '']) => {
    if (/^(?:\.|node:|#vendor\/)/.test(path)) return [];
    return [path.split('/', path.startsWith('@') ? 2 : 1).join('/')];
  });
}

describe('build --pdf --epub', () => {
  test('makes site, books and data', () => {
    expect(built).toMatchObject({ status: 0, stdout: expect.stringContaining('会議録 5件、用語 8件') });
    const made = ['tsuzuri.pdf', 'tsuzuri.epub', 'tsuzuri.html', 'glossary.json', 'site/sitemap.xml', 'site/llms.txt'];
    const pages = ['', 'minutes/', 'glossary/', 'people/', ...SCANS.map(name => `minutes/${name}/`)];
    for (const path of [
      ...made,
      ...SCANS.map(name => `pdf/${name}.pdf`),
      ...pages.map(path => `site/${path}index.html`),
    ])
      expect(existsSync(join(project, 'build', path)), path).toBe(true);
  });

  test('names the project on the home page, in the title of each page, at its address', () => {
    const index = read('build/site/index.html');
    expect(index).toContain('<title>みどり町 会議録</title>');
    expect(index).toMatch(/<h1[^>]*>みどり町 会議録/);
    expect(index).not.toContain('404');
    expect(read(`build/site/minutes/${SCANS[0]}/index.html`)).toContain(' | みどり町 会議録</title>');
    expect(read('build/site/sitemap.xml')).toContain('https://minutes.midori.example/kaigi/minutes/2023-06-12-gikai-2');
  });

  test('prints the title of the project on the cover', async () => {
    const { pages, info } = await readPdf(bytes('build/tsuzuri.pdf'));
    expect(pages[0]?.text).toContain('みどり町 会議録');
    expect(info.Title).toContain('みどり町 会議録');
    const epub = unzipSync(bytes('build/tsuzuri.epub'));
    const [opf = ''] = Object.keys(epub).filter(name => name.endsWith('.opf'));
    expect(strFromU8(epub[opf] as Uint8Array)).toMatch(/<dc:title[^>]*>みどり町 会議録/);
    expect(read('build/tsuzuri.html')).toMatch(/<title>みどり町 会議録/);
  });

  test('applies the rules that are shipped, its own, the correction of a person; not the one that is off', () => {
    const rulesOf = (name: string) => new Set(ledger(name).edits.map(({ rule }) => rule));
    expect(ledger('2023-06-12-gikai-2').edits).toContainEqual(
      expect.objectContaining({ del: 'つ', ins: 'っ', rule: 'small-tsu', by: 'rule' }),
    );
    expect(rulesOf('2023-06-12-gikai-2')).toContain('person');
    expect(rulesOf('2024-06-10-gikai-2')).toContain('tani-chiku');
    expect(read('build/pages/minutes/2024-06-10-gikai-2.md')).toContain('谷地区は携帯電話の電波も');
    expect(existsSync(join(project, 'build/pages/rules/small-tsu.md'))).toBe(true);
    expect(existsSync(join(project, 'build/pages/rules/double-particle.md'))).toBe(false);
    for (const name of SCANS) expect(rulesOf(name)).not.toContain('double-particle');
    expect(read('build/pages/minutes/2023-06-12-gikai-2.md')).toContain('その結果をを踏まえて');
  });

  test('has a theme that extends ours: slots, a component in place of one of ours, one more', () => {
    const offline = read('build/site/offline/index.html');
    const page = read(`build/site/minutes/${SCANS[0]}/index.html`);
    expect(page).toMatch(
      /<section class="town-notice"[^>]*><b class="town-name"[^>]*>みどり町<\/b>が公開している記録です。<\/section>/,
    );
    expect(page).toMatch(/class="search-button[\s\S]*<span class="town-in-bar"/);
    expect(offline).toContain('本は役場の窓口でも読めます。');
    expect(offline).not.toContain('offline-books');
  });

  test('links its terms', () => {
    expect(read('build/pages/minutes/2023-06-12-gikai-2.md')).toContain('[みどりバス](/glossary/midori-bus/)');
    expect(read('build/pages/glossary/midori-bus.md')).toContain('/minutes/2024-06-10-gikai-2/#');
  });

  test('an entry names the pages that it rests on in numbered notes: on the site, in Markdown and in the books', async () => {
    const address = 'http://www.gsi.go.jp/GIS/whatisgis.html';
    const site = read('build/site/glossary/gis/index.html');
    expect(site).toContain(`href="${address}"`);
    expect(site).toMatch(/<dt[^>]*>正式名<\/dt>|<dt[^>]*>原語<\/dt>/);
    expect(read('build/pages/glossary/gis.md')).toMatch(/技術です。\[\^gsi\]/);
    expect(read('build/tsuzuri.html')).toContain(`href="${address}"`);
    const { pages } = await readPdf(bytes('build/tsuzuri.pdf'));
    expect(pages.map(({ text }) => text.replace(/\s/g, '')).join('')).toMatch(
      /GISとは・・・.*国土地理院.*2026年11月28日/,
    );
    const chapters = Object.entries(unzipSync(bytes('build/tsuzuri.epub'))).filter(([name]) => name.endsWith('html'));
    expect(chapters.map(([, content]) => strFromU8(content)).join('')).toContain(`href="${address}"`);
  });

  test('entries of one series stand in a line of time', () => {
    const page = read('build/pages/glossary/bosai-plan-2014.md');
    expect(page).toMatch(/## 地域防災計画の.*\n\n- .*地域防災計画（2014年）.*\n- .*\[地域防災計画（2024年）\]/);
  });

  test('has a feed of what a query of the project finds, linked below the search', () => {
    const page = read('build/site/search/index.html');
    const [, feed = ''] = /href="\/kaigi\/(queries\/[0-9a-f]{12}\/feed\.xml)"[^>]*>Atom/.exec(page) ?? [];
    const text = read(`build/site/${feed}`);
    expect(text).toContain('<title>「デマンド交通」の新着 | みどり町 会議録</title>');
    expect(text.match(/<entry>/g)).toHaveLength(2);
    expect(text).toMatch(/<entry>[\s\S]*2024-06-10-gikai-2[\s\S]*<entry>[\s\S]*2023-11-20-kotsu-5/);
    expect(text).not.toContain('<summary></summary>');
    const { home_page_url, items } = JSON.parse(read(`build/site/${feed.replace('.xml', '.json')}`));
    expect(new URL(home_page_url).searchParams.get('q')).toBe('デマンド交通');
    expect(items).toHaveLength(2);
  });

  test('says nothing of the documents of this repository', async () => {
    const folder = join(project, 'build');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      path => /\.(?:html|md|json|jsonld|xml|txt|js)$/.test(path) && statSync(join(folder, path)).isFile(),
    );
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(path => OURS.test(readFileSync(join(folder, path), 'utf8')))).toEqual([]);
    const { pages } = await readPdf(bytes('build/tsuzuri.pdf'));
    for (const { text } of pages) expect(text).not.toMatch(OURS);
    for (const [name, content] of Object.entries(unzipSync(bytes('build/tsuzuri.epub'))))
      if (/html$|opf$|ncx$/.test(name)) expect(strFromU8(content), name).not.toMatch(OURS);
  });
});

describe('the other commands', () => {
  test('check finds nothing to mend, then what is wrong in cards, each with its line', () => {
    expect(tsuzuri('check')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('問題は見つかりませんでした'),
    });
    const wrong = [
      '  - {id: a, url: "ftp://example.org/a", title: 甲, publisher: 乙, accessed: 2026-11-28}',
      '  - {id: b, url: "https://example.org/b", publisher: 乙, accessed: 2026-11-28}',
      '  - {id: c, url: "https://example.org/c", title: 丙, publisher: 乙}',
    ];
    const changes: Readonly<Record<string, (text: string) => string>> = {
      'docs/glossary/gis.md': text => text.replace('quote: GIS', 'quote: 町のGIS'),
      'docs/glossary/j-alert.md': text => text.replace(/\n---\n#/, `\n${wrong.join('\n')}\n---\n#`),
    };
    const texts = Object.entries(changes).map(([path, change]) => {
      const text = read(path);
      writeFileSync(join(project, path), change(text));
      return [path, text] as const;
    });
    const { status, stdout } = tsuzuri('check');
    for (const [path, text] of texts) writeFileSync(join(project, path), text);
    expect(stdout).toMatch(
      /^docs\/glossary\/gis\.md:7: 引用「町のGISによる台帳は」は 2023-06-12-gikai-2 にありません/m,
    );
    for (const line of [9, 10, 11]) expect(stdout).toMatch(new RegExp(`^docs/glossary/j-alert\\.md:${line}: `, 'm'));
    expect(stdout).not.toContain('「j-alert」'); // of a card that could not be read nothing else is said
    expect(status).toBe(1);
  });

  test('verify finds every ledger true', () => {
    const { status, stdout } = tsuzuri('verify', 'build/ledger');
    expect(status).toBe(0);
    for (const name of SCANS) expect(stdout).toContain(`一致  ${name}.ledger.json`);
    expect(stdout).not.toContain('不一致');
  });

  test('convert writes Markdown and ledgers of any files', () => {
    const files = SCANS.slice(0, 2).map(name => `seeds/${name}.txt`);
    expect(tsuzuri('convert', ...files, '--out', 'out', '--glossary', 'docs/glossary').status).toBe(0);
    expect(readdirSync(join(project, 'out')).sort()).toEqual(
      SCANS.slice(0, 2).flatMap(name => [`${name}.ledger.json`, `${name}.md`]),
    );
    expect(read('out/2023-11-20-kotsu-5.md')).toContain('[デマンド交通](/glossary/demand-transport/)');
    expect(tsuzuri('verify', 'out').status).toBe(0);
  });

  test('search answers as the site does', () => {
    const found = tsuzuri('search', 'デマンド交通', '年:2023');
    expect(found).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+件/) });
    expect(found.stdout).toContain('/minutes/2023-11-20-kotsu-5/#');
    expect(found.stdout).not.toContain('2024');
    const asked = tsuzuri('search', '谷地区では予約をどうやってするのですか', '--json', '--limit', '10');
    const { documents, notes } = JSON.parse(asked.stdout) as {
      documents: { path: string }[];
      notes: { kind: string }[];
    };
    expect(notes.map(({ kind }) => kind)).toContain('parts');
    expect(documents.map(({ path }) => path)).toContain('minutes/2023-11-20-kotsu-5');
    expect(tsuzuri('search', 'ぬぬぬぬ')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('見つかりません'),
    });
    expect(tsuzuri('search', 'バス', '--site', 'nowhere')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nowhere/search: 検索の索引がありません'),
    });
    expect(tsuzuri('search', 'バス', '--limit', 'many').status).toBe(2);
  });

  test('link links a folder of Markdown', () => {
    mkdirSync(join(project, 'notes/2024'), { recursive: true });
    writeFileSync(join(project, 'notes/2024/memo.md'), '# メモ\n\nデマンド交通の予約は `GIS` を使わない。\n');
    expect(tsuzuri('link', 'notes', '--glossary', 'docs/glossary', '--out', 'linked').status).toBe(0);
    expect(read('linked/2024/memo.md')).toBe(
      '# メモ\n\n[デマンド交通](/glossary/demand-transport)の予約は `GIS` を使わない。\n',
    );
  });

  test('a configuration that is wrong is refused with its line', () => {
    const file = join(project, 'tsuzuri.config.ts');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace("['double-particle']", "['double-particel']"));
    const { status, stderr } = tsuzuri('build');
    writeFileSync(file, text);
    expect(status).toBe(2);
    const line = text.split('\n').findIndex(line => line.includes("['double-particle']")) + 1;
    expect(stderr).toContain(
      `tsuzuri.config.ts:${line}: rules.off の「double-particel」という規則はありません。「double-particle」のことですか`,
    );
    expect(existsSync(join(project, 'build/site/index.html'))).toBe(true);
  });

  test('the configuration and the example of the README have their types', () => {
    const compilerOptions = {
      noEmit: true,
      strict: true,
      skipLibCheck: true,
      module: 'nodenext',
      target: 'es2023',
      types: [],
    };
    writeFileSync(join(project, 'example.ts'), EXAMPLE);
    const files = ['tsuzuri.config.ts', 'example.ts'];
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc], { cwd: project, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  test('the example of the README runs', () => {
    writeFileSync(join(project, 'example.mjs'), EXAMPLE);
    cpSync(join(project, 'seeds/2023-11-20-kotsu-5.txt'), join(project, 'minutes.txt'));
    const { status, stdout } = run(project, ['node', 'example.mjs']);
    expect(status).toBe(0);
    expect(stdout).toContain('# みどり町地域公共交通会議 第5回会合 議事要旨');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('true');
  });
});

/**
 * One thing that the configuration of the project adds to each list of tsuzuri, and how it shows.
 */
const SEAMS: [list: string, shows: () => void][] = [
  [
    'STAGES',
    () => {
      for (const name of SCANS)
        expect(read(`build/pages/minutes/${name}.md`)).toMatch(/この記録は、みどり町議会事務局が公開しています。\n$/);
    },
  ],
  [
    'FORMATS',
    () => {
      const page = read('build/pages/minutes/2024-08-02-bosai-2.md');
      expect(page).toContain('[防災行政無線](/glossary/bosai-musen/)の試験放送も問題なく終わった。');
      const { scan, edits } = ledger('2024-08-02-bosai-2');
      expect(scan).toMatchObject({ file: '2024-08-02-bosai-2.json', format: 'ocr-json' });
      expect(edits).toContainEqual(expect.objectContaining({ del: 'つ', ins: 'っ', rule: 'small-tsu' }));
      expect(tsuzuri('verify', 'build/ledger').stdout).toContain('（ocr-json から読み取った文字だけを照合）');
    },
  ],
  [
    'DIALECTS',
    () => {
      mkdirSync(join(project, 'news/_posts'), { recursive: true });
      writeFileSync(join(project, 'news/_posts/a.md'), '台帳 {% include GIS.html %} をGISで作る。\n');
      expect(tsuzuri('link', 'news', '--glossary', 'docs/glossary', '--out', 'linked', '--url', '/g').status).toBe(0);
      expect(read('linked/_posts/a.md')).toMatch(/^台帳 \{% include GIS\.html %\} を\[GIS\]\(\/g\/gis.*\)で作る。\n$/);
    },
  ],
  [
    'PAGE_KINDS',
    () => {
      expect(read('build/pages/years/index.md')).toContain(
        '[みどり町防災会議 第2回会合 議事要旨](/minutes/2024-08-02-bosai-2)',
      );
      expect(read('build/site/years/index.html')).toContain('<title>年表 | みどり町 会議録</title>');
    },
  ],
  [
    'PRINTERS',
    () => {
      expect(read('build/board.txt').split('\n')).toContain('みどり町防災会議 第2回会合 議事要旨');
      expect(built.stdout).toContain('  build/board.txt     掲示板に貼る一覧\n');
    },
  ],
  [
    'CHECKS',
    () => {
      const { status, stdout } = tsuzuri('check');
      expect(stdout).toMatch(/^seeds\/2024-08-02-bosai-2\.json: （参考）出席者の名簿がありません。控えがあれば/m);
      expect(status).toBe(0);
    },
  ],
  [
    'COMMANDS',
    () => {
      expect(tsuzuri('hello', '花子')).toMatchObject({ status: 0, stdout: '花子、みどり町へようこそ\n' });
      expect(tsuzuri('--help').stdout).toMatch(/^ {2}hello /m);
      expect(tsuzuri('hello', '--help').stdout).toContain('tsuzuri hello 花子');
    },
  ],
];
test.each(SEAMS)('tsuzuri.config.ts adds to %s', (_, shows) => shows());

/** Starts a server of the project. @returns with it the address that it prints */
async function serve(...[name = '', ...words]: string[]): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(join(project, 'node_modules/.bin', name), words, { cwd: project });
  const address = await new Promise<string>((done, fail) => {
    server.stdout.on('data', chunk => {
      const found = /http:\/\/localhost:\d+\/\S*/.exec(String(chunk));
      if (found) done(found[0]);
    });
    server.once('exit', () => fail(new Error(`${name} has ended`)));
  });
  return { server, address };
}

test('`vitepress preview` says where the built site stands', async () => {
  const { server, address } = await serve('vitepress', 'preview', '--port', '5711');
  const home = await fetch(address);
  const html = await home.text();
  server.kill();
  expect(home.status).toBe(200);
  expect(html).toContain('<title>みどり町 会議録</title>');
});

describe('dev', () => {
  let server: ChildProcess;
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    ({ server, address } = await serve('tsuzuri', 'dev', '--port', '5710'));
  }, MINUTES);
  afterAll(async () => {
    await browser?.close();
    server?.kill();
  });

  test('serves the home page; the search answers', async () => {
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('pageerror', error => troubles.push(error.message));
    expect((await page.goto(address))?.status()).toBe(200);
    await page.locator('h1').waitFor({ timeout: 60_000 });
    expect(await page.title()).toBe('みどり町 会議録');
    expect(await page.locator('h1').textContent()).toContain('みどり町 会議録');
    await page.locator('.search-page').waitFor(); // it has the field; on other pages a dialog has one
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('デマンド交通');
    await expect
      .poll(() => page.locator('mark').allTextContents(), { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['デマンド交通']));
    expect(troubles).toEqual([]);
  });

  test('shows a page of minutes with its links, in the colour and with the slot of the theme of the project', async () => {
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('pageerror', error => troubles.push(error.message));
    await page.goto(`${address}minutes/2023-11-20-kotsu-5`);
    await page.locator('a[href$="/glossary/demand-transport/"]').first().waitFor({ timeout: 60_000 });
    expect(await page.locator('h1').textContent()).toContain('みどり町地域公共交通会議 第5回会合 議事要旨');
    expect(await page.locator('.town-notice').textContent()).toBe('みどり町が公開している記録です。');
    const colour = () => getComputedStyle(document.documentElement).getPropertyValue('--vp-c-brand-1');
    expect(await page.evaluate(colour)).toBe('rgb(1, 102, 51)');
    const name = page.locator('.town-notice .town-name');
    expect(await name.evaluate(element => getComputedStyle(element).color)).toBe('rgb(1, 102, 51)');
    expect(troubles).toEqual([]);
  });
});

describe.skipIf(process.env.TSUZURI_NIGHTLY === undefined)('create-tsuzuri', () => {
  const created = join(home, 'my-minutes');
  const script = (name: string) => npmRun(created, name);

  beforeAll(() => {
    const create = join(project, 'node_modules/create-tsuzuri/bin/create-tsuzuri.js');
    const words = ['my-minutes', '--yes', '--language', 'ja', '--title', 'ひので町 会議録', '--publisher', 'ひので町'];
    expect(spawnSync(process.execPath, [create, ...words], { cwd: home }).status).toBe(0);
    install(created, [...tarballs.values()]);
  }, MINUTES);

  test('survives packing: every file of the template, also those that npm takes out of packages', () => {
    const packed = filesOf(tarballs.get('create-tsuzuri') as string);
    const template = join(ROOT, 'src/create/template');
    const files = readdirSync(template, { recursive: true, encoding: 'utf8', withFileTypes: true });
    const paths = files.filter(file => file.isFile()).map(file => relative(template, join(file.parentPath, file.name)));
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) expect(packed.has(`template/${path}`), path).toBe(true);
    for (const path of ['.gitignore', '.gitattributes', '.editorconfig', '.nvmrc', '.github/workflows/site.yml'])
      expect(existsSync(join(created, path)), path).toBe(true);
  });

  test(
    'check finds nothing to mend; build makes the site and the books; pdf makes the books',
    async () => {
      expect(script('check')).toMatchObject({
        status: 0,
        stdout: '問題は見つかりませんでした\n',
      });
      expect(script('build')).toMatchObject({ status: 0, stdout: expect.stringContaining('会議録 1件、用語 3件') });
      expect(readFileSync(join(created, 'build/site/index.html'), 'utf8')).toMatch(/<h1[^>]*>ひので町 会議録/);
      rmSync(join(created, 'build/tsuzuri.pdf'));
      expect(script('pdf')).toMatchObject({ status: 0 });
      const { pages } = await readPdf(new Uint8Array(readFileSync(join(created, 'build/tsuzuri.pdf'))));
      const text = pages.map(page => page.text).join('\n');
      expect(text).toContain('ひので町 会議録');
      expect(text).toContain('発行 ひので町');
    },
    MINUTES,
  );

  test('the example shows what rules and a person correct, each in its place', () => {
    const folder = join(created, 'build/ledger');
    const { edits, doubts } = JSON.parse(readFileSync(join(folder, '2024-05-20-tosho-1.ledger.json'), 'utf8'));
    const rules = new Set((edits as { rule: string }[]).map(({ rule }) => rule));
    for (const rule of [
      'small-tsu',
      'small-ya',
      'kanji-in-katakana',
      'katakana-in-kanji',
      'bar-in-kanji',
      'join',
      'person',
    ])
      expect(rules).toContain(rule);
    expect(doubts ?? []).toEqual([]);
    const page = readFileSync(join(created, 'build/pages/minutes/2024-05-20-tosho-1.md'), 'utf8');
    for (const right of [
      '回っている',
      'サービスである',
      '窓口が混む',
      '午後だけでしょうか',
      '本年度の第一回',
      '延べ2,318人',
      '分かりにくいという声',
      'データを基に',
    ])
      expect(page).toContain(right);
    for (const card of ['ido-toshokan', 'rfid', 'tosho-kyogikai']) expect(page).toContain(`](/glossary/${card}`);
  });

  test(
    'is read on a phone and at a desk without a sideways scroll',
    async () => {
      const site = await visitorOf(join(created, 'build/site'));
      for (const viewport of [PHONE, DESK])
        for (const path of ['/', '/minutes/2024-05-20-tosho-1/', '/guide/', '/glossary/rfid/']) {
          const page = await site.visit(path, { viewport });
          await page.locator('h1').waitFor();
          expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBe(0);
          await page.context().close();
        }
      await site.leave();
      expect(site.troubles).toEqual([]);
    },
    MINUTES,
  );

  test(
    'goes on with the scans of somebody else, without the example',
    () => {
      for (const path of ['seeds', 'docs/glossary']) rmSync(join(created, path), { recursive: true });
      cpSync(join(project, 'seeds', `${SCANS[2]}.txt`), join(created, 'seeds', `${SCANS[2]}.txt`));
      expect(script('check')).toMatchObject({ status: 0 });
      expect(run(created, ['tsuzuri', 'build'])).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('会議録 1件、用語 0件'),
      });
    },
    MINUTES,
  );
});
