#!/usr/bin/env node
/** The command line: the only file that reads the arguments, prints or exits. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { VFileMessage } from 'vfile-message';
import { candidateFor, candidateLine } from './6-link/candidates.ts';
import { discoverTerms } from './6-link/discover.ts';
import { draftCard } from './6-link/draft.ts';
import { addFiles } from './7-print/files.ts';
import { siteAddress } from './7-print/site-address.ts';
import { describeChange } from './9-review/diff/diff.ts';
import { FORMATS, levelOf, textLine, writeFindings } from './9-review/formats.ts';
import { type BindOptions, type Book, bindBook } from './bind.ts';
import { bookLines, summary, writeBook, writeDraft } from './build.ts';
import { optional } from './card.ts';
import { complaint } from './complaint.ts';
import { editionDate } from './edition-date.ts';
import {
  convertFiles,
  explain,
  link,
  type Options,
  type Outcome,
  PACKAGE,
  usage,
  type Verb,
  verify,
} from './file-verbs.ts';
import { HELP } from './help.ts';
import { createMemory } from './memory.ts';
import { bookFiles, type Format, writeBooks } from './offline-books.ts';
import { withRevision } from './revision.ts';
import { loadWords } from './words.ts';

const VERBS: Readonly<Record<string, Verb>> = {
  build,
  pdf,
  check,
  dev,
  diff,
  terms,
  convert: convertFiles,
  link,
  verify,
  explain,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** On a terminal each step replaces the last one; in a pipe it is a plain line. */
