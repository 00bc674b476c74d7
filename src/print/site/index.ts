/** Prints the book as a static site, by VitePress. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Book } from '@tsuzuri/book/build-book';
import { publicationOf } from '@tsuzuri/book/hosts';
import type { Project } from '@tsuzuri/book/project';
import { optional } from '@tsuzuri/core/collections';
import { addFiles, type File } from '@tsuzuri/core/files';
import { errorAt } from '@tsuzuri/core/messages';
import { joinWords, say } from '@tsuzuri/core/wording';
import { readBookList } from '../book-list.ts';
import type { Printer, Printing } from '../printer.ts';
import { pagePictures } from './page-pictures.ts';

export const sitePrinter: Printer = {
  name: 'site',
  get label() {
    return say('print.site');
  },
  print: siteFiles,
};

/** VitePress writes the site by itself; the books that it offers are added. */
async function* siteFiles({ project }: Book, { base, folder, progress }: Printing): AsyncGenerator<File> {
  progress(say('print.makingSite'));
  await printSite(project, { base, build: folder });
  for (const { path } of readBookList(folder)) yield [`site/${path}`, readFileSync(join(folder, path))];
}

export interface SiteOptions {
  /** Path under which the site will stand on its host: `/minutes-of-2012/`; that of `siteAddress` unless given. */
  readonly base?: string;
  /** Folder with `pages/` and `book.json`. `build` unless given. */
  readonly build?: string;
  /** Folder to write, `site` in the build folder unless given. */
  readonly outDir?: string;
}

/**
 * VitePress keeps state in the process (its Markdown renderer, the module of the pages, NODE_ENV, what it prints), so
 * each site is built in a process of its own.
 */
const BUILD_SITE = `
  import { build } from '@tsuzuri/site/vitepress';
  const [root, outDir, tempDir] = process.argv.slice(1);
  const onAfterConfigResolve = config => { config.tempDir = tempDir; };
  await build(root, { outDir, onAfterConfigResolve }).catch(error => {
    console.error('(!) ' + [error.id, error.message].filter(Boolean).join(': ').replace(/\\s+/g, ' '));
    process.exit(1);
  });
`;

/**
 * Builds the site beside the place where it shall stand, then moves it there: when it fails, an earlier site is whole.
 * @throws VFileMessage with what VitePress says, when the site cannot be built.
 */
export async function printSite(project: Project, options: SiteOptions = {}): Promise<void> {
  const { root } = project;
  const build = resolve(root, options.build ?? 'build');
  const outDir = resolve(root, options.outDir ?? join(build, 'site'));
  const cache = resolve(root, 'node_modules/.cache'); // in the root, so that the pages find vue when they are rendered
  const draft = await draftOf(outDir);
  const temporary = await draftOf(join(cache, 'tsuzuri-site'));
  const remove = (): void => {
    for (const folder of [draft, temporary]) rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove); // an interrupted program leaves nothing behind
  try {
    const { base, address } = siteAddress(project, options.base);
    const environment = { TSUZURI_BUILD: build, TSUZURI_BASE: base };
    // While the other process makes the pages, this one would only wait. Other sites want whole addresses.
    const [said, pictures] = await Promise.all([
      run([await vitepressRoot(root), draft, temporary], root, environment),
      address === undefined ? [] : pagePictures(project, build),
    ]);
    if (said) throw errorAt(join(root, 'build'), undefined, ...say('print.siteFailed', { said }));
    await addFiles(draft, pictures);
    await swap(draft, outDir);
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/**
 * The folder whose `.vitepress/` configures the site: the project itself, or where it has no such configuration one with
 * the two files that it would have, of one line each.
 */
export async function vitepressRoot(root: string): Promise<string> {
  const names = await readdir(join(root, '.vitepress')).catch(() => []);
  if (names.some(name => /^config(\.|$)/.test(name))) return root;
  const folder = join(root, 'node_modules/.cache/tsuzuri/site');
  await mkdir(join(folder, '.vitepress/theme'), { recursive: true });
  await writeFile(join(folder, '.vitepress/config.mjs'), "export { default } from '@tsuzuri/site/config';\n");
  await writeFile(join(folder, '.vitepress/theme/index.mjs'), "export { default } from '@tsuzuri/site/theme';\n");
  return folder;
}

/** A new empty folder beside the one that is meant; as open to readers as any other folder, which `mkdtemp` makes not. */
async function draftOf(folder: string): Promise<string> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    const draft = await mkdtemp(`${folder}-`);
    await chmod(draft, 0o755);
    return draft;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw errorAt(folder, undefined, ...say('print.siteUnwritable', { code: String(code) }));
  }
}

