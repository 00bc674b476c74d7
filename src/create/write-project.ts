/** Writes the files of a project into a folder. What is there already is never touched. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import type { Answers } from './answers.ts';
import { refusal, type Sentences, say } from './wording.ts';

const PACKAGE_FILE = createRequire(import.meta.url).resolve('create-tsuzuri/package.json');
const TEMPLATE = join(dirname(PACKAGE_FILE), 'template');

/** Of create-tsuzuri, and of the packages that the project gets: `0.1.0` */
export const { version: VERSION } = JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as { version: string };

/** Folders of the template for a place of publication, besides `all`, `example` and that of the language. */
const LAYERS = {
  'github-pages': ['github', 'github-pages'],
  netlify: ['github', 'netlify'],
  cloudflare: ['github'],
  gitlab: ['gitlab'],
  own: ['github'],
} as const;

type Host = keyof typeof LAYERS;
export const HOSTS = Object.keys(LAYERS) as Host[];

type File = readonly [path: string, content: string | Buffer];

/** Paths from the folder of the project. */
export interface Made {
  readonly wrote: readonly string[];
  /** Files that were there already, by the names that they have. */
  readonly left: readonly string[];
}

/** What keeps a new project from being written there; an empty folder does not, nor one that holds only a new repository. */
export function obstacleAt(folder: string): Sentences | undefined {
  if (folder === '') return say('error.empty');
  try {
    return readdirSync(folder).some(name => name !== '.git') ? say('error.notEmpty') : undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : sentencesFor(error);
  }
}

/** @throws what `refusal` makes, where it cannot be written; then nothing is */
export function writeProject(answers: Answers): Made {
  const target = resolve(answers.folder);
  const files = filesFor(answers, target);
  const there = new Map([...files.keys()].map(path => [path, standingFor(target, path)]));
  const toWrite = [...files].filter(([path]) => there.get(path) === undefined);
  for (const [path] of toWrite) refuseFileAbove(target, path);
  writeAll(target, toWrite);
  const left = [...there.values()].filter(path => path !== undefined);
  return { wrote: toWrite.map(([path]) => path).sort(), left: left.sort() };
}

/** Other names under which a file does the same: to write it beside one of them would change what that one does. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'tsuzuri.config.ts': ['tsuzuri.config.mts', 'tsuzuri.config.js', 'tsuzuri.config.mjs'],
  '.vitepress/config.mts': ['.vitepress/config.ts', '.vitepress/config.js', '.vitepress/config.mjs'],
  '.vitepress/theme/index.ts': [
    '.vitepress/theme/index.mts',
    '.vitepress/theme/index.js',
    '.vitepress/theme/index.mjs',
  ],
  '.nvmrc': ['.node-version'],
  '.devcontainer/devcontainer.json': ['.devcontainer.json'],
  '.github/dependabot.yml': ['.github/dependabot.yaml'],
  CODEOWNERS: ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'],
};

/** Also in other capitals, `readme.md`: on many disks that is the same file. */
function standingFor(target: string, path: string): string | undefined {
  for (const same of [path, ...(SAME[path] ?? [])]) {
    const folder = posix.dirname(same);
    const wanted = posix.basename(same).toLowerCase();
    const found = namesIn(join(target, folder)).find(name => name.toLowerCase() === wanted);
    if (found !== undefined) return posix.join(folder, found);
  }
  return undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A file `docs` leaves no place for `docs/guide.md`. */
function refuseFileAbove(target: string, path: string): void {
  const folders = path.split('/').slice(0, -1);
  for (const depth of folders.keys()) {
    const folder = join(target, ...folders.slice(0, depth + 1));
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
      throw refusal(relative(process.cwd(), folder), say('error.file'));
  }
}

/** All of them or none. */
function writeAll(target: string, files: readonly File[]): void {
  const made: string[] = [];
  let at = target;
  try {
    for (const [path, content] of files) {
      at = join(target, path);
      const folder = mkdirSync(dirname(at), { recursive: true });
      if (folder !== undefined) made.push(folder);
      writeFileSync(at, content, { flag: 'wx' });
      made.push(at);
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw refusal(relative(process.cwd(), at), sentencesFor(error));
  }
}

function sentencesFor(error: unknown): Sentences {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'ENOTDIR' || code === 'EEXIST') return say('error.file');
  return say(['EACCES', 'EPERM', 'EROFS'].includes(code) ? 'error.denied' : 'error.write', { code });
}

/** Each file of the project by its path. */
function filesFor(answers: Answers, target: string): ReadonlyMap<string, string | Buffer> {
  const example = hasDocuments(target) ? [] : ['example'];
  const layers = ['all', answers.language, ...example, ...LAYERS[answers.host as Host]];
  const fill = ([path, content]: File): File => [path, FILLED[path]?.(content.toString(), answers) ?? content];
  return new Map(layers.flatMap(readLayer).map(fill));
}

/** The example is for who has nothing yet: its cards cite its scan. */
const hasDocuments = (target: string): boolean =>
  [join(target, 'seeds'), join(target, 'docs/glossary')].some(folder => namesIn(folder).length > 0);

export const templateFile = (path: string): string => readFileSync(join(TEMPLATE, path), 'utf8');

function readLayer(layer: string): File[] {
  const folder = join(TEMPLATE, layer);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return paths
    .filter(path => lstatSync(join(folder, path)).isFile())
    .map(path => [nameInProject(path.replaceAll('\\', '/')), readFileSync(join(folder, path))]);
}

/** npm takes a `.gitignore` out of every package. */
const nameInProject = (path: string): string => (path === 'gitignore' ? '.gitignore' : path);

/** Files that say what was answered. */
const FILLED: Readonly<Record<string, (text: string, answers: Answers) => string>> = {
  'tsuzuri.config.ts': (text, answers) =>
    text.replace(/^ {2}(?:\/\/ )?(title|publisher|language): .*$/gm, (line, key: 'title' | 'publisher' | 'language') =>
      answers[key] === '' ? line : `  ${key}: '${answers[key].replace(/[\\']/g, '\\$&')}',`,
    ),
  'README.md': (text, { title }) => fillIn(text, { heading: escaped(title) }),
  'docs/index.md': (text, { title }) => fillIn(text, { heading: escaped(title), title: JSON.stringify(title) }),
  'docs/guide.md': (text, { language, host }) =>
    fillIn(text, { publishing: templateFile(`publishing/${language}/${host}.md`).trimEnd() }),
  'package.json': (text, { folder }) => {
    const dependencies = { '@tsuzuri/site': VERSION, tsuzuri: VERSION };
    return `${JSON.stringify({ ...JSON.parse(text), name: packageName(folder), dependencies }, null, 2)}\n`;
  },
};

const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/(?<=^(?:title: |# )?)\{(\w+)\}$/gm, (whole, name: string) => values[name] ?? whole);

/** As text in Markdown: `*` → `\*` */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>{}#&|~$!]/g, '\\$&');

/** `My Minutes` → `my-minutes`; a name without Latin letters or digits, as 会議録, becomes `minutes`: npm takes no other. */
export const packageName = (folder: string): string =>
  basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 200)
    .replace(/^-|-$/g, '') || 'minutes';
