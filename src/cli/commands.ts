/** Says what a verb of the command line is given, what it gives back. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorAt } from '@tsuzuri/core/messages';
import type { VFileMessage } from 'vfile-message';

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
  errorAt('tsuzuri', undefined, reason, '使い方は tsuzuri --help で見られます');

// What `tsuzuri --help` says.

export const HELP = `tsuzuri: OCR text of Japanese government minutes → clean, linked documentation

  tsuzuri build [--pdf] [--epub] [--offline] [--base /x/]   seeds + docs → build/pages, build/ledger, build/site (and the
                                                 books, and build/offline, a copy of the site to open without a server)
  tsuzuri pdf                                    the offline books alone: build/tsuzuri.pdf, .epub, .html, build/pdf/*.pdf
  tsuzuri convert FILE… --out DIR [--glossary DIR]   any scans → NAME.md and NAME.ledger.json
  tsuzuri link DIR --glossary DIR --out DIR [--every] [--url PREFIX] [--json]   links any Markdown tree
  tsuzuri verify DIR                             undoes every NAME.ledger.json in DIR, compares with its scan's sha256
  tsuzuri check [--format text|github|json]      everything a pull request must pass: file, line, what, how to mend; writes nothing
  tsuzuri diff BASE                              what has changed since a branch or commit, as Markdown for a pull request
  tsuzuri dev [--port N]                         the site with live reload of seeds, docs, rules and glossary
  tsuzuri terms [new ID [TERM]]                  acronyms and defined terms without an entry; \`new\` writes a draft card
  tsuzuri explain FILE[:LINE]                    why each character was changed, or only doubted

  Exit codes: 0 fine, 1 findings, 2 cannot run.`;

// Knows the program itself: its folder, its version.

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

/** `0.1.0` */
export function version(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  return version;
}
