/** The verbs that work on the project of the folder: build, pdf, check, diff, dev, terms. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Book, type BuildOptions, buildBook } from '@tsuzuri/book/build-book';
import { createCache } from '@tsuzuri/book/cache';
import { loadProject, type Project } from '@tsuzuri/book/project';
import { checkProject } from '@tsuzuri/check';
import { describeDiff } from '@tsuzuri/check/diff';
import { withRevision } from '@tsuzuri/check/diff/revision';
import { FORMATS, levelOf, writeFindings } from '@tsuzuri/check/reporters';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { optional } from '@tsuzuri/core/collections';
import { errorAt, throwAll } from '@tsuzuri/core/messages';
import { candidateFor, candidateLine, discoverTerms, draftCard } from '@tsuzuri/link/term-extraction';
import { addFiles } from '@tsuzuri/print/files';
import {
  bookFiles,
  bookLines,
  editionDate,
  type Format,
  summary,
  writeBook,
  writeBooks,
  writeDraft,
} from '@tsuzuri/print/printers';
import { siteAddress } from '@tsuzuri/print/site';
import { type Options, type Tell, usage, type Verb, version } from './commands.ts';
import { startDev } from './dev.ts';

export const build: Verb = async (_, options, tell) => {
  const project = await currentProject();
  const { root } = project;
  const { base } = siteAddress(project, options.base);
  const book = await bindSound(project, tell);
  writeBook(root, book, await loadAnalyzer());
  const formats = formatsOf(options);
  if (formats.size > 0) await printBooks(project, { book, formats }, tell);
  tell.progress('サイトを作っています');
  const { printSite } = await import('@tsuzuri/print/site');
  await printSite(project, { base });
  addFiles(join(root, 'build/site'), bookFiles(join(root, 'build')));
  if (options.offline) await goOffline(root, base);
  return { lines: summary(book, formats, options.offline), code: 0 };
};

/** One HTML file costs nothing beside the others. */
const formatsOf = ({ pdf, epub }: Options): ReadonlySet<Format> =>
  new Set<Format>([
    ...(pdf ? (['pdf'] as const) : []),
    ...(epub ? (['epub'] as const) : []),
    ...(pdf || epub ? (['html'] as const) : []),
  ]);

async function goOffline(root: string, base: string): Promise<void> {
  const { copyOffline } = await import('@tsuzuri/print/site/offline');
  copyOffline(join(root, 'build/site'), { folder: join(root, 'build/offline'), base });
}

export const pdf: Verb = async (_words, _options, tell) => {
  const project = await currentProject();
  const formats = formatsOf({ pdf: true, epub: true });
  await printBooks(project, { book: await bindSound(project, tell), formats }, tell);
  return { lines: bookLines(formats), code: 0 };
};

interface Printed {
  readonly book: Book;
  readonly formats: ReadonlySet<Format>;
}

async function printBooks(project: Project, { book, formats }: Printed, { progress }: Tell): Promise<void> {
  const { root } = project;
  const { address } = siteAddress(project);
  const edition = { version: version(), date: editionDate(root), ...optional('site', address) };
  const missing = await writeBooks(root, book, { edition, formats, progress });
  if (missing.length > 0) progress(`PDFの書体にない文字（番号を枠に入れて印刷）: ${missing.join(' ')}`);
}

/** Everything that a pull request must pass. */
export const check: Verb = async (_, { format = 'text' }) => {
  const wanted = FORMATS.find(known => known === format);
  if (!wanted) throw usage(`--format「${format}」は使えません。${FORMATS.join('、')} のどれかにしてください`);
  const found = await checkProject(await currentProject());
  const isFine = found.every(message => levelOf(message) === 'note');
  return { lines: writeFindings(found, wanted, version()), code: isFine ? 0 : 1 };
};

/** What has changed since a revision, as Markdown for a pull request; judges nothing. */
export const diff: Verb = async ([revision, ...others], _, tell) => {
  if (revision === undefined || others.length > 0)
    throw usage('diff の使い方は「tsuzuri diff 比べる版」です。版はブランチ名やコミットの番号です');
  const project = await currentProject();
  const { root } = project;
  const cache = createCache();
  const earlier = await withRevision(root, revision, async folder => {
    const base = await loadProject(folder);
    // The address that a change asks for is nobody's yet.
    return { before: await bind(base, { cache }, tell), ...optional('site', siteAddress(base).address) };
  });
  const after = await bind(project, { cache }, tell);
  return { lines: [describeDiff({ ...earlier, after, revision })], code: 0 };
};

/** The site under work, until somebody ends it. */
export const dev: Verb = async (_, { port = '5173' }, { say }) => {
  if (!/^\d{1,5}$/.test(port)) throw usage(`--port「${port}」は番号ではありません`);
  const stop = await startDev(await currentProject(), { words: await loadAnalyzer(), port: Number(port), say });
  if (!stop) return { lines: ['上の誤りを直してから、もう一度始めてください'], code: 2 };
  await new Promise<void>(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await stop();
  return { lines: [], code: 0 };
};

/** Acronyms and defined terms without an entry; `terms new ID` writes a draft card. */
export const terms: Verb = async ([verb, id, ...name], _, tell) => {
  const project = await currentProject();
  const { root } = project;
  const book = await bind(project, {}, tell);
  const found = discoverTerms(
    book.pages.filter(({ kind }) => kind === 'minutes'),
    book.terms,
  );
  if (verb === undefined) return { lines: found.map(candidateLine), code: 0 };
  if (verb !== 'new' || id === undefined)
    throw usage('terms の使い方は「tsuzuri terms」か「tsuzuri terms new ID [用語]」です');
  return { lines: [writeDraft(root, id, draftCard(candidateFor(found, id, name.join(' '))))], code: 0 };
};

/** Of the folder that the person stands in. */
async function currentProject(): Promise<Project> {
  const root = process.cwd();
  if (!existsSync(join(root, 'seeds')))
    throw errorAt(
      join(root, 'seeds'),
      undefined,
      'フォルダーがありません',
      'seeds/ と docs/ のあるプロジェクトのフォルダーで実行してください',
    );
  return loadProject(root);
}

async function bind(project: Project, options: BuildOptions, { progress }: Tell): Promise<Book> {
  progress('辞書を読んでいます');
  return buildBook(project, await loadAnalyzer(), { progress: name => progress(`変換: ${name}`), ...options });
}

/** @throws VFileMessage where the book cannot be published, with everything that is wrong */
async function bindSound(project: Project, tell: Tell): Promise<Book> {
  const book = await bind(project, {}, tell);
  throwAll(book.errors);
  return book;
}
