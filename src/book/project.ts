/** Loads the configuration of a project, `tsuzuri.config.ts`. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Format } from '@tsuzuri/convert/formats';
import type { Stage } from '@tsuzuri/convert/pipeline';
import { type Labels, labelsIn } from '@tsuzuri/core/labels';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { nearest } from '@tsuzuri/core/schema';
import { type Language, say } from '@tsuzuri/core/wording';
import type { Dialect } from '@tsuzuri/link/dialects';
import { createJiti } from 'jiti';
import type { VFileMessage } from 'vfile-message';

/** What a project says of itself; everything may be left out. The packages that own a list add it here (`declare module`). */
export interface Config {
  /** Name of the site and, unless `book.title` says another, of the book. */
  readonly title?: string;
  /** One sentence that says what the site is. */
  readonly description?: string;
  /** Of what the site and the books say around the documents, `ja` by default; the documents stay as they are. */
  readonly language?: Language;
  /** Who publishes the site and the books: printed in the colophon. */
  readonly publisher?: string;
  /** `https://host/path/`, where the site will stand. TSUZURI_URL comes before it. */
  readonly url?: string;
  /** `https://forge/owner/name`, for links to edit a page and to report an error. TSUZURI_REPOSITORY comes before it. */
  readonly repository?: string;
  /** Whether the first mention in each section is a visible link (default), or every mention. */
  readonly links?: 'first' | 'every';
  readonly rules?: {
    /** Ids of rules, shipped or own, that are not applied. */
    readonly off?: readonly string[];
  };
  readonly book?: {
    /** What stands on the cover of the book with everything. */
    readonly title?: string;
  };
  readonly check?: {
    /** Rules of prose, each `true`, `false` or what it takes. */
    readonly prose?: Readonly<Record<string, unknown>>;
  };
  /** Steps of the pipeline of its own, for instance `{ name: 'smart', plugin: remarkSmartypants }`. */
  readonly stages?: readonly Stage[];
  /** Formats of scans of its own, asked before those of tsuzuri. */
  readonly formats?: readonly Format[];
  /** Dialects of Markdown of its own, asked before those of tsuzuri. */
  readonly dialects?: readonly Dialect[];
  readonly search?: {
    /** What the search shows before anything is asked: a query, what it finds. By default taken from terms and minutes. */
    readonly examples?: readonly (readonly [query: string, meaning: string])[];
  };
  /** Handed on to VitePress, over what the site says. */
  readonly vitepress?: object;
}

/** A project folder with what its configuration says. */
export interface Project {
  readonly root: string;
  readonly config: Config;
  /** The configuration file, from the root; errors in it are reported at this file. */
  readonly file: string;
}

/** What the site and the books of a project say to their readers. */
export const readerLabels = ({ config }: Pick<Project, 'config'>): Labels => labelsIn(config.language ?? 'ja');

/** Gives the configuration back: for its types alone. */
export const defineConfig = (config: Config): Config => config;

/** Names of a configuration, the first that is there counts. */
export const CONFIG_FILES = ['tsuzuri.config.ts', 'tsuzuri.config.mts', 'tsuzuri.config.js', 'tsuzuri.config.mjs'];

/**
 * A folder without a configuration is a project too.
 * @throws VFileMessage where the configuration cannot be read, or says what no project can say
 */
export async function loadProject(root: string): Promise<Project> {
  const file = CONFIG_FILES.find(name => existsSync(join(root, name)));
  if (file === undefined) return { root, config: {}, file: 'tsuzuri.config.ts' };
  const path = resolve(root, file);
  const config = await importConfig(file, path);
  throwAll(wrongIn(file, readFileSync(path, 'utf8'), config));
  return { root, config, file };
}

/** Read again each time, without a trace on the disk; the packages are compiled, and the same as those of the command. */
const JITI = { fsCache: false, moduleCache: false, interopDefault: false, nativeModules: ['tsuzuri', '@tsuzuri'] };

async function importConfig(file: string, path: string): Promise<Config> {
  try {
    const jiti = createJiti(path, { ...JITI, alias: aliasFor(path) });
    return (await jiti.import<{ default: Config }>(path)).default;
  } catch (error) {
    const said = String((error as Error).message).split('\n')[0];
    throw errorAt(file, lineOf(error, path), `設定を読めません（${said}）`, 'この行の書き方を確かめてください');
  }
}

/** A project that did not install `tsuzuri` (a command that is installed for all, an earlier state out of git) gets `defineConfig` from here. */
function aliasFor(path: string): Record<string, string> {
  try {
    createRequire(path).resolve('tsuzuri');
    return {};
  } catch {
    return { tsuzuri: fileURLToPath(import.meta.url) };
  }
}

