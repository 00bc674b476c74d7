/** Says in one line each what is wrong with a configuration: the key, its value, what is allowed, what was meant. */
import { inspect } from 'node:util';
import { errorAt } from '@tsuzuri/core/messages';
import { FORMATS, nearest } from '@tsuzuri/core/schema';
import { type Saying, say } from '@tsuzuri/core/wording';
import { Ajv, type ErrorObject } from 'ajv';
import type { VFileMessage } from 'vfile-message';
import type { KeyPath } from './config-lines.ts';
import { CONFIG_SCHEMA, type Setting } from './config-schema.ts';
import { repositoryUrl, siteUrl, WANTED } from './hosts.ts';

/** The file of a configuration. */
interface Place {
  readonly file: string;
  readonly source: string;
}

/** For the documentation alone. */
const FOR_PEOPLE = ['about', 'example', 'environment', 'entry', 'on', 'options'];

const validator = new Ajv({ allErrors: true, verbose: true, meta: false, validateSchema: false, allowUnionTypes: true })
  .addVocabulary(FOR_PEOPLE)
  .addFormat('site', text => siteUrl(text) !== undefined)
  .addFormat('date', text => /^\d{4}-\d{2}-\d{2}$/.test(text) && FORMATS.date(text))
  .addFormat('repository', text => repositoryUrl(text) !== undefined)
  .addFormat('rule', true) // which rules there are depends on the project
  .addKeyword({
    keyword: 'pair',
    validate: (_: true, value: unknown) =>
      Array.isArray(value) && value.length === 2 && value.every(text => typeof text === 'string'),
  })
  .compile<object>(CONFIG_SCHEMA);

/**
 * Everything that is wrong.
 * @param ruleIds gives the rules that `rules.off` may name; not asked where it names none
 */
export async function wrongSettings(
  config: object,
  place: Place,
  ruleIds: () => Promise<readonly string[]>,
): Promise<VFileMessage[]> {
  const errors = validator(config) ? [] : (validator.errors ?? []);
  const wrong = [...withoutDoubles(errors).map(wrongOf), ...(await unknownRules(config, ruleIds))];
  if (wrong.length === 0) return [];
  const { lineFinder } = await import('./config-lines.ts'); // a parser, which is needed where something is wrong
  const lineOf = lineFinder(place.source);
  return wrong
    .map(({ path, saying }) => errorAt(place.file, lineOf(path), ...saying))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

interface Wrong {
  readonly path: KeyPath;
  readonly saying: Saying;
}

/** All keys that an entry of a list lacks are said at once. */
const withoutDoubles = (errors: readonly ErrorObject[]): ErrorObject[] =>
  errors.filter(
    ({ keyword, instancePath }, index) =>
      keyword !== 'required' ||
      index === errors.findIndex(other => other.keyword === keyword && other.instancePath === instancePath),
  );

function wrongOf(error: ErrorObject): Wrong {
  const path = pathOf(error.instancePath);
  const unknown = error.params.additionalProperty as string | undefined;
  if (unknown !== undefined) {
    const whole = [...path, unknown];
    return { path: whole, saying: say('book.settingUnknown', { key: nameOf(whole), remedy: remedyFor(whole, error) }) };
  }
  const key = nameOf(path);
  if (error.keyword === 'required') return { path, saying: lacking(key, error) };
  if (error.keyword === 'false schema')
    return { path, saying: say(path.at(-1) === 'base' ? 'book.settingBase' : 'book.settingFixed', { key }) };
  return { path, saying: say('book.settingValue', { key, value: show(error.data), wanted: wantedBy(error) }) };
}

/** `/rules/off/1` → `['rules', 'off', 1]` */
const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));

/** `rules.off の2番目` */
const nameOf = (path: KeyPath): string =>
  path.reduce<string>((key, step) => {
    if (typeof step === 'number') return say('book.item', { key, number: step + 1 });
    return key === '' ? step : `${key}.${step}`;
  }, '');

/** As it is written, cut where it is long. */
function show(value: unknown): string {
  const written = inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY, compact: true });
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}
const LONGEST = 60;

