/** What a person reads who made a mistake in a configuration: which line, what is wrong, what to write. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { errorsOf } from '@tsuzuri/core/messages';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { loadProject, type Project } from './project.ts';

const home = mkdtempSync(join(tmpdir(), 'tsuzuri-config-'));
afterAll(() => rmSync(home, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

type Files = Readonly<Record<string, string>>;

let count = 0;
async function load(files: Files): Promise<Project> {
  const root = join(home, String(++count));
  mkdirSync(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return loadProject(root);
}

/** As the command prints them: `tsuzuri.config.ts:2: …` */
async function complaints(files: string | Files): Promise<string[]> {
  try {
    await load(typeof files === 'string' ? { 'tsuzuri.config.ts': files } : files);
    return [];
  } catch (error) {
    return errorsOf(error).map(({ file, line, reason }) => `${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
  }
}

const SOUND = `import { defineConfig } from 'tsuzuri';

export default defineConfig({
  title: '見本町議会 会議録',
  description: '見本町議会の会議録です。',
  publisher: '見本町',
  language: 'en',
  url: 'https://example.jp/minutes/',
  repository: 'git@git.example.jp:town/minutes.git',
  links: 'every',
  rules: { off: ['small-tsu', 'ours'] },
  book: { title: '見本町議会 会議録集' },
  check: { prose: { 'sentence-length': { max: 120 }, 'max-ten': false, 'no-nfd': true } },
  search: { examples: [['見本バス', '語のある箇所']] },
  vitepress: { lastUpdated: true, themeConfig: {} },
  stages: [{ name: 'x', plugin: () => {} }],
  commands: [],
});
`;

test('every key is read, and nothing is complained of', async () => {
  const { config, file } = await load({ 'tsuzuri.config.ts': SOUND, 'docs/rules/ours.md': '' });
  expect(file).toBe('tsuzuri.config.ts');
  expect(config).toMatchObject({
    language: 'en',
    rules: { off: ['small-tsu', 'ours'] },
    search: { examples: [['見本バス', '語のある箇所']] },
  });
});

test.each([
  ['tsuzuri.config.js', "module.exports = { title: '見本町' };\n"],
  ['tsuzuri.config.mjs', "export default { title: '見本町' };\n"],
  ['tsuzuri.config.mts', "const title: string = '見本町';\nexport default { title };\n"],
])('%s is read', async (name, text) => expect((await load({ [name]: text })).config.title).toBe('見本町'));

test('a folder without a configuration is a project that says nothing', async () => {
  expect((await load({ 'seeds/a.txt': '' })).config).toEqual({});
});

describe('a file that cannot be used', () => {
  const files: [string, string | Files, string | RegExp, RegExp][] = [
    [
      'a syntax error',
      "export default {\n  title: 'a',\n  publisher 'b',\n};\n",
      /^tsuzuri\.config\.ts:3: 設定を読めません（.+）。この行の書き方を確かめてください$/,
      /^tsuzuri\.config\.ts:3: The configuration cannot be read \(.+\)\. See how this line is written$/,
    ],
    [
      'a configuration that throws',
      "const title = 'a';\n\nif (title) throw new Error('no title');\nexport default { title };\n",
      'tsuzuri.config.ts:3: 設定を読めません（no title）。この行の書き方を確かめてください',
      /^tsuzuri\.config\.ts:3: The configuration cannot be read \(no title\)/,
    ],
    [
      'a configuration that throws what is no error',
      'throw null;\n',
      'tsuzuri.config.ts: 設定を読めません（null）。この行の書き方を確かめてください',
      /^tsuzuri\.config\.ts: The configuration cannot be read \(null\)/,
    ],
    [
      'a package that is not installed',
      "const title = 'a';\nimport more from 'no-such-package';\nexport default { title, ...more };\n",
      'tsuzuri.config.ts:2: 設定が読み込もうとした「no-such-package」が見つかりません。`npm install no-such-package` で入れるか、この行を直してください',
      /^tsuzuri\.config\.ts:2: The configuration imports "no-such-package", which is not there\. Run `npm install no-such-package`/,
    ],
    [
      'a file that is not there',
      "import more from './more.ts';\nexport default { ...more };\n",
      'tsuzuri.config.ts:1: 設定が読み込もうとしたファイル「more.ts」が見つかりません。この行のパスを確かめてください',
      /^tsuzuri\.config\.ts:1: The configuration imports the file "more\.ts", which is not there/,
    ],
    [
      'no default export',
      "export const title = 'a';\n",
      'tsuzuri.config.ts: 設定がありません。`export default defineConfig({ … })` と書いてください',
      /^tsuzuri\.config\.ts: There is no configuration in it\. Write `export default defineConfig/,
    ],
    [
      'a default export that is a function',
      'export default () => ({});\n',
      /^tsuzuri\.config\.ts: export default されているもの（\[Function.*\]）は設定ではありません。`export default defineConfig/,
      /^tsuzuri\.config\.ts: What it exports by default \(\[Function.*\]\) is no configuration\. Write/,
    ],
    [
      'a default export that is a list',
      "export default ['a'];\n",
      /^tsuzuri\.config\.ts: export default されているもの（\[.*\]）は設定ではありません/,
      /^tsuzuri\.config\.ts: What it exports by default/,
    ],
    [
      'a default export that is a promise',
      'export default Promise.resolve({});\n',
      /^tsuzuri\.config\.ts: export default されているもの（Promise.*）は設定ではありません/,
      /^tsuzuri\.config\.ts: What it exports by default/,
    ],
    ...['tsuzuri.config.json', 'tsuzuri.config.yml', 'tsuzuri.config.cjs', 'Tsuzuri.Config.ts', 'tsuzuri.yaml'].map(
      (name): [string, Files, string, RegExp] => [
        `a name that is not read: ${name}`,
        { [name]: '' },
        `${name}: この名前の設定ファイルは読まれません。名前を tsuzuri.config.ts に変え、中身を \`export default { … };\` の形に書き直してください`,
        /A configuration of this name is not read\. Rename it to tsuzuri\.config\.ts/,
      ],
    ),
    [
      'two configurations',
      { 'tsuzuri.config.ts': 'export default {};\n', 'tsuzuri.config.mjs': 'export default {};\n' },
      'tsuzuri.config.mjs: 設定ファイルが一つではありません（tsuzuri.config.ts, tsuzuri.config.mjs）。一つだけ残して、ほかは消してください',
      /There is more than one configuration \(tsuzuri\.config\.ts, tsuzuri\.config\.mjs\)\. Keep one of them/,
    ],
  ];
  test.each(files)('%s', async (_, given, japanese, english) => {
    expect(await complaints(given)).toEqual([
      typeof japanese === 'string' ? japanese : expect.stringMatching(japanese),
    ]);
    vi.stubEnv('TSUZURI_LANG', 'en');
    expect(await complaints(given)).toEqual([expect.stringMatching(english)]);
  });
});

