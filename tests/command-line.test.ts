/** Holds the habits of the command line: standard streams, folders, overwriting, languages, JSON, colour, completion. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { COMMANDS } from '@tsuzuri/cli/commands';
import { commandReference, describeCommands } from '@tsuzuri/cli/reference';
import { columnsOf } from '@tsuzuri/cli/terminal';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ROOT, SEEDS } from './seeds.ts';

const CLI = join(ROOT, 'src/cli/bin/tsuzuri.js');
const [FIRST, SECOND] = Object.values(SEEDS).map(name => readFileSync(join(ROOT, 'seeds', `${name}.txt`))) as [
  Buffer,
  Buffer,
];
/** A scan that is quick to convert. */
const SHORT = '第1回 見本町協議会 議事要旨\n1 日時\n平成24年11月1日(木) 10:00～11:00\n○見本委員\n資料を確認した。\n';
const GLOSSARY = join(ROOT, 'docs/glossary');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tsuzuri-line-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Given {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command, as a person runs it in a folder of their own. */
function tsuzuri(words: readonly string[], { input, env }: Given = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(input === undefined ? {} : { input }),
  });
  return { status, stdout, said: stderr.split('\n').filter(Boolean) };
}

function put(path: string, content: string | Buffer = SHORT): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const filesIn = (path: string): string[] =>
  readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.\w+$/.test(name))
    .toSorted();

