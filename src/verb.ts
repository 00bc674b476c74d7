/** Says what a verb of the command line is given, what it gives back. */
import type { VFileMessage } from 'vfile-message';
import { complaint } from './complaint.ts';

/** What a verb gives back: what to print, the exit code. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly code: number;
}

export interface Options {
  readonly out?: string;
  readonly glossary?: string;
  readonly base?: string;
  readonly url?: string;
  readonly pdf?: boolean;
  readonly epub?: boolean;
  readonly offline?: boolean;
  readonly every?: boolean;
  readonly json?: boolean;
  readonly format?: string;
  readonly port?: string;
  readonly help?: boolean;
}

/** How a verb tells what it does while it works. */
export interface Tell {
  /** A step, which the next one replaces. */
  readonly progress: (step: string) => void;
  /** A line that stays. */
  readonly say: (line: string) => void;
}

export type Verb = (words: string[], options: Options, tell: Tell) => Promise<Outcome>;

export const usage = (reason: string): VFileMessage =>
  complaint('tsuzuri', undefined, reason, '使い方は tsuzuri --help で見られます');
