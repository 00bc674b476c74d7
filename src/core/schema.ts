/** Validates what a person wrote in YAML by the JSON Schemas of docs/schemas, and says what is wrong. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import type { VFileMessage } from 'vfile-message';
import { errorAt, warningAt } from './messages.ts';
import { inOwnWords, joinWords, language, type Said, type Saying, say } from './wording.ts';
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

/** Of a value that becomes more than text, as an address does: whatever is wrong with it is an error. */
const MUST_HOLD = 'mustHold';

/** What ajv need not know: it is for editors, or for what is said of an error. */
export const OTHER_KEYWORDS = [
  MUST_HOLD,
  'markdownDescription',
  'enumDescriptions',
  'markdownEnumDescriptions',
  'errorMessage',
  'patternErrorMessage',
];

/** Each goes with a `pattern`, which reports what has not even its shape: `2021-02-30`, `https://[x`, `14-3`. */
export const FORMATS = {
  date: isOfCalendar,
  'web-address': text => URL.canParse(text),
  'page-range': text => {
    const [from = 0, until = from] = text.split('-').map(Number);
    return from <= until;
  },
} as const satisfies Readonly<Record<string, (text: string) => boolean>>;

const require = createRequire(import.meta.url);

/** Loaded as the first card is read: it takes longer than the rest of the linker together. */
function newValidator(): Ajv {
  const { Ajv: Validator } = require('ajv') as typeof import('ajv');
  // That the schemas are schemas is proven by tests/schemas.test.ts, not again at each start.
  return new Validator({
    allErrors: true,
    verbose: true,
    coerceTypes: true,
    meta: false,
    validateSchema: false,
    formats: FORMATS,
  }).addVocabulary(OTHER_KEYWORDS);
}
let ajv: Ajv | undefined;