describe('standard input and output', () => {
  test('convert - is what convert writes to a file of that name', () => {
    put('a.txt', FIRST);
    tsuzuri(['convert', 'a.txt', '--out', 'out']);
    const page = read('out/a.md');
    expect(tsuzuri(['convert', '-', '--stdin-filename', 'a.txt'], { input: FIRST })).toEqual({
      status: 0,
      stdout: page,
      said: [],
    });
    expect(tsuzuri(['convert', 'a.txt', '--out', '-']).stdout).toBe(page);
    expect(tsuzuri(['convert', '-', '--out', '-'], { input: FIRST }).stdout).toBe(page.replaceAll('a.txt', 'stdin'));
    expect(tsuzuri(['convert', '-', '--out', 'piped'], { input: FIRST })).toMatchObject({ status: 0 });
    expect(filesIn('piped')).toEqual(['stdin.ledger.json', 'stdin.md']);
  });

  test('of nothing, convert - says so', () => {
    expect(tsuzuri(['convert', '-'], { input: '' })).toEqual({
      status: 2,
      stdout: '',
      said: ['stdin: ファイルが空です。OCRの文字データが入ったファイルを渡してください'],
    });
  });

  test('link - gives the text with its links, every other byte as it was', () => {
    const text = '\uFEFFNISCは*ここ*に\r\nある';
    const { status, stdout } = tsuzuri(['link', '-', '--glossary', GLOSSARY], { input: text });
    expect(status).toBe(0);
    expect(stdout).toContain('[NISC](/glossary/nisc/');
    expect(stdout.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')).toBe(text);
  });

  test('explain - finds what explain finds in the file', () => {
    put('a.txt', FIRST);
    const { stdout } = tsuzuri(['explain', '-'], { input: FIRST });
    expect(stdout).toMatch(/^stdin:86:\d+ .*「つ」 → 「っ」.*\[small-tsu\]$/m);
    expect(tsuzuri(['explain', 'a.txt']).stdout).toBe(stdout.replaceAll('stdin', 'a.txt'));
  });

  test('a pipe between processes is read', () => {
    put('a.txt', FIRST);
    const { stdout } = spawnSync('sh', ['-c', `cat a.txt | "${process.execPath}" "${CLI}" convert - | head -n 2`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^---\ntitle: /);
  });

  test('verify reads no standard input, and says so', () => {
    expect(tsuzuri(['verify', '-'], { input: '{}' })).toMatchObject({
      status: 2,
      said: ['-: このコマンドは標準入力を読みません。ファイルかフォルダーを指定してください'],
    });
  });
});

describe('folders and patterns', () => {
  beforeEach(() => {
    for (const path of [
      'minutes/a.txt',
      'minutes/2024/a.txt',
      'minutes/2024/B.TXT',
      'minutes/2024/注.pdf',
      'minutes/.x/a.txt',
    ])
      put(path);
  });

  test('of a folder the names of its folders are kept, what is left out is named, the output is not read', () => {
    const call = ['convert', '.', '--out', 'out'];
    const { status, said } = tsuzuri(call);
    expect(status).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^minutes\/2024\/注\.pdf: 読みませんでした/),
      '結果: 変換 3件、失敗 0件',
    ]);
    const files = ['2024/B.ledger.json', '2024/B.md', '2024/a.ledger.json', '2024/a.md', 'a.ledger.json', 'a.md'];
    expect(filesIn('out/minutes')).toEqual(files);
    expect(tsuzuri(call)).toMatchObject({ status: 0, said });
    expect(filesIn('out/minutes')).toEqual(files);
    expect(tsuzuri(['verify', 'out']).stdout.split('\n').slice(0, -1)).toEqual([
      '一致  minutes/2024/B.ledger.json',
      '一致  minutes/2024/a.ledger.json',
      '一致  minutes/a.ledger.json',
    ]);
  });

  test('a pattern in quotes is what the shell would make of it', () => {
    expect(tsuzuri(['convert', 'minutes/**/a.txt', '--out', 'out'])).toMatchObject({ status: 0 });
    expect(filesIn('out')).toEqual(['2024/a.ledger.json', '2024/a.md', 'a.ledger.json', 'a.md']);
    expect(tsuzuri(['convert', 'minutes/*.txt', './minutes/a.txt', '--out', 'flat', '--quiet'])).toEqual({
      status: 0,
      stdout: '',
      said: [],
    });
    expect(filesIn('flat')).toEqual(['a.ledger.json', 'a.md']);
    expect(tsuzuri(['convert', 'minutes/*.ocr', '--out', 'o'])).toMatchObject({
      status: 2,
      said: ['minutes/*.ocr: このパターンに合うファイルがありません。パスを確かめてください'],
    });
  });

  test('two scans never become one page: nothing is written, the way out is said', () => {
    put('other/A.txt');
    expect(tsuzuri(['convert', 'minutes/a.txt', 'other/A.txt', '--out', 'out'])).toEqual({
      status: 2,
      stdout: '',
      said: [
        expect.stringMatching(/^other\/A\.txt: minutes\/a\.txt も同じ a\.md になります。二つの上にあるフォルダーを/),
      ],
    });
    expect(filesIn('.')).not.toContain('out/a.md');
  });

  test('corrections beside a scan are applied, they are no scan', () => {
    put('minutes/a.yml', 'corrections:\n  - {before: 資料を確認した, after: 資料を確かめた, why: 控えのとおり}\n');
    expect(tsuzuri(['convert', 'minutes/*', '--out', 'named'])).toMatchObject({ status: 0 });
    expect(filesIn('named')).toEqual(['a.ledger.json', 'a.md']);
    const { said } = tsuzuri(['convert', 'minutes', '--out', 'out']);
    expect(said.join('\n')).not.toContain('a.yml');
    expect(read('out/a.md')).toContain('資料を確かめた');
  });

  test('link keeps the folders of notes, a note that is no text is reported and the others are written', () => {
    put('notes/2021/a.md', 'NISCの記録\n');
    put('notes/bad.md', Buffer.from([0xff, 0xfe, 0x41]));
    const result = tsuzuri(['link', 'notes', '--glossary', GLOSSARY, '--out', 'linked']);
    expect(result).toEqual({
      status: 1,
      stdout: '',
      said: [
        'notes/bad.md: UTF-8の文字として読めません。文字コードをUTF-8にして保存し直してください',
        'linked に 1件を書きました。失敗 1件',
      ],
    });
    expect(filesIn('linked')).toEqual(['2021/a.md']);
  });

  test('a ledger that is none is reported, the others are verified', () => {
    tsuzuri(['convert', 'minutes/a.txt', '--out', 'out']);
    put('out/b.ledger.json', '{}');
    expect(tsuzuri(['verify', 'out'])).toMatchObject({
      status: 1,
      stdout: '一致  a.ledger.json\n',
      said: [expect.stringMatching(/^out\/b\.ledger\.json: 帳簿として読めません: .+。tsuzuri convert でもう一度/)],
    });
  });
});

