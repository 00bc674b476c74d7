/** Keeps the page on the configuration as the schema says it, in both languages: `npm run docs` writes it. */
import { join } from 'node:path';
import { CONFIG_SCHEMA, PASSED_ON, PROSE_SETTINGS, SETTINGS, type Setting } from '@tsuzuri/book/config-schema';
import { HOSTS } from '@tsuzuri/book/hosts';
import { wrongSettings } from '@tsuzuri/book/validate-config';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from './seeds.ts';

type Language = 'ja' | 'en';

/** What stands on the page beside the schema. */
const WORDS = {
  title: { ja: '設定', en: 'Configuration' },
  written: {
    ja: '<!-- src/book/config-schema.ts から作られたページです。直すのはそちらで、`npm run docs` がここに写します。 -->',
    en: '<!-- Made of src/book/config-schema.ts: edit that file, `npm run docs` writes this one. -->',
  },
  opening: {
    ja: 'プロジェクトのフォルダーの `tsuzuri.config.ts` に書きます（`.mts`、`.js`、`.mjs` でもかまいません。一つだけ置いてください）。どの項目も省けます。誤りは、行の番号と、正しい書き方を添えて、一度に全部知らせます。',
    en: 'Written in `tsuzuri.config.ts` in the folder of the project (`.mts`, `.js` and `.mjs` will do; one file, not several). Every key may be left out. Mistakes are reported all at once, each with its line and what to write.',
  },
  keys: { ja: '項目', en: 'Keys' },
  type: { ja: '型', en: 'type' },
  default: { ja: '省いたとき', en: 'default' },
  environment: { ja: '先に効く環境変数', en: 'environment variable that comes before it' },
  rule: { ja: '決まり', en: 'rule' },
  about: { ja: '内容', en: 'what it asks' },
  hosts: { ja: 'ホストが伝えること', en: 'What a host says' },
  hostsOpening: {
    ja: 'アドレスとリポジトリは、`TSUZURI_URL` と `TSUZURI_REPOSITORY`、設定、ホストの環境変数の順に、初めに見つかったものが使われます。ホストの値が読み取れないときは、知らせを出して先に進みます。GitHub Pages の独自ドメインは環境変数からは分からないので、`url` に書いてください。GitHub Actions で作ったサイトを別の所に置くときも、`url` に書いてください。',
    en: 'Address and repository come from `TSUZURI_URL` and `TSUZURI_REPOSITORY`, else the configuration, else variables of the host. A value of a host that cannot be read is passed over with a note. GitHub does not tell of a custom domain: write it as `url`, as well as the address of a site that GitHub Actions builds for another place.',
  },
  host: { ja: 'ホスト', en: 'host' },
  url: { ja: 'アドレス', en: 'address' },
  repository: { ja: 'リポジトリ', en: 'repository' },
  others: { ja: 'ほかの環境変数', en: 'Other environment variables' },
  base: {
    ja: '`TSUZURI_BASE`: サイトのリンクの起点（`/minutes/`）。`--base` と同じで、`url` のパスに代わります。',
    en: '`TSUZURI_BASE`: the base of the links of the site (`/minutes/`), as `--base` gives it, in place of the path of `url`.',
  },
  epoch: {
    ja: '`SOURCE_DATE_EPOCH`: 版の日付（1970年からの秒）。なければ最後のコミットの日です。',
    en: '`SOURCE_DATE_EPOCH`: the day of the edition, in seconds since 1970; else that of the last commit.',
  },
} as const;

function pageIn(language: Language): string {
  const said = (key: keyof typeof WORDS): string => WORDS[key][language];
  const told = (names: readonly string[]): string => names.map(name => `\`${name}\``).join(', ') || '—';
  const hosts = HOSTS.map(
    ({ name, variables: { url, repository } }) => `| ${name} | ${told(url)} | ${told(repository)} |`,
  );
  return [
    `${said('written')}\n\n# ${said('title')}`,
    said('opening'),
    `\`\`\`ts\nimport { defineConfig } from 'tsuzuri';\n\nexport default defineConfig({\n  ${SETTINGS.title.example},\n  ${SETTINGS.publisher.example},\n  ${SETTINGS.url.example},\n});\n\`\`\``,
    `## ${said('keys')}`,
    ...keysOf(CONFIG_SCHEMA.properties, '').flatMap(([key, setting]) => [
      sectionOn(key, setting, language),
      ...(setting.properties === PROSE_SETTINGS ? [proseTable(language)] : []),
    ]),
    `## ${said('hosts')}`,
    said('hostsOpening'),
    `| ${said('host')} | ${said('url')} | ${said('repository')} |\n| --- | --- | --- |\n${hosts.join('\n')}`,
    `## ${said('others')}`,
    `- ${said('base')}\n- ${said('epoch')}`,
  ].join('\n\n');
}

