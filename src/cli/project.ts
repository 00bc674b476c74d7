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
import { ownNames, printBook } from '@tsuzuri/print/print-book';
import { siteAddress } from '@tsuzuri/print/site';
import { type Options, type Outcome, type Tell, usage, type Verb, version } from './commands.ts';
import { startDev } from './dev.ts';

export const build: Verb = async (_, options, tell) => {
  const project = await currentProject();
  const { base } = siteAddress(project, options.base);
  const printers = ['data', ...bookPrinters(options), 'site', ...(options.offline ? ['offline'] : [])];
  return printWith([...printers, ...ownNames(project)], { project, base }, tell);
};

/** One HTML file costs nothing beside the others. */
const bookPrinters = ({ pdf, epub }: Options): string[] => [
  ...(pdf ? ['pdf'] : []),
  ...(epub ? ['epub'] : []),
  ...(pdf || epub ? ['html'] : []),
];

export const pdf: Verb = async (_words, _options, tell) =>
  printWith(['pdf', 'epub', 'html'], { project: await currentProject() }, tell);

interface Printing {
  readonly project: Project;
  readonly base?: string;
}

async function printWith(printers: string[], { project, ...site }: Printing, tell: Tell): Promise<Outcome> {
  const book = await bindSound(project, tell);
  const { progress } = tell;
  return { lines: await printBook(book, { printers, analyzer: await loadAnalyzer(), progress, ...site }), code: 0 };
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
  throwAll(book.faults);
  return book;
}

/**
 * Writes a draft card, `docs/glossary/ID.md`.
 * @returns its path from the root
 * @throws VFileMessage when the id is no file name, or there is such an entry
 */
function writeDraft(root: string, id: string, draft: string): string {
  const file = `docs/glossary/${id}.md`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw errorAt(file, undefined, `ID「${id}」は使えません`, '半角の英小文字、数字、「-」だけで書いてください');
  if (existsSync(join(root, file))) throw errorAt(file, undefined, 'この項目はもうあります', '別のIDにしてください');
  addFiles(join(root, 'docs/glossary'), new Map([[`${id}.md`, draft]]));
  return file;
}