function lacking(key: string, { data, schema }: ErrorObject): Wrong['saying'] {
  const needed = schema as readonly string[];
  const missing = needed.filter(name => (data as Record<string, unknown>)[name] === undefined);
  return say('book.settingLacks', { key, missing: missing.join(', '), form: `{ ${needed.join(', ')} }` });
}

/** A key beside it that is written nearly so; else one of that name further in or at the top: `off` for `rules.off`; else what there is. */
function remedyFor(path: KeyPath, { parentSchema }: ErrorObject): string {
  const key = String(path.at(-1));
  const above = path.slice(0, -1);
  const beside = Object.keys((parentSchema as Setting).properties ?? {});
  const near = nearest(key, beside);
  const isElsewhere = (known: string): boolean => (above.length === 0 ? known.endsWith(`.${key}`) : known === key);
  const meant = near === undefined ? ALL_KEYS.find(isElsewhere) : nameOf([...above, near]);
  if (meant !== undefined) return say('book.meant', { meant });
  if (beside.length === 0) return say('book.nothingBelow', { key: nameOf(above) });
  return say('book.known', { keys: beside.map(name => nameOf([...above, name])).join(', ') });
}

/** `check.prose.max-ten` */
const ALL_KEYS: readonly string[] = keysBelow(CONFIG_SCHEMA, '');

function keysBelow({ properties = {} }: Setting, above: string): string[] {
  return Object.entries(properties).flatMap(([key, setting]) =>
    setting ? [above + key, ...keysBelow(setting, `${above}${key}.`)] : [],
  );
}

/** What is allowed, by keyword of the schema. */
const WANTED_BY: Readonly<Record<string, (error: ErrorObject) => string>> = {
  enum: ({ schema }) => say('book.wantOneOf', { words: (schema as string[]).map(word => `'${word}'`).join(OR()) }),
  format: ({ schema }) =>
    schema === 'date' ? say('book.wantDay') : WANTED[schema === 'site' ? 'url' : 'repository'](),
  minimum: () => say('book.wantPositive'),
  pair: () => say('book.wantPair'),
  type: ({ schema, parentSchema }) => {
    const form = formOf((parentSchema as Setting).properties);
    if (Array.isArray(schema))
      return say('book.wantOneOf', { words: ['true', 'false', ...(form ? [form] : [])].join(OR()) });
    return WANTED_BY_TYPE[schema as keyof typeof WANTED_BY_TYPE](form);
  },
};

const OR = (): string => say('book.or');

const WANTED_BY_TYPE = {
  array: () => say('book.wantList'),
  object: (form: string) => say('book.wantObject', { form: form || '{ … }' }),
  number: () => say('book.wantPositive'),
  boolean: () => say('book.wantOneOf', { words: ['true', 'false'].join(OR()) }),
  string: () => say('book.wantText'),
} satisfies Readonly<Record<string, (form: string) => string>>;

const wantedBy = (error: ErrorObject): string => (WANTED_BY[error.keyword] ?? (() => say('book.wantText')))(error);

/** `{ max: … }`, nothing where there is none. */
function formOf(properties: Setting['properties'] = {}): string {
  const keys = Object.keys(properties).filter(key => properties[key]);
  return keys.length === 0 ? '' : `{ ${keys.map(key => `${key}: …`).join(', ')} }`;
}

async function unknownRules(config: object, ruleIds: () => Promise<readonly string[]>): Promise<Wrong[]> {
  const off: unknown = (config as { rules?: { off?: unknown } }).rules?.off;
  if (!Array.isArray(off) || off.length === 0) return [];
  const ids = await ruleIds();
  return off.flatMap((id, index) => {
    if (typeof id !== 'string' || ids.includes(id)) return [];
    const meant = nearest(id, ids);
    const remedy = meant === undefined ? say('book.whichRules') : say('book.meant', { meant });
    return [{ path: ['rules', 'off', index], saying: say('book.ruleUnknown', { id, remedy }) }];
  });
}