describe('a setting that cannot be used', () => {
  const settings: [written: string, japanese: string, english: string][] = [
    [
      "titel: 'a'",
      '設定「titel」はありません。「title」のことですか',
      'There is no setting "titel". Did you mean "title"?',
    ],
    [
      "book: { titel: 'a' }",
      '設定「book.titel」はありません。「book.title」のことですか',
      'There is no setting "book.titel". Did you mean "book.title"?',
    ],
    [
      "book: { paper: 'A4' }",
      '設定「book.paper」はありません。使えるのは book.title です',
      'There is no setting "book.paper". There are: book.title',
    ],
    [
      'off: []',
      '設定「off」はありません。「rules.off」のことですか',
      'There is no setting "off". Did you mean "rules.off"?',
    ],
    [
      "book: { publisher: 'a' }",
      '設定「book.publisher」はありません。「publisher」のことですか',
      'There is no setting "book.publisher". Did you mean "publisher"?',
    ],
    [
      'title: 3',
      '設定「title」の値 3 は使えません。空でない文字列にしてください',
      `The setting "title" cannot be 3. Write a text that is not empty: '…'`,
    ],
    [
      "title: ''",
      "設定「title」の値 '' は使えません。空でない文字列にしてください",
      `The setting "title" cannot be ''. Write a text that is not empty: '…'`,
    ],
    [
      "language: 'jp'",
      "設定「language」の値 'jp' は使えません。'ja' か 'en' のどれかにしてください",
      `The setting "language" cannot be 'jp'. Write 'ja' or 'en'`,
    ],
    [
      "url: 'example.jp'",
      "設定「url」の値 'example.jp' は使えません。'https://example.jp/minutes/' のように https か http で始まり、「?」や「#」のないアドレスにしてください",
      `The setting "url" cannot be 'example.jp'. Write an address that begins with https or http and has no ? and no #: 'https://example.jp/minutes/'`,
    ],
    [
      "repository: 'https://github.com/'",
      "設定「repository」の値 'https://github.com/' は使えません。'https://github.com/example/minutes' のような、リポジトリの https のアドレスにしてください",
      `The setting "repository" cannot be 'https://github.com/'. Write the https address of a repository: 'https://github.com/example/minutes'`,
    ],
    [
      'rules: []',
      '設定「rules」の値 [] は使えません。{ off: … } の形にしてください',
      'The setting "rules" cannot be []. Write an object: { off: … }',
    ],
    [
      "rules: { off: 'small-tsu' }",
      "設定「rules.off」の値 'small-tsu' は使えません。配列（[ … ]）にしてください",
      `The setting "rules.off" cannot be 'small-tsu'. Write a list: [ … ]`,
    ],
    [
      "rules: { off: ['small-tsuu'] }",
      'rules.off の「small-tsuu」という規則はありません。「small-tsu」のことですか',
      'rules.off names "small-tsuu", which is no rule. Did you mean "small-tsu"?',
    ],
    [
      "check: { prose: { 'max-tenn': true } }",
      '設定「check.prose.max-tenn」はありません。「check.prose.max-ten」のことですか',
      'There is no setting "check.prose.max-tenn". Did you mean "check.prose.max-ten"?',
    ],
    [
      "check: { prose: { 'max-ten': 3 } }",
      '設定「check.prose.max-ten」の値 3 は使えません。true か false か { max: … } のどれかにしてください',
      'The setting "check.prose.max-ten" cannot be 3. Write true or false or { max: … }',
    ],
    [
      "check: { prose: { 'max-ten': { max: '3' } } }",
      "設定「check.prose.max-ten.max」の値 '3' は使えません。0以上の数にしてください",
      `The setting "check.prose.max-ten.max" cannot be '3'. Write a number that is 0 or more`,
    ],
    [
      "check: { prose: { 'no-nfd': { max: 1 } } }",
      '設定「check.prose.no-nfd.max」はありません。「check.prose.no-nfd」には true か false だけを書いてください',
      'There is no setting "check.prose.no-nfd.max". Write true or false for "check.prose.no-nfd", nothing else',
    ],
    [
      "search: { examples: [['a', 'b'], ['a', 2]] }",
      "設定「search.examples の2番目」の値 [ 'a', 2 ] は使えません。['…', '…'] のような、二つの文字列の組にしてください",
      `The setting "search.examples, item 2" cannot be [ 'a', 2 ]. Write a pair of texts: ['…', '…']`,
    ],
    [
      "vitepress: { base: '/x/' }",
      '設定「vitepress.base」は書けません。サイトの起点は `url` のパスか `tsuzuri build --base` で決めてください',
      'The setting "vitepress.base" cannot be set. The base comes of the path of `url`, or of `tsuzuri build --base`',
    ],
    [
      "formats: [{ name: 'x' }]",
      '設定「formats の1番目」に endings, detect, read がありません。{ name, endings, detect, read } の形にしてください',
      'The setting "formats, item 1" lacks endings, detect, read. It must have the form { name, endings, detect, read }',
    ],
  ];
  test.each(settings)('%s', async (written, japanese, english) => {
    const config = `export default {\n  // ${written}\n  publisher: '見本町',\n  ${written},\n};\n`;
    expect(await complaints(config)).toEqual([`tsuzuri.config.ts:4: ${japanese}`]);
    vi.stubEnv('TSUZURI_LANG', 'en');
    expect(await complaints(config)).toEqual([`tsuzuri.config.ts:4: ${english}`]);
  });

  test('all of them are said at once, each at its own line, in the order of the file', async () => {
    const config = `import { defineConfig } from 'tsuzuri';

const rules = {
  off: [
    'small-tsu',
    'small-tsuu',
  ],
};
const more = { links: 'all' };

export default defineConfig({
  book: { title: 'title' },
  ...more,
  title: 3,
  rules,
  'serach': {},
} as never);
`;
    const lines = (await complaints(config)).map(line => line.replace(/。.*/, ''));
    expect(lines).toEqual([
      "tsuzuri.config.ts: 設定「links」の値 'all' は使えません",
      'tsuzuri.config.ts:6: rules.off の「small-tsuu」という規則はありません',
      'tsuzuri.config.ts:14: 設定「title」の値 3 は使えません',
      'tsuzuri.config.ts:16: 設定「serach」はありません',
    ]);
  });
});