/** `2021-02-30` is the second of March. */
function isOfCalendar(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The schemas stand beside the package, where editors find them too. */
const schemaFile = (kind: SchemaKind): string =>
  join(dirname(require.resolve('@tsuzuri/core/package.json')), 'schemas', `${kind}.json`);

const compiled = new Map<SchemaKind, ValidateFunction>();

function validatorOf(kind: SchemaKind): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const source = readFileSync(schemaFile(kind), 'utf8');
  const { $schema: _, ...schema } = JSON.parse(source) as Record<string, unknown>;
  ajv ??= newValidator();
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
  const errors = validator.errors ?? [];
  const isMisshapen = (path: string): boolean =>
    errors.some(({ keyword, instancePath }) => keyword === 'pattern' && instancePath === path);
  // What each branch of an `anyOf` wanted is said by the `anyOf` as a whole.
  const found = errors.filter(
    ({ keyword, schemaPath, instancePath }) =>
      !schemaPath.includes('/anyOf/') && !(keyword === 'format' && isMisshapen(instancePath)),
  );
  const messages = found.map(error => {
    const path = pathOf(error);
    const unknown = error.params.additionalProperty as string | undefined;
    const place = line(...path, ...(unknown === undefined ? [] : [unknown]));
    const rule = error.parentSchema?.[MUST_HOLD] ? undefined : NOTED[error.keyword];
    const saying = sayingOf(wrongOf(error, path, validator.schema));
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

function wrongOf(
  { keyword, params, data, schema, parentSchema, schemaPath }: ErrorObject,
  path: readonly string[],
  whole: unknown,
): Wrong {
  return {
    keyword,
    name: nameOf(path),
    key: String(params.missingProperty ?? params.additionalProperty ?? ''),
    value: String(data),
    wanted: schema,
    schema: (parentSchema ?? {}) as Sentences,
    example: exampleAt(schemaPath, whole as Sentences),
  };
}

/** `sources の 2 番目の quote`, `quote in item 2 of sources` */
const nameOf = (path: readonly string[]): string =>
  path.reduce((name, step) => {
    if (/^\d+$/.test(step)) return say('core.itemOf', { list: name, number: Number(step) + 1 });
    return name === '' ? step : say('core.keyOf', { owner: name, key: step });
  }, '');

function takeOut(data: unknown, error: ErrorObject): void {
  const key = error.params.additionalProperty as string | undefined;
  const owner = pathOf(error).reduce((value, step) => (value as Record<string, unknown>)[step], data);
  if (key !== undefined) delete (owner as Record<string, unknown>)[key];
}

/** The first example of the innermost key on the way to a keyword: `#/properties/see/items/pattern` → `see: ["cymat"]` */
function exampleAt(schemaPath: string, whole: Sentences): string | undefined {
  let [node, key, found]: [Sentences | undefined, string, string | undefined] = [whole, '', undefined];
  const steps = schemaPath.split('/').slice(1);
  for (const [index, step] of steps.entries()) {
    if (steps[index - 1] === 'properties') key = step;
    node = (node as Readonly<Record<string, Sentences>> | undefined)?.[step];
    const [example] = node?.examples ?? [];
    if (key !== '' && example !== undefined) found = `${key}: ${written(example)}`;
  }
  return found;
}

/** JSON is YAML too. */
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One thing that is wrong, of which the sentences are made. */
interface Wrong {
  /** Of the schema: `required` */
  readonly keyword: string;
  /** `sources の 2 番目の quote`; nothing where the file as a whole is meant. */
  readonly name: string;
  /** The key that is missing or unknown. */
  readonly key: string;
  readonly value: string;
  /** What the schema says of the keyword: the type, the values that are allowed. */
  readonly wanted: unknown;
  readonly schema: Sentences;
  /** `reading: ニスク` */
  readonly example: string | undefined;
}

/** What a schema says to people, in Japanese: editors show it, so do we. */
interface Sentences {
  readonly title?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Sentences>>;
  readonly errorMessage?: string;
  readonly patternErrorMessage?: string;
}

/** What the schema says where messages are Japanese; in another language an example shows what is meant. */
function remedyOf({ schema, example }: Wrong, sentence: 'errorMessage' | 'patternErrorMessage'): Said {
  const said = inJapanese(schema[sentence]);
  return said ?? (example === undefined ? say('core.likeOthers') : say('core.likeThis', { example }));
}

const inJapanese = (words: string | undefined): Said | undefined =>
  words === undefined || language() !== 'ja' ? undefined : inOwnWords(words);

const TYPES = {
  string: 'core.notText',
  array: 'core.notList',
  object: 'core.notRecord',
  number: 'core.notNumber',
  boolean: 'core.notBoolean',
} as const;

/** Keys of VitePress, which people know from pages of other sites. */
const OF_THE_SITE =
  /^(?:head|layout|title|titleTemplate|description|hero|features|sidebar|aside|outline|navbar|footer|pageClass|editLink|lastUpdated|prev|next|search)$/;

/** The file where no key of it is meant. */
const named = ({ name }: Wrong) => ({ name: name || say('core.thisFile') });

const misshapen = (wrong: Wrong): Saying => [say('core.wrongForm', named(wrong)), remedyOf(wrong, 'errorMessage')];

const wrongValue = (wrong: Wrong): Saying => [
  say('core.wrongValue', { name: wrong.name, value: wrong.value }),
  remedyOf(wrong, 'patternErrorMessage'),
];

/** By keyword of the schema. */
const SAYINGS: Readonly<Record<string, (wrong: Wrong) => Saying>> = {
  required: ({ name, key, schema }) => {
    if (name !== '') return say('core.missingKeyIn', { name, key });
    const { title, examples: [example = '…'] = [] } = schema.properties?.[key] ?? {};
    const words = [inJapanese(title), key].filter(word => word !== undefined);
    return [say('core.missingKey', { name: words.join(' ') }), say('core.likeThis', { example: `${key}: ${example}` })];
  },
  type: wrong => {
    const type = TYPES[wrong.wanted as keyof typeof TYPES];
    return wrong.schema.errorMessage === undefined && type ? say(type, named(wrong)) : misshapen(wrong);
  },
  dependencies: ({ name, key }) => say('core.missingKeyIn', { name, key }),
  enum: ({ name, value, wanted }) => say('core.notAllowed', { name, value, allowed: (wanted as string[]).join(' ') }),
  minLength: ({ name }) => say('core.empty', { name }),
  anyOf: ({ schema, wanted }) => {
    const known = (wanted as readonly { readonly required?: readonly string[] }[]).map(({ required = [] }) =>
      required.join(' + '),
    );
    return [say('core.missingKeys'), inJapanese(schema.errorMessage) ?? say('core.oneOf', { known: joinWords(known) })];
  },
  additionalProperties: ({ name, key, schema }) => {
    if (name === '' && OF_THE_SITE.test(key)) return say('core.keyOfSite', { key });
    const known = Object.keys(schema.properties ?? {});
    const meant = nearest(key, known);
    return [
      name === '' ? say('core.unknownKey', { key }) : say('core.unknownKeyIn', { name, key }),
      meant === undefined
        ? say('core.removeOrOneOf', { known: known.join(' ') })
        : say('core.keyMeant', { key: meant }),
    ];
  },
  pattern: wrongValue,
  format: wrong =>
    wrong.wanted === 'date' ? say('core.noSuchDay', { name: wrong.name, value: wrong.value }) : wrongValue(wrong),
  uniqueItems: ({ name }) => say('core.valueTwice', { name }),
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
