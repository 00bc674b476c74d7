/** Says what a command is: what it takes, what it runs, what it gives back. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { errorAt } from '@tsuzuri/core/messages';
import { inOwnWords } from '@tsuzuri/core/wording';
import type { VFileMessage } from 'vfile-message';

/** What a command takes: `['<files...>', 'scans to convert']`, `['--out <folder>', 'folder to write']`. */
export type Parameter = readonly [
  /** As commander writes it: `<needed>`, `[optional]`, `<several...>`, `--flag`, `--option <value>`. */
  syntax: string,
  summary: string,
];

/** What a command gives back: lines to print, and the exit code: 0 fine, 1 findings, 2 cannot run. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly code: number;
}

/** How a command reports what it does while it works. */
export interface Tell {
  /** A step, which the next one replaces. */
  readonly progress: (step: string) => void;
  /** A line that stays. */
  readonly say: (line: string) => void;
}

/** How a command is called and what it does; `O` are its options. */
export interface CommandBody<O extends object = object> {
  readonly arguments?: readonly Parameter[];
  readonly options?: readonly Parameter[];
  /** Options without which the command cannot run: `--out <folder>`. */
  readonly required?: readonly Parameter[];
  /** Calls that work, as a person types them: `tsuzuri convert minutes/*.txt --out out` */
  readonly examples?: readonly string[];
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
  readonly summary: string;
}

declare module '@tsuzuri/book/project' {
  interface Config {
    /** Commands of the project's own: `tsuzuri NAME` runs them. */
    readonly commands?: readonly Command[];
  }
}

/** For a command that was called in a way that it cannot run. */
export const usage = (reason: string, command = ''): VFileMessage =>
  errorAt(
    'tsuzuri',
    undefined,
    inOwnWords(reason),
    inOwnWords(`使い方は tsuzuri ${command && `${command} `}--help で見られます`),
  );

export const fine = (...lines: string[]): Outcome => ({ lines, code: 0 });

/** The folder, where there is one. @throws VFileMessage otherwise */
export function needFolder(folder: string): string {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw errorAt(folder, undefined, inOwnWords('フォルダーが見つかりません'), inOwnWords('パスを確かめてください'));
  return folder;
}

/** Of tsuzuri: `0.1.0` */
export function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
