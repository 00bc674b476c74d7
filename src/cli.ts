#!/usr/bin/env node
/** The command line: the only file that reads the arguments, prints or exits. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { VFileMessage } from 'vfile-message';
import { createMatcher } from './6-link/matcher.ts';
import { addFiles } from './7-print/files.ts';
import {
  type Book,
  bindBook,
  convertSeed,
  linkingWith,
  readRules,
  readTerms,
  summary,
  writeBook,
  writeBooks,
} from './build.ts';
import { complaint } from './complaint.ts';
import { HELP } from './help.ts';
import { holds, type Ledger, writeLedger } from './ledger.ts';
import { linkNotes } from './notes.ts';
import type { Tools } from './pipeline.ts';
import { loadWords } from './words.ts';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

/** What a verb gives back: the exit code. */
type Verb = (words: string[], options: Options) => Promise<number>;

interface Options {
  readonly out?: string;
  readonly glossary?: string;
  readonly base?: string;
  readonly url?: string;
  readonly pdf?: boolean;
  readonly every?: boolean;
  readonly json?: boolean;
  readonly help?: boolean;
}

const VERBS: Readonly<Record<string, Verb>> = { build, pdf, convert: convertFiles, link, verify, explain };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** On a terminal each step replaces the last one; in a pipe it is a plain line. */
function progress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${step}`);
  else process.stderr.write(`${step}\n`);
}

const endProgress = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'));

async function build(_: string[], options: Options): Promise<number> {
  const root = projectRoot();
  const book = await bind(root);
  writeBook(root, book, { pdf: options.pdf === true || existsSync(join(root, 'build/tsuzuri.pdf')) });
  if (options.pdf) await bindPdf(root, book);
  progress('サイトを作っています');
  const { printSite } = await import('./7-print/site.ts');
  await printSite(root, { ...(options.base === undefined ? {} : { base: options.base }) });
  const pdf = join(root, 'build/tsuzuri.pdf');
  if (existsSync(pdf)) addFiles(join(root, 'build/site'), new Map([['tsuzuri.pdf', readFileSync(pdf)]]));
  endProgress();
  for (const line of summary(book, options.pdf === true)) say(line);
  return 0;
}

async function pdf(): Promise<number> {
  const root = projectRoot();
  await bindPdf(root, await bind(root));
  endProgress();
  say('build/tsuzuri.pdf\nbuild/tsuzuri.html');
  return 0;
}

async function bindPdf(root: string, book: Book): Promise<void> {
  progress('PDFを組んでいます');
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const missing = await writeBooks(root, book, version);
  if (missing.length > 0) progress(`PDFの書体にない文字（番号を枠に入れて印刷）: ${missing.join(' ')}`);
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

async function bind(root: string): Promise<Book> {
  progress('辞書を読んでいます');
  return bindBook(root, await loadWords(), name => progress(`変換: ${name}`));
}

async function convertFiles(files: string[], { out, glossary }: Options): Promise<number> {
  if (files.length === 0 || out === undefined) throw usage('convert には変換するファイルと --out が要ります');
  const tools = await toolsFor(glossary);
  const written = new Map<string, string>();
  for (const path of files) {
    progress(`変換: ${path}`);
    const name = basename(path).replace(/\.[^.]*$/, '');
    if (written.has(`${name}.md`))
      throw complaint(
        path,
        undefined,
        `「${name}」という名前のファイルが二つあります`,
        '名前を変えるか、別々に変換してください',
      );
    const { file, ledger } = await convertSeed(path, tools);
    written.set(`${name}.md`, String(file)).set(`${name}.ledger.json`, writeLedger(ledger));
  }
  endProgress();
  addFiles(out, written);
  for (const path of written.keys()) say(join(out, path));
  return 0;
}

async function toolsFor(glossary: string | undefined): Promise<Tools> {
  const words = await loadWords();
  const rules = readRules(join(PACKAGE, 'docs/rules'), words);
  if (glossary === undefined) return { words, rules };
  return { words, rules, glossary: linkingWith(createMatcher(readTerms(needFolder(glossary)))) };
}

function needFolder(folder: string): string {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw complaint(folder, undefined, 'フォルダーが見つかりません', 'パスを確かめてください');
  return folder;
}

async function link([folder]: string[], { glossary, out, every = false, url, json }: Options): Promise<number> {
  if (folder === undefined || glossary === undefined || (out === undefined && !json))
    throw usage('link にはフォルダーと --glossary と --out が要ります');
  const match = createMatcher(readTerms(needFolder(glossary)));
  const sources = readdirSync(needFolder(folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .toSorted()
    .map(name => ({ name, markdown: readFileSync(join(folder, name), 'utf8') }));
  const { linked, mentions } = linkNotes(sources, match, { every, ...(url === undefined ? {} : { url }) });
  if (out !== undefined) addFiles(out, linked);
  if (json) say(JSON.stringify(mentions, null, 1));
  else say(`${linked.size}個のファイルを ${out} に書きました`);
  return 0;
}

async function verify([folder]: string[]): Promise<number> {
  if (folder === undefined) throw usage('verify には帳簿のあるフォルダーが要ります');
  const names = readdirSync(needFolder(folder))
    .filter(name => name.endsWith('.ledger.json'))
    .toSorted();
  if (names.length === 0)
    throw complaint(
      folder,
      undefined,
      '*.ledger.json がありません',
      'tsuzuri convert か build の出力先を指定してください',
    );
  const wrong = names.filter(name => {
    const holds = isTrue(join(folder, name));
    say(`${holds ? '一致' : '不一致'}  ${name}`);
    return !holds;
  });
  return wrong.length === 0 ? 0 : 1;
}

function isTrue(path: string): boolean {
  try {
    return holds(JSON.parse(readFileSync(path, 'utf8')) as Ledger);
  } catch (error) {
    throw complaint(
      path,
      undefined,
      `帳簿として読めません: ${(error as Error).message}`,
      'tsuzuri convert でもう一度作ってください',
    );
  }
}

async function explain([target]: string[]): Promise<number> {
  if (target === undefined) throw usage('explain にはファイル名（:行番号）が要ります');
  const [, path = target, line] = /^(.*?)(?::(\d+))?$/.exec(target) ?? [];
  const { file, ledger } = await convertSeed(path, await toolsFor(undefined));
  const messages = file.messages.filter(message => line === undefined || message.line === Number(line));
  for (const message of messages) say(describe(message, path));
  say(
    `${ledger.scan.file}: ${messages.filter(message => message.fatal === undefined).length}か所を直し、${messages.filter(message => message.fatal === false).length}か所を疑いとして残しました`,
  );
  return 0;
}

function describe(message: VFileMessage, path: string): string {
  const show = (letters: string | undefined) => `「${(letters ?? '').replace(/\n/g, '⏎')}」`;
  const kind = message.fatal === undefined ? '訂正' : '疑い';
  return `${path}:${message.line}:${message.column}  ${kind}  ${show(message.actual)} → ${show(message.expected?.[0])}  ${message.reason}  [${message.ruleId}]`;
}

const usage = (reason: string): VFileMessage =>
  complaint('tsuzuri', undefined, reason, '使い方は tsuzuri --help で見られます');

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      glossary: { type: 'string' },
      base: { type: 'string' },
      url: { type: 'string' },
      pdf: { type: 'boolean' },
      every: { type: 'boolean' },
      json: { type: 'boolean' },
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
  return verb(words, values);
}

/** One line for a person; a fault of the program shows where it happened. */
function report(error: unknown): number {
  endProgress();
  if (error instanceof VFileMessage) {
    const given = error.file || 'tsuzuri';
    const file = given.startsWith('/') ? relative(process.cwd(), resolve(given)) || '.' : given;
    process.stderr.write(`${file}${error.line === undefined ? '' : `:${error.line}`}: ${error.reason}\n`);
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
