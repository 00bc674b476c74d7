/** Runs `npm create tsuzuri` and `tsuzuri init` as a person does: what is asked, written, refused, left alone. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProject } from '@tsuzuri/book/project';
import { packageName } from 'create-tsuzuri/write-project';
import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './seeds.ts';

const CREATE = join(ROOT, 'src/create/bin/create-tsuzuri.js');
const TSUZURI = join(ROOT, 'src/cli/bin/tsuzuri.js');

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-create-'));
chmodSync(home, 0o755); // nobody looks in too
let place: string;
let count = 0;
beforeEach(() => {
  place = join(home, String(++count));
  mkdirSync(place);
});
afterEach(() => chmodSync(place, 0o755));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Run {
  readonly program?: string;
  readonly cwd?: string;
  readonly lang?: string;
  /** Root may write anywhere: nobody may not. */
  readonly as?: 'nobody';
}

function run(words: readonly string[], { program = CREATE, cwd = place, lang = 'ja', as }: Run = {}) {
  const user = as && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const env = { ...process.env, TSUZURI_LANG: lang };
  return spawnSync(process.execPath, [program, ...words], { cwd, encoding: 'utf8', env, ...user });
}
const create = (...words: string[]) => run(words);
const init = (...words: string[]) => run(['init', ...words], { program: TSUZURI });

const read = (...path: string[]): string => readFileSync(join(place, ...path), 'utf8');
/** All files below a folder of the place, by path. */
const filesIn = (folder = '.'): string[] =>
  readdirSync(join(place, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(place, folder, path)).isFile())
    .sort();

/** What every project has. */
const COMMON = [
  '.devcontainer/devcontainer.json',
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.nvmrc',
  '.vitepress/config.mts',
  '.vitepress/theme/index.ts',
  'CODEOWNERS',
  'README.md',
  'docs/glossary/ido-toshokan.md',
  'docs/glossary/rfid.md',
  'docs/glossary/tosho-kyogikai.md',
  'docs/guide.md',
  'docs/index.md',
  'package.json',
  'seeds/2024-05-20-tosho-1.txt',
  'seeds/2024-05-20-tosho-1.yml',
  'tsuzuri.config.ts',
];
const GITHUB = ['config.yml', 'report.yml', 'term.yml'].map(name => `.github/ISSUE_TEMPLATE/${name}`);
const HOSTS: readonly (readonly [host: string, files: readonly string[], said: RegExp])[] = [
  ['github-pages', ['.github/dependabot.yml', ...GITHUB, '.github/workflows/site.yml'], /GitHub Actions/],
  ['netlify', ['.github/dependabot.yml', ...GITHUB, 'netlify.toml'], /netlify\.toml/],
  ['cloudflare', ['.github/dependabot.yml', ...GITHUB], /`npm run build`[\s\S]*`build\/site`/],
  [
    'gitlab',
    ['.gitlab-ci.yml', '.gitlab/issue_templates/glossary-entry.md', '.gitlab/issue_templates/text-correction.md'],
    /\.gitlab-ci\.yml/,
  ],
  ['own', ['.github/dependabot.yml', ...GITHUB], /build\/site/],
];