function progress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${step}`);
  else process.stderr.write(`${step}\n`);
}

const endProgress = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'));

async function build(_: string[], options: Options): Promise<Outcome> {
  const root = projectRoot();
  const { base } = siteAddress(root, options.base);
  const book = sound(await bind(root));
  writeBook(root, book, await loadWords());
  const formats = formatsOf(options);
  if (formats.size > 0) await printBooks(root, book, formats);
  progress('サイトを作っています');
  const { printSite } = await import('./7-print/site.ts');
  await printSite(root, { base });
  addFiles(join(root, 'build/site'), bookFiles(join(root, 'build')));
  if (options.offline) await goOffline(root, base);
  return { lines: summary(book, formats, options.offline), code: 0 };
}

/** One HTML file costs nothing beside the others. */
const formatsOf = ({ pdf, epub }: Options): ReadonlySet<Format> =>
  new Set<Format>([
    ...(pdf ? (['pdf'] as const) : []),
    ...(epub ? (['epub'] as const) : []),
    ...(pdf || epub ? (['html'] as const) : []),
  ]);

async function goOffline(root: string, base: string): Promise<void> {
  const { copyOffline } = await import('./7-print/offline-site.ts');
  copyOffline(join(root, 'build/site'), { folder: join(root, 'build/offline'), base });
}

async function pdf(): Promise<Outcome> {
  const root = projectRoot();
  const formats = formatsOf({ pdf: true, epub: true });
  await printBooks(root, sound(await bind(root)), formats);
  return { lines: bookLines(formats), code: 0 };
}

/** Everything that a pull request must pass; writes nothing. */
async function check(_: string[], { format = 'text' }: Options): Promise<Outcome> {
  const wanted = FORMATS.find(known => known === format);
  if (!wanted) throw usage(`--format「${format}」は使えません。${FORMATS.join('、')} のどれかにしてください`);
  const root = projectRoot();
  const { reviewProject } = await import('./review.ts');
  const found = await reviewProject(root, loadWords);
  const isFine = found.every(message => levelOf(message) === 'note');
  return { lines: writeFindings(found, wanted, version()), code: isFine ? 0 : 1 };
}

/** The site under work, until somebody ends it. */
async function dev(_: string[], { port = '5173' }: Options): Promise<Outcome> {
  const root = projectRoot();
  progress('辞書を読んでいます');
  const words = await loadWords();
  endProgress();
  const { startDev } = await import('./dev.ts');
  const stop = await startDev(root, { words, port: Number(port), say });
  if (!stop) return { lines: ['上の誤りを直してから、もう一度始めてください'], code: 2 };
  await new Promise<void>(done => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await stop();
  return { lines: [], code: 0 };
}

/** What has changed since a revision, as Markdown for a pull request; judges nothing. */
async function diff([revision, ...others]: string[]): Promise<Outcome> {
  if (revision === undefined || others.length > 0)
    throw usage('diff の使い方は「tsuzuri diff 比べる版」です。版はブランチ名やコミットの番号です');
  const root = projectRoot();
  const memory = createMemory();
  const earlier = await withRevision(root, revision, async folder => ({
    before: await bind(folder, { memory }),
    // The address that a change asks for is nobody's yet.
    ...optional('site', siteAddress(folder).address),
  }));
  const after = await bind(root, { memory });
  return { lines: [describeChange({ ...earlier, after, revision })], code: 0 };
}

/** Acronyms and defined terms without an entry; `terms new ID` writes a draft card. */
async function terms([verb, id, ...name]: string[]): Promise<Outcome> {
  const root = projectRoot();
  const book = await bind(root);
  const found = discoverTerms(
    book.pages.filter(({ kind }) => kind === 'minutes'),
    book.terms,
  );
  if (verb === undefined) return { lines: found.map(candidateLine), code: 0 };
  if (verb !== 'new' || id === undefined)
    throw usage('terms の使い方は「tsuzuri terms」か「tsuzuri terms new ID [用語]」です');
  return { lines: [writeDraft(root, id, draftCard(candidateFor(found, id, name.join(' '))))], code: 0 };
}

/** A book that can be published; otherwise all but the last of what is wrong is said, then that is thrown. */
function sound(book: Book): Book {
  const last = book.faults.at(-1);
  if (!last) return book;
  for (const fault of book.faults.slice(0, -1)) process.stderr.write(`${lineOf(fault)}\n`);
  throw last;
}

async function printBooks(root: string, book: Book, formats: ReadonlySet<Format>): Promise<void> {
  const { address } = siteAddress(root);
  const edition = { version: version(), date: editionDate(root), ...optional('site', address) };
  const missing = await writeBooks(root, book, { edition, formats, progress });
  if (missing.length > 0) progress(`PDFの書体にない文字（番号を枠に入れて印刷）: ${missing.join(' ')}`);
}

/** Of tsuzuri. */
function version(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function projectRoot(): string {
  const root = process.cwd();
  if (!existsSync(join(root, 'seeds')))
    throw complaint(
      join(root, 'seeds'),
      undefined,
      'フォルダーがありません',
      'seeds/ と docs/ のあるプロジェクトのフォルダーで実行してください',
    );
  return root;
}

async function bind(root: string, options: BindOptions = {}): Promise<Book> {
  progress('辞書を読んでいます');
  return bindBook(root, await loadWords(), { progress: name => progress(`変換: ${name}`), ...options });
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      glossary: { type: 'string' },
      base: { type: 'string' },
      url: { type: 'string' },
      pdf: { type: 'boolean' },
      epub: { type: 'boolean' },
      offline: { type: 'boolean' },
      every: { type: 'boolean' },
      json: { type: 'boolean' },
      format: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [name, ...words] = positionals;
  if (values.help || name === undefined) {
    say(HELP);
    return values.help ? 0 : 2;
  }
  const verb = VERBS[name];
  if (!verb) throw usage(`「${name}」という命令はありません`);
  const { lines, code } = await verb(words, values, progress);
  endProgress();
  for (const line of lines) say(line);
  return code;
}

/** One line; a path is told from where the person stands. */
function lineOf(message: VFileMessage): string {
  const { file = '' } = message;
  const near = file.startsWith('/') ? relative(process.cwd(), resolve(file)) || '.' : file;
  return textLine(Object.assign(message, { file: near }));
}

/** One line for a person; a fault of the program shows where it happened. */
function report(error: unknown): number {
  endProgress();
  if (error instanceof VFileMessage) {
    process.stderr.write(`${lineOf(error)}\n`);
  } else if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`tsuzuri: ${(error as Error).message}。使い方は tsuzuri --help で見られます\n`);
  } else {
    process.stderr.write(
      `tsuzuri: 思わぬ誤りです。この内容を添えて報告してください\n${(error as Error).stack ?? String(error)}\n`,
    );
  }
  return 2;
}

process.exitCode = await main().catch(report);
