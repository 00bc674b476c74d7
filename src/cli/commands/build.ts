/** Builds `build/` from a project: site, linked Markdown, ledgers and, where asked for, the books. */

import type { Project } from '@tsuzuri/book/project';
import { textLine } from '@tsuzuri/check/reporters';
import { ownNames, printBook } from '@tsuzuri/print/print-book';
import { siteAddress } from '@tsuzuri/print/site';
import { type CommandBody, fine } from '../command.ts';
import { buildSoundBook, currentProject } from '../project.ts';

interface BuildOptions {
  readonly pdf?: boolean;
  readonly epub?: boolean;
  readonly offline?: boolean;
  readonly base?: string;
}

export const build: CommandBody<BuildOptions> = {
  options: [
    ['--pdf', 'print the PDFs too (build/tsuzuri.pdf, build/pdf/*.pdf)'],
    ['--epub', 'print the e-book too (build/tsuzuri.epub)'],
    ['--offline', 'copy the site so that it opens without a server (build/offline)'],
    ['--base <path>', 'path of the site on its host: /minutes/'],
  ],
  examples: ['tsuzuri build', 'tsuzuri build --pdf --epub', 'tsuzuri build --base /minutes/'],
  run: async (_, options, tell) => {
    const project = await currentProject();
    const { base } = siteAddress(project, options.base); // an address that is none is said before the work begins
    const { book, analyzer } = await buildSoundBook(project, tell);
    const { progress } = tell;
    return fine(
      ...book.warnings.map(textLine),
      ...(await printBook(book, { printers: printersOf(options, project), analyzer, progress, base })),
    );
  },
};

/** One HTML file costs nothing beside the other books. Printers of the project itself always run. */
const printersOf = ({ pdf, epub, offline }: BuildOptions, project: Project): string[] => [
  'data',
  ...(pdf ? ['pdf'] : []),
  ...(epub ? ['epub'] : []),
  ...(pdf || epub ? ['html'] : []),
  'site',
  ...(offline ? ['offline'] : []),
  ...ownNames(project),
];