describe('a new project', () => {
  test.each(HOSTS)('for %s has its files, and a guide that says how to publish it', (host, files, said) => {
    for (const language of ['ja', 'en']) {
      expect(create(language, '--yes', '--language', language, '--host', host)).toMatchObject({
        status: 0,
        stderr: '',
      });
      expect(filesIn(language)).toEqual([...COMMON, ...files].sort());
      const guide = read(language, 'docs/guide.md');
      expect(guide.split(/^## .*\{#publish\}$/m)[1]).toMatch(said);
      for (const path of filesIn(language).filter(path => path.endsWith('.md')))
        expect(read(language, path), path).not.toMatch(/^(?:# |title: )?\{\w+\}$/m);
    }
  });

  test('is made without a question where there is no terminal, and says what to do next', () => {
    const { status, stdout } = create();
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'my-minutes にプロジェクトを作りました。',
        '',
        '次に実行すること:',
        '  cd my-minutes',
        '  npm install',
        '  npm run build',
        '  npm run dev',
        '',
        '使い方と公開のしかたは docs/guide.md にあります。\n',
      ].join('\n'),
    );
  });

  test('says of itself what was answered, whatever it is', async () => {
    const title = `みどり町 "*議会*" & <b>会議録</b> {{ 1 }} C:\\new 'a' \${x}`;
    create('a', '--yes', '--title', ` ${title}\n`, '--publisher', "O'Reilly \\", '--language', 'en');
    const { config } = await loadProject(join(place, 'a'));
    expect(config).toMatchObject({ title, publisher: "O'Reilly \\", language: 'en' });
    expect(read('a/docs/index.md')).toContain('# みどり町 "\\*議会\\*" \\& \\<b\\>会議録\\</b\\>');
  });

  test('names no publisher where none was named; its title is in its language', async () => {
    create('a', '--yes', '--language', 'en');
    const { config } = await loadProject(join(place, 'a'));
    expect(config).toEqual({ title: 'Minutes', description: expect.any(String), language: 'en' });
  });

  test('goes into an empty folder, into a new repository, into the folder where one stands', () => {
    mkdirSync(join(place, 'empty'));
    mkdirSync(join(place, 'repository/.git'), { recursive: true });
    expect(create('empty').status).toBe(0);
    expect(create('repository').status).toBe(0);
    mkdirSync(join(place, 'みどり町'));
    const { status, stdout } = run(['.'], { cwd: join(place, 'みどり町') });
    expect(status).toBe(0);
    expect(stdout).not.toContain('cd ');
    expect(JSON.parse(read('みどり町/package.json')).name).toBe('minutes');
  });

  test('gets a name that npm takes, whatever its folder is called', () => {
    expect(packageName('My Minutes 2024')).toBe('my-minutes-2024');
    expect(packageName('会議録')).toBe('minutes');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), name => {
        expect(packageName(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,199}$/);
      }),
    );
  });
});

describe('what cannot be made', () => {
  /** Words → what is said in Japanese and in English. */
  const REFUSED: readonly (readonly [words: readonly string[], ja: string, en: string])[] = [
    [
      ['full'],
      'create-tsuzuri: full: フォルダーが空ではありません。別の名前にしてください。今あるフォルダーに加えるには、その中で npx tsuzuri init を実行します',
      'create-tsuzuri: full: The folder is not empty. Take another name, or run npx tsuzuri init in that folder to add a project to it',
    ],
    [
      ['full/mine.txt'],
      'create-tsuzuri: full/mine.txt: ここにはファイルがあるので、フォルダーを作れません。別の名前にするか、ファイルを移してください',
      'create-tsuzuri: full/mine.txt: A file is in the place of the folder. Take another name, or move the file',
    ],
    [
      ['full/mine.txt/below'],
      'create-tsuzuri: full/mine.txt/below: ここにはファイルがあるので、',
      'create-tsuzuri: full/mine.txt/below: A file is in the place',
    ],
    [[''], 'create-tsuzuri: : 空です。一字以上書いてください', 'create-tsuzuri: : It is empty.'],
    [
      ['a', '--titel', 'x'],
      'create-tsuzuri: 「--titel」というオプションはありません。使い方は --help で見られます',
      'create-tsuzuri: There is no option "--titel". See --help',
    ],
    [['a', '--title'], 'create-tsuzuri: 「--title」の値がありません。', 'create-tsuzuri: "--title" has no value.'],
    [['a', '--yes=1'], 'create-tsuzuri: 「--yes」に値は要りません。', 'create-tsuzuri: "--yes" takes no value.'],
    [['a', '--title', ' '], 'create-tsuzuri: --title: 空です。', 'create-tsuzuri: --title: It is empty.'],
    [
      ['a', '--host', 'gihub'],
      'create-tsuzuri: --host: 「gihub」は使えません。使えるのは github-pages, netlify, cloudflare, gitlab, own です',
      'create-tsuzuri: --host: "gihub" is not possible. It can be github-pages, netlify, cloudflare, gitlab, own',
    ],
    [
      ['a', '--language', 'fr'],
      'create-tsuzuri: --language: 「fr」は使えません。',
      '"fr" is not possible. It can be ja, en',
    ],
    [['a', '--lang', 'fr'], 'create-tsuzuri: --lang: 「fr」は使えません。', '--lang: "fr" is not possible.'],
    [['a', 'b'], 'create-tsuzuri: フォルダーの名前が二つ以上あります。', 'There is more than one name of a folder.'],
  ];
  test.each(REFUSED)('%j', (words, ja, en) => {
    mkdirSync(join(place, 'full'));
    writeFileSync(join(place, 'full/mine.txt'), 'mine');
    for (const [lang, said] of [['ja', ja] as const, ['en', en] as const]) {
      const { status, stdout, stderr } = run(words, { lang });
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(said);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(filesIn()).toEqual(['full/mine.txt']);
  });

  test('where one may not write: nothing is', () => {
    chmodSync(place, 0o555);
    const { status, stderr } = run(['a'], { as: 'nobody' });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^create-tsuzuri: a\/\S*: 書き込む権利がありません（EACCES）。フォルダーの権限を確かめるか、/,
    );
    expect(readdirSync(place)).toEqual([]);
  });

  test('--lang comes before the environment', () => {
    expect(run(['--lang', 'en', '--nothing']).stderr).toContain('There is no option "--nothing"');
    expect(run(['--help', '--lang', 'ja'], { lang: 'en' }).stdout).toMatch(/^使い方: npm create tsuzuri@latest /);
  });

  test('the help names every option, in both languages; the version is that of the package', () => {
    for (const lang of ['ja', 'en']) {
      const { status, stdout } = run(['-h'], { lang });
      expect(status).toBe(0);
      for (const option of ['title', 'publisher', 'language', 'host', 'yes', 'lang', 'version', 'help'])
        expect(stdout).toContain(`--${option}`);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(100);
    }
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(create('--version').stdout).toBe(`${version}\n`);
  });
});

