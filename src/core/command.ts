/** Says what a command is: what it takes, what it runs, what it gives back. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { VFileMessage } from 'vfile-message';
import { errorAt } from './messages.ts';
import { inOwnWords, say } from './wording.ts';

/** What a person reads: fixed, or in the language that is spoken when it is shown. */
export type Text = string | (() => string);

export const textOf = (text: Text): string => (typeof text === 'string' ? text : text());

/** What a command takes: `['<files...>', 'scans to convert']`, `['--out <folder>', 'folder to write']`. */
export type Parameter = readonly [
  /** As commander writes it: `<needed>`, `[optional]`, `<several...>`, `--flag`, `--option <value>`. */
  syntax: string,
  summary: Text,
  /** All that may be given, where it is one of a few words. */
  choices?: readonly string[],
];

/** What a command gives back: what to print, and the exit code: 0 fine, 1 findings, 2 cannot run. */
export interface Outcome {
  readonly lines: readonly string[];
  /** Is written to standard output as it is, before the lines: a page, say. */
  readonly output?: string;
  readonly code: number;
}

/** How a command reports what it does while it works. */
export interface Tell {
  /**
   * A step, which the next one replaces.
   * @param count how far the work has come: the third of ten is `[3, 10]`
   */
  readonly progress: (step: string, count?: readonly [at: number, of: number]) => void;
  /** A line that stays. */
  readonly say: (line: string) => void;
  /** What is wrong with one of several files; the work goes on. */
  readonly warn: (message: VFileMessage) => void;
  /** A line about the work, which is no part of what the command gives: it goes to standard error. */
  readonly note: (line: string) => void;
  /** Waits for Ctrl-C or SIGTERM; the command may then end in its own way. By default the program exits at once. */
  readonly untilStopped: () => Promise<void>;
}

/** How a command is called and what it does; `O` are its options. */
export interface CommandBody<O extends object = object> {
  readonly arguments?: readonly Parameter[];
  readonly options?: readonly Parameter[];
  /** Options without which the command cannot run: `--out <folder>`. */
  readonly required?: readonly Parameter[];
  /** Calls that work, as a person types them: `tsuzuri convert minutes/*.txt --out out` */
  readonly examples?: readonly string[];
  /** What a person has to know besides, below the options. */
  readonly notes?: Text;
  /**
   * @param words what stands behind the command and is no option
   * @throws VFileMessage where the command cannot run: it is printed, the exit code is 2
   */
  run(words: readonly string[], options: O, tell: Tell): Promise<Outcome>;
}

/** A command of `tsuzuri`; a project adds its own under `commands` in its configuration. */
export interface Command<O extends object = object> extends CommandBody<O> {
  readonly name: string;
  /** One line for `tsuzuri --help`. */
  readonly summary: Text;
}

/** Options that stand before or behind any command. */
export const GLOBAL_OPTIONS: readonly [lang: Parameter, version: Parameter, help: Parameter] = [
  ['--lang <language>', () => say('cli.option.lang'), ['ja', 'en']],
  ['-v, --version', () => say('cli.option.version')],
  ['-h, --help', () => say('cli.option.help')],
];

/** For the options of commands that say what they do: the program then prints only what is wrong. */
export const QUIET: Parameter = ['--quiet', () => say('cli.option.quiet')];

/** For a command that was called in a way that it cannot run. */
export const usage = (reason: string, command = '', program = 'tsuzuri'): VFileMessage =>
  errorAt(program, undefined, inOwnWords(reason), say('cli.seeHelp', { call: [program, command].join(' ').trim() }));

export const fine = (...lines: string[]): Outcome => ({ lines, code: 0 });

/** A value for programs, as JSON. */
export const json = (value: unknown): string => JSON.stringify(value, null, 1);

/** The folder, where there is one. @throws VFileMessage otherwise */
export function needFolder(folder: string): string {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw errorAt(folder, undefined, ...say('cli.noFolder'));
  return folder;
}

/** Of tsuzuri: `0.1.0` */
export function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
