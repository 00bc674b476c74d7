/** Holds the schemas of cards: they are schemas, all documents of the project fit them, what does not is reported with its line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORM_NAMES } from '@tsuzuri/convert/3-parse/speech';
import { PLACES } from '@tsuzuri/convert/4-correct/rules';
import { CATEGORIES, readCard, readTerm } from '@tsuzuri/core/card';
import { labelsIn } from '@tsuzuri/core/labels';
import { errorsOf } from '@tsuzuri/core/messages';
import { FORMATS, OTHER_KEYWORDS, type SchemaKind, validate } from '@tsuzuri/core/schema';
import { readYaml } from '@tsuzuri/core/yaml';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { ROOT } from './seeds.ts';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const KINDS: readonly SchemaKind[] = ['term', 'rule', 'corrections', 'redirects'];
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const schemaOf = (kind: SchemaKind): Schema => JSON.parse(read(`docs/schemas/${kind}.json`));

/** The keys of a schema, with those of the records in it: `sources.quote`. */
function keysOf({ properties = {} }: Schema, before = ''): [string, Schema][] {
  return Object.entries(properties).flatMap(([key, schema]): [string, Schema][] => [
    [before + key, schema],
    ...keysOf(schema.items ?? schema, `${before}${key}.`),
  ]);
}

describe.each(KINDS)('%s.json', kind => {
  test('is a JSON Schema, which its own examples fit', () => {
    const ajv = new Ajv({ strict: true, strictRequired: false, formats: FORMATS }).addVocabulary(OTHER_KEYWORDS);
    const isValid = ajv.compile(schemaOf(kind));
    for (const example of schemaOf(kind).examples ?? [])
      expect(isValid(example), JSON.stringify(isValid.errors)).toBe(true);
  });

  test('explains every key, every value, in Japanese, with an example', () => {
    for (const [name, schema] of keysOf(schemaOf(kind))) {
      expect(schema, name).toMatchObject({
        title: expect.stringMatching(/[ぁ-ん一-龠]/),
        description: expect.stringMatching(/[ぁ-ん一-龠]/),
        examples: expect.arrayContaining([expect.anything()]),
      });
      const choice = schema.items?.enum ? schema.items : schema;
      if (choice.enum && name !== 'built-in') {
        expect(choice.enumDescriptions, name).toHaveLength(choice.enum.length);
        expect(choice.markdownEnumDescriptions, name).toHaveLength(choice.enum.length);
      }
    }
  });
});

describe('the documents of the project', () => {
  const cards = (folder: string, kind: 'term' | 'rule') =>
    readdirSync(join(ROOT, folder)).map(name => [`${folder}/${name}`, kind] as const);

  test.each([...cards('docs/glossary', 'term'), ...cards('docs/rules', 'rule')])('%s fits', (file, kind) => {
    expect(readCard(file, read(file), kind).notes).toEqual([]);
  });

  const lists = readdirSync(join(ROOT, 'seeds'))
    .filter(name => name.endsWith('.yml'))
    .map(name => `seeds/${name}`);
  test.each(lists)('%s fits, and tells editors its schema', file => {
    expect(validate('corrections', readYaml(file, read(file), { values: 'text' }))).toEqual({ errors: [], notes: [] });
    expect(read(file).split('\n')[0]).toBe('# yaml-language-server: $schema=../docs/schemas/corrections.json');
  });

  test('the moved pages fit', () => {
    const source = existsSync(join(ROOT, 'docs/redirects.yml')) ? read('docs/redirects.yml') : '/old: /about\n';
    expect(validate('redirects', readYaml('docs/redirects.yml', source, { values: 'text' }))).toEqual({
      errors: [],
      notes: [],
    });
  });
});

