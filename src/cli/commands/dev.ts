/** Serves the site while its texts are written: builds again what has changed, writes the pages that differ. */
import { type FSWatcher, readdirSync, rmSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Book, buildBook } from '@tsuzuri/book/build-book';
import { createCache } from '@tsuzuri/book/cache';
import type { Project } from '@tsuzuri/book/project';
import { type Analyzer, loadAnalyzer } from '@tsuzuri/convert/morphology';
import { type CommandBody, fine, type Tell, usage } from '@tsuzuri/core/command';
import { addFiles, fillFolder } from '@tsuzuri/core/files';
import { textLine } from '@tsuzuri/core/messages';
import { readSafely } from '@tsuzuri/core/read-safely';
import { joinWords, say } from '@tsuzuri/core/wording';
import { bookJson, dataFiles, type Files, pageFiles, publicFiles } from '@tsuzuri/print/data';
import { siteAddress } from '@tsuzuri/print/site';
import { startDevServer } from '@tsuzuri/print/site/dev-server';
import { currentProject } from '../project.ts';

export const dev: CommandBody<{ readonly port?: string }> = {
  options: [['--port <number>', () => say('cli.dev.port')]],
  examples: ['tsuzuri dev', 'tsuzuri dev --port 8080'],
  run: async (_, { port = '5173' }, tell) => {
    if (!/^\d{1,5}$/.test(port) || Number(port) === 0 || Number(port) >= 2 ** 16)
      throw usage(say('cli.dev.noPort', { port }), 'dev');
    const project = await currentProject();
    const running = await startDev(project, { words: await loadAnalyzer(), port: Number(port), tell });
    if (!running) return { lines: [say('cli.dev.mendFirst')], code: 2 };
    try {
      await Promise.race([tell.untilStopped(), running.failed]);
    } finally {
      await running.stop();
    }
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
  readonly tell: Tell;
}

interface Running {
  readonly stop: () => Promise<void>;
  /** Rejects where the site can be served no longer. */
  readonly failed: Promise<never>;
}

/** @returns nothing where the book is not sound, which has been said */
async function startDev(project: Project, options: DevOptions): Promise<Running | undefined> {
  const { root } = project;
  const { words, port, tell } = options;
  siteAddress(project); // an address that is none is said before the work begins
  const cache = createCache();
  const told = new Set<string>();
  const bindSound = async (): Promise<Book | undefined> => {
    const book = await buildBook(project, words, { cache });
    for (const fault of [...book.errors, ...newTo(told, book.warnings)]) tell.say(textLine(fault));
    return book.errors.length === 0 ? book : undefined;
  };
  const first = await bindSound();
  if (!first) return undefined;
  const served = publicFiles(first, words);
  const build = join(root, 'build');
  await fillFolder(build, (_, write) => write(dataFiles(first, served)));
  const keepShown = keeperOf(build, shownFiles(first));
  const keepServed = keeperOf(build, below('public', served));
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const serve = (wish: number) => startDevServer({ root, build, port: wish, onEnd: fail });
  let [book, server] = [first, await serve(port)];
  tell.say(say('cli.dev.ready', { address: server.address }));

  const update = async (files: readonly string[]): Promise<void> => {
    const start = performance.now();
    const next = await bindSound();
    const pages = next && readSafely('docs', () => shownFiles(next));
    for (const fault of pages?.errors ?? []) tell.say(textLine(fault));
    const [shown] = pages?.read ?? [];
    if (!next || !shown) return tell.say(say('cli.dev.kept'));
    const written = (await keepShown(shown)).filter(path => path.endsWith('.md'));
    const time = Math.round(performance.now() - start);
    tell.say(say('cli.dev.written', { files: joinWords(files), pages: written.length, time }));
    const isSameMenu = menuOf(next) === menuOf(book);
    book = next;
    if (isSameMenu) return;
    // VitePress reads the menus as it begins; browsers find it again by themselves.
    await server.stop();
    server = await serve(Number(new URL(server.address).port));
  };
  const stopWatching = watchFolders(root, {
    update,
    rest: async () => void (await keepServed(below('public', publicFiles(book, words)))),
    fail,
  });
  const stop = (): Promise<void> => {
    stopWatching();
    return server.stop();
  };
  return { stop, failed };
}

interface Reactions {
  /** Files that changed, from the root. */
  readonly update: (files: readonly string[]) => Promise<void>;
  /** Nothing has changed for a while. */
  readonly rest: () => Promise<void>;
  /** Takes what went wrong in one of them. */
  readonly fail: (error: unknown) => void;
}

/** Several changes at once are one; the next waits until the last was dealt with. */
function watchFolders(root: string, { update, rest, fail }: Reactions): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const note = (path: string): void => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(run).catch(fail);
    }, PAUSE);
  };
  const folders = folderWatcher(root, note);
  const run = async (): Promise<void> => {
    const files = [...changed];
    changed.clear();
    if (files.length === 0) return;
    folders.follow(); // before the files are read: what is written from now on is noted
    await update(files);
    clearTimeout(timer);
    timer = setTimeout(() => void rest().catch(fail), REST);
  };
  return () => {
    clearTimeout(timer);
    folders.close();
  };
}

/** What editors and systems leave for a moment is no change: `.x.swp`, `x~`. */
const OF_A_PERSON: Readonly<Record<string, RegExp>> = { docs: /\.(?:md|yml)$/i, seeds: /[^~]$/ };

/**
 * Watches each folder by itself: on Linux the watcher of Node for whole trees does not see a file of a new folder that
 * is written anew by an editor.
 */
function folderWatcher(root: string, note: (path: string) => void) {
  const watchers = new Map<string, FSWatcher>();
  const isFolder = (path: string): boolean =>
    statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;
  const drop = (folder: string): boolean => {
    watchers.get(folder)?.close();
    return watchers.delete(folder);
  };
  const start = (folder: string): void => {
    const [top = ''] = folder.split('/');
    const watcher = watch(join(root, folder), (_, name) => {
      const path = `${folder}/${name}`;
      if (!name || name.startsWith('.')) return;
      // A folder that is made again under its name is another one.
      if (drop(path) || isFolder(path) || OF_A_PERSON[top]?.test(name)) note(path);
    });
    watcher.on('error', () => drop(folder)); // it is gone
    watchers.set(folder, watcher);
  };
  const follow = (): void => {
    const present = new Set(WATCHED.filter(isFolder).flatMap(folder => foldersBelow(root, folder)));
    for (const folder of watchers.keys()) if (!present.has(folder)) drop(folder);
    for (const folder of present) if (!watchers.has(folder)) start(folder);
  };
  follow();
  return {
    /** Begins with folders that are new, ends with those that are gone. */
    follow,
    close: (): void => {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

const foldersBelow = (root: string, folder: string): string[] => [
  folder,
  ...readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap(({ name }) => foldersBelow(root, `${folder}/${name}`)),
];

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
function keeperOf(build: string, first: Files): (files: Files) => Promise<string[]> {
  let last = first;
  return async files => {
    const changed = [...files].filter(([path, content]) => !isDeepStrictEqual(last.get(path), content));
    if (changed.length > 0) await addFiles(build, changed);
    for (const path of last.keys()) if (!files.has(path)) rmSync(join(build, path), { force: true });
    last = files;
    return changed.map(([path]) => path);
  };
}