/** The keys that hold a value, in the order of the schema: `rules.off` */
const keysOf = (properties: Setting['properties'] = {}, above: string): [string, Setting][] =>
  Object.entries(properties).flatMap(([key, setting]): [string, Setting][] => {
    if (!setting) return [];
    return setting.example ? [[above + key, setting]] : keysOf(setting.properties, `${above}${key}.`);
  });

function sectionOn(key: string, setting: Setting, language: Language): string {
  const { about, default: left, example, environment } = setting;
  const code = (text: string): string => `\`${text}\``;
  const facts: [keyof typeof WORDS, string | undefined][] = [
    ['type', code(typeOf(setting))],
    ['default', typeof left === 'string' ? code(left) : left?.[language]],
    ['environment', environment && code(environment)],
  ];
  const lines = facts.flatMap(([fact, text]) => (text ? [`- ${WORDS[fact][language]}: ${text}`] : []));
  return `### ${key}\n\n${about?.[language]}\n\n${lines.join('\n')}\n\n\`\`\`ts\n${example}\n\`\`\``;
}

function typeOf({ type, enum: words, items, pair, entry }: Setting): string {
  if (entry) return `${entry}[]`;
  if (words) return words.map(word => `'${word}'`).join(' | ');
  if (pair) return '[string, string]';
  return items ? `${typeOf(items)}[]` : String(type);
}

function proseTable(language: Language): string {
  const rows = Object.entries(PROSE_SETTINGS).map(([name, { about, on, options }]) => {
    const own = Object.entries(options).map(([key, value]) => `${key}: ${value}`);
    return `| \`${name}\` | \`${on && own.length > 0 ? `{ ${own.join(', ')} }` : on}\` | ${about[language]} |`;
  });
  const head = `| ${WORDS.rule[language]} | ${WORDS.default[language]} | ${WORDS.about[language]} |`;
  return `${head}\n| --- | --- | --- |\n${rows.join('\n')}`;
}

test.each([
  ['en', 'CONFIGURATION.md'],
  ['ja', 'CONFIGURATION.ja.md'],
] as const)('the page in %s is that of the schema', async (language, file) => {
  await expect(`${pageIn(language)}\n`).toMatchFileSnapshot(join(ROOT, 'src/cli', file));
});

test('every example of the page is a configuration that is taken', async () => {
  const keys = keysOf(CONFIG_SCHEMA.properties, '');
  expect(keys.length).toBeGreaterThan(15);
  for (const [key, { example = '' }] of keys) {
    const config = new Function(`return { ${example} };`)() as object;
    expect(Object.keys(config)).toEqual([key.split('.')[0]]);
    expect(await wrongSettings(config, { file: '', source: '' }, async () => ['double-particle']), key).toEqual([]);
  }
});

test('editors show of each key what the page says', () => {
  const file = join(ROOT, 'src/book/project.ts');
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram([file, join(ROOT, 'src/cli/index.ts')], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file) as ts.SourceFile;
  const declared = source.statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === 'Config');
  const shown = checker.getTypeAtLocation(declared as ts.Node).getProperties();
  const documentation = new Map(
    shown.map(symbol => [symbol.name, ts.displayPartsToString(symbol.getDocumentationComment(checker))]),
  );
  for (const [key, { about }] of Object.entries({ ...SETTINGS, ...PASSED_ON } as Record<string, Setting>))
    expect.soft(documentation.get(key), key).toBe(about?.en);
  expect([...documentation.keys()].sort()).toEqual(Object.keys(CONFIG_SCHEMA.properties ?? {}).sort());
});