describe('said once', () => {
  const rows = (guide: string): string[][] =>
    [...read(`docs/${guide}.md`).matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, key = '', said = '']) => [
      key,
      said,
    ]);
  const explained = (kind: SchemaKind) =>
    Object.entries(schemaOf(kind).properties ?? {}).map(([key, { description }]) => [key, description]);

  test('the guide explains the keys of a term, and its categories, as the schema does', () => {
    const { category } = schemaOf('term').properties ?? {};
    const categories = category?.enum?.map((key, index) => [key, category.enumDescriptions?.[index]]);
    expect(categories).toEqual(CATEGORIES.map(id => [id, labelsIn('ja')(`category.${id}`)]));
    expect(rows('contributing')).toEqual([...explained('term'), ...(categories ?? [])]);
  });

  test('so do the guides to rules and corrections', () => {
    expect(rows('contributing-rules')).toEqual(explained('rule').filter(([key]) => key !== 'built-in'));
    const ofCorrections = keysOf(schemaOf('corrections')).map(([key, { description }]) => [
      key.replace(/^(?:corrections|original|headings)\./, ''),
      description,
    ]);
    const guided = [
      'before',
      'after',
      'why',
      'kind',
      'notation',
      'columns',
      'heads',
      'headings',
      'line',
      'level',
      'slides',
      'url',
      'title',
      'publisher',
      'pages',
      'retrieved',
      'replaces',
    ];
    expect(rows('contributing-corrections')).toEqual(guided.map(key => ofCorrections.find(([known]) => known === key)));
    expect(schemaOf('rule').properties?.where?.items?.enum).toEqual(PLACES);
    expect(schemaOf('corrections').properties?.notation?.items?.enum?.toSorted()).toEqual(FORM_NAMES.toSorted());
  });

  test('the snippets and the form of VS Code offer what the schemas know', () => {
    const term = schemaOf('term').properties ?? {};
    const known = KINDS.flatMap(kind => keysOf(schemaOf(kind)).map(([name]) => name.replace(/.*\./, '')));
    const snippets: Record<string, { body: string[] }> = JSON.parse(read('.vscode/tsuzuri.code-snippets'));
    const text = Object.values(snippets)
      .map(({ body }) => body.join('\n'))
      .join('\n');
    const offered = [...text.matchAll(/^ *(?:- )?\{?([a-z-]+): |, ([a-z]+): /gm)].map(
      ([, first, next]) => first ?? next,
    );
    expect(offered.length).toBeGreaterThan(15);
    for (const key of offered) expect(known).toContain(key);
    expect(text).toContain(`|${CATEGORIES.join(',')}|`);
    const { 'frontMatter.taxonomy.contentTypes': [form] = [] } = JSON.parse(read('frontmatter.json'));
    for (const { name, title, description, choices } of form.fields) {
      expect({ title, description }).toEqual({
        title: `${term[name]?.title}（${name}）`,
        description: term[name]?.description?.replaceAll('`', ''),
      });
      expect(choices?.map(({ id }: { id: string }) => id)).toEqual(term[name]?.enum);
    }
  });
});

/** `3: what is said`, of everything that is said of a card. */
function said(source: string, kind: 'term' | 'rule' = 'term'): string[] {
  const lines = (messages: readonly { line?: number | undefined; reason: string }[]) =>
    messages.map(({ line, reason }) => `${line}: ${reason}`);
  try {
    return lines(readCard('x.md', source, kind).notes);
  } catch (error) {
    return lines(errorsOf(error));
  }
}
const term = (matter: string): string[] => said(`---\n${matter}\n---\n# 題\n`);