/** Line of a syntax error or of the statement that threw: `tsuzuri.config.ts:3:12` */
function lineOf(error: unknown, path: string): number | undefined {
  const said = `${(error as Error).message}\n${(error as Error).stack}`;
  const at = said.lastIndexOf(`${path}:`);
  const line = at < 0 ? /\((\d+):\d+\)/.exec(said)?.[1] : /^\d+/.exec(said.slice(at + path.length + 1))?.[0];
  return line === undefined ? undefined : Number(line);
}

interface Option {
  readonly is: (value: unknown) => boolean;
  /** What to write, for a person. */
  readonly want: string;
}

const text: Option = { is: value => typeof value === 'string', want: '文字列' };
const list: Option = { is: Array.isArray, want: '配列' };
const object: Option = {
  is: value => typeof value === 'object' && value !== null && !Array.isArray(value),
  want: 'オブジェクト',
};
const oneOf = (...words: readonly string[]): Option => ({
  is: value => words.includes(value as string),
  want: words.map(word => `'${word}'`).join(' か '),
});

/** Each key that a configuration may have, by its path. Lists are checked by the packages that own them. */
const OPTIONS: Readonly<Record<string, Option>> = {
  title: text,
  description: text,
  publisher: text,
  language: oneOf('ja', 'en'),
  url: text,
  repository: text,
  links: oneOf('first', 'every'),
  rules: object,
  'rules.off': list,
  book: object,
  'book.title': text,
  check: object,
  'check.prose': object,
  search: object,
  'search.examples': list,
  vitepress: object,
  stages: list,
  formats: list,
  dialects: list,
  pageKinds: list,
  printers: list,
  checks: list,
  commands: list,
};

function wrongIn(file: string, source: string, config: unknown): VFileMessage[] {
  if (!object.is(config)) return [errorAt(file, undefined, ...say('book.noConfig'))];
  return wrongAt('', config as Record<string, unknown>, { file, source });
}

interface Place {
  readonly file: string;
  readonly source: string;
}

function wrongAt(above: string, values: Record<string, unknown>, place: Place): VFileMessage[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = above + key;
    const line = lineOfKey(place.source, key);
    const option = OPTIONS[path];
    if (!option) return [errorAt(place.file, line, `設定「${path}」はありません`, remedyFor(path))];
    if (value === undefined) return [];
    if (!option.is(value))
      return [errorAt(place.file, line, `設定「${path}」の値は使えません`, `${option.want}にしてください`)];
    const below = Object.keys(OPTIONS).some(known => known.startsWith(`${path}.`));
    return below ? wrongAt(`${path}.`, value as Record<string, unknown>, place) : [];
  });
}

function remedyFor(path: string): string {
  const known = Object.keys(OPTIONS);
  const meant = nearest(path, known);
  return meant ? `「${meant}」のことですか` : `使えるのは ${known.filter(key => !key.includes('.')).join('、')} です`;
}

/**
 * A list of the configuration.
 * @param needed keys that each of its entries must have
 * @throws VFileMessage where one lacks a key
 */
export function configList<K extends 'stages' | 'formats' | 'dialects'>(
  project: Project,
  key: K,
  needed: readonly string[],
): NonNullable<Config[K]> {
  const entries: NonNullable<Config[K]> = project.config[key] ?? [];
  for (const [index, entry] of entries.entries()) {
    const missing = needed.find(name => (entry as unknown as Record<string, unknown> | null)?.[name] === undefined);
    if (missing === undefined) continue;
    const { file, line } = placeOf(project, key);
    const remedy = `{ ${needed.join(', ')} } の形にしてください`;
    throw errorAt(file, line, `設定「${key}」の${index + 1}番目に ${missing} がありません`, remedy);
  }
  return entries;
}

/** Where the configuration of a project has a key or a text. */
export function placeOf({ root, file }: Project, word: string): { file: string; line: number | undefined } {
  return { file, line: lineOfKey(readFileSync(join(root, file), 'utf8'), word) };
}

/** Where a key or a text stands in the file: the first line that has it as a key or in quotes, else anywhere. */
function lineOfKey(source: string, word: string): number | undefined {
  const lines = source.split('\n');
  const isKey = (line: string): boolean => line.trim().startsWith(`${word}:`);
  const isQuoted = (line: string): boolean => ["'", '"', '`'].some(quote => line.includes(quote + word + quote));
  const found = [isKey, isQuoted, (line: string) => line.includes(word)].map(has => lines.findIndex(has));
  const index = found.find(index => index >= 0);
  return index === undefined ? undefined : index + 1;
}
