/** The verbs that work on files of any corpus: convert, link, verify, explain. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createMatcher } from './6-link/matcher.ts';
import { addFiles } from './7-print/files.ts';
import type { Mention } from './book.ts';
import { optional } from './card.ts';
import { complaint } from './complaint.ts';
import { holds, type Ledger, writeLedger } from './ledger.ts';
import { linkingWith } from './linking.ts';
import { convertSeed, readRules, readTerms } from './load.ts';
import { describe } from './messages.ts';
import { linkNote, mentionsInNote } from './notes.ts';
import { PACKAGE } from './package.ts';
import type { Tools } from './pipeline.ts';
import { type Outcome, usage, type Verb } from './verb.ts';
import { loadWords } from './words.ts';

const fine = (...lines: string[]): Outcome => ({ lines, code: 0 });

export const convert: Verb = async (files, { out, glossary }, { progress }) => {
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
  addFiles(out, written);
  return fine(...[...written.keys()].map(path => join(out, path)));
};

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

export const link: Verb = async ([folder], { glossary, out, every = false, url, json }) => {
  if (folder === undefined || glossary === undefined || (out === undefined && !json))
    throw usage('link にはフォルダーと --glossary と --out が要ります');
  const match = createMatcher(readTerms(needFolder(glossary)));
  const root = needFolder(folder);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .toSorted();
  const mentions: Mention[] = [];
  // One at a time: nobody has to hold a whole tree of notes in memory.
  function* linkAll(): Generator<[string, string]> {
    for (const name of names) {
      const note = { name, markdown: readFileSync(join(root, name), 'utf8') };
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
    throw complaint(
      folder,
      undefined,
      '*.ledger.json がありません',
      'tsuzuri convert か build の出力先を指定してください',
    );
  const proven = names.map(name => ({ name, holds: isTrue(join(folder, name)) }));
  const lines = proven.map(({ name, holds }) => `${holds ? '一致' : '不一致'}  ${name}`);
  return { lines, code: proven.every(({ holds }) => holds) ? 0 : 1 };
};

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
