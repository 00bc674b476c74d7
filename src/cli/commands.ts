/** Lists the commands of `tsuzuri`; the file of a command is read when the command is called. */

import type { CommandBody, Text } from '@tsuzuri/core/command';
import { say } from '@tsuzuri/core/wording';

export interface CommandEntry {
  readonly name: string;
  /** One line for `tsuzuri --help`. */
  readonly summary: Text;
  /** Whether the command needs the dictionary, which is then unpacked while its file is read. */
  readonly dictionary?: boolean;
  readonly load: () => Promise<CommandBody>;
}

/** In the order of `tsuzuri --help`. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: () => say('cli.init.summary'),
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'build',
    summary: () => say('cli.build.summary'),
    dictionary: true,
    load: async () => (await import('./commands/build.ts')).build,
  },
  {
    name: 'pdf',
    summary: () => say('cli.pdf.summary'),
    dictionary: true,
    load: async () => (await import('./commands/pdf.ts')).pdf,
  },
  {
    name: 'convert',
    summary: () => say('cli.convert.summary'),
    dictionary: true,
    load: async () => (await import('./commands/convert.ts')).convert,
  },
  {
    name: 'link',
    summary: () => say('cli.link.summary'),
    load: async () => (await import('./commands/link.ts')).link,
  },
  {
    name: 'verify',
    summary: () => say('cli.verify.summary'),
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'explain',
    summary: () => say('cli.explain.summary'),
    dictionary: true,
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'check',
    summary: () => say('cli.check.summary'),
    dictionary: true,
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'diff',
    summary: () => say('cli.diff.summary'),
    dictionary: true,
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'search',
    summary: () => say('cli.search.summary'),
    load: async () => (await import('./commands/search.ts')).search,
  },
  {
    name: 'dev',
    summary: () => say('cli.dev.summary'),
    dictionary: true,
    load: async () => (await import('./commands/dev.ts')).dev,
  },
  {
    name: 'terms',
    summary: () => say('cli.terms.summary'),
    dictionary: true,
    load: async () => (await import('./commands/terms.ts')).terms,
  },
  {
    name: 'completion',
    summary: () => say('cli.completion.summary'),
    load: async () => (await import('./commands/completion.ts')).completionOf(COMMANDS),
  },
];