/** Resolves to nothing, or to what the process said when it failed. */
function run(words: string[], cwd: string, environment: Record<string, string>): Promise<string | undefined> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', BUILD_SITE, '--', ...words], {
    cwd,
    env: { ...process.env, ...environment, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // With the program that waits for it, before what it writes is taken away.
  const end = (): void => void child.kill('SIGKILL');
  process.prependOnceListener('exit', end);
  child.once('close', () => process.off('exit', end));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(String(chunk)));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) =>
      done(code === 0 ? undefined : errorIn(said.join('')) || say('print.siteStopped', { signal: String(signal) })),
    );
  });
}

/** `(!) Found dead link /nowhere in file minutes/a.md`, as VitePress says it. */
const DEAD_LINK = /Found dead link (\S+) in file (\S+)/;
/** Lines that begin so are errors; the others report progress. */
const MARK = '(!) ';

function errorIn(said: string): string {
  const lines = said.split('\n').map(line => line.trim());
  const wrong = lines.filter(line => line.startsWith(MARK)).map(line => line.slice(MARK.length));
  const deadLinks = wrong
    .filter(line => DEAD_LINK.test(line))
    .map(line => line.replace(DEAD_LINK, (_, link: string, file: string) => say('print.deadLink', { link, file })));
  if (deadLinks.length) return joinWords(deadLinks);
  return joinWords(wrong) || lines.slice(-5).join(' ');
}

/** Two renames: for the length of one there is no site, never half of one. */
async function swap(draft: string, outDir: string): Promise<void> {
  const earlier = `${draft}-earlier`;
  if (existsSync(outDir)) await rename(outDir, earlier);
  try {
    await rename(draft, outDir);
  } catch (error) {
    if (existsSync(earlier)) await rename(earlier, outDir);
    throw error;
  }
  await rm(earlier, { recursive: true, force: true });
}

/** Where the site will stand. */
export interface SiteAddress {
  /** `/` or `/minutes-of-2012/` */
  readonly base: string;
  /** `https://host/minutes-of-2012/`; absent: unknown, so nothing is printed that needs it. */
  readonly address?: string;
}

/**
 * The origin is that of `publicationOf`; the path comes from `--base`, else from TSUZURI_BASE, else from that same address,
 * else it is `/`.
 * @throws VFileMessage where a person gave what is no address or no path
 */
export function siteAddress(project: Project, base?: string): SiteAddress {
  const { url } = publicationOf(project);
  const given = base ?? process.env.TSUZURI_BASE;
  if (given !== undefined && !PATH.test(given))
    throw errorAt(base === undefined ? 'TSUZURI_BASE' : '--base', undefined, ...say('print.base', { base: given }));
  const path = withSlashes(given ?? url?.pathname ?? '/');
  return { base: path, ...optional('address', url && new URL(path, url.origin).href) };
}

/** `/minutes/`; no other host, no `C:/minutes/`, which a shell on Windows makes of it, no `?` and `#`, no step upwards. */
const PATH = /^(?!.*\.\.)[^\s?#:\\]*$/;

const withSlashes = (path: string): string => `/${path}/`.replace(/\/{2,}/g, '/');