describe('what is wrong with a card', () => {
  const wrong: [string, ...RegExp[]][] = [
    ['reading: ニスク', /^2: 見出し語 term がありません。「term: NISC」のように書いてください$/],
    ['term: NISC\ncategory: thing', /^3: category「thing」は使えません。.*organisation/],
    ['term: NISC\nnot: 内閣官房長官', /^3: not は並び\(\[…\]\)でなければなりません。「not: \[値, 値\]」/],
    ['term: [NISC]', /^2: term は文字列でなければなりません。値を引用符/],
    ['term: ""', /^2: term が空です/],
    ['term: NISC\naliases: [あ, [い]]', /^3: aliases の 2 番目 は文字列/],
    [
      'term: NISC\nsources:\n  - {page: 2021-09-27-cs-hq-31}',
      /^4: sources の 1 番目に quote がありません。「quote: …」/,
    ],
    ['term: NISC\nsources:\n  - {quote: あ}', /^4: sources の 1 番目に page がありません/],
    ['term: NISC\nsources:\n  - {id: a}', /^4: 必要なキーがそろっていません。.*url: 番地/],
    [
      'term: NISC\nsources:\n  - {url: "https://a.example/"}',
      /^4: sources の 1 番目に title がありません/,
      /^4: .*publisher がありません/,
      /^4: .*accessed がありません/,
    ],
    [
      'term: NISC\nsources:\n  - {url: "ftp://a.example/", title: あ, publisher: い, accessed: 2026-02-30, id: "a b"}',
      /^4: .*url「ftp:\/\/a\.example\/」の形が違います。https:\/\//,
      /^4: .*accessed「2026-02-30」という日は暦にありません/,
      /^4: .*id「a b」の形が違います。英小文字/,
    ],
    ['term: NISC\nnames:\n  - 内閣官房', /^4: names の 1 番目 の形が違います。「- \{name: 名称/],
    ['Term: NISC', /^2: 見出し語 term がありません/, /^2: 「Term」というキーはありません。term のことですか$/],
    ['term: NISC\nalias: [あ]', /^3: 「alias」というキーはありません。aliases のことですか$/],
    ['term: NISC\n\nhead: []\nlayout: home', /^4: 前付けの head はサイトには効きません/, /^5: 前付けの layout は/],
    ['term: NISC\n__proto__: {term: x}', /^3: 「__proto__」というキーはありません/],
    ['term: NISC\nconstructor: x', /^3: 「constructor」というキーはありません/],
    [
      'term: NISC\nnames:\n  - name: あ\n    from: 2021-02-30\n    until: 2021/3/1',
      /^5: names の 1 番目の from「2021-02-30」という日は暦にありません/,
      /^6: .*until「2021\/3\/1」の形が違います。「2015-01-08」のように/,
    ],
    ['term: NISC\nsee: [nisc.md]', /^3: see の 1 番目「nisc.md」の形が違います。.*\.md を除いて/],
    ['category: thing\nnot: あ\nhead: x', /^2: 見出し語/, /^2: category/, /^3: not/, /^4: 前付けの head/],
  ];
  test.each(wrong)('%s', (matter, ...expected) => {
    const all = term(matter);
    expect(all).toHaveLength(expected.length);
    for (const pattern of expected) expect(all).toContainEqual(expect.stringMatching(pattern));
  });

  test('unknown keys never reach what comes later', () => {
    expect(readTerm('x.md', '---\nterm: NISC\nhead: [[script, {}, x]]\n---\n').card.data).toEqual({ term: 'NISC' });
  });

  test('all errors of a rule are reported at once', () => {
    const source = '---\nfind: a\nreplace: b\nmargin: many\ndoubt: sometimes\nwhere: [body]\nbuilt-in: false\n---\n';
    const errors = said(source, 'rule');
    expect(errors.map(error => error.slice(0, 2))).toEqual(expect.arrayContaining(['4:', '5:', '6:', '7:']));
    expect(said('---\nmargin: 3\n---\n', 'rule')).toEqual([
      expect.stringMatching(/^2: .*find と replace、または confuse/),
    ]);
  });

  test('what is no message is no error of the card', () => {
    expect(() => errorsOf(new TypeError('x'))).toThrow(TypeError);
  });
});

describe('YAML of strangers', () => {
  test('is the text that is written', () => {
    const written = ['0x10', '1e3', '0o17', '2021-09-27', 'no', 'TRUE', '.inf', '1_000', '12:30', '007'];
    for (const word of written) expect(readTerm('x.md', `---\nterm: ${word}\n---\n`).term).toBe(word);
    expect(term('term: ~')).toEqual([expect.stringMatching(/^2: 見出し語/)]);
    expect(term('term: NISC\nreading:\naliases:')).toEqual([]);
    expect(readCard('x.md', '---\nfind: a\nreplace: "1"\nmargin: 3000\ndoubt: true\n---\n', 'rule').data).toMatchObject(
      {
        replace: '1',
        margin: 3000,
        doubt: true,
      },
    );
  });

  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`).join('\n')}`;
  const hostile: [string, string, RegExp][] = [
    ['a bomb', `term: x\n${bomb}`, /^4: YAMLとして読めません: 「\*」「&」「!」は/],
    ['what contains itself', 'term: x\naliases: &a [*a]', /^3: YAML/],
    ['a merged key', 'term: &t {a: b}\nnames:\n  - <<: *t', /^4: YAML/],
    ['a function', 'term: !!js/function "function () {}"', /^2: YAML/],
    ['bytes', 'term: x\nreading: !!binary aGVsbG8=', /^3: YAML/],
    ['bytes by their long name', 'term: x\nreading: !<tag:yaml.org,2002:binary> aGVsbG8=', /^3: YAML/],
    ['a key twice', 'term: x\nreading: あ\nreading: い', /^4: YAMLとして読めません: 同じキーが二度/],
    ['brackets without end', `term: ${'['.repeat(40_000)}`, /^2: YAMLとして読めません: .*入れ子/],
    ['brackets closed', `term: ${'['.repeat(40_000)}${']'.repeat(40_000)}`, /^2: YAMLとして読めません: .*入れ子/],
    ['lists within lists', `term: x\nsee:\n  ${'- '.repeat(45_000)}`, /^2: YAMLとして読めません: .*入れ子/],
    [
      'keys within keys',
      Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}term:`).join('\n'),
      /^2: term は文字列/,
    ],
    ['braces of Vue', 'term: {{ constructor }}', /^2: YAML/],
    ['a list', '- term', /^2: 前付けが「キー: 値」の形ではありません/],
    ['a colon of full width', 'term：NISC', /^2: 前付けが「キー: 値」の形ではありません。半角のコロン/],
    ['ten megabytes', `term: x\nreading: ${'あ'.repeat(3_400_000)}`, /^undefined: ファイルが大きすぎます/],
  ];
  test.each(hostile)(
    '%s is refused in one line',
    (_, matter, expected) => {
      expect(term(matter)).toEqual([expect.stringMatching(expected)]);
    },
    30_000,
  );
});
