#!/usr/bin/env node
/** The command line: the only file that reads the arguments, prints or exits. */
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { textLine } from '@tsuzuri/check/reporters';
import { loadAnalyzer } from '@tsuzuri/convert/morphology';
import { errorsOf } from '@tsuzuri/core/messages';
import { VFileMessage } from 'vfile-message';
import { HELP, usage, type Verb } from './commands.ts';

/** Verbs by the file that has them: a file is read only when it is needed. */
const FILES = {
  project: ['build', 'pdf', 'check', 'diff', 'dev', 'terms'],
  file: ['convert', 'link', 'verify', 'explain'],
} as const;

/** These never ask how likely a text is. */
const WORDLESS: readonly string[] = ['link', 'verify'];

async function verbOf(name: string): Promise<Verb> {
  const isOf = (names: readonly string[]): boolean => names.includes(name);
  if (!isOf([...FILES.project, ...FILES.file])) throw usage(`「${name}」という命令はありません`);
  // The dictionary is unpacked by other threads while this one reads the program.
  if (!WORDLESS.includes(name)) void loadAnalyzer();
  const verbs: Readonly<Record<string, unknown>> = isOf(FILES.project)
    ? await import('./project.ts')
    : await import('./files.ts');
  return verbs[name] as Verb;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `tsuzuri check | head` reads no further: nothing is wrong. */
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  process.exit();
});

/** On a terminal each step replaces the last one; in a pipe it is a plain line. */
function progress(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${step}`);
  else process.stderr.write(`${step}\n`);
}

const endProgress = (): void => void (process.stderr.isTTY && process.stderr.write('\r\u001b[K'));

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
  const verb = await verbOf(name);
  const { lines, code } = await verb(words, values, { progress, say });
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

/** Lines for a person; a fault of the program shows where it happened. */
function report(error: unknown): number {
  endProgress();
  if (error instanceof VFileMessage) {
    for (const fault of errorsOf(error)) process.stderr.write(`${lineOf(fault)}\n`);
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