describe('what exists already', () => {
  const REFUSED = 'もうあるファイルで、tsuzuri が書いたものではないかもしれないので、上書きしませんでした。';

  test('convert replaces its own page when the scan has changed', () => {
    put('a.txt');
    expect(tsuzuri(['convert', 'a.txt', '--out', 'out']).status).toBe(0);
    put('a.txt', SHORT.replace('資料を確認した', '資料を配付した'));
    expect(tsuzuri(['convert', 'a.txt', '--out', 'out'])).toMatchObject({ status: 0, said: [] });
    expect(read('out/a.md')).toContain('資料を配付した');
  });

  test.each([
    ['a page of somebody', 'out/a.md', '# 町の記録\n'],
    ['a ledger of somebody', 'out/a.ledger.json', '{}\n'],
  ])('convert leaves %s as it is, until it is forced', (_, path, content) => {
    put('a.txt');
    put('b.txt');
    put(path, content);
    const refused = tsuzuri(['convert', 'a.txt', 'b.txt', '--out', 'out']);
    expect(refused).toMatchObject({
      status: 1,
      said: [expect.stringContaining(`${path}: ${REFUSED}`), expect.anything()],
    });
    expect(refused.said[0]).toContain('--force');
    expect(read(path)).toBe(content);
    expect(filesIn('out')).toContain('b.md');
    expect(tsuzuri(['convert', 'a.txt', 'b.txt', '--out', 'out', '--force'])).toMatchObject({ status: 0 });
    expect(read('out/a.md')).toContain('資料を確認した');
  });

  test('convert leaves a page that a person has put in the place of its own', () => {
    put('a.txt');
    tsuzuri(['convert', 'a.txt', '--out', 'out']);
    put('out/a.md', '# 町の記録\n');
    expect(tsuzuri(['convert', 'a.txt', '--out', 'out'])).toMatchObject({ status: 2 });
    expect(read('out/a.md')).toBe('# 町の記録\n');
  });

  test('convert never writes over a scan, forced or not', () => {
    put('notes/a.md');
    const { status, said } = tsuzuri(['convert', 'notes/a.md', '--out', 'notes', '--force']);
    expect(status).toBe(2);
    expect(said).toEqual(['notes/a.md: 原文を上書きすることになります。別の出力先にしてください']);
    expect(read('notes/a.md')).toBe(SHORT);
  });

  test('link writes the same again, but nothing else over a file, until it is forced', () => {
    put('notes/a.md', 'NISCの記録\n');
    const call = ['link', 'notes', '--glossary', GLOSSARY, '--out', 'linked'];
    expect(tsuzuri(call).status).toBe(0);
    expect(tsuzuri(call).status).toBe(0);
    put('notes/a.md', 'NISCの新しい記録\n');
    expect(tsuzuri(call)).toMatchObject({
      status: 2,
      said: [expect.stringContaining(`linked/a.md: ${REFUSED}`), expect.anything()],
    });
    expect(tsuzuri([...call, '--force']).status).toBe(0);
    expect(read('linked/a.md')).toContain('の新しい記録');
  });
});

