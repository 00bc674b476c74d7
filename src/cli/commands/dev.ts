/** Serves the site while its texts are written: builds again what has changed, writes the pages that differ. */
import { existsSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { createCache } from '@tsuzuri/book/cache';
import type { Project } from '@tsuzuri/book/project';
import { textLine } from '@tsuzuri/check/reporters';
import { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
import { readSafely } from '@tsuzuri/core/read-safely';
import { bookJson, dataFiles, type Files, pageFiles, publicFiles } from '@tsuzuri/print/data';
import { addFiles, fillFolder } from '@tsuzuri/print/files';
import { startDevServer } from '@tsuzuri/print/site/dev-server';
import { type CommandBody, fine, usage } from '../command.ts';
import { currentProject } from '../project.ts';

export const dev: CommandBody<{ readonly port?: string }> = {
  options: [['--port <number>', 'port of the server (default: 5173); the next free one where it is in use']],
  examples: ['tsuzuri dev', 'tsuzuri dev --port 8080'],
  run: async (_, { port = '5173' }, { say }) => {
    if (!/^\d{1,5}$/.test(port)) throw usage(`--port「${port}」は番号ではありません`, 'dev');
    const stop = await startDev(await currentProject(), { words: await loadAnalyzer(), port: Number(port), say });
    if (!stop) return { lines: ['上の誤りを直してから、もう一度始めてください'], code: 2 };
    await new Promise<void>(done => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
    });
    await stop();
    return fine();
  },
};

/** Folders that people write in, with the folders in them. */
const WATCHED: readonly string[] = ['docs', 'seeds'];
/** Milliseconds: an editor writes a file in several steps. */
const PAUSE = 20;
/** Milliseconds without a change before what nobody sees at once is written: popovers, the search. */
const REST = 1500;

interface DevOptions {
  readonly words: Analyzer;
  /** The next free one is taken where it is in use. */
  readonly port: number;
  /** Is told in a line what was done, what is wrong. */
  readonly say: (line: string) => void;
}

/** @returns what ends it; nothing where the book is not sound, which has been said */
async function startDev(project: Project, options: DevOptions): Promise<(() => Promise<void>) | undefined> {
  const { root } = project;
  const { words, port, say } = options;
  const cache = createCache();
  const told = new Set<string>();
  const bindSound = async (): Promise<Book | undefined> => {
    const book = await buildBook(project, words, { cache });
    for (const fault of [...book.errors, ...newTo(told, book.warnings)]) say(textLine(fault));
    return book.errors.length === 0 ? book : undefined;
  };
  const first = await bindSound();
  if (!first) return undefined;
  const served = publicFiles(first, words);
  const build = join(root, 'build');
  await fillFolder(build, (_, write) => write(dataFiles(first, served)));
  const keepShown = keeperOf(build, shownFiles(first));
  const keepServed = keeperOf(build, below('public', served));
  let [book, server] = [first, await startDevServer(root, build, port)];
  say(`${server.address} で見られます。docs/ と seeds/ の変更はすぐに反映されます（終えるには Ctrl+C）`);

  const update = async (files: readonly string[]): Promise<void> => {
    const start = performance.now();
    const next = await bindSound();
    const pages = next && readSafely('docs', () => shownFiles(next));
    for (const fault of pages?.errors ?? []) say(textLine(fault));
    const [shown] = pages?.read ?? [];
    if (!next || !shown) return say('直るまで、前のページのままにします');
    const written = keepShown(shown).filter(path => path.endsWith('.md'));
    say(
      `${files.join('、')}: ${written.length}ページを書き換えました（${Math.round(performance.now() - start)}ミリ秒）`,
    );
    const isSameMenu = menuOf(next) === menuOf(book);
    book = next;
    if (isSameMenu) return;
    // VitePress reads the menus as it begins; browsers find it again by themselves.
    await server.stop();
    server = await startDevServer(root, build, Number(new URL(server.address).port));
  };
  const stopWatching = watchFolders(root, {
    update,
    rest: () => void keepServed(below('public', publicFiles(book, words))),
  });
  return async () => {
    stopWatching();
    await server.stop();
  };
}

interface Reactions {
  /** Files that changed, from the root. */
  readonly update: (files: readonly string[]) => Promise<void>;
  /** Nothing has changed for a while. */
  readonly rest: () => void;
}

/** Several changes at once are one; the next waits until the last was dealt with. */
function watchFolders(root: string, { update, rest }: Reactions): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const run = async (): Promise<void> => {
    const files = [...changed];
    changed.clear();
    if (files.length === 0) return;
    await update(files);
    clearTimeout(timer);
    timer = setTimeout(rest, REST);
  };
  const watchers = WATCHED.filter(folder => existsSync(join(root, folder))).map(folder =>
    watch(join(root, folder), { recursive: true }, (_, path) => {
      const name = path?.replaceAll('\\', '/') ?? '';
      if (!(folder === 'seeds' ? /^(?!(?:.*\/)?\.).*[^~]$/ : /\.(?:md|yml)$/i).test(name)) return;
      changed.add(`${folder}/${name}`);
      clearTimeout(timer);
      timer = setTimeout(() => {
        work = work.then(run);
      }, PAUSE);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Of what stays as it is while one writes only what was not said yet. */
function newTo(told: Set<string>, warnings: Book['warnings']): Book['warnings'] {
  const fresh = warnings.filter(warning => !told.has(textLine(warning)));
  told.clear();
  for (const warning of warnings) told.add(textLine(warning));
  return fresh;
}

/** The list of pages goes first: the site asks it for the title of a page that it sees change. */
const shownFiles = (book: Book): Files => new Map([['book.json', bookJson(book)], ...below('pages', pageFiles(book))]);

const below = (folder: string, files: Files): Files =>
  new Map([...files].map(([path, content]) => [`${folder}/${path}`, content]));

/** What the menus say of the pages. */
const menuOf = ({ pages }: Book): string =>
  JSON.stringify(pages.map(({ path, title, matter }) => [path, title, matter.category]));

/** Writes of the files only those that differ from the last time, takes away what is gone; gives back what it wrote. */
function keeperOf(build: string, first: Files): (files: Files) => string[] {
  let last = first;
  return files => {
    const changed = [...files].filter(([path, content]) => !isSame(last.get(path), content));
    if (changed.length > 0) addFiles(build, changed);
    for (const path of last.keys()) if (!files.has(path)) rmSync(join(build, path), { force: true });
    last = files;
    return changed.map(([path]) => path);
  };
}

const isSame = (a: string | Uint8Array | undefined, b: string | Uint8Array): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && Buffer.compare(a, b) === 0);
