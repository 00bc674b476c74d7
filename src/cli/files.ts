/** The verbs that work on files of any corpus: convert, link, verify, explain. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { convertSeed, linkingWith, projectTools, readRules, readTerms } from '@tsuzuri/book/load';
import { configList, loadProject } from '@tsuzuri/book/project';
import { SHIPPED_RULES } from '@tsuzuri/convert/4-correct/shipped-rules';
import { holds, type Ledger, writeLedger } from '@tsuzuri/convert/ledger';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import type { Tools } from '@tsuzuri/convert/pipeline';
import type { Mention } from '@tsuzuri/core/book';
import type { Term } from '@tsuzuri/core/card';
import { optional } from '@tsuzuri/core/collections';
import { describe, errorAt } from '@tsuzuri/core/messages';
import { type Dialect, dialectOf, parseDialect } from '@tsuzuri/link/dialects';
import { createMatcher, type Matcher } from '@tsuzuri/link/matcher';
import { findMentions } from '@tsuzuri/link/mentions';
import { linkSource } from '@tsuzuri/link/source-links';
import { addFiles } from '@tsuzuri/print/files';
import { type Outcome, usage, type Verb } from './commands.ts';

const fine = (...lines: string[]): Outcome => ({ lines, code: 0 });

export const convert: Verb = async (files, { out, glossary }, { progress }) => {
  if (files.length === 0 || out === undefined) throw usage('convert には変換するファイルと --out が要ります');
  const tools = await toolsFor(glossary);
  const written = new Map<string, string>();
  for (const path of files) {
    progress(`変換: ${path}`);
    const name = basename(path).replace(/\.[^.]*$/, '');
    if (written.has(`${name}.md`))
      throw errorAt(
        path,
        undefined,
        `「${name}」という名前のファイルが二つあります`,
        '名前を変えるか、別々に変換してください',
      );
    const { file, ledger } = await convertSeed(path, tools);
    written.set(`${name}.md`, String(file)).set(`${name}.ledger.json`, writeLedger(ledger));
  }
  addFiles(out, written);
  return fine(...[...written.keys()].map(path => join(out, path)));
};

async function toolsFor(glossary: string | undefined): Promise<Tools> {
  const analyzer = await loadAnalyzer();
  const rules = readRules(SHIPPED_RULES, analyzer);
  // Stages and formats of the project that the person stands in, if it is one.
  const tools = { analyzer, rules, ...projectTools(await loadProject(process.cwd())) };
  if (glossary === undefined) return tools;
  return { ...tools, glossary: linkingWith(createMatcher(readTerms(needFolder(glossary)))) };
}

function needFolder(folder: string): string {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw errorAt(folder, undefined, 'フォルダーが見つかりません', 'パスを確かめてください');
  return folder;
}

export const link: Verb = async ([folder], { glossary, out, every = false, url, json }) => {
  if (folder === undefined || glossary === undefined || (out === undefined && !json))
    throw usage('link にはフォルダーと --glossary と --out が要ります');
  const match = createMatcher(readTerms(needFolder(glossary)));
  const root = needFolder(folder);
  const dialects = configList(await loadProject(process.cwd()), 'dialects', ['name', 'detect']);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .toSorted();
  const mentions: Mention[] = [];
  // One at a time: nobody has to hold a whole tree of notes in memory.
  function* linkAll(): Generator<[string, string]> {
    for (const name of names) {
      const markdown = readFileSync(join(root, name), 'utf8');
      const note = { name, markdown, dialect: dialectOf(name, markdown, dialects) };
      if (json) mentions.push(...mentionsInNote(note, match));
      if (out !== undefined) yield [name, linkNote(note, { match, every, ...optional('url', url) })];
    }
  }
  const written = out === undefined ? [...linkAll()] : addFiles(out, linkAll());
  return fine(json ? JSON.stringify(mentions, null, 1) : `${written.length}個のファイルを ${out} に書きました`);
};

export const verify: Verb = async ([folder]) => {
  if (folder === undefined) throw usage('verify には帳簿のあるフォルダーが要ります');
  const names = readdirSync(needFolder(folder))
    .filter(name => name.endsWith('.ledger.json'))
    .toSorted();
  if (names.length === 0)
    throw errorAt(
      folder,
      undefined,
      '*.ledger.json がありません',
      'tsuzuri convert か build の出力先を指定してください',
    );
  const proven = names.map(name => ({ name, ...prove(join(folder, name)) }));
  const lines = proven.map(({ name, isProven, said }) => `${isProven ? '一致' : '不一致'}  ${name}${said}`);
  return { lines, code: proven.every(({ isProven }) => isProven) ? 0 : 1 };
};

function prove(path: string): { isProven: boolean; said: string } {
  try {
    const ledger = JSON.parse(readFileSync(path, 'utf8')) as Ledger;
    const { format } = ledger.scan;
    return { isProven: holds(ledger), said: format === undefined ? '' : `（${format} から読み取った文字だけを照合）` };
  } catch (error) {
    throw errorAt(
      path,
      undefined,
      `帳簿として読めません: ${(error as Error).message}`,
      'tsuzuri convert でもう一度作ってください',
    );
  }
}

export const explain: Verb = async ([target]) => {
  if (target === undefined) throw usage('explain にはファイル名（:行番号）が要ります');
  const [, path = target, line] = /^(.*?)(?::(\d+))?$/.exec(target) ?? [];
  const { file, ledger } = await convertSeed(path, await toolsFor(undefined));
  const messages = file.messages.filter(message => line === undefined || message.line === Number(line));
  const [done, asked] = [undefined, false].map(fatal => messages.filter(message => message.fatal === fatal).length);
  return fine(
    ...messages.map(message => describe(message, path)),
    `${ledger.scan.file}: ${done}か所を直し、${asked}か所を疑いとして残しました`,
  );
};

// Links a tree of Markdown that is none of ours: notes, a wiki, other documentation.

export interface Note {
  /** Path in its tree: `2021/meeting.md`. */
  readonly name: string;
  readonly markdown: string;
  readonly dialect: Dialect;
}

/** How notes are linked: `url` is the prefix of an entry's address, `/glossary` unless told. */
export interface NoteOptions {
  readonly match: Matcher;
  readonly every: boolean;
  readonly url?: string;
}

/** The note with its links; every other byte is as it was. */
export function linkNote({ markdown, dialect }: Note, { match, every, url = '/glossary' }: NoteOptions): string {
  const prefix = url.replace(/\/$/, '');
  const address = (term: Term): string => `${prefix}/${term.id}`;
  return linkSource(markdown, { match, every, dialect, url: address, ...dateIn(markdown) });
}

/** The date that front matter gives a page: it decides what a name meant. */
function dateIn(markdown: string): { date?: string } {
  const date = /^---\n(?:(?!---\n).*\n)*?date:\s*["']?(\d{4}-\d{2}-\d{2})/.exec(markdown)?.[1];
  return date === undefined ? {} : { date };
}

/** What the note names, whether it is a link or not. */
export function mentionsInNote({ name, markdown, dialect }: Note, match: Matcher): Mention[] {
  const tree = parseDialect(markdown.replace(/^\uFEFF/, ''), dialect);
  return findMentions({ path: name.replace(/\.md$/, ''), tree }, { match, dialect, ...dateIn(markdown) });
}
