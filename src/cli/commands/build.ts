/** Builds `build/` from a project: site, linked Markdown, ledgers and, where asked for, the books. */

import { publicationOf } from '@tsuzuri/book/hosts';
import type { Project } from '@tsuzuri/book/project';
import { type CommandBody, fine, QUIET } from '@tsuzuri/core/command';
import { textLine } from '@tsuzuri/core/messages';
import { say } from '@tsuzuri/core/wording';
import { ownNames, printBook } from '@tsuzuri/print/print-book';
import { siteAddress } from '@tsuzuri/print/site';
import { buildSoundBook, currentProject } from '../project.ts';

interface BuildOptions {
  readonly pdf?: boolean;
  readonly epub?: boolean;
  readonly offline?: boolean;
  readonly base?: string;
  readonly quiet?: boolean;
}

export const build: CommandBody<BuildOptions> = {
  options: [
    ['--pdf', () => say('cli.build.pdf')],
    ['--epub', () => say('cli.build.epub')],
    ['--offline', () => say('cli.build.offline')],
    ['--base <path>', () => say('cli.build.base')],
    QUIET,
  ],
  examples: ['tsuzuri build', 'tsuzuri build --pdf --epub', 'tsuzuri build --base /minutes/'],
  run: async (_, options, tell) => {
    const project = await currentProject();
    for (const note of publicationOf(project).notes) tell.say(textLine(note));
    const { base } = siteAddress(project, options.base); // an address that is none is said before the work begins
    const { book, analyzer } = await buildSoundBook(project, tell);
    const { progress } = tell;
    const summary = await printBook(book, { printers: printersOf(options, project), analyzer, progress, base });
    return fine(...book.warnings.map(textLine), ...(options.quiet ? [] : summary));
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