describe('tsuzuri init', () => {
  test('adds what is not there, overwrites nothing, and lists both', () => {
    const mine = {
      'readme.md': '# 町の記録',
      'tsuzuri.config.mjs': 'export default {}',
      '.vitepress/config.ts': '',
      'docs/CODEOWNERS': '',
      'docs/guide.md': '# 私の手引き',
      'seeds/a.txt': '第1回',
      '.gitignore': '/node_modules\n',
      'package.json': '{"scripts":{"build":"vite"},"devDependencies":{"tsuzuri":"0.1.0"}}',
    };
    for (const [path, text] of Object.entries(mine)) {
      mkdirSync(join(place, path, '..'), { recursive: true });
      writeFileSync(join(place, path), text);
    }
    const { status, stdout } = init('--yes');
    expect(status).toBe(0);
    for (const [path, text] of Object.entries(mine)) expect(read(path), path).toBe(text);
    const left = Object.keys(mine).filter(path => path !== 'seeds/a.txt');
    const wrote = filesIn().filter(path => !(path in mine));
    expect(wrote).toContain('.github/workflows/site.yml');
    for (const same of ['README.md', 'tsuzuri.config.ts', '.vitepress/config.mts', 'CODEOWNERS'])
      expect(wrote).not.toContain(same);
    expect(wrote.filter(path => /glossary|seeds/.test(path))).toEqual([]);
    const lists = stdout.split('\n\n').map(part => part.split('\n').map(line => line.trim()));
    expect(lists).toEqual([
      ['書いたファイル:', ...wrote],
      ['もうあるので、そのままにしたファイル:', ...left.sort()],
      ['資料か用語がもうあるので、例の議事要旨と用語は加えていません。'],
      [
        'package.json はそのままです。足りないものは、次の命令で加えられます。',
        expect.stringMatching(/^npm install --save-exact @tsuzuri\/site@\d+\.\d+\.\d+$/),
        'npm pkg set scripts.check="tsuzuri check"',
        'npm pkg set scripts.dev="tsuzuri dev"',
        'npm pkg set scripts.pdf="tsuzuri pdf"',
      ],
      [expect.stringContaining('.gitignore はそのままです'), 'build/', '.vitepress/cache/', '.tsuzuri-*', '*.log'],
      ['次に実行すること:', 'npm install', 'npx tsuzuri build', 'npx tsuzuri dev'],
      ['使い方と公開のしかたは docs/guide.md にあります。', ''],
    ]);
  });

  test('called again, writes nothing', () => {
    init('--yes');
    const before = filesIn().map(path => [path, read(path)]);
    const { status, stdout } = init('--yes', '--title', '別の題');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^書いたファイルはありません。\n/);
    expect(filesIn().map(path => [path, read(path)])).toEqual(before);
  });

  test('refuses a file in the place of a folder before anything is written', () => {
    writeFileSync(join(place, 'docs'), 'mine');
    const { status, stderr } = init('--yes');
    expect(status).toBe(2);
    expect(stderr).toMatch(/docs: ここにはファイルがあるので、フォルダーを作れません。/);
    expect(filesIn()).toEqual(['docs']);
  });

  test('takes back what it wrote where it cannot write all', () => {
    mkdirSync(join(place, 'docs'));
    chmodSync(join(place, 'docs'), 0o555);
    chmodSync(place, 0o777);
    const { status, stderr } = run(['init', '--yes'], { program: TSUZURI, as: 'nobody' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/docs\/\S+: 書き込む権利がありません（EACCES）/);
    expect(readdirSync(place)).toEqual(['docs']);
  });
});

