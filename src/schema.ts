/** Judges what a person wrote in YAML by the JSON Schemas of docs/schemas. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { VFileMessage } from 'vfile-message';
import { complaint, finding } from './complaint.ts';
import { sayingOf, type Wrong } from './schema-sayings.ts';
import type { Yaml } from './yaml.ts';

export type Kind = 'term' | 'rule' | 'corrections' | 'redirects';

export interface Verdict {
  /** With these the file cannot be used. */
  readonly faults: readonly VFileMessage[];
  /** The file can be used, a person should look all the same. */
  readonly notes: readonly VFileMessage[];
}

/** Keywords whose violation stops nothing; the value is the rule that the finding is told of by. */
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

/** What looks like a day: `2021-02-30`. What does not is told of by `pattern`. */
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

const compiled = new Map<Kind, ValidateFunction>();

function validatorOf(kind: Kind): ValidateFunction {
  const known = compiled.get(kind);
  if (known) return known;
  const source = readFileSync(new URL(`../docs/schemas/${kind}.json`, import.meta.url), 'utf8');
  const { $schema: _, ...schema } = JSON.parse(source) as Record<string, unknown>;
  const made = ajv.compile(schema);
  compiled.set(kind, made);
  return made;
}

/**
 * Says everything that is wrong. A key without a value counts as absent. Makes `data` what the schema wants (the text `3000` a number), and takes keys out of it
 * that the schema does not know: nothing that comes later ever sees them.
 */
export function judge(kind: Kind, { file, data, line }: Yaml): Verdict {
  const validate = validatorOf(kind);
  dropEmpty(data);
  if (validate(data)) return { faults: [], notes: [] };
  // What each branch of an `anyOf` wanted is said by the `anyOf` as a whole.
  const errors = (validate.errors ?? []).filter(({ schemaPath }) => !schemaPath.includes('/anyOf/'));
  const said = errors.map(error => {
    const path = pathOf(error);
    const unknown = error.params.additionalProperty as string | undefined;
    const place = line(...path, ...(unknown === undefined ? [] : [unknown]));
    const rule = NOTED[error.keyword];
    const saying = sayingOf(wrongOf(error, path));
    return rule === undefined ? complaint(file, place, ...saying) : finding({ file, line: place, rule }, ...saying);
  });
  for (const error of errors) takeOut(data, error);
  return { faults: said.filter(({ fatal }) => fatal === true), notes: said.filter(({ fatal }) => fatal !== true) };
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
