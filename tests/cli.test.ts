/** Runs the command as a person does: what it writes, what it says of bad input, what it leaves whole. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '@tsuzuri/cli/commands';
import { beforeEach, describe, expect, test } from 'vitest';
import { newProject, tsuzuri as run } from './project.ts';
import { ROOT, SEEDS } from './seeds.ts';

const CLI = join(ROOT, 'src/cli/bin/tsuzuri.js');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsuzuri-cli-'));
});

const tsuzuri = (words: string[], cwd = folder) => run(words, cwd);

const seedPaths = Object.values(SEEDS).map(name => join(ROOT, 'seeds', `${name}.txt`));

/** Each call is a process of its own: by day one in four of a list is tried, each night all. */
const isDay = process.env.TSUZURI_NIGHTLY === undefined;
const some = <T>(all: readonly T[]): readonly T[] => (isDay ? all.filter((_, index) => index % 4 === 0) : all);

describe('convert', () => {
  test('writes five .md, five .ledger.json; anybody can undo the ledgers in ten lines', () => {
    const out = join(folder, 'out');
    expect(tsuzuri(['convert', ...seedPaths, '--out', out]).status).toBe(0);
    expect(readdirSync(out).filter(name => name.endsWith('.md'))).toHaveLength(5);
    for (const name of Object.values(SEEDS)) {
      const { clean, edits, scan } = JSON.parse(readFileSync(join(out, `${name}.ledger.json`), 'utf8'));
      // Written again here, from the description in design.md, not from src/.
      let text = '';
      let position = 0;
      for (const { at, del, ins } of edits) {
        const kept = at - text.length;
        text += clean.slice(position, position + kept) + del;
        position += kept + ins.length;
      }
      text += clean.slice(position);
      expect(createHash('sha256').update(text).digest('hex')).toBe(scan.sha256);
      expect(
        createHash('sha256')
          .update(readFileSync(join(ROOT, 'seeds', `${name}.txt`)))
          .digest('hex'),
      ).toBe(scan.sha256);
    }
    expect(tsuzuri(['verify', out])).toMatchObject({ status: 0 });
  });

  test('writes the same bytes whatever the clock, the locale, the order', () => {
    const convert = (out: string, env: Record<string, string>, files: string[]) =>
      spawnSync(process.execPath, [CLI, 'convert', ...files, '--out', join(folder, out)], {
        env: { ...process.env, ...env },
      }).status;
    expect(convert('a', { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' }, seedPaths)).toBe(0);
    expect(convert('b', { TZ: 'America/New_York', LANG: 'C' }, seedPaths.toReversed())).toBe(0);
    for (const name of readdirSync(join(folder, 'a')))
      expect(readFileSync(join(folder, 'b', name)).equals(readFileSync(join(folder, 'a', name)))).toBe(true);
  });

  test('finds a ledger that was tampered with', () => {
    const out = join(folder, 'out');
    tsuzuri(['convert', seedPaths[0] as string, '--out', out]);
    const path = join(out, '2012-11-01-isc-31.ledger.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('情報セキュリティ', '情報セキュリテイ'));
    expect(tsuzuri(['verify', out])).toMatchObject({ status: 1, stdout: '不一致  2012-11-01-isc-31.ledger.json\n' });
  });

  const bad: [string, (path: string) => void, RegExp][] = [
    ['missing', () => {}, /^bad\.txt: ファイルが見つかりません。.+/],
    ['empty', path => writeFileSync(path, ''), /^bad\.txt: ファイルが空です。.+/],
    [
      'binary',
      path => writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0xd8, 0x01, 0x02])),
      /^bad\.txt:1: .*文字のファイルではありません。.+/,
    ],
    [
      'undecodable in its second line',
      path =>
        writeFileSync(
          path,
          Buffer.concat([Buffer.from('議事要旨です。\n'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('続き。\n')]),
        ),
      /^bad\.txt:2: 文字コード.+/,
    ],
    ['an empty folder', path => mkdirSync(path), /^bad\.txt: 名前が \.txt で終わるファイルがありません。.+/],
    [
      'a pipe that nobody writes to',
      path => spawnSync('mkfifo', [path]),
      /^bad\.txt: ふつうのファイルではありません（パイプや装置など）。.+/,
    ],
  ];
  test.each(some(bad))(
    'refuses a file that is %s in one line, exit 2; of several the others are written, exit 1',
    (_, make, said) => {
      make(join(folder, 'bad.txt'));
      const alone = tsuzuri(['convert', 'bad.txt', '--out', 'out']);
      expect(alone).toMatchObject({ status: 2, stdout: '', said: [expect.stringMatching(said)] });
      expect(existsSync(join(folder, 'out'))).toBe(false);
      const { status, stdout, said: lines } = tsuzuri(['convert', 'bad.txt', seedPaths[0] as string, '--out', 'out']);
      expect(status).toBe(1);
      expect(lines).toEqual([expect.stringMatching(said), '結果: 変換 1件、失敗 1件']);
      expect(stdout).toBe('out/2012-11-01-isc-31.md\nout/2012-11-01-isc-31.ledger.json\n');
      expect(readdirSync(join(folder, 'out'))).toHaveLength(2);
    },
  );

  test('refuses an output folder that is a file', () => {
    writeFileSync(join(folder, 'out'), 'mine');
    const result = tsuzuri(['convert', seedPaths[0] as string, '--out', 'out']);
    expect(result).toMatchObject({ status: 2, said: [expect.stringMatching(/^out: 書き出せません: .+/)] });
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('mine');
  });

  test.skipIf(process.getuid?.() === 0)('refuses a folder without the right to write', () => {
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o555);
    expect(tsuzuri(['convert', seedPaths[0] as string, '--out', 'out'])).toMatchObject({
      status: 2,
      said: [expect.stringMatching(/権限/)],
    });
  });
});

describe('build', () => {
  const breakages: [string, (root: string) => void, RegExp][] = [
    [
      'a glossary file with broken front matter',
      root => writeFileSync(join(root, 'docs/glossary/rfid.md'), '---\nterm: RFID\naliases: [a\n---\n# RFID\n'),
      /^docs\/glossary\/rfid\.md:3: YAMLとして読めません: 括弧が閉じていない/,
    ],
    [
      'a quote that stands in no scan',
      root =>
        writeFileSync(
          join(root, 'docs/glossary/rfid.md'),
          '---\nterm: RFID\nsources:\n  - {page: 2024-05-20-tosho-1, quote: RFIDは無い}\n---\n# RFID\n',
        ),
      /^docs\/glossary\/rfid\.md:4: 引用「RFIDは無い」/,
    ],
    [
      'a rule whose example fails',
      root => {
        mkdirSync(join(root, 'docs/rules'));
        writeFileSync(
          join(root, 'docs/rules/bar-one.md'),
          '---\nfind: ー\nreplace: 一\n---\n# 題\n| 原文 | 正 |\n| --- | --- |\n| あ | あ |\n| ー | 二 |\n',
        );
      },
      /^docs\/rules\/bar-one\.md:9: 例が合いません/,
    ],
    [
      'a correction that no longer fits',
      root =>
        writeFileSync(
          join(root, 'seeds/2024-05-20-tosho-1.yml'),
          'corrections:\n  - {before: 無い文, after: 有る文, why: x}\n',
        ),
      /^seeds\/2024-05-20-tosho-1\.yml:2: 「無い文」は原文にありません/,
    ],
    [
      'a moved page that leads nowhere',
      root => writeFileSync(join(root, 'docs/redirects.yml'), '/glossary/old: /glossary/nowhere\n'),
      /^docs\/redirects\.yml:1: 転送先「\/glossary\/nowhere」というページはありません/,
    ],
    [
      'an address of the site that is none',
      root => writeFileSync(join(root, 'tsuzuri.config.ts'), "export default { url: 'minutes.example.jp' };"),
      /^tsuzuri\.config\.ts:1: 設定「url」の値 'minutes\.example\.jp' は使えません/,
    ],
  ];
  test.each(some(breakages))('stops at %s with its line; earlier output stays whole', (_, breakIt, said) => {
    const root = newProject(folder);
    mkdirSync(join(root, 'build/pages'), { recursive: true });
    writeFileSync(join(root, 'build/pages/index.md'), 'earlier');
    breakIt(root);
    const result = tsuzuri(['build'], root);
    expect(result.status).toBe(2);
    expect(result.said).toHaveLength(1);
    expect(result.said[0]).toMatch(said);
    expect(readdirSync(join(root, 'build'))).toEqual(['pages']);
    expect(readFileSync(join(root, 'build/pages/index.md'), 'utf8')).toBe('earlier');
  });

  test('outside a project says where to run it', () => {
    expect(tsuzuri(['build'])).toMatchObject({
      status: 2,
      said: [expect.stringMatching(/^seeds: フォルダーがありません。/)],
    });
  });
});

describe('link', () => {
  test('links any Markdown tree, every other byte as it was', () => {
    mkdirSync(join(folder, 'notes'));
    const source = '# 記録\n\nNISCは`NISC`と *JPCERT/CC* に伝えた。  \n\n| a | b |\n|---|---|\n| CYDER | x |\n';
    writeFileSync(join(folder, 'notes/a.md'), source);
    expect(
      tsuzuri(['link', 'notes', '--glossary', join(ROOT, 'docs/glossary'), '--out', 'linked', '--url', '/g', '--every'])
        .status,
    ).toBe(0);
    const linked = readFileSync(join(folder, 'linked/a.md'), 'utf8');
    expect(linked).toMatch(
      /^# 記録\n\n\[NISC\]\(\/g\/nisc[^)]*"\)は`NISC`と \[\*JPCERT\/CC\*\]\(\/g\/jpcertcc[^)]*\) に伝えた。 {2}\n/,
    );
    expect(linked.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')).toBe(source);
  });
});

describe('explain', () => {
  test('says why a letter of a line was changed', () => {
    const { status, stdout } = tsuzuri(['explain', `${join(ROOT, 'seeds/2012-11-01-isc-31.txt')}:86`]);
    expect(status).toBe(0);
    expect(stdout).toContain('訂正  「つ」 → 「っ」');
    expect(stdout).toContain('[small-tsu]');
  });
});

test.each([[['fly']], [['convert']], [['build', '--wings']]])('%j: one line, exit 2', words => {
  const result = tsuzuri(words);
  expect(result.status).toBe(2);
  expect(result.said).toHaveLength(1);
  expect(result.said[0]).toMatch(/--help/);
});

describe('a call that cannot run says what is wrong and what was meant', () => {
  const calls: [call: string, said: string][] = [
    ['bild', '「bild」というコマンドはありません（「build」のことですか）。使い方は tsuzuri --help で'],
    ['fly --help', '「fly」というコマンドはありません。使い方は tsuzuri --help で'],
    [
      'build --pfd',
      'build: 「--pfd」というオプションはありません（「--pdf」のことですか）。使い方は tsuzuri build --help で',
    ],
    ['verify --pdf out', 'verify: 「--pdf」というオプションはありません。使い方は tsuzuri verify --help で'],
    ['--wings', '「--wings」というオプションはありません。使い方は tsuzuri --help で'],
    ['convert a.txt', 'convert: 「--out <folder>」がありません。使い方は tsuzuri convert --help で'],
    ['convert --out out', 'convert: 「files」がありません。使い方は tsuzuri convert --help で'],
    ['dev --port', 'dev: 「--port <number>」の値がありません。使い方は tsuzuri dev --help で'],
    ['dev --port x', '--port「x」は番号ではありません。使い方は tsuzuri dev --help で'],
    ['diff main other', 'diff: 引数が多すぎます。使い方は tsuzuri diff --help で'],
    ['check --format xml', 'check: --format「xml」は使えません。text、github、json のどれかにしてください。'],
    ['check --json --format text', 'check: --json と --format text は同時に使えません'],
    ['--lang fr', '--lang「fr」は使えません。ja、en のどれかにしてください。'],
    ['completion tcsh', 'completion: 「tcsh」は使えません。bash、zsh、fish のどれかにしてください。'],
    ['dev --port 70000', '--port「70000」は番号ではありません'],
    ['convert a.txt --out out --stdin-filename b.txt', '--stdin-filename は、標準入力「-」から読むときだけ'],
    ['convert a.txt --out - --force', '標準出力に書くときは --force は使えません'],
    ['convert a.txt b.txt --out -', '標準出力に書けるのは一つの原文だけです（2件あります）'],
    ['link notes --glossary g --json --every', 'この呼び出しでは --every は使えません'],
    ['terms nwe cymat', 'terms の使い方は'],
    ['terms new cymat --json', 'terms new では --json は使えません'],
    ['terms new cymat --top 3', 'terms new では --top は使えません'],
    ['terms --min 0', '--min「0」は1以上の整数ではありません'],
    ['terms --top many', '--top「many」は1以上の整数ではありません'],
    ['link notes --glossary g', 'link には --out か --json が要ります。使い方は tsuzuri link --help で'],
  ];
  test.each(some(calls))('%s', (call, said) => {
    const result = tsuzuri(call.split(' '));
    expect(result).toMatchObject({ status: 2, stdout: '', said: [expect.stringContaining(`tsuzuri: ${said}`)] });
  });
});

describe('help', () => {
  test('lists every command; without a command it is shown as well, exit 2', () => {
    const { status, stdout } = tsuzuri(['--help']);
    expect(status).toBe(0);
    for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(tsuzuri([])).toMatchObject({ status: 2, stdout });
  });

  test.each(some(COMMANDS))('$name has examples, which it takes', async ({ name, load }) => {
    const { status, stdout } = tsuzuri([name, '--help']);
    expect(status).toBe(0);
    const { examples = [], required = [], options = [] } = await load();
    const known = [...required, ...options].map(([syntax]) => /--[\w-]+/.exec(syntax)?.[0]);
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      expect(stdout).toContain(`  ${example}\n`);
      expect(example).toMatch(new RegExp(`^tsuzuri ${name}\\b`));
      for (const option of example.match(/--\w+/g) ?? []) expect(known).toContain(option);
    }
  });

  test('`help check` is `check --help`', () => {
    expect(tsuzuri(['help', 'check'])).toEqual(tsuzuri(['check', '--help']));
  });

  test('the version is that of the package', () => {
    expect(tsuzuri(['--version']).stdout).toBe(
      `${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version}\n`,
    );
  });
});

describe('a configuration that cannot be used: file, line, remedy; earlier output stays whole', () => {
  const broken: [string, string, RegExp][] = [
    [
      'a syntax error',
      "import { defineConfig } from 'tsuzuri';\n\nexport default defineConfig({\n  title: 'a',\n  publisher 'b',\n});\n",
      /^tsuzuri\.config\.ts:5: 設定を読めません（.+）。この行の書き方を確かめてください$/,
    ],
    [
      'a statement that throws',
      "const title = 'a';\n\nif (title) throw new Error('no title');\nexport default { title };\n",
      /^tsuzuri\.config\.ts:3: 設定を読めません（no title）。この行の書き方を確かめてください$/,
    ],
    [
      'an import of what is not installed',
      "const title = 'a';\nimport more from 'no-such-package';\nexport default { title, ...more };\n",
      /^tsuzuri\.config\.ts:2: 設定が読み込もうとした「no-such-package」が見つかりません。`npm install no-such-package` で/,
    ],
    [
      'no default export',
      "export const title = 'a';\n",
      /^tsuzuri\.config\.ts: 設定がありません。`export default defineConfig/,
    ],
    [
      'an unknown key',
      "export default {\n  titel: 'a',\n};\n",
      /^tsuzuri\.config\.ts:2: 設定「titel」はありません。「title」のことですか$/,
    ],
    [
      'an unknown key in a key, of whose name there is another',
      "export default {\n  title: 'a',\n  book: {\n    titel: 'b',\n  },\n};\n",
      /^tsuzuri\.config\.ts:4: 設定「book\.titel」はありません。「book\.title」のことですか$/,
    ],
    [
      'a value of a wrong type',
      "export default {\n  // title: 'a'\n  description: 'title',\n  title: 3,\n};\n",
      /^tsuzuri\.config\.ts:4: 設定「title」の値 3 は使えません。空でない文字列にしてください$/,
    ],
    [
      'a rule switched off that is none',
      "export default {\n  rules: {\n    off: ['small-tsu', 'small-tsuu'],\n  },\n};\n",
      /^tsuzuri\.config\.ts:3: rules\.off の「small-tsuu」という規則はありません。「small-tsu」のことですか$/,
    ],
  ];
  test('of the commands of the project, the one that is none', () => {
    const hello = "{ name: 'hello', summary: 'greets', run: async () => ({ lines: ['やあ'], code: 1 }) }";
    writeFileSync(join(folder, 'tsuzuri.config.ts'), `export default { commands: [${hello}] };`);
    expect(tsuzuri(['hello'])).toMatchObject({ status: 1, stdout: 'やあ\n' });
    expect(tsuzuri(['--help']).stdout).toMatch(/^ {2}hello +greets$/m);
    expect(tsuzuri(['helo']).said[0]).toContain('（「hello」のことですか）');
    writeFileSync(join(folder, 'tsuzuri.config.ts'), `export default { commands: [${hello}, { name: 'x' }] };`);
    expect(tsuzuri(['hello']).said).toEqual([
      expect.stringMatching(/^tsuzuri\.config\.ts:1: 設定「commands の2番目」に summary, run がありません。/),
    ]);
  });

  test.each(some(broken))('%s', (_, text, said) => {
    mkdirSync(join(folder, 'seeds'));
    mkdirSync(join(folder, 'build/pages'), { recursive: true });
    writeFileSync(join(folder, 'build/pages/index.md'), 'earlier');
    writeFileSync(join(folder, 'tsuzuri.config.ts'), text);
    const result = tsuzuri(['build']);
    expect(result.said).toEqual([expect.stringMatching(said)]);
    expect(result.status).toBe(2);
    expect(readdirSync(join(folder, 'build'))).toEqual(['pages']);
    expect(readFileSync(join(folder, 'build/pages/index.md'), 'utf8')).toBe('earlier');
  });
});

describe('check and terms', () => {
  test('a glossary without faults: exit 0', () => {
    const { status, stdout } = tsuzuri(['check'], newProject(folder));
    expect(stdout).toMatch(/^(?:.*: （参考）.*\n)*問題は見つかりませんでした\n$/);
    expect(status).toBe(0);
  });

  test.skipIf(isDay)('faults point into their cards, all of them, and the build stops only for a wrong quote', () => {
    const root = newProject(folder);
    const card = join(root, 'docs/glossary/rfid.md');
    const text = readFileSync(card, 'utf8')
      .replace(/^see: .*$/m, 'see: [nowhere]')
      .replace(/quote: /, 'quote: 無い');
    writeFileSync(card, text);
    const { status, stdout } = tsuzuri(['check'], root);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^docs\/glossary\/rfid\.md:\d+: 引用「無い.*」は 2024-05-20-tosho-1 にありません/m);
    expect(stdout).toMatch(/^docs\/glossary\/rfid\.md:\d+: 関連する用語「nowhere」という項目はありません/m);
    expect(stdout).toContain('2件の問題があります');
    const built = tsuzuri(['build'], root);
    expect(built.status).toBe(2);
    expect(built.said.join('\n')).toMatch(/引用「無い/);
    expect(existsSync(join(root, 'build'))).toBe(false);
  });

  test.skipIf(isDay)(
    'finds a term whose card is gone, writes a draft that the check accepts but for what only a person knows',
    () => {
      const root = newProject(folder);
      const card = join(root, 'docs/glossary/rfid.md');
      rmSync(card);
      const { stdout } = tsuzuri(['terms'], root);
      expect(stdout).toMatch(/^RFID {2}\d+か所 {2}Radio Frequency Identification/m);
      const [, reason = ''] = stdout.slice(stdout.indexOf('RFID  ')).split('\n');
      const [, file = '', line] = /^ {4}\d文書 · 略語、定義つき · (.+):(\d+): .*RFID/.exec(reason) ?? [];
      expect(readFileSync(join(root, file), 'utf8').split('\n')[Number(line) - 1]).toMatch(/RFID|ＲＦＩＤ/);
      const often = tsuzuri(['terms', '--min', '2', '--top', '3'], root).stdout.split('\n');
      expect(often.filter(said => /^\S.* {2}\d+か所/.test(said)).length).toBeLessThanOrEqual(3);
      expect(often.join('\n')).not.toMatch(/^\S.* {2}1か所/m);
      expect(tsuzuri(['terms', 'new', 'rfid'], root).stdout.trim()).toBe('docs/glossary/rfid.md');
      expect(readFileSync(card, 'utf8')).toContain('quote: RFID（Radio Frequency Identification）');
      const again = tsuzuri(['terms', 'new', 'rfid'], root);
      expect(again.status).toBe(2);
      expect(again.said[0]).toMatch(/^docs\/glossary\/rfid\.md: この項目はもうあります/);
      expect(tsuzuri(['terms', 'new', '../../evil'], root).said[0]).toMatch(/ID「\.\.\/\.\.\/evil」は使えません/);
      expect(tsuzuri(['terms', 'new', 'quantum-key', '量子暗号'], root).status).toBe(0);
      expect(readFileSync(join(root, 'docs/glossary/quantum-key.md'), 'utf8')).toMatch(
        /^---\nterm: 量子暗号\n---\n# 量子暗号/,
      );
      expect(tsuzuri(['check'], root).stdout).toMatch(/rfid\.md:2: 「RFID」の読みがありません/);
    },
  );
});
