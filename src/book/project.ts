/** Loads the configuration of a project, `tsuzuri.config.ts`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { Format } from '@tsuzuri/convert/formats';
import type { Stage } from '@tsuzuri/convert/pipeline';
import { type Labels, labelsIn } from '@tsuzuri/core/labels';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import type { Dialect } from '@tsuzuri/link/dialects';
import type { VFileMessage } from 'vfile-message';
import type { SETTINGS, Values } from './config-schema.ts';
import { wrongSettings } from './validate-config.ts';

/** What a project says of itself; everything may be left out. The packages that own a list add it here (`declare module`). */
export interface Config extends Values<typeof SETTINGS> {
  /** Steps of the conversion of the project's own: a unified plugin with a name. */
  readonly stages?: readonly Stage[];
  /** Formats of scans of the project's own, asked before those of tsuzuri. */
  readonly formats?: readonly Format[];
  /** Dialects of Markdown of the project's own, asked before those of tsuzuri. */
  readonly dialects?: readonly Dialect[];
  /** Settings of VitePress, merged over those of tsuzuri; all but `base` (that comes of `url` or `--base`), `srcDir` and `outDir`. */
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

/** Other names by which people know files of this kind; what stands in them would be passed over without a word. */
const NOT_READ = /^\.?tsuzuri(?:\.config)?\.(?:json[5c]?|ya?ml|toml|c[jt]s)$/i;

/**
 * A folder without a configuration is a project too.
 * @throws VFileMessage where the configuration cannot be read, or says what no project can say: everything at once
 */
export async function loadProject(root: string): Promise<Project> {
  const file = configFile(root);
  if (file === undefined) return { root, config: {}, file: CONFIG_FILES[0] as string };
  const path = resolve(root, file);
  const config = await importConfig(file, path);
  const source = readFileSync(path, 'utf8');
  throwAll(await wrongSettings(config, { file, source }, () => ruleIds(root)));
  return { root, config, file };
}

/** Whether a folder has what makes it a project; what stands in `docs/` of another folder is not ours to read. */
export const isProject = (root: string): boolean =>
  existsSync(join(root, 'seeds')) || CONFIG_FILES.some(name => existsSync(join(root, name)));

/** @throws VFileMessage where there are several, or one of a name that is not read */
function configFile(root: string): string | undefined {
  const names = readdirSync(root).toSorted();
  const isMisnamed = (name: string): boolean =>
    NOT_READ.test(name) || (CONFIG_FILES.includes(name.toLowerCase()) && !CONFIG_FILES.includes(name));
  throwAll(names.filter(isMisnamed).map(name => errorAt(name, undefined, ...say('book.configNotRead'))));
  const [file, second] = CONFIG_FILES.filter(name => names.includes(name));
  if (second !== undefined)
    throw errorAt(second, undefined, ...say('book.configTwice', { files: `${file}, ${second}` }));
  return file;
}

/** Of the rules that come with tsuzuri and of those of the project. */
async function ruleIds(root: string): Promise<string[]> {
  const { SHIPPED_RULES } = await import('@tsuzuri/convert/4-correct/rules'); // much for who switches no rule off
  const folders = [SHIPPED_RULES, join(root, 'docs/rules')].filter(existsSync);
  const names = folders.flatMap(folder => readdirSync(folder));
  return names.flatMap(name => (name.endsWith('.md') ? [name.slice(0, -'.md'.length)] : []));
}

/** Read again each time, without a trace on the disk; the packages are compiled, and the same as those of the command. */
const JITI = { fsCache: false, moduleCache: false, interopDefault: false, nativeModules: ['tsuzuri', '@tsuzuri'] };

/** @throws VFileMessage where it is broken, or exports no object by default */
async function importConfig(file: string, path: string): Promise<Config> {
  const { createJiti } = await import('jiti'); // much for a folder without a configuration
  const jiti = createJiti(path, { ...JITI, alias: aliasFor(path) });
  const { default: config } = await jiti.import<{ default?: unknown }>(path).catch(error => {
    throw importError(error, file, path);
  });
  if (config === undefined) throw errorAt(file, undefined, ...say('book.noConfig'));
  if (typeof config !== 'object' || config === null || Array.isArray(config) || config instanceof Promise)
    throw errorAt(file, undefined, ...say('book.configIsNot', { value: inspect(config, { depth: 0 }) }));
  return config;
}

/** `Cannot find module 'x'`, `Cannot find package 'x' imported from …` */
const MISSING = /^Cannot find (?:module|package) '([^']+)'/;

/** @param error whatever the file throws */
function importError(error: unknown, file: string, path: string): VFileMessage {
  const [said = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const name = MISSING.exec(said)?.[1];
  if (name === undefined) return errorAt(file, lineOf(error, path), ...say('book.configUnreadable', { said }));
  const written = /^\.|^\//.test(name) ? basename(name) : name; // jiti gives the whole path of a file
  const line = lineOfText(readFileSync(path, 'utf8'), written);
  return errorAt(file, line, ...say(written === name ? 'book.configNeeds' : 'book.configNeedsFile', { name: written }));
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
  if (!(error instanceof Error)) return undefined;
  const said = `${error.message}\n${error.stack}`;
  const at = said.lastIndexOf(`${path}:`);
  const line = at < 0 ? /\((\d+):\d+\)/.exec(said)?.[1] : /^\d+/.exec(said.slice(at + path.length + 1))?.[0];
  return line === undefined ? undefined : Number(line);
}

/** Where the configuration of a project has a text. */
export function placeOf({ root, file }: Project, text: string): { file: string; line: number | undefined } {
  return { file, line: lineOfText(readFileSync(join(root, file), 'utf8'), text) };
}

/** The first line that has it in quotes, else anywhere. */
function lineOfText(source: string, text: string): number | undefined {
  const lines = source.split('\n');
  const isQuoted = (line: string): boolean => ["'", '"', '`'].some(quote => line.includes(quote + text + quote));
  const found = [isQuoted, (line: string) => line.includes(text)].map(has => lines.findIndex(has));
  const index = found.find(index => index >= 0);
  return index === undefined ? undefined : index + 1;
}