/** The command in a terminal of its own, by util-linux; each key is pressed when the question stands there. */
function inTerminal(lang: string, answers: readonly (readonly [question: string, keys: string])[]) {
  const command = `stty cols 90 rows 40; '${process.execPath}' '${CREATE}'`; // a new terminal has no width
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: place,
    env: { ...process.env, TSUZURI_LANG: lang, TERM: 'xterm' },
  });
  const pending = [...answers];
  let shown = '';
  child.stdout.on('data', chunk => {
    shown += String(chunk);
    const [question, keys] = pending[0] ?? [];
    if (question === undefined || keys === undefined || !shown.includes(question)) return;
    pending.shift();
    child.stdin.write(keys);
  });
  return new Promise<{ shown: string; code: number | null }>(done => child.on('close', code => done({ shown, code })));
}

describe('in a terminal', { timeout: 30_000 }, () => {
  test('asks for everything, in Japanese', async () => {
    const { shown, code } = await inTerminal('ja', [
      ['どのフォルダーに作りますか', 'midori\r'],
      ['何語にしますか', '\r'],
      ['サイトの題は何ですか', 'みどり町議会 会議録\r'],
      ['発行者はどなたですか', 'みどり町\r'],
      ['どこで公開しますか', '\u001b[B\r'],
    ]);
    expect(code).toBe(0);
    expect(shown).toContain('midori にプロジェクトを作りました。');
    expect((await loadProject(join(place, 'midori'))).config).toMatchObject({
      title: 'みどり町議会 会議録',
      publisher: 'みどり町',
      language: 'ja',
    });
    expect(existsSync(join(place, 'midori/netlify.toml'))).toBe(true);
  });

  test('asks for everything, in English; an empty answer is the default; asks again where a folder is full', async () => {
    mkdirSync(join(place, 'full'));
    writeFileSync(join(place, 'full/mine.txt'), 'mine');
    const { shown, code } = await inTerminal('en', [
      ['In which folder?', 'full\r'],
      ['The folder is not empty', '\u0015\r'],
      ['In which language', '\r'],
      ['What is the title', '\r'],
      ['Who publishes it?', '\r'],
      ['Where will it be published?', '\r'],
    ]);
    expect(code).toBe(0);
    expect(shown).toContain('The project is in my-minutes.');
    expect((await loadProject(join(place, 'my-minutes'))).config).toMatchObject({ title: 'Minutes', language: 'en' });
    expect(filesIn('full')).toEqual(['mine.txt']);
  });

  test('Ctrl-C leaves nothing behind', async () => {
    const { shown, code } = await inTerminal('en', [
      ['In which folder?', 'midori\r'],
      ['In which language', '\u0003'],
    ]);
    expect(code).toBe(2);
    expect(shown).toContain('create-tsuzuri: Cancelled. Nothing was written');
    expect(readdirSync(place)).toEqual([]);
  });
});
