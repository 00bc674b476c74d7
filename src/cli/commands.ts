/** Lists the commands of `tsuzuri`; the file of a command is read when the command is called. */
import { say } from '@tsuzuri/core/wording';
import type { CommandBody } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Whether the command needs the dictionary, which is then unpacked while its file is read. */
  readonly dictionary?: boolean;
  readonly load: () => Promise<CommandBody>;
}

/** In the order of `tsuzuri --help`. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: say('cli.init.summary'),
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'build',
    summary: 'makes build/ of seeds/ and docs/: site, linked Markdown, ledgers',
    dictionary: true,
    load: async () => (await import('./commands/build.ts')).build,
  },
  {
    name: 'pdf',
    summary: 'makes the offline books alone: PDF, EPUB, one HTML file',
    dictionary: true,
    load: async () => (await import('./commands/pdf.ts')).pdf,
  },
  {
    name: 'convert',
    summary: 'converts any scans to Markdown, each with its ledger',
    dictionary: true,
    load: async () => (await import('./commands/convert.ts')).convert,
  },
  {
    name: 'link',
    summary: 'links the terms of a glossary in any folder of Markdown',
    load: async () => (await import('./commands/link.ts')).link,
  },
  {
    name: 'verify',
    summary: 'undoes every ledger of a folder and compares with the scan',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'explain',
    summary: 'says why each character of a scan was changed, or only doubted',
    dictionary: true,
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'check',
    summary: 'finds what a pull request must mend: file, line, what, how',
    dictionary: true,
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'diff',
    summary: 'shows what has changed since a branch or commit, as Markdown',
    dictionary: true,
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'dev',
    summary: 'serves the site while one writes; every edit shows at once',
    dictionary: true,
    load: async () => (await import('./commands/dev.ts')).dev,
  },
  {
    name: 'terms',
    summary: 'lists acronyms and defined terms without an entry; drafts a card',
    dictionary: true,
    load: async () => (await import('./commands/terms.ts')).terms,
  },
];
