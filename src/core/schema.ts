/** Validates what a person wrote in YAML by the JSON Schemas of docs/schemas, and says in Japanese what is wrong. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { VFileMessage } from 'vfile-message';
import { errorAt, warningAt } from './messages.ts';
import type { Yaml } from './yaml.ts';

export type SchemaKind = 'term' | 'rule' | 'corrections' | 'redirects';

export interface Verdict {
  /** With these the file cannot be used. */
  readonly errors: readonly VFileMessage[];
  /** The file can be used, a person should look all the same. */
  readonly notes: readonly VFileMessage[];
}

/** Keywords whose violation stops nothing; the value is the rule that reports it. */
const NOTED: Readonly<Record<string, string>> = {
  additionalProperties: 'unknown-key',
  pattern: 'odd-value',
  propertyNames: 'odd-value',
  format: 'odd-value',
  uniqueItems: 'odd-value',
};

/** What editors show and ajv need not know. */
export const FOR_EDITORS = [
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'errorMessage',
  'patternErrorMessage',
];

/** What looks like a day: `2021-02-30`. What does not is reported by `pattern`. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

// That the schemas are schemas is proven by tests/schemas.test.ts, not again at each start.
const ajv = new Ajv({ allErrors: true, verbose: true, coerceTypes: true, meta: false, validateSchema: false })
  .addVocabulary(FOR_EDITORS)
  .addFormat('date', text => !DAY.test(text) || isOfCalendar(text));

/** `2021-02-30` is the second of March. */
function isOfCalendar(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The schemas stand beside the package, where editors find them too. */
const schemaFile = (kind: SchemaKind): string =>
  join(dirname(createRequire(import.meta.url).resolve('@tsuzuri/core/package.json')), 'schemas', `${kind}.json`);

const compiled = new Map<SchemaKind, ValidateFunction>();

function validatorOf(kind: SchemaKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const source = readFileSync(schemaFile(kind), 'utf8');
  const { $schema: _, ...schema } = JSON.parse(source) as Record<string, unknown>;
  const made = ajv.compile(schema);
  compiled.set(kind, made);
  return made;
}

/**
 * Reports everything that is wrong. A key without a value counts as absent. Makes `data` what the schema wants (the text
 * `3000` a number), and takes keys out of it that the schema does not know: nothing that comes later ever sees them.
 */
export function validate(kind: SchemaKind, { file, data, line }: Yaml): Verdict {
  const validator = validatorOf(kind);
  dropEmpty(data);
  if (validator(data)) return { errors: [], notes: [] };
  // What each branch of an `anyOf` wanted is said by the `anyOf` as a whole.
  const found = (validator.errors ?? []).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'));
  const messages = found.map(error => {
    const path = pathOf(error);
    const unknown = error.params.additionalProperty as string | undefined;
    const place = line(...path, ...(unknown === undefined ? [] : [unknown]));
    const rule = NOTED[error.keyword];
    const saying = sayingOf(wrongOf(error, path));
    return rule === undefined ? errorAt(file, place, ...saying) : warningAt({ file, line: place, rule }, ...saying);
  });
  for (const error of found) takeOut(data, error);
  return {
    errors: messages.filter(({ fatal }) => fatal === true),
    notes: messages.filter(({ fatal }) => fatal !== true),
  };
}

/** `reading:` and nothing behind it, as drafts have it. */
function dropEmpty(data: unknown): void {
  if (data === null || typeof data !== 'object') return;
  for (const [key, value] of Object.entries(data))
    if (value === null && !Array.isArray(data)) delete (data as Record<string, unknown>)[key];
    else dropEmpty(value);
}

/** `/sources/1/quote` */
const pathOf = ({ instancePath }: ErrorObject): string[] =>
  instancePath
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function wrongOf({ keyword, params, data, schema, parentSchema }: ErrorObject, path: readonly string[]): Wrong {
  return {
    keyword,
    name: nameOf(path),
    key: String(params.missingProperty ?? params.additionalProperty ?? ''),
    value: data,
    wanted: schema,
    schema: (parentSchema ?? {}) as Wrong['schema'],
  };
}

/** `sources の 2 番目の quote` */
const nameOf = (path: readonly string[]): string =>
  path.reduce(
    (name, step) => (/^\d+$/.test(step) ? `${name} の ${Number(step) + 1} 番目` : `${name}${name && 'の '}${step}`),
    '',
  );

function takeOut(data: unknown, error: ErrorObject): void {
  const key = error.params.additionalProperty as string | undefined;
  const owner = pathOf(error).reduce((value, step) => (value as Record<string, unknown>)[step], data);
  if (key !== undefined) delete (owner as Record<string, unknown>)[key];
}

/** One thing that is wrong, of which the sentences are made. */
interface Wrong {
  /** Of the schema: `required` */
  readonly keyword: string;
  /** `sources の 2 番目の quote`; nothing where the file as a whole is meant. */
  readonly name: string;
  /** The key that is missing or unknown. */
  readonly key: string;
  readonly value: unknown;
  /** What the schema says of the keyword: the type, the values that are allowed. */
  readonly wanted: unknown;
  readonly schema: Sentences;
}

/** What a schema says to people: editors show it, so do we. */
interface Sentences {
  readonly title?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Sentences>>;
  readonly errorMessage?: string;
  readonly patternErrorMessage?: string;
}

type Saying = readonly [reason: string, remedy: string];

const TYPES: Readonly<Record<string, (name: string) => Saying>> = {
  string: name => [`${name} は文字列でなければなりません`, '値を引用符「"…"」で囲んでください'],
  array: name => [`${name} は並び([…])でなければなりません`, `「${name}: [値, 値]」のように書いてください`],
  object: name => [`${name} の形が違います`, '「キー: 値」の組を書いてください'],
  number: name => [`${name} が数ではありません`, `「${name}: 3000」のように書いてください`],
  boolean: name => [`${name} は true か false でなければなりません`, `「${name}: true」と書くか、行を消してください`],
};

/** Keys of VitePress, which people know from pages of other sites. */
const OF_THE_SITE =
  /^(?:head|layout|title|titleTemplate|description|hero|features|sidebar|aside|outline|navbar|footer|pageClass|editLink|lastUpdated|prev|next|search)$/;

const misshapen = ({ name, schema }: Wrong): Saying => [
  `${name} の形が違います`,
  schema.errorMessage ?? 'ほかの項目の書き方と比べてください',
];

/** By keyword of the schema. */
const SAYINGS: Readonly<Record<string, (wrong: Wrong) => Saying>> = {
  required: ({ name, key, schema }) => {
    const { title = '', examples: [example = '…'] = [] } = schema.properties?.[key] ?? {};
    return name === ''
      ? [`${title} ${key} がありません`, `「${key}: ${example}」のように書いてください`]
      : [`${name}に ${key} がありません`, `「${key}: …」を足してください`];
  },
  type: wrong => {
    const said = TYPES[String(wrong.wanted)];
    return wrong.schema.errorMessage === undefined && said ? said(wrong.name) : misshapen(wrong);
  },
  enum: ({ name, value, wanted }) => [
    `${name}「${value}」は使えません`,
    `次のどれかにするか、行を消してください: ${(wanted as string[]).join(' ')}`,
  ],
  minLength: ({ name }) => [`${name} が空です`, '値を書くか、行を消してください'],
  anyOf: ({ schema }) => ['必要なキーがそろっていません', schema.errorMessage ?? 'キーを足してください'],
  additionalProperties: ({ name, key, schema }) => {
    if (name === '' && OF_THE_SITE.test(key))
      return [`前付けの ${key} はサイトには効きません`, 'この行を消してください'];
    const known = Object.keys(schema.properties ?? {});
    const meant = nearest(key, known);
    return [
      `${name === '' ? '' : `${name}に`}「${key}」というキーはありません`,
      meant === undefined ? `消すか、次のどれかにしてください: ${known.join(' ')}` : `${meant} のことですか`,
    ];
  },
  pattern: ({ name, value, schema }) => [
    `${name}「${value}」の形が違います`,
    schema.patternErrorMessage ?? 'ほかの項目の書き方と比べてください',
  ],
  format: ({ name, value }) => [`${name}「${value}」という日は暦にありません`, '日付を確かめてください'],
  uniqueItems: ({ name }) => [`${name} に同じ値が二度書かれています`, 'どちらか一つにしてください'],
};

const sayingOf = (wrong: Wrong): Saying => (SAYINGS[wrong.keyword] ?? misshapen)(wrong);

/** More slips of the pen than these make another word. */
const SLIPS = 2;

/** Finds the word that was most likely meant: it differs in two characters at most (`alias`: `aliases`), width and case aside. */
export function nearest(written: string, words: readonly string[]): string | undefined {
  const folded = written.normalize('NFKC').toLowerCase();
  const [best] = words
    .map(word => ({ word, slips: slipsBetween(folded, word) }))
    .filter(({ word, slips }) => slips <= SLIPS && slips < word.length / 2)
    .toSorted((a, b) => a.slips - b.slips);
  return best?.word;
}

/** Characters to delete, insert or replace (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()];
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min(
          (row[j] as number) + (character === b[j] ? 0 : 1),
          (row[j + 1] as number) + 1,
          (next[j] as number) + 1,
        ),
      );
    row = next;
  }
  return row.at(-1) as number;
}