describe('JSON for programs', () => {
  test('of convert: what was written, what failed, what was left out', () => {
    put('minutes/a.txt');
    put('minutes/b.txt', '');
    put('minutes/c.pdf');
    const { status, stdout } = tsuzuri(['convert', 'minutes', '--out', 'out', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      converted: [
        { scan: 'minutes/a.txt', page: 'out/a.md', ledger: 'out/a.ledger.json', edits: expect.any(Number), doubts: 0 },
      ],
      failed: [{ file: 'minutes/b.txt', reason: expect.stringContaining('ファイルが空です') }],
      skipped: ['minutes/c.pdf'],
    });
  });

  test('of explain and verify', () => {
    put('a.txt', FIRST);
    const edits = JSON.parse(tsuzuri(['explain', 'a.txt:86', '--json']).stdout);
    expect(edits).toContainEqual(
      expect.objectContaining({ line: 86, kind: 'edit', rule: 'small-tsu', before: 'つ', after: 'っ' }),
    );
    tsuzuri(['convert', 'a.txt', '--out', 'out']);
    expect(JSON.parse(tsuzuri(['verify', 'out', '--json']).stdout)).toEqual([{ ledger: 'a.ledger.json', holds: true }]);
  });

  test('of check and terms in a project', () => {
    put('seeds/a.txt', SECOND);
    put('docs/glossary/x.md', '---\nterm: 見本\nsee: [nowhere]\n---\n# 見本\n\n見本。\n');
    const { status, stdout } = tsuzuri(['check', '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).version).toBe('2.1.0');
    expect(tsuzuri(['check', '--format', 'json']).stdout).toBe(stdout);
    const terms = JSON.parse(tsuzuri(['terms', '--json']).stdout);
    expect(terms).toContainEqual({
      term: expect.any(String),
      count: expect.any(Number),
      expansions: expect.any(Array),
      pages: ['minutes/a'],
      aliases: expect.any(Array),
      score: expect.any(Number),
      evidence: expect.any(Array),
      example: {
        file: 'seeds/a.txt',
        line: expect.any(Number),
        sentence: expect.any(String),
        mention: expect.any(String),
      },
    });
    expect(JSON.parse(tsuzuri(['terms', '--json', '--top', '1']).stdout)).toEqual(terms.slice(0, 1));
  });
});

describe('Japanese and English', () => {
  const ENGLISH = 'nowhere.txt: There is no such file. Check the path';
  const JAPANESE = 'nowhere.txt: ファイルが見つかりません。パスを確かめてください';
  const nobody = { TSUZURI_LANG: '', LC_ALL: '', LC_MESSAGES: '', LANG: '' };
  const call = ['explain', 'nowhere.txt'];
  const calls: [string, string[], Record<string, string>, string][] = [
    ['--lang before the command', ['--lang', 'en', ...call], {}, ENGLISH],
    ['--lang behind it', [...call, '--lang=en'], {}, ENGLISH],
    ['--lang before the environment', [...call, '--lang', 'ja'], { ...nobody, LANG: 'en_US.UTF-8' }, JAPANESE],
    ['the locale', call, { ...nobody, LANG: 'en_US.UTF-8' }, ENGLISH],
    ['nothing at all', call, { ...nobody, LANG: 'C.UTF-8' }, JAPANESE],
  ];
  test.each(calls)('the language comes from %s', (_, words, env, said) => {
    expect(tsuzuri(words, { env })).toMatchObject({ status: 2, said: [said] });
  });

  test.each(COMMANDS.map(({ name }) => name))('the help of %s has no Japanese but in examples in English', name => {
    const { stdout } = tsuzuri([name, '--help', '--lang', 'en']);
    expect(stdout).toMatch(/^Usage: tsuzuri [\s\S]*\nGlobal options:\n[\s\S]*\nExamples:\n/);
    expect(stdout.split('\nExamples:')[0]).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
  });

  test('the help in Japanese has none of the English words of the library, and fits a terminal', () => {
    const help = [[], ...COMMANDS.map(({ name }) => [name])]
      .map(words => tsuzuri([...words, '--help']).stdout)
      .join('\n');
    expect(help).not.toMatch(/Usage|Options|Arguments|Commands|Examples|display|output the|choices|\[options\]/);
    expect(help).toContain('コマンド:');
    // Examples are to be copied, and stay in one line.
    const wide = help.split('\n').filter(line => !line.startsWith('  tsuzuri ') && columnsOf(line) > 80);
    expect(wide).toEqual([]);
  });

  test('mistakes are said in English', () => {
    const said = (...words: string[]) => tsuzuri([...words, '--lang', 'en']).said;
    expect(said('bild')).toEqual(['tsuzuri: There is no command "bild" (did you mean "build"?). See tsuzuri --help']);
    expect(said('build', '--pfd')).toEqual([
      'tsuzuri: build: There is no option "--pfd" (did you mean "--pdf"?). See tsuzuri build --help',
    ]);
    expect(said('convert', 'a.txt')).toEqual([
      'tsuzuri: convert: "--out <folder>" is missing. See tsuzuri convert --help',
    ]);
    put('a.txt');
    put('out/a.md', 'mine');
    expect(said('convert', 'a.txt', '--out', 'out')).toEqual([
      'out/a.md: It exists, and may not have been written by tsuzuri: it was not overwritten. Add --force to overwrite it, or choose another folder',
    ]);
  });
});

describe('version and colour', () => {
  test.each(['--version', '-v', '-V'])('%s', word => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'src/cli/package.json'), 'utf8'));
    expect(tsuzuri([word])).toEqual({ status: 0, stdout: `${version}\n`, said: [] });
  });

  test('colour only where it is asked for, or a terminal stands there', () => {
    const esc = '\u001b[';
    const said = (env: Record<string, string>) => tsuzuri(['explain', 'nowhere.txt'], { env }).said[0];
    const nobody = { FORCE_COLOR: undefined, NO_COLOR: undefined } as unknown as Record<string, string>;
    expect(said(nobody)).not.toContain(esc);
    expect(said({ ...nobody, FORCE_COLOR: '1' })).toBe(
      `${esc}31mnowhere.txt:${esc}39m ファイルが見つかりません。パスを確かめてください`,
    );
    expect(said({ ...nobody, NO_COLOR: '1' })).not.toContain(esc);
    expect(tsuzuri(['--help'], { env: { ...nobody, FORCE_COLOR: '1' } }).stdout).toContain(`${esc}1m使い方:${esc}22m`);
    expect(tsuzuri(['--help'], { env: nobody }).stdout).not.toContain(esc);
  });
});

describe('completion', () => {
  const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;
  /** What bash offers for the last of these words. */
  const bash = (...words: string[]) =>
    spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `source <("${process.execPath}" "${CLI}" completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tsuzuri; echo "\${COMPREPLY[@]}"`,
        'bash',
        ...words,
      ],
      { encoding: 'utf8' },
    ).stdout.trim();

  test.skipIf(!has('bash'))('of bash: commands, options, values', () => {
    expect(bash('tsuzuri', 'co')).toBe('convert completion');
    expect(bash('tsuzuri', 'build', '--p')).toBe('--pdf');
    expect(bash('tsuzuri', '--lang', 'en', 'convert', '--st')).toBe('--stdin-filename');
    expect(bash('tsuzuri', 'check', '--format', 'g')).toBe('github');
    expect(bash('tsuzuri', 'help', 've')).toBe('verify');
    expect(bash('tsuzuri', 'completion', 'f')).toBe('fish');
    expect(bash('tsuzuri', 'convert', 'minutes/')).toBe('');
  });

  test.skipIf(!has('fish'))('of fish', () => {
    put('c.fish', tsuzuri(['completion', 'fish']).stdout);
    const fish = (line: string) =>
      spawnSync('fish', ['--no-config', '-c', `source c.fish; complete -C '${line}'`], {
        cwd: folder,
        encoding: 'utf8',
      })
        .stdout.split('\n')
        .map(row => row.split('\t')[0])
        .filter(Boolean);
    expect(fish('tsuzuri co')).toEqual(expect.arrayContaining(['convert', 'completion']));
    expect(fish('tsuzuri build --p')).toEqual(['--pdf']);
    expect(fish('tsuzuri check --format ')).toEqual(expect.arrayContaining(['text', 'github', 'json']));
    expect(fish('tsuzuri convert c.f')).toEqual(['c.fish']);
  });

  test.skipIf(!has('zsh'))('of zsh', () => {
    put('_tsuzuri', tsuzuri(['completion', 'zsh']).stdout);
    // A terminal of its own, in which the tabulator is pressed.
    const script = [
      'zmodload zsh/zpty',
      'zpty z zsh -f -i',
      `zpty -w z 'fpath=(${folder} $fpath); autoload -U compinit; compinit -D -u; PROMPT=; cd ${folder}; tsuzuri() { }; print REA""DY'`,
      "zpty -r z line '*READY*'",
      "zpty -w -n z $'tsuzuri build --of\\t'",
      "zpty -r z line '*--offline*'; print -r -- $line",
      'zpty -d z',
    ].join('\n');
    const { stdout } = spawnSync('zsh', ['-f', '-c', script], { encoding: 'utf8', timeout: 30_000 });
    expect(stdout).toContain('tsuzuri build --offline');
  });
});

describe('the reference of all commands', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(['ja', 'en'])('in %s has every command with its arguments, options and examples', async language => {
    vi.stubEnv('TSUZURI_LANG', language);
    const reference = await commandReference(COMMANDS);
    const commands = await describeCommands(COMMANDS);
    expect(commands.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
    for (const { name, summary, options, arguments: taken, examples } of commands) {
      expect(reference).toContain(`### \`tsuzuri ${name}\`\n\n${summary}\n`);
      for (const { syntax, summary } of [...taken, ...options])
        expect(reference).toContain(`| \`${syntax}\` | ${summary} |`);
      for (const example of examples) expect(reference).toContain(`\n${example}\n`);
    }
  });
});
